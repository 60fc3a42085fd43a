"""The section «Оформление листов» of the settings: pages of orders, shipped and own."""

from __future__ import annotations

from nastavnik_desktop.services.page_presets import PresetRow
from ui.item_models.column import Column
from ui.user_settings import UserSettings
from ui.views.settings_lists import ListSection
from ui.widgets.buttons import button

_NOTE = (
    "Так печатаются новые приказы; изданные не меняются. Страницу стандарта можно взять за основу "
    "своей: поля, шрифт, место реквизитов, эмблема."
)


def _measures(row: PresetRow) -> str:
    page = row.preset.page
    sides = (page.left_mm, page.right_mm, page.top_mm, page.bottom_mm)
    return "/".join(f"{side:g}" for side in sides).replace(".", ",")


def _columns() -> list[Column[PresetRow]]:
    return [
        Column("Страница", lambda row: row.preset.title, width=300, stretches=True),
        Column("Поля, мм", _measures, width=110),
        Column("Шрифт", lambda row: f"{row.preset.text.size_pt:g}", width=70),
        Column("Реквизиты", lambda row: row.preset.requisites.label, width=120),
        Column("Приказы", lambda row: "печатаются так" if row.is_used else "", width=130),
    ]


class PagePresetsView(ListSection[PresetRow]):
    """Layout only; the controller connects the buttons."""

    def __init__(self, settings: UserSettings) -> None:
        super().__init__(
            "page_presets", "Страницы приказов", _columns(), lambda row: row.preset.code, settings
        )
        self.use = button("Печатать так", "primary", "check")
        self.edit = button("Изменить…", icon_name="pencil")
        self.delete = button("Удалить", icon_name="trash-2")
        self.explain(_NOTE)
        self.put_buttons(self.use, self.edit, self.delete)
