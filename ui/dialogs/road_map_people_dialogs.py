"""People of road maps: who fills which role in the year, and who has how much to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nastavnik_desktop.domain.deadlines.wording import MONTHS
from nastavnik_desktop.domain.people import PersonRow
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.road_maps.kept import MOST_IN_A_MONTH, Load, RoleFilling
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.dialogs.record_dialog import RecordDialog
from ui.item_models.column import Align, Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.person_picker import PersonChoice, PersonPicker
from ui.widgets.records_table import RecordsTable

_ABOUT_ROLES = (
    "В карте роль остаётся, как написана. Поручения, нагрузка и «Мои» считаются на того, кто "
    "исполняет роль в этом учебном году."
)
_LOADS_SIZE = (760, 460)


class RolesDialog(RecordDialog[tuple[RoleFilling, ...]]):
    """A picker of one person for each role."""

    def __init__(
        self,
        parent: QWidget | None,
        year: SchoolYear,
        roles: Sequence[RoleFilling],
        people: Sequence[PersonRow],
    ) -> None:
        super().__init__(parent, f"Кто исполняет роли в {year.label} учебном году")
        self._roles = tuple(roles)
        self.form.add_wide(text_label(_ABOUT_ROLES, "quiet", wraps=True))
        choices = [PersonChoice(one.person_id, one.name.full, one.occupation) for one in people]
        offered = {one.person_id for one in choices}
        choices += [
            PersonChoice(one.person_id, one.person, "нет в списке года")
            for one in {each.person_id: each for each in roles}.values()
            if one.person_id and one.person_id not in offered
        ]
        self.pickers: list[PersonPicker] = []
        for one in self._roles:
            words = one.role[:1].upper() + one.role[1:]
            picker = self.form.add(one.role, words, PersonPicker(words, limit=1))
            picker.set_choices(choices)
            self.pickers.append(picker)

    def fill(self, draft: tuple[RoleFilling, ...]) -> None:
        """Show who fills each role."""
        for picker, one in zip(self.pickers, draft, strict=True):
            picker.set_ids([one.person_id])

    def draft(self) -> tuple[RoleFilling, ...]:
        """The roles with those who were chosen."""
        return tuple(
            replace(one, person_id=picker.ids[0] if picker.ids else 0)
            for one, picker in zip(self._roles, self.pickers, strict=True)
        )

    def problems(self, _draft: tuple[RoleFilling, ...]) -> Sequence[Problem]:
        """A role may stay without a person."""
        return []


class LoadsDialog(QDialog):
    """A table of those responsible, the busiest first; overloads stand out."""

    def __init__(self, year: SchoolYear, loads: Sequence[Load]) -> None:
        super().__init__()
        title = f"Кто сколько должен сделать, {year.label} учебный год"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        model: RowsModel[Load] = RowsModel(_COLUMNS, lambda load: load.responsible)
        model.set_rows(loads)
        self.table: RecordsTable[Load] = RecordsTable(
            "road_map_loads", title, model, UserSettings()
        )
        over = sum(load.is_overloaded for load in loads)
        most = f"больше {MOST_IN_A_MONTH} сроков в одном месяце"
        words = f"Перегружены ({most}): {over}." if over else f"Перегруженных ({most}) нет."
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label(title, "title", wraps=True))
        layout.addWidget(text_label(words, "warning" if over else "quiet", wraps=True))
        layout.addWidget(self.table, 1)
        layout.addStretch()
        closing = button("Закрыть", on_click=self.accept)
        layout.addWidget(closing, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(scaled(_LOADS_SIZE[0]), scaled(_LOADS_SIZE[1]))


def _fullest(load: Load) -> str:
    if load.fullest_month is None:
        return ""
    year, month = load.fullest_month
    return f"{MONTHS[month - 1]} {year}: {load.in_fullest_month}"


_COLUMNS: tuple[Column[Load], ...] = (
    Column("Ответственный", lambda load: load.responsible, width=260, stretches=True),
    Column(
        "Всего",
        lambda load: str(load.total),
        sort_key=lambda load: load.total,
        width=80,
        align=Align.RIGHT,
    ),
    Column(
        "Просрочено",
        lambda load: str(load.overdue or ""),
        sort_key=lambda load: load.overdue,
        width=120,
        align=Align.RIGHT,
    ),
    Column(
        "Самый полный месяц",
        _fullest,
        sort_key=lambda load: load.in_fullest_month,
        width=220,
        tone=lambda load: Tone.WARNING if load.is_overloaded else None,
    ),
)
