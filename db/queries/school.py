"""Reads of the school's own data."""

from __future__ import annotations

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from db.models import (
    EnrollmentModel,
    HeadModel,
    OrderModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
    ReceivedPackageModel,
    RegisterModel,
    SchoolModel,
)
from db.queries.consolidation import level_of
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school import Head, Register, School

SCHOOL_FIELDS = (
    "full_name", "short_name", "founder", "place", "address", "phone", "email", "site",
    "inn", "ogrn", "okpo", "executor_name", "executor_phone", "coordinator_name",
    "coordinator_title", "is_six_day_week", "mentee_limit", "page_preset", "fixed_today",
)  # fmt: skip
"""Columns of the school's row that are fields of the record of the same name."""


def school(session: Session) -> School | None:
    """The school of the base; None before the first set-up."""
    model = session.scalars(select(SchoolModel)).first()
    if model is None:
        return None
    return School(
        **{name: getattr(model, name) for name in SCHOOL_FIELDS},
        heads=tuple(map(_head, session.scalars(select(HeadModel).order_by(HeadModel.position)))),
        registers=registers(session),
        level=level_of(session),
    )


def _head(model: HeadModel) -> Head:
    name = FullName(model.last_name, model.first_name, model.patronymic)
    return Head(name, model.title, model.since_on, model.until_on, model.head_id)


def registers(session: Session) -> tuple[Register, ...]:
    """Registers of orders in their order."""
    statement = select(RegisterModel).order_by(RegisterModel.position)
    return tuple(
        Register(model.register_id, model.title, model.pattern)
        for model in session.scalars(statement)
    )


def years_with_data(session: Session) -> list[int]:
    """School years that something in the base speaks of, the newest first."""
    everything = union(
        select(EnrollmentModel.school_year),
        select(PoolEntryModel.school_year),
        select(PairingModel.school_year),
        select(OrderModel.school_year),
        select(ReceivedPackageModel.school_year),
    )
    return sorted(session.scalars(everything), reverse=True)


def has_people(session: Session) -> bool:
    """Whether anybody is in the base."""
    return session.scalars(select(PersonModel.person_id).limit(1)).first() is not None
