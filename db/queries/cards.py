"""Reads one person's card as the draft that the form edits."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models import EmploymentModel, MentorTrainingModel, PersonModel, PoolEntryModel
from db.queries.people import service_length
from db.recording import chunks
from nastavnik_desktop.domain.employment import Absence, FurtherPost
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    Mark,
    PersonDraft,
    PoolSide,
    Representative,
)
from nastavnik_desktop.domain.trainings import MentorTraining

WORK_FIELDS = (
    "position_title", "subject", "department", "category", "category_on", "category_year",
    "education", "hired_on", "left_on", "is_external_part_timer", "rate_hundredths",
    "education_level", "is_educational", "degree", "academic_title", "is_educator_mentor",
    "is_educator_methodist",
)  # fmt: skip
"""Fields that the main post and its draft hold under the same names."""

_PARTS = [
    selectinload(part)
    for part in (
        PersonModel.employments,
        PersonModel.enrollments,
        PersonModel.pool_entries,
        PersonModel.marks,
        PersonModel.absences,
        PersonModel.post_case_rules,
        PersonModel.trainings,
    )
]


def person_model(session: Session, person_id: int) -> PersonModel | None:
    """A person's row with everything that its card holds."""
    return session.get(PersonModel, person_id, options=_PARTS)


def person_models(session: Session, person_ids: list[int]) -> dict[int, PersonModel]:
    """Many cards at once, by id; as many as there are, whatever one statement may hold."""
    every = select(PersonModel).options(*_PARTS)
    return {
        model.person_id: model
        for some in chunks(person_ids)
        for model in session.scalars(every.where(PersonModel.person_id.in_(some)))
    }


def draft_of(model: PersonModel, school_year: int) -> PersonDraft:
    """The card as the form edits it, with the class and pool sides of the school year."""
    classes = {row.school_year: row.school_class for row in model.enrollments}
    sides = {row.side: row for row in model.pool_entries if row.school_year == school_year}
    return PersonDraft(
        person_id=model.person_id,
        name=FullName(model.last_name, model.first_name, model.patronymic),
        kind=model.kind,
        former_last_name=model.former_last_name,
        sex=model.sex,
        birth_date=model.birth_date,
        birth_year=model.birth_year,
        phone=model.phone,
        email=model.email,
        address=model.address,
        notes=model.notes,
        organisation=model.organisation,
        outside_kind=model.outside_kind,
        representative=Representative(
            model.representative_name, model.representative_relation, model.representative_phone
        ),
        employment=_employment(model) if model.employments else None,
        school_class=classes.get(school_year, ""),
        marks=tuple(Mark(mark.kind, mark.since_on, mark.until_on) for mark in model.marks),
        mentor_side=_side(sides.get("mentor")),
        mentee_side=_side(sides.get("mentee")),
        trainings=tuple(training_of(row) for row in model.trainings),
        case_forms=dict(model.case_forms),
        post_forms={rule.case.value: rule.form for rule in model.post_case_rules},
    )


def _employment(model: PersonModel) -> EmploymentDraft:
    main, *further = model.employments
    return EmploymentDraft(
        **{field: getattr(main, field) for field in WORK_FIELDS},
        total_service=service_length(main.total_service_months, main.total_service_as_of),
        teaching_service=service_length(main.teaching_service_months, main.teaching_service_as_of),
        further_posts=tuple(_further_post(post) for post in further),
        absences=tuple(Absence(row.kind, row.since_on, row.until_on) for row in model.absences),
    )


def _further_post(model: EmploymentModel) -> FurtherPost:
    return FurtherPost(model.position_title, model.subject, model.rate_hundredths)


def training_of(model: MentorTrainingModel) -> MentorTraining:
    """The record of a stored training."""
    return MentorTraining(
        model.title, model.place, model.since_on, model.until_on, model.hours, model.document
    )


def _side(model: PoolEntryModel | None) -> PoolSide | None:
    return pool_side(model) if model is not None else None


def pool_side(model: PoolEntryModel) -> PoolSide:
    """The record of a stored side of a pool."""
    return PoolSide(
        joined_on=model.joined_on,
        left_on=model.left_on,
        strengths=tuple(model.strengths),
        achievements=model.achievements,
        interests=model.interests,
        desired_age=model.desired_age,
        time_resource=model.time_resource,
        capacity=model.capacity,
        needs=tuple(model.needs),
        reason=model.reason,
        results=model.results,
        link=model.link,
    )
