"""Papers and files of a road map: looked at, printed, saved; tasks, reports, calendar, evidence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from nastavnik_desktop.documents.page import PaperFormat
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.road_maps.execution import parse_period
from nastavnik_desktop.domain.road_maps.kept import Occurrence, RoadMapHead
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.copies import safe_name
from nastavnik_desktop.services.files import render
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.widgets.notice_bar import Notice, NoticeAction

if TYPE_CHECKING:
    from nastavnik_desktop.documents.tree import Document

_FORMATS = ("pdf", "docx", "xlsx")
_TASK_KINDS = "Документ Word (*.docx);;Документ PDF (*.pdf)"
_CALENDAR_KINDS = "Календарь (*.ics)"
_ARCHIVE_KINDS = "Архив (*.zip)"


class RoadMapOutputs:
    """Every way out of a road map; nothing in the base is changed."""

    def __init__(self, shell: Shell, desk: PaperDesk) -> None:
        self._shell = shell
        self._desk = desk
        self._papers = shell.services.road_map_papers

    def ways(self, head: RoadMapHead, year: SchoolYear) -> dict[str, Callable[[], object]]:
        """What can be printed or saved, by the words of the menu."""
        return {
            "Дорожная карта…": partial(self._show_plan, head),
            "Дорожная карта в другой форме…": partial(self._ask_layout, head),
            "Год на одном листе…": partial(self._show_timeline, head, year, PaperFormat.A4),
            "Год на одном листе A3…": partial(self._show_timeline, head, year, PaperFormat.A3),
            "Отчёт об исполнении…": partial(self._ask_report, head, year),
            "Поручения ответственному…": partial(self._read_tasks, year),
            "Календарь для телефона (.ics)…": partial(self._save_calendar, head),
            "Папка подтверждений (.zip)…": partial(self._save_evidence, head),
        }

    def _show_plan(self, head: RoadMapHead) -> None:
        make = partial(self._papers.document, head.road_map_id)
        self._desk.show(_paper(f"Дорожная карта {head.years_label}", make))

    def _ask_layout(self, head: RoadMapHead) -> None:
        from nastavnik_desktop.documents.road_maps import LAYOUT_WORDS

        layouts = list(LAYOUT_WORDS)
        words = list(LAYOUT_WORDS.values())
        at = self._shell.prompts.ask_choice("Форма дорожной карты", "Графы", words)
        if at is not None:
            make = partial(self._papers.document, head.road_map_id, layouts[at])
            self._desk.show(_paper(f"Дорожная карта {head.years_label}", make))

    def _show_timeline(self, head: RoadMapHead, year: SchoolYear, sheet: PaperFormat) -> None:
        reading = _reading_year(head, year)
        make = partial(self._papers.timeline, head.road_map_id, reading, sheet)
        self._desk.show(_paper(f"Дорожная карта {reading.label} по месяцам", make))

    def _ask_report(self, head: RoadMapHead, year: SchoolYear) -> None:
        periods = periods_of(year)
        titles = [parse_period(period).title for period in periods]
        at = self._shell.prompts.ask_choice("Отчёт об исполнении", "За какой период", titles)
        if at is not None:
            make = partial(self._papers.report, periods[at], head.road_map_id)
            self._desk.show(_paper(f"Отчёт об исполнении за {titles[at]}", make))

    def _read_tasks(self, year: SchoolYear) -> None:
        call = partial(self._shell.services.road_map_people.tasks, year)
        self._shell.operations.run("Чтение поручений", call, self._ask_tasks)

    def _ask_tasks(self, tasks: dict[str, list[Occurrence]]) -> None:
        if not tasks:
            self._shell.notify(Notice("В этом учебном году поручений с датами нет."))
            return
        names = list(tasks)
        prompts = self._shell.prompts
        at = prompts.ask_choice("Поручения по дорожной карте", "Ответственный", names)
        if at is None:
            return
        name = names[at]
        write = partial(self._papers.export_tasks, name, tasks[name])
        self._save(f"Поручения – {name}.docx", _TASK_KINDS, write)

    def _save_calendar(self, head: RoadMapHead) -> None:
        write = partial(self._papers.export, head.road_map_id)
        self._save(f"Дорожная карта {head.years_label}.ics", _CALENDAR_KINDS, write)

    def _save_evidence(self, head: RoadMapHead) -> None:
        write = partial(self._shell.services.road_map_evidence.export, head.road_map_id)
        self._save(f"Подтверждения {head.years_label}.zip", _ARCHIVE_KINDS, write)

    def _save(self, name: str, kinds: str, write: Callable[[Path], object]) -> None:
        file_name = Path(name)
        proposed = paths.documents_dir() / f"{safe_name(file_name.stem)}{file_name.suffix}"
        path = self._shell.prompts.choose_file_to_save("Сохранить", kinds, proposed)
        if path is not None:
            done = partial(self._tell, path)
            self._shell.operations.run("Сохранение файла", partial(write, path), done)

    def _tell(self, path: Path, _result: object) -> None:
        show = NoticeAction("Показать в папке", partial(self._open, path.parent))
        self._shell.notify(Notice(f"Сохранено: {path.name}", actions=(show,)))

    def _open(self, folder: Path) -> None:
        self._shell.prompts.open_in_system(folder)


def periods_of(year: SchoolYear) -> list[str]:
    """Periods that a report of a school year may speak of: the year, quarters, halves, years."""
    first, second = year.start, year.start + 1
    quarters = [f"{first}Q3", f"{first}Q4", f"{second}Q1", f"{second}Q2", f"{second}Q3"]
    return [*quarters, f"{first}H2", f"{second}H1", year.label, str(first), str(second)]


def _reading_year(head: RoadMapHead, year: SchoolYear) -> ReadingYear:
    """The year of the plan that holds the first day of the school year, else its first one."""
    return next((one for one in head.years if year.first_day in one), head.years[0])


def _paper(title: str, make: Callable[[], Document]) -> Paper:
    return Paper(title, {name: partial(_rendered, make, name) for name in _FORMATS})


def _rendered(make: Callable[[], Document], file_format: str) -> bytes:
    return render(make(), file_format)
