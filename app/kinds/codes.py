"""The closed lists of codes: an ASCII code for data, a Vietnamese wording for people, a source for each list.

A list changes only with the law or the dictionary it names; a code once published keeps its meaning for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.canonical import tidy


@dataclass(frozen=True)
class CodeList:
    """A closed list. ``pairs`` are (code, wording) in the order in which people read them.

    ``compared_on`` is the day on which they were last compared with ``source``.
    """

    key: str
    source: str
    pairs: tuple[tuple[str, str], ...]
    compared_on: str = "2026-11-22"

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The codes in order."""
        return tuple(code for code, _ in self.pairs)

    @cached_property
    def _wordings(self) -> dict[str, str]:
        return dict(self.pairs)

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {wording.lower(): code for code, wording in self.pairs} | {code: code for code in self.order}

    @property
    def choices(self) -> str:
        """The wordings in one line, for a message."""
        return "; ".join(wording for _, wording in self.pairs)

    def wording(self, code: str) -> str:
        """Return the Vietnamese wording; an unknown code stands for itself: a page must not break on it."""
        return self._wordings.get(code, code)

    def code_of(self, text: str) -> str | None:
        """Return the code that ``text`` words (any case), or None."""
        return self._codes.get(" ".join(tidy(text).lower().split()))


_ACTIVE, _ENDED = ("active", "đang thực hiện"), ("ended", "đã chấm dứt")
STATUS = CodeList("status", "Luật TGPL 11/2017/QH14 Đ16, Đ17; TT 08/2017/TT-BTP Đ22", (_ACTIVE, _ENDED))
ORGANISATION_STATUS = CodeList(
    "status", "TT 08/2017/TT-BTP Đ22", (_ACTIVE, ("suspended", "tạm ngừng hoạt động"), _ENDED)
)
LAW_STATUS = CodeList(
    "status", "Luật Ban hành văn bản QPPL", (("active", "đang áp dụng"), ("ended", "hết hiệu lực"))
)
FORMS_OF_AID = CodeList(
    "forms_of_aid",
    "Luật TGPL Đ27 k2",
    (
        ("litigation", "tham gia tố tụng"),
        ("advice", "tư vấn pháp luật"),
        ("representation", "đại diện ngoài tố tụng"),
    ),
)
FIELDS_OF_LAW = CodeList(
    "fields_of_law",
    "Luật TGPL Đ27 k1; cách chia của danh sách này, chờ danh mục dùng chung của Bộ Tư pháp",
    (
        ("criminal", "hình sự"),
        ("civil", "dân sự"),
        ("family", "hôn nhân và gia đình"),
        ("children", "trẻ em"),
        ("land", "đất đai, nhà ở, môi trường"),
        ("labour", "lao động, việc làm, bảo hiểm"),
        ("administrative", "hành chính, khiếu nại, tố cáo"),
        ("social_policy", "ưu đãi người có công, chính sách xã hội"),
        ("other", "khác"),
        ("*", "mọi lĩnh vực trừ kinh doanh, thương mại"),
    ),
)
LANGUAGES = CodeList(
    "languages",
    "Danh sách này",
    (
        ("viet", "Việt"),
        ("tay", "Tày"),
        ("nung", "Nùng"),
        ("dao", "Dao"),
        ("mong", "Mông"),
        ("hoa", "Hoa"),
        ("sign", "ngôn ngữ ký hiệu"),
        ("english", "Anh"),
        ("chinese", "Trung"),
    ),
)
PREMISES_ACCESS = CodeList(
    "premises_access",
    "Danh sách này",
    (
        ("ramp", "lối xe lăn"),
        ("ground_floor", "tầng trệt"),
        ("accessible_toilet", "vệ sinh tiếp cận"),
        ("sign_language", "ngôn ngữ ký hiệu"),
        ("home_visit", "tiếp tại nhà"),
    ),
)
GENDER = CodeList("gender", "TT 11/2014/TT-BTP Đ10 k2", (("male", "nam"), ("female", "nữ")))
DIRECTOR_TITLE = CodeList(
    "director_title",
    "NĐ 144/2017/NĐ-CP Đ3",
    (("director", "Giám đốc"), ("acting_deputy", "Phó Giám đốc phụ trách")),
)
ORGANISATION_TYPE = CodeList(
    "organisation_type",
    "Luật TGPL Đ12",
    (("law_practice", "tổ chức hành nghề luật sư"), ("legal_consultancy", "tổ chức tư vấn pháp luật")),
)
PARTICIPATION = CodeList(
    "participation",
    "Luật TGPL Đ12, Đ14, Đ15",
    (("contract", "ký hợp đồng"), ("registration", "đăng ký tham gia")),
)
INTAKE = CodeList(
    "intake",
    "Luật TGPL Đ30",
    (
        ("direct", "nhận trực tiếp"),
        ("refers", "chuyển đến Trung tâm do không đủ nguồn lực"),
    ),
)
ENGAGEMENTS = CodeList(
    "engagements",
    "Luật TGPL Đ17 k1 b",
    (
        ("contract", "theo hợp đồng với Trung tâm"),
        ("assigned", "theo phân công của tổ chức tham gia"),
    ),
)
RANK = CodeList(
    "rank", "Danh sách này", (("grade_1", "hạng I"), ("grade_2", "hạng II"), ("grade_3", "hạng III"))
)
FORMER_TITLE = CodeList(
    "former_title",
    "Luật TGPL Đ24 k2",
    (
        ("aid_officer", "trợ giúp viên pháp lý"),
        ("judge", "thẩm phán"),
        ("court_examiner", "thẩm tra viên ngành Tòa án"),
        ("prosecutor", "kiểm sát viên"),
        ("prosecution_examiner", "kiểm tra viên ngành kiểm sát"),
        ("investigator", "điều tra viên"),
        ("enforcement_officer", "chấp hành viên"),
        ("enforcement_examiner", "thẩm tra viên thi hành án dân sự"),
        ("legal_official", "chuyên viên làm công tác pháp luật tại các cơ quan nhà nước"),
    ),
)
NOTICE_TYPE = CodeList(
    "notice_type",
    "TT 08/2017/TT-BTP Đ5, Đ11, Đ20, Đ22; NĐ 144/2017/NĐ-CP Đ7 đến Đ9",
    (
        ("select_lawyers", "lựa chọn luật sư"),
        ("select_organisations", "lựa chọn tổ chức"),
        ("certificate_changed", "thay đổi nội dung Giấy"),
        ("participation_ended", "chấm dứt tham gia"),
        ("branch_founded", "thành lập Chi nhánh"),
        ("branch_dissolved", "giải thể Chi nhánh"),
        ("branch_merged", "sáp nhập Chi nhánh"),
    ),
)
