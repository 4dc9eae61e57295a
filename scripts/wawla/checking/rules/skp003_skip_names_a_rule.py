from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, Skipping
from wawla.model.findings import did_you_mean


class SkipNamesARule(Rule):
    """A skip names a rule by its code.

    A code that no rule has skips nothing, however good its reason is.

    To put it right, correct the code; every finding begins with its own.
    """

    kind = Skipping
    good = [Good("skip: {PIC001: 'consent is held on paper, letter of 3 May'}\n")]
    bad = [Bad("skip: {PIX001: 'consent is held on paper, letter of 3 May'}\n", says="no rule has the code PIX001")]

    def check(self, skipping: Skipping, library: Library) -> Iterator[RuleHit]:
        for code in skipping.entry.skip:
            if code not in skipping.known:
                hint = did_you_mean(code, sorted(skipping.known)) + self.remedy
                yield skipping.entry.at("skip", code), f"no rule has the code {code}", hint
