"""Which part of a workbook holds which sheet."""

from __future__ import annotations

from posixpath import join, normpath

from nastavnik_desktop.documents.blanks.package import part_of
from nastavnik_desktop.documents.blanks.splicing import Element, XmlScan
from nastavnik_desktop.domain.errors import UnreadableFile

SHEETS_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_SHEETS_NAMESPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships\nid",
    "http://purl.oclc.org/ooxml/officeDocument/relationships\nid",
)
_WORKBOOK = "xl/workbook.xml"


def namespace_of(xml: bytes) -> str:
    """The namespace of a workbook's parts: the usual one or that of «Strict Open XML»."""
    strict = STRICT_SHEETS_NAMESPACE.encode() in xml[:4096]
    return STRICT_SHEETS_NAMESPACE if strict else SHEETS_NAMESPACE


def sheet_parts(content: bytes) -> dict[str, str]:
    """Names of sheets with the names of their parts, in the sequence of the workbook."""
    workbook = part_of(content, _WORKBOOK)
    sheets = _Sheets(workbook, namespace_of(workbook))
    sheets.run()
    targets = _Targets(part_of(content, "xl/_rels/workbook.xml.rels"), _RELATIONS)
    targets.run()
    return {
        name: _part(targets.found[relation])
        for name, relation in sheets.found.items()
        if relation in targets.found
    }


def sheet_part(content: bytes, sheet: str) -> str:
    """The part of one sheet; raises UnreadableFile when the workbook has no such sheet."""
    part = sheet_parts(content).get(sheet)
    if part is None:
        raise UnreadableFile(f"В бланке нет листа «{sheet}»: это файл другой формы.", sheet)
    return part


def defined_names(content: bytes) -> list[tuple[str, str]]:
    """Names of the workbook with the formulas that they stand for."""
    workbook = part_of(content, _WORKBOOK)
    names = _Names(workbook, namespace_of(workbook))
    names.run()
    return names.found


def _part(target: str) -> str:
    """Targets are written from the folder of the workbook or, with a slash, from the root."""
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


class _Sheets(XmlScan):
    def __init__(self, xml: bytes, namespace: str) -> None:
        super().__init__(xml, namespace)
        self.found: dict[str, str] = {}

    def opened(self, element: Element) -> None:
        if element.name == "sheet":
            relation = next(
                (element.attributes[key] for key in _IDS if key in element.attributes), ""
            )
            self.found[element.attributes.get("name", "")] = relation


class _Names(XmlScan):
    def __init__(self, xml: bytes, namespace: str) -> None:
        super().__init__(xml, namespace)
        self.found: list[tuple[str, str]] = []

    def closed(self, element: Element) -> None:
        if element.name == "definedName":
            self.found.append((element.attributes.get("name", ""), self.text_of(element)))


class _Targets(XmlScan):
    def __init__(self, xml: bytes, namespace: str) -> None:
        super().__init__(xml, namespace)
        self.found: dict[str, str] = {}

    def opened(self, element: Element) -> None:
        if element.name == "Relationship":
            self.found[element.attributes.get("Id", "")] = element.attributes.get("Target", "")
