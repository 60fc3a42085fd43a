"""Annexes of orders from the base: what the pairs are now, as rows that can be compared later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PairingMemberModel, PersonModel
from db.queries.pairings import mentoring_forms
from db.queries.people import person_rows
from nastavnik_desktop.documents.order_facts import (
    Acquainted,
    AnnexFacts,
    Member,
    PairingFacts,
    Participant,
)
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.orders import (
    AnnexMember,
    AnnexPerson,
    AnnexRow,
    AnnexState,
    PairsDetails,
    TableLayout,
)
from nastavnik_desktop.domain.pairings import PairingKind, PairingRow
from nastavnik_desktop.domain.people import PersonKind, PersonRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.order_assignments import forms_of
from nastavnik_desktop.services.paper_posts import post_on_paper


class AnnexPeople:
    """Participants of the order's pairings, those in the archive too."""

    def __init__(
        self, session: Session, rows: list[PairingRow], year: SchoolYear, day: date
    ) -> None:
        self._day = day
        ids = {person.person_id for row in rows for person in row.participants}
        is_named = PersonModel.person_id.in_(ids)
        found = [
            *person_rows(session, year.start, is_named),
            *person_rows(session, year.start, is_named, archived=True),
        ]
        self._rows = {row.person_id: row for row in found}
        self._dates = _member_dates(session, [row.pairing_id for row in rows])

    def person(self, person_id: int) -> AnnexPerson:
        """Name and what the table says beside it."""
        row = self._rows[person_id]
        return AnnexPerson(person_id, row.name.full, _about(row, self._day), row.organisation)

    def member(self, pairing: PairingRow, person_id: int) -> AnnexMember:
        """A mentee with own dates where they differ."""
        joined, left = self._dates.get((pairing.pairing_id, person_id), (None, None))
        return AnnexMember(
            self.person(person_id), joined or pairing.starts_on, left or pairing.ends_on
        )

    def acquainted(self) -> Iterator[Acquainted]:
        """Employees sign that they know the order, by name."""
        for row in self._rows.values():
            if row.kind is PersonKind.STAFF:
                post = post_on_paper(row.position_title, row.subject)
                yield Acquainted(row.name.short, post, row.person_id)


def present_annexes(
    session: Session, rows: Sequence[PairingRow], people: AnnexPeople, details: PairsDetails
) -> tuple[AnnexState, ...]:
    """An annex for each form of mentoring among the pairs; those in the text have no number."""
    codes = {row.form.code for row in rows}
    forms = [form for form in mentoring_forms(session).values() if form.code in codes]
    states, number = [], 0
    for form in forms:
        own = [row for row in rows if row.form.code == form.code]
        layout = details.layout_of(form.code)
        number += layout is not TableLayout.LIST
        states.append(
            AnnexState(
                number=number if layout is not TableLayout.LIST else 0,
                form_code=form.code,
                form=form.title,
                rows=annex_rows(session, own, people, layout),
                layout=layout,
                mentor_about_title=_about_title((r.mentor.kind for r in own), "категория, стаж"),
                mentee_about_title=_about_title((p.kind for r in own for p in r.mentees), "стаж"),
            )
        )
    return tuple(states)


def annex_rows(
    session: Session,
    rows: Sequence[PairingRow],
    people: AnnexPeople,
    layout: TableLayout = TableLayout.FULL,
) -> tuple[AnnexRow, ...]:
    """Rows numbered from 1 in the order given."""
    sentences = _sentences(session, rows) if layout is TableLayout.LIST else {}
    return tuple(
        AnnexRow(
            number=number,
            pairing_id=row.pairing_id,
            mentor=people.person(row.mentor.person_id),
            members=tuple(people.member(row, mentee.person_id) for mentee in row.mentees),
            role_model=row.role_model,
            is_group=row.kind is PairingKind.GROUP,
            topic=row.topic,
            consents=_papers_of_mentor(row),
            sentence=sentences.get(row.pairing_id, ""),
        )
        for number, row in enumerate(rows, start=1)
    )


def annex_facts(state: AnnexState, title: str = "") -> AnnexFacts:
    """The annex as a document prints it."""
    return AnnexFacts(
        form=state.form,
        pairings=tuple(_pairing_facts(row) for row in state.rows),
        number=state.number,
        mentor_about_title=state.mentor_about_title,
        mentee_about_title=state.mentee_about_title,
        layout=state.layout,
        title=title,
    )


def _pairing_facts(row: AnnexRow) -> PairingFacts:
    return PairingFacts(
        mentor=_participant(row.mentor),
        members=tuple(
            Member(_participant(one.person), one.starts_on, one.ends_on) for one in row.members
        ),
        role_model=row.role_model,
        is_group=row.is_group,
        number=row.number,
        topic=row.topic,
        consents=row.consents,
        sentence=row.sentence,
    )


def _participant(person: AnnexPerson) -> Participant:
    return Participant(person.name, person.about, person.organisation)


def _papers_of_mentor(row: PairingRow) -> str:
    """«согласие от 04.09.2026; доп. соглашение № 4 от 04.09.2026» of the main mentor."""
    mentor = row.mentor
    agreements = [one.title for one in row.addenda if one.person_id == mentor.person_id]
    consent = f"согласие от {short_date(mentor.consented_on)}" if mentor.consented_on else ""
    return "; ".join(
        filter(None, (consent, *(f"{one[:1].lower()}{one[1:]}" for one in agreements)))
    )


def _sentences(session: Session, rows: Sequence[PairingRow]) -> dict[int, str]:
    """«Иванову А. П., учителя математики, – наставником Петрова И. И., учителя физики»."""
    forms = forms_of(session, {one.person_id for row in rows for one in row.participants})

    def written(person_id: int, case: Case) -> str:
        person = forms[person_id]
        return ", ".join(filter(None, (person.name_in(case).short, person.post_in(case))))

    return {
        row.pairing_id: (
            f"{written(row.mentor.person_id, Case.ACCUSATIVE)}, – наставником "
            + ", ".join(written(one.person_id, Case.GENITIVE) for one in row.mentees)
        )
        for row in rows
    }


def _member_dates(
    session: Session, pairing_ids: list[int]
) -> dict[tuple[int, int], tuple[date | None, date | None]]:
    statement = select(
        PairingMemberModel.pairing_id,
        PairingMemberModel.person_id,
        PairingMemberModel.joined_on,
        PairingMemberModel.left_on,
    ).where(PairingMemberModel.pairing_id.in_(pairing_ids))
    return {
        (key, person): (joined, left) for key, person, joined, left in session.execute(statement)
    }


def _about(row: PersonRow, day: date) -> str:
    """«учитель физики, высшая категория, стаж 12 лет», «6А класс» or the organisation."""
    if row.kind is not PersonKind.STAFF:
        return row.occupation
    parts = [post_on_paper(row.position_title, row.subject)]
    if row.category is not None:
        parts.append(row.category.phrase)
    if row.teaching_service is not None:
        parts.append(_service_words(row.teaching_service.years_on(day)))
    return ", ".join(part for part in parts if part)


def _service_words(years: int) -> str:
    return f"стаж {counted(years, 'год', 'года', 'лет')}" if years else "стаж менее года"


def _about_title(kinds: Iterable[PersonKind], of_staff: str) -> str:
    found = set(kinds)
    if found == {PersonKind.STUDENT}:
        return "Класс"
    if found == {PersonKind.STAFF}:
        return f"Должность, {of_staff}"
    if found == {PersonKind.OUTSIDE}:
        return "Организация"
    return "Должность, класс или организация"
