"""The page «Бланки»: a blank is opened, its cells are told, the filled file is saved."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.filling.choice import CellDraft, Choices, SourceKind, problems_in
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.sources import Counted, FormCell, Known, Written
from tests import factory
from tests.blank_samples import SHEET, list_workbook, quarter_workbook
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.blank_cell_dialog import BlankCellDialog
from ui.item_models.blank_sheet import State


@pytest.fixture
def blank(tmp_path):
    path = tmp_path / "Бланк.xlsx"
    path.write_bytes(quarter_workbook())
    return path


@pytest.fixture
def seen(open_window, services):
    """The page over a school with one pair in an order of TODAY."""
    factory.make_order(services)
    made = open_window("statistics", "blanks", "people", "pairings")
    made.window.resize(1366, 768)
    made.window.open_page("blanks", None)
    made.settle()
    return made


def open_blank(seen, path):
    seen.prompts.answer("choose_file_to_open", path)
    seen.page.view.open.click()
    seen.settle()


def at(address, sheet=SHEET):
    return CellPlace.parse(sheet, address)


def shown(seen, address, sheet=SHEET):
    return seen.page.view.sheet.shown(at(address, sheet))


def pick(seen, address):
    seen.page.view.sheet.pick(at(address))
    seen.settle()


def test_the_way_to_the_page_leads_over_statistics(open_window, services):
    factory.make_order(services)
    made = open_window("statistics", "blanks")
    made.page.view.blank.click()
    made.settle()
    assert "Их таблица – ваши числа" in texts_in(made.page.view)
    made.page.view.back.click()
    made.settle()
    assert made.page.view.accessibleName() == "Статистика"


def test_an_unknown_blank_is_read_by_its_headings_at_once(seen, blank):
    open_blank(seen, blank)
    assert (shown(seen, "B8").text, shown(seen, "B8").state) == ("1", State.PROPOSED)
    assert (shown(seen, "B7").text, shown(seen, "B7").state) == ("0", State.PROPOSED)
    assert shown(seen, "H8").state is State.FORMULA
    assert shown(seen, "A8").state is State.PLAIN
    assert "предложено: 20 ячеек" in " ".join(texts_in(seen.page.view)).replace("\u00a0", " ")
    assert seen.page.view.confirm.isVisibleTo(seen.page.view)


def test_a_cell_tells_what_it_counts_and_whom(seen, blank, tmp_path):
    open_blank(seen, blank)
    pick(seen, "G8")
    details = seen.page.details
    assert details.title == "Ячейка G8: 1"
    assert "педагог-педагог" in details.subtitle
    behind = details.sections[1]
    assert [item.text for item in behind.items] == ["Петров Иван Ильич"]
    out = tmp_path / "список.xlsx"
    seen.prompts.answer("choose_file_to_save", out)
    next(one for one in details.buttons if one.text == "Список в Excel").run()
    seen.settle()
    assert "Петров Иван Ильич" in [row[0].value for row in load_workbook(out).active]
    behind.items[0].run()
    seen.settle()
    assert seen.page.view.accessibleName() == "Люди"


def test_what_was_proposed_is_confirmed_cell_by_cell_or_at_once(seen, blank):
    open_blank(seen, blank)
    pick(seen, "G8")
    confirm = next(one for one in seen.page.details.buttons if one.text == "Верно")
    confirm.run()
    seen.settle()
    assert shown(seen, "G8").state is State.FILLED
    assert shown(seen, "G9").state is State.PROPOSED
    seen.page.view.confirm.click()
    seen.settle()
    assert shown(seen, "G9").state is State.FILLED
    assert not seen.page.view.confirm.isVisibleTo(seen.page.view)


def test_a_cell_is_chosen_by_the_keyboard_and_taken_away(seen, blank):
    open_blank(seen, blank)
    sheet = seen.page.view.sheet
    pick(seen, "C3")
    seen.prompts.answer("ask_draft", lambda _draft: CellDraft(SourceKind.WRITTEN, written="5"))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    seen.settle()
    assert (shown(seen, "C3").text, shown(seen, "C3").state) == ("5", State.FILLED)
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    seen.settle()
    assert shown(seen, "C3").state is State.PLAIN
    pick(seen, "H8")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    seen.settle()
    assert seen.page.details.subtitle.startswith("Здесь формула")


def test_the_filled_blank_is_saved_beside_the_original(seen, blank, tmp_path):
    sent = blank.read_bytes()
    open_blank(seen, blank)
    out = tmp_path / "готово.xlsx"
    seen.prompts.answer("choose_file_to_save", out)
    seen.page.view.save.click()
    seen.settle()
    assert load_workbook(out)[SHEET]["B8"].value == 1
    assert blank.read_bytes() == sent


def test_the_blank_itself_is_replaced_only_after_a_question(seen, blank):
    sent = blank.read_bytes()
    open_blank(seen, blank)
    for answer in (False, True):
        assert blank.read_bytes() == sent
        seen.prompts.answer("choose_file_to_save", blank)
        seen.prompts.answer("ask_yes_no", answer)
        seen.page.view.save.click()
        seen.settle()
    assert load_workbook(blank)[SHEET]["B8"].value == 1


def test_a_file_that_is_no_blank_is_told_and_the_page_stays(seen, tmp_path):
    broken = tmp_path / "битый.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    seen.prompts.answer("choose_file_to_open", broken)
    seen.prompts.answer("show_error", None)
    seen.page.view.open.click()
    seen.settle()
    assert "повреждён" in seen.prompts.asked[-1][1]
    assert not seen.page.view.save.isVisibleTo(seen.page.view)


def test_a_blank_of_unknown_words_is_mapped_by_hand(seen, tmp_path):
    path = tmp_path / "Кружки.xlsx"
    path.write_bytes(list_workbook("Количество кружков"))
    open_blank(seen, path)
    assert shown(seen, "B2", "Показатели").state is State.PLAIN
    assert not seen.page.view.save.isEnabled()
    draft = CellDraft(SourceKind.KNOWN, text=KnownText.SCHOOL_SHORT_NAME)
    seen.prompts.answer("ask_draft", lambda _draft: draft)
    seen.page.choose(at("B2", "Показатели"))
    seen.settle()
    assert shown(seen, "B2", "Показатели").text == factory.school_draft().short_name
    assert seen.page.view.save.isEnabled()


def test_another_date_fills_the_blank_anew(seen, blank):
    open_blank(seen, blank)
    seen.page.view.as_of.setText("01.09.2020")
    seen.page.view.as_of.editingFinished.emit()
    seen.settle()
    assert shown(seen, "B8").text == "0"


def test_the_mapping_goes_out_and_in_as_a_file(seen, blank, tmp_path):
    open_blank(seen, blank)
    file = tmp_path / "разметка.json"
    save, load = seen.page.view.more_menu.actions()[::-1]
    seen.prompts.answer("choose_file_to_save", file)
    save.trigger()
    seen.settle()
    pick(seen, "B8")
    QTest.keyClick(seen.page.view.sheet, Qt.Key.Key_Delete)
    seen.settle()
    assert shown(seen, "B8").state is State.PLAIN
    seen.prompts.answer("choose_file_to_open", file)
    load.trigger()
    seen.settle()
    assert shown(seen, "B8").text == "1"


def test_nothing_of_the_page_is_nameless(seen, blank):
    open_blank(seen, blank)
    assert nameless(seen.page.view) == []
    assert shown(seen, "B8").spoken == "Ячейка B8: 1, предложено, не подтверждено"


SOURCES = [
    Counted("mentors", (("occupation", "educator"), ("sex", "f"))),
    Counted("pairings"),
    FormCell("educators", "09", 4),
    Known(KnownText.QUARTER),
    Written("нет"),
]


@pytest.fixture
def choices(services, blank):
    found: Choices = services.blanks.choices(services.blanks.open(blank))
    return found


@pytest.mark.parametrize("source", SOURCES)
def test_the_dialog_gives_back_what_it_was_given(qtbot, choices, source):
    dialog = BlankCellDialog(None, "ячейка", choices)
    qtbot.addWidget(dialog)
    dialog.begin(CellDraft.of(source))
    assert dialog.draft().source == source
    assert not dialog.problems(dialog.draft())
    assert not dialog.is_changed()
    assert nameless(dialog) == []


def test_the_dialog_shows_the_fields_of_one_kind(qtbot, choices):
    dialog = BlankCellDialog(None, "ячейка", choices)
    qtbot.addWidget(dialog)
    dialog.begin(CellDraft())
    for kind, field in (
        (SourceKind.FORM_CELL, dialog.row),
        (SourceKind.KNOWN, dialog.text),
        (SourceKind.WRITTEN, dialog.written),
        (SourceKind.COUNTED, dialog.groups[0]),
    ):
        dialog.kind.set_value(kind)
        fields = (dialog.row, dialog.text, dialog.written, dialog.groups[0])
        assert [one for one in fields if one.isVisibleTo(dialog)] == [field]


def test_columns_follow_the_row_and_rows_the_form(qtbot, choices):
    dialog = BlankCellDialog(None, "ячейка", choices)
    qtbot.addWidget(dialog)
    dialog.begin(CellDraft(SourceKind.FORM_CELL))
    dialog.of_form.set_value("educators")
    dialog.row.set_value("09")
    assert [dialog.column.itemText(at)[:2].strip() for at in range(dialog.column.count())] == [
        "3", "4", "5", "6", "7", "8",
    ]  # fmt: skip
    dialog.row.set_value("01")
    assert dialog.column.count() == 5


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CellDraft(groups=(("sex", "f"), ("sex", "m"), None)), "group_1"),
        (CellDraft(SourceKind.WRITTEN, written="  "), "written"),
        (CellDraft(SourceKind.WRITTEN, written="я" * 501), "written"),
        (CellDraft(SourceKind.FORM_CELL), "row"),
    ],
)
def test_what_cannot_stand_in_a_cell_is_told_beside_its_field(draft, field):
    assert [problem.field for problem in problems_in(draft)] == [field]


def in_menu(seen, words):
    menu = seen.page.view.sent_menu
    return next(action for action in menu.actions() if action.text() == words)


def send(seen, blank, tmp_path):
    open_blank(seen, blank)
    seen.prompts.answer("choose_file_to_save", tmp_path / "готово.xlsx")
    seen.page.view.save.click()
    seen.settle()
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, recipient="Управление"))
    seen.click("Отметить отправленным…", seen.window.status)


def test_a_saved_blank_is_kept_as_sent_and_can_be_compared(seen, services, blank, tmp_path):
    assert not in_menu(seen, "Сохранить копию…").isEnabled()
    send(seen, blank, tmp_path)
    assert any("Отправлен бланк" in text for text in seen.notice)
    in_menu(seen, "Отправленные бланки…").trigger()
    seen.settle()
    listed = seen.prompts.shown[-1]
    assert any("Управление" in text for text in texts_in(listed))
    assert nameless(listed) == []
    button_in(listed, "Показать разницу").click()
    seen.settle()
    assert "По базе всё так же, как было отправлено." in texts_in(seen.prompts.shown[-1])
    factory.make_order(
        services, factory.make_pairing(services, factory.make_mentor(services, "Ёжикова"),
                                       factory.make_mentee(services, "Новиков"))
    )  # fmt: skip
    button_in(listed, "Показать разницу").click()
    seen.settle()
    assert any("Новиков" in text for text in texts_in(seen.prompts.shown[-1]))
    seen.prompts.answer("choose_file_to_save", tmp_path / "копия.xlsx")
    button_in(listed, "Сохранить файл…").click()
    seen.settle()
    assert (tmp_path / "копия.xlsx").read_bytes() == (tmp_path / "готово.xlsx").read_bytes()


def test_before_anything_was_sent_the_list_says_how(seen):
    in_menu(seen, "Отправленные бланки…").trigger()
    seen.settle()
    assert any("Сохранить копию…" in text for text in texts_in(seen.prompts.shown[-1]))
