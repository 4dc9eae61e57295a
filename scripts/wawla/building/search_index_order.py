"""Puts an index of Pagefind in one order: it writes filters in any order, and names their files by what is in them."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
"""What stands before the CBOR (RFC 8949) in every file; both are packed with gzip."""
_FILTERS = 3
"""Where the file that tells of all others has the filters: pairs of a name and the key of a file."""


def put_in_order(index: Path) -> None:
    """Sort the filters in the index of this folder, and name the files that change by what is in them then.

    An index in a form that is not known here, of a later Pagefind, stays as it is: it finds the same.
    """
    entry = index / "pagefind-entry.json"
    said = entry.read_bytes()
    for path in sorted(index.glob("pagefind.*.pf_meta")):
        key = path.name.split(".")[1]
        try:
            meta = _read_part(path)
            filters = {name: index / f"filter/{old}.pf_filter" for name, old in meta[_FILTERS]}
            values = {name: _read_part(filters[name]) for name in sorted(filters)}
            ordered = {name: [title, sorted(pages)] for name, (title, pages) in values.items()}
        except (cbor2.CBORError, ValueError, TypeError, KeyError, IndexError, OSError, EOFError, zlib.error):
            return
        meta[_FILTERS] = [[name, _write_part(filters[name], value)] for name, value in ordered.items()]
        said = said.replace(key.encode(), _write_part(path, meta).encode())
    entry.write_bytes(said)


def _read_part(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(path.name)
    return cbor2.loads(data.removeprefix(_SIGNATURE))


def _write_part(path: Path, value: Any) -> str:
    """Write the value in the place of a file under a name that tells of it, and return the key in that name."""
    data = _SIGNATURE + cbor2.dumps(value)
    key = path.name.split(".")[-2]
    named = f"{key.rpartition('_')[0]}_{hashlib.sha256(data).hexdigest()[:10]}"
    path.unlink()
    path.with_name(path.name.replace(key, named)).write_bytes(gzip.compress(data, mtime=0))
    return named
