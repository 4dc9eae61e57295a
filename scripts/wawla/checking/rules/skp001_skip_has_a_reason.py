from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, Skipping

_LETTERS = 10


class SkipHasAReason(Rule):
    """Whoever skips a rule says why, in ten letters or more.

    The next editor has to judge whether the exception still holds.

    To put it right, write the reason behind the code, as in `PIC001: consent is held on paper, letter of 3 May`.
    """

    kind = Skipping
    good = [Good("skip: {PIC001: 'consent is held on paper, letter of 3 May'}\n")]
    bad = [Bad("skip:\n  PIC001: ok\n", line=2, says="the skip of PIC001 has no reason that others could judge")]

    def check(self, skipping: Skipping, library: Library) -> Iterator[RuleHit]:
        for code, skip in skipping.entry.skip.items():
            if sum(map(str.isalpha, skip.because)) < _LETTERS:
                yield skipping.entry.at("skip", code), f"the skip of {code} has no reason that others could judge"
