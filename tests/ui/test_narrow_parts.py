"""Parts of the window where there is little room: words are shortened or wrapped, never cut."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from ui.widgets.buttons import button
from ui.widgets.details import Details, Fact, Section
from ui.widgets.details_pane import DetailsPane


def test_a_long_fact_wraps_in_a_narrow_pane(qtbot):
    pane = DetailsPane()
    qtbot.addWidget(pane)
    fact = Fact("Вид наставничества", "традиционное наставничество")
    pane.show_details(Details("Пара", "", (Section("Сведения", (fact,)),)))
    pane.set_room(800)
    pane.show()
    area = pane.findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_a_quiet_button_without_room_shortens_its_words(qtbot):
    words = "Отменить: Приказ № 130-од создан и подписан"
    place = QWidget()
    qtbot.addWidget(place)
    made = button(words, "quiet", "undo-2")
    layout = QHBoxLayout(place)
    layout.addWidget(made)
    place.resize(160, 40)
    place.show()
    assert made.width() < made.sizeHint().width()
    assert made._shown_text().startswith("Отменить")
    assert made._shown_text().endswith("…")
