"""Rules that constraints cannot express: a sentence and the query that finds breaches."""

from __future__ import annotations

_SELF_MENTOR = """
    SELECT p.pairing_id FROM pairings p
    JOIN pairing_members m ON m.pairing_id = p.pairing_id
    WHERE m.person_id = p.mentor_id
"""
_WITHOUT_MENTEES = """
    SELECT p.pairing_id FROM pairings p
    WHERE NOT EXISTS (SELECT 1 FROM pairing_members m WHERE m.pairing_id = p.pairing_id)
"""
_WITHOUT_TEXT = """
    SELECT order_id FROM orders
    WHERE status <> 'draft' AND NOT is_external AND snapshot IS NULL
"""
_WITHOUT_NUMBER = "SELECT order_id FROM orders WHERE status <> 'draft' AND number_key IS NULL"

OWN_RULES: tuple[tuple[str, str], ...] = (
    ("человек назначен наставником самому себе", _SELF_MENTOR),
    ("пара или группа без наставляемых", _WITHOUT_MENTEES),
    ("у выпущенного приказа нет текста", _WITHOUT_TEXT),
    ("выпущенный приказ без номера", _WITHOUT_NUMBER),
)
