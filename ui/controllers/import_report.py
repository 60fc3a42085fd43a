"""The report of an import: what became of every line, and everything that was noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from nastavnik_desktop.services.import_preview import ImportLine, ImportPreview
from ui.dialogs.import_tabs import findings_of
from ui.dialogs.import_words import difference_words, outcome_of
from ui.papers import Paper

Mark = Callable[[Sequence[str], Sequence[Sequence[str]]], bytes]

_HEADINGS = ("Где", "Кто", "Что", "Подробности")


def report_paper(
    preview: ImportPreview, mark: Mark, unresolved: Sequence[Mapping[str, str]] = ()
) -> Paper:
    """The report as a workbook: its lines, and the file with its problem cells coloured.

    ``unresolved`` are pairs that were not made.
    """
    title = f"Отчёт о загрузке {Path(preview.reading.file).stem}"
    rows = list(report_rows(preview, unresolved))
    return Paper(title, {"xlsx": partial(mark, _HEADINGS, rows)})


def report_rows(
    preview: ImportPreview, unresolved: Sequence[Mapping[str, str]] = ()
) -> Iterator[tuple[str, str, str, str]]:
    """Lines of people as in the file, pairs that were not made, who is missing, findings."""
    for line in preview.current_lines:
        yield line.address, line.draft.name.full, outcome_of(line)[0], _details(line)
    for pair in unresolved:
        yield pair["address"], "", "пара не создана", pair["what"]
    for person in preview.missing:
        yield "", person.title, "нет в списке", "карточка не изменена"
    for finding in findings_of(preview.reading):
        yield finding.address, "", finding.sort, finding.message


def _details(line: ImportLine) -> str:
    return "; ".join(map(difference_words, line.differences))
