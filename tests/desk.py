"""People of the sample register at the desk: at their seats at once, or through the form with their keys."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from app.accounts import sessions
from app.accounts.permissions import ADMINISTRATOR, APPROVER, AUDITOR, CLERK_CENTRE, CLERK_DEPARTMENT
from app.accounts.roster import named
from app.desk.cookies import SIGN_IN
from app.web.session import unit_of_work
from tests.pages import Page, Visitor

PEOPLE = {
    CLERK_CENTRE: "mau-trung-tam",
    CLERK_DEPARTMENT: "mau-chuyen-vien",
    APPROVER: "mau-nguoi-duyet",
    ADMINISTRATOR: "mau-quan-tri",
    AUDITOR: "mau-kiem-tra",
}
"""role -> the sample person who has it."""

DOOR = "/can-bo/dang-nhap"


@dataclass(frozen=True)
class Keys:
    """What a sample person signs in with."""

    password: str
    totp_secret: str
    codes: list[str]


def seated(app: Flask, role: str) -> Visitor:
    """Return the sample person of ``role``, signed in: the form is tried elsewhere."""
    with app.app_context(), unit_of_work() as session:
        token = sessions.begin(session, named(session, PEOPLE[role]), "127.0.0.1", "test")
    visitor = Visitor(app)
    visitor.client.set_cookie(SIGN_IN, token, path="/can-bo")
    return visitor


def keys(app: Flask, username: str) -> Keys:
    """Return what the file of the sample sign-ins says of ``username``."""
    return read_keys(app.extensions["instance"].settings.instance_dir, username)


def read_keys(folder: Path, username: str) -> Keys:
    """Return what the file of the sample sign-ins in ``folder`` says of ``username``."""
    text = (folder / "sample-sign-ins.txt").read_text()
    (told,) = [part for part in text.split("\n\n") if part.startswith(f"{username} ")]
    said = dict(line.strip().split(" ", 1) for line in told.splitlines()[1:])
    return Keys(said["password"], said["totp"], said["codes"].split())


def sign_in(visitor: Visitor, username: str, status: int = 303, /, **typed: str) -> Page:
    """Fill in the form at the door, with a recovery code where ``typed`` says nothing else."""
    known = keys(visitor.app, username)
    filled = {"username": username, "password": known.password, "code": known.codes[0]} | typed
    return visitor.submit(visitor.get(DOOR), DOOR, status, **filled)
