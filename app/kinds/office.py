"""The block of offices: where they are, how to reach them, when they receive, in what they help."""

from __future__ import annotations

from app.kinds import codes
from app.kinds.contact import Email, PhoneNumber, WebAddress
from app.kinds.declaration import OPTIONAL, REQUIRED, Field, Searched, Seen
from app.kinds.files import Files
from app.kinds.hours import Hours
from app.kinds.types import Codes, Commune, Communes, Decimal, Text

_PLACE, _TEXT = Searched.PLACE, Searched.TEXT
_RECEPTION = "TT 12/2018/TT-BTP Đ3"

_WHERE = (
    Field("address", "Địa chỉ", "Address", Text(), need=REQUIRED, searched=_PLACE),
    Field("commune", "Xã/phường", "Commune", Commune(), need=REQUIRED, searched=_PLACE),
    Field("old_address", "Địa chỉ cũ", "Former address", Text(), Seen.PAGE, searched=_PLACE),
    Field("latitude", "Vĩ độ", "Latitude", Decimal(8, 24)),
    Field("longitude", "Kinh độ", "Longitude", Decimal(102, 118)),
)
_REACHED = (
    Field("phone", "Điện thoại", "Phone", PhoneNumber(), need=REQUIRED, searched=_TEXT),
    Field("hotline", "Đường dây nóng", "Hotline", PhoneNumber(), searched=_TEXT),
    Field("email", "Thư điện tử", "E-mail", Email()),
    Field("website", "Trang thông tin điện tử", "Website", WebAddress()),
    Field("zalo", "Zalo", "Zalo", PhoneNumber()),
)
_RECEIVES = (
    Field("reception_rules", "Nội quy tiếp", "Reception rules", Files(), Seen.PAGE, law=_RECEPTION),
    Field("languages", "Ngôn ngữ hỗ trợ", "Languages", Codes(codes.LANGUAGES), searched=_TEXT),
    Field(
        "premises_access",
        "Tiếp cận cho người khuyết tật",
        "Access for people with disabilities",
        Codes(codes.PREMISES_ACCESS),
        searched=_TEXT,
    ),
    Field("service_communes", "Địa bàn phục vụ", "Communes served", Communes()),
)
_HELPS = (
    Field(
        "forms_of_aid",
        "Hình thức trợ giúp pháp lý",
        "Forms of legal aid",
        Codes(codes.FORMS_OF_AID),
        need=REQUIRED,
        searched=_TEXT,
        law="Luật TGPL Đ27 k2",
    ),
    Field(
        "fields_of_law",
        "Lĩnh vực trợ giúp pháp lý",
        "Fields of law",
        Codes(codes.FIELDS_OF_LAW),
        need=REQUIRED,
        searched=_TEXT,
        law="Luật TGPL Đ27 k1",
    ),
)


def office(*, hours_needed: bool) -> tuple[Field, ...]:
    """Return the office block; the reception schedule is needed for centre and branch (TT 12/2018 Đ3)."""
    hours = Field(
        "opening_hours",
        "Lịch tiếp người được trợ giúp pháp lý",
        "Opening hours",
        Hours(),
        need=REQUIRED if hours_needed else OPTIONAL,
        law=_RECEPTION,
        hint="T2-T6 07:30-11:30, 13:30-17:00; 31/12/2026 nghỉ",
    )
    return (*_WHERE, *_REACHED, hours, *_RECEIVES, *_HELPS)
