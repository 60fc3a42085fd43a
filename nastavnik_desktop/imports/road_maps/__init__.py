"""Road maps of schools and authorities: a file becomes items with deadlines, and what is around."""
