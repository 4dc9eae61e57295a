"""The Markdown of a body as rules see it: headings, links, tables and notes as the renderer makes them, with places.

The parser that the renderer uses cuts the text up, and marks of place that travel with the pieces tell where each
stood. Anybody may send a body: what would take long to parse is given up, and said to be so.
"""

from wawla.model.body.facts import BodyFacts, ListItem, Table
from wawla.model.body.spans import Heading, Link, Span
from wawla.model.body.text import Body, signs_of
from wawla.model.body.words import anchor_of, without_marks

__all__ = [
    "Body",
    "BodyFacts",
    "Heading",
    "Link",
    "ListItem",
    "Span",
    "Table",
    "anchor_of",
    "signs_of",
    "without_marks",
]
