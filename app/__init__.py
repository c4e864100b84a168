"""The public register of legal-aid providers of one province. Here stands `create_app` and nothing else."""

from __future__ import annotations

from flask import Flask
from jinja2 import StrictUndefined

from app import desk
from app.cli import install as install_commands
from app.feedback import feedback
from app.public import public
from app.web import assets, errors, garbage, headers, language, limits, linked, session, site, static_copy
from app.web.instance import Instance
from config import Settings, from_environment


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application. ``settings`` default to the environment's; one there that cannot be read ends
    the program with a line that names it."""
    try:
        settings = settings or from_environment()
    except ValueError as unreadable:
        raise SystemExit(str(unreadable)) from None
    app = Flask(__name__, static_folder=None, template_folder="../templates")
    instance = Instance(settings)
    app.extensions["instance"] = instance
    app.secret_key = instance.secret_key()
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.register_blueprint(public)
    app.register_blueprint(feedback)
    for part in (session, language, site, static_copy, linked, assets, limits, headers, errors, desk):
        part.install(app)
    install_commands(app)
    garbage.freeze()
    return app
