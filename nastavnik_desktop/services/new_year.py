"""«Начать новый учебный год»: preview and one undoable step, with a backup before it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.engine import Base
from db.models import (
    EnrollmentModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
)
from db.queries.new_year import year_facts
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.new_year import (
    NewYearPlan,
    PairingContinuation,
    ending_year,
    plan,
    term_of,
)
from nastavnik_desktop.domain.pairings import PairingKind
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved

_CHANGES = Changes.PEOPLE | Changes.POOLS | Changes.PAIRINGS | Changes.YEARS
_OF_THE_YEAR_ALONE = frozenset(("joined_on", "left_on", "results", "link"))
_CARRIED = tuple(field.name for field in fields(PoolSide) if field.name not in _OF_THE_YEAR_ALONE)


@dataclass(frozen=True)
class NewYearStarted(Saved):
    """What was done; all counts are zero when everything had been done before."""

    moved_count: int = 0
    left_count: int = 0
    pools_count: int = 0
    pairings_count: int = 0


class NewYearService:
    """The use case of the change of years."""

    def __init__(
        self, base: Base, today: Callable[[], date], back_up: Callable[[], object]
    ) -> None:
        self._base = base
        self._today = today
        self._back_up = back_up

    def ending_year(self) -> SchoolYear:
        """The year that the preview takes for the ending one unless another is chosen."""
        return ending_year(self._today())

    def offer(self) -> NewYearPlan:
        """The preview of the year that is due; of the one after it where nothing is left to do."""
        due = self.preview(self.ending_year())
        return due if due.moves or due.pools or due.pairings else self.preview(due.to_year)

    def preview(self, from_year: SchoolYear) -> NewYearPlan:
        """Who moves where, who may leave, what may be carried over, and what stays and why."""
        with self._base.reading() as session:
            return self._plan(session, from_year)

    def commit(self, wanted: NewYearPlan) -> NewYearStarted:
        """Carry out a plan as far as it still fits the base; a second time changes nothing."""
        if wanted.limited_to(self.preview(wanted.from_year)).is_empty:
            message = f"{wanted.to_year} учебный год уже начат: переносить нечего"
            return NewYearStarted(message, Changes.NOTHING)
        self._back_up()
        with self._base.begin(f"Начат {wanted.to_year} учебный год", _CHANGES) as session:
            agreed = wanted.limited_to(self._plan(session, wanted.from_year))
            self._move_students(session, agreed)
            _carry_pools(session, agreed)
            _continue_pairings(session, agreed)
        return _told(agreed)

    def _plan(self, session: Session, from_year: SchoolYear) -> NewYearPlan:
        today = self._today()
        return plan(year_facts(session, from_year.start, today), from_year, today)

    def _move_students(self, session: Session, agreed: NewYearPlan) -> None:
        session.add_all(
            EnrollmentModel(
                person_id=move.person_id,
                school_year=agreed.to_year.start,
                school_class=move.to_class,
            )
            for move in agreed.moves
            if move.to_class
        )
        today = self._today()
        for person in _people(session, agreed.leaver_ids):
            person.archived_on = today


def _people(session: Session, person_ids: Collection[int]) -> list[PersonModel]:
    statement = select(PersonModel).where(PersonModel.person_id.in_(person_ids))
    return list(session.scalars(statement))


def _carry_pools(session: Session, agreed: NewYearPlan) -> None:
    wanted = {(one.person_id, one.side) for one in agreed.chosen_pools}
    statement = select(PoolEntryModel).where(PoolEntryModel.school_year == agreed.from_year.start)
    session.add_all(
        _carried(entry, agreed.to_year)
        for entry in session.scalars(statement)
        if (entry.person_id, entry.side) in wanted
    )


def _carried(entry: PoolEntryModel, year: SchoolYear) -> PoolEntryModel:
    """The side of the new year: what a person offers or asks for stays, results do not."""
    return PoolEntryModel(
        person_id=entry.person_id,
        school_year=year.start,
        side=entry.side,
        joined_on=year.first_day,
        **{name: getattr(entry, name) for name in _CARRIED},
    )


def _continue_pairings(session: Session, agreed: NewYearPlan) -> None:
    """New pairs without an order: drafts until one is issued."""
    chosen = {one.pairing_id: one for one in agreed.chosen_pairings}
    statement = (
        select(PairingModel)
        .where(PairingModel.pairing_id.in_(chosen))
        .options(selectinload(PairingModel.members))
    )
    session.add_all(
        _continued(model, chosen[model.pairing_id], agreed.to_year)
        for model in session.scalars(statement)
    )


def _continued(
    model: PairingModel, continuation: PairingContinuation, year: SchoolYear
) -> PairingModel:
    starts_on, ends_on = term_of(year)
    mentee_ids = continuation.mentee_ids
    return PairingModel(
        kind=PairingKind.PAIR if len(mentee_ids) == 1 else model.kind,
        school_year=year.start,
        form_id=model.form_id,
        role_model=model.role_model,
        modes=list(model.modes),
        mentor_id=model.mentor_id,
        starts_on=starts_on,
        ends_on=ends_on,
        topic=model.topic,
        members=[
            PairingMemberModel(person_id=person_id, position=position)
            for position, person_id in enumerate(mentee_ids)
        ],
    )


def _told(agreed: NewYearPlan) -> NewYearStarted:
    left = len(agreed.leaver_ids)
    moved, pools = len(agreed.moves) - left, len(agreed.chosen_pools)
    pairings = len(agreed.chosen_pairings)
    parts = [
        counted(moved, "обучающийся переведён", "обучающихся переведены", "обучающихся переведено"),
        counted(left, "выбыл", "выбыли", "выбыло"),
        counted(
            pools, "запись базы перенесена", "записи базы перенесены", "записей базы перенесено"
        ),
        counted(pairings, "пара продолжена", "пары продолжены", "пар продолжено"),
    ]
    message = f"Начат {agreed.to_year} учебный год: {', '.join(parts)}"
    return NewYearStarted(message, _CHANGES, None, moved, left, pools, pairings)
