"""Values of the log in words, as history and the choice between two versions show them."""

from __future__ import annotations

import sqlite3

from samen_desktop.core import dates
from samen_desktop.core.fields import Field, Scalar, Type
from samen_desktop.core.kinds import field_of
from samen_desktop.core.words import Language, Words
from samen_desktop.store.log.rows import DELETION
from samen_desktop.store.naming import Names
from samen_desktop.store.terms import Labels

_YES_NO = {0: Words("nee", "no"), 1: Words("ja", "yes")}
_PRESENT = Words("(toegevoegd)", "(added)")
_ABSENT = Words("(verwijderd)", "(removed)")
_STATE = Words("Verwijderd", "Deleted")


class ValueWords:
    """The words for values and fields of one round, as it stands when this is made."""

    def __init__(self, conn: sqlite3.Connection, language: Language) -> None:
        self._language: Language = language
        self._labels = Labels(conn, language)
        self._names = Names(conn)

    def label(self, kind: str, name: str) -> str:
        """How a field of the log is called."""
        words = _STATE if name == DELETION else self._names.label(kind, name)
        return words.say(self._language)

    def value(self, kind: str, name: str, value: Scalar) -> str:
        """A value of that field; empty for none."""
        if name == DELETION:
            return _YES_NO[1 if value else 0].say(self._language)
        try:
            field = field_of(kind, name)
        except KeyError:
            return "" if value is None else str(value)
        if field.type is Type.MEMBERS:
            return (_ABSENT if value is None else _PRESENT).say(self._language)
        return "" if value is None else self._filled(field, value)

    def _filled(self, field: Field, value: str | int) -> str:
        if field.type is Type.YES_NO and value in _YES_NO:
            return _YES_NO[int(value)].say(self._language)
        if isinstance(value, int):
            return str(value)
        if field.type is Type.TERM:
            return self._labels.of(field.vocabulary, value)
        if field.type is Type.DATE:
            return dates.show(value, self._language)
        if field.type is Type.REF:
            return self._record(value) or value
        return value

    def _record(self, ident: str) -> str:
        """How another record is called; empty for one that is not here."""
        try:
            place = self._names.by_id(bytes.fromhex(ident))
        except ValueError:
            return ""
        if place is None:
            return ""
        shown = self._names.of(place.kind, place.key)
        return shown.code or shown.title
