from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.fields import folder_of
from wawla.reading.linking import resolve


class PicturesLieInTheSameFolder(Rule):
    """A picture in the text lies in the folder of the piece.

    A picture that is fetched from another site tells that site who is reading, and may change or vanish. One in the
    folder of another piece has the consent that was given for that piece.

    To put it right, put a copy of the picture beside index.md, if you may, and describe it under `pictures:`.
    """

    good = [Good(body="![A river](river.jpg)\n", files={"accounts_of_practice/example/river.jpg": "a picture"})]
    bad = [
        Bad(body="Text.\n\n![A river](https://example.org/river.jpg)\n", line=3, says="lies elsewhere"),
        Bad(body="![A river](../other/river.jpg)\n", line=1, says="lies elsewhere"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for link in entry.body.links:
            if link.image and link.target.text:
                path = resolve(entry.path, link.target.text).path
                if path is None or folder_of(path) != entry.folder:
                    yield entry.body.place_of(link.target), f"the picture {link.target.text[:60]} lies elsewhere"
