"""The size and manners of the code: what a reader may count on in every file."""

import ast

MAX_LINES_OF_FILE = 400
MAX_LINES_OF_FUNCTION = 50
REVISIONS = "db/migrations/versions/"  # a revision is as long as the schema it records
# Function -> why it is better whole. A name gone from the code must go from here too.
LONG_FUNCTIONS = {}

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_no_file_is_too_long_to_be_read_at_a_sitting(tests_too):
    lengths = {source.name: source.text.count("\n") for source in tests_too}
    long = {name: length for name, length in lengths.items() if length > MAX_LINES_OF_FILE}
    assert {name: length for name, length in long.items() if not name.startswith(REVISIONS)} == {}


def test_no_function_is_too_long_to_be_seen_at_once(program):
    long = {
        f"{source.name}:{node.name}": node.end_lineno - node.lineno + 1
        for source in program
        if not source.name.startswith(REVISIONS)
        for node in source.nodes(*FUNCTIONS)
        if node.end_lineno - node.lineno + 1 > MAX_LINES_OF_FUNCTION
    }
    assert set(long) == set(LONG_FUNCTIONS), long


def test_no_error_is_caught_blindly(program):
    blind = [
        f"{source.name}:{handler.lineno}"
        for source in program
        for handler in source.nodes(ast.ExceptHandler)
        if _catches_everything(handler) and not isinstance(handler.body[-1], ast.Raise)
    ]
    assert blind == []


def _catches_everything(handler):
    """Whether no kind of error passes; one that tidies up and raises again is not blind."""
    return handler.type is None or any(
        isinstance(node, ast.Name) and node.id in {"Exception", "BaseException"}
        for node in ast.walk(handler.type)
    )


def test_everything_public_says_what_it_is_for(program):
    silent = [
        f"{source.name}:{getattr(node, 'name', 'module')}"
        for source in program
        if source.text.strip() and not source.name.startswith(REVISIONS)
        for node in _public(source.tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def _public(node):
    """The module, its public classes and functions, and their public methods."""
    yield node
    if isinstance(node, FUNCTIONS):
        return
    for child in node.body:
        if isinstance(child, (*FUNCTIONS, ast.ClassDef)) and not child.name.startswith("_"):
            yield from _public(child)
