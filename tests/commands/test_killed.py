"""Whatever kills a command, the next run finds nothing in its way, and nothing is left lying about."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from folders import ROOT
from packs_by_hand import publication, sound_packs

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
        "--sample",
        "--root",
        "{root}",
        "--today",
        "{today}",
    ],
    "build": ["build", "--root", "{root}", "--today", "{today}"],
    "pack": ["order", "pack", "--to", "{out}/packs", "--register", "{out}/orders.sqlite", "--root", "{root}"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_thirty_kills_leave_nothing(fresh_root: Path, tmp_path: Path, name: str):
    out, temporary = tmp_path / "out", tmp_path / "temporary"
    out.mkdir()
    temporary.mkdir()
    root = publication(tmp_path / "publication") if name == "pack" else fresh_root
    command = [part.format(root=root, out=out, today=TODAY) for part in COMMANDS[name]]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "TMPDIR": str(temporary),
        "TODAY": str(TODAY),
        "NO_MKDOCS_2_WARNING": "1",
    }
    program = [
        sys.executable,
        "-W",
        "ignore",
        str(ROOT / "tests/commands/killing.py"),
        str(KILLS),
        "11",
        str(root),
        str(PDFS.get(name, 0)),
    ]
    done = subprocess.run(
        [*program, *command], env=environment, capture_output=True, text=True, check=False, timeout=3000
    )
    assert 0 == done.returncode, done.stderr
    told = json.loads(done.stdout)

    assert [0, 0, []] == [told["first"], told["last"], told["found"]]
    assert KILLS // 2 < told["ends"].count(-signal.SIGPROF)
    assert [] == sorted(temporary.iterdir())
    assert [] == [path for folder in (root, out) for path in folder.rglob("*in-the-making*")]
    if name == "pack":
        file, to = out / "orders.sqlite", out / "packs"
        tickets = [json.loads((to / pack / "job-ticket.json").read_text()) for pack in sound_packs(file, to)]
        assert list(range(1, KILLS + 3)) == sorted(number for ticket in tickets for number in ticket["orders"])


def test_a_command_that_is_told_to_end_tidies_up(fresh_root: Path, tmp_path: Path):
    environment = {**os.environ, "TMPDIR": str(tmp_path), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "wawla", "build", "--root", fresh_root, "--today", TODAY]
    building = subprocess.Popen([*map(str, command)], env=environment, stderr=subprocess.DEVNULL)
    while not list(fresh_root.glob(".site-in-the-making-*")) or not list(tmp_path.glob(".wawla-in-the-making-*")):
        assert building.poll() is None
    building.terminate()
    assert 128 + signal.SIGTERM == building.wait(60)
    assert [] == [path for folder in (fresh_root, tmp_path) for path in folder.rglob("*in-the-making*")]
