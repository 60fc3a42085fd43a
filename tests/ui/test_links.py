"""Links of the details pane: shortened where there is no room, whole where there is."""

from PySide6.QtWidgets import QPushButton

from ui.widgets.details import Details, LinkRow, Section
from ui.widgets.details_pane import DetailsPane

LONG = "Константинопольская Александра Владиславовна, учитель русского языка и литературы"


def pane_with(qtbot, name):
    pane = DetailsPane()
    qtbot.addWidget(pane)
    row = LinkRow(name, lambda: None)
    pane.show_details(Details("Пара", sections=(Section("Участники", (row,)),)))
    pane.resize(pane.width(), 500)
    pane.show()
    (link,) = [each for each in pane.findChildren(QPushButton) if each.text() == name]
    return pane, link


def test_a_long_link_stays_inside_the_pane_and_tells_its_words_in_a_tooltip(qtbot):
    pane, link = pane_with(qtbot, LONG)
    qtbot.waitUntil(lambda: link.toolTip() == LONG)
    assert link.mapTo(pane, link.rect().topRight()).x() <= pane.width()


def test_a_short_link_is_shown_whole(qtbot):
    _pane, link = pane_with(qtbot, "Петров Иван Ильич")
    qtbot.waitUntil(link.isVisible)
    assert link.width() >= link.sizeHint().width()
    assert link.toolTip() == ""
