"""The instructions of a page or a form (ISO 32000-1:2008, annex A), as far as the press check follows them."""

from __future__ import annotations

from typing import Any

import pikepdf

Instruction = tuple[str, list[Any]]
"""The operator and its operands; of text that is shown, none. A picture in the text is one instruction, BI."""

SHOW_TEXT = frozenset(("Tj", "TJ", "'", '"'))
FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
OTHERS = "q Q cm gs Do sh Tr Tf g G rg RG k K cs CS sc SC scn SCN BI ID EI"
FOLLOWED = " ".join((OTHERS, *SHOW_TEXT, *FILLS, *STROKES))


def instructions(stream: pikepdf.Object) -> list[Instruction]:
    """Those of a page or a form that are followed. Raises PdfError where it cannot be read."""
    found: list[Instruction] = []
    for instruction in pikepdf.parse_content_stream(stream, FOLLOWED):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            found.append(("BI", [instruction.iimage]))
            continue
        operator = str(instruction.operator)
        found.append((operator, [] if operator in SHOW_TEXT else list(instruction.operands)))
    return found
