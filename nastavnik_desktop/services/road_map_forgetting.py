"""A person's name taken out of kept road maps (152-ФЗ, ст. 21): words, evidence, the journal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from db import journal
from db.forgetting import owners_once, rows_once_telling
from db.models import OrderModel, PersonModel, RoadMapModel
from db.models.base import Model
from db.queries.name_rules import name_rules
from db.queries.road_maps import all_road_maps, items_of, marks_of
from nastavnik_desktop.documents.person_forms import person_forms
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.name_mentions import REMOVED, NameMentions
from nastavnik_desktop.domain.orders import OrderKind, OrderStatus
from nastavnik_desktop.imports.responsibles import read_responsible
from nastavnik_desktop.services.road_map_records import TEXT_FIELDS, head_of, put_schedule

_MARK_FIELDS = ("reason", "note")
_EVIDENCE_FIELDS = ("title", "number", "link", "file_name")
_TABLES = ("road_maps", "road_map_items", "road_map_marks", "road_map_evidence")
_EMPTY_BRACKETS = re.compile(r"\s*\(\s*\)")
_LOOSE_DASH = re.compile(r"\s*[–—-]\s*(?=[,;\n]|$)|(?:(?<=[,;\n])|^)\s*[–—:-]\s*")
_COMMAS = re.compile(r"(?:\s*,)+(?=\s*[,;\n]|\s*$)|^\s*[,;]\s*")
_GAPS = re.compile(r"[ \u00a0]{2,}")
_GAP_BEFORE_MARK = re.compile(r"[ \u00a0]+(?=[,;])")


def forget_in_road_maps(session: Session, person: PersonModel) -> int:
    """Take the person's name out of every road map; answers how many road maps named him.

    The file from which such a road map was read is given up too, because it holds the name;
    the content of evidence files is not looked into.
    """
    mentions = mentions_of(session, person)
    touched = _forget_once_told(session, mentions)
    for model in all_road_maps(session):
        cleared = [
            _place(row) for row, fields in _rows(session, model) if _clear(row, fields, mentions)
        ]
        if cleared or model.road_map_id in touched:
            journal.forget(session, [*cleared, _place(model)])
            touched.add(model.road_map_id)
            _give_up_file(session, model, mentions)
    _forget_in_drafts(session, mentions)
    return len(touched)


def _forget_in_drafts(session: Session, mentions: NameMentions) -> None:
    """Drafts of orders keep the stages of the road map that they would approve."""
    drafts = select(OrderModel).where(
        OrderModel.kind == OrderKind.ROAD_MAP, OrderModel.status == OrderStatus.DRAFT
    )
    for model in session.scalars(drafts):
        if _clear(model, ("draft",), mentions):
            journal.forget(session, [_place(model)])


def _forget_once_told(session: Session, mentions: NameMentions) -> set[int]:
    """Clear what the journal remembers of the name; answers the road maps that it was in."""
    rows = rows_once_telling(session, _TABLES, mentions.is_in)
    items = {key for table, key in rows if table == "road_map_items"}
    owners = {key for table, key in rows if table == "road_maps"}
    owners |= owners_once(session, "road_map_items", items, "road_map_id")
    journal.forget(session, [*rows, *(("road_maps", key) for key in owners)])
    return owners


def mentions_of(session: Session, person: PersonModel) -> NameMentions:
    """How texts may name the person, the former last name and corrected forms included."""
    rules = name_rules(session)
    corrections = {Case(case): form for case, form in person.case_forms.items() if form}
    forms: list[FullName] = []
    for last_name in (person.last_name, person.former_last_name):
        name = FullName(last_name, person.first_name, person.patronymic)
        own = corrections if last_name == person.last_name else {}
        told = person_forms(name, sex=person.sex, corrections=own, name_rules=rules)
        forms += [name, *told.names.values()] if last_name else []
    columns = (PersonModel.last_name, PersonModel.first_name, PersonModel.patronymic)
    others = session.execute(select(*columns).where(PersonModel.person_id != person.person_id))
    return NameMentions(forms, [FullName(*row) for row in others])


def without_responsible(text: str, mentions: NameMentions) -> str:
    """A cell of responsibles without the person: the role that stands beside the name stays."""
    bare = {
        one.name: one.role
        for one in read_responsible(text)
        if one.name is not None and mentions.is_in(one.name)
    }
    if not bare or not all(bare.values()):
        return mentions.without(text)
    left = mentions.without(text, "")
    for loose in (_EMPTY_BRACKETS, _LOOSE_DASH, _COMMAS, _GAP_BEFORE_MARK):
        left = loose.sub("", left)
    left = _GAPS.sub(" ", left)
    return left.strip() or REMOVED


def _rows(session: Session, model: RoadMapModel) -> Iterator[tuple[Model, tuple[str, ...]]]:
    """A road map, its items, marks and evidence, each with its fields of text."""
    yield model, ("title", "around", "source_name")
    items = items_of(session, [model.road_map_id])
    marks = marks_of(session, items)
    for item in items:
        yield item, (*TEXT_FIELDS, "sections", "besides")
        for mark in marks.get(item.item_id, ()):
            yield mark, _MARK_FIELDS
            for evidence in mark.evidence:
                yield evidence, _EVIDENCE_FIELDS


def _place(row: Model) -> tuple[str, int]:
    (key,) = inspect(row).identity or ()
    return row.__tablename__, int(key)


def _clear(row: Model, fields: Iterable[str], mentions: NameMentions) -> bool:
    """Clear the texts that name the person; answers whether there were any."""
    is_changed = False
    for name in fields:
        written = getattr(row, name)
        clean = _clean(written, mentions, is_responsible=name == "responsible")
        if clean != written:
            setattr(row, name, clean)
            is_changed = True
    return is_changed


def _clean(value: Any, mentions: NameMentions, *, is_responsible: bool = False) -> Any:  # noqa: ANN401
    """A text, or the texts of a stored list or object, without the name."""
    if isinstance(value, str):
        if not mentions.is_in(value):
            return value
        return without_responsible(value, mentions) if is_responsible else mentions.without(value)
    if isinstance(value, list):
        return [_clean(one, mentions) for one in value]
    if isinstance(value, dict):
        return {key: _clean(one, mentions) for key, one in value.items()}
    return value


def _give_up_file(session: Session, model: RoadMapModel, mentions: NameMentions) -> None:
    """Forget the file that holds the name, and read the deadlines of cleared rows anew."""
    model.source = None
    head = head_of(model)
    for item in items_of(session, [model.road_map_id]):
        if _clean(item.schedule, mentions) != item.schedule:
            put_schedule(item, head)
