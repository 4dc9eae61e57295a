"""The Markdown of a body as its author sees it: headings, links, tables and notes, each with its place.

Python-Markdown keeps no places, so rules look at the text itself, in the way in which Python-Markdown reads it.
Code is blanked out first, letter for letter, so that every offset stays true. Anybody may send a body: every
search takes time in proportion to its length, whatever it holds.
"""

from wawla.model.body.spans import Heading, Link, Span
from wawla.model.body.text import Body
from wawla.model.body.words import anchor_of, without_marks

__all__ = ["Body", "Heading", "Link", "Span", "anchor_of", "without_marks"]
