"""Duplicates: cards that may be of one person, side by side, and merging them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import DifferentPeopleModel, EmploymentModel, Model, PersonModel
from db.queries.duplicates import (
    different_people,
    duplicate_cards,
    marks_of_person,
    stand_in_one_pairing,
)
from db.repointing import referring_rows, repoint
from nastavnik_desktop.domain.card_merge import (
    MergePreview,
    former_name_of,
    merge_fields,
    trace_of_merging,
)
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.duplicates import (
    DifferentPeople,
    DuplicatePair,
    find_duplicates,
    pair_key,
)
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.services.field_labels import FIELD_LABELS, value_text
from nastavnik_desktop.services.results import Saved

_CHANGES = Changes.PEOPLE | Changes.POOLS | Changes.CONSENTS | Changes.PAIRINGS
_OWN = frozenset(
    ("person_id", "employment_id", "position", "search_key", "case_forms", "archived_on", "notes")
)
_MOVING = {
    "pairings": ("пара наставника", "пары наставника", "пар наставника"),
    "pairing_members": ("пара наставляемого", "пары наставляемого", "пар наставляемого"),
    "pairing_mentors": ("второе наставничество", "вторых наставничества", "вторых наставничеств"),
    "contract_addenda": ("соглашение", "соглашения", "соглашений"),
    "consents": ("согласие", "согласия", "согласий"),
    "enrollments": ("запись о классе", "записи о классе", "записей о классе"),
    "pool_entries": ("запись базы", "записи базы", "записей базы"),
    "marks": ("отметка", "отметки", "отметок"),
    "awards": ("благодарность", "благодарности", "благодарностей"),
    "mentor_trainings": ("обучение наставника", "обучения наставника", "обучений наставника"),
}


class DuplicateService:
    """Use cases of the page of duplicates."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def find(self) -> list[DuplicatePair]:
        """Pairs of cards that may be one person, with reasons; the sure ones first.

        Pairs that were told apart are not among them.
        """
        with self._base.reading() as session:
            cards = duplicate_cards(session)
            apart = {(mark.first_id, mark.second_id) for mark in different_people(session)}
        return find_duplicates(cards, apart)

    def told_apart(self) -> list[DifferentPeople]:
        """Pairs that the user knows to be two people, the latest first."""
        with self._base.reading() as session:
            by_id = {card.person_id: card for card in duplicate_cards(session)}
            return [
                DifferentPeople(by_id[mark.first_id], by_id[mark.second_id], mark.marked_on)
                for mark in different_people(session)
            ]

    def tell_apart(self, pair: DuplicatePair) -> Saved:
        """Remember that two cards are of two people: the search offers them no more."""
        first_id, second_id = pair_key(pair.first.person_id, pair.second.person_id)
        title = f"Разные люди: {pair.first.name.short} и {pair.second.name.short}"
        with self._base.begin(title, Changes.PEOPLE) as session:
            _both(session, first_id, second_id)
            _mark(session, first_id, second_id, self._today())
        return Saved(title, Changes.PEOPLE)

    def compare_again(self, pairs: Collection[DifferentPeople]) -> Saved:
        """Take marks back: the search may offer these cards again."""
        wanted = {pair.key for pair in pairs}
        found = counted(len(wanted), "пара", "пары", "пар")
        title = f"Снята отметка «разные люди»: {found}"
        with self._base.begin(title, Changes.PEOPLE) as session:
            for mark in different_people(session):
                if (mark.first_id, mark.second_id) in wanted:
                    session.delete(mark)
        return Saved(title, Changes.PEOPLE)

    def preview(self, kept_id: int, gone_id: int) -> MergePreview:
        """Two cards side by side; the user changes what is taken by ``choosing``."""
        with self._base.reading() as session:
            kept, gone = _both(session, kept_id, gone_id)
            return MergePreview(
                kept_id=kept_id,
                gone_id=gone_id,
                kept_title=_name(kept).full,
                gone_title=_name(gone).full,
                fields=merge_fields(_values(kept), _values(gone), FIELD_LABELS, value_text),
                moving=_moving(session, gone),
                refusal=_refusal(session, kept, gone),
            )

    def merge(self, preview: MergePreview) -> Saved:
        """Make one card of two: chosen values, all ties of both; issued orders stay as printed."""
        title = f"Объединены карточки: {preview.kept_title}"
        with self._base.begin(title, _CHANGES) as session:
            kept, gone = _both(session, preview.kept_id, preview.gone_id)
            refusal = _refusal(session, kept, gone)
            if refusal:
                raise RuleViolation(refusal)
            _take_values(kept, gone, preview.taken)
            gone.notes = trace_of_merging(kept.person_id)
            _take_marks(session, kept.person_id, gone.person_id)
            repoint(session, kept, gone, leaving=(EmploymentModel, DifferentPeopleModel))
            _move_posts(session, kept, gone)
            session.expire(gone)
            session.delete(gone)
        return Saved(title, _CHANGES, preview.kept_id)


def _mark(session: Session, first_id: int, second_id: int, day: date) -> None:
    known = {(mark.first_id, mark.second_id) for mark in different_people(session)}
    if (first_id, second_id) not in known:
        mark = DifferentPeopleModel(first_id=first_id, second_id=second_id, marked_on=day)
        session.add(mark)


def _take_marks(session: Session, kept_id: int, gone_id: int) -> None:
    """Whoever was told apart from the card that goes is told apart from the one that stays."""
    for mark in marks_of_person(session, gone_id):
        other = mark.second_id if mark.first_id == gone_id else mark.first_id
        if other != kept_id:
            _mark(session, *pair_key(kept_id, other), mark.marked_on)
        session.delete(mark)
    session.flush()


def _both(session: Session, kept_id: int, gone_id: int) -> tuple[PersonModel, PersonModel]:
    if kept_id == gone_id:
        raise RuleViolation("Выберите две разные карточки: эта уже одна.")
    kept, gone = session.get(PersonModel, kept_id), session.get(PersonModel, gone_id)
    if kept is None or gone is None:
        raise RuleViolation("Одной из карточек больше нет в базе: возможно, их уже объединили.")
    return kept, gone


def _refusal(session: Session, kept: PersonModel, gone: PersonModel) -> str:
    if stand_in_one_pairing(session, kept.person_id, gone.person_id):
        return (
            f"{_name(kept).short} и {_name(gone).short} – наставник и наставляемый одной пары: "
            "это разные люди. Если в паре ошибка, сначала исправьте пару."
        )
    return ""


def _name(person: PersonModel) -> FullName:
    return FullName(person.last_name, person.first_name, person.patronymic)


def _moving(session: Session, gone: PersonModel) -> tuple[str, ...]:
    tables = [inspect(type(row)).local_table.name for row in referring_rows(session, gone)]  # type: ignore[attr-defined]
    return tuple(
        counted(tables.count(table), *words) for table, words in _MOVING.items() if table in tables
    )


def _values(person: PersonModel) -> dict[str, Any]:
    """All fields of a card and of its main post by the names of their columns."""
    post = person.employments[0] if person.employments else None
    blank = dict.fromkeys(_names(EmploymentModel))
    return {**(_fields(post) if post else blank), **_fields(person)}


def _fields(row: Model) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _names(type(row))}


def _names(model: type[Model]) -> list[str]:
    return [one.key for one in inspect(model).column_attrs if one.key not in _OWN]


def _take_values(kept: PersonModel, gone: PersonModel, taken: frozenset[str]) -> None:
    former = former_name_of(*((_name(kept), _name(gone))[:: -1 if "last_name" in taken else 1]))
    if taken & {"last_name", "first_name", "patronymic"} or not kept.case_forms:
        kept.case_forms = dict(gone.case_forms)
    _set(kept, _fields(gone), taken)
    if kept.employments and gone.employments:
        _set(kept.employments[0], _fields(gone.employments[0]), taken)
    kept.search_key = _name(kept).key
    kept.former_last_name = kept.former_last_name or former
    kept.notes = "\n".join(dict.fromkeys(text for text in (kept.notes, gone.notes) if text))
    if gone.archived_on is None:
        kept.archived_on = None


def _set(row: Model, values: Mapping[str, Any], taken: frozenset[str]) -> None:
    for name in taken & set(values):
        setattr(row, name, values[name])


def _move_posts(session: Session, kept: PersonModel, gone: PersonModel) -> None:
    """Posts that the kept card does not have come after its own; a main one is merged."""
    known = {(post.position_title, post.subject) for post in kept.employments}
    free = len(kept.employments)
    for post in list(gone.employments):
        is_merged = post.position == 0 and bool(known)
        if is_merged or (post.position_title, post.subject) in known:
            continue
        post.person_id, post.position = kept.person_id, free
        free += 1
    session.flush()
    session.expire(kept)
