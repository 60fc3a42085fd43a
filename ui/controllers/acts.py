"""The page «Документы» within «Статистика»: the register of local acts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import ChangedMeanwhile, RuleViolation
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.controllers.records_page import RecordsPage
from ui.dialogs.local_act_dialog import LocalActDialog
from ui.item_models.acts import make_acts_model
from ui.shell import Shell
from ui.two_writers import keeps_own
from ui.views.acts import ActsView
from ui.widgets.details import Details, Fact, Item, Note, PaneButton, Section
from ui.widgets.filter_bar import ChipFacts, FilterFacts


class ActsPage(RecordsPage[LocalAct]):
    """Documents are the same in every school year."""

    kind = "act"
    watches = Changes.REPORTS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, make_acts_model())
        self._service = shell.services.local_acts

    def make_view(self) -> ActsView:
        """The view with its buttons."""
        view = ActsView(self.model, self.shell.settings)
        view.back.clicked.connect(lambda _checked: self._go_back())
        view.add.clicked.connect(lambda _checked: self.add())
        view.empty.add_action("Добавить документ", self.add, "primary")
        return view

    def read(self, year: SchoolYear) -> Sequence[LocalAct]:  # noqa: ARG002 - of all years
        """All documents."""
        acts: list[LocalAct] = self._service.rows()
        return acts

    def chips(self, rows: Sequence[LocalAct]) -> list[ChipFacts]:
        """All, and those without a link on the site."""
        without = sum(not row.link for row in rows)
        return [ChipFacts("all", "Все документы", len(rows)),
                ChipFacts("no_link", "Нет ссылки", without)]  # fmt: skip

    def offers(self, rows: Sequence[LocalAct]) -> list[FilterFacts]:
        """Kinds that are there."""
        there = {row.kind for row in rows}
        values = [(kind.value, kind.label) for kind in ActKind if kind in there]
        return [FilterFacts("kind", "Вид", values)]

    def accepts(self, row: LocalAct, chip: str, filters: dict[str, str]) -> bool:
        """Whether the chosen chip and filters let a document through."""
        is_in_chip = chip == "all" or not row.link
        return is_in_chip and filters.get("kind", row.kind.value) == row.kind.value

    def describe(self, rows: list[LocalAct]) -> Details | None:
        """One document with what can be done with it."""
        if len(rows) > 1:
            return Details(f"Выбрано: {counted(len(rows), 'документ', 'документа', 'документов')}")
        (row,) = rows
        facts: list[Item] = [Fact("Реквизиты", row.requisites)]
        if row.link:
            facts += [Fact("Ссылка", ""), Note(row.link, is_quiet=True)]
        buttons = (
            PaneButton("Изменить…", partial(self.open, row), "pencil", is_primary=True),
            PaneButton("Убрать", partial(self._remove, row), "trash-2"),
        )
        title = row.kind.label[0].upper() + row.kind.label[1:]
        return Details(title, "", (Section("", tuple(facts)),), buttons)

    def open(self, row: LocalAct) -> None:
        """Change a document."""
        self._ask("Документ", row, seen=row)

    def add(self) -> None:
        """Enter a new document."""
        self._ask("Новый документ", LocalAct())

    def _ask(
        self,
        title: str,
        draft: LocalAct,
        problems: Sequence[Problem] = (),
        seen: LocalAct | None = None,
    ) -> None:
        today = self.shell.services.school.today()
        make = partial(LocalActDialog, title=title, today=today)
        answer = self.shell.prompts.ask_draft(make, draft, problems)
        if answer is None:
            return

        def refused(error: RuleViolation) -> None:
            if not isinstance(error, ChangedMeanwhile):
                self._ask(title, answer, [Problem(error.field, error.message)], seen)
            elif keeps_own(self.shell.prompts, error):
                save(None)
            elif answer.act_id is not None:
                self._open_stored(answer.act_id)

        def save(known: LocalAct | None) -> None:
            call = partial(self._service.save, answer, known)
            self.writes.run(title, call, on_refused=refused)

        save(seen)

    def _open_stored(self, act_id: int) -> None:
        """Open a document as it is in the base by now, and show the list so too."""

        def ask(acts: Sequence[LocalAct]) -> None:
            self.reload()
            for act in acts:
                if act.act_id == act_id:
                    self.open(act)

        self.shell.operations.run("Чтение документа", self._service.rows, ask)

    def _remove(self, row: LocalAct) -> None:
        if row.act_id is not None:
            call = partial(self._service.delete, row.act_id)
            self.writes.run("Документ убран", call)

    def _go_back(self) -> None:
        self.shell.open_page("statistics", "documents")
