"""How much one address may ask for: generously; too much is told in the one shape of errors."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from app.web.limits import MOST_ADDRESSES, PER_SECOND, Allowance
from config import from_environment
from tests.conftest import register_in

FAR = {"REMOTE_ADDR": "203.0.113.7"}


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock(empty: Flask) -> Clock:
    clock = Clock()
    empty.extensions["allowance"] = Allowance(clock)
    return clock


def ask(app: Flask, path: str = "/api/v1/publications", **environ: str) -> tuple[int, str | None]:
    answer = app.test_client().get(path, environ_base={**FAR, **environ})
    return answer.status_code, answer.headers.get("Retry-After")


def test_fifty_answers_a_second_and_not_one_more(empty: Flask, clock: Clock) -> None:
    assert {ask(empty)[0] for _ in range(PER_SECOND)} == {200}
    assert ask(empty) == (429, "1")
    assert ask(empty, REMOTE_ADDR="203.0.113.8") == (200, None)
    clock.seconds = 1
    assert ask(empty)[0] == 200


def test_an_asker_of_long_ago_is_forgotten(clock: Clock) -> None:
    allowance = Allowance(clock)
    for number in range(MOST_ADDRESSES):
        assert allowance.take(str(number))
    clock.seconds = 1
    assert allowance.take("a")
    assert len(allowance._counts) == 1


def test_too_much_is_told_in_the_one_shape(empty: Flask, clock: Clock) -> None:
    for _ in range(PER_SECOND):
        ask(empty)
    data = empty.test_client().get("/api/v1/publications", environ_base=FAR)
    assert data.get_json()["error"]["code"] == "too_many_requests"
    assert data.headers["Cache-Control"] == "no-store"
    page = empty.test_client().get("/danh-sach", environ_base=FAR)
    assert (page.status_code, page.mimetype, page.headers["Retry-After"]) == (429, "text/html", "1")


def test_what_is_not_sent_again_is_not_counted(empty: Flask, clock: Clock) -> None:
    visitor = empty.test_client()
    etag = visitor.get("/cong-bo", environ_base=FAR).headers["ETag"]
    for _ in range(2 * PER_SECOND):
        answer = visitor.get("/cong-bo", environ_base=FAR, headers={"If-None-Match": etag})
        assert answer.status_code == 304
    assert ask(empty)[0] == 200


def test_assets_and_checks_of_health_are_free(empty: Flask, clock: Clock) -> None:
    assert {ask(empty, "/healthz")[0] for _ in range(PER_SECOND + 10)} == {200}
    assert ask(empty)[0] == 200


def test_this_machine_is_exempt(empty: Flask, clock: Clock) -> None:
    assert {ask(empty, REMOTE_ADDR="127.0.0.1")[0] for _ in range(PER_SECOND + 10)} == {200}


def test_a_subscriber_of_version_6_is_one_however_many_addresses(empty: Flask, clock: Clock) -> None:
    asked = [ask(empty, REMOTE_ADDR=f"2001:db8::{number:x}")[0] for number in range(PER_SECOND + 1)]
    assert asked[-1] == 429
    assert ask(empty, REMOTE_ADDR="2001:db8:0:1::1")[0] == 200


def test_a_trusted_proxy_is_asked_whom_it_speaks_for_and_nobody_else(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with register_in(tmp_path_factory.mktemp("proxied"), TRUSTED_PROXIES="127.0.0.1, 10.0.0.0/8") as app:
        app.extensions["instance"].prepare()
        app.extensions["allowance"] = Allowance(Clock())
        forwarded: Callable[[str], tuple[int, str | None]] = lambda named: ask(  # noqa: E731
            app, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=named
        )
        for number in range(PER_SECOND):
            assert forwarded(f"198.51.100.{number}, 203.0.113.9, 10.1.2.3")[0] == 200
        assert forwarded("203.0.113.9")[0] == 429
        assert forwarded("203.0.113.10")[0] == 200
        assert ask(app, HTTP_X_FORWARDED_FOR="203.0.113.9")[0] == 200


def test_a_setting_that_is_no_network_is_named() -> None:
    with pytest.raises(ValueError, match="TRUSTED_PROXIES"):
        from_environment({"TRUSTED_PROXIES": "proxy.example"})
