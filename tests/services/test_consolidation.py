"""A municipality takes packages, adds them up, and answers; on both kinds of base."""

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from nastavnik_desktop.documents.preview import page_texts
from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.received import Arrival, Standing, VerdictDraft
from nastavnik_desktop.domain.consolidation.schools import (
    BaseLevel,
    MunicipalSchool,
    SchoolKind,
)
from nastavnik_desktop.domain.consolidation.shares import SharePlan
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.consolidation_json import consolidation_json
from tests.domain.statistics_school import AS_OF, figures_by_hand
from tests.services.packages_of_schools import PASSWORD, package_of, school_services, send

YEAR = SchoolYear.of(AS_OF)
ROAD_MAPS = Path(__file__).resolve().parents[1] / "data" / "roadmaps"


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Packages of two schools, with people."""
    folder = tmp_path_factory.mktemp("packages")
    return [package_of(folder, number, people=True) for number in (1, 2)]


@pytest.fixture
def city(new_services):
    exchange = new_services.exchange
    exchange.municipal.save_level(BaseLevel.MUNICIPALITY)
    for name in ("МБОУ СОШ №1", "МБОУ «СОШ № 2»", "МБОУ «ООШ № 3»"):
        exchange.municipal.add_schools(exchange.municipal.schools_in(name))
    return exchange


def take(city, paths):
    found = city.taking.open_files(paths, [PASSWORD])
    city.taking.take(found.of(Arrival.NEW, Arrival.NEWER))
    return found


def standings(city):
    return {row.school.name: row.standing for row in city.consolidation.rows(YEAR)}


def test_a_base_is_a_schools_until_it_is_said_otherwise(new_services):
    municipal = new_services.exchange.municipal
    assert municipal.level() is BaseLevel.SCHOOL
    municipal.save_level(BaseLevel.MUNICIPALITY)
    assert municipal.level() is BaseLevel.MUNICIPALITY


def test_figures_of_schools_are_added_up_and_it_is_told_who_has_not_sent(city, packages):
    take(city, packages)
    assert standings(city) == {
        "МБОУ СОШ №1": Standing.WAITING,
        "МБОУ «СОШ № 2»": Standing.WAITING,
        "МБОУ «ООШ № 3»": Standing.MISSING,
    }
    found = city.consolidation.consolidated("participants", YEAR).report
    twice = {key: None if value is None else 2 * value for key, value in figures_by_hand().items()}
    assert {key: cell.value for key, cell in found.cells.items()} == twice


def test_the_same_package_twice_changes_nothing(city, packages, new_services):
    take(city, packages)
    before = city.consolidation.rows(YEAR)
    found = take(city, packages)
    assert {one.arrival for one in found.incoming} == {Arrival.SAME}
    assert city.consolidation.rows(YEAR) == before
    steps = new_services.history.state().undo_title
    city.taking.take(found.incoming)
    assert new_services.history.state().undo_title == steps
    both = city.taking.open_files([packages[0], packages[0]], [PASSWORD])
    assert [one.arrival for one in both.incoming] == [Arrival.SAME, Arrival.SAME]


def test_a_newer_package_takes_the_place_of_the_former_and_an_older_one_does_not(
    city, packages, tmp_path
):
    take(city, packages)
    found = city.taking.open_files(packages[:1], [PASSWORD])
    (one,) = found.incoming
    later = replace(one.package, uid="новая", made_at=one.package.made_at.replace(year=2099))
    newer = replace(one, package=later, arrival=Arrival.NEWER)
    city.municipal.answer(
        package_id(city, "МБОУ СОШ №1"), VerdictDraft(Verdict.ACCEPTED), uid=one.package.uid
    )
    city.taking.take([newer])
    (row,) = [row for row in city.consolidation.rows(YEAR) if row.school.name == "МБОУ СОШ №1"]
    assert (row.package.uid, row.standing) == ("новая", Standing.WAITING)
    assert city.taking.open_files(packages[:1], [PASSWORD]).incoming[0].arrival is Arrival.OLDER
    with pytest.raises(RuleViolation, match="новее этой"):
        city.taking.take([replace(one, arrival=Arrival.NEWER)])


def package_id(city, name):
    (row,) = [row for row in city.consolidation.rows(YEAR) if row.school.name == name]
    return row.package.package_id


def test_taking_is_one_step_that_can_be_undone(city, packages, new_services):
    take(city, packages)
    new_services.history.undo()
    assert set(standings(city).values()) == {Standing.MISSING}
    new_services.history.redo()
    assert list(standings(city).values()).count(Standing.WAITING) == 2


def test_files_that_cannot_be_opened_are_told_one_by_one(city, packages, tmp_path):
    foreign = tmp_path / "письмо.posylka"
    foreign.write_text("Добрый день")
    broken = tmp_path / "битая.posylka"
    content = bytearray(packages[0].read_bytes())
    content[200] ^= 1
    broken.write_bytes(content)
    found = city.taking.open_files([foreign, broken, packages[1]], ["не тот пароль"])
    assert [one.needs_password for one in found.refused] == [False, False, True]
    reasons = " ".join(one.reason for one in found.refused)
    assert "не посылка" in reasons
    assert "повреждён" in reasons
    assert "Пароль не подходит" in reasons
    assert "закрыта паролем" in city.taking.open_files(packages[:1]).refused[0].reason


def test_a_person_of_two_schools_is_found(city, packages):
    take(city, packages)
    found = city.consolidation.duplicates(YEAR)
    sure = [one for one in found if one.is_sure]
    assert any(one.is_counted_twice for one in sure)
    assert {len(one.places) for one in sure} == {2}


def test_a_school_that_nobody_expected_is_kept_and_marked(city, tmp_path):
    path = package_of(tmp_path, 99, forms=("pupils",))
    take(city, [path])
    (row,) = [row for row in city.consolidation.rows(YEAR) if "99" in row.school.name]
    assert (row.school.is_expected, row.standing) == (False, Standing.WAITING)
    assert city.consolidation.shares(YEAR)[0].taking_part is None


def test_totals_by_type_stand_beside_the_whole(city, packages):
    take(city, packages)
    table = city.consolidation.by_kind("participants", YEAR)
    rows = {row.kind: row for row in table.rows}
    assert (rows[SchoolKind.SECONDARY].schools, rows[SchoolKind.SECONDARY].sent) == (2, 2)
    assert (rows[SchoolKind.BASIC].sent, rows[SchoolKind.BASIC].figures) == (0, ())
    assert rows[None].schools == 3
    assert rows[None].figures == rows[SchoolKind.SECONDARY].figures
    assert rows[None].figures[0] == str(2 * figures_by_hand()["11", 3])
    assert len(table.headings) == len(rows[None].figures)


def test_the_share_of_schools_is_counted_over_the_list(city, packages):
    take(city, packages)
    assert [(one.year, one.plan) for one in city.consolidation.shares(YEAR)] == [
        (2026, 40), (2027, 60), (2028, 80), (2029, 100),
    ]  # fmt: skip
    city.municipal.save_plan(SharePlan(((2026, 70), (2027, 90))))
    first, _ = city.consolidation.shares(YEAR)
    assert (first.taking_part, first.schools, first.plan) == (2, 3, 70)
    assert str(first.percent) == "66.7"


def test_schools_come_from_a_pasted_list_and_are_not_doubled(city):
    pasted = "МБОУ «СОШ № 2»\t7700000002\nГимназия № 4\n\n"
    city.municipal.add_schools(city.municipal.schools_in(pasted))
    known = {row.school.name: row.school for row in city.consolidation.rows(YEAR)}
    assert len(known) == 4
    assert known["МБОУ «СОШ № 2»"].inn == "7700000002"
    assert known["Гимназия № 4"].kind is SchoolKind.GYMNASIUM


def test_schools_models_and_teams_come_from_a_municipal_road_map(new_services):
    municipal = new_services.exchange.municipal
    municipal.add_schools(municipal.schools_of_road_map(ROAD_MAPS / "zapadnoe-2021.docx"))
    expected = json.loads((ROAD_MAPS / "zapadnoe-2021.expected.json").read_text("utf-8"))
    found = consolidation_json(new_services.exchange.consolidation, YEAR)

    def plain(words):
        return " ".join(words.split())

    assert [(one["name"], plain(one["model"])) for one in found["schools"]] == [
        (one["name"], plain(one["model"])) for one in expected["schools"]
    ]
    assert [(one["name"], plain(one["role"])) for one in found["management_teams"]] == [
        (one["name"], plain(one["role"])) for one in expected["management_teams"]
    ]
    kinds = {one["name"]: one["kind"] for one in found["schools"]}
    assert kinds["ГБОУ ООШ № 11 г. Сызрани"] == "basic"
    with pytest.raises(RuleViolation, match="нет перечня школ"):
        municipal.schools_of_road_map(ROAD_MAPS / "krasnoyarsk-school-2023.docx")


def test_a_school_twice_is_refused_and_one_with_a_package_stays(city, packages):
    with pytest.raises(RuleViolation, match="уже есть"):
        city.municipal.save_school(MunicipalSchool('МБОУ "СОШ № 1"'))
    take(city, packages)
    rows = {row.school.name: row for row in city.consolidation.rows(YEAR)}
    with pytest.raises(RuleViolation, match="прислала посылку"):
        city.municipal.remove_school(rows["МБОУ СОШ №1"].school_id)
    city.municipal.remove_school(rows["МБОУ «ООШ № 3»"].school_id)
    assert len(city.consolidation.rows(YEAR)) == 2


def test_an_answer_reaches_the_school_as_a_file_and_as_a_paper(city, tmp_path):
    school = school_services(tmp_path, 1)
    try:
        path = send(school, tmp_path / "1.posylka", forms=("pupils",))
        take(city, [path])
        number, uid = package_id(city, "МБОУ СОШ №1"), school.exchange.packages.rows()[0].uid
        draft = VerdictDraft(Verdict.RETURNED, "Строка 03: проверьте классы\nНет приказа")
        city.municipal.answer(number, draft, uid=uid)
        assert standings(city)["МБОУ СОШ №1"] is Standing.RETURNED
        answer = tmp_path / "1.zamechaniya"
        city.municipal.save_remarks(number, answer)
        service = school.exchange.packages
        service.take_remarks(service.read_remarks(answer))
        (row,) = service.rows()
        assert (row.verdict, row.remarks) == (Verdict.RETURNED, draft.lines)
        assert city.municipal.render_remarks(number, "pdf").startswith(b"%PDF")
    finally:
        school.close()


def test_an_answer_to_a_package_that_was_replaced_meanwhile_is_refused(city, packages):
    take(city, packages)
    number = package_id(city, "МБОУ СОШ №1")
    with pytest.raises(RuleViolation, match="прислала новую посылку"):
        city.municipal.answer(number, VerdictDraft(Verdict.ACCEPTED), uid="прежняя")


def test_remarks_of_another_school_are_refused(city, packages, tmp_path):
    take(city, packages)
    path = tmp_path / "чужие.zamechaniya"
    city.municipal.save_remarks(package_id(city, "МБОУ СОШ №1"), path)
    other = school_services(tmp_path, 5)
    try:
        service = other.exchange.packages
        with pytest.raises(RuleViolation, match="к посылке другой базы"):
            service.take_remarks(service.read_remarks(path))
    finally:
        other.close()


def test_the_workbook_holds_lists_totals_and_every_form(city, packages):
    take(city, packages)
    book = openpyxl.load_workbook(io.BytesIO(city.consolidation.render_all(YEAR, "xlsx")))
    assert {"Школы", "Модели и команды", "По типам школ", "Доля школ по годам", "Повторы",
            "Участники", "По стажу"} <= set(book.sheetnames)  # fmt: skip
    sheet = book["Участники"]
    (total,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == "11"]
    assert 2 * figures_by_hand()["11", 5] in total
    listed = [row for row in book["Школы"].iter_rows(values_only=True) if row[0] in (1, 2, 3)]
    assert [row[3] for row in listed] == ["на проверке", "на проверке", "не прислала"]
    assert city.consolidation.render_all(YEAR, "pdf").startswith(b"%PDF")


def test_without_packages_there_is_nothing_to_consolidate(city):
    assert city.consolidation.forms(YEAR) == []
    with pytest.raises(RuleViolation, match="сводить нечего"):
        city.consolidation.consolidated("pupils", YEAR)
    assert city.consolidation.render_all(YEAR, "xlsx")


def test_types_and_years_are_charted_beside_their_tables(city, packages):
    city.municipal.add_schools(city.municipal.schools_in("Гимназия № 4"))
    take(city, packages)
    book = openpyxl.load_workbook(io.BytesIO(city.consolidation.render_all(YEAR, "xlsx")))
    assert [len(book[name]._charts) for name in ("По типам школ", "Доля школ по годам")] == [3, 1]
    numbers = list(book["Данные диаграмм"].iter_rows(values_only=True))
    pairs = numbers.index(("Количество наставнических пар", "Значение", None))
    assert numbers[pairs + 1][:2] == ("Средние школы (СОШ)", 2 * figures_by_hand()["11", 3])
    fact = next(at for at, row in enumerate(numbers) if row[1] == "факт, %")
    assert numbers[fact + 1 : fact + 5] == [
        ("2026/27", 50, 40), ("2027/28", None, 60), ("2028/29", None, 80), ("2029/30", None, 100),
    ]  # fmt: skip
    texts = " ".join(page_texts(city.consolidation.render_all(YEAR, "pdf")))
    assert "2 из 2" in texts
    assert "факт, %" in texts
