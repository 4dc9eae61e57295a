from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_DRAFT = {
    "tools/early/index.md": "---\ntitle: An early tool\nsummary: What it says.\nkind: prompts\npurpose: To talk.\n"
    "compiled_by: editors\nsources: [source-1]\nthemes: [enquiry]\npractice: 2003\ndraft: true\n---\n"
}


class PublishedEditionListsNoDraft(Rule):
    """A published edition lists no piece that is still a draft.

    A draft is not shown to readers, so the edition would have a hole.

    To put it right, finish the piece and remove `draft: true` from it, or take it out of the edition.
    """

    kind = Edition
    good = [Good("status: forthcoming\ntools: [early]\n", files=_DRAFT)]
    bad = [
        Bad(
            "status: published\ntools: [example, early]\n",
            files=_DRAFT,
            line=2,
            says="edition is published, but lists 'early', which is still a draft",
        )
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        if edition.status != "published":
            return
        for listed in library.edition_items(edition):
            piece = library.pieces.get(listed.folder)
            if piece is not None and piece.draft:
                said = f"edition is published, but lists '{listed.slug}', which is still a draft"
                yield edition.at(listed.field, listed.index), said
