"""«Отправить в управление…» on «Статистика», the answers, and whose base it is."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.consolidation.package import PackageDraft, Remarks, Verdict
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.exchange.package_file import read_package
from nastavnik_desktop.exchange.remarks_file import write_remarks
from tests import factory
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.package_dialogs import PackageDialog

PASSWORD = "пароль-школы"


@pytest.fixture
def seen(open_window, services):
    factory.make_order(services)
    made = open_window("statistics", "settings")
    made.window.resize(1366, 768)
    made.settle()
    return made


def choose(seen, words):
    """Take an action of the menu «Отправлено»."""
    (action,) = [one for one in seen.page.view.send.menu().actions() if one.text() == words]
    action.trigger()
    seen.settle()


def send(seen, path, **changes):
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, **changes))
    seen.prompts.answer("ask_yes_no", True)
    seen.prompts.answer("choose_file_to_save", path)
    choose(seen, "Отправить в управление…")


def test_the_package_says_what_it_carries_before_it_is_made(seen, tmp_path):
    path = tmp_path / "школа.posylka"
    send(seen, path, forms=("participants",))
    package = read_package(path.read_bytes())
    assert [form.form.code for form in package.forms] == ["participants"]
    assert package.people == ()
    assert ("ask_yes_no", "Сохранить посылку в файл?") in seen.prompts.asked
    assert "Посылка сохранена: школа.posylka" in seen.notice


def test_nothing_is_written_when_the_carried_is_refused(seen, services):
    seen.prompts.answer("ask_draft", lambda draft: draft)
    seen.prompts.answer("ask_yes_no", False)
    choose(seen, "Отправить в управление…")
    assert services.exchange.packages.rows() == []


def test_people_go_only_behind_a_password(seen, tmp_path):
    path = tmp_path / "школа.posylka"
    send(
        seen, path, forms=("participants",), with_people=True, password=PASSWORD,
        password_again=PASSWORD,
    )  # fmt: skip
    assert len(read_package(path.read_bytes(), PASSWORD).people) == 2


def test_the_dialog_asks_for_a_password_only_with_people(qtbot):
    dialog = PackageDialog(None, [("pupils", "Обучающиеся")], factory.TODAY)
    qtbot.addWidget(dialog)
    dialog.begin(PackageDraft(factory.TODAY, ("pupils",)))
    dialog.show()
    assert not dialog.password.isVisible()
    dialog.people.setChecked(True)
    assert dialog.password.isVisible()
    assert [one.field for one in dialog.problems(dialog.draft())] == ["password"]
    dialog.password.setText(PASSWORD)
    dialog.again.setText(PASSWORD)
    assert dialog.problems(dialog.draft()) == []
    dialog.people.setChecked(False)
    assert dialog.draft().password == ""
    assert nameless(dialog) == []


def test_the_answer_of_the_authority_is_read_and_kept(seen, services, tmp_path):
    send(seen, tmp_path / "школа.posylka", forms=("participants",))
    (row,) = services.exchange.packages.rows()
    remarks = Remarks(
        row.uid, "МБОУ «СОШ № 17»", row.as_of, date(2026, 9, 10), Verdict.RETURNED,
        ("Строка 03",), "Управление",
    )  # fmt: skip
    path = tmp_path / "ответ.zamechaniya"
    path.write_bytes(write_remarks(remarks))
    seen.prompts.answer("choose_file_to_open", path)
    seen.prompts.answer("ask_yes_no", True)
    choose(seen, "Загрузить замечания…")
    choose(seen, "Посылки и ответы")
    shown = texts_in(seen.prompts.shown[-1])
    assert "Возвращена 10.09.2026" in shown
    assert "1. Строка 03" in shown


def test_whose_base_it_is_is_chosen_in_the_settings(seen, services):
    seen.window.open_page("settings", "level")
    seen.settle()
    view = seen.page.level.view
    assert view.level.value is BaseLevel.SCHOOL
    view.level.set_value(BaseLevel.MUNICIPALITY)
    view.level.activated.emit(1)
    seen.settle()
    assert services.exchange.municipal.level() is BaseLevel.MUNICIPALITY
