from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, leads_to
from wawla.model import Edition, Entry, Piece

_TOOL = (
    "---\ntitle: A draft tool\nsummary: What it says.\nkind: discussion\npurpose: To talk.\nminutes: 30\n"
    "group: 4 to 8 people\ncompiled_by: editors\nsources: [source-1]\nthemes: [enquiry]\npractice: 2003\n"
    "draft: true\n---\n\nText.\n"
)
_DRAFT = {"tools/example/index.md": _TOOL}
_LINK = "Text.\n\nSee [the draft](../../tools/example/index.md).\n"


class NoLinkToADraft(Rule):
    """What readers may see does not link to a draft.

    Drafts are not published, so the words of the link would stand there and lead nowhere.

    To put it right, finish the draft and remove its `draft: true`, or take the link out until then.
    """

    severity = "warning"
    good = [Good(body=_LINK), Good("draft: true\n", body=_LINK, files=_DRAFT)]
    bad = [Bad(body=_LINK, files=_DRAFT, line=3, says="the link leads to 'A draft tool', which is a draft")]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if (isinstance(entry, Piece) and entry.draft) or (isinstance(entry, Edition) and entry.status == "forthcoming"):
            return
        for link in entry.body.links:
            target = library.entries.get(leads_to(entry.path, link.target.text).path or "")
            if isinstance(target, Piece) and target.draft:
                place = entry.body.place_of(link.target)
                yield place, f"the link leads to '{target.title}', which is a draft"
