"""The verb `export`: reports into a workbook or a document, and the record of what went out."""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path

from samen_desktop.core.reports.filters import Filters
from samen_desktop.core.words import Words
from samen_desktop.errands.handing_out import Order, record, refuse, write

from .opening import read
from .saying import Said

_DONE = Words(
    "Gemaakt: {name}, editie {edition}, {rows} rijen.",
    "Made: {name}, edition {edition}, {rows} rows.",
)
_HELD = Words(
    "{count} rijen zijn niet meegegeven in deze editie. Welke en waarom: "
    "export FILE OUT.xlsx --report achtergehouden --edition intern.",
    "{count} rows were held back in this edition. Which and why: "
    "export FILE OUT.xlsx --report held-back --edition intern.",
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
    """Write reports in one edition and one language; the format follows the file's name."""
    order = Order(
        Path(arguments.out),
        arguments.edition,
        arguments.lang,
        tuple(chain.from_iterable(arguments.report or (("overview",),))),
        Filters(arguments.phase, arguments.theme, arguments.session),
        arguments.to,
    )
    refuse(order)
    with read(arguments) as dossier:
        handed = write(dossier.conn, order)
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
            "reports": [each.name for each in order.asked],
            "rows": dict(handed.rows),
            "held_back": dict(handed.held_back),
            "cut_cells": handed.cut_cells,
            "sha256": handed.sha256,
        },
    )
