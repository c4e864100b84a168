"""What somebody wants to know before they ask for help: with what, by whom, in which language, by which way.

All of it from one listing and its office; nothing from it is loaded or sent by the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from app.catalogue.card import phone
from app.catalogue.version import Version
from app.guidance.calling import calling
from app.kinds.contact import dialled, is_mobile
from app.public.words import Link, wording
from app.web.language import _


class Help(NamedTuple):
    """One thing that is helped with: its official name, and what people call it."""

    name: str
    plain: str


class Reach(NamedTuple):
    """How to reach an office besides calling it, and what awaits one there."""

    maps: list[Link]
    message: Link | None
    saved: Link
    languages: str
    access: str


def helps(version: Version) -> list[Help]:
    """Return the fields of law in which ``version`` helps."""
    key = "fields_of_law" if "fields_of_law" in version.kind.by_key else "specialities"
    return [Help(name[:1].upper() + name[1:], plain) for name, plain in _told(version, key)]


def forms(version: Version) -> list[Help]:
    """Return the forms of aid that ``version`` gives."""
    return [Help(name[:1].upper() + name[1:], plain) for name, plain in _told(version, "forms_of_aid")]


def choice(people: Sequence[Version]) -> str:
    """``38 người: 17 nữ, 21 nam. Bạn có thể xin gặp …`` (TT 11/2014/TT-BTP Đ10 k2); "" where not both."""
    women = sum(one.document.get("gender") == "female" for one in people)
    men = sum(one.document.get("gender") == "male" for one in people)
    if not women or not men:
        return ""
    return _(
        "%(women)s nữ, %(men)s nam. Muốn gặp người nữ hay người nam, bạn cứ nói khi gọi.",
        women=women,
        men=men,
    )


def reach(office: Version | None) -> Reach | None:
    """Return how ``office`` is reached, or None."""
    if office is None:
        return None
    return Reach(
        maps=_maps(office),
        message=_message(office),
        saved=Link(_("Lưu số vào điện thoại"), f"{office.path}.vcf"),
        languages=wording(office, "languages"),
        access=wording(office, "premises_access"),
    )


def _told(version: Version, key: str) -> list[tuple[str, str]]:
    field = version.kind.by_key.get(key)
    plain = calling().forms if key == "forms_of_aid" else calling().fields
    codes = version.document.get(key, [])
    return [(field.show([code]), plain.get(code, "")) for code in codes] if field else []


def _maps(office: Version) -> list[Link]:
    """Return the place for the map of the reader's own device, and on OpenStreetMap."""
    latitude, longitude = (office.document.get(key) for key in ("latitude", "longitude"))
    if not latitude or not longitude:
        return []
    point = f"{latitude},{longitude}"
    marked = f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
    return [
        Link(_("Mở bản đồ trong máy"), f"geo:{point}?q={point}({quote(office.name)})"),
        Link(_("Xem trên OpenStreetMap"), marked),
    ]


def _message(office: Version) -> Link | None:
    """Return a message that the reader's own device opens: to the office where it can read one, else to a
    person whom the reader chooses. It tells of no trouble.
    """
    mobile = next(
        (one for key in ("phone", "hotline") if (one := office.document.get(key)) and is_mobile(one)), ""
    )
    if mobile:
        return Link(
            _("Soạn tin nhắn xin gọi lại"), f"sms:{dialled(mobile)}?&body={quote(calling().call_back)}"
        )
    number = phone(office.document)
    if number is None:
        return None
    said = calling().call_for_me.format(number=number.shown)
    return Link(_("Nhắn tin nhờ người thân gọi giúp"), f"sms:?&body={quote(said)}")
