"""The window is painted before the base and the documents are needed: nothing heavy comes first."""

import subprocess
import sys
import tomllib

# Names under which libraries are imported that no first paint may wait for.
HEAVY = {
    *("sqlalchemy", "alembic", "psycopg", "reportlab", "docx", "openpyxl", "xlsxwriter"),
    *("python_calamine", "pypdfium2", "pymorphy3", "pytrovich", "jinja2", "holidays"),
    *("rapidfuzz", "filelock", "charset_normalizer", "platformdirs"),
    *("pdfplumber", "pikepdf", "cryptography", "icalendar"),
}


def loaded_by(root, module):
    """Names of the top packages that are in memory once a module is imported."""
    code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    return set(answer.stdout.split())


def test_the_window_comes_without_the_base_and_the_documents(root):
    loaded = loaded_by(root, "ui.application")
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()


def test_the_commands_are_listed_without_qt_and_without_the_base(root):
    assert loaded_by(root, "main, nastavnik_desktop.commands.parser") & {*HEAVY, "PySide6"} == set()


def test_heavy_libraries_are_named_as_they_are_imported(root):
    assert loaded_by(root, "sqlalchemy") & HEAVY == {"sqlalchemy"}
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    forbidden = set().union(
        *(contract.get("forbidden_modules", ()) for contract in contracts["contracts"])
    )
    libraries = {name for name in forbidden if not name.startswith(("nastavnik", "db", "PySide6"))}
    assert libraries <= HEAVY
