"""Signing in at the desk: what lets in, what keeps out, what is told, and what is never lost."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pyotp
import pytest
from flask import Flask

from app import clock
from app.accounts import sessions
from app.desk import LARGEST
from tests.conftest import register_in
from tests.desk import DOOR, keys, seated, sign_in
from tests.pages import Page, Visitor

CLERK = "mau-chuyen-vien"


def code_now(app: Flask, username: str = CLERK) -> str:
    return pyotp.TOTP(keys(app, username).totp_secret).at(int(clock.now().timestamp()))


def cookies_of(page: Page) -> dict[str, str]:
    return {cookie.partition("=")[0]: cookie for cookie in page.cookies}


def test_name_password_and_code_open_the_desk(living: Flask) -> None:
    clerk = Visitor(living)
    assert clerk.get("/can-bo", 302).headers["Location"] == "/can-bo/dang-nhap?den=%2Fcan-bo"
    entered = sign_in(clerk, CLERK, code=code_now(living))
    assert entered.headers["Location"] == "/can-bo"
    home = clerk.get("/can-bo")
    assert home.heading.startswith("Hôm nay, ")
    assert "Chuyên viên Mẫu" in home.text


def test_the_cookie_is_for_the_desk_alone_and_no_script_reads_it(living: Flask) -> None:
    given = cookies_of(sign_in(Visitor(living), CLERK))
    for name in ("can-bo", "can-bo-may", "can-bo-bieu-mau"):
        for part in ("Secure", "HttpOnly", "Path=/can-bo", "SameSite=Lax"):
            assert part in given[name], given[name]
    assert "Max-Age" not in given["can-bo"]


def test_all_ways_of_being_wrong_have_one_answer(living: Flask) -> None:
    wrong = [
        {"username": "khong-co"},
        {"password": "sai mật khẩu rồi"},
        {"code": "000000"},
        {"code": ""},
        {"username": "nhap-lieu", "password": ""},
    ]
    said = {sign_in(Visitor(living), CLERK, 422, **typed).find("#problems").itertext for typed in wrong}
    texts = {" ".join("".join(text()).split()) for text in said}
    assert len(texts) == 1, texts


def test_a_code_is_good_once(living: Flask) -> None:
    code = code_now(living)
    sign_in(Visitor(living), CLERK, code=code)
    sign_in(Visitor(living), CLERK, 422, code=code)
    recovery = keys(living, CLERK).codes[3]
    sign_in(Visitor(living), CLERK, code=recovery.upper())
    sign_in(Visitor(living), CLERK, 422, code=recovery)


def test_whoever_guesses_waits_and_a_known_device_does_not(living: Flask) -> None:
    at_home, stranger = Visitor(living), Visitor(living)
    with clock.pretend(clock.now()):
        sign_in(at_home, CLERK)
        at_home.client.delete_cookie("can-bo", path="/can-bo")
        for _try in range(5):
            sign_in(stranger, CLERK, 422, password="đoán mò thôi")
        told = sign_in(stranger, CLERK, 429)
        assert "Hãy chờ 2 giây" in told.text
        sign_in(at_home, CLERK, code=keys(living, CLERK).codes[1])
    with clock.pretend(clock.now() + timedelta(seconds=5)):
        sign_in(stranger, CLERK, code=keys(living, CLERK).codes[2])


@pytest.mark.parametrize("later", [sessions.IDLE, sessions.LONGEST])
def test_a_sign_in_ends_by_itself(living: Flask, later: timedelta) -> None:
    clerk = seated(living, "clerk_department")
    clerk.get("/can-bo")
    with clock.pretend(clock.now() + later):
        clerk.get("/can-bo", 302)


def test_whoever_works_stays_in_but_not_for_ever(living: Flask) -> None:
    clerk, start = seated(living, "clerk_department"), clock.now()
    for hour in range(1, 12):
        with clock.pretend(start + timedelta(hours=hour)):
            clerk.get("/can-bo")
    with clock.pretend(start + timedelta(hours=12)):
        clerk.get("/can-bo", 302)


def test_signing_out_ends_the_sign_in_and_not_only_the_cookie(living: Flask) -> None:
    clerk = seated(living, "clerk_department")
    token = clerk.client.get_cookie("can-bo", path="/can-bo")
    assert token
    out = clerk.submit(clerk.get("/can-bo"), "/can-bo/dang-xuat")
    assert out.headers["Location"] == DOOR
    clerk.client.set_cookie("can-bo", token.value, path="/can-bo")
    clerk.get("/can-bo", 302)


def test_signing_in_again_gives_a_new_token_and_ends_the_old_one(living: Flask) -> None:
    clerk = Visitor(living)
    page = clerk.get(DOOR)
    known = keys(living, CLERK)
    tokens = []
    for code in known.codes[:2]:
        clerk.submit(page, DOOR, username=CLERK, password=known.password, code=code)
        cookie = clerk.client.get_cookie("can-bo", path="/can-bo")
        assert cookie
        tokens.append(cookie.value)
    assert tokens[0] != tokens[1]
    clerk.client.set_cookie("can-bo", tokens[0], path="/can-bo")
    clerk.get("/can-bo", 302)


def test_a_form_that_comes_too_late_is_kept_and_sent_on_after_signing_in(living: Flask) -> None:
    clerk = seated(living, "clerk_department")
    token = clerk.get("/can-bo").find("input[name=csrf_token]").get("value", "")
    clerk.client.delete_cookie("can-bo", path="/can-bo")
    typed = {"csrf_token": token, "ten": "Lành\r\nMẫu", "xa": ["1", "2"], "password": "x"}
    asked = clerk.post("/can-bo/dang-xuat?a=1", 401, typed)
    assert "được giữ nguyên" in asked.text
    known = keys(living, CLERK)
    wrong = clerk.submit(asked, DOOR, 422, username=CLERK, password="sai mật khẩu", code="")
    resumed = clerk.submit(wrong, DOOR, 200, username=CLERK, password=known.password, code=known.codes[0])
    form = resumed.find("main form")
    assert form.get("action") == "/can-bo/dang-xuat?a=1"
    fields = [(one.get("name"), one.get("value") or "") for one in form.iter("input")]
    assert dict(fields)["ten"].splitlines() == ["Lành", "Mẫu"]
    assert [text for name, text in fields if name == "xa"] == ["1", "2"]
    assert "password" not in dict(fields)
    clerk.submit(resumed, "/can-bo/dang-xuat?a=1")


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "https://evil.example/can-bo",
        "/can-bo\\evil",
        "/can-bo.evil.example",
        "/",
        "/can-bo\r\nx",
    ],
)
def test_signing_in_leads_nowhere_else(living: Flask, target: str) -> None:
    clerk, known = Visitor(living), keys(living, CLERK)
    page = clerk.get(f"{DOOR}?{urlencode({'den': target})}")
    assert page.find("input[name=den]").get("value") == ""
    entered = clerk.submit(
        page, DOOR, username=CLERK, password=known.password, code=known.codes[0], den=target
    )
    assert entered.headers["Location"] == "/can-bo"


def test_sample_people_stay_out_where_others_reach_the_server(living: Flask) -> None:
    folder = living.extensions["instance"].settings.instance_dir
    with register_in(folder, HOST="0.0.0.0") as app:  # noqa: S104  the point of the test
        sign_in(Visitor(app), CLERK, 422)


def test_the_desk_answers_on_its_own_host_alone(living: Flask) -> None:
    folder = living.extensions["instance"].settings.instance_dir
    with register_in(folder, DESK_HOST="noi-bo.example.vn") as app:
        for path in (DOOR, "/can-bo", "/can-bo/khong-co"):
            Visitor(app).get(path, 404)
        assert app.test_client().put(DOOR).status_code == 404
        Visitor(app).get(DOOR, Host="noi-bo.example.vn:8443")
        Visitor(app).get("/")


def test_what_the_desk_says_is_kept_by_nobody(living: Flask) -> None:
    clerk = seated(living, "approver")
    for path, status in ((DOOR, 302), ("/can-bo", 200), ("/can-bo/khong-co", 404)):
        answer = clerk.client.get(path)
        assert answer.status_code == status
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_public_pages_stay_without_a_cookie_for_whoever_has_signed_in(living: Flask) -> None:
    clerk = seated(living, "approver")
    clerk.get("/can-bo")
    assert not clerk.get("/").cookies


@pytest.mark.parametrize(
    "typed",
    [
        {"username": "a\0b"},
        {"username": "x" * 10_000, "password": "y" * 10_000, "code": "1" * 10_000},
        {"username": "' OR 1=1 --", "password": "<script>", "code": "\u202e12"},
        {"code": "١٢٣٤٥٦"},
    ],
)
def test_hostile_words_at_the_door_are_answered_and_not_obeyed(living: Flask, typed: dict[str, str]) -> None:
    said = sign_in(Visitor(living), CLERK, 400 if "\0" in typed.get("username", "") else 422, **typed)
    assert "<script>" not in said.source


def test_what_is_too_large_is_refused_with_a_page(living: Flask) -> None:
    clerk = Visitor(living)
    told = clerk.submit(clerk.get(DOOR), DOOR, 413, password="x" * (LARGEST + 1))
    assert "quá lớn" in told.text
