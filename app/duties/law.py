"""What each event asks for, by when, by which article: tables. Pure: knows no register and no today.

Publishing and telling the Ministry run from the day on which the dossier was valid, where one was recorded,
else from the event. The other clocks run from one event to the one that answers it. Days that the law does
not call working days are calendar days; the day of the event is never counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.kinds import EVERY_KIND
from app.workdays import DEFAULT_DAYS, add_working_days, ministry_due, publish_due, usual_due

Reckoning = Callable[[date], date]

TT08, ND144 = "TT 08/2017/TT-BTP", "NĐ 144/2017/NĐ-CP"
NO_TERM = f"luật không ấn định thời hạn; sổ này tính {DEFAULT_DAYS:02d} ngày làm việc"
LISTS, PERSONS = "Luật TGPL Đ10 k2", "Luật TGPL Đ17 k2"
BOTH = f"{LISTS}, Đ17 k2"


@dataclass(frozen=True, slots=True)
class Asks:
    """What one event asks of the published list. Without a ``tell_law`` nobody tells the Ministry."""

    kinds: tuple[str, ...]
    publish: Reckoning | None = None
    publish_law: str = ""
    tell: Reckoning | None = None
    tell_law: str = ""

    @property
    def fixed(self) -> bool:
        """Whether the law itself sets the term of publication, so that nobody may set another."""
        return self.publish is publish_due

    @property
    def article(self) -> str:
        """The article of publication, and that the term is the register's own where it is."""
        return self.publish_law if self.fixed or not self.publish else f"{self.publish_law} ({NO_TERM})"


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days, or of working days."""

    count: int
    working: bool = False

    def after(self, day: date) -> date:
        """Return the last of these days after ``day``."""
        return add_working_days(day, self.count) if self.working else day + timedelta(self.count)

    def __str__(self) -> str:
        return f"{self.count:02d} ngày làm việc" if self.working else f"{self.count:02d} ngày"


@dataclass(frozen=True, slots=True)
class Clock:
    """What must follow an event. ``ends`` are the events that answer; a ``window`` just passes.

    ``longer`` comes after ``days`` where there is good reason. ``from_filing`` runs from the last day on
    which a selection takes files.
    """

    code: str
    starts: str
    sentence: str
    law: str
    days: Days
    ends: tuple[str, ...] = ()
    longer: Days | None = None
    from_filing: bool = False
    window: bool = False


_ORGANISATION, _BRANCH, _NOTICE = ("organisation",), ("branch",), ("notice",)
_OFFICER, _COLLABORATOR = ("aid_officer",), ("collaborator",)
_CONTRACTED = ("organisation", "lawyer", "collaborator")
_CONTRACT = Asks(_CONTRACTED, usual_due, f"{TT08} Đ18 k1 b", None, BOTH)
_PERSON = Asks(_OFFICER, usual_due, PERSONS, None, PERSONS)


def _branch(article: str) -> Asks:
    return Asks(_BRANCH, usual_due, f"{ND144} {article}; {LISTS}", None, LISTS)


EVENTS: Mapping[str, Asks] = {
    "certificate_issued": Asks(_ORGANISATION, publish_due, f"{TT08} Đ19 k3", None, BOTH),
    "certificate_amended": Asks(_ORGANISATION, publish_due, f"{TT08} Đ20 k3", ministry_due, f"{TT08} Đ20 k3"),
    "certificate_reissued": Asks(_ORGANISATION),
    "withdrawal_ground_found": Asks(_ORGANISATION),
    "withdrawal_proposed": Asks(_ORGANISATION),
    "participation_ended": Asks(_ORGANISATION, publish_due, f"{TT08} Đ22 k3", ministry_due, f"{TT08} Đ22 k3"),
    "persons_changed": Asks(_ORGANISATION, usual_due, f"{TT08} Đ19 k3", None, f"{TT08} Đ19 k3"),
    "contract_signed": _CONTRACT,
    "contract_renewed": _CONTRACT,
    "contract_ended": _CONTRACT,
    "aid_officer_appointed": _PERSON,
    "aid_officer_removed": _PERSON,
    "collaborator_card_issued": Asks(_COLLABORATOR),
    "collaborator_card_reissued": Asks(_COLLABORATOR),
    "card_withdrawal_proposed": Asks(_COLLABORATOR),
    "collaborator_card_withdrawn": Asks(_COLLABORATOR, usual_due, PERSONS, None, PERSONS),
    "branch_founded": _branch("Đ7 k4"),
    "head_appointed": Asks(_BRANCH),
    "branch_dissolved": _branch("Đ8 k4"),
    "branch_merged": _branch("Đ9 k3"),
    "selection_posted": Asks(_NOTICE),
    "selection_announced": Asks(_NOTICE),
    "selection_closed": Asks(_NOTICE),
    "other": Asks(tuple(kind.key for kind in EVERY_KIND)),
}
"""event -> what it asks of the list, and the kinds to which it happens."""

CLOCKS: tuple[Clock, ...] = (
    Clock(
        "propose_withdrawal",
        "withdrawal_ground_found",
        "Lập hồ sơ đề nghị thu hồi Giấy đăng ký tham gia",
        f"{TT08} Đ22 k2 a",
        Days(7),
        ("withdrawal_proposed", "participation_ended"),
    ),
    Clock(
        "decide_withdrawal",
        "withdrawal_proposed",
        "Ra quyết định thu hồi Giấy đăng ký tham gia",
        f"{TT08} Đ22 k2 b",
        Days(5, working=True),
        ("participation_ended",),
    ),
    Clock(
        "sign_collaborator",
        "collaborator_card_issued",
        "Ký hợp đồng với cộng tác viên đã được cấp thẻ",
        f"{TT08} Đ8",
        Days(30),
        ("contract_signed", "collaborator_card_withdrawn"),
        longer=Days(5),
    ),
    Clock(
        "withdraw_card",
        "card_withdrawal_proposed",
        "Ra quyết định thu hồi thẻ cộng tác viên",
        f"{ND144} Đ18 k2",
        Days(7),
        ("collaborator_card_withdrawn",),
    ),
    Clock(
        "appoint_head",
        "branch_founded",
        "Bổ nhiệm Trưởng Chi nhánh",
        f"{ND144} Đ7 k3",
        Days(7),
        ("head_appointed",),
    ),
    Clock(
        "keep_posted",
        "selection_posted",
        "Giữ thông báo lựa chọn trên trang ít nhất đến hết ngày này",
        f"{TT08} Đ5 k2, Đ11 k2",
        Days(5, working=True),
        window=True,
    ),
    Clock(
        "take_files",
        "selection_posted",
        "Nhận hồ sơ lựa chọn đến hết ngày này",
        f"{TT08} Đ5 k1 d, Đ11 k1 d",
        Days(0),
        from_filing=True,
        window=True,
    ),
    Clock(
        "assess_files",
        "selection_posted",
        "Đánh giá xong hồ sơ lựa chọn và thông báo kết quả",
        f"{TT08} Đ7 k1, Đ13",
        Days(10),
        ("selection_announced", "selection_closed"),
        longer=Days(3, working=True),
        from_filing=True,
    ),
    Clock(
        "sign_selected",
        "selection_announced",
        "Ký hợp đồng với người, tổ chức được lựa chọn",
        f"{TT08} Đ7 k4, Đ13 k2",
        Days(10),
        ("selection_closed",),
        longer=Days(5),
    ),
)

WINDOWS = frozenset(one.code for one in CLOCKS if one.window)
"""The codes of what just passes: nobody has to do anything about it by then."""
