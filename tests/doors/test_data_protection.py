"""What is said of data protection: everybody finds it, and the days that it names are those that are kept."""

from __future__ import annotations

from app.reports import closing, taking
from app.search import weak
from tests.pages import Visitor


def test_every_page_leads_to_what_is_kept_of_whom(visitor: Visitor) -> None:
    page = visitor.get(visitor.get("/").link("Bảo vệ dữ liệu cá nhân"))
    assert page.heading == "Bảo vệ dữ liệu cá nhân"
    assert f"{closing.KEPT.days} ngày sau khi phiếu được giải quyết xong" in page.text
    assert f"trong {taking.SUBJECT_DAYS:02} ngày làm việc" in page.text
    assert (weak.TIMES, weak.DAYS) == (10, 3), "the page says ten times on three days"
