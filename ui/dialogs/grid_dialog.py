"""«Править таблицей»: cells of many people, typed over as in Excel, saved as one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.item_models.grid import GridDraft, GridModel
from ui.theme import scaled
from ui.widgets.form import Form
from ui.widgets.grid_table import GridTable
from ui.widgets.labels import text_label

_ROOM = QSize(1000, 420)
_SHARE = QSizeF(0.9, 0.48)
_ERRORS_SHOWN = 3
_KEYS = (
    "Печатайте в ячейке, Tab и Enter ведут дальше. Ctrl+D заполняет выделенное вниз, Ctrl+V "
    "вставляет блок из Excel, Delete очищает, Ctrl+Z возвращает."
)


class GridDialog(RecordDialog[GridDraft]):
    """Changed cells are tinted, those that were not understood are red and say why."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Править таблицей", form=_WideForm())
        self.model = GridModel()
        self.table = GridTable("Таблица людей", self.model)
        self.count = text_label("", "strong")
        self.table.setMinimumHeight(_room(self).height())
        self.form.add_wide(text_label(_KEYS, "quiet", wraps=True))
        self.form.add_wide(self.table)
        self.form.add_wide(self.count)
        self.model.dataChanged.connect(lambda *_cells: self._show_count())

    def fill(self, draft: GridDraft) -> None:
        """Show the rows and what was typed over them."""
        self.model.show_draft(draft)
        self.table.setFocus()
        self._show_count()

    def draft(self) -> GridDraft:
        """The rows with what was typed."""
        return self.model.draft

    def problems(self, draft: GridDraft) -> Sequence[Problem]:
        """Cells that cannot be read."""
        faults = self.model.errors
        rest = len(faults) - _ERRORS_SHOWN
        shown = [Problem("", fault) for fault in faults[:_ERRORS_SHOWN]]
        if rest > 0:
            cells = counted(rest, "ячейка", "ячейки", "ячеек")
            shown.append(Problem("", f"…и ещё {cells}, отмеченные красным."))
        return shown if draft.texts else []

    def _show_count(self) -> None:
        changed = len(self.model.draft.texts)
        cells = counted(changed, "ячейка", "ячейки", "ячеек")
        self.count.setText(f"Изменено: {cells}" if changed else "Пока ничего не изменено")


class _WideForm(Form):
    """As wide as the grid wants, as far as the screen has room."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(_room(self).width(), 0))


def _room(widget: QWidget) -> QSize:
    """What a grid takes of the screen."""
    screen = widget.screen().availableGeometry()
    share = QSize(int(screen.width() * _SHARE.width()), int(screen.height() * _SHARE.height()))
    return QSize(scaled(_ROOM.width()), scaled(_ROOM.height())).boundedTo(share)
