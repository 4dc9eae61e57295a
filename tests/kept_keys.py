"""What our scripts keep in a browser, read from the scripts; that the privacy page names it is a test of its own."""

import re

from folders import ROOT

SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/assets").rglob("*.js")))
KEPT_KEYS = {f"wawla.{name}" for name in re.findall(r'\bkeep\("([^"]+)"', SCRIPTS)}
