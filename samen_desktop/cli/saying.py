"""What the command line says: lines for a person, or one JSON object for a program.

A person never meets a traceback; a known problem is one line on standard error.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from samen_desktop.core.errors import KnownError, Problem
from samen_desktop.core.words import Language, Words

_BUG = Words(
    "Er ging iets mis in het programma zelf ({kind}). Het bestand is niet gewijzigd.",
    "Something went wrong in the program itself ({kind}). The file was not changed.",
)


class UsageError(Exception):
    """The words make no request; `text` says which would. Status 2."""

    def __init__(self, text: str, status: int = 2) -> None:
        super().__init__(text)
        self.text = text
        self.status = status


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb did: lines in the chosen language, and the same as plain data."""

    lines: Sequence[str]
    data: dict[str, object] = field(default_factory=dict)


def say(said: Said, *, as_json: bool) -> None:
    """Print what was done."""
    if as_json:
        _print(json.dumps(said.data, ensure_ascii=False, indent=2))
    else:
        for line in said.lines:
            _print(line)


def say_known(error: KnownError, language: Language, *, as_json: bool) -> None:
    """Print a known problem as one line on standard error; with JSON also as an object."""
    sentence = error.say(language).replace("\n", " ")
    if as_json:
        _print(json.dumps({"error": error.code, "sentence": sentence}, ensure_ascii=False))
    _print(sentence, to_error=True)


def say_usage(usage: UsageError) -> None:
    """Print how it should have been said."""
    _print(usage.text, to_error=True)


def say_bug(error: Exception, language: Language) -> None:
    """Print that it was not the person's fault; where it happened goes to the log, no words do."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is not None:
        name = place.tb_frame.f_code.co_qualname if sys.version_info >= (3, 11) else ""
        logging.getLogger(__name__).error(
            "bug %s in %s line %d", type(error).__name__, name, place.tb_lineno
        )
    _print(_BUG.fill(kind=type(error).__name__).say(language), to_error=True)


def problem_line(problem: Problem, language: Language) -> str:
    """A problem with its place: `Blad1, rij 12, Datum: …`."""
    row = Words("rij {row}", "row {row}").fill(row=problem.row).say(language) if problem.row else ""
    place = ", ".join(part for part in (problem.sheet, row, problem.column) if part)
    sentence = problem.words.say(language)
    return f"{place}: {sentence}" if place else sentence


def problem_data(problem: Problem, language: Language) -> dict[str, object]:
    """A problem as data: sheet, row, column, sentence."""
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "sentence": problem.words.say(language),
    }


def _print(text: str, *, to_error: bool = False) -> None:
    """Print whatever the terminal can show: a Windows console may know fewer letters than we do."""
    stream = sys.stderr if to_error else sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
