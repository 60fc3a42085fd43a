"""Small widgets of the design language."""
