"""From words on the command line to one request, and the help that says which words there are."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from samen_desktop import __version__
from samen_desktop.core.words import Language, Words

from . import display
from .saying import Said, UsageError
from .verbs import COMMON, VERBS, WINDOW, Verb

_TITLE = Words(
    "SAMEN Desktop {version}: van sessie tot verantwoord antwoord, in één bestand.",
    "SAMEN Desktop {version}: from session to reasoned answer, in one file.",
)
_FORMS = Words("Zo gebruikt u het:", "How to use it:")
_ALWAYS = Words(
    "Bij elk werkwoord: --json (één JSON-object), --lang nl|en, --author “HR coördinator”.\n"
    "Afgesloten met 0: gelukt; 1: een bekend probleem, er is niets gewijzigd; 2: verkeerd gebruik.",
    "With every verb: --json (one JSON object), --lang nl|en, --author “HR coordinator”.\n"
    "Exit status 0: done; 1: a known problem, nothing was changed; 2: wrong usage.",
)
_WRONG = Words("Dit kan zo niet. Zo wel:", "This does not work. This does:")
_NO_VERB = Words("“{verb}” is geen opdracht.", "“{verb}” is no command.")


@dataclass(frozen=True, slots=True)
class Request:
    """One verb with its arguments, ready to be run."""

    verb: Verb
    arguments: argparse.Namespace
    language: Language
    as_json: bool

    def run(self) -> Said:
        """Import the verb's room and do it. Raises KnownError for what went wrong and is known."""
        room, function = self.verb.does.split(".")
        module = import_module(f"{__package__}.{room}")
        said: Said = getattr(module, function)(self.arguments)
        return said


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def parse(words: Sequence[str], language: Language) -> Request | Said:
    """The request the words make, or what there is to say to a wish for help or the version.

    Raises UsageError.
    """
    if not words and not display.is_there():
        raise UsageError(help_text(language))
    first = words[0] if words else ""
    if first in ("--help", "-h", "help"):
        return Said([help_text(language)])
    if first == "--version":
        return Said([__version__])
    verb = next((verb for verb in VERBS if verb.name == first), None)
    if verb is None and _opens_the_window(first):
        return _request(WINDOW, words, language)
    if verb is None:
        wrong = _NO_VERB.fill(verb=first[:40]).say(language)
        raise UsageError(f"{wrong}\n\n{help_text(language)}")
    if "--help" in words or "-h" in words:
        return Said([_verb_text(verb, language)])
    return _request(verb, words[1:], language)


def _request(verb: Verb, words: Sequence[str], language: Language) -> Request:
    try:
        arguments = _parser(verb).parse_args(words)
    except (UsageError, argparse.ArgumentError) as error:
        raise UsageError(f"{_WRONG.say(language)}\n  {_form(verb)}") from error
    return Request(verb, arguments, language, arguments.as_json)


def _opens_the_window(first: str) -> bool:
    """Whether the first word is no wrong verb but a file, or an option of the window."""
    if not first or first.startswith("--"):
        return True
    path = Path(first)
    return path.suffix.lower() == ".samen" or path.is_file()


def wanted_language(words: Sequence[str]) -> Language:
    """The language to speak in, also where the words make no request."""
    said = [after for word, after in pairwise(words) if word == "--lang"]
    return "en" if "en" in said or "--lang=en" in words else "nl"


def help_text(language: Language) -> str:
    """All verbs with their forms."""
    told = (WINDOW, *VERBS)
    verbs = [f"  {_form(verb)}\n      {verb.about.say(language)}" for verb in told]
    return "\n".join(
        (
            _TITLE.fill(version=__version__).say(language),
            "",
            _FORMS.say(language),
            *verbs,
            "",
            _ALWAYS.say(language),
        )
    )


def _verb_text(verb: Verb, language: Language) -> str:
    return f"{_form(verb)}\n  {verb.about.say(language)}\n\n{_ALWAYS.say(language)}"


def _form(verb: Verb) -> str:
    return f"main.py {verb.form}".replace("\n", "\n  ")


def _parser(verb: Verb) -> argparse.ArgumentParser:
    parser = _Parser(prog=verb.name, add_help=False, allow_abbrev=False)
    for name, how in (*verb.options, *COMMON):
        parser.add_argument(name, **how)  # type: ignore[arg-type]
    return parser
