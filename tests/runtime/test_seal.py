"""Seals: what this user's own runs have kept is believed, and nothing else."""

import stat
from pathlib import Path

import pytest

from wawla.runtime import seal as module
from wawla.runtime.seal import is_sealed, seal, unwrap, wrap


@pytest.fixture(autouse=True)
def own_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key of this test's own."""
    monkeypatch.setattr(module, "_key", lambda: b"k" * 32)


def test_what_was_sealed_is_believed_under_its_name_alone():
    assert is_sealed("a", b"data", seal("a", b"data"))
    assert not is_sealed("b", b"data", seal("a", b"data"))
    assert not is_sealed("a", b"data", "é")


def test_any_byte_that_changes_breaks_the_seal():
    whole = wrap("a", b"data")
    assert b"data" == unwrap("a", whole)
    for place in range(len(whole)):
        assert unwrap("a", whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]) is None
        assert unwrap("a", whole[:place]) is None


def test_what_somebody_else_has_sealed_is_not_believed(monkeypatch: pytest.MonkeyPatch):
    theirs = wrap("a", b"data")
    monkeypatch.setattr(module, "_key", lambda: b"o" * 32)
    assert unwrap("a", theirs) is None


def test_the_key_is_made_once_and_kept_from_others(tmp_path: Path):
    folder = tmp_path / "not/there yet"
    key = module._key_in(folder)
    assert 32 == len(key)
    assert key == module._key_in(folder)
    assert 0o600 == stat.S_IMODE((folder / "seal.key").stat().st_mode)


@pytest.mark.parametrize(("data", "mode"), [(b"", 0o600), (b"short", 0o600), (b"x" * 33, 0o600), (b"x" * 32, 0o644)])
def test_a_key_that_is_damaged_or_that_others_can_read_is_made_anew(tmp_path: Path, data: bytes, mode: int):
    (tmp_path / "seal.key").write_bytes(data)
    (tmp_path / "seal.key").chmod(mode)
    key = module._key_in(tmp_path)
    assert (32, True, True) == (len(key), key != data, key == module._key_in(tmp_path))
    assert 0o600 == stat.S_IMODE((tmp_path / "seal.key").stat().st_mode)


def test_where_no_key_can_be_kept_there_is_one_for_this_run(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    assert 32 == len(module._key_in(tmp_path / "file"))
