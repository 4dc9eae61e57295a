"""What can be wrong with a file before any rule looks at it: one entry a fault, which is also its help page."""

from __future__ import annotations

from wawla.model.field_faults import FIELD_FAULTS
from wawla.model.file_faults import FILE_FAULTS, Fault
from wawla.model.findings import Finding, Place

__all__ = ["FAULTS", "Fault", "fault"]

FAULTS = {each.code: each for each in (*FILE_FAULTS, *FIELD_FAULTS)}
"""Every fault by its code."""


def fault(code: str, place: Place, message: str, hint: str = "") -> Finding:
    """A finding of one of the faults below; the remedy is the fault's own where no nearer one is given."""
    return Finding(place, code, message, hint or FAULTS[code].remedy)
