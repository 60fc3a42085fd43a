"""The page «Статистика»: the sheet, the people behind a figure, the date, the paper."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.entered import FigureDraft
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import ReportProblem
from nastavnik_desktop.domain.statistics.title_page import Edition
from tests import factory
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.local_act_dialog import LocalActDialog
from ui.dialogs.statistics_dialogs import (
    EditionDialog,
    FigureDialog,
    FrozenDialog,
    OtherDate,
)
from ui.item_models.form_sheet import FormSheetModel, Look, sheet_cells

TEACHERS = "06"


@pytest.fixture
def seen(open_window, services):
    """The page over a school with one pair in an order of TODAY."""
    factory.make_order(services)
    made = open_window("statistics", "people", "pairings", "acts")
    made.window.resize(1366, 768)
    made.settle()
    return made


def figure(seen, address):
    sheet = seen.page.view.sheet
    return sheet.model().data(sheet.model().place_of(address))


def choose(seen, address):
    seen.page.view.sheet.pick(address)
    seen.settle()


def test_the_sheet_shows_the_figures_of_the_day(seen):
    assert figure(seen, (TEACHERS, 3)) == "1"
    assert figure(seen, ("11", 12)) == "1"
    assert figure(seen, ("01", 3)) == "0"


def test_headings_stand_in_levels_and_columns_are_numbered(seen, services):
    report = services.statistics.report("participants", factory.TODAY)
    cells = {(cell.row, cell.column): cell for cell in sheet_cells(report)}
    assert (cells[0, 4].text, cells[0, 4].columns) == ("Наставников, чел.", 5)
    assert (cells[1, 5].text, cells[1, 5].columns) == ("из них", 4)
    assert (cells[0, 2].look, cells[0, 2].rows) == (Look.TURNED, 3)
    assert [cells[3, column].text for column in range(17)] == [str(n) for n in range(1, 18)]


def test_no_two_cells_of_the_sheet_overlap(seen, services):
    report = services.statistics.report("participants", factory.TODAY)
    taken = [
        (cell.row + down, cell.column + right)
        for cell in sheet_cells(report)
        for down in range(cell.rows)
        for right in range(cell.columns)
    ]
    model = FormSheetModel()
    model.show_report(report)
    assert len(taken) == len(set(taken)) == model.rowCount() * model.columnCount()


def test_crossed_cells_cannot_be_chosen(seen):
    model = seen.page.view.sheet.model()
    crossed = [cell for cell in model.cells if cell.look is Look.CROSSED]
    assert crossed
    assert all(cell.text == "х" for cell in crossed)
    places = [model.index(cell.row, cell.column) for cell in crossed]
    assert all(model.flags(place) == Qt.ItemFlag.NoItemFlags for place in places)


def test_arrows_pass_over_crossed_cells(seen):
    sheet = seen.page.view.sheet
    choose(seen, (TEACHERS, 6))
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.address == (TEACHERS, 9)


def test_a_figure_tells_what_it_counts_and_whom(seen):
    choose(seen, (TEACHERS, 12))
    details = seen.page.details
    assert details.title == "Молодые специалисты (0–3 года): 1"
    assert details.subtitle.startswith(f"Строка {TEACHERS} «педагог – педагог», графа 12.")
    (link,) = details.sections[0].items
    assert link.text == "Петров Иван Ильич"
    assert "учитель" in link.note


def test_a_figure_without_anybody_says_so(seen):
    choose(seen, ("01", 3))
    (note,) = seen.page.details.sections[0].items
    assert note.text == "За этим числом никого нет."
    assert [button.text for button in seen.page.details.buttons] == ["Исправить…"]


def test_a_person_behind_a_figure_is_one_click_away(seen):
    choose(seen, (TEACHERS, 12))
    seen.click("Петров Иван Ильич", seen.window.details)
    assert seen.window.pages.front_name == "people"
    assert [row.name.last_name for row in seen.page.picked()] == ["Петров"]


def test_enter_goes_to_the_only_record_behind_a_figure(seen):
    choose(seen, (TEACHERS, 3))
    QTest.keyClick(seen.page.view.sheet, Qt.Key.Key_Return)
    seen.settle()
    assert seen.window.pages.front_name == "pairings"


def test_another_date_is_another_sheet(seen):
    field = seen.page.view.as_of
    field.setText("01.09.2026")
    field.editingFinished.emit()
    seen.settle()
    assert figure(seen, (TEACHERS, 3)) == "", "an empty form prints no noughts"
    assert field.day == date(2026, 9, 1)


@pytest.mark.parametrize("typed", ["31.02.2026", "05.09.1825", "завтра?"])
def test_a_date_that_makes_no_sense_gives_way_to_the_one_before(seen, typed):
    field = seen.page.view.as_of
    field.setText(typed)
    field.editingFinished.emit()
    seen.settle()
    assert field.day == factory.TODAY
    assert figure(seen, (TEACHERS, 3)) == "1"


def test_the_chosen_figure_stays_when_data_change(seen, services):
    choose(seen, (TEACHERS, 3))
    mentor = factory.make_mentor(services, "Зотова")
    factory.make_order(
        services,
        factory.make_pairing(services, mentor, factory.make_mentee(services, "Юдин")),
        number="77-од",
    )
    seen.shell.changes.publish(Changes.ORDERS)
    seen.settle()
    assert seen.page.view.sheet.address == (TEACHERS, 3)
    assert seen.page.details.title == "Количество наставнических пар: 2"


def test_kept_rules_are_counted_and_broken_ones_can_be_shown(seen):
    said = " ".join(texts_in(seen.page.view)).replace("\u00a0", " ")
    assert "Контрольные соотношения: 9 правил выполнено" in said
    report = seen.page._report
    person_id = next(iter(report.titles[Counts.PEOPLE]))
    problem = ReportProblem("Графа не сходится.", Level.ERROR, ids=(person_id,))
    seen.page._problem_details(report, problem)
    assert seen.page.details.subtitle == "Графа не сходится."
    assert seen.page.details.sections[0].items[0].text == report.titles[Counts.PEOPLE][person_id]


def test_the_sheet_is_saved_for_excel_with_its_figures(seen, tmp_path):
    path = tmp_path / "форма.xlsx"
    seen.prompts.answer("choose_file_to_save", path)
    seen.click("Excel", seen.page.view)
    values = [
        row for sheet in load_workbook(path).worksheets for row in sheet.iter_rows(values_only=True)
    ]
    row = next(row for row in values if TEACHERS in map(str, row))
    assert row[2] == 1
    assert any("Сохранено: форма.xlsx" in text for text in seen.notice)


def test_the_people_behind_a_figure_are_saved_as_a_list(seen, tmp_path):
    choose(seen, (TEACHERS, 12))
    path = tmp_path / "люди.xlsx"
    seen.prompts.answer("choose_file_to_save", path)
    seen.click("Список в Excel", seen.window.details)
    cells = [
        value for row in load_workbook(path).active.iter_rows(values_only=True) for value in row
    ]
    assert "Петров Иван Ильич" in cells


@pytest.mark.parametrize("has_details", [False, True])
def test_the_whole_width_of_the_sheet_is_seen_on_a_small_screen(seen, has_details):
    if has_details:
        choose(seen, (TEACHERS, 12))
    sheet = seen.page.view.sheet
    assert sheet.horizontalHeader().length() <= sheet.viewport().width()
    assert sheet.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ("pupils", ("01", 3)),
        ("educators", ("01", 3)),
        ("targets", ("06", 17)),
        ("oo1-3.1", ("40", 17)),
        ("oo1-3.2", ("40", 17)),
        ("oo1-3.3", ("40", 23)),
    ],
)
def test_every_form_fits_beside_the_details_and_the_chosen_figure_stays_in_sight(
    seen, code, address
):
    seen.window.open_page("statistics", code)
    seen.settle()
    choose(seen, address)
    assert seen.page.details is not None
    sheet = seen.page.view.sheet
    assert sheet.horizontalScrollBar().maximum() == 0
    area = seen.page.view._area.viewport()
    place = sheet.place(address)
    middle = sheet.viewport().mapTo(area, place.center())
    assert area.rect().contains(middle)


def test_closing_the_pane_lets_the_figure_go(seen):
    choose(seen, (TEACHERS, 12))
    seen.page.put_away_details()
    assert seen.page.view.sheet.address is None
    assert seen.page.details is None


def test_every_figure_is_read_aloud_with_its_row_and_column(seen):
    model = seen.page.view.sheet.model()
    place = model.place_of((TEACHERS, 12))
    spoken = model.data(place, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Строка 06 «педагог – педагог», графа 12 молодые специалисты (0–3 года): 1"
    assert nameless(seen.page.view) == []


def open_form(seen, code):
    seen.page.view.forms.choose(code)
    seen.settle()


def test_a_figure_is_corrected_with_a_reason_and_marked(seen, services):
    choose(seen, ("11", 10))
    seen.prompts.answer("ask_draft", lambda _draft: FigureDraft("3", "принят вчера"))
    seen.click("Исправить…", seen.window.details)
    seen.settle()
    assert figure(seen, ("11", 10)) == "3"
    (marked,) = [cell for cell in seen.page.view.sheet.model().cells if cell.is_corrected]
    assert marked.address == ("11", 10)
    assert "исправлено, по базе 1" in marked.spoken
    assert seen.page.details.sections[0].title == "Исправлено вручную"
    assert [item.text for item in seen.page.details.sections[0].items] == [
        "По базе: 1.", "принят вчера",
    ]  # fmt: skip


def test_a_figure_that_only_she_knows_is_entered(seen):
    open_form(seen, "targets")
    choose(seen, ("05", 4))
    assert seen.page.details.title == "Числитель: не заполнено"
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, text="17"))
    seen.click("Ввести…", seen.window.details)
    seen.settle()
    assert figure(seen, ("05", 4)) == "17"


def test_a_sent_copy_stays_as_it_was_and_shows_who_made_the_difference(seen, services):
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, recipient="Управление"))
    seen.page.ask_sending()
    seen.settle()
    mentor = factory.make_mentor(services, "Зотова")
    factory.make_order(
        services,
        factory.make_pairing(services, mentor, factory.make_mentee(services, "Юдин")),
        number="77-од",
    )
    seen.shell.changes.publish(Changes.ORDERS)
    seen.settle()
    assert figure(seen, (TEACHERS, 3)) == "2"
    seen.page.view.send.menu().actions()[-1].trigger()
    seen.settle()
    assert figure(seen, (TEACHERS, 3)) == "1"
    said = " ".join(texts_in(seen.page.view))
    assert "Отправлено 08.09.2026: Управление" in said
    choose(seen, (TEACHERS, 3))
    assert "Исправить…" not in [button.text for button in seen.page.details.buttons]
    seen.page.view.compare.menu().actions()[-1].trigger()
    seen.settle()
    choose(seen, (TEACHERS, 3))
    difference = seen.page.details.sections[0].items
    assert difference[0].text == "Было 1, стало 2."
    assert (difference[1].note, difference[1].text[:6]) == ("вошёл", "Зотова")
    seen.click("Вернуться", seen.page.view)
    seen.settle()
    assert not any(cell.is_changed for cell in seen.page.view.sheet.model().cells)


def test_two_dates_are_compared_on_the_sheet(seen):
    seen.prompts.answer("ask_draft", lambda _draft: OtherDate(date(2026, 9, 1)))
    seen.page._on_compare_asked()
    seen.settle()
    changed = {cell.address for cell in seen.page.view.sheet.model().cells if cell.is_changed}
    assert (TEACHERS, 3) in changed
    assert "было 0" in next(
        cell.spoken for cell in seen.page.view.sheet.model().cells if cell.address == (TEACHERS, 3)
    )


def test_a_form_of_several_tables_shows_them_one_by_one(seen):
    open_form(seen, "educators")
    assert figure(seen, ("08", 3)) == "2"
    seen.page.view.tables.choose("1")
    seen.settle()
    assert figure(seen, ("19", 3)) == "2"
    assert not seen.page.view.sheet.model().place_of(("08", 3)).isValid()


@pytest.mark.parametrize("code", ["pupils", "educators", "targets", "documents", "oo1-3.3"])
def test_every_form_is_drawn_without_a_cell_over_another(seen, services, code):
    report = services.statistics.report(code, factory.TODAY)
    for table in range(len(report.form.tables)):
        model = FormSheetModel()
        model.show_report(report, table)
        taken = [
            (cell.row + down, cell.column + right)
            for cell in model.cells
            for down in range(cell.rows)
            for right in range(cell.columns)
        ]
        assert len(taken) == len(set(taken)) == model.rowCount() * model.columnCount()


def test_documents_are_entered_beside_the_check_list(seen):
    seen.window.open_page("acts", None)
    seen.settle()
    act = LocalAct(ActKind.REGULATION, "5-од", date(2026, 9, 1), "Положение")
    seen.prompts.answer("ask_draft", lambda _draft: act)
    seen.page.add()
    seen.settle()
    assert [row.number for row in seen.page.model.shown_rows()] == ["5-од"]
    seen.page.records.table.pick({seen.page.model.id_at(0)})
    seen.settle()
    assert seen.page.details.title == "Положение о системе наставничества"
    seen.click("Убрать", seen.window.details)
    seen.settle()
    assert seen.page.model.shown_rows() == []


def test_an_own_form_with_a_mistake_is_refused_in_words(seen, tmp_path):
    path = tmp_path / "форма.json"
    path.write_text("{}", "utf-8")
    seen.prompts.answer("choose_file_to_open", path)
    seen.prompts.answer("show_error", None)
    seen.page._desk.load_definition()
    seen.settle()


def test_dialogs_say_what_is_wrong_beside_the_field(qtbot):
    dialog = FigureDialog(None, "строка 01", needs_reason=True)
    qtbot.addWidget(dialog)
    dialog.begin(FigureDraft("5"))
    dialog.accept()
    assert "почему" in dialog.form.message_of("reason")
    sending = FrozenDialog(None, "Форма", factory.TODAY, factory.TODAY)
    qtbot.addWidget(sending)
    sending.begin(FrozenDraft())
    sending.accept()
    assert "кому" in sending.form.message_of("recipient")
    edition = EditionDialog(None, "Форма")
    qtbot.addWidget(edition)
    texts = Edition("Приказ", "школы", "до 1 мая", "Годовая", "0609566")
    edition.begin(texts)
    assert edition.draft() == texts
    document = LocalActDialog(None, "Документ", factory.TODAY)
    qtbot.addWidget(document)
    act = LocalAct(ActKind.PROGRAM, "1", date(2026, 9, 1), "Программа", "https://a.example", 7)
    document.begin(act)
    assert document.draft() == act
