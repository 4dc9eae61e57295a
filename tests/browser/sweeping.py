"""Looks at pages in every setting that is promised: light and dark, on a small screen and on a wide one."""

import importlib.resources
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page
from watching import Watch, kept

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""axe's own tags for WCAG 2.0 to 2.2, levels A and AA; it has no rule that is new in 2.2 at level A."""
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
RULES = (*STANDARDS, "best-practice")
"""axe's tags for all that is asked of a page."""
COLOUR_RULES = ("cat.color",)
"""axe's tag for the rules whose answer another colour scheme can change."""
LIGHT = "document.body.dataset.mdColorScheme = 'default'"
"""What the button for colours does to a page, without keeping it."""
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AXE_VERSION = re.search(r"axe v([\d.]+)", AXE)[1]
LOOK = (HERE / "look.js").read_text(encoding="utf-8")
REVIEWED = yaml.safe_load((HERE / "reviewed.yml").read_text(encoding="utf-8"))


@dataclass
class Seen:
    """What was found on some pages.

    `faults` are pairs: where it is, and a sentence for the person who puts it right. `violations` are axe's: the name
    of a rule and its title, once for every element and setting. `undecided` counts what axe could not tell and nobody
    has reviewed; `used` are lines of REVIEWED, by number.
    """

    pages: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)
    violations: list[tuple[str, str]] = field(default_factory=list)
    undecided: int = 0
    used: list[int] = field(default_factory=list)

    def add(self, other: "Seen") -> None:
        self.pages += other.pages
        self.faults += other.faults
        self.violations += other.violations
        self.undecided += other.undecided
        self.used = sorted({*self.used, *other.used})

    def report(self) -> str:
        """Every fault once, with the places where it is. Empty where there is none."""
        places: dict[str, list[str]] = {}
        for where, fault in self.faults:
            places.setdefault(fault, []).append(where)
        return "\n".join(f"{fault}\n    {_some([*dict.fromkeys(where)])}" for fault, where in places.items())


def _some(places: list[str]) -> str:
    return ", ".join(places[:4]) + (f" and {len(places) - 4} more" if len(places) > 4 else "")


def look(page: Page, where: str, within: str = ":root", rules: tuple[str, ...] = RULES) -> Seen:
    """Ask everything of look.js of a page as it stands, with axe's rules. `where` is its place in what is reported.

    `within` is a CSS selector: where something lies over the page, axe can only tell of what is on top. `rules` are
    tags of axe; with none of them axe is not asked.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    asked = {"rules": rules, "standards": STANDARDS, "reviewed": REVIEWED, "within": within}
    seen = Seen(**page.evaluate(LOOK, {**asked, "layout": rules != COLOUR_RULES}))
    seen.faults = [(where, fault) for fault in seen.faults]
    return seen


def sweep(browser: Browser, home: str, addresses: Iterable[str]) -> Seen:
    """Look at these pages of the site at `home`, each in every width and scheme. It keeps nothing before it is used.

    Each is opened once, as a device with dark colours opens it, and then shown in light colours: opening pages takes
    the most time. In dark colours axe is asked about colours alone: nothing else of a page is another by its scheme.
    """
    seen = Seen()
    with browser.new_context() as context, context.new_page() as page:
        watch = Watch(page, home)
        for address in addresses:
            seen.pages += 1
            page.emulate_media(color_scheme="dark")
            page.goto(home + address)
            for scheme, rules in (("dark", COLOUR_RULES), ("light", RULES)):
                if scheme == "light":
                    page.emulate_media(color_scheme="light")
                    page.evaluate(LIGHT)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 1024})
                    seen.add(look(page, f"/{address} ({scheme}, {width} pixels)", rules=rules))
                if scheme != page.evaluate("getComputedStyle(document.body).colorScheme"):
                    seen.faults.append((f"/{address}", f"the page is not {scheme}, though the device asks for it"))
            seen.faults += [(f"/{address}", fault) for fault in watch.faults()]
            for name in sorted(kept(context, page)):
                seen.faults.append((f"/{address}", f"keeps “{name}” in the browser of somebody who chose nothing"))
    return seen


def addresses(site: Path) -> list[str]:
    """The address of every page in the folder of a site, without a slash before it."""
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("*.html"))]
