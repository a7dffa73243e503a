"""Merging rounds: which names might mean the same, and what there is to tell of a merge.

How logs are united is for the store; here is only what a person sees of it: files with what each
brought, values to choose between, records that look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import NamedTuple, TypeVar

from .fields import Scalar
from .kinds import KINDS
from .text import clean_name, fold
from .words import Language, Words

Key = TypeVar("Key")

SAME = Words("dezelfde naam", "the same name")
LETTERS = Words("dezelfde letters", "the same letters")
SLIP = Words("één letter verschil", "one letter differs")

DELETED = Words("Verwijderd", "Deleted")
STAYS = Words("blijft staan: hier is daarna iets gewijzigd", "stays: something was changed since")
GOES = Words("verwijderd", "deleted")
"""The choice where one person deleted what another changed."""

_LONG_ENOUGH = 8
"""Letters from which one wrong letter is more likely than another name."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand side by side. `text` says it in words, `when` in local time."""

    value: Scalar
    text: str
    author: str
    when: datetime
    edit: bytes


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that two people gave different values; the first side is the one shown meanwhile."""

    record: bytes
    kind: str
    code: str
    title: str
    field: str
    label: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A record by its names: `code` is empty where its kind has none."""

    record: bytes
    kind: str
    code: str
    title: str

    def said(self) -> str:
        """Code and title, each once."""
        return self.title if self.code in ("", self.title) else f"{self.code} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records made in two places that look like one. `goes` would be read as `stays`."""

    stays: Named
    goes: Named
    reason: Words


@dataclass(frozen=True, slots=True)
class FileTold:
    """What one file brought, or why it did not come in. Records are counted by kind.

    `ahead`: rows that a clock dated more than a day ahead.
    """

    name: str
    refused: Words | None = None
    edits: int = 0
    new: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    choices: int = 0
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """All there is to say of a merge, or of one that was only tried.

    `kept` were deleted on one laptop and changed on another; `twice` carry a code that was given
    on two. `undone` is the id of a merge that brought the same before and stands undone.
    """

    files: tuple[FileTold, ...] = ()
    choices: tuple[Choice, ...] = ()
    pairs: tuple[Pair, ...] = ()
    kept: tuple[Named, ...] = ()
    twice: tuple[Named, ...] = ()
    undone: bytes | None = None

    @property
    def edits(self) -> int:
        return sum(each.edits for each in self.files)


def counted(counts: Mapping[str, int], language: Language) -> str:
    """Records by kind in words, in the order of the kinds: `2 sessies, 12 inbreng`."""
    said: list[str] = []
    for name, kind in KINDS.items():
        if count := counts.get(name, 0):
            words = kind.words if count == 1 else kind.words_plural
            said.append(f"{count} {words.say(language).lower()}")
    return ", ".join(said)


def summary(told: FileTold) -> Words:
    """One sentence on what a file brought, or why it did not come in."""
    if told.refused is not None:
        return told.refused
    if not told.edits:
        return NOTHING_NEW.fill(name=told.name)
    parts = [
        words.fill(what=Words(counted(counts, "nl"), counted(counts, "en")))
        for words, counts in ((_NEW, told.new), (_CHANGED, told.changed))
        if counts
    ]
    nl = "; ".join(each.nl for each in parts) or _NO_RECORDS.nl
    en = "; ".join(each.en for each in parts) or _NO_RECORDS.en
    return Words(f"{told.name}: {nl}.", f"{told.name}: {en}.")


NOTHING_NEW = Words(
    "{name}: niets nieuws, alles was er al.", "{name}: nothing new, all of it was here already."
)
AHEAD = Words(
    "{name}: {rows} regels zijn meer dan een dag vooruit gedateerd; de klok van die laptop liep"
    " voor. Uw eigen klok blijft gelden.",
    "{name}: {rows} rows are dated more than a day ahead; that laptop's clock was fast. Your own"
    " clock still counts.",
)
KEPT = Words(
    "{what} is op de ene laptop verwijderd en op de andere gewijzigd, en blijft daarom staan.",
    "{what} was deleted on one laptop and changed on another, and therefore stays.",
)
TWICE = Words(
    "{what}: dit nummer is op twee laptops gegeven; het laatste cijfer houdt ze uit elkaar.",
    "{what}: this code was given on two laptops; the last number keeps them apart.",
)
_NEW = Words("{what} nieuw", "{what} new")
_CHANGED = Words("{what} gewijzigd", "{what} changed")
_NO_RECORDS = Words("stappen zonder gevolg", "steps without effect")


def notices(told: Told) -> list[Words]:
    """What a person has to know of a merge beside the counts, one sentence each."""
    return [
        *(AHEAD.fill(name=each.name, rows=each.ahead) for each in told.files if each.ahead),
        *(KEPT.fill(what=each.said()) for each in told.kept),
        *twice_told(told.twice),
    ]


def twice_told(twice: Iterable[Named]) -> list[Words]:
    """The sentences about codes that were given on two laptops."""
    return [TWICE.fill(what=each.said()) for each in twice]


class _Name(NamedTuple):
    """A name as it is compared: `exact` but for case and spaces, `letters` alone."""

    exact: str
    letters: str


def alike(names: Mapping[Key, str]) -> Iterator[tuple[Key, Key, Words]]:
    """Pairs of names that might mean the same, each once, with the reason in words.

    The same but for capitals and spaces; the same letters and digits, whatever accents and signs
    stand between; or, from eight letters on, one letter more, less or other. A digit that differs
    is no slip: `School 1` and `School 2` are two schools.
    """
    read = {key: _Name(_exact(name), _letters(name)) for key, name in names.items()}
    told: set[frozenset[Key]] = set()
    for reason, groups in (
        (SAME, _grouped((key, [name.exact]) for key, name in read.items())),
        (LETTERS, _grouped((key, [name.letters]) for key, name in read.items())),
        (SLIP, _grouped((key, _without_one(name.letters)) for key, name in read.items())),
    ):
        for group in groups:
            for one, other in combinations(group, 2):
                pair = frozenset((one, other))
                fits = reason is not SLIP or _one_slip(read[one].letters, read[other].letters)
                if pair not in told and fits:
                    told.add(pair)
                    yield one, other, reason


def _exact(name: str) -> str:
    return clean_name(name).casefold()


def _letters(name: str) -> str:
    return "".join(each for each in fold(name) if each.isalnum())


def _grouped(keys: Iterable[tuple[Key, Iterable[str]]]) -> Iterator[list[Key]]:
    groups: dict[str, list[Key]] = {}
    for key, marks in keys:
        for mark in marks:
            if mark:
                groups.setdefault(mark, []).append(key)
    return (group for group in groups.values() if len(group) > 1)


def _without_one(letters: str) -> set[str]:
    """The name and all it can be with one letter left out: two names one slip apart share one."""
    if len(letters) < _LONG_ENOUGH:
        return set()
    return {letters} | {letters[:at] + letters[at + 1 :] for at in range(len(letters))}


def _one_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    same_length = len(short) == len(long)
    rest = short[start + 1 :] if same_length else short[start:]
    odd = long[start : start + 1] + (short[start : start + 1] if same_length else "")
    return rest == long[start + 1 :] and not any(each.isdigit() for each in odd)
