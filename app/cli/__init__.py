"""The command line: one file for each command, imported only when it is called; a server needs none.

Exit codes: 0 done · 1 refused, nothing written · 2 the database is older than this program · 3 could not
be done.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup

_HERE = Path(__file__).parent
_NOT_COMMANDS = ("__init__", "command", "progress")


class Commands(AppGroup):
    """The commands of ``flask --app app``: that of ``export-workbook`` stands in ``export_workbook.py``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        names = (path.stem for path in _HERE.glob("*.py") if path.stem not in _NOT_COMMANDS)
        return sorted(name.replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"app.cli.{cmd_name.replace('-', '_')}").command
        return command


def install(app: Flask) -> None:
    """Give ``flask --app app`` the commands."""
    app.cli = Commands(app.name)
