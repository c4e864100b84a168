"""What happened to a listing or a candidate, and what the law then asks of the office by which day.

Staff only. The days due are kept as reckoned at the time; how they are reckoned is not known here.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.kinds.codes import CodeList
from app.records.blocks import Day

HAPPENED = CodeList(
    "event",
    "TT 08/2017/TT-BTP Đ5, Đ11, Đ18 đến Đ22; Luật TGPL Đ21 đến Đ24; NĐ 144/2017/NĐ-CP Đ7 đến Đ9, Đ16 đến Đ19",
    (
        ("certificate_issued", "cấp Giấy đăng ký tham gia"),
        ("certificate_amended", "thay đổi nội dung Giấy đăng ký tham gia"),
        ("certificate_reissued", "cấp lại Giấy đăng ký tham gia"),
        ("withdrawal_ground_found", "phát hiện căn cứ thu hồi Giấy đăng ký tham gia"),
        ("withdrawal_proposed", "lập hồ sơ đề nghị thu hồi Giấy đăng ký tham gia"),
        ("participation_ended", "chấm dứt hoặc thu hồi đăng ký tham gia"),
        ("persons_changed", "tổ chức thay đổi người thực hiện"),
        ("contract_signed", "ký hợp đồng"),
        ("contract_renewed", "gia hạn hợp đồng"),
        ("contract_ended", "chấm dứt hợp đồng"),
        ("aid_officer_appointed", "bổ nhiệm trợ giúp viên pháp lý"),
        ("aid_officer_removed", "miễn nhiệm trợ giúp viên pháp lý"),
        ("collaborator_card_issued", "cấp thẻ cộng tác viên"),
        ("collaborator_card_reissued", "cấp lại thẻ cộng tác viên"),
        ("card_withdrawal_proposed", "Trung tâm đề nghị thu hồi thẻ cộng tác viên"),
        ("collaborator_card_withdrawn", "thu hồi thẻ cộng tác viên"),
        ("branch_founded", "thành lập Chi nhánh"),
        ("head_appointed", "bổ nhiệm Trưởng Chi nhánh"),
        ("branch_dissolved", "giải thể Chi nhánh"),
        ("branch_merged", "sáp nhập Chi nhánh"),
        ("selection_posted", "đăng thông báo lựa chọn"),
        ("selection_announced", "thông báo kết quả lựa chọn"),
        ("selection_closed", "xong việc lựa chọn: đã ký hợp đồng, hoặc không chọn được"),
        ("other", "việc khác"),
    ),
)


class Event(Base):
    """One thing that happened to one listing or one candidate.

    ``dossier_on`` is the day the dossier was valid, from which some periods run; ``published_entry`` the
    ledger entry that answered, ``reported_on`` and ``letter`` when and how the Ministry was told.
    """

    __tablename__ = "event"
    __table_args__ = (CheckConstraint("(listing_id IS NULL) <> (candidate_id IS NULL)", name="one_subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    listing_id: Mapped[str | None] = mapped_column(ForeignKey("listing.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidate.id"), index=True)
    what: Mapped[str] = mapped_column(String(32))
    happened_on: Mapped[str] = mapped_column(Day)
    dossier_on: Mapped[str | None] = mapped_column(Day)
    publish_due: Mapped[str | None] = mapped_column(Day, index=True)
    ministry_due: Mapped[str | None] = mapped_column(Day)
    published_entry: Mapped[int | None]
    reported_on: Mapped[str | None] = mapped_column(Day)
    letter: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
