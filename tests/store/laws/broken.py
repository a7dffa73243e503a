"""Broken variants of the store: each changes one thing, and the laws have to notice every one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samen_desktop.store.derived import derive, search
from samen_desktop.store.log import changelog, heads, ids
from samen_desktop.store.log.rows import ChangeRow, EditRow, change_hash, decode_creation, encode
from samen_desktop.store.steps import merge, undo
from samen_desktop.store.steps.editing import Edit

if TYPE_CHECKING:
    from sqlite3 import Connection

    import pytest


@dataclass(frozen=True)
class Variant:
    """A fault, and the laws of which at least one has to be found broken by it."""

    name: str
    laws: frozenset[str]
    breaks: Callable[[pytest.MonkeyPatch], None]


def _everywhere(
    patch: pytest.MonkeyPatch, original: Callable[..., object], other: Callable[..., object]
) -> None:
    """Replace a function in every room of the store that took it by name."""
    for name, module in list(sys.modules.items()):
        if name.startswith("samen_desktop.store"):
            for key, value in list(vars(module).items()):
                if value is original:
                    patch.setattr(module, key, other)


def _one_value_wins(patch: pytest.MonkeyPatch) -> None:
    fold = heads.fold

    def newest_only(
        rows: Collection[ChangeRow], without: Collection[bytes] = ()
    ) -> heads.State | None:
        state = fold(rows, without)
        if state is not None:
            state.heads = {name: standing[-1:] for name, standing in state.heads.items()}
        return state

    _everywhere(patch, fold, newest_only)


def _deletion_covers(everything: bool) -> Callable[[pytest.MonkeyPatch], None]:
    def breaks(patch: pytest.MonkeyPatch) -> None:
        def settle(state: heads.State, _rows: Iterable[ChangeRow]) -> None:
            live = any(head.value for head in state.deletions)
            state.gone = live and everything
            state.kept = live and not everything

        patch.setattr(heads, "_settle_deletion", settle)

    return breaks


def _undo_on_the_dead(patch: pytest.MonkeyPatch) -> None:
    take_back = undo._take_back

    def blind(
        edit: Edit, rows: list[ChangeRow], own: Collection[bytes], past: Collection[bytes]
    ) -> bool:
        now, then = heads.fold(rows), heads.fold(rows, without=past)
        if now is None or then is None or not now.gone:
            return take_back(edit, rows, own, past)
        names = dict.fromkeys(row.field for row in rows if row.id in own and row.field != "-")
        return undo._write_fields(edit, now, then, names, past)

    patch.setattr(undo, "_take_back", blind)


def _undo_forgets(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(undo.Steps, "cancelled_since", lambda _self, _edit: [])


def undo_believes_merges(patch: pytest.MonkeyPatch) -> None:
    def stands(self: undo.Steps, row: EditRow, seen: frozenset[bytes]) -> bool:
        return self._standing_undo(row.id, seen) is None

    patch.setattr(undo.Steps, "_stands", stands)


def _rebuild_skips(patch: pytest.MonkeyPatch) -> None:
    clear = derive.Derivation.clear

    def clear_and_skip(self: derive.Derivation) -> None:
        clear(self)
        patch.setattr(derive.Derivation, "_write_members", lambda *_: None)

    patch.setattr(derive.Derivation, "clear", clear_and_skip)


def _index_forgets(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(search.Index, "_replace", lambda *_: None)


def _trusts_the_future(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ids, "bound", lambda _ms: b"\xff" * 16)


def _codes_renumbered(patch: pytest.MonkeyPatch) -> None:
    insert = merge.Union._insert

    def renumber(self: merge.Union, rows: list[ChangeRow]) -> None:
        insert(self, [_with_own_code(row) for row in rows])

    patch.setattr(merge.Union, "_insert", renumber)


def _with_own_code(row: ChangeRow) -> ChangeRow:
    values = decode_creation(row.value) if row.field == "+input" else {}
    if "code" not in values:
        return row
    value = encode(values | {"code": f"I-{row.seq:04}"})
    digest = change_hash(row.id, row.edit, row.record, row.field, value, row.prev)
    return row._replace(value=value, hash=digest)


def _merge_replaces(patch: pytest.MonkeyPatch) -> None:
    begin = merge.Union.__init__

    def everything(self: merge.Union, conn: Connection, other: Connection, name: str) -> None:
        begin(self, conn, other, name)
        self.edits = sorted(
            (row for row in self._other.edits() if row.name != "merge"), key=lambda row: row.id
        )

    def replace(self: changelog.Log, rows: Iterable[ChangeRow]) -> None:
        places = ",".join("?" * 8)
        self._conn.executemany(f"INSERT OR REPLACE INTO change VALUES ({places})", rows)

    def replace_edit(self: changelog.Log, row: EditRow) -> None:
        places = ",".join("?" * 10)
        self._conn.execute(f"INSERT OR REPLACE INTO edit VALUES ({places})", row)

    patch.setattr(merge.Union, "__init__", everything)
    patch.setattr(changelog.Log, "add_changes", replace)
    patch.setattr(changelog.Log, "add_edit", replace_edit)


def _merge_commits_on_its_way(patch: pytest.MonkeyPatch) -> None:
    insert = merge.Union._insert

    def insert_and_commit(self: merge.Union, rows: list[ChangeRow]) -> None:
        insert(self, rows)
        self._conn.execute("COMMIT")
        self._conn.execute("BEGIN")
        self._conn.execute("SAVEPOINT one_file")

    patch.setattr(merge.Union, "_insert", insert_and_commit)


VARIANTS = (
    Variant("one value wins", frozenset({"lost"}), _one_value_wins),
    Variant("deletion covers nothing", frozenset({"deletion"}), _deletion_covers(False)),
    Variant("deletion covers everything", frozenset({"lost"}), _deletion_covers(True)),
    Variant("undo on dead records", frozenset({"undo", "redo", "redo all"}), _undo_on_the_dead),
    Variant("undo forgets pairs", frozenset({"undo all", "redo", "redo all"}), _undo_forgets),
    Variant("rebuild skips a table", frozenset({"rebuild"}), _rebuild_skips),
    Variant("search index forgets", frozenset({"rebuild"}), _index_forgets),
    Variant("clock trusts the future", frozenset({"clock"}), _trusts_the_future),
    Variant("merge renumbers codes", frozenset({"diverged", "order"}), _codes_renumbered),
    Variant("merge commits on its way", frozenset({"half"}), _merge_commits_on_its_way),
    Variant("merge replaces rows", frozenset({"repeat", "fails"}), _merge_replaces),
)
