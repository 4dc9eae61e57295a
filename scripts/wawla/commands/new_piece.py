"""A new piece or edition to fill in: every field explained, made from the schema."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wawla.checking.rulebook import FieldHelp, fields_of
from wawla.model import Account, Edition, Entry, ThinkPiece, Tool
from wawla.model.errors import WawlaError
from wawla.reading.tree import CONTENT
from wawla.runtime.atomic_write import atomic_write

KINDS: Mapping[str, tuple[type[Entry], str]] = {
    "account": (Account, "accounts_of_practice/{slug}/index.md"),
    "think-piece": (ThinkPiece, "series/{parent}/think-pieces/{slug}/index.md"),
    "tool": (Tool, "tools/{slug}/index.md"),
    "edition": (Edition, "series/{parent}/{slug}/index.md"),
}
"""What `wawla new` can write: the model, and where it goes."""

_KNOWN = {
    "compiled_by": "editors",
    "licence": "CC BY 4.0",
    "draft": "true",
    "status": "forthcoming",
    "kind": "discussion",
    "minutes": "45",
}
"""Values that are safe to begin with. Every other needed field is left for a person."""
_WANTED = {"sources", "compiled_by", "draft", "minutes", "group"}
_BODIES: dict[type[Entry], str] = {
    Account: "## The situation\n\n«Which schools, and what made you begin?»\n\n## What we did\n\n«What happened, "
    "and who took part?»\n\n## What came of it\n\n«What changed, and how do you know?»\n",
    ThinkPiece: "## The question\n\n«What is asked, and why now?»\n\n## What is known\n\n«What do others say?»\n",
    Tool: "## Steps\n\n1. «What to do first»\n",
    Edition: "## What this edition asks\n\n«Two or three paragraphs that lead into the pieces»\n",
}


def new_file(kind: str, slug: str, parent: str = "") -> tuple[str, str]:
    """The path and the text of a new file.

    Raises WawlaError where a think piece names no edition, or an edition no series.
    """
    model, where = KINDS[kind]
    names = [name for name in parent.split("/") if name]
    if len(names) != {"think-piece": 2, "edition": 1}.get(kind, len(names)):
        example = "wawla/community-leadership" if kind == "think-piece" else "wawla"
        raise WawlaError(f"Say which {'edition' if kind == 'think-piece' else 'series'} it belongs to: --in {example}")
    lines = [line for field in fields_of(model) if field.name != "skip" for line in _lines(field)]
    return where.format(slug=slug, parent="/".join(names)), "---\n" + "\n".join(lines) + "\n---\n\n" + _BODIES[model]


def _lines(field: FieldHelp) -> list[str]:
    explanation = f"# {field.description}" + (f" One of: {', '.join(field.allowed)}." if field.allowed else "")
    if field.name in _KNOWN and (field.needed or field.name in _WANTED or field.name == "licence"):
        return [explanation, f"{field.name}: {_KNOWN[field.name]}"]
    if field.needed or field.name in _WANTED:
        wanted = f"«{field.title.lower()}»"
        value = f"[{wanted}]" if field.example.startswith("[") else wanted
        return [explanation, f"{field.name}: {value}"]
    return [explanation, f"# {field.name}: {field.example}"]


def write_new(root: Path, path: str, text: str) -> Path:
    """Write a new file under `root`. Raises WawlaError where that is no publication, or something stands there."""
    target = root / path
    if target.exists() or target.is_symlink():
        raise WawlaError(f"{path} is there already; nothing was changed.")
    if not any((root / folder).is_dir() for folder in CONTENT):
        raise WawlaError(f"{root.absolute()} holds no publication; go to its folder, or name it with --root.")
    if (parent := _parent_of(path)) and not (root / parent).is_file():
        raise WawlaError(f"{parent} is not there, and {path} would belong to it; nothing was changed.")
    if any(folder.is_symlink() for folder in target.parents if folder.is_relative_to(root) and folder != root):
        raise WawlaError(f"{path} leads through a link, which is not followed; nothing was changed.")
    atomic_write(target, text.encode())
    return target


def _parent_of(path: str) -> str:
    """The file of the edition or the series that a new file belongs to; '' where it stands alone."""
    if "/think-pieces/" in path:
        return f"{path.partition('/think-pieces/')[0]}/index.md"
    return f"series/{path.split('/')[1]}/series.yml" if path.startswith("series/") else ""
