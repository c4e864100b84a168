"""The long work on a workbook: to tell what it would do, to send that to review, to mark its mistakes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select

from app import clock
from app.accounts.permissions import PROPOSE, may
from app.desk.long_work import MARK, SUBMIT, TELL, do
from app.desk.person import me
from app.desk.work import work
from app.faults import Fault, NotAllowed, NothingChanged
from app.publishing import propose
from app.publishing.propose import Proposal
from app.records.changes import PUBLISHED, Change
from app.web.instance import instance
from app.web.language import _
from app.web.session import reading
from app.workbook import progress
from app.workbook.corrected import write_corrected
from app.workbook.kept import Kept
from app.workbook.living import RecordsKnown
from app.workbook.outlook import Outlook, outlook
from app.workbook.reading import Reading, read
from app.workbook.telling import telling

Places = Collection[tuple[str, int]]


def tell(found: Kept, leave_out: Places = ()) -> None:
    """Have the workbook read, and what it would do told."""
    do(TELL, found, lambda one: _conclude(one, leave_out, *_read(one, leave_out)))


def submit(found: Kept, leave_out: Places) -> None:
    """Have what the workbook says proposed and sent to review; where that may not be, have told why."""
    do(SUBMIT, found, lambda one: _submit(one, leave_out))


def mark(found: Kept) -> None:
    """Have the corrected copy written."""
    do(MARK, found, _mark)


def is_told(found: Kept) -> bool:
    """Whether what the workbook would do to the register of now is told."""
    return bool(found.outcome) and found.outcome.get("moment") in (None, _moment())


def _read(found: Kept, leave_out: Places) -> tuple[Reading, Outlook]:
    known = RecordsKnown(reading())
    told = read([found.file], known, instance().settings.province, repairing=True, leave_out=leave_out)
    return told, outlook(told, known)


def _conclude(found: Kept, leave_out: Places, told: Reading, seen: Outlook, fault: str = "") -> None:
    found.marked.unlink(missing_ok=True)
    found.conclude(
        {
            "moment": _moment(),
            "left_out": [f"{sheet}|{number}" for sheet, number in leave_out],
            "fault": fault,
            "told": telling(told, seen),
        }
    )


def _moment() -> str:
    """Return what changes as soon as the same workbook may have to be read otherwise: day and records."""
    accepted = reading().scalar(select(func.count()).select_from(Change).where(Change.state == PUBLISHED))
    return f"{clock.today()} {accepted}"


def _submit(found: Kept, leave_out: Places) -> None:
    told, seen = _read(found, leave_out)
    fault = ""
    if not told.problems:
        try:
            found.conclude({"submitted": _propose(found, told.proposals(), seen)})
            return
        except Fault as refused:
            fault = str(refused)
    _conclude(found, leave_out, told, seen, fault)


def _propose(found: Kept, proposals: Sequence[Proposal], seen: Outlook) -> int:
    """Return how many changes were sent to review."""
    if seen.needs_second_person and found.by == me().id:
        raise NotAllowed(_("Tệp này chấm dứt nhiều mục: một người khác phải mở trang này và gửi."))
    _must_all_be_mine(proposals)
    progress.say(progress.HANDING_IN)
    with work() as doing:
        change_set = propose.propose(doing.session, doing.account, found.file.name, proposals)
        propose.submit(doing.session, change_set.changes, doing.account)
        doing.note("workbook.submitted", f"change_set:{change_set.id}", changes=len(change_set.changes))
        return len(change_set.changes)


def _must_all_be_mine(proposals: Sequence[Proposal]) -> None:
    others = [one for one in proposals if not may(me().roles, PROPOSE, one.kind, one.fields)]
    if others:
        named = ", ".join(str(one.fields.get("name", "")) for one in others[:5])
        raise NotAllowed(
            _("Vai trò của bạn không soạn được loại của: %(named)s. Hãy bỏ các dòng đó.", named=named)
        )
    if not proposals:
        raise NothingChanged(_("Tệp này không thay đổi gì so với danh sách đang có."))


def _mark(found: Kept) -> None:
    told: dict[str, Any] = found.outcome
    part = found.marked.with_suffix(".part")
    try:
        write_corrected(found.file, part, _read(found, ())[0].problems)
        part.replace(found.marked)
    except Fault as refused:
        found.conclude(told | {"fault": str(refused)})
