"""Certificates and letters of thanks: given to many at once, kept, printed again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import AwardModel, PersonModel
from db.queries.awards import award_rows
from db.queries.pairings import pairing_rows_of_year
from db.queries.people import participants
from db.queries.school import school
from nastavnik_desktop.domain.awards import (
    AwardDraft,
    AwardKind,
    AwardOffer,
    AwardRow,
    next_number,
    numbers_from,
    problems_in,
)
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import long_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.order_setting import letterhead_of
from nastavnik_desktop.services.results import Saved, refuse_errors

if TYPE_CHECKING:
    from nastavnik_desktop.documents.awards import Awarded
    from nastavnik_desktop.documents.tree import Document


class AwardService:
    """Use cases of thanking mentors."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def offer(self, year: SchoolYear, person_ids: Sequence[int]) -> AwardOffer:
        """A new draft: today, a certificate, the next number; the names of the people."""
        with self._base.reading() as session:
            people = participants(session, person_ids, year.start, self._today())
            found = select(AwardModel.kind, AwardModel.number).where(
                AwardModel.school_year == year.start
            )
            taken = session.execute(found).all()
        numbers = tuple(
            (kind, next_number(number for of_kind, number in taken if of_kind is kind))
            for kind in AwardKind
        )
        kind = AwardKind.CERTIFICATE
        draft = AwardDraft(year, kind, tuple(person_ids), self._today(), dict(numbers)[kind])
        return AwardOffer(draft, tuple(people[key].name.full for key in person_ids), numbers)

    def give(self, draft: AwardDraft) -> Saved:
        """Write down the papers of a draft, one for each person, in one step."""
        refuse_errors(problems_in(draft))
        papers = ("документ вручён", "документа вручено", "документов вручено")
        title = f"Поощрение наставников: {counted(len(draft.person_ids), *papers)}"
        numbers = numbers_from(draft.first_number, len(draft.person_ids))
        with self._base.begin(title, Changes.PEOPLE) as session:
            made = [
                AwardModel(
                    person_id=person_id,
                    school_year=draft.year.start,
                    kind=draft.kind,
                    number=number,
                    given_on=draft.given_on or self._today(),
                    merit=draft.merit.strip(),
                )
                for person_id, number in zip(draft.person_ids, numbers, strict=True)
            ]
            session.add_all(made)
            session.flush()
            return Saved(title, Changes.PEOPLE, made[0].award_id)

    def rows(self, year: SchoolYear) -> list[AwardRow]:
        """All papers of a school year, the latest first."""
        with self._base.reading() as session:
            return award_rows(session, AwardModel.school_year == year.start)

    def of_person(self, person_id: int) -> list[AwardRow]:
        """All papers of a person, the latest first."""
        with self._base.reading() as session:
            return award_rows(session, AwardModel.person_id == person_id)

    def given_with(self, award_id: int) -> list[AwardRow]:
        """The papers of the same kind, day and year: what was given together."""
        with self._base.reading() as session:
            one = _found(session, award_id)
            same = (
                AwardModel.kind == one.kind,
                AwardModel.given_on == one.given_on,
                AwardModel.school_year == one.school_year,
            )
            return award_rows(session, *same)

    def remove(self, award_id: int) -> Saved:
        """Take a paper out of the register."""
        with self._base.begin("Документ наставника удалён", Changes.PEOPLE) as session:
            session.delete(_found(session, award_id))
        return Saved("Документ наставника удалён", Changes.PEOPLE)

    def file(self, award_ids: Collection[int], file_format: str) -> bytes:
        """The papers as ``pdf`` or ``docx``, a page for each; all are of one kind and day."""
        with self._base.reading() as session:
            document = _document(session, award_ids)
        return render(document, file_format)

    def export(self, award_ids: Collection[int], path: Path) -> Saved:
        """Write the papers to a file; the suffix tells the format."""
        write_whole(path, self.file(award_ids, format_of(path)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)


def _found(session: Session, award_id: int) -> AwardModel:
    model = session.get(AwardModel, award_id)
    if model is None:
        raise RuleViolation("Этой записи больше нет в базе: возможно, её удалили.")
    return model


def _document(session: Session, award_ids: Collection[int]) -> Document:
    from nastavnik_desktop.documents.awards import AwardFacts, award_papers

    own_school = school(session)
    if own_school is None:
        raise RuleViolation("Заполните сведения о школе в настройках: они стоят в документах.")
    rows = award_rows(session, AwardModel.award_id.in_(award_ids))
    if not rows:
        raise RuleViolation("Этих записей больше нет в базе: возможно, их удалили.")
    first = rows[0]
    head = own_school.head_on(first.given_on)
    return award_papers(
        AwardFacts(
            school=letterhead_of(own_school),
            kind=first.kind,
            people=tuple(_awarded(session, first.year, rows)),
            year=first.year.label,
            day=long_date(first.given_on),
            director_post=head.title.capitalize() if head else "Директор",
            director_name=head.name.signature if head else "",
        )
    )


def _awarded(session: Session, year: SchoolYear, rows: Sequence[AwardRow]) -> list[Awarded]:
    from nastavnik_desktop.documents.awards import Awarded

    ids = {row.person_id for row in rows}
    people = participants(session, ids, year.start, rows[0].given_on)
    sexes = dict(
        session.execute(
            select(PersonModel.person_id, PersonModel.sex).where(PersonModel.person_id.in_(ids))
        ).all()
    )
    forms = _forms_of_mentors(session, year)
    return [
        Awarded(
            name=people[row.person_id].name,
            about=people[row.person_id].occupation,
            sex=sexes.get(row.person_id),
            is_pupil=people[row.person_id].kind is PersonKind.STUDENT,
            forms=tuple(forms.get(row.person_id, ())),
            number=row.number,
            merit=row.merit,
        )
        for row in rows
    ]


def _forms_of_mentors(session: Session, year: SchoolYear) -> dict[int, list[str]]:
    """Titles of the forms in which each mentor worked in a year by an order, each once."""
    found: dict[int, list[str]] = {}
    for row in pairing_rows_of_year(session, year.start, year.last_day):
        if row.order is not None and row.order.is_issued:
            for mentor_id in row.mentor_ids:
                found.setdefault(mentor_id, []).append(row.form.title)
    return {mentor_id: list(dict.fromkeys(titles)) for mentor_id, titles in found.items()}
