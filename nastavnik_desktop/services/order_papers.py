"""From the base to the paper of an order: facts are resolved once and kept as a snapshot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PairingMemberModel, PersonModel
from db.queries.pairings import mentoring_forms, pairing_rows_by_id
from db.queries.people import person_rows
from db.queries.school import school
from nastavnik_desktop.documents import snapshot
from nastavnik_desktop.documents.letterhead import Letterhead, OrderMark
from nastavnik_desktop.documents.order_facts import (
    Acquainted,
    AnnexFacts,
    Member,
    PairingFacts,
    PairsOrderFacts,
    Participant,
)
from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.page import preset_by_code
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import OrderDraft
from nastavnik_desktop.domain.pairings import PairingKind, PairingRow
from nastavnik_desktop.domain.people import PersonKind, PersonRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.named_people import named_person
from nastavnik_desktop.services.order_assignments import assignments
from nastavnik_desktop.services.paper_posts import post_on_paper

if TYPE_CHECKING:
    from nastavnik_desktop.documents.tree import Document

_POST_AND_NAME = re.compile(
    r"(?P<post>.*?)\s*(?P<name>[А-ЯЁ][а-яё-]+(?:[ \u00a0]+[А-ЯЁ][а-яё]*\.?){1,2})$"
)


@dataclass(frozen=True)
class Paper:
    """The document of an order with what the register keeps of it."""

    document: Document
    executor: str = ""

    @property
    def snapshot(self) -> dict[str, Any]:
        """What the base keeps, so that the same text can always be printed again."""
        return {"document": snapshot.to_json(self.document)}

    @staticmethod
    def from_snapshot(kept: dict[str, Any]) -> Paper:
        """The paper as it was issued."""
        return Paper(snapshot.from_json(kept["document"]))

    def render(self, file_format: str) -> bytes:
        """The paper as ``pdf`` or ``docx``."""
        return render(self.document, file_format)


def paper_of(session: Session, draft: OrderDraft, today: date) -> Paper:
    """The paper of a draft with what the base knows now."""
    own_school = school(session)
    if own_school is None:
        raise RuleViolation("Заполните сведения о школе в настройках: они стоят в приказе.")
    facts = _facts(session, draft, own_school, today)
    return Paper(order_document(facts, shipped_template("pairs")), own_school.executor_name)


def _facts(session: Session, draft: OrderDraft, own_school: School, today: date) -> PairsOrderFacts:
    rows = pairing_rows_by_id(session, draft.pairing_ids, today)
    head = own_school.head_on(draft.order_date)
    people = _People(session, rows, draft)
    return PairsOrderFacts(
        school=letterhead_of(own_school),
        mark=OrderMark(draft.order_date, draft.number.strip()),
        year=draft.year.label,
        annexes=tuple(_annexes(session, rows, people)),
        director_post=head.title.capitalize() if head else "Директор",
        director_name=head.name.signature if head else "",
        coordinator=_coordinator(session, own_school),
        control=_post_and_name(session, draft.control_by),
        has_consents=any(p.consented_on for row in rows for p in row.participants),
        grounds=(draft.grounds,) if draft.grounds else (),
        programs_due_on=draft.programs_due_on,
        report_due_on=draft.report_due_on,
        executor=tuple(filter(None, (own_school.executor_name, own_school.executor_phone))),
        acquainted=tuple(people.acquainted()),
        preset=preset_by_code(own_school.page_preset),
        assignments=assignments(session, rows),
        heading=draft.heading.strip(),
    )


def letterhead_of(own_school: School) -> Letterhead:
    """The school as its papers name it."""
    return Letterhead(
        own_school.full_name or own_school.short_name,
        own_school.short_name,
        own_school.founder,
        own_school.place,
    )


class _People:
    """Participants of the order's pairings, read by two selects."""

    def __init__(self, session: Session, rows: list[PairingRow], draft: OrderDraft) -> None:
        self._day = draft.order_date
        ids = {person.person_id for row in rows for person in row.participants}
        found = person_rows(session, draft.year.start, PersonModel.person_id.in_(ids))
        self._rows = {row.person_id: row for row in found}
        self._dates = _member_dates(session, [row.pairing_id for row in rows])

    def participant(self, person_id: int) -> Participant:
        """Name and what the table says beside it."""
        row = self._rows[person_id]
        return Participant(row.name.full, _about(row, self._day))

    def member(self, pairing: PairingRow, person_id: int) -> Member:
        """A mentee with own dates where they differ."""
        joined, left = self._dates.get((pairing.pairing_id, person_id), (None, None))
        return Member(
            self.participant(person_id), joined or pairing.starts_on, left or pairing.ends_on
        )

    def acquainted(self) -> Iterator[Acquainted]:
        """Employees sign that they know the order, by name."""
        for row in self._rows.values():
            if row.kind is PersonKind.STAFF:
                post = post_on_paper(row.position_title, row.subject)
                yield Acquainted(row.name.short, post)


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


def _annexes(session: Session, rows: list[PairingRow], people: _People) -> Iterator[AnnexFacts]:
    codes = {row.form.code for row in rows}
    forms = [form for form in mentoring_forms(session).values() if form.code in codes]
    for number, form in enumerate(forms, start=1):
        own = [row for row in rows if row.form.code == form.code]
        yield AnnexFacts(
            form=form.title,
            number=number,
            pairings=tuple(_pairing(row, people) for row in own),
            mentor_about_title=_about_title((row.mentor.kind for row in own), "категория, стаж"),
            mentee_about_title=_about_title((p.kind for row in own for p in row.mentees), "стаж"),
        )


def _pairing(row: PairingRow, people: _People) -> PairingFacts:
    return PairingFacts(
        mentor=people.participant(row.mentor.person_id),
        members=tuple(people.member(row, mentee.person_id) for mentee in row.mentees),
        role_model=row.role_model,
        is_group=row.kind is PairingKind.GROUP,
    )


def _about_title(kinds: Iterable[PersonKind], of_staff: str) -> str:
    found = set(kinds)
    if found == {PersonKind.STUDENT}:
        return "Класс"
    if found == {PersonKind.STAFF}:
        return f"Должность, {of_staff}"
    if found == {PersonKind.OUTSIDE}:
        return "Организация"
    return "Должность, класс или организация"


def _coordinator(session: Session, own_school: School) -> PersonForms | None:
    if not own_school.coordinator_name.strip():
        return None
    name = FullName(*own_school.coordinator_name.split(maxsplit=2))
    return named_person(session, name, own_school.coordinator_title)


def _post_and_name(session: Session, text: str) -> PersonForms | None:
    """«заместитель директора по УВР Крутикова О. Н.» as a person; None for an empty text."""
    found = _POST_AND_NAME.fullmatch(text.strip())
    if found is None:
        return PersonForms(FullName(text.strip())) if text.strip() else None
    return named_person(session, FullName(*found["name"].split(maxsplit=2)), found["post"])
