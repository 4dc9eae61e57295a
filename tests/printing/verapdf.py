"""Whether veraPDF is at hand for the tests: where its jars lie, and whether they may be skipped.

As a program it says what is missing, with status 1, or nothing: `make verapdf` asks it.
"""

import os
import sys
from pathlib import Path

from wawla.printing.ua_check import missing

JARS = Path(__file__).resolve().parents[2] / ".cache/verapdf"
REQUIRED = os.environ.get("WAWLA_VERAPDF") == "required"
"""Set by .ci/run: there, tests that ask veraPDF fail without it, because nobody reads that they were skipped."""

if __name__ == "__main__":
    sys.exit(missing(JARS))
