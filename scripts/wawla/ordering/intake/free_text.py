"""An order in a person's own words, as far as they can be followed; what cannot be followed is kept as a note."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wawla.ordering.intake.copies import NUMBER_WORDS
from wawla.ordering.intake.draft_order import TURNING, DraftLine, DraftOrder, Unreadable, draft_order, quoted
from wawla.ordering.intake.field_names import BLOCKS, TITLES, field_of

_MOST_NOTE = 2000
_MOST_LINE = 300
"""A longer line holds no order."""
_MOST_HEADING = 4000
_WORD = f"(?:{'|'.join(NUMBER_WORDS)}|an?|half|hundred|dozen|few|some|several)"
_COUNT = rf"(?P<copies>[-+−]?\d[\d.,]*(?!\w*/)|{_WORD}(?:(?: and | |-){_WORD}){{0,4}})"
_MANY = r"(?: ?[x×] | ?\t ?| (?:more )?cop(?:y|ies) (?:of )?| (?:more )?of )"
_HOW_MANY_FIRST = re.compile(rf"(?P<before>(?:[\w'’,]+ ){{0,12}}?){_COUNT}(?P<many>{_MANY}| )(?P<what>\S.*)", re.I)
_PARTED = r"(?P<parted>(?<!\d)[:=|] ?| ?[:=|] | ?\t ?| ?[,(–—] ?| - | [x×] ?| )"
_HOW_MANY_LAST = re.compile(rf"(?P<what>\S.*?){_PARTED}(?:[x×] ?)?{_COUNT}(?P<many> ?cop(?:y|ies)| ?[x×])?\)?", re.I)
_AGAIN = _COUNT.replace("?P<copies>", "?:")
_ANOTHER = re.compile(rf"(?:[,;]|,? and|,? plus) (?={_AGAIN}(?:{_MANY}| [^\W\d]+[/ ]\d))", re.I)
_SENTENCE = re.compile(r"(?<![.!?])[.!?]+ (?=[A-Z])")
_LIKE_A_REFERENCE = re.compile(r"[^\W\d]+(?:/.+| (?:title |booklet |no\.? )?\d+)", re.I)
_BULLET = re.compile(r"(?:[*•·–-]|\d{1,3}[.)]) +")
_POLITE_END = re.compile(r"[\s.,;!?]+(?:(?:please|thanks|thank you|many thanks)[\s.,;!?]*)?$", re.I)
_ASKING = re.compile(r"\b(?:send|order|like|need|want|have|get)\b", re.I)
_POLITE = re.compile(
    r"(?:(?:send|order|like|need|want|have|get|please|kindly|just|could|would|can|may|you|i'd|we'd|i|we|me|us|to|"
    r"hello|hi|dear|desk|and|also|another)\b[ ,]*)*",
    re.I,
)
_NOT_ORDERED = re.compile(
    r"total|tel|telephone|phone|fax|mobile|ext|extension|room|date|year|page|copies|quantity|"
    r"(?:(?:our|your) )?(?:ref|reference|po|order)(?: (?:no\.?|number))?",
    re.I,
)
_SIGNED = "-- "
"""Begins a signature (RFC 3676, 4.3)."""
_QUOTED = re.compile(r"\s?>")
_HEADING = re.compile(r"(?P<heading>[^\W\d_][\w /-]{1,40}?) ?:(?P<rest>.*)")


@dataclass
class _Reading:
    """What has been read so far."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    lines: list[DraftLine] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    block: str = ""
    """The field whose lines are being read; '' outside."""


def read_free_text(lines: Sequence[str], said_by_us: Sequence[str]) -> DraftOrder:
    """Read fields ("School: …") and lines of an order ("20 copies of …", "…: 20"); the rest is added to the note.

    `said_by_us` are lines of the page's own that say nothing. Lines quoted from another mail, and what stands under a
    signature's dashes, count for nothing. Raises Unreadable where a field stands twice and says two things.
    """
    reading = _Reading()
    own = [line for line in itertools.takewhile(_SIGNED.__ne__, lines) if not _QUOTED.match(line)]
    last = max((at for at, line in enumerate(own) if _heading(line)), default=-1)
    for at, line in enumerate(own):
        if not line.startswith(tuple(said_by_us)):
            _read_line(line, reading, at > last)
    fields = {name: _join(name, texts) for name, texts in reading.fields.items()}
    note, rest = fields.get("note", ""), _plain(reading.rest)
    fields["note"] = f"{note}\n{rest[: max(0, _MOST_NOTE - len(note) - 1)]}".strip()
    return draft_order(fields, reading.lines)


def _plain(lines: Sequence[str]) -> str:
    """Words that nobody wrote as a field of an order: without empty lines, and without what no field may hold."""
    cleaned = (TURNING.sub("", re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", line)).strip() for line in lines)
    return "\n".join(line for line in cleaned if line)


def _read_line(line: str, reading: _Reading, is_last: bool) -> None:
    """One line: a heading, a line of the field that began above, a line of the order, or none of these."""
    heading = _heading(line)
    if heading:
        reading.block, text = heading
        if (said := _join(reading.block, reading.fields.get(reading.block, []))) and said != text:
            raise Unreadable(
                f"The field {quoted(TITLES[reading.block])} stands twice. Say which one holds, and take out the other."
            )
        reading.fields[reading.block] = [text]
        if text and reading.block not in BLOCKS:
            reading.block = ""
        return
    indented = line[:1] in (" ", "\xa0", "\t")
    if reading.block and _goes_on(line, indented, reading, is_last):
        reading.fields[reading.block].append(re.sub(r"^[ \xa0]{1,2}", "", line))
        if reading.block not in BLOCKS and line.strip():
            reading.block = ""
        return
    reading.block = ""
    ordered, is_all = _order_lines(line)
    reading.lines.extend(ordered)
    if not is_all:
        reading.rest.append(line)


def _goes_on(line: str, indented: bool, reading: _Reading, is_last: bool) -> bool:
    """Whether a line belongs to the field above it."""
    if indented or reading.block == "note":
        return True
    if not line.strip():
        return reading.block in BLOCKS
    if "cop" in line.casefold() and _order_lines(line)[0]:
        return False
    so_far = reading.fields[reading.block]
    return not (is_last and so_far[-1].strip() == "" and any(text.strip() for text in so_far))


def _heading(line: str) -> tuple[str, str] | None:
    found = _HEADING.match(line) if len(line) <= _MOST_HEADING else None
    name = field_of(found["heading"]) if found else None
    return (name, found["rest"].strip()) if found and name in TITLES else None


def _join(name: str, texts: Sequence[str]) -> str:
    text = "\n".join(text.rstrip() for text in texts if text.strip()).strip()
    return text if name in BLOCKS else " ".join(text.split("\n"))


def _order_lines(line: str) -> tuple[list[DraftLine], bool]:
    """The lines of the order in this line, and whether that is all that it says."""
    spaced = re.sub(r"[^\S\t]+", " ", line).strip()
    if len(spaced) > _MOST_LINE or not re.search(_COUNT, spaced, re.I):
        return [], False
    bullet = _BULLET.match(spaced)
    sentences = _SENTENCE.split(spaced[bullet.end() :] if bullet else spaced)
    clauses = [clause for sentence in sentences for clause in _ANOTHER.split(sentence)]
    found = [_clause(_POLITE_END.sub("", clause.strip())) for clause in clauses]
    return [each for each in found if each], None not in found


def _clause(clause: str) -> DraftLine | None:
    first = _HOW_MANY_FIRST.fullmatch(clause)
    if first and _POLITE.fullmatch(first["before"].replace("’", "'")):
        how, what = first["many"], first["what"].strip()
        if how != " " or _ASKING.search(first["before"]) or _LIKE_A_REFERENCE.fullmatch(what):
            return DraftLine(what, first["copies"])
    last = _HOW_MANY_LAST.fullmatch(clause)
    if not last or _NOT_ORDERED.fullmatch(last["what"]):
        return None
    asking = _POLITE.match(last["what"].replace("’", "'"))
    what = last["what"][asking.end() if asking else 0 :]
    parted = last["parted"].strip(" ")
    surely = parted in (":", "=", "|", "\t", "x", "×") or (last["many"] and parted)
    named = (last["many"] or parted) and re.search(r"[/\d]", what)
    return DraftLine(what, last["copies"]) if what and (surely or named) else None
