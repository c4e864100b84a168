"""The block that every kind has: id apart, since the ledger keeps that beside the snapshot."""

from __future__ import annotations

from app.kinds.codes import STATUS, CodeList
from app.kinds.declaration import REQUIRED, Field, Searched, Seen, needed_when
from app.kinds.types import Code, Day, Ref, Text, Texts

_ENDED = needed_when("status", "ended", "khi đã chấm dứt")
_SUSPENDED = needed_when("status", "suspended", "khi tạm ngừng")


def head(name: str = "Tên", *, person: bool = False, status: CodeList = STATUS) -> tuple[Field, ...]:
    """Return the fields that open an entry: its name and since when it holds."""
    old_names = Seen.STAFF if person else Seen.LIST
    basis = Seen.PAGE if person else Seen.LIST
    return (
        Field("name", name, "Name", Text(200), need=REQUIRED, searched=Searched.NAME),
        Field("former_names", "Tên cũ", "Former names", Texts(), old_names, searched=Searched.NAME),
        Field("status", "Tình trạng", "Status", Code(status), need=REQUIRED),
        Field("effective_from", "Hiệu lực từ ngày", "Effective from", Day(), need=REQUIRED),
        Field("effective_to", "Hiệu lực đến ngày", "Effective to", Day()),
        Field("basis_number", "Số văn bản", "Basis number", Text(), basis, searched=Searched.TEXT),
        Field("basis_date", "Ngày văn bản", "Basis date", Day(), basis),
        Field("basis_issuer", "Cơ quan, tổ chức ban hành hoặc ký", "Basis issuer", Text(), basis),
    )


def tail(
    ended: CodeList, *, may_be_suspended: bool = False, successors: tuple[str, ...] = ()
) -> tuple[Field, ...]:
    """Return the fields that close an entry: its ending, its successor, when it was confirmed, notes."""
    return (
        Field("ended_on", "Chấm dứt từ ngày", "Ended on", Day(), need=_ENDED),
        Field("end_basis_number", "Số văn bản chấm dứt", "Ending document", Text(), need=_ENDED),
        Field("end_basis_date", "Ngày văn bản chấm dứt", "Ending document date", Day(), need=_ENDED),
        Field(
            "end_basis_issuer",
            "Cơ quan ban hành văn bản chấm dứt",
            "Ending document issuer",
            Text(),
            need=_ENDED,
        ),
        *(_SUSPENSION if may_be_suspended else ()),
        Field("end_ground", "Căn cứ chấm dứt", "Ground of ending", Code(ended), Seen.STAFF, _ENDED),
        Field("successor", "Được kế thừa bởi", "Succeeded by", Ref(), refers_to=successors),
        Field("confirmed_on", "Ngày xác nhận thông tin gần nhất", "Last confirmed on", Day(), need=REQUIRED),
        Field("public_note", "Ghi chú công khai", "Public note", Text(4000, long=True), Seen.PAGE),
        Field("internal_note", "Ghi chú nội bộ", "Internal note", Text(4000, long=True), Seen.STAFF),
    )


_SUSPENSION = (
    Field("suspended_on", "Tạm ngừng từ ngày", "Suspended on", Day(), need=_SUSPENDED),
    Field("suspension_number", "Số văn bản tạm ngừng", "Suspension document", Text(), need=_SUSPENDED),
    Field("suspension_date", "Ngày văn bản tạm ngừng", "Suspension document date", Day(), need=_SUSPENDED),
    Field(
        "suspension_issuer",
        "Cơ quan ban hành văn bản tạm ngừng",
        "Suspension document issuer",
        Text(),
        need=_SUSPENDED,
    ),
)
