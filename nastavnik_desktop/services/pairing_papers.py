"""The papers of a pair or group, one by one and as a set to print.

``PAPERS`` is the list of makers: whoever adds a paper adds a maker, and it stands in the set, in
the menu of the pairing and among the separate files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import OrderModel
from db.queries.pairings import pairing_rows_by_id
from db.queries.school import school
from nastavnik_desktop.documents.pairing_papers import (
    PairingPaperFacts,
    Side,
    addendum_paper,
    cancellation_paper,
    meeting_sheet,
    programme_cover,
    refusal_paper,
)
from nastavnik_desktop.domain.addenda import AddendumBasis
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import PairingRow, Participant
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.services.addenda import new_addendum
from nastavnik_desktop.services.consent_papers import consent_papers
from nastavnik_desktop.services.copies import safe_name
from nastavnik_desktop.services.files import render, write_whole
from nastavnik_desktop.services.named_people import named_person
from nastavnik_desktop.services.order_assignments import forms_of
from nastavnik_desktop.services.order_extracts import extract_of, has_extract
from nastavnik_desktop.services.order_setting import letterhead_of
from nastavnik_desktop.services.working_calendar import working_calendar

if TYPE_CHECKING:
    from nastavnik_desktop.documents.person_forms import PersonForms
    from nastavnik_desktop.documents.tree import Document


@dataclass(frozen=True)
class PaperContext:
    """What a maker may use: the transaction, the pairing and the day."""

    session: Session
    row: PairingRow
    school: School
    today: date


@dataclass(frozen=True)
class PaperMaker:
    """A kind of paper; ``make`` gives a document for each who signs, none where none is due.

    Papers with ``is_in_set`` belong to the print set, in the order of the list.
    """

    code: str
    title: str
    make: Callable[[PaperContext], Sequence[Document]]
    is_due: Callable[[PairingRow, date], bool]
    is_in_set: bool = True


@dataclass(frozen=True)
class PaperOffer:
    """A paper that a pairing can print."""

    code: str
    title: str


class PairingPaperService:
    """Use cases of printing what belongs to one pairing."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def offers(self, pairing_id: int) -> list[PaperOffer]:
        """Papers that make sense for a pairing."""
        today = self._today()
        with self._base.reading() as session:
            row = _row(session, pairing_id, today)
        return [PaperOffer(each.code, each.title) for each in PAPERS if each.is_due(row, today)]

    def paper(self, pairing_id: int, code: str, file_format: str) -> bytes:
        """A paper by its code as ``pdf`` or ``docx``; sheets of several people are bound."""
        documents = [document for _maker, document in self._documents(pairing_id, {code})]
        if not documents:
            raise RuleViolation("Для этой пары такой документ не нужен.")
        return render(_bound(documents), file_format)

    def print_set(self, pairing_id: int) -> bytes:
        """All papers of the set as one PDF."""
        from nastavnik_desktop.documents.pdf_joining import join_pdfs

        documents = self._documents(pairing_id, _SET)
        return join_pdfs(
            [render(document, "pdf") for _maker, document in documents], "Комплект документов пары"
        )

    def write_set(self, pairing_id: int, folder: Path, file_format: str) -> list[Path]:
        """All papers of the set as separate files in a folder, numbered in their order."""
        written = []
        for number, (_maker, document) in enumerate(self._documents(pairing_id, _SET), start=1):
            path = folder / f"{number:02} {safe_name(document.title)}.{file_format}"
            write_whole(path, render(document, file_format))
            written.append(path)
        return written

    def _documents(
        self, pairing_id: int, codes: set[str] | frozenset[str]
    ) -> list[tuple[PaperMaker, Document]]:
        today = self._today()
        with self._base.reading() as session:
            own_school = school(session)
            if own_school is None:
                words = "Заполните сведения о школе в настройках: они стоят в документах."
                raise RuleViolation(words)
            context = PaperContext(session, _row(session, pairing_id, today), own_school, today)
            return [
                (maker, document)
                for maker in PAPERS
                if maker.code in codes and maker.is_due(context.row, today)
                for document in maker.make(context)
            ]


def _row(session: Session, pairing_id: int, today: date) -> PairingRow:
    found = pairing_rows_by_id(session, [pairing_id], today)
    if not found:
        raise RuleViolation("Этой пары больше нет в базе: возможно, её удалили.")
    return found[0]


def _bound(documents: Sequence[Document]) -> Document:
    """Documents of one look as one, each on a page of its own."""
    from nastavnik_desktop.documents.tree import PageBreak

    blocks = list(documents[0].blocks)
    for document in documents[1:]:
        blocks += [PageBreak(), *document.blocks]
    return replace(documents[0], blocks=tuple(blocks))


# The makers


def _consents(context: PaperContext) -> Iterator[Document]:
    """A sheet for each participant."""
    row = context.row
    for person in row.participants:
        wanted = {person.person_id: (ConsentKind.PARTICIPATION,)}
        yield consent_papers(context.session, wanted, row.year, context.today, row)


def _agreements(context: PaperContext) -> Iterator[Document]:
    row = context.row
    for mentor in row.mentors_from(context.today):
        if row.needs_agreement(mentor, max(context.today, row.starts_on)):
            facts = _facts(context, mentor)
            if facts.addendum is None or facts.addendum.basis is AddendumBasis.AGREEMENT:
                yield addendum_paper(facts)


def _extracts(context: PaperContext) -> Iterator[Document]:
    """The extract of the order that fixed the pairing, if the program holds its text."""
    link = context.row.order
    order = context.session.get(OrderModel, link.order_id) if link else None
    if order is not None and has_extract(order):
        yield extract_of(context.session, order, context.row.pairing_id)


def _of_mentor(
    paper: Callable[[PairingPaperFacts], Document],
) -> Callable[[PaperContext], Sequence[Document]]:
    """A maker of a paper about the main mentor."""
    return lambda context: [paper(_facts(context, context.row.mentor))]


def _is_always(_row: PairingRow, _today: date) -> bool:
    return True


def _is_ordered(row: PairingRow, _today: date) -> bool:
    return row.order is not None and row.order.is_issued


def _is_work(row: PairingRow, today: date) -> bool:
    day = max(today, row.starts_on)
    return any(row.needs_agreement(mentor, day) for mentor in row.mentors_from(today))


def _is_mentor_adult(row: PairingRow, _today: date) -> bool:
    return not row.mentor.is_minor


PAPERS = (
    PaperMaker("consents", "Согласия участников", lambda c: list(_consents(c)), _is_always),
    PaperMaker("addendum", "Дополнительное соглашение", lambda c: list(_agreements(c)), _is_work),
    PaperMaker("extract", "Выписка из приказа", lambda c: list(_extracts(c)), _is_ordered),
    PaperMaker("programme", "Обложка программы", _of_mentor(programme_cover), _is_always),
    PaperMaker("meetings", "Лист встреч", _of_mentor(meeting_sheet), _is_always),
    PaperMaker(
        "refusal", "Заявление об отказе", _of_mentor(refusal_paper), _is_mentor_adult, False
    ),
    PaperMaker(
        "cancellation", "Уведомление об отмене", _of_mentor(cancellation_paper), _is_work, False
    ),
)
_SET = frozenset(maker.code for maker in PAPERS if maker.is_in_set)


def _facts(context: PaperContext, mentor: Participant) -> PairingPaperFacts:
    session, row = context.session, context.row
    forms = forms_of(session, {person.person_id for person in row.participants})
    day = max(context.today, row.starts_on)
    is_work = row.needs_agreement(mentor, day)
    stored = next((one for one in row.addenda if one.person_id == mentor.person_id), None)
    proposed = new_addendum(row, mentor, (row.pairing_id,), [row], context.today)
    return PairingPaperFacts(
        school=letterhead_of(context.school),
        director=_director(context),
        mentor=_side(mentor, forms),
        mentees=tuple(_side(mentee, forms) for mentee in row.mentees),
        form=row.form.title,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        role_model=row.role_model,
        modes=row.modes,
        topic=row.topic,
        coordinator=context.school.coordinator_name,
        is_work=is_work,
        consented_on=mentor.consented_on,
        addendum=(stored or proposed) if is_work else None,
        has_agreement=stored is not None,
        last_day=working_calendar(session, context.today).earliest_end(context.today),
    )


def _director(context: PaperContext) -> PersonForms | None:
    head = context.school.head_on(context.today)
    return named_person(context.session, head.name, head.title) if head else None


def _side(person: Participant, forms: Mapping[int, PersonForms]) -> Side:
    own = forms[person.person_id]
    return Side(own, own.post if person.kind is PersonKind.STAFF else person.occupation)
