"""The verb `plan`: a next version of the plan from a document, or only what would become of it."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from samen_desktop.core.dates import NotADateError, read_typed
from samen_desktop.core.errors import KnownError
from samen_desktop.core.outlines import Became
from samen_desktop.core.words import Language, Words
from samen_desktop.errands import planning
from samen_desktop.errands.planning import Document, Foreseen
from samen_desktop.store import plans

from .opening import opened
from .saying import Said

_SHOWN = 20

_DONE = Words(
    "Planversie {number} ingelezen uit {name}: {count} hoofdstukken en paragrafen.",
    "Plan version {number} read in from {name}: {count} chapters and paragraphs.",
)
_DRY = Words(
    "Proef, er is niets gewijzigd. {name} heeft {count} hoofdstukken en paragrafen.",
    "Dry run, nothing was changed. {name} has {count} chapters and paragraphs.",
)
_SINCE = Words("Sinds planversie {number}: {told}.", "Since plan version {number}: {told}.")
_LOOK = Words(
    "Opnieuw na te kijken: {count} antwoorden en inbreng. Kijk ze na in het venster, bij Plan:",
    "To look at again: {count} answers and inputs. Look at them in the window, at Plan:",
)
_NO_LOOK = Words("Geen antwoord hoeft opnieuw nagekeken.", "No answer has to be looked at again.")
_BACKUP = Words("Reservekopie gemaakt: {path}", "Backup made: {path}")
_MORE = Words("… en nog {count}.", "… and {count} more.")
_TOLD = (Became.NEW, Became.CHANGED, Became.MOVED, Became.VANISHED, Became.SAME)


def read_plan(arguments: argparse.Namespace) -> Said:
    """Read a document in as the next version. With `--dry-run` nothing of it is kept."""
    document = planning.read_document(Path(arguments.document))
    about = {"number": arguments.number, "date": _day(arguments.date), "status": arguments.status}
    backup: Path | None = None
    with opened(arguments) as dossier:
        plans.refuse_number(dossier.conn, about)
        foreseen = planning.foresee(dossier, document)
        if not arguments.dry_run:
            backup = planning.back_up(dossier)
            planning.take_in(dossier, document, about)
    return Said(
        _lines(document, foreseen, backup, arguments), _data(document, foreseen, backup, arguments)
    )


def _day(typed: str) -> str:
    if not typed:
        return ""
    try:
        return read_typed(typed, datetime.now().astimezone().date())
    except NotADateError as error:
        raise KnownError("date", error.words) from error


def _lines(
    document: Document, foreseen: Foreseen, backup: Path | None, arguments: argparse.Namespace
) -> list[str]:
    language: Language = arguments.lang
    first = (_DRY if arguments.dry_run else _DONE).fill(
        number=arguments.number, name=document.name, count=len(document.headings)
    )
    lines = [first.say(language)]
    if foreseen.number:
        told = ", ".join(f"{foreseen.count(each)} {each.words.say(language)}" for each in _TOLD)
        lines.append(_SINCE.fill(number=foreseen.number, told=told).say(language))
        count = len(foreseen.affected) + foreseen.waiting
        lines.append((_LOOK.fill(count=count) if count else _NO_LOOK).say(language))
    for step, reference in foreseen.affected[:_SHOWN]:
        chapter = f"{reference.was.number} {reference.was.title}".strip()
        lines.append(f"  {reference.code} – {chapter}: {step.became.words.say(language)}")
    if len(foreseen.affected) > _SHOWN:
        lines.append(_MORE.fill(count=len(foreseen.affected) - _SHOWN).say(language))
    if backup is not None:
        lines.append(_BACKUP.fill(path=backup).say(language))
    return lines


def _data(
    document: Document, foreseen: Foreseen, backup: Path | None, arguments: argparse.Namespace
) -> dict[str, object]:
    return {
        "dry_run": bool(arguments.dry_run),
        "number": arguments.number,
        "since": foreseen.number,
        "chapters": len(document.headings),
        **{each.value: foreseen.count(each) for each in _TOLD},
        "look_at": [
            {"code": each.code, "chapter": each.was.number, "became": step.became.value}
            for step, each in foreseen.affected
        ],
        "waiting": foreseen.waiting,
        "backup": None if backup is None else str(backup),
    }
