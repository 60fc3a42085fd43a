"""Import of a school's table: reading, preview, one transaction, one undo step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import PersonModel
from db.queries.cards import draft_of, person_models
from nastavnik_desktop.config.paths import data_home
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.person_rules import problems_in
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import errors_of
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.known_people import KnownPerson
from nastavnik_desktop.imports.own_words import ColumnWording
from nastavnik_desktop.imports.reading import Progress, read_file
from nastavnik_desktop.imports.records import FileReading
from nastavnik_desktop.services.column_memory import ColumnMemory
from nastavnik_desktop.services.import_cards import write_people
from nastavnik_desktop.services.import_drafts import address_of, draft_from, first_day, name_of
from nastavnik_desktop.services.import_matching import find_lines
from nastavnik_desktop.services.import_missing import find_missing
from nastavnik_desktop.services.import_pairings import ImportedPairings, write_pairings
from nastavnik_desktop.services.import_people import known_people
from nastavnik_desktop.services.import_preview import (
    Decision,
    ImportLine,
    ImportPreview,
    Likeness,
    LineDecision,
    filled_line,
)
from nastavnik_desktop.services.large_work import without_garbage_search

_CHANGES = Changes.PEOPLE | Changes.POOLS | Changes.PAIRINGS | Changes.ORDERS


@dataclass(frozen=True)
class Imported:
    """A finished import: the sentence for the notice bar and what was made."""

    message: str
    changes: Changes
    pairings: ImportedPairings
    person_ids: dict[int, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """What the report says of pairs and the order."""
        return self.pairings.as_json()


class ImportService:
    """Use cases of the import."""

    def __init__(
        self, base: Base, today: Callable[[], date], back_up: Callable[[], object]
    ) -> None:
        self._base = base
        self._today = today
        self._back_up = back_up
        self._memory = ColumnMemory(data_home() / "import")

    def read(self, path: Path, progress: Progress | None = None) -> ImportPreview:
        """Understand a file and compare it with the base; nothing is written.

        The user's own wordings of headers and the meanings she chose before are taken into account.
        """
        taught = self._memory.recall()
        with without_garbage_search(), self._base.reading() as session:
            known = known_people(session)
            reading = read_file(path, known, progress, self._today(), taught.words, taught.choices)
            reading = replace(reading, notices=(*taught.notices, *reading.notices))
            year = year_of(reading, self._today())
            return preview_of(session, reading, year, known, self._today())

    def decide(self, preview: ImportPreview, line: ImportLine, person_id: int) -> ImportLine:
        """The line with a candidate chosen as the same person: what it would fill."""
        with self._base.reading() as session:
            models = person_models(session, [person_id])
            if person_id not in models:
                raise RuleViolation("Этого человека больше нет в базе.")
            return filled_line(line, draft_of(models[person_id], preview.year.start))

    def choices(self, preview: ImportPreview) -> dict[tuple[int, int], ImportLine]:
        """Similar lines as filling each of their candidates, by line and person.

        All that the user may choose, read at once: a list without patronymics is similar to
        half of the school.
        """
        similar = [line for line in preview.lines if line.likeness is Likeness.SIMILAR]
        wanted = {one.person_id for line in similar for one in line.candidates}
        with without_garbage_search(), self._base.reading() as session:
            models = person_models(session, sorted(wanted))
            cards = {key: draft_of(model, preview.year.start) for key, model in models.items()}
        return {
            (line.number, one.person_id): filled_line(line, cards[one.person_id])
            for line in similar
            for one in line.candidates
            if one.person_id in cards
        }

    def marked_report(
        self,
        path: Path,
        reading: FileReading,
        headings: Sequence[str],
        lines: Sequence[Sequence[str]],
    ) -> bytes:
        """The report as a workbook: its lines, then the file's sheets with problems coloured."""
        from nastavnik_desktop.services.import_marks import marked_report

        return marked_report(path, reading.problems, headings, lines)

    def remember_columns(self, shape: str, meanings: Mapping[str, str]) -> None:
        """Keep the meanings of columns for files of the same shape; read the file again to see it.

        ``shape`` and the keys of ``meanings`` are those of ``ReadColumn``. Raises
        StorageUnavailable.
        """
        self._memory.remember(shape, meanings)

    def column_wordings(self) -> list[ColumnWording]:
        """The user's own dictionary of headings, for the settings.

        Raises UnreadableFile when its file was edited by hand and is in disorder.
        """
        return self._memory.wordings()

    def set_column_wording(self, before: ColumnWording | None, after: ColumnWording | None) -> None:
        """Add, change or remove a line of the dictionary; the next reading follows it.

        Raises RuleViolation for a text that heads no column, StorageUnavailable.
        """
        self._memory.set_wording(before, after)

    def decided(self, preview: ImportPreview, decisions: Sequence[LineDecision]) -> ImportPreview:
        """The preview with decisions made beforehand; raises RuleViolation for a wrong address."""
        refuse_strange_addresses(preview.reading, decisions)
        for one in decisions:
            for line in (line for line in preview.lines if _is_about(one, line)):
                preview = preview.with_line(self._after(preview, line, one))
        return preview

    def _after(self, preview: ImportPreview, line: ImportLine, made: LineDecision) -> ImportLine:
        if made.decision is Decision.CREATE:
            return replace(line, decision=made.decision, target=None, result=None, repeats=None)
        if made.decision is Decision.SKIP:
            return replace(line, decision=made.decision, target=None, result=None)
        candidate = line.candidates[0].person_id if line.candidates else None
        person_id = made.person_id or candidate
        if person_id is None:
            raise RuleViolation(f"{line.address}: не сказано, чью карточку дополнить.")
        return self.decide(preview, line, person_id)

    def commit(self, preview: ImportPreview, progress: Progress | None = None) -> Imported:
        """Write what the preview says in one transaction and one step of the journal."""
        self._back_up()
        lines = [line for line in preview.current_lines if line.decision is not Decision.SKIP]
        title = f"Загружен файл «{preview.reading.file}»"
        with without_garbage_search(), self._base.begin(title, _CHANGES) as session:
            ids = write_people(session, lines, preview.year, progress)
            ids.update(_repeated(preview, ids))
            pairings = write_pairings(session, preview, ids)
        return Imported(_message(preview, pairings), _CHANGES, pairings, ids)


def refuse_strange_addresses(reading: FileReading, decisions: Sequence[LineDecision]) -> None:
    """Raise RuleViolation for a decision about a line or a person that the file does not have."""
    known = {(address_of(read), name_of(read).key) for read in reading.people}
    known |= {(address, "") for address, _ in known}
    for one in decisions:
        if (one.address, search_key(one.person)) not in known:
            who = f" ({one.person})" if one.person else ""
            raise RuleViolation(f"В файле нет строки с адресом «{one.address}»{who}.")


def _is_about(decision: LineDecision, line: ImportLine) -> bool:
    is_named = search_key(decision.person) in ("", line.draft.name.key)
    return is_named and line.address == decision.address


def year_of(reading: FileReading, today: date) -> SchoolYear:
    """The school year of a file: the written one wins, then the one in which most rows begin."""
    if reading.school_year:
        return SchoolYear.parse(reading.school_year)
    starts = [first_day(row.start) for row in reading.rows if row.start is not None]
    years = Counter(SchoolYear.of(day) for day in starts if day is not None)
    if years:
        return years.most_common(1)[0][0]
    return SchoolYear.of(reading.as_of or today)


def preview_of(
    session: Session,
    reading: FileReading,
    year: SchoolYear,
    known: Sequence[KnownPerson],
    today: date,
) -> ImportPreview:
    """Every person of the file with its likeness, its decision and what it would change."""
    as_of = reading.as_of or min(year.first_day, today)
    drafts = [draft_from(read, reading.kind_of(read), year, as_of) for read in reading.people]
    lines = [_refuse_unsound(line, today) for line in find_lines(reading, drafts, known)]
    targets = [line.target.person_id for line in lines if line.target and line.target.person_id]
    cards = person_models(session, targets)
    full = [_with_card(line, cards, year) for line in lines]
    missing = find_missing(session, reading, full, year)
    return ImportPreview(reading, year, tuple(full), missing=missing)


def _refuse_unsound(line: ImportLine, today: date) -> ImportLine:
    """A card that the rules refuse is not created by default; its problem is in the preview."""
    if line.decision is Decision.CREATE and errors_of(problems_in(line.draft, today)):
        return replace(line, decision=Decision.SKIP)
    return line


def _with_card(line: ImportLine, cards: dict[int, PersonModel], year: SchoolYear) -> ImportLine:
    if line.target is None or line.target.person_id is None:
        return line
    return filled_line(line, draft_of(cards[line.target.person_id], year.start))


def _repeated(preview: ImportPreview, ids: dict[int, int]) -> dict[int, int]:
    """Later rows of a person speak of the person of the first row."""
    return {
        line.number: ids[line.repeats]
        for line in preview.current_lines
        if line.repeats is not None and line.repeats in ids
    }


def _message(preview: ImportPreview, pairings: ImportedPairings) -> str:
    counts = preview.counts
    parts = [
        _added(counts["create"]),
        f"дополнено {counts['fill']}" if counts["fill"] else "",
        f"без изменений {counts['unchanged']}" if counts["unchanged"] else "",
        f"не загружено {counts['skip']}" if counts["skip"] else "",
        f"пар и групп {len(pairings.pairing_ids)}" if pairings.pairing_ids else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"Файл загружен: {told or 'людей и пар в нём нет'}"


def _added(number: int) -> str:
    words = ("человек добавлен", "человека добавлено", "человек добавлено")
    return counted(number, *words) if number else ""
