"""Scans of the decisions that publications rest on: PDF files for staff alone, stored beside the register.

A decision may say what the register does not show, so nothing public may know this module.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app import clock
from app.accounts.models import Account
from app.attachments import path
from app.canonical import sha256
from app.db import Base
from app.faults import NothingChanged
from app.records.attachments import MOST_BYTES, Unkeepable, plain_name, write
from app.records.plain_pdf import is_plain


class Scan(Base):
    """A scan that somebody added for one publication; of several the newest counts."""

    __tablename__ = "scan"
    __table_args__ = (CheckConstraint("length(sha256) = 64", name="sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    publication: Mapped[int] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(Text)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[str] = mapped_column(String(25))


def folder(instance_dir: Path) -> Path:
    """Return the folder of the scans of one instance."""
    return instance_dir / "scans"


def keep(
    session: Session, where: Path, publication: int, account: Account, *, name: str, data: bytes
) -> Scan:
    """Store ``data`` under ``where`` as the scan of ``publication``.

    Raises Unkeepable for what is no plain PDF, NothingChanged for the scan that counts already.
    """
    kept_as, digest = plain_name(name), sha256(data)
    if len(data) > MOST_BYTES:
        raise Unkeepable(f"Tệp quá lớn: nhiều nhất {MOST_BYTES // 1_000_000} MB.")
    if not is_plain(data):
        raise Unkeepable(
            "Chỉ nhận tệp PDF thường: không mật khẩu, không tệp kèm bên trong, không phần tự chạy."
            " Hãy quét lại, hoặc in ra thành PDF."
        )
    newest = of(session, publication)
    if newest and newest.sha256 == digest:
        raise NothingChanged("Bản quét này đã có rồi.")
    where.mkdir(mode=0o700, exist_ok=True)
    write(path(where, digest), data)
    scan = Scan(
        publication=publication,
        sha256=digest,
        name=kept_as,
        account_id=account.id,
        at=clock.now().isoformat(),
    )
    session.add(scan)
    session.flush()
    return scan


def of(session: Session, publication: int) -> Scan | None:
    """Return the scan of ``publication`` that counts, or None."""
    query = select(Scan).where(Scan.publication == publication).order_by(Scan.id.desc())
    return session.scalars(query.limit(1)).first()


def publications(session: Session) -> frozenset[int]:
    """Return the numbers of the publications that have a scan."""
    return frozenset(session.scalars(select(Scan.publication)))
