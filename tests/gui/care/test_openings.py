"""Opening from the window: each trouble is one sentence with a safe way to go on, by its link."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from samen_desktop.core.backups import MANUAL
from samen_desktop.core.errors import KnownError
from samen_desktop.gui.page import Message
from samen_desktop.store import lock
from samen_desktop.store.care import borrowing, places
from samen_desktop.store.care.copying import backup
from samen_desktop.store.dossier import Dossier
from tests.builders import SetClock, a_writer, noted

from .conftest import Run, changed_elsewhere

pytestmark = pytest.mark.gui


def _refused(run: Run, path: Path) -> str:
    """Open a file that is refused; the code of the case."""
    heard: list[KnownError] = []
    run.program.care.openings.refused.connect(heard.append)
    run.program.open_round(path)
    run.hands.until(lambda: bool(heard))
    return heard[0].code


def _links(run: Run) -> tuple[str, str]:
    message = run.message()
    assert message is not None
    return message.link, message.second_link


def _as(monkeypatch: pytest.MonkeyPatch, change: Callable[[places.Facts], places.Facts]) -> None:
    """Let the system say something else of every place."""
    asked = places.facts_of
    monkeypatch.setattr(places, "facts_of", lambda path, kind="": change(asked(path, kind)))


def _read_only(facts: places.Facts) -> places.Facts:
    return places.Facts(facts.path, folder_writable="profile" in facts.path.parts)


def _on_a_stick(facts: places.Facts) -> places.Facts:
    return places.Facts(facts.path, "vfat" if "werk" in facts.path.parts else "ext4")


def _only_online(facts: places.Facts) -> places.Facts:
    return places.Facts(facts.path, attributes=0x400000 if "werk" in facts.path.parts else 0)


def test_an_ordinary_file_opens_without_a_word(run: Run, file: Path) -> None:
    run.open(file)
    assert run.message() is None
    assert run.at("overview")()


def test_a_read_only_place_is_looked_at_or_worked_on_beside(
    run: Run, file: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(monkeypatch, _read_only)
    assert _refused(run, file) == "read_only_place"
    assert _links(run) == ("Work on a copy", "Only look")
    run.follow("Only look")
    run.hands.until(run.open_at(file))
    assert run.bridge.facts is not None
    assert not run.bridge.facts.writable
    run.hands.until(run.window.room.band.isVisible)
    run.bridge.close()
    run.hands.until(lambda: run.bridge.facts is None)
    _refused(run, file)
    run.follow("Work on a copy")
    run.hands.until(lambda: run.bridge.facts is not None and own in run.bridge.facts.path.parents)
    run.note("op de kopie")
    assert run.ask("SELECT count(*) FROM inputs") == [(3,)]


def test_a_placeholder_is_not_opened_in_its_place(
    run: Run, file: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(monkeypatch, _only_online)
    assert _refused(run, file) == "placeholder"
    assert _links(run) == ("Work on a copy", "")
    run.follow("Work on a copy")
    run.hands.until(lambda: run.bridge.facts is not None and own in run.bridge.facts.path.parents)


def test_from_a_stick_one_works_on_a_copy_that_goes_back_by_itself(
    run: Run, file: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(monkeypatch, _on_a_stick)
    run.open(file)
    assert run.said("stick")
    run.follow("Work on a copy")
    run.hands.until(lambda: run.said("You work on a copy"))
    run.note("in de trein")
    run.close()  # which puts it back, since nobody touched the file meanwhile
    with Dossier.open(file, a_writer()) as dossier:
        words = [row[0] for row in dossier.conn.execute("SELECT words FROM inputs ORDER BY key")]
    assert words[-1] == "in de trein"
    known = borrowing.of_home(file)
    assert known is not None
    assert not borrowing.waits(known)


def test_what_another_wrote_on_the_stick_is_merged_first(run: Run, file: Path) -> None:
    run.program.care.openings.borrow(file)
    run.hands.until(lambda: run.said("You work on a copy"))
    run.note("in de trein")
    changed_elsewhere(file, "op kantoor")
    before = file.read_bytes()
    run.follow("Put it back now")
    run.hands.until(lambda: run.said("changed in its own place"))
    assert file.read_bytes() == before
    run.follow("Merge it")
    run.hands.until(run.at("merge"))


def test_a_copy_that_waits_is_offered_first(run: Run, file: Path) -> None:
    taken = borrowing.borrow(file)
    with Dossier.open(taken.path, a_writer(), wall=SetClock()) as dossier:
        noted(dossier, "nog niet terug")
    assert _refused(run, file) == "borrowed"
    assert _links(run) == ("Go on in the copy", "Open this file all the same")
    run.follow("Go on in the copy")
    run.hands.until(run.open_at(taken.path))


def test_a_conflict_copy_is_offered_for_merging(run: Run, file: Path) -> None:
    other = file.with_name("Jeugd-LAPTOP7.samen")
    shutil.copyfile(file, other)
    changed_elsewhere(other, "op de andere laptop")
    run.open(file)
    assert run.said("Jeugd-LAPTOP7.samen", "1 step")
    run.follow("Merge it")
    run.hands.until(run.at("merge"))
    page = run.page
    assert getattr(page, "_paths", None) == [other]


def test_another_files_journal_is_put_aside(run: Run, file: Path) -> None:
    log = file.with_name("Jeugd.samen-wal")
    log.write_bytes(b"\x37\x7f\x06\x82" + bytes(4000))
    assert _refused(run, file) == "strange_side_file"
    run.follow("Put it aside and open")
    run.hands.until(run.open_at(file))
    assert file.with_name("Jeugd.samen-wal opzij").exists()


def test_the_second_opener_sees_who_has_it_and_looks_at_a_backup(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Dossier.open(file, a_writer()) as dossier:
        kept = backup(dossier)
        noted(dossier, "nog niet in de reservekopie")
    holder = lock.Holder("LAPTOP-JV", "JV", 4711, "2022-06-20T10:00:00+00:00")
    monkeypatch.setattr(lock, "read", lambda _: holder)
    assert _refused(run, file) == "in_use"
    assert run.said("LAPTOP-JV (JV)", "since 20-06")
    assert socket.gethostname() != holder.host
    assert _links(run) == ("Look at the newest backup", "")
    run.follow("Look at the newest backup")
    run.hands.until(run.open_at(kept))
    assert run.ask("SELECT count(*) FROM inputs") == [(2,)]


def test_a_damaged_file_leads_to_mending_and_to_the_newest_sound_backup(
    run: Run, file: Path
) -> None:
    with Dossier.open(file, a_writer()) as dossier:
        sound = backup(dossier)
        noted(dossier)
        bad = backup(dossier, reason=MANUAL)
    bad.write_bytes(bad.read_bytes()[:8192])
    file.write_bytes(b"kapot" * 4000)
    assert _refused(run, file) == "no_round"
    assert _links(run) == ("Mend…", "Look at the newest backup")
    run.follow("Look at the newest backup")
    run.hands.until(run.open_at(sound))


def test_an_unclean_end_is_checked_whole_and_told(run: Run, file: Path) -> None:
    lock.take(file, "HR")  # what a program that was killed leaves
    run.open(file)
    assert run.said("cut off last time", "nothing is broken")


def test_what_is_said_already_is_not_talked_over(run: Run, file: Path) -> None:
    """Half-typed text that waits is told first; that the file is sound can wait."""
    lock.take(file, "HR")
    waiting = Message("need", "Half-typed text waits.")
    run.bridge.opened.connect(lambda _: run.window.post(waiting))
    run.open(file)
    assert run.message() == waiting


def test_damage_after_an_unclean_end_is_told_at_once(run: Run, file: Path) -> None:
    content = bytearray(file.read_bytes())
    at = content.index(b"Waar kan ik heen?")
    while at >= 0:
        content[at] = ord("D")
        at = content.find(b"Waar kan ik heen?", at)
    file.write_bytes(content)
    lock.take(file, "HR")
    run.open(file)
    assert run.said("damaged")
    assert _links(run) == ("Mend…", "Backups")


def test_a_file_that_vanishes_is_told_once_and_kept_elsewhere(
    run: Run, file: Path, tmp_path: Path
) -> None:
    run.open(file)
    file.rename(file.with_name("weg.samen"))
    run.note("niet op de schijf")
    run.hands.until(lambda: run.said("no longer in its place"))
    target = tmp_path / "gered.samen"
    with run.hands.file_named(target):
        run.follow("Keep a copy…")
    run.hands.until(lambda: run.said("gered.samen"))
    run.follow("Go on in it")
    run.hands.until(run.open_at(target))
    run.note("en verder")
    assert run.ask("SELECT count(*) FROM inputs") == [(3,)]
