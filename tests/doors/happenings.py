"""What may happen to a published register while people read it, done straight to its ledger."""

from __future__ import annotations

from datetime import date

from flask import Flask
from sqlalchemy.orm import Session

from app import attachments
from app.canonical import encode, sha256
from app.catalogue import published
from app.db import for_writing
from app.ledger import read
from app.ledger.append import Line, PublicationDraft, append
from app.ledger.commitment import redaction, without
from app.ledger.models import Snapshot

NOTICE = PublicationDraft(instrument="notice", issuer="department", register="20", sample=True)


def publish(app: Flask, *lines: Line) -> int:
    """Append one publication with ``lines`` and return its number."""
    instance = app.extensions["instance"]
    with Session(for_writing(instance.engine)) as session, session.begin():
        number = append(session, instance.signer, NOTICE, lines).number
    app.extensions.pop("head", None)
    return number


def change(app: Flask, listing_id: str, **fields: object) -> int:
    """Publish ``listing_id`` as it is with other ``fields``, from today's newest version."""
    with Session(app.extensions["instance"].engine) as session:
        newest = read.listing_entries(session, listing_id)[-1]
        fields_now = read.bodies(session, [newest.number])[newest.number]["fields"]
    document = {key: field[1] for key, field in fields_now.items()} | fields
    return publish(app, Line(listing_id, "changed", newest.holds_from or date.today(), document))


def withdraw(app: Flask, listing_id: str) -> int:
    """Publish that ``listing_id`` was listed by mistake."""
    return publish(app, Line(listing_id, "withdrawn", None, {}))


def attach(app: Flask, name: str, content: bytes) -> dict[str, str]:
    """Put ``content`` among the attached files; return what a listing says of it."""
    digest = sha256(content)
    path = attachments.path(attachments.folder(app.extensions["instance"].settings.instance_dir), digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return {"name": name, "sha256": digest}


def redact(app: Flask, listing_id: str, entry: int, *keys: str) -> int:
    """Take ``keys``, or without any all of them, from what ``entry`` says."""
    with Session(app.extensions["instance"].engine) as session:
        body = read.bodies(session, [entry])[entry]
    taken = keys or tuple(body["fields"])
    number = publish(app, Line(listing_id, "redacted", None, redaction(taken), target=entry))
    with Session(for_writing(app.extensions["instance"].engine)) as session, session.begin():
        snapshot = session.get_one(Snapshot, entry)
        snapshot.body = encode(without(body, taken))
    return number


def forget_redactions() -> None:
    """Forget what this process keeps of registers: a copy of the sample register shares its past with it."""
    published._shelves.clear()
