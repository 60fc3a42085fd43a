"""From an empty base to a signed order and a figure of the statistics, through the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nastavnik_desktop.domain.orders import OrderState
from tests.documents.readers import opened_docx, opened_xlsx, pdf_pages
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from ui.dialogs.addendum_dialog import AddendumDialog
from ui.dialogs.consent_dialog import ConsentDialog
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.order_dialog import OrderDialog
from ui.dialogs.order_life_dialogs import SigningDialog
from ui.dialogs.pairing_dialog import PairingDialog
from ui.dialogs.school_dialog import SchoolDialog

STAFF = Path(__file__).parents[1] / "data" / "tables" / "01-staff-school17.xlsx"
MENTOR, MENTEE = "Карапетян Гаянэ Арменовна", "Тимофеев Артём Игоревич"
NUMBER = "1-од"


def fill_school(dialog):
    button_in(dialog, "Создать базу").click()
    assert "Укажите краткое название: оно стоит в приказах." in texts_in(dialog)
    dialog._short_name.setText("МБОУ «СОШ № 17»")
    dialog._full_name.setPlainText("Муниципальное бюджетное учреждение «Школа № 17»")
    dialog._place.setText("г. Зареченск")
    dialog._last_name.setText("Заболотная")
    dialog._first_name.setText("Лариса")
    dialog._patronymic.setText("Витальевна")
    dialog._pattern.setText("{n}-од")
    button_in(dialog, "Создать базу").click()


def choose_person(picker, letters):
    picker.field.setFocus()
    picker.field.insert(letters)
    picker.field.textEdited.emit(letters)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)


def fill_pairing(dialog):
    dialog.form_of.set_value("educator-educator")
    choose_person(dialog.mentor, "гаянэ карап")
    choose_person(dialog.members, "Тимофеев Ар")
    button_in(dialog, "Сохранить").click()


def issue(dialog):
    assert dialog.fields.number.text() == NUMBER
    button_in(dialog, "Создать приказ").click()


def is_order_ready(dialog):
    return bool(dialog.pairings.ids) and dialog.paper.preview.pages >= 3


@pytest.fixture
def school(start, hand, tmp_path):
    """A new school with its list loaded, made as its user makes it."""
    program = start()
    program.prompts.files.extend([tmp_path / "Школа 17.nastavnik", STAFF])
    hand.when(SchoolDialog, fill_school)
    program.click("Создать базу своей школы")
    assert "База создана" in program.notice
    hand.when(ImportDialog, lambda dialog: dialog.saving.click())
    program.click("Загрузить список сотрудников", program.window.status.notices)
    assert len(program.rows()) == 32
    return program


@pytest.fixture
def signed(school, hand):
    """The school with a pair of the list in a signed order."""
    school.pick(MENTOR)
    school.choose(f"Отметить наставником {YEAR}")
    school.pick(MENTEE)
    school.choose(f"Отметить наставляемым {YEAR}")
    hand.when(PairingDialog, fill_pairing)
    school.do("new_pairing")
    school.open("people")
    school.pick(MENTOR, MENTEE)
    hand.when(ConsentDialog, lambda dialog: button_in(dialog, "Внести").click())
    school.choose("Внести согласия…")
    school.open("pairings")
    school.pick(MENTOR.split(maxsplit=1)[0])
    hand.when(AddendumDialog, lambda dialog: dialog.saving.click())
    school.click("Внести", school.window.details)
    hand.when(OrderDialog, issue, is_order_ready)
    school.do("new_order")
    assert f"Приказ № {NUMBER} создан" in school.notice
    hand.when(SigningDialog, lambda dialog: button_in(dialog, "Отметить").click())
    school.click("Отметить подписанным…", school.window.details)
    return school


def order_of(program):
    (order,) = program.services.orders.rows(YEAR)
    return order


def pdf_text(content):
    return " ".join(pdf_pages(content))


def docx_text(content):
    document = opened_docx(content)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = [*(paragraph.text for paragraph in document.paragraphs), *cells]
    return " ".join(" ".join(words).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("words", "file_format", "text_of"),
    [("Сохранить PDF…", "pdf", pdf_text), ("Сохранить Word…", "docx", docx_text)],
)
def test_the_order_names_the_pair_in_the_right_cases(signed, tmp_path, words, file_format, text_of):
    order = order_of(signed)
    assert (order.number, order.state, order.signed_on) == (NUMBER, OrderState.SIGNED, TODAY)
    path = tmp_path / f"приказ.{file_format}"
    signed.prompts.files.append(path)
    signed.click(words, signed.window.details)
    assert path.read_bytes() == signed.services.orders.file(order.order_id, file_format)
    text = text_of(path.read_bytes())
    assert f"№ {NUMBER}" in text
    assert "О закреплении наставнических пар (групп) на 2026/27 учебный год" in text
    assert (
        "Карапетян Гаянэ Арменовну, учителя русского языка и литературы, – наставником "
        "Тимофеева Артёма Игоревича, учителя физики и информатики." in text
    )
    assert "с 08.09.2026" in text
    assert "Л. В. Заболотная" in text


def test_the_statistics_count_the_pair_and_open_into_its_people(signed, tmp_path):
    signed.open("statistics")
    report = signed.services.statistics.report("participants", TODAY)
    assert report.cells["06", 3].value == report.cells["11", 10].value == 1
    signed.page.view.sheet.pick(("06", 5))
    signed.settle()
    assert MENTOR in signed.pane
    path = tmp_path / "сведения.xlsx"
    signed.prompts.files.append(path)
    signed.click("Excel")
    sheets = opened_xlsx(path.read_bytes()).worksheets
    rows = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
    (counted,) = (row for row in rows if row[0] == "«педагог\u00a0– педагог»")
    assert [value for value in counted[1:] if value not in (None, "х", 0)] == ["06", *[1] * 4]


def test_steps_go_back_and_forth_by_the_actions(signed):
    signed.do("undo")
    assert order_of(signed).state is OrderState.ISSUED
    signed.do("undo")
    assert signed.services.orders.rows(YEAR) == []
    for _step in range(3):
        signed.do("undo")
    assert signed.services.pairings.rows(YEAR) == []
    for _step in range(5):
        signed.do("redo")
    assert order_of(signed).state is OrderState.SIGNED
    assert not signed.window.actions_by_id["redo"].isEnabled()


def test_everything_is_there_when_the_file_is_opened_again(signed, start):
    order = order_of(signed)
    papers = {name: signed.services.orders.file(order.order_id, name) for name in ("pdf", "docx")}
    signed.leave()
    again = start()
    assert again.window.windowTitle() == "МБОУ «СОШ № 17» – Наставник"
    assert order_of(again) == order
    assert papers == {name: again.services.orders.file(order.order_id, name) for name in papers}
    again.do("undo")
    assert order_of(again).state is OrderState.ISSUED
    again.open("people")
    assert len(again.rows()) == 32
