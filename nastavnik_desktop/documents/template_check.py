"""The checker of templates: which line has which word that the program does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

from nastavnik_desktop.documents.paper_templates import (
    Template,
    TemplateKind,
    parts_of,
    texts_of,
)
from nastavnik_desktop.documents.template_sandbox import environment, filter_names
from nastavnik_desktop.documents.template_words import Word, words_of

_LOOP = Word("loop", "номер и место в цикле", fields=(
    Word("index", "номер от 1"), Word("index0", "номер от 0"), Word("first", "первый ли"),
    Word("last", "последний ли"), Word("length", "сколько всего"),
    Word("revindex", "номер с конца"), Word("revindex0", "номер с конца от 0"),
))  # fmt: skip
_ANYTHING = Word("", "")
_TOO_DEEP = "Текст слишком запутан: упростите вложенные условия и циклы."


@dataclass(frozen=True)
class TemplateFault:
    """What is wrong in a line of a part; ``suggestion`` is the nearest word that is known."""

    part: str
    line: int
    message: str
    word: str = ""
    suggestion: str = ""


def faults_in(template: Template, kind: TemplateKind) -> tuple[TemplateFault, ...]:
    """All faults of a template of this kind, by parts and lines."""
    texts = texts_of(template)
    return tuple(
        fault
        for part in parts_of(kind)
        for fault in sorted(_faults_in_part(part, texts[part], kind), key=lambda one: one.line)
    )


def _faults_in_part(part: str, text: str, kind: TemplateKind) -> list[TemplateFault]:
    try:
        tree = environment().parse(text)
    except TemplateSyntaxError as error:
        message = "проверьте скобки {{ }}, {% %} и слова между ними"
        if error.message in ("this statement is not allowed", "too many assignments"):
            message = "такой команды в тексте нет: можно if, for и set"
        return [TemplateFault(part, error.lineno, message)]
    except RecursionError:
        return [TemplateFault(part, 1, _TOO_DEEP)]
    known = {word.name: word for word in words_of(kind)}
    try:
        return list(_Walk(part).faults(tree, {**known, "range": _ANYTHING}))
    except RecursionError:
        return [TemplateFault(part, 1, _TOO_DEEP)]


class _Walk:
    """Goes through the tree of a part with the words known at each place."""

    def __init__(self, part: str) -> None:
        self._part = part

    def faults(self, node: nodes.Node, known: Mapping[str, Word]) -> Iterator[TemplateFault]:
        """Faults of a node and all below it."""
        if isinstance(node, nodes.For):
            yield from self._of_loop(node, known)
            return
        if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
            yield self._unknown(node.lineno, node.name, known, "слово")
        elif isinstance(node, nodes.Getattr):
            yield from self._of_attribute(node, known)
        elif isinstance(node, nodes.Filter) and not node.name.startswith("_"):
            if node.name not in environment().filters:
                yield self._unknown(node.lineno, node.name, filter_names(), "слово после «|»")
        elif isinstance(node, nodes.Test) and node.name not in environment().tests:
            yield self._unknown(node.lineno, node.name, environment().tests, "проверка")
        yield from self._of_children(node, known)

    def _of_children(self, node: nodes.Node, known: Mapping[str, Word]) -> Iterator[TemplateFault]:
        """Words that a statement «set» makes are known in what follows it."""
        scope = dict(known)
        for child in node.iter_child_nodes():
            yield from self.faults(child, scope)
            if isinstance(child, nodes.Assign):
                made = _word_of(child.node, scope) or _ANYTHING
                scope.update(dict.fromkeys(_names_made(child.target), made))

    def _of_loop(self, node: nodes.For, known: Mapping[str, Word]) -> Iterator[TemplateFault]:
        yield from self.faults(node.iter, known)
        listed = _word_of(node.iter, known)
        item = Word(listed.name, listed.meaning, fields=listed.fields) if listed else _ANYTHING
        inside = {**known, **dict.fromkeys(_names_made(node.target), item), "loop": _LOOP}
        if node.test is not None:
            yield from self.faults(node.test, inside)
        body = nodes.Template(node.body, lineno=node.lineno)
        yield from self._of_children(body, inside)
        yield from self._of_children(nodes.Template(node.else_, lineno=node.lineno), known)

    def _of_attribute(
        self, node: nodes.Getattr, known: Mapping[str, Word]
    ) -> Iterator[TemplateFault]:
        owner = _word_of(node.node, known)
        if owner is None or owner is _ANYTHING:
            return
        names = [word.name for word in owner.fields]
        if node.attr not in names:
            yield self._unknown(node.lineno, node.attr, names, f"слово после «{owner.name}.»")

    def _unknown(self, line: int, word: str, known: Iterable[str], what: str) -> TemplateFault:
        near = get_close_matches(word, [name for name in known if name], 1)
        hint = f" Может быть, «{near[0]}»?" if near else ""
        message = f"{what} «{word}» программа не знает.{hint}"
        return TemplateFault(self._part, line, message, word, near[0] if near else "")


def _word_of(node: nodes.Node, known: Mapping[str, Word]) -> Word | None:
    """The word that an expression stands for, where that can be told."""
    if isinstance(node, nodes.Filter) and node.node is not None and node.name == "_counted":
        return _word_of(node.node, known)
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _word_of(node.node, known)
        fields = owner.fields if owner else ()
        return next((word for word in fields if word.name == node.attr), None)
    return None


def _names_made(target: nodes.Node) -> list[str]:
    if isinstance(target, nodes.Name):
        return [target.name]
    return [name.name for name in target.find_all(nodes.Name)]
