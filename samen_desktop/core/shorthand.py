"""One typed line of notes, taken apart into typed parts with their places (design page, 6).

`#thema` `@indiener` `!actie wie vóór 12-05` `?vraag` `"citaat"` and `+` `-` `+-` for the stance. A
sign counts only at the start of the line or after a space; `?` and `!` only as the line's first
character; `+` `-` `+-` only standing alone. Whatever the line holds, the parts cover it from end to
end and nothing is raised. Which record a name means is left to `notes`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from .dates import NotADateError, read_date
from .text import clean, fold
from .vocabulary import vocabulary


class Sign(Enum):
    """What a part of the line is."""

    TEXT = "text"
    THEME = "theme"
    SPEAKER = "speaker"
    KIND = "kind"
    ACTION = "action"
    QUOTE = "quote"
    STANCE = "stance"
    OWNER = "owner"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the line, and what it says: a name, a code, an ISO date, or the text itself."""

    sign: Sign
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class KindWord:
    """A kind of input by code, with the words that may follow the `?`."""

    code: str
    words: tuple[str, ...]


def _shipped_kinds() -> tuple[KindWord, ...]:
    return tuple(
        KindWord(term.code, (_first_word(term.words.nl), _first_word(term.words.en)))
        for term in vocabulary("input_kind").terms
    )


class Known:
    """Names the round has, so that one of several words is read whole; and its kinds of input."""

    def __init__(
        self,
        themes: Iterable[str] = (),
        speakers: Iterable[str] = (),
        kinds: Sequence[KindWord] | None = None,
    ) -> None:
        self._names = {Sign.THEME: _by_first_word(themes), Sign.SPEAKER: _by_first_word(speakers)}
        self.kinds = _shipped_kinds() if kinds is None else tuple(kinds)

    def longest(self, sign: Sign, text: str, start: int) -> int:
        """Where the longest known name of several words that begins at `start` ends; or `start`."""
        head = _WORD.match(text, start)
        if head is None:
            return start
        for name in self._names[sign].get(head[0].casefold(), ()):
            end = start + len(name)
            if text[start:end].casefold() == name.casefold() and _ends(text, end):
                return end
        return start

    def kind(self, typed: str) -> str | None:
        """The kind whose name begins so, as long as it is no ordinary word of a question."""
        plain = fold(typed)
        if not plain or plain in _ORDINARY:
            return None
        for place in range(max((len(kind.words) for kind in self.kinds), default=0)):
            for kind in self.kinds:
                if len(kind.words) > place and fold(kind.words[place]).startswith(plain):
                    return kind.code
        return None


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is understood. `words` is what was said, without the signs and their names.

    `kind` and `stance` are codes, empty where the line says nothing; `due` is an ISO date.
    """

    text: str
    parts: tuple[Part, ...]
    words: str
    action: bool
    kind: str
    stance: str
    themes: tuple[str, ...]
    speakers: tuple[str, ...]
    quotes: tuple[str, ...]
    owner: str
    due: str


QUESTION = "VRAAG"
POSITIVE, CRITICAL, MIXED = "POSIT", "KRITI", "GEMEN"
STANCES = {"+": POSITIVE, "-": CRITICAL, "+-": MIXED}

_WORD = re.compile(r"\S+")
_SPACES = re.compile(r"\s+")
_CLOSING = ".,;:!?)…"
_QUOTED = re.compile(r"\"[^\"\s][^\"]*\"|“[^“”\s][^“”]*”|„[^„”“\s][^„”“]*[”“]")
_STANCE = re.compile(r"(?:\+-|\+|-)(?=\s|$)")
_NUMBERED = re.compile(r"[^\W\d_][\w'’-]* (?:[A-Z]{2,4}-)?\d{1,4}(?=[\s.,;:!?)…]|$)")
_IN_QUOTES = re.compile(r"\"([^\"]+)\"?")
_KIND = re.compile(r"[^\W\d_]*")
_BEFORE = re.compile(r"(?:(?<=\s)|^)(?:v[oó]{2}r|voor|before)\s+(?=\S)", re.IGNORECASE)
_DATE_WORDS = (3, 2, 1)
# Words that begin a question as well as they begin the name of a kind.
_ORDINARY = frozenset({"a", "aan", "er", "of", "off", "so", "we", "wie", "zo"})
# What stands before a noun of the action itself: the word behind it is nobody who will do it.
_TIE_WORDS = (
    "aan bij de deze die dit door een het hun in met naar of om onze op over per te tot uit van"
    " voor en and a an at by for from on or the this to with"
)
_TIES = frozenset(_TIE_WORDS.split())


def parse(text: str, session_date: date | None = None, known: Known | None = None) -> Line:
    """Take one line apart. Never raises.

    `session_date`: a date without a year is the next such day after it; without one such a date is
    plain text.
    """
    known = known or Known()
    parts = _Reader(text, known).read()
    if any(part.sign is Sign.ACTION for part in parts):
        parts = _with_due_and_owner(text, parts, session_date)
    return _understood(text, parts)


def part_at(line: Line, cursor: int) -> Part | None:
    """The theme or speaker that is being typed where the cursor stands."""
    for part in line.parts:
        if part.sign in (Sign.THEME, Sign.SPEAKER) and part.start < cursor <= part.end:
            return part
    return None


def name_in_line(sign: Sign, name: str, known: Known) -> str:
    """How a name is written behind its sign so that it is read back whole."""
    mark = "#" if sign is Sign.THEME else "@"
    read = _Reader(f"{mark}{name}", known).read()
    if len(read) == 1 and read[0].value == name:
        return f"{mark}{name}"
    plain = name.replace('"', "”")
    return f'{mark}"{plain}"'


class _Reader:
    """Reads signs from left to right; text is what lies between them."""

    def __init__(self, text: str, known: Known) -> None:
        self._text = text
        self._known = known
        self._parts: list[Part] = []
        self._from = 0

    def read(self) -> list[Part]:
        at = begin = self._first_sign()
        while at < len(self._text):
            free = at == begin or self._text[at - 1].isspace()
            found = self._sign(at) if free else None
            if found is None:
                at += 1
            else:
                self._add(found)
                at = found.end
        self._text_until(len(self._text))
        return self._parts

    def _first_sign(self) -> int:
        """The `?` or `!` with which a line may begin."""
        start = len(self._text) - len(self._text.lstrip())
        mark = self._text[start : start + 1]
        if mark == "!":
            self._add(Part(Sign.ACTION, start, start + 1, ""))
            return start + 1
        if mark == "?":
            word = _KIND.match(self._text, start + 1)
            end = word.end() if word is not None else start + 1
            code = self._known.kind(self._text[start + 1 : end]) if _ends(self._text, end) else None
            end = start + 1 if code is None else end
            self._add(Part(Sign.KIND, start, end, code or QUESTION))
            return end
        return 0

    def _sign(self, at: int) -> Part | None:
        mark = self._text[at]
        if mark in "#@":
            return self._named(Sign.THEME if mark == "#" else Sign.SPEAKER, at)
        if mark in "+-":
            found = _STANCE.match(self._text, at)
            return found and Part(Sign.STANCE, at, found.end(), STANCES[found[0]])
        if mark in '"“„':
            found = _QUOTED.match(self._text, at)
            return found and Part(Sign.QUOTE, at, found.end(), found[0][1:-1].strip())
        return None

    def _named(self, sign: Sign, at: int) -> Part:
        start = at + 1
        quoted = _IN_QUOTES.match(self._text, start)
        if quoted is not None:
            return Part(sign, at, quoted.end(), clean(quoted[1], one_line=True))
        end = self._known.longest(sign, self._text, start)
        if end == start and sign is Sign.SPEAKER:
            numbered = _NUMBERED.match(self._text, start)
            end = numbered.end() if numbered is not None else start
        if end == start:
            word = _WORD.match(self._text, start)
            end = start + len(word[0].rstrip(_CLOSING)) if word is not None else start
        return Part(sign, at, end, clean(self._text[start:end], one_line=True))

    def _add(self, part: Part) -> None:
        self._text_until(part.start)
        self._parts.append(part)
        self._from = part.end

    def _text_until(self, end: int) -> None:
        if end > self._from:
            self._parts.append(Part(Sign.TEXT, self._from, end, self._text[self._from : end]))
            self._from = end


def _with_due_and_owner(text: str, parts: list[Part], session_date: date | None) -> list[Part]:
    """Find in the plain text of an action its last `vóór <date>`, and the name just before it."""
    near = None if session_date is None else _day_after(session_date)
    for place in range(len(parts) - 1, -1, -1):
        part = parts[place]
        if part.sign is not Sign.TEXT:
            continue
        due = _due_in(text, part, near)
        if due is None:
            continue
        before = [Part(Sign.TEXT, part.start, due.start, text[part.start : due.start])]
        named = any(each.sign is Sign.SPEAKER and each.value for each in parts)
        if not named and due.start > part.start:
            before = _owner_in(text, before[0])
        after = [Part(Sign.TEXT, due.end, part.end, text[due.end : part.end])]
        pieces = [piece for piece in [*before, due, *after] if piece.end > piece.start]
        return parts[:place] + pieces + parts[place + 1 :]
    return parts


def _due_in(text: str, part: Part, near: date | None) -> Part | None:
    for found in reversed(list(_BEFORE.finditer(text, part.start, part.end))):
        words = list(_WORD.finditer(text, found.end(), part.end))
        for count in _DATE_WORDS:
            if count > len(words):
                continue
            end = words[count - 1].end()
            typed = text[found.end() : end]
            end -= len(typed) - len(typed.rstrip(_CLOSING))
            iso = _iso(typed.rstrip(_CLOSING), near)
            if iso is not None:
                return Part(Sign.DUE, found.start(), end, iso)
    return None


def _iso(typed: str, near: date | None) -> str | None:
    try:
        return read_date(typed, near=near)
    except NotADateError:
        return None


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _owner_in(text: str, part: Part) -> list[Part]:
    """The last word before the date, where it can be somebody: `!verslag sturen Anna vóór 12-05`.

    Not behind a comma or a word that ties it to the action, and never the action's only word.
    """
    words = list(_WORD.finditer(text, part.start, part.end))
    if len(words) < 2:
        return [part]
    last, earlier = words[-1], words[-2][0]
    if not last[0].rstrip(":")[-1:].isalnum() or earlier[-1] in _CLOSING:
        return [part]
    if fold(earlier) in _TIES:
        return [part]
    start, end = last.start(), last.end()
    pieces = [
        Part(Sign.TEXT, part.start, start, text[part.start : start]),
        Part(Sign.OWNER, start, end, last[0].rstrip(":")),
        Part(Sign.TEXT, end, part.end, text[end : part.end]),
    ]
    return [piece for piece in pieces if piece.end > piece.start]


def _understood(text: str, parts: list[Part]) -> Line:
    action = any(part.sign is Sign.ACTION for part in parts)
    speakers = _values(parts, Sign.SPEAKER)
    owner = next(iter(_values(parts, Sign.OWNER) or speakers), "") if action else ""
    return Line(
        text=text,
        parts=tuple(parts),
        words=spoken(text, parts),
        action=action,
        kind=next(iter(_values(parts, Sign.KIND)), ""),
        stance=_stance(_values(parts, Sign.STANCE)),
        themes=_values(parts, Sign.THEME),
        speakers=speakers,
        quotes=_values(parts, Sign.QUOTE),
        owner=owner,
        due=next(iter(_values(parts, Sign.DUE)), ""),
    )


def _values(parts: list[Part], sign: Sign) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.value for part in parts if part.sign is sign and part.value))


def _stance(found: tuple[str, ...]) -> str:
    return MIXED if len(found) > 1 else next(iter(found), "")


def spoken(text: str, parts: Iterable[Part], kept: Collection[str] = ()) -> str:
    """The text and quotes of a line, with those names whose value is among `kept`.

    Where a sign went stands one space, and none before a full stop.
    """
    words = ""
    taken_out = False
    for part in parts:
        said = text[part.start : part.end]
        named = part.sign in (Sign.THEME, Sign.SPEAKER)
        stays = not part.value or part.value in kept
        if part.sign not in (Sign.TEXT, Sign.QUOTE) and not (named and stays):
            taken_out = True
            continue
        if taken_out and words:
            gap = " " if said[:1].isspace() or words[-1].isspace() else ""
            said = said.lstrip()
            words = words.rstrip() + ("" if said[:1] in tuple(_CLOSING) else gap)
        words += said
        taken_out = False
    words = _SPACES.sub(" ", clean(words, one_line=True))
    return words.rstrip(" ,") if taken_out else words


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        words = name.split()
        if len(words) > 1 and '"' not in name:
            found.setdefault(words[0].casefold(), []).append(name)
    for same in found.values():
        same.sort(key=len, reverse=True)
    return found


def _first_word(label: str) -> str:
    return re.split(r"[^\w]", label, maxsplit=1)[0]


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace() or text[at] in _CLOSING
