"""The evening after three note-takers worked on three laptops: what comes in, and what is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from samen_desktop.core.errors import KnownError
from samen_desktop.core.merging import SAME, notices
from samen_desktop.errands import merging
from samen_desktop.store import attachments, database, migrations, profile, records
from samen_desktop.store.care import copying
from samen_desktop.store.log.dump import dump
from samen_desktop.store.steps import merge as steps
from tests.builders import (
    DAY_MS,
    NOON_MS,
    SetClock,
    a_round,
    a_stakeholder,
    a_theme,
    an_input,
    changed,
    deleted,
    noted,
)

from .laptops import bytes_of, ident, merge, merged, opened, taken_apart


@pytest.fixture(autouse=True)
def profile_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return taken_apart(tmp_path, "HR", "JV")


def test_each_file_is_told_by_kind(home: Path) -> None:
    hr, jv = home.with_name("HR.samen"), home.with_name("JV.samen")
    with opened(hr, "HR") as dossier:
        noted(dossier, "Een")
        noted(dossier, "Twee")
        changed(dossier, ident(dossier, "I-0001"), "summary", "Kort")
    with opened(jv, "JV") as dossier, dossier.edit("add_stakeholder") as edit:
        a_stakeholder(edit, "Jongerenraad")
    told = merged(home, hr, jv)
    assert [each.new for each in told.files] == [{"input": 2}, {"stakeholder": 1}]
    assert [each.changed for each in told.files] == [{"input": 1}, {}]
    assert told.edits == 4
    assert not any((told.choices, told.pairs, told.kept, told.twice))
    with opened(home) as dossier:
        codes = dossier.conn.execute("SELECT shown FROM inputs ORDER BY key").fetchall()
        assert codes == [("I-0001",), ("I-HR-0001",), ("I-HR-0002",)]
        past = merging.standing(dossier, "nl").past
    assert [(each.name, each.new) for each in past[0].files] == [
        ("HR.samen", {"input": 2}),
        ("JV.samen", {"stakeholder": 1}),
    ]


def test_a_trial_changes_nothing_and_tells_the_same(home: Path) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR") as dossier:
        noted(dossier, "Een")
    before, theirs = bytes_of(home), hr.read_bytes()
    tried = merged(home, hr, dry=True)
    assert bytes_of(home) == before
    done = merged(home, hr)
    assert tried == done
    assert hr.read_bytes() == theirs
    assert not any((profile.folder() / "working").iterdir())


def test_the_order_of_the_files_does_not_matter(home: Path, tmp_path: Path) -> None:
    hr, jv = home.with_name("HR.samen"), home.with_name("JV.samen")
    with opened(hr, "HR") as dossier:
        changed(dossier, ident(dossier, "I-0001"), "words", "Zoals HR het hoorde")
        noted(dossier, "Een")
    old = tmp_path / "HR gisteren.samen"
    old.write_bytes(hr.read_bytes())
    with opened(hr, "HR") as dossier:
        noted(dossier, "Twee")
    with opened(jv, "JV") as dossier:
        changed(dossier, ident(dossier, "I-0001"), "words", "Zoals JV het hoorde")
    found = []
    for at, order in enumerate(permutations((hr, jv, old))):
        place = tmp_path / str(at)
        place.mkdir()
        here = place / "ronde.samen"
        here.write_bytes(home.read_bytes())
        told = merged(here, *order)
        again = merged(here, *order)
        assert again.edits == 0
        with opened(here) as dossier:
            found.append((dump(dossier.log), told.edits, len(told.choices)))
    assert all(each == found[0] for each in found)


def test_both_values_are_told_with_who_and_when_and_one_is_chosen(home: Path) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR", SetClock(NOON_MS + 60_000)) as dossier:
        changed(dossier, ident(dossier, "I-0001"), "status", "GECOD")
    with opened(home, wall=SetClock(NOON_MS + 30_000)) as dossier:
        record = ident(dossier, "I-0001")
        changed(dossier, record, "status", "GECTR")
        told = merge(dossier, [hr])
        assert [(each.code, each.label) for each in told.choices] == [("I-0001", "Status invoer")]
        sides = told.choices[0].sides
        assert [side.author for side in sides] == ["HR notulist", "CO coördinator"]
        assert [side.value for side in sides] == ["GECOD", "GECTR"]
        assert all(side.text not in ("", side.value) for side in sides)
        assert told.files[0].choices == 1
        changed(dossier, record, "status", sides[1].value)
        assert merging.standing(dossier, "nl").choices == ()
        dossier.undo()
        assert len(merging.standing(dossier, "nl").choices) == 1


def test_an_edit_beats_a_deletion_and_that_is_told(home: Path) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR") as dossier:
        changed(dossier, ident(dossier, "I-0001"), "words", "Nog beter gehoord")
    with opened(home) as dossier:
        deleted(dossier, ident(dossier, "I-0001"))
        told = merge(dossier, [hr])
        assert [each.code for each in told.kept] == ["I-0001"]
        assert dossier.conn.execute("SELECT deleted FROM inputs").fetchone() == (0,)
    assert "I-0001" in notices(told)[0].nl


@pytest.mark.parametrize(("value", "there"), [(0, 1), (1, 0)])
def test_a_record_that_one_deleted_and_another_changed_waits_for_a_choice(
    home: Path, value: int, there: int
) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR") as dossier:
        changed(dossier, ident(dossier, "I-0001"), "words", "Nog beter gehoord")
    with opened(home) as dossier:
        record = ident(dossier, "I-0001")
        deleted(dossier, record)
        told = merge(dossier, [hr])
        choice = told.choices[0]
        assert [side.author for side in choice.sides] == ["HR notulist", "CO coördinator"]
        assert merging.standing(dossier, "nl").choices == (choice,)
        records.choose(dossier, record, choice.field, value)
        assert merging.standing(dossier, "nl").choices == ()
        count = "SELECT count(*) FROM inputs WHERE deleted = 0"
        assert dossier.conn.execute(count).fetchone() == (there,)
        dossier.undo()
        assert len(merging.standing(dossier, "nl").choices) == 1


def test_an_older_layout_is_migrated_in_a_copy_and_its_rows_are_read_as_they_are(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR") as dossier:
        noted(dossier, "van een ouder programma")
    before = hr.read_bytes()
    later = Migrations("samen")
    for migration in migrations.MIGRATIONS._migrations:
        later(name=migration.name)(migration.fn)

    @later()
    def m0002_language(db: Database) -> None:
        db.conn.execute("ALTER TABLE inputs ADD COLUMN language TEXT")

    monkeypatch.setattr(database, "MIGRATIONS", later)
    monkeypatch.setattr(database, "NAMES", migrations.NAMES | {"m0002_language"})
    copying.migrate_with_backup(home)
    told = merged(home, hr)
    monkeypatch.undo()
    assert (told.files[0].refused, told.files[0].new) == (None, {"input": 1})
    assert hr.read_bytes() == before


def test_a_fast_clock_is_told_and_does_not_drag_ours(home: Path) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR", SetClock(NOON_MS + 400 * DAY_MS)) as dossier:
        noted(dossier)
    with opened(home) as dossier:
        told = merge(dossier, [hr])
        assert told.files[0].ahead == 1
        noted(dossier, "Hier")
        newest = dossier.log.edits()[-1].id
        assert int.from_bytes(newest[:6], "big") < NOON_MS + DAY_MS
    assert "HR.samen" in notices(told)[0].nl


def test_a_code_given_twice_is_shown_with_a_number_and_told(home: Path, tmp_path: Path) -> None:
    by_hand = tmp_path / "stick.samen"
    by_hand.write_bytes(home.read_bytes())
    with opened(home) as dossier:
        noted(dossier, "Hier")
    with opened(by_hand, "HR", SetClock(NOON_MS + 5)) as dossier:
        noted(dossier, "Daar")
    told = merged(home, by_hand)
    assert [each.code for each in told.twice] == ["I-0002-2"]
    with opened(home) as dossier:
        assert len(merging.standing(dossier, "nl").twice) == 1


def test_attachments_of_one_name_both_stay(home: Path, tmp_path: Path) -> None:
    brief = tmp_path / "brief.txt"
    for path, mark, text in ((home, "", b"hier"), (home.with_name("HR.samen"), "HR", b"daar")):
        with opened(path, mark) as dossier:
            owner = ident(dossier, "SE-01", "sessions")
            brief.write_bytes(text)
            with dossier.edit("add_attachment") as edit:
                attachments.attach(dossier.conn, edit, brief, owner)
    merged(home, home.with_name("HR.samen"))
    with opened(home) as dossier:
        found = [bytes(row[0]) for row in dossier.conn.execute("SELECT data FROM sqlar")]
    assert sorted(found) == [b"daar", b"hier"]


def test_what_was_made_twice_is_proposed_joined_and_undone(home: Path) -> None:
    hr, jv = home.with_name("HR.samen"), home.with_name("JV.samen")
    with opened(hr, "HR") as dossier, dossier.edit("add_stakeholder") as edit:
        first = a_stakeholder(edit, "Jongerenraad")
        a_stakeholder(edit, "jongeren raad")  # made on one laptop: no question of merging
        a_theme(edit, "Wonen")
    with opened(jv, "JV", SetClock(NOON_MS + 5)) as dossier, dossier.edit("add") as edit:
        second = a_stakeholder(edit, "JONGERENRAAD ")
        a_theme(edit, "Werken")
    with opened(home) as dossier:
        told = merge(dossier, [jv, hr])
        same = [pair for pair in told.pairs if pair.reason is SAME]
        assert [(each.stays.record, each.goes.record) for each in same] == [(first, second)]
        merging.join(dossier, same[0])
        assert [pair.reason for pair in merging.standing(dossier, "nl").pairs] == []
        stays = dossier.conn.execute("SELECT count(*) FROM joined").fetchone()[0]
        assert stays == 1
        dossier.undo()
        pairs = merging.standing(dossier, "nl").pairs
        assert len(pairs) == 2
        merging.keep_apart(dossier, pairs[0])
        assert merging.standing(dossier, "nl").pairs == pairs[1:]


def test_nothing_new_is_said_and_an_undone_merge_comes_back(home: Path) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR") as dossier:
        noted(dossier, "Een")
    with opened(home) as dossier:
        merge(dossier, [hr])
        full = dump(dossier.log)
        steps_made = len(dossier.log.edits())
        assert merge(dossier, [hr]).undone is None
        assert len(dossier.log.edits()) == steps_made
        dossier.undo()
        noted(dossier, "Intussen")
        again = merge(dossier, [hr])
        assert again.edits == 0
        assert again.undone is not None
        assert merging.redo(dossier, again.undone) is not None
        assert full.keys() < dump(dossier.log).keys()
        assert merging.undo(dossier, again.undone) is not None
        assert merging.undo(dossier, again.undone) is None


def _other_round(path: Path) -> None:
    with a_round(path) as dossier:
        noted(dossier)


def _damaged(path: Path) -> None:
    _copy(path)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("UPDATE change SET value = replace(value, 'Een', 'Nee')")


def _incomplete(path: Path) -> None:
    _copy(path)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("DELETE FROM edit WHERE seq = (SELECT max(seq) FROM edit)")


def _cut_off(path: Path) -> None:
    _copy(path)
    path.write_bytes(path.read_bytes()[: 9 * 4096])


def _newer(path: Path) -> None:
    _copy(path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 99")


def _with_a_trigger(path: Path) -> None:
    _copy(path)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM edit; END")


def _no_round(path: Path) -> None:
    path.write_text("Dit is geen ronde", encoding="utf-8")


def _missing(path: Path) -> None:
    assert not path.exists()


def _copy(path: Path) -> None:
    path.write_bytes(path.with_name("JV.samen").read_bytes())


@pytest.mark.parametrize(
    "spoil",
    [
        _other_round,
        _damaged,
        _incomplete,
        _cut_off,
        _newer,
        _with_a_trigger,
        _no_round,
        _missing,
    ],
)
def test_a_bad_file_is_refused_by_name_and_the_others_come_in(
    home: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    hr, jv = home.with_name("HR.samen"), home.with_name("JV.samen")
    for path, mark in ((hr, "HR"), (jv, "JV")):
        with opened(path, mark) as dossier:
            noted(dossier, "Een")
            noted(dossier, "Twee")
    bad = tmp_path / "fout.samen"
    spoil(bad)
    left = bad.read_bytes() if bad.exists() else b""
    told = merged(home, bad, hr)
    refused, fine = told.files
    assert refused.refused is not None
    assert "fout.samen" in refused.refused.nl
    assert (refused.edits, fine.edits) == (0, 2)
    assert (bad.read_bytes() if bad.exists() else b"") == left
    with opened(home) as dossier:
        inputs = dossier.conn.execute("SELECT count(*) FROM inputs").fetchone()[0]
        before = [tuple(row) for row in dossier.conn.execute("SELECT * FROM inputs")]
        dossier.rebuild()
        assert [tuple(row) for row in dossier.conn.execute("SELECT * FROM inputs")] == before
    assert inputs == 3


def test_the_round_itself_is_refused(home: Path) -> None:
    told = merged(home, home)
    assert told.files[0].refused is not None
    assert told.edits == 0


def test_a_refused_file_that_left_rows_behind_is_noticed(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken variant: without the savepoint half a file stays."""

    def take(self: steps.Merge, source: sqlite3.Connection, name: str, _: object = None) -> object:
        union = steps.Union(self._conn, source, name)
        return union.take(self.came, self._next_edit, self._now_ms)[0]

    monkeypatch.setattr(steps.Merge, "take", take)
    jv, bad = home.with_name("JV.samen"), tmp_path / "fout.samen"
    with opened(jv, "JV") as dossier:
        noted(dossier, "Een")
    _damaged(bad)
    before = bytes_of(home)
    merged(home, bad)
    assert bytes_of(home) != before


def test_a_cancelled_merge_leaves_nothing(home: Path) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR") as dossier, dossier.edit("import") as edit:
        for at in range(2500):
            an_input(edit, f"Woorden {at}")

    def beat(_done: int, _total: int) -> None:
        raise KnownError("cancelled", SAME)

    before = bytes_of(home)
    with opened(home) as dossier:
        arrived = merging.arrive([hr], home)
        with pytest.raises(KnownError):
            merging.merge(dossier, arrived, "nl", dry=False, beat=beat)
        arrived[0].erase()
    assert bytes_of(home) == before
    with pytest.raises(KnownError):
        merging.arrive([hr], home, beat)
    assert not any((profile.folder() / "working").iterdir())


def test_a_copy_that_is_given_away_tells_nothing_of_earlier_merges(home: Path) -> None:
    hr = home.with_name("HR.samen")
    with opened(hr, "HR") as dossier:
        noted(dossier, "Een")
    merged(home, hr)
    from samen_desktop.store.care import copying

    with opened(home) as dossier:
        copying.give_copy(dossier, home.with_name("SB.samen"), "SB")
    assert not any("merge/" in line for line in bytes_of(home.with_name("SB.samen")))
    assert any("merge/" in line for line in bytes_of(home))
