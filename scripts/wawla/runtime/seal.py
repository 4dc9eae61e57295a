"""Seals what is kept between runs, so that only what this user's own runs have left there is believed.

A digest alone finds damage, but whoever delivers a cache with a checkout can compute one. A seal is an HMAC (RFC 2104)
with a secret that never leaves the user's own cache folder.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
import stat
from functools import cache
from pathlib import Path

from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.user_cache import user_cache

_SIZE = 32


def seal(name: str, data: bytes) -> str:
    """The seal of what is kept under a name, as 64 hexadecimal digits."""
    return hmac.digest(_key(), name.encode() + b"\0" + data, "sha256").hex()


def is_sealed(name: str, data: bytes, found: str) -> bool:
    """Whether a run of this user has sealed exactly these bytes under this name."""
    return hmac.compare_digest(seal(name, data).encode(), found.encode("utf-8", "replace"))


def wrap(name: str, data: bytes) -> bytes:
    """The content of a file that holds some bytes and their seal."""
    return seal(name, data).encode() + data


def unwrap(name: str, kept: bytes) -> bytes | None:
    """The bytes that `wrap` was given; None where the file is damaged, or somebody else's."""
    found, data = kept[: 2 * _SIZE], kept[2 * _SIZE :]
    return data if is_sealed(name, data, found.decode("ascii", "replace")) else None


@cache
def _key() -> bytes:
    folder = user_cache()
    return _key_in(folder) if folder else secrets.token_bytes(_SIZE)


def _key_in(folder: Path) -> bytes:
    """The secret in a folder, made where there is none. One for this run alone where it cannot be kept to ourselves."""
    file, fresh = folder / "seal.key", secrets.token_bytes(_SIZE)
    with contextlib.suppress(OSError):
        if _secret(file) is None:
            atomic_write(file, fresh, mode=0o600)
        return _secret(file) or fresh
    return fresh


def _secret(file: Path) -> bytes | None:
    """What this file holds; None where it is missing, damaged, or not kept from others."""
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as opened:
        facts, known = os.fstat(handle), opened.read(_SIZE + 1)
    private = stat.S_ISREG(facts.st_mode) and not facts.st_mode & 0o077 and _is_own(facts)
    return known if private and len(known) == _SIZE else None


def _is_own(facts: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or facts.st_uid == os.geteuid()
