"""Bands of service and of age in which statistics count people (ОО-1, раздел 3)."""

from __future__ import annotations

from datetime import date, timedelta

from nastavnik_desktop.domain.dates import coming_january
from nastavnik_desktop.domain.statistics.facts import PersonRecord

_NO_END = 12_000
SERVICE_BANDS = {
    "under_3": ("до 3 лет", range(36)),
    "3_5": ("от 3 до 5 лет", range(36, 60)),
    "5_10": ("от 5 до 10 лет", range(60, 120)),
    "10_15": ("от 10 до 15 лет", range(120, 180)),
    "15_20": ("от 15 до 20 лет", range(180, 240)),
    "20_more": ("20 лет и более", range(240, _NO_END)),
}
"""Full months of service: exactly three years are the first of the second band."""

AGE_BANDS = {
    "under_25": ("моложе 25 лет", range(25)),
    "25_29": ("25–29 лет", range(25, 30)),
    "30_34": ("30–34 года", range(30, 35)),
    "35_39": ("35–39 лет", range(35, 40)),
    "40_44": ("40–44 года", range(40, 45)),
    "45_49": ("45–49 лет", range(45, 50)),
    "50_54": ("50–54 года", range(50, 55)),
    "55_59": ("55–59 лет", range(55, 60)),
    "60_64": ("60–64 года", range(60, 65)),
    "65_more": ("65 лет и более", range(65, _NO_END)),
}
"""Full years of age."""


def age_in_january(person: PersonRecord, day: date) -> int | None:
    """Full years on the 1 January that comes; by the year of birth where no more is known.

    Whoever is known by the year alone has had no birthday on 1 January.
    """
    january = coming_january(day)
    if person.birth_date is None:
        return person.age_on(january - timedelta(days=1))
    return person.age_on(january)


def teaching_months(person: PersonRecord, day: date) -> int | None:
    """Full months of teaching service; None when an educator's card lacks them.

    Others of whom no teaching service is written down have none.
    """
    service = person.teaching_service
    if service is not None:
        return service.months_on(day)
    return None if person.educators_post_on(day) else 0
