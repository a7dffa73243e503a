"""Reading a matched table into the round: row by row, in one edit, so one undo.

The dry run is the same work in a transaction that is rolled back, so that what it announces is what
will happen. What cells mean is for `core.intake`, what they refer to for `referring`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date

from samen_desktop.core import codes
from samen_desktop.core.errors import Problem
from samen_desktop.core.fields import Scalar, Series, Type
from samen_desktop.core.intake.mapping import Matched
from samen_desktop.core.intake.rows import ReadRow
from samen_desktop.core.intake.targets import Column
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words
from samen_desktop.store.steps.editing import Edit

from . import earlier
from .earlier import SourceFile
from .read_in import ReadIn
from .referring import References

__all__ = ["Intake", "ReadIn", "SourceFile"]

_HIGHEST_CODE = 99_999
"""Of codes a table brings; new ones count on from there, and have to stay speakable."""


class Intake:
    """Reads the rows of one table into the round, inside one edit."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        edit: Edit,
        matched: Matched,
        source: SourceFile,
        today: date,
    ) -> None:
        self._conn = conn
        self._edit = edit
        self._matched = matched
        self._source = source
        self._today = today.isoformat()
        self._target = matched.target
        self._columns = {column.name: column for column in matched.target.columns}
        self._import: bytes | None = None
        self._row = 0
        self.result = ReadIn()
        self._references = References(
            conn,
            edit,
            earlier.submitters(conn, source),
            lambda: self._import_record().hex(),
            self.result.count,
        )
        self._mark = earlier.mark(conn)
        self._own_codes = "code" in matched.rules.columns or "code" in matched.rules.fixed
        self._codes = earlier.codes_in_use(conn, self._target.kind) if self._own_codes else set()

    def read(self, rows: Iterator[ReadRow], progress: Callable[[int], None] | None = None) -> None:
        """Write all rows that are not here yet. `progress` hears how many were looked at."""
        source, target, result = self._source, self._target, self.result
        known = earlier.known_keys(self._conn, source, target.name, target.kind)
        result.before = earlier.read_before(self._conn, source, target.name)
        for row in rows:
            result.rows += 1
            if row.key in known:
                result.known += 1
            else:
                result.tell_all(problem for problem in row.problems if problem.column)
                for problem in row.problems:
                    if not problem.column:  # what holds for the table's shape holds for many rows
                        result.tell(problem)
                if row.fits:
                    self._write(row)
                else:
                    result.skipped += 1
            if progress is not None:
                progress(result.rows)
        if self._import is not None:
            self._edit.set(self._import, "rows", result.added)
        self._edit.about = str(result.added)
        result.settle()

    def _write(self, row: ReadRow) -> None:
        self._row = row.number
        values: dict[str, Scalar] = {
            "source": self._import_record().hex(),
            "source_key": row.key,
        }
        beside: dict[str, dict[str, Scalar]] = {}
        for name, value in row.values.items():
            column = self._columns[name]
            if column.kind:
                beside.setdefault(column.kind, {})[name] = value
            else:
                self._place(column, value, values)
        self._defaults(values)
        if self._own_codes:
            self._keep_code(values)
        if "attendance" in beside:
            self._attendance(beside["attendance"], values)
        record = self._edit.create(self._target.kind, values)
        self.result.note_code(str(self._edit.last_code or ""))
        if "contact" in beside:
            self._contact(record, beside["contact"])

    def _place(self, column: Column, value: Scalar, values: dict[str, Scalar]) -> None:
        """Put a value in its place, looking up what it names."""
        kind, text = column.field.type, str(value)
        if kind is Type.TERM:
            values[column.name] = self._references.term(column, text, self._tell)
        elif kind is Type.MEMBERS:
            for member in self._references.members(column, text, self._tell):
                values[f"{column.name}/{member.hex()}"] = 1
        elif column.field.targets == ("theme",):
            self._themes(column, text, values)
        elif kind is Type.REF:
            found = self._references.record(column, text, self._tell)
            values[column.name] = None if found is None else found.hex()
        else:
            values[column.name] = value

    def _themes(self, column: Column, text: str, values: dict[str, Scalar]) -> None:
        """The first theme of a list is the main one, the others stand beside it."""
        for at, theme in enumerate(self._references.members(column, text, self._tell)):
            if at == 0:
                values[column.name] = theme.hex()
            else:
                values[f"side_theme/{theme.hex()}"] = 1

    def _contact(self, record: bytes, found: dict[str, Scalar]) -> None:
        """The contact of a stakeholder. A term it does not know stays text, in its note."""
        values: dict[str, Scalar] = {"of": record.hex(), "source": self._import_record().hex()}
        notes = [str(found.pop("contact_note"))] if "contact_note" in found else []
        for name, value in found.items():
            column = self._columns[name]
            if column.field.type is Type.TERM:
                code = self._references.known_term(column.field, str(value))
                values[column.field.name] = code
                notes += [] if code else [f"{column.words.nl}: {value}"]
            else:
                values[column.field.name] = value
        values["note"] = "\n".join(notes) or None
        self._edit.create("contact", values)
        self.result.count("contact")

    def _attendance(self, found: dict[str, Scalar], values: dict[str, Scalar]) -> None:
        """Who came. A number for several parties together is kept as a remark with each."""
        parties: list[bytes] = []
        if "group" in found:
            text = str(found.pop("group"))
            parties += self._references.members(self._columns["group"], text, self._tell)
        if "party" in found:
            text = str(found.pop("party"))
            parties += self._references.parties(self._columns["party"], text, self._tell)
        parties = list(dict.fromkeys(parties))
        if found and not parties:
            self._tell(next(iter(found)), _NOBODY)
        parts = found if found and len(parties) == 1 else {"remark": self._together(found)}
        for party in parties:
            for part, value in parts.items():
                values[f"attendance/{party.hex()}/{part}"] = value

    def _together(self, found: dict[str, Scalar]) -> str:
        counts = (f"{self._columns[name].words.nl.lower()} {found[name]}" for name in found)
        return f"{_TOGETHER.nl}: {', '.join(counts)}" if found else _CAME.nl

    def _defaults(self, values: dict[str, Scalar]) -> None:
        """What a row of this kind starts as where its table does not say."""
        kind = self._target.kind
        if values.setdefault("privacy", "COLLEG") is None:
            values["privacy"] = "INTERN"  # the table said something that nobody understood
        if values.get("status") is not None:
            return
        if kind == "input":
            values["status"] = "RUW"
        elif kind == "follow_up":
            values["status"] = "OPEN"
        elif kind == "session":
            values["status"] = "GEHOUD" if self._is_past(values.get("date")) else "GEPL"

    def _is_past(self, day: Scalar) -> bool:
        """Whether all that a date may mean has come: of a month or year, its end."""
        text = str(day or "")
        today = self._today[: len(text)]
        return bool(text) and (text < today or text == self._today)

    def _keep_code(self, values: dict[str, Scalar]) -> None:
        """Keep a code of the table where it is one of ours and free; else give the next free."""
        kind = KINDS[self._target.kind]
        said = values.pop("code", None)
        code = None
        if kind.series is not None and isinstance(said, str):
            code = self._ours(said.upper(), kind.series)
            if code is None or code in self._codes:
                self._tell("code", _NEW_CODE)
                code = None
        while code is None or code in self._codes:
            code = self._edit.next_code(kind.name)
        self._codes.add(code)
        values["code"] = code

    def _ours(self, text: str, series: Series) -> str | None:
        """A code as this copy of the round would write it; other copies give codes of their own."""
        apart = codes.take_apart(text)
        number = apart.number or 0
        if (apart.series, apart.mark) != (series.prefix, self._mark) or number > _HIGHEST_CODE:
            return None
        return codes.write(series, self._mark, number) if number else None

    def _tell(self, name: str, words: Words) -> None:
        header = ", ".join(self._matched.rules.columns.get(name, ()))
        self.result.tell(Problem(words, self._source.sheet, self._row, header))

    def _import_record(self) -> bytes:
        """The record of this import, made once there is something to read in."""
        if self._import is None:
            self._import = self._edit.create(
                "import",
                {
                    "file": self._source.name,
                    "sha256": self._source.sha256,
                    "kind": self._target.name,
                    "sheet": self._source.sheet,
                    "mapping": self._matched.rules.as_json(self._target.personal),
                },
            )
        return self._import


_NOBODY = Words(
    "Er staat een aantal, maar niet van welke groep of stakeholder; het is niet overgenomen.",
    "There is a number, but not of which group or stakeholder; it was not taken over.",
)
_NEW_CODE = Words(
    "Het eigen nummer is geen vrij nummer van deze ronde; de rij kreeg een nieuw nummer.",
    "The number in the table is no free number of this round; the row was given a new one.",
)
_CAME = Words("aanwezig, aantal niet genoemd", "present, number not told")
_TOGETHER = Words("samen geteld", "counted together")
