"""Publications by seed: valid by the schema, from which every field is taken, with values that are as odd as it allows.

A field that the checker refuses is made plain again, so that nearly every one of them comes to a clean check.
"""

import datetime as dt
import random
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotated_types import Ge, Gt, Le, Len, Lt, MaxLen, MinLen
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from wawla.checking.examples import draw
from wawla.checking.rule import Drawn
from wawla.model import EDITION_LISTS, Edition, Located, Piece, Series, SitePage, Tool
from wawla.reading.paths import (
    ACCESSIBILITY,
    GLOSSARY,
    INITIATIVES,
    NETWORKS,
    PUBLISHER,
    SOURCES,
    VOCABULARY,
    register_of,
    single_of,
)

SIGNS = [
    "\u00a0", "\u202f", "\u2003", "\u3000", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2066", "\u2028", "\ufeff",
    "\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud83d", "\udc80", "\ufffe", "\U0001f600", "\U000e0041", "é",
    "e\u0301", "ß", "ł", "İ", "ǆ", "中", "א", "ع", "क्‍ष", "<b>", "</script>", "&amp;", "&#0;", "{{ x }}", "{% raw %}",
    "%s", "$&", "\\",
    "\\u0041", "'", '"', "“", "’", "`", "*", "_", "[a](b)", "![]", "#", ":", " - ", "|", "~", "^", "@", "//", "..",
    "%2f", "?", ";", "=1+1", "\t", " ", "  ", "—", "…", "NLC", "1", "null", "NO", "A", "a", "Trust", "trust.", "Ａ",
    "x" * 45,
]  # fmt: skip
"""What odd texts are put together from."""
BODIES = [
    "Teachers met\u00a0each term.\n", "- one\n- two\n\n1. three\n", "## Ünïcode & <angle>\n\nWords.\n", "> said\n",
    "| a | b |\n| --- | --- |\n| 1 | \\| |\n", "A note.[^1]\n\n[^1]: It says `so`.\n", "```\n<b>{{ x }}</b>\n```\n",
    "## 中文\n\nText.\n", "## 123\n\nText.\n", "Term\n:   What it means.\n", "*[XYZ]: What it is\n\nXYZ is so.\n",
    "??? note\n    Hidden.\n", "!!! tip \"Do\"\n    It.\n", "[Here](#trust).\n\n## Trust\n\nWords.\n", "![A](no.png)\n",
    "[Another](../../docs/about.md).\n", "Line one  \nline two\n", "***\n", "### Deep\n\nWords.\n",
    "&nbsp; &copy; 5 < 6\n", "[Edition](../../series/first/one/index.md#_cite)\n", "## A\n\n## A\n", "\\*not\\*\n",
    "a\u0301\u0301\u0301 z\u0336\n",
]  # fmt: skip
PROSE = "Teachers from several schools met each term. They chose one question and worked on it with care.\n\n" * 18
PAGES = ["about", "order", "accessibility", "privacy", "feed", "rules", "a-1", "0", "pages", "catalogue", "orders"]
NAMES = ["a", "0", "one", "x-1", "index", "search", "trust", "printings", "a" * 80, "con-1"]


WORDS = ["Trust", "work", "of", "schools", "Enquiry", "year", "together"]
BY_PATTERN = {
    "#[0-9a-f]": ["#0b5f5c", "#000000", "#7a3e00"],
    "@": ["orders@publisher.example", "A.b+c_d-e@x.example"],
    "{2,12}": ["EX", "Abcdefghijkl"],
    "{64}": ["0" * 64],
    "{12}": ["0" * 12, "0e1234567890"],
    "icm": [],
    "a-z0-9]+(-": ["a", "0", "x-1", "no", "a" * 80],
    "._-": ["no.png", "A..", "0"],
    r"\\d": ["4.10.3", "0.0"],
}  # fmt: skip
"""What a text of a certain pattern may be, by a part of the pattern."""
DAYS = ["2026-01-01", "2024-02-29", "2025-12-31", "1900-01-01", "2026-03-01"]
ABSENT = object()
"""The value of a field that is left out."""


@dataclass
class OddField:
    """A field of a file, or an entry of a register: as it stands now, and as nobody objects to."""

    key: str
    value: object
    plain: object


@dataclass
class OddFile:
    """A file before it is written. Every field is one line, so that a finding leads to it."""

    fields: list[OddField]
    body: str | None = None
    is_list: bool = False

    def text(self) -> str:
        """What stands in the file."""
        lines = [
            f"{'-' if self.is_list else f'{written(each.key)}:'} {written(each.value)}\n" for each in self.standing
        ]
        inside = "".join(lines) or ("[]\n" if self.is_list else "{}\n")
        return inside if self.body is None else f"---\n{inside}---\n\n{self.body}"

    @property
    def standing(self) -> list[OddField]:
        """The fields that are not left out, a line for each."""
        return [each for each in self.fields if each.value is not ABSENT]

    def calm(self, line: int) -> None:
        """Make plain what stands in a line; where it is plain already, everything."""
        standing = self.standing
        number = line - (1 if self.body is None else 2)
        at_line = standing[number : number + 1] if number >= 0 else []
        if self.body is not None and number >= len(standing):
            at_line, self.body = ([], PROSE) if self.body != PROSE else (standing, PROSE)
        if at_line and all(each.value == each.plain for each in at_line):
            at_line, self.body = standing, self.body and PROSE
        for each in at_line:
            each.value = each.plain


@dataclass
class OddPublication:
    """A publication in the making."""

    files: dict[str, OddFile] = field(default_factory=dict)
    others: dict[str, bytes] = field(default_factory=dict)

    def written(self) -> dict[str, bytes]:
        """Every file, by path."""
        return {path: file.text().encode("utf-8", "replace") for path, file in self.files.items()} | self.others

    def calm(self, path: str, line: int) -> None:
        """Make plain what stands at a place; where no field stands there, all of the folder."""
        if path in self.files:
            self.files[path].calm(line)
        elif path.endswith(".csv"):
            self.others[path] = b"year,schools\n2005,8\n"
        else:
            for other, file in self.files.items():
                if other.rpartition("/")[0] == path.rpartition("/")[0]:
                    file.calm(-1)


def written(value: object) -> str:
    """A value in YAML, on one line, with an escape for every sign that is not plain."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return '"' + "".join(map(_escaped, str(value))) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if " " <= sign <= "~" else f"\\U{ord(sign):08x}"


class Maker:
    """Makes values by seed. `known` holds what a field of that name may refer to."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
        self.known: dict[str, list[str]] = {}
        self.titles: list[str] = []
        """Of networks, so that texts can name them."""

    def text(self, most: int = 400) -> str:
        """A text of some words and a few odd signs, or of odd signs alone."""
        signs = self.chance.choices(SIGNS, k=self.chance.choice([0, 1, 1, 2]))
        parts = [*signs, *self.chance.sample(WORDS, self.chance.choice([0, 1, 3]))]
        self.chance.shuffle(parts)
        return self.chance.choice(["", " "]).join(parts)[:most] or "?"

    def of(self, wanted: object, limits: Sequence[object], name: str) -> object:
        """An odd value of a type, within these limits, for a field of this name."""
        if typing.get_origin(wanted) is typing.Annotated:
            inside, *more = typing.get_args(wanted)
            return self.of(inside, [*limits, *more], name)
        if isinstance(wanted, types.UnionType) or typing.get_origin(wanted) is typing.Union:
            return self.of(next(each for each in typing.get_args(wanted) if each is not types.NoneType), limits, name)
        if typing.get_origin(wanted) is typing.Literal:
            return self.chance.choice(typing.get_args(wanted))
        if typing.get_origin(wanted) is tuple:
            return self._list(typing.get_args(wanted)[0], limits, name)
        if typing.get_origin(wanted) is dict:
            key, value = typing.get_args(wanted)
            return {self.of(key, [], name): self.of(value, [], name) for _ in range(self.chance.randint(1, 3))}
        if isinstance(wanted, type) and issubclass(wanted, Located):
            return self.part(wanted)
        if wanted is bool:
            return self.chance.choice([True, False])
        if wanted in (int, float):
            return self._number(wanted is int, limits)
        return self._text_of(wanted, limits, name)

    def _list(self, each: object, limits: Sequence[object], name: str) -> list[object]:
        least = max([0, *(limit.min_length for limit in limits if isinstance(limit, Len | MinLen))])
        most = min([3, *(limit.max_length for limit in limits if isinstance(limit, Len | MaxLen) and limit.max_length)])
        if name in self.known:
            known = self.known[name]
            return list(self.chance.sample(known, min(len(known), self.chance.randint(max(least, 1), most))))
        return [self.of(each, [], name) for _ in range(self.chance.randint(least, most))]

    def _number(self, whole: bool, limits: Sequence[object]) -> float:
        low = [limit.ge for limit in limits if isinstance(limit, Ge)] + [
            limit.gt for limit in limits if isinstance(limit, Gt)
        ]
        high = [limit.le for limit in limits if isinstance(limit, Le)] + [
            limit.lt for limit in limits if isinstance(limit, Lt)
        ]
        least, most = float(max(low, default=0)), float(min(high, default=10**9))
        if whole:
            return int(self.chance.choice([least, least + 1, most - 1, most]))
        return self.chance.choice([least + 0.001, (least + min(most, 99)) / 3, most])

    def _text_of(self, wanted: object, limits: Sequence[object], name: str) -> str:
        if name in self.known:
            return self.chance.choice(self.known[name])
        checked = {getattr(getattr(limit, "func", None), "__name__", "") for limit in limits}
        if wanted is dt.date or "_day" in checked:
            return self.chance.choice(DAYS)
        if "_when" in checked:
            return self.chance.choice([*DAYS, "2005", "1999-12", "0001", "2026"])
        strings = [limit for limit in limits if isinstance(limit, StringConstraints)]
        pattern = next((str(each.pattern) for each in strings if each.pattern), "")
        for part, texts in BY_PATTERN.items():
            if part in pattern and texts:
                return self.chance.choice(texts)
        return self.text(min([400, *(each.max_length for each in strings if each.max_length)]))

    def part(self, model: type[Located]) -> dict[str, object]:
        """A part of a file: all that is needed, and some of the rest."""
        return {
            info.alias or name: self.of(info.annotation, info.metadata, name)
            for name, info in model.model_fields.items()
            if info.is_required() or self.chance.random() < 0.5
        }

    def fields(self, model: type[Located], plain: Mapping[str, object], firm: Sequence[str] = ()) -> list[OddField]:
        """The fields of a file, some of them odd. Those that are `firm` are always plain."""
        made = []
        for name, info in model.model_fields.items():
            calm = plain.get(name, example_of(info) if info.is_required() else ABSENT)
            odd = name not in firm and self.chance.random() < 0.4
            value = self.of(info.annotation, info.metadata, name) if odd else calm
            made.append(OddField(info.alias or name, value, calm))
        return made


def example_of(info: FieldInfo) -> object:
    """The example that help gives for a field."""
    assert info.examples
    return info.examples[0]


def odd_publication(seed: int) -> OddPublication:
    """The publication of this seed."""
    make, made = Maker(seed), OddPublication()
    _registers(make, made)
    for number, folder in enumerate(make.chance.sample(["first", "a", "0", "x-1"], make.chance.choice([1, 1, 1, 2]))):
        prefix = ["EXA", "EXB"][number]
        path = f"series/{folder}/series.yml"
        made.files[path] = OddFile(
            make.fields(
                Series,
                {
                    "order_prefix": prefix,
                },
                ["order_prefix", "holds"],
            )
        )
        for own, slug in enumerate(make.chance.sample(NAMES, make.chance.choice([1, 1, 1, 2])), 1):
            _edition(f"series/{folder}/{slug}", own, f"{prefix}/Plain {own}", make, made)
    for name in make.chance.sample(PAGES, 2):
        made.files[f"docs/{name}.md"] = OddFile(_entry(SitePage, {}, make), _body(make))
    return made


def _registers(make: Maker, made: OddPublication) -> None:
    """The registers, and what may be referred to in them."""
    words = {
        each: list(dict.fromkeys(make.text(60) for _ in range(3))) for each in ("themes", "levels", "phases", "regions")
    }
    vocabulary = [
        OddField(each, {"plain": "A word.", **{word: make.text() for word in known}}, {"plain": "A word."})
        for each, known in words.items()
    ]
    made.files[VOCABULARY] = OddFile(vocabulary)
    make.known = {each: ["plain", *words[each]] for each in ("themes", "levels", "phases")}
    make.known["region"] = ["plain", *words["regions"]]
    make.known["sources"] = ["plain", "a", "0"]
    plain = {"sources": ["plain"], "themes": ["plain"], "network": "plain"}
    for path, keys in ((SOURCES, make.known["sources"]), (NETWORKS, ["plain", "b", "1-1"])):
        model = register_of(path)
        assert model is not None
        calm = {
            name: plain.get(name, example_of(info)) for name, info in model.model_fields.items() if info.is_required()
        }
        entries = [OddField(key, make.part(model), dict(calm) | {"title": f"A {key}"}) for key in keys]
        make.titles += [str(entry.value["title"]) for entry in entries if isinstance(entry.value, dict)]
        made.files[path] = OddFile(entries)
    make.known["network"] = ["plain", "b", "1-1"]
    for path in (GLOSSARY, INITIATIVES):
        model = register_of(path)
        assert model is not None
        calm = {
            name: plain.get(name, example_of(info)) for name, info in model.model_fields.items() if info.is_required()
        }
        keys = list(dict.fromkeys(make.text(20) for _ in range(2)))
        entries = [OddField(key, make.part(model), ABSENT if path == GLOSSARY else dict(calm)) for key in keys]
        made.files[path] = OddFile(entries, is_list=path == INITIATIVES)
    for path in (PUBLISHER, ACCESSIBILITY):
        model = single_of(path)
        assert model is not None
        made.files[path] = OddFile(make.fields(model, {"automatic": ABSENT}))


def _edition(folder: str, number: int, reference: str, make: Maker, made: OddPublication) -> None:
    """An edition, with pieces of every kind that only it lists."""
    lists: dict[str, list[str]] = {}
    for name, each in EDITION_LISTS.items():
        slugs = make.chance.sample(NAMES[:-2], make.chance.choice([1, 1, 1, 2]))
        lists[name] = slugs
        for slug in slugs:
            _piece(each.path(folder, slug), each.model, make, made)
    hue = ["#0b5f5c", "#7a3e00", "#3b3a8f"][number - 1]
    plain = {"number": number, "reference": reference, "status": "published", "published": "2005", "hue": hue, **lists}
    firm = ["number", "reference", "hue", "errata", "status", "published", *lists]
    made.files[f"{folder}/index.md"] = OddFile(_entry(Edition, plain, make, firm), _body(make))


def _piece(path: str, model: type[Piece], make: Maker, made: OddPublication) -> None:
    folder = path.removesuffix("/index.md")
    plain: dict[str, object] = {"themes": ["plain"], "sources": ["plain"], "compiled_by": "editors", "written": "2005"}
    plain |= {"network": "plain"} if "network" in model.model_fields else {}
    firm = ["pictures", "draft"]
    if issubclass(model, Tool):
        data_set = make.chance.random() < 0.5
        plain |= (
            {"form": "data-set", "data": "data.csv"} if data_set else {"form": "worksheet", "minutes": 5, "group": "4"}
        )
        firm += ["form", "data"]
        if data_set:
            cells = [[make.text(30) for _ in range(3)] for _ in range(4)]
            rows = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells)
            made.others[f"{folder}/data.csv"] = rows.encode("utf-8", "replace")
    if make.chance.random() < 0.3:
        made.others[f"{folder}/p.png"] = draw(Drawn())
        picture = {
            "file": "p.png",
            "alt": make.text(),
            "credit": make.text(),
            "caption": make.text(),
            "shows_people": False,
        }
        plain["pictures"] = [picture]
    made.files[path] = OddFile(_entry(model, plain, make, firm), _body(make))
    for each in made.files[path].fields:
        if each.key == "pictures" and each.value is not ABSENT:
            each.plain = [{"file": "p.png", "alt": "A tree.", "credit": "Us", "shows_people": False}]


def _entry(model: type[Located], plain: Mapping[str, object], make: Maker, firm: Sequence[str] = ()) -> list[OddField]:
    title = f"Plain {make.chance.randint(1, 10**9)}"
    return make.fields(model, {"title": title, "summary": "What it says.", **plain}, [*firm, "skip"])


def _body(make: Maker) -> str:
    named = ["".join(title.splitlines()) for title in make.titles]
    return PROSE + "\n".join(make.chance.sample([*BODIES, *named], make.chance.randint(0, 4))) + "\n"
