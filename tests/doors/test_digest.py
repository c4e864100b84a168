"""`digest` as cron runs it, through a real mail server: one letter a day, where something waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete
from sqlalchemy.orm import Session

from app import clock
from app.accounts.address import set_address
from app.accounts.roster import named
from app.db import for_writing
from app.duties import record
from app.duties.rules import Happening
from app.faults import RulesBroken
from app.ledger import read
from app.records.events import Event
from tests.conftest import BASE_URL, register_in, run
from tests.mail_server import MailServer, mail_server

MORNING = datetime(2027, 3, 1, 7, 30)
CLERK, OTHER = "chuyen.vien@example.vn", "trung.tam@example.vn"


@pytest.fixture
def box() -> Iterator[MailServer]:
    with mail_server() as listening:
        yield listening


@pytest.fixture
def office(living: Flask, box: MailServer, tmp_path: Path) -> Iterator[Flask]:
    """A sample register whose clerk has an address, and one event, which is due."""
    folder = living.extensions["instance"].settings.instance_dir
    with register_in(folder, SMTP_URL=f"smtp://127.0.0.1:{box.port}") as app, clock.pretend(MORNING):
        with Session(for_writing(app.extensions["instance"].engine)) as session, session.begin():
            session.execute(delete(Event))
            set_address(named(session, "mau-chuyen-vien"), CLERK)
            record.record(session, Happening("certificate_issued", date(2027, 2, 26), _registered(session)))
        yield app


def _registered(session: Session) -> str:
    listed = (one.listing_id for one in read.entries(session))
    return next(one for one in listed if one.startswith("TC-"))


def test_a_letter_goes_once_a_day_however_often_cron_runs(office: Flask, box: MailServer) -> None:
    assert run(office, "digest").startswith("Đã gửi 1 thư; 0 người")
    assert run(office, "digest").startswith("Đã gửi 0 thư; 1 người")
    [(_, to)] = box.envelopes
    assert to == [CLERK]
    body = box.letters[0].get_content()
    assert "Công bố: cấp Giấy đăng ký tham gia, ngày 26/02/2027. Hạn 03/03/2027, còn 2 ngày." in body
    assert {word[: len(BASE_URL)] for word in body.split() if "://" in word} == {BASE_URL}


def test_the_next_day_is_silent_until_something_is_new_or_due(office: Flask, box: MailServer) -> None:
    for day, letters in ((1, 1), (2, 1), (3, 2), (4, 3), (6, 3)):  # due on the 3rd, a Wednesday; 6 a Saturday
        with clock.pretend(datetime(2027, 3, day, 7, 30)):
            run(office, "digest")
        assert len(box.letters) == letters, day


def test_a_letter_that_was_not_taken_is_tried_again(office: Flask, box: MailServer) -> None:
    box.refuses.add(CLERK)
    said = run(office, "digest", exits=3)
    assert "mau-chuyen-vien" in said
    assert CLERK not in said
    box.refuses.clear()
    assert run(office, "digest").startswith("Đã gửi 1 thư")
    assert run(office, "digest").startswith("Đã gửi 0 thư")


def test_each_person_gets_what_is_theirs_and_a_disabled_one_nothing(office: Flask, box: MailServer) -> None:
    with Session(for_writing(office.extensions["instance"].engine)) as session, session.begin():
        set_address(named(session, "mau-trung-tam"), OTHER)
        set_address(named(session, "mau-kiem-tra"), "kiem.tra@example.vn")
        named(session, "mau-chuyen-vien").disabled_at = "2027-02-01T08:00:00+07:00"
    run(office, "digest")
    assert CLERK not in [to for _, tos in box.envelopes for to in tos]
    assert not any("cấp Giấy đăng ký tham gia" in one.get_content() for one in box.letters)


def test_without_a_server_nothing_is_sent(sample: Flask) -> None:
    assert "SMTP_URL" in run(sample, "digest")


def test_a_setting_that_cannot_be_read_is_told_and_not_quoted(tmp_path: Path) -> None:
    with register_in(tmp_path / "wrong", SMTP_URL="imap://u:geheim@h") as app:
        said = run(app, "digest", exits=3)
    assert "SMTP_URL must be" in said
    assert "geheim" not in said


def test_an_address_is_one_or_is_refused(office: Flask) -> None:
    with Session(office.extensions["instance"].engine) as session:
        account = named(session, "mau-chuyen-vien")
        for wrong in ("không phải", "a@b@c.vn", "a@b.vn\nBcc: x@y.vn"):
            with pytest.raises(RulesBroken):
                set_address(account, wrong)
        set_address(account, " ")
        assert account.email is None
