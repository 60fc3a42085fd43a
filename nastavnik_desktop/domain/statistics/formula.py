"""Formulas of cells: arithmetic over other figures of the form, the same here and in a workbook."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

_REFERENCE = re.compile(r"\{(?:([^{}:]+):)?(\d+)\}")
_OPERATORS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Undefined(Exception):
    """The figure does not exist: its formula divides by zero."""


@dataclass(frozen=True)
class Reference:
    """Another figure: column ``number`` of the row ``row``, or of the same row when it is empty."""

    row: str
    number: int


@dataclass(frozen=True)
class Formula:
    """Arithmetic such as «{4} / {3} * 100» or «{01:3} + {02:3}»: + - * / and brackets."""

    text: str

    @property
    def references(self) -> tuple[Reference, ...]:
        """The figures it is made of, in the order in which they stand."""
        return tuple(Reference(row or "", int(number)) for row, number in self._parts())

    @property
    def is_sum(self) -> bool:
        """Whether figures are only added up, so that whoever is behind them is behind the sum."""
        return not set(_REFERENCE.sub("", self.text)) & set("-*/")

    def value(self, figure_of: Callable[[Reference], Decimal | None]) -> Decimal | None:
        """The result; None when a figure is missing. Raises Undefined when it divides by zero."""
        figures = [figure_of(reference) for reference in self.references]
        known = [figure for figure in figures if figure is not None]
        if len(known) < len(figures):
            return None
        try:
            return _worth(self._tree().body, known)
        except (DivisionByZero, InvalidOperation) as error:
            raise Undefined from error

    def check(self) -> None:
        """Raise ValueError with a Russian sentence unless it is arithmetic over figures."""
        try:
            _worth(self._tree().body, [Decimal(1)] * len(self.references))
        except (SyntaxError, KeyError, TypeError, IndexError) as error:
            raise ValueError(f"формула «{self.text}» не понята") from error
        except (DivisionByZero, InvalidOperation):
            return

    def rewritten(self, name_of: Callable[[Reference], str]) -> str:
        """The formula with other names of its figures, such as addresses of a workbook."""
        return _REFERENCE.sub(
            lambda found: name_of(Reference(found[1] or "", int(found[2]))), self.text
        )

    def in_words(self) -> str:
        """«графа 4 : графа 3 × 100»."""
        words = self.rewritten(
            lambda one: f"строка {one.row} графа {one.number}" if one.row else f"графа {one.number}"
        )
        return words.replace("*", "×").replace("/", ":").replace("-", "–")

    def _parts(self) -> list[tuple[str, str]]:
        return _REFERENCE.findall(self.text)

    def _tree(self) -> ast.Expression:
        numbers = iter(range(len(self.references)))
        return ast.parse(_REFERENCE.sub(lambda _: f"f[{next(numbers)}]", self.text), mode="eval")


def _worth(node: ast.expr, figures: list[Decimal]) -> Decimal:
    """The value of a part; KeyError or TypeError for what is no arithmetic."""
    if isinstance(node, ast.BinOp):
        left, right = _worth(node.left, figures), _worth(node.right, figures)
        return _OPERATORS[type(node.op)](left, right)
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return Decimal(node.value)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return figures[int(str(node.slice.value))]
    raise TypeError(ast.dump(node))
