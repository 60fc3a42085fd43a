"""Questions to the user, asked through one injected object so that tests can answer them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from nastavnik_desktop.domain.errors import NastavnikError, StorageUnavailable, UnreadableFile
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.answer_dialog import choice_dialog, text_dialog
from ui.dialogs.question_dialog import QuestionDialog
from ui.dialogs.record_dialog import RecordDialog

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Draft = TypeVar("Draft")


class Prompts(Protocol):
    """Everything the program may ask; None always means that the user changed their mind."""

    def ask_yes_no(self, question: str, explanation: str, yes: str, no: str = "Отмена") -> bool:
        """A question whose buttons say what will happen."""

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """One line of text."""

    def ask_choice(self, title: str, label: str, choices: Sequence[str]) -> int | None:
        """The place of one of several."""

    def ask_draft(
        self,
        make_dialog: Callable[[QWidget | None], RecordDialog[Draft]],
        draft: Draft,
        problems: Sequence[Problem] = (),
    ) -> Draft | None:
        """A record in its dialog; ``problems`` found by a service stand beside their fields."""

    def choose_file_to_open(
        self, title: str, kinds: str, folder: Path | None = None
    ) -> Path | None:
        """An existing file; ``kinds`` as «Таблицы Excel (*.xlsx)»."""

    def choose_files_to_open(self, title: str, kinds: str) -> list[Path]:
        """Existing files, as many as the user marks; none when they changed their mind."""

    def choose_file_to_save(self, title: str, kinds: str, proposed: Path) -> Path | None:
        """A file to write; the chooser itself asks before an old one is replaced."""

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        """A folder."""

    def choose_printer(self, title: str, pages: int) -> QPrinter | None:
        """A printer for a paper of so many pages, with the pages to print."""

    def open_in_system(self, path: Path) -> bool:
        """Open a file or a folder in the system's own program; False when there is none."""

    def open_address(self, address: str) -> bool:
        """Open a page of the web («https://…») in the browser; False when there is none."""

    def show_error(self, title: str, error: NastavnikError) -> None:
        """What went wrong, where, and what to do."""

    def show_dialog(self, dialog: QWidget) -> None:
        """A window that only shows something and needs no answer."""


class QtPrompts:
    """Asks with real windows over ``parent``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def ask_yes_no(self, question: str, explanation: str, yes: str, no: str = "Отмена") -> bool:
        """Ask in a small window."""
        return bool(QuestionDialog(self._parent, question, explanation, yes, no).exec())

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Ask for one line."""
        dialog = text_dialog(self._parent, title, label, text)
        return dialog.field.text().strip() if dialog.exec() else None

    def ask_choice(self, title: str, label: str, choices: Sequence[str]) -> int | None:
        """Ask for one of a list."""
        dialog = choice_dialog(self._parent, title, label, choices)
        return dialog.field.currentIndex() if dialog.exec() else None

    def ask_draft(
        self,
        make_dialog: Callable[[QWidget | None], RecordDialog[Draft]],
        draft: Draft,
        problems: Sequence[Problem] = (),
    ) -> Draft | None:
        """Open the record's dialog and wait for its draft; a hasty second click opens none."""
        dialog = make_dialog(self._parent)
        if type(dialog) is type(QApplication.activeModalWidget()):
            dialog.deleteLater()
            return None
        return dialog.ask(draft, problems)

    def choose_file_to_open(
        self, title: str, kinds: str, folder: Path | None = None
    ) -> Path | None:
        """The system's file chooser."""
        begin_at = str(folder or _documents())
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, begin_at, kinds)
        return Path(chosen) if chosen else None

    def choose_files_to_open(self, title: str, kinds: str) -> list[Path]:
        """The system's file chooser."""
        chosen, _ = QFileDialog.getOpenFileNames(self._parent, title, _documents(), kinds)
        return [Path(each) for each in chosen]

    def choose_file_to_save(self, title: str, kinds: str, proposed: Path) -> Path | None:
        """The system's file chooser; the proposed suffix is added when none was typed."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, str(proposed), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(proposed.suffix)

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        """The system's folder chooser."""
        begin_at = str(folder or _documents())
        chosen = QFileDialog.getExistingDirectory(self._parent, title, begin_at)
        return Path(chosen) if chosen else None

    def choose_printer(self, title: str, pages: int) -> QPrinter | None:
        """The system's print dialog."""
        from ui.printing import choose_printer

        return choose_printer(self._parent, title, pages)

    def open_in_system(self, path: Path) -> bool:
        """Hand it to the system; returns at once."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_address(self, address: str) -> bool:
        """Hand it to the browser; returns at once."""
        return QDesktopServices.openUrl(QUrl(address))

    def show_error(self, title: str, error: NastavnikError) -> None:
        """One sentence and what to do, with a single button."""
        QuestionDialog(self._parent, title, words_of(error), "Понятно", "").exec()

    def show_dialog(self, dialog: QWidget) -> None:
        """Show it over the window without stopping the program."""
        dialog.setParent(self._parent, dialog.windowFlags())
        dialog.show()


def words_of(error: NastavnikError) -> str:
    """The sentence of an error with its place and advice."""
    words = error.message
    if isinstance(error, UnreadableFile) and error.place:
        words = f"{words}\nГде: {error.place}"
    if isinstance(error, StorageUnavailable) and error.advice:
        words = f"{words}\n{error.advice}"
    return words


def _documents() -> str:
    """The user's own folder of documents as the system names it, or the home folder."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return named if Path(named).is_dir() else str(Path.home())
