"""The validation script, a thin door: `python scripts/validate.py [PATH…]` is `wawla check [PATH…]`.

Any Python 3 may be asked to run it, one that is old or bare too, so nothing in this file is newer than Python 3.6.
"""

import os
import sys
import traceback
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

SCRIPTS = Path(__file__).resolve().parent
PYTHON = SCRIPTS.parent / ".venv/bin/python"
"""The Python of `make site`, which has everything."""
HANDED_ON = "WAWLA_HANDED_ON"
_LOADED_LATE = ("PIL", "rapidfuzz")
"""What a check loads when it meets a picture or a slip of the pen."""


def commands() -> Any:
    """The commands of wawla, and all that a check needs. Raises ImportError or WawlaError where some is missing."""
    if sys.version_info < (3, 11):  # noqa: UP036 - it may be run by any Python
        raise ImportError("is older than 3.11")
    sys.path.insert(0, str(SCRIPTS))
    import wawla.checking.check_publication
    import wawla.checking.report  # noqa: F401 - only to find out whether they load
    from wawla.commands.main import main
    from wawla.runtime.minimum_versions import check_requirements

    check_requirements()
    for package in _LOADED_LATE:
        if find_spec(package) is None:
            raise ModuleNotFoundError(name=package)
    return main


def hand_on(error: Exception) -> NoReturn:
    """Let the Python of `make site` do it; where there is none, say in one line what this one lacks, with status 2."""
    if PYTHON.exists() and HANDED_ON not in os.environ:
        os.environ[HANDED_ON] = "1"  # once: that one may be broken too
        try:
            os.execv(str(PYTHON), [str(PYTHON), __file__, *sys.argv[1:]])  # noqa: S606 - our own Python, no shell
        except OSError:
            print(f"wawla: {PYTHON} cannot be started. Remove .venv, and run `make site`.", file=sys.stderr)
            sys.exit(2)
    if type(error).__name__ == "WawlaError":
        lack = str(error)
    elif isinstance(error, ImportError) and not (error.name or "").startswith("wawla"):
        fault = f"lacks {error.name}" if error.name else str(error)
        lack = f"this Python ({sys.executable}) {fault}. Run `make site` first."
    else:
        traceback.print_exception(type(error), error, error.__traceback__)  # a fault of our own
        sys.exit(3)
    print(f"wawla: {lack}", file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    try:
        main = commands()
    except KeyboardInterrupt:
        print("wawla: stopped.", file=sys.stderr)
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - whatever this Python lacks; what is no lack is raised again
        hand_on(error)
    main(args=["check", *sys.argv[1:]], prog_name="validate.py")
