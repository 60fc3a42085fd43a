"""What the sections of the settings have in common: fields that tell when they change."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import School
from ui.widgets.form import Form

Field = TypeVar("Field", bound=QWidget)


class SettingsSection(Form):
    """A form whose ``changed`` is emitted with every keystroke."""

    changed = Signal()

    def add(
        self, name: str, label: str, field: Field, *, hint: str = "", is_required: bool = False
    ) -> Field:
        """Add a field and listen to it."""
        super().add(name, label, field, hint=hint, is_required=is_required)
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.textChanged.connect(self._on_field_changed)
        elif isinstance(field, QComboBox):
            field.currentIndexChanged.connect(self._on_field_changed)
        return field

    def unread(self) -> list[Problem]:
        """Fields whose text is not what it should be."""
        return []

    def _on_field_changed(self) -> None:
        self.changed.emit()


class SchoolSection(SettingsSection):
    """A section that shows a part of the school's own data."""

    def fill(self, school: School) -> None:
        """Show its part of the school."""
        raise NotImplementedError

    def applied(self, school: School) -> School:
        """The school with this part as the fields stand."""
        raise NotImplementedError


class ProgramSettingsSection(SettingsSection):
    """A section that shows settings of the program on this computer."""

    def fill(self, settings: AppSettings) -> None:
        """Show the settings."""
        raise NotImplementedError

    def applied(self, settings: AppSettings) -> AppSettings:
        """The settings as the fields stand."""
        raise NotImplementedError
