"""Papers of every kind: looked at, printed, saved, opened in Word or in a reader of PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from nastavnik_desktop.services.copies import keep_copy, safe_name
from nastavnik_desktop.services.files import write_whole
from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.widgets.paged_paper import SMALL_DPI, PagedPaper, RenderPage, as_qimage

if TYPE_CHECKING:
    from nastavnik_desktop.documents.preview import PageImage

Make = Callable[[], bytes]

_KINDS = {
    "pdf": "Документ PDF (*.pdf)",
    "docx": "Документ Word (*.docx)",
    "xlsx": "Таблица Excel (*.xlsx)",
    "csv": "Текст для других программ (*.csv)",
}
_WORDS = {"pdf": "PDF…", "docx": "Word…", "xlsx": "Excel…", "csv": "CSV…"}


@dataclass(frozen=True)
class Paper:
    """A paper by its title; ``makers`` render it, by format: pdf, docx, xlsx, csv.

    They run on the worker. A paper that is looked at or printed needs «pdf». ``warning`` is said
    before the paper leaves the base as a file.
    """

    title: str
    makers: Mapping[str, Make]
    warning: str = ""

    def file_name(self, file_format: str) -> str:
        """The name under which it is saved."""
        return f"{safe_name(self.title)}.{file_format}"


class PaperDesk:
    """What can be done with a paper; the window never waits for it."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._pages = shell.services.orders

    def show(self, paper: Paper) -> None:
        """Open the preview of a paper."""
        self.load(
            paper.makers["pdf"],
            lambda pdf, paged: self._show_dialog(_with_pdf(paper, pdf), paged),
        )

    def load(
        self,
        make: Make,
        on_loaded: Callable[[bytes, PagedPaper], object],
        on_error: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Render a PDF and prepare its pages for a preview."""

        def work() -> tuple[bytes, list[PageImage]]:
            pdf = make()
            return pdf, self._pages.page_images(pdf, SMALL_DPI)

        def done(result: tuple[bytes, list[PageImage]]) -> None:
            pdf, images = result
            small = tuple(as_qimage(image) for image in images)
            on_loaded(pdf, PagedPaper(small, self._renderer(pdf)))

        self._shell.operations.run("Подготовка документа", work, done, on_error)

    def print(self, paper: Paper) -> None:
        """Ask for a printer and print."""

        def work() -> tuple[bytes, int]:
            pdf = paper.makers["pdf"]()
            return pdf, self._pages.page_count(pdf)

        self._shell.operations.run(
            "Подготовка к печати", work, lambda ready: self._print_pdf(paper.title, *ready)
        )

    def save(self, paper: Paper, file_format: str) -> None:
        """Ask for a file and write the paper into it, once its warning was heeded."""
        if paper.warning and not self._is_agreed(paper.warning):
            return
        proposed = self._folder() / paper.file_name(file_format)
        title = f"Сохранить: {paper.title}"
        path = self._shell.prompts.choose_file_to_save(title, _KINDS[file_format], proposed)
        if path is None:
            return
        make = paper.makers[file_format]
        self._shell.operations.run(
            "Сохранение файла",
            lambda: write_whole(path, make()),
            lambda _nothing: self._tell_saved(path),
        )

    def open_in_program(self, paper: Paper, file_format: str) -> None:
        """Keep a copy in the folder of documents and open it in the system's program."""
        make, name = paper.makers[file_format], paper.file_name(file_format)
        self._shell.operations.run(
            "Открытие документа",
            lambda: keep_copy(self._folder(), name, make()),
            self._open,
        )

    def _is_agreed(self, warning: str) -> bool:
        return self._shell.prompts.ask_yes_no(
            "Сохранить таблицу с персональными данными?", warning, "Сохранить"
        )

    def _folder(self) -> Path:
        chosen = self._shell.settings.current.documents_folder
        return Path(chosen) if chosen else paths.documents_dir()

    def _show_dialog(self, paper: Paper, paged: PagedPaper) -> None:
        from ui.dialogs.paper_preview_dialog import PaperPreviewDialog

        ways = {
            _WORDS[file_format]: partial(self.save, paper, file_format)
            for file_format in paper.makers
        }
        dialog = PaperPreviewDialog(paper.title, paged, partial(self.print, paper), ways)
        self._shell.prompts.show_dialog(dialog)

    def _renderer(self, pdf: bytes) -> RenderPage:
        def render(index: int, dpi: float, take: Callable[[PageImage], None]) -> None:
            call = partial(self._pages.page_image, pdf, index, dpi)
            self._shell.operations.run("Подготовка страницы", call, take)

        return render

    def _print_pdf(self, title: str, pdf: bytes, pages: int) -> None:
        printer = self._shell.prompts.choose_printer(title, pages)
        if printer is None:
            return
        from ui.printing import print_pages

        make_page = partial(self._pages.page_image, pdf)
        self._shell.operations.run(
            f"Печать: {title}",
            lambda progress: print_pages(printer, make_page, pages, progress),
            lambda _nothing: self._shell.notify(Notice(f"Отправлено на печать: {title}")),
        )

    def _tell_saved(self, path: Path) -> None:
        actions = (
            NoticeAction("Открыть файл", partial(self._open, path)),
            NoticeAction("Показать в папке", partial(self._open, path.parent)),
        )
        self._shell.notify(Notice(f"Сохранено: {path.name}", actions=actions))

    def _open(self, path: Path) -> None:
        if self._shell.prompts.open_in_system(path):
            return
        words = f"В системе нет программы для файлов «{path.suffix}». Файл сохранён: {path}"
        folder = NoticeAction("Показать в папке", partial(self._open_folder, path.parent))
        self._shell.notify(Notice(words, Tone.WARNING, (folder,)))

    def _open_folder(self, folder: Path) -> None:
        self._shell.prompts.open_in_system(folder)


def _with_pdf(paper: Paper, pdf: bytes) -> Paper:
    """The paper whose PDF is made already: printing and saving need not render it again."""
    return replace(paper, makers={**paper.makers, "pdf": lambda: pdf})
