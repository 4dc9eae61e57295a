"""The allow-list: what HTML a contributor's body may become. Everything else is dropped."""

from __future__ import annotations

from typing import Any

import nh3

from wawla.rendering.pictures.sizes import SRCSET

_ADMONITIONS = {
    "note",
    "abstract",
    "info",
    "tip",
    "success",
    "question",
    "warning",
    "failure",
    "danger",
    "bug",
    "example",
    "quote",
}
_TAGS = {
    "a",
    "abbr",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "picture",
    "pre",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "img": {"src", "alt", "width", "height", "title"},
    "li": {"id"},
    "ol": {"start"},
    "source": {"srcset", "sizes"},
    "sup": {"id"},
}
_VALUES = {
    "div": {"role": {"group", "doc-endnotes"}, "tabindex": {"0"}, "aria-label": {"Table"}},
    "img": {"loading": {"lazy"}, "decoding": {"async"}},
    "source": {"type": {"image/webp"}},
    "th": {"scope": {"col", "row"}},
}
_CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "caption": {"unseen"},
    "details": _ADMONITIONS,
    "div": {"admonition", "footnote", "table", *_ADMONITIONS},
    "figure": {"withheld"},
    "p": {"admonition-title"},
    "span": {"credit"},
    "td": {"left", "center", "right"},
    "th": {"left", "center", "right"},
}


def _checked(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute; None where it is a list of addresses that lead anywhere but to sizes of a picture."""
    return value if attribute != "srcset" or SRCSET.fullmatch(value) else None


_RULES: dict[str, Any] = {
    "tags": _TAGS,
    "attributes": _ATTRIBUTES,
    "tag_attribute_values": _VALUES,
    "allowed_classes": _CLASSES,
    "url_schemes": {"http", "https", "mailto"},
    "link_rel": None,
    "clean_content_tags": {"script", "style"},
}
_CLEANER = nh3.Cleaner(**_RULES)
_CLEANER_OF_SIZES = nh3.Cleaner(**_RULES, attribute_filter=_checked)  # which asks of every attribute, and takes longer


def sanitise(html: str) -> str:
    """The part of `html` that the allow-list lets through."""
    return (_CLEANER_OF_SIZES if "srcset" in html.lower() else _CLEANER).clean(html)
