"""What the first page says about agreements of mentors and about pauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from nastavnik_desktop.domain.pairings import PairingRow, PairingState
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.today import Task, TaskAction


def without_agreement(pairings: Sequence[PairingRow], today: date) -> Iterator[Task]:
    """Pairs whose consents are signed and whose mentors have no agreement (ст. 351.8 ТК РФ)."""
    rows = [row for row in pairings if row.state_on(today) is PairingState.NO_AGREEMENT]
    if rows:
        pairs = counted(len(rows), "пара ждёт", "пары ждут", "пар ждут")
        yield Task(
            f"{pairs} дополнительного соглашения",
            "без него или записи о должностных обязанностях приказ невозможен "
            "(ст.\u00a0351.8 ТК РФ)",
            "Внести соглашение" if len(rows) == 1 else "Внести соглашения",
            TaskAction.RECORD_AGREEMENTS,
            Level.WARNING,
            tuple(row.pairing_id for row in rows),
            "file-pen",
        )
