"""«Удалить персональные данные» (152-ФЗ): what goes, what stays, who else holds the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.domain.statistics.frozen import FrozenRow
from nastavnik_desktop.services.forgetting import ForgettingPreview
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.labels import text_label

_NAMES_SHOWN = 5
_CARD = "карточка: имя, контакты, работа или класс, согласия, запросы, отметки, заметки"
_JOURNAL = "история изменений: имена и прежние значения"
_COPIES_ADVICE = "Удалите эти файлы сами, если требование касается и копий:"
_NAMESAKE = (
    "возможно, однофамилец: удалить можно в «Свод» › «Перечень» › «Удалить сведения о человеке…»"
)
_FOREVER = "Отменить удаление нельзя."


@dataclass(frozen=True)
class Forgetting:
    """What will be done, and the surname that was typed to confirm it."""

    preview: ForgettingPreview
    typed: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether the surname was typed; capitals and ё do not matter."""
        return search_key(self.typed) == search_key(self.preview.name.last_name)


class ForgetDialog(RecordDialog[Forgetting]):
    """The button works once the surname is typed."""

    def __init__(self, parent: QWidget | None, preview: ForgettingPreview) -> None:
        super().__init__(parent, "Удалить персональные данные", "Удалить навсегда")
        self._preview = preview
        self.form.add_wide(text_label(preview.name.full, "strong", wraps=True))
        for title, lines in _parts(preview):
            self.form.section(title)
            self.form.add_wide(text_label("\n".join(f"• {line}" for line in lines), wraps=True))
        self.form.add_wide(text_label(_FOREVER, "error"))
        label = f"Для подтверждения введите фамилию: {preview.name.last_name}"
        self.typed = self.form.add("typed", label, QLineEdit(), is_required=True)
        self.typed.textChanged.connect(self._show_whether_confirmed)

    def fill(self, draft: Forgetting) -> None:
        """Show what was typed."""
        self.typed.setText(draft.typed)
        self._show_whether_confirmed()

    def draft(self) -> Forgetting:
        """What is typed now."""
        return Forgetting(self._preview, self.typed.text().strip())

    def problems(self, draft: Forgetting) -> Sequence[Problem]:
        """The surname must be typed."""
        words = f"Введите фамилию «{self._preview.name.last_name}»: так удаление не случайно."
        return [] if draft.is_confirmed else [Problem("typed", words)]

    def is_changed(self) -> bool:
        """Letters typed to confirm are nothing to be kept."""
        return replace(self.draft(), typed="") != Forgetting(self._preview)

    def _show_whether_confirmed(self) -> None:
        self.saving.setEnabled(self.draft().is_confirmed)


def _parts(preview: ForgettingPreview) -> Iterator[tuple[str, list[str]]]:
    """Headings with their lines; what is empty is left out."""
    gone, kept = preview.deleted_pairings, preview.kept_pairings
    packages = [f"запись в посылке школы: {one.title}" for one in preview.held]
    yield "Будет удалено", [_CARD, _JOURNAL, *_pairing_lines(gone, "без приказа: "), *packages]
    staying = [f"{order.title}: текст выпущенного приказа не меняется" for order in preview.orders]
    staying += [f"{_sent(report)}: имена за числами остаются" for report in preview.sent_reports]
    if kept:
        pairs = counted(len(kept), "пара", "пары", "пар")
        staying.append(f"{pairs} с надписью «Данные удалены» вместо имени")
    if staying:
        yield "Останется", staying
    if preview.perhaps_held:
        lines = [f"{one.title} ({_NAMESAKE})" for one in preview.perhaps_held]
        yield "В посылках школ", lines
    copies = [path.name for path in preview.copies]
    if copies or preview.copies_note:
        notes = [_COPIES_ADVICE, *copies] if copies else []
        yield "Где данные ещё есть", [*notes, *filter(None, [preview.copies_note])]


def _sent(report: FrozenRow) -> str:
    """«отправленный отчёт «Участники» на 12.12.2026 (управление образования, 14.12.2026)»."""
    sent = f"{report.recipient}, {short_date(report.sent_on)}"
    return f"отправленный отчёт «{report.title}» на {short_date(report.as_of)} ({sent})"


def _pairing_lines(rows: Sequence[PairingRow], prefix: str) -> Iterator[str]:
    if rows:
        rest = len(rows) - _NAMES_SHOWN
        more = f" и ещё {rest}" if rest > 0 else ""
        titles = "; ".join(row.title for row in rows[:_NAMES_SHOWN])
        yield f"пары {prefix}{titles}{more}"
