"""Use cases: a class per subject, a public method per intention of the user."""
