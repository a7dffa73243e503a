"""A stranger's table into the round, or only what would happen.

One edit, so one undo. The dry run is the same work taken back whole. How a person chooses file and
columns, and how the outcome is said, is for the command line and the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from samen_desktop.core import edits
from samen_desktop.core.backups import BEFORE_IMPORTING
from samen_desktop.core.errors import KnownError
from samen_desktop.core.intake.mapping import Matched, Rules, parse_rules
from samen_desktop.core.intake.rows import ReadRow, read_rows
from samen_desktop.core.intake.targets import Target
from samen_desktop.core.words import Words
from samen_desktop.exchange.source import Source
from samen_desktop.store.care import copying
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.intake.intake import Intake, ReadIn, SourceFile


def back_up(dossier: Dossier) -> Path:
    """The verified backup that reading in wants before it. Raises KnownError."""
    return copying.backup(dossier, reason=BEFORE_IMPORTING)


class _DryRunError(Exception):
    """Leaves the edit, so that nothing of it is kept."""


def rules_of(path: Path, target: Target) -> Rules:
    """The rules in a mapping file. Raises KnownError that names the file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(
            "mapping",
            Words(
                "Het koppelbestand {name} kan niet gelezen worden.",
                "The mapping file {name} cannot be read.",
            ).fill(name=path.name),
        ) from error
    return parse_rules(text, target, path.name)


def read_in(
    dossier: Dossier,
    source: Source,
    matched: Matched,
    *,
    dry: bool,
    progress: Callable[[int], None] | None = None,
    through: Callable[[Iterator[ReadRow]], Iterator[ReadRow]] | None = None,
) -> ReadIn:
    """Read a matched table into the round; with `dry` nothing of it is kept.

    `progress` hears how many rows were looked at; whatever it raises stops the work, and then
    nothing was changed. `through` may read the rows on another thread: they know no round. Raises
    KnownError as the source and the round do.
    """
    file = SourceFile(source.name, source.sha256, source.sheet)
    result = ReadIn()
    try:
        with dossier.edit(edits.IMPORT) as edit:
            intake = Intake(dossier.conn, edit, matched, file, datetime.now().astimezone().date())
            result = intake.result
            rows = read_rows(matched, source.rows(), source.sheet)
            intake.read(rows if through is None else through(rows), progress)
            if dry:
                raise _DryRunError
    except _DryRunError:
        pass
    return result
