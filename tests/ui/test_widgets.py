"""Small parts: chips, tasks, cards, details, labels, layouts."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.sample_school import PAIRS, details_of
from ui.pictures import settle
from ui.tokens import Tone
from ui.widgets.cards import StatCard, TaskFacts, TaskList
from ui.widgets.details_pane import DetailsPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_bar import ChipFacts, FilterBar, FilterFacts
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel, StatusPill, text_label

CHIPS = [ChipFacts("all", "Все", 14), ChipFacts("no_order", "Без приказа", 3)]
FORM = FilterFacts("form", "Форма", (("peer", "ученик – ученик"),))


def words(widget):
    settle()
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def button(widget, name):
    settle()
    named = (b for b in widget.findChildren(QPushButton) if name in (b.text(), b.accessibleName()))
    return next(named)


def test_exactly_one_chip_is_on(qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_chips(CHIPS)
    assert bar.chosen == "all"
    with qtbot.waitSignal(bar.changed):
        button(bar, CHIPS[1].caption).click()
    assert bar.chosen == "no_order"
    settle()
    assert [b.text() for b in bar.findChildren(QPushButton) if b.isChecked()] == [CHIPS[1].caption]


def test_a_choice_outlives_new_counts(qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_chips(CHIPS)
    bar.choose("no_order")
    bar.show_chips([ChipFacts("all", "Все", 20), ChipFacts("no_order", "Без приказа", 5)])
    assert bar.chosen == "no_order"


def test_a_filter_is_added_from_the_menu_and_removed_by_its_chip(qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_chips(CHIPS, [FORM])
    adder = button(bar, "+ фильтр")
    adder.menu().actions()[0].menu().actions()[0].trigger()
    assert bar.filters == {"form": "peer"}
    button(bar, "Убрать фильтр «Форма: ученик – ученик»").click()
    assert bar.filters == {}


def test_the_bar_says_how_many_rows_are_shown(qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_shown(7, 14)
    assert "7 из 14" in words(bar)
    bar.show_shown(14, 14)
    assert "14" in words(bar)


def test_a_task_is_done_by_its_button(qtbot):
    done = []
    tasks = TaskList()
    qtbot.addWidget(tasks)
    tasks.show_tasks([TaskFacts("2 пары без согласия", "", "Напечатать", lambda: done.append(1))])
    button(tasks, "Напечатать: 2 пары без согласия").click()
    assert done == [1]
    tasks.show_tasks([])
    settle()
    assert tasks.findChildren(QPushButton) == []


def test_a_figure_opens_by_mouse_and_keyboard(qtbot):
    card = StatCard("14", "пар и групп", "11 пар, 3 группы")
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.opened):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.opened):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.accessibleName() == "14 пар и групп. 11 пар, 3 группы"


def test_the_pane_shows_everything_tied_to_the_record(qtbot):
    pane = DetailsPane()
    qtbot.addWidget(pane)
    pane.show_details(details_of(PAIRS[0]))
    said = words(pane)
    assert "Иванова А. П. → Петров И. И." in said
    assert "08.09.2026 – 28.05.2027" in said
    assert button(pane, "Напечатать: Согласие наставника").text() == "Напечатать"
    states = {label.accessibleName() for label in pane.findChildren(QLabel)}
    assert "Согласие наставника: нет" in states


def test_the_pane_goes_away_with_nothing_selected(qtbot):
    pane = DetailsPane()
    qtbot.addWidget(pane)
    pane.show_details(details_of(PAIRS[0]))
    assert not pane.isHidden()
    pane.show_details(None)
    assert pane.isHidden()
    assert words(pane) == []


def test_an_empty_page_leads_on(qtbot):
    went = []
    empty = EmptyState("users", "Здесь будут люди", "Загрузите список.")
    qtbot.addWidget(empty)
    empty.add_action("Загрузить список…", lambda: went.append(1), "primary")
    button(empty, "Загрузить список…").click()
    assert went == [1]


def test_a_long_text_is_shortened_and_kept_whole_in_the_tooltip(qtbot):
    label = ElidedLabel("Муниципальное бюджетное общеобразовательное учреждение")
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.show()
    assert label.toolTip() == label.text() == label.accessibleName()
    label.resize(1000, 20)
    settle()
    assert label.toolTip() == ""


def test_a_state_changes_its_words_and_colour_together(qtbot):
    pill = StatusPill("черновик", Tone.NEUTRAL)
    qtbot.addWidget(pill)
    pill.show_state("действует", Tone.GOOD)
    assert (pill.text(), pill.property("tone")) == ("действует", "good")


def test_markup_in_a_name_is_only_text(qtbot):
    label = text_label("<b>Иванов</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_row_breaks_where_the_width_ends(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(10)
    holder.setLayout(flow)
    for _ in range(3):
        box = QWidget()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(219) == 50
    flow.setGeometry(QRect(0, 0, 219, 50))
    assert [flow.itemAt(at).geometry().topLeft().toTuple() for at in range(3)] == [
        (0, 0),
        (110, 0),
        (0, 30),
    ]
