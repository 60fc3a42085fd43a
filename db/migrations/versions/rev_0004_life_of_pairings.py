"""Pauses, further mentors, agreements to contracts, replaced mentors, days of the calendar.

Tables with checks are rebuilt, because SQLite adds no checked column to a table that is there;
defaults stand only while its rows are filled.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_PARTNERSHIPS = ("resilient_school", "management_teams", "other_school", "organisation")
_ENDS = ("completed", "early")


def upgrade() -> None:
    """Widen forms and pairings, then make the new tables, parents first."""
    _widen_forms()
    _widen_pairings()
    _make_pauses()
    _make_mentors()
    _make_addenda()
    _make_calendar_days()


def downgrade() -> None:
    """Drop the new tables and columns; a replaced mentor becomes an early end."""
    for table in (
        "calendar_days",
        "addendum_pairings",
        "contract_addenda",
        "pairing_mentors",
        "pairing_pauses",
    ):
        op.drop_table(table)
    op.execute("UPDATE pairings SET end_kind = 'early' WHERE end_kind = 'replaced'")
    op.drop_index("ix_pairings_replaces_id", "pairings")
    with op.batch_alter_table("pairings") as pairings:
        pairings.drop_constraint("partnership", type_="check")
        pairings.drop_constraint("fk_pairings_replaces_id_pairings", type_="foreignkey")
        for column in ("partner_school", "partnership", "replaces_id", "noticed_on"):
            pairings.drop_column(column)
        _renew_ends(pairings, *_ENDS)
    with op.batch_alter_table("mentoring_forms") as forms:
        forms.drop_column("is_archived")


def _widen_forms() -> None:
    with op.batch_alter_table("mentoring_forms") as forms:
        flag: sa.Column[bool] = sa.Column(
            "is_archived", sa.Boolean(), nullable=False, server_default=sa.false()
        )
        forms.add_column(flag)
    with op.batch_alter_table("mentoring_forms") as forms:
        forms.alter_column("is_archived", server_default=None)


def _widen_pairings() -> None:
    with op.batch_alter_table("pairings") as pairings:
        pairings.add_column(sa.Column("noticed_on", sa.Date(), nullable=True))
        pairings.add_column(sa.Column("replaces_id", sa.Integer(), nullable=True))
        pairings.add_column(sa.Column("partnership", _choice("partnership", *_PARTNERSHIPS)))
        pairings.add_column(
            sa.Column("partner_school", sa.String(300), nullable=False, server_default="")
        )
        pairings.create_foreign_key(
            "fk_pairings_replaces_id_pairings", "pairings", ["replaces_id"], ["pairing_id"]
        )
        _renew_ends(pairings, *_ENDS, "replaced")
    with op.batch_alter_table("pairings") as pairings:
        pairings.alter_column("partner_school", server_default=None)
    op.create_index("ix_pairings_replaces_id", "pairings", ["replaces_id"])


def _renew_ends(pairings: BatchOperations, *values: str) -> None:
    words = ", ".join(f"'{value}'" for value in values)
    pairings.drop_constraint("end_kind", type_="check")
    pairings.create_check_constraint("end_kind", f"end_kind IN ({words})")


def _make_pauses() -> None:
    op.create_table(
        "pairing_pauses",
        sa.Column("pause_id", sa.Integer(), primary_key=True),
        _reference("pairing_id", "pairings.pairing_id"),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name="dates"),
    )
    op.create_index("ix_pairing_pauses_pairing_id", "pairing_pauses", ["pairing_id"])


def _make_mentors() -> None:
    op.create_table(
        "pairing_mentors",
        sa.Column("span_id", sa.Integer(), primary_key=True),
        _reference("pairing_id", "pairings.pairing_id"),
        _reference("person_id", "people.person_id"),
        sa.Column("role", _choice("role", "second", "substitute"), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
    )
    for column in ("pairing_id", "person_id"):
        op.create_index(f"ix_pairing_mentors_{column}", "pairing_mentors", [column])


def _make_addenda() -> None:
    op.create_table(
        "contract_addenda",
        sa.Column("addendum_id", sa.Integer(), primary_key=True),
        _reference("person_id", "people.person_id"),
        sa.Column("basis", _choice("basis", "agreement", "duties"), nullable=False),
        sa.Column("number", sa.String(60), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("content", sa.String(2000), nullable=False),
        sa.Column("form", sa.String(500), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("pay", sa.String(500), nullable=False),
        sa.Column("duties_reason", sa.String(500), nullable=False),
    )
    op.create_index("ix_contract_addenda_person_id", "contract_addenda", ["person_id"])
    op.create_table(
        "addendum_pairings",
        sa.Column("addendum_pairing_id", sa.Integer(), primary_key=True),
        _reference("addendum_id", "contract_addenda.addendum_id"),
        _reference("pairing_id", "pairings.pairing_id"),
        sa.UniqueConstraint("addendum_id", "pairing_id"),
    )
    for column in ("addendum_id", "pairing_id"):
        op.create_index(f"ix_addendum_pairings_{column}", "addendum_pairings", [column])


def _make_calendar_days() -> None:
    op.create_table(
        "calendar_days",
        sa.Column("calendar_day_id", sa.Integer(), primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(200), nullable=False),
        sa.UniqueConstraint("day"),
    )


def _reference(name: str, target: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(target), nullable=False)


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
