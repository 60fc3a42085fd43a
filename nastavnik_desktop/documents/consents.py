"""Consent papers to print and sign by hand, a paper for each purpose.

Since 01.09.2025 a consent to the processing of personal data is drawn up apart from every other
paper (ФЗ от 24.06.2025 № 156-ФЗ), and publication needs one of its own (152-ФЗ, ст. 10.1). The
texts are templates of ``consent_templates``; what is not in them, such as a passport, is written
on dotted lines by hand and never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date

from nastavnik_desktop.documents.consent_templates import ConsentTemplate, shipped_consent
from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.templating import render_text
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
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.language.typography import tidy

_BLANK_MM = 6.5
_SIZES_PT = {
    ConsentKind.PARTICIPATION: 13.0,
    ConsentKind.PROCESSING: 11.0,
    ConsentKind.PUBLICATION: 10.5,
}
"""Sizes of the text: the two papers about data say much and must stand on one page."""
_TITLE = "СОГЛАСИЕ"
_CHOICE_HEAD = ("Персональные данные", "Разрешаю (да / нет)", "Условия и запреты")
_PAPER_NAMES = {
    ConsentKind.PARTICIPATION: "Согласие на участие в программе наставничества",
    ConsentKind.PROCESSING: "Согласие на обработку персональных данных",
    ConsentKind.PUBLICATION: "Согласие на публикацию персональных данных",
}


@dataclass(frozen=True)
class ConsentFacts:
    """What is known before the paper is signed; the rest is left as lines to write on.

    ``person`` and ``about`` stand in the nominative; ``director`` is the addressee in the
    dative («директору … Заболотной Л. В.»); ``role`` is «наставника» or «наставляемого»;
    ``representative`` is empty for an adult. ``address``, ``inn``, ``ogrn`` and ``site`` are
    the school's, which is the operator of the data.
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
    is_student: bool = False
    representative: str = ""
    is_work: bool = False
    address: str = ""
    inn: str = ""
    ogrn: str = ""
    site: str = ""


def consent_paper(
    facts: ConsentFacts, kind: ConsentKind, template: ConsentTemplate | None = None
) -> Document:
    """The paper of a kind, of an adult or for a minor, by the shipped texts or by others.

    Raises RuleViolation (field: part of the template) when the template cannot be filled.
    """
    return Document(
        title=f"{_PAPER_NAMES[kind]}: {facts.person}",
        author=facts.school.short_name,
        page=PageSetup(),
        text=TextSetup(size_pt=_SIZES_PT[kind], first_line_mm=10.0),
        sheet_name="Согласие",
        blocks=tuple(_blocks(facts, kind, template or shipped_consent(kind))),
    )


def participation_consent(facts: ConsentFacts) -> Document:
    """«Согласие на участие в программе наставничества»."""
    return consent_paper(facts, ConsentKind.PARTICIPATION)


def _blocks(facts: ConsentFacts, kind: ConsentKind, template: ConsentTemplate) -> Iterator[Block]:
    values = _values(facts)
    addressee = tidy(facts.director)
    yield AnnexMark((addressee[:1].upper() + addressee[1:],), block_mm=85)
    yield Paragraph.of(_TITLE, Role.DOCUMENT_NAME)
    yield Paragraph.of(render_text(template.subtitle, values, "subtitle"), Role.SUBTITLE)
    yield _signer_table(facts, kind)
    for place, text in enumerate(_lines(template.paragraphs, values, "paragraphs")):
        yield Paragraph((Run(text),), space_before_pt=8 if place == 0 else 0)
    if rows := _lines(template.table, values, "table"):
        yield _choice_table(rows, kind)
    for text in _lines(template.closing, values, "closing"):
        yield Paragraph.of(text)
    yield _signature_table()


def _values(facts: ConsentFacts) -> dict[str, object]:
    """What a template may name: the facts, the school by its short name and as the operator."""
    return {
        **{item.name: getattr(facts, item.name) for item in fields(facts)},
        "school": facts.school.short_name or facts.school.full_name,
        "operator": " ".join((facts.school.full_name or facts.school.short_name).split()),
    }


def _lines(source: str, values: dict[str, object], part: str) -> list[str]:
    """Lines that say something; a line for others renders empty."""
    rendered = render_text(source, values, part).splitlines()
    return [text for line in rendered if (text := line.strip())]


def _choice_table(rows: Iterable[str], kind: ConsentKind) -> Table:
    """Kinds of data with room for «да» or «нет» and for conditions, written by hand."""
    size_pt = _SIZES_PT[kind]
    top = Row(tuple(Cell(text, Alignment.CENTER, size_pt=size_pt) for text in _CHOICE_HEAD))
    lines = (Row((Cell(text, size_pt=size_pt), Cell(), Cell())) for text in rows)
    return Table((80.0, 40.0, 50.0), (top, *lines))


def _signer_table(facts: ConsentFacts, kind: ConsentKind) -> Table:
    """Who signs: name, document and address, as a form to fill in.

    A consent about data names the documents of a minor and of the right to sign for him too
    (152-ФЗ, ст. 9, ч. 4).
    """
    signer = facts.representative if facts.is_minor else facts.person
    rows = [
        ("Я,", signer, "(фамилия, имя, отчество)"),
        ("паспорт", "", "(серия, номер, кем и когда выдан)"),
        ("", "", ""),
        ("проживающий(ая) по адресу:", "", "(адрес)"),
    ]
    if facts.is_minor:
        hint = "(фамилия, имя, отчество ребенка, класс)"
        rows.append(("законный представитель", f"{facts.person}, {facts.about}", hint))
        rows += [] if kind is ConsentKind.PARTICIPATION else _MINOR_DOCUMENTS
    else:
        rows.append(("должность" if not facts.is_student else "класс", facts.about, ""))
    return Table((48.0, 122.0), tuple(_form_rows(rows, _SIZES_PT[kind])))


_MINOR_DOCUMENTS = [
    ("на основании", "", "(документ, подтверждающий полномочия: вид, номер, кем и когда выдан)"),
    ("документ ребенка", "", "(свидетельство о рождении или паспорт: номер, кем и когда выдан)"),
    ("адрес ребенка", "", ""),
]


def _form_rows(lines: list[tuple[str, str, str]], size_pt: float) -> Iterator[Row]:
    for label, value, hint in lines:
        yield Row(
            (
                Cell(tidy(label), vertical=Vertical.BOTTOM, border=Border.NONE, size_pt=size_pt),
                Cell(tidy(value), border=Border.BOTTOM, size_pt=size_pt),
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
                least_height_mm=14.0,
            ),
            Row(
                tuple(
                    Cell(hint, Alignment.CENTER, border=Border.NONE, size_pt=9.0) for hint in hints
                )
            ),
        ),
    )
