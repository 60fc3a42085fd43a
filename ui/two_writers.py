"""Two people changed one record: the second of them chooses, and nothing is lost silently."""

from __future__ import annotations

from nastavnik_desktop.domain.errors import ChangedMeanwhile
from ui.prompts import Prompts

_CHOICE = (
    "Можно записать свою правку поверх: чужая останется в истории записи. Или открыть запись "
    "такой, какая она сейчас, и внести правку снова."
)


def keeps_own(prompts: Prompts, error: ChangedMeanwhile) -> bool:
    """Whether the user writes over the other's change; otherwise the record is opened anew."""
    return prompts.ask_yes_no(error.message, _CHOICE, "Записать мою правку", "Открыть заново")
