"""Writes a person's draft into the rows of the base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from db.models import (
    AbsenceModel,
    EmploymentModel,
    EnrollmentModel,
    MarkModel,
    MentorTrainingModel,
    PersonModel,
    PoolEntryModel,
)
from db.queries.cards import WORK_FIELDS
from nastavnik_desktop.domain.employment import Absence
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    PoolSide,
    ServiceLength,
)
from nastavnik_desktop.domain.trainings import MentorTraining
from nastavnik_desktop.services.post_cases import write_own_rules

_PLAIN_FIELDS = (
    "kind", "former_last_name", "sex", "birth_date", "birth_year", "phone", "email",
    "address", "notes", "organisation", "outside_kind",
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
    write_own_rules(draft, model)
    _write_class(draft, model, school_year)
    _write_marks(draft, model)
    _write_trainings(draft.trainings, model)
    write_pool_side(model, "mentor", draft.mentor_side, school_year)
    write_pool_side(model, "mentee", draft.mentee_side, school_year)


def _write_employment(draft: PersonDraft, model: PersonModel) -> None:
    work = draft.employment
    if work is None:
        model.employments.clear()
        model.absences.clear()
        return
    if not model.employments:
        model.employments.append(EmploymentModel(position=0))
    row = model.employments[0]
    for field in WORK_FIELDS:
        setattr(row, field, getattr(work, field))
    _write_service(row, work)
    _write_further_posts(work, model)
    _write_absences(work.absences, model)


def _write_further_posts(work: EmploymentDraft, model: PersonModel) -> None:
    """Posts after the main one; rows that stay keep their keys, so that history can follow.

    They are held as long as the main one: who left holds none of them.
    """
    del model.employments[len(work.further_posts) + 1 :]
    for position, post in enumerate(work.further_posts, start=1):
        if position == len(model.employments):
            model.employments.append(EmploymentModel(position=position))
        row = model.employments[position]
        row.position_title, row.subject = post.position_title, post.subject
        row.rate_hundredths = post.rate_hundredths
        row.hired_on, row.left_on = work.hired_on, work.left_on


def _write_absences(absences: Sequence[Absence], model: PersonModel) -> None:
    del model.absences[len(absences) :]
    for place, absence in enumerate(absences):
        if place == len(model.absences):
            model.absences.append(AbsenceModel())
        row = model.absences[place]
        row.kind, row.since_on, row.until_on = absence.kind, absence.since_on, absence.until_on


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


def _write_trainings(trainings: Sequence[MentorTraining], model: PersonModel) -> None:
    del model.trainings[len(trainings) :]
    for place, training in enumerate(trainings):
        if place == len(model.trainings):
            model.trainings.append(MentorTrainingModel())
        row = model.trainings[place]
        for field in fields(training):
            setattr(row, field.name, getattr(training, field.name))


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
