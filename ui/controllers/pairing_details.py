"""What the details pane says about a pair or a group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import ENDED_STATES, OrderLink, PairingRow, Participant
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.services.pairing_papers import PaperOffer
from ui.controllers.pairing_desks import LifeDesk, PairingPapersDesk
from ui.controllers.pairing_life_rows import life_of
from ui.controllers.pairing_orders import PairingOrdersDesk, following_orders
from ui.item_models.pairings import STATE_TONES, PairingLine
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

    def enter_agreement(self, row: PairingRow, person_id: int) -> None:
        """Enter the agreement of a mentor."""

    def change_agreement(self, addendum_id: int) -> None:
        """Change an agreement."""

    def print_missing_consents(self, person_ids: Sequence[int]) -> None:
        """Show the consents that these people still have to sign."""

    @property
    def life(self) -> LifeDesk:
        """Breaks, another mentor, a mentor beside."""

    @property
    def papers(self) -> PairingPapersDesk:
        """Papers of a pairing."""

    @property
    def orders(self) -> PairingOrdersDesk:
        """Orders about one pairing."""

    def open_pairing(self, pairing_id: int) -> None:
        """Go to another pairing."""

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
            Section("Участники", tuple(_people(row, actions))),
            Section("Ход наставничества", tuple(life_of(line, actions))),
            *_orders(line, actions),
            Section("Документы", tuple(_papers(row, actions))),
            Section("Сведения", tuple(_facts(row))),
            Section("", (_history(row, actions),)),
        ),
        tuple(_buttons(line, actions)),
    )


def _orders(line: PairingLine, actions: PairingActions) -> Iterator[Section]:
    if rows := tuple(following_orders(line, actions)):
        yield Section("Следующий приказ", rows)


def several_details(lines: Sequence[PairingLine], actions: PairingActions) -> Details:
    """What can be done with several selected pairings at once."""
    rows = [line.row for line in lines]
    free = [line.row for line in lines if line.is_free_of_orders]
    running = [line.row for line in lines if line.state not in ENDED_STATES]
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
    for mentor in row.mentors_from(row.starts_on):
        if row.needs_agreement(mentor, row.starts_on):
            yield _agreement_check(row, mentor, actions)
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


def _agreement_check(row: PairingRow, mentor: Participant, actions: PairingActions) -> CheckRow:
    stored = next((one for one in row.addenda if one.person_id == mentor.person_id), None)
    if stored is None or stored.addendum_id is None:
        enter = partial(actions.enter_agreement, row, mentor.person_id)
        words = f"Доп. соглашение: {mentor.name.short}"
        return CheckRow(words, CheckState.MISSING, "Внести", enter)
    change = partial(actions.change_agreement, stored.addendum_id)
    words = f"{stored.title}: {mentor.name.short}"
    return CheckRow(words, CheckState.DONE, "Изменить", change)


def _papers(row: PairingRow, actions: PairingActions) -> Iterator[LinkRow]:
    waiting = _waiting(row)
    if waiting:
        show = partial(actions.print_missing_consents, waiting)
        yield LinkRow("Напечатать недостающие согласия", show, "printer")
    if row.without_agreement(row.starts_on):
        show = partial(actions.papers.show, row, PaperOffer("addendum", "Доп. соглашение"))
        yield LinkRow("Напечатать доп. соглашение", show, "printer")
    yield LinkRow("Комплект документов пары", partial(actions.papers.show_set, row), "printer")
    yield LinkRow("Комплект файлами Word…", partial(actions.papers.save_set, row), "download")
    yield LinkRow("Один документ…", partial(actions.papers.show_one, row), "file-text")


def _is_signed_by_wrong_hand(person: Participant) -> bool:
    return person.is_minor and not person.is_consent_by_representative


def _waiting(row: PairingRow) -> list[int]:
    """People without whose consent the pairing cannot stand in an order."""
    needed = [person for person in row.participants if person.is_minor]
    mentors = row.mentors_from(row.starts_on)
    needed += [one for one in mentors if row.needs_agreement(one, row.starts_on)]
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
    if row.partnership is not None:
        yield Fact("Межшкольная пара", row.partnership.label)
        if row.partner_school:
            yield Fact("Партнёр", row.partner_school)
    yield Fact("Срок", f"{short_date(row.starts_on)}\u00a0– {short_date(row.ends_on)}")
    if row.ended_on is not None and row.end_kind is not None:
        yield Fact("Окончание", f"{row.end_kind.label} {short_date(row.ended_on)}")
        if row.end_reason:
            yield Fact("Причина", row.end_reason)
        if row.noticed_on is not None:
            yield Fact("Уведомление", short_date(row.noticed_on))
    for mode in row.modes:
        yield Fact("Вид наставничества", mode)
    if row.topic:
        yield Fact("Тема", row.topic)
    if row.note:
        yield Note(row.note, is_quiet=True)


def _people(row: PairingRow, actions: PairingActions) -> Iterator[LinkRow]:
    for person in row.participants:
        icon = "graduation-cap" if person.kind is PersonKind.STUDENT else "user"
        role = _role(row, person)
        note = f"{role} · {person.occupation}" if person.occupation else role
        yield LinkRow(person.name.full, partial(actions.open_person, person.person_id), icon, note)


def _role(row: PairingRow, person: Participant) -> str:
    """«наставник», «наставляемый с 12.10.2026», «замещающий наставник с 07.12.2026»."""
    if person.person_id == row.mentor.person_id:
        return "наставник"
    for beside in row.further_mentors:
        if beside.person.person_id == person.person_id:
            return f"{beside.role.label}, {beside.span.term}"
    own = next((one for one in row.members if one.person_id == person.person_id), None)
    joined = f" с {short_date(own.joined_on)}" if own and own.joined_on else ""
    left = f" по {short_date(own.left_on)}" if own and own.left_on else ""
    return f"наставляемый{joined}{left}"


def _history(row: PairingRow, actions: PairingActions) -> LinkRow:
    show = partial(actions.show_history, row.title, row.pairing_id)
    return LinkRow("История изменений", show, "history")


def _buttons(line: PairingLine, actions: PairingActions) -> Iterator[PaneButton]:
    row = line.row
    if line.state in ENDED_STATES:
        yield PaneButton("Вернуть в работу", partial(actions.reopen, [row]), "undo-2")
    else:
        if row.order is None:
            create: Callable[[], object] = partial(actions.create_order, [row])
            yield PaneButton("Создать приказ", create, "file-text", is_primary=True)
        yield PaneButton("Изменить", partial(actions.edit, line), "pencil")
        yield PaneButton("Завершить…", partial(actions.finish, [row]), "circle-check")
    if row.order is None:
        yield PaneButton("Удалить", partial(actions.delete, [row]), "trash-2")
