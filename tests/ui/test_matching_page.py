"""The page «Подбор»: proposals, changes by hand with the mouse and the keyboard, pairs made."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from nastavnik_desktop.domain.matching.assignment import Goal
from nastavnik_desktop.domain.matching.settings import MatchSettings
from nastavnik_desktop.domain.people import PoolSide
from tests.factory import TODAY, YEAR, make_mentee, make_person
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.requests import MatchMentees


def mentor_of_pool(services, last_name, capacity=1):
    side = PoolSide(joined_on=TODAY, capacity=capacity, strengths=("классное руководство",))
    return make_person(services, last_name, months=240, mentor_side=side)


@pytest.fixture
def people(services):
    """Two mentors with a place each, three young teachers: one too many."""
    mentors = [mentor_of_pool(services, name) for name in ("Абрамова", "Яковлева")]
    return mentors, [make_mentee(services, name) for name in ("Агапов", "Бобров", "Ветров")]


def couples(seen):
    return [line.key for line in seen.page.view.proposals.lines]


def left(seen):
    return [line.key for line in seen.page.view.mentees.lines]


def drop(seen, source, key, target, upon):
    """Drag a line of a column upon a line of another one, as the mouse would."""
    assert source.pick(key)
    data = source.mimeData(source.selectedItems())
    row = [line.key for line in target.lines].index(upon)
    place = QPointF(target.visualItemRect(target.item(row)).center())
    keys, mouse = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    move = QDragMoveEvent(place.toPoint(), Qt.DropAction.LinkAction, data, mouse, keys)
    target.dragMoveEvent(move)
    if not move.isAccepted():
        return False
    event = _Drop(place, Qt.DropAction.LinkAction, data, mouse, keys)
    event.source = lambda: source
    target.dropEvent(event)
    seen.settle()
    return True


class _Drop(QDropEvent):
    """A drop whose source can be told: without a screen nothing is dragged really."""


def test_the_board_shows_proposals_with_reasons_and_who_is_left(open_window, people):
    mentors, mentees = people
    seen = open_window("matching")
    assert couples(seen) == list(zip(mentors, mentees[:2], strict=True))
    assert left(seen) == mentees[2:]
    assert "места у подходящих наставников отданы другим" in seen.page.view.mentees.lines[0].note
    assert "тот же предмет: физика" in seen.page.view.proposals.lines[0].note
    said = [text.replace("\u00a0", " ") for text in texts_in(seen.page.view)]
    assert "Без наставника 3, свободных мест 2 у 2 наставников" in said
    assert any("Мест не хватит 1 наставляемому" in text for text in said)
    assert [line.badge for line in seen.page.view.mentors.lines] == ["0 из 1", "0 из 1"]


def test_a_mentee_dragged_upon_a_mentor_is_fixed_and_the_rest_goes_around(open_window, people):
    mentors, mentees = people
    seen = open_window("matching")
    view = seen.page.view
    assert drop(seen, view.mentees, mentees[2], view.mentors, mentors[0])
    assert (mentors[0], mentees[2]) in couples(seen)
    assert any("Закреплено: Абрамова" in text for text in seen.notice)
    seen.click("Отменить", seen.window.status.notices)
    assert (mentors[0], mentees[2]) not in couples(seen)


def test_a_mentor_may_be_dragged_upon_a_proposal_but_not_upon_a_mentor(open_window, people):
    mentors, mentees = people
    seen = open_window("matching")
    view = seen.page.view
    assert not drop(seen, view.mentors, mentors[0], view.mentors, mentors[1])
    assert drop(seen, view.mentors, mentors[1], view.proposals, (mentors[0], mentees[0]))
    assert (mentors[1], mentees[0]) in couples(seen)


def test_enter_chooses_a_mentor_without_the_mouse(open_window, people):
    mentors, mentees = people
    seen = open_window("matching")
    seen.page.view.mentees.pick(mentees[2])
    seen.prompts.answer("ask_choice", 1)
    QTest.keyClick(seen.page.view.mentees, Qt.Key.Key_Return)
    seen.settle()
    assert (mentors[1], mentees[2]) in couples(seen)
    seen.page.view.proposals.pick((mentors[1], mentees[2]))
    assert "Снять закрепление" in [each.text for each in seen.page.details.buttons]
    seen.page.release((mentors[1], mentees[2]))
    seen.settle()
    assert left(seen) == mentees[2:]


def test_the_pane_says_why_and_offers_others(open_window, people):
    mentors, mentees = people
    seen = open_window("matching")
    seen.page.view.proposals.pick((mentors[0], mentees[0]))
    why, others, _people = seen.page.details.sections
    assert "тот же предмет: физика" in [item.text[2:] for item in why.items]
    assert others.items[0].note.startswith("места отданы другим: Бобров")
    others.items[0].run()
    seen.settle()
    assert (mentors[1], mentees[0]) in couples(seen)
    seen.page.view.mentors.pick(mentors[0])
    assert seen.page.details.sections[0].items[0].value == "свободно 1 из 1"
    seen.page.view.mentees.pick(mentees[2])
    assert seen.page.details.title == "Ветров Иван Ильич"
    seen.page.put_away_details()
    assert seen.page.details is None


def test_a_forbidden_pair_is_proposed_no_more_until_it_is_allowed(open_window, people):
    mentors, mentees = people
    seen = open_window("matching")
    seen.page.forbid((mentors[0], mentees[0]))
    seen.settle()
    assert (mentors[0], mentees[0]) not in couples(seen)
    assert not seen.page.view.bans.isHidden()
    seen.prompts.answer("ask_draft", lambda kept: kept[1:])
    seen.click("Не назначать: 1")
    assert seen.page.view.bans.isHidden()


def test_a_pair_by_hand_that_cannot_be_is_said(open_window, people, services):
    mentors, mentees = people
    services.matching.ban((mentors[0], mentees[0]))
    seen = open_window("matching")
    seen.page.fix((mentors[0], mentees[0]))
    seen.settle()
    assert any("составить нельзя" in text for text in seen.notice)
    assert (mentors[0], mentees[0]) not in couples(seen)


def test_all_proposals_become_pairs_and_can_be_taken_back(open_window, people, services):
    seen = open_window("matching", "pairings")
    seen.click("Создать 2\u00a0пары")
    assert len(services.pairings.rows(YEAR)) == 2
    assert couples(seen) == []
    seen.click("Отменить", seen.window.status.notices)
    assert services.pairings.rows(YEAR) == []
    assert len(couples(seen)) == 2


def test_one_pair_is_made_and_opened(open_window, people, services):
    mentors, mentees = people
    seen = open_window("matching", "pairings")
    seen.page.accept([(mentors[0], mentees[0])])
    seen.settle()
    seen.click("Открыть пары", seen.window.status.notices)
    assert seen.window.pages.front_name == "pairings"
    assert len(seen.rows()) == 1


def test_rules_are_changed_in_words(open_window, people, services):
    seen = open_window("matching")
    wanted = MatchSettings(threshold=50, goal=Goal.SUM)
    seen.prompts.answer("ask_draft", lambda known: replace(known, threshold=999))
    seen.prompts.answer("ask_draft", lambda _known: wanted)
    seen.click("Изменить правила")
    assert services.matching.settings() == wanted
    assert couples(seen) == []
    assert "ниже порога 50" in seen.page.view.mentees.lines[0].note


def test_the_rules_dialog_keeps_every_setting(qapp):
    from ui.dialogs.match_rules_dialog import MatchRulesDialog

    weights = dict.fromkeys(MatchSettings().weights, 7)
    draft = MatchSettings(weights, 12, Goal.SUM, is_subject_required=True)
    dialog = MatchRulesDialog(None)
    dialog.begin(draft)
    assert dialog.draft() == draft
    assert nameless(dialog) == []
    dialog.deleteLater()


def test_only_mentees_that_another_page_named_are_matched(open_window, people):
    _mentors, mentees = people
    seen = open_window("matching")
    seen.window.open_page("matching", MatchMentees((mentees[2],)))
    seen.settle()
    assert [couple[1] for couple in couples(seen)] == mentees[2:]
    seen.click("Показать всех")
    assert len(couples(seen)) == 2


def test_a_form_of_others_has_nobody_and_says_so(open_window, people):
    seen = open_window("matching")
    form = seen.page.view.form
    form.setCurrentIndex(form.findData("student-student"))
    form.activated.emit(form.currentIndex())
    seen.settle()
    assert not seen.page.view.empty.isHidden()
    assert seen.page.view.board.isHidden()


def test_the_page_of_pairs_leads_here(open_window, people):
    seen = open_window("pairings", "matching")
    seen.click("Подобрать")
    assert seen.window.pages.front_name == "matching"
    assert len(couples(seen)) == 2


@pytest.mark.parametrize("size", [(1366, 768), (700, 600)])
def test_everything_has_a_name_and_nothing_is_cut(open_window, people, size):
    seen = open_window("matching")
    seen.window.resize(*size)
    seen.settle()
    assert nameless(seen.page.view) == []
    assert cut_texts(seen.page.view) == []
    assert all("Абрамова" in item.text() or "Яковлева" in item.text() for item in _items(seen))


def _items(seen):
    column = seen.page.view.mentors
    return [column.item(row) for row in range(column.count())]


def test_foreign_things_cannot_be_dropped(open_window, people):
    seen = open_window("matching")
    column = seen.page.view.mentors
    place = column.visualItemRect(column.item(0)).center()
    keys, mouse = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    data = QMimeData()
    move = QDragMoveEvent(place, Qt.DropAction.CopyAction, data, mouse, keys)
    column.dragMoveEvent(move)
    assert not move.isAccepted()
