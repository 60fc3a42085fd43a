"""The certificate of a mentor's record («справка о наставнической деятельности»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.documents.letterhead import Letterhead, OrderMark, letterhead
from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Cell,
    Document,
    PageFoot,
    Paragraph,
    Role,
    Row,
    SignatureLine,
    Table,
)
from nastavnik_desktop.documents.widths import with_whole_words
from nastavnik_desktop.domain.dates import long_date
from nastavnik_desktop.domain.full_name import NBSP, Case
from nastavnik_desktop.domain.mentor_record import MentorLine, MentorRecord
from nastavnik_desktop.domain.people import Sex
from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.language.typography import tidy

_PAGE = PageSetup(left_mm=25.0, right_mm=10.0)
_TEXT = TextSetup(size_pt=13.0, table_size_pt=10.0)
_WIDTHS_MM = (8.0, 17.0, 40.0, 38.0, 23.0, 30.0, 22.0)
_MENTORED = {Sex.MALE: "осуществлял", Sex.FEMALE: "осуществляла"}


@dataclass(frozen=True)
class MentorRecordFacts:
    """The record with the person and the school; ``awards`` and ``trainings`` are ready titles."""

    school: Letterhead
    person: PersonForms
    record: MentorRecord
    on: date
    director_post: str
    director_name: str
    sex: Sex | None = None
    awards: tuple[str, ...] = ()
    trainings: tuple[str, ...] = ()
    executor: tuple[str, ...] = ()


def mentor_record_paper(facts: MentorRecordFacts) -> Document:
    """The paper; its number is written by hand."""
    return Document(
        title=f"Справка о наставнической деятельности: {facts.person.name.short}".replace(
            NBSP, " "
        ),
        author=facts.school.short_name or facts.school.full_name,
        page=_PAGE,
        text=_TEXT,
        blocks=tuple(_blocks(facts)),
    )


def _blocks(facts: MentorRecordFacts) -> Iterator[Block]:
    yield from letterhead(facts.school, OrderMark(facts.on, ""), "СПРАВКА")
    yield Paragraph.of("о наставнической деятельности", Role.SUBTITLE)
    yield Paragraph.of(tidy(_statement(facts)))
    if facts.record.reached_on is not None:
        yield Paragraph.of(tidy(_reached(facts)))
    if facts.record.lines:
        yield Paragraph.of("Пары и группы, закреплённые приказами:", keep_with_next=True)
        yield _table(facts.record)
    for title, lines in (
        ("Обучение наставника", facts.trainings),
        ("Сертификаты и благодарности", facts.awards),
    ):
        if lines:
            yield Paragraph.of(tidy(f"{title}: {'; '.join(lines)}."))
    yield Paragraph.of("Справка дана для предъявления по месту требования.")
    yield SignatureLine(tidy(facts.director_post), tidy(facts.director_name))
    if facts.executor:
        yield PageFoot(facts.executor)


def _statement(facts: MentorRecordFacts) -> str:
    record = facts.record
    who = facts.person.full(Case.DATIVE)
    mentored = _MENTORED[facts.sex] if facts.sex else "осуществлял(а)"
    if not record.lines:
        return f"Дана {who}, в том, что приказов о наставничестве в базе школы нет."
    years = record.years
    span = f"в {years[0].label}" if len(years) == 1 else f"с {years[0].label} по {years[-1].label}"
    words = plural(len(years), "учебном году", "учебных годах", "учебных годах")
    count = "" if len(years) == 1 else f" (в {len(years)} {words})"
    term = f"{span} учебном году" if len(years) == 1 else f"{span} учебный год{count}"
    people = counted(record.mentee_count, "человека", "человек", "человек")
    return (
        f"Дана {who}, в том, что {facts.school.short_name} подтверждает: {term} {mentored} "
        f"наставничество в отношении {people}."
    )


def _reached(facts: MentorRecordFacts) -> str:
    record = facts.record
    since = long_date(record.reached_on) if record.reached_on else ""
    return f"Число учебных годов наставничества достигло {record.years_wanted}: {since}"


def _table(record: MentorRecord) -> Table:
    titles = (
        "№\nп/п", "Учебный год", "Наставляемый", "Форма, ролевая модель", "Срок", "Приказы", "Итог",
    )  # fmt: skip
    header = Row(tuple(header_cell(title) for title in titles))
    rows = (_row(number, line) for number, line in enumerate(record.lines, start=1))
    table = Table(_WIDTHS_MM, (header, *rows), header_rows=1)
    return with_whole_words(table, _PAGE.text_width_mm, _TEXT.table_size_pt)


def _row(number: int, line: MentorLine) -> Row:
    form = ", ".join(filter(None, (f"«{line.form}»", line.role_model, line.role)))
    return Row(
        (
            Cell(f"{number}.", Alignment.CENTER),
            Cell(line.year.label, Alignment.CENTER),
            Cell("\n".join(line.mentees)),
            Cell(tidy(form)),
            Cell(line.term.replace(" ", "\n"), Alignment.CENTER),
            Cell(tidy("\n".join(line.orders))),
            Cell(tidy(line.outcome)),
        )
    )
