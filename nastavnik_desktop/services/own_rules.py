"""Rules that constraints cannot express: a sentence and the query that finds breaches."""

from __future__ import annotations

OWN_RULES: tuple[tuple[str, str], ...] = (
    (
        "человек назначен наставником самому себе",
        "SELECT p.pairing_id FROM pairings p JOIN pairing_members m"
        " ON m.pairing_id = p.pairing_id WHERE m.person_id = p.mentor_id",
    ),
    (
        "пара или группа без наставляемых",
        "SELECT p.pairing_id FROM pairings p WHERE NOT EXISTS"
        " (SELECT 1 FROM pairing_members m WHERE m.pairing_id = p.pairing_id)",
    ),
    (
        "у выпущенного приказа нет текста",
        "SELECT order_id FROM orders WHERE status <> 'draft'"
        " AND NOT is_external AND snapshot IS NULL",
    ),
    (
        "выпущенный приказ без номера",
        "SELECT order_id FROM orders WHERE status <> 'draft' AND number_key IS NULL",
    ),
)
