"""Consent papers to print and sign by hand: taking part in the mentoring programme.

The consent to the processing of personal data is another paper: since 01.09.2025 it is drawn up
separately (ФЗ от 24.06.2025 № 156-ФЗ).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    AnnexMark,
    Block,
    Border,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Vertical,
)
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.language.typography import tidy

_BLANK_MM = 8.0
_TITLE = "СОГЛАСИЕ"


@dataclass(frozen=True)
class ConsentFacts:
    """What is known before the paper is signed; the rest is left as lines to write on.

    ``person`` and ``about`` stand in the nominative; ``director`` is the addressee in the
    dative («директору … Заболотной Л. В.»); ``role`` is «наставника» or «наставляемого»;
    ``representative`` is empty for an adult.
    """

    school: Letterhead
    director: str
    person: str
    about: str
    role: str
    form: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    is_minor: bool = False
    representative: str = ""
    is_work: bool = False
    text: TextSetup = field(default_factory=lambda: TextSetup(size_pt=13.0))


def participation_consent(facts: ConsentFacts) -> Document:
    """«Согласие на участие в программе наставничества» of an adult or for a minor."""
    return Document(
        title=f"Согласие на участие в программе наставничества: {facts.person}",
        author=facts.school.short_name,
        page=PageSetup(),
        text=facts.text,
        sheet_name="Согласие",
        blocks=tuple(_blocks(facts)),
    )


def _blocks(facts: ConsentFacts) -> Iterator[Block]:
    addressee = tidy(facts.director)
    yield AnnexMark((addressee[:1].upper() + addressee[1:],), block_mm=85)
    yield Paragraph.of(_TITLE, Role.DOCUMENT_NAME)
    yield Paragraph.of("на участие в программе наставничества", Role.SUBTITLE)
    yield _signer_table(facts)
    yield Paragraph((Run(_statement(facts)),), space_before_pt=8)
    yield from (Paragraph.of(tidy(text)) for text in _terms(facts))
    yield _signature_table()


def _signer_table(facts: ConsentFacts) -> Table:
    """Who signs: name, document and address, as a form to fill in."""
    signer = facts.representative if facts.is_minor else facts.person
    rows = [
        ("Я,", signer, "(фамилия, имя, отчество)"),
        ("паспорт", "", "(серия, номер, кем и когда выдан)"),
        ("", "", ""),
        ("проживающий(ая) по адресу:", "", "(адрес)"),
    ]
    if facts.is_minor:
        rows.append(
            (
                "законный представитель",
                f"{facts.person}, {facts.about}",
                "(фамилия, имя, отчество ребенка, класс)",
            )
        )
    else:
        rows.append(("должность", facts.about, ""))
    return Table((48.0, 122.0), tuple(_form_rows(rows)))


def _form_rows(lines: list[tuple[str, str, str]]) -> Iterator[Row]:
    for label, value, hint in lines:
        yield Row(
            (
                Cell(tidy(label), vertical=Vertical.BOTTOM, border=Border.NONE, size_pt=13.0),
                Cell(tidy(value), border=Border.BOTTOM, size_pt=13.0),
            ),
            least_height_mm=_BLANK_MM,
        )
        if hint:
            yield Row(
                (
                    Cell(border=Border.NONE, size_pt=9.0),
                    Cell(hint, Alignment.CENTER, border=Border.NONE, size_pt=9.0),
                )
            )


def _statement(facts: ConsentFacts) -> str:
    who = "на участие моего ребенка" if facts.is_minor else "на свое участие"
    form = f" по форме «{facts.form}»" if facts.form else ""
    school = facts.school.short_name or facts.school.full_name
    return tidy(
        f"даю согласие {who} в программе наставничества {school}{form} "
        f"в роли {facts.role} {_term(facts)}."
    )


def _term(facts: ConsentFacts) -> str:
    start = short_date(facts.starts_on) or "____.____.20____"
    end = short_date(facts.ends_on) or "____.____.20____"
    return f"с {start} по {end}"


def _terms(facts: ConsentFacts) -> Iterator[str]:
    yield (
        "С программой наставничества, правами и обязанностями ее участников ознакомлен(а). "
        "Участие является добровольным."
    )
    if facts.is_work:
        yield (
            "Согласен(на) выполнять работу по наставничеству. Мне разъяснено, что ее содержание, "
            "срок, форма и оплата указываются в трудовом договоре или дополнительном соглашении "
            "к нему и что от этой работы можно отказаться досрочно, предупредив работодателя "
            "в письменной форме не менее чем за три рабочих дня (ст. 351.8 Трудового кодекса "
            "Российской Федерации)."
        )
    else:
        yield "Согласие может быть отозвано в любое время письменным заявлением."


def _signature_table() -> Table:
    line, bare = Border.BOTTOM, Border.NONE
    blanks = ("", "", "", "", "")
    hints = ("(дата)", "", "(подпись)", "", "(расшифровка подписи)")
    borders = (line, bare, line, bare, line)
    return Table(
        (40.0, 8.0, 45.0, 8.0, 69.0),
        (
            Row(
                tuple(
                    Cell(text, border=border) for text, border in zip(blanks, borders, strict=True)
                ),
                least_height_mm=20.0,
            ),
            Row(
                tuple(
                    Cell(hint, Alignment.CENTER, border=Border.NONE, size_pt=9.0) for hint in hints
                )
            ),
        ),
    )
