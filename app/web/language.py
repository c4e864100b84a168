"""Translation of pages. Vietnamese is the source; a catalogue of another language has only to be added."""

from __future__ import annotations

import gettext

from flask import Flask


def install(app: Flask) -> None:
    """Give templates ``_()`` and ``{% trans %}``."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_translations(gettext.NullTranslations(), newstyle=True)  # type: ignore[attr-defined]
