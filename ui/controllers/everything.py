"""«Выгрузить всё в Excel»: the whole base as one workbook, after a warning."""

from __future__ import annotations

from ui.papers import Paper, PaperDesk
from ui.shell import Shell

EXPORT_WORDS = "Выгрузить всё в Excel…"
_WARNING = (
    "В файле будут люди, ученики с телефонами родителей, базы года, пары и журнал приказов за все "
    "годы. Храните его так же бережно, как саму базу, и не отправляйте по открытой почте."
)


def export_everything(shell: Shell) -> None:
    """Warn, ask for a file and write the workbook."""
    makers = {"xlsx": shell.services.everything.workbook}
    PaperDesk(shell).save(Paper("Наставник – вся база", makers, _WARNING), "xlsx")
