"""A person forgotten: road maps, their evidence and the journal name nobody any more."""

import re
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind
from nastavnik_desktop.domain.road_maps.kept import Evidence, EvidenceKind, Mark, MarkStatus
from tests.factory import YEAR, make_person, make_school

PLAN = (
    "Дорожная карта на 2026/27 учебный год\n"
    "№;Мероприятие;Срок;Ответственный;Результат\n"
    "1;Издать приказ;до 10 сентября 2026 г.;Забытова А. П.;Приказ\n"
    "2;Обучить наставников;октябрь;заместитель директора Забытова А.П., Соколова О. Н.;План\n"
    "3;Доложить Забытовой Анне Петровне;ноябрь;Педагог-психолог (Забытова А. П.);Справка\n"
    "4;Собрать анкеты;до 1 мая – Забытова А.П.;Куратор;Анкеты\n"
)


@pytest.fixture
def plan(services, tmp_path):
    path = tmp_path / "план.csv"
    path.write_text(PLAN, "utf-8")
    return services.road_maps.commit(services.road_maps.preview(path)).record_id


@pytest.fixture
def person(services):
    return make_person(services, "Забытова")


def stored(base):
    """All text of the road maps and of the journal, JSON told plainly."""
    tables = ("road_maps", "road_map_items", "road_map_marks", "road_map_evidence", "orders")
    with base.reading() as session:
        connection = session.connection()
        rows = [
            str(row)
            for table in (*tables, "people", "journal_changes", "journal_steps")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    told = "\n".join(rows)
    return told + re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), told)


def items(services, road_map_id):
    return services.road_maps.road_map(road_map_id).items


def test_roles_stay_in_place_of_the_name(services, plan, person):
    told = services.forgetting.forget(person)
    assert "имя убрано из дорожных карт: 1" in told.message
    cells = [one.responsible for one in items(services, plan)]
    assert cells == [
        "(удалено)", "заместитель директора, Соколова О. Н.", "Педагог-психолог", "Куратор",
    ]  # fmt: skip
    assert items(services, plan)[2].event == "Доложить (удалено)"


def test_days_stay_as_they_were(services, plan, person):
    before = [[one.due_on for one in item.occurrences] for item in items(services, plan)]
    services.forgetting.forget(person)
    after = [[one.due_on for one in item.occurrences] for item in items(services, plan)]
    assert after == before


def test_evidence_and_marks_are_cleared(services, plan, person):
    (first,) = items(services, plan)[0].occurrences
    mark = Mark(MarkStatus.DONE, date(2026, 9, 8), note="Сдано Забытовой А. П.")
    mark_id = services.road_map_marks.set_mark(first.key, mark).record_id
    paper = Evidence(EvidenceKind.DOCUMENT, "Служебная записка Забытовой", "3", date(2026, 9, 1))
    services.road_map_marks.add_evidence(mark_id, paper)
    services.forgetting.forget(person)
    (first,) = items(services, plan)[0].occurrences
    assert first.mark.note == "Сдано (удалено)"
    assert first.mark.evidence[0].title == "Служебная записка (удалено)"


def test_neither_base_nor_journal_keeps_the_name(services, base, plan, person):
    first = items(services, plan)[0]
    services.road_maps.save_item(replace(first, responsible="Забытовой А. П."))
    services.road_maps.save_item(replace(first, responsible="Куратор"))
    assert "Забытов" in stored(base)
    services.forgetting.forget(person)
    assert "Забытов" not in stored(base)
    with pytest.raises(RuleViolation):
        services.history.undo()


def test_a_deleted_road_map_is_forgotten_by_the_journal(services, base, plan, person):
    services.road_maps.delete(plan)
    services.forgetting.forget(person)
    assert "Забытов" not in stored(base)


def test_the_file_with_the_name_is_given_up(services, base, plan, person):
    services.forgetting.forget(person)
    with base.reading() as session:
        sources = session.connection().execute(text("SELECT source FROM road_maps")).scalars()
        assert list(sources) == [None]


def test_a_draft_of_the_order_that_would_approve_it_is_cleared(services, base, plan, person):
    make_school(services)
    draft = services.orders.new_draft(YEAR, (), OrderKind.ROAD_MAP).draft
    order_id = services.orders.save_draft(draft).record_id
    services.forgetting.forget(person)
    (stage,) = services.orders.edit(order_id).draft.details.stages
    assert stage.lines[0].responsible == "(удалено)"
    assert stage.lines[2].event == "Доложить (удалено)"
    assert "Забытов" not in stored(base)


def test_sent_monitoring_that_names_the_person_is_told(services, plan, person):
    make_school(services)
    day = date(2026, 11, 30)
    services.school.save(replace(services.school.get(), fixed_today=day))
    draft = services.frozen_reports.new_draft("road-map", day)
    services.frozen_reports.freeze("road-map", day, replace(draft, recipient="Управление"))
    (told,) = services.forgetting.preview(person).sent_reports
    assert told.form_code == "road-map"
    other = make_person(services, "Берёзкина")
    assert services.forgetting.preview(other).sent_reports == ()


def test_road_maps_of_others_keep_file_and_undo(services, base, plan):
    other = make_person(services, "Берёзкина")
    before = services.road_maps.road_map(plan)
    services.forgetting.forget(other)
    assert services.road_maps.road_map(plan) == before
