"""What fills the window: its pages, and the controllers that open a base in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.page_entry import PageEntry

if TYPE_CHECKING:
    from ui.controllers.window import WindowController
    from ui.main_window import MainWindow
    from ui.page import Page
    from ui.shell import Shell
    from ui.user_settings import UserSettings


def _today(shell: Shell) -> Page:
    from ui.controllers.today import TodayPage

    return TodayPage(shell)


def _people(shell: Shell) -> Page:
    from ui.controllers.people import PeoplePage

    return PeoplePage(shell)


def _consents(shell: Shell) -> Page:
    from ui.controllers.consents_page import ConsentsPage

    return ConsentsPage(shell)


def _pairings(shell: Shell) -> Page:
    from ui.controllers.pairings import PairingsPage

    return PairingsPage(shell)


def _matching(shell: Shell) -> Page:
    from ui.controllers.matching import MatchingPage

    return MatchingPage(shell)


def _registers(shell: Shell) -> Page:
    from ui.controllers.registers import RegistersPage

    return RegistersPage(shell)


def _orders(shell: Shell) -> Page:
    from ui.controllers.orders import OrdersPage

    return OrdersPage(shell)


def _road_map(shell: Shell) -> Page:
    from ui.controllers.road_map import RoadMapPage

    return RoadMapPage(shell)


def _statistics(shell: Shell) -> Page:
    from ui.controllers.statistics import StatisticsPage

    return StatisticsPage(shell)


def _acts(shell: Shell) -> Page:
    from ui.controllers.acts import ActsPage

    return ActsPage(shell)


def _blanks(shell: Shell) -> Page:
    from ui.controllers.blanks import BlanksPage

    return BlanksPage(shell)


def _summary(shell: Shell) -> Page:
    from ui.controllers.summary import SummaryPage

    return SummaryPage(shell)


def _consolidation(shell: Shell) -> Page:
    from ui.controllers.consolidation import ConsolidationPage

    return ConsolidationPage(shell)


def _consolidated(shell: Shell) -> Page:
    from ui.controllers.consolidated import ConsolidatedPage

    return ConsolidatedPage(shell)


def _totals(shell: Shell) -> Page:
    from ui.controllers.consolidation_totals import TotalsPage

    return TotalsPage(shell)


def _settings(shell: Shell) -> Page:
    from ui.controllers.settings import SettingsPage

    return SettingsPage(shell)


PAGES = (
    PageEntry("today", "Сегодня", "house", _today),
    PageEntry("people", "Люди", "users", _people),
    PageEntry("pairings", "Пары и группы", "handshake", _pairings),
    PageEntry("registers", "Базы", "book-user", _registers),
    PageEntry("orders", "Приказы", "file-text", _orders),
    PageEntry("road_map", "Дорожная карта", "map", _road_map),
    PageEntry("statistics", "Статистика", "chart-column", _statistics),
    PageEntry("consolidation", "Свод", "table", _consolidation),
    PageEntry("settings", "Настройки", "settings", _settings),
    PageEntry("acts", "Документы", "file-text", _acts, within="statistics"),
    PageEntry("summary", "Итоги", "chart-column", _summary, within="statistics"),
    PageEntry("blanks", "Бланки", "table", _blanks, within="statistics"),
    PageEntry("consolidated", "Сводные формы", "table", _consolidated, within="consolidation"),
    PageEntry("totals", "Итоги свода", "chart-column", _totals, within="consolidation"),
    PageEntry("consents", "Согласия", "file-pen", _consents, within="people"),
    PageEntry("matching", "Подбор", "sparkles", _matching, within="pairings"),
)
"""The pages in the order of the navigation."""


def furnish(window: MainWindow, settings: UserSettings, file: Path | None) -> WindowController:
    """Give the window its actions and open a base in it: the file, or the last one."""
    from nastavnik_desktop.config.logging_setup import start_logging
    from nastavnik_desktop.config.paths import logs_dir
    from ui.controllers.window import WindowController
    from ui.prompts import QtPrompts

    start_logging(logs_dir())
    controller = WindowController(window, settings, QtPrompts(window), PAGES)
    controller.start(file)
    return controller
