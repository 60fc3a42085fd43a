"""Parsers of single values: pure functions from what a cell says to what it means."""
