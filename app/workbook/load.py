"""Loading workbooks through the real path: into an empty register by one operator, or up to submitted.

The note of a publication by one operator says so. Into a living register nothing is published: what is
submitted waits for a person. Knows no command line and no Flask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.accounts.roster import OPERATOR, TYPIST, named
from app.faults import NotAllowed
from app.ledger import read
from app.ledger.signing import Signer
from app.publishing.propose import Proposal, propose, submit
from app.publishing.publish import Instrument, publish
from app.publishing.review import approve, fingerprint
from app.records.changes import ChangeSet

NOTE = "Nhập từ bảng tính bằng dòng lệnh: một người vận hành vừa nhập vừa duyệt."


def refuse_living(session: Session) -> None:
    """Refuse a register that has publications. Raises NotAllowed."""
    if (head := read.head(session)) is None:
        return
    what = "dữ liệu mẫu" if head.sample else f"{head.number} lần công bố"
    raise NotAllowed(f"Sổ này đã có {what}: chỉ nạp được vào một sổ trống.")


def refuse_sample(session: Session) -> None:
    """Refuse a sample register: what is real never mixes with what is made up. Raises NotAllowed."""
    head = read.head(session)
    if head and head.sample:
        raise NotAllowed("Sổ này là dữ liệu mẫu: không nạp dữ liệu thật vào. Hãy dùng một sổ trống.")


def hand_in(session: Session, paths: Sequence[Path], proposals: Sequence[Proposal]) -> ChangeSet:
    """Propose and submit ``proposals`` as one change set and return it. Raises as these do."""
    typist = named(session, TYPIST)
    change_set = propose(session, typist, ", ".join(path.name for path in paths), proposals)
    submit(session, change_set.changes, typist)
    return change_set


def load(
    session: Session,
    signer: Signer,
    paths: Sequence[Path],
    proposals: Sequence[Proposal],
    under: Instrument,
    *,
    register: str,
) -> int:
    """Propose, submit, approve, publish ``proposals``; return the publication's number. Raises as they do."""
    refuse_living(session)
    operator = named(session, OPERATOR)
    changes = hand_in(session, paths, proposals).changes
    for change in changes:
        approve(change, operator, fingerprint(change))
    return publish(session, signer, operator, changes, replace(under, note=NOTE), register=register)
