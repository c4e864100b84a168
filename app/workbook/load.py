"""Loading workbooks into a register without publications, by one operator and through the real path.

The note of the publication says that one operator did it. Knows no command line and no Flask.
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

NOTE = "Nhập từ bảng tính bằng dòng lệnh: một người vận hành vừa nhập vừa duyệt."


def refuse_living(session: Session) -> None:
    """Refuse a register that has publications. Raises NotAllowed."""
    if (head := read.head(session)) is None:
        return
    what = "dữ liệu mẫu" if head.sample else f"{head.number} lần công bố"
    raise NotAllowed(f"Sổ này đã có {what}: chỉ nạp được vào một sổ trống.")


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
    typist, operator = named(session, TYPIST), named(session, OPERATOR)
    changes = propose(session, typist, ", ".join(path.name for path in paths), proposals).changes
    submit(session, changes, typist)
    for change in changes:
        approve(change, operator, fingerprint(change))
    return publish(session, signer, operator, changes, replace(under, note=NOTE), register=register)
