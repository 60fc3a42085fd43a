"""Evidence of an item: of the program, of the web, of the disc; taken away and given back."""

from datetime import date
from pathlib import Path

import pytest

from nastavnik_desktop.domain.road_maps.kept import Evidence, EvidenceKind, Mark, MarkStatus
from tests.factory import TODAY, make_order
from tests.ui.widget_walk import nameless

PLAN = (
    "Дорожная карта на 2026/27 учебный год\n"
    "№;Мероприятие;Срок;Ответственный;Результат\n"
    "1;Издать приказ;до 1 сентября 2026 г.;Куратор;Приказ\n"
)


@pytest.fixture
def road_map(services, tmp_path):
    path = tmp_path / "план.csv"
    path.write_text(PLAN, "utf-8")
    return services.road_maps.commit(services.road_maps.preview(path)).record_id


@pytest.fixture
def mark(services, road_map):
    """The mark of the only item, done."""
    (item,) = services.road_maps.road_map(road_map).items
    done = Mark(MarkStatus.DONE, done_on=TODAY)
    return services.road_map_marks.set_mark(item.occurrences[0].key, done).record_id


@pytest.fixture
def seen(open_window, mark):
    seen = open_window("road_map", "orders", "registers")
    pick(seen)
    return seen


def pick(seen):
    seen.page.records.table.pick({seen.page._rows[0].item.item_id})
    seen.settle()


def evidence(seen):
    section = next(s for s in seen.page.details.sections if s.title == "Подтверждение")
    return [row for row in section.items if getattr(row, "remove", None) is not None]


def add(seen, way, answer):
    seen.prompts.answer("ask_choice", way)
    seen.prompts.answer(*answer)
    seen.page.add_evidence(seen.page._rows[0].item.occurrences[0].mark.mark_id)
    seen.settle()
    (row,) = evidence(seen)
    return row


def test_an_order_of_the_program_shows_that_it_was_done(open_window, services, mark):
    order_id = make_order(services)
    seen = open_window("road_map", "orders")
    pick(seen)
    row = add(seen, 2, ("ask_choice", 0))
    assert row.text == services.orders.row(order_id).title
    row.run()
    seen.settle()
    assert [one.order_id for one in seen.page.picked()] == [order_id]


def test_without_orders_in_force_the_page_says_so(seen):
    seen.prompts.answer("ask_choice", 2)
    seen.page.add_evidence(seen.page._rows[0].item.occurrences[0].mark.mark_id)
    seen.settle()
    assert any("нет созданных приказов" in words for words in seen.notice)


def test_a_list_of_the_program_opens_on_its_page(seen):
    row = add(seen, 3, ("ask_choice", 0))
    assert row.text == "Базы наставников и наставляемых"
    row.run()
    seen.settle()
    assert seen.window.pages.front_name == "registers"


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("https://school17.example.ru/news/5", "https://school17.example.ru/news/5"),
        ("www.example.ru", "http://www.example.ru"),
        ("/srv/отчёты/отчёт.pdf", Path("/srv/отчёты/отчёт.pdf")),
        ("file.exe", Path("file.exe")),
    ],
)
def test_an_address_opens_in_the_browser_and_a_path_in_the_system(seen, link, opened):
    answer = Evidence(EvidenceKind.LINK, "Новость", link=link)
    row = add(seen, 1, ("ask_draft", lambda _evidence: answer))
    row.run()
    seen.settle()
    assert seen.prompts.opened == [opened]


def test_a_paper_outside_the_program_is_only_named(seen):
    answer = Evidence(EvidenceKind.DOCUMENT, "Протокол", "3", date(2026, 9, 5))
    row = add(seen, 1, ("ask_draft", lambda _evidence: answer))
    assert row.text == "Протокол № 3 от 05.09.2026"
    row.run()
    seen.settle()
    assert any("вне программы" in words for words in seen.notice)


def test_evidence_is_taken_away_and_comes_back_with_its_file(seen, services, tmp_path):
    path = tmp_path / "фото.jpg"
    path.write_bytes(b"\xff\xd8 picture")
    row = add(seen, 0, ("choose_file_to_open", path))
    assert nameless(seen.window.details) == []
    row.remove()
    seen.settle()
    assert evidence(seen) == []
    seen.click("Отменить", seen.window.status)
    assert len(evidence(seen)) == 1
    kept = seen.page._rows[0].item.occurrences[0].mark.evidence[0]
    assert services.road_map_marks.evidence_file(kept.evidence_id).content == path.read_bytes()
