import math
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_LEAST = 7


class HueIsDarkEnough(Rule):
    """An edition's colour has a contrast of at least 7:1 with white.

    Labels and links are set in it. At 7:1, readers with weak sight and readers in bright sun can still read them
    (Web Content Accessibility Guidelines 2.2, success criterion 1.4.6).

    To put it right, choose a darker colour; `#0b5f5c`, `#7a3e00` and `#3b3a8f` are dark enough.
    """

    kind = Edition
    good = [Good("hue: '#0b5f5c'\n"), Good("hue: '#595959'\n")]
    bad = [
        Bad("hue: '#ff8800'\n", says="colour #ff8800 has a contrast of 2.3:1 with white"),
        Bad("hue: '#5a5a5a'\n", says="colour #5a5a5a has a contrast of 6.8:1 with white"),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        contrast = _contrast_with_white(edition.hue)
        if contrast < _LEAST:
            shown = math.floor(contrast * 10) / 10
            yield edition.at("hue"), f"colour {edition.hue} has a contrast of {shown}:1 with white; it needs {_LEAST}:1"


def _contrast_with_white(hue: str) -> float:
    """From 1 to 21, by the formulas at https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and #dfn-contrast-ratio."""
    parts = [int(hue[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
