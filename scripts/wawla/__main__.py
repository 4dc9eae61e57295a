"""`python -m wawla` is the command `wawla`."""

import os
import sys

# Python looks for modules in the folder that the user stands in: a contributed one. Before anything else is imported,
# that is put right; `wawla` as it is installed never looks there.
sys.path[:] = [entry for entry in sys.path if entry and os.path.realpath(entry) != os.path.realpath(os.curdir)]

from wawla.commands.main import main  # noqa: E402 - see above

main(prog_name="wawla")
