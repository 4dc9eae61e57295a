"""People whom lessons and books are about: they are read and studied in schools, and are nobody's pupils."""

from __future__ import annotations

from pathlib import Path

KNOWN_PEOPLE = frozenset((Path(__file__).parent / "known_people.txt").read_text(encoding="utf-8").splitlines())
"""In small letters, without accents, initials as they are written: authors, artists, characters, people of history."""
