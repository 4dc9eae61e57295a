"""The user's own cache folder; there is none for a user without a home."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wawla.runtime.user_cache import user_cache, user_cache_part


def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user of whom neither the environment nor the system's list of users tells a home."""
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)


def test_the_folder_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert tmp_path / "wawla" == user_cache()
    assert ("ok", "") == (user_cache_part().state, user_cache_part().remedy)


def test_a_user_without_a_home_has_none_and_doctor_says_so_as_a_note(monkeypatch: pytest.MonkeyPatch):
    homeless(monkeypatch)
    part = user_cache_part()
    assert (None, "note") == (user_cache(), part.state)
    assert "no home folder" in part.text


def test_what_no_home_is_known_for_is_still_imported_and_sealed():
    program = (
        "import os; os.path.expanduser = lambda path: path\n"
        "from wawla.publishing import pages\n"
        "from wawla.runtime.seal import unwrap, wrap\n"
        "print(unwrap('a', wrap('a', b'data')))"
    )
    environment = {name: value for name, value in os.environ.items() if name not in ("HOME", "XDG_CACHE_HOME")}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert "b'data'" == done.stdout.strip()
