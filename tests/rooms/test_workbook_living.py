"""Workbooks read against a living register: what its accepted records answer, files among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kinds import KINDS
from app.publishing.propose import Proposal
from app.records.attachments import keep
from app.workbook import EMPTY_REGISTER, RecordsKnown
from app.workbook.writing import add_sheet, open_book, texts_of
from tests.rooms.staff import FIRST, ORGANISATION, Office, office_in
from tests.rooms.workbooks import CENTRE, only_line, reading, said, sheet, workbook

SHA = "a" * 64


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        yield office


def test_a_register_without_publications_is_empty_and_knows_nothing(office: Office) -> None:
    with office.work() as session:
        known = RecordsKnown(session)
        assert known.empty
        assert known.kind_of("TT-01") is None
        assert known.document("TT-01") is None
        assert known.ids_named("Trung tâm Mẫu", ["centre"]) == known.ids_of("centre") == []


def test_what_was_published_is_known_by_id_name_and_kind(office: Office) -> None:
    office.publish(*FIRST)
    with office.work() as session:
        known = RecordsKnown(session)
        assert not known.empty
        assert known.kind_of("LS-0001") == "lawyer"
        document = known.document("LS-0001")
        assert document is not None
        assert (document["contact_via"], document["personal_phone"]) == ("TC-001", "0912345678")
        assert known.ids_named("Văn phòng luật sư Mẫu", ["centre", "organisation"]) == ["TC-001"]
        assert known.ids_named("Văn phòng luật sư Mẫu", ["centre"]) == []
        assert known.ids_of("lawyer") == ["LS-0001"]


def test_namesakes_are_all_named(office: Office) -> None:
    office.publish(*FIRST, Proposal("organisation", ORGANISATION))
    with office.work() as session:
        named = RecordsKnown(session).ids_named("Văn phòng luật sư Mẫu", ["organisation"])
    assert named == ["TC-001", "TC-002"]


def test_what_is_exported_and_read_again_changes_nothing(office: Office, tmp_path: Path) -> None:
    office.publish(*FIRST)
    with office.work() as session:
        known = RecordsKnown(session)
        book = open_book(tmp_path / "out.xlsx")
        for kind in KINDS:
            documents = ((one, known.document(one)) for one in known.ids_of(kind.key))
            add_sheet(book, kind, [texts_of(kind, one, document) for one, document in documents if document])
        book.close()
        found = reading(tmp_path / "out.xlsx", known=known)
    assert said(found) == []
    assert str(found.counts) == "new=0 changed=0 unchanged=3 refused=0"


def test_a_file_is_named_only_once_it_was_uploaded(office: Office, tmp_path: Path) -> None:
    office.publish(*FIRST)
    with office.work() as session:
        kept = keep(session, tmp_path / "attachments", "Nội quy.pdf", b"%PDF-1.7")
        cell = f"{kept['name']} sha256:{kept['sha256']}"
        rows = sheet("centre", {**CENTRE, "reception_rules": cell})
        found = reading(workbook(tmp_path / "a.xlsx", rows), known=RecordsKnown(session))
        assert said(found) == []
        assert found.proposals()[0].fields["reception_rules"] == [kept]
        rows = sheet("centre", {**CENTRE, "reception_rules": f"{cell}; Khác.pdf sha256:{SHA}"})
        refused = reading(workbook(tmp_path / "b.xlsx", rows), known=RecordsKnown(session))
    assert "“Nội quy tiếp”: đọc được “Khác.pdf sha256:aaa" in only_line(refused)
    assert "hãy tải tệp lên trước" in only_line(refused)


def test_an_empty_register_has_no_files_and_says_so(tmp_path: Path) -> None:
    rows = sheet("centre", {**CENTRE, "reception_rules": f"Nội quy.pdf sha256:{SHA}"})
    refused = reading(workbook(tmp_path / "a.xlsx", rows), known=EMPTY_REGISTER)
    assert "sổ trống chưa có tệp nào: hãy để trống ô này" in only_line(refused)
