"""Statistics: local acts, figures entered by hand, texts of title pages, copies of what was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ACT_KINDS = (
    "site_section", "introduction_order", "regulation", "road_map", "program",
    "coordinator_order", "bases", "encouragement", "assignment_order", "best_practices",
    "partner_agreement", "other",
)
_TABLES = ("local_acts", "given_figures", "figure_corrections", "form_editions", "frozen_reports")


def upgrade() -> None:
    """Make the five tables; none of them refers to another."""
    _make_local_acts()
    _make_figures()
    _make_editions()
    _make_frozen_reports()


def downgrade() -> None:
    """Drop them: what they held is lost."""
    for table in _TABLES[::-1]:
        op.drop_table(table)


def _make_local_acts() -> None:
    op.create_table(
        "local_acts",
        sa.Column("act_id", sa.Integer(), primary_key=True),
        sa.Column("kind", _choice("kind", *_ACT_KINDS), nullable=False),
        _text("number", 60),
        sa.Column("act_date", sa.Date(), nullable=True),
        _text("title", 500),
        _text("link", 500),
    )


def _make_figures() -> None:
    op.create_table(
        "given_figures",
        sa.Column("figure_id", sa.Integer(), primary_key=True),
        _text("form_code", 60),
        _text("row_code", 20),
        _text("name", 60),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value_hundredths", sa.Integer(), nullable=False),
        sa.UniqueConstraint("form_code", "row_code", "name", "year"),
        sa.CheckConstraint("value_hundredths >= 0", name="value_hundredths"),
    )
    op.create_table(
        "figure_corrections",
        sa.Column("correction_id", sa.Integer(), primary_key=True),
        _text("form_code", 60),
        sa.Column("as_of", sa.Date(), nullable=False),
        _text("row_code", 20),
        sa.Column("column_number", sa.Integer(), nullable=False),
        sa.Column("value_hundredths", sa.Integer(), nullable=False),
        _text("reason", 500),
        sa.UniqueConstraint("form_code", "as_of", "row_code", "column_number"),
        sa.CheckConstraint("reason <> ''", name="reason"),
    )


def _make_editions() -> None:
    op.create_table(
        "form_editions",
        sa.Column("edition_id", sa.Integer(), primary_key=True),
        _text("form_code", 60),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("respondents", sa.String(), nullable=False),
        _text("due", 500),
        _text("periodicity", 100),
        _text("okud", 20),
        sa.UniqueConstraint("form_code"),
    )


def _make_frozen_reports() -> None:
    op.create_table(
        "frozen_reports",
        sa.Column("report_id", sa.Integer(), primary_key=True),
        _text("form_code", 60),
        _text("title", 500),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        _text("recipient", 300),
        _text("signed_by", 300),
        _text("note", 500),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
    )
    op.create_index("ix_frozen_reports_form_code", "frozen_reports", ["form_code"])


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
