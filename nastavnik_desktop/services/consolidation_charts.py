"""Charts of the consolidation: types of schools beside each other, the share of schools by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nastavnik_desktop.documents.tree import Block, Paragraph, Role, Run
from nastavnik_desktop.domain.charts import Bar, BarChart, Chart, Series, TrendChart
from nastavnik_desktop.domain.consolidation.shares import ShareOfSchools
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.report import rounded
from nastavnik_desktop.services.consolidation import KindTable, TotalsOfKind

_WHOLE = ": всего"


def chart_of_shares(shares: Sequence[ShareOfSchools]) -> TrendChart:
    """The plan and the fact in whole per cent; a year without packages has no fact."""
    facts = tuple(None if one.percent is None else int(rounded(one.percent, 0)) for one in shares)
    return TrendChart(
        "Доля школ, в которых действует наставничество, %",
        tuple(SchoolYear(one.year).label for one in shares),
        (Series("факт, %", facts), Series("план, %", tuple(one.plan for one in shares))),
    )


def charts_of_kinds(table: KindTable) -> Iterator[BarChart]:
    """How many schools of each type have sent, then the first figure and the last total.

    Three charts stand on one sheet with their table.
    """
    kinds = [row for row in table.rows if row.kind is not None]
    if len(kinds) < 2:
        return
    yield BarChart("Прислали посылки", tuple(map(_sent, kinds)), whole=1.0)
    totals = [place for place, heading in enumerate(table.headings) if heading.endswith(_WHOLE)]
    for place in dict.fromkeys((0, *totals[-1:])):
        bars = tuple(_figure(row, place) for row in kinds if row.figures)
        if any(bar.value for bar in bars):
            yield BarChart(table.headings[place].removesuffix(_WHOLE), bars)


def chart_blocks(chart: Chart) -> Iterator[Block]:
    """A chart under its name."""
    name = Run(chart.title, bold=True)
    yield Paragraph((name,), Role.PLAIN, keep_with_next=True, space_before_pt=12)
    yield chart


def _sent(row: TotalsOfKind) -> Bar:
    share = row.sent / row.schools if row.schools else 0.0
    return Bar(row.title, share, f"{row.sent} из {row.schools}")


def _figure(row: TotalsOfKind, place: int) -> Bar:
    shown = row.figures[place]
    number = shown.replace(",", ".").replace("\u00a0", "")
    is_number = number.replace(".", "", 1).isdigit()
    return Bar(row.title, float(number) if is_number else 0.0, shown)
