"""How well and how fast deadline phrases are read: ``python -m tests.benchmarks.deadlines``.

Prints, for the labelled phrases of real documents, how many of each field are right, beside those
of the library ``dateparser`` (days found in the phrase: one is a date, the first and the last of
several are a period), and the time of 100,000 random and mutated phrases.
"""

import random
import sys
from datetime import datetime, time
from statistics import median
from time import perf_counter

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from tests.domain.deadlines.phrases import COMPARED, labelled, lines_of, told, year_of
from tests.domain.deadlines.test_any_text import LETTERS, PHRASES, mutated

PHRASES_IN_ALL = 100_000


def main():
    """Print both tables."""
    labels = lines_of("deadlines-dev.jsonl")
    print(f"{len(labels)} labelled phrases of real documents, fields read right, %")
    print(f"{'':24}" + "".join(f"{field:>13}" for field in (*COMPARED, "all five")))
    for name, reader in (("this program", ours), ("dateparser", dateparsers())):
        for group, chosen in (
            ("unambiguous", [one for one in labels if not one["ambiguous"]]),
            ("all", labels),
        ):
            shares = accuracy(chosen, reader)
            print(f"{name + ', ' + group:24}" + "".join(f"{share:13.1f}" for share in shares))
    speed()


def ours(label):
    """The reading of this program."""
    return told(read_deadline(label["phrase"], year_of(label)))


def dateparsers():
    """The reading of the other library."""
    from dateparser.search import search_dates

    def read(label):
        year = year_of(label)
        settings = {
            "RELATIVE_BASE": datetime.combine(year.first_day, time()),
            "PREFER_DATES_FROM": "future",
            "PREFER_DAY_OF_MONTH": "last",
        }
        found = search_dates(label["phrase"], languages=["ru"], settings=settings) or []
        days = sorted(moment.date() for _, moment in found)
        if not days:
            return dict.fromkeys(COMPARED) | {"kind": "undefined"}
        return {
            "kind": "date" if len(days) == 1 else "period",
            "start": days[0].isoformat(),
            "end": days[-1].isoformat(),
            "recurrence": None,
            "occurrences": [days[-1].isoformat()] if days[-1] in year else [],
        }

    return read


def accuracy(labels, reader):
    """Percents for each field and for all; an ambiguous phrase has two right readings."""
    right = [0] * (len(COMPARED) + 1)
    for label in labels:
        read = reader(label)
        accepted = [labelled(label)] + ([labelled(label["alt"])] if label["alt"] else [])
        best = max(accepted, key=lambda one: sum(read[field] == one[field] for field in COMPARED))
        hits = [read[field] == best[field] for field in COMPARED]
        right = [sum(pair) for pair in zip(right, [*hits, all(hits)], strict=True)]
    return [100 * count / len(labels) for count in right]


def speed():
    """The time of random and mutated phrases; that none raises is part of the measure."""
    chance = random.Random(7)
    times = []
    for number in range(PHRASES_IN_ALL):
        phrase = mutated(chance.choice(PHRASES), chance)
        if number % 4 == 0:
            phrase = "".join(chance.choices(LETTERS, k=chance.randrange(60)))
        year = ReadingYear(2023, number % 2 == 0)
        started = perf_counter()
        read_deadline(phrase, year)
        times.append((perf_counter() - started) * 1000)
    times.sort()
    worst = times[int(len(times) * 0.999)]
    print(f"{PHRASES_IN_ALL} random and mutated phrases, none raised:", end=" ")
    print(f"median {median(times):.3f} ms, 99.9 % under {worst:.3f} ms (goal: median 1 ms)")


if __name__ == "__main__":
    sys.exit(main())
