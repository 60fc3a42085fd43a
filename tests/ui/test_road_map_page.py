"""The page «Дорожная карта»: from a file to marks, corrected readings, order of the items."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.road_maps.kept import Evidence, EvidenceKind, Mark, MarkStatus
from tests.factory import TODAY
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.requests import ImportRoadMap

PLAN = (
    "Дорожная карта на 2026/27 учебный год\n"
    "№;Мероприятие;Срок;Ответственный;Результат\n"
    "1;Издать приказ;до 1 сентября 2026 г.;Куратор;Приказ\n"
    "2;Обновить базу наставляемых;с 1 по 15 сентября ежегодно;Завуч;База\n"
    "3;Собирать отчёты;ежеквартально до 25 числа последнего месяца квартала;Завуч;Отчёт\n"
    "4;Консультировать;по мере необходимости;Психолог;Беседы\n"
    "5;Подвести итоги;после заседания педсовета;Куратор;Справка\n"
)


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "план.csv"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def road_map(services, plan_file):
    return services.road_maps.commit(services.road_maps.preview(plan_file)).record_id


@pytest.fixture
def seen(open_window, road_map):
    return open_window("road_map")


def pick(seen, number):
    line = next(line for line in seen.page._rows if line.item.number == number)
    seen.page.records.table.pick({line.item.item_id})
    seen.settle()
    return line


def item(services, road_map, number):
    return next(i for i in services.road_maps.road_map(road_map).items if i.number == number)


def press(seen, words):
    next(b for b in seen.page.details.buttons if b.text == words).run()
    seen.settle()


def link(seen, words):
    rows = [row for section in seen.page.details.sections for row in section.items]
    next(row for row in rows if getattr(row, "text", "") == words).run()
    seen.settle()


def states(seen):
    return {row[0]: row[4].replace("\u00a0", " ") for row in seen.rows()}


def test_without_a_road_map_the_page_says_what_to_do(open_window):
    seen = open_window("road_map")
    assert button_in(seen.page.records.empty, "Загрузить…")


def test_each_item_says_how_it_stands_today(seen):
    assert states(seen) == {
        "1": "просрочено на 7 дней",
        "2": "осталось 7 дней",
        "3": "17 дней",
        "4": "без даты",
        "5": "без даты",
    }


def test_the_head_names_level_years_and_size(seen):
    assert any("школа · 2026/27 · 5" in text for text in texts_in(seen.page.records.header))


@pytest.mark.parametrize(
    ("chip", "numbers"), [("overdue", ["1"]), ("soon", ["2"]), ("notes", ["5"])]
)
def test_chips_show_what_asks_for_attention(seen, chip, numbers):
    seen.page.records.filters.choose(chip)
    assert [row[0] for row in seen.rows()] == numbers


def test_a_filter_shows_the_work_of_one_month_or_person(seen):
    filters = seen.page.records.filters
    filters.set_filter("month", "2026-12")
    assert [row[0] for row in seen.rows()] == ["3"]
    filters.set_filter("month", None)
    filters.set_filter("responsible", "Завуч")
    assert [row[0] for row in seen.rows()] == ["2", "3"]


def test_a_dropped_file_is_shown_kept_and_taken_back_as_one_step(open_window, services, plan_file):
    seen = open_window("road_map")
    seen.prompts.answer("ask_draft", lambda preview: preview)
    seen.page.open_record(ImportRoadMap(plan_file))
    seen.settle()
    assert len(seen.rows()) == 5
    seen.click("Отменить", seen.window.status)
    assert services.road_maps.rows() == []


def test_the_preview_marks_what_was_not_understood(services, plan_file, qtbot):
    from ui.dialogs.road_map_preview_dialog import RoadMapPreviewDialog

    preview = services.road_maps.preview(plan_file)
    dialog = RoadMapPreviewDialog(None, preview, ())
    qtbot.addWidget(dialog)
    rows = dialog.items.shown_table().rows
    assert rows[1][3].startswith("каждый год с 1 по 15 сентября")
    assert rows[4][3] == "срок не назван"
    assert any("сроков не понято: 1" in text for text in texts_in(dialog))


def test_a_newer_file_updates_the_road_map_or_stands_beside_it(seen, services, road_map, tmp_path):
    newer = tmp_path / "новый.csv"
    newer.write_text(PLAN.replace("до 1 сентября", "до 20 сентября"), "utf-8")
    shown = []

    def ask(make, draft, problems=()):
        dialog = make(None)
        dialog.begin(draft, problems)
        shown.extend(texts_in(dialog))
        dialog.keeping.set_value(len(services.road_maps.rows()) != 1)
        return dialog.draft()

    seen.prompts.ask_draft = ask
    seen.page.open_record(ImportRoadMap(newer))
    seen.settle()
    assert any("Похожа на загруженную раньше" in text for text in shown)
    assert len(services.road_maps.rows()) == 2
    newest = tmp_path / "новейший.csv"
    newest.write_text(PLAN.replace("до 1 сентября", "до 25 сентября"), "utf-8")
    seen.page.open_record(ImportRoadMap(newest))
    seen.settle()
    assert len(services.road_maps.rows()) == 2


def test_an_item_is_done_with_its_day_and_can_be_taken_back(seen, services, road_map):
    pick(seen, "1")
    seen.prompts.answer("ask_draft", lambda mark: mark)
    press(seen, "Выполнено")
    assert states(seen)["1"] == "выполнено"
    assert item(services, road_map, "1").occurrences[0].mark.done_on == TODAY
    link_text = next(
        row
        for section in seen.page.details.sections
        for row in section.items
        if getattr(row, "action", "") == "Снять"
    )
    link_text.run()
    seen.settle()
    assert states(seen)["1"] == "просрочено на 7 дней"


def test_a_moved_item_keeps_its_reason_and_its_first_day(seen, services, road_map):
    pick(seen, "1")
    answer = Mark(MarkStatus.MOVED, moved_to=date(2026, 9, 20), reason="директор в отпуске")
    seen.prompts.answer("ask_draft", lambda _mark: answer)
    press(seen, "Перенести…")
    assert states(seen)["1"] == "осталось 12 дней"
    words = [
        getattr(row, "text", "") for section in seen.page.details.sections for row in section.items
    ]
    assert "до 20.09.2026 (перенесено с 01.09.2026)" in words
    assert "директор в отпуске" in words


def test_a_corrected_reading_gives_days_and_leaves_the_phrase(seen, services, road_map):
    pick(seen, "5")
    reading = read_deadline("до 30 октября 2026 г.", ReadingYear(2026))
    seen.prompts.answer("ask_draft", lambda _reading: reading)
    link(seen, "Исправить прочтение")
    kept = item(services, road_map, "5")
    assert kept.deadline == "после заседания педсовета"
    assert [one.due_on for one in kept.occurrences] == [date(2026, 10, 30)]
    assert states(seen)["5"] == "52 дня"


def test_a_document_shows_that_an_item_was_done(seen, services, road_map):
    line = pick(seen, "1")
    done = Mark(MarkStatus.DONE, done_on=TODAY)
    services.road_map_marks.set_mark(line.standing.occurrence.key, done)
    seen.page.reload()
    seen.settle()
    evidence = Evidence(EvidenceKind.DOCUMENT, "Приказ", "118-од", date(2026, 8, 28))
    seen.prompts.answer("ask_choice", 1)
    seen.prompts.answer("ask_draft", lambda _evidence: evidence)
    link(seen, "Добавить…")
    words = [
        getattr(row, "text", "") for section in seen.page.details.sections for row in section.items
    ]
    assert "Приказ № 118-од от 28.08.2026" in words


def test_items_change_their_places_by_the_keyboard(seen):
    pick(seen, "2")
    seen.page.shift(seen.page.picked()[0], 1)
    seen.settle()
    assert [line.item.number for line in seen.page._rows] == ["1", "3", "2", "4", "5"]
    seen.page.shift(seen.page.picked()[0], -1)
    seen.settle()
    assert [line.item.number for line in seen.page._rows] == ["1", "2", "3", "4", "5"]


def test_a_new_item_comes_to_the_end_and_is_read_at_once(seen, services, road_map):
    seen.prompts.answer(
        "ask_draft", lambda item: replace(item, number="6", event="Отчёт", deadline="до 20 мая")
    )
    seen.click("Пункт", seen.page.records.header)
    assert [one.due_on for one in item(services, road_map, "6").occurrences] == [date(2027, 5, 20)]
    assert [line.item.number for line in seen.page.picked()] == ["6"]


def test_a_bar_of_the_timeline_chooses_its_row(seen):
    timeline = seen.page.view.timeline
    key = item_id = next(line.item.item_id for line in seen.page._rows if line.item.number == "2")
    timeline.picked.emit(key)
    seen.settle()
    assert [line.item.item_id for line in seen.page.picked()] == [item_id]
    assert timeline.picked_key() == item_id


def test_spans_have_their_length_on_the_timeline(seen):
    line = next(line for line in seen.page._rows if line.item.number == "2")
    (mark,) = line.marks
    assert (mark.start, mark.end) == (date(2026, 9, 1), date(2026, 9, 15))


def test_the_calendar_takes_the_place_of_the_table(seen):
    view = seen.page.view
    view.as_calendar.setChecked(True)
    assert view.table.isHidden()
    assert [mark.title for mark in view.grid.marks_on(date(2026, 9, 25))] == ["3 Собирать отчёты"]
    view.grid.opened.emit(view.grid.marks_on(date(2026, 9, 25))[0].key)
    seen.settle()
    assert [line.item.number for line in seen.page.picked()] == ["3"]
    assert not view.table.isHidden()


def test_a_day_off_is_named_beside_its_item(open_window, services, tmp_path):
    path = tmp_path / "план.csv"
    path.write_text(PLAN.replace("до 1 сентября 2026 г.", "до 12 сентября 2026 г."), "utf-8")
    services.road_maps.commit(services.road_maps.preview(path))
    seen = open_window("road_map")
    notes = next(line.notes for line in seen.page._rows if line.item.number == "1")
    assert any("суббота" in note for note in notes)


def test_nothing_is_cut_and_everything_has_a_name(seen):
    pick(seen, "2")
    assert cut_texts(seen.page.view) == []
    assert nameless(seen.page.view) == []


def test_a_file_of_the_school_is_told_from_a_list_of_people(tmp_path):
    from nastavnik_desktop.services.dropped_files import holds_road_map

    source = Path(__file__).parents[1] / "data" / "roadmaps" / "krasnoyarsk-school-2023.docx"
    people = tmp_path / "люди.csv"
    people.write_text("ФИО;Должность\nЗимина Анна Сергеевна;учитель\n", "utf-8")
    broken = tmp_path / "пусто.docx"
    broken.write_bytes(b"nothing")
    assert holds_road_map(source)
    assert not holds_road_map(people)
    assert not holds_road_map(broken)
