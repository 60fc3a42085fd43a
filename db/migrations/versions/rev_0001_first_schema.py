"""The first schema: people, pairings, orders, the school, the journal.

Keys and checks get their names by the naming convention of the models.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables, parents first."""
    _make_reference_lists()
    _make_school()
    _make_school_lists()
    _make_journal()
    _make_people()
    _make_facts_of_people()
    _make_employments()
    _make_pool_entries()
    _make_pairings()
    _make_orders()
    _make_parts_of_orders()


def downgrade() -> None:
    """Drop all tables, children first."""
    for table in (
        "order_pairings",
        "order_files",
        "orders",
        "pairing_members",
        "pairings",
        "pool_entries",
        "employments",
        "marks",
        "enrollments",
        "consents",
        "people",
        "journal_changes",
        "journal_steps",
        "order_registers",
        "heads",
        "schools",
        "mentoring_modes",
        "role_models",
        "mentoring_forms",
    ):
        op.drop_table(table)


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _reference(name: str, target: str, is_part: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey(target, ondelete="CASCADE" if is_part else None)
    return sa.Column(name, sa.Integer(), key, nullable=False)


def _make_reference_lists() -> None:
    op.create_table(
        "mentoring_forms",
        sa.Column("form_id", sa.Integer(), primary_key=True),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("model", _choice("model", "pupils", "teachers"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("code"),
    )
    op.create_table(
        "role_models",
        sa.Column("role_model_id", sa.Integer(), primary_key=True),
        _reference("form_id", "mentoring_forms.form_id"),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    op.create_index("ix_role_models_form_id", "role_models", ["form_id"])
    op.create_table(
        "mentoring_modes",
        sa.Column("mode_id", sa.Integer(), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("title"),
    )


def _make_school() -> None:
    op.create_table(
        "schools",
        sa.Column("school_id", sa.Integer(), primary_key=True),
        sa.Column("full_name", sa.String(500), nullable=False),
        sa.Column("short_name", sa.String(500), nullable=False),
        sa.Column("founder", sa.String(500), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("address", sa.String(500), nullable=False),
        sa.Column("phone", sa.String(200), nullable=False),
        sa.Column("email", sa.String(200), nullable=False),
        sa.Column("site", sa.String(200), nullable=False),
        sa.Column("inn", sa.String(20), nullable=False),
        sa.Column("ogrn", sa.String(20), nullable=False),
        sa.Column("okpo", sa.String(20), nullable=False),
        sa.Column("executor_name", sa.String(200), nullable=False),
        sa.Column("executor_phone", sa.String(200), nullable=False),
        sa.Column("coordinator_name", sa.String(300), nullable=False),
        sa.Column("coordinator_title", sa.String(300), nullable=False),
        sa.Column("is_six_day_week", sa.Boolean(), nullable=False),
        sa.Column("mentee_limit", sa.Integer(), nullable=False),
        sa.Column("page_preset", sa.String(40), nullable=False),
        sa.Column("fixed_today", sa.Date(), nullable=True),
        sa.Column("made_by_version", sa.String(40), nullable=False),
        sa.CheckConstraint("mentee_limit >= 1", name="mentee_limit"),
    )


def _make_school_lists() -> None:
    op.create_table(
        "heads",
        sa.Column("head_id", sa.Integer(), primary_key=True),
        sa.Column("last_name", sa.String(100), nullable=False),
        sa.Column("first_name", sa.String(100), nullable=False),
        sa.Column("patronymic", sa.String(100), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    op.create_table(
        "order_registers",
        sa.Column("register_id", sa.Integer(), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("pattern", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("title"),
    )


def _make_journal() -> None:
    op.create_table(
        "journal_steps",
        sa.Column("step_id", sa.Integer(), primary_key=True),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(300), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("status", _choice("status", "done", "undone", "dropped"), nullable=False),
        sa.Column("refusal", sa.String(500), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_journal_steps_status", "journal_steps", ["status"])
    op.create_table(
        "journal_changes",
        sa.Column("change_id", sa.Integer(), primary_key=True),
        _reference("step_id", "journal_steps.step_id"),
        sa.Column("table_name", sa.String(60), nullable=False),
        sa.Column("row_key", sa.Integer(), nullable=False),
        sa.Column("change", _choice("change", "created", "changed", "deleted"), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
    )
    op.create_index("ix_journal_changes_step_id", "journal_changes", ["step_id"])
    op.create_index(
        "ix_journal_changes_table_name_row_key", "journal_changes", ["table_name", "row_key"]
    )


def _make_people() -> None:
    op.create_table(
        "people",
        sa.Column("person_id", sa.Integer(), primary_key=True),
        sa.Column("kind", _choice("kind", "staff", "student", "outside"), nullable=False),
        sa.Column("last_name", sa.String(100), nullable=False),
        sa.Column("first_name", sa.String(100), nullable=False),
        sa.Column("patronymic", sa.String(100), nullable=False),
        sa.Column("former_last_name", sa.String(100), nullable=False),
        sa.Column("search_key", sa.String(320), nullable=False),
        sa.Column("sex", _choice("sex", "f", "m"), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(200), nullable=False),
        sa.Column("email", sa.String(200), nullable=False),
        sa.Column("address", sa.String(500), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(300), nullable=False),
        sa.Column(
            "outside_kind",
            _choice("outside_kind", "organisation", "university_student", "other"),
            nullable=True,
        ),
        sa.Column("representative_name", sa.String(300), nullable=False),
        sa.Column("representative_relation", sa.String(100), nullable=False),
        sa.Column("representative_phone", sa.String(200), nullable=False),
        sa.Column("case_forms", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint("last_name <> ''", name="last_name"),
        sa.CheckConstraint(
            "birth_year IS NULL OR birth_year BETWEEN 1900 AND 2100", name="birth_year"
        ),
    )
    op.create_index("ix_people_search_key", "people", ["search_key"])


def _make_facts_of_people() -> None:
    op.create_table(
        "consents",
        sa.Column("consent_id", sa.Integer(), primary_key=True),
        _reference("person_id", "people.person_id"),
        sa.Column(
            "kind", _choice("kind", "participation", "processing", "publication"), nullable=False
        ),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("is_by_representative", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "withdrawn_on IS NULL OR withdrawn_on >= signed_on", name="withdrawn_on"
        ),
    )
    op.create_index("ix_consents_person_id", "consents", ["person_id"])
    op.create_table(
        "enrollments",
        sa.Column("enrollment_id", sa.Integer(), primary_key=True),
        _reference("person_id", "people.person_id"),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("school_class", sa.String(20), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("person_id", "school_year"),
    )
    for column in ("person_id", "school_year"):
        op.create_index(f"ix_enrollments_{column}", "enrollments", [column])
    op.create_table(
        "marks",
        sa.Column("mark_id", sa.Integer(), primary_key=True),
        _reference("person_id", "people.person_id"),
        sa.Column("kind", _choice("kind", "disability", "gifted", "hardship"), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
    )
    op.create_index("ix_marks_person_id", "marks", ["person_id"])


def _make_employments() -> None:
    op.create_table(
        "employments",
        sa.Column("employment_id", sa.Integer(), primary_key=True),
        _reference("person_id", "people.person_id"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("position_title", sa.String(300), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("department", sa.String(300), nullable=False),
        sa.Column(
            "category", _choice("category", "none", "conformity", "first", "highest"), nullable=True
        ),
        sa.Column("category_on", sa.Date(), nullable=True),
        sa.Column("category_year", sa.Integer(), nullable=True),
        sa.Column("education", sa.String(), nullable=False),
        sa.Column("hired_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("is_external_part_timer", sa.Boolean(), nullable=False),
        sa.Column("total_service_months", sa.Integer(), nullable=True),
        sa.Column("total_service_as_of", sa.Date(), nullable=True),
        sa.Column("teaching_service_months", sa.Integer(), nullable=True),
        sa.Column("teaching_service_as_of", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "left_on IS NULL OR hired_on IS NULL OR left_on >= hired_on", name="dates"
        ),
    )
    op.create_index("ix_employments_person_id", "employments", ["person_id"])


def _make_pool_entries() -> None:
    op.create_table(
        "pool_entries",
        sa.Column("pool_entry_id", sa.Integer(), primary_key=True),
        _reference("person_id", "people.person_id"),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(10), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("strengths", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("achievements", sa.String(), nullable=False),
        sa.Column("interests", sa.String(), nullable=False),
        sa.Column("desired_age", sa.String(200), nullable=False),
        sa.Column("time_resource", sa.String(200), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("needs", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("results", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.CheckConstraint("side IN ('mentor', 'mentee')", name="side"),
        sa.CheckConstraint("capacity IS NULL OR capacity >= 0", name="capacity"),
        sa.UniqueConstraint("person_id", "school_year", "side"),
    )
    for column in ("person_id", "school_year"):
        op.create_index(f"ix_pool_entries_{column}", "pool_entries", [column])


def _make_pairings() -> None:
    op.create_table(
        "pairings",
        sa.Column("pairing_id", sa.Integer(), primary_key=True),
        sa.Column("kind", _choice("kind", "pair", "group"), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        _reference("form_id", "mentoring_forms.form_id"),
        sa.Column("role_model", sa.String(300), nullable=False),
        sa.Column("modes", sa.JSON(none_as_null=True), nullable=False),
        _reference("mentor_id", "people.person_id"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_kind", _choice("end_kind", "completed", "early"), nullable=True),
        sa.Column("end_reason", sa.String(500), nullable=False),
        sa.Column("topic", sa.String(500), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("(ended_on IS NULL) = (end_kind IS NULL)", name="end"),
        sa.CheckConstraint("ends_on >= starts_on", name="dates"),
    )
    for column in ("form_id", "mentor_id", "school_year"):
        op.create_index(f"ix_pairings_{column}", "pairings", [column])
    op.create_table(
        "pairing_members",
        sa.Column("pairing_member_id", sa.Integer(), primary_key=True),
        _reference("pairing_id", "pairings.pairing_id"),
        _reference("person_id", "people.person_id"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("pairing_id", "person_id"),
    )
    for column in ("pairing_id", "person_id"):
        op.create_index(f"ix_pairing_members_{column}", "pairing_members", [column])


def _make_orders() -> None:
    op.create_table(
        "orders",
        sa.Column("order_id", sa.Integer(), primary_key=True),
        sa.Column("kind", _choice("kind", "pairs", "other"), nullable=False),
        _reference("register_id", "order_registers.register_id"),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("number_key", sa.String(40), nullable=True),
        sa.Column("calendar_year", sa.Integer(), nullable=False),
        sa.Column("order_date", sa.Date(), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(500), nullable=False),
        sa.Column("status", _choice("status", "draft", "issued", "withdrawn"), nullable=False),
        sa.Column("is_external", sa.Boolean(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawal_reason", sa.String(500), nullable=False),
        sa.Column("executor", sa.String(300), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("draft", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("snapshot", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "(status = 'withdrawn') = (withdrawn_on IS NOT NULL)", name="withdrawn_on"
        ),
        sa.CheckConstraint("signed_on IS NULL OR status <> 'draft'", name="signed_on"),
        sa.UniqueConstraint("register_id", "calendar_year", "number_key"),
    )
    for column in ("order_date", "school_year"):
        op.create_index(f"ix_orders_{column}", "orders", [column])


def _make_parts_of_orders() -> None:
    op.create_table(
        "order_files",
        sa.Column("order_file_id", sa.Integer(), primary_key=True),
        _reference("order_id", "orders.order_id"),
        sa.Column("format", sa.String(10), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("format IN ('pdf', 'docx')", name="format"),
        sa.UniqueConstraint("order_id", "format"),
    )
    op.create_index("ix_order_files_order_id", "order_files", ["order_id"])
    op.create_table(
        "order_pairings",
        sa.Column("order_pairing_id", sa.Integer(), primary_key=True),
        _reference("order_id", "orders.order_id"),
        _reference("pairing_id", "pairings.pairing_id"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("order_id", "pairing_id"),
    )
    for column in ("order_id", "pairing_id"):
        op.create_index(f"ix_order_pairings_{column}", "order_pairings", [column])
