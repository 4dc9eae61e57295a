from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.reading.paths import RULES


class RulesLeftOutAreRulesOfStyle(Rule):
    """A rule that `not_asked:` of series/rules.yml names is a rule of style.

    A publication may have a style of its own. What keeps people safe, pages whole and links alive is asked of all.

    To put it right, remove the code. An exception for one file is written in that file, under `skip:`.
    """

    kind = Library
    good = [Good(files={RULES: "not_asked: {PCE008: our summaries are lists of words}\n"})]
    bad = [
        Bad(
            files={RULES: "not_asked:\n  PRV001: we like addresses\n"},
            path=RULES,
            line=2,
            says="PRV001 is not a rule of style",
        )
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        from wawla.checking.run import all_rules  # which loads this module

        of_style = {rule.code for rule in all_rules() if rule.of_style}
        settings = library.rule_settings
        for code in settings.not_asked:
            if code not in of_style:
                hint = f"Rules of style are {', '.join(sorted(of_style))}"
                yield settings.at("not_asked", code), f"{code} is not a rule of style, and cannot be left out", hint
