import re
import unicodedata
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, RegisterEntry, Rule, RuleHit, texts_of
from wawla.model import Entry
from wawla.reading.paths import GLOSSARY

_PLANES = "".join(chr(plane * 0x10000 + last) for plane in range(1, 15) for last in (0xFFFE, 0xFFFF))
_INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff" + _PLANES + "]++"
)
_JOINED = re.compile("[\u0600-\u109f\u1780-\u17ff\ufb50-\ufdff\ufe70-\ufefe]")
_PICTOGRAPH = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_BULLET = "it is a bullet or sign of a word processor: begin each item of a list with `- `"
_GLOSSARY = {GLOSSARY: "NLC: {stands_for: Net\u00adwork}\n"}


class NoInvisibleCharacters(Rule):
    """Text, fields and registers hold no characters that cannot be seen.

    Characters of no width, marks that turn the direction of writing, and control characters come along when text is
    pasted. They break words for search and for screen readers, and can make a sentence read differently from what
    the reviewer saw.

    To put it right, type the word again; copying it brings the character along.
    """

    kind = (Entry, RegisterEntry)
    good = [
        Good(body="Plain words, “quotes”, a dash – and a fixed\u00a0space. Café, naïve, 東京.\n"),
        Good(body="می\u200cروم, क्\u200dष, 👩\u200d👧.\n"),
    ]
    bad = [
        Bad(body="Teachers\u200b met.\n", line=1, says="U+200B, zero width space"),
        Bad(body="Text.\n\nAll \u202edetrevni.\n", line=3, says="U+202E, right-to-left override"),
        Bad(body="A net\u00adwork.\n", line=1, says="U+00AD, soft hyphen"),
        Bad('summary: "What\U000e0041 it says."\n', line=1, says="U+E0041, tag latin capital letter a"),
        Bad('summary: "What it \\x1b[31m says."\n', line=1, says="U+001B, control character"),
        Bad(files=_GLOSSARY, path=GLOSSARY, line=1, says="U+00AD, soft hyphen"),
        Bad(body="A \ue000 sign.\n", line=1, says="U+E000, private use"),
    ]

    def check(self, entry: Entry | RegisterEntry, library: Library) -> Iterator[RuleHit]:
        if isinstance(entry, Entry):
            text = entry.body.text
            if not text.replace("\n", "").isprintable():
                for found in _INVISIBLE.finditer(text):
                    if _is_a_joiner(text, found):
                        continue
                    place, bullet = entry.body.place(*found.span()), "\uf000" <= found[0][0] <= "\uf0ff"
                    yield place, _message(found[0][0]), _BULLET if bullet else ""
        if not entry.fields_as_text.isprintable() or "\\" in entry.fields_as_text:  # JSON escapes control characters
            for place, text in texts_of(entry):
                first = next((found for found in _INVISIBLE.finditer(text) if not _is_a_joiner(text, found)), None)
                if first:
                    yield place, _message(first[0][0])


def _is_a_joiner(text: str, found: re.Match[str]) -> bool:
    """Whether it joins or parts two signs that are written so.

    They are letters of scripts such as Persian or Hindi (Unicode, 9.2), or pictures that one sign is made of (UTS #51).
    """
    sides = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    joins = found[0] == "\u200d" and all(map(_PICTOGRAPH.fullmatch, sides))
    return joins or (found[0] in "\u200c\u200d" and all(map(_JOINED.fullmatch, sides)))


def _message(character: str) -> str:
    kinds = {"Cc": "control character", "Co": "private use", "Cn": "no character at all"}
    name = unicodedata.name(character, "").lower() or kinds.get(unicodedata.category(character), "unknown")
    return f"an invisible character stands here: U+{ord(character):04X}, {name}"
