"""The preview of an import: what was understood, what will be done, what needs a decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.imports.records import FileReading
from nastavnik_desktop.services.import_preview import Decision, ImportPreview
from ui.dialogs.import_choices import FilledLines
from ui.dialogs.import_columns_tab import ColumnChoice, ColumnsTab
from ui.dialogs.import_missing_tab import MissingTab
from ui.dialogs.import_pairs_tab import PairsTab, named_couples
from ui.dialogs.import_people_tab import ImportPeopleTab
from ui.dialogs.import_tabs import FindingsTab, findings_of
from ui.dialogs.import_words import button_words, couples_in, kind_words, needs_decision, size_words
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button
from ui.widgets.cards import clear_layout, icon_label
from ui.widgets.labels import ElidedLabel, text_label

_SUMMARY_WIDTH = 244
_BODY_WIDTH = 1010
_BODY_HEIGHTS = (380, 640)
_TITLE_AND_FOOT = 158
_SHARE_OF_SCREEN = 0.86

SaveReport = Callable[[ImportPreview], object]


class ImportDialog(RecordDialog[ImportPreview]):
    """On the left what the file is, on the right its people, findings and columns.

    Another meaning of a column closes the dialog: ``column_choice`` then tells it, and the file
    is to be read again. ``column_note`` is said on the columns, which it opens. It closes as well
    when ``is_left_for_missing``: to show those of the base who are not in the list.
    """

    def __init__(
        self,
        parent: QWidget | None,
        preview: ImportPreview,
        filled: FilledLines,
        today: date,
        save_report: SaveReport,
        column_note: str = "",
    ) -> None:
        super().__init__(parent, "Загрузка списка", save="Загрузить")
        self._reading = preview.reading
        self.people = ImportPeopleTab(preview.reading, filled, today)
        self.columns = ColumnsTab(preview.reading, column_note)
        self.column_choice: ColumnChoice | None = None
        self.is_left_for_missing = False
        self._preview = preview
        self._outcome = QVBoxLayout()
        self._outcome.setSpacing(scaled(6))
        self.report = button(
            "Сохранить отчёт…", icon_name="download", on_click=lambda: save_report(self.draft())
        )
        self.tabs = self._make_tabs()
        self._lay_out_body()
        if column_note:
            self.tabs.setCurrentWidget(self.columns)
        self.columns.chosen.connect(self._on_column_chosen)
        self.people.decided.connect(self._show_outcome)

    def fill(self, draft: ImportPreview) -> None:
        """Show a preview of the same file."""
        self._preview = draft
        self.people.show_preview(draft)
        (self.people.table if draft.lines else self.tabs).setFocus()
        self._show_outcome()

    def draft(self) -> ImportPreview:
        """The preview with the decisions made."""
        return self.people.preview or self._preview

    def problems(self, _draft: ImportPreview) -> Sequence[Problem]:
        """Nothing stops: what is undecided is not loaded."""
        return ()

    def _on_column_chosen(self, choice: ColumnChoice) -> None:
        self.column_choice = choice
        self.done(QDialog.DialogCode.Rejected)

    def _on_missing_wanted(self) -> None:
        self.is_left_for_missing = True
        self.done(QDialog.DialogCode.Rejected)

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setAccessibleName("Что в файле")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        couples = named_couples(self._reading)
        if self._preview.lines or not couples:
            tabs.addTab(self.people, "Люди")
        if couples:
            tabs.addTab(PairsTab(couples), f"Пары\u00a0\u00a0{len(couples)}")
        findings = len(findings_of(self._reading))
        tabs.addTab(FindingsTab(self._reading), f"Замечания\u00a0\u00a0{findings}")
        missing = self._preview.missing
        if missing:
            tab = MissingTab(missing, can_leave=not button_words(self._preview))
            tab.shown.connect(self._on_missing_wanted)
            tabs.addTab(tab, f"Нет в списке\u00a0\u00a0{len(missing)}")
        tabs.addTab(self.columns, "Столбцы")
        return tabs

    def _lay_out_body(self) -> None:
        summary = QWidget()
        summary.setFixedWidth(scaled(_SUMMARY_WIDTH))
        left = QVBoxLayout(summary)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(scaled(4))
        _add_facts(left, self._reading, self._preview)
        left.addSpacing(scaled(12))
        left.addLayout(self._outcome)
        left.addStretch()
        left.addWidget(self.report)
        body = QWidget()
        body.setFixedHeight(self._height_of_body())
        body.setMinimumWidth(scaled(_BODY_WIDTH))
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(24))
        row.addWidget(summary)
        row.addWidget(self.tabs, 1)
        self.form.add_wide(body)

    def _height_of_body(self) -> int:
        """As much as the screen leaves beside the title and the foot, within reason."""
        room = int(self.screen().availableGeometry().height() * _SHARE_OF_SCREEN)
        lowest, highest = (scaled(pixels) for pixels in _BODY_HEIGHTS)
        return min(max(room - scaled(_TITLE_AND_FOOT), lowest), highest)

    def _show_outcome(self) -> None:
        """Say what will be done with the decisions as they stand."""
        clear_layout(self._outcome)
        preview = self.draft()
        for icon_name, tone, words, count in _outcome_lines(preview):
            self._outcome.addWidget(_counted_line(icon_name, tone, words, count))
        words = button_words(preview)
        self.saving.setText(words or "Загружать нечего")
        self.saving.setEnabled(bool(words))


def _outcome_lines(preview: ImportPreview) -> list[tuple[str, Tone, str, int]]:
    counts = preview.counts
    undecided = sum(map(needs_decision, preview.current_lines))
    lines = [
        ("user-plus", Tone.GOOD, "Добавить", counts[Decision.CREATE.value]),
        ("pencil", Tone.ACCENT, "Дополнить", counts[Decision.FILL.value]),
        ("check", Tone.NEUTRAL, "Без изменений", counts["unchanged"]),
        ("circle-question-mark", Tone.WARNING, "Решите сами", undecided),
        ("x", Tone.NEUTRAL, "Не загружать", counts[Decision.SKIP.value] - undecided),
        ("handshake", Tone.ACCENT, "Пары в файле", couples_in(preview.reading)),
    ]
    return [line for line in lines if line[3]]


def _counted_line(icon_name: str, tone: Tone, words: str, count: int) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(scaled(8))
    layout.addWidget(icon_label(icon_name, tone))
    layout.addWidget(text_label(words), 1)
    layout.addWidget(text_label(str(count), "strong"))
    return line


def _place_word(reading: FileReading) -> str:
    one, many = ("Таблица", "Таблицы") if reading.place_key == "table" else ("Лист", "Листы")
    return many if len(reading.header_rows) > 1 else one


def _add_facts(layout: QBoxLayout, reading: FileReading, preview: ImportPreview) -> None:
    layout.addWidget(text_label(kind_words(reading), "section", wraps=True))
    layout.addWidget(text_label(size_words(reading), "quiet"))
    layout.addSpacing(scaled(8))
    sheets = ", ".join(name for name in reading.header_rows if name)
    for label, value in (
        ("Файл", reading.file),
        (_place_word(reading), sheets),
        ("Школа в файле", reading.organisation),
        ("Учебный год", str(preview.year)),
        ("Сведения на", short_date(reading.as_of)),
        ("Приказ", f"№\u00a0{reading.order.number}" if reading.order else ""),
    ):
        if value:
            layout.addWidget(text_label(label, "small"))
            layout.addWidget(ElidedLabel(value))
    for notice in reading.notices:
        layout.addWidget(text_label(notice, "warning", wraps=True))
