"""What the desk keeps beside the listings: candidates, events, specially difficult areas as far as known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NONE_OF_THEIR_HAMLETS = {
    "05977": "Đông Kinh",
    "06187": "Kỳ Lừa",
    "05983": "Lương Văn Tri",
    "05986": "Tam Thanh",
    "06112": "Bình Gia",
    "06184": "Đồng Đăng",
    "06463": "Chi Lăng",
    "06475": "Bằng Mạc",
    "06196": "Ba Sơn",
    "06637": "Châu Sơn",
    "06613": "Đình Lập",
    "06616": "Thái Bình",
    "06385": "Hữu Lũng",
    "06427": "Cai Kinh",
    "06445": "Tân Thành",
    "06457": "Tuấn Sơn",
}
"""The communes of Lạng Sơn without a specially difficult hamlet. The number of the decision was not found."""

DECIDED, LAST_DAY = "2026-01-29", "2030-12-31"
SOURCE = (
    "Quyết định ngày 29/01/2026 của UBND tỉnh Lạng Sơn, giai đoạn 2026-2030, theo báo Lao Động: "
    "https://news.laodong.vn/xa-hoi/lang-son-co-1665-phuong-xa-thoat-canh-dac-biet-kho-khan-1648881.ldo; "
    "cần đối chiếu với chính quyết định"
)


def upgrade() -> None:
    _create_candidate()
    _create_event()
    _create_area_difficulty()


def downgrade() -> None:
    for table in ("area_difficulty", "event", "candidate"):
        op.drop_table(table)


def _create_candidate() -> None:
    op.create_table(
        "candidate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reviewed_on", sa.String(10)),
        sa.Column("checklist", sa.JSON(), nullable=False),
        sa.Column("listing_id", sa.String(16)),
        sa.Column("note", sa.Text()),
        sa.CheckConstraint("kind IN ('organisation', 'lawyer')", name=op.f("ck_candidate_kind")),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name="fk_candidate_listing_id_listing"),
        sa.PrimaryKeyConstraint("id", name="pk_candidate"),
    )


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("listing_id", sa.String(16)),
        sa.Column("candidate_id", sa.Integer()),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("happened_on", sa.String(10), nullable=False),
        sa.Column("dossier_on", sa.String(10)),
        sa.Column("publish_due", sa.String(10)),
        sa.Column("ministry_due", sa.String(10)),
        sa.Column("published_entry", sa.Integer()),
        sa.Column("reported_on", sa.String(10)),
        sa.Column("letter", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.CheckConstraint(
            "(listing_id IS NULL) <> (candidate_id IS NULL)", name=op.f("ck_event_one_subject")
        ),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name="fk_event_listing_id_listing"),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidate.id"], name="fk_event_candidate_id_candidate"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    for column in ("listing_id", "candidate_id", "publish_due"):
        op.create_index(f"ix_event_{column}", "event", [column])


def _create_area_difficulty() -> None:
    table = op.create_table(
        "area_difficulty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commune", sa.String(5), nullable=False),
        sa.Column("hamlet", sa.Text()),
        sa.Column("level", sa.String(8), nullable=False),
        sa.Column("decision_number", sa.Text()),
        sa.Column("decision_date", sa.String(10), nullable=False),
        sa.Column("effective_from", sa.String(10), nullable=False),
        sa.Column("effective_to", sa.String(10)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.CheckConstraint("level IN ('none', 'special')", name=op.f("ck_area_difficulty_level")),
        sa.CheckConstraint(
            "effective_to IS NULL OR effective_to >= effective_from", name=op.f("ck_area_difficulty_order")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_area_difficulty"),
    )
    op.create_index("ix_area_difficulty_commune", "area_difficulty", ["commune"])
    known = {"level": "none", "decision_date": DECIDED, "effective_from": DECIDED, "effective_to": LAST_DAY}
    op.bulk_insert(
        table, [{"commune": commune, **known, "source": SOURCE} for commune in NONE_OF_THEIR_HAMLETS]
    )
