"""Beginning a change: of a record, of a new one, of a copy. What waits already is shown, never doubled."""

from __future__ import annotations

from flask import redirect, request
from flask.typing import ResponseReturnValue

from app import clock, kinds
from app.accounts.permissions import PROPOSE, may
from app.canonical import Document
from app.desk.door import HOME, desk
from app.desk.listings import record, waiting
from app.desk.person import me
from app.desk.states import ACTS, OF_WORD
from app.desk.told import tell
from app.desk.work import work
from app.faults import NotAllowed, NotFound
from app.kinds import Kind
from app.ledger import asof, read
from app.ledger.acts import CHANGED, CORRECTED, ENDED, LISTED, REINSTATED
from app.ledger.commitment import reveal
from app.publishing.propose import Proposal, propose
from app.web import links
from app.web.language import _
from app.web.session import reading

_OF_ENDING = ("ended_on", "end_basis_number", "end_basis_date", "end_basis_issuer", "end_ground", "successor")
_OF_ONE_ALONE = (
    "certificate_number",
    "contract_number",
    "licence_number",
    "basis_number",
    "card_number",
    "former_names",
)
"""What a copy does not take along: it belongs to one entry alone."""


@desk.post("/muc/moi")
def begin_new() -> ResponseReturnValue:
    """Open a draft of a new entry."""
    kind = _kind(request.form.get("loai", ""))
    today = clock.today().isoformat()
    return _open(kind, Proposal(kind.key, {"status": "active", "confirmed_on": today}))


@desk.post("/muc/<listing_id>/ban/<int:entry>")
def begin_again(listing_id: str, entry: int) -> ResponseReturnValue:
    """Open a draft that says again what an earlier version said; what only the desk knows stays as it is."""
    kind, document = record(listing_id)
    if under_way := waiting(listing_id):
        raise NotAllowed(
            _("Mục này đang có một thay đổi %(state)s: hãy xong việc đó trước.", state=under_way[0][1])
        )
    earlier = next((one for one in read.listing_entries(reading(), listing_id) if one.number == entry), None)
    said = reveal(read.bodies(reading(), [entry])[entry]) if earlier and earlier.holds_from else None
    if not said:
        raise NotFound(_("Không có bản %(entry)s của mục này để soạn lại.", entry=entry))
    kept = {one.key: document[one.key] for one in kind.fields if not one.public and one.key in document}
    status = {"status": document["status"]}
    tell(_("Đã soạn lại từ bản %(entry)s. Hãy xem, sửa nếu cần, rồi gửi duyệt.", entry=entry))
    return _open(kind, Proposal(kind.key, {**said, **kept, **status}, listing_id, CHANGED))


@desk.post("/muc/<listing_id>/<word>")
def begin(listing_id: str, word: str) -> ResponseReturnValue:
    """Open a draft of what is to be done to a record; where one waits already, lead there."""
    if word not in OF_WORD:
        raise NotFound(_("Không có việc này."))
    kind, document = record(listing_id)
    under_way = waiting(listing_id)
    if under_way and word != "chep":
        path, state, author = under_way[0]
        tell(_("Mục này đang có một thay đổi %(state)s, do %(author)s soạn.", state=state, author=author))
        return redirect(links.link(path), 303)
    return _open(kind, _proposal(kind, listing_id, word, document))


def _open(kind: Kind, proposal: Proposal) -> ResponseReturnValue:
    if not may(me().roles, PROPOSE, kind.key, proposal.fields):
        raise NotAllowed(_("Vai trò của bạn không soạn được loại mục này."))
    with work() as doing:
        title = f"{_(ACTS[proposal.act])}: {proposal.fields.get('name') or kind.vi}"
        change = propose(doing.session, doing.account, title, [proposal]).changes[0]
        doing.session.flush()
        doing.note("change.opened", f"change:{change.id}", act=proposal.act, listing=proposal.listing_id)
        path = f"{HOME}/thay-doi/{change.id}"
    return redirect(links.link(path), 303)


def _kind(key: str) -> Kind:
    try:
        return kinds.find(key)
    except KeyError:
        raise NotFound(_("Không có loại mục này.")) from None


def _proposal(kind: Kind, listing_id: str, word: str, document: Document) -> Proposal:
    act = OF_WORD[word]
    if act == LISTED:
        kept = {key: value for key, value in document.items() if key not in (*_OF_ENDING, *_OF_ONE_ALONE)}
        return Proposal(kind.key, {**kept, "status": "active"})
    if act == ENDED:
        document = {**document, "status": "ended", "ended_on": clock.today().isoformat()}
    if act == REINSTATED:
        document = {key: value for key, value in document.items() if key not in _OF_ENDING} | {
            "status": "active"
        }
    return Proposal(
        kind.key, document, listing_id, act, target=_newest(listing_id) if act == CORRECTED else None
    )


def _newest(listing_id: str) -> int:
    """Return the entry that a correction puts right: the newest version."""
    entries = read.listing_entries(reading(), listing_id)
    return asof.versions(entries, entries[-1].publication)[-1].number
