"""The view «Кому нужен наставник»: its people, and a column of reasons only there."""

from tests import factory
from ui.item_models.people_columns import REASONS, WANTING


def headings(seen):
    return seen.page.records.table.shown_table().headings


def test_the_view_shows_people_with_reasons(open_window, services):
    factory.make_mentor(services)
    factory.make_mentee(services)
    seen = open_window("people")
    assert REASONS not in headings(seen)
    seen.page.records.filters.choose(WANTING)
    seen.settle()
    (row,) = seen.rows()
    assert row[0] == "Петров Иван Ильич"
    reason = row[headings(seen).index(REASONS)]
    assert reason == "педстаж 1\u00a0год"
    seen.page.records.filters.choose("all")
    seen.settle()
    assert REASONS not in headings(seen)


def test_what_is_shown_meanwhile_is_not_kept(open_window, services):
    factory.make_mentee(services)
    seen = open_window("people")
    look = seen.page.records.table.look
    seen.page.records.filters.choose(WANTING)
    hidden = next(at for at, column in enumerate(look._model.columns) if column.title == "Почта")
    look.show_column(hidden, is_shown=True)
    seen.page.records.filters.choose("all")
    assert "Почта" in headings(seen)
    assert REASONS not in headings(seen)
