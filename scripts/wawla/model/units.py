"""Units of length."""

from __future__ import annotations

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / MM_PER_INCH
"""A point is the seventy-second part of an inch."""
