"""The sandbox of templates: what a text of an order may do, and how much of it.

A template comes from the user, or from a base that somebody sent: it must neither reach into the
program nor keep it busy for ever. So there are no macros and no imports, calls go only to methods
of the order's own facts, numbers and texts have a greatest size, and all loops of one filling
together take a limited number of steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.dates import long_date, short_date
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.language import posts

LONGEST_SOURCE = 50_000
MOST_STEPS = 20_000
LONGEST_TEXT = 200_000
GREATEST_NUMBER = 10**9
_MOST_ASSIGNMENTS = 50
_STEPS = "_steps"
_TEXT_MAKERS = (str, bytes, list, tuple, dict, set, frozenset)
_FORBIDDEN = (
    nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Import, nodes.FromImport,
    nodes.Include, nodes.Extends, nodes.Block, nodes.AssignBlock,
)  # fmt: skip
_BUILT_IN_FILTERS = (
    "capitalize", "count", "default", "first", "join", "last", "length", "lower", "reject",
    "rejectattr", "round", "select", "selectattr", "sort", "trim", "unique", "upper",
)  # fmt: skip


class TooMuchWork(SecurityError):
    """A template that would take too long or too much memory."""


@cache
def environment() -> SandboxedEnvironment:
    """The one environment of all templates."""
    made = _Sandbox(undefined=StrictUndefined, autoescape=False)
    made.filters = {name: made.filters[name] for name in _BUILT_IN_FILTERS}
    made.filters.update(_filters())
    made.globals = {"range": _range}
    return made


def filter_names() -> list[str]:
    """Words that may stand behind «|», for the one who edits a template."""
    return sorted(name for name in environment().filters if not name.startswith("_"))


class _Sandbox(SandboxedEnvironment):
    """Jinja2's own sandbox with limits."""

    intercepted_binops = frozenset({"+", "*", "**", "%", "//", "/", "-"})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > LONGEST_SOURCE:
            raise TemplateSyntaxError("template is too long", 1)
        tree: nodes.Template = super()._parse(source, name, filename)
        _demand_allowed(tree)
        for loop in tree.find_all(nodes.For):
            loop.iter = _filtered(loop.iter, "_counted")
        for joined in tree.find_all(nodes.Concat):
            joined.nodes = [_filtered(one, "_short") for one in joined.nodes]
        return tree

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Numbers may be counted with, texts may be joined: nothing that grows without end."""
        if isinstance(left, str) and isinstance(right, str) and operator == "+":
            return _short(left + right)
        both_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "**" or not both_numbers:
            raise TooMuchWork("operator")
        result = super().call_binop(context, operator, left, right)
        if abs(result) > GREATEST_NUMBER:
            raise TooMuchWork("number")
        return result

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401
        """Methods of facts only: those of texts and lists can make very long ones."""
        return super().is_safe_callable(obj) and not isinstance(
            getattr(obj, "__self__", None), _TEXT_MAKERS
        )


def _demand_allowed(tree: nodes.Template) -> None:
    for kind in _FORBIDDEN:
        for found in tree.find_all(kind):
            raise TemplateSyntaxError("this statement is not allowed", found.lineno)
    if len(list(tree.find_all(nodes.Assign))) > _MOST_ASSIGNMENTS:
        raise TemplateSyntaxError("too many assignments", 1)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    """The expression passed through a filter of the sandbox."""
    return nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)


def new_steps() -> dict[str, object]:
    """The counter of one filling, to be given to the template among its words."""
    return {_STEPS: [0]}


@pass_context
def _counted(context: Context, values: Iterable[Any]) -> Iterator[Any]:
    """The values of a loop, counted against the steps of this filling."""
    steps = context.resolve(_STEPS)
    for value in values:
        steps[0] += 1
        if steps[0] > MOST_STEPS:
            raise TooMuchWork("steps")
        yield value


def _short(text: Any) -> str:  # noqa: ANN401
    made = str(text)
    if len(made) > LONGEST_TEXT // 10:
        raise TooMuchWork("text")
    return made


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > MOST_STEPS:
        raise TooMuchWork("range")
    return made


def _filters() -> dict[str, Callable[..., object]]:
    cases = {case.value: _in_case(case) for case in Case}
    return {
        **cases,
        "_counted": _counted,
        "_short": _short,
        "counted": counted,
        "date": short_date,
        "full": _full,
        "full_comma": _full_comma,
        "initials": _initials,
        "long_date": long_date,
        "plural": plural,
        "sentence": _sentence,
    }


def _in_case(case: Case) -> Callable[[object], str]:
    def declined(value: object) -> str:
        if isinstance(value, PersonForms):
            return value.short(case)
        return posts.decline(_short(value), case)

    return declined


def _full(person: PersonForms, case: str = "") -> str:
    return person.full(Case(case) if case else None)


def _full_comma(person: PersonForms, case: str = "") -> str:
    """The full name with its post between commas, for the middle of a sentence."""
    return f"{_full(person, case)}," if person.post else _full(person, case)


def _initials(value: PersonForms | FullName) -> str:
    return (value.name if isinstance(value, PersonForms) else value).short


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def words_with_steps(values: Mapping[str, object]) -> dict[str, object]:
    """The words of a template with a fresh counter of steps."""
    return {**values, **new_steps()}
