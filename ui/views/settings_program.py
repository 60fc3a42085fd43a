"""The section of the program: settings of this computer, made from their declarations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.config.app_settings import AppSettings, Setting, Theme, declared_settings
from nastavnik_desktop.config.paths import is_portable
from nastavnik_desktop.domain.problems import Problem
from ui.views.settings_section import ProgramSettingsSection
from ui.widgets.fields import ChoiceField
from ui.widgets.folder_field import FolderField
from ui.widgets.number_edit import NumberEdit

_HINTS = {
    "text_scale_percent": "От 80 до 200; вступит в силу при следующем запуске",
    "backup_interval_minutes": "От 5 минут до 24 часов",
    "backup_folder": "Пусто – папка «Резервные копии» рядом с базой",
    "documents_folder": "Пусто – папка документов системы",
    "remind_at_login": "О сроках дорожной карты: одно сообщение у часов, окно не открывается",
}
"""Settings shown besides the theme, with what is said of them; the others are remembered by use."""


class ProgramSection(ProgramSettingsSection):
    """One field for each setting; the kind of a setting gives the kind of its field."""

    def __init__(self, choose_folder: Callable[[FolderField], object]) -> None:
        super().__init__()
        self._choose_folder = choose_folder
        self._fields: dict[str, tuple[Setting, QWidget]] = {}
        for setting in declared_settings():
            if setting.key == "remind_at_login" and is_portable():
                continue
            if setting.kind is Theme or setting.key in _HINTS:
                self._add_setting(setting)

    def fill(self, settings: AppSettings) -> None:
        """Show the settings."""
        for key, (_setting, field) in self._fields.items():
            _put(field, getattr(settings, key))

    def applied(self, settings: AppSettings) -> AppSettings:
        """The settings as the fields stand; a wrong number leaves its setting."""
        taken: dict[str, Any] = {
            key: _taken(field, getattr(settings, key))
            for key, (_setting, field) in self._fields.items()
        }
        return replace(settings, **taken)

    def unread(self) -> list[Problem]:
        """Numbers that are none, or out of their limits."""
        return [
            Problem(key, "Можно число от {} до {}.".format(*setting.limits))
            for key, (setting, field) in self._fields.items()
            if isinstance(field, NumberEdit) and setting.limits
            if not setting.limits[0] <= (field.number or 0) <= setting.limits[1]
        ]

    def _add_setting(self, setting: Setting) -> None:
        hint = _HINTS.get(setting.key, "")
        field: QWidget
        if setting.kind is Theme:
            field = ChoiceField([(theme, theme.label) for theme in Theme])
        elif setting.kind is bool:
            field = ChoiceField([(False, "Не напоминать"), (True, "Напоминать")])
        elif setting.kind is int:
            field = NumberEdit()
        else:
            field = FolderField("")
            field.changed.connect(self.changed)
            field.choose_asked.connect(lambda made=field: self._choose_folder(made))
        self.add(setting.key, setting.label, field, hint=hint)
        self._fields[setting.key] = (setting, field)


def _put(field: QWidget, value: object) -> None:
    if isinstance(field, ChoiceField):
        field.set_value(value)
    elif isinstance(field, NumberEdit) and isinstance(value, int):
        field.set_number(value)
    elif isinstance(field, FolderField):
        field.set_text(str(value))


def _taken(field: QWidget, before: object) -> object:
    if isinstance(field, ChoiceField):
        return field.value
    if isinstance(field, NumberEdit):
        return before if field.number is None else field.number
    return field.text if isinstance(field, FolderField) else before
