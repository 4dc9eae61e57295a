"""What is known of a stored printing beyond its entry: what its file says, and what git has had before."""

import hashlib
import io
import os
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from folders import SAMPLE

from wawla.checking.check_publication import check_publication
from wawla.checking.examples import TODAY
from wawla.checking.stored_printings import first_checksums

pytestmark = pytest.mark.slow

EDITION = "series/ask/trust-at-work"
REGISTER, FILE = f"{EDITION}/printings.yml", f"{EDITION}/printings/1.pdf"
APPROVED = hashlib.sha256((SAMPLE / FILE).read_bytes()).hexdigest()


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """No configuration of the machine, no repository round the folder of the test, and no cache of the user."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for part in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{part}_NAME", "A. Tester")
        monkeypatch.setenv(f"GIT_{part}_EMAIL", "tester@example.org")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample in a folder of a repository, with its printing committed."""
    root = tmp_path / "repository/publication"
    shutil.copytree(SAMPLE, root)
    git(root.parent, "init", "-q")
    commit(root)
    return root


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "A change")


def swap(root: Path, data: bytes) -> None:
    """Put another file in the place of the approved one, with its checksum."""
    (root / FILE).write_bytes(data)
    text = (root / REGISTER).read_text(encoding="utf-8")
    (root / REGISTER).write_text(text.replace(APPROVED, hashlib.sha256(data).hexdigest()), encoding="utf-8")


def codes(root: Path) -> list[str]:
    """The codes of what is said of printings, but for errata."""
    found = check_publication(root, TODAY).findings
    return [each.code for each in found if each.code.startswith("PRN") and each.code != "PRN005"]


def other_edition() -> bytes:
    """As long as the approved file, and cut the same, but of another edition."""
    buffer = io.BytesIO()
    with pikepdf.open(SAMPLE / FILE) as pdf:
        pdf.docinfo["/Keywords"] = "ASK/Other"
        pdf.save(buffer)
    return buffer.getvalue()


def test_a_printing_that_is_what_it_was_is_not_spoken_of(root: Path):
    assert {FILE: APPROVED} == first_checksums(root)
    assert [] == codes(root)


def test_another_file_with_its_checksum_is_found_by_what_it_says_and_by_the_history(root: Path):
    swap(root, other_edition())
    assert ["PRN009", "PRN010"] == codes(root)
    commit(root)
    assert ["PRN009", "PRN010"] == codes(root)


def test_what_was_put_right_again_is_right(root: Path):
    swap(root, other_edition())
    commit(root)
    for path in (FILE, REGISTER):
        shutil.copy(SAMPLE / path, root / path)
    commit(root)
    assert [] == codes(root)


def test_without_a_history_nothing_is_said_of_it(root: Path):
    swap(root, other_edition())
    git(root.parent, "clone", "-q", "--depth", "1", f"file://{root.parent}", "shallow")
    shutil.copytree(root, root.parent / "shallow/publication", dirs_exist_ok=True)
    assert {} == first_checksums(root.parent / "shallow/publication")
    shutil.rmtree(root.parent / ".git")
    assert ["PRN009"] == codes(root)


def test_a_file_that_is_made_to_take_all_memory_or_is_none_is_named(root: Path):
    swap(root, b"%PDF-1.6\n" + b"1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    assert ["PRN009", "PRN010"] == codes(root)
