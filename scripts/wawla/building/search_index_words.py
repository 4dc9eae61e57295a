"""Pages as they are indexed: with the forms by which a word can be found, where Pagefind would not see them itself.

Pagefind takes words apart at ASCII signs alone, knows no letter without its stroke, and no capitals. So such a word is
followed by hidden forms, in signs that `docs/assets/scripts/search.js` takes out again before anything is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

OPEN, CLOSE = "`~", "~*"
"""Before and after hidden forms. Pagefind ends a word at each of these signs, and a sentence after the last of them."""
CAPITALS = "ǁ"
"""Before the hidden form of an acronym: a letter of no word of ours, so that IT is told from ‘it’."""
FOLDED: dict[str, str | int | None] = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
}  # fmt: skip
"""Letters that are no letter with an accent, and what is typed for them. `spelling.js` has the same."""

_BODY = "data-pagefind-body"
_PART = re.compile(
    r"""(?P<tag><(?:[^<>"']|"[^"]*"|'[^']*')*>)"""
    r"|(?P<acronym>(?<![\w’'])(?:[A-Z][A-Z0-9]{1,7}s?|(?:[A-Z]\.){2,7})(?!\w))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?!’s\b)(?P<sign>(?<=[\w>])[^\w\s\x00-\x7f]+(?=[\w<])|[^\w\s\x00-\x7f]+(?=\w+[^\w\s\x00-\x7f]+[\w<]))"
)
"""What is looked at: tags, to pass over them; acronyms; words; signs between letters or by a tag, or before those."""


def findable(page: str) -> str:
    """The HTML of a page with the hidden forms in what is indexed of it, and all else as it is."""
    before, body, text = page.partition(_BODY)
    return before + body + _PART.sub(_with_forms, text)


def is_indexed(page: bytes) -> bool:
    """Whether the HTML of this page says what it is found by."""
    return _BODY.encode() in page


def _with_forms(match: re.Match[str]) -> str:
    if match["sign"]:
        return "".join(OPEN + CLOSE + sign + OPEN + CLOSE if _separates(sign) else sign for sign in match["sign"])
    forms = [*_forms_of_acronym(match["acronym"] or ""), *_forms_of_word(match["word"] or "")]
    return f"{match[0]}{OPEN}{'`'.join(forms)}{CLOSE}" if forms else match[0]


def _forms_of_acronym(written: str) -> Iterator[str]:
    """As it is found in small letters, and by its capitals alone."""
    if plain := written.removesuffix("s").replace(".", "").lower():
        yield plain
        yield CAPITALS + plain


def _forms_of_word(word: str) -> Iterator[str]:
    """The word in the letters of English, where it has others than those with accents."""
    if not word.isascii() and not FOLDED.keys().isdisjoint(small := word.lower()):
        yield small.translate(str.maketrans(FOLDED))


def _separates(sign: str) -> bool:
    """Whether two words end and begin at this sign: punctuation does, an accent or a joiner does not."""
    return sign == "\u200b" or unicodedata.category(sign)[0] in "PS"
