"""What is written down beside the text of an order: acquaintance, files, extracts, old orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderRow
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.copies import keep_copy
from nastavnik_desktop.services.results import Saved
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.writes import OnSaved, Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.acquaintance import AcquaintanceRow
    from nastavnik_desktop.services.attachments import AttachedFile
    from ui.dialogs.acquaintance_dialog import Acquainting
    from ui.dialogs.external_order_dialog import ExternalOrder

Keep = Callable[[int, Path], Saved]

_SCANS = "Скан: PDF или изображение (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp)"
_FINALS = "Окончательный файл (*.docx *.pdf *.odt *.doc *.rtf)"
_OLD_ONES = "Скан или текст (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.docx *.doc *.odt *.rtf)"


class OrderEntryDesk:
    """Opens the dialogs of an entry and carries out what they ask.

    ``on_registered`` gives the actions of the notice after an old order was entered.
    """

    def __init__(self, shell: Shell, on_registered: OnSaved) -> None:
        self._shell = shell
        self._on_registered = on_registered
        self._writes = Writes(shell)
        self._desk = PaperDesk(shell)

    def acquaint(self, row: OrderRow) -> None:
        """Ask who has signed the sheet, and when."""

        def read() -> tuple[list[AcquaintanceRow], date]:
            services = self._shell.services
            return services.acquaintance.rows(row.order_id), services.school.today()

        def ask(known: tuple[list[AcquaintanceRow], date]) -> None:
            self._ask_acquainted(row, *known)

        self._shell.operations.run("Лист ознакомления", read, ask)

    def attach_scan(self, row: OrderRow) -> None:
        """Ask for the scan of the signed order and keep it."""
        self._attach(row, "Скан приказа", _SCANS, self._shell.services.order_files.attach_scan)

    def attach_final(self, row: OrderRow) -> None:
        """Ask for the text that was finished by hand and keep it."""
        keep = self._shell.services.order_files.attach_final
        self._attach(row, "Окончательный текст приказа", _FINALS, keep)

    def open_file(self, attachment_id: int) -> None:
        """Open a kept file in the system's program."""
        read = partial(self._shell.services.order_files.content, attachment_id)
        self._shell.operations.run("Файл приказа", read, self._open)

    def detach(self, attachment_id: int) -> None:
        """Take a file away."""
        call = partial(self._shell.services.order_files.detach, attachment_id)
        self._writes.run("Удаление файла", call)

    def extract(self, row: OrderRow) -> None:
        """Open the extract of an order for one of its pairs; of several one is asked for."""

        def ask(pairings: list[PairingRow]) -> None:
            at: int | None = 0
            if len(pairings) != 1:
                names = [pairing.title for pairing in pairings]
                at = self._shell.prompts.ask_choice("Выписка из приказа", "Для кого", names)
            if at is not None:
                self._show_extract(row, pairings[at])

        call = partial(self._shell.services.order_files.pairings_in_extracts, row.order_id)
        self._shell.operations.run("Выписка из приказа", call, ask)

    def _show_extract(self, row: OrderRow, pairing: PairingRow) -> None:
        make = partial(
            self._shell.services.order_files.extract, row.order_id, pairing_id=pairing.pairing_id
        )
        makers = {kind: partial(make, file_format=kind) for kind in ("pdf", "docx")}
        self._desk.show(Paper(f"Выписка: {row.title}, {pairing.title}", makers))

    def register_external(self) -> None:
        """Ask for an order that was issued before the program came."""

        def read() -> tuple[list[PairingRow], date]:
            services = self._shell.services
            free = services.order_entries.free_pairings(self._shell.year())
            return free, services.school.today()

        self._shell.operations.run("Пары без приказа", read, lambda known: self._ask_old(*known))

    def correct_external(self, row: OrderRow) -> None:
        """Ask for other requisites and pairs of an order that was entered by hand."""

        def read() -> tuple[list[PairingRow], list[PairingRow], date]:
            entries, today = self._shell.services.order_entries, self._shell.services.school.today()
            own = list(entries.of(row.order_id).pairings)
            return own, entries.free_pairings(row.year), today

        def ask(known: tuple[list[PairingRow], list[PairingRow], date]) -> None:
            own, free, today = known
            ids = tuple(pairing.pairing_id for pairing in own)
            draft = ExternalOrder(row.number, row.order_date, row.heading, ids)
            self._ask_old([*own, *free], today, draft, order_id=row.order_id)

        from ui.dialogs.external_order_dialog import ExternalOrder

        self._shell.operations.run("Чтение приказа", read, ask)

    def delete_external(self, row: OrderRow) -> None:
        """Take the entry away: the notice offers the way back."""
        call = partial(self._shell.services.order_entries.delete_external, row.order_id)
        self._writes.run("Удаление записи", call)

    def _ask_acquainted(
        self,
        row: OrderRow,
        rows: list[AcquaintanceRow],
        today: date,
        draft: Acquainting | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        from ui.dialogs.acquaintance_dialog import AcquaintanceDialog, Acquainting

        days = {one.acquaintance_id: one.acquainted_on for one in rows}
        answer = self._shell.prompts.ask_draft(
            lambda parent: AcquaintanceDialog(parent, row, rows, today),
            draft or Acquainting(days),
            problems,
        )
        if answer is None:
            return

        def refused(error: RuleViolation) -> None:
            found = [Problem(error.field, error.message)]
            self._ask_acquainted(row, rows, today, answer, found)

        changed = {key: day for key, day in answer.days.items() if day != days[key]}
        if changed or answer.added:
            record = self._shell.services.acquaintance.record
            call = partial(record, row.order_id, changed, answer.added)
            self._writes.run("Ознакомление", call, on_refused=refused)

    def _ask_old(
        self,
        rows: list[PairingRow],
        today: date,
        draft: ExternalOrder | None = None,
        problems: Sequence[Problem] = (),
        order_id: int | None = None,
    ) -> None:
        from ui.dialogs.external_order_dialog import ExternalOrder, ExternalOrderDialog

        save = "Внести" if order_id is None else "Сохранить"
        answer = self._shell.prompts.ask_draft(
            lambda parent: ExternalOrderDialog(parent, rows, today, self._choose_old, save),
            draft or ExternalOrder(),
            problems,
        )
        if answer is None:
            return

        def refused(error: RuleViolation) -> None:
            found = [Problem(error.field, error.message)]
            self._ask_old(rows, today, answer, found, order_id)

        services = self._shell.services
        call = partial(
            services.orders.register_external
            if order_id is None
            else partial(services.order_entries.correct_external, order_id),
            answer.number,
            answer.order_date,
            answer.heading,
            answer.pairing_ids,
            answer.file,
        )
        self._writes.run("Внешний приказ", call, next_steps=self._on_registered, on_refused=refused)

    def _choose_old(self) -> Path | None:
        return self._shell.prompts.choose_file_to_open("Файл приказа", _OLD_ONES)

    def _attach(self, row: OrderRow, title: str, kinds: str, keep: Keep) -> None:
        path = self._shell.prompts.choose_file_to_open(title, kinds)
        if path is not None:
            self._writes.run(title, partial(keep, row.order_id, path))

    def _open(self, file: AttachedFile) -> None:
        path = keep_copy(paths.documents_dir(), file.file_name, file.content)
        self._shell.prompts.open_in_system(path)
