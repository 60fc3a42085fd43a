"""Reference lists with which a new base starts; afterwards they are the user's own."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import MentoringFormModel, MentoringModeModel, RegisterModel, RoleModelModel
from db.queries.pairings import mentoring_forms
from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.pairings import MentoringModel
from nastavnik_desktop.domain.school import School


def seed_if_new(base: Base) -> None:
    """Give a base without any forms its reference lists, as the step that made it."""
    with base.reading() as session:
        if mentoring_forms(session):
            return
    with base.begin("Новая база", refusal="Создание базы отменить нельзя.") as session:
        seed(session)


def seed(session: Session) -> None:
    """Put forms, role models, modes and registers of orders into a new base."""
    content = _content()
    for position, form in enumerate(content["forms"]):
        row = MentoringFormModel(
            code=form["code"],
            title=form["title"],
            model=MentoringModel(form["model"]),
            position=position,
        )
        session.add(row)
        session.flush()
        session.add_all(
            RoleModelModel(form_id=row.form_id, title=title, position=place)
            for place, title in enumerate(form["role_models"])
        )
    session.add_all(
        MentoringModeModel(title=title, position=place)
        for place, title in enumerate(content["modes"])
    )
    session.add_all(
        RegisterModel(title=register.title, pattern=register.pattern, position=place)
        for place, register in enumerate(School().registers)
    )


def end_reasons() -> list[str]:
    """Reasons to end or change a pairing that are offered to choose from."""
    reasons: list[str] = _content()["change_grounds"]
    return reasons


def _content() -> dict[str, Any]:
    path = resource_path("reference", "mentoring_forms.json")
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content
