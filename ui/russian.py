"""Qt's own words in Russian: menus of fields, file choosers, buttons."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

RUSSIAN = QLocale(QLocale.Language.Russian, QLocale.Country.Russia)


def install_russian(application: QApplication) -> bool:
    """Load the translation that comes with Qt; False when this copy of Qt has none.

    Days and numbers of Qt's own windows are written the Russian way too, on any system.
    """
    QLocale.setDefault(RUSSIAN)
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    is_loaded = translator.load(RUSSIAN, "qtbase", "_", folder)
    return is_loaded and application.installTranslator(translator)
