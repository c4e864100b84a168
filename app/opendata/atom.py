"""The publications as an Atom feed (RFC 4287). An id is the address of a page, which stays for ever."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from app.catalogue.publications import document
from app.ledger.read import PublicationView

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEFORE_THE_FIRST = "2000-01-01T00:00:00+07:00"


@dataclass(frozen=True, slots=True)
class Feed:
    """What it is called, whose it is, which addresses it and its pages have, and how ``query`` narrows it."""

    title: str
    author: str
    base_url: str
    path: str = "/cong-bo"
    query: str = ""


def atom(feed: Feed, told: Sequence[tuple[PublicationView, str]]) -> bytes:
    """Return the feed of publications, the newest first, each with a sentence on what it changed."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "vi"})
    url = feed.base_url + feed.path
    own = f"{url}.atom{feed.query}"
    _say(root, "id", own)
    _say(root, "title", feed.title)
    _say(root, "updated", told[0][0].published_at.isoformat() if told else _BEFORE_THE_FIRST)
    _link(root, "self", own, "application/atom+xml")
    _link(root, "alternate", url, "text/html")
    _say(SubElement(root, "author"), "name", feed.author)
    for publication, changes in told:
        _entry(root, publication, changes, f"{url}/{publication.number}")
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _entry(root: Element, publication: PublicationView, changes: str, url: str) -> None:
    entry, published = SubElement(root, "entry"), publication.published_at.isoformat()
    rests_on = document(publication)
    _say(entry, "id", url)
    _say(entry, "title", f"Lần công bố {publication.number}: {rests_on}")
    _say(entry, "published", published)
    _say(entry, "updated", published)
    _link(entry, "alternate", url, "text/html")
    _link(entry, "alternate", f"{url}.json", "application/json")
    said = [f"{rests_on}.", changes, publication.note or ""]
    _say(entry, "content", "\n".join(filter(None, said)), type="text")


def _say(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = _NO_XML.sub("", text)


def _link(parent: Element, rel: str, href: str, type_: str) -> None:
    SubElement(parent, "link", {"rel": rel, "href": href, "type": type_})
