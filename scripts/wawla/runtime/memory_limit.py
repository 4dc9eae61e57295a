"""A limit on the memory of this process, where the system has such a thing."""

from __future__ import annotations

try:
    import resource
except ImportError:  # not every system has it
    resource = None  # type: ignore[assignment]  # None where it is missing

MOST_MEMORY = 2 * 1024**3
"""So many bytes a process may use that renders or sets what people have sent."""


def limit_memory(most: int = MOST_MEMORY) -> None:
    """Let this process have no more than so many bytes; it stays with less where it is held to less already."""
    if resource is None:
        return
    _, highest = resource.getrlimit(resource.RLIMIT_AS)
    if highest != resource.RLIM_INFINITY:
        most = min(most, highest)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
