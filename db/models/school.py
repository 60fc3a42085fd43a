"""Tables of the school: requisites, heads, registers, reference lists."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model, at_least, choice
from nastavnik_desktop.domain.pairings import MentoringModel


class SchoolModel(Model):
    """The school whose base this is: one row, number 1."""

    __tablename__ = "schools"
    __table_args__ = (at_least("mentee_limit", 1, "mentee_limit"),)

    school_id: Mapped[int] = mapped_column(primary_key=True)
    full_name: Mapped[str] = mapped_column(String(500), default="")
    short_name: Mapped[str] = mapped_column(String(500), default="")
    founder: Mapped[str] = mapped_column(String(500), default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(500), default="")
    phone: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    site: Mapped[str] = mapped_column(String(200), default="")
    inn: Mapped[str] = mapped_column(String(20), default="")
    ogrn: Mapped[str] = mapped_column(String(20), default="")
    okpo: Mapped[str] = mapped_column(String(20), default="")
    executor_name: Mapped[str] = mapped_column(String(200), default="")
    executor_phone: Mapped[str] = mapped_column(String(200), default="")
    coordinator_name: Mapped[str] = mapped_column(String(300), default="")
    coordinator_title: Mapped[str] = mapped_column(String(300), default="")
    is_six_day_week: Mapped[bool] = mapped_column(default=False)
    mentee_limit: Mapped[int] = mapped_column(default=3)
    page_preset: Mapped[str] = mapped_column(String(40), default="gost-2025")
    fixed_today: Mapped[date | None]
    made_by_version: Mapped[str] = mapped_column(String(40), default="")


class HeadModel(Model):
    """Who signs orders, from day to day."""

    __tablename__ = "heads"

    head_id: Mapped[int] = mapped_column(primary_key=True)
    last_name: Mapped[str] = mapped_column(String(100))
    first_name: Mapped[str] = mapped_column(String(100), default="")
    patronymic: Mapped[str] = mapped_column(String(100), default="")
    title: Mapped[str] = mapped_column(String(200))
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]
    position: Mapped[int] = mapped_column(default=0)


class RegisterModel(Model):
    """A register of orders with its pattern of numbers."""

    __tablename__ = "order_registers"
    __table_args__ = (UniqueConstraint("title"),)

    register_id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    pattern: Mapped[str] = mapped_column(String(40))
    position: Mapped[int] = mapped_column(default=0)


class MentoringFormModel(Model):
    """A form of mentoring; the list is the user's own."""

    __tablename__ = "mentoring_forms"
    __table_args__ = (UniqueConstraint("code"),)

    form_id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    model: Mapped[MentoringModel] = mapped_column(choice(MentoringModel, "model"))
    position: Mapped[int] = mapped_column(default=0)
    is_archived: Mapped[bool] = mapped_column(default=False)


class RoleModelModel(Model):
    """A role model of a form («опытный педагог – молодой специалист»)."""

    __tablename__ = "role_models"

    role_model_id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[int] = mapped_column(ForeignKey("mentoring_forms.form_id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(default=0)


class MentoringModeModel(Model):
    """A mode of mentoring (вид): virtual, flash, reverse and others."""

    __tablename__ = "mentoring_modes"
    __table_args__ = (UniqueConstraint("title"),)

    mode_id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(default=0)


class CalendarDayModel(Model):
    """A day of the working calendar that the user corrected."""

    __tablename__ = "calendar_days"
    __table_args__ = (UniqueConstraint("day"),)

    calendar_day_id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    is_off: Mapped[bool]
    note: Mapped[str] = mapped_column(String(200), default="")
