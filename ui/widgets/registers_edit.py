"""A field for several registers of orders: a title and a pattern of numbers for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nastavnik_desktop.domain.school import Register
from ui.theme import scaled
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import text_label

_PATTERN_WIDTH = 120
_EXAMPLE_WIDTH = 150
_EXAMPLE_NUMBER = 12


@dataclass(frozen=True)
class _Line:
    register_id: int | None
    holder: QWidget
    title: QLineEdit
    pattern: QLineEdit
    remove: QPushButton

    @property
    def register(self) -> Register:
        return Register(self.register_id, self.title.text().strip(), self.pattern.text().strip())


class RegistersEdit(QWidget):
    """``registers`` are the lines as they stand; ``changed`` is emitted with every keystroke."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(scaled(8))
        adder = button("Добавить журнал", "link", "plus", self.add_register)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addLayout(self._column)
        layout.addWidget(adder, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(adder)

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers as the lines stand."""
        return tuple(line.register for line in self._lines)

    def show_registers(self, registers: tuple[Register, ...]) -> None:
        """Replace the lines."""
        if registers == self.registers:
            return
        for line in list(self._lines):
            self._drop(line)
        for register in registers:
            self._add(register)

    def add_register(self) -> None:
        """Add an empty line and put the cursor into it."""
        self._add(Register(None, ""))
        self._lines[-1].title.setFocus()
        self.changed.emit()

    def _add(self, register: Register) -> None:
        line = _make_line(register)
        line.title.textChanged.connect(self._on_typed)
        line.pattern.textChanged.connect(self._on_typed)
        line.remove.clicked.connect(partial(self._on_remove_clicked, line))
        self._lines.append(line)
        self._column.addWidget(line.holder)

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        line.holder.hide()
        line.holder.deleteLater()

    def _on_typed(self) -> None:
        self.changed.emit()

    def _on_remove_clicked(self, line: _Line) -> None:
        self._drop(line)
        self.changed.emit()


def _make_line(register: Register) -> _Line:
    holder = QWidget()
    title = QLineEdit(register.title)
    title.setPlaceholderText("Название журнала")
    title.setAccessibleName("Название журнала")
    pattern = QLineEdit(register.pattern)
    pattern.setAccessibleName("Образец номера")
    pattern.setFixedWidth(scaled(_PATTERN_WIDTH))
    example = text_label("", "quiet")
    example.setFixedWidth(scaled(_EXAMPLE_WIDTH))
    remove = icon_button("trash-2", "Убрать журнал")

    def show_example(text: str) -> None:
        example.setText(f"например, № {text.replace('{n}', str(_EXAMPLE_NUMBER))}")

    pattern.textChanged.connect(show_example)
    show_example(register.pattern)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scaled(8))
    row.addWidget(title, 1)
    for part in (pattern, example, remove):
        row.addWidget(part)
    return _Line(register.register_id, holder, title, pattern, remove)
