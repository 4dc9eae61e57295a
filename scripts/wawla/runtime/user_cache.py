"""The user's own cache folder, which every publication of a user shares; and what is done where there is none."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path

from wawla.runtime.machine_part import MachinePart


def user_cache() -> Path | None:
    """The folder; None for a user without a home, such as a number that the system's list of users does not hold."""
    try:
        folder = user_cache_path("wawla")
    except RuntimeError:  # so platformdirs says that there is no home
        return None
    return folder if folder.is_absolute() else None


def user_cache_part() -> MachinePart:
    """The folder, as a part of the machine; without it everything works, and takes longer."""
    name, folder = "Cache of the user", user_cache()
    if folder is None:
        text = (
            "this user has no home folder, so fonts are cut and pictures decoded anew each time, and what the"
            " cache holds is not used again"
        )
        return MachinePart(name, "note", text, "Name a home: export HOME=DIR")
    return MachinePart(name, "ok", f"keeps fonts, what is known of pictures, and the key of seals, in {folder}")
