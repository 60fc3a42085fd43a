"""The order that approves a kept road map: its annex, the link, what withdrawing takes back."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind
from nastavnik_desktop.domain.road_maps.kept import Evidence, EvidenceKind, Mark, MarkStatus
from tests.documents.readers import pdf_pages
from tests.factory import TODAY, YEAR, make_school


@pytest.fixture
def plan(services):
    make_school(services)
    return services.road_map_years.create_from_template("teachers", YEAR, "СОШ № 17").record_id


def draft(services):
    return services.orders.new_draft(YEAR, (), OrderKind.ROAD_MAP).draft


def order_of(services, road_map_id):
    return services.road_maps.road_map(road_map_id).head.order_id


def paper(services, order_id):
    return " ".join(" ".join(pdf_pages(services.orders.file(order_id, "pdf"))).split())


def test_issuing_links_the_road_map_and_withdrawing_lets_it_go(services, plan):
    order_id = services.orders.issue(draft(services)).record_id
    assert order_of(services, plan) == order_id
    services.orders.withdraw(order_id, TODAY, "ошибка")
    assert order_of(services, plan) is None
    again = replace(draft(services), number="2-од")
    assert order_of(services, plan) is None
    assert services.orders.issue(again).record_id == order_of(services, plan)


def test_undo_and_redo_of_the_order_move_the_link(services, plan):
    order_id = services.orders.issue(draft(services)).record_id
    services.history.undo()
    assert order_of(services, plan) is None
    services.history.redo()
    assert order_of(services, plan) == order_id


def test_a_kept_draft_links_nothing_and_prints_the_road_map_as_it_is_when_issued(services, plan):
    order_id = services.orders.save_draft(draft(services)).record_id
    assert order_of(services, plan) is None
    first = services.road_maps.road_map(plan).items[0]
    services.road_maps.save_item(replace(first, event="Открыть клуб наставников"))
    services.orders.issue(services.orders.edit(order_id).draft)
    assert "Открыть клуб наставников" in paper(services, order_id)
    assert order_of(services, plan) == order_id


def test_a_road_map_is_approved_once(services, plan):
    second = replace(draft(services), number="2-од")
    services.orders.issue(draft(services))
    with pytest.raises(RuleViolation, match="уже утвердил приказ"):
        services.orders.issue(second)
    assert services.orders.new_draft(YEAR, (), OrderKind.ROAD_MAP).draft.details.stages == ()


def test_a_draft_outlives_the_road_map_it_was_made_of(services, plan):
    order_id = services.orders.save_draft(draft(services)).record_id
    event = services.road_maps.road_map(plan).items[0].event
    services.road_maps.delete(plan)
    services.orders.issue(services.orders.edit(order_id).draft)
    assert event[:30] in paper(services, order_id)


def test_the_printed_road_map_names_the_order(services, plan, tmp_path):
    services.orders.issue(draft(services))
    path = tmp_path / "карта.pdf"
    services.road_map_papers.export(plan, path)
    first = " ".join(pdf_pages(path.read_bytes())[0].split())
    assert "УТВЕРЖДЕНА приказом от 08.09.2026 № 1-од" in first
    assert services.orders.row(order_of(services, plan)).order_date == date(2026, 9, 8)


def test_an_order_from_outside_that_is_evidence_is_not_deleted_under_it(services):
    make_school(services)
    order_id = services.orders.register_external(
        "97-од", date(2026, 8, 28), "О наставничестве"
    ).record_id
    road_map = services.road_map_years.create_from_template("teachers", YEAR).record_id
    key = services.road_maps.road_map(road_map).items[0].occurrences[0].key
    done = Mark(MarkStatus.DONE, done_on=date(2026, 9, 4))
    mark = services.road_map_marks.set_mark(key, done).record_id
    proof = Evidence(EvidenceKind.ORDER, "Приказ", order_id=order_id)
    shown = services.road_map_marks.add_evidence(mark, proof).record_id
    with pytest.raises(RuleViolation, match="уберите подтверждение"):
        services.order_entries.delete_external(order_id)
    services.road_map_marks.delete_evidence(shown)
    services.order_entries.delete_external(order_id)
