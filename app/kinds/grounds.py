"""Why an entry ended: the desk's closed lists. The public sees the neutral fact, day and document."""

from __future__ import annotations

from app.kinds.codes import CodeList

CENTRE_END = CodeList("centre_end", "Luật TGPL Đ11", (("reorganised", "tổ chức lại"), ("other", "khác")))

_DIED = ("died", "qua đời")
_TRANSITION = ("transition", "tham gia theo Luật năm 2006, không đáp ứng điều kiện chuyển tiếp")
_CONTRACT = (
    ("agreed_early", "thỏa thuận chấm dứt trước hạn"),
    ("expired", "hết hạn hợp đồng"),
    ("prohibited_act", "vi phạm Điều 6 khoản 1"),
    ("serious_breach", "vi phạm nghiêm trọng hợp đồng"),
    ("other", "trường hợp khác theo hợp đồng"),
)
ORGANISATION_END = CodeList(
    "organisation_end",
    "Luật TGPL Đ16 k1, k2, Đ48 k2; TT 08/2017/TT-BTP Đ17 k1",
    (
        ("unqualified", "không còn đủ điều kiện"),
        ("by_contract", "chấm dứt theo hợp đồng"),
        ("serious_harm", "gây hậu quả nghiêm trọng"),
        ("ceased", "chấm dứt hoạt động"),
        ("withdrew", "tự chấm dứt tham gia"),
        ("inactive", "không thực hiện trợ giúp pháp lý 02 năm liên tục"),
        *_CONTRACT,
        _TRANSITION,
    ),
)
LAWYER_END = CodeList(
    "lawyer_end",
    "Luật TGPL Đ16, Đ25 k1 b, Đ48 k2; TT 08/2017/TT-BTP Đ17 k1, Đ19 k3",
    (
        ("certificate_withdrawn", "bị thu hồi Chứng chỉ hành nghề"),
        ("organisation_changed", "tổ chức tham gia thay đổi người thực hiện"),
        ("organisation_ended", "tổ chức tham gia chấm dứt tham gia"),
        _DIED,
        *_CONTRACT,
        _TRANSITION,
    ),
)

BRANCH_END = CodeList(
    "branch_end", "NĐ 144/2017/NĐ-CP Đ8, Đ9", (("dissolved", "giải thể"), ("merged", "sáp nhập"))
)
AID_OFFICER_END = CodeList(
    "aid_officer_end",
    "Luật TGPL Đ22 k1, Đ48 k1",
    (
        ("unqualified", "không còn đủ tiêu chuẩn"),
        ("dismissed", "bị buộc thôi việc"),
        ("transferred", "chuyển công tác hoặc thôi việc"),
        ("inactive", "không tham gia tố tụng 02 năm liên tục"),
        ("disciplined", "bị cảnh cáo lần thứ hai trở lên hoặc cách chức"),
        ("prohibited", "đang bị cấm hành nghề"),
        ("untrained", "không có chứng chỉ đào tạo nghề luật sư trong thời hạn"),
        _DIED,
    ),
)
CONSULTANT_END = CodeList(
    "consultant_end",
    "Luật TGPL Đ16, Đ25 k1 b, Đ48 k2; TT 08/2017/TT-BTP Đ19 k3",
    (
        ("card_withdrawn", "bị thu hồi thẻ tư vấn viên pháp luật"),
        ("organisation_changed", "tổ chức tham gia thay đổi người thực hiện"),
        ("organisation_ended", "tổ chức tham gia chấm dứt tham gia"),
        _DIED,
        _TRANSITION,
    ),
)
COLLABORATOR_END = CodeList(
    "collaborator_end",
    "NĐ 144/2017/NĐ-CP Đ18 k1, Đ19 k4; Luật TGPL Đ48 k2",
    (
        ("inactive", "không thực hiện trợ giúp pháp lý 02 năm liên tục"),
        ("breach", "vi phạm"),
        ("contract_ended", "hợp đồng chấm dứt hoặc không ký đúng hạn"),
        ("moved", "chuyển đến tỉnh khác"),
        _DIED,
        _TRANSITION,
    ),
)
LAW_END = CodeList(
    "law_end",
    "Luật Ban hành văn bản QPPL",
    (("repealed", "bãi bỏ"), ("replaced", "thay thế"), ("expired", "hết hạn"), ("cancelled", "hủy")),
)
