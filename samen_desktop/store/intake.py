"""Reading a matched table into the round: references looked up or made, rows written, all counted.

One edit, so one undo; the dry run is the same work in a transaction that is rolled back, so that
what it announces is what will happen. What cells mean is for `core.intake`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ..core import codes
from ..core.errors import Problem
from ..core.fields import Field, Scalar, Type
from ..core.intake.mapping import Matched
from ..core.intake.rows import ReadRow
from ..core.intake.targets import Column
from ..core.kinds import KINDS
from ..core.vocabulary import OWN_PREFIX, vocabulary
from ..core.words import Words
from .directory import Directory, Terms, pieces_of
from .editing import Edit

SUBMITTER = "Indiener"
"""Series of the participants made for submitters whom the round does not know."""

_MOST_NEW_TERMS = 60


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What the import record keeps of a file: its name without folder, and what was read of it."""

    name: str
    sha256: str
    sheet: str


@dataclass(slots=True)
class ReadIn:
    """What was read in, or would be. `known`: rows of this file that were here already.

    `made` counts, by kind, the records that the rows called for; `codes` the first and last given.
    `before`: the very same file was read in as the same kind earlier.
    """

    rows: int = 0
    added: int = 0
    known: int = 0
    skipped: int = 0
    before: bool = False
    made: dict[str, int] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def count(self, kind: str) -> None:
        """One more record of a kind was made."""
        self.made[kind] = self.made.get(kind, 0) + 1

    def note_code(self, code: str) -> None:
        """Keep the first and the last code."""
        self.codes[1:] = [code]
        self.added += 1


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
        self._directory = Directory(conn)
        self._terms = Terms(conn)
        self._submitters = self._earlier_submitters()
        self._codes = self._codes_in_use()
        self._import: bytes | None = None
        self._told: set[str] = set()
        self.result = ReadIn()

    def read(self, rows: Iterator[ReadRow], progress: Callable[[int], None] | None = None) -> None:
        """Write all rows that are not here yet. `progress` hears how many were looked at."""
        known = self._known_keys()
        result = self.result
        result.before = self._read_before()
        for row in rows:
            result.rows += 1
            result.problems += row.problems
            if row.key in known:
                result.known += 1
            elif not row.fits:
                result.skipped += 1
            else:
                self._write(row)
            if progress is not None:
                progress(result.rows)
        if self._import is not None:
            self._edit.set(self._import, "rows", result.added)
        self._edit.about = str(result.added)

    def _write(self, row: ReadRow) -> None:
        source = self._import_record()
        values: dict[str, Scalar] = {"source": source.hex(), "source_key": row.key}
        beside: dict[str, dict[str, Scalar]] = {}
        for name, value in row.values.items():
            column = self._column(name)
            if column.kind:
                beside.setdefault(column.kind, {})[name] = value
            else:
                self._resolve(row, column, value, values)
        self._defaults(values)
        self._keep_code(values)
        if "attendance" in beside:
            self._attendance(row, beside["attendance"], values)
        record = self._edit.create(self._target.kind, values)
        self.result.note_code(str(self._edit.last_code or ""))
        if "contact" in beside:
            self._contact(record, beside["contact"])

    def _resolve(
        self, row: ReadRow, column: Column, value: Scalar, values: dict[str, Scalar]
    ) -> None:
        """Put a value in its place, looking up what it names."""
        kind = column.field.type
        if kind is Type.TERM:
            code = self._term(row, column.field, str(value))
            if code is not None:
                values[column.name] = code
        elif kind is Type.REF:
            found = self._reference(column.field, str(value))
            if found is None:
                self._unknown(row, column, str(value))
            else:
                values[column.name] = found.hex()
        elif kind is Type.MEMBERS:
            for member in self._members(column.field, str(value)):
                values[f"{column.name}/{member.hex()}"] = 1
        else:
            values[column.name] = value

    def _reference(self, field: Field, text: str) -> bytes | None:
        if field.targets == ("theme",):
            return self._directory.themes.find(text) or self._make_theme(text)
        if field.targets == ("phase",):
            return self._directory.phases.find(text)
        if "input" in field.targets:
            return self._directory.sessions.find(text) or self._directory.inputs.find(text)
        return self._directory.sessions.find(text)

    def _members(self, field: Field, text: str) -> list[bytes]:
        if "participant" in field.targets:
            return self._directory.party(text) or [self._submitter(text)]
        names = self._directory.groups if "group" in field.targets else self._directory.themes
        make = self._make_group if "group" in field.targets else self._make_theme
        return names.find_all(text) or [names.find(part) or make(part) for part in pieces_of(text)]

    def _submitter(self, text: str) -> bytes:
        """The participant for a submitter nobody knows: one per distinct text, named in Contact."""
        found = self._submitters.get(text)
        if found is None:
            source = self._import_record().hex()
            code = self._edit.next_person(SUBMITTER, None)
            found = self._edit.create("participant", {"code": code, "source": source})
            name = "email" if "@" in text and " " not in text else "name"
            self._edit.create("contact", {"of": found.hex(), name: text, "source": source})
            self._submitters[text] = found
            self.result.count("participant")
        return found

    def _make_theme(self, text: str) -> bytes:
        record = self._edit.create("theme", {"name": text, "source": self._import_record().hex()})
        self._directory.themes.add(text, record)
        self.result.count("theme")
        return record

    def _make_group(self, text: str) -> bytes:
        record = self._edit.create("group", {"name": text, "in_motion": 0})
        self._directory.groups.add(text, record)
        self.result.count("group")
        return record

    def _term(self, row: ReadRow, field: Field, text: str) -> Scalar:
        code = self._terms.find(field.vocabulary, text)
        if code is not None:
            return code
        number = self._terms.own_codes(field.vocabulary, OWN_PREFIX) + 1
        if vocabulary(field.vocabulary).closed or number > _MOST_NEW_TERMS:
            self._problem(
                row, field.name, _NO_TERM.fill(text=text[:60], nl=field.words.nl, en=field.words.en)
            )
            return None
        code = f"{OWN_PREFIX}{number:02d}"
        self._edit.create(
            "term",
            {"vocabulary": field.vocabulary, "code": code, "nl": text, "en": text, "active": 1},
        )
        self._terms.add(field.vocabulary, code, text)
        self.result.count("term")
        return code

    def _contact(self, record: bytes, found: dict[str, Scalar]) -> None:
        values: dict[str, Scalar] = {"of": record.hex(), "source": self._import_record().hex()}
        for name, value in found.items():
            column = self._column(name)
            if column.field.type is Type.TERM:
                code = self._terms.find(column.field.vocabulary, str(value))
                values[column.field.name] = code
            else:
                values[column.field.name] = value
        self._edit.create("contact", values)
        self.result.count("contact")

    def _attendance(
        self, row: ReadRow, found: dict[str, Scalar], values: dict[str, Scalar]
    ) -> None:
        text = str(found.pop("party", ""))
        parties = self._directory.groups.find_all(text) or self._directory.stakeholders.find_all(
            text
        )
        if not parties or (found and len(parties) > 1):
            self._problem(row, "party", _NO_PARTY.fill(text=text[:60]))
            return
        for party in parties:
            for part, value in (found or {"remark": _CAME.nl}).items():
                values[f"attendance/{party.hex()}/{part}"] = value

    def _defaults(self, values: dict[str, Scalar]) -> None:
        """What a row of this kind starts as where its table does not say."""
        kind = KINDS[self._target.kind]
        values.setdefault("privacy", "COLLEG")
        if kind.name == "input":
            values.setdefault("status", "RUW")
        elif kind.name == "follow_up":
            values.setdefault("status", "OPEN")
        elif kind.name == "session":
            day = str(values.get("date") or "")
            values.setdefault("status", "GEHOUD" if day and day <= self._today else "GEPL")

    def _keep_code(self, values: dict[str, Scalar]) -> None:
        """Keep a code of the table where it is one of ours and free; else a new one is given."""
        series = KINDS[self._target.kind].series
        code = values.pop("code", None)
        if series is None or not isinstance(code, str) or code in self._codes:
            return
        if codes.belongs_to(code, series):
            values["code"] = code
            self._codes.add(code)

    def _unknown(self, row: ReadRow, column: Column, text: str) -> None:
        self._problem(
            row,
            column.name,
            _NO_RECORD.fill(text=text[:60], nl=column.words.nl, en=column.words.en),
        )

    def _problem(self, row: ReadRow, name: str, words: Words) -> None:
        """Tell it once for each distinct sentence: the first row it was met in stands for all."""
        if words.nl in self._told:
            return
        self._told.add(words.nl)
        header = ", ".join(self._matched.rules.columns.get(name, ()))
        self.result.problems.append(Problem(words, self._source.sheet, row.number, header))

    def _column(self, name: str) -> Column:
        column = self._target.column(name)
        if column is None:
            raise KeyError(name)
        return column

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
                    "mapping": self._matched.rules.as_json(),
                },
            )
        return self._import

    def _known_keys(self) -> set[str]:
        """Keys of the rows of this very file and sheet that are in the round already."""
        table = KINDS[self._target.kind].plural
        rows = self._conn.execute(
            f"SELECT source_key FROM {table} JOIN imports ON imports.key = {table}.source"
            f" WHERE {table}.deleted = 0 AND source_key IS NOT NULL AND sha256 = ?"
            " AND imports.kind = ? AND coalesce(sheet, '') = ?",
            (self._source.sha256, self._target.name, self._source.sheet),
        )
        return {row[0] for row in rows}

    def _read_before(self) -> bool:
        found = self._conn.execute(
            "SELECT 1 FROM imports WHERE deleted = 0 AND sha256 = ? AND kind = ?"
            " AND coalesce(sheet, '') = ?",
            (self._source.sha256, self._target.name, self._source.sheet),
        )
        return found.fetchone() is not None

    def _earlier_submitters(self) -> dict[str, bytes]:
        """Submitters this very file brought before, by the text that names them in Contact."""
        rows = self._conn.execute(
            "SELECT coalesce(contacts.name, contacts.email), participants.id FROM contacts"
            " JOIN participants ON participants.key = contacts.of AND participants.deleted = 0"
            " JOIN imports ON imports.key = contacts.source AND imports.sha256 = ?"
            " WHERE contacts.deleted = 0",
            (self._source.sha256,),
        )
        return {text: ident for text, ident in rows if text}

    def _codes_in_use(self) -> set[str]:
        if KINDS[self._target.kind].series is None or "code" not in self._matched.places:
            return set()
        table = KINDS[self._target.kind].plural
        return {code for (code,) in self._conn.execute(f"SELECT code FROM {table}")}


_NO_TERM = Words(
    "“{text}” is geen keuze bij {nl}; die waarde is leeg gelaten.",
    "“{text}” is no choice for {en}; the value was left empty.",
)
_NO_RECORD = Words(
    "“{text}” bij {nl} is in deze ronde niet gevonden; die waarde is leeg gelaten.",
    "“{text}” for {en} was not found in this round; the value was left empty.",
)
_NO_PARTY = Words(
    "De deelname van “{text}” is niet overgenomen: het is niet één bekende groep of stakeholder.",
    "The attendance of “{text}” was not taken over: it is not one known group or stakeholder.",
)
_CAME = Words("aanwezig, aantal niet genoemd", "present, number not told")
