"""`python -m wawla` is the command `wawla`."""

from wawla.commands.main import main

main(prog_name="wawla")
