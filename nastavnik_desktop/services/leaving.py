"""«Уходит из школы»: what depends on a person, and the departure itself as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import PairingModel, PersonModel
from db.queries.cards import person_model
from db.queries.orders import order_rows_of_pairings
from db.queries.pairings import pairing_rows_of_person
from db.queries.people import consents_of
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consents import ConsentRecord
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import OrderRow, OrderStatus
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved

_CHANGES = Changes.PEOPLE | Changes.POOLS | Changes.PAIRINGS
_SIDE_WORDS = {"mentor": "базе наставников", "mentee": "базе наставляемых"}
DEFAULT_REASON = "выбытие из школы"


@dataclass(frozen=True)
class LeavingDraft:
    """A departure as its form edits it; the reason is that of the pairs that end early."""

    person_id: int
    on: date
    reason: str = DEFAULT_REASON


@dataclass(frozen=True)
class Dependency:
    """One thing that depends on a person, and what becomes of it or what is to be done."""

    title: str
    advice: str


@dataclass(frozen=True)
class LeavingPreview:
    """What depends on a person who leaves."""

    draft: LeavingDraft
    name: FullName
    pairings: tuple[PairingRow, ...]
    draft_orders: tuple[OrderRow, ...]
    issued_orders: tuple[OrderRow, ...]
    consents: tuple[ConsentRecord, ...]
    sides: tuple[str, ...]

    @property
    def dependencies(self) -> tuple[Dependency, ...]:
        """Lines for the dialog: the most urgent first."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Dependency]:
        for order in self.draft_orders:
            title = f"Проект: приказ №\u00a0{order.number}"
            yield Dependency(title, "исправьте проект: состав пар изменится")
        for row in self.pairings:
            yield Dependency(f"{row.title}, {row.form.title}", self._fate(row))
        for side in self.sides:
            advice = f"запись закроется {short_date(self.draft.on)}"
            yield Dependency(f"Состоит в {_SIDE_WORDS[side]}", advice)
        if self.consents:
            yield Dependency("Действующие согласия", "останутся в базе до отзыва")

    def _fate(self, row: PairingRow) -> str:
        is_whole = _ends_whole(row, self.draft.person_id)
        what = "прекратится" if is_whole else "продолжится без выбывшего"
        if row.order is not None and row.order.is_issued:
            return f"{what}; состав меняет приказ об изменении приказа №\u00a0{row.order.number}"
        return what


class LeavingService:
    """Use cases of a departure."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def new_draft(self, person_id: int) -> LeavingDraft:
        """A departure today."""
        return LeavingDraft(person_id, self._today())

    def preview(self, draft: LeavingDraft) -> LeavingPreview:
        """What depends on the person on the day of the departure."""
        with self._base.reading() as session:
            return self._preview(session, draft)

    def leave(self, draft: LeavingDraft) -> Saved:
        """Close the person's work or class and pools, end the pairs, archive: one step."""
        with self._base.begin("Выбытие из школы", _CHANGES) as session:
            preview = self._preview(session, draft)
            model = _found(session, draft.person_id)
            _refuse_early(model, draft)
            for row in preview.pairings:
                _end(session.get_one(PairingModel, row.pairing_id), row, draft)
            _close_parts(model, draft.on)
            model.archived_on = draft.on
        message = f"{preview.name.short}: выбытие {short_date(draft.on)}, карточка в архиве"
        return Saved(message, _CHANGES, draft.person_id)

    def _preview(self, session: Session, draft: LeavingDraft) -> LeavingPreview:
        model = _found(session, draft.person_id)
        rows = pairing_rows_of_person(session, draft.person_id, self._today())
        going_on = tuple(row for row in rows if row.ended_on is None and row.ends_on >= draft.on)
        orders = order_rows_of_pairings(session, [row.pairing_id for row in going_on])
        consents = consents_of(session, draft.person_id)
        return LeavingPreview(
            draft=draft,
            name=FullName(model.last_name, model.first_name, model.patronymic),
            pairings=going_on,
            draft_orders=tuple(one for one in orders if one.status is OrderStatus.DRAFT),
            issued_orders=tuple(one for one in orders if one.status is OrderStatus.ISSUED),
            consents=tuple(one for one in consents if one.holds_on(draft.on)),
            sides=tuple(
                entry.side
                for entry in model.pool_entries
                if entry.left_on is None and entry.school_year >= SchoolYear.of(draft.on).start
            ),
        )


def _found(session: Session, person_id: int) -> PersonModel:
    model = person_model(session, person_id)
    if model is None:
        raise RuleViolation("Этого человека больше нет в базе: возможно, его удалили.")
    return model


def _refuse_early(model: PersonModel, draft: LeavingDraft) -> None:
    hired = [post.hired_on for post in model.employments if post.hired_on is not None]
    if hired and draft.on < min(hired):
        message = f"Уход {short_date(draft.on)} раньше приёма на работу {short_date(min(hired))}."
        raise RuleViolation(message, "on")
    if not draft.reason.strip():
        raise RuleViolation("Назовите причину: она нужна для приказа о прекращении.", "reason")


def _ends_whole(row: PairingRow, person_id: int) -> bool:
    is_mentee = any(mentee.person_id == person_id for mentee in row.mentees)
    return row.mentor.person_id == person_id or (is_mentee and len(row.mentees) == 1)


def _end(model: PairingModel, row: PairingRow, draft: LeavingDraft) -> None:
    """The pair ends early; in a group the others go on."""
    day = max(draft.on, row.starts_on)
    if _ends_whole(row, draft.person_id):
        model.ended_on, model.end_kind, model.end_reason = day, EndKind.EARLY, draft.reason
        return
    for member in model.members:
        if member.person_id == draft.person_id:
            member.left_on = day
    for beside in model.further_mentors:
        if beside.person_id == draft.person_id:
            beside.until_on = min(day, beside.until_on or day)


def _close_parts(model: PersonModel, on: date) -> None:
    for post in model.employments:
        post.left_on = post.left_on or max(on, post.hired_on or on)
    year = SchoolYear.of(on).start
    for enrollment in model.enrollments:
        if enrollment.school_year == year:
            enrollment.left_on = enrollment.left_on or on
    for entry in model.pool_entries:
        if entry.school_year >= year:
            entry.left_on = entry.left_on or on
