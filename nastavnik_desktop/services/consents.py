"""Consents: recording, withdrawing, and the papers to sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from db.engine import Base
from db.models import ConsentModel, PersonModel
from db.queries.people import consents_of, participants
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consents import (
    ConsentKind,
    ConsentRecord,
    problems_in_signing,
)
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import Participant
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.language.plurals import counted
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.results import Saved, refuse_errors

_CHANGES = Changes.CONSENTS | Changes.PAIRINGS


@dataclass(frozen=True)
class ConsentDraft:
    """Consents that are being entered: people to choose from, those chosen, kind and date.

    ``wants_blanks`` asks for papers to sign instead of entering what was signed.
    """

    people: tuple[Participant, ...]
    person_ids: tuple[int, ...]
    signed_on: date | None
    kind: ConsentKind = ConsentKind.PARTICIPATION
    wants_blanks: bool = False


class ConsentService:
    """Use cases of consents."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def of_person(self, person_id: int) -> list[ConsentRecord]:
        """All consents of a person, the latest first."""
        with self._base.reading() as session:
            return consents_of(session, person_id)

    def new_draft(self, person_ids: Sequence[int]) -> ConsentDraft:
        """What the dialog begins with: those of the people who lack a consent are marked."""
        today = self._today()
        with self._base.reading() as session:
            found = participants(session, person_ids, SchoolYear.of(today).start, today)
        people = tuple(sorted(found.values(), key=lambda person: person.name.key))
        lacking = tuple(person.person_id for person in people if person.consented_on is None)
        return ConsentDraft(people, lacking or tuple(found), today)

    def paper(self, person_ids: Sequence[int], year: SchoolYear, file_format: str) -> bytes:
        """Blanks of the consent to take part as ``pdf`` or ``docx``, a sheet for each person."""
        from nastavnik_desktop.services.consent_papers import participation_papers

        with self._base.reading() as session:
            document = participation_papers(session, person_ids, year, self._today())
        return render(document, file_format)

    def record(self, person_ids: Sequence[int], signed_on: date, kind: ConsentKind) -> Saved:
        """Enter signed consents; for a minor the representative's signature is meant."""
        refuse_errors(problems_in_signing(person_ids, signed_on, self._today()))
        papers = counted(len(person_ids), "согласие", "согласия", "согласий")
        title = f"Внесено {papers} от {short_date(signed_on)}"
        year = SchoolYear.of(signed_on)
        with self._base.begin(title, _CHANGES) as session:
            people = participants(session, person_ids, year.start, signed_on)
            session.add_all(
                ConsentModel(
                    person_id=person.person_id,
                    kind=kind,
                    signed_on=signed_on,
                    is_by_representative=person.is_minor,
                )
                for person in people.values()
            )
        return Saved(title, _CHANGES)

    def withdraw(self, consent_id: int, on: date) -> Saved:
        """Mark a consent as withdrawn on a day."""
        with self._base.begin("Согласие отозвано", _CHANGES) as session:
            consent = session.get(ConsentModel, consent_id)
            if consent is None:
                raise RuleViolation("Этого согласия больше нет в базе.")
            if on < consent.signed_on:
                raise RuleViolation("Отзыв не может быть раньше подписания.", "withdrawn_on")
            if on > self._today():
                raise RuleViolation("День отзыва ещё не наступил.", "withdrawn_on")
            if consent.withdrawn_on is not None:
                message = f"Это согласие уже отозвано {short_date(consent.withdrawn_on)}."
                raise RuleViolation(message)
            consent.withdrawn_on = on
            person = session.get_one(PersonModel, consent.person_id)
            return Saved(f"Согласие отозвано: {person.last_name}", _CHANGES)
