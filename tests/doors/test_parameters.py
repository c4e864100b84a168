"""Parameters that cannot be read: a helpful page with the right status, the one error shape for data."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pages import Visitor

DAYS = ("abc", "2025-13-01", "2025-02-30", "20250101", "2025-W01-1", "31/02/2025", "1", "２０２５-01-01")


@pytest.mark.parametrize("day", DAYS)
def test_a_day_that_is_none_is_refused_with_the_form_kept(visitor: Visitor, day: str) -> None:
    page = visitor.get(f"/danh-sach/to-chuc?ngay={day}", 400)
    assert page.find("form.day input#ngay").get("value") == day
    assert page.all("p.problem")
    assert page.find("form.day").get("action") == "/danh-sach/to-chuc"


def test_a_day_to_come_is_refused(visitor: Visitor) -> None:
    assert "chưa đến" in visitor.get("/danh-sach?ngay=2199-01-01", 400).text
    assert visitor.json("/danh-sach.json?ngay=2199-01-01", 400)["error"]["parameter"] == "ngay"
    assert visitor.json("/api/v1/listings?as_of=2199-01-01", 400)["error"]["parameter"] == "as_of"


def test_a_day_in_force_may_be_to_come(visitor: Visitor) -> None:
    page = visitor.get("/danh-sach?hieu-luc=2199-01-01")
    assert "có hiệu lực ngày 01/01/2199" in page.text


@pytest.mark.parametrize("path", ["/danh-sach", "/danh-sach/to-chuc", "/luat-su/LS-0001", "/tim-kiem"])
def test_a_day_as_people_write_it_leads_to_the_day_as_addresses_do(visitor: Visitor, path: str) -> None:
    answer = visitor.client.get(f"{path}?ngay=1/3/2026")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}?ngay=2026-03-01")
    answer = visitor.client.get("/danh-sach?ngay=01/03/2026&hieu-luc=02/03/2026")
    again = visitor.client.get(answer.headers["Location"])
    assert again.headers["Location"] == "/danh-sach?ngay=2026-03-01&hieu-luc=2026-03-02"


def test_data_takes_only_the_day_as_data_writes_it(visitor: Visitor) -> None:
    error = visitor.json("/danh-sach.json?ngay=01/03/2026", 400)["error"]
    assert (error["code"], error["parameter"]) == ("bad_parameter", "ngay")
    assert "viết năm-tháng-ngày, ví dụ 2026-03-01" in error["message"]


def test_an_address_that_cannot_be_read_is_canonical_for_nothing(visitor: Visitor) -> None:
    for path, status in (("/danh-sach?trang=x", 400), ("/danh-sach?trang=999", 404), ("/tim-kiem?xa=1", 400)):
        assert not visitor.get(path, status).all("link[rel=canonical]")


def test_a_page_that_is_no_number_or_not_there_is_refused(visitor: Visitor) -> None:
    for path in ("/danh-sach?", "/cong-bo?", "/cong-bo/1?", "/tim-kiem?q=luat+su&"):
        for number in ("0", "-1", "x", "1.5", "²", "99999999999999999999"):
            assert "Số trang" in visitor.get(f"{path}trang={number}", 400).text
        assert "Không có trang 9999" in visitor.get(f"{path}trang=9999", 404).text


def test_a_kind_or_commune_that_is_none_is_refused(visitor: Visitor) -> None:
    assert "luat-su" in visitor.get("/tim-kiem?q=a&loai=lawyer", 400).text
    for code in ("6529", "lộc bình", "00001", "99999", "０６５２９"):
        page = visitor.get(f"/tim-kiem?q=a&xa={code}", 400)
        assert page.find("input#q").get("value") == "a"
        assert visitor.json(f"/tim-kiem.json?xa={code}", 400)["error"]["parameter"] == "xa"


def test_pages_let_unknown_parameters_be_and_data_refuses_them(visitor: Visitor) -> None:
    visitor.get("/danh-sach?fbclid=x")
    visitor.get("/luat-su/LS-0001?utm_source=zalo&ngay=")
    for path in (
        "/danh-sach.json",
        "/luat-su/LS-0001.json",
        "/cong-bo.json",
        "/cong-bo/1.json",
        "/cong-bo/1/danh-sach.json",
        "/tim-kiem.json",
        "/api/v1/listings",
        "/api/v1/listings/LS-0001",
        "/api/v1/listings/LS-0001/versions",
        "/api/v1/search",
        "/api/v1/publications",
        "/api/v1/publications/1",
    ):
        error = visitor.json(f"{path}?fbclid=x", 400)["error"]
        assert list(error) == ["status", "code", "message", "parameter"]
        assert (error["code"], error["parameter"]) == ("bad_parameter", "fbclid")


def test_data_refuses_a_parameter_given_twice(visitor: Visitor) -> None:
    visitor.get("/tim-kiem?q=a&q=b")
    assert visitor.json("/tim-kiem.json?q=a&q=b", 400)["error"]["parameter"] == "q"
    assert visitor.json("/api/v1/listings?limit=1&limit=2", 400)["error"]["parameter"] == "limit"


def test_a_last_slash_too_many_is_taken_off(visitor: Visitor) -> None:
    answer = visitor.client.get("/danh-sach/?ngay=2026-01-01")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/danh-sach?ngay=2026-01-01")
    doubled = visitor.client.get("/", environ_overrides={"PATH_INFO": "//example.com/"})
    assert doubled.headers["Location"] == "/example.com"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(["/danh-sach", "/tim-kiem", "/cong-bo", "/luat-su/LS-0001", "/api/v1/search"]),
    parameters=st.dictionaries(
        st.sampled_from(["q", "loai", "xa", "ngay", "hieu-luc", "trang", "as_of", "cursor", "limit"]),
        st.text(max_size=20),
    ),
)
def test_no_parameter_can_break_an_answer(visitor: Visitor, path: str, parameters: dict[str, str]) -> None:
    answer = visitor.client.get(path, query_string=parameters)
    assert answer.status_code in (200, 302, 400, 404)
