"""Two texts compared line by line."""

from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.text_difference import LineMark, difference

LINES = st.lists(st.sampled_from(["Первый.", "Второй.", "{% endif %}", "- третий;", ""])).map(
    "\n".join
)


def test_a_changed_line_is_told_as_gone_and_come():
    found = difference("Первый.\nВторой.", "Первый.\nДругой.\nТретий.")
    assert [f"{line.mark}{line.text}" for line in found] == [
        " Первый.",
        "−Второй.",
        "+Другой.",
        "+Третий.",
    ]


@given(LINES, LINES)
def test_either_text_can_be_read_out_of_the_difference(before, after):
    found = difference(before, after)
    without = {LineMark.ADDED: before, LineMark.REMOVED: after}
    for left_out, text in without.items():
        kept = [line.text for line in found if line.mark is not left_out]
        assert kept == text.splitlines()


@given(LINES)
def test_a_text_does_not_differ_from_itself(text):
    assert {line.mark for line in difference(text, text)} <= {LineMark.SAME}
