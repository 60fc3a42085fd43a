"""Sights of the texts of papers: the editor, its picker of words, versions of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from nastavnik_desktop.documents.paper_templates import title_of
from nastavnik_desktop.documents.template_picks import picks_of
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.orders import OrderKind
from ui.controllers.templates import TemplateDesk
from ui.dialogs.template_versions_dialog import OfferedText, TemplateVersionsDialog
from ui.dialogs.word_picker import WordPicker
from ui.main_window import MainWindow
from ui.shell import Shell


def text_sights(shell: Shell, window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Names of pictures with what opens each of them."""
    desk = TemplateDesk(shell)
    yield "templates-dialog", desk.open
    yield "templates-results-dialog", partial(desk.open, OrderKind.RESULTS)
    yield "templates-consent-dialog", partial(desk.open, ConsentKind.PUBLICATION)
    yield "template-versions-dialog", partial(_show_versions, shell)
    yield "template-words", partial(_show_words, shell, window)


def _show_versions(shell: Shell) -> None:
    kind = OrderKind.REWARD
    present = shell.services.templates.original(kind)
    former = replace(present, heading="О поощрении лучших наставников", grounds="")
    offered = [
        OfferedText("Версия 1, 08.09.2026 в 14:05", former),
        OfferedText("Исходный текст программы", present),
    ]
    shell.prompts.ask_draft(
        lambda parent: TemplateVersionsDialog(parent, title_of(kind), offered, present), present
    )


def _show_words(shell: Shell, window: MainWindow) -> None:
    picker = WordPicker(window, lambda _text: None)
    picker.offer(picks_of(OrderKind.PAIRS), window)
    shell.prompts.show_dialog(picker)
