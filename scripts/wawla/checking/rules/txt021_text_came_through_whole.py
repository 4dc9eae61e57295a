import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, RegisterEntry, Rule, RuleHit, texts_of
from wawla.model import Entry
from wawla.model.body import signs_of
from wawla.reading.paths import GLOSSARY

_SIGNS = (b"#!", b"#?", b"#/", b"<<<<<<<", b">>>>>>>")
_MISREAD = r"\u00e2\u20ac.?|\u00c3[\u0080-\u00bf]|\u00c2[\u0080-\u00bf]|\u00ef\u00bb\u00bf|\ufffd"
_LETTERS = ("\u00e2\u20ac", "\u00c3", "\u00c2", "\u00ef\u00bb\u00bf", "\ufffd")
_WRECKED = re.compile(
    rf"(?P<letters>{_MISREAD})"
    r"|(?P<field>Error! (?:Reference source|Bookmark|Hyperlink|Unknown|No text|Not a valid)[^\n]{0,40})"
    r"|(?P<formula>#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!))"
    r"|(?P<conflict>^(?:<{7}|>{7})(?=[ \n]|$)[^\n]{0,40})",
    re.M,
)
_SAID = {
    "letters": ("stands for letters that were read wrongly", "type them again; save the file as UTF-8"),
    "field": ("is what a word processor says where a reference is broken", "write what it referred to"),
    "formula": ("is what a spreadsheet says where a formula fails", "write the figure"),
    "conflict": (
        "is the mark of two versions that were not brought together",
        "keep one version, and remove the marks",
    ),
}


class TextCameThroughWhole(Rule):
    """The text came through every program whole: no letters read wrongly, no broken references, no two versions in one.

    Curly quotes turn to `\u00e2\u20ac\u2122`, and accents to `\u00c3\u00a9`, where a file was saved one way and read
    another. Word processors and spreadsheets leave their own complaints in a text.

    To put it right, look at the passage in the document that it came from, and type it again.
    """

    kind = (Entry, RegisterEntry)
    good = [
        Good(body="Café, naïve, Âge, NÃO and “quotes”. `\u00c3\u00a9` is code.\n"),
        Good("title: Prizes for No. 1\n"),
    ]
    bad = [
        Bad(body="Text.\n\nDon\u00e2\u20ac\u2122t go.\n", line=3, says="stands for letters that were read wrongly"),
        Bad(body="A caf\u00c3\u00a9.\n", line=1, says="'\u00c3\u00a9' stands for letters"),
        Bad(body="See Error! Reference source not found.\n", line=1, says="where a reference is broken"),
        Bad(body="Text.\n\n<<<<<<< HEAD\n\nOne.\n", line=3, says="two versions"),
        Bad(files={GLOSSARY: "NLC: {stands_for: A caf\u00c3\u00a9}\n"}, path=GLOSSARY, says="read wrongly"),
        Bad("title: A caf\ufffd\n", line=1, says="read wrongly"),
        Bad(body="| a |\n| --- |\n| #REF! |\n", line=3, says="where a formula fails"),
    ]

    def check(self, entry: Entry | RegisterEntry, library: Library) -> Iterator[RuleHit]:
        if isinstance(entry, Entry) and _may_be_wrecked(entry.body.text):
            for found in _WRECKED.finditer(entry.body.prose):
                yield entry.body.place(*found.span()), *_message(found)
        if _may_be_wrecked(entry.fields_as_text):
            for place, text in texts_of(entry):
                if first := _WRECKED.search(text):
                    yield place, *_message(first)


def _may_be_wrecked(text: str) -> bool:
    signs = signs_of(text)
    misread = not text.isascii() and any(letter in text for letter in _LETTERS)
    return misread or any(sign in signs for sign in _SIGNS) or (b"!" in signs and "Error!" in text)


def _message(found: re.Match[str]) -> tuple[str, str]:
    said, remedy = _SAID[found.lastgroup or ""]
    return f"'{found[0].strip()[:60]}' {said}", remedy
