"""Two cards of one person side by side: which value of each field stays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from nastavnik_desktop.domain.duplicates import one_slip_apart
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.search import search_key

COMPANIONS = {
    "birth_date": ("birth_year",),
    "category": ("category_on", "category_year"),
    "total_service_months": ("total_service_as_of",),
    "teaching_service_months": ("teaching_service_as_of",),
    "representative_name": ("representative_relation", "representative_phone"),
}
"""Fields that go with another one: a date of a category is of no use without its category."""

_NAME_PARTS = ("last_name", "first_name", "patronymic")


@dataclass(frozen=True)
class MergeField:
    """A field in which two cards differ, in words; ``takes_other`` chooses the card that goes."""

    name: str
    label: str
    kept: str
    other: str
    takes_other: bool


@dataclass(frozen=True)
class MergePreview:
    """Two cards side by side: ``kept_id`` stays, ``gone_id`` goes with all its ties to it.

    ``moving`` says in words what moves; ``refusal`` why the cards cannot be of one person.
    """

    kept_id: int
    gone_id: int
    kept_title: str
    gone_title: str
    fields: tuple[MergeField, ...]
    moving: tuple[str, ...] = ()
    refusal: str = ""

    def choosing(self, names: Collection[str]) -> MergePreview:
        """The preview in which exactly these fields are taken from the card that goes."""
        chosen = (replace(field, takes_other=field.name in names) for field in self.fields)
        return replace(self, fields=tuple(chosen))

    @property
    def taken(self) -> frozenset[str]:
        """Fields taken from the card that goes, with those that go with them."""
        names = [field.name for field in self.fields if field.takes_other]
        return frozenset(name for one in names for name in (one, *COMPANIONS.get(one, ())))


def merge_fields(
    kept: Mapping[str, object],
    other: Mapping[str, object],
    labels: Mapping[str, str],
    text: Callable[[object], str],
) -> tuple[MergeField, ...]:
    """Fields in which the cards differ, in the order of the labels, with a proposed choice."""
    following = {
        name
        for leader, names in COMPANIONS.items()
        if kept.get(leader) != other.get(leader)
        for name in names
    }
    return tuple(
        MergeField(name, label, text(kept[name]), text(other[name]), _proposed(name, kept, other))
        for name, label in labels.items()
        if name in kept and name not in following and kept[name] != other[name]
    )


def _proposed(name: str, kept: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether the other card says more: a blank never wins, a whole name wins over initials."""
    ours, theirs = kept[name], other[name]
    if _is_blank(theirs) or _is_blank(ours):
        return _is_blank(ours)
    if name in _NAME_PARTS and isinstance(ours, str) and isinstance(theirs, str):
        if search_key(ours) == search_key(theirs):
            return theirs.casefold().count("ё") > ours.casefold().count("ё")
        return ours.endswith(".") and not theirs.endswith(".")
    return False


def _is_blank(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def former_name_of(kept: FullName, gone: FullName) -> str:
    """The surname that becomes the former one: the lost one, unless it was a slip of the pen."""
    ours, theirs = search_key(kept.last_name), search_key(gone.last_name)
    is_swapped = theirs == search_key(kept.first_name)
    if ours == theirs or is_swapped or one_slip_apart(ours, theirs):
        return ""
    return gone.last_name


def trace_of_merging(kept_id: int) -> str:
    """The last note of a card that goes: by it the journal knows whose card it was."""
    return f"Объединена с карточкой № {kept_id}"
