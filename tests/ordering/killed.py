"""Packs again and again, each time in a process that is killed one step further on. Run by tests, with a folder.

For every step it prints what is there afterwards, and after a next run.
"""

import os
import shutil
import sys
from pathlib import Path

from dying import die_at
from packs_by_hand import NOW, fill, library_of, publication, quickly_set, sound_packs, states

from wawla.ordering.parcels.pack import Packer


def main(space: Path) -> None:
    root = publication(space / "publication")
    library = library_of(root)
    began = fill(space / "begun.sqlite")
    step = 0
    while True:
        file, to = space / f"{step}.sqlite", space / f"packs-{step}"
        shutil.copy(began, file)
        to.mkdir()
        child = os.fork()
        if not child:
            die_at(step)
            with Packer(file, library, quickly_set) as packer:
                packer.take_up()
                packer.pack(to, NOW)
            sys.setprofile(None)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        after, packs = states(file), sound_packs(file, to)
        with Packer(file, library, quickly_set) as packer:
            packer.take_up()
            again = packer.pack(to, NOW)
        left = [each.name for each in to.iterdir() if each.name.startswith(".")]
        print(step, *after, len(packs), bool(again), *states(file), *sound_packs(file, to), *left)
        if os.waitstatus_to_exitcode(status) == 0:
            return
        step += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
