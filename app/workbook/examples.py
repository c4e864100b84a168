"""The example row of each sheet of the template: plainly invented, complete, read back without a problem."""

from __future__ import annotations

_CENTRE = "Trung tâm Ví Dụ"
_ORGANISATION = "Văn phòng luật sư Ví Dụ"

_EVERY = {
    "status": "đang thực hiện",
    "effective_from": "01/03/2026",
    "confirmed_on": "01/03/2026",
    "basis_number": "00/QĐ-VD",
    "basis_date": "01/03/2026",
    "basis_issuer": "Cơ quan Ví Dụ",
}
_OFFICE = {
    "address": "Số 0, đường Ví Dụ",
    "phone": "0205 3800 000",
    "email": "vidu@example.vn",
    "website": "https://example.vn",
    "opening_hours": "T2-T6 07:30-11:30, 13:30-17:00; 31/12/2026 nghỉ",
    "languages": "Việt; Tày; Nùng",
    "forms_of_aid": "tham gia tố tụng; tư vấn pháp luật",
    "fields_of_law": "hình sự; dân sự",
    "service_communes": "cả tỉnh",
}
_CONTRACT = {
    "contract_number": "00/HĐ-VD",
    "contract_signed_on": "01/03/2026",
    "contract_to": "01/03/2029",
}

EXAMPLES: dict[str, dict[str, str]] = {
    "centre": {
        "name": _CENTRE,
        **_EVERY,
        **_OFFICE,
        "forms_of_aid": "tham gia tố tụng; tư vấn pháp luật; đại diện ngoài tố tụng",
        "fields_of_law": "mọi lĩnh vực trừ kinh doanh, thương mại",
    },
    "organisation": {
        "name": _ORGANISATION,
        **_EVERY,
        **_OFFICE,
        "organisation_type": "tổ chức hành nghề luật sư",
        "participation": "ký hợp đồng",
        "representative": "Nguyễn Văn Ví Dụ",
        "licence_number": "00/ĐKHĐ-VD",
        "licence_date": "01/03/2020",
        "licence_issuer": "Sở Ví Dụ",
        **_CONTRACT,
        "scope": "Trong phạm vi tỉnh",
        "beneficiaries": "mọi người được trợ giúp",
        "intake": "nhận trực tiếp",
    },
    "lawyer": {
        "name": "Trần Thị Ví Dụ",
        **_EVERY,
        "gender": "nữ",
        "experience_since": "03/2012",
        "specialities": "hình sự; đất đai, nhà ở, môi trường",
        "forms_of_aid": "tham gia tố tụng; tư vấn pháp luật",
        "bar": "Đoàn luật sư Ví Dụ",
        "practice": _ORGANISATION,
        "engagements": "theo hợp đồng với Trung tâm; theo phân công của tổ chức tham gia",
        "contact_via": _CENTRE,
        **_CONTRACT,
        "organisation": _ORGANISATION,
        "assignment_document": "Thông báo số 00/TB-VD",
    },
}
