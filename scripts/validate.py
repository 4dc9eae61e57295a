"""The validation script, a thin door: `python scripts/validate.py [PATH…]` is `wawla check [PATH…]`."""

import os
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
ENVIRONMENT = (SCRIPTS.parent / ".venv").resolve()
sys.path.insert(0, str(SCRIPTS))

try:
    if sys.version_info < (3, 11):  # noqa: UP036 - it may be run by any Python
        raise ImportError("this Python is too old")
    from wawla.commands.main import main
except ImportError as error:
    if (error.name or "").startswith("wawla"):
        raise  # not a missing dependency, but a fault of our own
    python = ENVIRONMENT / "bin/python"
    if python.exists() and Path(sys.prefix).resolve() != ENVIRONMENT:
        os.execv(python, [str(python), __file__, *sys.argv[1:]])  # noqa: S606 - our own Python, no shell
    print("This Python lacks what the checker needs. Run `make site` first, which installs it.", file=sys.stderr)
    sys.exit(2)

if __name__ == "__main__":
    main(args=["check", *sys.argv[1:]], prog_name="validate.py")
