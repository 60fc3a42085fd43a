"""A field for several words of a list, one a line: chosen from the list or written freely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QMenu, QVBoxLayout, QWidget

from nastavnik_desktop.domain.search import search_key
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.fields import NoteField

_SHORTEST_BEGINNING = 2
_KEYS_OF_POPUP = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)


class WordsNote(NoteField):
    """While a line is typed, words of the list that contain it are proposed below it."""

    def __init__(self, lines: int) -> None:
        super().__init__(lines)
        self._offered = QStringListModel(self)
        self.proposer = QCompleter(self._offered, self)
        self.proposer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.proposer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.proposer.setWidget(self)
        self.proposer.activated.connect(self._on_chosen)

    def offer(self, words: Sequence[str]) -> None:
        """Propose these words from now on."""
        self._offered.setStringList(list(words))

    def take(self, word: str) -> None:
        """Put a word in place of the line that is being typed."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        cursor.insertText(word)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that choose belong to the proposals while they are shown."""
        popup = self.proposer.popup()
        if popup.isVisible() and event.key() in _KEYS_OF_POPUP:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text():
            self._propose()

    def _on_chosen(self, _completion: object) -> None:
        self.take(self.proposer.currentCompletion())

    def _propose(self) -> None:
        typed = self.textCursor().block().text().strip()
        self.proposer.setCompletionPrefix(typed)
        if len(typed) < _SHORTEST_BEGINNING or not self.proposer.completionCount():
            self.proposer.popup().hide()
            return
        place = self.cursorRect()
        place.setWidth(self.viewport().width())
        self.proposer.complete(place)


class WordsField(QWidget):
    """``words`` are the filled lines; the button opens the list with those in use checked."""

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self._offered: tuple[str, ...] = ()
        self.note = WordsNote(lines)
        self.note.setAccessibleName(name)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.chooser = button("Выбрать из списка", "link", "list-checks")
        self.chooser.setAccessibleName(f"{name}: выбрать из списка")
        self.chooser.setMenu(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(2))
        layout.addWidget(self.note)
        layout.addWidget(self.chooser, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.note)
        self.offer(())

    @property
    def words(self) -> tuple[str, ...]:
        """The filled lines."""
        lines = (line.strip() for line in self.note.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def set_words(self, words: Iterable[str]) -> None:
        """Show these words, each on its line."""
        self.note.setPlainText("\n".join(words))

    def offer(self, words: Iterable[str]) -> None:
        """Propose these words, each once; without any the button is not shown."""
        self._offered = tuple(dict.fromkeys(words))
        self.note.offer(self._offered)
        self.chooser.setVisible(bool(self._offered))

    def _fill_menu(self) -> None:
        self.menu.clear()
        used = {search_key(word) for word in self.words}
        for word in self._offered:
            action = self.menu.addAction(word.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(search_key(word) in used)
            action.triggered.connect(partial(self._switch, word))

    def _switch(self, word: str) -> None:
        """Take the word where it is not yet, take it away where it is."""
        left = [one for one in self.words if search_key(one) != search_key(word)]
        self.set_words([*left, word] if len(left) == len(self.words) else left)
