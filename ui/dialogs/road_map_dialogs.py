"""Dialogs of a road map: an item, its execution, a new day, a piece of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.problems import LONGEST_LINE, LONGEST_TEXT, Problem, too_long
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    KeptItem,
    Mark,
    MarkStatus,
    Occurrence,
)
from nastavnik_desktop.domain.road_maps.ties import TiedItem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField, NoteField
from ui.widgets.labels import text_label
from ui.widgets.year_values import YearValuesEdit

_WRONG_DATE = "Дата не понята: напишите её так: 12.01.2027."
_LONGEST_NUMBER = 40
_LONGEST_CHOICE = 110
_TITLES = {
    MarkStatus.DONE: ("Мероприятие выполнено", "Отметить"),
    MarkStatus.MOVED: ("Перенести срок", "Перенести"),
    MarkStatus.NOT_DONE: ("Мероприятие не выполнено", "Отметить"),
}
_KINDS = (
    (EvidenceKind.DOCUMENT, "документ: название, номер, дата"),
    (EvidenceKind.LINK, "ссылка или путь к файлу"),
)


class ItemDialog(RecordDialog[KeptItem]):
    """A row of the table; the deadline is written as in a document and read at once on saving."""

    def __init__(
        self,
        parent: QWidget | None,
        item: KeptItem,
        years: Sequence[int] = (),
        higher: Sequence[TiedItem] = (),
        *,
        is_self_numbered: bool = False,
    ) -> None:
        title = "Пункт дорожной карты" if item.item_id else "Новый пункт"
        super().__init__(parent, title, "Сохранить" if item.item_id else "Добавить")
        self._item = item
        add = self.form.add
        self.event_field = add("event", "Мероприятие", NoteField(3), is_required=True)
        self.form.begin_row()
        words = "Номер (ставит программа)" if is_self_numbered else "Номер"
        self.number = add("number", words, QLineEdit())
        self.number.setDisabled(is_self_numbered)
        self.section = add("section", "Раздел", QLineEdit())
        self.form.end_row()
        hint = "Как в документе: «до 30 сентября», «ежеквартально», «в течение года»"
        self.deadline = add("deadline", "Срок", NoteField(2), hint=hint)
        hint = "Должности или фамилии через запятую"
        self.responsible = add("responsible", "Ответственные", NoteField(2), hint=hint)
        self.result_field = add("result", "Результат", NoteField(2))
        self.document = add("document", "Вид документа", QLineEdit())
        self.indicator = add("indicator", "Показатель", QLineEdit())
        known = {year for year, _value in (*item.indicator_plan, *item.indicator_fact)}
        self.values = YearValuesEdit(sorted(known.union(years)))
        add("values", "Значения показателя по годам", self.values)
        choices = [(None, "не связан"), *((one.item_id, _higher_words(one)) for one in higher)]
        self.fulfils = ChoiceField(choices)
        add("fulfils_id", "Исполняет пункт вышестоящей карты", self.fulfils)
        self.form.set_shown("fulfils_id", is_shown=bool(higher))

    def fill(self, draft: KeptItem) -> None:
        """Show the item."""
        self.event_field.setPlainText(draft.event)
        self.number.setText(draft.number)
        self.section.setText(draft.sections[-1] if draft.sections else "")
        self.section.setCursorPosition(0)
        self.deadline.setPlainText(draft.deadline)
        self.responsible.setPlainText(draft.responsible)
        self.result_field.setPlainText(draft.result)
        self.document.setText(draft.document)
        self.indicator.setText(draft.indicator)
        self.values.set_values(draft.indicator_plan, draft.indicator_fact)
        self.fulfils.set_value(draft.fulfils_id)

    def draft(self) -> KeptItem:
        """The item as it stands; a new deadline forgets the corrected reading of the old one."""
        deadline = self.deadline.toPlainText().strip()
        is_kept = deadline == self._item.deadline.strip()
        section = self.section.text().strip()
        outer = self._item.sections[:-1]
        return replace(
            self._item,
            event=self.event_field.toPlainText().strip(),
            number=self.number.text().strip(),
            sections=(*outer, section) if section else outer,
            deadline=deadline,
            corrected_deadline=self._item.corrected_deadline if is_kept else "",
            responsible=self.responsible.toPlainText().strip(),
            result=self.result_field.toPlainText().strip(),
            document=self.document.text().strip(),
            indicator=self.indicator.text().strip(),
            indicator_plan=self.values.plan,
            indicator_fact=self.values.fact,
            fulfils_id=self._fulfils_id(),
        )

    def _fulfils_id(self) -> int | None:
        """The chosen item; one that is offered no more stays, as nobody took it away."""
        if self.fulfils.currentIndex() < 0:
            return self._item.fulfils_id
        value = self.fulfils.value
        return value if isinstance(value, int) else None

    def problems(self, draft: KeptItem) -> Sequence[Problem]:
        """An item needs its words; nothing may be longer than the base keeps."""
        found = too_long("number", draft.number, _LONGEST_NUMBER)
        if not draft.event:
            found.append(Problem("event", "Напишите, что нужно сделать."))
        if self.values.not_understood:
            words = "; ".join(self.values.not_understood)
            found.append(Problem("values", f"Нужно число: {words}."))
        for name in ("event", "deadline", "responsible", "result"):
            found += too_long(name, getattr(draft, name), LONGEST_TEXT)
        return found


def _higher_words(item: TiedItem) -> str:
    words = f"{item.title} – {item.road_map}"
    return words if len(words) <= _LONGEST_CHOICE else f"{words[:_LONGEST_CHOICE]}…"


class MarkDialog(RecordDialog[Mark]):
    """What became of an occurrence: done on a day, moved to a day, or not done; with words."""

    def __init__(
        self, parent: QWidget | None, occurrence: Occurrence, status: MarkStatus, today: date
    ) -> None:
        title, save = _TITLES[status]
        super().__init__(parent, title, save)
        self._status, self._today, self._occurrence = status, today, occurrence
        due = f", срок {short_date(occurrence.due_on)}" if occurrence.due_on else ""
        words = f"{occurrence.number} {occurrence.event}".strip()
        self.form.add_wide(text_label(f"{words}{due}", "quiet", wraps=True))
        self.day: DateEdit | None = None
        if status is MarkStatus.DONE:
            field = DateEdit("Когда выполнено", today)
            self.day = self.form.add("done_on", "Когда выполнено", field, is_required=True)
        elif status is MarkStatus.MOVED:
            field = DateEdit("Новый срок", today)
            self.day = self.form.add("moved_to", "Новый срок", field, is_required=True)
        self.reason: NoteField | None = None
        if status is not MarkStatus.DONE:
            hint = "Войдёт в отчёт об исполнении"
            note = NoteField()
            self.reason = self.form.add("reason", "Причина", note, hint=hint, is_required=True)
        self.note = self.form.add("note", "Примечание", NoteField(2))

    def fill(self, draft: Mark) -> None:
        """Show day, reason, note."""
        if self.day is not None:
            self.day.set_day(draft.done_on or draft.moved_to)
        if self.reason is not None:
            self.reason.setPlainText(draft.reason)
        self.note.setPlainText(draft.note)

    def draft(self) -> Mark:
        """Day, reason and note as they stand."""
        day = self.day.day if self.day is not None else None
        return Mark(
            self._status,
            done_on=day if self._status is MarkStatus.DONE else None,
            moved_to=day if self._status is MarkStatus.MOVED else None,
            reason=self.reason.toPlainText().strip() if self.reason is not None else "",
            note=self.note.toPlainText().strip(),
        )

    def problems(self, draft: Mark) -> Sequence[Problem]:
        """A day that can be, and a reason where something is late."""
        found: list[Problem] = []
        field = "done_on" if self._status is MarkStatus.DONE else "moved_to"
        if self.day is not None and self.day.day is None:
            wrong = "Укажите день." if self.day.is_understood else _WRONG_DATE
            found.append(Problem(field, wrong))
        elif draft.done_on is not None and draft.done_on > self._today:
            found.append(Problem(field, "Этот день ещё не наступил."))
        elif draft.moved_to is not None and draft.moved_to == self._occurrence.key.due_on:
            found.append(Problem(field, "Это прежний срок."))
        if self.reason is not None and not draft.reason:
            found.append(Problem("reason", "Назовите причину."))
        return [*found, *too_long("reason", draft.reason, LONGEST_LINE)]


class EvidenceDialog(RecordDialog[Evidence]):
    """A document by its title, number and day, or an address; a file is chosen elsewhere."""

    def __init__(self, parent: QWidget | None, today: date) -> None:
        super().__init__(parent, "Подтверждение", "Добавить")
        self.kind = self.form.add("kind", "Что подтверждает", ChoiceField(_KINDS))
        self.title = self.form.add("title", "Название", QLineEdit())
        self.form.begin_row()
        self.number = self.form.add("number", "Номер", QLineEdit())
        self.dated_on = self.form.add("dated_on", "Дата", DateEdit("Дата", today))
        self.form.end_row()
        self.link = self.form.add("link", "Адрес или путь", QLineEdit())
        self.kind.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    def fill(self, draft: Evidence) -> None:
        """Show the evidence."""
        self.kind.set_value(draft.kind)
        self.title.setText(draft.title)
        self.number.setText(draft.number)
        self.dated_on.set_day(draft.dated_on)
        self.link.setText(draft.link)

    def draft(self) -> Evidence:
        """Only what its kind has."""
        kind, title = self.kind.value, self.title.text().strip()
        if kind is EvidenceKind.LINK:
            return Evidence(EvidenceKind.LINK, title, link=self.link.text().strip())
        number = self.number.text().strip()
        return Evidence(EvidenceKind.DOCUMENT, title, number, self.dated_on.day)

    def problems(self, draft: Evidence) -> Sequence[Problem]:
        """A document needs its title, a link its address."""
        if draft.kind is EvidenceKind.LINK:
            return [] if draft.link else [Problem("link", "Введите адрес или путь к файлу.")]
        found = [] if draft.title else [Problem("title", "Назовите документ.")]
        if not self.dated_on.is_understood:
            found.append(Problem("dated_on", _WRONG_DATE))
        return [*found, *too_long("number", draft.number, _LONGEST_NUMBER)]

    def _show_fields(self) -> None:
        is_link = self.kind.value is EvidenceKind.LINK
        self.form.set_shown("link", is_shown=is_link)
        for name in ("number", "dated_on"):
            self.form.set_shown(name, is_shown=not is_link)
