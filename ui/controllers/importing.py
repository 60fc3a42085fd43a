"""Loading of a list: choose a file, read it, show the preview, write, say what was done."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from nastavnik_desktop.domain.errors import Cancelled, NastavnikError, UnreadableFile
from nastavnik_desktop.imports.own_words import ColumnWording
from nastavnik_desktop.services.import_preview import ImportLine, ImportPreview
from ui.controllers.import_report import report_paper
from ui.operations import Progress
from ui.papers import PaperDesk
from ui.requests import LIST_SUFFIXES, PickRecords
from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.writes import Writes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nastavnik_desktop.services.imports import Imported
    from ui.dialogs.import_columns_tab import ColumnChoice
    from ui.dialogs.import_dialog import ImportDialog
    from ui.widgets.records_table import RecordsTable

PASTE_WORDS = "Вставить список из буфера"
_KINDS = f"Списки ({' '.join(f'*{suffix}' for suffix in LIST_SUFFIXES)})"
_PASTED_NAME = "Вставленный список.csv"
_NOTHING_COPIED = (
    "В буфере обмена нет таблицы. Выделите в Excel строки вместе с заголовками столбцов "
    "и скопируйте их (Ctrl+C)."
)
_Source: TypeAlias = Callable[[], AbstractContextManager[Path]]
"""Where a list is read from; a pasted one is a file only as long as it is being read."""


@dataclass(frozen=True)
class _Read:
    """A file that was read, with the lines as filling each of their candidates."""

    preview: ImportPreview
    filled: dict[tuple[int, int], ImportLine]
    today: date


class ListImport:
    """Nothing is written before the user agrees to the preview."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._papers = PaperDesk(shell)
        self._meanings: dict[str, dict[str, str]] = {}
        self._source: _Source | None = None

    def choose(self) -> None:
        """Ask for a file and load it."""
        path = self._shell.prompts.choose_file_to_open("Загрузить список", _KINDS)
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Read a file on the worker, then show what was understood."""
        self._begin(lambda: nullcontext(path))

    def paste(self) -> None:
        """Load the block of cells that was copied in a table, as if it were a file."""
        text = QGuiApplication.clipboard().text()
        if "\t" in text or "\n" in text.strip():
            self._begin(partial(_pasted, text))
        else:
            self._shell.notify(Notice(_NOTHING_COPIED, Tone.WARNING))

    def serve(self, table: RecordsTable[Any]) -> None:
        """Offer pasting in the menu of a table, and by Ctrl+V while it has the focus."""
        table.tools = {**table.tools, PASTE_WORDS: self.paste}
        keys = QShortcut(QKeySequence.StandardKey.Paste, table, self.paste)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _begin(self, source: _Source) -> None:
        self._source = source
        read, done = partial(self._read_from, source), partial(self._ask, source)
        self._shell.operations.run("Чтение файла", read, done, self._on_failed)

    def _read_from(self, source: _Source, progress: Progress) -> _Read:
        with source() as path:
            return self._read(path, progress)

    def _read(self, path: Path, progress: Progress) -> _Read:
        services = self._shell.services
        preview = services.imports.read(path, progress.step)
        return _Read(preview, services.imports.choices(preview), services.school.today())

    def _ask(self, source: _Source, read: _Read, column_note: str = "") -> None:
        """Show the preview; when it closes for the sake of a column, read the file again."""
        opened: list[ImportDialog] = []

        def make(parent: QWidget | None) -> ImportDialog:
            from ui.dialogs.import_dialog import ImportDialog

            facts = (read.preview, read.filled, read.today)
            opened.append(ImportDialog(parent, *facts, self.save_report, column_note))
            return opened[-1]

        agreed = self._shell.prompts.ask_draft(make, read.preview)
        choice = next((dialog.column_choice for dialog in opened), None)
        if agreed is not None:
            self._commit(agreed)
        elif choice is not None:
            self._read_again(source, read, choice)
        elif any(dialog.is_left_for_missing for dialog in opened):
            self._show_missing(read.preview)

    def _read_again(self, source: _Source, before: _Read, choice: ColumnChoice) -> None:
        def done(read: _Read) -> None:
            self._ask(source, read, choice.sentence)

        def failed(error: BaseException) -> None:
            self._on_failed(error)
            self._ask(source, before)

        read = partial(self._read_with, choice, source)
        self._shell.operations.run("Чтение файла", read, done, failed)

    def _read_with(self, choice: ColumnChoice, source: _Source, progress: Progress) -> _Read:
        """Remember the meaning, unless the file cannot be read with it."""
        imports, column = self._shell.services.imports, choice.column
        before = self._meanings.get(column.shape, {})
        meanings = {**before, column.key: choice.meaning}
        imports.remember_columns(column.shape, meanings)
        try:
            read = self._read_from(source, progress)
        except NastavnikError:
            imports.remember_columns(column.shape, before)
            raise
        if choice.is_for_all:
            imports.set_column_wording(None, ColumnWording(column.header, choice.meaning))
        self._meanings[column.shape] = meanings
        return read

    def _commit(self, preview: ImportPreview) -> None:
        def work(progress: Progress) -> Imported:
            imported: Imported = self._shell.services.imports.commit(preview, progress.step)
            return imported

        done = partial(self._on_loaded, preview)
        self._shell.operations.run("Загрузка списка", work, done, self._on_failed)

    def save_report(
        self, preview: ImportPreview, unresolved: Sequence[Mapping[str, str]] = ()
    ) -> None:
        """Write what was understood and decided into a file, and which pairs were not made."""
        services, source = self._shell.services, self._source

        def marked(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
            with source() if source else nullcontext(Path()) as path:
                reading = preview.reading
                content: bytes = services.imports.marked_report(path, reading, headings, rows)
                return content

        self._papers.save(report_paper(preview, marked, unresolved), "xlsx")

    def _on_loaded(self, preview: ImportPreview, imported: Imported) -> None:
        self._shell.changes.publish(imported.changes)
        unresolved = imported.pairings.unresolved
        actions = (
            *self._looks_at_missing(preview),
            NoticeAction("Сохранить отчёт…", partial(self.save_report, preview, unresolved)),
            NoticeAction("Отменить", self._writes.undo),
        )
        left = f", не создано пар: {len(unresolved)} (почему – в отчёте)" if unresolved else ""
        tone = Tone.WARNING if unresolved else Tone.GOOD
        self._shell.notify(Notice(imported.message + left, tone, actions))

    def _looks_at_missing(self, preview: ImportPreview) -> Iterator[NoticeAction]:
        if preview.missing:
            words = f"Кого нет в списке: {len(preview.missing)}"
            yield NoticeAction(words, partial(self._show_missing, preview))

    def _show_missing(self, preview: ImportPreview) -> None:
        wanted = PickRecords(tuple(person.person_id for person in preview.missing))
        self._shell.open_page("people", wanted)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._shell.notify(Notice(error.message, Tone.NEUTRAL))
        else:
            self._writes.show("Список не загружен", error)


@contextmanager
def _pasted(text: str) -> Iterator[Path]:
    """A file of the cells, quoted so that commas inside them part nothing."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / _PASTED_NAME
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(StringIO(text, newline=""), delimiter="\t")
            try:
                csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
            except csv.Error as error:
                raise UnreadableFile(_NOTHING_COPIED) from error
        yield path
