"""Tổ chức tham gia trợ giúp pháp lý, by contract or by registration (Luật TGPL Đ12, Đ14, Đ15)."""

from __future__ import annotations

from app.kinds import codes, every
from app.kinds.contract import contract
from app.kinds.declaration import REQUIRED, Field, Kind, Nature, Searched, Seen, needed_when
from app.kinds.grounds import ORGANISATION_END
from app.kinds.office import office
from app.kinds.types import Code, Day, Refs, Text

EVERYONE = "mọi người được trợ giúp"
_CONTRACTED = needed_when("participation", "contract", "khi ký hợp đồng")
_REGISTERED = needed_when("participation", "registration", "khi đăng ký tham gia")
_CONSULTANCY = needed_when("organisation_type", "legal_consultancy", "với tổ chức tư vấn pháp luật")
_TEXT = Searched.TEXT

_ABOUT = (
    Field(
        "organisation_type",
        "Loại tổ chức",
        "Type of organisation",
        Code(codes.ORGANISATION_TYPE),
        need=REQUIRED,
        searched=_TEXT,
    ),
    Field("parent_body", "Tổ chức chủ quản", "Parent body", Text(), need=_CONSULTANCY, searched=_TEXT),
    Field(
        "participation",
        "Loại tham gia",
        "Participation",
        Code(codes.PARTICIPATION),
        need=REQUIRED,
        searched=_TEXT,
    ),
    Field(
        "representative",
        "Người đại diện theo pháp luật",
        "Legal representative",
        Text(200),
        need=REQUIRED,
        searched=_TEXT,
    ),
)
_LICENCE = (
    Field(
        "licence_number", "Số Giấy đăng ký hoạt động", "Licence number", Text(), Seen.PAGE, REQUIRED, _TEXT
    ),
    Field("licence_date", "Ngày Giấy đăng ký hoạt động", "Licence date", Day(), Seen.PAGE, REQUIRED),
    Field(
        "licence_issuer", "Cơ quan cấp Giấy đăng ký hoạt động", "Licence issuer", Text(), Seen.PAGE, REQUIRED
    ),
)
_CERTIFICATE = (
    Field(
        "certificate_number",
        "Số Giấy đăng ký tham gia",
        "Certificate number",
        Text(),
        need=_REGISTERED,
        searched=_TEXT,
    ),
    Field("certificate_date", "Ngày Giấy đăng ký tham gia", "Certificate date", Day(), need=_REGISTERED),
    Field("certificate_amended_on", "Ngày thay đổi nội dung Giấy", "Certificate amended on", Day()),
    Field("certificate_reissued_on", "Ngày cấp lại Giấy", "Certificate reissued on", Day()),
)
_AID = (
    Field("scope", "Phạm vi thực hiện", "Scope", Text(1000), need=REQUIRED, law="Luật TGPL Đ15 k2, Đ26"),
    Field(
        "beneficiaries",
        "Đối tượng trợ giúp pháp lý",
        "Beneficiaries",
        Refs(EVERYONE),
        need=REQUIRED,
        refers_to=("eligibility",),
        law="Luật TGPL Đ15 k2",
    ),
    Field("intake", "Tiếp nhận yêu cầu", "Intake of requests", Code(codes.INTAKE)),
)

ORGANISATION = Kind(
    key="organisation",
    prefix="TC",
    digits=3,
    path="to-chuc",
    sheet="Tổ chức tham gia",
    vi="Tổ chức tham gia trợ giúp pháp lý",
    en="Participating organisation",
    nature=Nature.OFFICE,
    collection="to-chuc",
    fields=(
        *every.head(status=codes.ORGANISATION_STATUS),
        *office(hours_needed=False),
        *_ABOUT,
        *_LICENCE,
        *_CERTIFICATE,
        *contract(_CONTRACTED, Seen.LIST),
        *_AID,
        *every.tail(ORGANISATION_END, may_be_suspended=True, successors=("organisation",)),
    ),
    lay_words=("TGPL", "trợ giúp pháp lý miễn phí", "luật sư"),
    basis_keys=(
        ("contract_number", "contract_signed_on"),
        ("certificate_number", "certificate_date"),
    ),
)
