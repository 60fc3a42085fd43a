"""What the details pane says about a pair or a group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import OrderLink, PairingRow, Participant
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.plurals import counted
from ui.item_models.pairings import ENDED, STATE_TONES, PairingLine
from ui.widgets.details import (
    CheckRow,
    CheckState,
    Details,
    Fact,
    LinkRow,
    Note,
    PaneButton,
    PillRow,
    Section,
)


class PairingActions(Protocol):
    """What the pane lets the user do."""

    def edit(self, line: PairingLine) -> None:
        """Change a pairing."""

    def finish(self, rows: Sequence[PairingRow]) -> None:
        """Write the end of pairings down."""

    def reopen(self, rows: Sequence[PairingRow]) -> None:
        """Take the end of pairings back."""

    def delete(self, rows: Sequence[PairingRow]) -> None:
        """Delete pairings."""

    def create_order(self, rows: Sequence[PairingRow]) -> None:
        """Begin an order for pairings."""

    def enter_consents(self, person_ids: Sequence[int]) -> None:
        """Enter signed consents of people."""

    def open_person(self, person_id: int) -> None:
        """Go to a person."""

    def open_order(self, order_id: int) -> None:
        """Go to an order."""

    def show_history(self, title: str, record_id: int) -> None:
        """Show who changed what."""


def pairing_details(line: PairingLine, actions: PairingActions) -> Details:
    """One pairing with its checklist, facts and people."""
    row = line.row
    return Details(
        row.title,
        " · ".join(filter(None, (row.form.title, row.role_model))),
        (
            Section("", (PillRow(line.state.label, STATE_TONES[line.state]),)),
            Section("Чтобы пара работала", tuple(_checks(row, actions))),
            Section("Сведения", tuple(_facts(row))),
            Section("Участники", tuple(_people(row, actions))),
            Section("", (_history(row, actions),)),
        ),
        tuple(_buttons(line, actions)),
    )


def several_details(lines: Sequence[PairingLine], actions: PairingActions) -> Details:
    """What can be done with several selected pairings at once."""
    rows = [line.row for line in lines]
    free = [line.row for line in lines if line.is_free_of_orders]
    running = [line.row for line in lines if line.state not in ENDED]
    waiting = [key for row in free for key in _waiting(row)]
    found = []
    if free:
        words = f"Без приказа: {counted(len(free), 'пара', 'пары', 'пар')}"
        found.append(
            CheckRow(words, CheckState.OPEN, "Создать", partial(actions.create_order, free))
        )
    if waiting:
        words = f"Нет согласий: {len(set(waiting))}"
        enter = partial(actions.enter_consents, tuple(dict.fromkeys(waiting)))
        found.append(CheckRow(words, CheckState.MISSING, "Внести", enter))
    buttons = [PaneButton("Завершить…", partial(actions.finish, running))] if running else []
    if all(row.order is None for row in rows):
        buttons.append(PaneButton("Удалить", partial(actions.delete, rows), "trash-2"))
    title = f"Выбрано: {counted(len(rows), 'пара', 'пары', 'пар')}"
    return Details(title, "", (Section("", tuple(found)),), tuple(buttons))


def _checks(row: PairingRow, actions: PairingActions) -> Iterator[CheckRow]:
    for person in row.participants:
        yield _consent_check(row, person, actions)
    yield _order_check(row, actions)


def _consent_check(row: PairingRow, person: Participant, actions: PairingActions) -> CheckRow:
    who = person.name.short
    enter = partial(actions.enter_consents, (person.person_id,))
    whose = "Согласие представителя" if person.is_minor else "Согласие"
    if person.consented_on is not None and not _is_signed_by_wrong_hand(person):
        words = f"{whose} от {short_date(person.consented_on)}: {who}"
        return CheckRow(words, CheckState.DONE)
    is_needed = person.person_id in _waiting(row)
    state = CheckState.MISSING if is_needed else CheckState.OPEN
    return CheckRow(f"{whose}: {who}", state, "Внести", enter)


def _is_signed_by_wrong_hand(person: Participant) -> bool:
    return person.is_minor and not person.is_consent_by_representative


def _waiting(row: PairingRow) -> list[int]:
    """People without whose consent the pairing cannot stand in an order."""
    needed = [person for person in row.participants if person.is_minor]
    if row.is_between_employees and not row.mentor.is_minor:
        needed.insert(0, row.mentor)
    return [
        person.person_id
        for person in needed
        if person.consented_on is None or _is_signed_by_wrong_hand(person)
    ]


def _order_check(row: PairingRow, actions: PairingActions) -> CheckRow:
    if row.order is None:
        create = partial(actions.create_order, [row])
        return CheckRow("Приказ о закреплении", CheckState.OPEN, "Создать", create)
    state = CheckState.DONE if row.order.is_issued else CheckState.OPEN
    show = partial(actions.open_order, row.order.order_id)
    return CheckRow(_order_words(row.order), state, "Открыть", show)


def _order_words(order: OrderLink) -> str:
    what = "Приказ" if order.is_issued else "Проект приказа"
    return f"{what} №\u00a0{order.number} от {short_date(order.order_date)}"


def _facts(row: PairingRow) -> Iterator[Fact | Note]:
    yield Fact("Состав", row.kind.label)
    yield Fact("Срок", f"{short_date(row.starts_on)}\u00a0– {short_date(row.ends_on)}")
    if row.ended_on is not None and row.end_kind is not None:
        yield Fact("Окончание", f"{row.end_kind.label} {short_date(row.ended_on)}")
        if row.end_reason:
            yield Fact("Причина", row.end_reason)
    for mode in row.modes:
        yield Fact("Вид наставничества", mode)
    if row.topic:
        yield Fact("Тема", row.topic)
    if row.note:
        yield Note(row.note, is_quiet=True)


def _people(row: PairingRow, actions: PairingActions) -> Iterator[LinkRow]:
    for place, person in enumerate(row.participants):
        icon = "graduation-cap" if person.kind is PersonKind.STUDENT else "user"
        role = "наставник" if place == 0 else "наставляемый"
        note = f"{role} · {person.occupation}" if person.occupation else role
        yield LinkRow(person.name.full, partial(actions.open_person, person.person_id), icon, note)


def _history(row: PairingRow, actions: PairingActions) -> LinkRow:
    show = partial(actions.show_history, row.title, row.pairing_id)
    return LinkRow("История изменений", show, "history")


def _buttons(line: PairingLine, actions: PairingActions) -> Iterator[PaneButton]:
    row = line.row
    if line.state in ENDED:
        yield PaneButton("Вернуть в работу", partial(actions.reopen, [row]), "undo-2")
    else:
        if row.order is None:
            create: Callable[[], object] = partial(actions.create_order, [row])
            yield PaneButton("Создать приказ", create, "file-text", is_primary=True)
        yield PaneButton("Изменить", partial(actions.edit, line), "pencil")
        yield PaneButton("Завершить…", partial(actions.finish, [row]), "circle-check")
    if row.order is None:
        yield PaneButton("Удалить", partial(actions.delete, [row]), "trash-2")
