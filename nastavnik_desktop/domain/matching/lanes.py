"""Many whole numbers side by side in one long integer, so that one operation works on all.

Python adds, shifts and masks integers of any length at the speed of the processor's words, while a
loop over a list costs some fifty times as much a number. Each number has a lane of its own; the
highest bit of a lane, its guard, is kept clear, so that nothing spills into the next lane and two
lanes can be compared by a subtraction (SIMD within a register; Lamport 1975).
"""

from __future__ import annotations

from collections.abc import Iterable

_BITS_OF_BYTE = 8


class Lanes:
    """At least ``count`` lanes, ``room`` in all, for numbers from 0 to ``largest``.

    ``top`` is the greatest number that a lane can hold, ``ones`` holds 1 in every lane.
    """

    def __init__(self, count: int, largest: int) -> None:
        self._bytes = largest.bit_length() // _BITS_OF_BYTE + 1
        self.width = self._bytes * _BITS_OF_BYTE
        self.top = (1 << (self.width - 1)) - 1
        self.room = 1 << (max(count, 1) - 1).bit_length()
        self.ones = self._repeated(self.room)
        self._guards = self.ones << (self.width - 1)
        self._halves = list(self._folds())

    def pack(self, numbers: Iterable[int]) -> int:
        """The numbers in their lanes; lanes behind the last of them hold 0."""
        size = self._bytes
        return int.from_bytes(
            b"".join(number.to_bytes(size, "little") for number in numbers), "little"
        )

    def at(self, lane: int, number: int) -> int:
        """A number in one lane and nothing in the others."""
        return number << (lane * self.width)

    def lower(self, one: int, other: int) -> int:
        """The lower of two numbers, lane by lane.

        A guard outlives the subtraction where the other number is not the greater one.
        """
        kept = ((one | self._guards) - other) & self._guards
        return one ^ ((one ^ other) & (kept - (kept >> (self.width - 1))))

    def least(self, numbers: int) -> int:
        """The least number of all lanes: the upper half is laid on the lower one, and so on."""
        bits = self.width - 1
        for shift, mask, guards in self._halves:
            one, other = numbers & mask, numbers >> shift
            kept = ((one | guards) - other) & guards
            numbers = one ^ ((one ^ other) & (kept - (kept >> bits)))
        return numbers

    def _repeated(self, lanes: int) -> int:
        return ((1 << (lanes * self.width)) - 1) // ((1 << self.width) - 1)

    def _folds(self) -> Iterable[tuple[int, int, int]]:
        lanes = self.room
        while lanes > 1:
            lanes //= 2
            shift = lanes * self.width
            yield shift, (1 << shift) - 1, self._repeated(lanes) << (self.width - 1)
