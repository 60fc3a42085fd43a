"""Page controllers: what happens when the user acts."""
