from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model.findings import did_you_mean
from wawla.reading.paths import PROFILE

_SERIES, _PROFILE = "series/example/series.yml", "series/example/printer.icc"
_FIELDS = (
    "title: A series\nshort_title: Series\nsummary: What it is for.\norder_prefix: EX\nnumber_word: Title\n"
    "print:\n  profile: printer.icc\n"
)
_HEADER = b"\0\0\0\x80ADBE\2\x10\0\0prtrCMYKLab " + bytes(12) + b"acsp" + bytes(88)


class ProfileIsForCmykOutput(Rule):
    """The profile that a series names lies beside its series.yml, and is an ICC profile for printing in four colours.

    The press PDF carries it, and the printer's machines trust it: with the profile of a screen or of a camera, or with
    half a profile, every colour comes out wrong.

    To put it right, ask the printer for the ICC profile of the press and the paper; or remove `profile:`, and ISO
    Coated v2 300% is used.
    """

    kind = Library
    good = [
        Good(files={_SERIES: _FIELDS, _PROFILE: _HEADER}),
        Good(files={_SERIES: _FIELDS.partition("print:")[0]}),
    ]
    bad = [
        Bad(files={_SERIES: _FIELDS}, path=_SERIES, line=7, says="printer.icc does not lie beside series.yml"),
        Bad(
            files={_SERIES: _FIELDS, _PROFILE: "A profile"},
            path=_SERIES,
            line=7,
            says="printer.icc is not an ICC profile",
        ),
        Bad(
            files={_SERIES: _FIELDS, _PROFILE: _HEADER.replace(b"prtrCMYK", b"mntrRGB ")},
            path=_SERIES,
            line=7,
            says="printer.icc is not a profile for printing in CMYK",
        ),
        Bad(
            files={_SERIES: _FIELDS, _PROFILE: b"\0\0\1" + _HEADER[3:]},
            path=_SERIES,
            line=7,
            says="printer.icc is cut off: 128 of its 384 bytes are there",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        for series in library.series.values():
            name = series.print.profile
            path = f"{series.folder}/{name}"
            if name is None:
                continue
            if not library.is_there(path):
                every = map(PROFILE.fullmatch, library.tree.sizes)
                there = [found[0].rpartition("/")[2] for found in every if found and found[1] == series.folder]
                hint = did_you_mean(name, there)
                said = f"{name} does not lie beside series.yml"
                yield series.print.at("profile"), said, f"{hint}Put the file into {series.folder}, or remove the line"
            elif library.is_read(path) and (said := _wrong_with(name, library.tree.read(path))):
                yield series.print.at("profile"), said


def _wrong_with(name: str, data: bytes) -> str:
    """What the header of a profile says against it (ICC.1:2010, 7.2: size at 0, class at 12, space at 16)."""
    size = int.from_bytes(data[:4])
    if data[36:40] != b"acsp":
        return f"{name} is not an ICC profile"
    if (data[12:16], data[16:20]) != (b"prtr", b"CMYK"):
        return f"{name} is not a profile for printing in CMYK"
    return f"{name} is cut off: {len(data)} of its {size} bytes are there" if len(data) < size else ""
