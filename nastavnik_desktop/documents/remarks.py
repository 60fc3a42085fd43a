"""The answer of a municipality to a school's package as a paper."""

from __future__ import annotations

from nastavnik_desktop.documents.tree import (
    Block,
    Clause,
    Document,
    NumberedClauses,
    Paragraph,
    Role,
    SignatureLine,
)
from nastavnik_desktop.domain.consolidation.package import Remarks, Verdict
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.language.typography import tidy

_NAMES = {
    Verdict.ACCEPTED: "Сведения приняты",
    Verdict.RETURNED: "Сведения возвращены на доработку",
    Verdict.WAITING: "Сведения на проверке",
}


def remarks_document(remarks: Remarks) -> Document:
    """The sender, the school, what was decided, numbered remarks and a line to sign."""
    title = f"Замечания к сведениям о наставничестве на {short_date(remarks.as_of)}"
    return Document(title=title, author=remarks.sender, blocks=tuple(_blocks(remarks, title)))


def _blocks(remarks: Remarks, title: str) -> list[Block]:
    school = f"Школа: {remarks.school}"
    decided = f"{_NAMES[remarks.verdict]} {short_date(remarks.answered_on)}."
    blocks: list[Block] = []
    if remarks.sender:
        blocks.append(Paragraph.of(tidy(remarks.sender), Role.REQUISITE))
    blocks += [
        Paragraph.of(tidy(title), Role.TITLE),
        Paragraph.of(tidy(school)),
        Paragraph.of(tidy(decided)),
    ]
    if remarks.lines:
        blocks.append(Paragraph.of("Замечания:", keep_with_next=True))
        blocks.append(NumberedClauses(tuple(Clause(tidy(line)) for line in remarks.lines), True))
    blocks.append(SignatureLine("Ответственный за свод", ""))
    return blocks
