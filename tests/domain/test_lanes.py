"""Numbers side by side in one integer: lane by lane what a loop over a list would say."""

from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.matching.lanes import Lanes

LARGEST = st.sampled_from([1, 127, 128, 2**31, 2**63, 2**90])


@st.composite
def rows(draw):
    """Two rows of as many numbers, and the largest that may come."""
    largest = draw(LARGEST)
    row = st.lists(st.integers(0, largest), min_size=1, max_size=40)
    first = draw(row)
    second = draw(st.lists(st.integers(0, largest), min_size=len(first), max_size=len(first)))
    return largest, first, second


@given(rows())
def test_the_lower_of_each_lane_and_the_least_of_all(given_rows):
    largest, first, second = given_rows
    lanes = Lanes(len(first), largest)
    lower = lanes.lower(lanes.pack(first), lanes.pack(second))
    assert lower == lanes.pack(map(min, first, second))
    unused = lanes.room - len(first)
    filled = [*first, *[lanes.top] * unused]
    assert lanes.least(lanes.pack(filled)) == min(first)


@given(rows())
def test_lanes_are_added_and_set_apart(given_rows):
    largest, first, second = given_rows
    lanes = Lanes(len(first), 2 * largest + 1)
    sums = map(sum, zip(first, second, strict=True))
    assert lanes.pack(first) + lanes.pack(second) == lanes.pack(sums)
    with_one = lanes.pack([*first, *[0] * (lanes.room - len(first))]) + lanes.ones
    assert lanes.least(with_one) == min([*first, *[0] * (lanes.room - len(first))]) + 1
    assert lanes.at(0, first[0]) == lanes.pack(first[:1])
