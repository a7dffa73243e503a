"""The verb `export`: the overview workbook, and the record of what went out."""

from __future__ import annotations

import argparse
from pathlib import Path

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.editions import edition as edition_named
from samen_desktop.core.reports.overview import overview
from samen_desktop.core.words import Words
from samen_desktop.exchange.writer import Written, write_workbook
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.overview import RoundOverview
from samen_desktop.store.terms import Labels

from .opening import read
from .saying import Said

_DONE = Words(
    "Gemaakt: {name}, editie {edition}, {rows} rijen.",
    "Made: {name}, edition {edition}, {rows} rows.",
)
_HELD = Words(
    "{count} rijen zijn niet meegegeven vanwege hun privacyklasse.",
    "{count} rows were held back for their privacy class.",
)
_CUT = Words(
    "{count} teksten zijn ingekort tot wat een Excel-cel kan bevatten.",
    "{count} texts were cut to what an Excel cell can hold.",
)
_UNRECORDED = Words(
    "De ronde is alleen-lezen: de uitgifte is niet vastgelegd.",
    "The round is read-only: what went out was not recorded.",
)


def export(arguments: argparse.Namespace) -> Said:
    """Write the overview in one edition and one language."""
    _check(arguments)
    edition = edition_named(arguments.edition)
    out = Path(arguments.out)
    with read(arguments) as dossier:
        labels = Labels(dossier.conn, arguments.lang)
        report = overview(
            RoundOverview(dossier.conn),
            edition=edition,
            language=arguments.lang,
            label=labels.of,
        )
        written = write_workbook(report.workbook, out, language=arguments.lang)
        recorded = dossier.writable
        if recorded:
            _record(dossier, written, out, arguments)
    held = sum(report.held_back.values())
    lines = [_DONE.fill(name=out.name, edition=edition.code, rows=sum(written.rows.values()))]
    lines += [_HELD.fill(count=held)] if held else []
    lines += [_CUT.fill(count=written.cut_cells)] if written.cut_cells else []
    lines += [] if recorded else [_UNRECORDED]
    return Said(
        [line.say(arguments.lang) for line in lines],
        {
            "file": str(out),
            "edition": edition.code,
            "rows": written.rows,
            "held_back": dict(report.held_back),
            "cut_cells": written.cut_cells,
            "sha256": written.sha256,
        },
    )


def _check(arguments: argparse.Namespace) -> None:
    unknown = [name for name in arguments.report if name not in ("overview", "overzicht")]
    if unknown:
        raise KnownError(
            "no_report",
            Words(
                "Er is geen rapport “{name}”; wel: overview.",
                "There is no report “{name}”; there is: overview.",
            ).fill(name=unknown[0][:40]),
        )
    if Path(arguments.out).suffix.lower() != ".xlsx":
        raise KnownError(
            "no_format",
            Words(
                "Het overzicht is een Excel-werkmap: geef het een naam die eindigt op .xlsx.",
                "The overview is an Excel workbook: give it a name that ends in .xlsx.",
            ),
        )


_CLASSES = {"intern": "INTERN", "collega": "COLLEG", "openbaar": "OPENB"}


def _record(dossier: Dossier, written: Written, out: Path, arguments: argparse.Namespace) -> None:
    with dossier.edit(edits.EXPORT) as edit:
        edit.create(
            "export",
            {
                "report": "overview",
                "edition": _CLASSES[arguments.edition],
                "file": out.name,
                "sha256": written.sha256,
                "rows": sum(written.rows.values()),
                "language": arguments.lang,
            },
        )
