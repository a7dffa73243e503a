"""Salvaging, file by file: what comes along, what is filled in, and what is never trusted."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.salvaging import Salvaged, outcome, salvaged_of
from samen_desktop.store import attachments, profile
from samen_desktop.store.care import copying, erasing, kept_apart, salvaging
from samen_desktop.store.care.salvaged_rows import read_rows
from samen_desktop.store.derived.search import waiting_words
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from samen_desktop.store.reading.finding import find
from tests.builders import a_round, a_stakeholder, a_writer, an_input, changed, noted

Spoil = Callable[[bytes], bytes]


@pytest.fixture(autouse=True)
def own_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed round: an import in one step, notes of which one was changed, a draft, a view."""
    path = tmp_path / "ronde.samen"
    with a_round(path) as dossier:
        with dossier.edit(edits.IMPORT, "30") as edit:
            for at in range(30):
                an_input(edit, f"ingelezen zin {at}", code=edit.next_code("input"))
        note = noted(dossier, "de kanarie zingt zacht")
        changed(dossier, note, "words", "de kanarie zingt hard")
        with dossier.writing():
            dossier.conn.execute("INSERT INTO draft VALUES ('a', 'half getypt', '2022-06-20')")
            dossier.conn.execute("INSERT INTO saved_view VALUES ('inputs', 'mijn', '{}')")
            dossier.conn.execute("INSERT INTO mark VALUES ('HR', '2022-06-20')")
    return path


def salvage(path: Path, spoil: Spoil = bytes) -> tuple[Salvaged, Path]:
    data = spoil(path.read_bytes())
    path.write_bytes(data)
    target = path.with_name("nieuw.samen")
    found = salvaging.salvage(path, target, a_writer())
    assert path.read_bytes() == data
    assert [each for each in path.parent.iterdir() if ".tmp" in each.name] == []
    assert not list((profile.folder() / "working").iterdir())
    return found, target


def contents(path: Path) -> object:
    with Dossier.open(path, a_writer(), read_only=True) as dossier:
        return dump(dossier.log)


def rewrite(path: Path, sql: str, *values: object) -> None:
    """Change the file behind the log's back, as no program of ours does."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(sql, values)
        conn.commit()


def test_words_to_search_are_those_of_the_new_file(path: Path) -> None:
    with Dossier.open(path, a_writer()) as dossier:
        dossier.write_local("words", "ondergeschoven")
    _, new = salvage(path)
    with Dossier.open(new, a_writer()) as dossier:
        assert "ondergeschoven" not in waiting_words(dossier.conn)
        assert "kanarie" in waiting_words(dossier.conn)
        assert find(dossier.conn, "narie")


def test_a_sound_round_comes_through_whole(path: Path) -> None:
    found, new = salvage(path)
    assert (found.damaged, found.missing, found.filled, found.lost) == (0, 0, 0, 0)
    assert contents(new) == contents(path)
    with closing(sqlite3.connect(new)) as conn:
        for table in ("draft", "saved_view", "mark", "number"):
            with closing(sqlite3.connect(path)) as old:
                rows = f"SELECT * FROM {table}"
                assert conn.execute(rows).fetchall() == old.execute(rows).fetchall()


def test_undo_goes_on_where_it_was(path: Path) -> None:
    _, new = salvage(path)
    with Dossier.open(new, a_writer()) as dossier:
        assert dossier.undo() is not None
        found = dossier.conn.execute("SELECT words FROM inputs WHERE words LIKE 'de kan%'")
        assert found.fetchall() == [("de kanarie zingt zacht",)]


def test_without_any_way_to_its_tables_a_file_is_read_all_the_same(path: Path) -> None:
    before = contents(path)
    found, new = salvage(path, lambda data: bytes(4096) + data[4096:])
    assert found.lost == 0
    assert contents(new) == before


def test_an_index_of_tables_that_is_no_text_any_more_costs_no_note(path: Path) -> None:
    before = contents(path)
    made, spoilt = b"CREATE TABLE inputs", b"CREATE TAB\xc8\xff inputs"
    found, new = salvage(path, lambda data: data.replace(made, spoilt))
    # What SQLite itself has to say of such a file cannot even be read.
    with closing(sqlite3.connect(path)) as conn, pytest.raises(UnicodeDecodeError):
        conn.execute("SELECT count(*) FROM change").fetchone()
    assert found.lost == 0
    assert contents(new) == before


def test_a_value_that_is_not_what_was_typed_is_kept_apart_and_does_not_count(path: Path) -> None:
    found, new = salvage(path, lambda data: data.replace(b"zingt hard", b"zingt h4rd"))
    assert (found.damaged, found.lost) == (1, 1)
    assert [each.text for each in found.apart] == ["de kanarie zingt h4rd"]
    assert found.apart[0].field.nl == "Woorden"
    with Dossier.open(new, a_writer()) as dossier:
        told = dossier.conn.execute("SELECT words FROM inputs").fetchall()
        assert ("de kanarie zingt zacht",) in told
        assert not any("h4rd" in words for (words,) in told)
        assert kept_apart.kept(dossier.conn) == found


def test_a_step_whose_own_row_is_damaged_takes_nothing_down_with_it(path: Path) -> None:
    rewrite(path, "UPDATE edit SET about = '31' WHERE name = 'import'")
    found, new = salvage(path)
    assert (found.steps, found.lost) == (1, 0)
    assert found.here["inputs"] == 31
    with Dossier.open(new, a_writer()) as dossier:
        names = [row.name for row in dossier.log.edits()]
        assert edits.SALVAGE in names
        undone = dossier.undo()  # the last change, and not the step that lost its name
        assert undone is not None
        assert dossier.conn.execute("SELECT count(*) FROM inputs").fetchone() == (31,)


@pytest.mark.parametrize("way", ["hurt", "gone"])
def test_without_the_rounds_own_row_all_others_stand(path: Path, way: str) -> None:
    if way == "hurt":
        rewrite(path, "UPDATE change SET value = replace(value, 'Jeugd', 'Jeugx') WHERE seq = 1")
    else:
        rewrite(path, "DELETE FROM change WHERE seq = 1")
    found, new = salvage(path)
    assert found.here["rounds"] == 1
    assert found.here["inputs"] == 31
    assert (found.damaged, found.missing) == ((1, 0) if way == "hurt" else (0, 1))
    Dossier.open(new, a_writer()).close()


def test_the_last_backup_fills_in_what_is_damaged_or_missing(path: Path) -> None:
    before = contents(path)
    with Dossier.open(path, a_writer()) as dossier:
        copying.backup(dossier)
    rewrite(path, "DELETE FROM change WHERE seq BETWEEN 5 AND 9")
    found, new = salvage(path, lambda data: data.replace(b"zingt hard", b"zingt h4rd"))
    assert (found.damaged, found.missing, found.filled, found.lost) == (1, 5, 6, 0)
    assert found.backup_from
    assert found.there == found.here
    assert contents(new) == before
    assert found.apart == ()


def test_a_backup_of_another_line_fills_in_nothing(path: Path, tmp_path: Path) -> None:
    """After an older backup was put back, a newer one has steps that were given up."""
    other = tmp_path / "anders.samen"
    other.write_bytes(path.read_bytes())
    with Dossier.open(other, a_writer()) as dossier:
        noted(dossier, "dit is opgegeven")
        copying.backup(dossier)
    with Dossier.open(path, a_writer()) as dossier:
        noted(dossier, "dit geldt")
    found, new = salvage(path, lambda data: data.replace(b"zingt hard", b"zingt h4rd"))
    assert (found.damaged, found.filled) == (1, 0)
    with Dossier.open(new, a_writer()) as dossier:
        told = [words for (words,) in dossier.conn.execute("SELECT words FROM inputs")]
    assert "dit geldt" in told
    assert "dit is opgegeven" not in told


def test_a_damaged_backup_is_passed_over(path: Path) -> None:
    with Dossier.open(path, a_writer()) as dossier:
        good = copying.backup(dossier)
        bad = copying.backup(dossier)
    assert bad != good
    bad.write_bytes(bad.read_bytes()[:9000])
    found, _ = salvage(path, lambda data: data.replace(b"zingt hard", b"zingt h4rd"))
    assert (found.damaged, found.filled) == (1, 1)


def test_numbers_that_may_have_been_given_are_not_given_again(path: Path) -> None:
    rewrite(path, "DELETE FROM change WHERE seq IN (31, 32)")
    found, new = salvage(path)
    assert found.missing == 2
    with Dossier.open(new, a_writer()) as dossier:
        fresh = dossier.state(noted(dossier, "nieuw")).shown("code")
    with Dossier.open(path, a_writer()) as dossier:
        given = {code for (code,) in dossier.conn.execute("SELECT code FROM inputs")}
    assert fresh not in given


def test_an_attachment_counts_only_with_the_bytes_it_had(path: Path, tmp_path: Path) -> None:
    paper = tmp_path / "brief.txt"
    paper.write_bytes(random.Random(1).randbytes(20_000))
    with Dossier.open(path, a_writer()) as dossier, dossier.edit("add_attachment") as edit:
        owner = dossier.conn.execute("SELECT id FROM rounds").fetchone()[0]
        ident = attachments.attach(dossier.conn, edit, paper, owner)
    found, new = salvage(path)
    assert (found.attachments, found.attachments_lost) == (1, 0)
    with Dossier.open(new, a_writer()) as dossier:
        assert attachments.content(dossier.conn, ident) == paper.read_bytes()
    new.unlink()
    piece = paper.read_bytes()[9_000:9_040]
    found, _ = salvage(path, lambda data: data.replace(piece, bytes(40)))
    assert (found.attachments, found.attachments_lost) == (0, 1)
    assert any("Bijlagen" in words.nl for words in outcome(found))


def test_what_was_erased_does_not_come_back(path: Path) -> None:
    with Dossier.open(path, a_writer()) as dossier:
        with dossier.edit("add_stakeholder") as edit:
            a_stakeholder(edit, "mevrouw Kanariegeel", code=edit.next_code("stakeholder"))
        code = dossier.conn.execute("SELECT shown FROM stakeholders").fetchone()[0]
        full = path.read_bytes()
        erasing.erase(dossier, code)
    assert b"Kanariegeel" in full
    page = next(at for at in range(0, len(full), 4096) if b"Kanariegeel" in full[at : at + 4096])
    # A page of before the erasure lies behind the file, as a disk may give it back.
    _, new = salvage(path, lambda data: data + full[page : page + 4096])
    assert b"Kanariegeel" not in new.read_bytes()


def test_what_is_kept_apart_does_not_travel(path: Path, tmp_path: Path) -> None:
    _, new = salvage(path, lambda data: data.replace(b"zingt hard", b"zingt h4rd"))
    with Dossier.open(new, a_writer()) as dossier:
        copying.give_copy(dossier, tmp_path / "kopie.samen", "AB")
    assert b"h4rd" in new.read_bytes()
    assert b"h4rd" not in (tmp_path / "kopie.samen").read_bytes()


def test_a_file_is_never_taken_at_its_word(path: Path) -> None:
    """The broken variant would take every row that reads: here the hash says which are ours."""
    data = path.read_bytes().replace(b"zingt hard", b"zingt h4rd")
    rows = read_rows(data)
    assert (rows.recovered, rows.damaged) == (32, 1)
    careless = [row for row in read_rows(data).sound.values() if "h4rd" in str(row.value)]
    assert careless == []


def test_work_that_is_stopped_leaves_nothing(path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    target = path.with_name("nieuw.samen")
    with pytest.raises(StoppedError):
        salvaging.salvage(path, target, a_writer(), stop)
    assert not target.exists()
    assert not list((profile.folder() / "working").iterdir())


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", bytes(10_000)])
def test_where_nothing_is_left_it_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "weg.samen"
    path.write_bytes(data)
    with pytest.raises(KnownError) as told:
        salvaging.salvage(path, tmp_path / "nieuw.samen", a_writer())
    assert told.value.code == "nothing_left"
    assert not (tmp_path / "nieuw.samen").exists()


def test_the_report_is_kept_as_it_was(path: Path) -> None:
    found, _ = salvage(path, lambda data: data.replace(b"zingt hard", b"zingt h4rd"))
    assert salvaged_of(found.as_text()) == found
