"""More about work, absences, files of consents, corrected cases of posts.

The table of employments is rebuilt, because SQLite adds no checked column to a table that is
there; defaults stand only while its rows are filled.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_FLAGS = ("is_educational", "is_educator_mentor", "is_educator_methodist")
_TEXTS = ("degree", "academic_title")
_EDUCATION_LEVELS = ("higher", "secondary_vocational", "secondary_general", "studying")


def upgrade() -> None:
    """Widen employments, then make the new tables, parents first."""
    _widen_employments()
    _make_absences()
    _make_attachments()
    _make_post_case_rules()


def downgrade() -> None:
    """Drop the new tables and narrow employments: what they held is lost."""
    for table in ("post_case_rules", "attachments", "absences"):
        op.drop_table(table)
    with op.batch_alter_table("employments") as employments:
        employments.drop_constraint("rate_hundredths", type_="check")
        employments.drop_constraint("education_level", type_="check")
        for column in (*_FLAGS, *_TEXTS, "education_level", "rate_hundredths"):
            employments.drop_column(column)


def _widen_employments() -> None:
    with op.batch_alter_table("employments") as employments:
        employments.add_column(sa.Column("rate_hundredths", sa.Integer(), nullable=True))
        employments.add_column(
            sa.Column("education_level", _choice("education_level", *_EDUCATION_LEVELS))
        )
        for name in _FLAGS:
            flag: sa.Column[bool] = sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            employments.add_column(flag)
        for name in _TEXTS:
            text = sa.Column(name, sa.String(200), nullable=False, server_default="")
            employments.add_column(text)
        employments.create_check_constraint(
            "rate_hundredths", "rate_hundredths IS NULL OR rate_hundredths > 0"
        )
    with op.batch_alter_table("employments") as employments:
        for name in (*_FLAGS, *_TEXTS):
            employments.alter_column(name, server_default=None)


def _make_absences() -> None:
    op.create_table(
        "absences",
        sa.Column("absence_id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=False),
        sa.Column(
            "kind", _choice("kind", "maternity", "child_care", "sick", "other"), nullable=False
        ),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "until_on IS NULL OR since_on IS NULL OR until_on >= since_on", name="dates"
        ),
    )
    op.create_index("ix_absences_person_id", "absences", ["person_id"])


def _make_attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("attachment_id", sa.Integer(), primary_key=True),
        sa.Column("consent_id", sa.Integer(), sa.ForeignKey("consents.consent_id")),
        sa.Column("file_name", sa.String(255), nullable=False),
        sa.Column("content_type", sa.String(100), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_attachments_consent_id", "attachments", ["consent_id"])


def _make_post_case_rules() -> None:
    cases = ("genitive", "dative", "accusative", "instrumental", "prepositional")
    op.create_table(
        "post_case_rules",
        sa.Column("rule_id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.person_id"), nullable=True),
        sa.Column("post_key", sa.String(600), nullable=False),
        sa.Column("case", _choice("case", *cases), nullable=False),
        sa.Column("form", sa.String(600), nullable=False),
        sa.UniqueConstraint("post_key", "case", "person_id"),
    )
    for column in ("person_id", "post_key"):
        op.create_index(f"ix_post_case_rules_{column}", "post_case_rules", [column])


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
