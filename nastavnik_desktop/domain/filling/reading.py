"""What the headings of one cell say together: an indicator, groups that narrow it, a fact."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from nastavnik_desktop.domain.filling.sources import Counted, Source
from nastavnik_desktop.domain.filling.words import (
    GROUPS,
    PAIRING_KINDS,
    STRONG,
    TEXTS,
    UNCOUNTED,
    WEAK,
    form_in,
    is_neutral,
    meaning_in,
    plain,
)
from nastavnik_desktop.domain.statistics.group_titles import groupings_of
from nastavnik_desktop.domain.statistics.groupings import BY_FORM

_POPULATION = {"educators": "educator", "pupils": "pupil"}
"""Indicators of whole groups, and the group that they are beside another indicator."""


@dataclass(frozen=True)
class Said:
    """What one heading says by itself; ``is_understood`` is also a heading that narrows nothing."""

    strong: str | None = None
    weak: str | None = None
    where: Mapping[str, str] = field(default_factory=dict)
    fact: str | None = None
    is_understood: bool = False


def said_by(heading: str, forms: Mapping[str, str], names: Collection[str]) -> Said:
    """What a heading says; ``names`` are those of the school, plain: its own row is the whole."""
    whole = plain(heading)
    named = form_in(forms, whole)
    form, words = named if named is not None else ("", whole)
    strong, weak, fact = (meaning_in(rules, words) for rules in (STRONG, WEAK, TEXTS))
    groups = {name: meaning_in(rules, words) for name, rules in GROUPS.items()}
    where = {name: value for name, value in groups.items() if value is not None}
    if form:
        where[BY_FORM] = form
    kind = meaning_in(PAIRING_KINDS, words) if strong == "pairings" else None
    if kind:
        where["pairing_kind"] = kind
    is_said = bool(strong or weak or fact or where)
    is_whole = is_neutral(whole) or whole in names
    return Said(strong, weak, where, fact, (is_said or is_whole) and not UNCOUNTED.is_in(whole))


@dataclass
class Reading:
    """What headings say together; an inner heading overrides an outer one."""

    strong: str | None = None
    weak: str | None = None
    where: dict[str, str] = field(default_factory=dict)

    def add(self, said: Said) -> None:
        """Take in a heading that stands further inwards."""
        self.strong = said.strong or self.strong
        self.weak = said.weak or self.weak
        self.where |= said.where

    def under(self, parent: Reading) -> Reading:
        """The reading of a part whose whole stands in a row above."""
        return Reading(parent.strong, self.weak or parent.weak, {**parent.where, **self.where})

    def source(self) -> Source | None:
        """What is counted, or which fact is asked for; None when the headings do not tell."""
        code = self.strong or self.weak
        if code is None:
            return None
        allowed = groupings_of(code)
        where = {name: value for name, value in self._where(code).items() if name in allowed}
        return Counted(code, tuple(sorted(where.items(), key=lambda one: allowed.index(one[0]))))

    def _where(self, code: str) -> dict[str, str]:
        """The groups, without what the indicator itself says and what says the same twice."""
        where = dict(self.where)
        if where.get("mentee") == "early_career":
            for said_twice in ("occupation", "teaching_service"):
                where.pop(said_twice, None)
        if where.get("mentee") in {"disability", "gifted", "hardship"} or "pupil_age" in where:
            where.pop("occupation", None)
        if _POPULATION.get(code) == where.get("occupation"):
            where.pop("occupation", None)
        if code in {"pairings", "orders"}:
            where = {name: where[name] for name in where if name in {BY_FORM, "pairing_kind"}}
        return where
