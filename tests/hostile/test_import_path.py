"""No module that lies in the publication is ever imported, whatever its name is and wherever the user stands."""

import os
import subprocess
import sys
from collections.abc import Collection
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from folders import ROOT

from wawla.checking.examples import TODAY

NAMES = sorted({name.partition(".")[0] for name in sys.modules} | sys.stdlib_module_names | {*packages_distributions()})
"""Everything that could be imported: what this process has, what Python brings, what is installed."""
OWN = {"wawla", "__main__"}
INSTALLED, AS_MODULE = [str(Path(sys.executable).with_name("wawla"))], [sys.executable, "-m", "wawla"]
CONTENT = ["accounts_of_practice", "accounts_of_practice/moor-marking", "docs", "docs/decisions", "series", "tools"]
PUBLICATION = ["check"], ["build"], ["print", "--all", "--for", "screen"]

pytestmark = pytest.mark.slow


def lay(folder: Path, marks: Path, but: Collection[str] = ()) -> None:
    """Put a module of every name into a folder; each that is executed leaves a mark."""
    folder.mkdir(exist_ok=True)
    for name in NAMES:
        if name.isidentifier() and name not in {*OWN, *but}:
            code = f"import posix\nposix.close(posix.open({str(marks / name)!r}, posix.O_CREAT))\n"
            (folder / f"{name}.py").write_text(code, encoding="utf-8")


def executed(where: Path, marks: Path, door: list[str], command: list[str], root: Path) -> tuple[int, list[str]]:
    """The exit status of a command that is given in this folder, and the names of the modules it met there."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONSAFEPATH", None)
    day = ["--root", str(root), "--today", str(TODAY)]
    done = subprocess.run(
        [*door, *command, *day], cwd=where, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, sorted(each.name for each in marks.iterdir())


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    folder = tmp_path / "marks"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("command", PUBLICATION, ids=lambda command: command[0])
def test_a_module_in_the_root_is_never_executed(fresh_root: Path, marks: Path, command: list[str]):
    lay(fresh_root, marks)
    (fresh_root / ".cache/rendered.sqlite").unlink()  # so that there is work for the processes that render
    assert (0, []) == executed(fresh_root, marks, INSTALLED, command, fresh_root)


def test_nor_is_it_where_wawla_is_run_as_a_module(fresh_root: Path, marks: Path):
    # What `python -m` itself imports comes before the first line of ours; only `python -P -m` keeps it from that.
    before = [sys.executable, "-P", "-c", "import runpy, sys; print(*sys.modules)"]
    lay(fresh_root, marks, but={*subprocess.run(before, capture_output=True, text=True, check=True).stdout.split()})
    assert (0, []) == executed(fresh_root, marks, AS_MODULE, ["check"], fresh_root)


@pytest.mark.parametrize("folder", CONTENT)
def test_a_module_in_a_folder_of_content_is_never_executed(fresh_root: Path, marks: Path, folder: str):
    for each in CONTENT:
        lay(fresh_root / each, marks)
    # `build` begins a process that renders before it checks, and then finds these files where nothing reads them
    assert (1, []) == executed(fresh_root / folder, marks, INSTALLED, ["build"], fresh_root)


def test_the_validation_script_imports_nothing_of_the_publication(fresh_root: Path, marks: Path):
    lay(fresh_root, marks)
    door = [sys.executable, str(ROOT / "scripts/validate.py")]
    assert (0, []) == executed(fresh_root, marks, door, [], fresh_root)
