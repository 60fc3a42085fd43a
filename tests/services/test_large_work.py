"""While very many records are made, the search for garbage rests, and only then."""

import gc

import pytest

from nastavnik_desktop.services.large_work import without_garbage_search


def test_the_search_goes_on_after_the_work():
    with without_garbage_search():
        assert not gc.isenabled()
        with without_garbage_search():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_a_failure():
    with pytest.raises(ZeroDivisionError), without_garbage_search():
        _ = 1 / 0
    assert gc.isenabled()
