"""Paths and settings of the program (installed, portable, test)."""
