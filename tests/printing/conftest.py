"""What tests of printing share."""

from made_once import sample_print_input, sample_printed, verapdf  # noqa: F401 - pytest finds them here
