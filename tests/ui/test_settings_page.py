"""The page «Настройки»: one draft, saved together, never lost by accident."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from nastavnik_desktop.config import app_settings, autostart, paths
from nastavnik_desktop.config.app_settings import Theme
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school import Head, Register, School
from tests import factory
from tests.ui.school_window import PromptsOfPapers, SchoolWindow, button_in, texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui import theme
from ui.dialogs.head_dialog import HeadDialog
from ui.views import settings_program
from ui.widgets.registers_edit import RegistersEdit


@pytest.fixture
def seen(qapp, services, operations):
    """The page in its window; what a test leaves unsaved is given up before the window closes."""
    made = SchoolWindow.over(services, operations, PromptsOfPapers(), "settings", "people")
    made.window.resize(1366, 768)
    made.settle()
    settings = made.page
    yield made
    made.settle()
    made.prompts.assert_all_asked()
    settings.discard()
    made.window.close()
    made.window.deleteLater()


def field(seen, section, name):
    return seen.page.section(section).field(name)


def save(seen):
    seen.page.view.save.click()
    seen.settle()


def message(seen, section, name):
    return seen.page.section(section).message_of(name)


def test_nothing_can_be_saved_before_something_changes(seen):
    assert not seen.page.view.save.isEnabled()
    field(seen, "school", "place").setText("г. Новый")
    assert seen.page.view.save.isEnabled()
    field(seen, "school", "place").setText("г. Заречный")
    assert not seen.page.view.save.isEnabled()


def test_fields_of_several_sections_are_saved_together(seen, services):
    field(seen, "school", "okpo").setText("12345678")
    field(seen, "orders", "executor_name").setText("  Юдина   Анна ")
    field(seen, "rules", "is_six_day_week").set_value(True)
    field(seen, "rules", "mentee_limit").set_number(5)
    save(seen)
    school = services.school.get()
    assert (school.okpo, school.executor_name) == ("12345678", "Юдина Анна")
    assert (school.is_six_day_week, school.mentee_limit) == (True, 5)
    assert "Сведения о школе сохранены" in seen.notice
    assert not seen.page.view.save.isEnabled()


def test_saving_is_one_step_that_can_be_undone(seen, services):
    field(seen, "school", "okpo").setText("12345678")
    save(seen)
    seen.click("Отменить", seen.window.status)
    assert services.school.get().okpo == ""
    assert field(seen, "school", "okpo").text() == ""


def test_an_error_stands_beside_its_field_in_its_section(seen, services):
    field(seen, "school", "short_name").setText(" ")
    seen.page.open_record("rules")
    save(seen)
    assert "краткое название" in message(seen, "school", "short_name")
    assert field(seen, "school", "short_name").isVisible(), "its section came to the front"
    assert services.school.get().short_name == "МБОУ «СОШ № 17»"
    assert seen.page.view.save.isEnabled()


def test_a_limit_that_is_no_number_is_said(seen):
    field(seen, "rules", "mentee_limit").setText("мн")
    field(seen, "school", "okpo").setText("1")
    save(seen)
    assert message(seen, "rules", "mentee_limit") == "Напишите число цифрами."


def test_a_register_with_orders_is_not_lost(seen, services):
    factory.make_order(services)
    edit = field(seen, "orders", "registers")
    edit.show_registers((Register(None, "Новый", "{n}-н"),))
    edit.changed.emit()
    save(seen)
    assert "удалить его нельзя" in message(seen, "orders", "registers")
    assert len(services.school.get().registers) == 2


def test_a_register_is_added_with_its_pattern(seen, services):
    edit = field(seen, "orders", "registers")
    edit.add_register()
    edit._lines[-1].title.setText("По обучающимся")
    edit._lines[-1].pattern.setText("{n}-у")
    assert "например, № 12-у" in texts_in(edit)
    save(seen)
    titles = [register.title for register in services.school.get().registers]
    assert titles[-1] == "По обучающимся"


def test_an_unused_register_can_be_removed(seen, services):
    edit = field(seen, "orders", "registers")
    edit._lines[1].remove.click()
    save(seen)
    assert len(services.school.get().registers) == 1


def test_a_pattern_without_a_place_for_the_number_is_refused(seen):
    edit = field(seen, "orders", "registers")
    edit._lines[0].pattern.setText("од")
    save(seen)
    assert "нет места для числа" in message(seen, "orders", "registers")


def test_an_acting_head_is_added_and_signs(seen, services):
    acting = Head(FullName("Юдина", "Анна"), "и. о. директора", date(2026, 9, 1), date(2026, 9, 30))
    seen.prompts.answer("ask_draft", lambda _draft: acting)
    seen.click("Добавить…", seen.page.view)
    save(seen)
    signing = services.school.get().head_on(factory.TODAY)
    assert (signing.name.last_name, signing.title) == ("Юдина", "и. о. директора")


def test_a_head_is_changed_and_removed(seen, services):
    heads = seen.page.section("heads")
    heads.table.pick({0})
    seen.prompts.answer("ask_draft", lambda draft: Head(FullName("Новая"), head_id=draft.head_id))
    seen.click("Изменить…", heads)
    save(seen)
    assert [head.name.last_name for head in services.school.get().heads] == ["Новая"]
    heads.table.pick({0})
    seen.click("Убрать", heads)
    save(seen)
    assert services.school.get().heads == ()


def test_the_dialog_of_a_head_knows_its_rules(qtbot):
    dialog = HeadDialog(None, "Руководитель", factory.TODAY)
    qtbot.addWidget(dialog)
    dialog.begin(Head(FullName(""), "исполнитель", date(2026, 9, 9), date(2026, 9, 1)))
    assert dialog.draft().title == "исполнитель", "a title of the school's own stays"
    dialog.accept()
    assert dialog.form.message_of("last_name") == "Укажите фамилию."
    assert dialog.form.message_of("until_on") == "Конец срока раньше начала."
    dialog.form.field("since_on").setText("когда-то")
    dialog.accept()
    assert "не понята" in dialog.form.message_of("since_on")


def test_leaving_with_unsaved_changes_asks(seen):
    field(seen, "school", "okpo").setText("1")
    seen.prompts.answer("ask_yes_no", False)
    seen.window.open_page("people")
    assert seen.window.pages.front_name == "settings"
    assert field(seen, "school", "okpo").text() == "1"
    seen.prompts.answer("ask_yes_no", True)
    seen.window.open_page("people")
    assert seen.window.pages.front_name == "people"


def test_changes_can_be_taken_back(seen):
    field(seen, "school", "okpo").setText("1")
    seen.click("Отменить изменения", seen.page.view)
    assert field(seen, "school", "okpo").text() == ""
    assert not seen.page.view.save.isEnabled()


def test_what_was_typed_survives_a_change_from_elsewhere(seen, services):
    field(seen, "school", "okpo").setText("1")
    factory.make_school(services, place="г. Другой")
    seen.shell.changes.publish(Changes.SCHOOL)
    seen.settle()
    assert field(seen, "school", "okpo").text() == "1"


def test_settings_of_the_program_are_written_and_applied(seen, tmp_path):
    path = tmp_path / "settings.json"
    seen.shell.settings._path = path
    folder = tmp_path / "копии"
    field(seen, "program", "theme").set_value(Theme.DARK)
    field(seen, "program", "backup_folder").set_text(str(folder))
    field(seen, "program", "backup_interval_minutes").set_number(60)
    save(seen)
    kept = app_settings.load(path).settings
    assert (kept.theme, kept.backup_interval_minutes) == (Theme.DARK, 60)
    assert theme.tokens_now().name == "dark"
    seen.shell.services.bases.back_up()
    assert list(folder.iterdir())
    QApplication.instance().findChild(theme.Theme).show_theme("light")


def test_a_number_out_of_its_limits_is_refused(seen):
    field(seen, "program", "text_scale_percent").set_number(500)
    save(seen)
    assert message(seen, "program", "text_scale_percent") == "Можно число от 80 до 200."
    assert seen.shell.settings.current.text_scale_percent == 100


def test_a_settings_file_that_cannot_be_written_is_said(seen, tmp_path):
    (tmp_path / "файл").write_text("")
    seen.shell.settings._path = tmp_path / "файл" / "settings.json"
    field(seen, "program", "backup_interval_minutes").set_number(60)
    seen.prompts.answer("show_error", None)
    save(seen)
    assert "не сохранены" in seen.prompts.asked[-1][1]
    assert seen.shell.settings.current.backup_interval_minutes == 30
    assert seen.page.view.save.isEnabled()


def test_the_reminder_at_log_on_is_told_to_the_system_and_taken_back(seen, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    seen.shell.settings._path = tmp_path / "settings.json"
    assert field(seen, "program", "remind_at_login").value is False
    field(seen, "program", "remind_at_login").set_value(True)
    save(seen)
    assert autostart.autostart_file().exists()
    assert app_settings.load(tmp_path / "settings.json").settings.remind_at_login
    field(seen, "program", "remind_at_login").set_value(False)
    save(seen)
    assert not autostart.autostart_file().exists()


def test_a_program_on_a_stick_offers_no_reminder(qapp, monkeypatch):
    monkeypatch.setattr(settings_program, "is_portable", lambda: True)
    section = settings_program.ProgramSection(lambda _field: None)
    assert not section.knows("remind_at_login")
    section.deleteLater()


def test_a_folder_is_chosen(seen, tmp_path):
    seen.prompts.answer("choose_folder", tmp_path)
    folder = field(seen, "program", "documents_folder")
    button_in(folder, "Выбрать…").click()
    assert folder.text == str(tmp_path)
    assert seen.page.view.save.isEnabled()


def test_only_settings_with_a_field_of_their_own_are_shown(seen):
    section = seen.page.section("program")
    assert section.knows("theme")
    assert not section.knows("recent_bases")


def test_a_copy_is_made_listed_and_put_back(seen, services):
    seen.page.open_record("copies")
    seen.settle()
    copies = seen.page._copies
    seen.click("Сделать копию сейчас", copies.view)
    assert copies.view.model.rowCount() == 1
    factory.make_person(services, "Лишняя")
    copies.view.table.pick({copies.view.model.id_at(0)})
    seen.prompts.answer("ask_yes_no", True)
    seen.click("Восстановить…", copies.view)
    assert services.people.rows(factory.YEAR) == []
    assert "База восстановлена из копии" in seen.notice


def test_a_copy_is_saved_where_the_user_says(seen, tmp_path):
    path = tmp_path / "на флешку.nastavnik"
    seen.prompts.answer("choose_file_to_save", path)
    seen.page.open_record("copies")
    seen.click("Сохранить копию в файл…", seen.page._copies.view)
    assert path.stat().st_size > 0


def test_the_last_section_says_where_files_stand(seen, sqlite_path):
    seen.page.open_record("about")
    words = [each.accessibleName() for each in seen.page.view.findChildren(QWidget)]
    assert str(sqlite_path) in words
    seen.click("Открыть папку", seen.page._about)
    assert seen.prompts.opened == [sqlite_path.parent]


def test_every_field_has_a_name_and_nothing_is_cut(seen):
    for name in ("school", "heads", "orders", "sheets", "rules", "program", "copies", "about"):
        seen.page.open_record(name)
        seen.settle()
        assert nameless(seen.page.view) == []
        assert cut_texts(seen.page.view) == []


def test_a_refusal_of_no_field_stands_on_top(seen):
    seen.page._on_refused(School(), RuleViolation("Так нельзя.", "place"))
    assert message(seen, "school", "place") == "Так нельзя."


def test_the_same_registers_shown_again_keep_the_cursor(qtbot):
    edit = RegistersEdit()
    qtbot.addWidget(edit)
    registers = (Register(1, "Основная", "{n}-од"),)
    edit.show_registers(registers)
    before = edit._lines[0].title
    edit.show_registers(registers)
    assert edit._lines[0].title is before


@pytest.fixture
def page_of_licences(monkeypatch, tmp_path):
    page = tmp_path / "licences.html"
    page.write_text("<h1>Лицензии</h1><p>Qt – LGPL</p>", encoding="utf-8")
    monkeypatch.setattr(paths, "licences_page", lambda: page)


@pytest.mark.usefixtures("page_of_licences")
def test_a_package_shows_the_licences_of_its_parts(qapp, request):
    seen = request.getfixturevalue("seen")
    seen.page.view.open("about")
    seen.settle()
    button_in(seen.page.view, "Лицензии всех частей").click()
    (window,) = (each for each in qapp.topLevelWidgets() if each.objectName() == "help")
    assert window.windowTitle() == "Лицензии – Наставник"
    assert "Qt – LGPL" in window.text.toPlainText()
    window.close()
    window.deleteLater()


def test_a_checkout_offers_no_page_of_licences(seen):
    assert "Лицензии всех частей" not in texts_in(seen.page.view)
