"""The mail address of an account: written down by an administrator, told to nobody else."""

from __future__ import annotations

from flask import Flask

from app.accounts.audit import Deed
from app.accounts.permissions import ADMINISTRATOR, AUDITOR
from app.web.session import reading
from tests.desk import seated

PERSON = "/can-bo/nguoi-dung/mau-trung-tam"
ADDRESS = "mau@example.vn"


def test_an_address_is_written_down_and_taken_away_again(living: Flask) -> None:
    chief = seated(living, ADMINISTRATOR)
    chief.submit(chief.get(PERSON), f"{PERSON}/thu", email=f" {ADDRESS} ")
    page = chief.get(PERSON)
    assert page.find("input#email").get("value") == ADDRESS
    chief.submit(page, f"{PERSON}/thu", email="")
    assert "chưa có" in chief.get(PERSON).text
    with living.app_context():
        lines = reading().query(Deed).filter(Deed.deed == "account.address").order_by(Deed.number)
        told = [(line.about, line.detail) for line in lines]
    assert told == [("account:mau-trung-tam", '{"set":true}'), ("account:mau-trung-tam", '{"set":false}')]


def test_what_is_no_address_is_told_at_its_field_and_changes_nothing(living: Flask) -> None:
    chief = seated(living, ADMINISTRATOR)
    chief.submit(chief.get(PERSON), f"{PERSON}/thu", email=ADDRESS)
    for wrong in (
        "không phải thư",
        f"a@{'b' * 300}.vn",
        'x"@example.vn',
        "a@example.vn\r\nBcc: b@example.vn",
    ):
        told = chief.submit(chief.get(PERSON), f"{PERSON}/thu", 422, email=wrong)
        assert told.find("input#email").get("aria-invalid") == "true", wrong
    assert chief.get(PERSON).find("input#email").get("value") == ADDRESS


def test_an_auditor_sees_the_address_and_no_form_for_it(living: Flask) -> None:
    chief = seated(living, ADMINISTRATOR)
    chief.submit(chief.get(PERSON), f"{PERSON}/thu", email=ADDRESS)
    page = seated(living, AUDITOR).get(PERSON)
    assert ADDRESS in page.text
    assert not page.all("input#email")
