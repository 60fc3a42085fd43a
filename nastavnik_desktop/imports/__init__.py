"""A school's file -> sheets -> table -> meaning of columns -> rows with problems -> matching."""
