"""An ICC profile from the few numbers by which a PNG without a profile describes its colours."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_D50 = (0.9642, 1.0, 0.8249)
"""The white of every profile's connection space (ICC.1:2001-04, 6.1.3)."""
_BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
"""From XYZ to what the eye's cones answer (ICC.1:2001-12, annex E)."""
_Matrix = Sequence[Sequence[float]]


def matrix_profile(exponent: float, chromaticity: Sequence[float]) -> bytes | None:
    """A display profile of version 2: light is the level, 0 to 1, to this exponent.

    `chromaticity` is x and y of white, red, green and blue, as in PNG's cHRM. None where they make no colours.
    """
    if len(chromaticity) != 8 or not all(0 < each < 1 for each in chromaticity[1::2]):
        return None
    white, *primaries = (_xyz(chromaticity[at], chromaticity[at + 1]) for at in range(0, 8, 2))
    columns = _transposed(primaries)
    inverse = _inverse(columns)
    if inverse is None:
        return None
    amounts = _times(inverse, white)
    to_d50 = _adaptation(white)
    lights = zip(primaries, amounts, strict=True)
    colorants = [_times(to_d50, [value * amount for value in primary]) for primary, amount in lights]
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(min(exponent, 255) * 256))
    tags = {
        b"desc": b"desc" + struct.pack(">II", 0, 4) + b"PNG\0" + bytes(79),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": _xyz_tag(_D50),
        **{name: _xyz_tag(each) for name, each in zip((b"rXYZ", b"gXYZ", b"bXYZ"), colorants, strict=True)},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _written(tags)


def _written(tags: dict[bytes, bytes]) -> bytes:
    """The profile: header, table of tags and tags (ICC.1:2001-04, 6)."""
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, tag in tags.items():
        table += name + struct.pack(">II", at + len(body), len(tag))
        body += tag + bytes(-len(tag) % 4)
    size = at + len(body)
    header = struct.pack(">I4sI4s4s4s12x4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    header += bytes(28) + _xyz_tag(_D50)[8:]
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def _xyz_tag(xyz: Sequence[float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(value * 65536)) for value in xyz)


def _xyz(x: float, y: float) -> list[float]:
    """The colour of these chromaticities with a luminance of 1."""
    return [x / y, 1.0, (1 - x - y) / y]


def _adaptation(white: Sequence[float]) -> _Matrix:
    """What carries colours seen under this white to D50."""
    cones, wanted = _times(_BRADFORD, white), _times(_BRADFORD, _D50)
    scaled = [[value * new / old for value in row] for row, new, old in zip(_BRADFORD, wanted, cones, strict=True)]
    back = _inverse(_BRADFORD) or _BRADFORD
    return [[sum(a * scaled[i][column] for i, a in enumerate(row)) for column in range(3)] for row in back]


def _times(matrix: _Matrix, vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _transposed(matrix: _Matrix) -> _Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def _inverse(matrix: _Matrix) -> _Matrix | None:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    if abs(determinant) < 1e-9:
        return None
    rows = [
        [e * i - f * h, c * h - b * i, b * f - c * e],
        [f * g - d * i, a * i - c * g, c * d - a * f],
        [d * h - e * g, b * g - a * h, a * e - b * d],
    ]
    return [[value / determinant for value in row] for row in rows]
