"""Pairs that an imported file names, and the order in which they stand."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    MentoringFormModel,
    OrderModel,
    OrderPairingModel,
    PairingMemberModel,
    PairingModel,
)
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import number_key
from nastavnik_desktop.domain.pairings import EndKind, MentoringModel, PairingKind
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.records import (
    DayOrMonth,
    MentionedPerson,
    ReadPair,
    ReadPerson,
)
from nastavnik_desktop.imports.values.orders import read_order
from nastavnik_desktop.services.external_orders import external_order
from nastavnik_desktop.services.import_drafts import address_of, first_day, kind_by_form, name_of
from nastavnik_desktop.services.import_mentions import Mentions
from nastavnik_desktop.services.import_preview import ImportPreview

_HEADING = "О закреплении наставнических пар (групп)"


@dataclass
class ImportedPairings:
    """What an import made of pairs: ids of the new ones, the orders, and what needs a decision."""

    pairing_ids: list[int] = field(default_factory=list)
    order_numbers: list[str] = field(default_factory=list)
    unresolved: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The part of the report that speaks of pairs."""
        return {
            "pairings": len(self.pairing_ids),
            "orders": self.order_numbers,
            "unresolved": self.unresolved,
        }


@dataclass(frozen=True)
class _Couple:
    """A mentor and a mentee named by one row; an id is known for the person of the row."""

    address: str
    mentor: int | MentionedPerson
    mentee: int | MentionedPerson
    form: str
    starts_on: DayOrMonth | None
    ends_on: DayOrMonth | None
    order: str
    end_reason: str
    is_completed: bool


def write_pairings(
    session: Session, preview: ImportPreview, person_ids: dict[int, int]
) -> ImportedPairings:
    """Write the pairs of the file that are not in the base yet; ``person_ids`` by line."""
    result = ImportedPairings()
    couples = list(_couples(preview, person_ids))
    if couples:
        writer = _Writer(session, preview, result)
        for couple in couples:
            writer.write(couple)
    return result


class _Writer:
    def __init__(self, session: Session, preview: ImportPreview, result: ImportedPairings) -> None:
        self._session = session
        self._year = preview.year
        self._reading = preview.reading
        self._result = result
        self._mentions = Mentions(session, preview.year)
        forms = session.execute(select(MentoringFormModel.title, MentoringFormModel.form_id))
        self._forms = {_form_key(title): form_id for title, form_id in forms}
        self._known = _known_couples(session, preview.year.start)

    def write(self, couple: _Couple) -> None:
        mentor_id = self._person(couple.mentor, kind_by_form(couple.form, Kind.MENTORS))
        mentee_id = self._person(couple.mentee, kind_by_form(couple.form, Kind.MENTEES))
        form_id = self._form(couple.form)
        for what, value in (("наставник", mentor_id), ("наставляемый", mentee_id)):
            if value is None:
                who = couple.mentor if what == "наставник" else couple.mentee
                self._leave(couple, f"{what} не найден однозначно: {_text(who)}")
        if form_id is None:
            self._leave(couple, "форма наставничества не указана")
        if mentor_id is None or mentee_id is None or form_id is None or mentor_id == mentee_id:
            return
        key = (mentor_id, mentee_id, form_id)
        if key not in self._known:
            self._known[key] = self._add(couple, *key)
            self._result.pairing_ids.append(self._known[key])
        self._register(couple, self._known[key])

    def _form(self, title: str) -> int | None:
        """The form of the list; one that the list lacks is added to it as the file writes it."""
        key = _form_key(title)
        if not key or key in self._forms:
            return self._forms.get(key)
        number = len(self._forms) + 1
        model = MentoringModel.PUPILS if "учен" in key or "обуч" in key else MentoringModel.TEACHERS
        form = MentoringFormModel(
            code=f"own-{number}", title=title.strip("«» "), model=model, position=number
        )
        self._session.add(form)
        self._session.flush()
        self._forms[key] = form.form_id
        return form.form_id

    def _person(self, who: int | MentionedPerson, kind: PersonKind) -> int | None:
        return who if isinstance(who, int) else self._mentions.find_or_make(who, kind)

    def _leave(self, couple: _Couple, why: str) -> None:
        self._result.unresolved.append({"address": couple.address, "what": why})

    def _add(self, couple: _Couple, mentor_id: int, mentee_id: int, form_id: int) -> int:
        starts_on = first_day(couple.starts_on) or self._year.first_day
        ends_on = _last_day(couple.ends_on) or date(self._year.start + 1, 5, 31)
        pairing = PairingModel(
            kind=PairingKind.PAIR,
            school_year=self._year.start,
            form_id=form_id,
            mentor_id=mentor_id,
            starts_on=starts_on,
            ends_on=max(starts_on, ends_on),
            members=[PairingMemberModel(person_id=mentee_id)],
        )
        if couple.is_completed or couple.end_reason:
            pairing.ended_on = pairing.ends_on
            pairing.end_kind = EndKind.EARLY if couple.end_reason else EndKind.COMPLETED
            pairing.end_reason = couple.end_reason
        self._session.add(pairing)
        self._session.flush()
        return pairing.pairing_id

    def _register(self, couple: _Couple, pairing_id: int) -> None:
        """Put the pairing into the order that the file names, as an external entry."""
        for number, order_date in self._orders_of(couple):
            try:
                order = self._order(number, order_date)
            except RuleViolation as refusal:
                self._leave(couple, f"приказ не внесён в журнал: {refusal.message}")
                continue
            if pairing_id not in {link.pairing_id for link in order.links}:
                order.links.append(
                    OrderPairingModel(pairing_id=pairing_id, position=len(order.links))
                )

    def _orders_of(self, couple: _Couple) -> Iterator[tuple[str, date]]:
        named = read_order(couple.order)
        if named is not None:
            yield named
            return
        mention = self._reading.order
        if mention is not None and mention.number and mention.date is not None:
            yield mention.number, mention.date

    def _order(self, number: str, order_date: date) -> OrderModel:
        statement = select(OrderModel).where(
            OrderModel.number_key == number_key(number),
            OrderModel.calendar_year == order_date.year,
        )
        known = self._session.scalars(statement).first()
        if known is not None:
            return known
        heading = self._reading.order.title if self._reading.order else ""
        order = external_order(self._session, number, order_date, heading or _HEADING)
        self._session.add(order)
        self._session.flush()
        self._result.order_numbers.append(number)
        return order


def _couples(preview: ImportPreview, person_ids: dict[int, int]) -> Iterator[_Couple]:
    reading = preview.reading
    for pair in reading.pairs:
        if pair.mentor is not None:
            yield from (_couple(pair, pair.mentor, mentee) for mentee in pair.mentees)
    for line, read in zip(preview.current_lines, reading.people, strict=True):
        person_id = person_ids.get(line.number)
        if person_id is None:
            continue
        kind = reading.kind_of(read)
        if kind is Kind.MENTORS:
            yield from (_couple(read, person_id, mentee) for mentee in read.mentees)
        elif kind is Kind.MENTEES and read.mentor is not None:
            yield _couple(read, read.mentor, person_id)


def _couple(
    row: ReadPerson | ReadPair, mentor: int | MentionedPerson, mentee: int | MentionedPerson
) -> _Couple:
    return _Couple(
        address=address_of(row),
        mentor=mentor,
        mentee=mentee,
        form=row.form,
        starts_on=row.start,
        ends_on=row.end,
        order=row.order,
        end_reason=row.end_reason,
        is_completed=bool(row.completed),
    )


def _known_couples(session: Session, school_year: int) -> dict[tuple[int, int, int], int]:
    statement = (
        select(
            PairingModel.mentor_id,
            PairingMemberModel.person_id,
            PairingModel.form_id,
            PairingModel.pairing_id,
        )
        .join(PairingMemberModel)
        .where(PairingModel.school_year == school_year)
    )
    return {
        (mentor_id, mentee_id, form_id): pairing_id
        for mentor_id, mentee_id, form_id, pairing_id in session.execute(statement)
    }


def _form_key(title: str) -> str:
    return re.sub(r"\s*[-–—]\s*", "–", search_key(title.strip("«»\"' ")))


def _last_day(when: DayOrMonth | None) -> date | None:
    if when is None or isinstance(when, date):
        return when
    return date(when.year, when.month, monthrange(when.year, when.month)[1])


def _text(who: int | MentionedPerson) -> str:
    name = FullName("") if isinstance(who, int) else name_of(who)
    return name.full or "имя не указано"
