"""What tests share: the sample publication, read, rendered and built; and golden files.

A golden file holds what a page should look like. After a change that is meant: `pytest --refresh-golden`, and read
the difference before it is committed.
"""

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from filelock import FileLock
from folders import ROOT, SAMPLE, SITE
from site_of_the_sample import with_site

from wawla.checking.examples import TODAY
from wawla.publishing.page import Page
from wawla.publishing.pages import publish
from wawla.publishing.site import SiteContext
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk
from wawla.reading.visible import is_published
from wawla.rendering.bodies import job_of
from wawla.rendering.markdown_to_html import Renderer
from wawla.rendering.pictures.make import site_pictures

pytest_plugins = ["in_chromium"]
"""Chromium, for tests in two folders: one process cannot start it twice."""
COMMITTED = "2026-02-03T04:05:06+00:00"
"""When the sample was committed, in the history that tests give it."""

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write the golden files anew from what is made now")
    parser.addoption("--odd", type=int, default=40, help="how many odd publications to try; 2,000 take half an hour")
    parser.addoption(
        "--record-accessibility",
        action="store_true",
        help="write what the browser tests found on every page into docs/accessibility.yml",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly, once, why tests were left out: a dot in a row of dots is too easily overlooked."""
    reasons = {report.longrepr[2].removeprefix("Skipped: ") for report in terminalreporter.getreports("skipped")}
    for reason in sorted(reasons):
        terminalreporter.write_line(reason, yellow=True)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of this name, or refreshes the file."""

    def compare(name: str, actual: str) -> None:
        kept = ROOT / "tests/golden" / name
        if request.config.getoption("--refresh-golden"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(actual, encoding="utf-8")
        assert kept.read_text(encoding="utf-8") == actual, "changed; if it is meant: pytest --refresh-golden"

    return compare


@pytest.fixture(scope="session")
def sample_library() -> Library:
    """The sample publication, read on TODAY: one consent in it has ended by then, and no other ends before 2099."""
    return read_library(tree_on_disk(SAMPLE), TODAY).library


@pytest.fixture(scope="session")
def sample_site(sample_library: Library, tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """The sample on its way to pages, rendered in this process, with its pictures made."""
    renderer = Renderer()
    entries = [entry for entry in sample_library.entries.values() if is_published(entry)]
    rendered = {entry.path: renderer.render(job_of(entry, sample_library, "web")) for entry in entries}
    changes = dict.fromkeys(sample_library.entries, "2026-02-03")
    pictures, _ = site_pictures(sample_library, tmp_path_factory.mktemp("pictures"))
    return SiteContext(sample_library, rendered, changes, SITE, pictures=pictures)


@pytest.fixture(scope="session")
def pages(sample_site: SiteContext) -> Mapping[str, Page]:
    """Every page but the help pages, by address."""
    return {page.address: page for page in publish(sample_site)}


@pytest.fixture(scope="session")
def words(pages: Mapping[str, Page]) -> Callable[[str], str]:
    """What a reader sees on the page with this address, on one line."""
    return lambda address: " ".join(html.unescape(re.sub(r"<[^>]+>", " ", pages[address].html)).split())


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs a command of ours, `run("wawla", "check", cwd=…)`, without the banners of others."""

    def command(module: str, *arguments: object, env: dict[str, str] | None = None, **options: object):
        quiet = {"NO_MKDOCS_2_WARNING": "1", "GIT_CEILING_DIRECTORIES": "/tmp"}  # noqa: S108 - nothing is written there
        whole = {**os.environ, **quiet, **(env or {})}
        name = {"wawla": "wawla.commands.main"}.get(module, module)
        return subprocess.run(
            [sys.executable, "-m", name, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
            env=whole,
            **options,
        )

    return command


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def sample_root(shared: Path, run: Run) -> Path:
    """The sample as a repository of its own, with our look and its own configuration, built once.

    Tests read it and change nothing; one that has to change something takes `fresh_root`.
    """
    root = shared / "sample"
    with FileLock(f"{root}.lock"):
        if not (root / "site").is_dir():
            _lay_out(root)
            done = run("wawla", "build", "--root", root, "--today", TODAY)
            assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="session")
def built_site(sample_root: Path) -> Path:
    """The folder of the sample's finished site."""
    return sample_root / "site"


@pytest.fixture
def fresh_root(sample_root: Path, tmp_path: Path) -> Path:
    """A copy of the sample with its history and its caches, and without a site."""
    return Path(shutil.copytree(sample_root, tmp_path / "fresh", ignore=shutil.ignore_patterns("site")))


def _lay_out(root: Path) -> None:
    shutil.copytree(SAMPLE, root, dirs_exist_ok=True)
    with_site(root)
    shutil.copy(ROOT / ".gitignore", root)
    who = {"NAME": "A. Tester", "EMAIL": "tester@example.org", "DATE": COMMITTED}
    env = {
        **os.environ,
        **{f"GIT_{part}_{key}": value for part in ("AUTHOR", "COMMITTER") for key, value in who.items()},
    }
    for step in (["init", "-q"], ["add", "."], ["commit", "-qm", "The sample"]):
        subprocess.run(["git", "-C", root, "-c", "commit.gpgsign=false", *step], check=True, env=env)
