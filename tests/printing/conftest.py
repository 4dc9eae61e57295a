"""What tests of printing share: veraPDF, where it is at hand."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from verapdf import JARS, REQUIRED
from wawla.printing.ua_check import Verdict, checked, missing


@pytest.fixture(scope="session")
def verapdf() -> Callable[[Sequence[Path]], list[Verdict]]:
    """Holds PDF files to PDF/UA-1. Where veraPDF is missing, the test is skipped, or fails where it is required."""
    reason = missing(JARS)
    if reason and REQUIRED:
        pytest.fail(f"Tests that ask veraPDF cannot run: {reason}", pytrace=False)
    if reason:
        pytest.skip(f"Tests that ask veraPDF are skipped: {reason}")
    return lambda paths: checked(paths, JARS)
