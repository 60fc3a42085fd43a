"""A newer version of a kept road map: found, read over it, nothing of the work lost."""

from dataclasses import replace
from datetime import date

import pytest

from db import journal
from nastavnik_desktop.domain.road_maps.kept import Evidence, EvidenceKind, Mark, MarkStatus
from tests.factory import TODAY

HEAD = "№;Мероприятие;Срок;Ответственный;Результат\n"
ROWS = (
    "1;Издать приказ;до 1 сентября 2026 г.;Куратор;Приказ\n",
    "2;Обновить базу наставляемых школы;после заседания педсовета;Завуч;База\n",
    "3;Собирать отчёты;до 20 декабря 2026 г.;Завуч;Отчёт\n",
    "4;Подвести итоги;до 20 мая 2027 г.;Куратор;Справка\n",
)


def preview(services, tmp_path, name, rows, years="2026/27"):
    path = tmp_path / name
    path.write_text(f"Дорожная карта на {years} учебный год\n{HEAD}{''.join(rows)}", "utf-8")
    return services.road_maps.preview(path)


@pytest.fixture
def road_map(services, tmp_path):
    return services.road_maps.commit(preview(services, tmp_path, "план.csv", ROWS)).record_id


@pytest.fixture
def newer(services, tmp_path):
    """The second item is worded and numbered anew, the third is gone, one is new."""
    rows = (
        "1;Издать приказ;до 5 сентября 2026 г.;Куратор;Приказ\n",
        "2;Обновить базу наставляемых;после заседания педсовета;Завуч;База\n",
        "3;Провести анкетирование;до 1 апреля 2027 г.;Психолог;Анкеты\n",
        "4;Подвести итоги;до 20 мая 2027 г.;Куратор;Справка\n",
    )
    return preview(services, tmp_path, "план (2).csv", rows)


def items(services, road_map_id):
    return services.road_maps.road_map(road_map_id).items


def test_a_newer_version_is_known_by_its_items(services, road_map, newer):
    found = services.road_map_versions.earlier(newer)
    assert found.head.road_map_id == road_map
    assert (found.pairs.same, found.pairs.added, len(found.pairs.gone)) == (3, 1, 1)


def test_the_same_file_another_plan_and_another_year_are_no_newer_versions(
    services, road_map, tmp_path
):
    earlier = services.road_map_versions.earlier
    assert earlier(preview(services, tmp_path, "копия.csv", ROWS)) is None
    other = ("1;Провести семинар;до 1 октября 2026 г.;Завуч;План\n", ROWS[3])
    assert earlier(preview(services, tmp_path, "другая.csv", other)) is None
    later = preview(services, tmp_path, "через год.csv", ROWS, "2027/28")
    assert earlier(later) is None


def test_marks_evidence_corrections_and_facts_stay_with_their_items(services, road_map, newer):
    first, second, third, _last = items(services, road_map)
    done = Mark(MarkStatus.DONE, done_on=TODAY)
    marks = [
        services.road_map_marks.set_mark(item.occurrences[0].key, done).record_id
        for item in (first, third)
    ]
    evidence = Evidence(EvidenceKind.DOCUMENT, "Приказ", "118-од", date(2026, 8, 28))
    services.road_map_marks.add_evidence(marks[0], evidence)
    changed = replace(
        second, corrected_deadline="до 30 октября 2026 г.", indicator_fact=((2026, 7.0),)
    )
    services.road_maps.save_item(changed)
    saved = services.road_map_versions.replace(newer, road_map)
    assert saved.message.endswith("новых: 1, в разделе «Нет в новой редакции»: 1")
    kept = items(services, road_map)
    assert [item.number for item in kept] == ["1", "2", "3", "4", "3"]
    assert [item.item_id for item in kept[:2]] == [first.item_id, second.item_id]
    assert kept[0].deadline == "до 5 сентября 2026 г."
    (mark,) = [one.mark for one in kept[0].occurrences if one.mark]
    assert mark.evidence[0].title == "Приказ"
    assert kept[1].event == "Обновить базу наставляемых"
    assert (kept[1].corrected_deadline, kept[1].indicator_fact) == (
        "до 30 октября 2026 г.",
        ((2026, 7.0),),
    )
    assert (kept[4].item_id, kept[4].sections) == (third.item_id, ("Нет в новой редакции",))
    assert kept[4].occurrences[0].mark.done_on == TODAY


def test_the_newer_file_is_the_known_one_afterwards(services, road_map, newer, tmp_path):
    services.road_map_versions.replace(newer, road_map)
    again = services.road_maps.preview(tmp_path / "план (2).csv")
    assert again.known_id == road_map
    assert len(services.road_maps.rows()) == 1


def test_an_update_is_taken_back_as_one_step(services, base, road_map, newer):
    before = items(services, road_map)
    services.road_map_versions.replace(newer, road_map)
    journal.undo(base)
    assert items(services, road_map) == before
