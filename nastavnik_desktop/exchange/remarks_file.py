"""The answer of a municipality to a package as a file that the school's program reads."""

from __future__ import annotations

from datetime import date

from nastavnik_desktop.domain.consolidation.package import Remarks, Verdict
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.exchange.container import open_envelope, seal

KIND = "remarks"
SUFFIX = ".zamechaniya"
_MOST_LINES, _LONGEST_LINE = 1_000, 4_000
_DISORDER = (KeyError, ValueError, TypeError, AttributeError)


def write_remarks(remarks: Remarks) -> bytes:
    """The file of an answer; it holds no people, so it needs no password."""
    header = {"kind": KIND, "school": remarks.school, "as_of": remarks.as_of.isoformat()}
    content = {
        "uid": remarks.uid,
        "answered_on": remarks.answered_on.isoformat(),
        "verdict": remarks.verdict.value,
        "lines": list(remarks.lines),
        "sender": remarks.sender,
    }
    return seal(header, content)


def read_remarks(data: bytes) -> Remarks:
    """The answer of a file; raises UnreadableFile for a foreign or damaged one."""
    envelope = open_envelope(data)
    if envelope.header.get("kind") != KIND:
        raise UnreadableFile("В этом файле не замечания, а посылка школы.")
    content = envelope.content()
    try:
        return Remarks(
            uid=str(content["uid"]),
            school=str(envelope.header["school"]),
            as_of=date.fromisoformat(envelope.header["as_of"]),
            answered_on=date.fromisoformat(content["answered_on"]),
            verdict=Verdict(content["verdict"]),
            lines=tuple(str(line)[:_LONGEST_LINE] for line in content["lines"][:_MOST_LINES]),
            sender=str(content["sender"]),
        )
    except _DISORDER as error:
        message = "Файл замечаний составлен не по правилам: прочитать его нельзя."
        raise UnreadableFile(message) from error
