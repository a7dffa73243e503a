"""The verb `export`: the overview workbook, and the record of what went out."""

from __future__ import annotations

import argparse
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.editions import edition
from samen_desktop.core.words import Words
from samen_desktop.errands.handing_out import Order, record, refuse_format, write_overview

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
    order = Order(Path(arguments.out), arguments.edition, arguments.lang)
    with read(arguments) as dossier:
        handed = write_overview(dossier.conn, order)
        recorded = record(dossier, handed)
    held = sum(handed.held_back.values())
    lines = [_DONE.fill(name=order.out.name, edition=order.edition, rows=handed.row_count)]
    lines += [_HELD.fill(count=held)] if held else []
    lines += [_CUT.fill(count=handed.cut_cells)] if handed.cut_cells else []
    lines += [] if recorded else [_UNRECORDED]
    return Said(
        [line.say(arguments.lang) for line in lines],
        {
            "file": str(order.out),
            "edition": order.edition,
            "rows": dict(handed.rows),
            "held_back": dict(handed.held_back),
            "cut_cells": handed.cut_cells,
            "sha256": handed.sha256,
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
    refuse_format(Path(arguments.out))
    edition(arguments.edition)
