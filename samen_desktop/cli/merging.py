"""The verb `merge`: other laptops' copies of a round into this one, or only what would happen."""

from __future__ import annotations

import argparse
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.merging import Choice, FileTold, Named, Pair, Told, notices, summary
from samen_desktop.core.words import Language, Words
from samen_desktop.errands import merging

from .opening import opened
from .saying import Said

_SHOWN = 20

_DRY = Words("Proef, er is niets gewijzigd.", "Dry run, nothing was changed.")
_NOTHING = Words(
    "Er is niets nieuws; de ronde is niet gewijzigd.",
    "There is nothing new; the round was not changed.",
)
_UNDONE = Words(
    "Dit is eerder samengevoegd en daarna ongedaan gemaakt. Met `redo` komt het terug.",
    "This was merged before and undone since. `redo` brings it back.",
)
_CHOICES = Words(
    "{count} velden kregen op twee plekken een andere waarde. Kies in het venster:",
    "{count} fields got other values in two places. Choose in the window:",
)
_PAIRS = Words(
    "{count} keer lijkt iets op twee laptops gemaakt te zijn. Voeg samen in het venster:",
    "{count} times something seems to be made on two laptops. Join in the window:",
)
_PAIR = Words("{one} – {other} ({reason})", "{one} – {other} ({reason})")
_BACKUP = Words("Reservekopie gemaakt: {path}", "Backup made: {path}")
_MORE = Words("… en nog {count}.", "… and {count} more.")


def merge(arguments: argparse.Namespace) -> Said:
    """Merge the files. With `--dry-run` the same work is done and taken back whole."""
    language: Language = arguments.lang
    here = Path(arguments.file)
    backup: Path | None = None
    with opened(arguments) as dossier:
        arrived = merging.arrive([Path(each) for each in arguments.others], here)
        try:
            told = merging.merge(dossier, arrived, language, dry=True)
            _refuse_all(told)
            if told.edits and not arguments.dry_run:
                backup = merging.back_up(dossier)
                told = merging.merge(dossier, arrived, language, dry=False)
        finally:
            for each in arrived:
                each.erase()
    return _said(told, backup, arguments)


def _refuse_all(told: Told) -> None:
    """Where no file at all can come in, the verb failed."""
    reasons = [each.refused for each in told.files if each.refused is not None]
    if len(reasons) == len(told.files):
        nl, en = (" ".join(words) for words in zip(*((r.nl, r.en) for r in reasons), strict=True))
        raise KnownError("merge_refused", Words(nl, en))


def _said(told: Told, backup: Path | None, arguments: argparse.Namespace) -> Said:
    language: Language = arguments.lang
    lines = [_DRY.say(language)] if arguments.dry_run else []
    lines += [summary(each).say(language) for each in told.files]
    if not told.edits:
        lines.append((_NOTHING if told.undone is None else _UNDONE).say(language))
    lines += _some([words.say(language) for words in notices(told)], language)
    if told.choices:
        lines.append(_CHOICES.fill(count=len(told.choices)).say(language))
        lines += _some([f"  {_choice_line(each)}" for each in told.choices], language)
    if told.pairs:
        lines.append(_PAIRS.fill(count=len(told.pairs)).say(language))
        lines += _some([f"  {_pair_line(each, language)}" for each in told.pairs], language)
    if backup is not None:
        lines.append(_BACKUP.fill(path=backup).say(language))
    return Said(lines, _data(told, backup, arguments))


def _some(lines: list[str], language: Language) -> list[str]:
    rest = len(lines) - _SHOWN
    return lines if rest <= 0 else [*lines[:_SHOWN], _MORE.fill(count=rest).say(language)]


def _choice_line(choice: Choice) -> str:
    sides = " | ".join(
        f"{' '.join(side.text.split())[:60] or '–'} ({side.author}, {side.when:%d-%m %H:%M})"
        for side in choice.sides
    )
    return f"{choice.code or choice.title} – {choice.label}: {sides}"


def _pair_line(pair: Pair, language: Language) -> str:
    words = _PAIR.fill(one=pair.stays.said(), other=pair.goes.said(), reason=pair.reason)
    return words.say(language)


def _data(told: Told, backup: Path | None, arguments: argparse.Namespace) -> dict[str, object]:
    language: Language = arguments.lang
    return {
        "dry_run": bool(arguments.dry_run),
        "edits": told.edits,
        "files": [_file_data(each, language) for each in told.files],
        "conflicts": [_choice_data(each) for each in told.choices],
        "proposals": [
            {
                "stays": _named_data(each.stays),
                "goes": _named_data(each.goes),
                "reason": each.reason.say(language),
            }
            for each in told.pairs
        ],
        "kept": [_named_data(each) for each in told.kept],
        "codes_twice": [_named_data(each) for each in told.twice],
        "undone_before": told.undone is not None,
        "backup": None if backup is None else str(backup),
    }


def _file_data(told: FileTold, language: Language) -> dict[str, object]:
    return {
        "file": told.name,
        "refused": None if told.refused is None else told.refused.say(language),
        "edits": told.edits,
        "added": {KINDS[name].plural: count for name, count in told.new.items() if name in KINDS},
        "updated": {
            KINDS[name].plural: count for name, count in told.changed.items() if name in KINDS
        },
        "conflicts": told.choices,
        "ahead": told.ahead,
    }


def _choice_data(choice: Choice) -> dict[str, object]:
    return {
        "record": choice.record.hex(),
        "code": choice.code,
        "title": choice.title,
        "field": choice.field,
        "label": choice.label,
        "values": [
            {
                "value": side.value,
                "text": side.text,
                "author": side.author,
                "when": side.when.isoformat(timespec="seconds"),
            }
            for side in choice.sides
        ],
    }


def _named_data(named: Named) -> dict[str, object]:
    return {"record": named.record.hex(), "code": named.code, "title": named.title}
