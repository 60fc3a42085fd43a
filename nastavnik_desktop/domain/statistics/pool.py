"""The observations of an indicator, judged once by each group whatever the number of cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from nastavnik_desktop.domain.statistics.groupings import group
from nastavnik_desktop.domain.statistics.indicators import Indicator
from nastavnik_desktop.domain.statistics.observations import Included, Observation, Unknown

Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Split:
    """What a group says: places of observations that belong, and of those it cannot judge."""

    included: Mapping[int, str]
    unknown: Mapping[int, str]


@dataclass(frozen=True)
class Chosen:
    """Places of observations that belong to all groups, and records that cannot be told."""

    places: frozenset[int]
    unknown: Mapping[str, frozenset[int]]


@dataclass
class Pool:
    """Observations of one indicator on one day with the verdicts on them."""

    indicator: Indicator
    day: date
    observations: Sequence[Observation]
    _splits: dict[tuple[str, str], Split] = field(default_factory=dict)
    _chosen: dict[Where, Chosen] = field(default_factory=dict)

    def chosen(self, where: Mapping[str, str]) -> Chosen:
        """The observations of all groups; the first group that says otherwise decides."""
        key = tuple(where.items())
        if key not in self._chosen:
            self._chosen[key] = self._choose(key)
        return self._chosen[key]

    def reason(self, place: int, *wheres: Mapping[str, str]) -> str:
        """Why an observation is counted: who it is, and the facts that decided, each once."""
        facts = [self.observations[place].reason]
        for where in wheres:
            facts += [self._split(*pair).included.get(place, "") for pair in where.items()]
        return ", ".join(dict.fromkeys(fact for fact in facts if fact))

    def _choose(self, where: Where) -> Chosen:
        places = frozenset(range(len(self.observations)))
        unknown: dict[str, set[int]] = {}
        for grouping, value in where:
            split = self._split(grouping, value)
            for place, missing in split.unknown.items():
                if place in places:
                    found = self.observations[place].subject_id
                    unknown.setdefault(missing, set()).add(found)
            places = places & split.included.keys()
        return Chosen(places, {missing: frozenset(ids) for missing, ids in unknown.items()})

    def _split(self, grouping: str, value: str) -> Split:
        if (grouping, value) not in self._splits:
            judge = group(grouping, value).judge
            included, unknown = dict[int, str](), dict[int, str]()
            for place, observed in enumerate(self.observations):
                verdict = judge(observed, self.day)
                if isinstance(verdict, Included):
                    included[place] = verdict.reason
                elif isinstance(verdict, Unknown):
                    unknown[place] = verdict.missing
            self._splits[grouping, value] = Split(included, unknown)
        return self._splits[grouping, value]
