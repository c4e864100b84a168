"""The page that tells journalists what there is to take: its examples run, and its dictionary is whole."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kinds import KINDS
from app.opendata import about
from app.opendata.columns import columns
from tests.browser import serve
from tests.house.checkout import ROOT
from tests.pages import Page, Visitor, words

HOME = "https://tgpl.example.vn"


@pytest.fixture(scope="module")
def address(sample_folder: Path) -> Iterator[str]:
    """The sample register, served."""
    with serve(sample_folder, workers=1) as served:
        yield served


def example(page: Page, name: str) -> str:
    """Return the example under the heading ``name``, as it stands on the page."""
    body = list(page.find("main").iter())
    heading = next(place for place, one in enumerate(body) if one.tag == "h3" and words(one) == name)
    return "".join(next(one for one in body[heading:] if one.tag == "code").itertext())


def test_the_home_page_the_foot_and_the_site_map_lead_there(visitor: Visitor) -> None:
    for path in ("/", "/so-do-trang", "/gioi-thieu"):
        page = visitor.get(path)
        assert page.link("Dữ liệu mở") == "/du-lieu"
        assert any(one.get("href") == "/du-lieu" for one in page.all("main a[href]"))


def test_every_file_that_it_names_answers(visitor: Visitor) -> None:
    links = {one.get("href", "") for one in visitor.get("/du-lieu").all("main a[href]")}
    assert len(links) > 20
    for link in links:
        assert visitor.client.get(link).status_code == 200, link


def test_the_terms_are_those_of_the_workbook(visitor: Visitor) -> None:
    text = visitor.get("/du-lieu").text
    assert all(term in text for term in about.stated())


def test_the_example_in_python_runs(visitor: Visitor, address: str) -> None:
    code = example(visitor.get("/du-lieu"), "Python").replace(HOME, address)
    run = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True, text=True)  # noqa: S603
    items = visitor.json("/danh-sach/to-chuc.json")
    said = run.stdout.splitlines()
    assert said[0] == f"Lần công bố {items['publication']}"
    assert said[1] == f"{items['total']} trong {items['total'] + len(items['apart'])} đang thực hiện"


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_example_with_curl_runs(visitor: Visitor, address: str, tmp_path: Path) -> None:
    code = example(visitor.get("/du-lieu"), "curl").replace(HOME, address)
    subprocess.run(["/bin/sh", "-e", "-c", code], cwd=tmp_path, check=True)  # noqa: S603
    for name in ("to-chuc.csv", "thay-doi.csv"):
        assert list(csv.DictReader(io.StringIO((tmp_path / name).read_text("utf-8-sig"))))


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_the_example_in_r_runs(visitor: Visitor, address: str) -> None:
    code = example(visitor.get("/du-lieu"), "R").replace(HOME, address)
    subprocess.run(["Rscript", "-e", code], check=True)  # noqa: S603, S607


def test_the_dictionary_has_every_public_field_of_every_kind(visitor: Visitor) -> None:
    page = visitor.get("/du-lieu/tu-dien")
    sections = page.all("details.more")
    assert len(sections) == len(KINDS)
    for kind, section in zip(KINDS, sections, strict=True):
        told = [words(row) for row in section.iter("th") if row.get("scope") == "row"]
        assert {*told} == {*(field.key for field in [*columns(kind), *kind.public_fields])}
        assert len(told) == len({*told})


def test_the_dictionary_names_no_field_of_the_desk(visitor: Visitor) -> None:
    text = visitor.get("/du-lieu/tu-dien").text
    assert "personal_phone" not in text
    assert "internal_note" not in text
    assert "litigation = tham gia tố tụng" in text


def test_what_the_repository_says_of_files_names_them_all() -> None:
    told = (ROOT / "docs" / "opendata.md").read_text()
    for path in ("/so-sanh.json", "/du-lieu/hsds.json", "/du-lieu/dcat.jsonld", "/du-lieu/datapackage.json"):
        assert f"`{path}" in told
