"""Verbs that look after the file: `check`, `backup`, `restore`, `copy`."""

from __future__ import annotations

import argparse
from pathlib import Path

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Language, Words
from samen_desktop.store.care import checking, copying, restoring

from .opening import opened, read
from .saying import Said, problem_data, problem_line

_SOUND = Words("{name} is in orde.", "{name} is sound.")
_NOT_SOUND = Words(
    "{name}: {count} dingen om naar te kijken.", "{name}: {count} things to look at."
)
_BACKUP = Words("Reservekopie gemaakt en gecontroleerd: {path}", "Backup made and checked: {path}")
_RESTORED = Words("Teruggezet: {name}.", "Restored: {name}.")
_REPLACED = Words("Het vorige bestand staat in {name}.", "The previous file is kept in {name}.")
_COPIED = Words(
    "Kopie gemaakt: {name}; nieuwe nummers daarin krijgen {mark}.",
    "Copy made: {name}; new codes in it get {mark}.",
)


def check(arguments: argparse.Namespace) -> Said:
    """Check the file; problems are told and are no failure of the verb."""
    language: Language = arguments.lang
    path = Path(arguments.file)
    with read(arguments) as dossier:
        found = checking.check(dossier, deep=arguments.deep)
    words = _NOT_SOUND.fill(name=path.name, count=len(found.problems))
    lines = [(words if found.problems else _SOUND.fill(name=path.name)).say(language)]
    lines += [f"  {problem_line(problem, language)}" for problem in found.problems]
    labels = {kind.plural: kind.words_plural for kind in KINDS.values()}
    lines += [
        f"  {labels[name].say(language)}: {count}" for name, count in found.counts.items() if count
    ]
    return Said(
        lines,
        {
            "counts": dict(found.counts),
            "problems": [problem_data(problem, language) for problem in found.problems],
        },
    )


def backup(arguments: argparse.Namespace) -> Said:
    """A verified backup in the given folder, else in the profile's."""
    folder = None if arguments.folder is None else Path(arguments.folder)
    with opened(arguments) as dossier:
        path = copying.backup(dossier, folder)
    line = _BACKUP.fill(path=path).say(arguments.lang)
    return Said([line], {"backup": str(path), "bytes": path.stat().st_size})


def restore(arguments: argparse.Namespace) -> Said:
    """Put a backup back in place, or beside it as a copy to work in."""
    language: Language = arguments.lang
    restored = restoring.restore(Path(arguments.backup), Path(arguments.file), arguments.mark)
    lines = [_RESTORED.fill(name=restored.path.name).say(language)]
    if restored.replaced is not None:
        lines.append(_REPLACED.fill(name=restored.replaced.name).say(language))
    return Said(
        lines,
        {
            "file": str(restored.path),
            "replaced": None if restored.replaced is None else str(restored.replaced),
        },
    )


def copy(arguments: argparse.Namespace) -> Said:
    """A copy for a colleague, with a mark of its own."""
    out = Path(arguments.out)
    mark = arguments.mark.upper()
    with opened(arguments) as dossier:
        counts = copying.give_copy(dossier, out, mark)
    line = _COPIED.fill(name=out.name, mark=mark).say(arguments.lang)
    return Said([line], {"file": str(out), "mark": mark, "bytes": counts.bytes})
