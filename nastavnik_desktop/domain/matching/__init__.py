"""Matching of mentors and mentees: the exact solver, scores in plain words, proposals."""
