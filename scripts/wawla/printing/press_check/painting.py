"""Follows the instructions of a page, through forms, patterns and soft masks, and yields all it is painted with."""

from __future__ import annotations

import copy
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Matrix

from wawla.printing.press_check.boxes import inherited
from wawla.printing.press_check.instructions import DEVICE, FILLS, SHOW_TEXT, STROKES, Instruction, instructions
from wawla.printing.press_check.spaces import GREY, space_of
from wawla.printing.press_check.uses import (
    Colour,
    FontUse,
    Foreign,
    GraphicsState,
    GroupUse,
    PlacedPicture,
    Shading,
    TextUse,
    Use,
)

DEEPEST = 24
MOST_INSTRUCTIONS = 5_000_000
"""In one document. A book of 64 pages has some 15,000 of those that are followed."""
FILLED_TEXT, STROKED_TEXT = (0, 2, 4, 6), (1, 2, 5, 6)
"""Text rendering modes (ISO 32000-1:2008, table 106)."""


@dataclass
class _Graphics:
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix
    fill: Colour
    stroke: Colour
    text_mode: int = 0


@dataclass(frozen=True)
class _Scope:
    """The content stream that is being followed: its resources, its first matrix, and the forms that lead to it."""

    resources: Any
    base: Matrix
    in_mask: bool = False
    path: tuple[tuple[int, int], ...] = ()

    def resource(self, kind: str, name: Any) -> Any:
        """The resource of this kind and name. Raises ValueError where there is none."""
        found = self.resources.get(kind, {}).get(str(name))
        if found is None:
            raise ValueError(f"it uses {str(name)[1:]}, which stands nowhere in the {kind[1:]} of its resources")
        return found


class Painter:
    """Follows the content streams of pages. Parses each form once, and follows it once a page for each use."""

    def __init__(self) -> None:
        self._parsed: dict[tuple[int, int], list[Instruction]] = {}
        self._left = MOST_INSTRUCTIONS
        self._done: set[Hashable] = set()

    def uses(self, page: pikepdf.Object) -> Iterator[Use]:
        """Everything that a page is painted with. Raises ValueError where it cannot be followed to its end."""
        self._done = set()
        scope = _Scope(inherited(page, "/Resources") or {}, Matrix())
        yield from self._content(instructions(page), _fresh(Matrix(), False), scope)

    def _content(self, content: list[Instruction], now: _Graphics, scope: _Scope) -> Iterator[Use]:
        kept: list[_Graphics] = []
        for operator, operands in content:
            self._left -= 1
            if self._left < 0:
                raise ValueError("it takes more instructions than can be followed")
            if operator == "q":
                kept.append(copy.copy(now))
            elif operator == "Q":
                now = kept.pop() if kept else now
            elif operator == "cm":
                now.matrix = Matrix(*map(float, operands)) @ now.matrix
            elif operator in SHOW_TEXT:
                yield from self._text(now)
            elif operator in FILLS or operator in STROKES:
                yield from self._once(now.fill, operator in FILLS and now.fill.initial)
                yield from self._once(now.stroke, operator in STROKES and now.stroke.initial)
            elif operator == "Tr":
                now.text_mode = int(operands[0])
            elif operator == "Tf":
                yield from self._font(scope.resource("/Font", operands[0]))
            elif operator == "sh":
                yield Shading(scope.resource("/Shading", operands[0]), scope.resources, scope.in_mask)
            elif operator == "gs":
                yield from self._state(scope.resource("/ExtGState", operands[0]), now, scope)
            elif operator == "BI":
                yield _placed_picture("in the text", operands[0], now, scope)
            elif operator == "Do":
                yield from self._xobject_uses(operands[0], now, scope)
            else:
                yield from self._colour_uses(operator, operands, now, scope)

    def _once(self, use: Colour | TextUse, wanted: bool = True) -> Iterator[Use]:
        if wanted and use not in self._done:
            self._done.add(use)
            yield use

    def _text(self, now: _Graphics) -> Iterator[Use]:
        filled, stroked = now.text_mode in FILLED_TEXT, now.text_mode in STROKED_TEXT
        colours = (now.fill,) * filled + (now.stroke,) * stroked
        for colour in colours:
            yield from self._once(colour, colour.initial)
        yield from self._once(TextUse(colours))

    def _font(self, font: Any) -> Iterator[Use]:
        if not font.is_indirect or font.objgen not in self._done:
            self._done.add(font.objgen)
            yield FontUse(font)

    def _colour_uses(self, operator: str, operands: list[Any], now: _Graphics, scope: _Scope) -> Iterator[Use]:
        which = "stroke" if operator.isupper() else "fill"
        space = getattr(now, which).space
        pattern, values = None, operands
        if operator.lower() in DEVICE:
            space = space_of(pikepdf.Name(f"/{DEVICE[operator.lower()]}"), scope.resources)
        elif operator.lower() == "cs":
            space = space_of(operands[0], scope.resources)
            values = list(space.initial)
        elif operands and isinstance(operands[-1], pikepdf.Name):
            pattern, values = scope.resource("/Pattern", operands[-1]), operands[:-1]
        colour = Colour(space, tuple(map(float, values)), scope.in_mask)
        setattr(now, which, colour)
        yield from self._once(colour)
        if pattern is not None:
            yield from self._pattern(pattern, colour, scope)

    def _pattern(self, pattern: Any, colour: Colour, scope: _Scope) -> Iterator[Use]:
        if pattern.get("/PatternType") == 2:
            yield Shading(pattern["/Shading"], scope.resources, scope.in_mask)
            return
        now = _fresh(scope.base, scope.in_mask)
        if pattern.get("/PaintType") == 2 and colour.space.base:
            now.fill = now.stroke = Colour(colour.space.base, colour.values, scope.in_mask)
            yield from self._once(now.fill)
        yield from self._form_uses(pattern, now, scope)

    def _state(self, state: Any, now: _Graphics, scope: _Scope) -> Iterator[Use]:
        yield GraphicsState(state)
        if "/Font" in state:
            yield from self._font(state["/Font"][0])
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary):
            yield from self._form_uses(mask["/G"], _fresh(now.matrix, True), replace(scope, in_mask=True))

    def _xobject_uses(self, name: Any, now: _Graphics, scope: _Scope) -> Iterator[Use]:
        drawn, label = scope.resource("/XObject", name), str(name)[1:]
        for key, told in (("/OPI", "an OPI comment"), ("/Ref", "another file's page"), ("/PS", "PostScript")):
            if key in drawn:
                yield Foreign(f"The object {label} refers to {told}; the file should hold everything itself.")
        if drawn.get("/Subtype") == "/Image":
            yield _placed_picture(label, drawn, now, scope)
        elif drawn.get("/Subtype") == "/Form":
            yield from self._form_uses(drawn, copy.copy(now), scope)
        else:
            yield Foreign(f"The object {label} is PostScript or unknown; it should be a form or a picture.")

    def _form_uses(self, form: Any, now: _Graphics, scope: _Scope) -> Iterator[Use]:
        """A form, a pattern's cell or a soft mask, in the place and the colours in which it is drawn."""
        if form.objgen in scope.path:
            raise ValueError("a form draws itself")
        if len(scope.path) >= DEEPEST:
            raise ValueError(f"forms are nested deeper than {DEEPEST}")
        if "/Group" in form:
            yield GroupUse(form["/Group"], scope.in_mask)
        if "/Matrix" in form:
            now.matrix = Matrix(*map(float, form["/Matrix"])) @ now.matrix
        scale = tuple(round(part, 3) for part in now.matrix.shorthand[:4])
        way = (form.objgen, scale, now.fill, now.stroke, now.text_mode, scope.in_mask)
        own = form.get("/Resources")
        if own is not None and way in self._done:
            return
        self._done.add(way)
        if form.objgen not in self._parsed:
            self._parsed[form.objgen] = instructions(form)
        within = _Scope(scope.resources if own is None else own, now.matrix, scope.in_mask, (*scope.path, form.objgen))
        yield from self._content(self._parsed[form.objgen], now, within)


def _fresh(matrix: Matrix, in_mask: bool) -> _Graphics:
    """As every page begins: black, in grey (ISO 32000-1:2008, table 52)."""
    black = Colour(GREY, (0.0,), in_mask, initial=True)
    return _Graphics(matrix, black, black)


def _placed_picture(name: str, image: Any, now: _Graphics, scope: _Scope) -> PlacedPicture:
    """A picture fills the unit square, which the matrix brings to its place."""
    a, b, c, d = now.matrix.shorthand[:4]
    return PlacedPicture(name, image, scope.resources, (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5, scope.in_mask)
