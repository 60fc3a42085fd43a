"""Who holds a base: told to everybody else who opens it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Holder:
    """The process that may write to a base; unknown parts are empty, 0 or ``None``.

    ``since`` is local time of the holder's computer, with its offset.
    """

    host: str = ""
    user: str = ""
    process_id: int = 0
    since: datetime | None = None

    @property
    def description(self) -> str:
        """«пользователь ivanova на компьютере KAB-12 с 05.09.2026 10:15»."""
        if not self.host:
            return "другой пользователь или другое окно"
        who = f"пользователь {self.user} на компьютере {self.host}" if self.user else self.host
        return f"{who} с {self.since:%d.%m.%Y %H:%M}" if self.since else who
