"""Verbs that make a round: `new`, `demo`."""

from __future__ import annotations

import argparse
from pathlib import Path

from samen_desktop import resources
from samen_desktop.core import edits
from samen_desktop.core.words import Words
from samen_desktop.store import database
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round

from .opening import writer
from .saying import Said

_MADE = Words(
    "Gemaakt: {name}, {count} sessies en {inputs} inbrengen.",
    "Made: {name}, {count} sessions and {inputs} inputs.",
)
_NEW = Words("Gemaakt: {name}, ronde “{round}”.", "Made: {name}, round “{round}”.")


def new(arguments: argparse.Namespace) -> Said:
    """A new round from a template."""
    data = resources.template(arguments.template)
    if arguments.name:
        data["round"][0]["name"] = arguments.name
    path = Path(arguments.file)
    _write(path, data, edits.NEW, arguments)
    name = data["round"][0]["name"]
    line = _NEW.fill(name=path.name, round=name).say(arguments.lang)
    return Said([line], {"file": str(path), "round": name})


def demo(arguments: argparse.Namespace) -> Said:
    """The demo round; an older demo round of that name is replaced, anything else is refused."""
    path = Path(arguments.file)
    if path.exists():
        _refuse_unless_demo(path, arguments)
        path.unlink()
    data = resources.demo()
    _write(path, data, edits.DEMO, arguments)
    counts = {name: len(records) for name, records in data.items()}
    line = _MADE.fill(name=path.name, count=counts["sessions"], inputs=counts["inputs"])
    return Said([line.say(arguments.lang)], {"file": str(path), "counts": counts})


def _write(path: Path, data: resources.RoundData, name: str, arguments: argparse.Namespace) -> None:
    with Dossier.create(path, writer(arguments)) as dossier, dossier.edit(name) as edit:
        write_round(edit, data)


def _refuse_unless_demo(path: Path, arguments: argparse.Namespace) -> None:
    with Dossier.open(path, writer(arguments)) as dossier:
        found = dossier.conn.execute("SELECT demo FROM rounds WHERE deleted = 0").fetchone()
    if found is None or found[0] != 1:
        raise database.exists_already(path)
