"""The system's Chromium: where it is, and how it is started."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "Chromium was not found. Install it with `sudo apt-get install chromium`, or as your system does it, then run the"
    " tests again."
)
REQUIRED = os.environ.get("WAWLA_BROWSER") == "required"
"""Set by .ci/run: there, browser tests without Chromium fail, because nobody reads that they were skipped."""


def program() -> str | None:
    """The first Chromium that starts. Ubuntu has a program of that name that only says where to get the real one."""
    for name in NAMES:
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def flags() -> list[str]:
    """No calls home, so that every request is the site's own. Root may start Chromium only without its sandbox."""
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet
