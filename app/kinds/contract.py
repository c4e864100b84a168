"""The block of contracts: at most three years from signing, one renewal of at most three (TT 08/2017 Đ15)."""

from __future__ import annotations

from app.kinds.declaration import Field, Need, Searched, Seen
from app.kinds.types import Day, Text

TERM_LAW = "TT 08/2017/TT-BTP Đ15"


def contract(need: Need, seen: Seen) -> tuple[Field, ...]:
    """Return the fields of a contract and its one renewal, needed when ``need`` says."""
    text = Searched.TEXT
    return (
        Field("contract_number", "Số hợp đồng", "Contract number", Text(), seen, need, text),
        Field("contract_signed_on", "Ngày ký hợp đồng", "Contract signed on", Day(), seen, need),
        Field("contract_to", "Hợp đồng đến ngày", "Contract to", Day(), seen, need, law=TERM_LAW),
        Field("renewal_number", "Số văn bản gia hạn", "Renewal document", Text(), seen, searched=text),
        Field("renewal_date", "Ngày gia hạn", "Renewed on", Day(), seen),
        Field("renewed_to", "Gia hạn đến ngày", "Renewed to", Day(), seen, law=TERM_LAW),
    )
