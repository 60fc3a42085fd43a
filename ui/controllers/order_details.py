"""What the details pane says about an order, and what can be done in each stage of its life."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders import OrderKind, OrderRow, OrderState
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.plurals import counted
from ui.item_models.orders import STATE_TONES
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

if TYPE_CHECKING:
    from nastavnik_desktop.services.order_checks import Accepted
    from nastavnik_desktop.services.order_entries import OrderEntry
    from ui.controllers.order_entry import OrderEntryDesk

_PAIRS_SHOWN = 12
_FOLLOW_UPS = (
    (OrderKind.AMENDMENT, "Изменить: замена, дополнение, срок…", "pencil"),
    (OrderKind.TERMINATION, "Прекратить пары досрочно…", "x"),
    (OrderKind.RESULTS, "Подвести итоги…", "check"),
    (OrderKind.REWARD, "Поощрить наставников…", "award"),
)


class OrderActions(Protocol):
    """What the pane lets the user do."""

    def show_paper(self, row: OrderRow) -> None:
        """Open the preview."""

    def save_paper(self, row: OrderRow, file_format: str) -> None:
        """Save the paper as a file."""

    def print_paper(self, row: OrderRow) -> None:
        """Print the paper."""

    def mark_signed(self, row: OrderRow) -> None:
        """Write the day of the signature down."""

    def withdraw(self, row: OrderRow) -> None:
        """Withdraw an issued order."""

    def edit(self, row: OrderRow) -> None:
        """Change a draft."""

    def delete_draft(self, row: OrderRow) -> None:
        """Delete a draft."""

    def open_pairing(self, pairing_id: int) -> None:
        """Go to a pairing."""

    def open_order(self, order_id: int) -> None:
        """Go to another order."""

    def show_history(self, title: str, record_id: int) -> None:
        """Show who changed what."""

    def follow_up(self, row: OrderRow, kind: OrderKind) -> None:
        """Begin an order that amends this one or ends its pairs."""

    @property
    def entry(self) -> OrderEntryDesk:
        """Acquaintance, files, extracts."""


def order_details(row: OrderRow, known: OrderEntry, actions: OrderActions) -> Details:
    """An order with its pairings and papers, none as long as they are not read."""
    pairings = known.pairings
    show_history = partial(actions.show_history, row.title, row.order_id)
    sections: list[Section] = [
        Section("", (PillRow(row.state.label, STATE_TONES[row.state]),)),
        Section("Жизнь приказа", tuple(_life(row, actions))),
        Section("Реквизиты", tuple(_facts(row))),
    ]
    if accepted := tuple(_accepted(known.accepted)):
        sections.append(Section("Замечания, с которыми издан", accepted))
    if known.links:
        sections.append(Section("Другие приказы", tuple(_links(known, actions))))
    if pairings:
        words = f"В приказе: {counted(len(pairings), 'пара', 'пары', 'пар')}"
        sections.append(Section(words, tuple(_pairings(pairings, actions))))
    if row.state is not OrderState.EXTERNAL:
        sections.append(Section("Документ", tuple(_papers(row, known, actions))))
    if row.state is not OrderState.DRAFT:
        sections.append(Section("Подшито к приказу", tuple(_kept(row, known, actions))))
    if follow_ups := tuple(_follow_ups(row, actions)):
        sections.append(Section("Что дальше", follow_ups))
    sections.append(Section("", (LinkRow("История изменений", show_history, "history"),)))
    return Details(row.title, row.heading, tuple(sections), tuple(_buttons(row, actions)))


def many_details(rows: Sequence[OrderRow]) -> Details:
    """Several orders: how many, and in which state."""
    states = {row.state: 0 for row in rows}
    for row in rows:
        states[row.state] += 1
    facts = tuple(Fact(state.label.capitalize(), str(count)) for state, count in states.items())
    title = f"Выбрано: {counted(len(rows), 'приказ', 'приказа', 'приказов')}"
    return Details(title, "", (Section("", facts),))


def _life(row: OrderRow, actions: OrderActions) -> Iterator[CheckRow | Note]:
    if row.state is OrderState.EXTERNAL:
        yield Note("Приказ издан вне программы: здесь только запись в журнале.", is_quiet=True)
        return
    if row.state is OrderState.DRAFT:
        issue = partial(actions.edit, row)
        yield CheckRow("Проект: номер пока предложен", CheckState.OPEN, "Создать", issue)
        return
    yield CheckRow(f"Создан: номер {row.number} закреплён", CheckState.DONE)
    if row.signed_on is not None:
        yield CheckRow(f"Подписан {short_date(row.signed_on)}", CheckState.DONE)
    elif row.state is OrderState.ISSUED:
        sign = partial(actions.mark_signed, row)
        yield CheckRow("Ждёт подписи директора", CheckState.OPEN, "Подписан…", sign)
    if row.withdrawn_on is not None:
        yield CheckRow(f"Отменён {short_date(row.withdrawn_on)}", CheckState.MISSING)
        yield Note(row.withdrawal_reason, is_quiet=True)


def _facts(row: OrderRow) -> Iterator[Fact | Note]:
    yield Fact("Журнал", row.register_title)
    yield Fact("Учебный год", row.year.label)
    if row.executor:
        yield Fact("Исполнитель", row.executor)
    if row.note:
        yield Note(row.note, is_quiet=True)


def _accepted(accepted: Accepted) -> Iterator[Note]:
    yield from map(Note, accepted.warnings)
    if accepted.note:
        yield Note(f"Примечание: {accepted.note}", is_quiet=True)


def _pairings(pairings: Sequence[PairingRow], actions: OrderActions) -> Iterator[LinkRow | Note]:
    for pairing in pairings[:_PAIRS_SHOWN]:
        show = partial(actions.open_pairing, pairing.pairing_id)
        yield LinkRow(pairing.title, show, "handshake", pairing.form.title)
    if len(pairings) > _PAIRS_SHOWN:
        yield Note(f"и ещё {len(pairings) - _PAIRS_SHOWN}", is_quiet=True)


def _links(known: OrderEntry, actions: OrderActions) -> Iterator[LinkRow]:
    for link in known.links:
        words = link.words[:1].upper() + link.words[1:]
        yield LinkRow(words, partial(actions.open_order, link.order.order_id), "file-text")


def _kept(row: OrderRow, known: OrderEntry, actions: OrderActions) -> Iterator[LinkRow]:
    """The signed sheet, the scan, the text finished by hand."""
    desk = actions.entry
    if known.to_acquaint:
        note = f"{known.acquainted} из {known.to_acquaint}"
        yield LinkRow("Лист ознакомления…", partial(desk.acquaint, row), "file-pen", note)
    for file in known.files:
        label = f"{file.label[:1].upper()}{file.label[1:]}: {file.file_name}"
        yield LinkRow(label, partial(desk.open_file, file.attachment_id), "paperclip")
        drop = partial(desk.detach, file.attachment_id)
        yield LinkRow(f"Убрать: {file.file_name}", drop, "x")
    yield LinkRow("Приложить скан…", partial(desk.attach_scan, row), "upload")
    yield LinkRow("Приложить окончательный файл…", partial(desk.attach_final, row), "upload")


def _follow_ups(row: OrderRow, actions: OrderActions) -> Iterator[LinkRow]:
    """Orders that rest on this one; an old order can be followed where its pairs are known."""
    is_old = row.state is OrderState.EXTERNAL and row.pairings_count > 0
    is_in_force = row.state in (OrderState.ISSUED, OrderState.SIGNED) or is_old
    if row.kind is OrderKind.PAIRS and is_in_force:
        for kind, words, icon_name in _FOLLOW_UPS:
            yield LinkRow(words, partial(actions.follow_up, row, kind), icon_name)


def _papers(row: OrderRow, known: OrderEntry, actions: OrderActions) -> Iterator[LinkRow]:
    yield LinkRow("Сохранить PDF…", partial(actions.save_paper, row, "pdf"), "download")
    yield LinkRow("Сохранить Word…", partial(actions.save_paper, row, "docx"), "download")
    yield LinkRow("Печать…", partial(actions.print_paper, row), "printer")
    if known.has_extract:
        yield LinkRow("Выписка из приказа…", partial(actions.entry.extract, row), "file-text")


def _buttons(row: OrderRow, actions: OrderActions) -> Iterator[PaneButton]:
    if row.state is OrderState.EXTERNAL:
        desk = actions.entry
        yield PaneButton("Исправить запись…", partial(desk.correct_external, row), "pencil")
        yield PaneButton("Удалить запись", partial(desk.delete_external, row), "trash-2")
        return
    if row.state is OrderState.DRAFT:
        edit = partial(actions.edit, row)
        yield PaneButton("Изменить проект", edit, "pencil", is_primary=True)
        yield PaneButton("Открыть", partial(actions.show_paper, row), "eye")
        yield PaneButton("Удалить проект", partial(actions.delete_draft, row), "trash-2")
        return
    yield PaneButton("Открыть", partial(actions.show_paper, row), "eye", is_primary=True)
    if row.state is OrderState.ISSUED:
        yield PaneButton("Отметить подписанным…", partial(actions.mark_signed, row), "check")
    if row.state in (OrderState.ISSUED, OrderState.SIGNED):
        yield PaneButton("Отменить приказ…", partial(actions.withdraw, row), "x")
