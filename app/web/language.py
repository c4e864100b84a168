"""Translation of pages. Vietnamese is the source; a catalogue of another language has only to be added."""

from __future__ import annotations

import gettext

from flask import Flask

_CATALOGUE = gettext.NullTranslations()


def _(message: str, **values: object) -> str:
    """Return ``message`` in the language of this answer, with ``values`` for each ``%(name)s`` in it."""
    translated = _CATALOGUE.gettext(message)
    return translated % values if values else translated


def N_(message: str) -> str:  # noqa: N802  the name that collectors of messages look for
    """Return ``message`` as it is: a constant is marked by this and translated by `_` where it is shown."""
    return message


def install(app: Flask) -> None:
    """Give templates ``_()`` and ``{% trans %}``."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_translations(_CATALOGUE, newstyle=True)  # type: ignore[attr-defined]
