"""What a line of notes means in one session: which themes and speakers, what stays, what is new.

Pure: the records of the session are given as choices. Writing them is left to the store, taking the
line apart to `shorthand`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from . import codes
from .shorthand import Line, spoken
from .text import fold

MOST_CANDIDATES = 7

_NUMBERED = re.compile(r"\S.* (?:[A-Z]{2,4}-)?\d{1,4}")
_BULLET = re.compile(r"^\s*(?:[-*•–·▪◦]|\(?\d{1,2}[.)])\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A record that a name may mean. `id` is None for one that will be made with the line.

    `code` is what is spoken (`TH4`, `Ouder 4`, `S-014`), empty where it has none; `more` is further
    text to find it by; `count` how often it was named in this session.
    """

    id: bytes | None
    code: str
    name: str
    more: str = ""
    count: int = 0

    @property
    def short(self) -> str:
        """How it is written in the line and in the list."""
        return self.code or self.name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A choice that fits what was typed; `where` (`code`, `name` or `more`) from `start` on."""

    choice: Choice
    where: str
    start: int
    length: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A record by id; or, where that is None, one to be found or made by its text."""

    id: bytes | None
    text: str


@dataclass(frozen=True, slots=True)
class Sticky:
    """What stays from line to line."""

    theme: Target | None = None
    speakers: tuple[Target, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """An item as it is to be written. The first theme is the main one.

    `token` tells this item from all others while it is not yet on the disk.
    """

    action: bool
    words: str
    kind: str = ""
    stance: str = ""
    table: str = ""
    themes: tuple[Target, ...] = ()
    speakers: tuple[Target, ...] = ()
    owner: str = ""
    due: str = ""
    quoted: bool = False
    token: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A line as it will be noted, and what of it nobody knows yet."""

    note: Note
    new_themes: tuple[str, ...] = ()
    new_speakers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class Choices:
    """What the names in a session may mean; `mark` is that of this copy of the round."""

    themes: Sequence[Choice] = ()
    speakers: Sequence[Choice] = ()
    mark: str = ""
    _themes: dict[str, Choice] = field(default_factory=dict, init=False)
    _speakers: dict[str, Choice] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._themes = _exact(self.themes)
        self._speakers = _exact(self.speakers)

    def theme(self, text: str) -> Target:
        """The theme a name means: that very one, the only one that begins so, or a new one."""
        found = self._themes.get(fold(text)) or _only(text, self.themes)
        return Target(None, text) if found is None else Target(found.id, found.short)

    def speaker(self, text: str) -> Target | None:
        """The speaker a name means. New ones need a number; None where nobody can tell."""
        found = self._speakers.get(fold(text)) or _only(text, self.speakers)
        if found is not None:
            return Target(found.id, found.short)
        return Target(None, text) if _NUMBERED.fullmatch(text) else None

    def next_speaker(self, series: str) -> str:
        """The next code of a series in this session: `Ouder` gives `Ouder 13`."""
        found = fold(series)
        apart = [codes.take_apart(choice.code, person=True) for choice in self.speakers]
        same = [code for code in apart if code.number is not None and fold(code.series) == found]
        name = same[0].series if same else series[:1].upper() + series[1:]
        numbers = [code.number or 0 for code in same if code.mark == self.mark]
        return codes.write_person(name, self.mark, max(numbers, default=0) + 1)


def meaning_of(line: Line, choices: Choices, sticky: Sticky, token: str = "") -> Meaning:
    """What a line says, with what stays from the lines before where it says nothing itself."""
    named = [(text, choices.speaker(text)) for text in line.speakers]
    unknown = tuple(text for text, target in named if target is None)
    # Who is to do it may be anyone; who said it has to be known, or the words keep the name.
    kept = () if line.action else unknown
    themes = tuple(choices.theme(text) for text in line.themes)
    speakers = tuple(target for _, target in named if target is not None)
    owner = line.owner
    if line.action and speakers:
        owner = speakers[0].text
    note = Note(
        action=line.action,
        words=spoken(line.text, line.parts, kept),
        kind=line.kind,
        stance=line.stance,
        table=sticky.table,
        themes=themes or (() if sticky.theme is None else (sticky.theme,)),
        speakers=speakers or sticky.speakers,
        owner=owner,
        due=line.due,
        quoted=bool(line.quotes),
        token=token,
    )
    return Meaning(
        note,
        tuple(target.text for target in themes if target.id is None),
        tuple(target.text for target in speakers if target.id is None),
        () if line.action else unknown,
    )


def stays(meaning: Meaning, line: Line, sticky: Sticky) -> Sticky:
    """What stays after a line: the theme and speakers it named. An action leaves all as it was."""
    if line.action:
        return sticky
    note = meaning.note
    return Sticky(
        note.themes[0] if line.themes and note.themes else sticky.theme,
        note.speakers if line.speakers and note.speakers else sticky.speakers,
        sticky.table,
    )


def candidates(
    typed: str, choices: Iterable[Choice], most: int = MOST_CANDIDATES
) -> list[Candidate]:
    """The choices that fit what was typed: by code, then name, then further words; frequent first.

    Without anything typed, those that were named most in this session.
    """
    plain = fold(typed)
    found: list[tuple[int, int, int, Candidate]] = []
    for order, choice in enumerate(choices):
        fits = _fit(plain, choice)
        if fits is not None:
            rank, candidate = fits
            found.append((rank, -choice.count, order, candidate))
    found.sort(key=lambda each: each[:3])
    return [each[3] for each in found[:most]]


def compose(note: Note, written: dict[str, str], kind_word: str, due: str, before: str) -> str:
    """An item as a line that can be edited: the way back from `meaning_of`.

    `written` gives for each target's text how it stands in a line, `kind_word` what follows the
    `?`, `due` the date as people write it, `before` the word in front of it.
    """
    words = note.words.replace("\n", f" {PARAGRAPH} ")
    if note.action:
        owner = f" @{note.owner}" if note.owner else ""
        if note.owner and not written.get(note.owner):
            owner = f' @"{note.owner}"'
        elif note.owner:
            owner = f" {written[note.owner]}"
        return f"!{words}{owner}" + (f" {before} {due}" if due else "")
    pieces = [f"?{kind_word}"] if note.kind else []
    pieces += [written[target.text] for target in note.speakers]
    pieces.append(words)
    pieces += [written[target.text] for target in note.themes]
    if note.stance in _SIGN_OF:
        pieces.append(_SIGN_OF[note.stance])
    return " ".join(piece for piece in pieces if piece)


PARAGRAPH = "¶"
"""Stands for a line end inside an item while that is edited in the one line."""

_SIGN_OF = {"POSIT": "+", "KRITI": "-", "GEMEN": "+-"}


def lines_of(pasted: str) -> list[str]:
    """The lines of a pasted text, without blank ones and without the marks of a list."""
    lines = (_BULLET.sub("", line).strip() for line in pasted.splitlines())
    return [" ".join(line.split()) for line in lines if line]


def _fit(plain: str, choice: Choice) -> tuple[int, Candidate] | None:
    """How well a choice fits (least is best), and where."""
    if not plain:
        return 0, Candidate(choice, "name", 0, 0)
    code = fold(choice.code)
    if code.startswith(plain):
        return int(code != plain), Candidate(choice, "code", 0, len(plain))
    # `4` finds Ouder 4
    for rank, where, text in ((2, "name", choice.name), (4, "code", choice.code)):
        for word in _WORD.finditer(text):
            if fold(text[word.start() :]).startswith(plain):
                later = int(where == "name" and word.start() > 0)
                return rank + later, Candidate(choice, where, word.start(), len(plain))
    for word in _WORD.finditer(choice.more):
        if fold(word[0]).startswith(plain):
            return 5, Candidate(choice, "more", 0, len(plain), word[0])
    return None


def _exact(choices: Iterable[Choice]) -> dict[str, Choice]:
    found: dict[str, Choice] = {}
    for choice in choices:
        for text in (choice.code, choice.name, f"{choice.code} {choice.name}"):
            if text.strip():
                found.setdefault(fold(text), choice)
    return found


def _only(text: str, choices: Iterable[Choice]) -> Choice | None:
    """The one choice of which the code or a word of the name begins so."""
    plain = fold(text)
    if not plain:
        return None
    found = [
        choice
        for choice in choices
        if (fits := _fit(plain, choice)) is not None and fits[0] in _NAMED
    ]
    return found[0] if len(found) == 1 else None


_NAMED = (0, 2, 3)
