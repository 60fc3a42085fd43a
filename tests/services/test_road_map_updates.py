"""A newer file of a kept road map: the same items go on, marks stay, nothing is lost silently."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.road_maps.kept import Evidence, EvidenceKind, Mark, MarkStatus
from tests.factory import YEAR

HEAD = "Дорожная карта на 2026/27 учебный год\n№;Мероприятие;Срок;Ответственный;Результат\n"
FIRST = (
    "1;Издать приказ;до 5 сентября 2026 г.;Куратор;Приказ\n"
    "2;Обновить базу наставляемых;до 15 сентября 2026 г.;Завуч;База\n"
    "3;Провести опрос педагогов;до 1 октября 2026 г.;Психолог;Справка\n"
    "4;Подвести итоги;до 20 мая 2027 г.;Куратор;Справка\n"
)
NEWER = (
    "1;Издать приказ;до 7 сентября 2026 г.;Директор;Приказ\n"
    "2;Провести семинар;до 1 ноября 2026 г.;Завуч;Программа\n"
    "3;Провести опрос педагогов школы;до 1 октября 2026 г.;Психолог;Справка\n"
    "4;Подвести итоги.;до 20 мая 2027 г.;Куратор;Справка\n"
)
DONE = Mark(MarkStatus.DONE, done_on=date(2026, 9, 4))


def written(tmp_path, rows, name="план.csv"):
    path = tmp_path / name
    path.write_text(HEAD + rows, "utf-8")
    return path


@pytest.fixture
def kept(services, tmp_path):
    saved = services.road_maps.commit(services.road_maps.preview(written(tmp_path, FIRST)))
    return saved.record_id


def items(services, road_map_id):
    return {one.event.rstrip("."): one for one in services.road_maps.road_map(road_map_id).items}


def mark(services, road_map_id, event, given=DONE):
    key = items(services, road_map_id)[event].occurrences[0].key
    return services.road_map_marks.set_mark(key, given).record_id


def update(services, tmp_path):
    preview = services.road_maps.preview(written(tmp_path, NEWER, "новый.csv"))
    return services.road_maps.commit(replace(preview, is_update=True))


def test_a_newer_file_is_known_and_what_changes_is_told(services, kept, tmp_path):
    preview = services.road_maps.preview(written(tmp_path, NEWER, "новый.csv"))
    assert preview.older.road_map_id == kept
    assert preview.older.changes.replace("\u00a0", " ") == (
        "изменено 3 пункта, добавлено 1 пункт, убрано 1 пункт"
    )


def test_marks_and_evidence_go_on_with_their_items(services, kept, tmp_path):
    marked = mark(services, kept, "Издать приказ")
    proof = Evidence(EvidenceKind.DOCUMENT, "Приказ", "125", date(2026, 9, 4))
    services.road_map_marks.add_evidence(marked, proof)
    before = items(services, kept)
    saved = update(services, tmp_path)
    assert saved.record_id == kept
    now = items(services, kept)
    assert list(now) == [
        "Издать приказ",
        "Провести семинар",
        "Провести опрос педагогов школы",
        "Подвести итоги",
    ]
    order = now["Издать приказ"]
    assert (order.item_id, order.responsible) == (before["Издать приказ"].item_id, "Директор")
    asked = before["Провести опрос педагогов"].item_id
    assert now["Провести опрос педагогов школы"].item_id == asked
    marks = [one.mark for one in order.occurrences if one.mark]
    assert [each.evidence[0].title for each in marks] == ["Приказ"]
    assert services.road_maps.road_map(kept).head.source_name == "новый.csv"


def test_an_item_with_a_mark_stays_though_the_file_lost_it(services, kept, tmp_path):
    mark(services, kept, "Обновить базу наставляемых")
    saved = update(services, tmp_path)
    assert "есть отметки, факты или связи): 1 пункт" in saved.message.replace("\u00a0", " ")
    assert list(items(services, kept))[-1] == "Обновить базу наставляемых"


def test_facts_and_ties_keep_an_item_too(services, kept, tmp_path):
    one = items(services, kept)["Обновить базу наставляемых"]
    services.road_maps.save_item(replace(one, indicator_fact=((2026, 7.0),)))
    update(services, tmp_path)
    assert items(services, kept)["Обновить базу наставляемых"].indicator_fact == ((2026, 7.0),)


def test_an_item_that_another_road_map_fulfils_stays(services, kept, tmp_path):
    gone = items(services, kept)["Обновить базу наставляемых"]
    other = services.road_map_years.create_from_template("teachers", YEAR).record_id
    own = services.road_maps.road_map(other).items[0]
    services.road_maps.save_item(replace(own, fulfils_id=gone.item_id))
    update(services, tmp_path)
    ties = services.road_map_ties.ties(other, YEAR)
    assert ties.fulfils[own.item_id].item_id == gone.item_id


def test_items_that_the_program_numbers_are_numbered_on(services, kept, tmp_path):
    services.road_maps.renumber(kept)
    mark(services, kept, "Обновить базу наставляемых")
    update(services, tmp_path)
    after = services.road_maps.road_map(kept)
    assert after.head.is_self_numbered
    assert [one.number for one in after.items] == ["1", "2", "3", "4", "5"]


def test_a_corrected_reading_stays_where_the_phrase_stayed(services, kept, tmp_path):
    for event in ("Издать приказ", "Подвести итоги"):
        one = items(services, kept)[event]
        services.road_maps.save_item(replace(one, corrected_deadline="до 30 мая 2027 года"))
    update(services, tmp_path)
    now = items(services, kept)
    assert now["Подвести итоги"].corrected_deadline == "до 30 мая 2027 года"
    assert now["Издать приказ"].corrected_deadline == ""


def test_what_was_done_by_the_old_day_is_done_by_the_new_one(services, kept, tmp_path):
    mark(services, kept, "Издать приказ")
    update(services, tmp_path)
    days = items(services, kept)["Издать приказ"].occurrences
    assert [(one.due_on, one.mark.done_on) for one in days] == [
        (date(2026, 9, 7), date(2026, 9, 4))
    ]


def test_a_mark_keeps_its_day_where_the_newer_file_names_other_times(services, tmp_path):
    """Which of the new days a mark speaks of is not guessed."""
    rows = "1;Совещание;5 сентября, 5 октября и 5 ноября 2026 г.;Завуч;Протокол\n"
    road_map_id = services.road_maps.commit(
        services.road_maps.preview(written(tmp_path, rows))
    ).record_id
    mark(services, road_map_id, "Совещание")
    newer = rows.replace("5 сентября, 5 октября и 5 ноября", "5 октября и 5 ноября")
    preview = services.road_maps.preview(written(tmp_path, newer, "новый.csv"))
    services.road_maps.commit(replace(preview, is_update=True))
    marked = [one for one in items(services, road_map_id)["Совещание"].occurrences if one.mark]
    assert [one.due_on for one in marked] == [date(2026, 9, 5)]


def test_an_update_is_one_step_back(services, kept, tmp_path):
    before = services.road_maps.road_map(kept)
    update(services, tmp_path)
    services.history.undo()
    assert services.road_maps.road_map(kept) == before


def test_both_may_be_kept(services, kept, tmp_path):
    preview = services.road_maps.preview(written(tmp_path, NEWER, "новый.csv"))
    services.road_maps.commit(preview)
    assert len(services.road_maps.rows()) == 2
    assert len(items(services, kept)) == 4


@pytest.mark.parametrize(
    "text",
    [
        (HEAD + FIRST).replace("2026/27", "2027/28"),
        HEAD + "1;Провести поход;до 5 мая 2027 г.;Завуч;Отчёт\n"
        "2;Купить мебель;до 6 мая 2027 г.;Завхоз;Акт\n",
    ],
)
def test_another_year_or_other_items_are_another_road_map(services, kept, tmp_path, text):
    path = tmp_path / "другой.csv"
    path.write_text(text, "utf-8")
    assert services.road_maps.preview(path).older is None
