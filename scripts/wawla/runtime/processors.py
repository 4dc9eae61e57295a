"""How many processors this process may use."""

from __future__ import annotations

import os

MOST = 8
"""More processes than this cost more memory than they save time."""


def processors() -> int:
    """The processors that the system lets this process use, eight at the most; all there are where it cannot tell."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, MOST))
