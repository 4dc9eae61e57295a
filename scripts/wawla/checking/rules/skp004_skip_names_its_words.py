from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, Skipping

_HERO = "skip: {PRV003: {text: Anna Smith, because: she is the heroine of a play}}\n"
_BODY = "The pupil Anna Smith is seen first.\n"


class SkipNamesItsWords(Rule):
    """A skip of a rule about persons names the words that it covers. A skip of any other rule covers the whole file.

    Without the words, the skip for a person in a novel would hide the next child who is named in the same file.

    To put it right, write the words as they stand in the text, as in `PRV003: {text: Harry Potter, because: the hero
    of a novel}`. Under any other rule, write the reason alone.
    """

    kind = Skipping
    good = [Good(_HERO, body=_BODY)]
    bad = [
        Bad(
            "skip:\n  PRV003: she is the heroine of a play\n",
            body=_BODY,
            path="accounts_of_practice/example/index.md",
            line=3,
            says="the skip of PRV003 does not say which words it covers",
        ),
        Bad(
            "skip:\n  PCE004: {text: Anna Smith, because: it is a trial of ours}\n",
            body=_BODY,
            path="accounts_of_practice/example/index.md",
            line=3,
            says="PCE004 is not about words, so its skip cannot name any",
        ),
    ]

    def check(self, skipping: Skipping, library: Library) -> Iterator[RuleHit]:
        for code, skip in skipping.entry.skip.items():
            if code in skipping.of_words and not skip.text:
                yield skipping.entry.at("skip", code), f"the skip of {code} does not say which words it covers"
            elif code in skipping.known - skipping.of_words and skip.text:
                message = f"{code} is not about words, so its skip cannot name any"
                yield skipping.entry.at("skip", code), message
