"""Tables for reading in, in memory or from a file, and the short way to read them."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samen_desktop.core.intake.mapping import Matched, Rules, match, parse_rules
from samen_desktop.core.intake.rows import read_rows
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.exchange.source import Source, SourceRow, open_source
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.intake.intake import Intake, ReadIn, SourceFile

TODAY = date(2022, 6, 20)

Cells = Sequence[object]
Mapping = dict[str, object] | None


@dataclass(frozen=True)
class Table:
    """A table in memory that can be read in like a file's."""

    header: tuple[str, ...]
    cells: tuple[Cells, ...]
    name: str = "tabel.csv"
    sheet: str = ""

    @property
    def sha256(self) -> str:
        said = repr((self.header, self.cells)).encode("utf-8", "backslashreplace")
        return hashlib.sha256(said).hexdigest()

    def rows(self) -> list[SourceRow]:
        return [SourceRow(n, tuple(row)) for n, row in enumerate(self.cells, start=2)]  # type: ignore[arg-type]


def a_table(header: str, *rows: Cells, sheet: str = "") -> Table:
    """A table of which the header is written with bars: `Inbreng|Indiener`."""
    return Table(tuple(header.split("|")), rows, sheet=sheet)


def rules(target: str, mapping: Mapping) -> Rules:
    if mapping is None:
        return Rules()
    return parse_rules(json.dumps(mapping), TARGETS[target], "koppeling.json")


def matched(table: Table | Source, target: str, mapping: Mapping = None) -> Matched:
    return match(TARGETS[target], table.header, rules(target, mapping), table.name)


class DryRunError(Exception):
    """Leaves the edit, so that nothing of it is kept."""


def read_in(
    dossier: Dossier,
    target: str,
    table: Table | Source | Path,
    mapping: Mapping = None,
    *,
    dry: bool = False,
    today: date = TODAY,
) -> ReadIn:
    """Read a table in as the command line does."""
    source = open_source(table) if isinstance(table, Path) else table
    found = matched(source, target, mapping)
    result = ReadIn()
    try:
        with dossier.edit("import") as edit:
            file = SourceFile(source.name, source.sha256, source.sheet)
            intake = Intake(dossier.conn, edit, found, file, today)
            result = intake.result
            intake.read(read_rows(found, source.rows(), source.sheet))
            if dry:
                raise DryRunError
    except DryRunError:
        pass
    return result


def plain_rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """Header and filled rows as the csv module alone gives them."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    separator = max(";,", key=text.splitlines()[0].count)
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    return rows[0], [row for row in rows[1:] if any(cell.strip() for cell in row)]


def column(dossier: Dossier, sql: str) -> list[object]:
    return [row[0] for row in dossier.conn.execute(sql)]
