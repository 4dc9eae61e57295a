"""How much processor time another process has used: on a busy machine the clock says nothing of how hard a job is."""

from __future__ import annotations

import os
from pathlib import Path


def processor_seconds(process: int) -> float | None:
    """The processor time of a process so far; None where the system has no /proc, or the process is gone."""
    try:
        said = Path(f"/proc/{process}/stat").read_bytes()
        user, system = said.rpartition(b")")[2].split()[11:13]  # proc(5): utime and stime, fields 14 and 15
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return None
