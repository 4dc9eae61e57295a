from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import KINDS, SitePage
from wawla.model.findings import Place

_FRONT = "---\ntitle: Find a word\nsummary: What it says.\n---\n\nWords.\n"
_PAGES = "404 browse glossary help index levels networks phases regions search series sources themes years"
_FILES = "assets pagefind"
TAKEN = {*_PAGES.split(), *_FILES.split(), *(kind.address.partition("/")[0] for kind in KINDS.values())}
"""The first parts of the addresses that pages and files of the site have which are not made from docs/."""


class PageOfTheSiteHasAnAddressOfItsOwn(Rule):
    """No page in docs/ has the name of a page that the site makes itself, such as search.md or help.md.

    The address of a page is its name. Two pages cannot have one address, so the site could not be built.

    To put it right, give the file another name.
    """

    kind = SitePage
    skippable = False
    good = [Good(files={"docs/searching.md": _FRONT})]
    bad = [Bad(files={"docs/search.md": _FRONT}, path="docs/search.md", says="the site has a page search/ of its own")]

    def check(self, page: SitePage, library: Library) -> Iterator[RuleHit]:
        if page.slug in TAKEN:
            yield Place(page.path), f"the site has a page {page.slug}/ of its own, so {page.path} cannot be shown"
