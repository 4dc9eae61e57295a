"""The folders that tests read: the project, and the small whole publication in it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests/sample_publication"
