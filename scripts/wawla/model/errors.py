"""Trouble with the setting or the program; trouble with the content is a Finding."""


class WawlaError(Exception):
    """Nothing can be done until the setting is put right: one line to the person, exit status 2."""
