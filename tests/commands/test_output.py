"""Nothing that is written fails for a sign: people get one that their terminal has, programs get UTF-8."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import SAMPLE

from wawla.commands.output import show_every_sign

STRAY = "tools/tŷ 語.py"
ACCOUNT = "accounts_of_practice/valley-visits/index.md"
EDITION = "series/ask/trust-at-work/index.md"


def written(text: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What comes to a terminal with this encoding when the text is printed."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    show_every_sign()
    print(text, end="", flush=True)
    return raw.getvalue()


SIGNS = [
    ("“It’s” – a…b—c", "ascii", b'"It\'s" - a...b-c'),
    ("ŷ 20 × · é", "latin-1", "y 20 × · é".encode("latin-1")),
    ("✗ no, ✓ yes, a\u00a0b", "ascii", b"x no, * yes, a b"),
    ("語 \udcff 🎈", "latin-1", b"\\u8a9e \\udcff \\U0001f388"),
    ("ŷ 語 ✗", "utf-8", "ŷ 語 ✗".encode()),
]


@pytest.mark.parametrize(("text", "encoding", "expected"), SIGNS)
def test_a_sign_that_the_terminal_lacks_becomes_one_that_it_has(
    text: str, encoding: str, expected: bytes, monkeypatch: pytest.MonkeyPatch
):
    assert expected == written(text, encoding, monkeypatch)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a fault in a line, a title and the name of a file that latin-1 cannot write."""
    root = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("signs") / "sample"))
    (root / STRAY).touch()
    for path, line in ((ACCOUNT, "titel: Tŷ gwyn 語"), (EDITION, "title: Tŷ gwyn 語")):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(re.sub("^title: .*", line, text, count=1, flags=re.M), encoding="utf-8")
    return root


def output(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "wawla", *arguments, "--root", root]
    env = {"PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(Path(__file__).parents[2] / "scripts")}
    return subprocess.run(command, env=env, capture_output=True, check=False)


@pytest.mark.parametrize(
    "form", ["text", *(pytest.param(form, marks=pytest.mark.slow) for form in ("json", "github", "sarif"))]
)
def test_a_check_works_on_a_terminal_with_few_signs(root: Path, form: str):
    done = output(root, "check", "--format", form)
    assert (1, b"") == (done.returncode, done.stderr)
    if form in ("json", "sarif"):
        assert isinstance(json.loads(done.stdout), dict)
    if form == "github":
        assert f"::error file={STRAY},line=1," in done.stdout.decode("utf-8"), "a forge looks for the file by its name"
    if form == "text":
        assert "titel: Ty gwyn \\u8a9e" in done.stdout.decode("latin-1")


@pytest.mark.slow
def test_the_catalogue_for_programs_is_utf_8_whatever_the_terminal_has(root: Path):
    as_json = json.loads(output(root, "catalogue", "--format", "json").stdout.decode("utf-8"))
    assert "Tŷ gwyn 語" in json.dumps(as_json, ensure_ascii=False)
    as_csv = [*csv.reader(io.StringIO(output(root, "catalogue", "--format", "csv").stdout.decode("utf-8")))]
    assert any("Tŷ gwyn 語" in cell for row in as_csv for cell in row)
    assert b"Ty gwyn \\u8a9e" in output(root, "catalogue").stdout
