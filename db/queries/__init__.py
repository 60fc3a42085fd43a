"""Reads: select -> domain records."""
