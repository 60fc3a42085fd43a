"""The first schema: people, pairings, orders, the school, the journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "heads",
        sa.Column("head_id", sa.Integer(), nullable=False),
        sa.Column("last_name", sa.String(length=100), nullable=False),
        sa.Column("first_name", sa.String(length=100), nullable=False),
        sa.Column("patronymic", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("head_id", name=op.f("pk_heads")),
    )
    op.create_table(
        "journal_steps",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=300), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "done",
                "undone",
                "dropped",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("refusal", sa.String(length=500), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("step_id", name=op.f("pk_journal_steps")),
    )
    op.create_index(op.f("ix_journal_steps_status"), "journal_steps", ["status"])
    op.create_table(
        "mentoring_forms",
        sa.Column("form_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column(
            "model",
            sa.Enum(
                "pupils",
                "teachers",
                name="model",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("form_id", name=op.f("pk_mentoring_forms")),
        sa.UniqueConstraint("code", name=op.f("uq_mentoring_forms_code")),
    )
    op.create_table(
        "mentoring_modes",
        sa.Column("mode_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("mode_id", name=op.f("pk_mentoring_modes")),
        sa.UniqueConstraint("title", name=op.f("uq_mentoring_modes_title")),
    )
    op.create_table(
        "order_registers",
        sa.Column("register_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("pattern", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("register_id", name=op.f("pk_order_registers")),
        sa.UniqueConstraint("title", name=op.f("uq_order_registers_title")),
    )
    op.create_table(
        "people",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "staff",
                "student",
                "outside",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("last_name", sa.String(length=100), nullable=False),
        sa.Column("first_name", sa.String(length=100), nullable=False),
        sa.Column("patronymic", sa.String(length=100), nullable=False),
        sa.Column("former_last_name", sa.String(length=100), nullable=False),
        sa.Column("search_key", sa.String(length=320), nullable=False),
        sa.Column(
            "sex",
            sa.Enum("f", "m", name="sex", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(length=300), nullable=False),
        sa.Column(
            "outside_kind",
            sa.Enum(
                "organisation",
                "university_student",
                "other",
                name="outside_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("representative_name", sa.String(length=300), nullable=False),
        sa.Column("representative_relation", sa.String(length=100), nullable=False),
        sa.Column("representative_phone", sa.String(length=200), nullable=False),
        sa.Column("case_forms", sa.JSON(), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint("last_name <> ''", name=op.f("ck_people_last_name")),
        sa.CheckConstraint(
            "birth_year IS NULL OR birth_year BETWEEN 1900 AND 2100",
            name=op.f("ck_people_birth_year"),
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_people")),
    )
    op.create_index(op.f("ix_people_search_key"), "people", ["search_key"])
    op.create_table(
        "schools",
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(length=500), nullable=False),
        sa.Column("short_name", sa.String(length=500), nullable=False),
        sa.Column("founder", sa.String(length=500), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("site", sa.String(length=200), nullable=False),
        sa.Column("inn", sa.String(length=20), nullable=False),
        sa.Column("ogrn", sa.String(length=20), nullable=False),
        sa.Column("okpo", sa.String(length=20), nullable=False),
        sa.Column("executor_name", sa.String(length=200), nullable=False),
        sa.Column("executor_phone", sa.String(length=200), nullable=False),
        sa.Column("coordinator_name", sa.String(length=300), nullable=False),
        sa.Column("coordinator_title", sa.String(length=300), nullable=False),
        sa.Column("is_six_day_week", sa.Boolean(), nullable=False),
        sa.Column("mentee_limit", sa.Integer(), nullable=False),
        sa.Column("page_preset", sa.String(length=40), nullable=False),
        sa.Column("fixed_today", sa.Date(), nullable=True),
        sa.Column("made_by_version", sa.String(length=40), nullable=False),
        sa.CheckConstraint("mentee_limit >= 1", name=op.f("ck_schools_mentee_limit")),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_schools")),
    )
    op.create_table(
        "consents",
        sa.Column("consent_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "participation",
                "processing",
                "publication",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("is_by_representative", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "withdrawn_on IS NULL OR withdrawn_on >= signed_on",
            name=op.f("ck_consents_withdrawn_on"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.person_id"],
            name=op.f("fk_consents_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("consent_id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_person_id"), "consents", ["person_id"])
    op.create_table(
        "employments",
        sa.Column("employment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("position_title", sa.String(length=300), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("department", sa.String(length=300), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "none",
                "conformity",
                "first",
                "highest",
                name="category",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
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
            "left_on IS NULL OR hired_on IS NULL OR left_on >= hired_on",
            name=op.f("ck_employments_dates"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.person_id"],
            name=op.f("fk_employments_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("employment_id", name=op.f("pk_employments")),
    )
    op.create_index(op.f("ix_employments_person_id"), "employments", ["person_id"])
    op.create_table(
        "enrollments",
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("school_class", sa.String(length=20), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.person_id"],
            name=op.f("fk_enrollments_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("enrollment_id", name=op.f("pk_enrollments")),
        sa.UniqueConstraint(
            "person_id", "school_year", name=op.f("uq_enrollments_person_id_school_year")
        ),
    )
    op.create_index(op.f("ix_enrollments_person_id"), "enrollments", ["person_id"])
    op.create_index(op.f("ix_enrollments_school_year"), "enrollments", ["school_year"])
    op.create_table(
        "journal_changes",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_key", sa.Integer(), nullable=False),
        sa.Column(
            "change",
            sa.Enum(
                "created",
                "changed",
                "deleted",
                name="change",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["step_id"],
            ["journal_steps.step_id"],
            name=op.f("fk_journal_changes_step_id_journal_steps"),
        ),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_journal_changes")),
    )
    op.create_index(op.f("ix_journal_changes_step_id"), "journal_changes", ["step_id"])
    op.create_index(
        op.f("ix_journal_changes_table_name_row_key"), "journal_changes", ["table_name", "row_key"]
    )
    op.create_table(
        "marks",
        sa.Column("mark_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "disability",
                "gifted",
                "hardship",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.person_id"],
            name=op.f("fk_marks_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("mark_id", name=op.f("pk_marks")),
    )
    op.create_index(op.f("ix_marks_person_id"), "marks", ["person_id"])
    op.create_table(
        "orders",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "pairs", "other", name="kind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("register_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("number_key", sa.String(length=40), nullable=True),
        sa.Column("calendar_year", sa.Integer(), nullable=False),
        sa.Column("order_date", sa.Date(), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(length=500), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "issued",
                "withdrawn",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("is_external", sa.Boolean(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawal_reason", sa.String(length=500), nullable=False),
        sa.Column("executor", sa.String(length=300), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=True),
        sa.Column("snapshot", sa.JSON(), nullable=True),
        sa.CheckConstraint(
            "(status = 'withdrawn') = (withdrawn_on IS NOT NULL)",
            name=op.f("ck_orders_withdrawn_on"),
        ),
        sa.CheckConstraint(
            "signed_on IS NULL OR status <> 'draft'", name=op.f("ck_orders_signed_on")
        ),
        sa.ForeignKeyConstraint(
            ["register_id"],
            ["order_registers.register_id"],
            name=op.f("fk_orders_register_id_order_registers"),
        ),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_orders")),
        sa.UniqueConstraint(
            "register_id",
            "calendar_year",
            "number_key",
            name=op.f("uq_orders_register_id_calendar_year_number_key"),
        ),
    )
    op.create_index(op.f("ix_orders_order_date"), "orders", ["order_date"])
    op.create_index(op.f("ix_orders_school_year"), "orders", ["school_year"])
    op.create_table(
        "pairings",
        sa.Column("pairing_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "pair", "group", name="kind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.Integer(), nullable=False),
        sa.Column("role_model", sa.String(length=300), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "end_kind",
            sa.Enum(
                "completed",
                "early",
                name="end_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("end_reason", sa.String(length=500), nullable=False),
        sa.Column("topic", sa.String(length=500), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("(ended_on IS NULL) = (end_kind IS NULL)", name=op.f("ck_pairings_end")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_pairings_dates")),
        sa.ForeignKeyConstraint(
            ["form_id"],
            ["mentoring_forms.form_id"],
            name=op.f("fk_pairings_form_id_mentoring_forms"),
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"], ["people.person_id"], name=op.f("fk_pairings_mentor_id_people")
        ),
        sa.PrimaryKeyConstraint("pairing_id", name=op.f("pk_pairings")),
    )
    op.create_index(op.f("ix_pairings_form_id"), "pairings", ["form_id"])
    op.create_index(op.f("ix_pairings_mentor_id"), "pairings", ["mentor_id"])
    op.create_index(op.f("ix_pairings_school_year"), "pairings", ["school_year"])
    op.create_table(
        "pool_entries",
        sa.Column("pool_entry_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("strengths", sa.JSON(), nullable=False),
        sa.Column("achievements", sa.String(), nullable=False),
        sa.Column("interests", sa.String(), nullable=False),
        sa.Column("desired_age", sa.String(length=200), nullable=False),
        sa.Column("time_resource", sa.String(length=200), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("results", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.CheckConstraint("side IN ('mentor', 'mentee')", name=op.f("ck_pool_entries_side")),
        sa.CheckConstraint(
            "capacity IS NULL OR capacity >= 0", name=op.f("ck_pool_entries_capacity")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.person_id"],
            name=op.f("fk_pool_entries_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("pool_entry_id", name=op.f("pk_pool_entries")),
        sa.UniqueConstraint(
            "person_id",
            "school_year",
            "side",
            name=op.f("uq_pool_entries_person_id_school_year_side"),
        ),
    )
    op.create_index(op.f("ix_pool_entries_person_id"), "pool_entries", ["person_id"])
    op.create_index(op.f("ix_pool_entries_school_year"), "pool_entries", ["school_year"])
    op.create_table(
        "role_models",
        sa.Column("role_model_id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["form_id"],
            ["mentoring_forms.form_id"],
            name=op.f("fk_role_models_form_id_mentoring_forms"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("role_model_id", name=op.f("pk_role_models")),
    )
    op.create_index(op.f("ix_role_models_form_id"), "role_models", ["form_id"])
    op.create_table(
        "order_files",
        sa.Column("order_file_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(length=10), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("format IN ('pdf', 'docx')", name=op.f("ck_order_files_format")),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.order_id"],
            name=op.f("fk_order_files_order_id_orders"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("order_file_id", name=op.f("pk_order_files")),
        sa.UniqueConstraint("order_id", "format", name=op.f("uq_order_files_order_id_format")),
    )
    op.create_index(op.f("ix_order_files_order_id"), "order_files", ["order_id"])
    op.create_table(
        "order_pairings",
        sa.Column("order_pairing_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("pairing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.order_id"],
            name=op.f("fk_order_pairings_order_id_orders"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairings.pairing_id"],
            name=op.f("fk_order_pairings_pairing_id_pairings"),
        ),
        sa.PrimaryKeyConstraint("order_pairing_id", name=op.f("pk_order_pairings")),
        sa.UniqueConstraint(
            "order_id", "pairing_id", name=op.f("uq_order_pairings_order_id_pairing_id")
        ),
    )
    op.create_index(op.f("ix_order_pairings_order_id"), "order_pairings", ["order_id"])
    op.create_index(op.f("ix_order_pairings_pairing_id"), "order_pairings", ["pairing_id"])
    op.create_table(
        "pairing_members",
        sa.Column("pairing_member_id", sa.Integer(), nullable=False),
        sa.Column("pairing_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairings.pairing_id"],
            name=op.f("fk_pairing_members_pairing_id_pairings"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.person_id"], name=op.f("fk_pairing_members_person_id_people")
        ),
        sa.PrimaryKeyConstraint("pairing_member_id", name=op.f("pk_pairing_members")),
        sa.UniqueConstraint(
            "pairing_id", "person_id", name=op.f("uq_pairing_members_pairing_id_person_id")
        ),
    )
    op.create_index(op.f("ix_pairing_members_pairing_id"), "pairing_members", ["pairing_id"])
    op.create_index(op.f("ix_pairing_members_person_id"), "pairing_members", ["person_id"])


def downgrade() -> None:
    for table in (
        "pairing_members",
        "order_pairings",
        "order_files",
        "role_models",
        "pool_entries",
        "pairings",
        "orders",
        "marks",
        "journal_changes",
        "enrollments",
        "employments",
        "consents",
        "schools",
        "people",
        "order_registers",
        "mentoring_modes",
        "mentoring_forms",
        "journal_steps",
        "heads",
    ):
        op.drop_table(table)
