"""What a benchmark answers: our time beside the least that the same work can take."""

from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Measure:
    """A row of the table; times in milliseconds, or megabytes where the unit says so."""

    what: str
    ours: float
    limit: float
    limited_by: str
    goal: str
    unit: str = "ms"

    @property
    def ratio(self):
        return self.ours / self.limit if self.limit else float("inf")


def milliseconds(work, rounds=5):
    """The median time of several runs; one run before them warms up."""
    work()
    times = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        times.append((perf_counter() - started) * 1000)
    return median(times)


def table(measures):
    """The measures as lines of text, a column each."""
    head = ("operation", "ours", "limit", "ratio", "limited by", "goal")
    rows = [head] + [
        (
            one.what,
            f"{one.ours:.3g} {one.unit}",
            f"{one.limit:.3g} {one.unit}",
            f"{one.ratio:.1f}",
            one.limited_by,
            one.goal,
        )
        for one in measures
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])
