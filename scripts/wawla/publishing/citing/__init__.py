"""Citing: references, and what a page says of itself to programs: linked data, metadata, feeds."""
