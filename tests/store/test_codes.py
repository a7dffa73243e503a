"""Codes people speak aloud: never used twice, marked in copies, and told apart when they meet."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.store.derived.shown_codes import given_twice
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_session, a_writer, an_input, deleted, noted


def _shown(dossier: Dossier, table: str = "inputs") -> list[str]:
    found = dossier.conn.execute(f"SELECT shown FROM {table} ORDER BY id")
    return [row[0] for row in found]


def _code(dossier: Dossier, record: bytes) -> str:
    return str(dossier.state(record).shown("code"))


def test_the_next_number_is_the_highest_ever_plus_one_gone_ones_included(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        deleted(dossier, noted(dossier))
        assert _code(dossier, noted(dossier)) == "I-0003"
        noted(dossier, code="I-0041")
        assert _code(dossier, noted(dossier)) == "I-0042"
        dossier.undo()  # the code of what was undone is not given again
        assert _code(dossier, noted(dossier)) == "I-0043"


@given(st.data())
def test_no_code_is_given_twice_whatever_is_made_and_deleted(data: st.DataObject) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, a_round(Path(folder) / "a.samen") as dossier:
        dossier.conn.execute("PRAGMA synchronous = OFF")
        given_codes: list[str] = []
        records: list[bytes] = []
        for deed in data.draw(st.lists(st.sampled_from("aaadu"), max_size=8)):
            if deed == "a" or not records:
                records.append(noted(dossier))
                given_codes.append(_code(dossier, records[-1]))
            elif deed == "d":
                deleted(dossier, data.draw(st.sampled_from(records)))
            else:
                dossier.undo()
                if not dossier.log.changes_of(records):
                    break
        assert len(set(given_codes)) == len(given_codes)


def test_each_mark_counts_for_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        noted(dossier)
        dossier.write_local("mark", "HR")
    with Dossier.open(path, a_writer()) as dossier:
        assert _code(dossier, noted(dossier)) == "I-HR-0001"
        assert _code(dossier, noted(dossier)) == "I-HR-0002"
        with dossier.edit("add_session") as edit:
            session = a_session(edit)
            assert edit.next_person("Ouder", session) == "Ouder HR-1"
        assert _code(dossier, session) == "SE-HR-01"
        dossier.write_local("mark", "JV")
    with Dossier.open(path, a_writer()) as dossier:
        assert _code(dossier, noted(dossier)) == "I-JV-0001"


def test_participants_count_within_their_session(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("add_session") as edit:
            one, two = a_session(edit), a_session(edit)
            for session, expected in ((one, "Ouder 1"), (one, "Ouder 2"), (two, "Ouder 1")):
                code = edit.next_person("Ouder", session)
                assert code == expected
                edit.create("participant", {"code": code, "session": session.hex()})
            assert edit.next_person("Jongere", one) == "Jongere 1"
            assert edit.next_person("Ouder", None) == "Ouder 1"
        with dossier.edit("add_participant") as edit:
            assert edit.next_person("Ouder", one) == "Ouder 3"


def test_a_code_given_twice_is_shown_with_a_number_by_least_id(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        copies = []
        for at in (1, 2):
            copies.append(tmp_path / f"copy{at}.samen")
            copies[-1].write_bytes(dossier.path.read_bytes())
        noted(dossier, "hier")
        for at, path in enumerate(copies, start=2):
            with Dossier.open(path, a_writer(device=bytes([at]) * 8)) as other:
                noted(other, f"laptop {at}")
                dossier.merge(other.conn, path.name)
        assert _shown(dossier) == ["I-0001", "I-0001-2", "I-0001-3"]
        assert given_twice(dossier.conn, "inputs") == ["I-0001-2", "I-0001-3"]
        codes = {code for (code,) in dossier.conn.execute("SELECT code FROM inputs")}
        assert codes == {"I-0001"}  # the log is not touched by what is shown
        assert _code(dossier, noted(dossier)) == "I-0002"


def test_many_codes_given_twice_at_once_are_told_apart_alike(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("add_input") as edit:
            for at in range(120):
                an_input(edit, str(at), code=f"I-{at // 2 + 1:04}")
        before = _shown(dossier)
        assert len(set(before)) == 120
        assert sum(re.fullmatch(r"I-\d{4}-2", code) is not None for code in before) == 60
        dossier.rebuild()
        assert _shown(dossier) == before


def test_a_code_given_and_changed_in_one_edit_is_told_apart_too(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        with dossier.edit("add_input") as edit:
            edit.set(an_input(edit), "code", "I-0001")
            edit.set(an_input(edit, code="I-0001"), "summary", "kern")
        assert _shown(dossier) == ["I-0001", "I-0001-2", "I-0001-3"]
