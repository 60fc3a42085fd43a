"""People of the base whom a list of everybody does not name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nastavnik_desktop.services.import_preview import MissingPerson
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_HINT = (
    "Эти люди есть в базе, но в файле их нет. Возможно, они выбыли или список неполный. "
    "Загрузка в их карточках ничего не меняет; когда она закончится, их можно будет показать "
    "в «Людях»."
)


class MissingTab(QWidget):
    """Their names with classes or posts.

    ``shown`` asks to leave the preview for them: offered where there is nothing to load.
    """

    shown = Signal()

    def __init__(self, missing: Sequence[MissingPerson], *, can_leave: bool) -> None:
        super().__init__()
        model: RowsModel[MissingPerson] = RowsModel(
            [Column("Кого нет в списке", lambda person: person.title, width=420, stretches=True)],
            lambda person: person.person_id,
        )
        model.set_rows(missing)
        self.table = RecordsTable("import_missing", "Нет в списке", model, UserSettings())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scaled(12), 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(text_label(_HINT, "quiet", wraps=True))
        layout.addWidget(self.table, 1)
        if can_leave:
            show = button("Показать в «Людях»", icon_name="users", on_click=self.shown.emit)
            layout.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
