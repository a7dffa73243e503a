"""Undo and redo where a person would look twice: by name, of merges, of choices, of nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from tests.builders import a_group, a_round, a_writer, an_input, changed, deleted, noted

from .laws.broken import undo_believes_merges
from .laws.views import live_values


def _copy(dossier: Dossier, path: Path) -> Dossier:
    """The file as it stands, copied by hand: two laptops that both count as the first."""
    path.write_bytes(dossier.path.read_bytes())
    return Dossier.open(path, a_writer("JV beleid", b"\x02" * 8), wall=dossier._wall)


def _add_and_fail(dossier: Dossier) -> None:
    with dossier.edit("add_input") as edit:
        for at in range(3000):
            an_input(edit, f"woord {at}")
        raise ZeroDivisionError


def test_an_edit_that_changes_nothing_leaves_no_row(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier)
        count = len(dossier.log.edits())
        changed(dossier, record, "words", " Waar kan ik heen?\n")
        changed(dossier, record, "summary", None)
        with dossier.edit("delete_input"):
            pass
        assert len(dossier.log.edits()) == count


def test_an_edit_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        before = dump(dossier.log), live_values(dossier.conn)
        with pytest.raises(ZeroDivisionError):
            _add_and_fail(dossier)
        assert (dump(dossier.log), live_values(dossier.conn)) == before
        assert dossier.undo() is not None  # of the round itself: nothing newer is there
        assert dump(dossier.log) == {}


def test_an_older_edit_is_taken_back_by_name_and_the_newer_ones_stay(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        one, other = noted(dossier, "een"), noted(dossier, "twee")
        changed(dossier, one, "summary", "kern")
        changed(dossier, other, "summary", "andere kern")
        step = dossier.log.edits()[-2]
        undone = dossier.take_back(step)
        assert (undone.records, undone.overtaken) == (1, 0)
        assert dossier.state(one).shown("summary") is None
        assert dossier.state(other).shown("summary") == "andere kern"


def test_what_was_overtaken_is_said_and_left(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("add_input") as edit:
            records = [an_input(edit, str(at)) for at in range(4)]
        with dossier.edit("change_input") as edit:
            for record in records:
                edit.set(record, "status", "GECOD")
        step = dossier.log.edits()[-1]
        changed(dossier, records[0], "status", "TERUG")
        undone = dossier.take_back(step)
        assert (undone.records, undone.overtaken) == (3, 1)
        shown = [dossier.state(record).shown("status") for record in records]
        assert shown == ["TERUG", "RUW", "RUW", "RUW"]


def test_an_undone_edit_on_a_deleted_record_does_not_bring_it_back(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier)
        changed(dossier, record, "summary", "kern")
        step = dossier.log.edits()[-1]
        deleted(dossier, record)
        assert dossier.take_back(step).overtaken == 1
        assert dossier.state(record).gone


def test_a_choice_undone_is_a_conflict_again(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier)
        with _copy(dossier, tmp_path / "b.samen") as other:
            changed(other, record, "words", "van de ander")
            changed(dossier, record, "words", "van hier")
            dossier.merge(other.conn, other.path.name)
        assert dossier.state(record).conflicts() == ["words"]
        changed(dossier, record, "words", "van hier")
        assert dossier.state(record).conflicts() == []
        dossier.undo()
        assert set(dossier.state(record).values("words")) == {"van hier", "van de ander"}
        dossier.redo()
        assert dossier.state(record).values("words") == ("van hier",)


def test_a_merge_is_one_step_back_and_one_forth(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier)
        with _copy(dossier, tmp_path / "b.samen") as other:
            deleted(other, record)
            noted(other, "van elders")
            changed(dossier, record, "summary", "kern")
            before = dump(dossier.log)
            dossier.merge(other.conn, other.path.name)
            after = dump(dossier.log)
            assert dossier.state(record).kept  # deleted there by one who did not know the kern
            dossier.undo()
            assert dump(dossier.log) == before
            assert dossier.merge(other.conn, other.path.name) is None
            dossier.redo()
            assert dump(dossier.log) == after


@pytest.mark.parametrize("sound", [True, False], ids=["as built", "merges believed"])
def test_an_undo_that_an_undone_merge_brought_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound: bool
) -> None:
    if not sound:
        undo_believes_merges(monkeypatch)
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier)
        changed(dossier, record, "summary", "kern")
        with _copy(dossier, tmp_path / "b.samen") as other:
            other.undo()
            dossier.merge(other.conn, other.path.name)
        assert dossier.state(record).shown("summary") is None
        dossier.undo()
        assert dossier.state(record).shown("summary") == "kern"
        dossier.undo()
        assert (dossier.state(record).shown("summary") is None) is sound


def test_sets_and_attendance_come_back_member_by_member(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("add_session") as edit:
            parents, youth = a_group(edit, "Ouders"), a_group(edit, "Jongeren")
            present = {f"attendance/{parents.hex()}/present": 12}
            session = edit.create("session", {"title": "Avond", **present})
            record = edit.create("input", {"words": "w", f"group/{parents.hex()}": 1})
        before = live_values(dossier.conn)
        with dossier.edit("change_input") as edit:
            edit.set(record, f"group/{parents.hex()}", None)
            edit.set(record, f"group/{youth.hex()}", "woordvoerder")
            edit.set(session, f"attendance/{parents.hex()}/present", None)
            edit.set(session, f"attendance/{youth.hex()}/invited", 3)
        after = live_values(dossier.conn)
        assert [row[2] for row in after["member"]] == [youth.hex()]
        assert [row[1:4] for row in after["attendance"]] == [(youth.hex(), 3, None)]
        dossier.undo()
        assert live_values(dossier.conn) == before
        dossier.redo()
        assert live_values(dossier.conn) == after


def test_undo_reaches_through_undo_and_redo_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        record = noted(dossier)
        for word in ("een", "twee", "drie"):
            changed(dossier, record, "summary", word)
        dossier.undo()
        dossier.redo()
        dossier.undo()
    with Dossier.open(path, a_writer()) as dossier:
        assert dossier.state(record).shown("summary") == "twee"
        dossier.undo()
        assert dossier.state(record).shown("summary") == "een"
        dossier.redo()
        dossier.redo()
        assert dossier.state(record).shown("summary") == "drie"
        dossier.undo()
        changed(dossier, record, "summary", "vier")
        assert dossier.redo() is None  # something was done since


def test_a_ring_of_joins_or_parents_is_cut_and_undo_mends_it(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("add_theme") as edit:
            one = edit.create("theme", {"name": "een"})
            two = edit.create("theme", {"name": "twee"})
        with _copy(dossier, tmp_path / "b.samen") as other:
            changed(other, one, "parent", two.hex())
            changed(dossier, two, "parent", one.hex())
            before = live_values(dossier.conn)
            dossier.merge(other.conn, other.path.name)
        cut = dossier.conn.execute("SELECT id FROM themes WHERE cut = 1").fetchall()
        assert cut == [(max(one, two),)]
        dossier.undo()
        assert live_values(dossier.conn) == before


def test_erasing_cannot_be_undone(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier)
        with dossier.edit("erase") as edit:
            edit.erase_value(record, f"{record.hex()}:words")
        with pytest.raises(KnownError) as told:
            dossier.take_back(dossier.log.edits()[-1])
        assert told.value.code == "no_undo"
