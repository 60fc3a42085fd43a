"""The section of the school's site as one plain page: readable by everybody, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from nastavnik_desktop.documents.pdf_charts import PAPER_COLOURS, corners_of
from nastavnik_desktop.domain.charts import (
    Box,
    Chart,
    Mark,
    Shape,
    Stroke,
    Tone,
    Words,
    height_of,
    shapes,
    told,
)
from nastavnik_desktop.domain.dates import long_date
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.overview import Overview

_CHART_WIDTH = 640.0
_STYLE = """
body { margin: 0; color: #1b1f24; background: #fff; font: 18px/1.6 system-ui, sans-serif; }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: .3rem 0; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; }
p.school, footer { color: #4a535d; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1.2rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid #b9c0c8; padding: .45rem .6rem; text-align: left; }
td.number, th.number { text-align: right; }
thead th { background: #eef1f4; }
figure { margin: 1rem 0; }
figure svg { width: 100%; height: auto; }
a { color: #1f4e9e; }
a:focus { outline: 3px solid #1f4e9e; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
footer { margin-top: 2.5rem; border-top: 1px solid #b9c0c8; padding: 1rem; font-size: 1rem; }
@media print { .skip { display: none; } a { color: inherit; } }
"""


@dataclass(frozen=True)
class SiteFile:
    """A document beside the page: its path from the page, its words, its kind and size."""

    path: str
    title: str
    kind: str


@dataclass(frozen=True)
class SiteAct:
    """A local act: what it is, its requisites, its path on the same site (or none)."""

    kind: str
    requisites: str
    path: str = ""


@dataclass(frozen=True)
class SiteFacts:
    """Everything that the page says; people are only those who agreed to be named."""

    school: str
    short_name: str
    contacts: tuple[str, ...]
    overview: Overview
    acts: tuple[SiteAct, ...] = ()
    files: tuple[SiteFile, ...] = ()
    coordinator: str = ""
    mentors: tuple[tuple[str, str], ...] = ()


def site_page(facts: SiteFacts) -> str:
    """The page as HTML 5 in UTF-8, with its style and its charts inside."""
    year = SchoolYear.of(facts.overview.as_of).label
    title = f"Наставничество – {facts.short_name}"
    body = "\n".join(_body(facts))
    return (
        '<!DOCTYPE html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#content">К содержанию</a>\n'
        f'<header>\n<p class="school">{escape(facts.school)}</p>\n'
        f"<h1>Наставничество</h1>\n<p>{escape(year)} учебный год</p>\n</header>\n"
        f'<main id="content">\n{body}\n</main>\n'
        f"<footer>\n<p>Сведения приведены на {escape(long_date(facts.overview.as_of))}"
        "</p>\n</footer>\n</body>\n</html>\n"
    )


def _body(facts: SiteFacts) -> Iterator[str]:
    yield from _figures(facts.overview)
    yield from _documents(facts)
    yield from _people(facts)
    yield from _contacts(facts)


def _figures(seen: Overview) -> Iterator[str]:
    yield "<h2>Программа в цифрах</h2>"
    if seen.is_empty:
        yield "<p>В этом учебном году пары и группы ещё не сформированы.</p>"
        return
    yield _table("Участники программы", ("Показатель", "Количество"), seen.figures)
    forms = seen.chart_of_forms()
    yield _figure(forms, "forms")
    yield _table(forms.title, ("Форма", "Пар и групп", "Наставляемых"), seen.by_form)
    if len(seen.years) > 1:
        yield _figure(seen.chart_of_years(), "years")
        rows = [(one.year.label, one.pairings, one.mentors, one.mentees) for one in seen.years]
        heads = ("Учебный год", "Пар и групп", "Наставников", "Наставляемых")
        yield _table("Программа по годам", heads, rows)


def _documents(facts: SiteFacts) -> Iterator[str]:
    if not facts.acts and not facts.files:
        return
    yield "<h2>Документы</h2>\n<ul>"
    for act in facts.acts:
        named = ": ".join(filter(None, (act.kind[0].upper() + act.kind[1:], act.requisites)))
        words = escape(named)
        linked = f'<a href="{escape(act.path)}">{words}</a>' if act.path else words
        yield f"<li>{linked}</li>"
    for file in facts.files:
        words = escape(f"{file.title} ({file.kind})")
        yield f'<li><a href="{escape(file.path)}">{words}</a></li>'
    yield "</ul>"


def _people(facts: SiteFacts) -> Iterator[str]:
    if facts.coordinator:
        yield f"<h2>Куратор программы</h2>\n<p>{escape(facts.coordinator)}</p>"
    if facts.mentors:
        yield "<h2>Наставники</h2>"
        yield "<p>Названы те, кто согласился на публикацию.</p>"
        yield _table("Наставники школы", ("Имя", "Кто это"), facts.mentors)


def _contacts(facts: SiteFacts) -> Iterator[str]:
    if facts.contacts:
        lines = "<br>\n".join(map(escape, facts.contacts))
        yield f"<h2>Контакты школы</h2>\n<p>{lines}</p>"


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> str:
    is_number = [isinstance(value, int) for value in rows[0]] if rows else [False] * len(heads)
    head = "".join(
        f'<th scope="col"{_look(number)}>{escape(words)}</th>'
        for words, number in zip(heads, is_number, strict=True)
    )
    body = "\n".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _row(row: Sequence[str | int]) -> str:
    first, *rest = row
    cells = "".join(f"<td{_look(isinstance(one, int))}>{escape(str(one))}</td>" for one in rest)
    return f'<th scope="row">{escape(str(first))}</th>{cells}'


def _look(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


# Charts


def _figure(chart: Chart, name: str) -> str:
    """A drawing inside the page; whoever does not see it hears its figures."""
    drawn = "\n".join(map(_drawn, shapes(chart, _CHART_WIDTH)))
    height = height_of(chart)
    return (
        f'<figure>\n<svg viewBox="0 0 {_CHART_WIDTH:g} {height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-text">\n'
        f'<title id="{name}-title">{escape(chart.title)}</title>\n'
        f'<desc id="{name}-text">{escape(told(chart))}</desc>\n{drawn}\n</svg>\n'
        f"<figcaption>{escape(chart.title)}</figcaption>\n</figure>"
    )


def _drawn(shape: Shape) -> str:
    colour = PAPER_COLOURS[shape.tone]
    match shape:
        case Box():
            return (
                f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.width:.1f}" '
                f'height="{shape.height:.1f}" fill="{colour}"/>'
            )
        case Stroke():
            dash = f' stroke-dasharray="{" ".join(map(str, shape.dash))}"' if shape.dash else ""
            return (
                f'<polyline points="{_points(shape.points)}" fill="none" stroke="{colour}" '
                f'stroke-width="{shape.width:g}"{dash}/>'
            )
        case Mark():
            return f'<polygon points="{_points(corners_of(shape))}" fill="{colour}"/>'
        case Words():
            weight = ' font-weight="bold"' if shape.is_bold else ""
            ink = PAPER_COLOURS[Tone.TEXT] if shape.tone is Tone.TEXT else colour
            return (
                f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size:g}" '
                f'text-anchor="{shape.anchor.value}" fill="{ink}"{weight}>'
                f"{escape(shape.text)}</text>"
            )


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
