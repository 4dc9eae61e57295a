"""Colour spaces of a PDF (ISO 32000-1:2008, 8.6), as far as one has to tell CMYK from all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Object

DEEPEST = 8
DEVICES = {"DeviceGray": "grey", "DeviceRGB": "RGB", "DeviceCMYK": "CMYK"}
NAMES = {"CalGray": "calibrated grey", "CalRGB": "calibrated RGB", "Lab": "Lab", "Pattern": "a pattern"}


@dataclass(frozen=True)
class Space:
    """A colour space: its family as PDF calls it, what a person would call it, and the one it rests on, if any."""

    family: str
    told: str
    base: Space | None = None
    palette: bytes = b""

    @property
    def initial(self) -> tuple[float, ...]:
        """The colour that setting the space sets; only CMYK's is looked at (ISO 32000-1:2008, table 74)."""
        return (0.0, 0.0, 0.0, 1.0) if self.family == "DeviceCMYK" else (0.0,)


GREY, RGB, CMYK = (Space(family, told) for family, told in DEVICES.items())


def space_of(value: Any, resources: Any, depth: int = 0) -> Space:
    """The space that a name or an array stands for, with names looked up in the resources.

    Raises ValueError where it is named and not defined, or rests on itself.
    """
    if depth > DEEPEST:
        raise ValueError("a colour space rests on itself")
    defined = (resources or {}).get("/ColorSpace", {})
    if isinstance(value, pikepdf.Name):
        name = str(value)[1:]
        if name in DEVICES:
            return _device(name, defined)
        if name in NAMES:
            return Space(name, NAMES[name])
        if f"/{name}" not in defined:
            raise ValueError(f"the colour space {name} is not defined")
        return space_of(defined[f"/{name}"], resources, depth + 1)
    return _from_array(value, resources, depth)


def _device(name: str, defined: Any) -> Space:
    """A device's space; a file may put another in its place under the name Default…, and must not."""
    default = name.replace("Device", "Default")
    if f"/{default}" in defined:
        return Space(default, f"{DEVICES[name]} with a profile of its own ({default})")
    return Space(name, DEVICES[name])


def _from_array(array: Object, resources: Any, depth: int) -> Space:
    family = str(array[0])[1:]
    if len(array) == 1:
        return space_of(array[0], resources, depth + 1)
    match family:
        case "ICCBased":
            return Space(family, f"a profile of its own (ICCBased, {array[1].get('/N', '?')} channels)")
        case "Separation":
            return Space(family, f"the spot colour {str(array[1])[1:]}")
        case "DeviceN":
            return Space(family, f"spot colours ({', '.join(str(name)[1:] for name in array[1])})")
        case "Indexed":
            base = space_of(array[1], resources, depth + 1)
            table = array[3]
            palette = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
            return Space(family, f"a palette of {base.told}", base, palette)
        case "Pattern":
            return Space(family, NAMES[family], space_of(array[1], resources, depth + 1))
    return Space(family, NAMES.get(family, family))
