"""Web fonts: the letters and figures we set, small files, and the same bytes every time."""

import io
import re
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from wawla.rendering.look import fonts
from wawla.rendering.look.fallback_fonts import fallback_faces
from wawla.rendering.look.fonts import font_faces, font_files, licence_texts

pytestmark = pytest.mark.slow

SERIF = {"kern", "liga", "onum", "lnum", "pnum", "tnum", "frac", "sups"}
SANS = {"kern", "liga", "onum", "pnum", "frac", "sups"}
"""Its figures are lining and of one width from the start, so that `lnum` and `tnum` are not in it."""
SMALL_CAPITALS = {"smcp", "c2sc"}
EXPECTED = {
    "source-serif-400.woff2": SERIF | SMALL_CAPITALS,
    "source-serif-400-italic.woff2": SERIF,
    "source-serif-600.woff2": SERIF,
    "source-sans-400.woff2": SANS | SMALL_CAPITALS,
    "source-sans-600.woff2": SANS,
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts") / "not" / "there yet"


@pytest.fixture(scope="module")
def files(cache: Path) -> dict[str, bytes]:
    return font_files(cache)


def features(font: TTFont) -> set[str]:
    return {record.FeatureTag for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord}


def test_there_are_five_small_web_fonts(files: dict[str, bytes]):
    assert list(EXPECTED) == list(files)
    assert {b"wOF2"} == {data[:4] for data in files.values()}
    assert sum(map(len, files.values())) < 125_000


@pytest.mark.parametrize("name", EXPECTED)
def test_a_font_has_the_letters_and_figures_we_set(files: dict[str, bytes], name: str):
    font = TTFont(io.BytesIO(files[name]))
    letters = "AZaz09 àéîöüßÆøÐþ ĀčğŁőšž –—‘’“”…•†‡€£½©"
    more = "" if "italic" in name else "ŵŷẁẃẅỳ →←↑↓✓☐"  # the serif italic was never drawn with these
    assert set() == {letter for letter in letters + more if ord(letter) not in font.getBestCmap()}
    assert EXPECTED[name] == features(font)


def test_a_changed_font_keeps_its_licence_and_gives_up_the_reserved_name(files: dict[str, bytes]):
    for data in files.values():
        names = TTFont(io.BytesIO(data))["name"]
        assert "Adobe" in names.getDebugName(0)
        assert "OFL" in names.getDebugName(14)
        assert not any("Source" in names.getDebugName(number) for number in (1, 4, 6))


def test_fonts_are_made_once(files: dict[str, bytes], cache: Path, monkeypatch: pytest.MonkeyPatch):
    def never(*_: object) -> bytes:
        raise AssertionError("made again")

    monkeypatch.setattr(fonts, "_subset", never)
    assert files == font_files(cache)
    assert 5 == len(list(cache.iterdir())), "no half-written file is left"


@pytest.mark.usefixtures("files")
def test_where_what_cuts_them_has_changed_fonts_are_made_again(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copytree(cache, tmp_path / "fonts")
    monkeypatch.setattr(fonts, "configuration", lambda: "another program")
    monkeypatch.setattr(fonts, "_subset", lambda source, face: b"made again")
    assert {b"made again"} == {*font_files(tmp_path / "fonts").values()}


def test_the_same_sources_give_the_same_bytes(files: dict[str, bytes], tmp_path: Path):
    assert files == font_files(tmp_path)


def test_a_broken_file_in_the_cache_is_made_again(files: dict[str, bytes], cache: Path):
    for kept in cache.glob("source-sans-600-*"):
        kept.write_bytes(kept.read_bytes()[:1000])
    assert files == font_files(cache)


def test_the_style_sheet_names_every_file(files: dict[str, bytes]):
    css = font_faces("../fonts/").removesuffix(fallback_faces())
    assert list(files) == re.findall(r'url\("\.\./fonts/([^"/]+)"\)', css)
    assert 5 == css.count("font-display: swap")
    assert 3 == css.count('font-family: "Source Serif Pro"')
    assert 2 == css.count('font-family: "Source Sans Pro"')
    assert 2 == css.count("font-weight: 600")
    assert 1 == css.count("font-style: italic")


def test_the_licence_of_each_family_comes_along():
    texts = licence_texts()
    assert ["source-serif-licence.txt", "source-sans-licence.txt"] == list(texts)
    assert all(b"SIL OPEN FONT LICENSE" in text for text in texts.values())


def test_without_a_cache_fonts_are_made_and_not_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fonts, "_subset", lambda source, face: face.file.encode())
    assert {name: name.encode() for name in EXPECTED} == font_files(None)
