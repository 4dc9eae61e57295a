"""`python -m wawla` is the command `wawla`."""

import os
import sys  # these two are loaded already, wherever Python looks for modules

# Python looks for modules in the folder that the user stands in: a contributed one. Before anything else is imported,
# that is put right; `wawla` as it is installed never looks there.
try:
    _here = os.path.realpath(os.curdir)
except OSError:
    print("wawla: the folder that you stand in is gone. Go to another one, and try again.", file=sys.stderr)
    sys.exit(2)
sys.path[:] = [entry for entry in sys.path if entry and os.path.realpath(entry) != _here]


def main() -> None:
    """Run the command. Ctrl-C or a missing package while it is being imported ends it with one line."""
    try:
        from wawla.commands.main import main as commands
    except KeyboardInterrupt:
        print("wawla: stopped.", file=sys.stderr)
        sys.exit(130)
    except (ImportError, MemoryError) as error:
        from wawla.runtime.memory import is_out_of_memory

        if is_out_of_memory(error):
            said = "this machine has not enough memory left for that. Close other programs, and try again."
            print(f"wawla: {said}", file=sys.stderr)
            sys.exit(2)
        missing = getattr(error, "name", None) or ""
        if missing.startswith("wawla"):
            import traceback  # not before the path has been put right

            traceback.print_exception(error)  # not a missing package, but a fault of our own
            sys.exit(3)
        print(f"wawla: this Python lacks {missing}. Run `make site`, which installs it.", file=sys.stderr)
        sys.exit(2)
    commands(prog_name="wawla")


if __name__ == "__main__":
    main()
