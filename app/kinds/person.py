"""The block of persons. Their own phones and mails are the desk's, always: the public sees the office's."""

from __future__ import annotations

from app.kinds import codes
from app.kinds.contact import Email, PhoneNumber
from app.kinds.declaration import REQUIRED, Field, Searched, Seen
from app.kinds.types import Code, Codes, Day, Month, Text

_PUBLIC_LIST = "TT 11/2014/TT-BTP Đ10 k2"

PERSON = (
    Field(
        "gender",
        "Giới tính",
        "Gender",
        Code(codes.GENDER),
        need=REQUIRED,
        searched=Searched.TEXT,
        law=_PUBLIC_LIST,
    ),
    Field(
        "experience_since",
        "Kinh nghiệm tính từ",
        "Experience since",
        Month(),
        need=REQUIRED,
        law=_PUBLIC_LIST,
    ),
    Field(
        "specialities",
        "Lĩnh vực chuyên môn",
        "Specialities",
        Codes(codes.FIELDS_OF_LAW),
        need=REQUIRED,
        searched=Searched.TEXT,
        law=_PUBLIC_LIST,
    ),
    Field(
        "forms_of_aid",
        "Hình thức trợ giúp pháp lý",
        "Forms of legal aid",
        Codes(codes.FORMS_OF_AID),
        need=REQUIRED,
        searched=Searched.TEXT,
        law="Luật TGPL Đ27 k2",
    ),
    Field("card_number", "Số thẻ", "Card number", Text(), Seen.STAFF),
    Field("card_issued_on", "Ngày cấp thẻ", "Card issued on", Day(), Seen.STAFF),
    Field("card_reissued_on", "Ngày cấp lại thẻ", "Card reissued on", Day(), Seen.STAFF),
    Field("card_issuer", "Cơ quan cấp thẻ", "Card issuer", Text(), Seen.STAFF),
    Field("personal_phone", "Điện thoại riêng", "Personal phone", PhoneNumber(), Seen.STAFF),
    Field("personal_email", "Thư điện tử riêng", "Personal e-mail", Email(), Seen.STAFF),
    Field(
        "assistance_languages",
        "Ngôn ngữ có thể hỗ trợ",
        "Languages of assistance",
        Codes(codes.LANGUAGES),
        Seen.STAFF,
    ),
    Field("last_activity_on", "Ngày thực hiện gần nhất", "Last activity on", Day(), Seen.STAFF),
)
