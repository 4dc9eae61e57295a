"""An index of Pagefind has one order, whatever order it was written in."""

import gzip
import json
from pathlib import Path

import pytest

from wawla.building.search_index_order import put_in_order

# From appendix A of RFC 8949, which has the form of every value; the names are theirs.
VALUES = {
    "17": 23,
    "1818": 24,
    "1864": 100,
    "1903e8": 1000,
    "1a000f4240": 1_000_000,
    "1b000000e8d4a51000": 1_000_000_000_000,
    "60": "",
    "6449455446": "IETF",
    "62c3bc": "ü",
    "80": [],
    "8301820203820405": [1, [2, 3], [4, 5]],
}


def packed(hexed: str) -> bytes:
    return gzip.compress(b"pagefind_dcd" + bytes.fromhex(hexed))


def text(word: str) -> str:
    return f"{0x60 + len(word):02x}{word.encode().hex()}"


def index(folder: Path, filters: dict[str, str], more: str = "80") -> Path:
    """An index that has these filters, in this order, and one value in a place that is none of ours."""
    (folder / "filter").mkdir(parents=True)
    named = ""
    for number, (name, values) in enumerate(filters.items()):
        (folder / f"filter/en_{number}.pf_filter").write_bytes(packed("82" + text(name) + values))
        named += "82" + text(name) + text(f"en_{number}")
    meta = "85" + text("1.5.2") + "80" + "80" + f"8{len(filters)}" + named + more
    (folder / "pagefind.en_abc.pf_meta").write_bytes(packed(meta))
    (folder / "pagefind-entry.json").write_text(json.dumps({"languages": {"en": {"hash": "en_abc"}}}))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


ONE_TWO = "82" + "82" + text("One") + "8101" + "82" + text("Two") + "8102"
TWO_ONE = "82" + "82" + text("Two") + "8102" + "82" + text("One") + "8101"


def test_two_indexes_that_differ_in_order_alone_become_the_same(tmp_path: Path):
    one = index(tmp_path / "one", {"theme": ONE_TWO, "year": "80"})
    other = index(tmp_path / "other", {"year": "80", "theme": TWO_ONE})
    put_in_order(one)
    put_in_order(other)
    assert files(one) == files(other)


def test_indexes_that_do_not_say_the_same_have_other_names(tmp_path: Path):
    one, other = index(tmp_path / "one", {"theme": ONE_TWO}), index(tmp_path / "other", {"theme": "80"})
    put_in_order(one)
    put_in_order(other)
    assert files(one).keys() & files(other).keys() == {"pagefind-entry.json"}


def test_the_entry_names_the_file_that_is_there(tmp_path: Path):
    folder = index(tmp_path / "one", {"theme": ONE_TWO})
    put_in_order(folder)
    key = json.loads((folder / "pagefind-entry.json").read_text())["languages"]["en"]["hash"]
    meta = gzip.decompress((folder / f"pagefind.{key}.pf_meta").read_bytes())
    (filter_file,) = (folder / "filter").iterdir()
    assert filter_file.name.removesuffix(".pf_filter").encode() in meta


@pytest.mark.parametrize("hexed", VALUES, ids=[str(value) for value in VALUES.values()])
def test_whatever_else_is_in_it_stays_as_it_was(tmp_path: Path, hexed: str):
    folder = index(tmp_path / "one", {"theme": ONE_TWO}, more=hexed)
    put_in_order(folder)
    (meta,) = folder.glob("*.pf_meta")
    assert gzip.decompress(meta.read_bytes()).endswith(bytes.fromhex(hexed))


@pytest.mark.parametrize(
    "broken",
    [b"", b"no gzip", gzip.compress(b"else"), packed("a0"), packed("81"), packed("8101")],
    ids=["empty", "no gzip", "no signature", "a map", "cut off", "too short"],
)
def test_an_index_in_another_form_is_left_as_it_is(tmp_path: Path, broken: bytes):
    folder = index(tmp_path / "one", {"theme": ONE_TWO})
    (folder / "pagefind.en_abc.pf_meta").write_bytes(broken)
    before = files(folder)
    put_in_order(folder)
    assert files(folder) == before
