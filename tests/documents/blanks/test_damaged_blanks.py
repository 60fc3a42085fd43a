"""A damaged blank is refused in words, wherever its bytes are spoiled; no other error comes out."""

import io
import warnings
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.documents.blanks.docx_blank import read_docx
from nastavnik_desktop.documents.blanks.xlsx_blank import read_xlsx
from nastavnik_desktop.domain.errors import UnreadableFile
from tests.blank_samples import parts_of, quarter_document, quarter_workbook

WORKBOOK, DOCUMENT = quarter_workbook(), quarter_document()
KINDS = [(read_xlsx, WORKBOOK), (read_docx, DOCUMENT)]


def read_or_refused(read, content):
    """Read what can be read; whatever else comes out of it than a refusal fails the test."""
    with warnings.catch_warnings(), suppress(UnreadableFile):
        warnings.simplefilter("ignore")
        assert read(content).sheets is not None


@pytest.mark.parametrize(("read", "content"), KINDS)
@given(at=st.floats(0, 1, exclude_max=True), noise=st.binary(min_size=1, max_size=8))
def test_spoiled_bytes_of_the_file(read, content, at, noise):
    place = int(at * len(content))
    read_or_refused(read, content[:place] + noise + content[place + len(noise) :])


@pytest.mark.parametrize(("read", "content"), KINDS)
@given(data=st.data())
def test_spoiled_text_of_a_part(read, content, data):
    parts = parts_of(content)
    name = data.draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    place = data.draw(st.integers(0, len(part)))
    noise = data.draw(st.sampled_from([b"", b"<", b">", b"x", b'"', b"999999999999"]))
    cut = data.draw(st.integers(0, 30))
    spoiled = io.BytesIO()
    with zipfile.ZipFile(spoiled, "w") as archive:
        for other, text in parts.items():
            whole = part[:place] + noise + part[place + cut :] if other == name else text
            archive.writestr(other, whole)
    read_or_refused(read, spoiled.getvalue())


def test_a_part_whose_packing_is_broken_is_refused():
    spoiled = bytearray(WORKBOOK)
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        entry = next(one for one in archive.infolist() if "sheet1" in one.filename)
    start = entry.header_offset + 30 + len(entry.filename)
    spoiled[start : start + 12] = b"\xff" * 12
    with pytest.raises(UnreadableFile, match="повреждён"):
        read_xlsx(bytes(spoiled))
