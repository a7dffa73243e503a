"""Writes the generated half of docs/format.md and the golden schema: `python -m tests.format_page`.

The tests compare both with the code; nothing else reads them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from samen_desktop.core.fields import Field, Kind, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.vocabulary import VOCABULARIES, vocabulary
from samen_desktop.store import schema

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "docs" / "format.md"
GOLDEN = REPOSITORY / "tests" / "golden" / "schema.sql"
_MARK = "<!-- made by python -m tests.format_page -->\n"

_TYPES = {
    Type.TEXT: "text, one line",
    Type.LONG: "text, lines end in `\\n`",
    Type.DATE: "date",
    Type.TIME: "time, HH:MM",
    Type.WHOLE: "whole number",
    Type.YES_NO: "1 or 0",
    Type.TERM: "code",
    Type.REF: "record id",
    Type.MEMBERS: "set: 1 or a role",
    Type.COUNTS: "counts per party",
    Type.ORDER: "order key",
}


def page(text: str) -> str:
    """The page with its generated part as the code says it is now."""
    return text.partition(_MARK)[0] + _MARK + "\n" + "\n".join(_generated())


def golden_schema() -> str:
    """All statements of the schema, as SQLite keeps them; shadow tables of the search left out."""
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.executescript(schema.script())
        return schema_of(conn)


def schema_of(conn: sqlite3.Connection) -> str:
    """The same of a file that is open; what the migrations keep for themselves left out."""
    found = conn.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
        " AND instr(name, '_search_') = 0 AND instr(tbl_name, '_sqlite') = 0"
        " ORDER BY tbl_name, type = 'index', name"
    )
    return "".join(f"{row[0]};\n" for row in found)


def _generated() -> Iterator[str]:
    for kind in KINDS.values():
        yield from _kind(kind)
    yield "### Lists"
    yield ""
    yield "| list | closed | codes shipped |"
    yield "|---|---|---|"
    for name in sorted(VOCABULARIES):
        terms = vocabulary(name)
        codes = " ".join(f"`{term.code}`" for term in terms.terms)
        yield f"| `{name}` | {'closed' if terms.closed else ''} | {codes} |"
    yield ""


def _kind(kind: Kind) -> Iterator[str]:
    code = (
        f"; codes `{kind.series.prefix}-` with {kind.series.digits} digits" if kind.series else ""
    )
    yield f"### `+{kind.name}` – {kind.words.en} ({kind.words.nl}), table `{kind.plural}`{code}"
    yield ""
    yield "| field | type | refers to | list | required |"
    yield "|---|---|---|---|---|"
    for field in kind.fields:
        yield _row(_log_name(field), field)
        for part in field.parts:
            yield _row(f"{field.name}/<id>/{part.name}", part)
    yield ""


def _log_name(field: Field) -> str:
    return f"{field.name}/<id>" if field.type in (Type.MEMBERS, Type.COUNTS) else field.name


def _row(name: str, field: Field) -> str:
    targets = ", ".join(f"`{target}`" for target in field.targets)
    terms = f"`{field.vocabulary}`" if field.vocabulary else ""
    required = "yes" if field.required else ""
    return f"| `{name}` | {_TYPES[field.type]} | {targets} | {terms} | {required} |"


def main() -> None:
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    GOLDEN.write_text(golden_schema(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
