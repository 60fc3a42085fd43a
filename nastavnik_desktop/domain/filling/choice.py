"""What the user chooses for a cell of a blank, as its dialog edits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.sources import Counted, FormCell, Known, Source, Written
from nastavnik_desktop.domain.problems import LONGEST_LINE, Problem, too_long
from nastavnik_desktop.domain.statistics.group_titles import GROUPINGS, groupings_of
from nastavnik_desktop.domain.statistics.groupings import BY_FORM
from nastavnik_desktop.domain.statistics.indicators import INDICATOR_CODES, indicator

MOST_GROUPS = 3
"""How many groups the dialog lets narrow an indicator; no blank was met that asks for more."""

Pair = tuple[str, str]


class SourceKind(StrEnum):
    """Kinds of what may stand in a cell."""

    COUNTED = "counted"
    FORM_CELL = "form_cell"
    KNOWN = "known"
    WRITTEN = "written"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LABELS[self]


_LABELS = {
    SourceKind.COUNTED: "Показатель",
    SourceKind.FORM_CELL: "Ячейка формы программы",
    SourceKind.KNOWN: "Сведения о школе и отчёте",
    SourceKind.WRITTEN: "Число или слова",
}


@dataclass(frozen=True)
class CellDraft:
    """The fields of the dialog; only those of its kind count."""

    kind: SourceKind = SourceKind.COUNTED
    indicator: str = "pairings"
    groups: tuple[Pair | None, ...] = (None,) * MOST_GROUPS
    form: str = "participants"
    row: str = ""
    column: int = 0
    text: KnownText = KnownText.SCHOOL_SHORT_NAME
    written: str = ""

    @staticmethod
    def of(source: Source | None) -> CellDraft:
        """The draft of what stands in a cell now."""
        match source:
            case Counted():
                groups = (*source.where, *(None,) * MOST_GROUPS)
                return CellDraft(indicator=source.indicator, groups=groups[: _room(source)])
            case FormCell():
                kind = SourceKind.FORM_CELL
                return CellDraft(kind, form=source.form, row=source.row, column=source.column)
            case Known():
                return CellDraft(SourceKind.KNOWN, text=source.text)
            case Written():
                return CellDraft(SourceKind.WRITTEN, written=source.text)
        return CellDraft()

    @property
    def source(self) -> Source:
        """What stands in the cell by this draft."""
        match self.kind:
            case SourceKind.COUNTED:
                return Counted(self.indicator, tuple(one for one in self.groups if one is not None))
            case SourceKind.FORM_CELL:
                return FormCell(self.form, self.row, self.column)
            case SourceKind.KNOWN:
                return Known(self.text)
            case SourceKind.WRITTEN:
                return Written(self.written.strip())


def problems_in(draft: CellDraft) -> list[Problem]:
    """What keeps a cell from being mapped."""
    if draft.kind is SourceKind.WRITTEN:
        found = too_long("written", draft.written, LONGEST_LINE)
        if not draft.written.strip():
            found.append(Problem("written", "Введите число или слова, которые станут в ячейку."))
        return found
    if draft.kind is SourceKind.FORM_CELL and not (draft.row and draft.column):
        return [Problem("row", "Выберите строку и графу формы.")]
    if draft.kind is SourceKind.COUNTED:
        return _problems_in_groups(draft)
    return []


def _problems_in_groups(draft: CellDraft) -> list[Problem]:
    chosen = [one for one in draft.groups if one is not None]
    names = [grouping for grouping, _ in chosen]
    for at, name in enumerate(names):
        if name in names[:at]:
            title = GROUPINGS[name].title if name in GROUPINGS else name
            return [Problem(f"group_{at}", f"«{title}» выбрано дважды: никто не подойдёт.")]
    return []


def _room(source: Counted) -> int:
    return max(MOST_GROUPS, len(source.where))


@dataclass(frozen=True)
class RowChoice:
    """A row of a form, with the columns that it may be taken from."""

    code: str
    title: str
    columns: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class FormChoice:
    """A form of the program, from which a cell may be taken."""

    code: str
    title: str
    rows: tuple[RowChoice, ...]


@dataclass(frozen=True)
class Choices:
    """Everything that may be chosen for a cell; ``mentoring_forms`` are titles by code."""

    mentoring_forms: Mapping[str, str]
    forms: tuple[FormChoice, ...]

    @property
    def indicators(self) -> list[tuple[str, str]]:
        """Codes and names."""
        return [(code, indicator(code).title) for code in INDICATOR_CODES]

    def groups(self, code: str) -> list[tuple[Pair, str]]:
        """Groups that may narrow an indicator, with the name of their grouping before them."""
        return [
            ((name, value), f"{GROUPINGS[name].title}: {title}")
            for name in groupings_of(code)
            for value, title in self._values(name).items()
        ]

    def _values(self, grouping: str) -> Mapping[str, str]:
        return self.mentoring_forms if grouping == BY_FORM else GROUPINGS[grouping].groups
