"""Наставник: what the program knows and does, without any widget."""

__version__ = "0.1.0"
