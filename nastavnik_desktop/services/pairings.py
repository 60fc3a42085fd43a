"""Pairs and groups: the list, the form, the end of a pairing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import (
    MentoringFormModel,
    OrderPairingModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
    SchoolModel,
)
from db.queries.pairings import (
    mentoring_forms,
    mentoring_modes,
    pairing_rows_by_id,
    pairing_rows_of_year,
)
from db.queries.people import participants, person_rows
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairing_checks import PairingFacts, PairingOffer, problems_in
from nastavnik_desktop.domain.pairing_life import PairingEnd, problems_in_end
from nastavnik_desktop.domain.pairings import (
    EndKind,
    MemberDraft,
    MentoringForm,
    PairingDraft,
    PairingRow,
)
from nastavnik_desktop.domain.people import PersonRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import DEFAULT_MENTEE_LIMIT
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.reference import end_reasons
from nastavnik_desktop.services.results import Saved, refuse_errors, refuse_stale
from nastavnik_desktop.services.working_calendar import working_calendar

_LAST_LESSON_DAY = (5, 31)


class PairingService:
    """Use cases of the page «Пары и группы»."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def rows(self, year: SchoolYear) -> list[PairingRow]:
        """All pairs and groups of a school year."""
        with self._base.reading() as session:
            return pairing_rows_of_year(session, year.start, self._today())

    def row(self, pairing_id: int) -> PairingRow:
        """One pair or group."""
        with self._base.reading() as session:
            found = pairing_rows_by_id(session, [pairing_id], self._today())
        if not found:
            raise RuleViolation("Этой пары больше нет в базе: возможно, её удалили.")
        return found[0]

    def offer(self, draft: PairingDraft) -> PairingOffer:
        """A draft with people, forms, modes and loads: all that its form needs, read once."""
        year = draft.year.start
        with self._base.reading() as session:
            return PairingOffer(
                draft=draft,
                people=tuple(_choices(session, draft)),
                forms=_forms(session, draft),
                modes=tuple(mentoring_modes(session)),
                mentee_limit=_mentee_limit(session),
                loads=_loads(session, draft),
                capacities=_capacities(session, year),
            )

    def new_draft(self, year: SchoolYear) -> PairingDraft:
        """A new pair from today (or the year's start); form and end as in the last one made."""
        today = self._today()
        starts_on = today if today in year else year.first_day
        with self._base.reading() as session:
            form_code, ends_on = _last_made(session, year)
        return PairingDraft(
            year=year, form_code=form_code, starts_on=starts_on, ends_on=max(ends_on, starts_on)
        )

    def draft(self, pairing_id: int) -> PairingDraft:
        """A pair or group as its form edits it."""
        with self._base.reading() as session:
            return _draft_of(session, pairing_id)

    def end_reasons(self) -> list[str]:
        """Reasons to end a pairing that are offered to choose from."""
        return end_reasons()

    def save(self, draft: PairingDraft, seen: PairingDraft | None = None) -> Saved:
        """Create or change a pair or group; one that stands in an issued order is refused.

        ``seen`` is the pairing as it was opened: raises ChangedMeanwhile when it is another by now.
        """
        verb = "изменена" if draft.pairing_id else "создана"
        changes = Changes.PAIRINGS | Changes.PEOPLE
        kind = draft.kind.label.capitalize()
        with self._base.begin(f"{kind} {verb}", changes) as session:
            if seen is not None and draft.pairing_id is not None:
                refuse_stale(kind, seen, _draft_of(session, draft.pairing_id))
            model = put_pairing(session, draft, self._today())
            return Saved(f"{kind} {verb}", changes, model.pairing_id)

    def finish(
        self,
        pairing_ids: Sequence[int],
        on: date,
        kind: EndKind,
        reason: str = "",
        noticed_on: date | None = None,
    ) -> Saved:
        """Write down the actual end: completed, or early with its reason.

        After a notice (ст. 351.8 ТК РФ) the end is refused before the third working day.
        """
        title = f"{_counted(pairing_ids)}: {kind.label} {short_date(on)}"
        with self._base.begin(title, Changes.PAIRINGS) as session:
            models = [_found(session, pairing_id) for pairing_id in pairing_ids]
            rows = pairing_rows_by_id(session, pairing_ids, self._today())
            calendar = working_calendar(session, noticed_on or on)
            end = PairingEnd(on, kind, reason, noticed_on)
            refuse_errors(problems_in_end(end, tuple(rows), calendar))
            for model in models:
                model.ended_on, model.end_kind, model.end_reason = on, kind, reason
                model.noticed_on = noticed_on
        return Saved(title, Changes.PAIRINGS)

    def reopen(self, pairing_ids: Sequence[int]) -> Saved:
        """Take the end back."""
        title = f"{_counted(pairing_ids)}: окончание снято"
        with self._base.begin(title, Changes.PAIRINGS) as session:
            _refuse_if_followed(session, pairing_ids)
            for pairing_id in pairing_ids:
                model = _found(session, pairing_id)
                model.ended_on, model.end_kind, model.end_reason = None, None, ""
                model.noticed_on = None
        return Saved(title, Changes.PAIRINGS)

    def delete(self, pairing_ids: Sequence[int]) -> Saved:
        """Delete pairs that stand in no order."""
        title = f"Удалено: {_counted(pairing_ids)}"
        changes = Changes.PAIRINGS | Changes.PEOPLE
        with self._base.begin(title, changes) as session:
            in_orders = select(OrderPairingModel.pairing_id).where(
                OrderPairingModel.pairing_id.in_(pairing_ids)
            )
            if session.scalars(in_orders).first() is not None:
                raise RuleViolation("Пара стоит в приказе: удалить её нельзя, можно завершить.")
            for pairing_id in pairing_ids:
                session.delete(_found(session, pairing_id))
        return Saved(title, changes)


def put_pairing(session: Session, draft: PairingDraft, today: date) -> PairingModel:
    """Write a draft by the rules of pairings, as a part of somebody's transaction."""
    facts = _facts(session, draft, today)
    refuse_errors([*problems_in(draft, facts), *_strangers(draft, facts)])
    if draft.pairing_id is None:
        model = PairingModel()
    else:
        model = _found(session, draft.pairing_id)
        _refuse_if_ordered(session, [draft.pairing_id], today)
    _write(session, draft, model)
    session.add(model)
    session.flush()
    return model


def _counted(pairing_ids: Sequence[int]) -> str:
    return counted(len(pairing_ids), "пара (группа)", "пары (группы)", "пар (групп)")


def _draft_of(session: Session, pairing_id: int) -> PairingDraft:
    model = _found(session, pairing_id)
    form = session.get_one(MentoringFormModel, model.form_id)
    return PairingDraft(
        year=SchoolYear(model.school_year),
        form_code=form.code,
        role_model=model.role_model,
        modes=tuple(model.modes),
        mentor_id=model.mentor_id,
        members=tuple(
            MemberDraft(member.person_id, member.joined_on, member.left_on)
            for member in model.members
        ),
        starts_on=model.starts_on,
        ends_on=model.ends_on,
        topic=model.topic,
        note=model.note,
        pairing_id=pairing_id,
        kind=model.kind,
        partnership=model.partnership,
        partner_school=model.partner_school,
    )


def _found(session: Session, pairing_id: int) -> PairingModel:
    model = session.get(PairingModel, pairing_id)
    if model is None:
        raise RuleViolation("Этой пары больше нет в базе: возможно, её удалили.")
    return model


def _refuse_if_ordered(session: Session, pairing_ids: list[int], today: date) -> None:
    for row in pairing_rows_by_id(session, pairing_ids, today):
        if row.order is not None and row.order.is_issued:
            message = (
                f"Пара стоит в приказе №\u00a0{row.order.number}: состав и сроки меняет "
                "только новый приказ. Отметить окончание можно командой «Завершить»."
            )
            raise RuleViolation(message)


def _refuse_if_followed(session: Session, pairing_ids: Sequence[int]) -> None:
    followed = select(PairingModel.pairing_id).where(PairingModel.replaces_id.in_(pairing_ids))
    if session.scalars(followed).first() is not None:
        words = "Пару продолжает пара с новым наставником: сначала удалите её."
        raise RuleViolation(words)


def _forms(session: Session, draft: PairingDraft) -> tuple[MentoringForm, ...]:
    """Forms to choose from; one in the archive stays only where it is already chosen."""
    return tuple(
        form
        for form in mentoring_forms(session).values()
        if not form.is_archived or form.code == draft.form_code
    )


def _facts(session: Session, draft: PairingDraft, today: date) -> PairingFacts:
    mentor_id = draft.mentor_id
    ids = {member.person_id for member in draft.members}
    if mentor_id is not None:
        ids.add(mentor_id)
    people = participants(session, ids, draft.year.start, today)
    return PairingFacts(
        names={person_id: person.name.short for person_id, person in people.items()},
        mentor_load=_loads(session, draft).get(mentor_id or 0, 0),
        mentee_limit=_mentee_limit(session),
        mentor_capacity=_capacities(session, draft.year.start).get(mentor_id or 0),
    )


def _strangers(draft: PairingDraft, facts: PairingFacts) -> list[Problem]:
    """People of the draft who left the base while its form was open."""
    sentence = "Этого человека больше нет в базе: выберите другого."
    found = [
        Problem("members", sentence) for one in draft.members if one.person_id not in facts.names
    ]
    if draft.mentor_id not in facts.names:
        found.append(Problem("mentor_id", sentence))
    return found


def _last_made(session: Session, year: SchoolYear) -> tuple[str, date]:
    """Form and end of the pairing that was entered last; pairs are entered in rows alike."""
    statement = (
        select(MentoringFormModel.code, PairingModel.ends_on)
        .join(PairingModel, PairingModel.form_id == MentoringFormModel.form_id)
        .where(PairingModel.school_year == year.start)
        .order_by(PairingModel.pairing_id.desc())
    )
    found = session.execute(statement).first()
    return (found[0], found[1]) if found else ("", date(year.start + 1, *_LAST_LESSON_DAY))


def _choices(session: Session, draft: PairingDraft) -> list[PersonRow]:
    """People of the list, and those of the draft who are in the archive by now."""
    inside = {member.person_id for member in draft.members} | {draft.mentor_id}
    is_inside = PersonModel.person_id.in_(inside - {None})
    year = draft.year.start
    return person_rows(session, year) + person_rows(session, year, is_inside, archived=True)


def _mentee_limit(session: Session) -> int:
    limit = session.scalars(select(SchoolModel.mentee_limit)).first()
    return limit or DEFAULT_MENTEE_LIMIT


def _loads(session: Session, draft: PairingDraft) -> dict[int, int]:
    """Mentees of each mentor of the year in pairings that go on, besides the draft's own."""
    statement = (
        select(PairingModel.mentor_id, func.count().label("load"))
        .join(PairingMemberModel)
        .where(
            PairingModel.school_year == draft.year.start,
            PairingModel.ended_on.is_(None),
            PairingModel.pairing_id != (draft.pairing_id or 0),
        )
        .group_by(PairingModel.mentor_id)
    )
    return {row.mentor_id: row.load for row in session.execute(statement)}


def _capacities(session: Session, school_year: int) -> dict[int, int]:
    statement = select(PoolEntryModel.person_id, PoolEntryModel.capacity).where(
        PoolEntryModel.school_year == school_year,
        PoolEntryModel.side == "mentor",
    )
    entries = session.execute(statement)
    return {person_id: capacity for person_id, capacity in entries if capacity is not None}


def _write(session: Session, draft: PairingDraft, model: PairingModel) -> None:
    form_id = session.scalars(
        select(MentoringFormModel.form_id).where(MentoringFormModel.code == draft.form_code)
    ).first()
    if form_id is None:
        raise RuleViolation("Формы наставничества больше нет в списке: выберите её.", "form_code")
    model.kind, model.school_year, model.form_id = draft.kind, draft.year.start, form_id
    model.role_model, model.modes = draft.role_model, list(draft.modes)
    model.topic, model.note = draft.topic, draft.note
    model.partnership, model.partner_school = draft.partnership, draft.partner_school
    if draft.mentor_id is not None and draft.starts_on and draft.ends_on:
        model.mentor_id = draft.mentor_id
        model.starts_on, model.ends_on = draft.starts_on, draft.ends_on
    _write_members(draft, model)


def _write_members(draft: PairingDraft, model: PairingModel) -> None:
    rows = {row.person_id: row for row in model.members}
    model.members = [
        rows.get(member.person_id) or PairingMemberModel(person_id=member.person_id)
        for member in draft.members
    ]
    for position, (row, member) in enumerate(zip(model.members, draft.members, strict=True)):
        row.position = position
        row.joined_on, row.left_on = member.joined_on, member.left_on
