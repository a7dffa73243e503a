"""The outline of a plan: its headings, their numbers, and what became of them in a next version.

Reading headings from a document is for `exchange`, keeping them for `store`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from . import outline_likeness
from .words import Words

MOST_HEADINGS = 2_000
"""Headings of one version: a plan of 120 chapters has some 600; more is no outline."""
DEEPEST = 9
LONGEST_TITLE = 300

_NUMBER = re.compile(
    r"(?P<number>(?:(?:hoofdstuk|paragraaf|chapter|section) )?\d{1,3}(?:\.\d{1,3})*[.)]?"
    r"|(?:bijlage|annex|appendix) [A-Z0-9]{1,3}[.:]?|[A-Z]\.(?:\d{1,3}\.?)*|[IVX]{1,5}\.)"
    r"(?:\s+[-–:]?\s*|\t+)(?P<title>\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter or paragraph. `level` counts from 1.

    `text` is what stands under it, up to the next heading of any level.
    """

    level: int
    number: str
    title: str
    text: str = ""


class Became(Enum):
    """What became of a chapter in the next version."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    VANISHED = "vanished"

    @property
    def words(self) -> Words:
        return _WORDS[self]

    @property
    def needs_look(self) -> bool:
        """Whether an answer that points there has to be looked at again."""
        return self in (Became.CHANGED, Became.MOVED, Became.VANISHED)


_WORDS = {
    Became.SAME: Words("gelijk", "the same"),
    Became.CHANGED: Words("tekst gewijzigd", "text changed"),
    Became.MOVED: Words("verplaatst", "moved"),
    Became.NEW: Words("nieuw", "new"),
    Became.VANISHED: Words("vervallen", "gone"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One chapter from version to version: places in the old and the new outline, either None."""

    old: int | None
    new: int | None
    became: Became


def split_number(line: str) -> tuple[str, str]:
    """Take `7.1 Onderwijs` apart: number as printed, without a last dot, and title.

    A line without a number has an empty one; a number alone is a title.
    """
    line = " ".join(line.split())
    found = _NUMBER.fullmatch(line)
    if found is None:
        return "", line
    number = re.sub(r"^(?:hoofdstuk|paragraaf|chapter|section) ", "", found["number"], flags=re.I)
    return number.rstrip(".):"), found["title"]


def numbered(headings: Sequence[Heading]) -> list[Heading]:
    """Give headings without a number the one they would have by counting, if none has one.

    A document whose numbers are made by its word processor holds no number in its text.
    """
    if any(each.number for each in headings) or not headings:
        return list(headings)
    counts: list[int] = []
    told = []
    for each in headings:
        del counts[each.level :]
        counts += [0] * (each.level - len(counts))
        counts[-1] += 1
        number = ".".join(str(count) for count in counts)
        told.append(Heading(each.level, number, each.title, each.text))
    return told


def levelled(headings: Sequence[Heading]) -> list[Heading]:
    """The same with levels that begin at 1 and never skip one: what a tree can be made of."""
    told: list[Heading] = []
    stack: list[int] = []
    for each in headings:
        while stack and stack[-1] >= each.level:
            stack.pop()
        stack.append(each.level)
        told.append(Heading(min(len(stack), DEEPEST), each.number, each.title, each.text))
    return told


def parents(levels: Sequence[int]) -> list[int | None]:
    """For each heading the place of the one it stands under, from levels as `levelled` gives."""
    found: list[int | None] = []
    last: dict[int, int] = {}
    for at, level in enumerate(levels):
        found.append(last.get(level - 1))
        last[level] = at
    return found


def next_number(before: str, parent: str) -> str:
    """The number a chapter gets that is put after one, under a parent; empty where none is used.

    `7.1` after `7`'s `7.0`, `8` after `7`; the first under `7` is `7.1`. Numbers that do not end
    in a figure (`Bijlage A`) have no next one.
    """
    last = re.fullmatch(r"(.*?)(\d{1,3})", before)
    if last is not None:
        return f"{last[1]}{int(last[2]) + 1}"
    if before:
        return ""
    return f"{parent}.1" if parent else ""


def typed(text: str) -> list[Heading]:
    """Chapters from lines that were typed or pasted: one a line, deeper by tabs or two spaces.

    Numbers before the titles are read as such; empty lines are left out.
    """
    found = []
    for line in text.splitlines():
        if line.strip():
            begin = line[: len(line) - len(line.lstrip())].replace("\t", "  ")
            number, title = split_number(line)
            found.append(Heading(1 + len(begin) // 2, number, title[:LONGEST_TITLE]))
    return levelled(found[:MOST_HEADINGS])


def compare(old: Sequence[Heading], new: Sequence[Heading]) -> list[Step]:
    """What became of each chapter: in the order of the new outline, then what is gone.

    Chapters are recognised by number and title together, by title, by number with a like text, and
    at last by a like text alone; each old one is followed at most once. What was compared last is
    remembered: long outlines that have little in common take seconds.
    """
    return list(_compared(tuple(old), tuple(new)))


@lru_cache(maxsize=2)
def _compared(old: Sequence[Heading], new: Sequence[Heading]) -> tuple[Step, ...]:
    pairing = _Pairing(old, new)
    pairing.by(lambda each: (each.number.casefold(), _plain(each.title)))
    pairing.by(lambda each: _plain(each.title))
    pairing.by_likeness(same_number=True)
    pairing.by_likeness(same_number=False)
    steps = []
    for at, heading in enumerate(new):
        before = pairing.follows.get(at)
        became = Became.NEW if before is None else _became(old[before], heading)
        steps.append(Step(before, at, became))
    return (*steps, *(Step(at, None, Became.VANISHED) for at in sorted(pairing.left_old)))


class _Pairing:
    """Which new chapter follows which old one, found in rounds from sure to likely."""

    def __init__(self, old: Sequence[Heading], new: Sequence[Heading]) -> None:
        self._old, self._new = old, new
        self.left_old, self._left_new = set(range(len(old))), set(range(len(new)))
        self.follows: dict[int, int] = {}

    def by(self, key: Callable[[Heading], object]) -> None:
        """Pair chapters of which this is alike, in the order in which they stand."""
        waiting: dict[object, list[int]] = {}
        for at in sorted(self.left_old):
            waiting.setdefault(key(self._old[at]), []).append(at)
        for at in sorted(self._left_new):
            found = waiting.get(key(self._new[at]))
            if found:
                self._pair(found.pop(0), at)

    def by_likeness(self, *, same_number: bool) -> None:
        """Pair the most alike first, above the share that makes one the other."""
        if same_number:
            shares = list(self._of_one_number())
        else:
            shares = list(outline_likeness.pairs(*self._left_texts()))
        for _, at, before in sorted((-share, at, before) for share, at, before in shares):
            if at in self._left_new and before in self.left_old:
                self._pair(before, at)

    def _of_one_number(self) -> Iterator[tuple[float, int, int]]:
        """What is alike among chapters that carry the same number."""
        numbered: dict[str, list[int]] = {}
        for before in self.left_old:
            numbered.setdefault(self._old[before].number.casefold(), []).append(before)
        numbered.pop("", None)  # having no number is nothing in common
        for at in self._left_new:
            for before in numbered.get(self._new[at].number.casefold(), ()):
                one, other = _texts(self._old[before]), _texts(self._new[at])
                share = outline_likeness.likeness(one, other)
                if share >= outline_likeness.ALIKE:
                    yield share, at, before

    def _left_texts(self) -> tuple[dict[int, tuple[str, str]], dict[int, tuple[str, str]]]:
        return (
            {at: _texts(self._old[at]) for at in self.left_old},
            {at: _texts(self._new[at]) for at in self._left_new},
        )

    def _pair(self, before: int, at: int) -> None:
        self.follows[at] = before
        self.left_old.discard(before)
        self._left_new.discard(at)


def _became(old: Heading, new: Heading) -> Became:
    if _plain(old.text) != _plain(new.text) or _plain(old.title) != _plain(new.title):
        return Became.CHANGED
    return Became.SAME if old.number.casefold() == new.number.casefold() else Became.MOVED


def _texts(heading: Heading) -> tuple[str, str]:
    return _plain(heading.title), _plain(heading.text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
