"""Texts of all papers that the user edits in one table: of consents beside those of orders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ORDERS = "orders/"
_PARTS = ("heading", "preamble", "clauses", "grounds")
_KINDS = (
    "working_group", "road_map", "pairs", "amendment", "termination", "results", "reward", "other",
)  # fmt: skip


def upgrade() -> None:
    """Move the texts of orders into the wider table."""
    templates = op.create_table(
        "templates",
        sa.Column("template_id", sa.Integer(), primary_key=True),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("texts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("code", "version"),
    )
    kept = op.get_bind().execute(sa.select(_order_templates())).mappings()
    rows = [
        {
            "code": f"{_ORDERS}{row['kind']}",
            "texts": {part: row[part] for part in _PARTS},
            **{name: row[name] for name in ("version", "saved_at", "is_current")},
        }
        for row in kept
    ]
    if rows:
        op.bulk_insert(templates, rows)
    op.drop_table("order_templates")


def downgrade() -> None:
    """Keep the texts of orders as before; own texts of consents are lost."""
    op.create_table(
        "order_templates",
        sa.Column("template_id", sa.Integer(), primary_key=True),
        sa.Column("kind", _choice("kind", *_KINDS), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(part, sa.String(), nullable=False) for part in _PARTS),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("kind", "version"),
    )
    templates = sa.table(
        "templates",
        sa.column("code", sa.String()),
        sa.column("version", sa.Integer()),
        sa.column("texts", sa.JSON()),
        sa.column("saved_at", sa.DateTime()),
        sa.column("is_current", sa.Boolean()),
    )
    wanted = sa.select(templates).where(templates.c.code.startswith(_ORDERS))
    rows = [
        {
            "kind": row["code"].removeprefix(_ORDERS),
            **{part: row["texts"].get(part, "") for part in _PARTS},
            **{name: row[name] for name in ("version", "saved_at", "is_current")},
        }
        for row in op.get_bind().execute(wanted).mappings()
    ]
    if rows:
        op.bulk_insert(_order_templates(), rows)
    op.drop_table("templates")


def _order_templates() -> sa.TableClause:
    return sa.table(
        "order_templates",
        sa.column("kind", sa.String()),
        sa.column("version", sa.Integer()),
        *(sa.column(part, sa.String()) for part in _PARTS),
        sa.column("saved_at", sa.DateTime()),
        sa.column("is_current", sa.Boolean()),
    )


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
