"""A form of several parts under tabs."""

from PySide6.QtWidgets import QLineEdit, QTabBar

from ui.widgets.form import Form
from ui.widgets.parted_form import PartedForm


def test_tabs_stay_visible_after_parts_were_hidden_and_offered(qtbot):
    form = PartedForm("Части карточки")
    parts = []
    for title in ("Основное", "Работа", "Класс"):
        part = Form()
        part.add(title, title, QLineEdit())
        form.add_part(title, part)
        parts.append(part)
    qtbot.addWidget(form)
    form.show()
    form.show_part(parts[1], is_shown=False)
    form.show_part(parts[2], is_shown=True)
    qtbot.waitExposed(form)

    tabs = form.findChild(QTabBar)
    qtbot.waitUntil(lambda: tabs.height() >= tabs.sizeHint().height() > 0)
    assert not form.is_offered(parts[1])
    assert form.is_offered(parts[2])
