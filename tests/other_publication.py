"""A second publication, as unlike ours as can be: that it works shows that nothing is tied to one publisher or series.

It has one series, four editions and 40 pieces, none of them a tool; people and networks with names in Icelandic and
Czech; themes, levels and phases of its own; another publisher and another address. It is the same at every making.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import yaml
from site_of_the_sample import with_site

ADDRESS = "https://raddir.example/skolar/"
NAME = "Raddir úr skólum"
PUBLISHER = "Félag þorpsskóla við Breiðafjörð"
PREFIX = "RADD"
EDITIONS = {
    "ny-byrjun": ("Ný byrjun: first weeks in a small school", "First weeks", "#5b4a00"),
    "tva-tungumal": ("Tvö tungumál: lessons in two languages", "Two languages", "#2c5d1e"),
    "vetur": ("Vetur: when the road is closed", "Winter", "#0a4f8a"),
    "zkouska": ("Zkouška bez známek: tests without marks", "Without marks", "#5a2a77"),
}
"""The title, the words of the reference, and the colour of each edition, by folder."""
NETWORKS = {
    "breidafjordur": ("Skólar við Breiðafjörð", "Stykkishólmur", "Vesturland"),
    "vysocina": ("Školy na Vysočině", "Žďár nad Sázavou", "Kraj Vysočina"),
    "sumava": ("Šumavské třídy", "Železná Ruda", "Plzeňský kraj"),
}
"""The title, the place and the region of each network."""
PEOPLE = [
    "Þórdís Ægisdóttir",
    "Řehoř Dvořák",
    "Guðrún Össurardóttir",
    "Žofie Příhodová",
    "Jón Þorláksson",
    "Věra Šťastná",
]
THINGS = [
    *("boats", "bread", "bridges", "clocks", "doors", "drums", "fences", "ferries", "fiddles", "gardens"),
    *("harbours", "hens", "ice", "kitchens", "ladders", "lamps", "looms", "maps", "nets", "ovens"),
    *("paths", "plays", "ponds", "puppets", "rain", "roofs", "sheep", "sledges", "snow", "songs"),
    *("stoves", "tents", "tides", "trains", "walls", "water", "wells", "wheels", "wind", "wool"),
]
"""What each of the 40 pieces is about."""
SENTENCES = [
    "The class went out before breakfast and counted what it saw",
    "Nobody had asked the cook, and the cook knew most",
    "Two teachers took turns, one in each language",
    "The ferry was late, so the lesson began on the pier",
    "Every child wrote one line, and the lines were hung on a rope",
    "The old people of the village were asked to mark the work",
    "Some of it was wrong, and the wrong parts were kept",
    "A visitor from the other valley asked why the door is never shut",
    "The heating failed, and they moved into the library",
    "What they found was read aloud in the shop on Saturday",
    "The youngest asked the question that nobody could answer",
    "In spring they did it again with half of the paper",
]


def files() -> dict[str, bytes]:
    """Every file of the publication, by path."""
    chance = random.Random(1944)  # noqa: S311 - the same texts each time
    made = dict(_registers())
    for number, (slug, (title, words, hue)) in enumerate(EDITIONS.items(), 1):
        folder, mine = f"series/raddir/{slug}", THINGS[10 * number - 10 : 10 * number]
        thoughts, accounts = mine[:3], mine[3:]
        made[f"{folder}/index.md"] = _text(
            {
                "title": title,
                "summary": f"Ten pieces from villages where the school is small, about {mine[0]} and nine more things.",
                "number": number,
                "reference": f"{PREFIX}/{words}",
                "status": "published",
                "published": f"2019-0{number}",
                "hue": hue,
                "think_pieces": [f"on-{thing}" for thing in thoughts],
                "accounts": [f"with-{thing}" for thing in accounts],
            },
            _body(chance, 120),
        )
        for thing in thoughts:
            made[f"{folder}/think-pieces/on-{thing}/index.md"] = _text(
                _piece(chance, f"On {thing}"), _body(chance, 450)
            )
        for thing in accounts:
            place = {"network": chance.choice([*NETWORKS]), "setting": "A school with two classes"}
            made[f"accounts_of_practice/with-{thing}/index.md"] = _text(
                _piece(chance, f"A term with {thing}") | place, _body(chance, 350)
            )
    return {path: text.encode() for path, text in made.items()}


def laid_out(root: Path) -> Path:
    """The publication on disk, with our theme and a configuration of its own."""
    for path, data in files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    with_site(root)
    own = {
        "site_name": NAME,
        "site_description": "What small schools try, in their own words.",
        "site_url": ADDRESS,
        "copyright": "Let others use it, and say where it comes from.",
    }
    lines = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    settings = [f"{name}: {own[name]}" if (name := line.partition(":")[0]) in own else line for line in lines]
    (root / "mkdocs.yml").write_text("\n".join(settings) + "\n", encoding="utf-8")
    return root


def _piece(chance: random.Random, title: str) -> dict[str, object]:
    return {
        "title": title,
        "summary": f"{chance.choice(SENTENCES)}; this is about what came after.",
        "authors": [{"role": chance.choice(["Teacher", "Headteacher", "Cook"]), "name": chance.choice(PEOPLE)}],
        "sources": ["saga"],
        "themes": [chance.choice(["útikennsla", "dvojjazyčnost", "kyrrð"])],
        "levels": [chance.choice(["bekkur", "vesnice"])],
        "phases": ["grunnskóli"],
        "practice": str(chance.randint(2012, 2018)),
        "published": "2021",
    }


def _body(chance: random.Random, words: int) -> str:
    """Some sections of so many words or a few more."""
    sections, count = [], 0
    for heading in ("What it was like", "What was tried", "What is left of it"):
        sentences: list[str] = []
        section = 0
        while section < words / 3:
            sentences.append(f"{chance.choice(SENTENCES)}.")
            section += len(sentences[-1].split())
        sections.append(
            f"## {heading}\n\n" + "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
        )
        count += section
    return "\n\n".join(sections) + "\n"


def _text(fields: dict[str, object], body: str) -> str:
    return f"---\n{_yaml(fields)}---\n\n{body}"


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def _registers() -> Iterator[tuple[str, str]]:
    yield (
        "series/publisher.yml",
        _yaml(
            {
                "name": PUBLISHER,
                "short_name": "FÞB",
                "motto": ["speak", "listen"],
                "contact": "pantanir@raddir.sample",
            }
        ),
    )
    yield (
        "series/vocabulary.yml",
        _yaml(
            {
                "themes": {
                    "útikennsla": "Lessons out of doors.",
                    "dvojjazyčnost": "Two languages.",
                    "kyrrð": "Being still.",
                },
                "levels": {"bekkur": "What a class learns.", "vesnice": "What a village learns."},
                "phases": {"grunnskóli": "From age 6 to 16."},
                "regions": {region: f"Where {place} lies." for _, place, region in NETWORKS.values()},
            }
        ),
    )
    yield "series/glossary.yml", _yaml({"RVK": {"stands_for": "Reykjavík"}})
    yield (
        "series/sources.yml",
        _yaml({"saga": {"author": "Þ. Ægisdóttir", "title": "Saga lítilla skóla", "year": 2011, "form": "book"}}),
    )
    yield (
        "series/raddir/series.yml",
        _yaml(
            {
                "title": NAME,
                "short_title": "Raddir",
                "summary": "Small schools on what they try.",
                "order_prefix": PREFIX,
                "number_word": "Hefti",
                "position": 1,
                "holds": [{"at_least": 3, "of": ["account"]}],
                "sources": ["saga"],
            }
        ),
    )
    yield (
        "accounts_of_practice/networks.yml",
        _yaml(
            {
                slug: {
                    "title": title,
                    "summary": f"Small schools near {place}.",
                    "location": place,
                    "region": region,
                    "schools": 4,
                    "phases": ["grunnskóli"],
                    "sources": ["saga"],
                }
                for slug, (title, place, region) in NETWORKS.items()
            }
        ),
    )
    for name, title in {
        "about": "About Raddir",
        "order": "Ordering a copy",
        "contribute": "Telling us",
        "accessibility": "Who can read this",
        "privacy": "What is kept",
    }.items():
        yield (
            f"docs/{name}.md",
            _text({"title": title, "summary": f"{title}, in a few words."}, "## In short\n\nAsk us.\n"),
        )
