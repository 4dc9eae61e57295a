"""A new piece or edition to fill in: every field explained, made from the schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from wawla.checking.rulebook import FieldHelp, fields_of
from wawla.model import LEADING, Edition, Entry
from wawla.model.errors import WawlaError
from wawla.model.findings import did_you_mean
from wawla.model.wording import capital, with_article
from wawla.reading.paths import edition_folder
from wawla.reading.tree import CONTENT
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.temporary import temporary_folder


@dataclass(frozen=True)
class FileTemplate:
    """What `wawla new` can write."""

    model: type[Entry]
    path: str
    """Where it goes: `{slug}` is the name of its folder, `{parent}` the edition or the series it belongs to."""
    body: str
    belongs_to: str = ""
    """'edition', 'series', or '' where it stands alone."""


TEMPLATES: Mapping[str, FileTemplate] = {
    **{
        kind.name: FileTemplate(
            kind.edition_list.model,
            kind.edition_list.path("series/{parent}", "{slug}"),
            kind.edition_list.begins_with,
            "edition" if kind.edition_list.in_edition else "",
        )
        for kind in LEADING
    },
    "edition": FileTemplate(
        Edition,
        "series/{parent}/{slug}/index.md",
        "## What this edition asks\n\n«Two or three paragraphs that lead into the pieces»\n",
        "series",
    ),
}
"""By the name that `wawla new` takes."""
_PARENTS = {"edition": "wawla/community-leadership", "series": "wawla"}
"""An example of what each is named by."""
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


def new_file(kind: str, slug: str, parent: str = "") -> tuple[str, str]:
    """The path and the text of a new file.

    Raises WawlaError where it belongs to an edition or a series and `parent` names none, or the other way about.
    """
    template = TEMPLATES[kind]
    names = [name for name in parent.split("/") if name]
    example = _PARENTS.get(template.belongs_to)
    if example and len(names) != len(example.split("/")):
        raise WawlaError(f"Say which {template.belongs_to} it belongs to: --in {example}")
    if parent and not example:
        raise WawlaError(
            f"{capital(with_article(kind))} stands alone, in {template.path.format(slug=slug)}, so --in does not apply:"
            " leave it out. Any edition can list it later."
        )
    lines = [line for field in fields_of(template.model) if field.name != "skip" for line in _lines(field)]
    path = template.path.format(slug=slug, parent="/".join(names))
    return path, "---\n" + "\n".join(lines) + "\n---\n\n" + template.body


def _lines(field: FieldHelp) -> list[str]:
    explanation = f"# {field.description}"
    if field.to_choose_from:
        explanation += f" One of: {', '.join(field.to_choose_from)}."
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
        raise WawlaError(
            f"{parent} is not there, and {path} would belong to it. {_guess(root, parent)}Nothing was changed."
        )
    if any(folder.is_symlink() for folder in target.parents if folder.is_relative_to(root) and folder != root):
        raise WawlaError(f"{path} leads through a link, which is not followed; nothing was changed.")
    if target.parent.exists():
        atomic_write(target, text.encode())
        return target
    with temporary_folder(target.parent.parent, target.parent.name) as fresh:  # a stop leaves nothing in the new folder
        atomic_write(fresh / target.name, text.encode())
        fresh.chmod(0o755)
        fresh.rename(target.parent)
    return target


def _guess(root: Path, parent: str) -> str:
    """A question that offers the nearest edition or series there is, as `--in` names it; '' where none is near."""
    name = PurePosixPath(parent)
    pattern = "/".join([*("*" for _ in name.parent.parts[1:]), name.name])
    known = [file.parent.relative_to(root / "series").as_posix() for file in (root / "series").glob(pattern)]
    return capital(did_you_mean(name.parent.relative_to("series").as_posix(), known))


def _parent_of(path: str) -> str:
    """The file of the edition or the series that a new file belongs to; '' where it stands alone."""
    edition = edition_folder(path)
    if edition and path != f"{edition}/index.md":
        return f"{edition}/index.md"
    return f"series/{path.split('/')[1]}/series.yml" if edition else ""
