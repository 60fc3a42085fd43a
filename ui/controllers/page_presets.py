"""The section «Оформление листов» of the settings: every change is saved at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.page_presets import PresetDraft, PresetRow
from nastavnik_desktop.services.results import Saved
from ui.papers import PaperDesk
from ui.shell import Shell
from ui.views.page_presets import PagePresetsView
from ui.widgets.notice_bar import NoticeAction
from ui.widgets.paged_paper import PagedPaper
from ui.widgets.picture_field import PictureField
from ui.writes import Writes

if TYPE_CHECKING:
    from ui.dialogs.page_preset_dialog import PagePresetDialog

_PICTURES = "Картинки (*.png *.jpg *.jpeg)"


class PagePresetsController:
    """Keeps the list of pages."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._desk = PaperDesk(shell)
        self._service = shell.services.page_presets
        self.view = PagePresetsView(shell.settings)
        self.view.use.clicked.connect(lambda _checked: self._with_picked(self.use))
        self.view.edit.clicked.connect(lambda _checked: self._with_picked(self.edit))
        self.view.delete.clicked.connect(lambda _checked: self._with_picked(self.delete))
        self.view.table.opened.connect(self.edit)
        self.view.table.picked.connect(self._on_picked)
        self._on_picked([])

    def reload(self) -> None:
        """Read the pages again."""
        self._shell.operations.run("Чтение страниц", self._service.rows, self._show)

    def use(self, row: PresetRow) -> None:
        """Print orders on this page from now on."""
        call = partial(self._service.use, row.preset.code)
        self._writes.run("Страница приказов", call, next_steps=self._after)

    def edit(self, row: PresetRow) -> None:
        """Change an own page; a shipped one is copied first."""
        call = partial(self._service.draft, row.preset.code)
        self._shell.operations.run("Чтение страницы", call, self._ask)

    def delete(self, row: PresetRow) -> None:
        """Delete an own page."""
        call = partial(self._service.delete, row.preset.code)
        self._writes.run("Удаление страницы", call, next_steps=self._after)

    def _ask(self, draft: PresetDraft, problems: Sequence[Problem] = ()) -> None:
        answer = self._shell.prompts.ask_draft(self._make_dialog, draft, problems)
        if answer is None:
            return

        def ask_again(error: RuleViolation) -> None:
            self._ask(answer, [Problem(error.field, error.message)])

        self._writes.run(
            "Страница приказов",
            partial(self._service.save, answer),
            next_steps=self._after,
            on_refused=ask_again,
        )

    def _make_dialog(self, parent: QWidget | None) -> PagePresetDialog:
        from ui.dialogs.page_preset_dialog import PagePresetDialog

        dialog = PagePresetDialog(parent, self._render)
        dialog.emblem.choose_asked.connect(partial(self._choose_emblem, dialog.emblem))
        return dialog

    def _choose_emblem(self, field: PictureField) -> None:
        path = self._shell.prompts.choose_file_to_open("Эмблема", _PICTURES)
        if path is None:
            return
        try:
            field.put(self._service.read_emblem(path))
        except UnreadableFile as error:
            self._shell.prompts.show_error("Эмблема не выбрана", error)

    def _render(
        self,
        draft: PresetDraft,
        on_loaded: Callable[[PagedPaper], object],
        on_error: Callable[[BaseException], None],
    ) -> None:
        make = partial(self._service.preview, draft, self._shell.year())
        self._desk.load(make, lambda _pdf, paper: on_loaded(paper), on_error)

    def _after(self, _saved: Saved) -> tuple[NoticeAction, ...]:
        self.reload()
        return ()

    def _show(self, rows: list[PresetRow]) -> None:
        self.view.model.set_rows(rows)

    def _with_picked(self, call: Callable[[PresetRow], None]) -> None:
        for row in self.view.table.picked_rows()[:1]:
            call(row)

    def _on_picked(self, rows: list[PresetRow]) -> None:
        one = rows[0] if len(rows) == 1 else None
        self.view.use.setEnabled(one is not None and not one.is_used)
        self.view.edit.setEnabled(one is not None)
        self.view.edit.setText("Изменить…" if one is None or one.is_own else "Своя на основе этой…")
        self.view.delete.setEnabled(one is not None and one.is_own and not one.is_used)
