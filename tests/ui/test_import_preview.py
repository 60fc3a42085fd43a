"""The preview of an import: what it says of a file, and what the user may decide."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from nastavnik_desktop.domain.merging import Difference
from nastavnik_desktop.services.import_preview import Decision
from tests import factory
from tests.factory import TODAY
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.controllers.import_report import report_rows
from ui.controllers.importing import ListImport
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.import_missing_tab import MissingTab
from ui.dialogs.import_pairs_tab import named_couples
from ui.dialogs.import_tabs import FindingsTab, findings_of
from ui.dialogs.import_words import difference_words, meaning_words
from ui.operations import Progress
from ui.pictures import settle

TABLES = Path(__file__).parents[1] / "data" / "tables"
STAFF = TABLES / "01-staff-school17.xlsx"


@pytest.fixture
def open_file(qtbot, services, operations, prompts, window):
    """Reads a file as the program does and opens its preview."""
    from ui.change_bus import ChangeBus
    from ui.shell import Shell
    from ui.user_settings import UserSettings

    settings = UserSettings()
    shell = Shell(
        services, operations, prompts, ChangeBus(), settings, window.notify, window.open_page
    )

    def open_it(path=STAFF):
        read = ListImport(shell)._read(path, Progress(lambda _done, _total: None))
        dialog = ImportDialog(None, read.preview, read.filled, TODAY, lambda _preview: None)
        qtbot.addWidget(dialog)
        dialog.begin(read.preview)
        dialog.show()
        return dialog

    return open_it


def said_in(dialog):
    settle()
    return [text.replace("\u00a0", " ") for text in texts_in(dialog)]


def pick(dialog, last_name):
    """Select the first line of a last name; answers its number."""
    lines = dialog.draft().current_lines
    number = next(line.number for line in lines if line.draft.name.last_name == last_name)
    dialog.people.table.pick({number})
    return number


def choose(dialog, words):
    """Choose the first decision that begins with the words, as a user does."""
    field = dialog.people.choice
    texts = [field.itemText(at) for at in range(field.count())]
    at = next(place for place, text in enumerate(texts) if text.startswith(words))
    field.setCurrentIndex(at)
    field.activated.emit(at)


def line_of(dialog, number):
    return dialog.draft().current_lines[number]


def test_the_file_is_told_in_words(open_file):
    said = said_in(open_file())
    assert {"Список сотрудников", "32 человека", "01-staff-school17.xlsx", "Кадры"} <= set(said)
    assert "Загрузить 32 человека" in said


def test_people_of_the_base_are_filled_and_new_ones_are_made(open_file, services):
    services.imports.commit(services.imports.read(STAFF))
    dialog = open_file()
    assert dialog.draft().counts == {"unchanged": 32}
    assert not dialog.saving.isEnabled()
    assert dialog.saving.text() == "Загружать нечего"


def test_a_line_can_be_left_out(open_file):
    dialog = open_file()
    number = pick(dialog, "Крутикова")
    choose(dialog, "не загружать")
    assert line_of(dialog, number).decision is Decision.SKIP
    assert dialog.saving.text().replace("\u00a0", " ") == "Загрузить 31 человека"
    choose(dialog, "добавить")
    assert line_of(dialog, number).decision is Decision.CREATE


def test_many_lines_can_be_left_out_at_once(open_file):
    dialog = open_file()
    dialog.people.table.selectAll()
    choose(dialog, "не загружать")
    assert dialog.draft().counts == {"skip": 32}
    choose(dialog, "как предложено")
    assert dialog.draft().counts == {"create": 32}


def test_a_similar_person_waits_for_the_user(open_file, services):
    person_id = factory.make_person(
        services, "Крутикова", first_name="Ольга", patronymic="Николаева"
    )
    dialog = open_file()
    number = pick(dialog, "Крутикова")
    assert line_of(dialog, number).decision is Decision.SKIP
    assert "В базе есть похожие" in dialog.people._differences.text()
    assert "Решите сами" in said_in(dialog)
    choose(dialog, "это Крутикова Ольга Николаева")
    line = line_of(dialog, number)
    assert (line.decision, line.target.person_id) == (Decision.FILL, person_id)
    assert "Решите сами" not in said_in(dialog)
    choose(dialog, "добавить как нового")
    assert line_of(dialog, number).target is None


def test_differences_are_said_and_the_base_wins(open_file, services):
    services.imports.commit(services.imports.read(STAFF))
    row = next(
        row for row in services.people.rows(factory.YEAR) if row.name.last_name == "Крутикова"
    )
    draft = services.people.draft(row.person_id, factory.YEAR)
    services.people.save(replace(draft, phone="+79990000000", email=""), factory.YEAR)
    dialog = open_file()
    number = pick(dialog, "Крутикова")
    kept = [d for d in line_of(dialog, number).differences if not d.is_filled]
    assert [d.field for d in kept] == ["phone"]
    assert "в базе «+79990000000»" in difference_words(kept[0])
    assert "Останется как в базе: телефон" in dialog.people._differences.text()


def test_findings_have_addresses_and_sorts(open_file):
    dialog = open_file()
    found = findings_of(dialog.draft().reading)
    assert any(finding.address == "Кадры, K33" for finding in found)
    assert {"Даты", "Не люди"} <= {finding.sort for finding in found}
    tab = dialog.findChild(FindingsTab)
    tab.filters.choose("Даты")
    assert {finding.sort for finding in tab._model.shown_rows()} == {"Даты"}


def test_columns_are_told_with_their_meaning(open_file):
    columns = {column.header: column.meaning for column in open_file().draft().reading.columns}
    assert meaning_words(columns["Ф.И.О."]) == "фамилия, имя, отчество"
    assert meaning_words(columns["Таб. №"]) == ""


@pytest.mark.parametrize(
    "file", sorted(TABLES.glob("0[1-7]*.[xcd]*"), key=str), ids=lambda file: file.stem
)
def test_every_meaning_and_sort_has_russian_words(services, file):
    reading = services.imports.read(file).reading
    words = [meaning_words(column.meaning) for column in reading.columns]
    assert [word for word in words if word.isascii() and word] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("04-order-pairs.docx", 26),
        ("03-mentees-mr42.xlsx", 24),
        ("01-staff-school17.xlsx", 0),
    ],
)
def test_the_pairs_of_a_file_are_listed(open_file, name, expected):
    dialog = open_file(TABLES / name)
    titles = [dialog.tabs.tabText(at) for at in range(dialog.tabs.count())]
    assert any(title.startswith("Пары") for title in titles) == bool(expected)
    couples = named_couples(dialog.draft().reading)
    assert len(couples) == expected
    assert all(couple.mentor and couple.mentee for couple in couples)


def test_the_report_has_every_line_and_every_finding(open_file):
    preview = open_file().draft()
    rows = list(report_rows(preview))
    assert len(rows) == len(preview.lines) + len(findings_of(preview.reading))
    assert rows[0][1:3] == ("Заболотная Лариса Витальевна", "добавить")


def test_escape_asks_only_after_a_decision(open_file, qtbot):
    dialog = open_file()
    pick(dialog, "Крутикова")
    choose(dialog, "не загружать")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_every_part_has_a_name(open_file):
    assert nameless(open_file()) == []


def test_who_is_not_in_the_list_has_a_tab_of_their_own(open_file, services):
    assert open_file().findChild(MissingTab) is None
    services.imports.commit(services.imports.read(STAFF))
    factory.make_person(services, "Ушедшая", first_name="Анна", patronymic="")
    dialog = open_file()
    titles = [dialog.tabs.tabText(at) for at in range(dialog.tabs.count())]
    assert "Нет в списке\u00a0\u00a01" in titles
    tab = dialog.findChild(MissingTab)
    ((title,),) = tab.table.shown_table().rows
    assert title.startswith("Ушедшая Анна")
    assert any("ничего не меняет" in text for text in texts_in(tab))


def test_a_new_last_name_is_told_in_russian():
    new = Difference("name.last_name", "Крутикова", "Светлова", is_filled=True)
    assert difference_words(new) == "фамилия: Светлова"


@pytest.fixture
def several_lists(tmp_path):
    """A workbook with a list of pupils and one of pairs."""
    book = openpyxl.Workbook()
    for row in (["Фамилия Имя", "Класс"], ["Чижов Лев", "7А"], ["Шилова Ада", "7Б"]):
        book.active.append(row)
    pairs = book.create_sheet("Пары")
    pairs.append(["Наставник", "Наставляемый"])
    pairs.append(["Кац Роза Львовна", "Чижов Лев, 7А"])
    path = tmp_path / "Всё сразу.xlsx"
    book.save(path)
    return path


def test_several_lists_of_a_file_are_told_together(open_file, several_lists):
    dialog = open_file(several_lists)
    said = said_in(dialog)
    assert "Несколько списков" in said
    assert "2 человека, 1 пара" in said
    assert [couple.mentee for couple in named_couples(dialog.draft().reading)] == ["Чижов Лев, 7А"]


def test_a_list_without_a_header_asks_to_look_at_its_columns(open_file, tmp_path):
    path = tmp_path / "Вставлено.csv"
    path.write_text("Чижов Лев Ильич;7А\nШилова Ада Олеговна;7Б\n", encoding="utf-8")
    assert any("нет шапки" in text for text in said_in(open_file(path)))
