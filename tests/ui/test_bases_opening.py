"""Opening bases in the real window: the first start, a base of one's own, another base."""

import subprocess
import sys
from dataclasses import replace

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config import app_settings, paths
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school import Head, School
from tests import factory
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.controllers import base_opening


def test_the_first_start_offers_two_ways(program):
    program.start()
    assert "Создать базу своей школы" in program.said
    assert "Открыть учебную школу" in program.said
    assert not program.window.navigation.isEnabled()
    assert not program.window.actions_by_id["new_order"].isEnabled()
    assert nameless(program.window.pages.front.view) == []
    assert cut_texts(program.window.pages.front.view) == []


def test_the_training_school_is_made_once_and_opened(program):
    program.start()
    program.click("Открыть учебную школу")
    assert program.window.pages.front_name == "today"
    assert "Учебная школа, 12 декабря 2026 г." in program.said
    assert [path.name for path in paths.bases_dir().glob("*.nastavnik")] == [
        "Учебная школа.nastavnik"
    ]
    assert program.settings.current.last_base == str(base_opening.training_school())


def test_a_base_of_ones_own_is_made_and_the_list_of_staff_offered(program, tmp_path):
    program.start()
    path = tmp_path / "новая" / "моя.nastavnik"
    director = Head(FullName("Юдина", "Анна"))
    program.prompts.answer("choose_file_to_save", path)
    program.prompts.answer(
        "ask_draft", lambda draft: replace(draft, short_name="Гимназия № 2", heads=(director,))
    )
    program.click("Создать базу своей школы")
    school = program.services.school.get()
    assert (school.short_name, school.heads[0].name.full) == ("Гимназия № 2", "Юдина Анна")
    assert [register.pattern for register in school.registers] == ["{n}-од", "{n}-лс"]
    assert "Загрузить список сотрудников" in program.said
    assert "Гимназия № 2" in program.said


def test_a_new_base_never_takes_the_place_of_a_file(program, school_file):
    program.start()
    before = school_file.read_bytes()
    program.prompts.answer("choose_file_to_save", school_file)
    program.prompts.answer("show_error", None)
    program.click("Создать базу своей школы")
    assert "уже есть" in program.prompts.asked[-1][1]
    assert school_file.read_bytes() == before


def test_a_refused_school_is_asked_again_with_what_was_typed(program, tmp_path):
    program.start()
    seen = []
    program.prompts.answer("choose_file_to_save", tmp_path / "моя.nastavnik")
    program.prompts.answer("ask_draft", lambda draft: replace(draft, founder="Округ"))
    program.prompts.answer("ask_draft", lambda draft: seen.append(draft) or draft_of(draft))
    program.click("Создать базу своей школы")
    assert seen[0].founder == "Округ"
    assert program.services.school.get().short_name == "Школа № 1"


def draft_of(draft: School) -> School:
    return replace(draft, short_name="Школа № 1")


def test_the_last_base_opens_by_itself(programs, school_file):
    programs().start(school_file).window.close()
    again = programs().start()
    assert "МБОУ «СОШ № 17»" in again.said
    assert again.window.windowTitle() == "МБОУ «СОШ № 17» – Наставник"


def test_a_last_base_that_is_gone_is_said_with_the_way_in(programs, school_file):
    programs().start(school_file).window.close()
    school_file.unlink()
    again = programs().start()
    said = " ".join(again.said)
    assert "Базы «школа 17» нет в папке" in said
    assert "Создать базу своей школы" in said


def test_a_foreign_file_is_refused_in_a_sentence(program, tmp_path):
    path = tmp_path / "письмо.nastavnik"
    path.write_text("Это не база.", encoding="utf-8")
    program.start(path)
    assert any("письмо.nastavnik" in text for text in program.said)
    assert "Открыть учебную школу" in program.said


def test_a_base_that_does_not_open_leaves_the_open_one(program, school_file, tmp_path):
    program.start(school_file)
    path = tmp_path / "письмо.nastavnik"
    path.write_text("Это не база.", encoding="utf-8")
    program.prompts.answer("choose_file_to_open", path)
    program.prompts.answer("show_error", None)
    program.act("open_base")
    assert program.services.school.get().short_name == "МБОУ «СОШ № 17»"


def test_another_base_takes_the_place_of_the_open_one(program, school_file, training_school):
    program.start(school_file)
    factory.make_person(program.services)
    program.act("training_school")
    assert "Учебная школа, 12 декабря 2026 г." in program.said
    assert program.settings.current.recent_bases == (str(training_school), str(school_file))
    assert not school_file.with_name(f"{school_file.name}.lock").exists(), "it is free for others"
    assert list((school_file.parent / "Резервные копии").iterdir()), "what was written was copied"


def test_the_menu_of_bases_offers_recent_ones(program, school_file, training_school):
    program.start(school_file)
    program.act("training_school")
    menu = program.window.navigation._base.menu()
    menu.fill()
    recent = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in recent] == [True, False]
    recent[1].trigger()
    program.settle()
    assert program.window.windowTitle().startswith("МБОУ «СОШ № 17»")
    assert program.settings.current.last_base == str(school_file)


def test_the_open_base_is_not_opened_twice(program, school_file):
    program.start(school_file)
    program.bases.open(str(school_file))
    program.settle()
    assert "Эта база уже открыта" in program.said


def test_a_recent_base_that_is_gone_leaves_the_list(program, school_file, tmp_path):
    program.start(school_file)
    gone = str(tmp_path / "нет.nastavnik")
    program.settings.change(program.settings.current.with_base_opened(gone))
    program.prompts.answer("show_error", None)
    program.bases.open(gone)
    assert gone not in program.settings.current.recent_bases


def test_a_base_held_by_another_program_is_read_and_its_holder_named(program, school_file):
    code = (
        "import sys; from db.engine import open_base; base = open_base(sys.argv[1]); "
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(school_file)],
        cwd=paths.program_dir(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline().strip() == "held"
        program.start(school_file)
        banner = " ".join(texts_in(program.window.banner))
        assert "открыта только для чтения: её держит" in banner
        assert program.window.banner.isVisible()
        program.window.close()
        other.stdin.close()


def test_only_an_address_of_a_server_is_taken(program):
    program.start()
    program.prompts.answer("ask_text", "localhost")
    program.prompts.answer("show_error", None)
    program.act("open_server")
    assert "не адрес сервера" in program.prompts.asked[-1][1]


def test_a_server_that_does_not_answer_is_said(program):
    program.start()
    program.prompts.answer("ask_text", "postgresql://zavuch:secret@127.0.0.1:1/school")
    program.act("open_server")
    assert "Открыть учебную школу" in program.said
    assert not any("secret" in text for text in program.said)


def test_a_base_on_a_server_is_opened_and_its_password_not_kept(program, empty_postgres):
    program.start()
    program.prompts.answer("ask_text", empty_postgres)
    program.act("open_server")
    assert program.window.navigation.isEnabled()
    assert "Копии делает сервер" in program.said
    assert program.settings.current.last_base.startswith("postgresql+psycopg://")


def test_addresses_are_kept_without_their_passwords():
    address = "postgresql://anna:pa:ss@server/school"
    assert base_opening.without_password(address) == "postgresql://anna@server/school"
    assert base_opening.without_password("C:/a:b@c.nastavnik") == "C:/a:b@c.nastavnik"


def test_a_card_left_by_a_crash_is_spoken_of(programs, school_file):
    services = build_services(school_file, AppSettings())
    services.unsaved_cards.keep(factory.teacher_draft("Ёлкина"), factory.YEAR)
    services.close()
    program = programs().start(school_file)
    assert any("введённое сохранилось" in text for text in program.said)
    program.prompts.answer("ask_yes_no", False)
    program.click("Посмотреть")
    assert program.window.pages.front_name == "people"


def test_damaged_settings_are_spoken_of(tmp_path, programs, school_file):
    (tmp_path / "settings.json").write_text("{не json", encoding="utf-8")
    program = programs().start(school_file)
    assert any("Файл настроек был повреждён" in text for text in program.said)
    program.window.close()
    assert app_settings.load(tmp_path / "settings.json").settings.last_base == str(school_file)
