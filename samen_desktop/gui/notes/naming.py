"""Completion while typing, and choosing what stays: both in the list above the cursor.

Decides what the list shows and what a key means while it is open; what is taken is told by signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from samen_desktop.core.note_sheet import Vocabulary
from samen_desktop.core.notes import Candidate, Choice, Choices, Target, candidates
from samen_desktop.core.shorthand import Known, Line, Part, Sign, name_in_line, part_at

from .completion import Completion, Entry
from .line import NoteLine

What = Literal["theme", "speaker", "table"]

_TABLES = 9
_OVER = 14
"""How far the list stays above the line's letters: on the edge of its frame."""
_TAKE = frozenset({Qt.Key.Key_Tab})
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Naming(QObject):
    """Fills the list and reads its keys.

    Signals: `declared(Sign, str)` for a new name; `chosen(str, object)` for what is to stay: the
    kind of thing with a Target, a table as text, or None for nothing.
    """

    declared = Signal(object, str)
    chosen = Signal(str, object)

    def __init__(self, line: NoteLine, page: QWidget) -> None:
        super().__init__(page)
        self._line = line
        self._page = page
        self._popup = Completion(page, line)
        self._popup.taken.connect(self._on_taken)
        self._vocabulary = Vocabulary()
        self._known = Known()
        self._part: Part | None = None
        self._choosing: What | None = None
        self._typed = ""
        self._closed_for = ""

    @property
    def popup(self) -> Completion:
        return self._popup

    @property
    def open(self) -> bool:
        """Whether the list is shown."""
        return self._popup.isVisibleTo(self._page)

    def know(self, vocabulary: Vocabulary, known: Known) -> None:
        """The names there are now."""
        self._vocabulary, self._known = vocabulary, known

    def follow(self, line: Line, cursor: int) -> None:
        """The text or the cursor changed: show what fits the name at the cursor, if any."""
        if self._choosing is not None:
            return
        part = part_at(line, cursor)
        # What she closed stays closed for that name; the next key in another opens it again.
        here = line.text[: part.start + 1] if part is not None else ""
        if part is None or self._closed_for == here:
            self.close(forget=part is None)
            return
        self._closed_for = ""
        self._part = part
        found = self._found(part.sign, part.value)
        entries = [self._entry(candidate) for candidate in found]
        if self._is_exact(part, found):
            self.close(forget=False)
            return
        if part.value:
            entries.append(self._new(part))
        self._popup.show_entries(entries, self._above(part.start))

    def choose(self, what: What) -> None:
        """Let her choose what stays; keys go to the list until it is closed."""
        self._choosing, self._typed = what, ""
        self._show_choices()

    def close(self, *, forget: bool = True) -> None:
        """Take the list away; the text stays as it is."""
        self._popup.hide()
        self._part = None
        self._choosing = None
        if forget:
            self._closed_for = ""

    def key(self, event: QKeyEvent) -> bool:
        """Use a key while the list is open. True where it was used."""
        if not self.open:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._closed_for = self._line.text()[: self._part.start + 1] if self._part else ""
            self.close(forget=False)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._make(key, event.modifiers())
        elif key in _STEPS:
            self._popup.step(_STEPS[key])
        elif key in _TAKE or (key in _ENTERS and self._choosing is not None):
            self._take(self._popup.current())
        else:
            return self._choosing is not None and self._narrow(key, event.text())
        return True

    def _make(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        foot = self._popup.foot()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key not in _ENTERS or shift or foot is None:
            return False
        self._take(foot)
        return True

    def _narrow(self, key: Qt.Key, text: str) -> bool:
        if key == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
        elif text and text.isprintable():
            self._typed += text
        else:
            return False
        self._show_choices()
        return True

    @Slot(object)
    def _on_taken(self, entry: Entry) -> None:
        self._take(entry)
        self._line.setFocus()

    def _take(self, entry: Entry | None) -> None:
        if entry is None:
            return
        if self._choosing is not None:
            what = self._choosing
            self.close()
            self.chosen.emit(what, entry.value)
            return
        part = self._part
        if part is None:
            return
        name = entry.value.text if isinstance(entry.value, Target) else str(entry.value or "")
        self.close()
        if entry.made:
            self.declared.emit(part.sign, name)
        written = name_in_line(part.sign, name, self._known)
        end = part.end
        after = self._line.text()[end : end + 1]
        self._line.replace(part.start, end, written if after.isspace() else f"{written} ")
        if after.isspace():
            cursor = self._line.textCursor()
            cursor.setPosition(cursor.position() + 1)
            self._line.setTextCursor(cursor)

    def _show_choices(self) -> None:
        if self._choosing == "table":
            entries = self._tables()
        else:
            sign = Sign.THEME if self._choosing == "theme" else Sign.SPEAKER
            entries = [self._entry(each) for each in self._found(sign, self._typed)]
            nothing = self.tr("no theme") if sign is Sign.THEME else self.tr("no speaker")
            if not self._typed:
                entries.append(Entry("", nothing))
        if not entries:
            entries = [Entry("", self.tr("nothing fits “%1”").replace("%1", self._typed))]
        self._popup.show_entries(entries, self._above(0))

    def _tables(self) -> list[Entry]:
        names = [self._typed] if self._typed else [str(each) for each in range(1, _TABLES + 1)]
        #: The table people sit at in a workshop: Table 2.
        entries = [Entry("", self.tr("Table %1").replace("%1", name), value=name) for name in names]
        return entries if self._typed else [Entry("", self.tr("no table")), *entries]

    def _found(self, sign: Sign, typed: str) -> list[Candidate]:
        choices: Choices = self._vocabulary.choices
        those: Sequence[Choice] = choices.themes if sign is Sign.THEME else choices.speakers
        if not typed:
            those = sorted(those, key=lambda choice: -choice.count)
        return candidates(typed, those)

    def _is_exact(self, part: Part, found: Sequence[Candidate]) -> bool:
        """Whether there is nothing left to suggest: one choice, and it is written out."""
        return len(found) == 1 and found[0].choice.short == part.value

    def _entry(self, candidate: Candidate) -> Entry:
        choice = candidate.choice
        beside = choice.more if choice.code and not choice.name else ""
        if candidate.where == "more" and choice.name:
            beside = self.tr("keyword %1").replace("%1", candidate.word)
        elif choice.count:
            #: How often a theme or speaker was noted in this session.
            beside = self.tr("%n time(s) here", "", choice.count)
        place = (candidate.where, candidate.start, candidate.length)
        return Entry(choice.code, choice.name, beside, place, Target(choice.id, choice.short))

    def _new(self, part: Part) -> Entry:
        if part.sign is Sign.THEME:
            text = self.tr("Keep new theme “%1”, place it later").replace("%1", part.value)
            return Entry("", text, value=Target(None, part.value), made=True)
        choices = self._vocabulary.choices
        target = choices.speaker(part.value)
        name = part.value
        if target is None or target.id is not None:
            name = choices.next_speaker(part.value.rstrip("0123456789 ") or part.value)
        text = self.tr("New participant %1 – a code, no name").replace("%1", name)
        return Entry("", text, value=Target(None, name), made=True)

    def _above(self, start: int) -> QPoint:
        """Where the list's lower left corner goes: over the sign in the line."""
        cursor = self._line.textCursor()
        cursor.setPosition(start)
        spot = self._line.cursorRect(cursor).topLeft()
        x = self._line.viewport().mapTo(self._page, spot).x()
        top = self._line.mapTo(self._page, QPoint(0, 0)).y() - _OVER
        return QPoint(x - 12, top)
