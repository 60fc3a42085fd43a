"""The card of a person: what it shows, what it refuses, what it keeps while it is open."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QTabBar

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    Mark,
    MarkKind,
    OutsideKind,
    PersonDraft,
    PersonKind,
    PoolSide,
    QualificationCategory,
    ServiceLength,
)
from nastavnik_desktop.services.people import name_in_case
from tests.factory import TODAY, YEAR, make_person, student_draft, teacher_draft
from tests.ui.widget_walk import nameless
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.person_part import CardContext

FULL_CARD = replace(
    teacher_draft("Щёголева", person_id=7),
    former_last_name="Иванова",
    birth_date=date(1990, 2, 28),
    phone="+79000000001",
    email="s@school.example",
    address="г. Заречный",
    notes="два языка",
    employment=EmploymentDraft(
        "учитель",
        "физика",
        "естественные науки",
        QualificationCategory.HIGHEST,
        date(2024, 3, 1),
        None,
        "высшее",
        date(2015, 9, 1),
        None,
        True,
        ServiceLength(140, date(2026, 9, 1)),
        ServiceLength(130, date(2026, 9, 1)),
    ),
    mentor_side=PoolSide(
        joined_on=TODAY, strengths=("проекты", "ЕГЭ"), capacity=2, link="https://school.example"
    ),
    mentee_side=PoolSide(joined_on=TODAY, needs=("ведение журнала",), reason="новая школа"),
    case_forms={"genitive": "Щёголевой Анны Петровны"},
)
STUDENT_CARD = replace(
    student_draft(person_id=8),
    marks=(Mark(MarkKind.GIFTED, date(2025, 9, 1), date(2026, 5, 31)),),
)
GUEST_CARD = PersonDraft(
    name=FullName("Гостев", "Пётр"),
    person_id=9,
    kind=PersonKind.OUTSIDE,
    outside_kind=OutsideKind.ORGANISATION,
    organisation="ООО «Завод»",
    employment=EmploymentDraft("инженер"),
    birth_year=1980,
)


def guesses(draft):
    return {case: name_in_case(draft.name, draft.sex, draft.case_forms, case) for case in Case}


@pytest.fixture
def kept():
    return []


@pytest.fixture
def open_card(qtbot, kept):
    """Opens a card and answers its dialog."""

    def open_it(draft, problems=()):
        context = CardContext(YEAR, TODAY, ("учитель", "педагог-психолог"), ("физика",))
        dialog = PersonDialog(None, "Карточка", context, guesses, kept.append)
        qtbot.addWidget(dialog)
        dialog.begin(draft, problems)
        dialog.show()
        return dialog

    return open_it


def tabs_of(dialog):
    tabs = dialog.findChild(QTabBar)
    return [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabVisible(at)]


def front_of(dialog):
    tabs = dialog.findChild(QTabBar)
    return tabs.tabText(tabs.currentIndex())


@pytest.mark.parametrize("card", [FULL_CARD, STUDENT_CARD, GUEST_CARD, teacher_draft()])
def test_a_card_gives_back_what_it_was_given(open_card, card):
    dialog = open_card(card)
    assert dialog.draft() == card
    assert not dialog.is_changed()


@pytest.mark.parametrize(
    ("card", "tab"), [(FULL_CARD, "Работа"), (STUDENT_CARD, "Класс"), (GUEST_CARD, "Организация")]
)
def test_each_kind_has_its_own_part(open_card, card, tab):
    ties = {"Работа", "Класс", "Организация"}
    assert ties & set(tabs_of(open_card(card))) == {tab}


def test_another_kind_brings_another_part_and_other_rules(open_card):
    dialog = open_card(teacher_draft())
    dialog.parts.field("kind").set_value(PersonKind.STUDENT)
    assert "Класс" in tabs_of(dialog)
    dialog.parts.field("school_class").setText("5 а")
    draft = dialog.draft()
    assert (draft.kind, draft.school_class) == (PersonKind.STUDENT, "5А")


def test_typing_goes_into_the_draft(open_card):
    dialog = open_card(PersonDraft(employment=EmploymentDraft()))
    form = dialog.parts
    form.field("last_name").setText(" Ким ")
    form.field("first_name").setText("Ира")
    form.field("birth_year").setText("1979")
    form.field("position_title").setText("учитель")
    form.field("teaching_service").set_length(ServiceLength(18, TODAY))
    form.field("phone").setText("+79000000005")
    draft = dialog.draft()
    assert draft.name == FullName("Ким", "Ира")
    assert draft.birth_year == 1979
    assert draft.employment == EmploymentDraft("учитель", teaching_service=ServiceLength(18, TODAY))


def test_a_list_of_strengths_is_written_a_line_each(open_card):
    dialog = open_card(FULL_CARD)
    dialog.parts.field("strengths").note.setPlainText("проекты\n\n  олимпиады ")
    assert dialog.draft().mentor_side.strengths == ("проекты", "олимпиады")


def test_without_the_mark_of_the_year_there_is_no_side(open_card):
    dialog = open_card(FULL_CARD)
    dialog._others[0]._is_in.setChecked(False)
    assert dialog.draft().mentor_side is None
    assert not dialog.parts.field("strengths").isEnabled()
    dialog._others[0]._is_in.setChecked(True)
    assert dialog.draft().mentor_side == FULL_CARD.mentor_side


def test_an_error_opens_its_part_and_stands_beside_its_field(open_card):
    dialog = open_card(FULL_CARD)
    dialog.parts.field("left_on").set_day(date(2000, 1, 1))
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert front_of(dialog) == "Работа"
    assert dialog.parts.message_of("left_on") == "Дата ухода раньше даты приёма."


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("birth_date", "30.02.2020", "Дата не понята"),
        ("birth_date", "01.01.1825", "не может быть раньше 1900"),
        ("last_name", "", "Укажите фамилию"),
        ("notes", "я" * 10_000, "Слишком длинный текст"),
        ("capacity", "два", "Напишите число цифрами"),
        ("case_dative", "Щёголевой", "Впишите имя целиком, 3 слова"),
    ],
)
def test_what_cannot_be_saved_is_said_in_words(open_card, field, text, said):
    dialog = open_card(FULL_CARD)
    widget = dialog.parts.field(field)
    (getattr(widget, "setText", None) or widget.setPlainText)(text)
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert said in dialog.parts.message_of(field).replace("\u00a0", " ")


def test_a_warning_does_not_stop(open_card):
    dialog = open_card(teacher_draft(email="без собаки"))
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_guess_of_a_case_is_grey_and_follows_the_name(open_card):
    dialog = open_card(teacher_draft("Ким", "Ира", ""))
    dialog.parts.field("last_name").setText("Белова")
    dialog.open_cases()
    assert dialog.parts.field("case_dative").placeholderText() == "Беловой Ире"
    assert dialog.draft().case_forms == {}


def test_a_changed_card_is_kept_and_an_untouched_one_is_not(open_card, kept):
    dialog = open_card(FULL_CARD)
    dialog.keep_draft()
    assert kept == []
    dialog.parts.field("phone").setText("+79000000009")
    dialog.keep_draft()
    dialog.keep_draft()
    assert [draft.phone for draft in kept] == ["+79000000009"]


def test_escape_asks_before_a_restored_card_is_lost(open_card):
    dialog = open_card(FULL_CARD)
    dialog.is_unsaved = True
    dialog.reject()
    assert dialog.isVisible()


def test_every_field_has_a_name(open_card):
    dialog = open_card(FULL_CARD)
    assert nameless(dialog) == []


# With the page and the base


def test_a_new_person_is_saved_and_shown(open_window, services):
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda _draft: teacher_draft("Ким"))
    seen.page.cards.add(PersonKind.STAFF)
    seen.settle()
    seen.click("Показать", seen.window.status.notices)
    assert [row.name.last_name for row in seen.page.picked()] == ["Ким"]
    assert services.unsaved_cards.pending_drafts() == []


def test_what_the_base_refuses_comes_back_with_what_was_typed(open_window, services):
    person_id = make_person(services)
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, name=FullName("")))
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, name=FullName("Новая")))
    seen.page.cards.edit(person_id)
    seen.settle()
    assert services.people.draft(person_id, YEAR).name == FullName("Новая")


def test_a_card_given_up_leaves_nothing_behind(open_window, services):
    person_id = make_person(services)
    seen = open_window("people")
    services.unsaved_cards.keep(services.people.draft(person_id, YEAR), YEAR)
    seen.prompts.answer("ask_draft", None)
    seen.page.cards.edit(person_id)
    seen.settle()
    assert services.unsaved_cards.pending_drafts() == []


@pytest.fixture
def left_behind(services):
    """A card that was open when the program ended; answers its person."""
    person_id = make_person(services)
    typed = replace(services.people.draft(person_id, YEAR), phone="+79000000077")
    services.unsaved_cards.keep(typed, YEAR)
    return person_id


def test_a_card_open_at_a_crash_is_offered_again(open_window, services, left_behind):
    seen = open_window("pairings", "people")
    seen.prompts.answer("ask_yes_no", True)
    seen.prompts.answer("ask_draft", lambda draft: draft)
    seen.window.open_page("people")
    seen.settle()
    assert services.people.draft(left_behind, YEAR).phone == "+79000000077"
    assert services.unsaved_cards.pending_drafts() == []
    seen.window.open_page("pairings")
    seen.window.open_page("people")
    seen.settle()


def test_a_card_left_behind_can_be_given_up(open_window, services, left_behind):
    seen = open_window("pairings", "people")
    seen.prompts.answer("ask_yes_no", False)
    seen.window.open_page("people")
    seen.settle()
    assert services.people.draft(left_behind, YEAR).phone == ""
    assert services.unsaved_cards.pending_drafts() == []
