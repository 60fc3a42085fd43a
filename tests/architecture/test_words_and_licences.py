"""The project speaks of itself alone, and what it took from others comes with a licence."""

import re

TEXT_SUFFIXES = {
    *(".py", ".md", ".toml", ".in", ".lock", ".html", ".css", ".qss", ".json", ".svg", ".txt"),
    *(".ini", ".mako", ".yml", ".csv"),
}
PLACES = ("nastavnik_desktop", "ui", "db", "installer", "resources", "tests", ".ci")
READ_AS_IT_CAME = "tests/data"
FORBIDDEN = re.compile(r"\b(?:TO-?DO|FIX-?ME)\b|/(?:home|root|work|tmp)/")
LICENCE_NAMES = ("LICENSE*", "LICENCE*", "OFL*")


def _texts(root):
    files = [path for path in root.iterdir() if path.is_file()]
    for place in PLACES:
        files += [path for path in (root / place).rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if (path.suffix in TEXT_SUFFIXES or path.name == "run")
        and not path.is_relative_to(root / READ_AS_IT_CAME)
    ]


def test_no_text_tells_of_the_workshop(root):
    found = [
        f"{path.relative_to(root).as_posix()}: {match.group()}"
        for path in _texts(root)
        if (match := FORBIDDEN.search(path.read_text("utf-8")))
    ]
    assert found == []


def test_fonts_and_icons_come_with_their_licences(root):
    families = [path for path in (root / "resources" / "fonts").iterdir() if path.is_dir()]
    families.append(root / "resources" / "icons")
    without = [
        family.name
        for family in families
        if not any(list(family.glob(pattern)) for pattern in LICENCE_NAMES)
    ]
    assert len(families) >= 2
    assert without == []


def test_the_program_itself_has_a_licence(root):
    assert "Permission is hereby granted" in (root / "LICENSE").read_text("utf-8")
