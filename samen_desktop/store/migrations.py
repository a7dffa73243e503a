"""The steps that bring a round's file to the present schema, in order; never edited once released.

A migration renames or adds columns of derived tables and never rewrites rows of the log: field
names in the log are for ever.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from . import schema

MIGRATIONS = Migrations("samen")


@MIGRATIONS()
def m0001_first_schema(db: Database) -> None:
    """The tables of the first release."""
    # `executescript` would commit; statement by statement the step stays one transaction.
    for statement in schema.script().split(";"):
        if statement.strip():
            db.conn.execute(statement)


NAMES = frozenset({"m0001_first_schema"})
"""All steps this program knows: a file with another one was written by a newer program."""
