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
    """Name, title and icon; ``make`` loads the code of the page and gives the page.

    ``within`` names the page that this one is a part of: it opens from there and has no place of
    its own in the navigation.
    """

    name: str
    title: str
    icon: str
    make: Callable[[Shell], Page]
    within: str = ""
