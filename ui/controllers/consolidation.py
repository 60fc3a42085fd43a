"""The page «Свод» of a municipality: who has sent, what was sent, answers to schools."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.received import (
    SchoolRow,
    Standing,
    VerdictDraft,
    expected_and_sent,
)
from nastavnik_desktop.domain.consolidation.schools import SchoolKind
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.controllers.consolidation_lists import ConsolidationLists
from ui.controllers.held_people import HeldPeopleDesk
from ui.controllers.package_receiving import PackageReceiving
from ui.controllers.records_page import RecordsPage
from ui.dialogs.package_dialogs import VerdictDialog
from ui.item_models.consolidation import make_schools_model
from ui.papers import Paper
from ui.requests import ListSchools, TakePackages
from ui.shell import Shell
from ui.tokens import Tone
from ui.views.consolidation import ConsolidationView
from ui.widgets.details import Details, Fact, Item, Note, PaneButton, PillRow, Section
from ui.widgets.file_drop import FilesDrop
from ui.widgets.filter_bar import ChipFacts, FilterFacts

_MOST_TOLD = 12
_TONES = {
    Standing.MISSING: Tone.WARNING,
    Standing.WAITING: Tone.ACCENT,
    Standing.ACCEPTED: Tone.GOOD,
    Standing.RETURNED: Tone.DANGER,
}
_REMARKS = "Замечания для школы (*.zamechaniya)"


class ConsolidationPage(RecordsPage[SchoolRow]):
    """Schools of the list with their packages of the chosen school year."""

    kind = "school"
    watches = Changes.PACKAGES | Changes.SCHOOL

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, make_schools_model())
        self._service = shell.services.exchange.consolidation
        self._municipal = shell.services.exchange.municipal
        self.receiving = PackageReceiving(shell)
        self.lists = ConsolidationLists(shell)
        self.held_people = HeldPeopleDesk(shell)

    def make_view(self) -> ConsolidationView:
        """The view with its buttons."""
        view = ConsolidationView(self.model, self.shell.settings)
        view.take.clicked.connect(lambda _checked: self.receiving.choose())
        view.schools_menu.addAction("Добавить школу…", self.lists.add_school)
        view.schools_menu.addAction("Вставить список из Excel…", self.lists.paste_schools)
        view.schools_menu.addAction("Взять из дорожной карты…", self.lists.load_road_map)
        view.schools_menu.addSeparator()
        view.schools_menu.addAction("План доли школ…", self._on_plan_asked)
        view.schools_menu.addSeparator()
        view.schools_menu.addAction("Удалить сведения о человеке…", self.held_people.begin)
        results = view.results_menu
        results.addAction("Сводные формы", partial(self.shell.open_page, "consolidated", None))
        results.addAction("Итоги и доля школ", partial(self.shell.open_page, "totals", None))
        results.addSeparator()
        results.addAction("Весь свод в Excel…", partial(self._save_all, "xlsx"))
        results.addAction("Весь свод в PDF…", partial(self._save_all, "pdf"))
        results.addAction("Посмотреть и напечатать…", self._show_all)
        view.empty.add_action("Принять посылки…", self.receiving.choose, "primary")
        view.empty.add_action("Вставить перечень школ…", self.lists.paste_schools)
        FilesDrop(view, ".posylka").dropped.connect(self.receiving.take_files)
        return view

    def open_record(self, key: Hashable) -> None:
        """Select a school, or begin what another page asks for."""
        if isinstance(key, TakePackages):
            self.receiving.choose()
        elif isinstance(key, ListSchools):
            self.lists.paste_schools()
        else:
            super().open_record(key)

    def read(self, year: SchoolYear) -> Sequence[SchoolRow]:
        """Schools with their packages of the year."""
        rows: list[SchoolRow] = self._service.rows(year)
        return rows

    def chips(self, rows: Sequence[SchoolRow]) -> list[ChipFacts]:
        """All, and each standing."""
        expected, sent = expected_and_sent(rows)
        subtitle = f"Прислали {sent} из {counted(expected, 'школы', 'школ', 'школ')} перечня"
        self.records.header.show_subtitle(subtitle if expected else "")
        found = [ChipFacts("all", "Все школы", len(rows))]
        for standing in Standing:
            number = sum(row.standing is standing for row in rows)
            label = standing.label[0].upper() + standing.label[1:]
            found.append(ChipFacts(standing.value, label, number))
        errors = sum(bool(row.package and row.package.errors) for row in rows)
        return [*found, ChipFacts("errors", "С ошибками", errors)]

    def offers(self, rows: Sequence[SchoolRow]) -> list[FilterFacts]:
        """Types of schools that are there."""
        there = {row.school.kind for row in rows}
        values = [(kind.value, kind.label) for kind in SchoolKind if kind in there]
        return [FilterFacts("kind", "Тип", values)]

    def accepts(self, row: SchoolRow, chip: str, filters: dict[str, str]) -> bool:
        """Whether the chosen chip and filters let a school through."""
        if chip == "errors":
            is_in_chip = bool(row.package and row.package.errors)
        else:
            is_in_chip = chip in {"all", row.standing.value}
        return is_in_chip and filters.get("kind", row.school.kind.value) == row.school.kind.value

    def describe(self, rows: list[SchoolRow]) -> Details | None:
        """One school with its package."""
        if len(rows) > 1:
            return Details(f"Выбрано: {counted(len(rows), 'школа', 'школы', 'школ')}")
        (row,) = rows
        sections = [Section("", _school_facts(row))]
        if row.package is not None:
            sections += _package_sections(row)
        return Details(row.school.name, row.school.kind.short, tuple(sections), self._buttons(row))

    def open(self, row: SchoolRow) -> None:
        """Answer a package; without one, change the school."""
        if row.package is None:
            self.lists.edit_school(row.school)
        else:
            self.answer(row)

    def answer(self, row: SchoolRow) -> None:
        """Accept a package or return it with remarks."""
        package = row.package
        if package is None:
            return
        is_new = package.verdict is Verdict.WAITING
        verdict = Verdict.ACCEPTED if is_new else package.verdict
        draft = VerdictDraft(verdict, "\n".join(package.remarks))
        make = partial(VerdictDialog, school=row.school.name)
        answer = self.shell.prompts.ask_draft(make, draft)
        if answer is not None:
            call = partial(self._municipal.answer, package.package_id, answer, uid=package.uid)
            self.writes.run("Ответ школе", call)

    def _buttons(self, row: SchoolRow) -> tuple[PaneButton, ...]:
        edit = PaneButton("Изменить школу…", partial(self.lists.edit_school, row.school), "pencil")
        package = row.package
        if package is None:
            remove = partial(self.lists.remove_school, row.school)
            return (edit, PaneButton("Убрать из перечня", remove, "trash-2"))
        return (
            PaneButton("Ответить…", partial(self.answer, row), "send", is_primary=True),
            PaneButton("Файл замечаний…", partial(self._save_remarks, row), "download"),
            PaneButton("Печать замечаний…", partial(self._print_remarks, row), "printer"),
            edit,
        )

    def _save_remarks(self, row: SchoolRow) -> None:
        if row.package is None:
            return
        proposed = self.lists.proposed(f"Замечания {row.school.name}", "zamechaniya")
        path = self.shell.prompts.choose_file_to_save("Файл замечаний", _REMARKS, proposed)
        if path is not None:
            call = partial(self._municipal.save_remarks, row.package.package_id, path)
            self.lists.tell("Файл замечаний", call)

    def _print_remarks(self, row: SchoolRow) -> None:
        if row.package is None:
            return
        render = partial(self._municipal.render_remarks, row.package.package_id)
        makers = {name: partial(render, name) for name in ("pdf", "docx")}
        self.desk.show(Paper(f"Замечания {row.school.name}", makers))

    def _paper(self) -> Paper:
        year = self.shell.year()
        render = partial(self._service.render_all, year)
        makers = {name: partial(render, name) for name in ("pdf", "xlsx")}
        return Paper(f"Свод по наставничеству {year.label.replace('/', '-')}", makers)

    def _save_all(self, file_format: str) -> None:
        self.desk.save(self._paper(), file_format)

    def _show_all(self) -> None:
        self.desk.show(self._paper())

    def _on_plan_asked(self) -> None:
        self.lists.edit_plan(self.shell.year())


def _school_facts(row: SchoolRow) -> tuple[Item, ...]:
    school = row.school
    items: list[Item] = [PillRow(row.standing.label, _TONES[row.standing])]
    if not school.is_expected:
        items.append(Note("Этой школы нет в перечне: в долю школ она не входит.", is_quiet=True))
    facts = (
        ("ИНН", school.inn),
        ("Модель наставничества", school.mentoring_model),
        ("Управленческая команда", school.team_role),
    )
    return (*items, *(Fact(label, value) for label, value in facts if value))


def _package_sections(row: SchoolRow) -> list[Section]:
    package = row.package
    if package is None:
        return []
    received = package.received_at.strftime("%d.%m.%Y")
    facts: list[Item] = [
        Fact("Показатели на", short_date(package.as_of)),
        Fact("Составлена", package.made_at.strftime("%d.%m.%Y %H:%M")),
        Fact("Получена", received),
        Fact("Сведения о людях", str(package.people) if package.people else "нет"),
    ]
    if package.road_map is not None:
        done = f"{package.road_map.done} из {package.road_map.items}"
        facts.append(Fact("Дорожная карта", done))
    if package.note:
        facts.append(Note(package.note))
    found = [Section("Посылка", tuple(facts))]
    for title, lines in (
        ("Замечания", package.remarks),
        ("Ошибки проверок", package.errors),
        ("Предупреждения", package.warnings),
        ("Формы наставничества: пар и групп", package.models),
    ):
        if lines:
            found.append(Section(title, tuple(Note(line) for line in lines[:_MOST_TOLD])))
    return found
