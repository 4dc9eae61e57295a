"""What stands within what in a body: lists, quotations, boxes and notes, line by line, one within the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markdown.util import code_escape

from wawla.model.body import block_signs as signs
from wawla.model.body.extent import WIDTH, NumberedLine, held, indented, is_plain, quoted
from wawla.model.body.tangled import TooTangledError

_DEEPEST = 40  # of lists, quotations and boxes within each other


class Container:
    """The whole text, or what stands in an item, a quotation, a box, a note or a meaning."""

    def __init__(
        self,
        lines: list[NumberedLine],
        depth: int,
        put_aside: Callable[[str], str],
        fenced: list[tuple[int, int]],
        in_item: bool = False,
    ) -> None:
        if depth > _DEEPEST:
            raise TooTangledError("the text is nested more often than can be followed")
        self.lines, self.depth, self.put_aside, self.fenced, self.in_item = lines, depth, put_aside, fenced, in_item
        self.at = 0
        self.out: list[NumberedLine] = []
        self.paragraph = 0
        """How many lines the open paragraph has."""
        self.last = ""
        """What came last: `text`, `-` or `1` for items, `:` for a meaning, or nothing of these."""
        self.loose = False
        """Whether the last item has empty lines in it."""
        self.unclosed: dict[str, int] = {}
        """By its sign, the shortest fence that nothing closes."""

    def read(self) -> list[NumberedLine]:
        """The lines as the parser needs them."""
        for place in [*(at for at, line in enumerate(self.lines) if not is_plain(line)), len(self.lines)]:
            if self.at < place:
                self._plain(place)
            if self.at == place < len(self.lines):
                line = self.lines[place]
                if line.text.isspace():
                    self.out.append(NumberedLine("", line.number))
                    self.paragraph = 0
                    self.at += 1
                elif line.lazy or not self._block(line):
                    self._text(line)
        return self.out

    def _plain(self, end: int) -> None:
        """Lines that need nothing, up to `end`."""
        plain = self.lines[self.at : end]
        words = next((at for at, line in enumerate(reversed(plain)) if not line.text), len(plain))
        if plain[0].text and not self.paragraph:
            self._gap()
        self.paragraph = words + (self.paragraph if words == len(plain) else 0)
        self.last = "text" if any(line.text for line in plain) else self.last
        self.out += plain
        self.at = end

    def _block(self, line: NumberedLine) -> bool:
        """Whether the line begins something other than a paragraph; that is read then."""
        text = line.text
        if self.paragraph and self._underline(line):
            return True
        if signs.indent(text) >= WIDTH:
            return self.paragraph == 0 and self._indented()
        if "|" in text and self.at + 1 < len(self.lines) and signs.begins_table(text, self.lines[self.at + 1].text):
            return self._table()
        if signs.RULE.match(text) or signs.HEADING.match(text):
            self._gap()
            self._put(NumberedLine(text.lstrip(" "), line.number))
            return True
        return self._fence(line) or self._quotation() or self._item(line) or self._indented_below(line)

    def _put(self, *lines: NumberedLine, last: str = "") -> None:
        """Write lines and go on behind as many."""
        self.out += lines
        self.at += len(lines)
        self.paragraph, self.last = 0, last

    def _gap(self) -> None:
        """An empty line, unless there is one."""
        if self.out and self.out[-1].text:
            self.out.append(NumberedLine("", self.lines[self.at].number))

    def _text(self, line: NumberedLine) -> None:
        if not self.paragraph:
            self._gap()
        elif self.in_item or line.lazy:
            line = NumberedLine(signs.escaped(line.text.lstrip(" ")), line.number)
        lines = self.paragraph
        self._put(line, last="text")
        self.paragraph = lines + 1

    def _underline(self, line: NumberedLine) -> bool:
        """A line of hyphens or equals signs that makes a heading of the line above; elsewhere hyphens are a rule."""
        if self.in_item or self.paragraph > 1 or not signs.UNDERLINE.match(line.text):
            return False
        self._put(NumberedLine(line.text.lstrip(" "), line.number))
        return True

    def _indented(self) -> bool:
        """Code without fences."""
        end = self.at
        for at in range(self.at, len(self.lines)):
            text = self.lines[at].text
            if text.strip() and signs.indent(text) < WIDTH:
                break
            end = at + 1 if text.strip() else end
        self._gap()
        self._put(*self.lines[self.at : end])
        return True

    def _table(self) -> bool:
        end = self.at + 2
        while end < len(self.lines) and self.lines[end].text.strip() and not signs.interrupts(self.lines[end].text):
            end += 1
        self._gap()
        self._put(*(NumberedLine(line.text.lstrip(" "), line.number) for line in self.lines[self.at : end]))
        return True

    def _fence(self, line: NumberedLine) -> bool:
        found = signs.FENCE.match(line.text)
        if not found or len(found[2]) >= self.unclosed.get(found[2][0], len(line.text) + 1):
            return False
        for at in range(self.at + 1, len(self.lines)):
            if signs.closes(found[2], self.lines[at].text):
                break
        else:
            self.unclosed[found[2][0]] = len(found[2])
            return False
        margin = len(found[1])
        inside = (inside.text for inside in self.lines[self.at + 1 : at])
        code = "".join(f"{text[min(margin, signs.indent(text)) :]}\n" for text in inside)
        self.fenced.append((line.number, self.lines[at].number))
        self._gap()
        self._put(NumberedLine(self.put_aside(f"<pre><code>{code_escape(code)}</code></pre>"), line.number))
        self.at = at + 1
        return True

    def _quotation(self) -> bool:
        inner = quoted(self._lines_from(self.at))
        if not inner:
            return False
        self._gap()
        if alert := signs.ALERT.match(inner[0].text):
            box = NumberedLine(f"!!! {signs.BOX_OF_ALERT[alert[1].lower()]}", inner[0].number)
            made = [box, *indented(self._within(inner[1:]))]
        else:
            made = [NumberedLine(f"> {line.text}" if line.text else ">", line.number) for line in self._within(inner)]
        self._put(*made)
        self.at += len(inner) - len(made)
        return True

    def _item(self, line: NumberedLine) -> bool:
        found = signs.ITEM.match(line.text)
        if not found or (self.paragraph and not signs.interrupts(line.text)):
            return False
        margin, sign, space, content = found.groups()
        width = len(margin) + len(sign) + (len(space) if content and len(space) <= WIDTH else 1)
        if task := signs.TASK.match(content):
            content = signs.box_of(task) + content[task.end() :]
        begun = NumberedLine(content, line.number)
        empty_below = not content and self.at + 1 < len(self.lines) and not self.lines[self.at + 1].text.strip()
        below = [] if empty_below else held(self._lines_from(self.at + 1), begun, width)
        inner = self._within([begun, *below] if content or not below else below, in_item=True)
        if len(inner) > 1 and inner[1].text and signs.SET_APART.match(inner[0].text):
            inner = [
                NumberedLine("", inner[0].number)
            ] * 2 + inner  # the parser reads the lines of these at one indent only
        kind = "-" if len(sign) == 1 else "1"
        tight = self.in_item and self.last == "text" and len(self.out) == self.paragraph
        if self.loose or not inner[0].text or (self.last != kind and not tight):  # `-` alone could underline a heading
            self._gap()
        sign = sign if kind == "-" else f"{sign[:-1]}."
        made = [NumberedLine(f"{sign} {inner[0].text}", inner[0].number), *indented(inner[1:])]
        self._put(*made, last=kind)
        self.loose = not all(line.text for line in made)
        self.at += 1 + len(below) - len(made)
        return True

    def _indented_below(self, line: NumberedLine) -> bool:
        """A note, a meaning or a box: what belongs to it is indented by four spaces."""
        text, lazy, adjoins = line.text, True, False
        if found := signs.NOTE.match(text):
            mark = found[0].rstrip() + " "
        elif (found := signs.MEANING.match(text)) and self.last in ("text", ":"):
            mark, adjoins = ":   ", True
        elif signs.BOX.match(text):
            mark, lazy = text, False
        else:
            return False
        begun = [NumberedLine(text[found.end() :], line.number)] if found else []
        above = begun[0] if begun else NumberedLine("", line.number)
        below = held(self._lines_from(self.at + 1), above, WIDTH, lazy)
        inner = self._within([*begun, *below])
        if not adjoins:
            self._gap()
        if found:
            made = [NumberedLine(mark + (inner[0].text if inner else ""), line.number), *indented(inner[1:])]
        else:
            made = [line, *indented(inner)]
        self._put(*made, last=":" if adjoins else "")
        self.at += 1 + len(below) - len(made)
        return True

    def _lines_from(self, place: int) -> Iterator[NumberedLine]:
        return (self.lines[at] for at in range(place, len(self.lines)))

    def _within(self, lines: list[NumberedLine], in_item: bool = False) -> list[NumberedLine]:
        return Container(lines, self.depth + 1, self.put_aside, self.fenced, in_item).read()
