"""Certificates and letters of thanks for mentors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the register of papers that mentors were given."""
    op.create_table(
        "awards",
        sa.Column("award_id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("kind", _choice("kind", "certificate", "thanks"), nullable=False),
        sa.Column("number", sa.String(25), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("merit", sa.String(), nullable=False),
    )
    for column in ("person_id", "school_year"):
        op.create_index(f"ix_awards_{column}", "awards", [column])


def downgrade() -> None:
    """Drop it: what was written down of papers is lost."""
    op.drop_table("awards")


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
