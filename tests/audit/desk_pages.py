"""One page of every kind that staff see, with something on it: made by a day's work on a sample register."""

from __future__ import annotations

import io

from flask import Flask

from app.accounts.permissions import ADMINISTRATOR, APPROVER, AUDITOR, CLERK_CENTRE
from app.reports import taking
from app.reports.models import MISTAKE, MONEY
from app.reports.taking import Told
from app.web.session import unit_of_work
from tests.desk import DOOR, seated
from tests.doors.test_desk_people import invite
from tests.doors.test_desk_story import LAWYER, begun, number_of
from tests.pages import Page, Visitor

Pages = dict[str, Page]

DECISION = {"instrument": "decision", "number": "99-MẪU/QĐ-STP", "day": "20/11/2026"}


def desk_pages(app: Flask) -> Pages:
    """Return the pages by a name for each. Writes to the register of ``app``."""
    _told(app)
    approver, clerk = seated(app, APPROVER), seated(app, CLERK_CENTRE)
    return {
        "sign-in": Visitor(app).get(DOOR),
        **_of_administrators(seated(app, ADMINISTRATOR)),
        **_of_clerks(clerk),
        **_of_changes(clerk, approver),
        **_of_workbooks(clerk),
        "deeds": seated(app, AUDITOR).get("/can-bo/nhat-ky"),
    }


def _told(app: Flask) -> None:
    with app.app_context(), unit_of_work() as session:
        taking.take(session, Told(MONEY, words="Ở bến xe (mẫu)", contact="0205 3000 000"))
        taking.take(session, Told(MISTAKE, "person", listing_id="LS-0001", subject=True))


def _of_administrators(who: Visitor) -> Pages:
    adding = "/can-bo/them-nguoi-dung"
    form = who.get(adding)
    return {
        "people": who.get("/can-bo/nguoi-dung"),
        "person": who.get("/can-bo/nguoi-dung/mau-trung-tam"),
        "new-person": form,
        "new-person-wrong": who.submit(form, adding, 422, name="", username="Hoà"),
        "link": who.submit(form, adding, 200, name="Lý Thử An", username="an.lt", role=CLERK_CENTRE),
        "invitation": Visitor(who.app).get(invite(who.app)),
    }


def _of_clerks(who: Visitor) -> Pages:
    addresses = {
        "day": "/can-bo",
        "waiting": "/can-bo/cho/den-han",
        "listings": "/can-bo/muc",
        "listing": "/can-bo/muc/TC-001",
        "event": "/can-bo/muc/TC-001/su-kien",
        "reports": "/can-bo/phan-anh",
        "own": "/can-bo/toi",
        "password": "/can-bo/toi/mat-khau",
    }
    return {name: who.get(address) for name, address in addresses.items()}


def _of_changes(clerk: Visitor, approver: Visitor) -> Pages:
    form = begun(clerk, "/can-bo/muc/moi", loai="lawyer")
    wrong = clerk.submit(form, form.path, 422, viec="gui", **(LAWYER | {"contact_via": "Không Có Ai"}))
    clerk.submit(wrong, form.path, 303, viec="gui", **LAWYER)
    number = number_of(form)
    review = approver.get(f"/can-bo/duyet/{number}")
    tasks, preview = clerk.get("/can-bo/viec"), clerk.get(f"{form.path}/xem-truoc")
    approver.submit(review, f"/can-bo/duyet/{number}", 303)
    publishing = approver.get("/can-bo/cong-bo")
    last_look = approver.submit(publishing, "/can-bo/cong-bo", 200, so=[str(number)], **DECISION)
    return {
        "change": form,
        "change-wrong": wrong,
        "review": review,
        "tasks": tasks,
        "preview": preview,
        "publishing": publishing,
        "last-look": last_look,
    }


def _of_workbooks(who: Visitor) -> Pages:
    page = who.get("/can-bo/bang-tinh")
    book = who.client.get("/can-bo/bang-tinh/dang-co.xlsx").data
    sent = who.submit(page, "/can-bo/bang-tinh", 303, tep=(io.BytesIO(book), "danh-sach.xlsx"))
    return {"workbooks": page, "workbook": who.get(sent.headers["Location"])}
