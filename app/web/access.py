"""Who may ask for what: each route stands in exactly one list, and a test tries them all."""

from __future__ import annotations

PUBLIC = "public"

ACCESS: dict[str, str] = {
    "assets.file": PUBLIC,
}
