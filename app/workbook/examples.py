"""The example row of each sheet of the template: plainly invented, complete, read back without a problem."""

from __future__ import annotations

_CENTRE = "Trung tâm Ví Dụ"
_ORGANISATION = "Văn phòng luật sư Ví Dụ"
_OFFICER = "Lý Văn Ví Dụ"

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

_PERSON = {
    "gender": "nữ",
    "experience_since": "03/2012",
    "specialities": "hình sự; đất đai, nhà ở, môi trường",
    "forms_of_aid": "tham gia tố tụng; tư vấn pháp luật",
}
_ADVISES = {**_PERSON, "forms_of_aid": "tư vấn pháp luật"}
_LAW = {
    "status": "đang áp dụng",
    "effective_from": "01/03/2026",
    "confirmed_on": "01/03/2026",
}

_OFFICES: dict[str, dict[str, str]] = {
    "centre": {
        "name": _CENTRE,
        **_EVERY,
        **_OFFICE,
        "forms_of_aid": "tham gia tố tụng; tư vấn pháp luật; đại diện ngoài tố tụng",
        "fields_of_law": "mọi lĩnh vực trừ kinh doanh, thương mại",
    },
    "branch": {
        "name": f"Chi nhánh số 1 {_CENTRE}",
        **_EVERY,
        **_OFFICE,
        "ordinal": "1",
        "centre": _CENTRE,
        "head": _OFFICER,
        "operating_from": "01/03/2026",
        "scope": "Các xã phía bắc của tỉnh",
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
}
_PERSONS: dict[str, dict[str, str]] = {
    "aid_officer": {
        "name": _OFFICER,
        **_EVERY,
        **_PERSON,
        "gender": "nam",
        "workplace": _CENTRE,
        "appointed_on": "01/03/2026",
        "appointed_by": "Ủy ban nhân dân tỉnh Ví Dụ",
    },
    "lawyer": {
        "name": "Trần Thị Ví Dụ",
        **_EVERY,
        **_PERSON,
        "bar": "Đoàn luật sư Ví Dụ",
        "practice": _ORGANISATION,
        "engagements": "theo hợp đồng với Trung tâm; theo phân công của tổ chức tham gia",
        "contact_via": _CENTRE,
        **_CONTRACT,
        "organisation": _ORGANISATION,
        "assignment_document": "Thông báo số 00/TB-VD",
    },
    "consultant": {
        "name": "Hoàng Văn Ví Dụ",
        **_EVERY,
        **_ADVISES,
        "gender": "nam",
        "organisation": _ORGANISATION,
    },
    "collaborator": {
        "name": "Nông Thị Ví Dụ",
        **_EVERY,
        **_ADVISES,
        "centre": _CENTRE,
        "former_title": "thẩm phán",
        **_CONTRACT,
        "communes": "cả tỉnh",
    },
}
_OF_LAW: dict[str, dict[str, str]] = {
    "procedure": {
        "name": "Thủ tục Ví Dụ",
        **_LAW,
        "agency": "Cơ quan Ví Dụ",
        "received_by": "Bộ phận một cửa Ví Dụ",
        "applicants": "Người có yêu cầu",
        "steps": "Bước 1: nộp hồ sơ.\nBước 2: nhận kết quả.",
        "methods": "Nộp trực tiếp hoặc gửi qua bưu điện",
        "dossier": "Đơn theo mẫu; Giấy tờ chứng minh",
        "time_limit": "03 ngày làm việc",
        "fee": "Không",
        "result": "Văn bản trả lời",
        "legal_basis": "Luật Ví Dụ; Thông tư Ví Dụ",
        "checked_on": "01/03/2026",
    },
    "eligibility": {
        "name": "Người thuộc diện Ví Dụ",
        **_LAW,
        "clause": "Điều 0 khoản 0",
        "law": "Luật Ví Dụ",
        "needs_hardship": "Không",
        "plain_words": "Ai thuộc diện này được trợ giúp miễn phí.",
        "proof_papers": "Giấy chứng nhận | Đơn xác nhận + Giấy khai sinh",
        "sensitive": "Không",
    },
    "notice": {
        "name": "Thông báo thành lập Chi nhánh Ví Dụ",
        **_LAW,
        "notice_type": "thành lập Chi nhánh",
        "posted_until": "31/12/2099",
        "body": "Nội dung của thông báo.",
    },
}
_UNLISTED: dict[str, dict[str, str]] = {
    "vocabulary": {
        "name": "từ ví dụ",
        **_LAW,
        "spellings": "tu vi du; từ vd",
        "means": "lĩnh vực trợ giúp pháp lý",
        "fields_of_law": "dân sự",
    },
    "banner": {
        "name": "Tin Ví Dụ: nghỉ tiếp dân ngày 01/03/2026.",
        **_LAW,
        "effective_to": "31/03/2026",
        "banner_type": "tin chung",
    },
    "recording": {
        "name": "Gọi Trung tâm để được giúp miễn phí",
        **_LAW,
        "language": "Tày",
        "sound": f"vi-du.mp3 sha256:{'0' * 64}",
        "transcript": "Lời mẫu.",
        "meaning": "Lời mẫu.",
    },
    "shown_figure": {
        "name": "Cho hiện số liệu ví dụ.",
        **_LAW,
        "figure": "công bố có kịp không",
    },
}

EXAMPLES = {**_OFFICES, **_PERSONS, **_OF_LAW, **_UNLISTED}
"""The cells of each kind's example row by field key; the commune is the province's first."""
