"""Road maps in the base: from a file, changed, ordered, numbered, marked, undone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    KeptItem,
    Mark,
    MarkStatus,
    OccurrenceState,
)
from tests.factory import YEAR

ROAD_MAPS = Path(__file__).resolve().parents[1] / "data" / "roadmaps"
SCHOOL = ROAD_MAPS / "krasnoyarsk-school-2023.docx"
BOARD = ROAD_MAPS / "zapadnoe-2021.docx"


def load(services, path=SCHOOL):
    return services.road_maps.commit(services.road_maps.preview(path)).record_id


def item(services, road_map_id, number):
    kept = services.road_maps.road_map(road_map_id)
    return next(one for one in kept.items if one.number.rstrip(".") == number)


def plan(services, text, tmp_path):
    path = tmp_path / "план.csv"
    path.write_text(text, "utf-8")
    return load(services, path)


@pytest.fixture
def short_plan(services, tmp_path):
    return plan(
        services,
        "Дорожная карта на 2026/27 учебный год\n"
        "№;Мероприятие;Срок;Ответственный;Результат\n"
        "1;Издать приказ;до 10 сентября 2026 г.;Куратор;Приказ\n"
        "2;Собирать отчёты;ежеквартально до 25 числа последнего месяца квартала;Завуч;Отчёт\n"
        "3;Консультировать;по мере необходимости;Психолог;Беседы\n",
        tmp_path,
    )


@pytest.mark.parametrize("path", sorted(ROAD_MAPS.glob("*.docx")), ids=lambda path: path.stem)
def test_a_road_map_is_kept_as_it_was_read(services, path):
    preview = services.road_maps.preview(path)
    kept = services.road_maps.road_map(services.road_maps.commit(preview).record_id)
    read = preview.reading
    assert (kept.head.level, kept.head.title) == (read.level, read.title)
    assert (kept.head.approved_by, kept.head.agreed_by) == (read.approved_by, read.agreed_by)
    assert (kept.head.schools, kept.head.abbreviations) == (read.schools, read.abbreviations)
    names = ("sections", "number", "event", "deadline", "responsible", "result", "besides")
    for one, other in zip(kept.items, read.items, strict=True):
        assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]
        assert one.indicator_plan == other.indicator_by_year


def test_the_same_file_again_changes_nothing(services):
    first = load(services)
    again = services.road_maps.preview(SCHOOL)
    assert again.known_id == first
    saved = services.road_maps.commit(again)
    assert (saved.record_id, bool(saved.changes)) == (first, False)
    assert len(services.road_maps.rows()) == 1


def test_loading_is_one_step_that_can_be_undone(services):
    load(services)
    services.history.undo()
    assert services.road_maps.rows() == []
    services.history.redo()
    assert len(services.road_maps.rows()) == 1


def test_the_days_of_a_deadline_are_known(services, short_plan):
    reports = item(services, short_plan, "2")
    assert [one.due_on for one in reports.occurrences] == [
        date(2026, 9, 25), date(2026, 12, 25), date(2027, 3, 25), date(2027, 6, 25),
    ]  # fmt: skip
    assert "25" in reports.deadline_words


def test_what_has_no_day_is_marked_once_a_year(services, short_plan):
    (advice,) = item(services, short_plan, "3").occurrences
    assert advice.state_on(date(2026, 12, 1)) is OccurrenceState.UNDATED
    services.road_map_marks.set_mark(advice.key, Mark(MarkStatus.DONE, date(2026, 9, 7)))
    (marked,) = item(services, short_plan, "3").occurrences
    assert marked.state_on(date(2026, 12, 1)) is OccurrenceState.DONE


def test_a_corrected_deadline_counts_and_the_phrase_stays(services, short_plan):
    order = item(services, short_plan, "1")
    services.road_maps.save_item(replace(order, corrected_deadline="до 15 октября 2026 г."))
    changed = item(services, short_plan, "1")
    assert changed.deadline == "до 10 сентября 2026 г."
    assert [one.due_on for one in changed.occurrences] == [date(2026, 10, 15)]


def test_items_are_moved_numbered_and_deleted(services, short_plan):
    ids = [one.item_id for one in services.road_maps.road_map(short_plan).items]
    services.road_maps.move_items(short_plan, [ids[2]], ids[0], ("Начало",))
    services.road_maps.renumber(short_plan)
    kept = services.road_maps.road_map(short_plan)
    assert [one.item_id for one in kept.items] == [ids[2], ids[0], ids[1]]
    assert [one.number for one in kept.items] == ["1.1", "1", "2"]
    services.road_maps.rename_section(short_plan, ("Начало",), "Подготовка")
    assert services.road_maps.road_map(short_plan).items[0].sections == ("Подготовка",)
    services.road_maps.delete_items([ids[0]])
    assert len(services.road_maps.road_map(short_plan).items) == 2


def test_a_new_item_comes_to_its_place(services, short_plan):
    services.road_maps.save_item(KeptItem(short_plan, position=1, event="Провести собрание"))
    events = [one.event for one in services.road_maps.road_map(short_plan).items]
    assert events[1] == "Провести собрание"
    assert len(events) == 4


def test_an_item_without_words_is_refused(services, short_plan):
    with pytest.raises(RuleViolation, match="название мероприятия"):
        services.road_maps.save_item(KeptItem(short_plan, event=" "))


def test_an_item_fulfils_one_of_a_higher_road_map(services, short_plan):
    board = services.road_maps.road_map(load(services, BOARD))
    order = item(services, short_plan, "1")
    services.road_maps.save_item(replace(order, fulfils_id=board.items[0].item_id))
    assert item(services, short_plan, "1").fulfils_id == board.items[0].item_id
    services.road_maps.delete(board.head.road_map_id)
    assert item(services, short_plan, "1").fulfils_id is None
    services.history.undo()
    assert item(services, short_plan, "1").fulfils_id == board.items[0].item_id
    with pytest.raises(RuleViolation, match="вышестоящей"):
        services.road_maps.save_item(replace(order, fulfils_id=order.item_id))


def test_done_moved_and_not_done_are_written_down(services, short_plan):
    first, second, third, _ = item(services, short_plan, "2").occurrences
    marks = services.road_map_marks
    marks.set_mark(first.key, Mark(MarkStatus.DONE, date(2026, 9, 7)))
    moved = Mark(MarkStatus.MOVED, moved_to=date(2027, 1, 15), reason="каникулы")
    marks.set_mark(second.key, moved)
    marks.set_mark(third.key, Mark(MarkStatus.NOT_DONE, reason="карантин"))
    found = item(services, short_plan, "2").occurrences
    day = date(2027, 1, 16)
    assert [one.state_on(day) for one in found] == [
        OccurrenceState.DONE,
        OccurrenceState.OVERDUE,
        OccurrenceState.NOT_DONE,
        OccurrenceState.DUE,
    ]
    assert found[1].due_on == date(2027, 1, 15)
    marks.clear_mark(second.key)
    assert item(services, short_plan, "2").occurrences[1].mark is None


@pytest.mark.parametrize(
    ("mark", "field"),
    [
        (Mark(MarkStatus.DONE), "done_on"),
        (Mark(MarkStatus.DONE, date(2099, 1, 1)), "done_on"),
        (Mark(MarkStatus.MOVED, reason="каникулы"), "moved_to"),
        (Mark(MarkStatus.NOT_DONE, reason=" "), "reason"),
    ],
)
def test_a_mark_that_says_too_little_is_refused(services, short_plan, mark, field):
    (order,) = item(services, short_plan, "1").occurrences
    with pytest.raises(RuleViolation) as refused:
        services.road_map_marks.set_mark(order.key, mark)
    assert refused.value.field == field


def test_evidence_is_kept_and_given_back(services, short_plan, tmp_path):
    (order,) = item(services, short_plan, "1").occurrences
    marks = services.road_map_marks
    mark_id = marks.set_mark(order.key, Mark(MarkStatus.DONE, date(2026, 9, 8))).record_id
    scan = tmp_path / "протокол.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    file_id = marks.add_evidence(mark_id, Evidence(EvidenceKind.FILE), scan).record_id
    paper = Evidence(EvidenceKind.DOCUMENT, "Протокол педсовета", "3", date(2026, 9, 1))
    marks.add_evidence(mark_id, paper)
    (marked,) = item(services, short_plan, "1").occurrences
    assert [one.kind for one in marked.mark.evidence] == [EvidenceKind.FILE, EvidenceKind.DOCUMENT]
    assert replace(marked.mark.evidence[1], evidence_id=0) == paper
    assert marks.evidence_file(file_id).content == b"%PDF-1.4 scan"
    marks.delete_evidence(file_id)
    with pytest.raises(RuleViolation):
        marks.evidence_file(file_id)


def test_what_is_due_is_told_by_days(services, short_plan):
    day = services.school.today()
    assert day < date(2027, 3, 1)
    found = services.road_map_marks.occurrences(date(2026, 9, 1), date(2026, 12, 31), short_plan)
    assert [one.number for one in found] == ["1", "2", "2"]


def test_an_order_that_approves_it_may_be_linked(services, short_plan):
    order_id = services.orders.register_external("5-од", date(2026, 9, 1), "О карте").record_id
    head = services.road_maps.road_map(short_plan).head
    services.road_maps.save_head(replace(head, order_id=order_id))
    assert services.road_maps.road_map(short_plan).head.order_id == order_id
    with pytest.raises(RuleViolation, match="приказа"):
        services.road_maps.save_head(replace(head, order_id=999))


def test_an_order_on_a_road_map_takes_the_kept_one_as_its_annex(services, short_plan):
    offer = services.orders.new_draft(YEAR, (), OrderKind.ROAD_MAP)
    (stage,) = offer.draft.details.stages
    assert [line.event for line in stage.lines] == [
        "Издать приказ", "Собирать отчёты", "Консультировать",
    ]  # fmt: skip


def test_the_years_of_a_road_map_decide_its_days(services, short_plan):
    head = services.road_maps.road_map(short_plan).head
    moved = replace(
        head, read_in=head.read_in.moved(1), begins_on=date(2027, 9, 1), ends_on=date(2028, 8, 31)
    )
    services.road_maps.save_head(moved)
    reports = item(services, short_plan, "2")
    assert reports.occurrences[0].due_on == date(2027, 9, 25)
    with pytest.raises(RuleViolation, match="раньше"):
        services.road_maps.save_head(replace(head, ends_on=date(2020, 1, 1)))


def test_the_way_of_numbering_is_kept_and_undone(services, base, short_plan):
    from db import journal

    services.road_maps.renumber(short_plan)
    assert services.road_maps.road_map(short_plan).head.is_self_numbered
    services.road_maps.keep_numbers(short_plan)
    assert not services.road_maps.road_map(short_plan).head.is_self_numbered
    journal.undo(base)
    assert services.road_maps.road_map(short_plan).head.is_self_numbered
