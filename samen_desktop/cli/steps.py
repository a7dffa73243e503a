"""Verbs about steps: `undo`, `redo`, `erase`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from samen_desktop.core.edits import words_of
from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Language, Words
from samen_desktop.store.care import erasing
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.undo import Undone

from .opening import opened
from .saying import Said

_UNDONE = Words(
    "Ongedaan gemaakt: {step} ({records} teruggedraaid{more}).",
    "Undone: {step} ({records} taken back{more}).",
)
_REDONE = Words(
    "Opnieuw uitgevoerd: {step} ({records} hersteld{more}).",
    "Redone: {step} ({records} restored{more}).",
)
_LATER = Words(", {count} later gewijzigd", ", {count} changed later")
_NO_UNDO = Words("Er is niets om ongedaan te maken.", "There is nothing to undo.")
_NO_REDO = Words("Er is niets om opnieuw uit te voeren.", "There is nothing to redo.")
_WARNING = Words(
    "Wissen kan niet ongedaan gemaakt worden. {code} voorgoed wissen? (ja/nee) ",
    "Erasing cannot be undone. Erase {code} for good? (yes/no) ",
)
_KEPT = Words("Er is niets gewist.", "Nothing was erased.")
_ERASED = Words(
    "Voorgoed gewist: {values} teksten van {code}.", "Erased for good: {values} texts of {code}."
)
_RENEWED = Words("De oude reservekopieën zijn vervangen.", "The old backups were replaced.")
_NO_BACKUP = Words(
    "Er kon geen nieuwe reservekopie gemaakt worden; maak er zelf een.",
    "No new backup could be made; make one yourself.",
)
_REMAINS = Words(
    "Niet gewist, want niet te verwijderen: {names}. Verwijder die zelf.",
    "Not erased since it could not be removed: {names}. Remove that yourself.",
)


def undo(arguments: argparse.Namespace) -> Said:
    """Take back the newest steps made here."""
    return _go(arguments, Dossier.undo, _UNDONE, KnownError("nothing_to_undo", _NO_UNDO))


def redo(arguments: argparse.Namespace) -> Said:
    """Do again what was undone last."""
    return _go(arguments, Dossier.redo, _REDONE, KnownError("nothing_to_redo", _NO_REDO))


def erase(arguments: argparse.Namespace) -> Said:
    """Erase what a code stands for. Asks first where somebody is there to answer."""
    language: Language = arguments.lang
    if not arguments.yes and sys.stdin is not None and sys.stdin.isatty():
        answer = input(_WARNING.fill(code=arguments.code).say(language))
        if answer.strip().lower() not in ("ja", "j", "yes", "y"):
            raise KnownError("not_erased", _KEPT)
    with opened(arguments) as dossier:
        erased = erasing.erase(dossier, arguments.code, with_inputs=arguments.with_inputs)
    lines = [_ERASED.fill(values=erased.values, code=erased.code)]
    lines.append(_NO_BACKUP if erased.backup is None else _RENEWED)
    if erased.remains:
        lines.append(_REMAINS.fill(names=", ".join(path.name for path in erased.remains)))
    return Said(
        [line.say(language) for line in lines],
        {
            "code": erased.code,
            "values": erased.values,
            "backup": None if erased.backup is None else str(erased.backup),
            "remains": [str(path) for path in erased.remains],
        },
    )


def _go(
    arguments: argparse.Namespace,
    step: Callable[[Dossier], Undone | None],
    words: Words,
    nothing: KnownError,
) -> Said:
    language: Language = arguments.lang
    found: list[Undone] = []
    with opened(arguments) as dossier:
        for _ in range(max(arguments.count, 1)):
            undone = step(dossier)
            if undone is None:
                break
            found.append(undone)
    if not found:
        raise nothing
    return Said(
        [_line(each, words, language) for each in found],
        {
            "steps": [
                {
                    "name": each.step.name,
                    "about": each.step.about,
                    "records": each.records,
                    "overtaken": each.overtaken,
                }
                for each in found
            ]
        },
    )


def _line(undone: Undone, words: Words, language: Language) -> str:
    more = _LATER.fill(count=undone.overtaken).say(language) if undone.overtaken else ""
    name = words_of(undone.step.name).say(language)
    step = f"{name} {undone.step.about}".strip()
    return words.fill(step=step, records=undone.records, more=more).say(language)
