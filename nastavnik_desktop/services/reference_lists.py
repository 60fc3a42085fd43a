"""Forms, role models and modes of mentoring: added, renamed, put in order, archived."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import MentoringFormModel, MentoringModeModel, RoleModelModel
from db.queries.pairings import mentoring_forms, mentoring_modes
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import MentoringForm
from nastavnik_desktop.domain.reference_lists import (
    ModesDraft,
    ReferenceLists,
    moved,
    problems_in_form,
    problems_in_modes,
)
from nastavnik_desktop.services.results import Saved, refuse_errors

_CHANGES = Changes.SCHOOL | Changes.PAIRINGS
_OWN_CODE = "own-{}"


class ReferenceListService:
    """Use cases of the section «Формы наставничества»."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def lists(self) -> ReferenceLists:
        """All forms, those of the archive too, and all modes."""
        with self._base.reading() as session:
            forms = tuple(mentoring_forms(session).values())
            return ReferenceLists(forms, tuple(mentoring_modes(session)))

    def save_form(self, form: MentoringForm) -> Saved:
        """Add a form (its code is empty) or change one; its code and model stay for ever."""
        verb = "изменена" if form.code else "добавлена"
        with self._base.begin(f"Форма наставничества {verb}", _CHANGES) as session:
            known = list(mentoring_forms(session).values())
            others = [one for one in known if one.code != form.code]
            refuse_errors(problems_in_form(form, others))
            model = _found(session, form.code) if form.code else _new(session, form, len(known))
            model.title = form.title.strip()
            session.add(model)
            session.flush()
            _write_role_models(session, model.form_id, form.role_models)
        return Saved(f"Форма «{form.title.strip()}» {verb}", _CHANGES)

    def move_form(self, code: str, steps: int) -> Saved:
        """Put a form higher (negative) or lower in all lists."""
        with self._base.begin("Порядок форм наставничества", _CHANGES) as session:
            order = moved([one.code for one in mentoring_forms(session).values()], code, steps)
            for model in session.scalars(select(MentoringFormModel)):
                model.position = order.index(model.code)
        return Saved("Порядок форм изменён", _CHANGES)

    def archive_form(self, code: str, *, is_archived: bool) -> Saved:
        """Take a form out of the choices, or bring it back; pairings keep it."""
        verb = "убрана в архив" if is_archived else "возвращена из архива"
        with self._base.begin(f"Форма наставничества {verb}", _CHANGES) as session:
            model = _found(session, code)
            model.is_archived = is_archived
            return Saved(f"Форма «{model.title}» {verb}", _CHANGES)

    def save_modes(self, draft: ModesDraft) -> Saved:
        """Write the list of modes anew; pairings keep the words they have."""
        with self._base.begin("Виды наставничества изменены", _CHANGES) as session:
            refuse_errors(problems_in_modes(draft))
            known = {model.title: model for model in session.scalars(select(MentoringModeModel))}
            for title, model in known.items():
                if title not in draft.modes:
                    session.delete(model)
            session.flush()
            for place, title in enumerate(draft.modes):
                model = known.get(title) or MentoringModeModel(title=title)
                model.position = place
                session.add(model)
        return Saved("Виды наставничества изменены", _CHANGES)


def _found(session: Session, code: str) -> MentoringFormModel:
    statement = select(MentoringFormModel).where(MentoringFormModel.code == code)
    model = session.scalars(statement).first()
    if model is None:
        raise RuleViolation("Этой формы больше нет в списке.")
    return model


def _new(session: Session, form: MentoringForm, position: int) -> MentoringFormModel:
    number = (session.scalars(select(func.max(MentoringFormModel.form_id))).first() or 0) + 1
    return MentoringFormModel(
        code=_OWN_CODE.format(number), title=form.title, model=form.model, position=position
    )


def _write_role_models(session: Session, form_id: int, titles: Sequence[str]) -> None:
    statement = (
        select(RoleModelModel)
        .where(RoleModelModel.form_id == form_id)
        .order_by(RoleModelModel.position)
    )
    rows = list(session.scalars(statement))
    for row in rows[len(titles) :]:
        session.delete(row)
    rows += [RoleModelModel(form_id=form_id) for _ in titles[len(rows) :]]
    for place, (row, title) in enumerate(zip(rows, titles, strict=False)):
        row.title, row.position = title, place
        session.add(row)
