"""Dialogs asked by one call that returns a draft or nothing."""
