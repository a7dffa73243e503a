"""The items that are there already: edited in the line, split, joined, deleted by keyboard."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from samen_desktop.core.note_sheet import NoteRow
from samen_desktop.core.notes import Meaning, Note, Sticky, Target
from samen_desktop.core.shorthand import Sign, name_in_line

from . import work
from .committing import Committing
from .keeping import Keeper
from .line import NoteLine
from .rows import NoteRows
from .understanding import Understanding


class Editing(QObject):
    """Which item is in the line instead of a new one; `row` is None where none is.

    Signals: `put_requested(str)` for what is to stand in the line; it is safe already.
    """

    put_requested = Signal(str)

    def __init__(
        self,
        place: str,
        line: NoteLine,
        rows: NoteRows,
        understanding: Understanding,
        committing: Committing,
        keeper: Keeper,
    ) -> None:
        super().__init__(line)
        self.row: NoteRow | None = None
        self._place = place
        self._line = line
        self._rows = rows
        self._understanding = understanding
        self._committing = committing
        self._keeper = keeper
        self._text = ""
        self._table = ""
        self._put_by = ""

    @property
    def place(self) -> str:
        """Where what stands in the line is kept as a draft."""
        return self._place if self.row is None else f"{self._place}/edit/{self.row.id.hex()}"

    def meaning(self, text: str) -> Meaning:
        """What a text means for the item in the line: nothing stays from other lines."""
        sticky = None if self.row is None else Sticky(table=self._table)
        return self._understanding.meaning(text, sticky)

    def walk(self, by: int) -> None:
        """Go to the item before or after; past the last, to the new line."""
        rows = self._rows.committed()
        at = len(rows) if self.row is None else self._rows.place_of(self.row.id)
        to = max(0, at + by)
        if to == at or (self.row is None and to > at):
            return
        self.commit()
        if to < len(rows):
            self.begin(rows[to])

    def begin(self, row: NoteRow, text: str = "") -> None:
        """Edit an item; a new line that was begun is put by till the end."""
        if self.row is None:
            self._put_by = self._line.text()
        written = self._understanding.as_line(row.note)
        self.row, self._text, self._table = row, written, row.note.table
        self.put_requested.emit(text or written)

    def commit(self) -> None:
        """Write what differs, if anything does, and be done with the item."""
        row = self.row
        if row is None:
            return
        text, place = self._line.text(), self.place
        meaning = self.meaning(text)
        note = meaning.note
        changed = text.strip() != self._text.strip() or note.table != row.note.table
        if text.strip() == self._text.strip():
            note = replace(row.note, table=note.table)
        if changed and note.words:
            self._understanding.remember(meaning)
            self._committing.change(row, note, text, place)
        elif text != self._text:
            self._keeper.typed(place, "")
        self._end()

    def cancel(self) -> None:
        """Leave the item as it was."""
        if self._line.text() != self._text:
            self._keeper.typed(self.place, "")
        self._end()

    def split(self, left: str, right: str) -> None:
        """Make two items of the one in the line; what neither part says, both inherit."""
        row = self.row
        if row is None:
            return
        whole = self.meaning(f"{left} {right}").note
        parts = tuple(_part(self.meaning(text).note, whole) for text in (left, right))
        if not parts[0].words or not parts[1].words:
            return
        place = self.place
        wish = work.split_note(
            self._understanding.sheet.session.id, row.id, row.note, (parts[0], parts[1]), place
        )
        self._committing.do(wish, partial(self._keeper.settled, place))
        self._end()

    def join(self) -> None:
        """Let the item in the line, or the last one, be part of the one before it."""
        rows = self._rows.committed()
        at = self._at(rows)
        self.commit()
        if at > 0:
            self._committing.do(work.join_notes(rows[at].id, rows[at - 1].id))

    def delete(self) -> None:
        """Delete the item in the line, or the last one."""
        rows = self._rows.committed()
        at = self._at(rows)
        if self.row is not None:
            self.cancel()
        if at >= 0:
            self._committing.do(work.delete_note(rows[at].id))

    def choose(self, what: str, target: Target | None, table: str) -> None:
        """Give the item in the line another theme, speaker or table."""
        if what == "table":
            self._table = table
            return
        sign = Sign.THEME if what == "theme" else Sign.SPEAKER
        line = self._understanding.line(self._line.text())
        known = self._understanding.known
        written = "" if target is None else name_in_line(sign, target.text, known)
        part = next((part for part in line.parts if part.sign is sign), None)
        if part is not None:
            self._line.replace(part.start, part.end, written)
        elif written:
            end = len(line.text)
            self._line.replace(end, end, f" {written}")

    def _end(self) -> None:
        self.row, self._text, self._table = None, "", ""
        typed, self._put_by = self._put_by, ""
        self.put_requested.emit(typed)

    def _at(self, rows: list[NoteRow]) -> int:
        return len(rows) - 1 if self.row is None else self._rows.place_of(self.row.id)


def _part(part: Note, whole: Note) -> Note:
    """What a stretch of a split item does not say itself, the whole says."""
    return replace(
        part,
        action=whole.action,
        kind=part.kind or whole.kind,
        stance=part.stance or whole.stance,
        themes=part.themes or whole.themes,
        speakers=part.speakers or whole.speakers,
        owner=part.owner or whole.owner,
        due=part.due or whole.due,
    )
