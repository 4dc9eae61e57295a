"""Whatever kills a command, the next run finds nothing in its way, and nothing is left lying about.

Of `order pack` tests/commands/test_pack_command.py and tests/ordering/test_pack.py say the same.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from folders import ROOT

from wawla.checking.examples import TODAY

pytestmark = pytest.mark.slow
KILLS = 30
NOTE = "Approved by the series editor."
PDFS = {"print": 1000, "build": 1}
"""So many have to be made again in every third run."""
COMMANDS = {
    "schema": ["schema", "--to", "{out}/schema.json"],
    "new": ["new", "account", "a-new-piece-RUN", "--root", "{root}"],
    "print": ["print", "tools/ties-sheet", "--to", "{out}", "--root", "{root}", "--today", "{today}"],
    "approve": [
        "approve",
        "ASK/Trust at work",
        "--copies",
        "9",
        "--note",
        NOTE,
        "--root",
        "{root}",
        "--today",
        "{today}",
    ],
    "build": ["build", "--root", "{root}", "--today", "{today}"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_thirty_kills_leave_nothing(fresh_root: Path, tmp_path: Path, name: str):
    out, passing = tmp_path / "out", tmp_path / "passing"
    out.mkdir()
    passing.mkdir()
    command = [part.format(root=fresh_root, out=out, today=TODAY) for part in COMMANDS[name]]
    environment = {**os.environ, "TMPDIR": str(passing), "TODAY": str(TODAY), "NO_MKDOCS_2_WARNING": "1"}
    program = [
        sys.executable,
        "-W",
        "ignore",
        str(ROOT / "tests/commands/killing.py"),
        str(KILLS),
        "11",
        str(fresh_root),
        str(PDFS.get(name, 0)),
    ]
    done = subprocess.run(
        [*program, *command], env=environment, capture_output=True, text=True, check=False, timeout=3000
    )
    assert 0 == done.returncode, done.stderr
    told = json.loads(done.stdout)

    assert [0, 0, []] == [told["first"], told["last"], told["found"]]
    assert KILLS // 2 < told["ends"].count(-signal.SIGPROF)
    assert [] == sorted(passing.iterdir())
    assert [] == [path for folder in (fresh_root, out) for path in folder.rglob("*in-the-making*")]


def test_a_command_that_is_told_to_end_tidies_up(fresh_root: Path, tmp_path: Path):
    environment = {**os.environ, "TMPDIR": str(tmp_path), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "wawla", "build", "--root", fresh_root, "--today", TODAY]
    building = subprocess.Popen([*map(str, command)], env=environment, stderr=subprocess.DEVNULL)
    while not list(fresh_root.glob(".site-in-the-making-*")) or not list(tmp_path.glob(".wawla-in-the-making-*")):
        assert building.poll() is None
    building.terminate()
    assert 128 + signal.SIGTERM == building.wait(60)
    assert [] == [path for folder in (fresh_root, tmp_path) for path in folder.rglob("*in-the-making*")]
