"""Настройки, «Названия столбцов»: the user's own dictionary for lists that are loaded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.imports.own_words import ColumnWording
from ui.dialogs.import_columns_tab import NOT_LOADED, loaded_as
from ui.item_models.column import Column
from ui.views.settings_lists import ListSection
from ui.widgets.buttons import button
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.dialogs.column_wording_dialog import ColumnWordingDialog
    from ui.shell import Shell

_NOTE = (
    "Как ещё называются столбцы в списках вашей школы. Программа узнаёт их сразу, в любом файле. "
    "Словарь лежит в файле columns.json в папке данных и действует на этом компьютере."
)
_SAID = {True: "всё название", False: "слова внутри названия"}


class ColumnWordingsController:
    """Keeps a section; every change is written into the file at once."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._imports = shell.services.imports
        self._writes = Writes(shell)
        self.view: ListSection[ColumnWording] = ListSection(
            "column_wordings",
            "Названия столбцов",
            _columns(),
            lambda one: (one.group, one.key),
            shell.settings,
        )
        self.add = button("Добавить название…", icon_name="plus", on_click=self.add_wording)
        self.edit = button("Изменить название…", icon_name="pencil", on_click=self.edit_picked)
        self.remove = button("Убрать название", icon_name="trash-2", on_click=self.remove_picked)
        self.view.explain(_NOTE)
        self.view.put_buttons(self.add, self.edit, self.remove)
        self.view.table.words_when_empty = "Своих названий пока нет"
        self.view.table.opened.connect(lambda _one: self.edit_picked())
        self.view.table.picked.connect(self._on_picked)
        self._on_picked([])

    def reload(self) -> None:
        """Read the file again."""
        read, show = self._imports.column_wordings, self.view.model.set_rows
        self._shell.operations.run("Чтение словаря", read, show, self._on_failed)

    def add_wording(self) -> None:
        """Ask for a heading and what it means."""
        self._ask(None, ColumnWording("", NOT_LOADED))

    def edit_picked(self) -> None:
        """Change the selected line."""
        for one in self.view.table.picked_rows()[:1]:
            self._ask(one, one)

    def remove_picked(self) -> None:
        """Take the selected lines out of the dictionary."""
        gone = self.view.table.picked_rows()

        def remove() -> None:
            for one in gone:
                self._imports.set_column_wording(one, None)

        if gone:
            done = partial(self._on_written, "Убрано из словаря столбцов")
            self._shell.operations.run("Словарь", remove, done, self._on_failed)

    def _ask(
        self,
        before: ColumnWording | None,
        draft: ColumnWording,
        problems: Sequence[Problem] = (),
    ) -> None:
        def make(parent: QWidget | None) -> ColumnWordingDialog:
            from ui.dialogs.column_wording_dialog import ColumnWordingDialog

            title = "Название столбца" if before else "Новое название столбца"
            return ColumnWordingDialog(parent, title, is_whole=draft.is_whole)

        answer = self._shell.prompts.ask_draft(make, draft, problems)
        if answer is None or answer == before:
            return

        def failed(error: BaseException) -> None:
            if isinstance(error, RuleViolation):
                self._ask(before, answer, [Problem(error.field, error.message)])
            else:
                self._on_failed(error)

        words = f"Столбец «{answer.text}» читается как «{loaded_as(answer.meaning)}»"
        write = partial(self._imports.set_column_wording, before, answer)
        done = partial(self._on_written, words)
        self._shell.operations.run("Словарь", write, done, failed)

    def _on_written(self, words: str, _none: object) -> None:
        """The file is not in the base: there is no step of the journal to take back."""
        self._shell.notify(Notice(words))
        self.reload()

    def _on_failed(self, error: BaseException) -> None:
        self._writes.show("Словарь столбцов", error)

    def _on_picked(self, lines: list[ColumnWording]) -> None:
        self.edit.setEnabled(len(lines) == 1)
        self.remove.setEnabled(bool(lines))


def _columns() -> list[Column[ColumnWording]]:
    return [
        Column("Название в файле", lambda one: one.text, width=240, stretches=True),
        Column("Что это", lambda one: loaded_as(one.meaning), width=180, stretches=True),
        Column("Узнаётся", lambda one: _SAID[one.is_whole], width=170),
    ]
