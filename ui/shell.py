"""What a page is given: the services and the window's mechanisms, and nothing of the window."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from nastavnik_desktop.domain.school_year import SchoolYear

if TYPE_CHECKING:  # the window is painted before these are loaded
    from ui.change_bus import ChangeBus
    from ui.operations import Operations
    from ui.prompts import Prompts
    from ui.user_settings import UserSettings
    from ui.widgets.notice_bar import Notice


def _year_of_today() -> SchoolYear:
    return SchoolYear.of(date.today())


def _keep_year(_year: SchoolYear) -> None:
    """A window without a choice of years keeps its own."""


@dataclass(frozen=True)
class Shell:
    """The parts are joined once, when a base is opened.

    ``notify`` shows a notice; ``open_page(name, key)`` goes to a page and to a record there, or,
    with a request of ``ui.requests`` for a key, has that page begin something; ``year`` is the
    school year chosen in the top bar, ``choose_year`` chooses another one there.
    """

    services: Any
    operations: Operations
    prompts: Prompts
    changes: ChangeBus
    settings: UserSettings
    notify: Callable[[Notice | None], None]
    open_page: Callable[[str, Hashable], None]
    year: Callable[[], SchoolYear] = _year_of_today
    choose_year: Callable[[SchoolYear], object] = _keep_year
