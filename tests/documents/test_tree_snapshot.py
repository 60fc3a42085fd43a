"""A tree survives its way into JSON and back, whatever it holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.documents import tree
from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.snapshot import VERSION, from_json, to_json
from nastavnik_desktop.domain.errors import UnreadableFile
from tests.documents import sample_order

TEXTS = st.text(max_size=12)
SIZES = st.floats(min_value=0, max_value=300, allow_nan=False)
FLAGS = st.booleans()
PAGES = st.builds(PageSetup, FLAGS, SIZES, SIZES, SIZES, SIZES, FLAGS, FLAGS)
CELLS = st.builds(
    tree.Cell,
    TEXTS,
    st.sampled_from(tree.Alignment),
    bold=FLAGS,
    vertical=st.sampled_from(tree.Vertical),
    is_turned=FLAGS,
    colspan=st.integers(1, 5),
    border=st.sampled_from(tree.Border),
    size_pt=st.none() | SIZES,
    value=st.none() | SIZES,
    formula=TEXTS,
)
BLOCKS = st.one_of(
    st.builds(
        tree.Paragraph,
        st.lists(st.builds(tree.Run, TEXTS, FLAGS, FLAGS), max_size=3).map(tuple),
        st.sampled_from(tree.Role),
        st.none() | st.sampled_from(tree.Alignment),
        FLAGS,
        st.none() | SIZES,
    ),
    st.builds(tree.LeftRight, TEXTS, TEXTS, SIZES, SIZES),
    st.builds(
        tree.NumberedClauses,
        st.lists(st.builds(tree.Clause, TEXTS, st.integers(1, 3)), max_size=3).map(tuple),
        FLAGS,
    ),
    st.builds(tree.SignatureLine, TEXTS, TEXTS, SIZES),
    st.builds(tree.PageFoot, st.lists(TEXTS, max_size=2).map(tuple)),
    st.builds(tree.AnnexMark, st.lists(TEXTS, max_size=3).map(tuple), SIZES),
    st.builds(
        tree.Table,
        st.lists(SIZES, max_size=3).map(tuple),
        st.lists(
            st.builds(tree.Row, st.lists(CELLS, max_size=3).map(tuple), SIZES), max_size=3
        ).map(tuple),
        st.integers(0, 2),
        st.none() | SIZES,
    ),
    st.builds(tree.Spacer, SIZES),
    st.just(tree.PageBreak()),
    st.builds(tree.Section, PAGES, TEXTS),
)
DOCUMENTS = st.builds(
    tree.Document,
    TEXTS,
    st.lists(BLOCKS, max_size=5).map(tuple),
    TEXTS,
    PAGES,
    st.builds(TextSetup, SIZES, SIZES, SIZES, SIZES, SIZES),
    TEXTS,
)


@given(DOCUMENTS)
def test_any_tree_comes_back_equal(document):
    assert from_json(to_json(document)) == document


def test_an_order_comes_back_equal():
    order = order_document(sample_order.facts(), shipped_template("pairs"))

    assert from_json(to_json(order)) == order


def test_a_field_that_an_older_snapshot_lacks_takes_its_default():
    stored = json.loads(to_json(tree.Document("Приказ", (tree.Spacer(5.0),))))
    del stored["document"]["sheet_name"]

    assert from_json(json.dumps(stored)).sheet_name == ""


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"version": 1, "document": {"blocks": [{"block": "Нет"}]}}']
)
def test_a_damaged_snapshot_is_refused_in_words(text):
    with pytest.raises(UnreadableFile, match="повреждён"):
        from_json(text)


def test_a_snapshot_of_a_newer_program_is_refused_in_words():
    text = json.dumps({"version": VERSION + 1, "document": {}})

    with pytest.raises(UnreadableFile, match="новой версией"):
        from_json(text)
