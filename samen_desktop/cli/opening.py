"""Opening a round for a verb: who writes, older layouts migrated after a copy, read-only places."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samen_desktop.store import profile
from samen_desktop.store.care import borrowing, copying, side_files
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Writer


def writer(arguments: argparse.Namespace) -> Writer:
    """The author the verb names, else the one this laptop knows."""
    return profile.read().writer(arguments.author)


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Dossier]:
    """The round in `file`, held while the verb works; closed afterwards. Raises KnownError."""
    path = Path(arguments.file)
    who = writer(arguments)
    borrowing.refuse_waiting(path)
    side_files.refuse_strange(path)
    copying.migrate_with_backup(path)
    with Dossier.open(path, who) as dossier:
        yield dossier


@contextmanager
def read(arguments: argparse.Namespace) -> Iterator[Dossier]:
    """The round in `file` for looking only: a place that allows no writing is no obstacle."""
    path = Path(arguments.file)
    side_files.refuse_strange(path)
    if path.exists() and not os.access(path, os.W_OK):
        with Dossier.open(path, writer(arguments), read_only=True) as dossier:
            yield dossier
    else:
        with opened(arguments) as dossier:
            yield dossier
