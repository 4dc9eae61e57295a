"""What tests of the publication in a browser share: its site served on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import served


@pytest.fixture(scope="package")
def published_home(published: Path) -> Iterator[str]:
    """Where the publication's own site is served, with a slash at its end."""
    with served(published) as address:
        yield address
