"""What is erased is gone from the bytes of the file, and from whatever arrives later."""

from __future__ import annotations

from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.erase import Stones, write_erasure
from tests.builders import a_round, a_writer, changed, noted

_CANARY = "kanarievogelnaam"


def _erase(dossier: Dossier, record: bytes) -> None:
    """The parts of erasing that belong to the log, and what empties the pages."""
    with dossier.edit("erase") as edit:
        assert write_erasure(edit, dossier.log.changes(record)) > 0
        edit.write_now()
        edit.derive_again(Stones(dossier.conn).lay())
    dossier.conn.execute("PRAGMA query_only = OFF")
    dossier.conn.execute("VACUUM")
    dossier.wrote()


def _a_secret(dossier: Dossier) -> bytes:
    record = noted(dossier, f"zegt {_CANARY} zelf", summary=_CANARY)
    changed(dossier, record, "internal_note", f"gebeld met {_CANARY}")
    changed(dossier, record, "internal_note", "niet meer")
    return record


def test_no_byte_of_what_was_erased_stays_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        record = _a_secret(dossier)
        code = dossier.state(record).shown("code")
        assert _CANARY.encode() in path.read_bytes()  # else the test would prove nothing
        _erase(dossier, record)
        assert dossier.state(record).shown("words") is None
        assert dossier.state(record).shown("code") == code
    assert _CANARY.encode() not in path.read_bytes()


def test_an_old_copy_brings_nothing_of_it_back(tmp_path: Path) -> None:
    path, old = tmp_path / "a.samen", tmp_path / "old.samen"
    with a_round(path) as dossier:
        record = _a_secret(dossier)
        old.write_bytes(path.read_bytes())
        _erase(dossier, record)
        with Dossier.open(old, a_writer(device=b"\x02" * 8)) as other:
            changed(other, record, "table", "3")
            assert dossier.merge(other.conn, old.name) is not None
            # And the old copy learns of it when it reads the file in.
            assert other.merge(dossier.conn, path.name) is not None
            assert other.state(record).shown("words") is None
        assert dossier.state(record).shown("table") == "3"
        assert dossier.state(record).shown("words") is None
    assert _CANARY.encode() not in path.read_bytes()


def test_a_value_emptied_without_an_erasure_refuses_the_file(tmp_path: Path) -> None:
    """The broken variant: rows that were emptied by hand, with nothing that names them."""
    with a_round(tmp_path / "a.samen") as dossier:
        old = tmp_path / "b.samen"
        old.write_bytes(dossier.path.read_bytes())
        with Dossier.open(old, a_writer(device=b"\x02" * 8)) as other:
            record = noted(other)
            with other.writing():
                other.conn.execute(
                    "UPDATE change SET value = '{}', hash = NULL WHERE id = ?", (record,)
                )
            with pytest.raises(KnownError) as told:
                dossier.merge(other.conn, old.name)
            assert told.value.code == "merge_damaged"
