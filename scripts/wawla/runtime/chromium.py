"""Chromium, in which the tests read pages: where it is."""

from __future__ import annotations

import shutil
import subprocess

from wawla.runtime.machine_part import MachinePart, how_to_install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_part() -> MachinePart:
    """The first Chromium that starts. Ubuntu has a program of that name that only says where to get the real one."""
    for name in NAMES:
        path = shutil.which(name)
        if path is None:
            continue
        try:
            done = subprocess.run(
                [path, "--version"], capture_output=True, encoding="utf-8", errors="replace", timeout=60
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return MachinePart(done.stdout.strip() or name, "ok", "reads pages in the tests", optional=True)
    remedy = how_to_install({"apt-get": "chromium", "dnf": "chromium", "apk": "chromium", "pacman": "chromium"})
    return MachinePart("Chromium", "missing", "reads pages in the tests, which are skipped", remedy, optional=True)
