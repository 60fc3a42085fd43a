"""The page «Свод»: packages taken, schools listed, forms added up, answers written."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.received import VerdictDraft
from nastavnik_desktop.domain.consolidation.schools import BaseLevel, MunicipalSchool
from nastavnik_desktop.domain.consolidation.shares import SharePlan
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.exchange.remarks_file import read_remarks
from tests.services.packages_of_schools import PASSWORD, package_of
from tests.ui.file_dropping import drop
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.package_dialogs import (
    SchoolList,
    SchoolOfListDialog,
    SharePlanDialog,
    VerdictDialog,
)
from ui.dialogs.package_password_dialog import PackagePassword, PackagePasswordDialog


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    return [package_of(folder, 1), package_of(folder, 2, people=True)]


@pytest.fixture
def seen(open_window, services):
    services.exchange.municipal.save_level(BaseLevel.MUNICIPALITY)
    names = "МБОУ «СОШ № 1»\nМБОУ «СОШ № 2»\nМБОУ «Лицей № 3»"
    services.exchange.municipal.add_schools(services.exchange.municipal.schools_in(names))
    made = open_window("consolidation", "consolidated", "totals")
    made.window.resize(1366, 768)
    made.settle()
    return made


def take(seen, paths):
    """Both packages; the second is behind a password."""
    seen.prompts.answer("choose_files_to_open", paths)
    if len(paths) > 1:
        seen.prompts.answer("ask_draft", lambda _draft: PackagePassword(PASSWORD))
    seen.click("Принять посылки…")


def standings(seen):
    return {row[0]: row[2] for row in seen.rows()}


def pick(seen, name):
    row = next(row for row in seen.page.model.shown_rows() if row.school.name == name)
    seen.page.open_record(row.school_id)
    seen.settle()
    return row


def test_packages_are_taken_and_a_password_is_asked_for(seen, packages):
    take(seen, packages)
    assert standings(seen) == {
        "МБОУ «СОШ № 1»": "на проверке",
        "МБОУ «СОШ № 2»": "на проверке",
        "МБОУ «Лицей № 3»": "не прислала",
    }
    assert "Приняты посылки школ: 2\u00a0посылки" in seen.notice
    assert "Прислали 2 из 3\u00a0школ перечня" in texts_in(seen.page.view)


def test_without_the_password_the_others_are_taken_and_the_rest_is_told(seen, packages):
    seen.prompts.answer("choose_files_to_open", packages)
    seen.prompts.answer("ask_draft", None)
    seen.prompts.answer("show_error", None)
    seen.click("Принять посылки…")
    assert list(standings(seen).values()).count("на проверке") == 1
    assert "2.posylka: Посылка закрыта паролем" in seen.prompts.asked[-1][1]


def test_files_are_dropped_on_the_page(seen, packages, tmp_path):
    assert drop(seen.page.view, packages[0], tmp_path / "письмо.docx")
    seen.settle()
    assert standings(seen)["МБОУ «СОШ № 1»"] == "на проверке"
    assert not drop(seen.page.view, tmp_path / "письмо.docx")


def test_the_same_package_again_is_told_and_changes_nothing(seen, packages):
    take(seen, packages[:1])
    seen.prompts.answer("choose_files_to_open", packages[:1])
    seen.prompts.answer("show_error", None)
    seen.click("Принять посылки…")
    assert "ничего не изменилось" in seen.prompts.asked[-1][1]


@pytest.mark.parametrize("is_agreed", [True, False])
def test_a_newer_package_replaces_only_after_a_question(seen, packages, services, is_agreed):
    take(seen, packages[:1])
    row = pick(seen, "МБОУ «СОШ № 1»")
    with services._base.begin("Прежняя посылка") as session:
        from db.models import ReceivedPackageModel

        model = session.get(ReceivedPackageModel, row.package.package_id)
        model.uid, model.made_at = "прежняя", model.made_at.replace(year=2020)
    seen.prompts.answer("choose_files_to_open", packages[:1])
    seen.prompts.answer("ask_yes_no", is_agreed)
    if not is_agreed:
        seen.prompts.answer("show_error", None)
    seen.click("Принять посылки…")
    (kept,) = [row for row in services.exchange.consolidation.rows(seen.shell.year())
               if row.package]  # fmt: skip
    assert (kept.package.uid != "прежняя") is is_agreed


def test_a_package_is_returned_and_the_file_of_remarks_saved(seen, packages, tmp_path):
    take(seen, packages[:1])
    pick(seen, "МБОУ «СОШ № 1»")
    draft = VerdictDraft(Verdict.RETURNED, "Строка 03: проверьте")
    seen.prompts.answer("ask_draft", lambda _draft: draft)
    seen.click("Ответить…")
    assert standings(seen)["МБОУ «СОШ № 1»"] == "возвращена"
    assert "Строка 03: проверьте" in texts_in(seen.window.details)
    path = tmp_path / "ответ.zamechaniya"
    seen.prompts.answer("choose_file_to_save", path)
    seen.click("Файл замечаний…")
    assert read_remarks(path.read_bytes()).lines == ("Строка 03: проверьте",)


def test_a_school_is_changed_pasted_and_removed(seen):
    pick(seen, "МБОУ «Лицей № 3»")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, name="Лицей № 33"))
    seen.click("Изменить школу…")
    assert "Лицей № 33" in standings(seen)
    seen.prompts.answer("ask_draft", lambda _draft: SchoolList("Гимназия № 5"))
    seen.page.lists.paste_schools()
    seen.settle()
    assert "Гимназия № 5" in standings(seen)
    pick(seen, "Гимназия № 5")
    seen.click("Убрать из перечня")
    assert "Гимназия № 5" not in standings(seen)


def test_a_school_twice_comes_back_to_its_dialog(seen):
    seen.prompts.answer("ask_draft", lambda _draft: MunicipalSchool("МБОУ СОШ №1"))
    seen.prompts.answer("ask_draft", None)
    seen.page.lists.add_school()
    seen.settle()
    assert len(standings(seen)) == 3


def test_the_consolidated_form_shows_sums_and_the_schools_behind_them(seen, packages):
    take(seen, packages)
    seen.window.open_page("consolidated")
    seen.settle()
    sheet, page = seen.page.view.sheet, seen.page
    report = page._found.report
    assert report.cells["11", 3].counts is Counts.SCHOOLS
    sheet.pick(("11", 3))
    seen.settle()
    shown = texts_in(seen.window.details)
    assert "МБОУ «СОШ № 1»" in " ".join(shown)
    assert "МБОУ «СОШ № 2»" in " ".join(shown)
    page.view.forms.choose("educators")
    page.view.forms.changed.emit()
    seen.settle()
    assert page._found.report.form.code == "educators"


def test_a_consolidated_form_is_saved_for_excel(seen, packages, tmp_path):
    take(seen, packages)
    seen.window.open_page("consolidated")
    seen.settle()
    path = tmp_path / "свод.xlsx"
    seen.prompts.answer("choose_file_to_save", path)
    seen.click("Excel")
    assert "Участники" in load_workbook(path).sheetnames


def test_without_packages_the_forms_say_so(seen):
    seen.window.open_page("consolidated")
    seen.settle()
    assert seen.page.view.empty.isVisible()
    assert not button_in(seen.page.view, "Excel").isEnabled()


def test_totals_show_types_shares_and_what_was_sought(seen, packages):
    take(seen, packages)
    seen.window.open_page("totals")
    seen.settle()
    view = seen.page.view
    rows = view.kinds.shown_rows()
    assert [(row.title, row.schools, row.sent) for row in rows] == [
        ("Средние школы (СОШ)", 2, 2), ("Лицеи", 1, 0), ("Всего", 3, 2),
    ]  # fmt: skip
    assert "таких пока одна" in view.words.text()
    seen.prompts.answer("ask_draft", lambda _draft: SharePlan(((2026, 75),)))
    seen.click("План…")
    (share,) = view.shares.shown_rows()
    assert (str(share.percent), share.plan) == ("66.7", 75)
    assert "2026/27: 66,7 %, план 75 %" in view.chart.accessibleDescription()


def test_the_whole_consolidation_is_saved(seen, packages, tmp_path):
    take(seen, packages[:1])
    path = tmp_path / "весь свод.xlsx"
    seen.prompts.answer("choose_file_to_save", path)
    seen.page._save_all("xlsx")
    seen.settle()
    assert "Модели и команды" in load_workbook(path).sheetnames


@pytest.mark.parametrize(
    "make",
    [
        lambda: VerdictDialog(None, "Школа"),
        lambda: SchoolOfListDialog(None, "Школа"),
        lambda: SharePlanDialog(None),
        lambda: PackagePasswordDialog(None, ["1.posylka"]),
    ],
)
def test_every_field_has_a_name(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    assert nameless(dialog) == []


def test_a_plan_that_is_no_number_is_told(qtbot):
    dialog = SharePlanDialog(None)
    qtbot.addWidget(dialog)
    dialog.begin(SharePlan(((2026, 40),)))
    assert dialog.draft() == SharePlan(((2026, 40),))
    dialog.percents.setPlainText("2026 сорок")
    assert [one.field for one in dialog.problems(dialog.draft())] == ["percents"]
    dialog.percents.setPlainText("2026 40 %\n2027 60")
    assert dialog.draft().percents == ((2026, 40), (2027, 60))


def test_the_page_names_all_it_has(seen, packages):
    take(seen, packages)
    for name in ("consolidation", "consolidated", "totals"):
        seen.window.open_page(name)
        seen.settle()
        assert nameless(seen.page.view) == []
