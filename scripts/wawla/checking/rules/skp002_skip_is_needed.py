from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, Skipping

_PICTURE = "pictures:\n- {file: river.jpg, alt: Children at the water., credit: The school}\n"
_SKIP = "skip: {PIC001: 'consent is held on paper, letter of 3 May'}\n"


class SkipIsNeeded(Rule):
    """A rule is skipped only where it would find something.

    A skip that is left over would hide the next fault of its kind.

    To put it right, remove the skip. Faults of the file itself, its front matter and its fields cannot be skipped.
    """

    kind = Skipping
    good = [Good(_SKIP + _PICTURE)]
    bad = [
        Bad(_SKIP, says="PIC001 is skipped, but would find nothing here"),
        Bad(
            "skip: {PRV003: {text: [Anna Smith, Tom Jones], because: they are the heroes of a play}}\n",
            body="The pupil Anna Smith is seen first.\n",
            path="accounts_of_practice/example/index.md",
            line=2,
            says="PRV003 is skipped for words that it does not find here",
        ),
    ]

    def check(self, skipping: Skipping, library: Library) -> Iterator[RuleHit]:
        for code in skipping.entry.skip:
            if code in skipping.known and code not in skipping.used:
                yield skipping.entry.at("skip", code), f"{code} is skipped, but would find nothing here"
        for code in skipping.used & skipping.of_words:
            for number, words in enumerate(skipping.entry.skip[code].text):
                if (code, words) not in skipping.used_words:
                    place = skipping.entry.at("skip", code, "text", number)
                    yield place, f"{code} is skipped for words that it does not find here"
