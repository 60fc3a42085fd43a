"""The section of the heads: who signs orders, from day to day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.school import Head, School
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.views.settings_section import SchoolSection
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_NOTE = (
    "Приказ подписывает тот, кто руководит школой в день приказа. Если в этот день указан "
    "и. о. директора, подписывает он."
)


@dataclass(frozen=True)
class HeadLine:
    """A head at its place in the list."""

    place: int
    head: Head

    @property
    def term(self) -> str:
        """«с 26.08.2019», «с 01.07.2026 по 28.07.2026», «без срока»."""
        since, until = short_date(self.head.since_on), short_date(self.head.until_on)
        parts = [f"с {since}" if since else "", f"по {until}" if until else ""]
        return " ".join(filter(None, parts)) or "без срока"


def _columns() -> list[Column[HeadLine]]:
    return [
        Column("ФИО", lambda line: line.head.name.full, width=220, stretches=True),
        Column("Должность", lambda line: line.head.title, width=140, stretches=True),
        Column("Срок", lambda line: line.term, lambda line: line.head.since_on, width=190),
    ]


class HeadsSection(SchoolSection):
    """Signals ``add_asked``, ``edit_asked`` with a place; the list changes by ``put``."""

    add_asked = Signal()
    edit_asked = Signal(int)

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        self._heads: tuple[Head, ...] = ()
        self._model = RowsModel(_columns(), identify=lambda line: line.place)
        self.table = RecordsTable("heads", "Руководители", self._model, settings)
        self.table.words_when_empty = "Добавьте директора: он подписывает приказы"
        self.add_wide(text_label(_NOTE, "quiet", wraps=True))
        self.add("heads", "Руководители", _HeadsField(self.table, self._buttons()))
        self.table.opened.connect(lambda line: self.edit_asked.emit(line.place))
        self.table.picked.connect(self._on_picked)
        self._on_picked([])

    def fill(self, school: School) -> None:
        """Show the heads."""
        self._show(school.heads)

    def applied(self, school: School) -> School:
        """The school with these heads."""
        return replace(school, heads=self._heads)

    def head(self, place: int) -> Head:
        """The head at a place of the list."""
        return self._heads[place]

    def put(self, head: Head, place: int | None) -> None:
        """Replace the head at a place, or (None) add a new one."""
        heads = list(self._heads)
        if place is None:
            heads.append(head)
        else:
            heads[place] = head
        self._show(tuple(heads))
        self.changed.emit()

    def _remove_picked(self) -> None:
        places = {line.place for line in self.table.picked_rows()}
        kept = [head for place, head in enumerate(self._heads) if place not in places]
        self._show(tuple(kept))
        self.changed.emit()

    def _edit_picked(self) -> None:
        for line in self.table.picked_rows()[:1]:
            self.edit_asked.emit(line.place)

    def _show(self, heads: tuple[Head, ...]) -> None:
        self._heads = heads
        self._model.set_rows([HeadLine(place, head) for place, head in enumerate(heads)])

    def _buttons(self) -> QHBoxLayout:
        self._add = button("Добавить…", icon_name="plus", on_click=self.add_asked.emit)
        self._edit = button("Изменить…", icon_name="pencil", on_click=self._edit_picked)
        self._remove = button("Убрать", icon_name="trash-2", on_click=self._remove_picked)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        for each in (self._add, self._edit, self._remove):
            row.addWidget(each)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return row

    def _on_picked(self, lines: list[HeadLine]) -> None:
        self._edit.setEnabled(len(lines) == 1)
        self._remove.setEnabled(bool(lines))


class _HeadsField(QWidget):
    def __init__(self, table: QWidget, buttons: QHBoxLayout) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(table)
        layout.addLayout(buttons)
        self.setFocusProxy(table)
