"""Writing what was noted, reading it back, and half-typed text that outlives the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.notes import Note, Target
from samen_desktop.store import drafts, notes
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import note_readers
from tests.builders import SetClock, a_group, a_round, a_session

WORDS = Note(action=False, words="Waar kan ik heen?", table="2")
ACTION = Note(action=True, words="Uitzoeken", owner="jurist", due="2022-06-01")


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    return tmp_path / "profile"


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "a.samen") as found:
        yield found


@pytest.fixture
def session(dossier: Dossier) -> bytes:
    with dossier.edit("add_session") as edit:
        group = a_group(edit)
        made = a_session(edit, date="2022-05-18")
        edit.create("participant", {"code": "Ouder 1", "session": made.hex(), "group": group.hex()})
    return made


def rows(dossier: Dossier, session: bytes) -> list[Note]:
    return [row.note for row in note_readers.sheet(dossier.conn, session, "", "nl").rows]


def test_new_names_are_made_in_the_same_edit_and_once(dossier: Dossier, session: bytes) -> None:
    new = replace(WORDS, themes=(Target(None, "Vervoer"),), speakers=(Target(None, "Ouder 12"),))
    edits = dossier.conn.execute("SELECT count(*) FROM edit").fetchone()[0]
    notes.write(dossier, session, [new, replace(new, words="Nog iets")])
    notes.write(dossier, session, [replace(new, themes=(Target(None, "vervoer"),))])
    assert dossier.conn.execute("SELECT count(*) FROM edit").fetchone()[0] == edits + 2
    assert dossier.conn.execute("SELECT name FROM themes").fetchall() == [("Vervoer",)]
    people = dossier.conn.execute("SELECT shown FROM participants ORDER BY key").fetchall()
    assert people == [("Ouder 1",), ("Ouder 12",)]
    found = note_readers.sheet(dossier.conn, session, "", "nl").rows
    assert {row.groups for row in found} == {("Ouders",)}
    dossier.undo()
    dossier.undo()
    assert rows(dossier, session) == []
    assert dossier.conn.execute("SELECT count(*) FROM themes WHERE deleted = 0").fetchone() == (0,)


def test_a_quote_waits_for_consent_and_a_line_never_takes_it_back(
    dossier: Dossier, session: bytes
) -> None:
    quoted = replace(WORDS, quoted=True)
    [record] = notes.write(dossier, session, [quoted])
    assert dossier.state(record).shown("quote") == notes.CONSENT_MISSING
    with dossier.edit("change_input") as edit:
        edit.set(record, "quote", "GEREG")
    notes.change(dossier, session, record, quoted, replace(WORDS, words="Anders"))
    assert dossier.state(record).shown("quote") == "GEREG"


def test_a_change_writes_only_what_differs(dossier: Dossier, session: bytes) -> None:
    [record] = notes.write(dossier, session, [WORDS])
    before = len(dossier.log.changes(record))
    notes.change(dossier, session, record, WORDS, replace(WORDS, kind="ZORG", table=""))
    assert len(dossier.log.changes(record)) == before + 2
    assert rows(dossier, session) == [replace(WORDS, kind="ZORG", table="")]


def test_an_input_that_became_an_action_is_made_anew(dossier: Dossier, session: bytes) -> None:
    [record] = notes.write(dossier, session, [WORDS])
    notes.change(dossier, session, record, WORDS, ACTION)
    assert rows(dossier, session) == [ACTION]
    dossier.undo()
    assert rows(dossier, session) == [WORDS]


def test_split_and_join_and_back(dossier: Dossier, session: bytes) -> None:
    wall = dossier._wall
    assert isinstance(wall, SetClock)
    one, _ = notes.write(dossier, session, [WORDS, replace(WORDS, words="later")])
    wall.ms += 60_000
    parts = replace(WORDS, words="Waar"), replace(WORDS, words="kan ik heen?")
    second = notes.split(dossier, session, one, WORDS, parts)
    assert [note.words for note in rows(dossier, session)] == ["Waar", "kan ik heen?", "later"]
    notes.join(dossier, second, one)
    assert [note.words for note in rows(dossier, session)] == ["Waar kan ik heen?", "later"]
    dossier.undo()
    dossier.undo()
    assert [note.words for note in rows(dossier, session)] == ["Waar kan ik heen?", "later"]


def test_an_input_and_an_action_are_not_joined(dossier: Dossier, session: bytes) -> None:
    one, other = notes.write(dossier, session, [WORDS, ACTION])
    with pytest.raises(KnownError, match="no_join"):
        notes.join(dossier, other, one)
    assert rows(dossier, session) == [WORDS, ACTION]


def test_a_draft_is_kept_and_goes_with_the_commit(dossier: Dossier, session: bytes) -> None:
    drafts.keep(dossier, "notes/x", "half")
    drafts.keep(dossier, "notes/x", "half af")
    assert [(each.place, each.text) for each in drafts.offered(dossier.conn)] == [
        ("notes/x", "half af")
    ]
    notes.write(dossier, session, [WORDS], "notes/x")
    assert drafts.offered(dossier.conn) == []
    drafts.keep(dossier, "notes/x", "weer")
    drafts.keep(dossier, "notes/x", " ")
    assert drafts.offered(dossier.conn) == []


def test_drafts_are_no_step_of_the_round(dossier: Dossier) -> None:
    edits = dossier.conn.execute("SELECT count(*) FROM edit").fetchone()
    drafts.keep(dossier, "notes/x", "half")
    drafts.drop(dossier, "notes/x")
    assert dossier.conn.execute("SELECT count(*) FROM edit").fetchone() == edits


def test_text_beside_the_file_is_offered_until_its_item_is_in_the_round(
    dossier: Dossier, session: bytes
) -> None:
    ident = drafts.round_id(dossier.conn)
    drafts.keep_beside(ident, {"notes/x/wait/aa": "een", "notes/x": "half"})
    assert {each.text for each in drafts.offered_beside(dossier.conn, ident)} == {"een", "half"}
    notes.write(dossier, session, [replace(WORDS, token="aa")])
    assert [each.text for each in drafts.offered_beside(dossier.conn, ident)] == ["half"]
    drafts.keep_beside(ident, {})
    assert not drafts.beside(ident).exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"texts": 3}', '{"texts": {"a": 1}}'])
def test_a_file_beside_that_cannot_be_read_holds_nothing(dossier: Dossier, text: str) -> None:
    ident = drafts.round_id(dossier.conn)
    drafts.beside(ident).parent.mkdir(parents=True)
    drafts.beside(ident).write_text(text, encoding="utf-8")
    assert drafts.offered_beside(dossier.conn, ident) == []


def test_a_write_that_breaks_off_leaves_what_was_beside(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    ident = drafts.round_id(dossier.conn)
    drafts.keep_beside(ident, {"a": "eerst"})

    def breaks(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", breaks)
        with pytest.raises(OSError):  # noqa: PT011 - whatever the disk says
            drafts.keep_beside(ident, {"a": "dan"})
    assert [each.text for each in drafts.offered_beside(dossier.conn, ident)] == ["eerst"]
    assert [path.name for path in drafts.beside(ident).parent.iterdir()] == [f"{ident}.json"]


def test_sessions_to_note_in_begin_with_todays(dossier: Dossier) -> None:
    with dossier.edit("add_session") as edit:
        for day in ("2022-05-01", "2022-06-01", "2022-05-18", "2022-05-20", ""):
            a_session(edit, f"op {day}", **({"date": day} if day else {}))
    found = note_readers.sessions(dossier.conn, "2022-05-18", "nl")
    assert [each.date for each in found] == [
        "2022-05-18", "2022-05-20", "2022-06-01", "2022-05-01", "",
    ]  # fmt: skip
