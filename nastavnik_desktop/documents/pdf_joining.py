"""Several papers as one file to print: pages of PDFs one after another."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO


def join_pdfs(parts: Sequence[bytes], title: str) -> bytes:
    """One PDF of all pages in order; its properties name the set, its language is Russian."""
    from pikepdf import Dictionary, Name, Pdf, String

    with Pdf.new() as joined:
        for part in parts:
            with Pdf.open(BytesIO(part)) as source:
                joined.pages.extend(source.pages)
        joined.docinfo = joined.make_indirect(Dictionary({"/Title": String(title)}))
        joined.Root.Lang = String("ru-RU")
        joined.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        joined.Root.PageMode = Name.UseNone
        target = BytesIO()
        joined.save(target)
    return target.getvalue()
