"""Files dragged from the system onto a part of the program."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication


def drop(window, *paths):
    """Drag files onto the window and let them fall; answers whether they were taken."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    hovering = QDragEnterEvent(QPoint(5, 5), copy, files, left, none)
    hovering.ignore()
    QApplication.sendEvent(window, hovering)
    if hovering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, files, left, none))
    return hovering.isAccepted()
