"""The page «Итоги» within «Статистика»: charts, the summary, the section of the site."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.charts import Chart
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import NastavnikError
from nastavnik_desktop.domain.statistics.overview import Overview
from ui.page import Page
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.views.summary import Rows, SummaryView
from ui.widgets.notice_bar import Notice, NoticeAction

if TYPE_CHECKING:
    from nastavnik_desktop.services.sites import WrittenSite

_SITE_FOLDER = "Наставничество для сайта"


class SummaryPage(Page):
    """Keeps its date over every reload."""

    watches = Changes.EVERYTHING

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._service = shell.services.summaries
        self._papers = PaperDesk(shell)
        self._as_of: date | None = None

    def build(self) -> QWidget:
        """Make the view and tie it."""
        view = SummaryView()
        view.back.clicked.connect(lambda _checked: self.shell.open_page("statistics", None))
        view.look.clicked.connect(lambda _checked: self._papers.show(self._paper()))
        view.word.clicked.connect(lambda _checked: self._papers.save(self._paper(), "docx"))
        view.site.clicked.connect(lambda _checked: self.make_site())
        view.as_of.day_changed.connect(self._on_day_changed)
        self._shown = view
        return view

    def reload(self) -> None:
        """Count again."""
        self.shell.operations.run("Подсчёт итогов", self._read, self._show)

    def _read(self) -> Overview:
        as_of = self._as_of or self.shell.services.school.today()
        self._as_of = as_of
        seen: Overview = self._service.overview(as_of)
        return seen

    def _show(self, seen: Overview) -> None:
        view = self._shown
        view.as_of.set_day(seen.as_of)
        view.words.setText(_words(seen))
        view.show_figures(seen.figures)
        view.show_charts([] if seen.is_empty else _charts(seen))

    def _paper(self) -> Paper:
        as_of = self._as_of
        if as_of is None:
            raise RuntimeError("the buttons stand beside figures that were read")
        render = self._service.render
        makers = {name: partial(render, as_of, name) for name in ("pdf", "docx")}
        return Paper(f"Справка о наставничестве на {short_date(as_of)}", makers)

    def make_site(self) -> None:
        """Ask for a folder and write the section into one of its own there."""
        folder = self.shell.prompts.choose_folder("Куда записать раздел для сайта")
        if folder is None:
            return
        call = partial(self.shell.services.sites.write, folder / _SITE_FOLDER, self._as_of)

        def failed(error: BaseException) -> None:
            if not isinstance(error, NastavnikError):
                raise error
            self.shell.prompts.show_error("Раздел для сайта", error)

        self.shell.operations.run("Раздел для сайта", call, self._tell_written, failed)

    def _tell_written(self, written: WrittenSite) -> None:
        actions = (
            NoticeAction("Открыть страницу", partial(self._open, written.folder / "index.html")),
            NoticeAction("Показать в папке", partial(self._open, written.folder)),
        )
        self.shell.notify(Notice(written.saved.message, actions=actions))

    def _open(self, path: Path) -> None:
        self.shell.prompts.open_in_system(path)

    def _on_day_changed(self) -> None:
        day = self._shown.as_of.day
        if day is None or not 2000 <= day.year <= 2100:
            self._shown.as_of.set_day(self._as_of)
        elif day != self._as_of:
            self._as_of = day
            self.reload()


def _words(seen: Overview) -> str:
    if seen.is_empty:
        return "На эту дату пар и групп в изданных приказах нет."
    share = seen.share_of_educators
    if share is None:
        return ""
    part = f"{seen.educators_taking_part} из {seen.educators}"
    return f"В программе участвуют {part} педагогов школы."


def _charts(seen: Overview) -> list[tuple[Chart, tuple[str, ...], Rows]]:
    made: list[tuple[Chart, tuple[str, ...], Rows]] = [
        (seen.chart_of_forms(), ("Форма", "Пар и групп", "Наставляемых"), seen.by_form)
    ]
    mentors = seen.chart_of_mentors()
    if mentors.bars:
        kinds = [(words, count) for words, count in seen.mentors_by_kind if count]
        made.append((mentors, ("Наставники", "Человек"), kinds))
    if len(seen.years) > 1:
        rows = [(one.year.label, one.pairings, one.mentors, one.mentees) for one in seen.years]
        heads = ("Учебный год", "Пар и групп", "Наставников", "Наставляемых")
        made.append((seen.chart_of_years(), heads, rows))
    return made
