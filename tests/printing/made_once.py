"""Fixtures of the tests of printing: veraPDF, where it is at hand, and the sample's PDFs, made once in a run."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from by_hand import print_input_of
from filelock import FileLock
from folders import SITE
from verapdf import JARS, REQUIRED

from wawla.checking.examples import TODAY
from wawla.printing.print_input import PrintInput
from wawla.printing.ua_check import Verdict, ask_verapdf, missing
from wawla.reading.library import Library

ENVIRONMENT = {"SITE_URL": SITE}

Run = Callable[..., object]


@pytest.fixture(scope="session")
def verapdf() -> Callable[[Sequence[Path]], list[Verdict]]:
    """Holds PDF files to PDF/UA-1. Where veraPDF is missing, the test is skipped, or fails where it is required."""
    reason = missing(JARS)
    if reason and REQUIRED:
        pytest.fail(f"Tests that ask veraPDF cannot run: {reason}", pytrace=False)
    if reason:
        pytest.skip(f"Tests that ask veraPDF are skipped: {reason}")
    return lambda paths: ask_verapdf(paths, JARS)


@pytest.fixture(scope="session")
def sample_printed(shared: Path, sample_root: Path, run: Run) -> Path:
    """A folder with every form of every edition and piece of the sample, on the day it is made for.

    What was set for its site is not set again.
    """
    root = shared / "unlikely-name"
    with FileLock(f"{root}.lock"):
        if not root.is_dir():
            shutil.copytree(sample_root, root, ignore=shutil.ignore_patterns("site", ".git"))
    return printed_once(shared / "sample-printed", run, "--root", root, "--today", TODAY)


@pytest.fixture(scope="session")
def sample_print_input(sample_library: Library) -> PrintInput:
    """The sample on its way to books."""
    return print_input_of(sample_library)


def printed_once(folder: Path, run: Run, *of: object) -> Path:
    """The folder with every form of every edition and piece of a publication, which whoever asks first has printed."""
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            done = run("wawla", "print", "--all", "--to", folder, *of, env=ENVIRONMENT)
            assert done.returncode == 0, done.stdout + done.stderr
    return folder
