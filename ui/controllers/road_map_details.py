"""What the details pane says about an item of a road map, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    KeptItem,
    Mark,
    MarkStatus,
    Occurrence,
    OccurrenceState,
)
from nastavnik_desktop.domain.road_maps.standing import occurrences_between, plan_days
from nastavnik_desktop.domain.road_maps.ties import TiedItem
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.item_models.road_map import PlanLine
from ui.widgets.details import (
    CheckRow,
    CheckState,
    Details,
    Fact,
    Item,
    LinkRow,
    Note,
    PaneButton,
    PillRow,
    Section,
)
from ui.widgets.year_values import number_words

_ICONS = {
    EvidenceKind.FILE: "file-text",
    EvidenceKind.LINK: "link",
    EvidenceKind.DOCUMENT: "file-text",
    EvidenceKind.ORDER: "file-text",
    EvidenceKind.LIST: "book-user",
}
_MOST_OCCURRENCES = 12


class ItemActions(Protocol):
    """What the pane lets the user do."""

    def edit(self, line: PlanLine) -> None:
        """Change the item."""

    def correct_reading(self, line: PlanLine) -> None:
        """Say what the phrase of the deadline means."""

    def mark_done(self, occurrence: Occurrence) -> None:
        """Write down that it was carried out."""

    def move(self, occurrence: Occurrence) -> None:
        """Give it another day, with a reason."""

    def mark_not_done(self, occurrence: Occurrence) -> None:
        """Write down that it was not carried out, with a reason."""

    def clear_mark(self, occurrence: Occurrence) -> None:
        """Take the mark away."""

    def add_evidence(self, mark_id: int) -> None:
        """Add a document that shows it."""

    def open_evidence(self, evidence: Evidence) -> None:
        """Look at a piece of evidence."""

    def delete_evidence(self, evidence: Evidence) -> None:
        """Take a piece of evidence away."""

    def shift(self, line: PlanLine, step: int) -> None:
        """Move the item up (-1) or down (1)."""

    def rename_section(self, line: PlanLine) -> None:
        """Give the section of the item another title."""

    def show_tied(self, item: TiedItem) -> None:
        """Go to an item of another road map."""

    def delete(self, lines: Sequence[PlanLine]) -> None:
        """Delete items."""


def item_details(line: PlanLine, year: SchoolYear, today: date, actions: ItemActions) -> Details:
    """One item: deadline in words, who answers, result, occurrences of the year, evidence."""
    item = line.item
    found = occurrences_between(item, *plan_days(year))
    sections = [
        Section("", (PillRow(line.standing.words, line.tone),)),
        Section("Срок", tuple(_deadline(line, actions))),
        Section("Ответственные", (Note(item.responsible or "не указаны"),)),
        Section("Результат", (Note(item.result or item.document or "не указан"),)),
    ]
    if found:
        sections.append(Section("Выполнение", tuple(_occurrences(found, today, actions))))
    sections.append(Section("Подтверждение", tuple(_evidence(found, actions))))
    if item.indicator or item.indicator_plan or item.indicator_fact:
        sections.append(Section("Показатель", tuple(_indicator(item))))
    sections += _ties(line, actions)
    if line.notes:
        sections.append(Section("Замечания", tuple(Note(note) for note in line.notes)))
    sections.append(Section("", tuple(_further(line, actions))))
    return Details(line.title, item.deadline, tuple(sections), tuple(_buttons(line, actions)))


def many_items(lines: Sequence[PlanLine], actions: ItemActions) -> Details:
    """Several items: how many; they can be deleted together."""
    title = f"Выбрано: {counted(len(lines), 'пункт', 'пункта', 'пунктов')}"
    delete = PaneButton("Удалить", partial(actions.delete, lines), "trash-2")
    return Details(title, buttons=(delete,))


def _deadline(line: PlanLine, actions: ItemActions) -> Iterator[Item]:
    yield Note(line.item.deadline_words or "не указан")
    if line.item.corrected_deadline:
        yield Note("Прочтение исправлено вами.", is_quiet=True)
    yield LinkRow("Исправить прочтение", partial(actions.correct_reading, line), "pencil")


def _occurrences(
    found: Sequence[Occurrence], today: date, actions: ItemActions
) -> Iterator[CheckRow | Note]:
    for one in found[:_MOST_OCCURRENCES]:
        state = one.state_on(today)
        done = partial(actions.mark_done, one)
        if state is OccurrenceState.DONE:
            yield CheckRow(_done_words(one), CheckState.DONE, "Снять", _clear(one, actions))
        elif state is OccurrenceState.NOT_DONE:
            yield CheckRow(_due(one), CheckState.MISSING, "Снять", _clear(one, actions))
        else:
            late = state is OccurrenceState.OVERDUE
            check = CheckState.MISSING if late else CheckState.OPEN
            yield CheckRow(_due(one), check, "Выполнено", done)
        if one.mark is not None and one.mark.reason:
            yield Note(one.mark.reason, is_quiet=True)
    if len(found) > _MOST_OCCURRENCES:
        yield Note(f"и ещё {len(found) - _MOST_OCCURRENCES}", is_quiet=True)


def _indicator(item: KeptItem) -> Iterator[Item]:
    if item.indicator:
        yield Note(item.indicator)
    plan, fact = dict(item.indicator_plan), dict(item.indicator_fact)
    for year in sorted({*plan, *fact}):
        planned = number_words(plan[year]) if year in plan else "–"
        reached = number_words(fact[year]) if year in fact else "–"
        yield Fact(str(year), f"план {planned}, факт {reached}")


def _ties(line: PlanLine, actions: ItemActions) -> Iterator[Section]:
    """Items of other levels, named with their road map and one click away."""
    if line.fulfils is not None:
        yield Section("Исполняет пункт вышестоящей карты", (_tied(line.fulfils, actions),))
    if line.fulfilled_by:
        rows = tuple(_tied(one, actions) for one in line.fulfilled_by)
        yield Section("Исполняют пункты других карт", rows)


def _tied(item: TiedItem, actions: ItemActions) -> LinkRow:
    return LinkRow(item.title, partial(actions.show_tied, item), "map", item.road_map)


def _clear(one: Occurrence, actions: ItemActions) -> partial[None]:
    return partial(actions.clear_mark, one)


def _due(one: Occurrence) -> str:
    words = f"до {short_date(one.due_on)}" if one.due_on else "без даты"
    is_moved = one.mark is not None and one.mark.status is MarkStatus.MOVED
    return f"{words} (перенесено с {short_date(one.key.due_on)})" if is_moved else words


def _done_words(one: Occurrence) -> str:
    done_on = one.mark.done_on if one.mark else None
    return f"{_due(one)}: выполнено {short_date(done_on)}"


def _evidence(found: Sequence[Occurrence], actions: ItemActions) -> Iterator[LinkRow | Note]:
    marks = [one.mark for one in found if one.mark is not None and one.mark.mark_id]
    pieces = [each for mark in marks for each in mark.evidence]
    for each in pieces:
        yield LinkRow(
            evidence_words(each),
            partial(actions.open_evidence, each),
            _ICONS[each.kind],
            remove=partial(actions.delete_evidence, each),
        )
    if not pieces:
        yield Note("нет документов", is_quiet=True)
    done: list[Mark] = [mark for mark in marks if mark.status is MarkStatus.DONE]
    if done:
        yield LinkRow("Добавить…", partial(actions.add_evidence, done[-1].mark_id), "plus")


def evidence_words(evidence: Evidence) -> str:
    """«Протокол № 3 от 05.09.2026», the name of a file, or an address."""
    number = f" № {evidence.number}" if evidence.number else ""
    day = f" от {short_date(evidence.dated_on)}" if evidence.dated_on else ""
    title = evidence.title or evidence.file_name or evidence.link
    return f"{title}{number}{day}"


def _further(line: PlanLine, actions: ItemActions) -> Iterator[LinkRow]:
    yield LinkRow("Изменить пункт…", partial(actions.edit, line), "pencil")
    yield LinkRow("Выше", partial(actions.shift, line, -1), "arrow-up", "Alt+↑")
    yield LinkRow("Ниже", partial(actions.shift, line, 1), "arrow-down", "Alt+↓")
    if line.item.sections:
        yield LinkRow("Переименовать раздел…", partial(actions.rename_section, line), "pencil")
    yield LinkRow("Удалить пункт", partial(actions.delete, [line]), "trash-2")


def _buttons(line: PlanLine, actions: ItemActions) -> Iterator[PaneButton]:
    occurrence = line.standing.occurrence
    if occurrence is None or line.standing.state is OccurrenceState.DONE:
        return
    done = partial(actions.mark_done, occurrence)
    yield PaneButton("Выполнено", done, "check", is_primary=True)
    if occurrence.due_on is not None:
        yield PaneButton("Перенести…", partial(actions.move, occurrence), "calendar-clock")
        yield PaneButton("Не выполнено…", partial(actions.mark_not_done, occurrence), "x")
