"""The form of a change: shown, saved as typed, sent to review, dropped. What is typed is never lost."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from flask import Response, jsonify, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app import attachments
from app.canonical import Document, encode
from app.desk import change as changes
from app.desk import comparing, fields, register, words
from app.desk.comparing import Conflict
from app.desk.door import HOME, desk
from app.desk.groups import grouped
from app.desk.states import ACTS, STATES
from app.desk.told import tell
from app.desk.work import work
from app.faults import Fault, RuleBroken, RulesBroken, Stale
from app.kinds.files import Files
from app.ledger.acts import CHANGED, ENDED
from app.publishing import law, propose
from app.publishing.review import fingerprint
from app.records import attachments as stored
from app.records.attachments import Unkeepable
from app.records.changes import DRAFT, RETURNED, Change
from app.web import links
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading

EDITABLE = (DRAFT, RETURNED)


@dataclass(slots=True)
class Form:
    """What the form shows of a change: its fields as typed, and what stands in the way."""

    document: Document
    broken: list[RuleBroken] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """The names of the fields in which the other's words stand, since only the other changed them."""
    who: str = ""
    """Whom the conflicts are with, or whose words were taken."""


@desk.get("/thay-doi/<int:number>")
def change(number: int) -> ResponseReturnValue:
    """Show a change: its form while it is being written, its review afterwards."""
    found = changes.find(reading(), number)
    if found.state not in EDITABLE:
        return redirect(links.link(f"{HOME}/duyet/{number}"))
    changes.must_write(found)
    return page(found, Form(found.fields))


@desk.post("/thay-doi/<int:number>")
def save(number: int) -> ResponseReturnValue:
    """Keep what was typed; then, as asked, stay, show how it will look, or send it to review."""
    found = changes.find(reading(), number)
    changes.must_write(found)
    typed, unread = _typed(found)
    form = _unless_another_was_here(found, Form(typed, unread))
    if form.conflicts:
        return make_response(page(found, form), 409)
    with work() as doing:
        kept = changes.find(doing.session, number)
        _keep(doing.session, kept, doing.account, form.document)
        doing.note("change.saved", f"change:{number}")
    if form.taken:
        tell(_("Đã giữ cả chỗ %(who)s vừa sửa: %(named)s.", who=form.who, named=", ".join(form.taken)))
    if unread:
        return make_response(page(changes.find(reading(), number), form), 422)
    return _onward(number)


@desk.post("/thay-doi/<int:number>/tu-luu")
def autosave(number: int) -> Response:
    """Keep what is being typed, for the form's script; says nothing of what is missing yet."""
    found = changes.find(reading(), number)
    changes.must_write(found)
    if request.form.get("shown") != fingerprint(found) or changes.is_stale(reading(), found):
        return make_response(jsonify({"stale": True}), 409)
    typed, _unread = _typed(found)
    with work() as doing:
        kept = changes.find(doing.session, number)
        propose.save(kept, doing.account, typed)
        saved = {"shown": fingerprint(kept), "goc": encode(kept.fields)}
        saved["at"] = words.moment(kept.saves[-1].saved_at)
    return jsonify(saved)


@desk.post("/thay-doi/<int:number>/rut-ve")
def take_back(number: int) -> ResponseReturnValue:
    """Take a change back from review, to write on."""
    with work() as doing:
        found = changes.find(doing.session, number)
        changes.must_write(found)
        propose.take_back(found, doing.account)
        doing.note("change.taken_back", f"change:{number}")
    tell(_("Đã rút về: sửa tiếp rồi gửi lại. Người duyệt không thấy thay đổi này nữa."))
    return redirect(links.link(f"{HOME}/thay-doi/{number}"), 303)


@desk.post("/thay-doi/<int:number>/bo")
def drop(number: int) -> ResponseReturnValue:
    """Let go of the change set that the change belongs to."""
    with work() as doing:
        found = changes.find(doing.session, number)
        changes.must_write(found)
        propose.drop(found.change_set, doing.account)
        doing.note("change.dropped", f"change:{number}")
    tell(_("Đã bỏ thay đổi. Danh sách công bố không đổi."))
    return redirect(links.link(f"{HOME}/viec"), 303)


def page(found: Change, form: Form) -> str:
    """Return the form, filled with what was typed."""
    session, kind = reading(), changes.kind_of(found)
    names = changes.names(session)
    return render_template(
        "desk/change.html",
        here=f"{HOME}/viec",
        heading=f"{_(ACTS[found.act])}: {changes.title(found)}",
        change=found,
        kind=kind,
        state=_(STATES[found.state]),
        editor=changes.last_editor(found),
        moment=words.moment,
        shown=fingerprint(found),
        began=encode(found.fields),
        groups=_groups(found, form.document, names),
        broken=form.broken,
        conflicts=form.conflicts,
        who=form.who,
        missing=[one.vi for one in kind.missing(form.document)],
        questions=[one for one in form.broken if one.question],
        alike=list(register.lookalikes(session, found.kind, form.document, found.listing_id)),
        references={one.key: register.options(session, one) for one in kind.fields if one.refers},
        communes=list(fields.communes(instance().settings.province)),
        **_ending(found),
    )


def _ending(found: Change) -> dict[str, Any]:
    return {
        "opened": "ket-thuc" if found.act == ENDED else "",
        "reason": found.reason if found.state == RETURNED else "",
    }


def _groups(found: Change, document: Document, names: fields.Names) -> list[tuple[Any, list[fields.Widget]]]:
    kind = changes.kind_of(found)
    return [(group, [fields.widget(one, document, names) for one in own]) for group, own in grouped(kind)]


def _typed(found: Change) -> tuple[Document, list[RuleBroken]]:
    kind, references = changes.kind_of(found), register.References(reading())
    sent = request.form.to_dict(flat=False)
    unkept = _with_uploads(found, sent)
    document, unread = fields.read(kind, sent, instance().settings.province, references.resolve)
    if found.act == CHANGED and document.get("status") == "ended":
        document["status"] = changes.before(reading(), found).get("status", "active")
    return document, [*unkept, *unread]


def _with_uploads(found: Change, sent: dict[str, list[str]]) -> list[RuleBroken]:
    """Keep the files that came along and add them to what was ``sent``; return what may not be kept."""
    broken: list[RuleBroken] = []
    for one in changes.kind_of(found).fields:
        if not isinstance(one.type, Files):
            continue
        for upload in request.files.getlist(f"{one.key}.tep"):
            if not upload.filename:
                continue
            try:
                with work() as doing:
                    folder = attachments.folder(instance().settings.instance_dir)
                    kept = stored.keep(doing.session, folder, upload.filename, upload.read(), one.type.among)
                sent.setdefault(one.key, []).append(f"{kept['name']} sha256:{kept['sha256']}")
            except Unkeepable as refused:
                broken.append(RuleBroken(one.key, f"“{one.vi}”: {refused}"))
    return broken


def _unless_another_was_here(found: Change, form: Form) -> Form:
    """Return the form merged with what another saved meanwhile; with conflicts where that must be decided."""
    kind, sent = changes.kind_of(found), request.form.to_dict(flat=False)
    session, names = reading(), changes.names(reading())
    choices, stale = comparing.chosen(kind, sent), changes.is_stale(session, found)
    moved = request.form.get("shown") != fingerprint(found)
    if not (choices or stale or moved):
        return form
    if stale:
        theirs, base = changes.before(session, found), changes.started_from(session, found)
        form.who = _("bản vừa được công bố")
    else:
        theirs, base = found.fields, _began() if moved else found.fields
        form.who = changes.last_editor(found).name
    choices = {} if moved else choices  # what was chosen was chosen between other words
    found_ = comparing.conflicts(kind, base, theirs, form.document, names)
    form.conflicts = [one for one in found_ if one.key not in choices]
    form.taken = comparing.taken(kind, base, theirs, form.document)
    form.document = comparing.merged(kind, base, theirs, form.document, choices)
    return form


def _began() -> Document | None:
    """Return the fields as they were when this form was shown, where it still says so."""
    try:
        began = json.loads(request.form.get("goc", ""))
    except ValueError:
        return None
    return began if isinstance(began, dict) else None


def _keep(session: Any, kept: Change, account: Any, document: Document) -> None:
    if changes.is_stale(session, kept):
        propose.start_anew(session, kept)
    propose.save(kept, account, document)


def _onward(number: int) -> ResponseReturnValue:
    """Return what was asked for besides saving."""
    wanted = request.form.get("viec", "luu")
    if wanted == "xem":
        return redirect(links.link(f"{HOME}/thay-doi/{number}/xem-truoc"), 303)
    if wanted == "gui":
        return _submit(number)
    tell(_("Đã lưu. Chưa ai khác phải làm gì."), (_("Việc của tôi"), f"{HOME}/viec"))
    return redirect(links.link(f"{HOME}/thay-doi/{number}"), 303)


def _submit(number: int) -> ResponseReturnValue:
    answered = [(number, key) for key in request.form.getlist("da-xem")]
    try:
        with work() as doing:
            found = changes.find(doing.session, number)
            propose.submit(doing.session, [found], doing.account, answered)
            doing.note("change.submitted", f"change:{number}")
    except RulesBroken as broken:
        found = changes.find(reading(), number)
        form = Form(found.fields, [rule for _who, rule in broken.broken])
        return make_response(page(found, form), 422)
    tell(
        _("Đã gửi để duyệt."),
        (_("Xem lại, rút về nếu gửi nhầm"), f"{HOME}/duyet/{number}"),
        (_("Việc của tôi"), f"{HOME}/viec"),
    )
    return redirect(links.link(f"{HOME}/viec"), 303)


def warnings(found: Change) -> list[RuleBroken]:
    """Return all that the change breaks by itself, warnings and questions too."""
    try:
        return [rule for _change, rule in law.broken_by(reading(), [found])]
    except (Fault, Stale) as fault:
        return [RuleBroken("", str(fault))]
