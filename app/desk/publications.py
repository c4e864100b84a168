"""Publishing: approved changes, the document they rest on, one last look, then it is public. And undoing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app import clock, kinds
from app.desk import change as changes
from app.desk import words
from app.desk.door import HOME, desk
from app.desk.fields import said
from app.desk.guard import may
from app.desk.numbers import numbers
from app.desk.person import me
from app.desk.states import ACTS
from app.desk.told import tell
from app.desk.work import work
from app.duties import due, record
from app.faults import RuleBroken
from app.kinds import Unreadable
from app.kinds.types import Day
from app.ledger import read
from app.publishing import internal, law, undo
from app.publishing.publish import Instrument, publish
from app.records import scans
from app.records.changes import APPROVED, Change
from app.records.events import Event
from app.web import links
from app.web.access import APPROVERS
from app.web.instance import instance
from app.web.language import N_, _
from app.web.session import reading

PATH = f"{HOME}/cong-bo"
RECENT = 20
"""Publications shown before somebody asks for all."""

INSTRUMENTS = (
    ("decision", N_("Quyết định")),
    ("notice", N_("Thông báo")),
    ("letter", N_("Công văn")),
    ("contact_update", N_("Cập nhật thông tin liên hệ (không cần văn bản)")),
)
ISSUERS = (
    ("department", N_("Sở Tư pháp")),
    ("province", N_("Ủy ban nhân dân tỉnh")),
    ("centre", N_("Trung tâm trợ giúp pháp lý nhà nước")),
)


@dataclass(slots=True)
class Form:
    """What was typed of a publication, and what is wrong with it."""

    chosen: list[int] = field(default_factory=list)
    instrument: str = "decision"
    issuer: str = "department"
    number: str = ""
    day: str = ""
    note: str = ""
    broken: list[RuleBroken] = field(default_factory=list)

    @property
    def under(self) -> Instrument:
        """The document that the publication rests on. To be asked only of a form without problems."""
        return Instrument(
            self.instrument, self.issuer, self.number or None, _day(self.day), self.note.strip() or None
        )


@desk.get("/cong-bo")
def publishing() -> str:
    """Show what is approved and waits to be published, and what was published."""
    return page(_untouched())


@desk.post("/cong-bo")
def publish_chosen() -> ResponseReturnValue:
    """Show the last look at what was chosen; publish it once that was seen."""
    form = _typed()
    if form.broken:
        return make_response(page(form), 422)
    if request.form.get("viec") != "cong-bo":
        return _last_look(form)
    with work() as doing:
        chosen = [changes.find(doing.session, one) for one in form.chosen]
        for one in chosen:
            changes.must_approve(one)
        number = _publish(doing.session, doing.account, chosen, form)
        doing.note(
            "publication.published" if number else "changes.accepted",
            f"publication:{number}",
            changes=form.chosen,
        )
    return _told(number)


@desk.post("/cong-bo/<int:number>/hoan-tac")
def undo_publication(number: int) -> ResponseReturnValue:
    """Propose what restores the register as it was before a publication: drafts for another to approve."""
    with work() as doing:
        restoring = undo.undo(doing.session, doing.account, number)
        count = len(restoring.changes)
        doing.note("publication.undo", f"publication:{number}", change_set=restoring.id)
    tell(
        _(
            "Đã soạn %(count)s thay đổi để hoàn tác lần công bố %(number)s. Hãy xem và gửi duyệt.",
            count=count,
            number=number,
        ),
        (_("Việc đang làm"), f"{HOME}/viec"),
    )
    return redirect(links.link(f"{HOME}/viec"), 303)


def _publish(session: Any, account: Any, chosen: list[Change], form: Form) -> int:
    """Return the number of the publication; 0 where only fields of the desk change."""
    if all(internal.is_internal(session, one, one.fields) for one in chosen):
        internal.accept_internal(session, chosen, account)
        return 0
    here = instance()
    number = publish(session, here.signer, account, chosen, form.under, register=here.settings.province)
    _answer_events(session, chosen)
    return number


def _answer_events(session: Any, published: list[Change]) -> None:
    """Note that the duty to publish is done where an event of these listings asked for it."""
    entries = {one.listing_id: one.entry for one in published if one.entry}
    for duty in due.open_duties(session, clock.today(), lambda _kind, _fields: True):
        if duty.code == "publish" and duty.listing_id in entries:
            event = session.get_one(Event, int(duty.path.rpartition("/")[2]))
            record.mark_published(session, event, entries[duty.listing_id])


def _told(number: int) -> ResponseReturnValue:
    if number:
        tell(
            _("Đã công bố lần %(number)s. Mọi trang công khai đã đổi theo.", number=number),
            (_("Xem lần công bố"), f"/cong-bo/{number}"),
            (_("Hoàn tác"), f"{PATH}#lan-{number}"),
        )
    else:
        tell(_("Đã ghi nhận: chỉ thông tin nội bộ thay đổi, không cần công bố."))
    return redirect(links.link(PATH), 303)


def _last_look(form: Form) -> str:
    """Return what the public will see change, and all that the law says of it together."""
    session, names = reading(), changes.names(reading())
    chosen = [changes.find(session, one) for one in form.chosen]
    entries = [
        (
            _(ACTS[one.act]),
            changes.title(one),
            [
                (each.field.vi, said(each.field, each.before, names), said(each.field, each.after, names))
                for each in changes.different(session, one)
                if each.field.public
            ],
        )
        for one in chosen
    ]
    found = law.broken_together(session, chosen)
    stopping = [(who, rule) for who, rule in found if not (rule.warning or rule.question)]
    return render_template(
        "desk/last_look.html",
        here=PATH,
        heading=_("Xem lần cuối trước khi công bố"),
        form_=form,
        entries=entries,
        stopping=stopping,
        warnings=[(who, rule) for who, rule in found if rule.warning],
        instrument=_(dict(INSTRUMENTS)[form.instrument]),
        issuer=_(dict(ISSUERS)[form.issuer]),
    )


def refused_scan(number: int, problem: str) -> Response:
    """Return the page with what is wrong with the scan that was sent for a publication."""
    return make_response(page(_untouched(), refused=number, problem=problem), 422)


def _untouched() -> Form:
    return Form(chosen=[one.id for one in _approved()])


def page(form: Form, refused: int = 0, problem: str = "") -> str:
    """Return what waits to be published and what was, with ``form`` for who may publish."""
    published = read.publications(reading())
    recent = {refused, *(one.number for one in published[:RECENT])}
    shown = [one for one in published if "tat-ca" in request.args or one.number in recent]
    return render_template(
        "desk/publishing.html",
        here=PATH,
        heading=_("Công bố"),
        form_=form,
        approved=[
            (one.id, f"{_(ACTS[one.act])}: {changes.title(one)}", kinds.find(one.kind).sheet, one.author.name)
            for one in _approved()
        ],
        instruments=[(key, _(name)) for key, name in INSTRUMENTS],
        issuers=[(key, _(name)) for key, name in ISSUERS],
        published=[(one.number, words.day(one.day), one.decision_number or "") for one in shown],
        more=len(shown) < len(published),
        publisher=may(me(), APPROVERS),
        refused=refused,
        problem=problem,
        scanned=scans.publications(reading()),
    )


def _approved() -> list[Change]:
    return list(reading().scalars(select(Change).where(Change.state == APPROVED).order_by(Change.id)))


def _typed() -> Form:
    sent = request.form
    form = Form(
        numbers(sent.getlist("so")),
        sent.get("instrument", ""),
        sent.get("issuer", ""),
        " ".join(sent.get("number", "").split())[:100],
        sent.get("day", "").strip(),
        sent.get("note", "")[:2000],
    )
    form.broken = list(_problems(form))
    return form


def _problems(form: Form) -> list[RuleBroken]:
    broken = []
    if not form.chosen:
        broken.append(RuleBroken("so", _("Hãy chọn ít nhất một thay đổi đã duyệt.")))
    if form.instrument not in dict(INSTRUMENTS):
        broken.append(RuleBroken("instrument", _("Hãy chọn loại văn bản.")))
    if form.issuer not in dict(ISSUERS):
        broken.append(RuleBroken("issuer", _("Hãy chọn cơ quan ban hành.")))
    if form.instrument != "contact_update" and not form.number:
        broken.append(RuleBroken("number", _("Hãy ghi số văn bản.")))
    return broken + _problems_of_day(form)


def _problems_of_day(form: Form) -> list[RuleBroken]:
    if form.instrument == "contact_update" and not form.day:
        return []
    try:
        day = _day(form.day)
    except Unreadable as unreadable:
        return [RuleBroken("day", _("Ngày văn bản: cần %(expected)s.", expected=unreadable.expected))]
    if day and day > clock.today():
        return [RuleBroken("day", _("Ngày văn bản không thể ở sau hôm nay."))]
    return []


def _day(text: str) -> date | None:
    return date.fromisoformat(Day().read(text, "")) if text else None
