"""Texts of orders edited by the user: versions, check, live filling, reset to the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import OrderTemplateModel
from nastavnik_desktop.documents.order_templates import PARTS, OrderTemplate, shipped_template
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderDraft, OrderKind
from nastavnik_desktop.services.order_papers import paper_of
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.template_store import current_template, template_in

if TYPE_CHECKING:
    from nastavnik_desktop.documents.template_check import TemplateFault
    from nastavnik_desktop.documents.template_words import Word

LONGEST_PART = 20_000


@dataclass(frozen=True)
class TemplateVersion:
    """A version of the user's own texts; ``saved_at`` is in UTC."""

    kind: OrderKind
    version: int
    template: OrderTemplate
    saved_at: datetime
    is_current: bool


class OrderTemplateService:
    """Use cases of the editor of templates."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def current(self, kind: OrderKind) -> OrderTemplate:
        """What orders of this kind are written by."""
        with self._base.reading() as session:
            return current_template(session, kind)

    def original(self, kind: OrderKind) -> OrderTemplate:
        """What the program came with."""
        return shipped_template(kind.value)

    def versions(self, kind: OrderKind) -> list[TemplateVersion]:
        """The user's own versions, the latest first."""
        statement = (
            select(OrderTemplateModel)
            .where(OrderTemplateModel.kind == kind)
            .order_by(OrderTemplateModel.version.desc())
        )
        with self._base.reading() as session:
            return [
                TemplateVersion(
                    model.kind,
                    model.version,
                    template_in(model),
                    model.saved_at.replace(tzinfo=UTC),
                    model.is_current,
                )
                for model in session.scalars(statement)
            ]

    def words(self, kind: OrderKind) -> tuple[Word, ...]:
        """Placeholders of a kind with their meanings and examples, for a picker."""
        from nastavnik_desktop.documents.template_words import words_of

        return words_of(kind)

    def check(self, kind: OrderKind, template: OrderTemplate) -> tuple[TemplateFault, ...]:
        """What is wrong in which line."""
        from nastavnik_desktop.documents.template_check import faults_in

        return faults_in(template, kind)

    def save(self, kind: OrderKind, template: OrderTemplate) -> Saved:
        """Keep the texts as a new version and use it from now on.

        Raises RuleViolation (field: part of the template) for the first fault.
        """
        self._refuse_faults(kind, template)
        title = f"Шаблон приказа {kind.label} изменён"
        with self._base.begin(title, Changes.ORDERS) as session:
            _lay_aside(session, kind)
            last = select(func.max(OrderTemplateModel.version)).where(
                OrderTemplateModel.kind == kind
            )
            model = OrderTemplateModel(
                kind=kind,
                version=(session.scalar(last) or 0) + 1,
                saved_at=datetime.now(UTC).replace(tzinfo=None),
                is_current=True,
                **{part: getattr(template, part) for part in PARTS},
            )
            session.add(model)
            session.flush()
            return Saved(title, Changes.ORDERS, model.template_id)

    def use(self, kind: OrderKind, version: int) -> Saved:
        """Go back to an earlier version."""
        title = f"Шаблон приказа {kind.label}: версия {version}"
        with self._base.begin(title, Changes.ORDERS) as session:
            _lay_aside(session, kind)
            statement = select(OrderTemplateModel).where(
                OrderTemplateModel.kind == kind, OrderTemplateModel.version == version
            )
            model = session.scalars(statement).first()
            if model is None:
                raise RuleViolation("Этой версии шаблона больше нет.")
            model.is_current = True
        return Saved(title, Changes.ORDERS)

    def reset(self, kind: OrderKind) -> Saved:
        """Use the original again; own versions stay in the list."""
        title = f"Шаблон приказа {kind.label}: исходный"
        with self._base.begin(title, Changes.ORDERS) as session:
            _lay_aside(session, kind)
        return Saved(title, Changes.ORDERS)

    def preview(self, draft: OrderDraft, template: OrderTemplate) -> bytes:
        """The PDF of a draft by texts that are not kept yet, with what the base knows."""
        with self._base.reading() as session:
            return paper_of(session, draft, self._today(), template).render("pdf")

    def text(self, draft: OrderDraft, template: OrderTemplate) -> str:
        """The plain text of a draft by texts that are not kept yet."""
        from nastavnik_desktop.documents.outline import plain_text

        with self._base.reading() as session:
            return plain_text(paper_of(session, draft, self._today(), template).document)

    def _refuse_faults(self, kind: OrderKind, template: OrderTemplate) -> None:
        from nastavnik_desktop.documents.template_check import PART_TITLES

        for part in PARTS:
            if len(getattr(template, part)) > LONGEST_PART:
                raise RuleViolation(f"Слишком длинный текст: {PART_TITLES[part]}.", part)
        for fault in self.check(kind, template):
            where = f"{PART_TITLES[fault.part].capitalize()}, строка {fault.line}"
            raise RuleViolation(f"{where}: {fault.message}", fault.part)


def _lay_aside(session: Session, kind: OrderKind) -> None:
    """Make no version of a kind the current one."""
    statement = select(OrderTemplateModel).where(
        OrderTemplateModel.kind == kind, OrderTemplateModel.is_current
    )
    for model in session.scalars(statement):
        model.is_current = False
