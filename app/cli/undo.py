"""``undo``: what restores the register before a publication or an import, to be approved."""

from __future__ import annotations

from collections.abc import Iterator

import click
from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.accounts.roster import TYPIST
from app.cli.command import account, command_of
from app.ledger.acts import WITHDRAWN
from app.publishing.in_words import lines, one_line
from app.publishing.propose import submit
from app.publishing.undo import undo, undo_set
from app.records import accepted
from app.records.changes import Change, ChangeSet
from app.web.session import unit_of_work


@command_of("undo")
@click.argument("publication", type=int, required=False)
@click.option("--change-set", type=int, help="Lấy lại cả một nhóm thay đổi, như một lần nhập.")
@click.option("--author", default=TYPIST, show_default=True, help="Tài khoản của người đề nghị.")
def command(publication: int | None, change_set: int | None, author: str) -> None:
    """Propose what stood before PUBLICATION, for another person to approve; or take a change set back."""
    with unit_of_work() as session:
        if publication is not None and change_set is None:
            told = list(_undo(session, publication, author))
        elif change_set is not None and publication is None:
            told = list(_take_back(session, change_set, author))
        else:
            raise click.UsageError("cần số của một lần công bố, hoặc --change-set, không cả hai")
    for line in told:
        click.echo(line)


def _undo(session: Session, number: int, author: str) -> Iterator[str]:
    person = account(session, author)
    yield from _handed_in(session, person, undo(session, person, number))


def _handed_in(session: Session, person: Account, restoring: ChangeSet) -> Iterator[str]:
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


def _take_back(session: Session, number: int, author: str) -> Iterator[str]:
    person = account(session, author)
    restoring = undo_set(session, person, number)
    if restoring is None:
        yield f"Nhóm thay đổi {number}: đã bỏ cả nhóm, chưa thay đổi nào được công bố."
    else:
        yield from _handed_in(session, person, restoring)
