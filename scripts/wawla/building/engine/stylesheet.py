"""One style sheet from many; of the theme's, only the rules that can match something on a page of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import tinycss2  # type: ignore[import-untyped]  # it has no types

_NAME = re.compile(r"[\w-]+")
_OURS = ("data-", "dir")
"""How attributes begin that stand on a page only where we wrote them: contributors' texts may not hold any."""
_PRUNED_INSIDE = ("media", "supports")
_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\))|/\*.*?\*/""", re.S)
_INDENT = re.compile(r"\n\s+")


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Every word of templates, scripts and code: what may be the name of a class, an anchor or an attribute."""
    return frozenset(name for text in texts for name in _NAME.findall(text))


def one_stylesheet(theme: Iterable[str], own: Iterable[str], names: frozenset[str]) -> str:
    """CSS of the theme, pruned to what can match with these `names`, and after it our own, whole."""
    return "\n".join([*(pruned(css, names) for css in theme), *(_without_comments(css) for css in own)])


@cache  # a preview makes the sheet anew at every change, and the theme's part is large
def pruned(css: str, names: frozenset[str]) -> str:
    """The rules of `css` that can match something, in their order.

    A selector can match nothing where a class, an anchor or a data attribute that it asks for is not among `names`.
    What stands in parentheses, as in `:not(.a)`, is not looked at. CSS that cannot be read is returned as it is.
    """
    try:
        return _text(_matching_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names))
    except ValueError:
        return css


def _matching_rules(rules: Iterable[Any], names: frozenset[str]) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "error":
            raise ValueError(rule.message)
        if rule.type == "qualified-rule":
            selectors = [each for each in _selectors(rule.prelude) if names.issuperset(_asked_for(each))]
            rule.prelude = tinycss2.parse_component_value_list(",".join(map(_text, selectors)))
            if selectors:
                yield rule
        elif rule.lower_at_keyword in _PRUNED_INSIDE and rule.content is not None:
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            rule.content = list(_matching_rules(inside, names))
            if rule.content:
                yield rule
        else:
            yield rule


def _selectors(tokens: Iterable[Any]) -> list[list[Any]]:
    return [list(selector) for comma, selector in groupby(tokens, lambda node: node == ",") if not comma]


def _asked_for(selector: Sequence[Any]) -> Iterator[str]:
    for at, token in enumerate(selector):
        if token.type == "hash" or (token.type == "ident" and at and selector[at - 1] == "."):
            yield from _NAME.findall(token.value)
        elif token.type == "[] block":
            attribute, *value = (part for part in token.content if part.type != "whitespace")
            if attribute.type == "ident" and attribute.value.startswith(_OURS):
                yield attribute.value
                if len(value) == 2 and value[0] == "=":
                    yield from _NAME.findall(value[1].value)


def _without_comments(css: str) -> str:
    return _INDENT.sub("\n", _STRING_OR_COMMENT.sub(lambda found: found[1] or "", css)).strip() + "\n"


def _text(nodes: Iterable[Any]) -> str:
    return str(tinycss2.serialize(nodes))
