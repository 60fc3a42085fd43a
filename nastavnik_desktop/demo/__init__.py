"""The training school: invented people, pairs and orders, the same every time."""
