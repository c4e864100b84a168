"""The accepted records of the other seven kinds: branches, three kinds of persons, the law as data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = ("branch", "aid_officer", "consultant", "collaborator", "procedure", "eligibility", "notice")

Part = sa.Column[object] | sa.CheckConstraint


def upgrade() -> None:
    _create("branch", ["centre", "head"], *_branch(), *_office())
    _create("aid_officer", ["workplace"], *_aid_officer(), *_person("aid_officer"))
    _create(
        "consultant",
        ["organisation"],
        _ref("organisation", needed=True),
        *_person("consultant"),
        _advice_only("consultant"),
    )
    _create(
        "collaborator",
        ["centre"],
        *_collaborator(),
        *_person("collaborator"),
        _advice_only("collaborator"),
    )
    _create("procedure", [], *_procedure())
    _create("eligibility", [], *_eligibility())
    _create("notice", [], *_notice())


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _create(table: str, refs: list[str], *parts: Part) -> None:
    op.create_table(
        table,
        _ref("id", needed=True),
        *parts,
        *(_to_listing(table, column) for column in ("id", *refs)),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _to_listing(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_listing"
    late = {} if column == "id" else {"deferrable": True, "initially": "DEFERRED"}
    return sa.ForeignKeyConstraint([column], ["listing.id"], name=name, **late)


def _text(name: str, *, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=not needed)


def _texts(*names: str, needed: bool = False) -> tuple[sa.Column[str], ...]:
    return tuple(_text(name, needed=needed) for name in names)


def _short(name: str, length: int, *, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=not needed)


def _day(name: str, *, needed: bool = False) -> sa.Column[str]:
    return _short(name, 10, needed=needed)


def _json(name: str, *, needed: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=not needed)


def _ref(name: str, *, needed: bool = False) -> sa.Column[str]:
    return _short(name, 16, needed=needed)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _advice_only(table: str) -> sa.CheckConstraint:
    return _check(table, "advice_only", """CAST(forms_of_aid AS TEXT) = '["advice"]'""")


def _branch() -> tuple[Part, ...]:
    return (
        sa.Column("ordinal", sa.Integer()),
        _ref("centre", needed=True),
        _ref("head"),
        _day("operating_from", needed=True),
        _text("scope", needed=True),
    )


def _office() -> tuple[Part, ...]:
    return (
        _text("address", needed=True),
        _short("commune", 5, needed=True),
        _text("old_address"),
        _short("latitude", 12),
        _short("longitude", 12),
        _short("phone", 16, needed=True),
        _short("hotline", 16),
        _text("email"),
        _text("website"),
        _short("zalo", 16),
        _json("opening_hours", needed=True),
        _json("reception_rules"),
        _json("languages"),
        _json("premises_access"),
        _json("service_communes"),
        _json("forms_of_aid", needed=True),
        _json("fields_of_law", needed=True),
    )


def _aid_officer() -> tuple[Part, ...]:
    return (
        _ref("workplace", needed=True),
        _day("appointed_on", needed=True),
        _text("appointed_by", needed=True),
        _short("rank", 8),
        _day("trained_on"),
    )


def _person(table: str) -> tuple[Part, ...]:
    return (
        _short("gender", 8, needed=True),
        _short("experience_since", 7, needed=True),
        _json("specialities", needed=True),
        _json("forms_of_aid", needed=True),
        _text("card_number"),
        _day("card_issued_on"),
        _day("card_reissued_on"),
        _text("card_issuer"),
        _short("personal_phone", 16),
        _text("personal_email"),
        _json("assistance_languages"),
        _day("last_activity_on"),
        _check(table, "gender", "gender IN ('male', 'female')"),
    )


def _collaborator() -> tuple[Part, ...]:
    return (
        _ref("centre", needed=True),
        _short("former_title", 24, needed=True),
        _text("contract_number", needed=True),
        _day("contract_signed_on", needed=True),
        _day("contract_to", needed=True),
        _text("renewal_number"),
        _day("renewal_date"),
        _day("renewed_to"),
        _json("communes", needed=True),
    )


def _procedure() -> tuple[Part, ...]:
    return (
        _text("national_code"),
        *_texts("agency", "received_by", "applicants", "steps", "methods", needed=True),
        _json("dossier", needed=True),
        _text("copies"),
        _json("forms"),
        *_texts("time_limit", "fee", "result", needed=True),
        _text("conditions"),
        _json("legal_basis", needed=True),
        _text("portal_url"),
        _day("checked_on", needed=True),
    )


def _eligibility() -> tuple[Part, ...]:
    return (
        *_texts("clause", "law", needed=True),
        sa.Column("needs_hardship", sa.Boolean(), nullable=False),
        _text("plain_words", needed=True),
        _json("proof_papers", needed=True),
        sa.Column("sensitive", sa.Boolean()),
    )


def _notice() -> tuple[Part, ...]:
    return (
        _short("notice_type", 24, needed=True),
        _day("posted_until"),
        _day("filing_to"),
        *_texts("quantity", "conditions", "scoring", "dossier"),
        _json("draft_contract"),
        *_texts("submit_to", "body", "result"),
        _check(
            "notice",
            "selection",
            "notice_type NOT IN ('select_lawyers', 'select_organisations') OR filing_to IS NOT NULL",
        ),
    )
