"""Erasing: afterwards no byte of it is left in the file, beside it, or in its backups."""

from __future__ import annotations

from pathlib import Path

import pytest

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.store.care import erasing
from samen_desktop.store.care.checking import check
from samen_desktop.store.care.copying import backup
from samen_desktop.store.care.erasing import erase
from samen_desktop.store.care.restoring import restore
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.changelog import Log
from samen_desktop.store.reading.finding import find
from samen_desktop.store.steps.erase import Stones, write_erasure
from tests.builders import (
    SetClock,
    a_round,
    a_session,
    a_stakeholder,
    a_writer,
    an_input,
    changed,
    deleted,
    noted,
)

SECRET = "Wilhelminadrift"


@pytest.fixture(autouse=True)
def profile_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))
    return tmp_path / "profiel"


def holding(folder: Path, text: str = SECRET) -> list[str]:
    """Names of all files under a folder that hold a text, in any case."""
    wanted = text.lower().encode()
    files = (at for at in folder.rglob("*") if at.is_file())
    return sorted(at.name for at in files if wanted in at.read_bytes().lower())


def _person(dossier: Dossier) -> bytes:
    """A participant about whom the secret stands in every place it can stand."""
    with dossier.edit("import") as edit:
        session = a_session(edit)
        person = edit.create("participant", {"code": "Ouder 4", "session": session.hex()})
        for email in (f"{SECRET}@example.org", None):
            contact = {"of": person.hex(), "name": f"Jo {SECRET}", "email": email}
            edit.create("contact", contact)
        an_input(edit, f"Ik woon aan de {SECRET}", **{f"submitter/{person.hex()}": 1})
        both = {f"submitter/{person.hex()}": 1, f"submitter/{a_stakeholder(edit).hex()}": 1}
        an_input(edit, "Samen gezegd", **both)
    with dossier.writing():
        draft = ("capture", f"nog te zeggen over {SECRET}", "")
        dossier.conn.execute("INSERT INTO draft VALUES (?,?,?)", draft)
    return person


def test_a_person_is_gone_from_file_and_backups_with_the_words(
    tmp_path: Path, profile_place: Path
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        _person(dossier)
        backup(dossier)
        backup(dossier)
        changed(
            dossier, dossier.conn.execute("SELECT id FROM inputs").fetchone()[0], "words", SECRET
        )
        assert len(holding(profile_place)) == 2
        done = erase(dossier, "SE-01 Ouder 4", with_inputs=True)
        assert (done.contacts, done.inputs, done.inputs_left, done.backups) == (2, 1, 1, 2)
        assert find(dossier.conn, SECRET) == []
        assert [hit.code for hit in find(dossier.conn, "SE-01 Ouder 4")] == ["SE-01 Ouder 4"]
        assert [hit.code for hit in find(dossier.conn, "Samen")] == ["I-0002"]
        assert holding(tmp_path) == []
        assert check(dossier, deep=True).problems == []
        assert done.backup is not None
        assert done.backup.exists()
    assert holding(tmp_path) == []


def test_what_a_killed_backup_left_goes_too(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, SECRET)
        kept = backup(dossier)
        kept.rename(kept.with_name(f".{kept.name}.4711.tmp"))
        assert erase(dossier, "I-0001").remains == ()
    assert holding(tmp_path) == []


def test_a_file_that_restoring_kept_is_named_and_not_taken(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, SECRET)
        kept = backup(dossier)
    replaced = restore(kept, tmp_path / "a.samen").replaced
    with Dossier.open(tmp_path / "a.samen", a_writer(), wall=SetClock()) as dossier:
        assert erase(dossier, "I-0001").remains == (replaced,)


def test_erasing_needs_no_place_for_backups(tmp_path: Path, profile_place: Path) -> None:
    profile_place.write_text("a file where a folder should be", encoding="utf-8")
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, SECRET)
        assert erase(dossier, "I-0001").backup is None
    assert holding(tmp_path) == []


def test_without_its_inputs_only_the_person_goes(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        _person(dossier)
        done = erase(dossier, "SE-01 Ouder 4")
        assert (done.inputs, done.inputs_left) == (0, 2)
        assert [hit.code for hit in find(dossier.conn, SECRET)] == ["I-0001"]
        erase(dossier, "I-0001")
    assert holding(tmp_path) == []


def test_a_stakeholder_goes_with_its_double_its_files_and_what_was_remarked(
    tmp_path: Path,
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            one = a_stakeholder(edit, f"Praktijk {SECRET}", website=f"{SECRET}.nl")
            two = a_stakeholder(edit, f"Stichting {SECRET}")
            remark = f"attendance/{two.hex()}/remark"
            session = a_session(edit, **{remark: f"Ook {SECRET}"})
            letter = {"file": f"{SECRET}.txt", "of": one.hex()}
            attached = edit.create("attachment", letter)
            edit.join(two, one)
        changed(dossier, session, remark, None)
        with dossier.writing():
            dossier.conn.execute(
                "INSERT INTO sqlar VALUES (?, 33188, 0, ?, ?)",
                (f"{attached.hex()}/{SECRET}.txt", 20, f"Brief {SECRET}".encode()),
            )
        done = erase(dossier, "s-2")
        assert done.attachments == 1
        assert dossier.conn.execute("SELECT count(*) FROM sqlar").fetchone()[0] == 0
        shown = dossier.conn.execute("SELECT shown, name FROM stakeholders ORDER BY key")
        assert shown.fetchall() == [("S-001", None), ("S-002", None)]
    assert holding(tmp_path) == []


@pytest.mark.parametrize("code", ["I-0001", "SE-01", "A-001", "TH9"])
def test_other_records_lose_their_texts_gone_ones_too(tmp_path: Path, code: str) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            records = {
                "I-0001": an_input(edit, SECRET, internal_note=SECRET),
                "SE-01": a_session(edit, SECRET, impression=SECRET),
                "A-001": edit.create("follow_up", {"description": SECRET}),
                "TH9": edit.create("theme", {"number": "TH9", "name": SECRET}),
            }
        deleted(dossier, records[code])
        for other in records.keys() - {code}:
            erase(dossier, other)
        assert holding(tmp_path) != []
        erase(dossier, code)
    assert holding(tmp_path) == []


def test_what_comes_back_by_a_merge_stays_erased(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, SECRET)
        old = tmp_path / "mail"
        old.mkdir()
        (old / "b.samen").write_bytes(dossier.path.read_bytes())
        erase(dossier, "I-0001")
        second = Dossier.open(old / "b.samen", dossier.writer)
        with second:
            noted(second, "nieuw")
            dossier.merge(second.conn, "b.samen")
        assert find(dossier.conn, SECRET) == []
        assert dossier.take_back is not None
        with pytest.raises(KnownError):
            dossier.take_back(next(row for row in dossier.log.edits() if row.name == edits.ERASE))
    assert holding(tmp_path) == ["b.samen"]


def test_a_code_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with pytest.raises(KnownError) as caught:
            erase(dossier, "I-0404")
        assert caught.value.code == "no_such_code"
        assert len(dossier.log.edits()) == 1


def test_erasing_that_forgets_the_index_is_caught(tmp_path: Path) -> None:
    """The broken variant: rows emptied and derived anew, the search index only updated."""
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier, SECRET)
        for at in range(40):
            noted(dossier, f"iets anders {at}")
        with dossier.edit(edits.ERASE) as edit:
            write_erasure(edit, Log(dossier.conn).changes(record))
            edit.write_now()
            edit._derivation.apply_records(Stones(dossier.conn).lay())
        assert holding(tmp_path) == ["a.samen"]
        erasing.erase(dossier, "I-0001")
    assert holding(tmp_path) == []


def test_erasing_that_forgets_the_backups_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken variant: everything but the old backups."""
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, SECRET)
        kept = backup(dossier)
        with monkeypatch.context() as broken:
            broken.setattr(erasing, "_removed", lambda _path: True)
            erase(dossier, "I-0001")
        assert holding(tmp_path) == [kept.name]
        erase(dossier, "I-0001")
    assert holding(tmp_path) == []
