"""Journals beside a file: its own is played back, another's is refused and lost nothing by it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store.care import checking, side_files
from samen_desktop.store.care.opening import open_round
from samen_desktop.store.care.side_files import STRANGE, JournalHead, belongs
from samen_desktop.store.dossier import Dossier
from tests.builders import SetClock, a_round, a_writer, noted
from tests.figures import caught, tell


@pytest.fixture(autouse=True)
def profile_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))
    return tmp_path / "profiel"


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _a_round(path: Path, notes: int = 60, word: str = "Noot") -> Path:
    with a_round(path, SetClock()) as dossier:
        for at in range(notes):
            noted(dossier, f"{word} {at} " * 40)
    return path


def _cut_off(path: Path, left: Path) -> None:
    """What lies on the disk when the plug is pulled in the middle of a large step."""
    with Dossier.open(path, a_writer()) as dossier:
        conn = dossier.conn
        conn.execute("PRAGMA cache_size = 5")
        conn.execute("PRAGMA query_only = OFF")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE change SET value = value || hex(randomblob(2000))")
        conn.execute("UPDATE inputs SET words = hex(randomblob(2000))")
        left.write_bytes(path.read_bytes())
        _journal(left).write_bytes(_journal(path).read_bytes())
        conn.execute("ROLLBACK")
        conn.execute("PRAGMA query_only = ON")


def _words(path: Path) -> list[str]:
    with Dossier.open(path, a_writer()) as dossier:
        return [words for (words,) in dossier.conn.execute("SELECT words FROM inputs ORDER BY key")]


def test_its_own_journal_is_played_back(tmp_path: Path, profile_place: Path) -> None:
    whole = _a_round(tmp_path / "a.samen")
    left = tmp_path / "na de stroomstoring.samen"
    _cut_off(whole, left)
    assert side_files.look(left) is None
    opened = open_round(left, a_writer())
    opened.dossier.close()
    assert opened.cut_off
    assert opened.damage == []
    assert _words(left) == _words(whole)
    assert not list((profile_place / "working").iterdir())


def test_a_journal_of_another_round_is_refused_and_put_aside(tmp_path: Path) -> None:
    whole = _a_round(tmp_path / "a.samen")
    before = whole.read_bytes()
    other = _a_round(tmp_path / "b.samen", 90, "Ander")
    _cut_off(other, tmp_path / "c.samen")
    shutil.copyfile(_journal(tmp_path / "c.samen"), _journal(whole))
    with pytest.raises(KnownError) as told:
        open_round(whole, a_writer())
    assert told.value.code == STRANGE
    assert "a.samen-journal" in told.value.say("nl")
    assert whole.read_bytes() == before
    kept = side_files.put_aside(whole)
    assert [each.name for each in kept] == ["a.samen-journal opzij"]
    opened = open_round(whole, a_writer())
    assert checking.damage(opened.dossier) == []
    opened.dossier.close()
    assert len(_words(whole)) == 60
    tell("a journal of another round beside the file", files=1, refused=1, notes_lost=0)
    # The broken variant: SQLite plays it back without a word, and the notes are gone.
    whole.write_bytes(before)
    kept[0].replace(_journal(whole))
    assert _sixty_notes(whole) is False
    caught("SQLite alone plays it back", files=1, refused=0)


def _sixty_notes(path: Path) -> bool:
    """Whether the notes are all there for who opens the file with SQLite alone."""
    try:
        with closing(sqlite3.connect(path)) as conn:
            found = [words for (words,) in conn.execute("SELECT words FROM inputs")]
    except sqlite3.Error:
        return False
    return len(found) == 60 and all(words.startswith("Noot") for words in found)


def test_a_journal_of_a_copy_that_went_its_own_way_is_tried_and_refused(tmp_path: Path) -> None:
    """Same page size, same mark, same count of changes: only a trial tells."""
    whole = _a_round(tmp_path / "a.samen")
    sibling = tmp_path / "b.samen"
    shutil.copyfile(whole, sibling)
    for path, word in ((whole, "hier"), (sibling, "daar")):
        with Dossier.open(path, a_writer(), wall=SetClock()) as dossier:
            for at in range(40):
                noted(dossier, f"{word} {at} " * 40)
    before = whole.read_bytes()
    _cut_off(sibling, tmp_path / "c.samen")
    shutil.copyfile(_journal(tmp_path / "c.samen"), _journal(whole))
    assert side_files.look(whole) is None
    with pytest.raises(KnownError) as told:
        open_round(whole, a_writer())
    assert told.value.code == STRANGE
    assert whole.read_bytes() == before
    tell("a journal of a copy that went its own way", files=1, refused=1, notes_lost=0)


def test_a_write_ahead_log_is_never_ours(tmp_path: Path) -> None:
    whole = _a_round(tmp_path / "a.samen", 5)
    with closing(sqlite3.connect(tmp_path / "ander.db", isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("CREATE TABLE t (a)")
        conn.execute("INSERT INTO t VALUES (1)")
        log = tmp_path / "a.samen-wal"
        log.write_bytes((tmp_path / "ander.db-wal").read_bytes())
    with pytest.raises(KnownError) as told:
        open_round(whole, a_writer())
    assert told.value.code == STRANGE
    side_files.put_aside(whole)
    assert len(_words(whole)) == 5


def test_a_journal_of_a_program_that_works_in_the_file_is_left_to_it(tmp_path: Path) -> None:
    whole = _a_round(tmp_path / "a.samen")
    with Dossier.open(whole, a_writer()) as dossier:
        conn = dossier.conn
        conn.execute("PRAGMA cache_size = 5")
        conn.execute("PRAGMA query_only = OFF")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE change SET value = value || hex(randomblob(2000))")
        assert _journal(whole).stat().st_size > 0
        side_files.refuse_strange(whole)
        with pytest.raises(KnownError) as told:
            open_round(whole, a_writer())
        assert told.value.code == "in_use"
        conn.execute("ROLLBACK")
        conn.execute("PRAGMA query_only = ON")


def test_an_emptied_journal_is_no_reason_to_stop(tmp_path: Path) -> None:
    whole = _a_round(tmp_path / "a.samen", 5)
    for content in (b"", bytes(512), os.urandom(20)):
        _journal(whole).write_bytes(content)
        open_round(whole, a_writer()).dossier.close()


OWN = bytearray(100)
OWN[16:18] = (4096).to_bytes(2, "big")
OWN[24:28] = (9).to_bytes(4, "big")
OWN[68:72] = (0x53414D4E).to_bytes(4, "big")


def _first(counter: int, mark: int = 0x53414D4E) -> bytes:
    head = bytearray(OWN)
    head[24:28] = counter.to_bytes(4, "big")
    head[68:72] = mark.to_bytes(4, "big")
    return bytes(head)


@pytest.mark.parametrize(
    ("journal", "own"),
    [
        (JournalHead(4096, 50, _first(9)), True),
        (JournalHead(4096, 50, _first(8)), True),
        (JournalHead(4096, 50, _first(7)), False),
        (JournalHead(4096, 50, _first(10)), False),
        (JournalHead(1024, 50, _first(9)), False),
        (JournalHead(4096, 50, _first(9, mark=0)), False),
        (JournalHead(4096, 50, b""), True),
    ],
)
def test_what_a_journal_says_of_its_file(journal: JournalHead, *, own: bool) -> None:
    assert belongs(journal, bytes(OWN)) is own
