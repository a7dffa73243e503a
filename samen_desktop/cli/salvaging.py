"""The verb `salvage`: a damaged round into a new file, and what came of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.salvaging import KeptApart, Salvaged, outcome
from samen_desktop.core.words import Language, Words
from samen_desktop.store.care.salvaging import salvage as salvaged_into

from .opening import writer
from .saying import Said

_SHOWN = 20
_MADE = Words(
    "Het herstelde bestand is {name}; het beschadigde is niet gewijzigd.",
    "The salvaged file is {name}; the damaged one was not changed.",
)
_COUNT = Words("{what}: {here}", "{what}: {here}")
_COMPARED = Words(
    "{what}: {here} (in de reservekopie: {there})", "{what}: {here} (in the backup: {there})"
)
_APART = Words("Apart gehouden, om zelf te beoordelen:", "Kept apart, for you to judge:")
_MORE = Words("… en nog {count}.", "… and {count} more.")


def salvage(arguments: argparse.Namespace) -> Said:
    """Salvage a damaged file; one in which nothing is left to read is a failure of the verb."""
    language: Language = arguments.lang
    target = Path(arguments.new)
    found = salvaged_into(Path(arguments.file), target, writer(arguments))
    lines = [words.say(language) for words in outcome(found)]
    lines += [f"  {each}" for each in _counts(found, language)]
    if found.apart:
        lines.append(_APART.say(language))
        lines += [f"  {_line(each, language)}" for each in found.apart[:_SHOWN]]
    if len(found.apart) > _SHOWN:
        lines.append(f"  {_MORE.fill(count=len(found.apart) - _SHOWN).say(language)}")
    lines.append(_MADE.fill(name=target.name).say(language))
    return Said(lines, _data(found, target, language))


def _counts(found: Salvaged, language: Language) -> list[str]:
    said = []
    for kind in KINDS.values():
        here, there = found.here.get(kind.plural, 0), found.there.get(kind.plural)
        if here or there:
            words = _COUNT if there is None else _COMPARED
            said.append(words.fill(what=kind.words_plural, here=here, there=there).say(language))
    return said


def _line(each: KeptApart, language: Language) -> str:
    return f"{each.where.say(language)}, {each.field.say(language)}: {' '.join(each.text.split())}"


def _data(found: Salvaged, target: Path, language: Language) -> dict[str, object]:
    counted = {name: value for name, value in asdict(found).items() if name != "apart"}
    apart = [
        {"where": each.where.say(language), "field": each.field.say(language), "text": each.text}
        for each in found.apart
    ]
    return {"file": str(target), **counted, "apart": apart}
