"""Exchange: packages sent and received, the municipality's schools, the plan of shares."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_LEVELS = ("school", "municipality")
_KINDS = (
    "secondary", "basic", "primary", "gymnasium", "lyceum", "kindergarten", "additional",
    "vocational", "other",
)
_VERDICTS = ("waiting", "accepted", "returned")
_TABLES = (
    "exchange_settings", "sent_packages", "municipal_schools", "received_packages",
    "package_parts", "school_share_plans",
)


def upgrade() -> None:
    """Make the six tables; none of the former ones is touched."""
    _make_sending()
    _make_schools()
    _make_received()
    _make_plans()


def downgrade() -> None:
    """Drop them: what they held is lost."""
    for table in _TABLES[::-1]:
        op.drop_table(table)


def _make_sending() -> None:
    op.create_table(
        "exchange_settings",
        sa.Column("settings_id", sa.Integer(), primary_key=True),
        sa.Column("level", _choice("level", *_LEVELS), nullable=False),
        sa.Column("school_kind", _choice("school_kind", *_KINDS), nullable=True),
        _text("mentoring_model", 500),
        _text("team_role", 500),
        _text("recipient", 300),
    )
    op.create_table(
        "sent_packages",
        sa.Column("sent_id", sa.Integer(), primary_key=True),
        _text("uid", 64),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        _text("recipient", 300),
        sa.Column("verdict", _choice("verdict", *_VERDICTS), nullable=False),
        sa.Column("remarks", _json(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("uid"),
    )


def _make_schools() -> None:
    op.create_table(
        "municipal_schools",
        sa.Column("school_id", sa.Integer(), primary_key=True),
        _text("name", 500),
        _text("name_key", 500),
        sa.Column("kind", _choice("kind", *_KINDS), nullable=False),
        _text("inn", 20),
        sa.Column("is_expected", sa.Boolean(), nullable=False),
        _text("mentoring_model", 500),
        _text("team_role", 500),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("name_key", "inn"),
    )


def _make_received() -> None:
    op.create_table(
        "received_packages",
        sa.Column("package_id", sa.Integer(), primary_key=True),
        sa.Column(
            "school_id", sa.Integer(), sa.ForeignKey("municipal_schools.school_id"), nullable=False
        ),
        sa.Column("school_year", sa.Integer(), nullable=False),
        _text("uid", 64),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("verdict", _choice("verdict", *_VERDICTS), nullable=False),
        sa.Column("remarks", _json(), nullable=False),
        sa.Column("errors", _json(), nullable=False),
        sa.Column("warnings", _json(), nullable=False),
        sa.Column("models", _json(), nullable=False),
        sa.Column("road_map", _json(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("takes_part", sa.Boolean(), nullable=False),
        _text("note", 500),
        sa.UniqueConstraint("school_id", "school_year"),
    )
    op.create_table(
        "package_parts",
        sa.Column("part_id", sa.Integer(), primary_key=True),
        sa.Column(
            "package_id",
            sa.Integer(),
            sa.ForeignKey("received_packages.package_id"),
            nullable=False,
        ),
        _text("name", 80),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("package_id", "name"),
    )


def _make_plans() -> None:
    op.create_table(
        "school_share_plans",
        sa.Column("plan_id", sa.Integer(), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.UniqueConstraint("year"),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
    )


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _json() -> sa.JSON:
    return sa.JSON(none_as_null=True)


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
