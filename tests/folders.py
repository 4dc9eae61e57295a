"""The folders that tests read: the project, and the small whole publication in it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests/sample_publication"
SITE = "https://wawla.sample/"
"""The address of the sites that tests build: no host of its kind is reserved, though there is none."""
RESERVED = "https://wawla.example/"
"""An address under which no site can ever stand."""
