"""Writes a person's draft into the rows of the base."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from db.models import EmploymentModel, EnrollmentModel, MarkModel, PersonModel, PoolEntryModel
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    PoolSide,
    ServiceLength,
)

_PLAIN_FIELDS = (
    "kind", "former_last_name", "sex", "birth_date", "birth_year", "phone", "email",
    "address", "notes", "organisation", "outside_kind",
)  # fmt: skip
_PLAIN_WORK_FIELDS = (
    "position_title", "subject", "department", "category", "category_on", "category_year",
    "education", "hired_on", "left_on", "is_external_part_timer",
)  # fmt: skip


def write_card(draft: PersonDraft, model: PersonModel, school_year: int) -> None:
    """Make the stored card equal to the draft; class and pool sides are of the school year."""
    name = draft.name
    model.last_name, model.first_name, model.patronymic = (
        name.last_name.strip(),
        name.first_name.strip(),
        name.patronymic.strip(),
    )
    model.search_key = name.key
    for field in _PLAIN_FIELDS:
        setattr(model, field, getattr(draft, field))
    model.representative_name = draft.representative.name
    model.representative_relation = draft.representative.relation
    model.representative_phone = draft.representative.phone
    model.case_forms = dict(draft.case_forms)
    _write_employment(draft, model)
    _write_class(draft, model, school_year)
    _write_marks(draft, model)
    write_pool_side(model, "mentor", draft.mentor_side, school_year)
    write_pool_side(model, "mentee", draft.mentee_side, school_year)


def _write_employment(draft: PersonDraft, model: PersonModel) -> None:
    work = draft.employment
    if work is None:
        model.employments.clear()
        return
    if not model.employments:
        model.employments.append(EmploymentModel(position=0))
    row = model.employments[0]
    for field in _PLAIN_WORK_FIELDS:
        setattr(row, field, getattr(work, field))
    _write_service(row, work)


def _write_service(row: EmploymentModel, work: EmploymentDraft) -> None:
    total, teaching = work.total_service, work.teaching_service
    row.total_service_months, row.total_service_as_of = _columns(total)
    row.teaching_service_months, row.teaching_service_as_of = _columns(teaching)


def _columns(length: ServiceLength | None) -> tuple[int, date] | tuple[None, None]:
    return (length.months, length.as_of) if length else (None, None)


def _write_class(draft: PersonDraft, model: PersonModel, school_year: int) -> None:
    row = next((row for row in model.enrollments if row.school_year == school_year), None)
    if draft.kind is not PersonKind.STUDENT or not draft.school_class:
        if row is not None:
            model.enrollments.remove(row)
        return
    if row is None:
        row = EnrollmentModel(school_year=school_year)
        model.enrollments.append(row)
    row.school_class = draft.school_class


def _write_marks(draft: PersonDraft, model: PersonModel) -> None:
    wanted = {mark.kind: mark for mark in draft.marks}
    for row in list(model.marks):
        mark = wanted.pop(row.kind, None)
        if mark is None:
            model.marks.remove(row)
        else:
            row.since_on, row.until_on = mark.since_on, mark.until_on
    model.marks.extend(
        MarkModel(kind=mark.kind, since_on=mark.since_on, until_on=mark.until_on)
        for mark in wanted.values()
    )


def write_pool_side(
    model: PersonModel, side: str, content: PoolSide | None, school_year: int
) -> None:
    """Put a person into the year's pool of mentors or mentees, or take out of it."""
    row = next(
        (row for row in model.pool_entries if row.school_year == school_year and row.side == side),
        None,
    )
    if content is None:
        if row is not None:
            model.pool_entries.remove(row)
        return
    if row is None:
        row = PoolEntryModel(school_year=school_year, side=side)
        model.pool_entries.append(row)
    for field in fields(content):
        value = getattr(content, field.name)
        setattr(row, field.name, list(value) if isinstance(value, tuple) else value)
