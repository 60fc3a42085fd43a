"""Lines of an import: who of the file is who in the base, with sensible default decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from nastavnik_desktop.domain.merging import merge
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.imports import matching
from nastavnik_desktop.imports.known_people import KnownPerson
from nastavnik_desktop.imports.matching import (
    Match,
    MatchKind,
    PeopleIndex,
    Reason,
    match_person,
)
from nastavnik_desktop.imports.records import FileReading, ReadPerson
from nastavnik_desktop.services.import_drafts import address_of
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
    index = PeopleIndex(known)
    pairs = zip(reading.people, drafts, strict=True)
    lines = [
        _line(number, read, draft, _match(read, index))
        for number, (read, draft) in enumerate(pairs)
    ]
    return _without_repeats(lines)


def _match(read: ReadPerson, index: PeopleIndex) -> Match:
    contacts = frozenset(filter(None, (*read.phones, read.phone, read.email)))
    match = match_person(read, index, read.birth_date, read.birth_year, read.school_class, contacts)
    if len(match.candidates) == 1 and _is_confirmed(read, match.candidates[0]):
        return Match(MatchKind.SAME, match.candidates)
    return match


def _is_confirmed(read: ReadPerson, candidate: matching.Candidate) -> bool:
    """A missing patronymic is no doubt when the class or the birth date is the same."""
    if candidate.reason is not Reason.NO_PATRONYMIC:
        return False
    person = candidate.person
    is_same_class = bool(read.school_class) and read.school_class == person.school_class
    return is_same_class or (read.birth_date is not None and read.birth_date == person.birth_date)


def _line(number: int, read: ReadPerson, draft: PersonDraft, match: Match) -> ImportLine:
    likeness = Likeness(match.kind.value)
    candidates = tuple(_candidate(one.person, one.reason) for one in match.candidates)
    target = None
    if likeness is Likeness.SAME:
        target = replace(draft, person_id=candidates[0].person_id)
    return ImportLine(
        number=number,
        address=address_of(read),
        draft=draft,
        likeness=likeness,
        decision=_DEFAULTS[likeness],
        candidates=candidates,
        target=target,
    )


def _candidate(person: KnownPerson, reason: Reason) -> Candidate:
    about = ", ".join(
        part for part in (person.position, person.school_class, str(person.year or "")) if part
    )
    title = f"{person.name.full} ({about})" if about else person.name.full
    is_renamed = reason is Reason.CHANGED_LAST_NAME
    return Candidate(person.person_id, title, reason.label, is_renamed)


def _without_repeats(lines: list[ImportLine]) -> list[ImportLine]:
    """One person in two rows is one card.

    Later rows fill the blanks of the first, point to it and write nothing themselves.
    """
    first: defaultdict[str, list[int]] = defaultdict(list)
    result: list[ImportLine] = []
    for line in lines:
        places = first[line.draft.name.key]
        place = next((one for one in places if _is_same(result[one], line)), None)
        if place is None:
            places.append(len(result))
            result.append(line)
            continue
        earlier = result[place]
        result[place] = _with_draft(earlier, merge(earlier.draft, line.draft).draft)
        repeated = replace(line, decision=Decision.SKIP, target=None, repeats=earlier.number)
        result.append(repeated)
    return result


def _with_draft(line: ImportLine, draft: PersonDraft) -> ImportLine:
    target = replace(draft, person_id=line.target.person_id) if line.target else None
    return replace(line, draft=draft, target=target, alone=line.alone or line.draft)


def _is_same(one: ImportLine, other: ImportLine) -> bool:
    births = {draft.birth_date or draft.birth_year for draft in (one.draft, other.draft)} - {None}
    years = {birth if isinstance(birth, int) else birth.year for birth in births if birth}
    return len(years) < 2 or len(births) < 2
