"""What all commands share: the register is made ready first; a fault becomes a line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.accounts.roster import named
from app.faults import Fault, NotFound, OutOfDate
from app.web.instance import instance

P = ParamSpec("P")


def command_of(name: str, *, ready: bool = True) -> Callable[[Callable[P, None]], click.Command]:
    """Make a command of a function; the register is ready when it runs, unless ``ready`` is False."""

    def decorate(function: Callable[P, None]) -> click.Command:
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                if ready:
                    instance().prepare()
                function(*args, **kwargs)
            except OutOfDate as fault:
                fail(2, str(fault))
            except Fault as fault:
                fail(1, str(fault))

        return click.command(name)(with_appcontext(run))

    return decorate


def account(session: Session, username: str) -> Account:
    """Return the account of this name. Raises NotFound."""
    try:
        return named(session, username)
    except LookupError:
        raise NotFound(f"Không có tài khoản {username}.") from None


def fail(code: int, message: str) -> NoReturn:
    """Say ``message`` on standard error and end with ``code``."""
    click.echo(message, err=True)
    sys.exit(code)
