"""The life of pairs and groups after the order: breaks, a new mentor, mentors beside, own dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import (
    PairingMemberModel,
    PairingMentorModel,
    PairingModel,
    PairingPauseModel,
)
from db.queries.pairings import pairing_rows_by_id
from db.queries.people import participants, person_rows
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairing_life import (
    MentorReplacement,
    problems_in_members,
    problems_in_pause,
    problems_in_replacement,
    problems_in_span,
)
from nastavnik_desktop.domain.pairing_parts import MentorSpan, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingRow
from nastavnik_desktop.domain.people import PersonRow
from nastavnik_desktop.domain.working_days import WorkingCalendar
from nastavnik_desktop.services.reference import end_reasons
from nastavnik_desktop.services.results import Saved, refuse_errors
from nastavnik_desktop.services.working_calendar import working_calendar

_CHANGES = Changes.PAIRINGS | Changes.PEOPLE
_GONE = "Этой пары больше нет в базе: возможно, её удалили."


@dataclass(frozen=True)
class LifeOffer:
    """What dialogs about the life of a pairing need, read once."""

    row: PairingRow
    today: date
    calendar: WorkingCalendar
    reasons: tuple[str, ...]
    people: tuple[PersonRow, ...]


class PairingLifeService:
    """Use cases of a pairing that already stands in an order, and of mentors beside."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def offer(self, pairing_id: int) -> LifeOffer:
        """A pairing with today, the working calendar, reasons and people to choose from."""
        today = self._today()
        with self._base.reading() as session:
            row = _row(session, pairing_id, today)
            return LifeOffer(
                row=row,
                today=today,
                calendar=working_calendar(session, today),
                reasons=tuple(end_reasons()),
                people=tuple(person_rows(session, row.year.start)),
            )

    def pause(self, pairing_id: int, pause: Pause) -> Saved:
        """Write a break down, or change one that has an id."""
        with self._base.begin("Пара приостановлена", Changes.PAIRINGS) as session:
            row = _running(session, pairing_id, self._today())
            refuse_errors(problems_in_pause(pause, row))
            model = _pause(session, pause.pause_id, pairing_id)
            model.from_on, model.to_on, model.reason = pause.from_on, pause.to_on, pause.reason
            session.add(model)
        return Saved(f"{row.title}: приостановлена {pause.title}", Changes.PAIRINGS)

    def resume(self, pairing_id: int, on: date) -> Saved:
        """End the break that lasts: ``on`` is the first day of work again."""
        with self._base.begin("Пара возобновлена", Changes.PAIRINGS) as session:
            row = _row(session, pairing_id, self._today())
            lasting = row.pause_on(on) or next((p for p in row.pauses if p.to_on is None), None)
            if lasting is None:
                raise RuleViolation(f"{short_date(on)} пара не приостановлена.", "on")
            model = session.get_one(PairingPauseModel, lasting.pause_id)
            if on <= model.from_on:
                session.delete(model)
            else:
                model.to_on = date.fromordinal(on.toordinal() - 1)
        return Saved(f"{row.title}: возобновлена {short_date(on)}", Changes.PAIRINGS)

    def replace_mentor(self, new: MentorReplacement) -> Saved:
        """End the pairing and begin its like with another mentor; both changes are one step."""
        with self._base.begin("Замена наставника", _CHANGES) as session:
            row = _running(session, new.pairing_id, self._today())
            _refuse_without_order(row)
            calendar = working_calendar(session, new.noticed_on or self._today())
            refuse_errors(problems_in_replacement(new, row, calendar))
            model = session.get_one(PairingModel, row.pairing_id)
            follower = _follower(session, model, new)
            model.ended_on, model.end_kind = new.on, EndKind.REPLACED
            model.end_reason, model.noticed_on = new.reason.strip(), new.noticed_on
            session.add(follower)
            session.flush()
            made = _row(session, follower.pairing_id, self._today())
            return Saved(f"Наставник заменён: {made.title}", _CHANGES, follower.pairing_id)

    def put_mentor(self, pairing_id: int, span: MentorSpan) -> Saved:
        """Add a second or substitute mentor, or change the days of one that has an id."""
        with self._base.begin("Второй наставник", _CHANGES) as session:
            row = _running(session, pairing_id, self._today())
            refuse_errors(problems_in_span(span, row))
            people = participants(session, [span.person_id], row.year.start, self._today())
            if span.person_id not in people:
                raise RuleViolation("Этого человека больше нет в базе.", "person_id")
            model = PairingMentorModel(pairing_id=pairing_id)
            if span.span_id is not None:
                model = _span(session, span.span_id)
            model.person_id, model.role = span.person_id, span.role
            model.since_on, model.until_on = span.since_on, span.until_on
            session.add(model)
        name = people[span.person_id].name.short
        return Saved(f"{row.title}: {span.role.label} – {name}", _CHANGES)

    def remove_mentor(self, span_id: int) -> Saved:
        """Take a second or substitute mentor out, as if he had not been there."""
        with self._base.begin("Второй наставник убран", _CHANGES) as session:
            session.delete(_span(session, span_id))
        return Saved("Второй наставник убран", _CHANGES)

    def set_member_dates(self, pairing_id: int, members: tuple[MemberDraft, ...]) -> Saved:
        """Write down who joined a group later or left it earlier."""
        with self._base.begin("Сроки участников группы", Changes.PAIRINGS) as session:
            row = _row(session, pairing_id, self._today())
            refuse_errors(problems_in_members(members, row))
            own = {model.person_id: model for model in _members(session, pairing_id)}
            for member in members:
                if member.person_id in own:
                    model = own[member.person_id]
                    model.joined_on, model.left_on = member.joined_on, member.left_on
        return Saved(f"{row.title}: сроки участников изменены", Changes.PAIRINGS)


def _row(session: Session, pairing_id: int, today: date) -> PairingRow:
    found = pairing_rows_by_id(session, [pairing_id], today)
    if not found:
        raise RuleViolation(_GONE)
    return found[0]


def _running(session: Session, pairing_id: int, today: date) -> PairingRow:
    row = _row(session, pairing_id, today)
    if row.ended_on is not None:
        words = f"Пара уже окончена {short_date(row.ended_on)}: сначала верните её в работу."
        raise RuleViolation(words)
    return row


def _refuse_without_order(row: PairingRow) -> None:
    if row.order is None or not row.order.is_issued:
        words = "Пара ещё не стоит в приказе: просто измените в ней наставника."
        raise RuleViolation(words)


def _pause(session: Session, pause_id: int | None, pairing_id: int) -> PairingPauseModel:
    if pause_id is None:
        return PairingPauseModel(pairing_id=pairing_id)
    model = session.get(PairingPauseModel, pause_id)
    if model is None:
        raise RuleViolation("Этой приостановки больше нет в базе.")
    return model


def _span(session: Session, span_id: int) -> PairingMentorModel:
    model = session.get(PairingMentorModel, span_id)
    if model is None:
        raise RuleViolation("Этого наставника в паре уже нет.")
    return model


def _members(session: Session, pairing_id: int) -> list[PairingMemberModel]:
    return session.get_one(PairingModel, pairing_id).members


def _follower(session: Session, model: PairingModel, new: MentorReplacement) -> PairingModel:
    """The pairing that goes on with another mentor and with those who are still in it."""
    if new.mentor_id is None or new.on is None:
        raise RuleViolation("Выберите нового наставника и день замены.", "mentor_id")
    if not participants(session, [new.mentor_id], model.school_year, new.on):
        raise RuleViolation("Этого человека больше нет в базе.", "mentor_id")
    staying = [one for one in model.members if one.left_on is None or one.left_on > new.on]
    return PairingModel(
        kind=model.kind,
        school_year=model.school_year,
        form_id=model.form_id,
        role_model=model.role_model,
        modes=list(model.modes),
        mentor_id=new.mentor_id,
        starts_on=new.on,
        ends_on=model.ends_on,
        topic=model.topic,
        partnership=model.partnership,
        partner_school=model.partner_school,
        replaces_id=model.pairing_id,
        members=[
            PairingMemberModel(
                person_id=one.person_id,
                position=place,
                joined_on=one.joined_on if one.joined_on and one.joined_on > new.on else None,
                left_on=one.left_on,
            )
            for place, one in enumerate(staying)
        ],
    )
