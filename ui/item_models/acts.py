"""What the list of local acts shows."""

from __future__ import annotations

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel


def make_acts_model() -> RowsModel[LocalAct]:
    """The model of the page «Документы»."""
    columns = (
        Column[LocalAct](
            "Вид документа",
            lambda act: _capital(act.kind.label),
            sort_key=lambda act: list(ActKind).index(act.kind),
            width=290,
            least_width=200,
            stretches=True,
        ),
        Column[LocalAct]("Номер", lambda act: act.number, width=90),
        Column[LocalAct](
            "Дата",
            lambda act: short_date(act.act_date),
            sort_key=lambda act: act.act_date,
            width=100,
        ),
        Column[LocalAct]("Название", lambda act: act.title, width=220, stretches=True),
        Column[LocalAct]("Ссылка", lambda act: act.link, width=220, stretches=True),
    )
    return RowsModel(columns, lambda act: act.act_id, _search_text)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _search_text(act: LocalAct) -> str:
    return search_key(f"{act.kind.label} {act.number} {act.title} {act.link}")
