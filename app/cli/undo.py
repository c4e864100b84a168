"""``undo``: what restores the register before a publication, to be approved; or a change set is dropped."""

from __future__ import annotations

from collections.abc import Iterator

import click
from sqlalchemy.orm import Session

from app.accounts.roster import TYPIST
from app.cli.command import account, command_of
from app.faults import NotFound
from app.ledger.acts import WITHDRAWN
from app.publishing.in_words import lines, one_line
from app.publishing.propose import drop, submit
from app.publishing.undo import undo
from app.records import accepted
from app.records.changes import Change, ChangeSet
from app.web.session import unit_of_work


@command_of("undo")
@click.argument("publication", type=int, required=False)
@click.option("--change-set", type=int, help="Bỏ một nhóm thay đổi chưa công bố, thay vì hoàn tác.")
@click.option("--author", default=TYPIST, show_default=True, help="Tài khoản của người đề nghị.")
def command(publication: int | None, change_set: int | None, author: str) -> None:
    """Propose what stood before PUBLICATION, for another person to approve; or drop a change set."""
    if (publication is None) == (change_set is None):
        raise click.UsageError("cần số của một lần công bố, hoặc --change-set, không cả hai")
    with unit_of_work() as session:
        if publication is None:
            told = list(_drop(session, change_set, author))
        else:
            told = list(_undo(session, publication, author))
    for line in told:
        click.echo(line)


def _undo(session: Session, number: int, author: str) -> Iterator[str]:
    person = account(session, author)
    restoring = undo(session, person, number)
    submit(session, restoring.changes, person)
    for change in restoring.changes:
        yield from _told(session, change)
    yield f"Nhóm thay đổi {restoring.id}: {len(restoring.changes)} thay đổi chờ người khác duyệt."


def _told(session: Session, change: Change) -> Iterator[str]:
    present = accepted.document(session, str(change.listing_id)) or {}
    called = f"{change.listing_id} {one_line(str(present.get('name', '')))}"
    if change.act == WITHDRAWN:
        yield f"{called}: rút khỏi danh sách"
        return
    yield called
    for line in lines(change.kind, present, change.fields):
        yield f"  {line}"


def _drop(session: Session, number: int | None, author: str) -> Iterator[str]:
    change_set = session.get(ChangeSet, number)
    if change_set is None:
        raise NotFound(f"Không có nhóm thay đổi {number}.")
    dropped = drop(change_set, account(session, author))
    yield f"Nhóm thay đổi {number}: đã bỏ {len(dropped)} thay đổi, chưa thay đổi nào được công bố."
