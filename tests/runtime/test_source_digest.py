"""A digest of sources changes with what decides a result, and with nothing else; what is missing is named."""

from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.runtime import source_digest as module
from wawla.runtime.source_digest import code_of, files_in, source_digest, source_of

CODE = '''"""A module."""

class A:
    """A class."""

    name: str
    """What it is called."""

    def greet(self):
        """Greets."""
        return "Good day"  # as one does
'''
SAME = {
    "another comment": CODE.replace("# as one does", "# always"),
    "no comment": CODE.replace("  # as one does", ""),
    "another docstring": CODE.replace("Greets.", "Says a word."),
    "no docstring": CODE.replace('        """Greets."""\n', ""),
    "another text under a field": CODE.replace("What it is called.", "Its name."),
    "other line breaks": CODE.replace("(self)", "(\n        self,\n    )"),
}


@pytest.mark.parametrize("source", SAME.values(), ids=SAME)
def test_what_only_people_read_changes_nothing(source: str):
    assert source != CODE
    assert code_of(CODE.encode()) == code_of(source.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [("Good day", "Good night"), ("name: str", "name: int"), ("greet", "meet"), ("return ", "yield "), ("s A", "s B")],
)
def test_anything_else_changes_the_code(old: str, new: str):
    assert code_of(CODE.encode()) != code_of(CODE.replace(old, new).encode())


def test_the_digest_changes_with_a_file_a_version_and_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "main.html"
    file.write_text("a", encoding="utf-8")

    def digest(*modules: str) -> str:
        return source_digest(("wawla.model.typography", *modules), [file], ["Markdown"])

    first = digest()
    assert first == digest()
    assert first != digest("wawla.model.outline")
    file.write_text("b", encoding="utf-8")
    second = digest()
    assert first != second
    monkeypatch.setattr(module, "version", lambda name: "99.0")
    assert second != digest()


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"modules": ["wawla.rendering.nothing"]}, "rendering/nothing.py is needed"),
        ({"modules": [], "files": [Path("/nowhere/profile.icc")]}, "/nowhere/profile.icc is needed"),
        ({"modules": [], "packages": ["no-such-package"]}, "the Python package no-such-package is not installed"),
    ],
)
def test_what_is_missing_is_named_and_not_passed_over(missing: dict[str, object], said: str):
    with pytest.raises(WawlaError, match=said):
        source_digest(**missing)


def test_a_folder_without_the_files_that_are_looked_for_is_named(tmp_path: Path):
    (tmp_path / "a.css").write_text("", encoding="utf-8")
    with pytest.raises(WawlaError, match=r"holds no file that ends in \.html or \.py"):
        files_in(tmp_path, ".html", ".py")
    with pytest.raises(WawlaError, match="nowhere holds no file"):
        files_in(tmp_path / "nowhere", ".html")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/c.html").write_text("", encoding="utf-8")
    assert [tmp_path / "b/c.html"] == files_in(tmp_path, ".html", ".py")


def test_a_package_is_found_by_the_file_that_opens_it():
    assert "wawla/model/__init__.py" == "/".join(source_of("wawla.model").parts[-3:])
    assert "model/outline.py" == "/".join(source_of("wawla.model.outline").parts[-2:])
