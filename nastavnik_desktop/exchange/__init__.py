"""Files by which schools and a municipality speak without a server; no base is known here."""
