"""Readers: every kind of file becomes the same grid of cells with addresses."""
