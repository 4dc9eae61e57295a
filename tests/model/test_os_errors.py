"""What the system refuses is said in a sentence."""

import errno
import os
from pathlib import Path

import pytest

from wawla.model.os_errors import sentence, writing_to

REFUSALS = ["EACCES", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ENOENT", "EFBIG"]


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_names_the_file_and_says_what_to_do(name: str):
    number = getattr(errno, name)
    file, reason, remedy = sentence(OSError(number, os.strerror(number), "/a/b")).replace(": ", ". ").split(". ")
    assert "/a/b" == file
    assert reason != os.strerror(number)
    assert remedy.endswith((".", "option."))


def test_a_refusal_without_a_file_is_a_sentence_too():
    said = sentence(OSError(errno.ENOSPC, "No space left on device"))
    assert "there is no space left on the disk. Make room, or name another place; then try again." == said


def test_a_refusal_that_needs_a_file_and_names_none_is_in_the_words_of_the_system():
    said = sentence(FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"))
    assert said.startswith("no usable temporary directory found in ['/tmp']. ")


def test_where_the_system_names_no_file_the_one_that_is_written_is_named():
    with pytest.raises(OSError, match="No space") as caught, writing_to(Path("/a")):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert sentence(caught.value).startswith("/a: there is no space left on the disk. ")
    with pytest.raises(OSError, match="No space") as caught, writing_to(Path("/a")):
        raise OSError(errno.ENOSPC, "No space left on device", "/b")
    assert sentence(caught.value).startswith("/b: ")


def test_what_it_is_about_can_be_given_for_where_the_system_names_nothing():
    assert sentence(OSError(errno.EADDRINUSE, "Address in use"), "127.0.0.1:8000").startswith(
        "127.0.0.1:8000: another program answers there already. "
    )
    assert sentence(OSError(errno.EACCES, "No", "/b"), "/a").startswith("/b: ")


def test_a_rename_names_both_files():
    assert sentence(OSError(errno.EISDIR, "Is a directory", "/a", None, "/b")).startswith("/a and /b: a folder stands")


def test_a_reason_that_we_do_not_know_is_in_the_words_of_the_system():
    assert "/a: protocol not available." == sentence(OSError(errno.ENOPROTOOPT, "Protocol not available", "/a"))


def test_a_name_stays_on_its_line_whatever_stands_in_it():
    assert sentence(OSError(errno.EACCES, "No", "/a\n\x1b[1mb")).startswith("/a\\n\\x1b[1mb: ")
    assert sentence(OSError(errno.EACCES, "No", b"/\xff")).startswith("/\\udcff: ")
    assert sentence(OSError(errno.EACCES, "No", 7)).startswith("open file 7: ")
