"""What became of the occurrences of a road map: the dialogs of execution and their writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderRow, OrderState
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    Mark,
    MarkStatus,
    Occurrence,
)
from nastavnik_desktop.services.copies import keep_copy
from nastavnik_desktop.services.results import Saved
from ui.dialogs.road_map_dialogs import EvidenceDialog, MarkDialog
from ui.shell import Shell
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.writes import Writes

_WAYS = ("Файл с диска…", "Документ или ссылка…", "Приказ из программы…", "Список из программы…")
_LISTS = {
    "registers": "Базы наставников и наставляемых",
    "pairings": "Пары и группы",
    "people": "Люди",
    "orders": "Журнал приказов",
    "consents": "Согласия",
}
"""Lists of the program by the names of their pages."""
_IN_FORCE = (OrderState.ISSUED, OrderState.SIGNED, OrderState.EXTERNAL)
_NO_ORDERS = "В этом учебном году нет созданных приказов: черновик ничего не подтверждает"
_ONLY_WORDS = "Этот документ хранится вне программы: здесь записаны его название, номер и дата"
_ANY_FILE = "Файлы (*.*)"


class RoadMapMarks:
    """Each question is asked again with what was typed when a service refuses it."""

    def __init__(self, shell: Shell, writes: Writes) -> None:
        self._shell = shell
        self._writes = writes
        self._service = shell.services.road_map_marks

    def ask(self, occurrence: Occurrence, status: MarkStatus) -> None:
        """Ask for day and reason, then write the mark down."""
        self._with_today(lambda today: self._ask(occurrence, status, today))

    def clear(self, occurrence: Occurrence) -> None:
        """Take a mark away; the notice offers it back."""
        call = partial(self._service.clear_mark, occurrence.key)
        self._writes.run("Снятие отметки", call)

    def add_evidence(self, mark_id: int) -> None:
        """A file, the words of a document, an address, an order or a list of the program."""
        way = self._shell.prompts.ask_choice("Подтверждение", "Что добавить", _WAYS)
        ways = (self._add_file, self._add_document, self._add_order, self._add_list)
        if way is not None:
            ways[way](mark_id)

    def open_evidence(self, evidence: Evidence) -> None:
        """A file and a link open in the system's program, an order and a list on their pages."""
        if evidence.kind is EvidenceKind.FILE:
            call = partial(self._keep_file, evidence.evidence_id)
            self._shell.operations.run("Открытие файла", call, self._open_path)
        elif evidence.kind is EvidenceKind.ORDER and evidence.order_id is not None:
            self._shell.open_page("orders", evidence.order_id)
        elif evidence.kind is EvidenceKind.LIST and evidence.link in _LISTS:
            self._shell.open_page(evidence.link, None)
        elif evidence.kind is EvidenceKind.LINK:
            self._open_link(evidence.link)
        else:
            self._shell.notify(Notice(_ONLY_WORDS))

    def delete_evidence(self, evidence: Evidence) -> None:
        """Take a piece of evidence away."""
        call = partial(self._service.delete_evidence, evidence.evidence_id)
        self._writes.run("Удаление подтверждения", call)

    def _add_document(self, mark_id: int) -> None:
        self._with_today(lambda today: self._ask_evidence(mark_id, today))

    def _add_order(self, mark_id: int) -> None:
        call = partial(self._shell.services.orders.rows, self._shell.year())
        ask = partial(self._ask_order, mark_id)
        self._shell.operations.run("Чтение приказов", call, ask)

    def _ask_order(self, mark_id: int, rows: Sequence[OrderRow]) -> None:
        in_force = [row for row in rows if row.state in _IN_FORCE]
        if not in_force:
            self._shell.notify(Notice(_NO_ORDERS))
            return
        words = [f"{row.title} – {row.heading}" for row in in_force]
        at = self._shell.prompts.ask_choice("Подтверждение приказом", "Приказ", words)
        if at is not None:
            row = in_force[at]
            self._add(mark_id, Evidence(EvidenceKind.ORDER, row.title, order_id=row.order_id))

    def _add_list(self, mark_id: int) -> None:
        titles = list(_LISTS.values())
        at = self._shell.prompts.ask_choice("Подтверждение списком", "Список", titles)
        if at is not None:
            page = list(_LISTS)[at]
            self._add(mark_id, Evidence(EvidenceKind.LIST, titles[at], link=page))

    def _add(self, mark_id: int, evidence: Evidence) -> None:
        self._writes.run("Подтверждение", partial(self._service.add_evidence, mark_id, evidence))

    def _open_link(self, link: str) -> None:
        """An address of the web in the browser, anything else as a path of the disc."""
        address = f"http://{link}" if link.startswith("www.") else link
        if not address.lower().startswith(("http://", "https://")):
            self._open_path(Path(link))
        elif not self._shell.prompts.open_address(address):
            self._shell.notify(Notice(f"Не открывается: {link}"))

    def _keep_file(self, evidence_id: int) -> Path:
        file = self._service.evidence_file(evidence_id)
        return keep_copy(paths.documents_dir(), file.file_name, file.content)

    def _open_path(self, path: Path) -> None:
        if not self._shell.prompts.open_in_system(path):
            self._shell.notify(Notice(f"Не открывается: {path}"))

    def _add_file(self, mark_id: int) -> None:
        path = self._shell.prompts.choose_file_to_open("Подтверждение", _ANY_FILE)
        if path is not None:
            evidence = Evidence(EvidenceKind.FILE, title=path.stem)
            call = partial(self._service.add_evidence, mark_id, evidence, path)
            self._writes.run("Подтверждение", call)

    def _ask_evidence(
        self,
        mark_id: int,
        today: date,
        draft: Evidence | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        first = draft or Evidence(EvidenceKind.DOCUMENT, dated_on=today)
        answer = self._shell.prompts.ask_draft(
            lambda parent: EvidenceDialog(parent, today), first, problems
        )
        if answer is None:
            return

        def ask_again(error: RuleViolation) -> None:
            found = [Problem(error.field, error.message)]
            self._ask_evidence(mark_id, today, answer, found)

        call = partial(self._service.add_evidence, mark_id, answer)
        self._writes.run("Подтверждение", call, on_refused=ask_again)

    def _ask(
        self,
        occurrence: Occurrence,
        status: MarkStatus,
        today: date,
        draft: Mark | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        def make(parent: QWidget | None) -> MarkDialog:
            return MarkDialog(parent, occurrence, status, today)

        done_on = today if status is MarkStatus.DONE else None
        first = draft or Mark(status, done_on=done_on)
        answer = self._shell.prompts.ask_draft(make, first, problems)
        if answer is None:
            return

        def ask_again(error: RuleViolation) -> None:
            found = [Problem(error.field, error.message)]
            self._ask(occurrence, status, today, answer, found)

        call = partial(self._service.set_mark, occurrence.key, answer)
        steps = self._after_done if status is MarkStatus.DONE else None
        self._writes.run("Отметка", call, next_steps=steps, on_refused=ask_again)

    def _after_done(self, saved: Saved) -> tuple[NoticeAction, ...]:
        if saved.record_id is None:
            return ()
        add = partial(self.add_evidence, saved.record_id)
        return (NoticeAction("Добавить подтверждение…", add),)

    def _with_today(self, ask: Callable[[date], None]) -> None:
        self._shell.operations.run("Чтение даты", self._shell.services.school.today, ask)
