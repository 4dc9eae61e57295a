from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model.findings import Place
from wawla.reading.pictures import MOST_DOTS

_PATH = "docs/assets/river.png"


class PicturesOfTheLookCanBeShown(Rule):
    """A picture in docs/assets or docs/theme is a whole PNG, JPEG or WebP that stands still and says its colours.

    It is decoded and saved anew for the site, so that nothing is published that its file holds beside.

    To put it right, open it in a picture program, save it as PNG or JPEG in sRGB, and put that in its place; or remove
    it.
    """

    kind = Library
    skippable = False
    good = [Good(files={_PATH: Drawn()})]
    bad = [
        Bad(files={_PATH: "not a picture"}, path=_PATH, says="river.png is not a PNG, a JPEG or a WebP, or is damaged"),
        Bad(files={_PATH: Drawn(600, 400, "JPEG", cut=True)}, path=_PATH, says="river.png is damaged or cut off"),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        for path in sorted(library.pictures_of_the_look):
            name = path.rpartition("/")[2]
            facts, fault = library.picture(path), library.picture_faults.get(path)
            if not library.is_read(path):
                continue
            if facts is None:
                yield Place(path), f"{name} is not a PNG, a JPEG or a WebP, or is damaged"
            elif facts.width * facts.height > MOST_DOTS:
                yield Place(path), f"{name} has {facts.width:,} by {facts.height:,} pixels, more than 25 megapixels"
            elif fault is not None:
                yield Place(path), f"{name} {fault.text}"
