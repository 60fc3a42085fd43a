"""Documents and a sent report of the training school, so that every form has something to show."""

from __future__ import annotations

from datetime import date

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft

_SITE = "https://school17.example/nastavnichestvo"
_ACTS = (
    LocalAct(ActKind.SITE_SECTION, link=_SITE),
    LocalAct(ActKind.INTRODUCTION_ORDER, "98-од", date(2025, 9, 10), link=f"{_SITE}/98-od.pdf"),
    LocalAct(
        ActKind.REGULATION,
        "98-од",
        date(2025, 9, 10),
        "Положение о системе наставничества",
        f"{_SITE}/polozhenie.pdf",
    ),
    LocalAct(ActKind.COORDINATOR_ORDER, "126-од", date(2026, 9, 1)),
    LocalAct(ActKind.PROGRAM, "", date(2026, 8, 28), "Программа наставничества на 2026/27 год"),
)
_SENT = FrozenDraft(
    "Управление образования г. Зареченска", date(2026, 12, 2), "директор", "по запросу"
)


def keep_documents(services: Services) -> None:
    """Enter the local acts."""
    for act in _ACTS:
        services.local_acts.save(act)


def send_report(services: Services) -> None:
    """Keep the form of the participants as it was sent before the order of December."""
    services.frozen_reports.freeze("participants", date(2026, 12, 1), _SENT)
