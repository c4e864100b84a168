"""The accepted records: `listing`, joined by a table for each of the first three kinds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_listing()
    _create_joined("centre", _ref("director"), _short("director_title", 16), *_office(hours_needed=True))
    _create_joined("organisation", *_organisation(), *_office(), *_contract())
    _create_joined("lawyer", *_lawyer(), *_person(), *_contract())


def downgrade() -> None:
    for table in ("lawyer", "organisation", "centre", "listing"):
        op.drop_table(table)


def _text(name: str, *, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=not needed)


def _short(name: str, length: int, *, needed: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=not needed)


def _day(name: str, *, needed: bool = False) -> sa.Column[str]:
    return _short(name, 10, needed=needed)


def _json(name: str, *, needed: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=not needed)


def _ref(name: str, *, needed: bool = False) -> sa.Column[str]:
    return _short(name, 16, needed=needed)


def _to_listing(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_listing"
    late = {} if column == "id" else {"deferrable": True, "initially": "DEFERRED"}
    return sa.ForeignKeyConstraint([column], ["listing.id"], name=name, **late)


def _create_joined(table: str, *columns: sa.Column[object] | sa.CheckConstraint) -> None:
    refs = {"centre": ["director"], "lawyer": ["contact_via", "organisation"]}.get(table, [])
    op.create_table(
        table,
        _ref("id", needed=True),
        *columns,
        *(_to_listing(table, column) for column in ("id", *refs)),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _create_listing() -> None:
    op.create_table(
        "listing",
        _short("id", 16, needed=True),
        _short("kind", 24, needed=True),
        _text("name", needed=True),
        _json("former_names"),
        _short("status", 16, needed=True),
        _day("effective_from", needed=True),
        _day("effective_to"),
        *_document("basis_number", "basis_date", "basis_issuer"),
        _day("ended_on"),
        *_document("end_basis_number", "end_basis_date", "end_basis_issuer"),
        _day("suspended_on"),
        *_document("suspension_number", "suspension_date", "suspension_issuer"),
        _short("end_ground", 32),
        _ref("successor"),
        _day("confirmed_on", needed=True),
        _text("public_note"),
        _text("internal_note"),
        sa.CheckConstraint("status IN ('active', 'suspended', 'ended')", name=op.f("ck_listing_status")),
        sa.CheckConstraint("status <> 'ended' OR ended_on IS NOT NULL", name=op.f("ck_listing_ended_on")),
        sa.CheckConstraint(
            "status <> 'suspended' OR suspended_on IS NOT NULL", name=op.f("ck_listing_suspended_on")
        ),
        _to_listing("listing", "successor"),
        sa.PrimaryKeyConstraint("id", name="pk_listing"),
    )
    op.create_index("ix_listing_kind", "listing", ["kind"])
    op.create_index("ix_listing_name", "listing", ["name"])


def _document(number: str, day: str, issuer: str) -> tuple[sa.Column[str], ...]:
    return _text(number), _day(day), _text(issuer)


def _office(*, hours_needed: bool = False) -> tuple[sa.Column[object], ...]:
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
        _json("opening_hours", needed=hours_needed),
        _json("reception_rules"),
        _json("languages"),
        _json("premises_access"),
        _json("service_communes"),
        _json("forms_of_aid", needed=True),
        _json("fields_of_law", needed=True),
    )


def _person() -> tuple[sa.Column[object], ...]:
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
    )


def _contract() -> tuple[sa.Column[object], ...]:
    return (
        _text("contract_number"),
        _day("contract_signed_on"),
        _day("contract_to"),
        _text("renewal_number"),
        _day("renewal_date"),
        _day("renewed_to"),
    )


def _organisation() -> tuple[sa.Column[object] | sa.CheckConstraint, ...]:
    return (
        _short("organisation_type", 24, needed=True),
        _text("parent_body"),
        _short("participation", 16, needed=True),
        _text("representative", needed=True),
        _text("licence_number", needed=True),
        _day("licence_date", needed=True),
        _text("licence_issuer", needed=True),
        _text("certificate_number"),
        _day("certificate_date"),
        _day("certificate_amended_on"),
        _day("certificate_reissued_on"),
        _text("scope", needed=True),
        _json("beneficiaries", needed=True),
        _short("intake", 16),
        sa.CheckConstraint(
            "participation <> 'contract' OR contract_to IS NOT NULL", name=op.f("ck_organisation_contract")
        ),
        sa.CheckConstraint(
            "participation <> 'registration' OR certificate_number IS NOT NULL",
            name=op.f("ck_organisation_certificate"),
        ),
    )


def _lawyer() -> tuple[sa.Column[object], ...]:
    return (
        _text("bar", needed=True),
        _text("practice"),
        _json("engagements", needed=True),
        _ref("contact_via", needed=True),
        _ref("organisation"),
        _text("assignment_document"),
    )
