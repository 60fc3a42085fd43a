"""A PDF for keeping: ISO 19005-2, level B (PDF/A-2b), so that it opens alike in decades.

Fonts are embedded by the renderer; what is added here is the profile of colours, the metadata in
XMP that agree with the file's properties, and a file written as the standard wants it. There are
no dates inside: a paper has its own, and equal documents have equal bytes.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pikepdf import Pdf

_PROFILE = Path(__file__).resolve().parents[2] / "resources" / "color" / "srgb.icc"
_CONDITION = "sRGB IEC61966-2.1"
_NOT_IN_XMP = ("/CreationDate", "/ModDate", "/Keywords", "/Trapped")
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def archived(content: bytes) -> bytes:
    """The same pages as a file of PDF/A-2b; its properties are those of the given file."""
    import pikepdf

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for name in _NOT_IN_XMP:
            if name in pdf.docinfo:
                del pdf.docinfo[name]
        _add_metadata(pdf)
        _add_colours(pdf)
        pdf.save(target, deterministic_id=True, preserve_pdfa=True)
    return target.getvalue()


def _add_metadata(pdf: Pdf) -> None:
    from pikepdf import Name, Stream

    words = {
        name: escape(str(pdf.docinfo.get(f"/{name.capitalize()}", "")))
        for name in ("title", "author", "subject", "producer", "creator")
    }
    packet = Stream(pdf, _XMP.format(**words).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(packet)


def _add_colours(pdf: Pdf) -> None:
    from pikepdf import Array, Dictionary, Name, Stream, String

    profile = Stream(pdf, _profile())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_CONDITION),
        Info=String(_CONDITION),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


@cache
def _profile() -> bytes:
    return _PROFILE.read_bytes()
