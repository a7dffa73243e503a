"""Backups in the profile: made while work goes on, passed over where damaged, compared with now."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from samen_desktop.core import backups as reasons
from samen_desktop.core.errors import KnownError
from samen_desktop.store import profile
from samen_desktop.store.care import checking, comparing, copies, restoring, rotation
from samen_desktop.store.care.copying import backup, is_kept, round_id
from samen_desktop.store.care.thinning import EACH_APART, stamp
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from tests.builders import SetClock, a_round, a_session, a_writer, deleted, noted


@pytest.fixture(autouse=True)
def profile_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))
    return tmp_path / "profiel"


def _edits(path: Path) -> int:
    with closing(sqlite3.connect(path)) as conn:
        return int(conn.execute("SELECT count(*) FROM edit").fetchone()[0])


def test_notes_go_on_while_another_thread_checks_the_copy(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        for at in range(200):
            noted(dossier, f"Noot {at} " * 80)
        meanwhile: list[bytes] = []
        kept = backup(dossier, meanwhile=lambda: meanwhile.append(noted(dossier, "meanwhile")))
        assert meanwhile
        # They are in the round and not in the copy; that is no damage.
        assert _edits(kept) == 201
        assert _edits(backup(dossier)) == 201 + len(meanwhile)


def test_a_copy_that_lacks_a_row_is_no_backup(
    tmp_path: Path, profile_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counts of copy and original are compared: a check of the copy alone would pass it."""
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        real = copies.verify

        def short(path: Path) -> copies.Counts:
            found = real(path)
            return copies.Counts(found.edits - 1, found.changes, found.bytes)

        monkeypatch.setattr(copies, "verify", short)
        with pytest.raises(KnownError) as told:
            backup(dossier)
        assert told.value.code == "damaged"
    assert list(profile_place.rglob("*.samen")) == []


def test_one_knows_whether_all_is_kept(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        assert not is_kept(dossier.conn)
        backup(dossier)
        assert is_kept(dossier.conn)
        dossier.write_local("colour", "green")  # no step of the round
        assert is_kept(dossier.conn)
        note = noted(dossier)
        assert not is_kept(dossier.conn)
        kept = backup(dossier)
        deleted(dossier, note)
        assert not is_kept(dossier.conn)
    restoring.restore(kept, tmp_path / "a.samen")
    with Dossier.open(tmp_path / "a.samen", a_writer()) as dossier:
        assert is_kept(dossier.conn)


def test_a_damaged_backup_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        for at in range(60):
            noted(dossier, f"Noot {at} " * 60)
        good = backup(dossier, reason=reasons.OPENING)
        noted(dossier)
        bad = backup(dossier, reason=reasons.CHANGES)
        noted(dossier)
        cut = backup(dossier, reason=reasons.MANUAL)
        folder, ident = good.parent, round_id(dossier.conn)
    content = bytearray(bad.read_bytes())
    for page in range(30, len(content) // 4096, 5):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    bad.write_bytes(content)
    cut.write_bytes(cut.read_bytes()[:-4096])
    found = {each.path: each.whole for each in rotation.listed(folder, ident, rotation.utc_now())}
    assert found == {good: True, bad: True, cut: False}
    sound = rotation.newest_sound(folder, ident)
    assert sound is not None
    assert sound.path == good
    # The broken variant: believing the newest name.
    assert rotation.listed(folder, ident, rotation.utc_now())[0].path != good
    assert rotation.newest_of(path) == sound
    assert rotation.newest_of(tmp_path / "never here.samen") is None


def test_old_ones_go_when_a_new_one_is_made(tmp_path: Path, profile_place: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        ident = round_id(dossier.conn)
        folder = profile.backup_folder(ident)
        first = backup(dossier, reason=reasons.CHANGES)
        long_ago = rotation.utc_now() - timedelta(days=400)
        for at in range(30):
            when = stamp(long_ago + timedelta(minutes=at))
            (folder / f"{ident}-{when}-{reasons.CHANGES}.samen").write_bytes(first.read_bytes())
        stranger = folder / "aantekening.txt"
        stranger.write_text("van een mens", encoding="utf-8")
        noted(dossier)
        backup(dossier, reason=reasons.CHANGES)
        names = [each.name for each in folder.glob("*.samen")]
    assert len(names) == 3
    assert stranger.exists()
    # A folder of somebody's own is left alone.
    with Dossier.open(tmp_path / "a.samen", a_writer()) as dossier:
        for _ in range(EACH_APART + 2):
            backup(dossier, tmp_path / "stick")
    assert len(list((tmp_path / "stick").iterdir())) == EACH_APART + 2


def test_a_check_that_is_stopped_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_STEPS_BETWEEN", 500)  # as a round of thousands takes
    with a_round(tmp_path / "a.samen") as dossier:
        for at in range(100):
            noted(dossier, f"Noot {at} " * 60)
        with dossier.writing():
            dossier.conn.execute("UPDATE change SET value = replace(value, 'Noot', 'Root')")
        asked: list[bool] = []

        def stop() -> bool:
            asked.append(True)
            return True

        assert checking.damage(dossier, stop) == []
        assert asked
        assert len(checking.damage(dossier)) == 100


def test_what_differs_from_now(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        kept = backup(dossier)
        noted(dossier)
        with dossier.edit("add_session") as edit:
            a_session(edit)
        now = comparing.present(dossier.conn)
        found = comparing.inside(kept, now)
    assert found is not None
    assert (found.counts["inputs"], now.counts["inputs"]) == (1, 2)
    assert (found.counts["sessions"], now.counts["sessions"]) == (0, 1)
    assert (found.since, found.only) == (2, 0)
    kept.write_bytes(b"SQLite format 3\x00" + b"kapot" * 3000)
    assert comparing.inside(kept, now) is None


@pytest.mark.parametrize("reason", sorted(reasons.REASONS))
def test_every_kind_of_backup_is_the_round_it_was_made_of(tmp_path: Path, reason: str) -> None:
    path = tmp_path / "a.samen"
    with a_round(path, SetClock()) as dossier:
        noted(dossier, "Wáár kan ik heen?\n=1+1")
        before = dump(dossier.log)
        kept = backup(dossier, reason=reason)
        deleted(dossier, noted(dossier))
    restoring.restore(kept, path)
    with Dossier.open(path, a_writer()) as dossier:
        assert dump(dossier.log) == before
