"""Asks for the password that a school set on its package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.labels import text_label


@dataclass(frozen=True)
class PackagePassword:
    """A password as it was typed."""

    text: str = ""


class PackagePasswordDialog(RecordDialog[PackagePassword]):
    """One password is tried on every closed file; the dialog comes again for those that remain."""

    def __init__(self, parent: QWidget | None, files: Sequence[str]) -> None:
        super().__init__(parent, "Пароль посылки", "Открыть")
        names = ", ".join(files)
        self.form.add_wide(text_label(f"Закрыты паролем: {names}.", "quiet", wraps=True))
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        hint = "Пароль школа сообщает отдельно от файла"
        self.password = self.form.add("text", "Пароль", field, hint=hint, is_required=True)

    def fill(self, draft: PackagePassword) -> None:
        """Show nothing of a password but its length."""
        self.password.setText(draft.text)

    def draft(self) -> PackagePassword:
        """The password as it stands."""
        return PackagePassword(self.password.text())

    def problems(self, draft: PackagePassword) -> Sequence[Problem]:
        """Something must be typed."""
        return [] if draft.text else [Problem("text", "Введите пароль.")]
