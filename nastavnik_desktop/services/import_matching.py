"""Lines of an import: who of the file is who in the base, with sensible default decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.imports.known_people import KnownPerson
from nastavnik_desktop.imports.matching import Match, match_people
from nastavnik_desktop.imports.records import FileReading, ReadPerson
from nastavnik_desktop.services.import_preview import (
    Candidate,
    Decision,
    ImportLine,
    Likeness,
)

_DEFAULTS = {
    Likeness.NEW: Decision.CREATE,
    Likeness.SAME: Decision.FILL,
    Likeness.SIMILAR: Decision.SKIP,
}


def find_lines(
    reading: FileReading, drafts: Sequence[PersonDraft], known: Sequence[KnownPerson]
) -> list[ImportLine]:
    """A line for every person of the file; a repeated person points to the first line of his."""
    matches = match_people(reading.people, known)
    lines = [
        _line(number, read, draft, match)
        for number, (read, draft, match) in enumerate(
            zip(reading.people, drafts, matches, strict=True)
        )
    ]
    return _without_repeats(lines)


def _line(number: int, read: ReadPerson, draft: PersonDraft, match: Match) -> ImportLine:
    likeness = Likeness(match.likeness.value)
    candidates = tuple(_candidate(one.person, one.reason) for one in match.candidates)
    target = None
    if likeness is Likeness.SAME:
        target = replace(draft, person_id=candidates[0].person_id)
    return ImportLine(
        number=number,
        address=f"{read.sheet}, строка {read.row}" if read.sheet else f"строка {read.row}",
        draft=draft,
        likeness=likeness,
        decision=_DEFAULTS[likeness],
        candidates=candidates,
        target=target,
    )


def _candidate(person: KnownPerson, reason: str) -> Candidate:
    about = ", ".join(
        part for part in (person.position, person.school_class, str(person.year or "")) if part
    )
    title = f"{person.name.full} ({about})" if about else person.name.full
    return Candidate(person.person_id, title, reason)


def _without_repeats(lines: list[ImportLine]) -> list[ImportLine]:
    """One person in two rows is one card: later rows point to the first and write nothing."""
    first: defaultdict[str, list[ImportLine]] = defaultdict(list)
    result = []
    for line in lines:
        earlier = next((one for one in first[line.draft.name.key] if _is_same(one, line)), None)
        if earlier is None:
            first[line.draft.name.key].append(line)
            result.append(line)
        else:
            result.append(replace(line, decision=Decision.SKIP, repeats=earlier.number))
    return result


def _is_same(one: ImportLine, other: ImportLine) -> bool:
    births = {draft.birth_date or draft.birth_year for draft in (one.draft, other.draft)} - {None}
    years = {birth if isinstance(birth, int) else birth.year for birth in births if birth}
    return len(years) < 2 or len(births) < 2
