from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, leads_to
from wawla.model import Entry
from wawla.reading.linking import is_external
from wawla.reading.tree import CONTENT, NOT_CONTENT


class LinksStayInside(Rule):
    """A path in a link leads to a file of the publication, not to other files of the repository.

    Only what lies in series, accounts_of_practice, tools and docs is published. A path to anything else works for
    the author and for nobody else.

    To put it right, link to a page of the publication, or give the full address of the page elsewhere.
    """

    good = [Good(body="[A tool](../../tools/example/index.md), [a site](https://example.org/) and [below](#below).\n")]
    bad = [
        Bad(body="Text.\n\n[A tool](../../../tools/example/index.md)\n", line=3, says="leads out of the publication"),
        Bad(body="[It](../../scripts/validate.py)\n", line=1, says="leads to 'scripts', which is not published"),
        Bad(body="[Why](../../docs/decisions/design.md)\n", line=1, says="leads to 'docs/decisions', which is not"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for link in entry.body.links:
            target = link.target.text
            if not target or target[0] in "#/\\" or is_external(target):
                continue
            path = leads_to(entry.path, target).path
            if path is None:
                yield entry.body.place_of(link.target), f"'{target[:100]}' leads out of the publication"
            elif folder := _unpublished(path):
                message = f"'{target[:100]}' leads to '{folder[:60]}', which is not published"
                yield entry.body.place_of(link.target), message


def _unpublished(path: str) -> str:
    top = path.split("/")[0]
    hidden = next((folder for folder in NOT_CONTENT if f"{path}/".startswith(f"{folder}/")), "")
    return hidden if top in CONTENT else top
