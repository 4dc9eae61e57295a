"""What is raised where a text would hold the parser up."""

from __future__ import annotations


class TooTangledError(RecursionError):
    """A text that nests or opens more than any writer would: reading it to its end would take too long."""
