"""Recorded messages: handed in, approved, published, listened to; and hidden while there is none."""

from __future__ import annotations

import io

import pytest
from flask import Flask

from app.records.attachments import MOST_BYTES_OF_SOUND
from tests.desk import APPROVER, CLERK_DEPARTMENT, seated
from tests.doors.test_desk_story import begun, number_of, publish
from tests.pages import Page, Visitor

FRAME = b"\xff\xfb\x18\xc4" + bytes(140)
"""A frame of silence: MPEG-1 layer III, one channel, 32 kbit/s at 32 kHz, 144 bytes."""
SOUND = FRAME * 40
SPOKEN = {
    "name": "Gọi Trung tâm để được giúp miễn phí",
    "language": "tay",
    "transcript": "Lời mẫu.",
    "meaning": "Lời mẫu: chưa ai thu.",
    "effective_from": "20/11/2026",
    "confirmed_on": "20/11/2026",
    "basis_number": "98-MẪU/TTr-TT",
    "basis_date": "20/11/2026",
    "basis_issuer": "Trung tâm (mẫu)",
}


def form_of(clerk: Visitor) -> Page:
    return begun(clerk, "/can-bo/muc/moi", loai="recording")


def hand_in(clerk: Visitor, form: Page, data: bytes, name: str, status: int) -> Page:
    sound = {"sound.tep": (io.BytesIO(data), name)}
    return clerk.submit(form, form.path, status, viec="gui" if status == 303 else "luu", **SPOKEN, **sound)


@pytest.fixture
def spoken(living: Flask) -> Visitor:
    """A reader of the sample register with one recorded message."""
    clerk, approver = seated(living, CLERK_DEPARTMENT), seated(living, APPROVER)
    form = form_of(clerk)
    hand_in(clerk, form, SOUND, "tieng-tay.mp3", 303)
    number = number_of(form)
    approver.submit(approver.get(f"/can-bo/duyet/{number}"), f"/can-bo/duyet/{number}", 303)
    publish(approver, number)
    return Visitor(living)


def test_a_message_is_heard_where_people_begin_and_nothing_loads_before(spoken: Visitor) -> None:
    page = spoken.get(spoken.get("/").link("Nghe bằng tiếng Tày"))
    audio = page.find("audio")
    assert audio.get("preload") == "none"
    with spoken.client.get(str(audio.get("src"))) as sound:
        assert (sound.data, sound.mimetype) == (SOUND, "audio/mpeg")
    assert "Lời mẫu: chưa ai thu." in page.text
    assert spoken.get("/trung-tam/TT-01").link("Nghe bằng tiếng Tày") == "/nghe"
    assert "/nghe</loc>" in spoken.get("/sitemap.xml").source


def test_while_nothing_was_recorded_nothing_leads_there(visitor: Visitor) -> None:
    for path in ("/", "/trung-tam/TT-01", "/so-do-trang"):
        assert "/nghe" not in visitor.get(path).links.values()
    page = visitor.get("/nghe")
    assert "Chưa có lời thu âm nào" in page.text
    assert page.find("a.call")


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (FRAME * (MOST_BYTES_OF_SOUND // len(FRAME) + 1), "dai.mp3", "150 kB"),
        (b"%PDF-1.7", "gia.mp3", "không phải là mp3"),
        (b"%PDF-1.7", "loi.pdf", "Chỉ nhận tệp mp3"),
    ],
    ids=["too long", "another content", "another type"],
)
def test_what_cannot_be_played_is_refused_and_the_form_stays(
    living: Flask, data: bytes, name: str, told: str
) -> None:
    clerk = seated(living, CLERK_DEPARTMENT)
    page = hand_in(clerk, form_of(clerk), data, name, 422)
    assert told in page.text
    assert page.find("input#name").get("value") == SPOKEN["name"]
