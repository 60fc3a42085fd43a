"""Road maps: plans with their files, items, marks of execution, evidence, roles by year."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_LEVELS = ("school", "municipal", "regional")
_STATUSES = ("done", "moved", "not_done")
_EVIDENCE = ("file", "link", "document", "order", "list")
_TEXTS = (
    "event", "details", "deadline", "corrected_deadline", "responsible", "result", "document",
    "indicator",
)  # fmt: skip
_TABLES = (
    "road_map_roles", "road_map_evidence", "road_map_marks", "road_map_items", "road_maps",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables of road maps."""
    _make_road_maps()
    _make_items()
    _make_marks()
    _make_evidence()
    _make_roles()


def downgrade() -> None:
    """Drop the tables of road maps."""
    for table in _TABLES:
        op.drop_table(table)


def _make_road_maps() -> None:
    op.create_table(
        "road_maps",
        sa.Column("road_map_id", sa.Integer(), primary_key=True),
        sa.Column("level", _choice("level", *_LEVELS), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("read_in", sa.Integer(), nullable=False),
        sa.Column("is_school_year", sa.Boolean(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("columns", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("around", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("order_id", sa.Integer(), sa.ForeignKey("orders.order_id"), nullable=True),
        sa.Column("source_name", sa.String(255), nullable=False),
        sa.Column("source_key", sa.String(64), nullable=False),
        sa.Column("source", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("ends_on >= begins_on", name="period"),
    )
    _index("road_maps", "order_id", "source_key")


def _make_items() -> None:
    plan = sa.ForeignKey("road_maps.road_map_id")
    higher = sa.ForeignKey("road_map_items.item_id")
    op.create_table(
        "road_map_items",
        sa.Column("item_id", sa.Integer(), primary_key=True),
        sa.Column("road_map_id", sa.Integer(), plan, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sections", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _TEXTS),
        sa.Column("indicator_plan", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("indicator_fact", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("besides", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("schedule", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("fulfils_id", sa.Integer(), higher, nullable=True),
    )
    _index("road_map_items", "road_map_id", "fulfils_id")


def _make_marks() -> None:
    item = sa.ForeignKey("road_map_items.item_id")
    op.create_table(
        "road_map_marks",
        sa.Column("mark_id", sa.Integer(), primary_key=True),
        sa.Column("item_id", sa.Integer(), item, nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", _choice("status", *_STATUSES), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("moved_to", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.UniqueConstraint("item_id", "task", "year", "due_on"),
        sa.CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name="done_on"),
        sa.CheckConstraint("(status = 'moved') = (moved_to IS NOT NULL)", name="moved_to"),
    )
    _index("road_map_marks", "item_id", "due_on")


def _make_evidence() -> None:
    mark = sa.ForeignKey("road_map_marks.mark_id")
    op.create_table(
        "road_map_evidence",
        sa.Column("evidence_id", sa.Integer(), primary_key=True),
        sa.Column("mark_id", sa.Integer(), mark, nullable=False),
        sa.Column("kind", _choice("kind", *_EVIDENCE), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("link", sa.String(2000), nullable=False),
        sa.Column("order_id", sa.Integer(), sa.ForeignKey("orders.order_id"), nullable=True),
        sa.Column("file_name", sa.String(255), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
    )
    _index("road_map_evidence", "mark_id", "order_id")


def _make_roles() -> None:
    op.create_table(
        "road_map_roles",
        sa.Column("role_id", sa.Integer(), primary_key=True),
        sa.Column("role", sa.String(300), nullable=False),
        sa.Column("role_key", sa.String(300), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=False),
        sa.UniqueConstraint("role_key", "school_year"),
    )
    _index("road_map_roles", "school_year", "person_id")


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
