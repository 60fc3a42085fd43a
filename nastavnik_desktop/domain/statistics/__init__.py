"""Statistics: forms as data, indicators in words, and the engine that fills one by the other.

``form`` is the definition of a form, ``facts`` what the base knows, ``indicators`` and
``groupings`` the rules by which people and pairings are counted, ``control`` the checks,
``engine.compute`` puts them together into a ``report``.
"""
