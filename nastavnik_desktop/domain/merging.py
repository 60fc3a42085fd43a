"""Filling the blanks of a card from another reading of the same person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from nastavnik_desktop.domain.employment import Absence, FurtherPost
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    PoolSide,
    ServiceLength,
)
from nastavnik_desktop.domain.search import search_key

_KEPT = frozenset(
    (
        "person_id",
        "kind",
        "name",
        "case_forms",
        "are_name_forms_for_all",
        "marks",
        "outside_kind",
        "post_forms",
        "are_post_forms_for_all",
    )
)
_NESTED_DEFAULTS: dict[str, Any] = {
    "employment": EmploymentDraft(),
    "mentor_side": PoolSide(),
    "mentee_side": PoolSide(),
}
_YEAR_OF = {"birth_date": "birth_year", "category_on": "category_year"}
_DATE_OF = {year: day for day, year in _YEAR_OF.items()}
_DETAILS = {
    "employment.category": ("employment.category_on", "employment.category_year"),
    "representative.name": ("representative.relation", "representative.phone"),
}


@dataclass(frozen=True)
class Difference:
    """A field in which a card and a reading differ; ``is_filled`` where the card was blank."""

    field: str
    known: object
    read: object
    is_filled: bool


@dataclass(frozen=True)
class Merged:
    """A card with its blanks filled, and every difference that was met."""

    draft: PersonDraft
    differences: tuple[Difference, ...]

    @property
    def filled(self) -> tuple[Difference, ...]:
        """Blanks that the reading fills."""
        return tuple(one for one in self.differences if one.is_filled)

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        """Values that differ; the card's own value stays."""
        return tuple(one for one in self.differences if not one.is_filled)


def merge(known: PersonDraft, read: PersonDraft) -> Merged:
    """The known card with its blanks filled from the reading; a blank never overwrites."""
    read = _of_kind(read, known.kind)
    found = [*_names(known.name, read.name), *_differences(known, read, "")]
    differences = _without_strange_details(found)
    draft = replace(known, name=_fuller_name(known.name, read.name))
    for one in differences:
        if one.is_filled and not one.field.startswith("name."):
            draft = _with(draft, one.field, one.read)
            draft = _without_year(draft, one.field)
    return Merged(draft, tuple(differences))


def _of_kind(read: PersonDraft, kind: PersonKind) -> PersonDraft:
    """The reading without what a card of this kind has no place for: a namesake's, then."""
    work = read.employment if kind is PersonKind.STAFF else None
    school_class = read.school_class if kind is PersonKind.STUDENT else ""
    return replace(read, employment=work, school_class=school_class)


def _without_strange_details(found: list[Difference]) -> list[Difference]:
    """Details of a value that the card does not take are not taken either."""
    strange = {
        detail for one in found if not one.is_filled for detail in _DETAILS.get(one.field, ())
    }
    return [one for one in found if one.field not in strange]


def _names(known: FullName, read: FullName) -> Iterator[Difference]:
    for part in ("first_name", "patronymic"):
        before, after = getattr(known, part), getattr(read, part)
        if after and _is_fuller(after, before):
            yield Difference(f"name.{part}", before, after, is_filled=True)


def _fuller_name(known: FullName, read: FullName) -> FullName:
    parts = {
        part: getattr(read, part)
        for part in ("first_name", "patronymic")
        if _is_fuller(getattr(read, part), getattr(known, part))
    }
    return replace(known, **parts)


def _is_fuller(read: str, known: str) -> bool:
    return bool(read) and (not known or (known.endswith(".") and not read.endswith(".")))


def _differences(known: Any, read: Any, prefix: str) -> Iterator[Difference]:  # noqa: ANN401
    for item in fields(known):
        if not prefix and item.name in _KEPT:
            continue
        after = getattr(read, item.name)
        before = _known_value(known, item.name, after)
        name = f"{prefix}{item.name}"
        if _is_record(before) or _is_record(after):
            if after is not None:
                empty = _NESTED_DEFAULTS.get(item.name)
                yield from _nested(before if before is not None else empty, after, name, before)
        elif not _is_blank(after) and not _is_same(before, after):
            yield Difference(name, before, after, _is_blank(before))


def _known_value(known: Any, name: str, read: Any) -> Any:  # noqa: ANN401
    """What the card says of a field; of a date its year alone, and of a year its date."""
    value = getattr(known, name)
    if value is not None or read is None:
        return value
    if name in _YEAR_OF:
        year = getattr(known, _YEAR_OF[name])
        return None if year == read.year else year
    if name in _DATE_OF:
        day = getattr(known, _DATE_OF[name])
        return day.year if day else None
    return value


def _without_year(draft: PersonDraft, field: str) -> PersonDraft:
    """A date that was filled takes the place of its year."""
    prefix, _, name = field.rpartition(".")
    year = _YEAR_OF.get(name)
    if year is None:
        return draft
    cleared: PersonDraft = _with(draft, f"{prefix}.{year}" if prefix else year, None)
    return cleared


def _nested(before: Any, after: Any, name: str, original: Any) -> Iterator[Difference]:  # noqa: ANN401
    found = list(_differences(before, after, f"{name}."))
    if original is None and not found:
        yield Difference(name, None, after, is_filled=True)
    yield from found


def _is_record(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, ServiceLength)


def _is_blank(value: object) -> bool:
    """A mark that is not set says nothing: lists name what is there, not what is not."""
    return value is None or value is False or value in ("", ())


def _is_same(known: object, read: object) -> bool:
    if isinstance(known, str) and isinstance(read, str):
        return search_key(known) == search_key(read) or search_key(read) in search_key(known)
    if isinstance(known, ServiceLength) and isinstance(read, ServiceLength):
        return known.years_on(read.as_of) == read.years_on(read.as_of)
    if isinstance(known, tuple) and isinstance(read, tuple):
        return {_gist(one) for one in read} <= {_gist(one) for one in known}
    return known == read


def _gist(part: object) -> object:
    """By what a part of a list is known again: a list seldom tells rates and days."""
    if isinstance(part, FurtherPost):
        return search_key(part.position_title), search_key(part.subject)
    return part.kind if isinstance(part, Absence) else part


def _with(record: Any, path: str, value: object) -> Any:  # noqa: ANN401
    head, _, rest = path.partition(".")
    if not rest:
        return replace(record, **{head: value})
    inner = getattr(record, head)
    part = inner if inner is not None else _NESTED_DEFAULTS[head]
    return replace(record, **{head: _with(part, rest, value)})
