"""The allow-list: what HTML a contributor's body may become. Everything else is dropped."""

from __future__ import annotations

import nh3

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
    "pre",
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
    "sup": {"id"},
}
_VALUES = {
    "div": {"role": {"group", "doc-endnotes"}, "tabindex": {"0"}, "aria-label": {"Table"}},
    "img": {"loading": {"lazy"}, "decoding": {"async"}},
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

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    tag_attribute_values=_VALUES,
    allowed_classes=_CLASSES,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    clean_content_tags={"script", "style"},
)


def sanitise(html: str) -> str:
    """The part of `html` that the allow-list lets through."""
    return _CLEANER.clean(html)
