"""Copies of the base by hand: make one now, keep one elsewhere, put one back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from ui.controllers.everything import export_everything
from ui.views.backups import BackupsView
from ui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from nastavnik_desktop.domain.backups import Backup
    from nastavnik_desktop.services.bases import BaseInfo
    from nastavnik_desktop.services.results import Saved
    from ui.shell import Shell

_KINDS = "База Наставника (*.nastavnik)"
_NOTE = (
    "Копии делаются сами: при закрытии программы, перед загрузкой списков и обновлением базы, "
    "и пока вы работаете. Старые прореживаются: остаются копии по дням, неделям и месяцам."
)
_SERVER = (
    "Эту базу хранит сервер, и копирует её тоже сервер: автоматических копий программа не делает. "
    "Копию в файл можно сохранить всегда."
)
_WHAT_HAPPENS = (
    "База станет такой, какой была {moment}. Всё, что введено позже, останется только в копии, "
    "которую программа сделает перед восстановлением."
)


class BackupsController:
    """Keeps a view of copies; the view keeps the controller alive."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._bases = shell.services.bases
        self.view = BackupsView(shell.settings)
        self.view.note.setText(_NOTE)
        self.view.make.clicked.connect(lambda _checked: self.make())
        self.view.save_as.clicked.connect(lambda _checked: self.save_as())
        self.view.restore.clicked.connect(lambda _checked: self.restore_picked())
        self.view.export.clicked.connect(lambda _checked: export_everything(shell))
        self.view.table.picked.connect(self._on_picked)
        self._on_picked([])

    def show(self) -> None:
        """Open the list in a window of its own."""
        from ui.dialogs.backups_dialog import BackupsDialog

        self.reload()
        self._shell.prompts.show_dialog(BackupsDialog(self.view))

    def reload(self) -> None:
        """Read the list again."""

        def read() -> tuple[BaseInfo, Sequence[Backup]]:
            return self._bases.info(), self._bases.backups()

        self._shell.operations.run("Чтение копий", read, lambda found: self._show(*found))

    def make(self) -> None:
        """Make a copy now."""
        self._shell.operations.run("Резервная копия", self._bases.back_up, self._on_made)

    def save_as(self) -> None:
        """Write a copy to a file that the user names."""
        name = f"Копия базы {datetime.now():%Y-%m-%d}{paths.BASE_SUFFIX}"
        path = self._shell.prompts.choose_file_to_save(
            "Сохранить копию базы", _KINDS, paths.documents_dir() / name
        )
        if path is not None:
            call = partial(self._bases.dump, path)
            self._shell.operations.run("Копия базы", call, self._tell)

    def restore_picked(self) -> None:
        """Ask, then put the chosen copy in place of the base."""
        for copy in self.view.table.picked_rows()[:1]:
            words = _WHAT_HAPPENS.format(moment=f"{copy.made_at:%d.%m.%Y в %H:%M}")
            if self._shell.prompts.ask_yes_no("Восстановить базу?", words, "Восстановить"):
                self._restore(copy.path)

    def _restore(self, path: Path) -> None:
        def done(saved: Saved) -> None:
            self._shell.changes.publish(saved.changes)
            self._tell(saved)
            self.reload()

        self._shell.operations.run("Восстановление", partial(self._bases.restore, path), done)

    def _on_made(self, saved: Saved) -> None:
        self._tell(saved)
        self._shell.changes.publish(saved.changes)
        self.reload()

    def _tell(self, saved: Saved) -> None:
        self._shell.notify(Notice(saved.message))

    def _show(self, info: BaseInfo, copies: Sequence[Backup]) -> None:
        self.view.note.setText(_SERVER if info.is_server else _NOTE)
        self.view.table.setVisible(not info.is_server)
        self.view.make.setVisible(not info.is_server)
        self.view.restore.setVisible(not info.is_server)
        self.view.make.setEnabled(not info.is_read_only)
        self.view.model.set_rows(copies)

    def _on_picked(self, rows: list[Backup]) -> None:
        self.view.restore.setEnabled(len(rows) == 1)
