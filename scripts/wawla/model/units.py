"""Units of length."""

from __future__ import annotations

POINTS_PER_MM = 72 / 25.4
"""A point is the seventy-second part of an inch, and an inch has 25.4 millimetres."""
