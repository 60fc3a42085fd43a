"""Local acts of the mentoring programme: the documents that a region checks in a school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.problems import LONGEST_LINE, Problem, too_long

_EARLIEST = date(1990, 1, 1)


class ActKind(StrEnum):
    """What a document is, in the order of the check list (Krasnoyarsk, state on 13.12.2024)."""

    SITE_SECTION = "site_section"
    INTRODUCTION_ORDER = "introduction_order"
    REGULATION = "regulation"
    ROAD_MAP = "road_map"
    PROGRAM = "program"
    COORDINATOR_ORDER = "coordinator_order"
    BASES = "bases"
    ENCOURAGEMENT = "encouragement"
    ASSIGNMENT_ORDER = "assignment_order"
    BEST_PRACTICES = "best_practices"
    PARTNER_AGREEMENT = "partner_agreement"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LABELS[self]


_LABELS = {
    ActKind.SITE_SECTION: "раздел «Наставничество» на сайте",
    ActKind.INTRODUCTION_ORDER: "приказ о внедрении целевой модели",
    ActKind.REGULATION: "положение о системе наставничества",
    ActKind.ROAD_MAP: "план мероприятий (дорожная карта)",
    ActKind.PROGRAM: "программа наставничества",
    ActKind.COORDINATOR_ORDER: "приказ о назначении куратора",
    ActKind.BASES: "база наставников и наставляемых",
    ActKind.ENCOURAGEMENT: "документ о материальном поощрении наставников",
    ActKind.ASSIGNMENT_ORDER: "приказ о закреплении пар и групп",
    ActKind.BEST_PRACTICES: "сведения о лучших практиках",
    ActKind.PARTNER_AGREEMENT: "соглашение с организацией-партнёром",
    ActKind.OTHER: "другой документ",
}


@dataclass(frozen=True)
class LocalAct:
    """A document of the register: its kind, number, date, title and where it lies on the site."""

    kind: ActKind = ActKind.REGULATION
    number: str = ""
    act_date: date | None = None
    title: str = ""
    link: str = ""
    act_id: int | None = None

    @property
    def requisites(self) -> str:
        """«№ 12-од от 05.09.2026, Положение о наставничестве»; the kind where nothing is known."""
        number = f"№{NBSP}{self.number}" if self.number else ""
        day = f"от {short_date(self.act_date)}" if self.act_date else ""
        words = " ".join(part for part in (number, day) if part)
        return ", ".join(part for part in (words, self.title) if part) or self.kind.label

    def exists_on(self, day: date) -> bool:
        """Whether the document is there on a day; one without a date always is."""
        return self.act_date is None or self.act_date <= day


def problems_in(act: LocalAct) -> list[Problem]:
    """What keeps a document from being saved."""
    found = [
        *too_long("number", act.number, 60),
        *too_long("title", act.title, LONGEST_LINE),
        *too_long("link", act.link, LONGEST_LINE),
    ]
    if not any((act.number.strip(), act.act_date, act.title.strip(), act.link.strip())):
        found.append(Problem("number", "Укажите номер, дату, название или ссылку."))
    if act.kind is ActKind.SITE_SECTION and not act.link.strip():
        found.append(Problem("link", "Укажите адрес раздела на сайте."))
    if act.act_date is not None and act.act_date < _EARLIEST:
        found.append(Problem("act_date", "Проверьте год документа."))
    return found
