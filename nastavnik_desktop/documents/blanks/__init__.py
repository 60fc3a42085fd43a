"""Blanks of the authorities, filled inside their own files."""
