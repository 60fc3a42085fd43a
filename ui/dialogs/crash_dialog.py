"""The window that comes up after an unexpected error: what happened, and the report to send."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import text_label

_SENTENCE = (
    "Последнее действие не выполнено, и в базе ничего не изменено. Можно продолжать работу. "
    "Если ошибка повторяется, отправьте отчёт разработчику: в нём нет сведений о людях."
)


class CrashDialog(QDialog):
    """Shows a report and lets the user copy or save it."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Наставник: непредвиденная ошибка")
        self.resize(scaled(600), scaled(420))
        self._report = report
        self._said = text_label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label("В программе случилась ошибка", "title"))
        layout.addWidget(text_label(_SENTENCE, "quiet", wraps=True))
        layout.addWidget(_report_field(report), 1)
        layout.addLayout(self._buttons())

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
        self._said.setText("Отчёт скопирован.")

    def save_report(self, path: Path) -> None:
        """Write the report to a file and say how that went."""
        try:
            path.write_text(self._report, encoding="utf-8")
        except OSError:
            self._said.setText("Файл не записан: выберите другую папку.")
        else:
            self._said.setText(f"Отчёт сохранён: {path.name}")

    def _on_save_asked(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Сохранить отчёт", "nastavnik-report.txt", "Текст (*.txt)"
        )
        if chosen:
            self.save_report(Path(chosen))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(self._said, 1)
        row.addWidget(button("Скопировать отчёт", icon_name="copy", on_click=self.copy_report))
        row.addWidget(button("Сохранить…", icon_name="save", on_click=self._on_save_asked))
        row.addWidget(button("Продолжить", "primary", on_click=self.accept))
        return row


def _report_field(report: str) -> QPlainTextEdit:
    field = QPlainTextEdit(report)
    field.setReadOnly(True)
    field.setAccessibleName("Отчёт об ошибке")
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    return field


def show_crash(report: str) -> None:
    """Show a report over whatever window there is, or with none; logged only off the GUI thread."""
    application = QApplication.instance()
    if application is None:
        application = QApplication([])
    if QThread.currentThread() is application.thread():
        CrashDialog(QApplication.activeWindow(), report).exec()
