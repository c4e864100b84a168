"""The blueprint on which every public address hangs, and the words that addresses are made of."""

from __future__ import annotations

from flask import Blueprint
from flask.blueprints import BlueprintSetupState
from werkzeug.routing import BaseConverter

from app.catalogue.groups import ENTITLED, NOTICES, OFFICES, PERSONS, PROCEDURES
from app.kinds import EVERY_KIND


class KindWord(BaseConverter):
    """The word of a kind in addresses, such as ``luat-su``."""

    regex = "|".join(kind.path for kind in EVERY_KIND)


class ListWord(BaseConverter):
    """The word of an official list in addresses."""

    regex = "|".join([OFFICES, PERSONS, PROCEDURES, ENTITLED, NOTICES])


public = Blueprint("public", __name__)


@public.record_once  # before any address is added: they are made of these
def _know_the_words(state: BlueprintSetupState) -> None:
    state.app.url_map.converters |= {"kind": KindWord, "list": ListWord}


LISTING = "/<kind:word>/<listing_id>"
"""``/luat-su/LS-0042``: one rule for all kinds."""
