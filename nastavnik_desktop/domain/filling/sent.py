"""A filled blank as it was sent: its figures and who stood behind them, to be compared later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.filling.filled import FilledBlank, FilledCell
from nastavnik_desktop.domain.statistics.frozen import FrozenRow
from nastavnik_desktop.domain.statistics.observations import Counts

_NOBODY = "запись, которой в базе больше нет"


@dataclass(frozen=True)
class SentBlank:
    """A sent blank in the list: what ``FrozenRow`` says of a form, and the name of the file."""

    row: FrozenRow
    file_name: str


@dataclass(frozen=True)
class SentCell:
    """A cell as it was sent, with the records behind its figure by their numbers and names."""

    shown: str
    counts: Counts | None = None
    behind: Mapping[int, str] | None = None

    @property
    def titles(self) -> Mapping[int, str]:
        """Who stood behind it."""
        return self.behind or {}


@dataclass(frozen=True)
class CellDifference:
    """A cell whose value or people differ: ``came`` and ``gone`` are names."""

    place: CellPlace
    headings: str
    before: str
    after: str
    came: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def sent_cells(filled: FilledBlank) -> dict[CellPlace, SentCell]:
    """The cells of a filled blank as they are kept."""
    return {cell.place: _sent(cell) for cell in filled.cells}


def _sent(cell: FilledCell) -> SentCell:
    report = cell.report
    if report is None or cell.address is None:
        return SentCell(cell.shown)
    figure = report.cells[cell.address]
    names = {key: report.title_of(figure.counts, key) for key in figure.ids}
    return SentCell(cell.shown, figure.counts, names)


def differences(sent: Mapping[CellPlace, SentCell], now: FilledBlank) -> tuple[CellDifference, ...]:
    """Cells that differ from what was sent, in the sequence of the mapping."""
    present = sent_cells(now)
    words = {cell.place: cell.mapped.headings.in_words() for cell in now.cells}
    found = []
    for place, before in sent.items():
        after = present.get(place, SentCell(""))
        came = _names(after.titles, after.titles.keys() - before.titles.keys())
        gone = _names(before.titles, before.titles.keys() - after.titles.keys())
        if came or gone or before.shown != after.shown:
            found.append(
                CellDifference(place, words.get(place, ""), before.shown, after.shown, came, gone)
            )
    return tuple(found)


def _names(titles: Mapping[int, str], keys: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted(titles[key] or _NOBODY for key in keys))


def told(difference: CellDifference) -> str:
    """«Лист1, B7 (педагог – педагог; пар): было 3, стало 4; вошли: …»."""
    place = difference.place
    where = f" ({difference.headings})" if difference.headings else ""
    parts = [f"было {difference.before or 'пусто'}, стало {difference.after or 'пусто'}"]
    for words, names in (("вошли", difference.came), ("вышли", difference.gone)):
        if names:
            parts.append(f"{words}: {', '.join(names)}")
    return f"{place.sheet}, {place.address}{where}: {'; '.join(parts)}"


def caption(sent: SentBlank) -> str:
    """«Бланк.xlsx на 12.12.2026»."""
    return f"{sent.file_name} на {short_date(sent.row.as_of)}"


def cells_json(cells: Mapping[CellPlace, SentCell]) -> list[dict[str, Any]]:
    """The cells as plain data."""
    return [
        {
            "sheet": place.sheet,
            "row": place.row,
            "column": place.column,
            "shown": cell.shown,
            "counts": cell.counts.value if cell.counts is not None else None,
            "behind": {str(key): title for key, title in cell.titles.items()},
        }
        for place, cell in cells.items()
    ]


def read_cells(content: Iterable[Mapping[str, Any]]) -> dict[CellPlace, SentCell]:
    """The cells of plain data."""
    return {
        CellPlace(one["sheet"], one["row"], one["column"]): SentCell(
            one["shown"],
            Counts(one["counts"]) if one["counts"] else None,
            {int(key): title for key, title in one["behind"].items()},
        )
        for one in content
    }


def names_somebody(cells: Iterable[SentCell], person_id: int, last_name: str) -> bool:
    """Whether a person, or a pair of that surname, stands behind one of the figures."""
    for cell in cells:
        if cell.counts is Counts.PEOPLE and person_id in cell.titles:
            return True
        if cell.counts is Counts.PAIRINGS and any(last_name in one for one in cell.titles.values()):
            return True
    return False
