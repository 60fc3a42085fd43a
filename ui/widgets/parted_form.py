"""A form of several parts, one of them shown at a time: a long card stays calm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabBar, QWidget

from nastavnik_desktop.domain.problems import Problem, errors_of
from ui.icons import icon
from ui.widgets.form import Form


class PartedForm(Form):
    """Parts are forms of their own under a row of tabs.

    A problem goes to the part that has its field; the first part with an error comes to the
    front. ``opened`` tells the part that came to the front. The form is never smaller than
    ``least``, so that it keeps its size when another part comes to the front.
    """

    opened = Signal(object)

    def __init__(self, name: str, least: QSize | None = None) -> None:
        super().__init__()
        self._least = least or QSize(0, 0)
        self._parts: list[Form] = []
        self._tabs = QTabBar()
        self._tabs.setAccessibleName(name)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self.add_wide(self._tabs)
        self._layout.addStretch(1)

    def sizeHint(self) -> QSize:
        """What the part in front wants, the least size at least."""
        return super().sizeHint().expandedTo(self._least)

    def minimumSizeHint(self) -> QSize:
        """What the part in front needs, the least size at least."""
        return super().minimumSizeHint().expandedTo(self._least)

    def heightForWidth(self, width: int) -> int:
        """The height of the part in front, the least height at least."""
        return max(super().heightForWidth(width), self._least.height())

    def add_part(self, title: str, part: Form) -> None:
        """Add a part behind the others."""
        self._parts.append(part)
        part.setVisible(len(self._parts) == 1)
        self._layout.insertWidget(self._layout.count() - 1, part)
        self._tabs.addTab(title)
        self._tabs.updateGeometry()
        if len(self._parts) == 1:
            self._tabs.currentChanged.connect(self._on_tab_changed)

    def show_part(self, part: Form, *, is_shown: bool) -> None:
        """Offer a part or hide its tab."""
        self._tabs.setTabVisible(self._parts.index(part), is_shown)
        self._tabs.updateGeometry()

    def open_part(self, part: Form) -> None:
        """Bring a part to the front."""
        self._tabs.setCurrentIndex(self._parts.index(part))

    def is_offered(self, part: Form) -> bool:
        """Whether the tab of a part can be chosen."""
        return self._tabs.isTabVisible(self._parts.index(part))

    def knows(self, name: str) -> bool:
        """Whether a field of this name stands in any part."""
        return any(part.knows(name) for part in self._parts)

    def field(self, name: str) -> QWidget:
        """The field of a name, in whatever part it stands."""
        return self._part_of(name).field(name)

    def message_of(self, name: str) -> str:
        """What stands below a field; empty when all is well."""
        return self._part_of(name).message_of(name)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Put each problem into its part, and mark the tabs of the parts with errors."""
        super().show_problems([each for each in problems if not self.knows(each.field)])
        faulty = []
        for at, part in enumerate(self._parts):
            own = [each for each in problems if part.knows(each.field)]
            part.show_problems(own)
            has_errors = bool(errors_of(own))
            self._tabs.setTabIcon(at, icon("triangle-alert", "danger") if has_errors else QIcon())
            faulty += [(part, own)] if has_errors else []
        if faulty:
            part, own = faulty[0]
            self.open_part(part)
            part.show_problems(own)

    def _part_of(self, name: str) -> Form:
        return next(part for part in self._parts if part.knows(name))

    def _on_tab_changed(self, at: int) -> None:
        for place, part in enumerate(self._parts):
            part.setVisible(place == at)
        self.opened.emit(self._parts[at])
