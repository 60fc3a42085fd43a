"""The way in, while no base is open: two cards, and the bases that were open before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button
from ui.widgets.cards import Card, icon_label
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled

_WIDTH = 760
_TRAINING = (
    "Выдуманная школа с людьми, парами и приказами. В ней можно пробовать всё: "
    "это отдельный файл, ваших данных он не затронет."
)
_OWN = (
    "Понадобятся название школы, директор и населённый пункт. Потом программа предложит "
    "загрузить список сотрудников из Excel. Управление образования выберет здесь же уровень "
    "«муниципалитет»: его база сводит посылки школ."
)


class WelcomeView(QWidget):
    """Layout only; the controller connects the buttons and fills in the recent bases."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName("Начало работы")
        self.sentence = text_label("", "warning", wraps=True)
        self.sentence.hide()
        self.create_own = button("Создать базу своей школы", "primary", "plus")
        self.training = button("Открыть учебную школу")
        self.choose = button("Открыть базу из файла…", "link")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(scaled(2))
        self._recent_card = Card("Недавние базы")
        self._recent_card.body.addLayout(self._recent)
        self._recent_card.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(self._middle()))

    def add_recent(self, made: QPushButton) -> None:
        """Add the button of a base that was open before."""
        self._recent.addWidget(made)
        self._recent_card.show()

    def _middle(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout()
        column.setSpacing(scaled(16))
        column.addStretch(2)
        column.addWidget(text_label("Начнём", "title"))
        column.addWidget(
            text_label("Выберите, с чего начать: потом можно вернуться к любому пути.", "quiet")
        )
        column.addWidget(self.sentence)
        column.addLayout(self._cards())
        column.addWidget(self._recent_card)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(scaled(_WIDTH))
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        middle.addStretch(1)
        middle.addWidget(holder, 20)
        middle.addStretch(1)
        return inside

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(16))
        row.addWidget(_card("school", "Своя школа", _OWN, self.create_own))
        row.addWidget(_card("graduation-cap", "Учебная школа", _TRAINING, self.training))
        return row


def _card(icon_name: str, title: str, words: str, way: QPushButton) -> Card:
    card = Card()
    card.body.setSpacing(scaled(10))
    card.body.addWidget(icon_label(icon_name, Tone.ACCENT, 28))
    card.body.addWidget(text_label(title, "section"))
    card.body.addWidget(text_label(words, "quiet", wraps=True))
    card.body.addStretch()
    card.body.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
    return card
