"""Texts of orders as templates: sandboxed Jinja2 with Russian helpers.

Helpers for the one who edits a template: ``person | dative`` and the other cases give post,
surname and initials; the same on a text declines a post; ``person | full("dative")`` gives the
full name; ``day | date`` and ``day | long_date``; ``name | initials``;
``count | plural("пара", "пары", "пар")``; ``text | sentence`` makes the first letter a capital.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from nastavnik_desktop.documents.person_forms import PersonForms
from nastavnik_desktop.domain.dates import long_date, short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.plurals import plural
from nastavnik_desktop.language import posts
from nastavnik_desktop.language.typography import tidy

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment


def render_text(source: str, values: Mapping[str, object], field: str = "") -> str:
    """The template filled with the values and tidied; blank lines at the ends are dropped.

    Raises RuleViolation with the number of the line and what is wrong in it; ``field`` names
    the part of the order's template.
    """
    from jinja2 import TemplateError

    try:
        return tidy(_template(source).render(values)).strip()
    except TemplateError as error:
        raise RuleViolation(_explained(error), field) from error
    except (TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise RuleViolation(
            "Шаблон текста не удалось заполнить: проверьте значения в фигурных скобках.", field
        ) from error


def _explained(error: Exception) -> str:
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    if isinstance(error, TemplateSyntaxError):
        return f"Ошибка в шаблоне, строка {error.lineno}: проверьте скобки и слова между ними."
    if isinstance(error, SecurityError):
        return "Шаблон обращается к тому, что в тексте приказа не разрешено."
    if isinstance(error, UndefinedError):
        return f"В шаблоне есть слово, которого программа не знает: {error.message}."
    return "Шаблон текста не удалось прочитать."


@cache
def _template(source: str) -> Template:
    return _environment().from_string(source)


@cache
def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.filters.update(_filters())
    return environment


def _filters() -> dict[str, Callable[..., object]]:
    cases = {case.value: _in_case(case) for case in Case}
    return {
        **cases,
        "full": _full,
        "initials": _initials,
        "date": short_date,
        "long_date": long_date,
        "plural": plural,
        "sentence": _sentence,
    }


def _in_case(case: Case) -> Callable[[object], str]:
    def declined(value: object) -> str:
        if isinstance(value, PersonForms):
            return value.short(case)
        return posts.decline(str(value), case)

    return declined


def _full(person: PersonForms, case: str = "") -> str:
    return person.full(Case(case) if case else None)


def _initials(value: PersonForms | FullName) -> str:
    return (value.name if isinstance(value, PersonForms) else value).short


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
