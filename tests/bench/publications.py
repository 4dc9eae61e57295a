"""Generated publications to measure with: ours, under git and with the project's own theme, and one of plain MkDocs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from generate import PER_EDITION

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def publications(folder: Path, plain: Path, accounts: int) -> None:
    """A generated publication with the project's own settings and theme, under git as a real one is; and a plain one.

    A program of its own writes them: Linux counts the memory of a process from that of the one which started it.
    """
    generate = [sys.executable, Path(__file__).with_name("generate.py"), folder, "--plain", plain]
    subprocess.run([*generate, "--accounts", str(accounts)], check=True)
    (folder / "docs").mkdir(exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("docs/theme", "docs/assets"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    for page in (ROOT / "docs").glob("*.md"):  # the navigation names them; their own text speaks of the real pieces
        title = page.stem.capitalize()
        (folder / "docs" / page.name).write_text(f"---\ntitle: {title}\nsummary: What it says.\n---\n\n## {title}\n")
    (folder / ".gitignore").write_text("/site/\n/.cache/\n")
    settings = (
        "user.name=bench",
        "user.email=bench@publisher.example",
        "commit.gpgsign=false",
        "gc.auto=0",
        "maintenance.auto=false",
        "init.defaultBranch=main",
    )
    git = ["git", *(word for setting in settings for word in ("-c", setting))]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--no-verify", "--message", "All of it"]):
        subprocess.run([*git, *command], cwd=folder, check=True)


def accounts_for(pieces: int) -> int:
    """How many accounts make so many pieces, or one more: each edition brings a tool and a think piece as well."""
    return next(accounts for accounts in range(pieces) if accounts + 2 * -(-accounts // PER_EDITION) >= pieces)


def made(pieces: int, space: Path) -> tuple[Path, Path]:
    """Ours and the plain one, of so many pieces. What `space` holds from another run is used again."""
    ours, theirs = space / f"wawla-{pieces}-pieces", space / f"plain-{pieces}-pieces"
    if not ours.is_dir():
        publications(ours, theirs, accounts_for(pieces))
    return ours, theirs


@cache
def built(pieces: int, space: Path) -> Path:
    """Our publication of so many pieces, its site in `site` but no PDFs; built, unless `space` holds it already."""
    folder, _ = made(pieces, space)
    if not (folder / "site").is_dir():
        build(folder, folder / "site", "--no-pdfs")
    return folder


def build(root: Path, site: Path, *options: str) -> None:
    """`wawla build`. Stops the whole benchmark where it fails."""
    quiet = os.environ | {"NO_COLOR": "1"}
    command = [BIN / "wawla", "build", "--root", root, "--site", site, *options]
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{root} was not built:\n{(done.stdout + done.stderr)[-4000:]}")
