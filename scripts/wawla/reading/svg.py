"""What an SVG may hold: a browser that opens one by itself runs its scripts, and no policy of our pages is there."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterator, Mapping
from xml.parsers import expat

from wawla.model.faults import fault
from wawla.model.findings import Finding, Place
from wawla.reading.tree import Tree

MOST_BYTES = 1024 * 1024
_MOST_FINDINGS = 20
"""So many of one file are told; whoever has put them right sees the next."""
_MOST_WORDS = 100
"""So many letters of a message are told: a name in a drawing can be as long as the drawing."""
_SVG = "http://www.w3.org/2000/svg"
_DESCRIPTION = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
"""Of RDF, in which drawing programs write author and licence."""
_DRAWS = re.compile(
    r"svg|g|defs|symbol|use|title|desc|metadata|style|switch|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|"
    r"textPath|image|linearGradient|radialGradient|stop|pattern|clipPath|mask|marker|filter|fe[A-Za-z]+"
)
"""The elements of SVG that draw. Not among them: what runs, links, moves, or holds a piece of HTML."""
_ADDRESSES = {"href", "src", "base"}
_OF_ITSELF = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp)[;,]|$)", re.I)
"""An address that leads to a part of the drawing, or is a picture written out; neither is fetched."""
_FETCHES = re.compile(
    r"@import|\b(image|image-set|src)\(|\burl\((?!\s*[\"']?(#|data:image/(png|jpeg|gif|webp)[;,]))", re.I
)
"""What in a style names something to fetch."""
_W3C = "http://www.w3.org/"
"""How the names of languages begin that browsers know; those of drawing programs mean nothing to them."""


def svg_findings(tree: Tree, pointers: Collection[str] = ()) -> Iterator[Finding]:
    """What is wrong with the SVGs of a tree, but for those of which only the pointer of Git LFS is there."""
    for path, size in tree.sizes.items():
        if path.lower().endswith(".svg") and path not in pointers:
            if size > MOST_BYTES:
                yield fault("FIL013", Place(path), f"{path} is larger than {MOST_BYTES // 1024} KiB")
            else:
                yield from _SvgReader(path).findings_in(tree.read(path))


class _StopReading(Exception):  # noqa: N818 - nothing is wrong with us
    """Enough is known."""


class _SvgReader:
    """One drawing, while it is read. Nothing that it declares is expanded, and nothing is fetched."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._findings: list[Finding] = []
        self._root_is_known = False
        self._style: list[str] = []
        self._style_begins = 0
        """The line on which it does; 0 outside of one."""
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.XmlDeclHandler = self._declaration

    def findings_in(self, data: bytes) -> list[Finding]:
        """What is wrong with it, as far as it can be read."""
        try:
            with contextlib.suppress(_StopReading):
                self._parser.Parse(data, True)
        except expat.ExpatError as error:
            place = Place(self._path, error.lineno, error.offset + 1, error.offset + 2)
            text = f"{self._path} cannot be read as SVG: {expat.ErrorString(error.code)}"
            self._findings.append(fault("FIL013", place, text))
        return self._findings

    def _tell(self, text: str, line: int = 0) -> None:
        """Note a fault on this line; at the tag that is being read where none is given."""
        column = 1 if line else self._parser.CurrentColumnNumber + 1
        place = Place(self._path, line or self._parser.CurrentLineNumber, column, column + 1)
        self._findings.append(fault("FIL013", place, f"{self._path} {text[:_MOST_WORDS]}"))
        if len(self._findings) >= _MOST_FINDINGS:
            raise _StopReading

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() != "utf-8":
            self._tell(f"says that it is encoded as {encoding}, and not as UTF-8")

    def _doctype(self, name: str, *_: object) -> None:
        self._tell("has a DOCTYPE, which may say that signs mean something else")
        raise _StopReading

    def _instruction(self, target: str, data: str) -> None:
        self._tell(f"holds an instruction to programs, <?{target}?>")

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if not self._root_is_known and (space, element) != (_SVG, "svg"):
            self._tell("is not an SVG")
            raise _StopReading
        self._root_is_known = True
        draws = space == _SVG and _DRAWS.fullmatch(element)
        if space.startswith(_W3C) and space != _DESCRIPTION and not draws:
            self._tell(f"holds <{element}>, which is more than a drawing")
        elif self._style_begins:
            self._tell(f"holds <{element}> within <style>")
        for attribute, value in attributes.items():
            if attribute.lower().startswith("on"):
                self._tell(f"holds {attribute}=, which runs a script")
            elif _leads_out(attribute, value):
                self._tell(f"leads out of itself, with {attribute.rpartition(' ')[2]}=")
        if element == "style":
            self._style, self._style_begins = [], self._parser.CurrentLineNumber

    def _text(self, text: str) -> None:
        if self._style_begins:
            self._style.append(text)

    def _end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "style":
            style = "".join(self._style)
            if (at := _fetching_place(style)) is not None:
                self._tell("leads out of itself, in <style>", self._style_begins + style.count("\n", 0, at))
            self._style_begins = 0


def _leads_out(attribute: str, value: str) -> bool:
    """Whether an attribute names something outside. Those of drawing programs have a namespace, and hold no style."""
    space, _, name = attribute.rpartition(" ")
    if name in _ADDRESSES:
        return not _OF_ITSELF.match(value)
    return not space and _fetching_place(value) is not None


def _fetching_place(style: str) -> int | None:
    """Where a style names something to fetch, or may: behind an escape a name can hide. None where it does not."""
    if "\\" in style and ("(" in style or "@" in style):
        return style.index("\\")
    found = _FETCHES.search(style)
    return found.start() if found else None
