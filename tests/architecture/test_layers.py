"""Who may import whom: the contracts hold, and no room of the house is missing from them."""

import ast
import subprocess
import sys
import tomllib

import pytest

RUN_CONTRACTS = "from importlinter.cli import lint_imports_command as check; check()"
NOT_WATCHED = {"installer", "tests", "main"}  # main.py is no package: it has a test of its own
# Names under which a library is imported, where they differ from its name in the registry; with
# them what it brings and shows in its own interface.
IMPORT_NAMES = {
    "pyside6_essentials": {"PySide6", "shiboken6"},
    "python_docx": {"docx", "lxml"},
    "pdfplumber": {"pdfplumber", "pdfminer"},
}


@pytest.fixture(scope="module")
def contracts(root):
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


@pytest.fixture(scope="module")
def layers(contracts):
    """The names in the layers, highest first, those of one layer together."""
    contract = next(one for one in contracts["contracts"] if one["type"] == "layers")
    return [{name.strip() for name in layer.split("|")} for layer in contract["layers"]]


def _modules_in(folder):
    names = {path.parent.name for path in folder.glob("*/__init__.py")}
    return names | {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}


def test_all_contracts_are_kept(root):
    answer = subprocess.run(
        [sys.executable, "-c", RUN_CONTRACTS], cwd=root, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_every_package_at_the_root_is_watched(root, contracts):
    assert _modules_in(root) - NOT_WATCHED == set(contracts["root_packages"])


def test_every_room_has_its_layer(root, layers):
    named = set().union(*layers)
    rooms = {f"nastavnik_desktop.{name}" for name in _modules_in(root / "nastavnik_desktop")}
    assert named == rooms | {"ui", "db"}


def test_nobody_calls_the_start(program):
    callers = [source.name for source in program if "main" in _imported(source)]
    assert callers == []


def test_the_domain_stands_on_the_standard_library_alone(program):
    allowed = set(sys.stdlib_module_names) | {"nastavnik_desktop"}
    assert _strangers(program, "nastavnik_desktop/domain/", allowed) == []


def test_the_window_stands_on_qt_alone(program):
    allowed = set(sys.stdlib_module_names) | {"PySide6", "shiboken6", "nastavnik_desktop", "ui"}
    assert _strangers(program, "ui/", allowed) == []


def test_every_imported_library_is_required(root, program):
    allowed = _own(root) | _importable(root / "requirements.in")
    shipping = [one for one in program if one.name.startswith("installer/shipping/")]
    others = [one for one in program if one not in shipping]
    assert _strangers(others, "", allowed) == []
    tools = _importable(root / "installer" / "requirements-build.in")
    assert _strangers(shipping, "", allowed | tools) == []


def _own(root):
    return _modules_in(root) | set(sys.stdlib_module_names)


def _importable(requirements):
    """The names under which the libraries of a file of requirements are imported."""
    required = {_distribution(line) for line in requirements.read_text("utf-8").split()}
    return set().union(*(IMPORT_NAMES.get(name, {name}) for name in required))


def _distribution(requirement):
    for mark in "[<>=!~;":
        requirement = requirement.split(mark)[0]
    return requirement.strip().replace("-", "_").lower()


def _strangers(program, folder, allowed):
    return [
        f"{source.name}: {name}"
        for source in program
        if source.name.startswith(folder)
        for name in sorted(_imported(source))
        if name not in allowed
    ]


def _imported(source):
    names = {alias.name for node in source.nodes(ast.Import) for alias in node.names}
    names |= {node.module for node in source.nodes(ast.ImportFrom) if node.module}
    return {name.split(".")[0] for name in names}
