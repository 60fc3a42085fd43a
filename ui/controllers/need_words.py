"""Настройки, «Запросы»: the list of needs that cards propose."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.need_words import NeedAudience, NeedWord
from nastavnik_desktop.domain.plurals import counted
from ui.item_models.column import Column
from ui.tokens import Tone
from ui.views.settings_lists import ListSection
from ui.widgets.buttons import button
from ui.widgets.fields import ChoiceField
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.results import Saved
    from ui.shell import Shell

_NOTE = (
    "Эти слова предлагает карточка: наставляемому – как запросы, наставнику – как компетенции. "
    "Одинаковые слова подбор сравнивает. В карточке можно написать и своими словами."
)
_IN_CARDS = (
    "Прежнее слово стоит в {cards}. Если заменить его и там, запросы и компетенции по-прежнему "
    "будут совпадать слово в слово. Это один шаг, его можно отменить."
)


class NeedWordsController:
    """Keeps a section; every change is written at once and can be undone."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._service = shell.services.need_words
        self._writes = Writes(shell)
        self._words: tuple[NeedWord, ...] = ()
        self.view: ListSection[NeedWord] = ListSection(
            "need_words", "Запросы", _columns(), lambda word: word.key, shell.settings
        )
        self.audience = ChoiceField([(each, each.label) for each in NeedAudience])
        self.audience.setAccessibleName("Чьи запросы")
        self.audience.setMinimumContentsLength(
            len(max((each.label for each in NeedAudience), key=len))
        )
        self.add = button("Добавить запрос…", icon_name="plus", on_click=self.add_word)
        self.rename = button("Переименовать…", icon_name="pencil", on_click=self.rename_picked)
        self.up = button("Выше", on_click=partial(self.move_picked, -1))
        self.down = button("Ниже", on_click=partial(self.move_picked, 1))
        self.archive = button("В архив", icon_name="archive", on_click=self.archive_picked)
        self.remove = button("Убрать запрос", icon_name="trash-2", on_click=self.remove_picked)
        self._lay_out()

    def reload(self) -> None:
        """Read the list again."""
        self._shell.operations.run("Чтение запросов", self._service.words, self._show)

    def add_word(self) -> None:
        """Ask for a word and put it at the end of the list."""
        title = self._shell.prompts.ask_text("Новый запрос", "Запрос")
        if title is not None:
            self._write(partial(self._service.add, title, self._audience()))

    def rename_picked(self) -> None:
        """Ask for another wording; where cards have the former one, ask about them too."""
        for word in self.view.table.picked_rows()[:1]:
            title = self._shell.prompts.ask_text("Переименовать запрос", "Запрос", word.title)
            if title is not None and title != word.title:
                count = partial(self._service.cards_with, word)
                self._shell.operations.run("Запрос", count, partial(self._rename, word, title))

    def move_picked(self, step: int) -> None:
        """Move the selected word up or down."""
        for word in self.view.table.picked_rows()[:1]:
            self._write(partial(self._service.move, word, step))

    def archive_picked(self) -> None:
        """Put the selected words into the archive, or return them when all are there."""
        words = self.view.table.picked_rows()
        is_archived = not all(word.is_archived for word in words)
        if words:
            self._write(partial(self._service.set_archived, words, is_archived=is_archived))

    def remove_picked(self) -> None:
        """Take the selected words out of the list."""
        words = self.view.table.picked_rows()
        if words:
            self._write(partial(self._service.remove, words))

    def _rename(self, word: NeedWord, title: str, cards_count: int) -> None:
        in_cards = False
        if cards_count:
            cards = counted(cards_count, "записи баз", "записях баз", "записях баз")
            in_cards = self._shell.prompts.ask_yes_no(
                "Заменить и в карточках?", _IN_CARDS.format(cards=cards), "Заменить", "Оставить"
            )
        self._write(partial(self._service.rename, word, title, in_cards=in_cards))

    def _write(self, call: Callable[[], Saved]) -> None:
        self._writes.run("Запросы", call)

    def _audience(self) -> NeedAudience:
        chosen = self.audience.value
        return chosen if isinstance(chosen, NeedAudience) else NeedAudience.EDUCATOR

    def _show(self, words: tuple[NeedWord, ...]) -> None:
        self._words = words
        self._show_audience()

    def _show_audience(self) -> None:
        audience = self._audience()
        self.view.model.set_rows([word for word in self._words if word.audience is audience])

    def _lay_out(self) -> None:
        self.view.explain(_NOTE)
        self.view.put_choice(self.audience)
        self.view.put_buttons(self.add, self.rename, self.up, self.down, self.archive, self.remove)
        self.view.table.words_when_empty = "Добавьте первый запрос"
        self.view.table.opened.connect(lambda _word: self.rename_picked())
        self.view.table.picked.connect(self._on_picked)
        self.audience.currentIndexChanged.connect(lambda _at: self._show_audience())
        self._on_picked([])

    def _on_picked(self, words: list[NeedWord]) -> None:
        for each in (self.rename, self.up, self.down):
            each.setEnabled(len(words) == 1)
        for each in (self.archive, self.remove):
            each.setEnabled(bool(words))
        is_back = bool(words) and all(word.is_archived for word in words)
        self.archive.setText("Вернуть" if is_back else "В архив")


def _columns() -> list[Column[NeedWord]]:
    return [
        Column("Запрос", lambda word: word.title, width=380, stretches=True),
        Column(
            "Состояние",
            lambda word: "в архиве" if word.is_archived else "",
            width=110,
            tone=lambda word: Tone.NEUTRAL if word.is_archived else None,
        ),
    ]
