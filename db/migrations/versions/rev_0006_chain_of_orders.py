"""All kinds of orders, links between them, acquaintance, own texts and pages, files of orders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_OLD_KINDS = ("pairs", "other")
_KINDS = (
    "working_group", "road_map", "pairs", "amendment", "termination", "results", "reward", "other",
)  # fmt: skip
_LINK_KINDS = ("amends", "terminates", "refers")


def upgrade() -> None:
    """Admit all kinds, then make the new tables."""
    _admit(_KINDS)
    _make_links()
    _make_acquaintances()
    _make_templates()
    _make_presets()
    _widen_attachments()


def downgrade() -> None:
    """Drop the new tables; orders of kinds that are not known any more become «другой приказ»."""
    with op.batch_alter_table("attachments") as attachments:
        attachments.drop_constraint("fk_attachments_order_id_orders", type_="foreignkey")
        attachments.drop_index("ix_attachments_order_id")
        attachments.drop_column("order_id")
        attachments.drop_column("purpose")
    for table in ("page_presets", "order_templates", "order_acquaintances", "order_links"):
        op.drop_table(table)
    orders = sa.table("orders", sa.column("kind", sa.String(32)))
    op.execute(orders.update().where(orders.c.kind.not_in(_OLD_KINDS)).values(kind="other"))
    _admit(_OLD_KINDS)


def _admit(kinds: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("orders") as orders:
        orders.drop_constraint("kind", type_="check")
        orders.create_check_constraint("kind", f"kind IN ({listed})")


def _make_links() -> None:
    op.create_table(
        "order_links",
        sa.Column("order_link_id", sa.Integer(), primary_key=True),
        sa.Column("order_id", sa.Integer(), sa.ForeignKey("orders.order_id"), nullable=False),
        sa.Column("target_id", sa.Integer(), sa.ForeignKey("orders.order_id"), nullable=False),
        sa.Column("kind", _choice("kind", *_LINK_KINDS), nullable=False),
        sa.UniqueConstraint("order_id", "target_id", "kind"),
        sa.CheckConstraint("order_id <> target_id", name="itself"),
    )
    for column in ("order_id", "target_id"):
        op.create_index(f"ix_order_links_{column}", "order_links", [column])


def _make_acquaintances() -> None:
    op.create_table(
        "order_acquaintances",
        sa.Column("acquaintance_id", sa.Integer(), primary_key=True),
        sa.Column("order_id", sa.Integer(), sa.ForeignKey("orders.order_id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=True),
        sa.Column("name", sa.String(320), nullable=False),
        sa.Column("post", sa.String(600), nullable=False),
        sa.Column("acquainted_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    for column in ("order_id", "person_id"):
        op.create_index(f"ix_order_acquaintances_{column}", "order_acquaintances", [column])


def _make_templates() -> None:
    op.create_table(
        "order_templates",
        sa.Column("template_id", sa.Integer(), primary_key=True),
        sa.Column("kind", _choice("kind", *_KINDS), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("preamble", sa.String(), nullable=False),
        sa.Column("clauses", sa.String(), nullable=False),
        sa.Column("grounds", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("kind", "version"),
    )


def _make_presets() -> None:
    op.create_table(
        "page_presets",
        sa.Column("preset_id", sa.Integer(), primary_key=True),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("settings", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("emblem", sa.LargeBinary(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("code"),
    )


def _widen_attachments() -> None:
    with op.batch_alter_table("attachments") as attachments:
        attachments.add_column(sa.Column("order_id", sa.Integer(), nullable=True))
        attachments.add_column(
            sa.Column("purpose", sa.String(20), nullable=False, server_default="")
        )
        attachments.create_foreign_key(
            "fk_attachments_order_id_orders", "orders", ["order_id"], ["order_id"]
        )
        attachments.create_index("ix_attachments_order_id", ["order_id"])
    with op.batch_alter_table("attachments") as attachments:
        attachments.alter_column("purpose", server_default=None)


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
