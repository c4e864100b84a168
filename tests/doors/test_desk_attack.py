"""Every form of the desk sent wrong: without token, empty, hostile, twice. No 500, nothing half-written."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import pytest
from flask import Flask
from sqlalchemy import String, Table, text
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from app.accounts import audit
from app.accounts.permissions import ADMINISTRATOR, APPROVER, AUDITOR, CLERK_CENTRE, CLERK_DEPARTMENT
from app.db import Base
from app.reports import taking
from app.reports.models import MONEY
from app.reports.taking import Told
from app.web.access import ACCESS, ANYBODY, AUDIENCES
from app.web.session import unit_of_work
from tests.desk import DOOR, PEOPLE, seated
from tests.doors.test_desk_story import LAWYER
from tests.pages import Page, Visitor, words

SCRIPT, SQL = '"><script>alert(1)</script>', "'; DROP TABLE account; --"
HOSTILE = (
    SCRIPT,
    SQL,
    "a\0b",
    "\u202egnp.exe\u202c",
    "x" * 50_000,
    "9" * 30,
    "9" * 5000,
    "²",
    "%(name)s {0} {{7*7}}",
    "../../../etc/passwd",
    "",
)
NOT_FOR_POSTGRESQL = ("a\0b", "x" * 50_000, "9" * 30)
ONE_BY_ONE = (SCRIPT, "x" * 50_000, "²")
WHOLE = {
    *("account", "invitation", "deputy", "recovery_code", "change", "change_set", "change_save"),
    *("event", "candidate", "scan", "attachment", "report"),
}
"""Tables compared row by row; of all others the rows are counted."""
PASSING = {"sign_in", "sign_in_attempt", "staff_deed"}
"""What a refused form may leave behind: a click, an attempt, a line that says so."""
KEEPS_WHAT_WAS_TYPED = {"desk.save", "desk.autosave"}
NOBODY = ""
FILES = {"tep", "bo-dong"}

Make = Callable[[Flask], str]


class Form(NamedTuple):
    """A form: who sends it, where to (an address, or what makes one), and what a sound one says."""

    role: str
    path: str | Make
    fields: dict[str, Any]


def begun(app: Flask, role: str, start: str, **fields: str) -> tuple[Visitor, Page]:
    who = seated(app, role)
    source = who.get("/can-bo/muc" if start.endswith("/moi") else start.rpartition("/")[0])
    return who, who.get(who.submit(source, start, 303, **fields).headers["Location"])


def draft(app: Flask) -> str:
    return begun(app, CLERK_CENTRE, "/can-bo/muc/TT-01/sua")[1].path


def to_approve(app: Flask) -> str:
    who, form = begun(app, CLERK_CENTRE, "/can-bo/muc/moi", loai="lawyer")
    who.submit(form, form.path, 303, viec="gui", **LAWYER)
    return form.path.replace("thay-doi", "duyet")


def sent_to_review(app: Flask) -> str:
    return to_approve(app).replace("duyet", "thay-doi")


def to_publish(app: Flask) -> str:
    path, approver = to_approve(app), seated(app, APPROVER)
    approver.submit(approver.get(path), path)
    return "/can-bo/cong-bo"


def happened(app: Flask) -> str:
    who, path = seated(app, CLERK_DEPARTMENT), "/can-bo/muc/TC-001/su-kien"
    typed = {"what": "certificate_amended", "happened_on": "20/11/2026"}
    return who.submit(who.get(path), path, 303, **typed).headers["Location"]


def handed_in(app: Flask) -> str:
    who, path = seated(app, CLERK_DEPARTMENT), "/can-bo/bang-tinh"
    book = who.client.get(f"{path}/mau.xlsx").data
    return who.submit(who.get(path), path, 303, tep=(io.BytesIO(book), "mau.xlsx")).headers["Location"]


def invited(app: Flask) -> str:
    chief, path = seated(app, ADMINISTRATOR), "/can-bo/them-nguoi-dung"
    page = chief.submit(chief.get(path), path, 200, name="Mẫu Mới", username="mau-moi", role=AUDITOR)
    return "/can-bo" + words(page.find(".cite")).partition("/can-bo")[2]


def deputised(app: Flask) -> str:
    chief, path = seated(app, ADMINISTRATOR), "/can-bo/nguoi-dung/mau-nguoi-duyet"
    days = {"from": "01/12/2026", "to": "05/12/2026"}
    chief.submit(chief.get(path), f"{path}/duyet-thay", deputy="mau-chuyen-vien", **days)
    return next(
        one.get("action", "") for one in chief.get(path).all("form") if "/thoi" in one.get("action", "")
    )


def told(app: Flask) -> str:
    with app.app_context(), unit_of_work() as session:
        taking.take(session, Told(MONEY, words="Ở bến xe (mẫu)"))
    return "/can-bo/phan-anh/1/xong"


def under(make: Make, tail: str) -> Make:
    return lambda app: make(app) + tail


def the_set_of_a_draft(app: Flask) -> str:
    draft(app)
    return "/can-bo/dot/1/bo"


PERSON = "/can-bo/nguoi-dung/mau-kiem-tra"
SECRET = {"password": "bốn chữ thật dài", "again": "bốn chữ thật dài"}
EVENT = {"what": "certificate_amended", "happened_on": "20/11/2026", "dossier_on": "", "note": "mẫu"}
PUBLICATION = {"so": "1", "instrument": "decision", "issuer": "department", "number": "9-MẪU/QĐ"} | {
    "day": "20/11/2026",
    "note": "",
    "viec": "cong-bo",
}
FORMS = {
    "desk.signing_in": Form(
        NOBODY, DOOR, {"username": "mau-kiem-tra", "password": "x", "code": "1", "den": "/can-bo"}
    ),
    "desk.accepting": Form(NOBODY, invited, SECRET | {"code": "000000"}),
    "desk.sign_out": Form(AUDITOR, "/can-bo/dang-xuat", {}),
    "desk.changing_password": Form(AUDITOR, "/can-bo/toi/mat-khau", SECRET | {"current": "x"}),
    "desk.new_codes": Form(AUDITOR, "/can-bo/toi/ma-du-phong", {"current": "x"}),
    "desk.end_sign_in": Form(AUDITOR, "/can-bo/toi/phien/1/ket-thuc", {}),
    "desk.adding_account": Form(
        ADMINISTRATOR, "/can-bo/them-nguoi-dung", {"name": "Mẫu Mới", "username": "mau-moi", "role": AUDITOR}
    ),
    "desk.change_role": Form(ADMINISTRATOR, f"{PERSON}/vai-tro", {"role": AUDITOR}),
    "desk.change_address": Form(ADMINISTRATOR, f"{PERSON}/thu", {"email": "mau@example.vn"}),
    "desk.disable": Form(ADMINISTRATOR, f"{PERSON}/khoa", {}),
    "desk.enable": Form(ADMINISTRATOR, f"{PERSON}/cho-dung-lai", {}),
    "desk.reset": Form(ADMINISTRATOR, f"{PERSON}/cap-lai", {"purpose": "password"}),
    "desk.name_deputy": Form(
        ADMINISTRATOR,
        "/can-bo/nguoi-dung/mau-nguoi-duyet/duyet-thay",
        {"deputy": "mau-chuyen-vien", "from": "01/12/2026", "to": "05/12/2026"},
    ),
    "desk.end_deputy": Form(ADMINISTRATOR, deputised, {}),
    "desk.begin_new": Form(CLERK_CENTRE, "/can-bo/muc/moi", {"loai": "lawyer"}),
    "desk.begin": Form(CLERK_CENTRE, "/can-bo/muc/TT-01/sua", {}),
    "desk.begin_again": Form(CLERK_DEPARTMENT, "/can-bo/muc/TC-001/ban/2", {}),
    "desk.close_report": Form(CLERK_DEPARTMENT, told, {"outcome-1": "Đã gọi lại (mẫu)."}),
    "desk.save": Form(
        CLERK_CENTRE,
        draft,
        {"name": "Mẫu", "phone": "02053000555", "shown": "cũ", "viec": "luu", "giu.phone": "cua-toi"},
    ),
    "desk.autosave": Form(CLERK_CENTRE, under(draft, "/tu-luu"), {"name": "Mẫu", "shown": "cũ"}),
    "desk.drop": Form(CLERK_CENTRE, under(draft, "/bo"), {}),
    "desk.take_back": Form(CLERK_CENTRE, under(sent_to_review, "/rut-ve"), {}),
    "desk.record_event": Form(CLERK_DEPARTMENT, "/can-bo/muc/TC-001/su-kien", EVENT),
    "desk.answer_event": Form(
        CLERK_DEPARTMENT, happened, {"entry": "1", "letter": "9-MẪU/STP", "reported_on": "20/11/2026"}
    ),
    "desk.take_back_event": Form(CLERK_DEPARTMENT, under(happened, "/bo"), {}),
    "desk.hand_in": Form(CLERK_DEPARTMENT, "/can-bo/bang-tinh", {"tep": "không phải tệp"}),
    "desk.propose_workbook": Form(CLERK_DEPARTMENT, handed_in, {"bo-dong": "Luật sư|1"}),
    "desk.read_again": Form(CLERK_DEPARTMENT, under(handed_in, "/doc-lai"), {}),
    "desk.discard_workbook": Form(CLERK_DEPARTMENT, under(handed_in, "/bo"), {}),
    "desk.drop_change_set": Form(CLERK_CENTRE, the_set_of_a_draft, {}),
    "desk.approve": Form(APPROVER, to_approve, {"shown": "cũ"}),
    "desk.approve_several": Form(APPROVER, "/can-bo/duyet", {"so": "1"}),
    "desk.send_back": Form(APPROVER, under(to_approve, "/tra-lai"), {"reason": "Thiếu số hợp đồng."}),
    "desk.publish_chosen": Form(APPROVER, to_publish, PUBLICATION),
    "desk.undo_publication": Form(APPROVER, "/can-bo/cong-bo/2/hoan-tac", {}),
    "desk.add_decision_scan": Form(APPROVER, "/can-bo/cong-bo/1/quyet-dinh", {"tep": "không phải tệp"}),
}


def posts(app: Flask) -> set[str]:
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and ACCESS.get(rule.endpoint) in {ANYBODY, *AUDIENCES}
    }


def kept(app: Flask) -> dict[str, object]:
    """Return what the database holds, and fail where a text is longer than its column may be elsewhere."""
    held: dict[str, object] = {}
    with app.app_context(), Session(app.extensions["instance"].engine) as session:
        for table in Base.metadata.sorted_tables:
            if table.name in WHOLE:
                held[table.name] = rows_of(session, table)
            elif table.name not in PASSING:
                held[table.name] = session.scalar(text(f"SELECT count(*) FROM {table.name}"))  # noqa: S608
        assert audit.verify(session).wrong is None
    return held


def rows_of(session: Session, table: Table) -> list[str]:
    """Return the rows as they lie there, read by no type of ours, which is quick."""
    found = session.execute(text(f"SELECT * FROM {table.name}"))  # noqa: S608  our own table
    names, rows = found.keys(), [tuple(row) for row in found]
    for name, values in zip(names, zip(*rows, strict=True), strict=bool(rows)):
        kind = table.columns[name].type
        if isinstance(kind, String) and kind.length:
            longest = max(len(value or "") for value in values)
            assert longest <= kind.length, f"{table.columns[name]} holds {longest} characters"
    return sorted(map(repr, rows))


def attempts(fields: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield nothing, all fields hostile, one of them hostile, all of them twice."""
    yield {}
    yield from hostile(fields, HOSTILE)
    for key in fields:
        for typed in ONE_BY_ONE:
            yield fields | {key: typed}
    yield {key: [value, value, SCRIPT] for key, value in fields.items()}


def hostile(fields: dict[str, Any], texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    return (dict.fromkeys(fields, typed) for typed in texts)


def token_for(who: Visitor, role: str) -> str:
    return who.get("/can-bo" if role else DOOR).find("input[name=csrf_token]").get("value", "")


@pytest.mark.parametrize("endpoint", FORMS)
def test_a_form_sent_wrong_is_refused_whole(living: Flask, endpoint: str) -> None:
    role, where, fields = FORMS[endpoint]
    path = where if isinstance(where, str) else where(living)
    who = seated(living, role) if role else Visitor(living)
    token, before = token_for(who, role), kept(living)
    assert who.client.post(path, data=fields).status_code == 400
    assert who.client.post(path, data=fields | {"csrf_token": SCRIPT}).status_code == 400
    assert kept(living) == before
    for sent in [*attempts(fields), fields, fields]:
        answer = who.client.post(path, data=MultiDict({"csrf_token": token} | sent))
        after = kept(living)
        assert answer.status_code < 500, f"{path} answers {answer.status_code} to {str(sent)[:200]}"
        assert "<script>alert" not in answer.get_data(as_text=True)
        if answer.status_code >= 400 and endpoint not in KEEPS_WHAT_WAS_TYPED:
            assert after == before, f"{path} refuses {str(sent)[:200]} and yet keeps something"
        before = after
    for page in ("/can-bo/viec", "/can-bo/cong-bo"):
        seated(living, APPROVER).get(page)
    seated(living, ADMINISTRATOR).get("/can-bo/nguoi-dung")


@pytest.mark.parametrize("endpoint", [one for one, form in FORMS.items() if {*form.fields} - FILES])
def test_postgresql_breaks_at_no_form_either(living_in_postgresql: Flask, endpoint: str) -> None:
    """Which keeps no NUL, no text longer than its column and no number larger than its kind."""
    role, where, fields = FORMS[endpoint]
    path = where if isinstance(where, str) else where(living_in_postgresql)
    who = seated(living_in_postgresql, role) if role else Visitor(living_in_postgresql)
    token = token_for(who, role)
    too_long = [fields | {key: "x" * 50_000} for key in fields]
    for sent in [*hostile(fields, NOT_FOR_POSTGRESQL), *too_long, fields, fields]:
        answer = who.client.post(path, data=MultiDict({"csrf_token": token} | sent))
        assert answer.status_code < 500, f"{path} answers {answer.status_code} to {str(sent)[:200]}"
    kept(living_in_postgresql)


def test_every_form_of_the_desk_is_sent_wrong(living: Flask) -> None:
    assert posts(living) == FORMS.keys()


@pytest.mark.parametrize("number", ["2147483648", "9" * 30, "9" * 5000, "²", "-1"])
def test_a_number_that_no_table_can_hold_names_nothing(living: Flask, number: str) -> None:
    seats = {role: seated(living, role) for role in PEOPLE}
    tokens = {role: token_for(who, role) for role, who in seats.items()}
    for rule in living.url_map.iter_rules():
        audience = AUDIENCES.get(ACCESS.get(rule.endpoint, ""))
        if audience is None or "<int:" not in rule.rule:
            continue
        role = next(one for one in PEOPLE if one in audience)
        path, client = re.sub(r"<int:\w+>", number, rule.rule), seats[role].client
        posting = "POST" in (rule.methods or ())
        answer = client.post(path, data={"csrf_token": tokens[role]}) if posting else client.get(path)
        assert answer.status_code in (404, 405), f"{path} answers {answer.status_code}"
    assert seats[AUDITOR].client.get(f"/can-bo/nhat-ky?trang={number}").status_code == 200
