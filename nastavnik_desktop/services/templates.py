"""Texts of papers edited by the user: versions, check, live filling, back to the original."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import TemplateModel
from nastavnik_desktop.documents.order_templates import OrderTemplate
from nastavnik_desktop.documents.paper_templates import (
    ALL_KINDS,
    PART_TITLES,
    Template,
    TemplateKind,
    code_of,
    parts_of,
    shipped,
    template_of,
    texts_of,
    title_of,
)
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderDraft
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.order_papers import paper_of
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.template_samples import Sample, sample_paper, samples_of
from nastavnik_desktop.services.template_store import current_model, current_template

if TYPE_CHECKING:
    from nastavnik_desktop.documents.template_check import TemplateFault
    from nastavnik_desktop.documents.template_words import Word

LONGEST_PART = 20_000


@dataclass(frozen=True)
class TemplateVersion:
    """A version of the user's own texts; ``saved_at`` is in UTC."""

    kind: TemplateKind
    version: int
    template: Template
    saved_at: datetime
    is_current: bool


class TemplateService:
    """Use cases of the editor of texts."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def all(self) -> dict[TemplateKind, Template]:
        """What papers of every kind are written by."""
        with self._base.reading() as session:
            return {kind: current_template(session, kind) for kind in ALL_KINDS}

    def current(self, kind: TemplateKind) -> Template:
        """What papers of this kind are written by."""
        with self._base.reading() as session:
            return current_template(session, kind)

    def original(self, kind: TemplateKind) -> Template:
        """What the program came with."""
        return shipped(kind)

    def versions(self, kind: TemplateKind) -> list[TemplateVersion]:
        """The user's own versions, the latest first."""
        with self._base.reading() as session:
            return [
                TemplateVersion(
                    kind,
                    model.version,
                    template_of(kind, model.texts),
                    model.saved_at.replace(tzinfo=UTC),
                    model.is_current,
                )
                for model in _models(session, kind)
            ]

    def words(self, kind: TemplateKind) -> tuple[Word, ...]:
        """Placeholders of a kind with their meanings and examples, for a picker."""
        from nastavnik_desktop.documents.template_words import words_of

        return words_of(kind)

    def check(self, kind: TemplateKind, template: Template) -> tuple[TemplateFault, ...]:
        """What is wrong in which line."""
        from nastavnik_desktop.documents.template_check import faults_in

        return faults_in(template, kind)

    def save(self, texts: Mapping[TemplateKind, Template]) -> Saved:
        """Write papers by these texts from now on.

        Texts that are new become a version; the original, or a version that is kept already, is
        used again. Raises RuleViolation (field: part of the template) for the first fault.
        """
        for kind, template in texts.items():
            self._refuse_faults(kind, template)
        title = _title(list(texts))
        changes = Changes.ORDERS | Changes.CONSENTS
        with self._base.begin(title, changes) as session:
            for kind, template in texts.items():
                _put_in_force(session, kind, template)
        return Saved(title, changes)

    def samples(self, kind: TemplateKind, year: SchoolYear) -> tuple[Sample, ...]:
        """What the texts of a kind can be tried on; nothing where the base has no such people."""
        with self._base.reading() as session:
            return samples_of(session, kind, year, self._today())

    def preview(self, sample: Sample, template: Template) -> bytes:
        """The PDF of a paper by texts that are not kept yet, with what the base knows."""
        with self._base.reading() as session:
            return render(sample_paper(session, sample, template, self._today()), "pdf")

    def text(self, draft: OrderDraft, template: OrderTemplate) -> str:
        """The plain text of an order by texts that are not kept yet."""
        from nastavnik_desktop.documents.outline import plain_text

        with self._base.reading() as session:
            return plain_text(paper_of(session, draft, self._today(), template).document)

    def _refuse_faults(self, kind: TemplateKind, template: Template) -> None:
        for part, text in texts_of(template).items():
            if len(text) > LONGEST_PART:
                raise RuleViolation(f"Слишком длинный текст: {PART_TITLES[part]}.", part)
        for fault in self.check(kind, template):
            where = f"{PART_TITLES[fault.part].capitalize()}, строка {fault.line}"
            raise RuleViolation(f"{where}: {fault.message}", fault.part)


def _title(kinds: Sequence[TemplateKind]) -> str:
    if len(kinds) == 1:
        return f"Текст изменён: {title_of(kinds[0])}"
    return f"Изменены тексты: {counted(len(kinds), 'документ', 'документа', 'документов')}"


def _models(session: Session, kind: TemplateKind) -> Sequence[TemplateModel]:
    statement = (
        select(TemplateModel)
        .where(TemplateModel.code == code_of(kind))
        .order_by(TemplateModel.version.desc())
    )
    return session.scalars(statement).all()


def _put_in_force(session: Session, kind: TemplateKind, template: Template) -> None:
    former = current_model(session, kind)
    if former is not None:
        former.is_current = False
    if template == shipped(kind):
        return
    models = _models(session, kind)
    known = next((one for one in models if template_of(kind, one.texts) == template), None)
    if known is not None:
        known.is_current = True
        return
    texts = texts_of(template)
    session.add(
        TemplateModel(
            code=code_of(kind),
            version=models[0].version + 1 if models else 1,
            texts={part: texts[part] for part in parts_of(kind)},
            saved_at=datetime.now(UTC).replace(tzinfo=None),
            is_current=True,
        )
    )
