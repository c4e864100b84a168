"""Signing in, below the door: passwords, codes, waiting, sign-ins that end, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from runpy import run_path

import pyotp
import pytest
from argon2 import extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlalchemy import func, select

from app import clock
from app.accounts import delays, entering, invitations, passwords, roster, sample, second_factor, sessions
from app.accounts.delays import LONGEST, MEMORY, Trier, neighbourhood, pause
from app.accounts.entering import Typed
from app.accounts.models import Attempt
from tests.rooms.staff import Office, office_in

NOON = datetime(2026, 11, 24, 12, 0)
WHO = "mau-nguoi-duyet"


@pytest.fixture
def office(each_database: str, tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        yield office


@pytest.fixture
def keys(office: Office) -> sample.Keys:
    with office.work() as session:
        return next(one for one in sample.add(session) if one.username == WHO)


def code_at(keys: sample.Keys, moment: datetime) -> str:
    return pyotp.TOTP(keys.totp_secret).at(int(moment.replace(tzinfo=clock.VIET_NAM).timestamp()))


def enter(office: Office, keys: sample.Keys, **typed: object) -> entering.Outcome:
    usual = {"username": WHO, "password": keys.password, "code": keys.codes[0], "network": "10.0.0.1"}
    return entering.enter(office.work, Typed(**({"browser": "x"} | usual | typed)), samples=True)  # type: ignore[arg-type]


def test_a_code_may_be_half_a_minute_off_and_counts_once(office: Office, keys: sample.Keys) -> None:
    with clock.pretend(NOON):
        assert not enter(office, keys, code=code_at(keys, NOON - timedelta(seconds=60))).token
        assert enter(office, keys, code=code_at(keys, NOON)).token
        assert not enter(office, keys, code=code_at(keys, NOON)).token
        assert not enter(office, keys, code=code_at(keys, NOON - timedelta(seconds=30))).token, (
            "an earlier one"
        )
        assert enter(office, keys, code=code_at(keys, NOON + timedelta(seconds=30))).token


def test_a_recovery_code_counts_once_and_new_ones_replace_all(office: Office, keys: sample.Keys) -> None:
    assert enter(office, keys).token
    assert not enter(office, keys).token
    with office.work() as session:
        account = roster.named(session, WHO)
        assert second_factor.codes_left(session, account.id) == 9
        (new, *_rest) = second_factor.new_codes(session, account)
    assert not enter(office, keys, code=keys.codes[1]).token
    assert enter(office, keys, code=new.replace("-", "").upper()).token


def test_guessing_at_a_hash_costs_in_use_what_rfc_9106_asks() -> None:
    in_use = run_path(passwords.__file__)  # for the other tests its hashes are cheap
    assert extract_parameters(in_use["hashed"]("một câu tiếng Việt")) == RFC_9106_LOW_MEMORY


def test_a_password_is_the_same_however_its_letters_are_composed() -> None:
    kept = passwords.hashed("một câu tiếng Việt")
    assert passwords.matches(kept, "mo\u0323\u0302t câu tiếng Việt")
    assert not passwords.matches(kept, "mot cau tieng viet")
    assert not passwords.matches(None, "nobody")


@pytest.mark.parametrize(
    ("password", "again", "field"),
    [
        ("ngắn quá", "ngắn quá", "password"),
        ("a" * 12, "a" * 12, "password"),
        ("mau-nguoi-duyet-2026", "mau-nguoi-duyet-2026", "password"),
        ("x y z t " * 30, "x y z t " * 30, "password"),
        ("bốn chữ thật dài", "bốn chữ thật dại", "again"),
    ],
)
def test_a_weak_password_is_told_why(password: str, again: str, field: str) -> None:
    assert [rule.field for rule in passwords.problems(password, again, WHO)] == [field]
    assert not passwords.problems("bốn chữ thật dài", "bốn chữ thật dài", WHO)


def test_the_pause_doubles_and_has_an_end() -> None:
    assert [pause(failures, 5) for failures in (0, 4, 5, 6, 7)] == [0, 0, 2, 4, 8]
    assert pause(1000, 5) == LONGEST


def test_who_guesses_waits_longer_each_time_and_is_forgotten_after_an_hour(
    office: Office, keys: sample.Keys
) -> None:
    moment, waits = NOON, []
    for _failure in range(9):
        with clock.pretend(moment):
            waits.append(enter(office, keys, password="sai").wait)
        moment += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 0, 0, 0, 2, 0, 4, 0]
    with clock.pretend(moment + timedelta(seconds=MEMORY)):
        assert enter(office, keys).token
    with office.work() as session:
        assert session.scalar(select(func.count()).select_from(Attempt)) == 0


def test_one_account_tried_from_everywhere_makes_strangers_wait_and_not_its_own_device(
    office: Office, keys: sample.Keys
) -> None:
    with clock.pretend(NOON), office.work() as session:
        for number in range(delays.FREE_ACCOUNT):
            assert not delays.admit(session, Trier(WHO, f"10.1.0.{number}"))
        assert delays.admit(session, Trier(WHO, "10.2.0.1"))
        assert not delays.admit(session, Trier("mau-quan-tri", "10.2.0.1"))
        own = roster.named(session, WHO).id
    with clock.pretend(NOON):
        assert enter(office, keys, network="10.2.0.1", device=(own, "known")).token
        assert enter(office, keys, code=keys.codes[1], network="10.2.0.1", device=(own + 1, "other's")).wait


def test_one_network_that_tries_everybody_waits(office: Office, keys: sample.Keys) -> None:
    with clock.pretend(NOON), office.work() as session:
        for number in range(delays.FREE_NETWORK):
            assert not delays.admit(session, Trier(f"name-{number}", "10.3.0.1"))
        assert delays.admit(session, Trier("another", "10.3.0.1"))
        assert not delays.admit(session, Trier("another", "10.3.0.2"))


def test_many_at_once_gain_nothing(office: Office) -> None:
    def attempt(_number: int) -> int:
        with office.work() as session:
            return delays.admit(session, Trier(WHO, "10.4.0.1"))

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(attempt, range(24)))
    assert waits.count(0) == delays.FREE_TOGETHER


def test_one_subscriber_of_ipv6_is_one_network() -> None:
    assert neighbourhood("2001:db8:1:2:3::4") == neighbourhood("2001:db8:1:2:ffff::1")
    assert neighbourhood("2001:db8:1:2::1") != neighbourhood("2001:db8:1:3::1")
    assert neighbourhood("10.0.0.1") != neighbourhood("10.0.0.2")
    assert neighbourhood("") == ""


def test_nobody_gets_in_without_both_password_and_second_factor(office: Office, keys: sample.Keys) -> None:
    with office.work() as session:
        invitations.invite(session, roster.named(session, WHO), "second_factor")
    assert not enter(office, keys).token
    with office.work() as session:
        invitations.invite(session, roster.named(session, WHO), "password")
    assert not enter(office, keys, password="").token


def test_disabling_ends_what_was_begun_and_keeps_out(office: Office, keys: sample.Keys) -> None:
    token = enter(office, keys).token
    assert token
    with office.work() as session:
        assert sessions.find(session, token)
        invitations.disable(session, roster.named(session, WHO))
    with office.work() as session:
        assert sessions.find(session, token) is None
        assert not roster.roles(roster.named(session, WHO), clock.today())
    assert not enter(office, keys, code=keys.codes[1]).token


def test_what_the_database_holds_lets_nobody_in(office: Office, keys: sample.Keys) -> None:
    token = enter(office, keys).token
    with office.work() as session:
        (kept,) = sessions.of(session, roster.named(session, WHO).id)
        assert token not in (kept.token_hash, kept.browser, kept.network)
        assert sessions.find(session, kept.token_hash) is None
