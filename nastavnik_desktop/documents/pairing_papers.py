"""Papers of a pair or group: agreement, refusal, notice, cover of the programme, meeting sheet.

The agreement says what ст. 351.8 ТК РФ asks for: content, term, form and pay of the work. What
the base does not keep, such as the number of the labour contract, is left as lines to write on.
Texts are templates in ``resources/templates/pairings``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.documents.templating import render_text
from nastavnik_desktop.documents.tree import (
    Alignment,
    AnnexMark,
    Block,
    Border,
    Cell,
    Clause,
    Document,
    LeftRight,
    NumberedClauses,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Run,
    SignatureLine,
    Spacer,
    Table,
)
from nastavnik_desktop.domain.addenda import ContractAddendum
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.language.typography import tidy

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates" / "pairings"
_TEXT = TextSetup(size_pt=12.0, table_size_pt=11.0)
_BLANK_DATE = "«____» ______________ 20____ г."
_PLAN_ROWS, _MEETING_ROWS = 7, 18
_PLAN_HEAD = ("№", "Содержание (мероприятие)", "Форма проведения", "Срок", "Отметка о выполнении")
_MEETING_HEAD = ("№", "Дата", "Тема и содержание встречи", "Результат, договорённости", "Подписи")
_EXPLANATION = (
    "Описание проблемы",
    "Цель и задачи",
    "Планируемые результаты",
    "Условия и расписание встреч",
)


@dataclass(frozen=True)
class Side:
    """A participant as papers name him: forms of name and post, and who he is in a line."""

    person: PersonForms
    about: str = ""


@dataclass(frozen=True)
class PairingPaperFacts:
    """A pairing with one of its mentors, resolved for papers.

    ``director`` is None when nobody is entered; ``addendum`` is the stored agreement or what the
    program proposes for it; ``last_day`` is the earliest end after a notice of today.
    """

    school: Letterhead
    director: PersonForms | None
    mentor: Side
    mentees: tuple[Side, ...]
    form: str
    starts_on: date
    ends_on: date
    role_model: str = ""
    modes: tuple[str, ...] = ()
    topic: str = ""
    coordinator: str = ""
    is_work: bool = False
    consented_on: date | None = None
    addendum: ContractAddendum | None = None
    has_agreement: bool = False
    last_day: date | None = None


def addendum_paper(facts: PairingPaperFacts) -> Document:
    """«Дополнительное соглашение к трудовому договору» in two signatures."""
    template, values = _template("addendum"), _values(facts)
    addendum = facts.addendum
    signed_on = addendum.signed_on if addendum and facts.has_agreement else None
    day = render_text("{{ day | long_date }}", {"day": signed_on}) if signed_on else _BLANK_DATE
    clauses = tuple(Clause(render_text(text, values)) for text in template["clauses"])
    blocks: tuple[Block, ...] = (
        Paragraph.of(render_text(template["title"], values), Role.DOCUMENT_NAME),
        Paragraph.of(tidy(template["subtitle"]), Role.SUBTITLE),
        LeftRight(tidy(facts.school.place), day, space_after_pt=8),
        Paragraph.of(render_text(template["preamble"], values)),
        NumberedClauses(clauses),
        Spacer(14),
        _two_signatures(facts),
        Spacer(12),
        _received("Экземпляр соглашения получил(а):"),
    )
    return _document(f"Дополнительное соглашение: {facts.mentor.person.name.full}", facts, blocks)


def refusal_paper(facts: PairingPaperFacts) -> Document:
    """«Заявление о досрочном отказе» of the mentor to the director."""
    director = facts.director
    addressee = (
        f"{director.post_in(Case.DATIVE)} {facts.school.short_name} "
        f"{director.name_in(Case.DATIVE).short}"
        if director
        else f"директору {facts.school.short_name}"
    )
    mentor = facts.mentor.person
    sender = f"от {mentor.name_in(Case.GENITIVE).full}"
    if mentor.post:
        sender += f", {mentor.post_in(Case.GENITIVE)}"
    mark = AnnexMark((_capital(tidy(addressee)), tidy(sender)), block_mm=85)
    closing = (_signed_by_hand(mentor.name.signature),)
    title = f"Заявление об отказе от наставничества: {mentor.name.full}"
    return _document(title, facts, (mark, *_letter("refusal", facts, closing)))


def cancellation_paper(facts: PairingPaperFacts) -> Document:
    """«Уведомление о досрочной отмене поручения» of the employer to the mentor."""
    mentor, director = facts.mentor.person, facts.director
    mark = AnnexMark(
        tuple(
            filter(
                None,
                (
                    _capital(tidy(mentor.post_in(Case.DATIVE))),
                    tidy(mentor.name_in(Case.DATIVE).short),
                ),
            )
        ),
        block_mm=85,
    )
    post = _capital(director.post) if director else "Директор"
    closing = (SignatureLine(post, director.name.signature if director else ""),)
    title = f"Уведомление об отмене наставничества: {mentor.name.full}"
    return _document(title, facts, (mark, *_letter("cancellation", facts, closing)))


def programme_cover(facts: PairingPaperFacts) -> Document:
    """«Персонализированная программа»: title page, explanatory part and an empty plan."""
    blocks = (
        _approval(facts),
        Spacer(70),
        Paragraph.of("ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА", Role.DOCUMENT_NAME),
        *([Paragraph.of(f"«{tidy(facts.topic)}»", Role.SUBTITLE)] if facts.topic else []),
        Spacer(16),
        _facts_table(facts),
        PageBreak(),
        *_explanation(),
        Paragraph.of("План мероприятий", Role.TITLE),
        _blank_table(_PLAN_HEAD, (10.0, 66.0, 36.0, 24.0, 34.0), _PLAN_ROWS),
        Spacer(14),
        _sides_signatures(facts),
    )
    return _document(f"Программа наставничества: {facts.mentor.person.name.full}", facts, blocks)


def meeting_sheet(facts: PairingPaperFacts) -> Document:
    """«Лист встреч» to be filled by hand at each meeting."""
    blocks = (
        Paragraph.of("ЛИСТ ВСТРЕЧ", Role.DOCUMENT_NAME),
        _facts_table(facts),
        Spacer(10),
        _blank_table(_MEETING_HEAD, (10.0, 24.0, 62.0, 48.0, 26.0), _MEETING_ROWS),
    )
    return _document(f"Лист встреч: {facts.mentor.person.name.full}", facts, blocks)


@cache
def _template(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return parsed


def _document(title: str, facts: PairingPaperFacts, blocks: tuple[Block, ...]) -> Document:
    return Document(
        title=title,
        author=facts.school.short_name,
        page=PageSetup(),
        text=_TEXT,
        sheet_name="Документ",
        blocks=blocks,
    )


def _values(facts: PairingPaperFacts) -> dict[str, object]:
    """What a template may name."""
    addendum, director = facts.addendum, facts.director
    return {
        "school": " ".join((facts.school.full_name or facts.school.short_name).split()),
        "director_post": director.post_in(Case.GENITIVE) if director else "директора",
        "director_name": director.name_in(Case.GENITIVE).full if director else "_" * 30,
        "mentor_name": facts.mentor.person.name.full,
        "mentor_post": facts.mentor.person.post or "_" * 20,
        "mentees_dative": "; ".join(one.person.full(Case.DATIVE) for one in facts.mentees),
        "mentees_genitive": "; ".join(one.person.full(Case.GENITIVE) for one in facts.mentees),
        "form": (addendum.form if addendum else "") or facts.form,
        "role_model": facts.role_model,
        "starts_on": (addendum.starts_on if addendum else None) or facts.starts_on,
        "ends_on": (addendum.ends_on if addendum else None) or facts.ends_on,
        "number": addendum.number if addendum else "",
        "content": addendum.content.rstrip(". ") if addendum else "",
        "pay": addendum.pay.rstrip(". ") if addendum else "",
        "consented_on": facts.consented_on,
        "agreement": _agreement_words(facts),
        "is_work": facts.is_work,
        "last_day": facts.last_day,
    }


def _agreement_words(facts: PairingPaperFacts) -> str:
    """«дополнительное соглашение № 4 от 04.09.2026» where one is entered."""
    if facts.addendum is None or not facts.has_agreement or facts.addendum.signed_on is None:
        return ""
    number = f" № {facts.addendum.number}" if facts.addendum.number else ""
    return f"дополнительное соглашение{number} от {facts.addendum.signed_on:%d.%m.%Y}"


def _letter(name: str, facts: PairingPaperFacts, closing: tuple[Block, ...]) -> Iterator[Block]:
    template, values = _template(name), _values(facts)
    yield Paragraph.of(template["title"], Role.DOCUMENT_NAME)
    yield Paragraph.of(render_text(template["subtitle"], values), Role.SUBTITLE)
    for text in template["paragraphs"]:
        yield Paragraph.of(render_text(text, values))
    yield Spacer(10)
    yield from closing
    yield Spacer(14)
    yield _received(template["received"])
    note = render_text(template["note"], values)
    if note:
        yield Paragraph((Run(note),), Role.NOTE, space_before_pt=20)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _line_row(cells: tuple[tuple[str, Border], ...], height_mm: float = 0.0) -> Row:
    return Row(tuple(Cell(text, border=border) for text, border in cells), height_mm)


def _hint_row(hints: tuple[str, ...]) -> Row:
    return Row(
        tuple(Cell(hint, Alignment.CENTER, border=Border.NONE, size_pt=9.0) for hint in hints)
    )


def _signed_by_hand(name: str) -> Table:
    """Date, signature, name on lines."""
    bare, line = Border.NONE, Border.BOTTOM
    cells = (("", line), ("", bare), ("", line), ("", bare), (tidy(name), line))
    hints = ("(дата)", "", "(подпись)", "", "(расшифровка подписи)")
    return Table((40.0, 8.0, 45.0, 8.0, 69.0), (_line_row(cells, 12.0), _hint_row(hints)))


def _received(words: str) -> Table:
    """Who received the paper, and when: signed by hand."""
    bare, line = Border.NONE, Border.BOTTOM
    cells = ((words, bare), ("", line), ("", bare), ("", line))
    hints = ("", "(дата)", "", "(подпись, расшифровка подписи)")
    return Table((70.0, 32.0, 6.0, 62.0), (_line_row(cells, 16.0), _hint_row(hints)))


def _two_signatures(facts: PairingPaperFacts) -> Table:
    """The employer at the left, the employee at the right."""
    bare = Border.NONE
    director, mentor = facts.director, facts.mentor.person
    post = _capital(director.post) if director else "Директор"
    rows = (
        (("Работодатель", bare), ("", bare), ("Работник", bare)),
        (
            (tidy(facts.school.short_name or facts.school.full_name), bare),
            ("", bare),
            (tidy(mentor.name.full), bare),
        ),
        ((tidy(post), bare), ("", bare), (tidy(_capital(mentor.post)), bare)),
    )
    names = (director.name.signature if director else "", mentor.name.signature)
    right = Alignment.RIGHT
    signatures = Row(
        (
            Cell(tidy(names[0]), right, border=Border.BOTTOM),
            Cell(border=bare),
            Cell(tidy(names[1]), right, border=Border.BOTTOM),
        ),
        12.0,
    )
    return Table((80.0, 10.0, 80.0), (*(_line_row(row) for row in rows), signatures))


def _approval(facts: PairingPaperFacts) -> AnnexMark:
    director = facts.director
    post = _capital(director.post) if director else "Директор"
    name = director.name.signature if director else "_" * 20
    school = tidy(facts.school.short_name)
    return AnnexMark(("УТВЕРЖДАЮ", f"{post} {school}", f"__________ {tidy(name)}", _BLANK_DATE), 75)


def _facts_table(facts: PairingPaperFacts) -> Table:
    many = len(facts.mentees) > 1
    lines = (
        ("Наставник", _named(facts.mentor)),
        ("Наставляемые" if many else "Наставляемый", "\n".join(map(_named, facts.mentees))),
        ("Форма наставничества", facts.form),
        ("Ролевая модель", facts.role_model),
        ("Виды наставничества", "; ".join(facts.modes)),
        ("Срок", f"с {facts.starts_on:%d.%m.%Y} по {facts.ends_on:%d.%m.%Y}"),
        ("Куратор", facts.coordinator),
    )
    return Table(
        (52.0, 118.0),
        tuple(Row((Cell(label), Cell(tidy(text)))) for label, text in lines if text),
    )


def _named(side: Side) -> str:
    return ", ".join(filter(None, (side.person.name.full, side.about)))


def _explanation() -> Iterator[Block]:
    """Headings of the explanatory part with lines to write on."""
    yield Paragraph.of("Пояснительная часть", Role.TITLE)
    lines = tuple(Row((Cell(border=Border.BOTTOM),), 8.0) for _ in range(3))
    for heading in _EXPLANATION:
        yield Paragraph.of(heading, Role.PLAIN, keep_with_next=True)
        yield Table((170.0,), lines)


def _blank_table(head: tuple[str, ...], widths_mm: tuple[float, ...], count: int) -> Table:
    top = Row(tuple(Cell(text, Alignment.CENTER) for text in head))
    blanks = (
        Row((Cell(str(number), Alignment.CENTER), *(Cell() for _ in head[1:])), 10.0)
        for number in range(1, count + 1)
    )
    return Table(widths_mm, (top, *blanks), header_rows=1)


def _sides_signatures(facts: PairingPaperFacts) -> Table:
    """The mentor and each mentee sign the programme."""
    bare, line = Border.NONE, Border.BOTTOM
    sides = (("Наставник", facts.mentor), *(("Наставляемый", one) for one in facts.mentees))
    rows = (
        _line_row(
            ((who, bare), ("", line), ("", bare), (tidy(side.person.name.signature), line)), 11.0
        )
        for who, side in sides
    )
    return Table((40.0, 55.0, 8.0, 67.0), tuple(rows))
