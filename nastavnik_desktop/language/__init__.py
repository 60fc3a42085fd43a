"""Russian: cases of names and posts, typography."""
