"""Verbs that look after the file: `check`, `backup`, `restore`, `copy`."""

from __future__ import annotations

import argparse
from pathlib import Path

from samen_desktop.core.backups import reason_words
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Language, Words
from samen_desktop.store import profile
from samen_desktop.store.care import (
    checking,
    comparing,
    conflict_copies,
    copying,
    opening,
    restoring,
    rotation,
)
from samen_desktop.store.care.comparing import Inside, Present
from samen_desktop.store.care.thinning import Backup
from samen_desktop.store.dossier import Dossier

from .opening import opened, read
from .saying import Said, problem_data, problem_line

_SOUND = Words("{name} is in orde.", "{name} is sound.")
_NOT_SOUND = Words(
    "{name}: {count} dingen om naar te kijken.", "{name}: {count} things to look at."
)
_BACKUP = Words("Reservekopie gemaakt en gecontroleerd: {path}", "Backup made and checked: {path}")
_NO_BACKUPS = Words(
    "Van {name} zijn er op deze laptop nog geen reservekopieën.",
    "There are no backups of {name} on this laptop yet.",
)
_BACKUPS = Words("{count} reservekopieën in {folder}:", "{count} backups in {folder}:")
_UNREADABLE = Words("beschadigd of niet te lezen", "damaged or not to be read")
_AS_NOW = Words("gelijk aan nu", "as it is now")
_SINCE = Words("sindsdien {since} stappen", "{since} steps since")
_ONLY = Words("{only} stappen die nu ontbreken", "{only} steps that are missing now")
_CONFLICT = Words(
    "Ernaast staat {name}, door een synchronisatieprogramma gemaakt, met {steps} stappen die hier"
    " niet zijn: voeg dat samen.",
    "Beside it lies {name}, made by a program that synchronises, with {steps} steps that are not"
    " here: merge it.",
)
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
        notices = _notices(path, dossier)
    words = _NOT_SOUND.fill(name=path.name, count=len(found.problems))
    lines = [(words if found.problems else _SOUND.fill(name=path.name)).say(language)]
    lines += [f"  {problem_line(problem, language)}" for problem in found.problems]
    lines += [f"  {words.say(language)}" for words in notices]
    labels = {kind.plural: kind.words_plural for kind in KINDS.values()}
    lines += [
        f"  {labels[name].say(language)}: {count}" for name, count in found.counts.items() if count
    ]
    return Said(
        lines,
        {
            "counts": dict(found.counts),
            "problems": [problem_data(problem, language) for problem in found.problems],
            "notices": [words.say(language) for words in notices],
        },
    )


def _notices(path: Path, dossier: Dossier) -> list[Words]:
    """What there is to say of where the file lies and of what lies beside it."""
    finding = opening.look(path)
    found = conflict_copies.beside(path, dossier.conn)
    return [
        *([] if finding is None else [finding.words]),
        *(_CONFLICT.fill(name=each.path.name, steps=each.steps) for each in found),
    ]


def backup(arguments: argparse.Namespace) -> Said:
    """A verified backup in the given folder, else in the profile's."""
    folder = None if arguments.folder is None else Path(arguments.folder)
    with opened(arguments) as dossier:
        path = copying.backup(dossier, folder)
    line = _BACKUP.fill(path=path).say(arguments.lang)
    return Said([line], {"backup": str(path), "bytes": path.stat().st_size})


def backups(arguments: argparse.Namespace) -> Said:
    """The backups of a round in the profile, the newest first, each with what it holds."""
    language: Language = arguments.lang
    path = Path(arguments.file)
    with read(arguments) as dossier:
        ident = copying.round_id(dossier.conn)
        now = comparing.present(dossier.conn)
    folder = profile.backup_folder(ident)
    found = [
        (each, comparing.inside(each.path, now))
        for each in rotation.listed(folder, ident, rotation.utc_now())
    ]
    first = _BACKUPS.fill(count=len(found), folder=folder) if found else _NO_BACKUPS
    lines = [first.fill(name=path.name).say(language)]
    for each, inside in found:
        why = reason_words(each.reason).say(language)
        lines.append(f"  {each.when:%d-%m-%Y %H:%M}  {why}  {_differs(inside, language)}")
        lines.append(f"    {each.path.name}")
    return Said(lines, {"backups": [_backup_data(*each, now) for each in found]})


def _differs(inside: Inside | None, language: Language) -> str:
    if inside is None:
        return _UNREADABLE.say(language)
    told = [
        words.fill(since=inside.since, only=inside.only).say(language)
        for words, count in ((_SINCE, inside.since), (_ONLY, inside.only))
        if count
    ]
    return "; ".join(told) or _AS_NOW.say(language)


def _backup_data(backup: Backup, inside: Inside | None, now: Present) -> dict[str, object]:
    found: dict[str, object] = {
        "path": str(backup.path),
        "when": backup.when.isoformat(timespec="seconds"),
        "reason": backup.reason,
        "bytes": backup.bytes,
        "sound": inside is not None,
    }
    if inside is not None:
        found |= {"counts": dict(inside.counts), "since": inside.since, "only": inside.only}
        found["differs"] = {
            name: count - inside.counts.get(name, 0)
            for name, count in now.counts.items()
            if count != inside.counts.get(name, 0)
        }
    return found


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
