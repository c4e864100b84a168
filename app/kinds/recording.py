"""Lời thu âm: half a minute spoken in the language of those who do not read Vietnamese, with its words."""

from __future__ import annotations

from app.attachments import SOUND
from app.kinds import every
from app.kinds.codes import LANGUAGES, LAW_STATUS
from app.kinds.declaration import REQUIRED, Field, Kind, Nature
from app.kinds.files import Files
from app.kinds.grounds import LAW_END
from app.kinds.types import Code, Text

RECORDING = Kind(
    key="recording",
    prefix="TA",
    digits=4,
    path="loi-thu-am",
    sheet="Lời thu âm",
    vi="Lời thu âm",
    en="Recorded message",
    nature=Nature.SITE,
    collection="",
    fields=(
        *every.head("Nói về điều gì", status=LAW_STATUS),
        Field("language", "Ngôn ngữ của lời nói", "Language", Code(LANGUAGES), need=REQUIRED),
        Field("sound", "Tệp âm thanh", "Sound", Files(SOUND), need=REQUIRED),
        Field("transcript", "Lời bằng chữ", "Transcript", Text(2000, long=True), need=REQUIRED),
        Field("meaning", "Nghĩa tiếng Việt", "Meaning in Vietnamese", Text(2000, long=True), need=REQUIRED),
        *every.tail(LAW_END, successors=("recording",)),
    ),
)
