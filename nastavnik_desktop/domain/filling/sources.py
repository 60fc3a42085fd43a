"""What may stand in a cell of a blank: a count, a cell of a form, facts of the school, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.statistics.group_titles import group_title
from nastavnik_desktop.domain.statistics.groupings import group
from nastavnik_desktop.domain.statistics.indicators import indicator

NO_TITLES: Mapping[str, str] = MappingProxyType({})
Where = tuple[tuple[str, str], ...]
"""Groups that narrow an indicator: pairs of a grouping and its value."""


@dataclass(frozen=True)
class Counted:
    """An indicator narrowed by groups, as cells of the program's own forms are."""

    indicator: str
    where: Where = ()

    def check(self) -> None:
        """Raise UnreadableFile for an indicator or a group that does not exist."""
        indicator(self.indicator)
        for grouping, value in self.where:
            group(grouping, value)


@dataclass(frozen=True)
class FormCell:
    """A cell of one of the program's forms: code of the form, code of the row, column."""

    form: str
    row: str
    column: int


@dataclass(frozen=True)
class Known:
    """A fact of the school or of the report: its name, the date, who is responsible."""

    text: KnownText


@dataclass(frozen=True)
class Written:
    """What the user wrote down for this cell: words, or a number that the base does not know."""

    text: str


Source = Counted | FormCell | Known | Written


def in_words(source: Source, forms: Mapping[str, str] = NO_TITLES) -> str:
    """«Наставники: педагогические работники; женщины», «Краткое название школы».

    ``forms`` are titles of the forms of mentoring by code.
    """
    match source:
        case Counted():
            title = indicator(source.indicator).title
            groups = "; ".join(group_title(*pair, forms) for pair in source.where)
            return f"{title}: {groups}" if groups else title
        case FormCell():
            return f"Форма {source.form}, строка {source.row}, графа {source.column}"
        case Known():
            return source.text.label
        case Written():
            return f"Введено: {source.text}"
