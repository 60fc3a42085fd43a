"""Makes the packages: a folder that runs by itself, and from it what is handed to the user."""
