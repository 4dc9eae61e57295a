"""Partials of the theme that many pages share unchanged: header, menu and footer, each made once."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context


class SharedPartials:
    """`shared_partial(name)` in a template: the template of that name, as it looks from this page.

    It may depend on nothing but the navigation and the page's own place in it. Made anew on every page, these parts
    were half the work of the theme.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[str, str, str], str] = {}

    @pass_context
    def __call__(self, context: Context, name: str) -> str:
        """The HTML of the part; pages at the same depth share it, but those that the navigation itself holds."""
        page: Any = context.get("page")
        active = page.url if page is not None and page in context["nav"].pages else ""
        key = (name, str(context["base_url"]), active)
        if key not in self._made:
            shared = {**context.get_all(), "page": None}  # with a page, links would be the shortest from it alone
            self._made[key] = self._environment.get_template(name).render(shared)
        return self._made[key]
