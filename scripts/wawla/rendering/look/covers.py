"""The cover of an edition, drawn from its data: the type, and between it the pieces and networks with their ties."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from wawla.model import Account, Edition, Piece, Series
from wawla.model.typography import typographic
from wawla.model.wording import one_line
from wawla.reading.library import Library
from wawla.rendering.look.colour import mix
from wawla.rendering.look.force_layout import Bounds, Tie, node_positions

WIDTH, HEIGHT, MARGIN = 210, 297, 18
"""The page in millimetres: A4, upright."""
ART = Bounds(MARGIN + 5, 134, WIDTH - 2 * MARGIN - 10, 82)
FOOT, RIGHT = 270, 104
"""The line on which number and reference stand, and where motto and reference begin."""
LEADING = 1.14
PAPER, LIGHT = "#fbf8f1", "#fffdf8"
SERIF = "'Source Serif Pro', Georgia, 'Times New Roman', serif"
SANS = "'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif"

_WIDTHS = {  # of the letters of Source Serif, in hundredths of an em
    20: "‘’",
    26: " \u00a0|",
    30: "!,-.:;[]ijlt",
    36: '"()/IJf{}“”',
    41: "?r`",
    46: "*sz",
    51: "$0123456789S_acegvy–",
    56: "#+<=>Z^dkoqx~",
    61: "EFLPTbhnpu",
    66: "ABCKRVXY",
    71: "&DGOQ",
    76: "NUw",
    81: "H",
    91: "m—…",
    96: "M%@W",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_SHORT = re.compile(r"\b(\w{1,3}) (?=\w{4})")
"""A short word before a longer one: the two go together, so that no line ends in 'of'."""


class Inks(NamedTuple):
    """The colours of one cover."""

    ground: str
    letters: str
    node: str
    piece: str
    tie: str
    number: str


class Graph(NamedTuple):
    """What is drawn: how many pieces, how many networks after them, and the ties between them by number."""

    pieces: int
    networks: int
    ties: list[Tie]


def cover(edition: Edition, series: Series, library: Library, ink: Callable[[str], str] = str) -> str:
    """The cover as an SVG element of A4 proportions, one unit to the millimetre; it can be set inline more than once.

    A published edition has a field of its own colour, a forthcoming one an outline on paper. The same data give the
    same text, to the byte. `ink` says how a colour, given as #rrggbb, is written.
    """
    inks = Inks(*(colour if colour == "none" else ink(colour) for colour in inks_of(edition)))
    motto = library.publisher.motto if library.publisher else ()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label={quoteattr("Cover of " + one_line(edition.title))}><g aria-hidden="true">'
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" '
        f'fill="{inks.ground}" stroke="{ink(edition.hue)}"/>'
        + cover_art(cover_graph(edition, library), _seed(edition), inks)
        + "".join((*_heading(edition, series, inks), *_foot(edition, motto, inks)))
        + "</g></svg>"
    )


def inks_of(edition: Edition) -> Inks:
    """The colours of an edition's cover, each as #rrggbb or `none`."""
    hue = edition.hue
    if edition.status == "published":
        pale = mix(hue, PAPER, 0.72)
        return Inks(hue, LIGHT, node=pale, piece=pale, tie=mix(hue, PAPER, 0.42), number=pale)
    return Inks(PAPER, hue, node=hue, piece=PAPER, tie=mix(hue, PAPER, 0.45), number="none")


def cover_graph(edition: Edition, library: Library) -> Graph:
    """The pieces and networks of an edition and where they meet; a constellation where it has no pieces yet."""
    pieces = list({piece.folder: piece for piece in library.pieces_of(edition)}.values())
    if not pieces:
        count = min(edition.number, 20) + 4
        return Graph(count, 0, _constellation(count, _seed(edition)))
    networks = list(dict.fromkeys(piece.network for piece in pieces if isinstance(piece, Account)))
    homes = [(at, len(pieces) + networks.index(p.network)) for at, p in enumerate(pieces) if isinstance(p, Account)]
    return Graph(len(pieces), len(networks), [*homes, *_shared_themes(pieces)])


def cover_art(graph: Graph, seed: int, inks: Inks) -> str:
    """The drawing as SVG: a disc for every piece, a ring for every network, a line for every tie."""
    points = node_positions(graph.pieces + graph.networks, graph.ties, seed, ART)
    lines = "".join(f"M{points[a][0]} {points[a][1]}L{points[b][0]} {points[b][1]}" for a, b in graph.ties)
    discs = "".join(f'<circle cx="{x}" cy="{y}" r="2.7"/>' for x, y in points[: graph.pieces])
    rings = "".join(f'<circle cx="{x}" cy="{y}" r="4.6"/>' for x, y in points[graph.pieces :])
    return (
        f'<path d="{lines}" fill="none" stroke="{inks.tie}" stroke-width="0.5"/>'
        f'<g fill="{inks.piece}" stroke="{inks.node}" stroke-width="0.7">{discs}</g>'
        f'<g fill="{inks.ground}" stroke="{inks.node}" stroke-width="0.9">{rings}</g>'
    )


def _seed(edition: Edition) -> int:
    return int.from_bytes(hashlib.sha256(edition.folder.encode()).digest()[:8], "big")


def _shared_themes(pieces: Sequence[Piece]) -> Iterator[Tie]:
    for number, piece in enumerate(pieces):
        for other in range(number):
            if not set(piece.themes).isdisjoint(pieces[other].themes):
                yield other, number


def _constellation(count: int, seed: int) -> list[Tie]:
    """Ties such as star maps have: every node to one of the four before it, and now and then a loop is closed."""
    chance = random.Random(seed).random  # noqa: S311  # a drawing, not a secret
    branches = [(node - 1 - int(chance() * min(node, 4)), node) for node in range(1, count)]
    loops = [(node, node + 2 + int(chance() * 2)) for node in range(0, count - 3, 3)]
    return list(dict.fromkeys(branches + loops))


def _heading(edition: Edition, series: Series, inks: Inks) -> Iterator[str]:
    size, lines = _fit_text(series.title, WIDTH - 2 * MARGIN, most_lines=1, largest=9)
    yield _text_lines(lines, MARGIN, 31, size, SERIF, inks.letters, ' font-style="italic"')
    size, lines = _fit_text(edition.title, WIDTH - 2 * MARGIN, most_lines=4, largest=19.5)
    yield _text_lines(lines, MARGIN, 39 + size, size, SERIF, inks.letters)


def _foot(edition: Edition, motto: Sequence[str], inks: Inks) -> Iterator[str]:
    size, lines = _fit_text(str(edition.number), RIGHT - MARGIN - 8, most_lines=1, largest=64)
    look = f' stroke="{inks.node}" stroke-width="0.7"'
    yield _text_lines(lines, MARGIN - 2, FOOT, size, SERIF, inks.number, look)
    size, lines = _fit_text(edition.reference, WIDTH - MARGIN - RIGHT, most_lines=1, largest=5)
    yield _text_lines(lines, RIGHT, FOOT, size, SANS, inks.letters)
    if motto:
        parts = [*(f"{part}," for part in motto[:-1]), motto[-1]]
        fitted = [_fit_text(part, WIDTH - MARGIN - RIGHT, most_lines=1, largest=6.8) for part in parts]
        size = min(32 / len(parts), *(size for size, _ in fitted))
        top = FOOT - 11 - (len(parts) - 1) * size * LEADING
        yield _text_lines([line for _, [line] in fitted], RIGHT, top, size, SERIF, inks.letters, ' font-style="italic"')


def _text_lines(lines: list[str], x: float, y: float, size: float, family: str, ink: str, more: str = "") -> str:
    """Lines of type under each other as SVG, quotes hung into the margin; `x`, `y` and `size` are in millimetres."""
    spans = "".join(
        f'<tspan x="{round(x - size * 0.2 * line.startswith(("‘", "“")), 2)}" '
        f'y="{round(y + number * size * LEADING, 2)}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text font-family="{family}" font-size="{round(size, 2)}" fill="{ink}"{more}>{spans}</text>'


def _fit_text(text: str, width: float, most_lines: int, largest: float) -> tuple[float, list[str]]:
    """The size of type and the lines in which a text fits a width: as large as can be, then as even as can be."""
    words, size = _SHORT.sub("\\1\u00a0", _typeset(text)).split(" "), largest
    while not (lines := _wrap_words(words, width * 100 / size)) or len(lines) > most_lines:
        size *= 0.96
    narrower, measure = lines, width * 100 / size
    while len(narrower) == len(lines):
        lines, measure = narrower, measure - 10
        narrower = _wrap_words(words, measure)
    return size, lines


def _wrap_words(words: list[str], measure: float) -> list[str]:
    """The words in lines no wider than `measure`, in hundredths of an em; no lines where a word is too wide."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".lstrip(" ")
        if _width(longer) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines if all(_width(line) <= measure for line in lines) else []


@lru_cache(4096)
def _width(text: str) -> int:
    """About how wide a text is, in hundredths of an em; letters from far away count as wide."""
    return sum(_WIDTH_OF.get(letter, 76 if letter < "\u2e80" else 130) for letter in text)


def _typeset(text: str) -> str:
    """A text with a printer's marks: curled quotes, and one sign for three dots."""
    return typographic(one_line(text)).replace("...", "…")
