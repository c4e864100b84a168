"""What a page is, in the words of schema.org, as one data block that no browser runs."""

from __future__ import annotations

import json
from typing import Any

from flask import Flask
from markupsafe import Markup

from app.opendata.schema_org import CONTEXT
from app.web.language import language
from app.web.links import base_url
from app.web.site import Site


def linked_data(site: Site, heading: str, entity: dict[str, Any] | None = None) -> Markup:
    """Return the block of a page, which may be about some ``entity``."""
    page: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": site.canonical,
        "name": heading,
        "inLanguage": language(),
        "isPartOf": {"@type": "WebSite", "name": site.name, "url": f"{base_url()}/"},
        "publisher": {"@type": "GovernmentOrganization", "name": site.department},
    }
    if entity:
        page["mainEntity"] = entity
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":"))
    # nothing in a name may end the block early
    safe = text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(safe))  # noqa: S704


def install(app: Flask) -> None:
    """Let the layout describe its page."""
    app.jinja_env.globals["linked_data"] = linked_data
