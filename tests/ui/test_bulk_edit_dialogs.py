"""«Изменить у выбранных…»: the field and its value, what would change, the step."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.bulk_edit import BulkEdit, BulkField
from nastavnik_desktop.domain.people import PoolSide, QualificationCategory
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.widget_walk import nameless
from ui.dialogs.bulk_edit_dialog import BulkEditDialog, BulkPreviewDialog, BulkWish

KNOWN = {BulkField.SUBJECT: ["физика", "химия"]}


@pytest.fixture
def people(services):
    """Two teachers, the first a mentor, and a student; answers the ids."""
    return [
        factory.make_person(
            services, "Белова", mentor_side=PoolSide(joined_on=TODAY, strengths=("Методика",))
        ),
        factory.make_person(services, "Серова"),
        factory.make_student(services),
    ]


@pytest.fixture
def dialog(qtbot):
    made = BulkEditDialog(None, "3 человека", KNOWN)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "wish",
    [
        BulkWish(BulkField.SUBJECT, "химия"),
        BulkWish(BulkField.CATEGORY, "высшая", category_on=date(2026, 3, 1)),
        BulkWish(BulkField.STRENGTHS, "Методика;ЕГЭ", adds=False),
        BulkWish(BulkField.CONSENT_TO_PROCESSING, "05.09.2026"),
        BulkWish(BulkField.CAPACITY, "2"),
    ],
)
def test_a_wish_is_shown_and_given_back(dialog, wish):
    dialog.begin(wish)
    assert dialog.draft() == wish
    assert dialog.problems(wish) == []
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (BulkWish(BulkField.CAPACITY, "много"), "не число"),
        (BulkWish(BulkField.CONSENT_TO_PROCESSING, ""), "Укажите день подписания"),
        (BulkWish(BulkField.CONSENT_TO_PROCESSING, "вчера"), "не понята"),
    ],
)
def test_a_value_that_is_not_understood_is_told_beside_its_field(dialog, wish, words):
    dialog.begin(wish)
    (problem,) = dialog.problems(dialog.draft())
    assert problem.field == "value"
    assert words in problem.message


def test_a_list_is_added_to_or_replaced():
    wish = BulkWish(BulkField.STRENGTHS, "Методика;ЕГЭ")
    edit = BulkEdit(BulkField.STRENGTHS, ("Методика", "ЕГЭ"), adds=True)
    assert wish.edit == edit
    assert not BulkWish(BulkField.SUBJECT, "химия").edit.adds


def test_known_values_are_proposed(dialog):
    dialog.begin(BulkWish(BulkField.SUBJECT))
    proposer = dialog.value.focusProxy().completer()
    assert proposer.model().stringList() == ["физика", "химия"]


def test_the_preview_tells_each_outcome(qtbot, services, people):
    edit = BulkEdit.of_text(BulkField.SUBJECT, "химия")
    services.bulk_edit.commit(services.bulk_edit.preview(people[:1], edit, YEAR), YEAR)
    preview = services.bulk_edit.preview(people, edit, YEAR)
    dialog = BulkPreviewDialog(None, preview)
    qtbot.addWidget(dialog)
    dialog.begin(preview)
    assert dialog.saving.text().replace("\u00a0", " ") == "Изменить у 1 человека"
    assert [list(row) for row in dialog.table.shown_table().rows] == [
        ["Серова Анна Петровна", "физика", "химия", "изменится"]
    ]
    dialog.filters.choose("all")
    outcomes = [row[3] for row in dialog.table.shown_table().rows]
    assert outcomes == ["уже так", "изменится", "не сотрудник школы"]


def test_where_nothing_changes_nothing_can_be_saved(qtbot, services, people):
    edit = BulkEdit.of_text(BulkField.SUBJECT, "физика")
    preview = services.bulk_edit.preview(people, edit, YEAR)
    dialog = BulkPreviewDialog(None, preview)
    qtbot.addWidget(dialog)
    dialog.begin(preview)
    assert not dialog.saving.isEnabled()
    assert dialog.problems(preview)


def test_the_chosen_are_changed_together_and_back_together(open_window, services, people):
    seen = open_window("people")
    seen.page.records.table.pick(set(people))
    seen.settle()
    wanted = BulkWish(BulkField.CATEGORY, "высшая", category_on=date(2026, 3, 1))
    seen.prompts.answer("ask_draft", lambda _wish: wanted)
    seen.prompts.answer("ask_draft", lambda preview: preview)
    seen.click("Изменить у выбранных…", seen.window.details)
    works = [services.people.draft(one, YEAR).employment for one in people[:2]]
    assert {(work.category, work.category_on) for work in works} == {
        (QualificationCategory.HIGHEST, date(2026, 3, 1))
    }
    seen.click("Отменить", seen.window.status.notices)
    assert services.people.draft(people[0], YEAR).employment.category is None


def test_a_preview_that_is_closed_changes_nothing(open_window, services, people):
    seen = open_window("people")
    seen.page.records.table.pick(set(people))
    seen.settle()
    seen.prompts.answer("ask_draft", lambda wish: replace(wish, text="методист"))
    seen.prompts.answer("ask_draft", None)
    seen.click("Изменить у выбранных…", seen.window.details)
    assert services.people.draft(people[0], YEAR).employment.position_title == "учитель"


def test_one_person_is_edited_in_the_card_alone(open_window, people):
    seen = open_window("people")
    seen.page.records.table.pick({people[0]})
    seen.settle()
    words = [action.text() for action in seen.page.records.table.make_menu().actions()]
    assert "Изменить у выбранных…" not in words
