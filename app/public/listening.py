"""The page where somebody listens instead of reading, in a language of the province."""

from __future__ import annotations

from flask import render_template

from app.catalogue.recordings import recordings
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.web import site

PATH = "/nghe"


@public.get(PATH)
def listening() -> str:
    """Show what can be listened to; nothing leads here, nor may it be indexed, while there is nothing."""
    parameters.read()
    found = recordings(as_of.show(AsOf()))
    site.canonical(PATH)
    if not found:
        site.unindexed()
    return render_template("listening.html", recordings=found)
