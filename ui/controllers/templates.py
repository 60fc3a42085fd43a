"""Editing the texts of papers: from the settings, or from the order that is being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.documents.paper_templates import TemplateKind, title_of
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderDraft, OrderKind
from nastavnik_desktop.domain.problems import Problem
from ui.papers import PaperDesk
from ui.shell import Shell
from ui.widgets.paged_paper import PagedPaper
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.template_samples import Sample
    from nastavnik_desktop.services.templates import TemplateVersion
    from ui.dialogs.template_versions_dialog import OfferedText
    from ui.dialogs.templates_dialog import TemplatesDialog, Texts, Trial

_RESET = "Вернуть исходный текст?"
_RESET_WORDS = (
    "В поля встанет текст, с которым пришла программа. Ваши сохранённые версии останутся в списке."
)


class TemplateDesk:
    """Opens the editor and saves what was changed in one step."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._service = shell.services.templates
        self._writes = Writes(shell)
        self._papers = PaperDesk(shell)

    def open(self, kind: TemplateKind = OrderKind.PAIRS, draft: OrderDraft | None = None) -> None:
        """Edit the texts, this kind in front; a draft that is being written is its sample."""
        own = None if draft is None else replace(draft, heading="")
        self._shell.operations.run(
            "Чтение текстов", self._service.all, partial(self._ask, kind, own)
        )

    def _ask(
        self,
        kind: TemplateKind,
        own: OrderDraft | None,
        given: Texts,
        answer: Texts | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        found = self._shell.prompts.ask_draft(
            partial(self._make_dialog, kind=kind, own=own, given=given), answer or given, problems
        )
        if found is None:
            return
        changed = {one: text for one, text in found.items() if text != given[one]}
        if not changed:
            return

        def ask_again(error: RuleViolation) -> None:
            found_again = [Problem(error.field, error.message)]
            self._ask(next(iter(changed)), own, given, found, found_again)

        call = partial(self._service.save, changed)
        self._writes.run("Сохранение текстов", call, on_refused=ask_again)

    def _make_dialog(
        self, parent: QWidget | None, kind: TemplateKind, own: OrderDraft | None, given: Texts
    ) -> TemplatesDialog:
        from nastavnik_desktop.documents.template_picks import picks_of
        from ui.dialogs.templates_dialog import TemplatesDialog, TextTools

        tools = TextTools(self._service.check, picks_of, self._render)
        dialog = TemplatesDialog(parent, tools, kind, given)
        dialog.samples_asked.connect(partial(self._find_samples, dialog, own))
        dialog.versions_asked.connect(partial(self._find_versions, dialog))
        dialog.reset_asked.connect(partial(self._reset, dialog))
        return dialog

    def _find_samples(
        self, dialog: TemplatesDialog, own: OrderDraft | None, *_clicked: object
    ) -> None:
        from nastavnik_desktop.services.template_samples import OrderSample

        kind = dialog.kind

        def show(samples: Sequence[Sample]) -> None:
            _if_open(dialog, lambda: dialog.show_samples(kind, samples))

        if own is not None and own.kind is kind:
            show((OrderSample("этот приказ", own),))
            return
        call = partial(self._service.samples, kind, self._shell.year())
        self._shell.operations.run("Подготовка примера", call, show)

    def _find_versions(self, dialog: TemplatesDialog, *_clicked: object) -> None:
        kind = dialog.kind

        def show(versions: Sequence[TemplateVersion]) -> None:
            _if_open(dialog, lambda: self._ask_version(dialog, kind, versions))

        call = partial(self._service.versions, kind)
        self._shell.operations.run("Чтение версий", call, show)

    def _ask_version(
        self, dialog: TemplatesDialog, kind: TemplateKind, versions: Sequence[TemplateVersion]
    ) -> None:
        from ui.dialogs.template_versions_dialog import OfferedText, TemplateVersionsDialog

        original = OfferedText("Исходный текст программы", self._service.original(kind))
        offered = [*map(_offered, versions), original]
        present = dialog.draft()[kind]
        title = title_of(kind)
        chosen = self._shell.prompts.ask_draft(
            lambda parent: TemplateVersionsDialog(parent, title, offered, present), present
        )
        if chosen is not None:
            dialog.put(chosen)

    def _reset(self, dialog: TemplatesDialog, *_clicked: object) -> None:
        if self._shell.prompts.ask_yes_no(_RESET, _RESET_WORDS, "Вернуть исходный"):
            dialog.put(self._service.original(dialog.kind))

    def _render(
        self,
        trial: Trial,
        on_loaded: Callable[[PagedPaper], object],
        on_error: Callable[[BaseException], None],
        /,
    ) -> None:
        make = partial(self._service.preview, trial.sample, trial.template)
        self._papers.load(make, lambda _pdf, paper: on_loaded(paper), on_error)


def _offered(version: TemplateVersion) -> OfferedText:
    from ui.dialogs.history_dialog import moment_words
    from ui.dialogs.template_versions_dialog import OfferedText

    ending = " – действует" if version.is_current else ""
    when = moment_words(version.saved_at.astimezone())
    return OfferedText(f"Версия {version.version}, {when}{ending}", version.template)


def _if_open(dialog: TemplatesDialog, act: Callable[[], object]) -> None:
    """What was read for a window that is gone by now is of no use."""
    from shiboken6 import isValid

    if isValid(dialog):
        act()
