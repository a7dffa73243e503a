"""How rows are written: one form of JSON, and a hash that finds any damage."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.errors import KnownError
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log import rows
from samen_desktop.store.steps import merge
from tests.builders import a_round, a_writer, changed, noted

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_SCALAR = st.one_of(st.none(), st.integers(-(2**62), 2**62), _TEXT)


def _canonical(*parts: object) -> bytes:
    """The bytes the hash is taken over, by the words of the format page and nothing else."""
    packed = b""
    for part in parts:
        kind, raw = 0, b""
        if isinstance(part, int):
            kind, raw = 1, part.to_bytes(8, "big", signed=True)
        elif isinstance(part, str):
            kind, raw = 2, part.encode()
        elif isinstance(part, bytes):
            kind, raw = 3, part
        packed += bytes([kind]) + len(raw).to_bytes(4, "big") + raw
    return packed


def _blake(*parts: object) -> bytes:
    return hashlib.blake2b(_canonical(*parts), digest_size=8).digest()


@given(_SCALAR)
def test_a_value_is_written_in_one_form_and_read_back(value: str | int | None) -> None:
    text = rows.encode(value)
    expected = unicodedata.normalize("NFC", value) if isinstance(value, str) else value
    assert rows.decode(text) == expected
    assert unicodedata.is_normalized("NFC", text)
    assert text == json.dumps(expected, ensure_ascii=False, separators=(",", ":"))


@given(st.dictionaries(_TEXT, _SCALAR, max_size=6))
def test_a_creation_has_sorted_keys_and_no_spaces(values: dict[str, str | int | None]) -> None:
    text = rows.encode(values)
    assert rows.encode(dict(reversed(values.items()))) == text
    assert rows.encode(rows.decode_creation(text)) == text


@given(st.lists(st.binary(min_size=16, max_size=16), max_size=6))
def test_replaced_ids_are_ascending_and_each_once(found: list[bytes]) -> None:
    assert rows.split_prev(rows.join_prev(found)) == sorted(set(found))


@given(st.binary(min_size=16, max_size=16), _TEXT, _TEXT, st.one_of(st.none(), st.binary()))
def test_the_hash_is_what_the_page_says(
    ident: bytes, name: str, about: str, undoes: bytes | None
) -> None:
    row = rows.EditRow(1, ident, name, about, "HR", b"12345678", undoes, 1, b"", None)
    assert rows.edit_hash(row) == _blake(ident, name, about, "HR", b"12345678", undoes, 1)
    digest = rows.change_hash(ident, ident[::-1], ident, name, None, undoes or b"")
    assert digest == _blake(ident, ident[::-1], ident, name, None, undoes or b"")


def test_every_row_of_a_file_carries_that_hash(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        changed(dossier, noted(dossier), "summary", "kérn")
        dossier.undo()
        for *parts, digest in dossier.conn.execute(
            "SELECT id, name, about, author, device, undoes, format, hash FROM edit"
        ):
            assert _blake(*parts) == digest
        for *parts, digest in dossier.conn.execute(
            "SELECT id, edit, record, field, value, prev, hash FROM change"
        ):
            assert _blake(*parts) == digest


_COLUMNS = {
    "edit": ("id", "name", "about", "author", "device", "undoes", "format", "hash"),
    "change": ("id", "edit", "record", "field", "value", "prev", "hash"),
}


@pytest.mark.parametrize(
    ("table", "column"), [(table, name) for table, names in _COLUMNS.items() for name in names]
)
def test_a_flipped_bit_in_any_column_refuses_the_file(
    tmp_path: Path, table: str, column: str
) -> None:
    assert _is_refused(tmp_path, table, column)


@pytest.mark.parametrize(("table", "column"), [("edit", "author"), ("change", "hash")])
def test_a_merge_that_looks_at_no_hash_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, column: str
) -> None:
    monkeypatch.setattr(merge, "edit_hash", lambda row: row.hash)
    monkeypatch.setattr(merge.Union, "_insert", lambda self, batch: self._log.add_changes(batch))
    assert not _is_refused(tmp_path, table, column)


def _is_refused(folder: Path, table: str, column: str) -> bool:
    """Whether a file with one flipped bit is refused, and then nothing was taken over."""
    with a_round(folder / "a.samen") as dossier:
        (folder / "b.samen").write_bytes(dossier.path.read_bytes())
        with Dossier.open(folder / "b.samen", a_writer(device=b"\x02" * 8)) as other:
            changed(other, noted(other), "summary", "kern")
            other.undo()
            _flip(other, table, column)
            before = dossier.conn.execute("SELECT * FROM change").fetchall()
            refused = ""
            try:
                dossier.merge(other.conn, "b.samen")
            except KnownError as told:
                refused = told.code
            unchanged = dossier.conn.execute("SELECT * FROM change").fetchall() == before
            assert unchanged is bool(refused)
            return refused == "merge_damaged"


def _flip(dossier: Dossier, table: str, column: str) -> None:
    """Turn the last bit of the newest row's value in that column."""
    with dossier.writing():
        found = dossier.conn.execute(
            f"SELECT {column} FROM {table} ORDER BY seq DESC LIMIT 1"
        ).fetchone()[0]
        if isinstance(found, int):
            other: object = found ^ 1
        else:
            raw = found.encode() if isinstance(found, str) else found or b"\x02"
            flipped = raw[:-1] + bytes([raw[-1] ^ 1]) if raw else b"\x01"
            other = flipped.decode() if isinstance(found, str) else flipped
        dossier.conn.execute(
            f"UPDATE {table} SET {column} = ? WHERE seq = (SELECT max(seq) FROM {table})", (other,)
        )
