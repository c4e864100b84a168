"""How Alembic reaches the database: over the connection it is handed, inside that one's transaction."""

from __future__ import annotations

from importlib import import_module

from alembic import context

from app.db import Base

TABLES = (
    "app.ledger.models",
    "app.accounts.models",
    "app.accounts.audit",
    "app.records.tables",
    "app.records.changes",
    "app.records.attachments",
    "app.records.candidates",
    "app.records.difficulty",
    "app.records.events",
    "app.records.scans",
    "app.mail.models",
    "app.reports.models",
)

for module in TABLES:
    import_module(module)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
