"""What the list of consents shows: every participant of the year with the three papers."""

from __future__ import annotations

from collections.abc import Callable

from nastavnik_desktop.domain.consent_lines import ConsentLine, ConsentState
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.tokens import Tone
from ui.widgets.filter_bar import ChipFacts

STATE_TONES = {
    ConsentState.HELD: Tone.GOOD,
    ConsentState.MISSING: Tone.WARNING,
    ConsentState.EXPIRED: Tone.DANGER,
    ConsentState.WITHDRAWN: Tone.DANGER,
    ConsentState.NOT_NEEDED: Tone.NEUTRAL,
}
_CHIPS: tuple[tuple[str, str, Callable[[ConsentLine], bool]], ...] = (
    ("all", "Все участники", lambda _line: True),
    ("lacking", "Чего не хватает", lambda line: bool(line.lacking)),
    *(
        (kind.value, f"Нет: {kind.short_label}", lambda line, kind=kind: kind in line.lacking)
        for kind in ConsentKind
    ),
)
CONDITION_OF = {key: holds for key, _words, holds in _CHIPS}


def make_consents_model() -> RowsModel[ConsentLine]:
    """The model of the page «Согласия»."""
    columns = (
        Column[ConsentLine](
            "ФИО", lambda line: line.name.full, width=250, least_width=200, stretches=True
        ),
        Column[ConsentLine](
            "Должность, класс", lambda line: line.occupation, width=170, stretches=True
        ),
        *(_state_column(kind) for kind in ConsentKind),
        Column[ConsentLine]("Роль", lambda line: line.role, width=130, is_hidden=True),
        Column[ConsentLine]("Подписывает", _signer, width=130, is_hidden=True),
    )
    return RowsModel(columns, lambda line: line.person_id, _search_text)


def chips_of(lines: list[ConsentLine]) -> list[ChipFacts]:
    """The views of the list with their counts."""
    return [ChipFacts(key, words, sum(map(holds, lines))) for key, words, holds in _CHIPS]


def status_words(line: ConsentLine, kind: ConsentKind) -> str:
    """«есть, 04.09.2026», «истекло», «нет»."""
    status = line.status(kind)
    if status.state is ConsentState.HELD and status.record is not None:
        return f"{status.state.label}, {short_date(status.record.signed_on)}"
    return status.state.label


def _state_column(kind: ConsentKind) -> Column[ConsentLine]:
    return Column(
        kind.short_label.capitalize(),
        lambda line: _sign(line, kind),
        width=136,
        tone=lambda line: STATE_TONES[line.status(kind).state],
    )


def _sign(line: ConsentLine, kind: ConsentKind) -> str:
    """The day of a consent that holds; otherwise what is the matter."""
    status = line.status(kind)
    if status.state is ConsentState.HELD and status.record is not None:
        return short_date(status.record.signed_on)
    return status.state.label


def _signer(line: ConsentLine) -> str:
    return "представитель" if line.is_minor else "сам"


def _search_text(line: ConsentLine) -> str:
    return search_key(f"{line.name.full} {line.occupation} {line.role}")
