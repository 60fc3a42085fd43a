"""A package comes back as it was sent; damage, a wrong password and foreign files are told."""

import hashlib
import zlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.exchange import container
from nastavnik_desktop.exchange.container import (
    PasswordNeeded,
    WrongPassword,
    open_envelope,
    seal,
)
from nastavnik_desktop.exchange.package_file import label_of, read_package, write_package
from tests.domain.statistics_school import SCHOOL

PASSWORD = "заречный-2026"
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_words = st.text(max_size=20)
_contents = st.dictionaries(
    _words, st.recursive(st.none() | st.integers() | _words, st.lists, max_leaves=5), max_size=5
)


@pytest.fixture(autouse=True)
def _cheap_keys(monkeypatch):
    """The cost of a key is no matter here."""
    monkeypatch.setattr(container, "_SCRYPT_N", 2**4)


@pytest.fixture
def opened(package):
    return write_package(package)


@pytest.fixture
def closed(with_people):
    return write_package(with_people, PASSWORD)


def test_a_package_comes_back_whole(package, with_people, opened, closed):
    for sent, read in (
        (package, read_package(opened)),
        (with_people, read_package(closed, PASSWORD)),
    ):
        assert replace(read, forms=()) == replace(sent, forms=())
        assert [form.cells for form in read.forms] == [form.cells for form in sent.forms]
        assert [_sheet(form) for form in read.forms] == [_sheet(form) for form in sent.forms]


def _sheet(report):
    """What of a form is printed beside its figures."""
    form = report.form
    rows = [(row.code, row.title, row.printed, row.level, row.crossed) for row in form.rows]
    heads = [(one.number, one.heading, one.decimals) for table in form.tables
             for one in table.columns]  # fmt: skip
    rules = [(rule.text, rule.relation, rule.lines()) for rule in form.rules]
    return rows, heads, rules, form.title_page, report.problems, report.as_of


@FEW
@given(_contents, _contents, st.text(max_size=12))
def test_any_content_comes_back_with_and_without_a_password(header, content, password):
    header = {f"x{name}": value for name, value in header.items()}
    envelope = open_envelope(seal(header, content, password))
    assert header.items() <= dict(envelope.header).items()
    assert envelope.is_encrypted is bool(password)
    assert envelope.content(password) == content


@FEW
@given(st.data(), st.integers(1, 255))
def test_every_changed_byte_is_noticed(opened, closed, data, change):
    for sound, password in ((opened, ""), (closed, PASSWORD)):
        at = data.draw(st.integers(0, len(sound) - 1))
        broken = bytearray(sound)
        broken[at] ^= change
        with pytest.raises(UnreadableFile):
            read_package(bytes(broken), password)


@FEW
@given(st.data(), st.integers(1, 255))
def test_a_forger_who_mends_the_digest_is_noticed_without_the_password(closed, data, change):
    at = data.draw(st.integers(10, len(closed) - 33))
    broken = bytearray(closed[:-32])
    broken[at] ^= change
    forged = bytes(broken) + hashlib.sha256(broken).digest()
    with pytest.raises((UnreadableFile, WrongPassword, PasswordNeeded)):
        read_package(forged, PASSWORD)


@FEW
@given(st.data())
def test_a_file_cut_short_or_with_a_tail_is_noticed(closed, data):
    cut = data.draw(st.integers(0, len(closed) - 1))
    tail = data.draw(st.binary(min_size=1, max_size=40))
    for broken in (closed[:cut], closed + tail):
        with pytest.raises(UnreadableFile):
            read_package(broken, PASSWORD)


@FEW
@given(st.binary(max_size=300))
def test_any_other_file_is_no_package(content):
    with pytest.raises(UnreadableFile, match="не посылка"):
        open_envelope(content)


def test_a_wrong_password_is_told_from_damage(closed):
    with pytest.raises(WrongPassword, match="не подходит"):
        read_package(closed, PASSWORD.upper())
    with pytest.raises(PasswordNeeded, match="закрыта паролем"):
        read_package(closed)
    broken = closed[:-40] + bytes([closed[-40] ^ 1]) + closed[-39:]
    with pytest.raises(UnreadableFile, match="повреждён"):
        read_package(broken, "другой пароль")


def test_a_package_says_what_it_carries_before_it_is_opened(package, opened, closed):
    label = label_of(open_envelope(closed))
    assert (label.school, label.as_of) == (package.school.name, package.as_of)
    assert label.is_encrypted
    assert label.carries[-1] == "Сведения о людях: 2\u00a0человека"
    assert label_of(open_envelope(opened)).carries[-1] == "Сведений о людях нет"


def test_nobody_is_named_in_a_package_without_people(opened):
    written = zlib.decompress(open_envelope(opened).body).decode()
    written += str(open_envelope(opened).header)
    names = {person.name.last_name for person in SCHOOL.people.values()}
    assert [name for name in names if name in written] == []
    assert '"reasons":{}' in written


def test_nothing_of_an_encrypted_package_can_be_read(closed):
    assert "Петров".encode() not in closed
    envelope = open_envelope(closed)
    with pytest.raises(zlib.error):
        zlib.decompress(envelope.body)


def test_a_small_file_cannot_fill_the_memory(monkeypatch):
    bomb = seal({"kind": "package"}, {"many": "0" * 2_000_000})
    assert len(bomb) < 10_000
    monkeypatch.setattr(container, "LARGEST_CONTENT", 1_000_000)
    with pytest.raises(UnreadableFile, match="слишком велика"):
        open_envelope(bomb).content()
    monkeypatch.setattr(container, "LARGEST_FILE", 1_000)
    with pytest.raises(UnreadableFile, match="слишком велика"):
        open_envelope(bomb)


def test_a_package_of_a_newer_program_is_told(opened):
    newer = bytearray(opened[:-32])
    newer[9] = 2
    with pytest.raises(UnreadableFile, match="более новой"):
        open_envelope(bytes(newer) + hashlib.sha256(newer).digest())


HEADER = {
    "kind": "package", "school": "Ш", "as_of": "2026-12-12", "made_at": "2026-12-12T10:00:00",
    "carries": [],
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"forms": None}, {"uid": ""}, {"as_of": "вчера"}, {"people": [{"name": "Петров"}]},
        {"school": {}}, {"models": [{"title": 1}]}, {"made_at": 5}, {"forms": [{"cells": []}]},
    ],
    ids=str,
)  # fmt: skip
def test_a_content_in_disorder_is_told_in_one_sentence(opened, change):
    content = {**open_envelope(opened).content(), **change}
    with pytest.raises(UnreadableFile, match="не по правилам"):
        read_package(seal(HEADER, content))


@pytest.mark.parametrize("value", ["1E+999999", "NaN", "-99999999999", "Infinity"])
def test_a_figure_beyond_any_school_is_refused(opened, value):
    content = open_envelope(opened).content()
    content["forms"][0]["cells"][0]["value"] = value
    with pytest.raises(UnreadableFile, match="не по правилам"):
        read_package(seal(HEADER, content))
