"""What packages of schools hold of a person: the user marks what is of this very person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.consolidation.held import Held
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.held_people import HeldPreview
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.check_list import CheckList
from ui.widgets.labels import text_label

_WHAT = (
    "Отметьте записи именно этого человека: однофамильцы из других школ остаются. Числа форм не "
    "изменятся. Отменить удаление нельзя."
)
_FILES = (
    "Сами файлы посылок, которые прислали школы, лежат вне базы: удалите их сами. Сведения в базе "
    "школы удаляет школа."
)


@dataclass(frozen=True)
class Removal:
    """The records that will be removed."""

    chosen: tuple[Held, ...] = ()


class HeldPeopleDialog(RecordDialog[Removal]):
    """Nothing is marked at first where several people may answer to the name."""

    def __init__(self, parent: QWidget | None, preview: HeldPreview) -> None:
        title = f"Удалить сведения о человеке: {preview.name}"
        super().__init__(parent, title, "Удалить навсегда")
        self._preview = preview
        self.form.add_wide(text_label(_WHAT, wraps=True))
        lines = CheckList[Held]("Что есть в посылках", rows_shown=5)
        self.lines = self.form.add("chosen", "Что есть в посылках", lines)
        self.form.add_wide(text_label(_FILES, "quiet", wraps=True))
        if preview.copies:
            names = "\n".join(path.name for path in preview.copies)
            words = f"В резервных копиях эти данные ещё есть:\n{names}"
            self.form.add_wide(text_label(words, "quiet", wraps=True))

    def fill(self, draft: Removal) -> None:
        """Show the records with their marks."""
        self.lines.show_lines(
            [(one, one.title, one in draft.chosen) for one in self._preview.found]
        )

    def draft(self) -> Removal:
        """What is marked."""
        return Removal(tuple(self.lines.chosen))

    def problems(self, draft: Removal) -> Sequence[Problem]:
        """Something must be marked."""
        return [] if draft.chosen else [Problem("chosen", "Отметьте, что удалить.")]
