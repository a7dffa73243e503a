"""Whatever stands in a table's cells: it is read, row by row accounted for, and can be undone."""

from __future__ import annotations

import tempfile
from datetime import date, time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from samen_desktop.core.errors import KnownError
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.exchange.source_cells import UNCALCULATED, CellFault
from samen_desktop.store.log.dump import dump
from tests.builders import a_group, a_round, a_session, a_stakeholder

from .tables_in import Table, read_in

HEADERS = sorted(
    {
        name
        for target in TARGETS.values()
        for column in target.columns
        for name in (column.name, column.words.nl, *column.aliases)
    }
)
SAID = (
    "S-001",
    "Ouders",
    "SE-01",
    "I-0001",
    "A-999",
    "NA",
    "31-02-2022",
    "a; b; a",
    "X01",
    "1",
    "ja",
)
WORDS = st.one_of(st.text(max_size=30), st.sampled_from(SAID))
CELLS = st.one_of(
    WORDS,
    st.none(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(date(1, 1, 1)),
    st.datetimes(),
    st.times(),
    st.just(time(0, 0)),
    st.sampled_from((UNCALCULATED, CellFault("#N/A"))),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    header = draw(st.lists(st.one_of(st.sampled_from(HEADERS), WORDS), min_size=1, max_size=8))
    row = st.tuples(*(CELLS for _ in header))
    rows = draw(st.lists(row, max_size=8))
    return Table(tuple(header), tuple(rows), sheet=draw(WORDS))


@settings(max_examples=60)
@given(table=tables(), target=st.sampled_from(sorted(TARGETS)), data=st.data())
def test_any_table_is_read_or_refused_in_one_sentence(
    table: Table, target: str, data: st.DataObject
) -> None:
    names = [column.name for column in TARGETS[target].columns]
    needed = TARGETS[target].required[0]
    columns = {needed: table.header[0]} | data.draw(
        st.dictionaries(st.sampled_from(names), st.sampled_from(table.header), max_size=6)
    )
    mapping = data.draw(st.sampled_from([None, {"columns": columns}]))
    with tempfile.TemporaryDirectory() as folder, a_round(Path(folder) / "r.samen") as dossier:
        with dossier.edit("add_stakeholder") as edit:
            a_stakeholder(edit)
            a_group(edit)
            a_session(edit)
        before = dump(dossier.log)
        try:
            done = read_in(dossier, target, table, mapping)  # type: ignore[arg-type]
        except KnownError:
            assert dump(dossier.log) == before
            return
        after = dump(dossier.log)
        assert done.added + done.known + done.skipped == done.rows == len(table.cells)
        again = read_in(dossier, target, table, mapping)  # type: ignore[arg-type]
        assert (again.known, again.added) == (done.added, 0)
        assert dump(dossier.log) == after
        dossier.rebuild()
        assert dump(dossier.log) == after
        if done.added:
            dossier.undo()
        assert dump(dossier.log) == before
