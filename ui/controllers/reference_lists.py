"""The section «Формы наставничества» of the settings: every change is saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import MentoringForm, MentoringModel
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.reference_lists import ModesDraft, ReferenceLists
from nastavnik_desktop.services.results import Saved
from ui.shell import Shell
from ui.views.reference_lists import ReferenceListsView
from ui.widgets.notice_bar import NoticeAction
from ui.writes import Writes


class ReferenceListsController:
    """Keeps the view of the lists."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.reference_lists
        self._lists = ReferenceLists((), ())
        self.view = ReferenceListsView(shell.settings)
        self.view.add.clicked.connect(lambda _checked: self.add())
        self.view.edit.clicked.connect(lambda _checked: self._on_edit_clicked())
        self.view.up.clicked.connect(lambda _checked: self._on_move_clicked(-1))
        self.view.down.clicked.connect(lambda _checked: self._on_move_clicked(1))
        self.view.archive.clicked.connect(lambda _checked: self._on_archive_clicked())
        self.view.modes.clicked.connect(lambda _checked: self.edit_modes())
        self.view.table.opened.connect(self.edit)
        self.view.table.picked.connect(self._on_picked)
        self._on_picked([])

    def reload(self) -> None:
        """Read the lists again."""
        self._shell.operations.run("Чтение списков", self._service.lists, self._show)

    def add(self) -> None:
        """Ask for a new form."""
        self._ask_form(MentoringForm("", "", MentoringModel.TEACHERS))

    def edit(self, form: MentoringForm) -> None:
        """Ask for another title or other role models."""
        self._ask_form(form)

    def edit_modes(self) -> None:
        """Ask for the list of modes."""
        from ui.dialogs.reference_list_dialogs import ModesDialog

        answer = self._shell.prompts.ask_draft(ModesDialog, ModesDraft(self._lists.modes))
        if answer is not None:
            call = partial(self._service.save_modes, answer)
            self._writes.run("Виды наставничества", call, next_steps=self._after)

    def _ask_form(self, form: MentoringForm, problems: Sequence[Problem] = ()) -> None:
        from ui.dialogs.reference_list_dialogs import MentoringFormDialog

        answer = self._shell.prompts.ask_draft(
            lambda parent: MentoringFormDialog(parent, self._lists.forms), form, problems
        )
        if answer is None:
            return

        def ask_again(error: RuleViolation) -> None:
            self._ask_form(answer, [Problem(error.field, error.message)])

        self._writes.run(
            "Форма наставничества",
            partial(self._service.save_form, answer),
            next_steps=self._after,
            on_refused=ask_again,
        )

    def _after(self, _saved: Saved) -> tuple[NoticeAction, ...]:
        self.reload()
        return ()

    def _show(self, lists: ReferenceLists) -> None:
        self._lists = lists
        self.view.model.set_rows(lists.forms)

    def _on_edit_clicked(self) -> None:
        for form in self.view.table.picked_rows()[:1]:
            self.edit(form)

    def _on_move_clicked(self, steps: int) -> None:
        for form in self.view.table.picked_rows()[:1]:
            call = partial(self._service.move_form, form.code, steps)
            self._writes.run("Порядок форм", call, next_steps=self._after)

    def _on_archive_clicked(self) -> None:
        for form in self.view.table.picked_rows()[:1]:
            archive = self._service.archive_form
            call = partial(archive, form.code, is_archived=not form.is_archived)
            self._writes.run("Архив форм", call, next_steps=self._after)

    def _on_picked(self, forms: list[MentoringForm]) -> None:
        for each in (self.view.edit, self.view.up, self.view.down, self.view.archive):
            each.setEnabled(len(forms) == 1)
        is_archived = bool(forms) and forms[0].is_archived
        self.view.archive.setText("Вернуть из архива" if is_archived else "В архив")
