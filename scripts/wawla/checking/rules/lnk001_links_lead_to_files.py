import posixpath
import re
from collections.abc import Iterator

from wawla.checking.rule import MOST_GUESSES, Bad, Good, Library, Rule, RuleHit, leads_to, near
from wawla.model import Entry
from wawla.reading.linking import is_external
from wawla.reading.tree import CONTENT, NOT_CONTENT

_WEB = re.compile(
    r"(?:h?t+ps?[:;]?/{1,2}|https?:(?!/))+|(?=www\.|(?:[a-z0-9-]+\.)+(?:org|com|net|edu|info|int|gov|eu|(?:ac|co|gov|org|sch)\.uk)(?:/|$))",
    re.I,
)
_DOI = re.compile(r"(?:doi:? ?)?(?=10\.\d{4,9}/\S)", re.I)


class LinksLeadToFiles(Rule):
    """A link or picture leads to a file that is there.

    A reader who follows it to nothing is lost; on paper there is not even a way back.

    To put it right, correct the path. It starts from the folder of this file, such as `../name-of-a-folder/index.md`.
    """

    good = [
        Good(body="See [a tool](../../tools/example/index.md#x), [below](#below) or <https://example.org/>.\n"),
        Good(body="![A river](river.png)\n", files={"accounts_of_practice/example/river.png": "a picture"}),
    ]
    bad = [
        Bad(body="Text.\n\nSee [a tool](../../tools/exmple/index.md).\n", line=3, says="'../../tools/exmple/index.md'"),
        Bad(body="![A river](rivver.png)\n", line=1, says="'rivver.png', which is not there"),
        Bad(body="See [a tool](../../tools/example/).\n", line=1, says="leads to a folder"),
        Bad(body="See [a page](www.example.org).\n", line=1, says="'www.example.org' is read as the name of a file"),
        Bad(body="See [a](https//www.example.org/x).\n", line=1, says="is read as the name of a file"),
        Bad(body="See [a](“https://example.org/x”).\n", line=1, says="is read as the name of a file"),
        Bad(body="See [a](10.1000/182).\n", line=1, says="is read as the name of a file"),
        Bad(body="See [a](#).\n", line=1, says="leads nowhere"),
        Bad(body="See [a tool](..\\..\\tools\\example\\index.md).\n", line=1, says="has backslashes in it"),
        Bad(body="See [a tool]().\n", line=1, says="leads nowhere"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        fault = 0
        for link in entry.body.links:
            target = link.target.text
            if target in ("#", "mailto:") or (not target and link.reference is None):
                place = entry.body.place_of(link.span)
                message = f"the link '{link.text[:60]}' leads nowhere"
                yield place, message, "write the path or address between the brackets"
            if not target or target == "mailto:" or target[0] in "#/\\" or is_external(target):
                continue
            if said := _no_path(target):
                yield entry.body.place_of(link.target), *said
                continue
            path = leads_to(entry.path, target).path
            if path is None or library.is_there(path) or not _is_content(path):
                continue
            place = entry.body.place_of(link.target)
            if library.is_there(f"{path}/index.md"):
                hint = f"write {_shown(entry, f'{path}/index.md')}"
                yield place, f"the link leads to a folder, '{target[:100]}'", hint
            else:
                message = f"the {'picture' if link.image else 'link'} leads to '{target[:100]}', which is not there"
                guess = _guess(entry, path, library, fault)
                yield (place, message, guess) if guess else (place, message)
                fault += 1


def _no_path(target: str) -> tuple[str, str] | None:
    """What is said of an address without its beginning, and of a path of Windows, and what to do."""
    bare = target.strip("\"“”‘’'<> ")
    if web := _WEB.match(bare):
        return (
            f"'{target[:100]}' is read as the name of a file",
            f"write https://{bare[len(web[0]) :].lstrip('/')[:100]}",
        )
    if _DOI.match(bare):
        return f"'{target[:100]}' is read as the name of a file", f"write https://doi.org/{_DOI.sub('', bare)[:100]}"
    if "\\" in target:
        return f"'{target[:100]}' has backslashes in it", f"write {target[:100].replace(chr(92), '/')}"
    return None


def _is_content(path: str) -> bool:
    """Whether the path is in a folder of content; LNK005 speaks of those that are not."""
    return path.split("/")[0] in CONTENT and not path.startswith(NOT_CONTENT)


def _guess(entry: Entry, path: str, library: Library, fault: int) -> str:
    if fault >= MOST_GUESSES:
        return ""
    if path.endswith("/index.md") or "." not in posixpath.basename(path):
        folders = {posixpath.basename(other.folder): other.path for other in library.entries.values()}
        slug = posixpath.basename(path.removesuffix("/index.md"))
        guess = near(slug, folders, fault)
        meant = next((to for name, to in folders.items() if f"'{name}'" in guess), "")
        return f"did you mean '{_shown(entry, meant)}'?" if meant else ""
    return near(posixpath.basename(path), [posixpath.basename(file) for file in entry.sibling_files], fault)


def _shown(entry: Entry, path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(entry.path))
