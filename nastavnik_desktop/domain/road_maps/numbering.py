"""Numbers that a road map gives its items by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def numbered(sections: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Numbers of items in order: «1.1», «1.2», «2.1» by section; «1», «2» where there is none.

    A section that comes again after another one is a new one, as on paper.
    """
    section, item, before = 0, 0, None
    for titles in sections:
        if titles != before:
            section, item, before = section + bool(titles), 0, titles
        item += 1
        yield f"{section}.{item}" if titles else str(item)
