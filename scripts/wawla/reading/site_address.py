"""The address of the site, read from mkdocs.yml without MkDocs, which takes longer to load than a whole check."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from wawla.model.findings import Place

SETTINGS = "mkdocs.yml"
_FROM_ENVIRONMENT, _NULL = "!ENV", "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class SiteAddress:
    """What mkdocs.yml gives as `site_url`, and where it stands there; '' where it gives none."""

    text: str
    place: Place


def site_address(root: Path, environment: Mapping[str, str] = os.environ) -> SiteAddress | None:
    """The address that the settings of the site under `root` give; None where there are none that can be read."""
    try:
        return address_in((root / SETTINGS).read_text(encoding="utf-8"), environment)
    except (OSError, UnicodeDecodeError):
        return None


def address_in(settings: str, environment: Mapping[str, str]) -> SiteAddress | None:
    """The address that these settings give. None where they are no YAML, or take what they do not say from others."""
    try:
        top = yaml.compose(settings, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(top, yaml.MappingNode):
        return None
    named = {key.value: value for key, value in top.value if isinstance(key, yaml.ScalarNode)}
    if "site_url" in named:
        node = named["site_url"]
        start, end = node.start_mark, node.end_mark
        width = max(1, end.column - start.column)
        return SiteAddress(
            _value(node, environment), Place(SETTINGS, start.line + 1, start.column + 1, start.column + 1 + width)
        )
    return None if "INHERIT" in named else SiteAddress("", Place(SETTINGS))


def _value(node: yaml.Node, environment: Mapping[str, str]) -> str:
    """A text, or what `!ENV` stands for: the first of these variables that is set, or else the last item."""
    if node.tag != _FROM_ENVIRONMENT:
        is_text = isinstance(node, yaml.ScalarNode) and node.tag != _NULL
        return f"{node.value}" if is_text else ""
    items = [node] if isinstance(node, yaml.ScalarNode) else node.value
    *names, default = items if len(items) > 1 else [*items, None]
    found = (environment[name.value] for name in names if name.value in environment)
    return next(found, f"{default.value}" if default else "")
