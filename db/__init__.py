"""The base: models, queries, migrations, journal, backup."""
