"""Finding what a person could not read or a screen reader could not say."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QAbstractItemView, QAbstractButton)
OWNERS_OF_PARTS = (QComboBox, QSpinBox, QCalendarWidget, QLineEdit, QPlainTextEdit)


def nameless(root):
    """Fields and buttons that a screen reader would read as nothing."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, FIELDS)
        and not _is_part_of_another(widget, root)
        and not (widget.accessibleName() or _words_of(widget))
    ]


def cut_texts(root):
    """Plain labels and buttons that are narrower than their words."""
    return [
        f"{_words_of(widget)!r}: {widget.width()} < {_wanted_width(widget)}"
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root) and _is_of_one_line(widget)
        if widget.width() < _wanted_width(widget)
    ]


def _is_of_one_line(widget):
    if type(widget) is QLabel:
        return not widget.wordWrap()
    return isinstance(widget, QAbstractButton) and not isinstance(widget, QToolButton)


def _wanted_width(widget):
    return widget.fontMetrics().horizontalAdvance(_words_of(widget))


def _words_of(widget):
    return widget.text().strip() if isinstance(widget, QLabel | QAbstractButton) else ""


def _is_part_of_another(widget, root):
    """Whether Qt made the widget as a part of a field: its owner speaks for it."""
    above = widget.parent()
    while above is not None and above is not root:
        if isinstance(above, (*OWNERS_OF_PARTS, QAbstractItemView)):
            return True
        above = above.parent()
    return isinstance(root, OWNERS_OF_PARTS)
