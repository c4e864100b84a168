"""What web servers must be told so that a copy answers as the register did: addresses, headers."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import current_app

from app.attachments import MEDIA_TYPES
from app.guidance.problems import problems
from app.kinds import EVERY_KIND
from app.ledger import read
from app.opendata.formats import CSV, XLSX
from app.public.copying.addresses import COMPUTED
from app.public.copying.fetching import prefix
from app.web import site
from app.web.errors import DATA, FOR_PEOPLE
from app.web.headers import CSP, FILE_CSP, FRAMED_CSP
from app.web.language import OTHERS
from app.web.links import base_url
from app.web.session import reading

SERVERS = ("nginx.conf", "apache.conf")
APART = "/_rieng"
"""The folder of pages that say why there is nothing to see."""

_TYPES = {
    **MEDIA_TYPES,
    CSV.suffix: CSV.mimetype,
    XLSX.suffix: XLSX.mimetype,
    "json": "application/json",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
    "vcf": "text/vcard",
    "zip": "application/zip",
}
_TEXTS = ("text/csv", "text/vcard", "application/atom+xml")
"""Those of them that have a charset; JSON is always UTF-8."""
_PAST = "(?:ban/[0-9]+|lich-su)"
_END = "(?:[? ]|$)"
"""Where a path ends, in an address or in the first line of a request."""


class Apart(NamedTuple):
    """Addresses with nothing to see, each with its page: taken out (410), or of a day to come (404)."""

    gone: dict[str, str]
    to_come: dict[str, str]


def configuration(server: str, apart: Apart) -> str:
    """Return the file called ``server``."""
    return current_app.jinja_env.get_template(f"servers/{server}").render(
        prefix=prefix(),
        scheme=urlsplit(base_url()).scheme,
        host=urlsplit(base_url()).hostname,
        gone=apart.gone,
        to_come=apart.to_come,
        apart_folder=prefix() + APART,
        words="|".join(kind.path for kind in EVERY_KIND),
        kinds=EVERY_KIND,
        untranslated=[kind for kind in EVERY_KIND if not kind.nature.gives_aid],
        tongues="|".join(OTHERS),
        computed="|".join(re.escape(one[1:]) for one in COMPUTED if not one.startswith("/api")),
        policy=CSP,
        framed_policy=FRAMED_CSP,
        file_policy=FILE_CSP,
        media_types=_TYPES,
        texts=_TEXTS,
        **_patterns(),
        **_publications(),
    )


def _patterns() -> dict[str, str]:
    """Return, as what follows the prefix of an address, which addresses need a header of their own."""
    data = "|".join(suffix[1:] for suffix in DATA)
    people = "|".join(folder[1:] for folder in FOR_PEOPLE)
    unlisted = "|".join(kind.path for kind in EVERY_KIND if not kind.listed)
    discreet = "|".join(one.slug for one in problems() if one.discreet)
    return {
        "data": rf"/(?:api/|(?!{people})[^? ]*\.(?:{data}){_END})",
        "files": rf"/(?:api/|[^? ]*\.(?:{data}){_END})",
        "saved": rf"/(?:[^? ]*\.(?:csv|xlsx|docx|doc|xls|odt|zip|vcf)|danh-sach[^? ]*\.pdf){_END}",
        "unindexed": rf"/(?:nhung/|ngoai-tuyen/|ban-tinh|(?:{unlisted})/[^? .]+{_END}|[^? ]*/{_PAST}{_END})",
        "discreet": rf"/van-de/(?:{discreet}){_END}",
    }


def _publications() -> dict[str, object]:
    """Return the newest publication's number, and the integrity code of each."""
    newest = site.newest()
    return {
        "head": newest.number if newest else 0,
        "head_hash": newest.hash if newest else "-",
        "hashes": [(one.number, one.hash) for one in read.publications(reading())],
    }
