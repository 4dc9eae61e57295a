from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

MOST_SIGNS, MOST_HEADINGS, MOST_NOTES = 60_000, 300, 300
"""What is rendered in a third of the ten seconds that a text has, whatever stands in it, on a machine that is busy."""


class TextCanBeShown(Rule):
    """A text has at most {signs} signs (some 10,000 words), {headings} headings and {notes} notes.

    Nobody finds the way in a page with more; and to make it would take longer than a build allows a text, so that no
    site could be built.

    To put it right, make several pages of it; put long lists of sources into series/sources.yml.
    """

    skippable = False
    facts = {"signs": f"{MOST_SIGNS:,}", "headings": f"{MOST_HEADINGS}", "notes": f"{MOST_NOTES}"}
    good = [Good(body="## One\n\nWords.[^1]\n\n[^1]: A note.\n")]
    bad = [
        Bad(body="## One\n\nA word.\n\n" * 301, line=1201, says="the text has 301 headings; the most is 300"),
        Bad(
            body="".join(f"Word.[^{n}]\n\n[^{n}]: Note.\n\n" for n in range(301)),
            line=1201,
            says="the text has 301 notes; the most is 300",
        ),
        Bad(body="Some words. " * 5001, says="the text has 60,012 signs; the most is 60,000"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        facts = entry.body.facts
        headings = [heading.span.start for heading in facts.headings]
        notes = [span.start for span in max(facts.notes_used, facts.notes_defined, key=len)]
        counts = {
            "signs": (range(len(entry.body.text)), MOST_SIGNS),
            "headings": (headings, MOST_HEADINGS),
            "notes": (notes, MOST_NOTES),
        }
        for what, (places, most) in counts.items():
            if len(places) > most:
                said = f"the text has {len(places):,} {what}; the most is {most:,}, and here it has more"
                yield entry.body.place(places[most]), said
