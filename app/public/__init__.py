"""The door for everybody: pages, data, API. Answers GET and HEAD, sets no cookie, reads the ledger only."""

from __future__ import annotations

from app.public import (
    about,
    changes_file,
    commune_notice,
    communes,
    comparing,
    downloads,
    editions,
    embedding,
    entitlement,
    feeds,
    files,
    health,
    history,
    home,
    kept,
    listing,
    lists,
    machines,
    open_data,
    open_ledger,
    printed,
    problems,
    publication_file,
    publications,
    search,
    standards,
    suggesting,
)
from app.public.api import api
from app.public.door import public

__all__ = [
    "about",
    "changes_file",
    "commune_notice",
    "communes",
    "comparing",
    "downloads",
    "editions",
    "embedding",
    "entitlement",
    "feeds",
    "files",
    "health",
    "history",
    "home",
    "kept",
    "listing",
    "lists",
    "machines",
    "open_data",
    "open_ledger",
    "printed",
    "problems",
    "public",
    "publication_file",
    "publications",
    "search",
    "standards",
    "suggesting",
]

public.register_blueprint(api)
