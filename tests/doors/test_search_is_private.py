"""Nobody learns who searched what: a word that was searched for is in no byte that we keep."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import register_in
from tests.house.checkout import ROOT
from tests.pages import Visitor

CANARY = "chimhoangyen"
PATHS = (
    "/tim-kiem?q={}",
    "/tim-kiem.json?q={}",
    "/api/v1/search?q={}",
    "/goi-y?q={}",
    "/tim-kiem?q={}&trang=9",
)


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_word_searched_for_is_in_no_file_and_no_log(
    living: Flask, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = living.extensions["instance"].settings.instance_dir
    with caplog.at_level(logging.DEBUG):
        for path in PATHS:
            for _ in range(3):
                living.test_client().get(path.format(CANARY))
                living.test_client().get(path.format(f"luat su {CANARY} o loc binh"))
    assert CANARY.encode() not in everything_in(folder)
    assert CANARY not in caplog.text
    assert CANARY not in "".join(capfd.readouterr())
    with register_in(folder) as again:
        assert Visitor(again).get("/tim-kiem?q=luat+su").status == 200
    assert CANARY.encode() not in everything_in(folder)


def test_results_go_into_no_cache_and_name_no_referrer(visitor: Visitor) -> None:
    for path in PATHS[:4]:
        headers = visitor.client.get(path.format(CANARY)).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in headers


def test_the_sample_proxy_logs_no_query() -> None:
    proxy = (ROOT / "docs" / "nginx.conf").read_text()
    logged = proxy[proxy.index("log_format") : proxy.index(";", proxy.index("log_format"))]
    for variable in ("$request ", "$request_uri", "$args", "$query_string", "$http_referer"):
        assert variable not in f"{logged} ", variable
    assert "access_log" in proxy


def test_the_server_writes_no_access_log() -> None:
    assert "--no-access-log" in (ROOT / "Makefile").read_text()
