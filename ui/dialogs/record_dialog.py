"""The base of all dialogs of one record: three verbs and one call that returns a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nastavnik_desktop.domain.problems import Problem, errors_of
from ui.theme import scaled
from ui.tokens import DIALOG_WIDTH
from ui.widgets.buttons import button
from ui.widgets.form import Form
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled

Draft = TypeVar("Draft")

_SHARE_OF_SCREEN = 0.86


class RecordDialog(QDialog, Generic[Draft]):
    """A subclass builds its form in ``__init__`` and gives three verbs: fill, draft, problems.

    Ctrl+Enter saves. Esc closes at once when nothing was changed, otherwise the foot of the
    dialog asks. No call to a service is made while the dialog is open. ``others`` are buttons
    beside the one that saves.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        save: str = "Сохранить",
        form: Form | None = None,
        others: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.form = Form() if form is None else form
        self.saving = button(save, "primary", on_click=self.accept)
        self._others = tuple(others)
        self._first: Draft | None = None
        self._is_fitted = False
        self._foot = QStackedLayout()
        self._lay_out(title)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.accept)

    # The three verbs

    def fill(self, draft: Draft) -> None:
        """Show a draft in the fields."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """The draft that the fields hold now."""
        raise NotImplementedError

    def problems(self, draft: Draft) -> Sequence[Problem]:
        """What is wrong with a draft, by the pure rules of the domain."""
        raise NotImplementedError

    # One call

    def ask(self, draft: Draft, problems: Sequence[Problem] = ()) -> Draft | None:
        """Let the user work on a draft; None when nothing shall be saved."""
        self.begin(draft, problems)
        is_saved = self.exec()
        answer = self.draft() if is_saved else None
        self.deleteLater()
        return answer

    def begin(self, draft: Draft, problems: Sequence[Problem] = ()) -> None:
        """Fill the fields and remember what they held; ``problems`` came from a service."""
        self.fill(draft)
        self._first = self.draft()
        self.form.focus_first()
        if problems:
            self.form.show_problems(problems)

    def is_changed(self) -> bool:
        """Whether the fields hold something else than at first."""
        return self.draft() != self._first

    def accept(self) -> None:
        """Close with the draft if it has no errors; otherwise show them beside their fields."""
        found = list(self.problems(self.draft()))
        self.form.show_problems(found)
        if not errors_of(found):
            super().accept()
        else:
            self._fit_to_screen()

    def reject(self) -> None:
        """Close without saving; the first time ask, if something was changed."""
        if self.is_changed() and self._foot.currentIndex() == 0:
            self._foot.setCurrentIndex(1)
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Take a fitting size at first: only now the fields tell how large they are.

        The place over the window is found for the size that is known by then.
        """
        if not self._is_fitted:
            self._fit_to_screen()
            self._is_fitted = True
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone never saves by accident; Esc asks as the button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        around.setSpacing(scaled(16))
        around.addWidget(text_label(title, "title", wraps=True))
        around.addWidget(self.form)
        around.addStretch()
        self._inside = inside
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self._make_foot())

    def _make_foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("dialogFooter")
        foot.setLayout(self._foot)
        cancel = button("Отмена", on_click=self.reject)
        back = button("Продолжить правку", on_click=lambda: self._foot.setCurrentIndex(0))
        leave = button("Не сохранять", "danger", on_click=super().reject)
        self._foot.addWidget(_foot_row("", cancel, *self._others, self.saving))
        self._foot.addWidget(_foot_row("Изменения не сохранены.", leave, back))
        foot.setFixedHeight(scaled(64))
        return foot

    def _fit_to_screen(self) -> None:
        """As high as the form wants, never higher than the screen allows, never less than now."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        room = self.screen().availableGeometry().height() * _SHARE_OF_SCREEN
        width = max(scaled(DIALOG_WIDTH), self._inside.minimumSizeHint().width() + scaled(16))
        wanted = self._inside.sizeHint().height()
        if self._inside.hasHeightForWidth():
            least = self._inside.minimumSizeHint().height()
            wanted = max(self._inside.heightForWidth(width), least)
        height = min(wanted + scaled(66), room)
        if self._is_fitted:
            width, height = max(width, self.width()), max(height, self.height())
        self.resize(width, int(height))


def _foot_row(words: str, *buttons: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(scaled(24), 0, scaled(24), 0)
    layout.setSpacing(scaled(8))
    layout.addWidget(text_label(words, "warning"))
    layout.addStretch()
    for each in buttons:
        layout.addWidget(each)
    return row
