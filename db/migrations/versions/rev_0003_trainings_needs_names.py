"""Trainings of mentors, the list of needs, cases of names for everybody, cards told apart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = ("mentor_trainings", "need_words", "name_case_rules", "different_people")
_CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")


def upgrade() -> None:
    """Make the new tables; no table that is there changes."""
    _make_mentor_trainings()
    _make_need_words()
    _make_name_case_rules()
    _make_different_people()


def downgrade() -> None:
    """Drop the new tables: what they held is lost."""
    for table in reversed(_TABLES):
        op.drop_table(table)


def _make_mentor_trainings() -> None:
    op.create_table(
        "mentor_trainings",
        sa.Column("training_id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("place", sa.String(300), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("document", sa.String(200), nullable=False),
        sa.CheckConstraint(
            "until_on IS NULL OR since_on IS NULL OR until_on >= since_on", name="dates"
        ),
        sa.CheckConstraint("hours IS NULL OR hours > 0", name="hours"),
    )
    op.create_index("ix_mentor_trainings_person_id", "mentor_trainings", ["person_id"])


def _make_need_words() -> None:
    op.create_table(
        "need_words",
        sa.Column("word_id", sa.Integer(), primary_key=True),
        sa.Column("audience", _choice("audience", "educator", "student"), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
    )


def _make_name_case_rules() -> None:
    parts = ("last_name", "first_name", "patronymic")
    op.create_table(
        "name_case_rules",
        sa.Column("rule_id", sa.Integer(), primary_key=True),
        sa.Column("part", _choice("part", *parts), nullable=False),
        sa.Column("sex", _choice("sex", "f", "m"), nullable=False),
        sa.Column("word_key", sa.String(100), nullable=False),
        sa.Column("word", sa.String(100), nullable=False),
        sa.Column("case", _choice("case", *_CASES), nullable=False),
        sa.Column("form", sa.String(100), nullable=False),
        sa.UniqueConstraint("word_key", "part", "sex", "case"),
    )


def _make_different_people() -> None:
    person = "people.person_id"
    op.create_table(
        "different_people",
        sa.Column("mark_id", sa.Integer(), primary_key=True),
        sa.Column("first_id", sa.Integer(), sa.ForeignKey(person), nullable=False),
        sa.Column("second_id", sa.Integer(), sa.ForeignKey(person), nullable=False),
        sa.Column("marked_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("first_id", "second_id"),
        sa.CheckConstraint("first_id < second_id", name="keys"),
    )
    for column in ("first_id", "second_id"):
        op.create_index(f"ix_different_people_{column}", "different_people", [column])


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
