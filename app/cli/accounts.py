"""``accounts``: people of the desk, added, listed, disabled and reset by whoever runs the server."""

from __future__ import annotations

import click
from sqlalchemy.orm import Session

from app.accounts import audit, invitations, roster
from app.accounts.models import Account
from app.accounts.permissions import DESK_ROLES
from app.cli.command import command_of, fail
from app.faults import RulesBroken
from app.web import links
from app.web.session import reading, unit_of_work

command = click.Group("accounts", help="Tài khoản của cán bộ.")


@command_of("add")
@click.argument("username")
@click.option("--name", required=True, help="Họ và tên.")
@click.option("--role", required=True, type=click.Choice(DESK_ROLES), help="Vai trò.")
def add(username: str, name: str, role: str) -> None:
    """Add a person; print the link by which they choose a password and join a phone."""
    with unit_of_work() as session:
        broken = roster.problems(session, username, name.strip(), role)
        if broken:
            raise RulesBroken([(username, rule) for rule in broken])
        account = roster.add(session, username, name.strip(), role)
        _note(session, account, "account.added")
        click.echo(_link(session, account, "account"))


@command_of("list")
def list_all() -> None:
    """List every person: user name, role, state, name."""
    for one in roster.people(reading()):
        click.echo(f"{one.username}\t{one.role}\t{roster.state(one)}\t{one.name}")


@command_of("disable")
@click.argument("username")
def disable(username: str) -> None:
    """Let an account do nothing any more; end its sign-ins."""
    with unit_of_work() as session:
        account = roster.person(session, username)
        invitations.disable(session, account)
        _note(session, account, "account.disabled")


@command_of("reset")
@click.argument("username")
@click.option("--password", "purpose", flag_value="password", help="Chỉ cấp lại mật khẩu.")
@click.option("--second-factor", "purpose", flag_value="second_factor", help="Chỉ nối lại điện thoại.")
@click.option("--both", "purpose", flag_value="account", default=True, help="Cả hai (mặc định).")
def reset(username: str, purpose: str) -> None:
    """Take away a password, a second factor or both; print the link by which they are set anew."""
    with unit_of_work() as session:
        account = roster.person(session, username)
        if account.disabled_at:
            account.disabled_at = None
            _note(session, account, "account.enabled")
        click.echo(_link(session, account, purpose))


@command_of("verify")
def verify() -> None:
    """Check the record of what staff did, line by line."""
    verdict = audit.verify(reading())
    if verdict.wrong:
        fail(1, f"WRONG deed {verdict.wrong}")
    click.echo(f"OK {verdict.number} {verdict.hash or '-'}")


def _link(session: Session, account: Account, purpose: str) -> str:
    token = invitations.invite(session, account, purpose)
    _note(session, account, "account.invited")
    return links.absolute(f"/can-bo/moi/{token}")


def _note(session: Session, account: Account, deed: str) -> None:
    operator = roster.named(session, roster.OPERATOR)
    audit.note(session, audit.by(operator), deed, f"account:{account.username}")


for part in (add, list_all, disable, reset, verify):
    command.add_command(part)
