"""Ways out of a road map and ways to begin one, over the real services."""

from zipfile import ZipFile

import pytest

from nastavnik_desktop.documents.outline import plain_text
from nastavnik_desktop.documents.road_maps import LAYOUT_WORDS, RoadMapLayout
from tests.factory import YEAR
from tests.ui.school_window import button_in
from tests.ui.widget_walk import nameless
from ui.controllers.road_map_outputs import periods_of
from ui.dialogs.road_map_copy_dialog import RoadMapCopyDialog


@pytest.fixture
def seen(open_window, services):
    services.road_map_years.create_from_template("teachers", YEAR, "МБОУ «СОШ № 17»")
    return open_window("road_map")


def way(seen, words):
    page = seen.page
    page._whole.outputs.ways(page._head, YEAR)[words]()
    seen.settle()


def tool(seen, words):
    seen.page.records.table.tools[words]()
    seen.settle()


@pytest.mark.parametrize("words", ["Дорожная карта…", "Год на одном листе…"])
def test_a_paper_is_looked_at_before_it_is_printed(seen, words):
    way(seen, words)
    assert len(seen.prompts.shown) == 1


def test_a_road_map_is_printed_in_the_form_that_was_chosen(seen, services):
    seen.prompts.answer("ask_choice", list(LAYOUT_WORDS).index(RoadMapLayout.REGION))
    way(seen, "Дорожная карта в другой форме…")
    made = services.road_map_papers.document(seen.page._head.road_map_id, RoadMapLayout.REGION)
    assert "Вид документа" in plain_text(made)
    assert len(seen.prompts.shown) == 1


def test_a_report_is_made_for_the_period_that_was_chosen(seen):
    seen.prompts.answer("ask_choice", periods_of(YEAR).index("2026/27"))
    way(seen, "Отчёт об исполнении…")
    assert "2026/27 учебный год" in seen.prompts.shown[0].windowTitle()


def test_the_list_of_one_responsible_is_saved(seen, tmp_path):
    path = tmp_path / "поручения.docx"
    seen.prompts.answer("ask_choice", 0)
    seen.prompts.answer("choose_file_to_save", path)
    way(seen, "Поручения ответственному…")
    assert path.stat().st_size > 0
    assert "Сохранено: поручения.docx" in seen.notice


def test_the_calendar_is_one_that_phones_read(seen, tmp_path):
    path = tmp_path / "карта.ics"
    seen.prompts.answer("choose_file_to_save", path)
    way(seen, "Календарь для телефона (.ics)…")
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_folder_of_evidence_is_an_archive_with_its_index(seen, tmp_path):
    path = tmp_path / "подтверждения.zip"
    seen.prompts.answer("choose_file_to_save", path)
    way(seen, "Папка подтверждений (.zip)…")
    with ZipFile(path) as package:
        assert {"index.html", "index.xlsx"} <= set(package.namelist())


def test_no_file_is_written_when_none_was_chosen(seen, tmp_path):
    seen.prompts.answer("choose_file_to_save", None)
    way(seen, "Календарь для телефона (.ics)…")
    assert list(tmp_path.glob("*.ics")) == []


def test_a_road_map_begins_from_a_template(open_window, services):
    seen = open_window("road_map")
    seen.prompts.answer("ask_choice", 0)
    button_in(seen.page.records.empty, "Создать по образцу…").click()
    seen.settle()
    (row,) = services.road_maps.rows()
    assert len(seen.rows()) == row.items_count > 0


def test_a_copy_for_the_next_year_is_shown_and_can_be_undone(seen, services):
    seen.prompts.answer("ask_draft", lambda plan: plan)
    tool(seen, "Скопировать на следующий год…")
    assert seen.page._head.years_label == YEAR.next.label
    assert len(services.road_maps.rows()) == 2
    seen.click("Отменить", seen.window.status)
    assert [row.head.years_label for row in services.road_maps.rows()] == [YEAR.label]


def test_a_copy_is_looked_at_before_it_is_made(seen, services, qtbot):
    plan = services.road_map_years.plan_copy(seen.page._head.road_map_id)
    dialog = RoadMapCopyDialog(None, plan)
    qtbot.addWidget(dialog)
    dialog.begin(plan)
    shown = dialog.items.shown_table().rows
    assert len(shown) == len(plan.lines)
    assert all(row[2] and row[4] for row in shown if row[3])
    assert nameless(dialog) == []
    seen.prompts.answer("ask_draft", None)
    tool(seen, "Скопировать на следующий год…")
    assert len(services.road_maps.rows()) == 1


def test_of_several_road_maps_one_is_chosen(seen, services):
    services.road_map_years.create_from_template("pupils", YEAR, "МБОУ «СОШ № 17»")
    seen.page.reload()
    seen.settle()
    plans, first = seen.page.view.plans, seen.page._head.road_map_id
    other = next(
        row.head.road_map_id for row in services.road_maps.rows() if row.head.road_map_id != first
    )
    assert not plans.isHidden()
    plans.set_value(other)
    plans.activated.emit(plans.currentIndex())
    seen.settle()
    assert seen.page._head.road_map_id == other


def test_a_deleted_road_map_comes_back_by_one_step(seen, services):
    tool(seen, "Удалить дорожную карту")
    assert services.road_maps.rows() == []
    seen.click("Отменить", seen.window.status)
    assert len(services.road_maps.rows()) == 1


def test_items_are_numbered_by_their_sections(seen):
    tool(seen, "Нумеровать автоматически")
    assert seen.rows()[0][0] == "1.1"
