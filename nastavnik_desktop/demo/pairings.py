"""Who mentors whom in the training school: numbers are places in the list of staff, from 0."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_YOUNG = "опытный педагог – молодой специалист"
_SUBJECT = "опытный предметник – неопытный предметник"
_LEADER = "лидер педагогического сообщества – педагог, испытывающий профессиональные затруднения"
_STARTED = date(2026, 9, 8)
_IN_DECEMBER = date(2026, 12, 14)


@dataclass(frozen=True)
class Plan:
    """A pair or group to be made."""

    mentor: int
    mentees: tuple[int, ...]
    role_model: str = _YOUNG
    form_code: str = "educator-educator"
    starts_on: date = _STARTED
    topic: str = ""


FIRST_ORDER = (
    Plan(4, (10,)),
    Plan(13, (17,)),
    Plan(19, (22,)),
    Plan(24, (25,)),
    Plan(26, (27,)),
    Plan(28, (30,)),
    Plan(13, (16,), _SUBJECT),
    Plan(13, (47,), _LEADER),
    Plan(49, (50, 53), topic="Сопровождение специалистов"),
    Plan(0, (37, 42), "", "head-educator", topic="Подготовка к аттестации"),
    Plan(6, (8, 9), _SUBJECT, topic="Современный урок в начальной школе"),
)
"""In the order of 8 September: eight pairs and three groups; number 13 is in three pairs."""

DECEMBER_ORDER = (Plan(32, (34,), starts_on=_IN_DECEMBER),)
"""In an order that waits for the signature."""

READY = (Plan(41, (43,), starts_on=_IN_DECEMBER),)
"""With consents; stood in an order that was withdrawn."""

WITHOUT_CONSENT = (
    Plan(20, (23,), starts_on=_IN_DECEMBER),
    Plan(35, (38,), starts_on=_IN_DECEMBER),
)
"""The mentors have not signed their consents."""

WITHOUT_AGREEMENT = (Plan(49, (52,), starts_on=_IN_DECEMBER, topic="Работа с семьёй"),)
"""The consent is signed, the agreement to the contract is not."""
