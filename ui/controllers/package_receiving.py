"""«Принять посылки…»: files are opened, passwords asked for, and what replaces another asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.consolidation.received import Arrival, Incoming, Opened, Refused
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.plurals import counted
from ui.dialogs.package_password_dialog import PackagePassword, PackagePasswordDialog
from ui.operations import Progress
from ui.shell import Shell
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.results import Saved

_PACKAGES = "Посылки школ (*.posylka)"
_MOST_TOLD = 15


class PackageReceiving:
    """The municipality's side of the exchange."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.exchange.taking

    def choose(self) -> None:
        """Let the user mark files."""
        paths = self._shell.prompts.choose_files_to_open("Принять посылки школ", _PACKAGES)
        if paths:
            self.take_files(paths)

    def take_files(self, paths: Sequence[Path], passwords: tuple[str, ...] = ()) -> None:
        """Open files that were chosen or dropped, and take what is new in them."""

        def read(progress: Progress) -> Opened:
            found: Opened = self._service.open_files(paths, passwords, progress.step)
            return found

        self._shell.operations.run(
            "Чтение посылок", read, partial(self._on_opened, paths, passwords)
        )

    def _on_opened(self, paths: Sequence[Path], passwords: tuple[str, ...], found: Opened) -> None:
        closed = [one.file for one in found.refused if one.needs_password]
        if closed:
            make = partial(PackagePasswordDialog, files=closed)
            answer = self._shell.prompts.ask_draft(make, PackagePassword())
            if answer is not None:
                self.take_files(paths, (*passwords, answer.text))
                return
        taken = [*found.of(Arrival.NEW), *self._agreed(found.of(Arrival.NEWER))]
        if taken or not found.refused:
            self._take(taken, found)
        else:
            self._tell_refused(found.refused)

    def _agreed(self, newer: list[Incoming]) -> list[Incoming]:
        """Packages that may take the place of former ones."""
        if not newer:
            return []
        lines = [
            f"– {one.package.school.name}, на {short_date(one.package.as_of)}"
            for one in newer[:_MOST_TOLD]
        ]
        if len(newer) > _MOST_TOLD:
            lines.append(f"– и ещё {len(newer) - _MOST_TOLD}")
        lines.append("\nПрежние посылки этих школ и ответы на них будут заменены.")
        schools = counted(len(newer), "школы", "школ", "школ")
        question = f"Заменить посылки {schools} более новыми?"
        is_agreed = self._shell.prompts.ask_yes_no(question, "\n".join(lines), "Заменить")
        return newer if is_agreed else []

    def _take(self, taken: list[Incoming], found: Opened) -> None:
        def write(progress: Progress) -> Saved:
            saved: Saved = self._service.take(taken, progress.step)
            return saved

        def done(_saved: Saved) -> tuple[()]:
            if found.refused:
                self._tell_refused(found.refused)
            return ()

        if taken:
            self._writes.run("Приём посылок", write, next_steps=done)
        else:
            self._tell_nothing_new(found)

    def _tell_nothing_new(self, found: Opened) -> None:
        lines = [f"{one.package.school.name}: {one.arrival.label}." for one in found.incoming]
        words = "\n".join(lines[:_MOST_TOLD]) or "Файлов не выбрано."
        self._shell.prompts.show_error("Новых посылок нет", UnreadableFile(words))

    def _tell_refused(self, refused: Sequence[Refused]) -> None:
        lines = [f"{one.file}: {one.reason}" for one in refused[:_MOST_TOLD]]
        if len(refused) > _MOST_TOLD:
            lines.append(f"и ещё {len(refused) - _MOST_TOLD}")
        self._shell.prompts.show_error("Не приняты", UnreadableFile("\n".join(lines)))
