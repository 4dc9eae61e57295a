"""Rendering: a contributor's Markdown to safe HTML, once, for site, book and search alike."""
