"""How the publication says things: numbers, dates, people."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable

from wawla.model import KINDS, Edition, Piece, Series, Source, Tool
from wawla.model.pieces import TOOL_FORMS

LANGUAGE = "en-GB"
"""The language of everything that is published, as HTML and PDF name it (BCP 47)."""
WORDS_A_MINUTE = 220
"""Adults read English non-fiction at some 238 words a minute (Brysbaert, 2019); a table takes a little longer."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_OF_SCHOOLS = {"nursery", "infant", "junior", "first", "primary", "middle", "secondary", "upper", "special"}
_TAG = re.compile(r"<[^>]*>")
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WORD = re.compile(r"\w[\w’'-]*")


def label(piece: Piece) -> str:
    """What a piece is, in the words of its label."""
    form = TOOL_FORMS[piece.form] if isinstance(piece, Tool) else ""
    return form or KINDS[piece.kind].title


def numbered(edition: Edition, series: Series | None) -> str:
    """'Title 3', 'Booklet 1'."""
    return f"{series.number_word if series else 'Number'} {edition.number}"


def edition_name(edition: Edition, series: Series | None) -> str:
    """'WAWLA title 3: Community leadership'."""
    return f"{f'{series.short_title} ' if series else ''}{numbered(edition, series).lower()}: {edition.title}"


def day(date: dt.date) -> str:
    """'3 May 2026'."""
    return f"{date.day} {date:%B %Y}"


def when(text: str) -> str:
    """A date of any exactness in words: '2005', 'March 2005', '14 March 2005'."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return text
    date = dt.date(*(*parts, 1)[:3])
    return day(date) if len(parts) == 3 else f"{date:%B %Y}"


def listed(items: list[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'; or with another word before the last."""
    return f" {last} ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def counted(number: int, one: str, many: str = "") -> str:
    """'1 account', '7 accounts'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def with_article(word: str) -> str:
    """'an account', 'a tool'."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def ordinal(number: int) -> str:
    """'first', 'second'; in figures after the tenth: '11th', '21st'."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    return f"{number}{'th' if number // 10 % 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def file_size(octets: int) -> str:
    """'45 kB', '1.2 MB': kilobytes of 1,000, as reading devices count them."""
    return f"{octets / 1_000_000:.1f} MB" if octets >= 1_000_000 else f"{max(1, round(octets / 1000))} kB"


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


THE_EDITORS = "The editors of this site"
"""Who has compiled what says `compiled_by: editors`. Those of a source are others."""


def inside(name: str) -> str:
    """A name as it stands within a sentence: one that begins with 'The' has a small letter there."""
    return f"t{name[1:]}" if name.startswith("The ") else name


def written_by(piece: Piece) -> str:
    """Who wrote or compiled a piece, in words."""
    if piece.authors:
        return listed([", ".join(filter(None, (each.name or each.body, each.role))) for each in piece.authors])
    return f"Compiled by {inside(THE_EDITORS)}"


def time_of_practice(piece: Piece) -> str:
    """'2005', 'about 2005', 'about 2002 to 2004'; '' where a piece tells of no practice, or of no time."""
    if not piece.practice:
        return ""
    return about(" to ".join(map(when, piece.practice.split("/"))), piece.circa)


def coverage(piece: Piece) -> str:
    """The time of the practice for programs: by ISO 8601, '2003-03' or '2002/2004'; in words where it is a guess."""
    return time_of_practice(piece) if piece.circa else piece.practice or ""


def author_names(piece: Piece) -> list[str]:
    """Who wrote or compiled a piece, by name alone, each for itself; somebody without a name by role."""
    return [each.name or each.body or each.role for each in piece.authors] or [THE_EDITORS]


def practice_of(piece: Piece) -> str:
    """'Practice of about 2005', or '' where a piece tells of none, or of no time."""
    return f"Practice of {time_of_practice(piece)}" if piece.practice else ""


def practice_in(year: str, pieces: Iterable[Piece]) -> str:
    """'Practice of 2005', over these pieces; 'Practice of about 2005' where that is all that is known of each."""
    return f"Practice of {about(year, all(piece.circa for piece in pieces))}"


def on_day(text: str) -> str:
    """'on 23 November 2026', 'in November 2026', 'in 2026'."""
    return f"{'on' if text.count('-') == 2 else 'in'} {when(text)}"


def first_published(text: str | None) -> str:
    """'First published on 23 November 2026', 'First published in 2026'; '' where that is not known."""
    return f"First published {on_day(text)}" if text else ""


SAMPLE_PRINTING = "a sample, so that ordering can be tried: nothing was printed"
"""What a printing is called that is marked `sample: true`: it has a press file and no copies."""


def about(time: str, circa: bool) -> str:
    """'2000', or 'about 2005' where the time is a good guess."""
    return f"about {time}" if circa else time


def source_year(source: Source) -> str:
    """'2000', or 'about 2005' where the year is a good guess."""
    return about(f"{source.year}", source.circa)


def source_line(source: Source) -> str:
    """A source as a citation names it: author, year, title, what it came out in, and its publisher.

    Where no author is known, the title comes first. A booklet of a series is a work of its own, and stands in no other.
    """
    title = f"‘{source.title}’" if source.is_part else source.title
    year = f"({'c. ' if source.circa else ''}{source.year})"
    named = f"{source.author} {year} {title}" if source.author else f"{title} {year}"
    if source.is_part:
        named += f", in {source.within}"
    rest = (source.within if not source.is_part else None, source.publisher)
    for part in filter(None, rest):
        named = f"{ended(named)} {part}"
    return named


def ended(sentence: str) -> str:
    """The sentence with a full stop, but where it ends in a sign of its own already."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def schools_of(phase: str) -> str:
    """'primary schools', but 'early years': only words that are known to stand before 'schools' do."""
    return f"{phase} schools" if phase.casefold() in _OF_SCHOOLS else phase


def words_in(text: str) -> int:
    """How many words a reader finds in safe HTML, those of tables and captions too."""
    return len(_WORD.findall(html.unescape(_TAG.sub(" ", text))))


def reading_minutes(words: int) -> int:
    """How long a text of so many words takes to read, in whole minutes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def one_line(text: str) -> str:
    """The text on one line, with single spaces, and without signs that XML may not hold or no reader sees."""
    return " ".join(_NOT_TEXT.sub(" ", text).split())
