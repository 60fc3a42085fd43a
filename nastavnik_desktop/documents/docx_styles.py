"""Styles, numbering and page numbers of the DOCX renderer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from nastavnik_desktop.documents.page import TextSetup
from nastavnik_desktop.documents.styles import LOOKS, ParagraphLook
from nastavnik_desktop.documents.tree import Alignment

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section as WordSection
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as WordParagraph

FONT = "Times New Roman"
LANGUAGE = "ru-RU"
MARK_STYLE = "Отметка о приложении"
CLAUSE_STYLE = "Пункт приказа"
TWIPS_PER_MM = 1440 / 25.4
_CLAUSE_LIST_ID = 100
_LEVELS = 3
_STALE_RELATIONS = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
_KEPT_STYLES = {
    "Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer",
}  # fmt: skip
ALIGNMENTS = {
    Alignment.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Alignment.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Alignment.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Alignment.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def new_document() -> WordDocument:
    """An empty document without what the library's own template brings along."""
    word = docx.Document()
    for relations in (word.part.package.rels, word.part.rels):
        for name, relation in list(relations.items()):
            if relation.reltype in _STALE_RELATIONS:
                relations.pop(name)
    numbering = word.part.numbering_part.element
    for stale in list(numbering):
        numbering.remove(stale)
    _use_current_layout(word)
    return word


def add_styles(word: WordDocument, text: TextSetup) -> None:
    """The base style, one style per role, and those of the annex mark and of clauses.

    Styles of the library's own template go, so that the list holds only what is used.
    """
    for stale in [style for style in word.styles if style.name not in _KEPT_STYLES]:
        stale.delete()
    _set_base(word, text)
    for look in LOOKS.values():
        _add_look(word, look, text)
    word.styles["Header"].font.size = Pt(text.table_size_pt)
    mark = _new_style(word, MARK_STYLE)
    mark.font.size = Pt(text.table_size_pt)
    mark.paragraph_format.keep_with_next = True
    clause = _new_style(word, CLAUSE_STYLE)
    clause.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    clause.paragraph_format.line_spacing = text.line_spacing


def _use_current_layout(word: WordDocument) -> None:
    """Lay out as Word 2013 and later do: lines of tables stand level with the text."""
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_base(word: WordDocument, text: TextSetup) -> None:
    normal: ParagraphStyle = word.styles["Normal"]
    normal.font.name = FONT
    normal.font.size = Pt(text.size_pt)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{LANGUAGE}"/>'))
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True


def _new_style(word: WordDocument, name: str) -> ParagraphStyle:
    style: ParagraphStyle = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    return style


def _add_look(word: WordDocument, look: ParagraphLook, text: TextSetup) -> None:
    style = _new_style(word, look.title)
    style.font.bold = look.bold or None
    style.font.italic = look.italic or None
    style.font.size = Pt(look.size_pt(text))
    layout = style.paragraph_format
    layout.alignment = ALIGNMENTS[look.alignment]
    layout.first_line_indent = Mm(text.first_line_mm) if look.is_indented else None
    layout.space_before = Pt(look.space_before_pt)
    layout.space_after = Pt(look.space_after_pt)
    layout.line_spacing = look.line_spacing(text)
    layout.keep_with_next = look.keep_with_next
    if look.outline_level is not None:
        level = f'<w:outlineLvl {nsdecls("w")} w:val="{look.outline_level}"/>'
        style.element.get_or_add_pPr().append(parse_xml(level))


def add_clause_list(word: WordDocument, text: TextSetup) -> None:
    """The multi-level list «1.», «1.1.» with the first-line indent of the text."""
    indent = round(text.first_line_mm * TWIPS_PER_MM)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{_level_text(level)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr></w:lvl>'
        for level in range(_LEVELS)
    )
    numbering = word.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_CLAUSE_LIST_ID}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )


def new_clause_numbering(word: WordDocument) -> int:
    """A list that counts from 1 again; returns its id for the paragraphs."""
    numbering = word.part.numbering_part.element
    instance = numbering.add_num(_CLAUSE_LIST_ID)
    for level in range(_LEVELS):
        instance.add_lvlOverride(level).add_startOverride(1)
    number_id: int = instance.numId
    return number_id


def set_clause_number(paragraph: WordParagraph, number_id: int, level: int) -> None:
    """Make the paragraph an item of a list; the number itself is the word processor's."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    item = f'<w:ilvl w:val="{level - 1}"/><w:numId w:val="{number_id}"/>'
    style = properties.find(qn("w:pStyle"))
    place = 0 if style is None else 1
    properties.insert(place, parse_xml(f"<w:numPr {nsdecls('w')}>{item}</w:numPr>"))


def set_first_page_number(section: WordSection, number: int | None) -> None:
    """Begin the page numbers of a section anew; None continues those of the one before."""
    properties = section._sectPr  # noqa: SLF001
    for stale in properties.findall(qn("w:pgNumType")):
        properties.remove(stale)
    margins = properties.find(qn("w:pgMar"))
    if number is not None and margins is not None:
        margins.addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="{number}"/>'))


def add_page_number(section: WordSection) -> None:
    """The page number in the middle of the header; the first page of the section has none."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind in ("begin", "instr", "end"):
        run._r.append(parse_xml(_field_part(kind)))  # noqa: SLF001


def _level_text(level: int) -> str:
    return "".join(f"%{number + 1}." for number in range(level + 1))


def _field_part(kind: str) -> str:
    if kind == "instr":
        return f'<w:instrText {nsdecls("w")} xml:space="preserve">PAGE</w:instrText>'
    return f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
