"""«Отправить в управление…»: a package is asked for, shown for what it carries, and written."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.consolidation.package import PackageDraft, Remarks, Verdict
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.copies import safe_name
from ui.dialogs.package_dialogs import PackageDialog
from ui.dialogs.sent_packages_dialog import SentPackagesDialog
from ui.shell import Shell
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.packages import Prepared

_PACKAGES = "Посылка в управление (*.posylka)"
_REMARKS = "Замечания управления (*.zamechaniya)"
_MOST_TOLD = 4


class PackageSending:
    """The school's side of the exchange."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.exchange.packages

    def begin(self, as_of: date | None = None) -> None:
        """Ask for a package of a date."""

        def read() -> tuple[PackageDraft, list[tuple[str, str]], date]:
            forms = self._shell.services.statistics.forms()
            titles = [(form.code, form.title) for form in forms]
            return self._service.new_draft(as_of), titles, self._shell.services.school.today()

        self._shell.operations.run("Подготовка посылки", read, lambda found: self._ask(*found))

    def show_sent(self) -> None:
        """Show what was sent and answered."""
        self._shell.operations.run(
            "Чтение посылок",
            self._service.rows,
            lambda rows: self._shell.prompts.show_dialog(SentPackagesDialog(rows)),
        )

    def load_remarks(self) -> None:
        """Take the answer of the authority from its file."""
        path = self._shell.prompts.choose_file_to_open("Замечания управления", _REMARKS)
        if path is not None:
            read = partial(self._service.read_remarks, path)
            self._shell.operations.run(
                "Чтение замечаний", read, self._on_remarks_read,
                lambda error: self._writes.show("Замечания управления", error),
            )  # fmt: skip

    def _ask(
        self,
        draft: PackageDraft,
        forms: list[tuple[str, str]],
        today: date,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        make = partial(PackageDialog, forms=forms, today=today)
        answer = self._shell.prompts.ask_draft(make, draft, problems)
        if answer is None:
            return

        def failed(error: BaseException) -> None:
            if isinstance(error, RuleViolation) and error.field:
                self._ask(answer, forms, today, (Problem(error.field, error.message),))
            else:
                self._writes.show("Отправить в управление", error)

        self._shell.operations.run(
            "Сбор посылки", partial(self._service.prepare, answer),
            lambda prepared: self._confirm(answer, prepared), failed,
        )  # fmt: skip

    def _confirm(self, draft: PackageDraft, prepared: Prepared) -> None:
        """Say what the file will carry before it is made."""
        package = prepared.package
        lines = [f"– {line}" for line in package.carries]
        for found, words in ((package.errors, "Ошибки"), (package.warnings, "Предупреждения")):
            if found:
                lines.append(f"\n{words} проверок – их увидит и управление:")
                lines += [f"– {message}" for message in found[:_MOST_TOLD]]
                lines += [f"– и ещё {len(found) - _MOST_TOLD}"] if len(found) > _MOST_TOLD else []
        question = "Сохранить посылку в файл?"
        if not self._shell.prompts.ask_yes_no(question, "\n".join(lines), "Сохранить файл…"):
            return
        name = f"{package.school.name} на {short_date(package.as_of)}"
        proposed = paths.documents_dir() / f"{safe_name(name)}.posylka"
        path = self._shell.prompts.choose_file_to_save("Сохранить посылку", _PACKAGES, proposed)
        if path is not None:
            call = partial(self._service.send, draft, prepared, path)
            self._writes.run("Отправка в управление", call)

    def _on_remarks_read(self, remarks: Remarks) -> None:
        words = {
            Verdict.ACCEPTED: "Посылка принята", Verdict.RETURNED: "Посылка возвращена",
            Verdict.WAITING: "Посылка на проверке",
        }[remarks.verdict]  # fmt: skip
        sender = f"{remarks.sender}, " if remarks.sender else ""
        about = f"по показателям на {short_date(remarks.as_of)}."
        lines = [f"{sender}{short_date(remarks.answered_on)}, {about}"]
        lines += [f"{place}. {line}" for place, line in enumerate(remarks.lines, start=1)]
        if self._shell.prompts.ask_yes_no(words, "\n".join(lines), "Сохранить в базе", "Закрыть"):
            call = partial(self._service.take_remarks, remarks)
            self._writes.run("Замечания управления", call)
