"""What tests of printing share: veraPDF, where it is at hand."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from verapdf import REQUIRED, Verdict, checked, missing


@pytest.fixture(scope="session")
def verapdf() -> Callable[[Sequence[Path]], list[Verdict]]:
    """Holds PDF files to PDF/UA-1. Where veraPDF is missing, the test is skipped, or fails where it is required."""
    reason = missing()
    if reason and REQUIRED:
        pytest.fail(f"Tests that ask veraPDF cannot run: {reason}", pytrace=False)
    if reason:
        pytest.skip(f"Tests that ask veraPDF are skipped: {reason}")
    return checked
