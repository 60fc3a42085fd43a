"""Numbers of clauses: «1.», «2.», «2.1.», counted for every list anew."""

from __future__ import annotations

from collections.abc import Iterator

from nastavnik_desktop.documents.tree import Clause, NumberedClauses


def numbered(block: NumberedClauses) -> Iterator[tuple[str, Clause]]:
    """Clauses with their printed numbers; a level that was skipped counts as begun."""
    counters = [block.starts_at - 1] if block.starts_at > 1 else []
    for clause in block.clauses:
        level = max(1, clause.level)
        del counters[level:]
        counters += [1] * (level - 1 - len(counters))
        counters += [0] * (level - len(counters))
        counters[-1] += 1
        yield "".join(f"{counter}." for counter in counters), clause
