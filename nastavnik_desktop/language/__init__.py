"""Russian: cases of names and posts, plurals, typography."""
