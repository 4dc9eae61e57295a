import re
from collections.abc import Iterator, Mapping

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Vocabulary
from wawla.model.body import anchor_of
from wawla.reading.paths import VOCABULARY

_REST = "levels: {staff: Of staff., pupil: Of pupils., school-to-school: Of schools.}\n" + (
    "phases: {primary: To age 11., secondary: From 11.}\nregions: {North East: Tees to Tweed.}\n"
)


class WordsHaveAddressesOfTheirOwn(Rule):
    """Two words of the vocabulary differ in more than capitals, accents and signs, and none is called 'page 2'.

    Every word has a page, whose address is made of its letters: 'Trust' and 'trust!' would have the same one, and the
    site could not be built. The further pages of a long list are called page 2, page 3 and so on.

    To put it right, choose another word for one of the two, here and in the pieces that use it.
    """

    kind = Library
    skippable = False
    good = [Good(files={VOCABULARY: "themes: {enquiry: Finding out., trust: Relying., trusts: Owning.}\n" + _REST})]
    bad = [
        Bad(
            files={
                VOCABULARY: "themes:\n  enquiry: Finding out.\n  trust: Relying.\n  Trust!: Relying more.\n" + _REST
            },
            path=VOCABULARY,
            line=4,
            says="'Trust!' would have the address of 'trust', themes/trust/",
        ),
        Bad(
            files={VOCABULARY: "themes:\n  enquiry: Finding out.\n  Page 2: A page.\n" + _REST},
            path=VOCABULARY,
            line=3,
            says="'Page 2' would have the address of a further page of a list",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        if words := library.vocabulary:
            for name in Vocabulary.model_fields:
                yield from _faults(name, getattr(words, name), words)


def _faults(name: str, words: Mapping[str, str], vocabulary: Vocabulary) -> Iterator[RuleHit]:
    known: dict[str, str] = {}
    for word in words:
        anchor = anchor_of(word)
        other = known.setdefault(anchor, word)
        if other is not word:
            yield vocabulary.at(name, word), f"'{word}' would have the address of '{other}', {name}/{anchor}/"
        elif re.fullmatch(r"page-\d+", anchor):
            yield vocabulary.at(name, word), f"'{word}' would have the address of a further page of a list"
