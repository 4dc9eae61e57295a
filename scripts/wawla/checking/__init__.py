"""Checking: rules over a Library. One file in `rules/` is one rule, its help page and its tests."""
