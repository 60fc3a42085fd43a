"""What a table shows, as a file or on paper: the same ways for every page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.item_models.column import ShownTable
from ui.papers import Paper, PaperDesk
from ui.shell import Shell


def table_outputs(shell: Shell, desk: PaperDesk) -> dict[str, Callable[[ShownTable], object]]:
    """Ways out of a table by their words, for ``RecordsTable.outputs``."""
    return {
        "Сохранить в Excel…": lambda table: desk.save(table_paper(shell, table), "xlsx"),
        "Печать списка…": lambda table: desk.show(table_paper(shell, table)),
    }


def table_paper(shell: Shell, table: ShownTable) -> Paper:
    """The shown columns and rows as a paper."""
    render = partial(shell.services.lists.render, table.title, table.headings, table.rows)
    return Paper(table.title, {name: partial(render, name) for name in ("pdf", "xlsx", "docx")})
