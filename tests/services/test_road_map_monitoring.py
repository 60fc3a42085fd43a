"""The quarterly monitoring of road maps as a form: counted by hand, sent, opened into items."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from db.models import SchoolModel
from nastavnik_desktop.domain.road_maps.kept import Evidence, EvidenceKind, Mark, MarkStatus
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from nastavnik_desktop.domain.statistics.comparison import compared

AS_OF = date(2026, 12, 12)
OWN = """Дорожная карта на 2026/27 учебный год
№;Мероприятие;Срок;Ответственный;Результат
1;Издать приказ;до 10 сентября 2026 г.;Куратор;Приказ
2;Провести встречи;до 20 октября 2026 г.;Куратор;Отчёт
3;Собирать отчёты;ежеквартально до 25 числа последнего месяца квартала;Завуч;Отчёт
4;Обновить сайт;до 30 ноября 2026 г.;Куратор;Раздел
5;Провести семинар;до 1 декабря 2026 г.;Куратор;Программа
6;Провести опрос;до 10 декабря 2026 г.;Психолог;Справка
7;Консультировать;по мере необходимости;Психолог;Беседы
8;Подвести итоги;до 20 мая 2027 г.;Завуч;Справка
"""
CITY = """Дорожная карта управления образования на 2026/27 учебный год
№;Мероприятие;Срок;Ответственный;Результат
1;Собрать сведения школ;до 15 октября 2026 г.;Управление образования;Свод
"""


@pytest.fixture
def monitored(services, base, tmp_path):
    """A road map of the school with marks of all kinds, and one of the city."""
    with base.begin("Учебный день") as session:
        session.scalars(select(SchoolModel)).one().fixed_today = AS_OF
    own = _load(services, OWN, tmp_path)
    city = _load(services, CITY, tmp_path)
    head = services.road_maps.road_map(city).head
    assert head.level is RoadMapLevel.MUNICIPAL
    _mark(services, own, "1", Mark(MarkStatus.DONE, done_on=date(2026, 9, 9)))
    kept = _mark(services, own, "2", Mark(MarkStatus.DONE, done_on=date(2026, 10, 19)))
    proof = Evidence(EvidenceKind.DOCUMENT, "Протокол", "3", date(2026, 10, 19))
    services.road_map_marks.add_evidence(kept.record_id, proof)
    _mark(services, own, "4", Mark(MarkStatus.DONE, done_on=date(2026, 12, 3)))
    _mark(services, own, "5", Mark(MarkStatus.MOVED, moved_to=date(2027, 1, 20), reason="карантин"))
    _mark(services, own, "6", Mark(MarkStatus.NOT_DONE, reason="болезнь психолога"))
    return services


def _load(services, text, folder):
    path = folder / "план.csv"
    path.write_text(text, "utf-8")
    return services.road_maps.commit(services.road_maps.preview(path)).record_id


def _key(services, road_map_id, number):
    kept = services.road_maps.road_map(road_map_id)
    item = next(one for one in kept.items if one.number.rstrip(".") == number)
    return item.occurrences[0].key


def _mark(services, road_map_id, number, mark):
    return services.road_map_marks.set_mark(_key(services, road_map_id, number), mark)


def _row(report, code):
    return tuple(report.cells[code, column].figure for column in range(3, 13))


def test_every_figure_of_the_quarter_is_what_was_counted_by_hand(monitored):
    report = monitored.statistics.report("road-map", AS_OF)
    assert _row(report, "02") == (5, 2, 1, 1, 1, 1, 1, 0, 1, Decimal("40.0"))
    assert _row(report, "03") == (1, 0, 0, 0, 0, 0, 0, 1, 0, Decimal("0.0"))
    assert _row(report, "04")[:9] == (0,) * 9
    assert _row(report, "01") == (6, 2, 1, 1, 1, 1, 1, 1, 1, Decimal("33.3"))
    # Since September the order of item 1 and the quarter's report of 25 September come to it.
    assert _row(report, "06")[:9] == (6, 3, 2, 1, 1, 1, 1, 1, 0)
    assert [problem.message for problem in report.problems if problem.level.value == "error"] == []


def test_a_figure_opens_into_items_with_their_reasons(monitored):
    report = monitored.statistics.report("road-map", AS_OF)
    (moved,) = monitored.statistics.people_of(report, "02", 8)
    assert moved.title == "5. Провести семинар"
    assert moved.reason == "срок 01.12.2026, перенесено на 20.01.2027, карантин"
    definition = monitored.statistics.definition(report, "02", 8)
    assert "квартал, в который входит дата" in definition
    assert "Пункты дорожных карт, за квартал" in definition


def test_two_days_are_compared_by_items(monitored):
    before = monitored.statistics.report("road-map", date(2026, 12, 2))
    after = monitored.statistics.report("road-map", AS_OF)
    changed = {one.address for one in compared(before, after).differences}
    # On 2 December the site of item 4 was still overdue.
    assert ("02", 10) in changed
    assert before.cells["02", 10].figure == 1


def test_an_empty_base_has_an_empty_form(services):
    report = services.statistics.report("road-map", AS_OF)
    assert all(not report.cells[row, 3].figure for row in ("01", "05"))


def test_the_package_tells_how_far_the_own_road_map_is_carried_out(monitored, tmp_path):
    packages = monitored.exchange.packages
    package = packages.prepare(packages.new_draft(AS_OF)).package
    told = package.road_map
    assert (told.items, told.done, told.overdue) == (6, 3, 1)
    assert "Выполнение дорожной карты: 3 из 6" in package.carries
    assert packages.prepare(packages.new_draft(date(2025, 12, 12))).package.road_map is None
