"""Matching: couples that are not to be made, and its settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "match_bans",
        sa.Column("ban_id", sa.Integer(), primary_key=True),
        sa.Column("mentor_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=False),
        sa.Column("mentee_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=False),
        sa.UniqueConstraint("mentor_id", "mentee_id"),
    )
    for column in ("mentor_id", "mentee_id"):
        op.create_index(f"ix_match_bans_{column}", "match_bans", [column])
    op.create_table(
        "match_settings",
        sa.Column("settings_id", sa.Integer(), primary_key=True),
        sa.Column("weights", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("goal", _choice("goal", "sum", "coverage"), nullable=False),
        sa.Column("is_subject_required", sa.Boolean(), nullable=False),
        sa.CheckConstraint("settings_id = 1", name="only_one"),
        sa.CheckConstraint("threshold >= 0", name="threshold"),
    )


def downgrade() -> None:
    """Drop them: bans and settings are lost."""
    op.drop_table("match_settings")
    op.drop_table("match_bans")


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
