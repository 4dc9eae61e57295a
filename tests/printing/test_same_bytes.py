"""The same content is the same file, to the byte: in another folder, time zone, language, and at another hash seed."""

import hashlib
import os
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from by_hand import laid_out
from folders import SITE

from wawla.checking.examples import TODAY

pytestmark = pytest.mark.slow

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "2",
    "LC_ALL": "C",
    "LANG": "de_DE.UTF-8",
    "LANGUAGE": "de",
    "SITE_URL": SITE,
    "SOURCE_DATE_EPOCH": "99999999",
    "XDG_CACHE_HOME": "/nonexistent",
}


def made(root: Path, to: Path, run: Any, env: dict[str, str], umask: int) -> Path:
    """Everything that `wawla print` makes of one edition and one piece, from scratch."""
    laid_out(root)
    before = os.umask(umask)
    try:
        options = ("--root", root, "--today", TODAY, "--to", to, "--for", "screen", "--all")
        done = [run("wawla", "print", *options, env=env)]
        options = ("--root", root, "--today", TODAY, "--to", to, "--for", "press", "--for", "booklet")
        done += [run("wawla", "print", "ASK/Trust at work", *options, env=env)]
    finally:
        os.umask(before)
    assert [0, 0] == [each.returncode for each in done], done
    return to


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory, run: Any) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere")
    return made(folder / "another folder/é", folder / "to, elsewhere", run, ELSEWHERE, 0o077)


def checksums(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


def test_every_form_is_the_same_to_the_byte_wherever_it_is_made(sample_printed: Path, elsewhere: Path):
    forms = {"ASK-Trust-at-work.pdf", "ASK-Trust-at-work-booklet.pdf", "ASK-Trust-at-work-press.pdf", "ties-sheet.pdf"}
    made, here = checksums(elsewhere), checksums(sample_printed)
    assert set() == forms - {*made}
    assert {name: here[name] for name in made} == made


def test_files_can_be_read_by_everybody_whatever_the_mask(elsewhere: Path):
    assert {0o644} == {file.stat().st_mode & 0o777 for file in elsewhere.iterdir()}


def test_a_file_is_dated_by_what_is_in_it_and_names_no_folder(sample_printed: Path):
    dates = {"ASK-Trust-at-work": "2005-03", "ASK-Trust-at-work-press": "2005-03", "ties-sheet": "2004-01"}
    for name, month in dates.items():
        with pikepdf.open(sample_printed / f"{name}.pdf") as pdf, pdf.open_metadata() as meta:
            assert f"D:{month.replace('-', '')}01000000Z" == str(pdf.docinfo["/CreationDate"])
            assert f"{month}-01T00:00:00Z" == meta["xmp:ModifyDate"]
            assert "unlikely-name" not in f"{pdf.docinfo} {meta}"
