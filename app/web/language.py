"""Translation of pages. Vietnamese is the source; another language needs only its file in `catalogues/`."""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

from flask import Flask, g, has_app_context

SOURCE = "vi"
CATALOGUES = Path(__file__).parent / "catalogues"
OTHERS = tuple(sorted(path.stem for path in CATALOGUES.glob("*.po")))


def speak(language: str) -> None:
    """Let the answer to this request be in ``language``."""
    g.language = language


def language() -> str:
    """Return the language of this answer."""
    spoken: str = g.get("language", SOURCE) if has_app_context() else SOURCE
    return spoken


def name_of(language: str) -> str:
    """``English``: what a language calls itself."""
    return catalogue(language).gettext(N_("Tiếng Việt"))


def _(message: str, **values: object) -> str:
    """Return ``message`` in the language of this answer, with ``values`` for each ``%(name)s`` in it."""
    translated = _gettext(message)
    return translated % values if values else translated


def N_(message: str) -> str:  # noqa: N802  the name that collectors of messages look for
    """Return ``message`` as it is: a constant is marked by this and translated by `_` where it is shown."""
    return message


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the messages of ``language``: those of the source stand for themselves."""
    if language == SOURCE:
        return gettext.NullTranslations()
    from babel.messages import mofile, pofile  # noqa: PLC0415  only whoever reads another language waits for it

    compiled = io.BytesIO()
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        mofile.write_mo(compiled, pofile.read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def install(app: Flask) -> None:
    """Give templates ``_()`` and ``{% trans %}``."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.globals["language"] = language


def _gettext(message: str) -> str:
    return catalogue(language()).gettext(message)


def _ngettext(one: str, several: str, count: int) -> str:
    return catalogue(language()).ngettext(one, several, count)
