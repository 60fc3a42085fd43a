"""One value for many people: what may be set, to whom, and what becomes of a card."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    PoolSide,
    QualificationCategory,
)
from nastavnik_desktop.domain.search import search_key

Value = str | int | date | tuple[str, ...] | None


class BulkField(StrEnum):
    """A field that can be set for many people at once."""

    POSITION_TITLE = "position_title"
    SUBJECT = "subject"
    DEPARTMENT = "department"
    CATEGORY = "category"
    SCHOOL_CLASS = "school_class"
    STRENGTHS = "strengths"
    DESIRED_AGE = "desired_age"
    TIME_RESOURCE = "time_resource"
    CAPACITY = "capacity"
    NEEDS = "needs"
    CONSENT_TO_PARTICIPATION = "consent_participation"
    CONSENT_TO_PROCESSING = "consent_processing"
    CONSENT_TO_PUBLICATION = "consent_publication"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LABELS[self]

    @property
    def consent(self) -> ConsentKind | None:
        """The kind of consent whose day the field sets, if it is one."""
        return _CONSENTS.get(self)


_CONSENTS = {
    BulkField.CONSENT_TO_PARTICIPATION: ConsentKind.PARTICIPATION,
    BulkField.CONSENT_TO_PROCESSING: ConsentKind.PROCESSING,
    BulkField.CONSENT_TO_PUBLICATION: ConsentKind.PUBLICATION,
}
_LABELS = {
    BulkField.POSITION_TITLE: "должность",
    BulkField.SUBJECT: "предмет",
    BulkField.DEPARTMENT: "методобъединение",
    BulkField.CATEGORY: "категория",
    BulkField.SCHOOL_CLASS: "класс",
    BulkField.STRENGTHS: "компетенции наставника",
    BulkField.DESIRED_AGE: "желаемый возраст наставляемых",
    BulkField.TIME_RESOURCE: "ресурс времени",
    BulkField.CAPACITY: "сколько наставляемых",
    BulkField.NEEDS: "запросы наставляемого",
    **{field: kind.label for field, kind in _CONSENTS.items()},
}
GRID_FIELDS = tuple(field for field in BulkField if field not in _CONSENTS)
"""Fields that a grid of people has, in its order: a consent is a paper and no cell."""
_LISTS = frozenset((BulkField.STRENGTHS, BulkField.NEEDS))
_OF_WORK = frozenset(
    (BulkField.POSITION_TITLE, BulkField.SUBJECT, BulkField.DEPARTMENT, BulkField.CATEGORY)
)
_OF_SIDES = {
    BulkField.STRENGTHS: "mentor_side",
    BulkField.DESIRED_AGE: "mentor_side",
    BulkField.TIME_RESOURCE: "mentor_side",
    BulkField.CAPACITY: "mentor_side",
    BulkField.NEEDS: "mentee_side",
}
_SIDE_WORDS = {"mentor_side": "базе наставников", "mentee_side": "базе наставляемых"}


@dataclass(frozen=True)
class BulkEdit:
    """A value for a field; a blank clears it. ``category_on`` goes with a category alone.

    ``adds`` puts the items of a list to those that a person has instead of in their place.
    """

    field: BulkField
    value: Value
    category_on: date | None = None
    adds: bool = False

    @staticmethod
    def of_text(field: BulkField, text: str) -> BulkEdit:
        """An edit as it is typed or pasted; raises RuleViolation for what is not understood."""
        read = _READERS.get(field, str)
        return BulkEdit(field, read(" ".join(text.split())))


@dataclass(frozen=True)
class CellEdit:
    """An edit of one person: a cell of a grid."""

    person_id: int
    edit: BulkEdit


@dataclass(frozen=True)
class BulkLine:
    """What an edit does to one person, in words; ``refusal`` says why it does nothing."""

    person_id: int
    name: FullName
    field: BulkField
    before: str
    after: str
    refusal: str = ""

    @property
    def is_changing(self) -> bool:
        """Whether the value will be another one."""
        return not self.refusal and self.before != self.after


@dataclass(frozen=True)
class BulkPreview:
    """All lines of an edit of many people, and the edits themselves."""

    cells: tuple[CellEdit, ...]
    lines: tuple[BulkLine, ...]

    @property
    def changing(self) -> tuple[BulkLine, ...]:
        """Lines in which something changes."""
        return tuple(line for line in self.lines if line.is_changing)

    @property
    def refused(self) -> tuple[BulkLine, ...]:
        """Lines that stay as they are, each with its reason."""
        return tuple(line for line in self.lines if line.refusal)


@dataclass(frozen=True)
class GridRow:
    """A person in a grid: ``texts`` as they are typed, ``locked`` says why a cell is not for them.

    Every field of the grid stands in exactly one of the two.
    """

    person_id: int
    name: FullName
    texts: Mapping[BulkField, str]
    locked: Mapping[BulkField, str]


def grid_row(draft: PersonDraft, person_id: int, year: str) -> GridRow:
    """The row of a card in a grid of a year, «2026/27»."""
    reasons = {field: refusal(draft, field, year) for field in GRID_FIELDS}
    return GridRow(
        person_id,
        draft.name,
        texts={field: typed(value_of(draft, field)) for field in GRID_FIELDS if not reasons[field]},
        locked={field: reason for field, reason in reasons.items() if reason},
    )


def typed(value: Value) -> str:
    """A value as ``BulkEdit.of_text`` reads it back."""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, QualificationCategory):
        return value.label
    return "" if value is None else str(value)


def refusal(draft: PersonDraft, field: BulkField, year: str) -> str:
    """Why a field cannot be set for a person; empty when it can. ``year`` is «2026/27»."""
    if field in _OF_WORK and draft.employment is None:
        return "не сотрудник школы"
    if field is BulkField.SCHOOL_CLASS and draft.kind is not PersonKind.STUDENT:
        return "не обучающийся"
    side = _OF_SIDES.get(field)
    if side is not None and getattr(draft, side) is None:
        return f"не в {_SIDE_WORDS[side]} {year}"
    return ""


def value_of(draft: PersonDraft, field: BulkField) -> Value:
    """The present value of a field that is no consent."""
    if field is BulkField.SCHOOL_CLASS:
        return draft.school_class
    side = _OF_SIDES.get(field)
    record = draft.employment if side is None else getattr(draft, side)
    value: Value = getattr(record, field.value)
    return value


def changed(draft: PersonDraft, edit: BulkEdit) -> PersonDraft:
    """The card with the new value; the field must not be refused and no consent."""
    field = edit.field
    if field is BulkField.SCHOOL_CLASS:
        return replace(draft, school_class=str(edit.value or ""))
    if field in _OF_WORK:
        return replace(draft, employment=_with_work(draft.employment or EmploymentDraft(), edit))
    side = _OF_SIDES[field]
    known: PoolSide = getattr(draft, side)
    value: dict[str, Any] = {field.value: _new_value(value_of(draft, field), edit)}
    new_side: dict[str, Any] = {side: replace(known, **value)}
    return replace(draft, **new_side)


def _with_work(work: EmploymentDraft, edit: BulkEdit) -> EmploymentDraft:
    if edit.field is not BulkField.CATEGORY:
        text: dict[str, Any] = {edit.field.value: str(edit.value or "")}
        return replace(work, **text)
    category = QualificationCategory(str(edit.value)) if edit.value else None
    if category is work.category and edit.category_on is None:
        return work
    # The day of the former category says nothing of the new one.
    return replace(work, category=category, category_on=edit.category_on, category_year=None)


def _new_value(known: Value, edit: BulkEdit) -> Value:
    if not (edit.adds and isinstance(known, tuple) and isinstance(edit.value, tuple)):
        return edit.value
    keys = {search_key(item) for item in known}
    return (*known, *(item for item in edit.value if search_key(item) not in keys))


def _read_list(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in re.split(r"[;\n]", text) if item.strip())


def _read_category(text: str) -> QualificationCategory | None:
    if not text:
        return None
    key = search_key(text)
    for category in QualificationCategory:
        if key in (category.label, category.phrase, f"{category.label} категория"):
            return category
    known = ", ".join(category.label for category in QualificationCategory)
    raise RuleViolation(f"Категория «{text}» не понята: бывают {known}.", "category")


def _read_number(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{1,3}", text):
        raise RuleViolation(f"«{text}» – не число: напишите, сколько наставляемых.", "capacity")
    return int(text)


def _read_day(text: str) -> date | None:
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else _no_day(text)
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> date:
    raise RuleViolation(f"Дата «{text}» не понята: напишите её так: 05.09.2026.", "signed_on")


_READERS: dict[BulkField, Callable[[str], Value]] = {
    BulkField.CATEGORY: _read_category,
    BulkField.CAPACITY: _read_number,
    **dict.fromkeys(_LISTS, _read_list),
    **dict.fromkeys(_CONSENTS, _read_day),
}
