"""Likely personal data in free text: what a writer is warned of, what keeps a row from the public.

Patterns see what has a form: names that the round knows, e-mail, telephone, citizen service number,
bank account, date of birth, address. What they cannot see, a person confirms row by row. Which rows
an edition may show is for `reports`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from .words import Words


class Likely(Enum):
    """What a piece of text looks like, in the order in which the surer one counts."""

    EMAIL = "email"
    IBAN = "iban"
    CITIZEN_NUMBER = "citizen_number"
    PHONE = "phone"
    BIRTH = "birth"
    ADDRESS = "address"
    NAME = "name"
    HEALTH = "health"

    @property
    def words(self) -> Words:
        return _WORDS[self]

    @property
    def holds_back(self) -> bool:
        """Whether it keeps a row out of the public edition until somebody confirmed the row.

        Words about health only warn: they tell of the subject as often as of a person.
        """
        return self is not Likely.HEALTH


_WORDS = {
    Likely.EMAIL: Words("e-mailadres", "e-mail address"),
    Likely.IBAN: Words("rekeningnummer", "bank account"),
    Likely.CITIZEN_NUMBER: Words("burgerservicenummer", "citizen service number"),
    Likely.PHONE: Words("telefoonnummer", "telephone number"),
    Likely.BIRTH: Words("geboortedatum", "date of birth"),
    Likely.ADDRESS: Words("adres", "address"),
    Likely.NAME: Words("naam van een persoon", "name of a person"),
    Likely.HEALTH: Words("iets over iemands gezondheid", "something about somebody's health"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of text, from `start` up to `end`, that looks like something."""

    likely: Likely
    start: int
    end: int


class Register:
    """The names of people that a round knows (its contacts), made ready to be looked for.

    A family name counts wherever it stands with a capital; a first name unless it begins a
    sentence, where *Wil* and *Roos* are ordinary words.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._first: set[str] = set()
        self._last: set[str] = set()
        for name in names:
            parts = [_plain(part) for part in _WORD.findall(name)]
            parts = [part for part in parts if len(part) > 2 and part not in _PARTICLES]
            if parts:
                self._last.add(parts[-1])
                self._first.update(parts[:-1])

    def find(self, text: str) -> Iterator[Finding]:
        if not self._last:
            return
        for found in _CAPITALISED.finditer(text):
            plain = _plain(found[0])
            known_first = plain in self._first and not _begins_sentence(text, found.start())
            if plain in self._last or known_first:
                yield Finding(Likely.NAME, found.start(), found.end())


NOBODY = Register()


def findings(text: str, register: Register = NOBODY, year: int = 0) -> tuple[Finding, ...]:
    """What looks like personal data, from left to right, each piece of the text at most once.

    `year` is that of the round: a whole date four years and more before it is taken for a date of
    birth; without it only what is called one.
    """
    found = [*_patterns(text), *_births(text, year), *register.find(text)]
    order = list(Likely)
    found.sort(key=lambda each: (order.index(each.likely), each.start))
    kept: list[Finding] = []
    for each in found:
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


def kinds(found: Iterable[Finding]) -> tuple[Likely, ...]:
    """Each kind of finding once, the surer ones first."""
    named = {each.likely for each in found}
    return tuple(likely for likely in Likely if likely in named)


def is_citizen_number(digits: str) -> bool:
    """The eleven test of a *burgerservicenummer*: 9·a + 8·b + … + 2·h - i is a multiple of 11.

    Numbers of eight digits are read with a nought before them (Logisch Ontwerp BSN 2.1).
    """
    digits = digits.zfill(9)
    if len(digits) != 9 or not digits.isascii() or not digits.isdigit() or not int(digits):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * each for digit, each in zip(digits, weights, strict=True)) % 11 == 0


def _is_citizen_number(found: re.Match[str]) -> bool:
    return is_citizen_number(re.sub(r"[ .]", "", found[0]))


def _is_iban(found: re.Match[str]) -> bool:
    """The check digits of ISO 13616: the number, turned, leaves 1 when divided by 97."""
    plain = found[0].replace(" ", "").upper()
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _always(_: re.Match[str]) -> bool:
    return True


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITALISED = re.compile(r"\b(?=[^\W\d_a-zà-ÿ])[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLES = frozenset(
    ("van", "der", "den", "het", "ter", "ten", "aan", "bij", "uit", "voor", "von", "und")
)

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec"
    "|january|february|march|may|june|july|august|october"
)
_DATE = re.compile(
    rf"\b(?:{_DAY}[-/. ](?:0?[1-9]|1[0-2])[-/. ]((?:19|20)\d\d|\d\d)"
    rf"|{_DAY} (?:{_MONTHS})\.? ((?:19|20)\d\d)"
    rf"|((?:19|20)\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\b",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:geboren|geb\.?|geboortedatum|geboortedag|born|date of birth)\b", re.I)
_NEAR = 40
_YEARS_BEFORE = 4

_STREET = (
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|steeg|dreef|pad|park|markt|wal|ring"
    r"|plantsoen|boulevard|baan|haven)"
)
_POSTCODE = r"[1-9]\d{3} ?[A-Za-z]{2}"
_HOUSE = r"\d{1,4}(?: ?[a-zA-Z]\b|-\d{1,3})?"

_PERSON_BEFORE = (
    r"(?:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|de heer|juf|juffrouw|meester|dokter|dr\."
    r"|drs\.|opa|oma|tante|ome|oom"
    r"|(?:mijn|onze|haar|zijn|hun|m'n|z'n|d'r) (?:zoon|zoontje|dochter|dochtertje|kind|jongste"
    r"|oudste|broer|broertje|zus|zusje|man|vrouw|partner|moeder|vader|vriend|vriendin|collega|buurman"
    r"|buurvrouw|pleegzoon|pleegdochter|kleinzoon|kleindochter)"
    r"|(?:ik|hij|zij|ze) (?:heet|heette)|(?:mijn|zijn|haar) naam is|genaamd"
    r"|mr\.?|mrs\.?|ms\.?|my (?:son|daughter|husband|wife|mother|father|brother|sister))"
)

_PATTERNS: tuple[tuple[Likely, re.Pattern[str], int, Callable[[re.Match[str]], bool]], ...] = (
    (Likely.EMAIL, re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), 0, _always),
    (Likely.IBAN, re.compile(r"\bNL\d\d ?[A-Z]{4}(?: ?\d){10}\b", re.I), 0, _is_iban),
    (
        Likely.CITIZEN_NUMBER,
        re.compile(
            r"(?<![\w.,-])(?:\d{8,9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\w-])"
        ),
        0,
        _is_citizen_number,
    ),
    (
        Likely.PHONE,
        re.compile(
            r"(?<![\w-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9]\)?"
            r"(?:[ -]?\(?\d\)?){8}(?![\w-])"
        ),
        0,
        _always,
    ),
    (
        Likely.ADDRESS,
        re.compile(rf"\b{_POSTCODE}\b[ ,]{{1,3}}(?:nr\.? ?|nummer |huisnummer )?{_HOUSE}\b"),
        0,
        _always,
    ),
    (
        Likely.ADDRESS,
        re.compile(rf"\b[^\W\d_][^\d\n]{{2,40}} {_HOUSE}[ ,]{{1,3}}{_POSTCODE}\b"),
        0,
        _always,
    ),
    (
        Likely.ADDRESS,
        re.compile(rf"\b[^\W\d_]*{_STREET} (?:nr\.? ?|nummer )?{_HOUSE}\b", re.I),
        0,
        _always,
    ),
    (
        Likely.NAME,
        re.compile(
            rf"\b(?i:{_PERSON_BEFORE}) ((?:(?:van|de|den|der|het|ter|ten|el|al|'t) )*"
            r"[A-ZÀ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*(?: (?:(?:van|de|den|der|het|ter|ten|el|al) )*"
            r"[A-ZÀ-Þ][^\W\d_]+)*)"
        ),
        1,
        _always,
    ),
    (
        Likely.HEALTH,
        re.compile(
            r"\b(?:adhd|add|autis\w+|asperger|pdd-?nos|depressi\w+|anorexia|boulimia|eetstoornis\w*"
            r"|borderline|schizofren\w+|psychos\w+|suïcid\w+|suicid\w+|zelfmoord\w*|verslav\w+"
            r"|verslaafd\w*|ptss|trauma\w*|hechtingsstoornis\w*|epilepsie|diabetes|medicatie"
            r"|diagnose\w*)\b",
            re.I,
        ),
        0,
        _always,
    ),
)


def _patterns(text: str) -> Iterator[Finding]:
    for likely, pattern, group, holds in _PATTERNS:
        for found in pattern.finditer(text):
            if holds(found):
                yield Finding(likely, found.start(group), found.end(group))


def _births(text: str, year: int) -> Iterator[Finding]:
    called = [found.end() for found in _BORN.finditer(text)]
    for found in _DATE.finditer(text):
        said = next(part for part in found.groups() if part)
        long_ago = len(said) == 4 and int(said) <= year - _YEARS_BEFORE
        if long_ago or any(0 <= found.start() - end <= _NEAR for end in called):
            yield Finding(Likely.BIRTH, found.start(), found.end())


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t\"'“‘(«–-")
    return not before or before[-1] in ".!?:\n•"


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
