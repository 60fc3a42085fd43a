"""A sample order on a page that is being chosen: the school's own requisites, a real text."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from db.queries.school import registers, school
from nastavnik_desktop.documents.order_templates import OrderTemplate
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.page import PagePreset
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import FreeDetails, OrderDraft, OrderKind
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.order_facts import facts_of
from nastavnik_desktop.services.order_setting import Setting

_NUMBER = "125-од"
_TEXT = OrderTemplate(
    heading="О наставничестве в {{ year }} учебном году",
    preamble=(
        "В целях методической поддержки молодых и вновь принятых педагогических работников, "
        "на основании положения о системе наставничества"
    ),
    clauses=(
        "Организовать в {{ year }} учебном году наставничество по формам, которые утверждены "
        "положением.\n"
        "Куратору программы наставничества подготовить базы наставников и наставляемых и "
        "предложения по наставническим парам и группам.\n"
        "Наставникам составить вместе с наставляемыми персонализированные программы и представить "
        "их куратору.\n"
        "Контроль за исполнением приказа оставляю за собой."
    ),
    grounds="",
)


def sample_order(
    session: Session, preset: PagePreset, emblem: bytes, year: SchoolYear, today: date
) -> bytes:
    """The PDF of an order that nobody issued.

    Raises RuleViolation for a school that is not set up.
    """
    own_school = school(session)
    if own_school is None:
        raise RuleViolation("Заполните сведения о школе в настройках: они стоят в приказе.")
    kept = registers(session)
    draft = OrderDraft(
        year=year,
        register_id=kept[0].register_id or 0 if kept else 0,
        number=_NUMBER,
        order_date=today,
        heading="",
        pairing_ids=(),
        kind=OrderKind.OTHER,
        details=FreeDetails(),
    )
    setting = Setting(session, draft, own_school, today)
    facts, _annexes = facts_of(setting)
    picture = b64encode(emblem).decode("ascii")
    shown = replace(facts, preset=preset, school=replace(facts.school, emblem=picture))
    return render(order_document(shown, _TEXT), "pdf")
