"""Charts: everything lies inside, lengths follow the values, black and white tells all."""

from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.charts import (
    Bar,
    BarChart,
    Box,
    Mark,
    Series,
    Stroke,
    Tone,
    TrendChart,
    Words,
    height_of,
    shapes,
    told,
)

WIDTH = 500.0
BARS = st.lists(
    st.builds(lambda label, value: Bar(label, value, str(value)),
              st.text("абв гд", max_size=60), st.integers(0, 10**6)),
    max_size=12,
)  # fmt: skip
TRENDS = st.integers(1, 6).flatmap(
    lambda count: st.builds(
        TrendChart,
        st.just("по годам"),
        st.just(tuple(str(2020 + at) for at in range(count))),
        st.lists(
            st.builds(
                Series,
                st.text("абв", min_size=1, max_size=12),
                st.tuples(*[st.none() | st.integers(0, 10**5)] * count),
            ),
            min_size=1,
            max_size=3,
        ).map(tuple),
    )
)


def places(shape):
    match shape:
        case Box():
            return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
        case Stroke():
            return list(shape.points)
        case Mark() | Words():
            return [(shape.x, shape.y)]


@given(BARS, st.sampled_from((0.0, 100.0)))
def test_bars_lie_inside_and_follow_their_values(bars, whole):
    chart = BarChart("", tuple(bars), whole)
    made = shapes(chart, WIDTH)
    for shape in made:
        for x, y in places(shape):
            assert -1 <= x <= WIDTH
            assert -1 <= y <= height_of(chart) + 1
    lengths = [one.width for one in made if isinstance(one, Box) and one.tone is Tone.FIRST]
    values = [bar.value for bar in bars if bar.value]
    assert len(lengths) == len(values)
    if not whole:
        by_value = sorted(zip(values, lengths, strict=True))
        assert [length for _, length in by_value] == sorted(lengths)
    figures = [one.text for one in made if isinstance(one, Words) and one.is_bold]
    assert figures == [bar.shown for bar in bars]


@given(TRENDS)
def test_every_known_value_of_a_trend_has_its_mark_and_its_figure(chart):
    made = shapes(chart, WIDTH)
    for shape in made:
        for x, y in places(shape):
            assert 0 <= x <= WIDTH
            assert 0 <= y <= height_of(chart) + 60
    known = [str(value) for line in chart.series for value in line.values if value is not None]
    bold = [one.text for one in made if isinstance(one, Words) and one.is_bold]
    assert sorted(bold) == sorted(known)


def test_lines_of_a_trend_differ_without_colours():
    years = ("2024/25", "2025/26", "2026/27")
    series = tuple(Series(name, (1, 2, at)) for at, name in enumerate("абв"))
    made = shapes(TrendChart("", years, series), WIDTH)
    lines = [one for one in made if isinstance(one, Stroke) and one.tone is not Tone.GROUND]
    assert len({line.dash for line in lines}) == 3
    assert len({one.corners for one in made if isinstance(one, Mark)}) == 3
    names = [one for one in made if isinstance(one, Words) and one.text in "абв"]
    assert len({round(one.y) for one in names}) == 3


def test_a_chart_is_told_in_words():
    bars = BarChart("", (Bar("педагоги", 3, "3"), Bar("ученики", 0, "0")))
    assert told(bars) == "педагоги: 3; ученики: 0"
    trend = TrendChart("", ("2025/26", "2026/27"), (Series("наставники", (None, 4)),))
    assert told(trend) == "наставники: 2025/26 – нет данных, 2026/27 – 4"


def test_a_long_name_takes_two_lines_and_no_more():
    name = "педагог вуза или колледжа – молодой педагог образовательной организации района"
    made = shapes(BarChart("", (Bar(name, 1, "1"),)), 300)
    words = [one.text for one in made if isinstance(one, Words) and not one.is_bold]
    assert len(words) == 2
    assert words[1].endswith("…")
