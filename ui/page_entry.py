"""A page as the navigation knows it, before its code is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.page import Page
    from ui.shell import Shell


@dataclass(frozen=True)
class PageEntry:
    """Name, title and icon; ``make`` loads the code of the page and gives the page."""

    name: str
    title: str
    icon: str
    make: Callable[[Shell], Page]
