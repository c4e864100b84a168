"""What a phone keeps when its owner asks: one bundle, the same for everyone. Never what anybody visited.

It names offices and who is entitled, no problem and no place of the reader's; it shows weekly hours only.
"""

from __future__ import annotations

import json

from flask import Response, render_template

from app.canonical import sha256
from app.catalogue.card import Card, card
from app.catalogue.groups import OFFICES
from app.catalogue.lists import official
from app.catalogue.register import Register
from app.public import as_of, parameters
from app.public.as_of import AsOf
from app.public.door import public
from app.web import site
from app.web.assets import asset, content
from app.web.links import link

PAGE = "/ngoai-tuyen"
COPIES = {"/toi-co-duoc-tro-giup": f"{PAGE}/toi-co-duoc-tro-giup"}
"""The pages that have a copy to keep, and where it is."""

_MOST = 100
_LOOKS = ("site.css", "keep.js", "favicon.svg")


@public.get(PAGE)
def without_network() -> str:
    """Show every office to call with its weekly hours, and offer to keep this on the phone."""
    parameters.read()
    site.kept()
    register = as_of.show(AsOf())
    site.canonical(PAGE)
    return render_template("without_network.html", offices=_offices(register), names=_names())


@public.get("/sw.js")
def worker() -> Response:
    """Answer with the worker that keeps the bundle: another one as soon as its content may be another."""
    parameters.read()
    register = as_of.show(AsOf())
    paths = [PAGE, *COPIES.values(), *map(asset, _LOOKS)]
    kept = {
        "names": _names(),
        "name": f"{_names()}{register.n}-{register.day}-{sha256(json.dumps(paths).encode())[:12]}",
        "page": link(PAGE),
        "copies": {link(path): link(copy) for path, copy in COPIES.items()},
        "files": [link(path) for path in paths],
    }
    script = f"const KEPT = {json.dumps(kept)};\n{content('worker.js')}"
    return Response(script, mimetype="text/javascript")


@public.get("/manifest.webmanifest")
def manifest() -> Response:
    """Answer with what a phone asks when the register is put among its apps."""
    parameters.read()
    as_of.show(AsOf())
    frame = site.site()
    told = {
        "name": frame.name,
        "short_name": frame.name,
        "lang": "vi",
        "start_url": link("/"),
        "scope": link("/"),
        "display": "minimal-ui",
        "background_color": "#fcfbf7",
        "theme_color": "#1d3a66",
        "icons": [{"src": link(asset("favicon.svg")), "sizes": "any", "type": "image/svg+xml"}],
    }
    return Response(json.dumps(told, ensure_ascii=False), mimetype="application/manifest+json")


def _offices(register: Register) -> list[Card]:
    """Return the offices that can be called, in the official order."""
    shown = (card(version, register) for version in official(register, OFFICES).choosable)
    return [one for one in shown if one.phone][:_MOST]


def _names() -> str:
    """Return how the names of this site's bundles begin: other sites may stand on the same host."""
    return f"tgpl{link('/')}"
