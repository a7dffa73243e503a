"""The verb `import`: a stranger's table into the round, or only what would happen."""

from __future__ import annotations

import argparse
from pathlib import Path

from samen_desktop.core.intake.mapping import Matched, Rules, match
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Language, Words
from samen_desktop.errands import reading_in
from samen_desktop.exchange.source import Source, open_source
from samen_desktop.store.intake.intake import ReadIn

from .opening import opened
from .saying import Said, problem_data, problem_line

_SHOWN_PROBLEMS = 20

_DONE = Words("{rows} rijen gelezen, {added} ingelezen.", "{rows} rows read, {added} read in.")
_DRY = Words(
    "Proef, er is niets gewijzigd: {rows} rijen gelezen, {added} zouden worden ingelezen.",
    "Dry run, nothing was changed: {rows} rows read, {added} would be read in.",
)
_CODES = Words("Nummers: {codes}.", "Codes: {codes}.")
_BEFORE = Words(
    "Dit bestand is al eerder ingelezen; {known} rijen ervan waren er al.",
    "This file was read in before; {known} of its rows were here already.",
)
_SKIPPED = Words("{skipped} rijen pasten niet.", "{skipped} rows did not fit.")
_ALSO = Words("Daarbij gemaakt: {made}.", "Made besides: {made}.")
_UNUSED = Words("Niet ingelezen kolommen: {unused}.", "Columns not read in: {unused}.")
_MORE = Words("… en nog {count}.", "… and {count} more.")


def read_in(arguments: argparse.Namespace) -> Said:
    """Read a table in. With `--dry-run` the same work is done and taken back whole."""
    target = TARGETS[arguments.target]
    source = open_source(
        Path(arguments.source), sheet=arguments.sheet, header_row=arguments.header_row
    )
    told = arguments.mapping
    rules = Rules() if told is None else reading_in.rules_of(Path(told), target)
    matched = match(target, source.header, rules, source.name)
    with opened(arguments) as dossier:
        if not arguments.dry_run:
            reading_in.back_up(dossier)
        result = reading_in.read_in(dossier, source, matched, dry=arguments.dry_run)
    return _said(result, source, matched, arguments)


def _said(result: ReadIn, source: Source, matched: Matched, arguments: argparse.Namespace) -> Said:
    language: Language = arguments.lang
    lines = [note.say(language) for note in source.notes]
    lines.append(
        (_DRY if arguments.dry_run else _DONE)
        .fill(rows=result.rows, added=result.added)
        .say(language)
    )
    for words, wanted in (
        (_CODES.fill(codes=" … ".join(result.codes)), any(result.codes)),
        (_BEFORE.fill(known=result.known), result.before),
        (_SKIPPED.fill(skipped=result.skipped), result.skipped),
        (_ALSO.fill(made=_made(result, language)), result.made),
        (_UNUSED.fill(unused=", ".join(matched.unused)), matched.unused),
    ):
        if wanted:
            lines.append(words.say(language))
    shown = result.problems[:_SHOWN_PROBLEMS]
    lines += [f"  {problem_line(problem, language)}" for problem in shown]
    if len(result.problems) > len(shown):
        lines.append(_MORE.fill(count=len(result.problems) - len(shown)).say(language))
    return Said(lines, _data(result, source, matched, arguments))


def _made(result: ReadIn, language: Language) -> str:
    made: list[str] = []
    for kind, count in result.made.items():
        words = KINDS[kind].words if count == 1 else KINDS[kind].words_plural
        made.append(f"{count} {words.say(language).lower()}")
    return ", ".join(made)


def _data(
    result: ReadIn, source: Source, matched: Matched, arguments: argparse.Namespace
) -> dict[str, object]:
    language: Language = arguments.lang
    return {
        "dry_run": bool(arguments.dry_run),
        "sheet": source.sheet,
        "header_row": source.header_row,
        "rows": result.rows,
        "added": result.added,
        "updated": 0,
        "unchanged": result.known,
        "read_before": result.before,
        "skipped": result.skipped,
        "conflicts": 0,
        "codes": result.codes,
        "made": {KINDS[kind].plural: count for kind, count in result.made.items()},
        "columns": {name: list(headers) for name, headers in matched.rules.columns.items()},
        "unused_columns": list(matched.unused),
        "notes": [note.say(language) for note in source.notes],
        "problems": [problem_data(problem, language) for problem in result.problems],
    }
