from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model.findings import Place

_FOLDER = "accounts_of_practice/example/"


class NamesDifferInMoreThanCapitals(Rule):
    """The names of files and folders in one folder differ in more than capitals.

    Windows and macOS take `River.png` and `river.png` for the same file, and one overwrites the other.

    To put it right, rename one of the two; small letters throughout are safest.
    """

    kind = Library
    good = [Good(files={_FOLDER + "river.png": Drawn(), _FOLDER + "river-2.png": Drawn()})]
    bad = [
        Bad(
            files={_FOLDER + "River.png": Drawn(), _FOLDER + "river.png": Drawn()},
            path=_FOLDER + "river.png",
            says="'river.png' and 'River.png' differ only in capitals",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        first: dict[tuple[str, str], str] = {}
        told: set[str] = set()
        for path in library.tree.sizes:
            place = ""
            for name in path.split("/"):
                other = first.setdefault((place, name.casefold()), name)
                place = f"{place}/{name}" if place else name
                if other != name and place not in told:
                    told.add(place)
                    yield Place(place), f"'{name}' and '{other}' differ only in capitals"
