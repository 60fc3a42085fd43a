"""A year's timeline: bars never cover each other, the keyboard reaches them all."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.widgets.dated_mark import DatedMark
from ui.widgets.lanes import laid_in_lanes
from ui.widgets.timeline import Timeline

FIRST, LAST = date(2026, 8, 1), date(2027, 7, 31)
TODAY = date(2026, 9, 12)
MARKS = (
    DatedMark("order", "Утвердить рабочую группу", date(2026, 8, 1), date(2026, 8, 30)),
    DatedMark("base", "Обновить базу", date(2026, 9, 1), date(2026, 9, 15), state="3 дня"),
    DatedMark("meetings", "Встречи пар", date(2026, 9, 1), date(2027, 5, 31)),
    DatedMark("survey", "Мониторинг", date(2026, 12, 25), date(2026, 12, 25)),
)
DAYS = st.dates(FIRST - timedelta(days=90), LAST + timedelta(days=90))
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 300)), max_size=40)


def shown(qtbot, marks=MARKS):
    timeline = Timeline("Сроки года")
    qtbot.addWidget(timeline)
    timeline.resize(900, 200)
    timeline.show_marks(FIRST, marks, TODAY)
    timeline.show()
    return timeline


def point_of(timeline, key):
    """Some point inside the bar of a mark, found as a hand with a mouse would."""
    rect = timeline.rect()
    points = (QPoint(x, y) for y in range(0, rect.height(), 4) for x in range(0, rect.width(), 4))
    return next(p for p in points if (m := timeline.mark_at(p)) is not None and m.key == key)


@given(SPANS)
def test_bars_of_one_lane_never_overlap_and_stay_inside(spans):
    marks = [DatedMark(at, "", day, day + timedelta(days=n)) for at, (day, n) in enumerate(spans)]
    bars = laid_in_lanes(marks, FIRST, LAST)
    for bar in bars:
        assert FIRST <= bar.first <= bar.last <= LAST
        others = [each for each in bars if each.lane == bar.lane and each is not bar]
        assert all(each.last < bar.first or each.first > bar.last for each in others)


@given(SPANS)
def test_no_mark_of_the_year_is_lost_and_no_other_is_shown(spans):
    marks = [DatedMark(at, "", day, day + timedelta(days=n)) for at, (day, n) in enumerate(spans)]
    inside = {mark.key for mark in marks if mark.start <= LAST and mark.end >= FIRST}
    assert {bar.mark.key for bar in laid_in_lanes(marks, FIRST, LAST)} == inside


def test_arrows_reach_every_bar_in_the_order_of_time(qtbot):
    timeline = shown(qtbot)
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    seen = [timeline.picked_key()]
    for _ in MARKS[1:]:
        QTest.keyClick(timeline, Qt.Key.Key_Right)
        seen.append(timeline.picked_key())
    assert seen == ["order", "base", "meetings", "survey"]


def test_up_and_down_go_to_the_neighbouring_lane(qtbot):
    timeline = shown(qtbot)
    timeline.pick("base")
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert timeline.picked_key() == "meetings"
    QTest.keyClick(timeline, Qt.Key.Key_Up)
    assert timeline.picked_key() == "base"


def test_enter_opens_the_chosen_bar(qtbot):
    timeline = shown(qtbot)
    timeline.pick("survey")
    with qtbot.waitSignal(timeline.opened) as told:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert told.args == ["survey"]


def test_the_first_bar_that_is_not_over_is_chosen_when_the_keyboard_arrives(qtbot):
    timeline = shown(qtbot)
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: timeline.picked_key() == "base")


def test_a_click_chooses_the_bar_under_it(qtbot):
    timeline = shown(qtbot)
    with qtbot.waitSignal(timeline.picked) as told:
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=point_of(timeline, "survey"))
    assert told.args == ["survey"]


def test_a_screen_reader_hears_title_days_and_state(qtbot):
    timeline = shown(qtbot)
    assert timeline.accessibleDescription() == "4\u00a0срока"
    timeline.pick("base")
    said = timeline.accessibleDescription()
    assert said == "Обновить базу. 01.09.2026 – 15.09.2026. 3 дня"


def test_a_choice_outlives_new_marks_and_is_gone_with_its_mark(qtbot):
    timeline = shown(qtbot)
    timeline.pick("base")
    timeline.show_marks(FIRST, MARKS, TODAY)
    assert timeline.picked_key() == "base"
    timeline.show_marks(FIRST, MARKS[2:], TODAY)
    assert timeline.picked_key() is None


def test_it_is_as_high_as_its_lanes(qtbot):
    low = shown(qtbot, MARKS[:1]).height()
    crowd = [DatedMark(at, "", TODAY, TODAY) for at in range(9)]
    assert shown(qtbot, crowd).height() > low
