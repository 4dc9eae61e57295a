"""The publication itself, built and printed once in a run. No test outside this folder reads it.

So an editor's corrected sentence can turn nothing red but what is about the publication.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from day import DAY
from filelock import FileLock
from folders import ROOT, SITE
from made_once import printed_once, sample_print_input, sample_printed, verapdf  # noqa: F401 - pytest finds them here

Run = Callable[..., object]


@pytest.fixture(scope="session")
def published(shared: Path, run: Run) -> Path:
    """The folder of the publication's own site, built once in a run."""
    site = shared / "published"
    with FileLock(f"{site}.lock"):
        if not site.is_dir():
            done = run(
                "wawla",
                "build",
                "--root",
                ROOT,
                "--site",
                site,
                "--today",
                DAY,
                env={"SITE_URL": SITE},
            )
            assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def printed(shared: Path, run: Run) -> Path:
    """A folder with every form of every edition and piece of the publication itself."""
    return printed_once(shared / "printed", run, "--root", ROOT, "--today", DAY)
