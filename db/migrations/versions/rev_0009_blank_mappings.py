"""Mappings of blanks that authorities send."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of mappings, one for every shape of a file."""
    op.create_table(
        "blank_mappings",
        sa.Column("mapping_id", sa.Integer(), primary_key=True),
        sa.Column("shape", sa.String(64), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.UniqueConstraint("shape"),
    )


def downgrade() -> None:
    """Lose the mappings; blanks that were filled are files and stay."""
    op.drop_table("blank_mappings")
