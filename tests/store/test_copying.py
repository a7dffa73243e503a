"""Copies, backups and putting back: whole, checked, marked, and nothing given twice."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store import database
from samen_desktop.store.care import copies, copying
from samen_desktop.store.care.copying import backup, backups, give_copy
from samen_desktop.store.care.restoring import restore
from samen_desktop.store.dossier import Dossier
from tests.builders import SetClock, a_round, a_writer, deleted, noted


@pytest.fixture(autouse=True)
def profile_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))
    return tmp_path / "profiel"


def _open(path: Path) -> Dossier:
    return Dossier.open(path, a_writer(), wall=SetClock())


def _left(folder: Path) -> list[str]:
    """Names of files that a copy may not leave behind."""
    return [at.name for at in folder.rglob("*") if ".tmp" in at.name or "-journal" in at.name]


def _code(dossier: Dossier, record: bytes) -> str:
    found = dossier.conn.execute("SELECT shown FROM inputs WHERE id = ?", (record,)).fetchone()
    return str(found[0])


def test_a_given_copy_writes_its_mark_and_knows_no_drafts(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        with dossier.writing():
            dossier.conn.execute("INSERT INTO draft VALUES ('capture', 'halfgetypt geheim', '')")
            dossier.conn.execute("INSERT INTO saved_view VALUES ('inputs', 'mijn', '{}')")
        counts = give_copy(dossier, tmp_path / "kopie.samen", "HR")
        assert counts.edits == 2
        assert _code(dossier, noted(dossier)) == "I-0002"
    assert b"halfgetypt" not in (tmp_path / "kopie.samen").read_bytes()
    with _open(tmp_path / "kopie.samen") as copy:
        assert copy.undo() is None
        assert _code(copy, noted(copy)) == "I-HR-0001"
        assert copy.conn.execute("SELECT count(*) FROM saved_view").fetchone()[0] == 0
    assert _left(tmp_path) == []


@pytest.mark.parametrize("mark", ["", "H", "hr", "HRXYZ", "H1", "H R"])
def test_an_ill_formed_mark_is_refused(tmp_path: Path, mark: str) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with pytest.raises(KnownError) as caught:
            give_copy(dossier, tmp_path / "kopie.samen", mark)
        assert caught.value.code == "no_mark"
    assert not (tmp_path / "kopie.samen").exists()


def test_a_mark_is_given_once_by_whoever_gives_it(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        give_copy(dossier, tmp_path / "een.samen", "HR")
        with pytest.raises(KnownError) as caught:
            give_copy(dossier, tmp_path / "twee.samen", "HR")
        assert caught.value.code == "mark_given"
    with _open(tmp_path / "een.samen") as copy, pytest.raises(KnownError):
        give_copy(copy, tmp_path / "drie.samen", "HR")


def test_a_copy_that_fails_leaves_nothing_and_its_mark_is_free(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        (tmp_path / "kopie.samen").write_text("van een ander", encoding="utf-8")
        with pytest.raises(KnownError) as caught:
            give_copy(dossier, tmp_path / "kopie.samen", "HR")
        assert caught.value.code == "exists"
        with pytest.raises(KnownError) as caught:
            give_copy(dossier, tmp_path / "kopie.samen" / "x.samen", "HR")
        assert caught.value.code == "no_place"
        give_copy(dossier, tmp_path / "goed.samen", "HR")
    assert (tmp_path / "kopie.samen").read_text(encoding="utf-8") == "van een ander"
    assert _left(tmp_path) == []


def test_a_backup_is_named_by_round_time_and_reason(tmp_path: Path, profile_place: Path) -> None:
    with a_round(tmp_path / "Jeugd van Jansen.samen") as dossier:
        noted(dossier)
        first, second = backup(dossier), backup(dossier)
        ident = copying.round_id(dossier.conn)
        assert backups(dossier.conn) == sorted([first, second], reverse=True)
    assert first.parent == profile_place / "backups" / ident
    assert first.name.startswith(f"{ident}-2")
    assert "-manual" in first.name
    assert copies.verify(first).edits == 2
    assert _left(profile_place) == []


def test_a_backup_holds_what_is_committed_and_a_plain_copy_does_not(tmp_path: Path) -> None:
    """The broken variant: copying the file while a step is half written."""
    with a_round(tmp_path / "a.samen") as dossier:
        for at in range(300):
            noted(dossier, f"Noot {at} " * 60)
        conn = dossier.conn
        conn.execute("PRAGMA cache_size = 5")
        conn.execute("PRAGMA query_only = OFF")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE change SET value = value || hex(randomblob(3000))")
        shutil.copyfile(dossier.path, tmp_path / "plain.samen")
        conn.execute("ROLLBACK")
        conn.execute("PRAGMA query_only = ON")
        assert copies.verify(backup(dossier)).edits == 301
    with pytest.raises(KnownError) as caught:
        copies.verify(tmp_path / "plain.samen")
    assert caught.value.code == "damaged"


def test_a_backup_of_a_damaged_round_is_refused_and_leaves_nothing(
    tmp_path: Path, profile_place: Path
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        for at in range(50):
            noted(dossier, f"Noot {at} " * 60)
    raw = bytearray((tmp_path / "a.samen").read_bytes())
    for page in range(40, len(raw) // 4096, 5):
        raw[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    (tmp_path / "a.samen").write_bytes(raw)
    source = sqlite3.connect(tmp_path / "a.samen")
    with pytest.raises(KnownError) as caught:
        copies.copy_in_steps(source, profile_place / "x.samen")
    source.close()
    assert caught.value.code == "damaged"
    assert list(profile_place.iterdir()) == []


def test_restoring_in_place_gives_no_code_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        noted(dossier)
        kept = backup(dossier)
        noted(dossier, "spoken aloud as I-0002")
        give_copy(dossier, tmp_path / "kopie.samen", "HR")
        with dossier.edit("import") as edit:
            edit.create("participant", {"code": edit.next_person("Indiener", None)})
    restored = restore(kept, path)
    assert restored.replaced is not None
    assert restored.replaced.parent == tmp_path
    assert "vervangen" in restored.replaced.name
    with _open(restored.replaced) as old:
        assert old.conn.execute("SELECT count(*) FROM inputs").fetchone()[0] == 2
    with _open(path) as dossier:
        assert dossier.conn.execute("SELECT count(*) FROM inputs").fetchone()[0] == 1
        assert _code(dossier, noted(dossier)) == "I-0003"
        with dossier.edit("import") as edit:
            assert edit.next_person("Indiener", None) == "Indiener 2"
        with pytest.raises(KnownError) as caught:
            give_copy(dossier, tmp_path / "nog een.samen", "HR")
        assert caught.value.code == "mark_given"
    # The broken variant: the backup laid over the file gives the spoken code to another input.
    shutil.copyfile(kept, path)
    with _open(path) as dossier:
        assert _code(dossier, noted(dossier)) == "I-0002"
    assert _left(tmp_path) == []


def test_a_damaged_present_file_is_no_obstacle_and_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        noted(dossier)
        kept = backup(dossier)
    path.write_bytes(b"kapot" * 5000)
    path.with_name("a.samen-journal").write_bytes(b"journal of the damaged file")
    restored = restore(kept, path)
    assert restored.replaced is not None
    assert restored.replaced.read_bytes() == b"kapot" * 5000
    assert not path.with_name("a.samen-journal").exists()
    with _open(path) as dossier:
        assert _code(dossier, noted(dossier)) == "I-0002"


def test_restoring_refuses_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        kept = backup(dossier)
        with pytest.raises(KnownError) as caught:
            restore(kept, path)
        assert caught.value.code == "in_use"
    with a_round(tmp_path / "b.samen"):
        pass
    before = (tmp_path / "b.samen").read_bytes()
    broken = tmp_path / "broken.samen"
    broken.write_bytes(kept.read_bytes()[:-8192])
    for source, target, code in (
        (kept, tmp_path / "b.samen", "other_round"),
        (kept, kept, "same_file"),
        (broken, tmp_path / "b.samen", "damaged"),
        (tmp_path / "nergens.samen", path, "missing"),
    ):
        with pytest.raises(KnownError) as caught:
            restore(source, target)
        assert caught.value.code == code
    assert (tmp_path / "b.samen").read_bytes() == before
    assert len([at for at in tmp_path.iterdir() if "vervangen" in at.name]) == 0


def test_restored_as_a_copy_it_carries_a_mark(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        deleted(dossier, noted(dossier))
        kept = backup(dossier)
    restore(kept, tmp_path / "kopie.samen", mark="JV")
    with _open(tmp_path / "kopie.samen") as copy:
        assert _code(copy, noted(copy)) == "I-JV-0001"
    with pytest.raises(KnownError) as caught:
        restore(kept, tmp_path / "kopie.samen", mark="AB")
    assert caught.value.code == "exists"


def test_a_lost_file_is_put_back_as_it_was(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        kept = backup(dossier)
    (tmp_path / "a.samen").unlink()
    assert restore(kept, tmp_path / "a.samen").replaced is None
    with _open(tmp_path / "a.samen") as dossier:
        assert _code(dossier, noted(dossier)) == "I-0002"


def test_a_present_file_needs_no_migration(tmp_path: Path, profile_place: Path) -> None:
    with a_round(tmp_path / "a.samen"):
        pass
    assert copying.migrate_with_backup(tmp_path / "a.samen") is None
    assert not profile_place.exists()


def test_an_older_file_is_migrated_after_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        before = copying.round_id(dossier.conn)
    migrated: list[str] = []
    monkeypatch.setattr(database, "pending", lambda db: not migrated)
    monkeypatch.setattr(database, "migrate", lambda db: migrated.append("yes"))
    kept = copying.migrate_with_backup(tmp_path / "a.samen")
    assert kept is not None
    assert "-migrate" in kept.name
    assert before in kept.name
    assert migrated == ["yes"]
