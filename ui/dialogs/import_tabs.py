"""What was noticed in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.imports.records import FileReading, RowProblem, SkippedRow
from ui.dialogs.import_words import FINDING_OF_CODE, OTHER_FINDINGS
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.filter_bar import ChipFacts, FilterBar
from ui.widgets.records_table import RecordsTable

_SKIPPED = "Не люди"
_TONES = {Level.ERROR: Tone.DANGER, Level.WARNING: Tone.WARNING, Level.INFO: Tone.NEUTRAL}
_LEVELS = {Level.ERROR: "ошибка", Level.WARNING: "проверьте", Level.INFO: "к сведению"}


@dataclass(frozen=True)
class Finding:
    """A line of the list: where, what sort, how serious, in words."""

    number: int
    address: str
    sort: str
    level: Level
    message: str


def findings_of(reading: FileReading) -> list[Finding]:
    """Everything worth a look, then the rows that are not people."""
    sources: list[RowProblem | SkippedRow] = [*reading.problems, *reading.skipped]
    return [_finding(number, source) for number, source in enumerate(sources)]


class FindingsTab(QWidget):
    """Findings by their sorts."""

    def __init__(self, reading: FileReading) -> None:
        super().__init__()
        found = findings_of(reading)
        model: RowsModel[Finding] = RowsModel(_finding_columns(), lambda finding: finding.number)
        model.set_rows(found)
        self._model = model
        self.filters = FilterBar()
        self.filters.show_chips(_chips(found))
        self.filters.changed.connect(self._on_filter_changed)
        table = RecordsTable("import_findings", "Замечания", model, UserSettings())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scaled(12), 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.filters)
        layout.addWidget(table, 1)
        layout.addStretch()

    def _on_filter_changed(self) -> None:
        self._model.set_predicate(_of_sort(self.filters.chosen))


def _finding(number: int, source: RowProblem | SkippedRow) -> Finding:
    if isinstance(source, RowProblem):
        sort = FINDING_OF_CODE.get(source.code, OTHER_FINDINGS)
        return Finding(number, source.address, sort, source.level, source.message)
    row = f"строка {source.row}" if source.row is not None else ""
    address = ", ".join(part for part in (source.sheet, row) if part)
    return Finding(number, address, _SKIPPED, Level.INFO, source.reason)


def _chips(found: list[Finding]) -> list[ChipFacts]:
    counts = Counter(finding.sort for finding in found)
    return [
        ChipFacts("", "Все", len(found)),
        *(ChipFacts(sort, sort, count) for sort, count in counts.items()),
    ]


def _of_sort(sort: str) -> Callable[[Finding], bool] | None:
    return (lambda finding: finding.sort == sort) if sort else None


def _finding_columns() -> list[Column[Finding]]:
    return [
        Column("Где", lambda finding: finding.address, lambda finding: finding.number, width=215),
        Column(
            "Важность",
            lambda finding: _LEVELS[finding.level],
            lambda finding: list(Level).index(finding.level),
            width=120,
            tone=lambda finding: _TONES[finding.level],
        ),
        Column("Что замечено", lambda finding: finding.message, width=360, stretches=True),
    ]
