"""Changes of the law that are announced and not yet in the register: one neutral sentence for a list each.

Replaced by real versions of the entries as soon as their text is published.
"""

from __future__ import annotations

from app.catalogue.groups import ENTITLED
from app.web.language import N_, _

_SENTENCES = {
    ENTITLED: N_(
        "Từ ngày 01/01/2027 Luật Trợ giúp pháp lý có sửa đổi; nội dung sẽ được cập nhật khi có văn bản."
    ),
}


def sentence(collection: str) -> str:
    """Return what is to come in the list of this name; "" where nothing is announced."""
    said = _SENTENCES.get(collection)
    return _(said) if said else ""
