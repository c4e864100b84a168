"""What stands at the top of every page of the desk: the places that the person here may go to."""

from __future__ import annotations

from typing import Any, NamedTuple

from app.desk.door import HOME, desk
from app.desk.guard import may
from app.desk.person import Person, person
from app.web.access import ACCESS
from app.web.language import N_, _


class Entry(NamedTuple):
    """A place: the route that answers there, its path, its name, and what one does there."""

    route: str
    path: str
    name: str
    about: str


ENTRIES = (
    Entry("desk.home", HOME, N_("Hôm nay"), N_("Việc đang chờ bạn.")),
    Entry("desk.tasks", f"{HOME}/viec", N_("Việc đang làm"), N_("Soạn, gửi duyệt, duyệt, trả lại.")),
    Entry(
        "desk.listings",
        f"{HOME}/muc",
        N_("Danh sách"),
        N_("Tìm một mục để xem, sửa, chấm dứt; thêm mục mới."),
    ),
    Entry("desk.workbooks", f"{HOME}/bang-tinh", N_("Bảng tính"), N_("Tải mẫu, gửi lên nhiều mục một lần.")),
    Entry("desk.publishing", f"{HOME}/cong-bo", N_("Công bố"), N_("Những gì chờ công bố và đã công bố.")),
    Entry("desk.deeds", f"{HOME}/nhat-ky", N_("Nhật ký"), N_("Ai đã làm gì, lúc nào; có nguyên vẹn không.")),
    Entry(
        "desk.reports",
        f"{HOME}/phan-anh",
        N_("Phản ánh"),
        N_("Người dân báo thông tin sai, báo người đòi tiền; trả lời và đóng."),
    ),
    Entry(
        "desk.people",
        f"{HOME}/nguoi-dung",
        N_("Tài khoản"),
        N_("Ai làm việc ở đây, với vai trò nào, ai thay ai."),
    ),
)


def entries(who: Person) -> list[Entry]:
    """Return the places where ``who`` may go, in the words of this answer's language."""
    return [
        Entry(one.route, one.path, _(one.name), _(one.about))
        for one in ENTRIES
        if may(who, ACCESS.get(one.route))
    ]


@desk.context_processor
def add() -> dict[str, Any]:
    """Let every page of the desk know who is here and where they may go."""
    who = person()
    return {"me": who, "menu": entries(who) if who else []}
