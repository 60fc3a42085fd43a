"""Editing of many people at once, and of cells of a grid: a preview, then one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import ConsentModel, PersonModel
from db.queries.cards import draft_of, person_models
from db.queries.people import consent_record
from nastavnik_desktop.domain.bulk_edit import (
    BulkEdit,
    BulkField,
    BulkLine,
    BulkPreview,
    CellEdit,
    GridRow,
    changed,
    grid_row,
    refusal,
    value_of,
)
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consents import ConsentKind, problems_in_signing
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.people import PersonDraft, is_minor
from nastavnik_desktop.domain.person_rules import problems_in
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import errors_of
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.field_labels import value_text
from nastavnik_desktop.services.person_cards import write_card
from nastavnik_desktop.services.results import Saved

_CHANGES = Changes.PEOPLE | Changes.POOLS | Changes.CONSENTS | Changes.PAIRINGS


@dataclass
class _Card:
    """A card on the way through its edits; ``consents`` are the days of those that hold."""

    model: PersonModel
    draft: PersonDraft
    consents: dict[ConsentKind, date]
    new_consents: list[tuple[ConsentKind, date]] = field(default_factory=list)
    is_changed: bool = False


class BulkEditService:
    """Use cases of editing many people together."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def grid(self, person_ids: Sequence[int], year: SchoolYear) -> list[GridRow]:
        """The cells of these people, in the order asked for."""
        with self._base.reading() as session:
            models = person_models(session, list(person_ids))
            return [
                grid_row(draft_of(models[person_id], year.start), person_id, year.label)
                for person_id in person_ids
                if person_id in models
            ]

    def preview(self, person_ids: Sequence[int], edit: BulkEdit, year: SchoolYear) -> BulkPreview:
        """What one value does to each of these people."""
        return self.preview_cells([CellEdit(person_id, edit) for person_id in person_ids], year)

    def preview_cells(self, cells: Sequence[CellEdit], year: SchoolYear) -> BulkPreview:
        """What edits of single cells do (a pasted block, a value filled down)."""
        with self._base.reading() as session:
            _, lines = _Editing(self._today(), year).applied(session, cells)
        return BulkPreview(tuple(cells), tuple(lines))

    def commit(self, preview: BulkPreview, year: SchoolYear) -> Saved:
        """Carry out the edits against the base as it is now: one step, refused lines left out."""
        if not preview.changing:
            return Saved("Менять нечего: значения уже такие", Changes.NOTHING)
        title = _title(preview)
        with self._base.begin(title, _CHANGES) as session:
            editing = _Editing(self._today(), year)
            for card in editing.applied(session, preview.cells)[0]:
                if card.is_changed:
                    write_card(card.draft, card.model, year.start)
                session.add_all(_signed(card))
        return Saved(title, _CHANGES)


@dataclass(frozen=True)
class _Editing:
    """Edits on a day for a school year."""

    today: date
    year: SchoolYear

    def applied(
        self, session: Session, cells: Sequence[CellEdit]
    ) -> tuple[list[_Card], list[BulkLine]]:
        """Cards after their edits, not yet written, and a line for each edit."""
        cards = self._cards(session, {cell.person_id for cell in cells})
        lines = [
            self._line(cards[cell.person_id], cell.edit)
            for cell in cells
            if cell.person_id in cards
        ]
        return list(cards.values()), lines

    def _cards(self, session: Session, ids: Iterable[int]) -> dict[int, _Card]:
        models = person_models(session, list(ids))
        statement = select(ConsentModel).where(ConsentModel.person_id.in_(models))
        consents: dict[int, dict[ConsentKind, date]] = {key: {} for key in models}
        for record in map(consent_record, session.scalars(statement)):
            if record.holds_on(self.today):
                consents[record.person_id][record.kind] = record.signed_on
        return {
            key: _Card(model, draft_of(model, self.year.start), consents[key])
            for key, model in models.items()
        }

    def _line(self, card: _Card, edit: BulkEdit) -> BulkLine:
        """Apply one edit to a card, or say why not."""
        kind = edit.field.consent
        before = card.consents.get(kind) if kind else _known(card.draft, edit.field)
        why_not = self._sign(card, kind, edit) if kind else self._change(card, edit)
        after = edit.value if kind else _known(card.draft, edit.field)
        return BulkLine(
            person_id=card.model.person_id,
            name=card.draft.name,
            field=edit.field,
            before=_text(before),
            after=_text(before if why_not else after),
            refusal=why_not,
        )

    def _sign(self, card: _Card, kind: ConsentKind, edit: BulkEdit) -> str:
        if kind in card.consents:
            return "согласие уже есть"
        if not isinstance(edit.value, date):
            raise RuleViolation("Укажите день подписания согласия.", "signed_on")
        found = problems_in_signing([card.model.person_id], edit.value, self.today)
        if found:
            return found[0].message
        card.new_consents.append((kind, edit.value))
        card.consents[kind] = edit.value
        return ""

    def _change(self, card: _Card, edit: BulkEdit) -> str:
        why_not = refusal(card.draft, edit.field, self.year.label)
        if why_not:
            return why_not
        draft = changed(card.draft, edit)
        known = {problem.message for problem in problems_in(card.draft, self.today)}
        for problem in errors_of(problems_in(draft, self.today)):
            if problem.message not in known:
                return problem.message
        card.is_changed = card.is_changed or draft != card.draft
        card.draft = draft
        return ""


def _signed(card: _Card) -> Iterable[ConsentModel]:
    draft = card.draft
    return (
        ConsentModel(
            person_id=card.model.person_id,
            kind=kind,
            signed_on=day,
            is_by_representative=is_minor(draft.birth_date, draft.birth_year, draft.kind, day),
        )
        for kind, day in card.new_consents
    )


def _known(draft: PersonDraft, field_: BulkField) -> object:
    return "" if refusal(draft, field_, "") else value_of(draft, field_)


def _text(value: object) -> str:
    return value_text(list(value) if isinstance(value, tuple) else value)


def _title(preview: BulkPreview) -> str:
    people = len({line.person_id for line in preview.changing})
    labels = dict.fromkeys(line.field.label for line in preview.changing)
    who = counted(people, "человека", "человек", "человек")
    return f"Изменено у {who}: {', '.join(labels)}"
