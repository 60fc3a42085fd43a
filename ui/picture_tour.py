"""A tour of the whole program for its pictures: every page, every dialog, the training school."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from nastavnik_desktop.demo.school import build_demo
from nastavnik_desktop.domain.bulk_edit import BulkEdit, BulkField
from nastavnik_desktop.domain.errors import NastavnikError
from nastavnik_desktop.domain.people import PersonKind, PersonRow
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import School
from ui.controllers.window import WindowController
from ui.crash import report_of
from ui.dialogs.bulk_edit_dialog import BulkPreviewDialog
from ui.dialogs.record_dialog import RecordDialog
from ui.exchange_tour import exchange_sights
from ui.furnish import PAGES
from ui.main_window import MainWindow
from ui.picture_tour_road_map import road_map_sights
from ui.pictures import SCREEN, draw, settle
from ui.prompts import words_of
from ui.requests import ImportList, NewPairing, RecordConsents
from ui.shell import Shell
from ui.silent_prompts import SilentPrompts
from ui.user_settings import UserSettings

Draft = TypeVar("Draft")
_PATIENCE_MS = 1500
_SECTIONS = (
    "school", "heads", "orders", "sheets", "rules", "needs", "names", "columns",
    "lists", "calendar", "program",
)  # fmt: skip
_LIST_HEAD = ("ФИО", "Должность", "Категория", "Дата рождения", "Телефон")
_LIST = (
    ("Зимина Анна Сергеевна", "учитель математики", "первая", "14.02.1988", "8 (000) 111-22-33"),
    ("Иволгин Пётр Олегович", "учитель физики", "высшая", "30.02.1975", ""),
    ("Крылова Вера", "педагог-психолог", "", "05.09.1999", "8 (000) 222-33-44"),
    ("Бондаренко Ирина Константиновна", "директор", "высшая", "", ""),
)


class Camera(SilentPrompts):
    """Answers every question with a picture of it and «no»; ``name`` is the next picture's."""

    def __init__(self, folder: Path, wait: Callable[[QWidget], None]) -> None:
        self.name = ""
        self._folder = folder
        self._wait = wait

    def take(self, widget: QWidget, name: str = "") -> None:
        """Draw a window as it stands, with a picture for each of its tabs."""
        name = name or self.name
        widget.show()
        self._wait(widget)
        self._draw(widget, name)
        for tabs in widget.findChildren(QTabBar)[:1]:
            for at in range(1, tabs.count()):
                if tabs.isTabVisible(at):
                    tabs.setCurrentIndex(at)
                    self._wait(widget)
                    self._draw(widget, f"{name}-{at + 1}")

    def ask_draft(
        self,
        make_dialog: Callable[[QWidget | None], RecordDialog[Draft]],
        draft: Draft,
        problems: Sequence[Problem] = (),
    ) -> Draft | None:
        """Draw the dialog with its draft."""
        dialog = make_dialog(None)
        dialog.begin(draft, problems)
        self._take_and_close(dialog)
        return None

    def ask_yes_no(self, question: str, explanation: str, yes: str, no: str = "Отмена") -> bool:
        """Draw the question."""
        from ui.dialogs.question_dialog import QuestionDialog

        self._take_and_close(QuestionDialog(None, question, explanation, yes, no))
        return False

    def show_error(self, title: str, error: NastavnikError) -> None:
        """Draw the sentence."""
        self.ask_yes_no(title, words_of(error), "Понятно", "")

    def show_dialog(self, dialog: QWidget) -> None:
        """Draw a window that only shows something."""
        self._take_and_close(dialog)

    def _take_and_close(self, dialog: QWidget) -> None:
        self.take(dialog)
        dialog.deleteLater()

    def _draw(self, widget: QWidget, name: str) -> None:
        draw(widget, self._folder / f"{name}.png")


class Tour:
    """Walks through the window and stops at each sight."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._home = home
        self._camera = Camera(folder, self._wait)
        settings = UserSettings()
        self._window = MainWindow(settings, PAGES)
        self._window.resize(SCREEN)
        self._window.show()
        self._controller = WindowController(self._window, settings, self._camera, PAGES)

    def walk(self) -> None:
        """From the first start to the last dialog."""
        self._first_start()
        base = self._home / "Учебная школа.nastavnik"
        build_demo(base)
        self._controller.bases.open(str(base))
        self._settle()
        for name, play in self._sights():
            self._camera.name = name
            play()
            self._settle()
        self._window.close()

    @property
    def _shell(self) -> Shell:
        shell = self._controller.bases.shell
        if shell is None:
            raise RuntimeError("the training school is not open")
        return shell

    @property
    def _page(self) -> Any:  # noqa: ANN401 - the page in front, whichever it is
        return self._window.pages.front

    def _first_start(self) -> None:
        from ui.dialogs.school_dialog import SchoolDialog

        self._controller.start(None)
        self._shoot_window("welcome")
        self._camera.name = "school-dialog"
        self._camera.ask_draft(SchoolDialog, School())

    def _sights(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "today", partial(self._shoot_page, "today")
        yield from self._people()
        yield from self._pairings()
        yield from self._registers()
        yield from self._orders()
        yield from road_map_sights(lambda: self._page, self._shoot_page, self._shoot_first_row)
        yield from self._statistics()
        yield from self._settings()
        yield from self._around()

    def _people(self) -> Iterator[tuple[str, Callable[[], object]]]:
        open_people = partial(self._window.open_page, "people")
        yield "people", partial(self._shoot_page, "people")
        yield "people-need-mentor", self._shoot_who_needs_mentor
        yield "people-details", self._shoot_first_row
        yield "person-dialog", lambda: self._page.open(self._page.model.row_at(0))
        yield "person-new-dialog", lambda: self._page.cards.add(PersonKind.STUDENT)
        yield "person-history", self._show_history
        yield "leaving-dialog", lambda: self._page.actions.leaving.begin(self._mentor_id())
        yield "forget-dialog", lambda: self._page.actions.forgetting.begin(self._mentor_id())
        yield "import-dialog", self._load_list
        yield "new-year-dialog", self._page.new_year.begin
        yield "bulk-edit-dialog", lambda: self._page.actions.bulk.edit_together(self._rows())
        yield "bulk-preview-dialog", self._preview_bulk_edit
        yield "grid-dialog", lambda: self._page.actions.bulk.edit_grid(self._rows())
        yield "duplicates", self._show_duplicates
        yield "merge-dialog", self._compare_duplicates
        mentors = self._shell.services.pairings.rows(self._shell.year())
        ids = tuple(row.mentor.person_id for row in mentors[:4])
        yield "consents-dialog", partial(open_people, RecordConsents(ids))

    def _pairings(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "pairings", partial(self._shoot_page, "pairings")
        yield "pairings-details", self._shoot_first_row
        yield "pairing-dialog", partial(self._window.open_page, "pairings", NewPairing())
        yield "finish-dialog", lambda: self._page.finish([self._page.model.row_at(0).row])
        from ui.picture_tour_pairings import pairing_sights

        yield from pairing_sights(self._shell, lambda: self._page)
        yield "matching", partial(self._shoot_page, "matching")
        yield "matching-details", self._shoot_first_proposal
        yield "match-rules-dialog", self._page.change_rules
        yield "match-bans-dialog", self._show_bans

    def _registers(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "registers", partial(self._shoot_page, "registers")
        yield "registers-details", self._shoot_first_register_row
        yield "registers-public", self._shoot_public_mentees
        yield "registers-paper", self._page.look_at

    def _orders(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "orders", partial(self._shoot_page, "orders")
        yield "orders-details", self._shoot_first_row
        from ui.picture_tour_orders import order_sights

        yield from order_sights(self._shell, lambda: self._page)

    def _statistics(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "statistics", partial(self._shoot_page, "statistics")
        yield "statistics-details", self._shoot_figure
        yield "statistics-paper", self._page.view.print.click
        yield "figure-dialog", lambda: self._page.ask_figure(("11", 10))
        yield "sending-dialog", self._page.ask_sending
        for code in ("educators", "targets", "documents", "oo1-3.1"):
            yield f"statistics-{code}", partial(self._shoot_page, "statistics", code)
        from ui.picture_tour_reports import report_sights

        yield from report_sights(self._home, self._shoot_page, lambda: self._page)
        yield "acts", partial(self._shoot_page, "acts")
        yield "act-dialog", self._page.add
        yield from exchange_sights(self._shell, self._home, self._shoot_page, lambda: self._page)

    def _settings(self) -> Iterator[tuple[str, Callable[[], object]]]:
        for section in _SECTIONS:
            yield f"settings-{section}", partial(self._shoot_page, "settings", section)
        yield "column-dialog", self._page.columns.add_wording
        yield "head-dialog", lambda: self._page.edit_head(0)
        yield "page-preset-dialog", self._edit_page
        yield "question-dialog", self._leave_settings
        self._shell.services.bases.back_up()
        yield "settings-copies", partial(self._shoot_page, "settings", "copies")
        yield "settings-about", partial(self._shoot_page, "settings", "about")
        yield "backups-dialog", self._controller.show_backups

    def _around(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "search", self._search
        yield "shortcuts-dialog", self._controller.show_shortcuts
        yield "help", self._show_help
        yield "crash-dialog", self._show_crash

    # Sights that need more than a call

    def _shoot_page(self, name: str, key: object = None) -> None:
        self._window.open_page(name, key)
        self._shoot_window(self._camera.name)

    def _shoot_window(self, name: str) -> None:
        self._settle()
        self._camera.take(self._window, name)

    def _shoot_who_needs_mentor(self) -> None:
        self._page.records.filters.choose("needs_mentor")
        self._shoot_window(self._camera.name)
        self._page.records.filters.choose("all")

    def _shoot_first_row(self) -> None:
        self._page.records.table.pick({self._page.model.id_at(0)})
        self._shoot_window(self._camera.name)

    def _shoot_first_proposal(self) -> None:
        self._page.view.proposals.setCurrentRow(0)
        self._shoot_window(self._camera.name)

    def _show_bans(self) -> None:
        """The first proposal is forbidden for the picture."""
        proposed = self._page.view.proposals.lines[0].key
        self._page.forbid(proposed)
        self._settle()
        self._page.show_bans()
        self._shell.services.history.undo()

    def _shoot_first_register_row(self) -> None:
        self._page.table.selectRow(0)
        self._shoot_window(self._camera.name)

    def _shoot_public_mentees(self) -> None:
        self._page.registers.kinds.choose("mentees")
        self._page.registers.public.setChecked(True)
        self._shoot_window(self._camera.name)

    def _shoot_figure(self) -> None:
        self._page.view.sheet.pick(("06", 12))
        self._shoot_window(self._camera.name)

    def _show_history(self) -> None:
        row = self._page.model.row_at(0)
        self._page.show_history(row.name.full, row.person_id)

    def _load_list(self) -> None:
        path = self._home / "Список сотрудников.xlsx"
        self._shell.services.lists.export("Список сотрудников", _LIST_HEAD, _LIST, path)
        self._window.open_page("people", ImportList(path))

    def _mentor_id(self) -> int:
        """Somebody who stands in pairs and orders."""
        pairings = self._shell.services.pairings.rows(self._shell.year())
        ordered: Iterator[int] = (row.mentor.person_id for row in pairings if row.order)
        return next(ordered)

    def _rows(self) -> Sequence[PersonRow]:
        """Some people of the list."""
        rows: Sequence[PersonRow] = self._page.model.shown_rows()
        staff = [row for row in rows if row.kind is PersonKind.STAFF]
        return [*staff[:20], *rows[:4]]

    def _preview_bulk_edit(self) -> None:
        edit = BulkEdit.of_text(BulkField.SUBJECT, "физика")
        ids = [row.person_id for row in self._rows()]
        services = self._shell.services
        preview = services.bulk_edit.preview(ids, edit, self._shell.year())
        self._camera.ask_draft(partial(BulkPreviewDialog, preview=preview), preview)

    def _show_duplicates(self) -> None:
        """A second card of the first teacher, as a slip of the pen makes it."""
        services, year = self._shell.services, self._shell.year()
        row = next(row for row in services.people.rows(year) if row.kind is PersonKind.STAFF)
        name = replace(row.name, last_name=row.name.last_name[:-1])
        known = services.people.draft(row.person_id, year)
        services.people.save(replace(known, person_id=None, name=name, phone=""), year)
        self._page.duplicates.find()

    def _compare_duplicates(self) -> None:
        self._page.duplicates.compare(self._shell.services.duplicates.find()[0])
        self._settle()
        self._shell.services.history.undo()

    def _edit_page(self) -> None:
        self._page.sheets.edit(self._shell.services.page_presets.rows()[3])

    def _leave_settings(self) -> None:
        self._page.section("rules").field("mentee_limit").set_number(4)
        self._page.may_leave()
        self._page.discard()

    def _search(self) -> None:
        self._controller.search()
        palette = self._controller.finder.palette
        palette.field.setText("прик")
        self._settle()
        self._camera.take(palette)
        palette.reject()

    def _show_help(self) -> None:
        self._controller.show_help()
        if self._controller.help is not None:
            self._camera.take(self._controller.help)
            self._controller.help.close()

    def _show_crash(self) -> None:
        from ui.dialogs.crash_dialog import CrashDialog

        try:
            raise RuntimeError
        except RuntimeError as error:
            self._camera.show_dialog(CrashDialog(None, report_of(error)))

    # Waiting

    def _settle(self) -> None:
        for _ in range(3):
            self._controller.operations.drain()
            settle()

    def _wait(self, widget: QWidget) -> None:
        """Wait for the worker and for what the window puts off for a moment."""
        self._settle()
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while _is_putting_off(widget) and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._settle()


def _is_putting_off(widget: QWidget) -> bool:
    return any(each.isActive() and each.isSingleShot() for each in widget.findChildren(QTimer))


def take_tour(folder: Path, home: Path) -> None:
    """Draw everything into ``folder``; the training school is made in ``home``."""
    Tour(folder, home).walk()
