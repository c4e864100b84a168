"""People at the desk: invited, joined, reset, disabled, standing in for one another; and one's own page."""

from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest
from flask import Flask

from app import clock
from app.accounts import audit
from app.accounts.audit import Deed
from app.web.session import reading
from tests.conftest import run
from tests.desk import DOOR, keys, seated, sign_in
from tests.pages import Page, Visitor, words

PEOPLE = "/can-bo/nguoi-dung"
PASSWORD = "bốn chữ thật dài"


def code(secret: str) -> str:
    return pyotp.TOTP(secret.replace(" ", "")).at(int(clock.now().timestamp()))


def handed(page: Page) -> str:
    """Return the path of the link that a page shows."""
    address = words(page.find(".cite"))
    assert address.startswith("https://tgpl.example.vn/can-bo/moi/")
    return address.removeprefix("https://tgpl.example.vn")


def invite(app: Flask, **typed: str) -> str:
    chief = seated(app, "administrator")
    usual = {"name": "Nông Thử Hoa", "username": "hoa.nt", "role": "clerk_centre"}
    page = chief.get("/can-bo/them-nguoi-dung")
    return handed(chief.submit(page, "/can-bo/them-nguoi-dung", 200, **(usual | typed)))


def join(app: Flask, link: str) -> tuple[Visitor, list[str], str]:
    """Use a link as its holder does; return them, their recovery codes and their secret."""
    newcomer = Visitor(app)
    page = newcomer.get(link)
    secret = words(page.find(".secret"))
    done = newcomer.submit(page, link, 200, password=PASSWORD, again=PASSWORD, code=code(secret))
    return newcomer, [words(one) for one in done.all("ol.codes code")], secret


def deeds(app: Flask) -> list[tuple[str, str, str]]:
    with app.app_context():
        lines = reading().query(Deed).order_by(Deed.number)
        return [(line.username, line.deed, line.about) for line in lines]


def test_somebody_invited_joins_and_signs_in_with_their_phone(living: Flask) -> None:
    with clock.pretend(
        clock.now()
    ):  # a code is new every half minute, and a slow machine must not meet the next
        link = invite(living)
        newcomer, codes, secret = join(living, link)
        assert len(codes) == 10
        newcomer.get(link, 404)
        page = newcomer.get(DOOR)
        newcomer.submit(page, DOOR, 422, username="hoa.nt", password=PASSWORD, code=code(secret))
    with clock.pretend(clock.now() + timedelta(minutes=1)):
        newcomer.submit(page, DOOR, username="hoa.nt", password=PASSWORD, code=code(secret))
        assert "Nông Thử Hoa" in newcomer.get("/can-bo").text
    assert deeds(living)[-5:] == [
        ("mau-quan-tri", "account.added", "account:hoa.nt"),
        ("mau-quan-tri", "account.invited", "account:hoa.nt"),
        ("hoa.nt", "account.joined", "account:hoa.nt"),
        ("", "session.refused", "account:hoa.nt"),
        ("hoa.nt", "session.begun", "account:hoa.nt"),
    ]


def test_what_is_wrong_with_a_new_account_is_told_at_its_field(living: Flask) -> None:
    chief = seated(living, "administrator")
    page = chief.get("/can-bo/them-nguoi-dung")
    told = chief.submit(page, "/can-bo/them-nguoi-dung", 422, name="", username="Hoà", role="operator")
    assert {"#name", "#username", "#role"} <= set(told.links.values())
    assert told.find("#username").get("value") == "hoà"
    assert told.find("#username").get("aria-invalid") == "true"
    taken = chief.submit(
        page, "/can-bo/them-nguoi-dung", 422, name="A", username="mau-kiem-tra", role="auditor"
    )
    assert "Đã có tài khoản" in taken.text


def test_joining_asks_again_for_what_is_wrong_and_keeps_the_same_picture(living: Flask) -> None:
    link = invite(living)
    newcomer = Visitor(living)
    page = newcomer.get(link)
    told = newcomer.submit(page, link, 422, password="ngắn", again="ngắn", code="1")
    assert {"#password", "#code"} <= set(told.links.values())
    assert told.find("img.code").get("src") == page.find("img.code").get("src")
    assert str(told.find("img.code").get("src")).startswith("data:image/svg+xml")


@pytest.mark.parametrize("purpose", ["password", "second_factor", "account"])
def test_a_reset_ends_sign_ins_and_leaves_one_way_in(living: Flask, purpose: str) -> None:
    clerk, chief = seated(living, "clerk_centre"), seated(living, "administrator")
    page = chief.get(f"{PEOPLE}/mau-trung-tam")
    link = handed(chief.submit(page, f"{PEOPLE}/mau-trung-tam/cap-lai", 200, purpose=purpose))
    clerk.get("/can-bo", 302)
    sign_in(Visitor(living), "mau-trung-tam", 422)
    shown = clerk.get(link)
    assert bool(shown.all("#password")) is (purpose != "second_factor")
    assert bool(shown.all("img.code")) is (purpose != "password")
    if purpose == "password":
        clerk.submit(shown, link, password=PASSWORD, again=PASSWORD)
        assert "Đã đặt mật khẩu mới" in clerk.get(DOOR).text
        sign_in(clerk, "mau-trung-tam", password=PASSWORD)


def test_a_disabled_account_is_out_at_once_and_may_come_back(living: Flask) -> None:
    clerk, chief = seated(living, "clerk_centre"), seated(living, "administrator")
    address = f"{PEOPLE}/mau-trung-tam"
    chief.submit(chief.get(address), f"{address}/khoa")
    clerk.get("/can-bo", 302)
    page = chief.get(address)
    assert "Đã khoá" in page.text
    chief.submit(page, f"{address}/cho-dung-lai")
    sign_in(clerk, "mau-trung-tam")


def test_nobody_disables_resets_or_promotes_themselves(living: Flask) -> None:
    chief = seated(living, "administrator")
    token = chief.get(PEOPLE).find("input[name=csrf_token]").get("value")
    for step, typed in (("khoa", {}), ("cap-lai", {"purpose": "account"}), ("vai-tro", {"role": "approver"})):
        told = chief.post(f"{PEOPLE}/mau-quan-tri/{step}", 409, {"csrf_token": token, **typed})
        assert "người quản trị khác" in told.text
    chief.post(f"{PEOPLE}/nhap-lieu/cap-lai", 404, {"csrf_token": token, "purpose": "account"})


def test_a_new_role_counts_from_the_next_sign_in(living: Flask) -> None:
    clerk, chief = seated(living, "clerk_centre"), seated(living, "administrator")
    address = f"{PEOPLE}/mau-trung-tam"
    chief.submit(chief.get(address), f"{address}/vai-tro", role="auditor")
    clerk.get("/can-bo", 302)
    assert "Kiểm tra" in seated(living, "clerk_centre").get("/can-bo").text
    page = chief.get(address)
    chief.submit(page, f"{address}/vai-tro", 409, role="operator")


def test_a_deputy_is_named_for_some_days_and_let_go(living: Flask) -> None:
    chief, clerk = seated(living, "administrator"), seated(living, "clerk_department")
    address, today = f"{PEOPLE}/mau-nguoi-duyet", clock.today()
    naming = f"{address}/duyet-thay"
    wrong = chief.submit(
        chief.get(address), naming, 422, deputy="", **{"from": "31/02/2026", "to": "1/1/2020"}
    )
    assert {"#deputy", "#from"} <= set(wrong.links.values())
    assert wrong.find("#from").get("value") == "31/02/2026"
    days = {"from": f"{today:%d/%m/%Y}", "to": f"{today + timedelta(days=7):%d/%m/%Y}"}
    chief.submit(wrong, naming, deputy="mau-chuyen-vien", **days)
    assert "Chuyên viên Sở, Người duyệt" in clerk.get("/can-bo").text
    page = chief.get(address)
    ending = next(one.get("action", "") for one in page.all("form") if "/thoi" in one.get("action", ""))
    chief.submit(page, ending)
    assert "Chuyên viên Sở, Người duyệt" not in clerk.get("/can-bo").text


def test_an_auditor_sees_accounts_and_no_button(living: Flask) -> None:
    auditor = seated(living, "auditor")
    assert auditor.get(PEOPLE).link("Người duyệt Mẫu") == f"{PEOPLE}/mau-nguoi-duyet"
    forms = auditor.get(f"{PEOPLE}/mau-nguoi-duyet").all("form")
    assert [form.get("action") for form in forms] == ["/can-bo/dang-xuat"]
    auditor.get(f"{PEOPLE}/nhap-lieu", 404)


def test_one_changes_ones_password_and_is_out_everywhere_else(living: Flask) -> None:
    here, there = seated(living, "approver"), seated(living, "approver")
    page, address = here.get("/can-bo/toi/mat-khau"), "/can-bo/toi/mat-khau"
    wrong = here.submit(page, address, 422, current="không phải", password=PASSWORD, again=PASSWORD)
    assert "#current" in wrong.links.values()
    known = keys(living, "mau-nguoi-duyet")
    here.submit(wrong, address, current=known.password, password=PASSWORD, again=PASSWORD)
    assert "Đã đổi mật khẩu" in here.get("/can-bo/toi").text
    there.get("/can-bo", 302)
    sign_in(there, "mau-nguoi-duyet", 422)
    sign_in(there, "mau-nguoi-duyet", password=PASSWORD, code=known.codes[1])


def test_guessing_ones_present_password_takes_longer_and_longer(living: Flask) -> None:
    thief = seated(living, "approver")
    page = thief.get("/can-bo/toi")
    with clock.pretend(clock.now()):
        for _try in range(8):
            thief.submit(page, "/can-bo/toi/ma-du-phong", 422, current="đoán mò")
        known = keys(living, "mau-nguoi-duyet").password
        assert "Hãy chờ" in thief.submit(page, "/can-bo/toi/ma-du-phong", 422, current=known).text


def test_new_recovery_codes_replace_the_old_ones(living: Flask) -> None:
    clerk, known = seated(living, "approver"), keys(living, "mau-nguoi-duyet")
    shown = clerk.submit(clerk.get("/can-bo/toi"), "/can-bo/toi/ma-du-phong", 200, current=known.password)
    new = [words(one) for one in shown.all("ol.codes code")]
    assert not set(new) & set(known.codes)
    sign_in(Visitor(living), "mau-nguoi-duyet", 422)
    sign_in(Visitor(living), "mau-nguoi-duyet", code=new[0])


def test_one_ends_ones_other_sign_ins_and_nobody_elses(living: Flask) -> None:
    here, there, other = (seated(living, role) for role in ("approver", "approver", "auditor"))
    page = here.get("/can-bo/toi")
    (ending,) = [one.get("action", "") for one in page.all("form") if "/phien/" in one.get("action", "")]
    other.submit(other.get("/can-bo/toi"), "/can-bo/dang-xuat")
    stranger = seated(living, "auditor")
    token = stranger.get("/can-bo").find("input[name=csrf_token]").get("value")
    stranger.post(ending, 303, {"csrf_token": token})
    there.get("/can-bo")
    here.submit(page, ending)
    there.get("/can-bo", 302)
    here.get("/can-bo")


def test_the_command_line_adds_lists_resets_and_disables(living: Flask) -> None:
    link = run(
        living, "accounts", "add", "hoa.nt", "--name", "Nông Thử Hoa", "--role", "administrator"
    ).strip()
    assert "hoa.nt\tadministrator\tinvited\tNông Thử Hoa" in run(living, "accounts", "list")
    join(living, link.removeprefix("https://tgpl.example.vn"))
    assert "hoa.nt\tadministrator\tactive" in run(living, "accounts", "list")
    run(living, "accounts", "disable", "hoa.nt")
    assert "hoa.nt\tadministrator\tdisabled" in run(living, "accounts", "list")
    for option, shows in (("--password", "#password"), ("--second-factor", "img.code")):
        link = (
            run(living, "accounts", "reset", "hoa.nt", option).strip().removeprefix("https://tgpl.example.vn")
        )
        page = Visitor(living).get(link)
        assert page.all(shows)
        assert bool(page.all("#password")) is not bool(page.all("img.code"))
    link = run(living, "accounts", "reset", "hoa.nt").strip().removeprefix("https://tgpl.example.vn")
    page = Visitor(living).get(link)
    assert page.all("#password")
    assert page.all("img.code")
    assert run(living, "accounts", "verify").startswith("OK ")
    run(living, "accounts", "add", "hoa.nt", "--name", "Lại", "--role", "auditor", exits=1)
    run(living, "accounts", "disable", "nhap-lieu", exits=1)
    with living.app_context():
        assert audit.verify(reading()).wrong is None
