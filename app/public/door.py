"""The blueprint on which every public address hangs, and the words that addresses are made of."""

from __future__ import annotations

from flask import Blueprint
from flask.blueprints import BlueprintSetupState
from werkzeug.routing import BaseConverter

from app.catalogue.groups import ENTITLED, NOTICES, OFFICES, PERSONS, PROCEDURES
from app.kinds import EVERY_KIND, KINDS, Nature
from app.web.language import OTHERS


class KindWord(BaseConverter):
    """The word of a kind in addresses, such as ``luat-su``."""

    regex = "|".join(kind.path for kind in EVERY_KIND)


class OfficeWord(BaseConverter):
    """The word of a kind that has an address and a phone of its own."""

    regex = "|".join(kind.path for kind in KINDS if kind.nature is Nature.OFFICE)
    weight = 50  # tried before the word of any kind, whose ids may hold a full stop


class ListWord(BaseConverter):
    """The word of an official list in addresses."""

    regex = "|".join([OFFICES, PERSONS, PROCEDURES, ENTITLED, NOTICES])


class TongueWord(BaseConverter):
    """The code of a language that pages are translated into."""

    regex = "|".join(OTHERS)


public = Blueprint("public", __name__)


@public.record_once  # before any address is added: they are made of these
def _know_the_words(state: BlueprintSetupState) -> None:
    state.app.url_map.converters |= {
        "kind": KindWord,
        "office": OfficeWord,
        "list": ListWord,
        "tongue": TongueWord,
    }


LISTING = "/<kind:word>/<listing_id>"
"""``/luat-su/LS-0042``: one rule for all kinds."""
