"""The school's own data: set-up, requisites, today's day, reference lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import ExchangeSettingsModel, HeadModel, OrderModel, RegisterModel, SchoolModel
from db.queries.consolidation import level_of
from db.queries.pairings import mentoring_forms, mentoring_modes
from db.queries.school import SCHOOL_FIELDS, has_people, registers, school, years_with_data
from nastavnik_desktop import __version__
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import MentoringForm
from nastavnik_desktop.domain.school import Head, Register, School, problems_in
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved, refuse_errors, refuse_stale

_CHANGES = Changes.SCHOOL | Changes.PAIRINGS


class SchoolService:
    """Use cases of the school's settings."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def get(self) -> School:
        """The school; an empty record before the first set-up."""
        with self._base.reading() as session:
            return _present(session)

    def today(self) -> date:
        """Today; in the training school the day at which it stands."""
        with self._base.reading() as session:
            fixed = session.scalars(select(SchoolModel.fixed_today)).first()
        return fixed or date.today()

    def is_empty(self) -> bool:
        """Whether nothing was entered yet: the first page then is the way in."""
        with self._base.reading() as session:
            return school(session) is None and not has_people(session)

    def has_people(self) -> bool:
        """Whether anybody is in the base."""
        with self._base.reading() as session:
            return has_people(session)

    def forms(self) -> list[MentoringForm]:
        """Forms of mentoring in the user's order."""
        with self._base.reading() as session:
            return list(mentoring_forms(session).values())

    def modes(self) -> list[str]:
        """Modes (виды) of mentoring in the user's order."""
        with self._base.reading() as session:
            return mentoring_modes(session)

    def years(self) -> list[SchoolYear]:
        """Years of which the base speaks, and the present one, the newest first."""
        with self._base.reading() as session:
            known = set(years_with_data(session))
        return [SchoolYear(start) for start in sorted(known | {self.current_year().start})][::-1]

    def current_year(self) -> SchoolYear:
        """The school year of today; in July and August the one that is being prepared."""
        return SchoolYear.worked_on(self.today())

    def save(self, draft: School, seen: School | None = None) -> Saved:
        """Keep the school's data; refuses errors and the loss of a register in use.

        ``seen`` are the data as they were opened: raises ChangedMeanwhile when they are others
        by now.
        """
        return self._write(draft, "Изменены сведения о школе", seen=seen)

    def _write(
        self, draft: School, title: str, refusal: str = "", seen: School | None = None
    ) -> Saved:
        refuse_errors(problems_in(draft))
        with self._base.begin(title, _CHANGES, refusal=refusal) as session:
            refuse_stale("Сведения о школе", seen, _present(session))
            model = session.scalars(select(SchoolModel)).first()
            if model is None:
                model = SchoolModel(school_id=1, made_by_version=__version__)
                session.add(model)
            for name in SCHOOL_FIELDS:
                setattr(model, name, getattr(draft, name))
            write_level(session, draft.level)
            _write_heads(session, draft.heads)
            _write_registers(session, draft.registers)
        return Saved("Сведения о школе сохранены", _CHANGES)

    def set_up(self, draft: School) -> Saved:
        """The first start: the school's data with the registers already in the base."""
        known = self.get().registers
        whole = replace(draft, registers=_merged(draft.registers, known))
        return self._write(whole, "Создана база школы", "Создание базы отменить нельзя.")


def _present(session: Session) -> School:
    return school(session) or School(registers=registers(session), level=level_of(session))


def write_level(session: Session, level: BaseLevel) -> None:
    """Keep whose base it is; a school's base needs no row to say so."""
    row = session.scalars(select(ExchangeSettingsModel)).first()
    if row is None:
        if level is BaseLevel.SCHOOL:
            return
        row = ExchangeSettingsModel(settings_id=1)
        session.add(row)
    row.level = level


def _merged(wanted: tuple[Register, ...], known: tuple[Register, ...]) -> tuple[Register, ...]:
    ids = {register.title: register.register_id for register in known}
    return tuple(
        replace(register, register_id=register.register_id or ids.get(register.title))
        for register in wanted
    )


def _write_heads(session: Session, heads: tuple[Head, ...]) -> None:
    rows = {row.head_id: row for row in session.scalars(select(HeadModel))}
    for position, head in enumerate(heads):
        row = rows.pop(head.head_id, None) if head.head_id else None
        if row is None:
            row = HeadModel()
            session.add(row)
        row.last_name, row.first_name = head.name.last_name, head.name.first_name
        row.patronymic, row.title = head.name.patronymic, head.title
        row.since_on, row.until_on, row.position = head.since_on, head.until_on, position
    for row in rows.values():
        session.delete(row)


def _write_registers(session: Session, registers: tuple[Register, ...]) -> None:
    rows = {row.register_id: row for row in session.scalars(select(RegisterModel))}
    for position, register in enumerate(registers):
        row = rows.pop(register.register_id, None) if register.register_id else None
        if row is None:
            row = RegisterModel()
            session.add(row)
        row.title, row.pattern, row.position = register.title, register.pattern, position
    used = set(session.scalars(select(OrderModel.register_id).distinct()))
    for row in rows.values():
        if row.register_id in used:
            message = f"В журнале «{row.title}» есть приказы: удалить его нельзя."
            raise RuleViolation(message, "registers")
        session.delete(row)
