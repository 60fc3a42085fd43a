"""The road map beside people, other levels, indicators and «Сегодня», in the real window."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.road_maps.kept import RoleFilling
from tests.factory import YEAR, make_person
from tests.ui.school_window import texts_in
from ui.dialogs.road_map_dialogs import ItemDialog

HEAD = "№;Мероприятие;Срок;Ответственный;Результат\n"
SCHOOL_PLAN = (
    "Дорожная карта школы на 2026/27 учебный год\n" + HEAD + "1;Издать приказ;до 1 сентября "
    "2026 г.;Куратор наставничества;Приказ\n"
    "2;Обновить базу;до 15 сентября 2026 г.;Крутикова О.Н.;База\n"
    "3;Подвести итоги;до 20 мая 2027 г.;Зимина А.С.;Справка\n"
)
BOARD_PLAN = (
    "Муниципальная дорожная карта на 2026/27 учебный год\n"
    + HEAD
    + "7;Обеспечить издание приказов;до 5 сентября 2026 г.;Отдел образования;Приказы\n"
)


def load(services, tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return services.road_maps.commit(services.road_maps.preview(path)).record_id


@pytest.fixture
def road_map(services, tmp_path):
    return load(services, tmp_path, "школа.csv", SCHOOL_PLAN)


@pytest.fixture
def higher(services, tmp_path):
    """The plan of the authority, with one item."""
    from nastavnik_desktop.domain.road_maps.records import RoadMapLevel

    road_map_id = load(services, tmp_path, "отдел.csv", BOARD_PLAN)
    head = services.road_maps.road_map(road_map_id).head
    services.road_maps.save_head(replace(head, level=RoadMapLevel.MUNICIPAL))
    return services.road_maps.road_map(road_map_id).items[0]


@pytest.fixture
def deputy(services):
    """The coordinator of the programme, who is in the base too."""
    school = services.school.get()
    services.school.save(replace(school, coordinator_name="Крутикова Ольга Николаевна"))
    return make_person(services, "Крутикова", first_name="Ольга", patronymic="Николаевна")


def tool(seen, words):
    seen.page.records.table.tools[words]()
    seen.settle()


def line(seen, number):
    return next(line for line in seen.page._rows if line.item.number == number)


def pick(seen, number):
    seen.page.records.table.pick({line(seen, number).item.item_id})
    seen.settle()


def rows_of(seen, title):
    return next(s.items for s in seen.page.details.sections if s.title == title)


def chips(seen):
    return {chip.key: chip.count for chip in seen.page.chips(seen.page._rows)}


def test_a_role_is_filled_by_a_person_for_the_year_and_taken_back(
    open_window, services, road_map, deputy
):
    seen = open_window("road_map")

    def fill(roles):
        assert [one.role for one in roles] == ["куратор наставничества"]
        return tuple(replace(one, person_id=deputy) for one in roles)

    seen.prompts.answer("ask_draft", fill)
    tool(seen, "Кто исполняет роли…")
    (role,) = services.road_map_people.roles(YEAR)
    assert (role.person_id, role.person) == (deputy, "Крутикова Ольга Николаевна")
    seen.click("Отменить", seen.window.status)
    assert services.road_map_people.roles(YEAR) == [RoleFilling("куратор наставничества")]


def test_the_dialog_of_roles_offers_people_and_keeps_one_who_left(services, deputy, qtbot):
    from ui.dialogs.road_map_people_dialogs import RolesDialog

    roles = [RoleFilling("куратор"), RoleFilling("психолог", 999, "Лесная Инна Ильинична")]
    dialog = RolesDialog(None, YEAR, roles, services.people.rows(YEAR))
    qtbot.addWidget(dialog)
    dialog.begin(tuple(roles))
    dialog.pickers[0].add(deputy)
    assert [one.person_id for one in dialog.draft()] == [deputy, 999]
    dialog.pickers[1].remove(999)
    assert [one.person_id for one in dialog.draft()] == [deputy, 0]


def test_without_roles_the_page_says_so(open_window, services, tmp_path):
    load(
        services, tmp_path, "план.csv", SCHOOL_PLAN.replace("Куратор наставничества", "Зимина А.С.")
    )
    seen = open_window("road_map")
    tool(seen, "Кто исполняет роли…")
    assert any("нет ролей" in words for words in seen.notice)


def test_loads_show_who_has_how_much_to_do(open_window, services, road_map, deputy):
    services.road_map_people.fill_role("Куратор наставничества", YEAR, deputy)
    seen = open_window("road_map")
    tool(seen, "Кто сколько должен сделать…")
    (dialog,) = seen.prompts.shown
    rows = {row[0].replace("\u00a0", " "): row[1:] for row in dialog.table.shown_table().rows}
    assert rows["Крутикова О. Н."][0] == "1"
    assert any("Перегруженных" in text for text in texts_in(dialog))
    assert any("сентябрь 2026" in row[2] for row in rows.values())


def test_overloads_stand_out(services, qtbot):
    from nastavnik_desktop.domain.road_maps.kept import Load
    from ui.dialogs.road_map_people_dialogs import LoadsDialog

    dialog = LoadsDialog(YEAR, [Load("Завуч", 12, 1, (2026, 9), 9), Load("Зимина", 1, 0, None, 0)])
    qtbot.addWidget(dialog)
    assert any("Перегружены" in text and text.endswith("1.") for text in texts_in(dialog))
    assert dialog.table.shown_table().rows[0] == ("Завуч", "12", "1", "сентябрь 2026: 9")


def test_mine_are_items_of_the_coordinator_and_of_the_roles_that_she_fills(
    open_window, services, road_map, deputy
):
    seen = open_window("road_map")
    assert chips(seen)["mine"] == 1
    seen.page.records.filters.choose("mine")
    assert [row[0] for row in seen.rows()] == ["2"]
    services.road_map_people.fill_role("Куратор наставничества", YEAR, deputy)
    seen.page.reload()
    seen.settle()
    assert [row[0] for row in seen.rows()] == ["1", "2"]


def test_without_a_coordinator_there_is_no_chip_of_hers(open_window, road_map):
    assert "mine" not in chips(open_window("road_map"))


def test_an_item_fulfils_one_of_a_higher_road_map_and_both_show_it(
    open_window, services, road_map, higher
):
    seen = open_window("road_map")
    seen.page._show_kept(road_map)
    seen.settle()
    pick(seen, "1")
    seen.prompts.answer("ask_draft", lambda item: replace(item, fulfils_id=higher.item_id))
    seen.page.edit(line(seen, "1"))
    seen.settle()
    (tied,) = rows_of(seen, "Исполняет пункт вышестоящей карты")
    assert (tied.text, tied.note) == (
        "7 Обеспечить издание приказов",
        "Муниципальная дорожная карта на 2026/27 учебный год",
    )
    tied.run()
    seen.settle()
    assert [one.item.number for one in seen.page.picked()] == ["7"]
    (back,) = rows_of(seen, "Исполняют пункты других карт")
    back.run()
    seen.settle()
    assert [one.item.number for one in seen.page.picked()] == ["1"]


def test_the_dialog_of_an_item_offers_items_of_higher_levels_only(
    open_window, services, road_map, higher, qtbot
):
    seen = open_window("road_map")
    seen.page._show_kept(road_map)
    seen.settle()
    plan = seen.page._plan
    assert [one.item_id for one in plan.ties.higher] == [higher.item_id]
    dialog = ItemDialog(None, line(seen, "1").item, plan.indicator_years, plan.ties.higher)
    qtbot.addWidget(dialog)
    dialog.begin(line(seen, "1").item)
    dialog.fulfils.set_value(higher.item_id)
    assert dialog.draft().fulfils_id == higher.item_id
    dialog.fulfils.set_value(None)
    assert dialog.draft().fulfils_id is None
    seen.page._show_kept(higher.road_map_id)
    seen.settle()
    assert seen.page._plan.ties.higher == ()


def test_plan_and_fact_of_an_indicator_are_written_by_year(open_window, services, road_map, qtbot):
    seen = open_window("road_map")
    item = line(seen, "2").item
    dialog = ItemDialog(None, item, seen.page._plan.indicator_years)
    qtbot.addWidget(dialog)
    dialog.begin(item)
    assert not dialog.is_changed()
    dialog.indicator.setText("Доля учеников, %")
    dialog.values.rows["План"][0].setText("12,5")
    dialog.values.rows["План"][1].setText("30 %")
    dialog.values.rows["Факт"][0].setText("семь")
    assert [one.field for one in dialog.problems(dialog.draft())] == ["values"]
    dialog.values.rows["Факт"][0].setText("7")
    assert not dialog.problems(dialog.draft())
    seen.prompts.answer("ask_draft", lambda _item: dialog.draft())
    seen.page.edit(line(seen, "2"))
    seen.settle()
    facts = rows_of(seen, "Показатель")
    assert [getattr(row, "text", "") or f"{row.label}: {row.value}" for row in facts] == [
        "Доля учеников, %",
        "2026: план 12,5, факт 7",
        "2027: план 30, факт –",
    ]


def test_a_line_of_today_opens_exactly_the_items_that_it_speaks_of(open_window, services, road_map):
    seen = open_window("today", "road_map")
    task = next(one for one in services.today.summary(YEAR).tasks if "Просрочено" in one.title)
    seen.page.do(task)
    seen.settle()
    assert [row[0] for row in seen.rows()] == ["1"]
    assert seen.page.records.filters.chosen == "asked"
    seen.page.show_all()
    assert len(seen.rows()) == 3


def test_items_of_other_road_maps_are_told(open_window, services, road_map, tmp_path):
    later = SCHOOL_PLAN.replace("школы", "наставников").replace("1 сентября", "2 сентября")
    other = load(services, tmp_path, "другая.csv", later)
    seen = open_window("road_map", "today")
    ids = tuple(services.road_maps.road_map(key).items[0].item_id for key in (road_map, other))
    from ui.requests import ShowRoadMapItems

    seen.page.open_record(ShowRoadMapItems(ids))
    seen.settle()
    assert [row[0] for row in seen.rows()] == ["1"]
    assert any("Ещё 1\u00a0мероприятие" in words for words in seen.notice)
    plans = seen.page.view.plans
    plans.set_value(other)
    plans.activated.emit(plans.currentIndex())
    seen.settle()
    assert "asked" not in chips(seen)
    assert len(seen.rows()) == 3


def test_the_control_of_a_quarter_opens_the_road_map_with_all_its_items(open_window, road_map):
    from ui.requests import ShowRoadMapItems

    seen = open_window("road_map")
    seen.page.records.filters.choose("overdue")
    seen.page.open_record(ShowRoadMapItems())
    seen.settle()
    assert len(seen.rows()) == 3


def test_ties_go_with_the_road_map_that_they_lead_to(services, road_map, higher):
    item = services.road_maps.road_map(road_map).items[0]
    services.road_maps.save_item(replace(item, fulfils_id=higher.item_id))
    services.road_maps.delete(higher.road_map_id)
    ties = services.road_map_ties.ties(road_map, YEAR)
    assert (ties.higher, dict(ties.fulfils)) == ((), {})
    assert date(2026, 9, 1) in [one.due_on for one in item.occurrences]
