"""«Выгрузить всё в Excel»: a warning first, a file after it."""

import openpyxl
import pytest

from tests import factory


@pytest.fixture
def seen(open_window, services):
    factory.make_person(services)
    return open_window("people")


def export(seen):
    table = seen.page.records.table
    table.outputs["Выгрузить всё в Excel…"](table.shown_table())
    seen.settle()


def test_the_workbook_is_written_after_the_warning(seen, tmp_path):
    path = tmp_path / "база.xlsx"
    seen.prompts.answer("ask_yes_no", True)
    seen.prompts.answer("choose_file_to_save", path)
    export(seen)
    assert openpyxl.load_workbook(path)["Люди"]["A2"].value == "Ёлкина"


def test_without_consent_to_the_warning_nothing_is_written(seen):
    seen.prompts.answer("ask_yes_no", False)
    export(seen)
    assert len(seen.prompts.asked) == 1
