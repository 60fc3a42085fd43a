"""Texts of orders as templates: sandboxed Jinja2 with Russian helpers.

Helpers for the one who edits a template: ``person | dative`` and the other cases give post,
surname and initials; the same on a text declines a post; ``person | full("dative")`` gives the
full name, ``full_comma`` sets the post off by commas; ``day | date`` and ``day | long_date``;
``name | initials``; ``count | plural("пара", "пары", "пар")`` and ``count | counted(…)``;
``text | sentence`` makes the first letter a capital.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import TracebackType
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.language.typography import tidy

if TYPE_CHECKING:
    from jinja2 import Template

_MOST_KEPT = 64
_FAILURES = (TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, LookupError)


def render_text(source: str, values: Mapping[str, object], field: str = "") -> str:
    """The template filled with the values and tidied; blank lines at the ends are dropped.

    Raises RuleViolation with the number of the line and what is wrong in it; ``field`` names
    the part of the order's template.
    """
    from jinja2 import TemplateError

    from nastavnik_desktop.documents.template_sandbox import words_with_steps

    try:
        return tidy(_filled(source, words_with_steps(values))).strip()
    except TemplateError as error:
        raise RuleViolation(explained(error), field) from error
    except _FAILURES as error:
        where = _where(error.__traceback__)
        raise RuleViolation(
            f"Шаблон текста не удалось заполнить{where}: проверьте значения в фигурных скобках.",
            field,
        ) from error


def _filled(source: str, words: dict[str, object]) -> str:
    from nastavnik_desktop.documents.template_sandbox import LONGEST_TEXT, TooMuchWork

    parts, length = [], 0
    for part in _template(source).generate(words):
        length += len(part)
        if length > LONGEST_TEXT:
            raise TooMuchWork("text")
        parts.append(part)
    return "".join(parts)


def explained(error: Exception) -> str:
    """What is wrong with a template, in words, with the line where it is known."""
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    from nastavnik_desktop.documents.template_sandbox import TooMuchWork

    where = _where(error.__traceback__)
    if isinstance(error, TemplateSyntaxError):
        return f"Ошибка в шаблоне, строка {error.lineno}: проверьте скобки и слова между ними."
    if isinstance(error, TooMuchWork):
        return f"Шаблон слишком велик{where}: в нём слишком длинные циклы или тексты."
    if isinstance(error, SecurityError):
        return f"Шаблон обращается к тому, что в тексте не разрешено{where}."
    if isinstance(error, UndefinedError):
        return f"В шаблоне есть слово, которого программа не знает{where}: {error.message}."
    return "Шаблон текста не удалось прочитать."


def _where(trace: TracebackType | None) -> str:
    """«, строка 3»: the line of the template in which an error came up."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return f", строка {line}" if line else ""


@lru_cache(maxsize=_MOST_KEPT)
def _template(source: str) -> Template:
    from nastavnik_desktop.documents.template_sandbox import environment

    return environment().from_string(source)
