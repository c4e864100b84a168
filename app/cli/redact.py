"""``redact``: what should not be public is taken away, by two people and on a public ground."""

from __future__ import annotations

from datetime import datetime

import click
from sqlalchemy.orm import Session

from app import attachments
from app.accounts.models import Account
from app.accounts.roster import named
from app.cli.command import command_of, fail
from app.faults import NotFound
from app.kinds.redaction import GROUNDS
from app.ledger.header import INSTRUMENTS, ISSUERS
from app.publishing.erasure import overwrite
from app.publishing.publish import Instrument
from app.publishing.redact import People, Redaction, Wanted, redact
from app.web.instance import instance
from app.web.session import reading, unit_of_work

LEFT = "Còn dấu vết trên đĩa: làm theo docs/redaction.md (lệnh overwrite)."


@command_of("redact")
@click.argument("entry", type=int)
@click.argument("fields", nargs=-1, required=True, metavar="FIELD...")
@click.option("--ground", required=True, type=click.Choice(GROUNDS.order), help="Căn cứ, được công khai.")
@click.option("--author", required=True, help="Tài khoản của người đề nghị.")
@click.option("--approver", required=True, help="Tài khoản của người duyệt, là người khác.")
@click.option("--only", is_flag=True, help="Chỉ gỡ ở bản này; mặc định: mọi bản của mục có cùng nội dung.")
@click.option("--instrument", type=click.Choice(sorted(INSTRUMENTS)), default="notice", show_default=True)
@click.option("--issuer", type=click.Choice(sorted(ISSUERS)), default="department", show_default=True)
@click.option("--decision", help="Số văn bản.")
@click.option("--decision-date", type=click.DateTime(["%Y-%m-%d"]), help="Ngày văn bản.")
def command(
    *,
    entry: int,
    fields: tuple[str, ...],
    ground: str,
    author: str,
    approver: str,
    only: bool,
    instrument: str,
    issuer: str,
    decision: str | None,
    decision_date: datetime | None,
) -> None:
    """Take FIELD... of version ENTRY away for good; its proof stays, and the ground is published."""
    wanted = Wanted(entry, tuple(dict.fromkeys(fields)), ground, everywhere=not only)
    day = decision_date.date() if decision_date else None
    done = _carry_out(wanted, (author, approver), Instrument(instrument, issuer, decision, day))
    _tell(done)
    if not _leave_nothing(done):
        fail(3, LEFT)


def _carry_out(wanted: Wanted, names: tuple[str, str], under: Instrument) -> Redaction:
    here = instance()
    reading().rollback()
    with unit_of_work() as session:
        people = People(*(_account(session, name) for name in names))
        return redact(session, here.signer, people, wanted, under, register=here.settings.province)


def _account(session: Session, username: str) -> Account:
    try:
        return named(session, username)
    except LookupError:
        raise NotFound(f"Không có tài khoản {username}.") from None


def _leave_nothing(done: Redaction) -> bool:
    """Rebuild the index without what was taken, remove its files, overwrite what the disk still holds."""
    here = instance()
    here.search.catch_up(reading())
    reading().close()  # or it would go on reading the past
    folder = attachments.folder(here.settings.instance_dir)
    for sha256 in done.files:
        attachments.path(folder, sha256).unlink(missing_ok=True)
    return overwrite(here.engine)


def _tell(done: Redaction) -> None:
    click.echo(f"Lần công bố {done.publication}:")
    for entry, keys in sorted(done.taken.items()):
        click.echo(f"  bản {entry}: đã gỡ {', '.join(sorted(keys))}")
    if done.remaining:
        click.echo("Cùng nội dung vẫn đọc được ở những chỗ sau; hãy xem có phải gỡ nữa không:")
    for one in done.remaining:
        click.echo(f"  {one.where}: {one.key}")
