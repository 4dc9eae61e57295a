import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, RegisterEntry, Rule, RuleHit, cells_of, holds, texts_of
from wawla.model import Entry
from wawla.model.body import signs_of
from wawla.reading.paths import GLOSSARY

_SIGNS = (b"#!", b"#?", b"#/", b"<<<<<<<", b">>>>>>>", b"=======")
_LEADS = "\u00c2\u00c3\u00c4\u00c5\u00d0\u00d1\u00d8\u00d9\u00da\u00db"
"""What the first byte of a letter of Europe, of Russian or of Urdu becomes in UTF-8 that is read as Windows-1252."""
_FOLLOW = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017e\u0192\u02c6\u02dc\u2018\u201a\u201c\u201e\u2020-\u2022"
    "\u2030\u2039\u203a\u20ac\u2122"
)
"""What its second byte becomes; not the signs that may well follow a letter."""
_MISREAD = rf"\u00e2\u20ac.?|[{_LEADS}][{_FOLLOW}]|\u00ef\u00bb\u00bf|\ufffd"
_LETTERS = ("\u00e2\u20ac", *_LEADS, "\u00ef\u00bb\u00bf", "\ufffd")
_CODES = ("=E2=80=", "=C2=", "=C3=", "_x000D_", "\\u20")
_WRECKED = re.compile(
    rf"(?P<letters>{_MISREAD})"
    r"|(?P<field>Error! (?:Reference source|Bookmark|Hyperlink|Unknown|No text|Not a valid)[^\n]{0,40})"
    r"|(?P<entity>&amp;(?:[a-z]{2,8}|#\d{2,5});|&lt;/?(?:br|p|b|i|em|strong) ?/?&gt;"
    r"|&(?:[lr][sd]quo|eacute|egrave|ndash|mdash|hellip|nbsp|pound|quot)(?![;\w]))"
    r"|(?P<program>\\n(?:\\n){0,9}(?=[A-Z])|(?<=[.!?])\\[ntr](?![a-z])|(?<=[^\W\d_])(?<!\d)%20(?=[^\W\d_]+(?:[\s.,;:)]|$)))"
    r"|(?P<lone>\u00c2(?=[ \u00a0]|$)|(?<=[a-z])\u00d5(?=[a-z])|(?<=[a-z])\?(?=(?:s|t|re|ve|ll|d)\b))"
    r"|(?P<cut>(?<=[a-z]{2})-\n[ \t]*(?!(?:and|or|to|nor|but) )[a-z]{2,})"
    r"|(?P<ligature>[\ufb00-\ufb06])|(?<=\|)(?P<narrow> *\#{4,}(?= *\|))"
    r"|(?P<formula>#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!))"
    r"|(?P<conflict>^(?:<{7}|={7}|>{7})(?=[ \n]|$)[^\n]{0,40})"
    r"|(?P<code>=E2=80=[0-9A-F]{2}|=C[23]=[0-9A-F]{2}|_x000D_|\\u20[0-9a-f]{2})"
    r"|(?P<fields>\A\s*---(?=\n(?:\w+: [^\n]*\n){2})"
    r"|\A\s*\w+: [^\n]*\n(?=(?:[\w -]+:[^\n]*\n){1,40}---(?:\n|\Z)))",
    re.M,
)
_CODES_OF_PAGES = (
    "?s", "?t", "?re", "?ve", "?ll", "?d", "####", "%20", "\\n", "\\t", "\\r", "&amp;", "&lt;", "&lsquo", "&rsquo",
    "&ldquo", "&rdquo", "&eacute", "&egrave", "&ndash", "&mdash", "&hellip", "&nbsp", "&pound", "&quot",
)  # fmt: skip
_SAID = {
    "letters": ("stands for letters that were read wrongly", "type them again; save the file as UTF-8"),
    "field": ("is what a word processor says where a reference is broken", "write what it referred to"),
    "entity": ("is code of a web page, and shown as it stands", "write the sign itself"),
    "program": ("is code of a program, and shown as it stands", "begin a new line, or write a space"),
    "lone": ("stands for a sign that was lost", "type it again; save the file as UTF-8"),
    "cut": ("is a word cut in two at the end of a line, and shown with a space in it", "write the word in one"),
    "ligature": ("is two letters in one, which no search finds", "type the letters"),
    "narrow": ("is what a spreadsheet shows where a column is too narrow", "write the figure"),
    "formula": ("is what a spreadsheet says where a formula fails", "write the figure"),
    "conflict": (
        "is the mark of two versions that were not brought together",
        "keep one version, and remove the marks",
    ),
    "code": ("stands for a sign that a program could not write", "type the sign itself"),
    "fields": ("begins a second set of fields, which is shown as text", "keep one set, at the head of the file"),
}


class TextCameThroughWhole(Rule):
    """The text came through every program whole: no letters read wrongly, no broken references, no two versions in one.

    Curly quotes turn to `\u00e2\u20ac\u2122`, and accents to `\u00c3\u00a9`, where a file was saved one way and read
    another. Word processors and spreadsheets leave their own complaints in a text.

    To put it right, look at the passage in the document that it came from, and type it again.
    """

    kind = (Entry, RegisterEntry)
    good = [
        Good(body="Café, naïve, Âge, NÃO, Ångström, Ñandú, Øre (‘Ä’) and “quotes”. `\u00c3\u00a9` is code.\n"),
        Good(body="Pupils &amp; parents &lt;5, two- and\nthree-year-olds, C:\\\\new, 5 %20. So?\n\n---\n\nA.\n"),
        Good("title: Prizes for No. 1\n"),
    ]
    bad = [
        Bad(body="Text.\n\nDon\u00e2\u20ac\u2122t go.\n", line=3, says="stands for letters that were read wrongly"),
        Bad(body="A caf\u00c3\u00a9.\n", line=1, says="'\u00c3\u00a9' stands for letters"),
        Bad(body="See Error! Reference source not found.\n", line=1, says="where a reference is broken"),
        Bad(body="Text.\n\n<<<<<<< HEAD\n\nOne.\n", line=3, says="two versions"),
        Bad(body="One.\n=======\nTwo.\n", line=2, says="two versions"),
        Bad(body="Dzi\u00c4\u2122ki.\n", line=1, says="'\u00c4\u2122' stands for letters"),
        Bad(body="Parents &amp;amp; carers.\n", line=1, says="'&amp;amp;' is code of a web page"),
        Bad(body="On Fridays.\\n\\nThen.\n", line=1, says="is code of a program"),
        Bad(body="The head?s room.\n", line=1, says="stands for a sign that was lost"),
        Bad(body="They spoke of collabo-\nration.\n", line=1, says="cut in two"),
        Bad(body="At \ufb01rst.\n", line=1, says="no search finds"),
        Bad(body="title: A\nsummary: B\n---\n\nText.\n", line=1, says="a second set of fields"),
        Bad(body="It=E2=80=99s late.\n", line=1, says="'=E2=80=99' stands for a sign"),
        Bad(body="---\ntitle: A title\nsummary: What it says.\n---\n\nText.\n", line=1, says="a second set of fields"),
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
        for place, text in cells_of(entry, library, _may_be_wrecked):
            first = _WRECKED.search(text)
            if first and first.lastgroup != "formula":  # of which TOL007 tells
                yield place, *_message(first)


def _may_be_wrecked(text: str) -> bool:
    signs = signs_of(text)
    misread = not text.isascii() and any(letter in text for letter in (*_LETTERS, *"\ufb00\ufb01\ufb02\ufb03\ufb04"))
    code = holds(text, *_CODES) or text.lstrip().startswith("---\n") or "\n---" in text
    code = code or "-\n" in text or holds(text, *_CODES_OF_PAGES)
    return misread or code or any(sign in signs for sign in _SIGNS) or (b"!" in signs and "Error!" in text)


def _message(found: re.Match[str]) -> tuple[str, str]:
    said, remedy = _SAID[found.lastgroup or ""]
    return f"'{found[0].strip()[:60]}' {said}", remedy
