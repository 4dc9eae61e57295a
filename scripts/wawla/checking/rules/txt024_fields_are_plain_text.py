import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, RegisterEntry, Rule, RuleHit, cells_of, holds, texts_of
from wawla.model import Entry
from wawla.reading.paths import GLOSSARY

_SIGNS = ("*", "_", "](", "&", "`", "<")
_MARKS = re.compile(
    r"\*{2,}\w[^*]*\*\*|__\w[^_]*__(?!\w)|(?<![\w*])\*\w[^*\n]*\w\*(?![\w*])|(?<![\w/_])_\w[^_\n]*\w_(?![\w_])"
    r"|\]\([^()\s]+\)|&(?:\#\d{2,5}|\#x[0-9a-f]{2,5}|[a-z]{2,8});|`[^`\n]+`"
    r"|</(?:[biusp]|em|strong|span|div|sup|sub|font|a|li|ul|ol|small|h[1-6])>|<(?:br|hr|p|li)(?: [^<>\n]{0,80})? ?/?>",
    re.I,
)
_ADDRESS = re.compile(r"(?:https?|mailto):\S+$")


class FieldsArePlainText(Rule):
    """A field or a cell of a table holds words alone: no stars, link, tag or entity, which only the text knows.

    A title stands in lists, in references and in the catalogue, a caption on paper. There a mark is shown as it is
    written.

    To put it right, write the words alone; for `&amp;`, the sign itself.
    """

    kind = (Entry, RegisterEntry)
    good = [
        Good("title: A* in art, 2 * 3 and snake_case_words\n"),
        Good("title: Pupils & parents, <3 and R&D\n"),
        Good(body="**Bold**, [a link](#a) and &amp; belong here.\n\n## A\n\nText.\n"),
    ]
    bad = [
        Bad("title: '**Talk** at the gate'\n", line=1, says="'**Talk**' is shown as it stands"),
        Bad("title: A title\nsummary: It was *very* good.\n", line=2, says="'*very*' is shown"),
        Bad("title: A title\nsummary: See [the talk](../talk/a.md) as well.\n", line=2, says="'](../talk/a.md)'"),
        Bad("title: The <b>bold</b> one\n", line=1, says="'</b>' is shown"),
        Bad("title: Pupils &amp; parents\n", line=1, says="'&amp;' is shown"),
        Bad(files={GLOSSARY: "NLC: {stands_for: A _network_}\n"}, path=GLOSSARY, says="'_network_' is shown"),
    ]

    def check(self, entry: Entry | RegisterEntry, library: Library) -> Iterator[RuleHit]:
        if holds(entry.fields_as_text, *_SIGNS):
            for place, text in texts_of(entry):
                if (found := _MARKS.search(text)) and not _ADDRESS.match(text):
                    yield place, f"'{found[0][:40]}' is shown as it stands: a field is plain text"
        for place, text in cells_of(entry, library, lambda cells: holds(cells, *_SIGNS)):
            if (found := _MARKS.search(text)) and not _ADDRESS.match(text):
                yield place, f"'{found[0][:40]}' is shown as it stands: a cell is plain text"
