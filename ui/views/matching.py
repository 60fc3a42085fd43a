"""The layout of the page «Подбор»: mentees without a mentor, proposals, mentors with places."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from ui.page import PageView
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import text_label
from ui.widgets.match_list import MatchList
from ui.widgets.scrolling import scrolled

MENTEE, PROPOSAL, MENTOR = "mentee", "proposal", "mentor"
_NARROW = 620
_FORM_WIDTH = 260
_HINT = (
    "Перетащите наставляемого на наставника, чтобы составить пару самим; "
    "с клавиатуры – Enter на строке."
)
_ALL_PAIRED = "Каждому кто-то подобран."
_NO_PAIRS = "Подходящих пар нет: посмотрите слева, почему."
_NO_MENTORS = "Наставников этой формы нет: отметьте их на странице «Люди», в карточке «Наставник»."
_NOBODY = (
    "У каждого, кто отмечен наставляемым этого года, и у каждого молодого специалиста уже есть "
    "наставник. Отметить других можно на странице «Люди»."
)


class MatchingView(PageView):
    """``board`` holds three columns, one below the other where the window is narrow."""

    def __init__(self) -> None:
        super().__init__("Подбор наставников", " ")
        self.again = self.header.add(button("Подобрать заново", icon_name="sparkles"))
        self.accept_all = self.header.add(button("Создать пары", "primary", "check"))
        self.form = QComboBox()
        self.form.setAccessibleName("Форма наставничества")
        self.form.setMaximumWidth(scaled(_FORM_WIDTH))
        self.summary = text_label("", "small", wraps=True)
        self.rules = button("Изменить правила", "quiet", "list-checks")
        self.bans = button("", "quiet", "user-x")
        self.everybody = button("Показать всех", "quiet", "users")
        self.lacking = text_label("", "warning", wraps=True)
        self.mentees = MatchList("Без наставника", MENTEE, (MENTOR,), _ALL_PAIRED)
        self.proposals = MatchList("Подобранные пары", PROPOSAL, (MENTOR,), _NO_PAIRS)
        self.mentors = MatchList("Наставники", MENTOR, (MENTEE, PROPOSAL), _NO_MENTORS)
        self.heads = {each: text_label(each.accessibleName(), "strong") for each in self._columns}
        self.hint = text_label(_HINT, "small", wraps=True)
        self.empty = EmptyState("handshake", "Подбирать некому", _NOBODY)
        self.empty.hide()
        self.board = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.board)
        self._lay_out()

    @property
    def _columns(self) -> tuple[MatchList, MatchList, MatchList]:
        return self.mentees, self.proposals, self.mentors

    def _lay_out(self) -> None:
        choice = FlowLayout(scaled(12))
        for part in (self.form, self.rules, self.bans, self.everybody):
            choice.addWidget(part)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(16))
        for each, share in zip(self._columns, (3, 5, 4), strict=True):
            column = QVBoxLayout()
            column.setSpacing(scaled(6))
            column.addWidget(self.heads[each])
            column.addWidget(each, 1)
            self._row.addLayout(column, share)
        inside = QWidget()
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(scaled(12))
        content.addLayout(choice)
        content.addWidget(self.summary)
        content.addWidget(self.lacking)
        content.addWidget(self.board, 1)
        content.addWidget(self.hint)
        content.addWidget(self.empty, 1)
        self.body.addWidget(scrolled(inside), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns side by side, or one below the other."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def show_empty(self, *, is_empty: bool) -> None:
        """The board, or what stands in its place."""
        for part in (self.board, self.hint, self.again, self.accept_all):
            part.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
