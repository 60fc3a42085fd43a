"""A list dragged onto the window is loaded, whichever page is in front."""

from pathlib import Path

import openpyxl
import pytest

from nastavnik_desktop.services.files import render
from tests.ui.file_dropping import drop

ROAD_MAP = Path(__file__).parents[1] / "data" / "roadmaps" / "krasnoyarsk-school-2023.docx"


@pytest.fixture
def staff_list(tmp_path):
    book = openpyxl.Workbook()
    for row in (["ФИО", "Должность"], ["Пак Анна Львовна", "учитель"]):
        book.active.append(row)
    path = tmp_path / "Кадры.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("page", ["today", "people", "settings"])
def test_a_list_is_loaded_from_any_page(program, school_file, staff_list, page):
    program.start(school_file)
    program.window.open_page(page)
    program.settle()
    program.prompts.answer("ask_draft", lambda preview: preview)
    assert drop(program.window, staff_list)
    program.settle()
    assert "1 человек добавлен" in " ".join(program.said)


def test_a_road_map_goes_from_the_drop_to_its_report(program, school_file, tmp_path):
    path = tmp_path / "карта.docx"
    path.write_bytes(ROAD_MAP.read_bytes())
    program.start(school_file)
    program.window.open_page("settings")
    program.settle()
    program.prompts.answer("ask_draft", lambda preview: preview)
    assert drop(program.window, path)
    program.settle()
    page = program.window.pages.front
    assert len(page._rows) == 32
    report = program.bases.shell.services.road_map_papers.report("2023/24", page._head.road_map_id)
    assert render(report, "pdf").startswith(b"%PDF")


def test_what_is_no_list_is_not_taken(program, school_file, staff_list, tmp_path):
    program.start(school_file)
    assert not drop(program.window, tmp_path / "снимок.png")
    assert not drop(program.window, staff_list, staff_list)


def test_without_a_base_nothing_happens(program, staff_list):
    program.start()
    drop(program.window, staff_list)
    program.settle()
    assert program.bases.shell is None
