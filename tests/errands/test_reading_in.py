"""Reading a stranger's table into a round while its reader dies: nothing of it stays."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.intake.mapping import Rules, match
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.errands.reading_in import read_in
from samen_desktop.exchange.source import Source, open_source
from samen_desktop.store.log.dump import dump
from tests.builders import a_round

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")


def a_list(folder: Path) -> Source:
    path = folder / "lijst.csv"
    lines = ["Inbreng;Indiener", *(f"Te duur, zegt {n};bewoner {n % 9}" for n in range(30_000))]
    path.write_text("\n".join(lines), encoding="utf-8")
    return open_source(path)


@pytest.mark.parametrize("dry", [True, False])
def test_a_reader_that_dies_halfway_leaves_the_round_as_it_was(tmp_path: Path, dry: bool) -> None:
    source = a_list(tmp_path)
    pid = source.filled._reader._process.pid  # type: ignore[attr-defined]
    matched = match(TARGETS["inputs"], source.header, Rules(), source.name)

    def kill(rows: int) -> None:
        if rows > 50:
            os.kill(pid, signal.SIGTERM)

    with a_round(tmp_path / "a.samen") as dossier:
        before = dump(dossier.log)
        with pytest.raises(KnownError, match=r"source\.stopped"):
            read_in(dossier, source, matched, dry=dry, progress=kill)
        assert dump(dossier.log) == before
        assert dossier.conn.execute("SELECT count(*) FROM inputs").fetchone() == (0,)
        assert dossier.undo() is not None  # the step before it, which made the round


def test_a_wish_to_stop_ends_the_reader(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    source = a_list(tmp_path)
    pid = source.filled._reader._process.pid  # type: ignore[attr-defined]
    matched = match(TARGETS["inputs"], source.header, Rules(), source.name)

    def stop(rows: int) -> None:
        if rows > 50:
            raise StoppedError

    with a_round(tmp_path / "a.samen") as dossier, pytest.raises(StoppedError):
        read_in(dossier, source, matched, dry=False, progress=stop)
    del source
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
