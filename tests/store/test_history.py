"""History: what was done when, and a record's changes in words a person knows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store.care.erasing import erase
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.history import history, history_of
from tests.builders import (
    DAY_MS,
    SetClock,
    a_round,
    a_session,
    a_theme,
    a_writer,
    changed,
    deleted,
    noted,
)


def test_steps_come_newest_first_with_what_was_done(tmp_path: Path) -> None:
    clock = SetClock()
    with a_round(tmp_path / "a.samen", clock) as dossier:
        clock.ms += DAY_MS
        noted(dossier)
        clock.ms += DAY_MS
        dossier.undo()
        undone, added, made = history(dossier.conn)
    assert [step.name.nl for step in (undone, added, made)] == [
        "ongedaan maken",
        "inbreng toevoegen",
        "ronde aanmaken",
    ]
    assert (added.undone, undone.undone, made.undone) == (True, False, False)
    assert (added.author, added.changes, added.came) == ("HR coördinator", 1, False)
    assert round((undone.when - made.when).total_seconds()) == 2 * DAY_MS // 1000


def test_changes_are_told_in_words(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            session, theme = a_session(edit), a_theme(edit, "Wonen", number="TH9")
        record = noted(dossier, kind="ZORG", date="2022-06-20")
        changed(dossier, record, "kind", "VRAAG")
        changed(dossier, record, "session", session.hex())
        changed(dossier, record, "theme", theme.hex())
        changed(dossier, record, "date", "2022-07")
        changed(dossier, record, f"side_theme/{theme.hex()}", 1)
        deleted(dossier, record)
        dossier.undo()
        told = [(c.field, c.old, c.new) for c in history_of(dossier.conn, "i-0001", "nl")]
        english = history_of(dossier.conn, "I-0001", "en")
    assert told[:7] == [
        ("Verwijderd", "ja", "nee"),
        ("Verwijderd", "", "ja"),
        ("Neventhema's TH9 Wonen", "", "(toegevoegd)"),
        ("Datum", "20-06-2022", "juli 2022"),
        ("Thema", "", "TH9 Wonen"),
        ("Sessie", "", "SE-01"),
        ("Aard", "zorg", "vraag"),
    ]
    assert ("Nr", "", "I-0001") in told
    assert ("Kind", "concern", "question") in [(c.field, c.old, c.new) for c in english]
    assert not next(c for c in english if c.new == "concern").stands


def test_values_that_wait_for_a_choice_are_marked(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier)
        shutil.copyfile(dossier.path, tmp_path / "b.samen")
        changed(dossier, record, "summary", "Hier")
        other = a_writer("JV beleid", b"\x02" * 8)
        with Dossier.open(tmp_path / "b.samen", other, wall=SetClock()) as second:
            changed(second, record, "summary", "Daar")
            dossier.merge(second.conn, "b.samen")
        found = history_of(dossier.conn, "I-0001", "nl")
        marked = {(change.author, change.new) for change in found if change.conflict}
        assert marked == {("HR coördinator", "Hier"), ("JV beleid", "Daar")}
        changed(dossier, record, "summary", "Samen")
        choice, *others = history_of(dossier.conn, "I-0001", "nl")
        assert set(choice.old.split(" / ")) == {"Hier", "Daar"}
        assert not any(change.conflict for change in others)


def test_what_was_erased_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier, "geheim")
        changed(dossier, record, "words", "ook geheim")
        erase(dossier, "I-0001")
        found = history_of(dossier.conn, "I-0001", "nl")
    assert found[0].field == "Gewist"
    assert sum(change.field == "Gewist" for change in found) == 1
    assert "geheim" not in repr(found)
    assert ("Woorden", "(gewist)") in [(change.field, change.new) for change in found]


def test_a_code_that_is_not_there_gives_a_sentence(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier, pytest.raises(KnownError) as caught:
        history_of(dossier.conn, "I-0404", "nl")
    assert caught.value.say("nl") == "I-0404 staat niet in deze ronde."
