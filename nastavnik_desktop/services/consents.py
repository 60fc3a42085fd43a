"""Consents: recording, withdrawing, and the papers to sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import ConsentModel, PersonModel
from db.queries.consents import consents_by_person, sides_of_year
from db.queries.people import consents_of, participants
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consent_lines import ConsentLine, statuses_of
from nastavnik_desktop.domain.consents import (
    ConsentKind,
    ConsentRecord,
    problems_in_dates,
    problems_in_signing,
    problems_in_withdrawal,
)
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import Participant
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.attachments import (
    AttachedFile,
    attached_file,
    put_scan,
    scan_from,
)
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.results import Saved, refuse_errors

_CHANGES = Changes.CONSENTS | Changes.PAIRINGS
_SIDES = {"mentor": "наставник", "mentee": "наставляемый"}


@dataclass(frozen=True)
class ConsentDraft:
    """Consents that are being entered: people to choose from, those chosen, kind and date.

    ``until_on`` is the last day of a consent for a time. ``wants_blanks`` asks for papers to sign
    instead of entering what was signed.
    """

    people: tuple[Participant, ...]
    person_ids: tuple[int, ...]
    signed_on: date | None
    kind: ConsentKind = ConsentKind.PARTICIPATION
    wants_blanks: bool = False
    until_on: date | None = None


class ConsentService:
    """Use cases of consents."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def of_person(self, person_id: int) -> list[ConsentRecord]:
        """All consents of a person, the latest first."""
        with self._base.reading() as session:
            return consents_of(session, person_id)

    def new_draft(
        self, person_ids: Sequence[int], kind: ConsentKind = ConsentKind.PARTICIPATION
    ) -> ConsentDraft:
        """What the dialog begins with: those of the people who lack a consent are marked."""
        today = self._today()
        with self._base.reading() as session:
            found = participants(session, person_ids, SchoolYear.of(today).start, today)
            signed = consents_by_person(session, found)
        people = tuple(sorted(found.values(), key=lambda person: person.name.key))
        holding = {
            consent.person_id
            for consents in signed.values()
            for consent in consents
            if consent.kind is kind and consent.holds_on(today)
        }
        lacking = tuple(one.person_id for one in people if one.person_id not in holding)
        return ConsentDraft(people, lacking or tuple(found), today, kind)

    def lines(self, year: SchoolYear) -> list[ConsentLine]:
        """Everybody of the year's pools and pairs with the three consents, by name."""
        today = self._today()
        with self._base.reading() as session:
            sides = sides_of_year(session, year.start)
            people = participants(session, sides, year.start, today)
            consents = consents_by_person(session, sides)
        lines = [
            _line(person, sides[person.person_id], consents.get(person.person_id, []), today)
            for person in people.values()
            if not person.is_archived
        ]
        return sorted(lines, key=lambda line: line.name.key)

    def paper(
        self,
        person_ids: Sequence[int],
        year: SchoolYear,
        file_format: str,
        kinds: Sequence[ConsentKind] = (ConsentKind.PARTICIPATION,),
    ) -> bytes:
        """Blanks of these kinds as ``pdf`` or ``docx``, a paper of each for each person."""
        return self._papers(dict.fromkeys(person_ids, tuple(kinds)), year, file_format)

    def missing_papers(
        self, person_ids: Sequence[int], year: SchoolYear, file_format: str
    ) -> bytes:
        """Blanks that these participants of the year still have to sign, as one set."""
        chosen = set(person_ids)
        wanted = {
            line.person_id: line.lacking
            for line in self.lines(year)
            if line.person_id in chosen and line.lacking
        }
        if not wanted:
            raise RuleViolation("Все согласия на месте: печатать нечего.")
        return self._papers(wanted, year, file_format)

    def _papers(
        self, wanted: Mapping[int, Sequence[ConsentKind]], year: SchoolYear, file_format: str
    ) -> bytes:
        from nastavnik_desktop.services.consent_papers import consent_papers

        with self._base.reading() as session:
            document = consent_papers(session, wanted, year, self._today())
        return render(document, file_format)

    def record(
        self,
        person_ids: Sequence[int],
        signed_on: date,
        kind: ConsentKind,
        until_on: date | None = None,
    ) -> Saved:
        """Enter signed consents; for a minor the representative's signature is meant."""
        refuse_errors(problems_in_signing(person_ids, signed_on, self._today()))
        if until_on is not None and until_on < signed_on:
            raise RuleViolation("Срок согласия кончается раньше подписания.", "until_on")
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
                    until_on=until_on,
                    is_by_representative=person.is_minor,
                )
                for person in people.values()
            )
        return Saved(title, _CHANGES)

    def withdraw(self, consent_id: int, on: date) -> Saved:
        """Mark a consent as withdrawn on a day."""
        with self._base.begin("Согласие отозвано", _CHANGES) as session:
            consent = _found(session, consent_id)
            refuse_errors(problems_in_withdrawal(consent.signed_on, on, self._today()))
            if consent.withdrawn_on is not None:
                message = f"Это согласие уже отозвано {short_date(consent.withdrawn_on)}."
                raise RuleViolation(message)
            consent.withdrawn_on = on
            person = session.get_one(PersonModel, consent.person_id)
            return Saved(f"Согласие отозвано: {person.last_name}", _CHANGES)

    def change(self, consent: ConsentRecord) -> Saved:
        """Correct the dates of an entered consent: signed, until, withdrawn."""
        refuse_errors(problems_in_dates(consent, self._today()))
        with self._base.begin("Изменено согласие", _CHANGES) as session:
            model = _found(session, consent.consent_id)
            model.signed_on = consent.signed_on
            model.until_on = consent.until_on
            model.withdrawn_on = consent.withdrawn_on
            person = session.get_one(PersonModel, model.person_id)
            return Saved(f"Изменено согласие: {person.last_name}", _CHANGES)

    def attach(self, consent_id: int, path: Path) -> Saved:
        """Keep the scan of a signed consent; a former scan gives way to it."""
        scan = scan_from(path)
        with self._base.begin("Приложен скан согласия", Changes.CONSENTS) as session:
            consent = _found(session, consent_id)
            put_scan(consent, scan)
        return Saved(f"Скан приложен: {path.name}", Changes.CONSENTS)

    def detach(self, consent_id: int) -> Saved:
        """Take the scan of a consent away."""
        with self._base.begin("Убран скан согласия", Changes.CONSENTS) as session:
            consent = _found(session, consent_id)
            consent.attachments.clear()
        return Saved("Скан согласия убран", Changes.CONSENTS)

    def scan(self, attachment_id: int) -> AttachedFile:
        """The attached file, to be opened."""
        with self._base.reading() as session:
            return attached_file(session, attachment_id)


def _found(session: Session, consent_id: int | None) -> ConsentModel:
    model = session.get(ConsentModel, consent_id)
    if model is None:
        raise RuleViolation("Этого согласия больше нет в базе.")
    return model


def _line(
    person: Participant, sides: set[str], consents: list[ConsentRecord], today: date
) -> ConsentLine:
    return ConsentLine(
        person_id=person.person_id,
        name=person.name,
        occupation=person.occupation,
        role=", ".join(words for side, words in _SIDES.items() if side in sides),
        is_minor=person.is_minor,
        statuses=statuses_of(consents, person.kind, today),
    )
