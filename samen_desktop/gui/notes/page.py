"""Notuleren: the whole window for one session. Enter commits; no key waits, no dialog opens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samen_desktop.core.dates import show
from samen_desktop.core.errors import KnownError
from samen_desktop.core.note_sheet import Sheet, Vocabulary
from samen_desktop.core.notes import Note, Target
from samen_desktop.core.shorthand import Sign
from samen_desktop.gui import language, theme
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.watching.watch import Watch
from samen_desktop.gui.widgets.message_bar import MessageBar

from . import work
from .committing import Committing
from .editing import Editing
from .footer import Footer
from .header import NotesHeader
from .keeping import Keeper
from .keys import bindings
from .list_view import NoteList
from .naming import Naming, What
from .offering import Offering
from .projector import Projector
from .rows import NoteRows, Shown
from .understanding import Understanding
from .zone import Zone

_SAVING_AFTER_MS = 300
_NAMES = ("theme", "participant", "stakeholder", "term")
_ROWS = ("session", "input", "follow_up", "theme", "participant", "stakeholder", "group")
_ANSWERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class NotesPage(Page):
    """Signals: those of a page, and `leave_requested()` when she is done."""

    leave_requested = Signal()
    name = "notes"

    def __init__(
        self, bridge: Bridge, settings: Settings, session: bytes, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self._session = session
        place = f"notes/{session.hex()}"
        self._place = place
        self._quiet = False
        self._projector: Projector | None = None
        self.rows = NoteRows(self)
        self.keeper = Keeper(bridge, self)
        self.committing = Committing(bridge, session, place, self.rows, self.keeper)
        self.understanding = Understanding(session)
        self._watch = Watch.of(bridge)
        self.offering = Offering(bridge, place, self.keeper)
        self.header = NotesHeader(self)
        self.messages = MessageBar(self)
        self._trouble: Message | None = None
        self.list = NoteList(self.rows, self)
        self.zone = Zone(self.understanding.line, self._key, self)
        self.line = self.zone.line
        self.footer = Footer(self)
        self.naming = Naming(self.line, self)
        self.editing = Editing(
            place, self.line, self.rows, self.understanding, self.committing, self.keeper
        )
        self._keys = bindings(self, self.editing)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SAVING_AFTER_MS)
        self._lay_out()
        self._connect()
        self.line.setReadOnly(True)
        self._read(names=True)
        self.offering.look(partial(self.line.setReadOnly, False))

    def title(self) -> str:
        return self.tr("Take notes")

    def arrive(self, place: Place) -> None:
        self.line.setFocus()

    def hear(self, changes: Changes) -> None:
        if changes.touch(*_ROWS):
            self._read(names=changes.touch(*_NAMES))

    def hints(self) -> Sequence[Hint]:
        return self.footer.hints()

    def commands(self) -> Sequence[QAction]:
        return self._keys.actions(self)

    def keep_typed(self) -> None:
        self.keeper.keep_now()

    def stop(self) -> None:
        """Keep what is half typed and let go: before the page is thrown away."""
        if self._projector is not None:
            self._projector.close()
        self.keeper.stop()

    # --- keys --------------------------------------------------------------------

    def enter(self) -> None:
        """Commit the line: a new item, or the change of the one being edited."""
        text = self.line.text()
        if self.editing.row is not None:
            self.editing.commit()
        elif text.strip():
            self._add([text])
            self._put("")

    def split(self) -> None:
        """At the cursor: an item becomes two; of a new line the part before it is entered."""
        text = self.line.text()
        at = self.line.textCursor().position()
        left, right = text[:at].strip(), text[at:].strip()
        if not left or not right:
            return
        if self.editing.row is not None:
            self.editing.split(left, right)
            return
        self._add([left])
        self._put(right)
        self.keeper.typed(self._place, right)

    def delete(self) -> None:
        """Delete an item; in a new line that was begun, the word after the cursor."""
        if self.editing.row is not None or not self.line.text():
            self.editing.delete()
        else:
            self.line.delete_word()

    def take_back(self) -> None:
        """Undo what was typed in this line; where nothing was, the last step of the round."""
        if self.line.document().isUndoAvailable():
            self.line.undo()
        else:
            self.bridge.undo()

    def step_out(self) -> None:
        """Esc: out of editing; out of Notuleren where the line is empty."""
        if self.editing.row is not None:
            self.editing.cancel()
        elif not self.line.text():
            self._on_done()

    def take_recent(self, slot: int) -> None:
        """The theme under Ctrl+1 to 9: stays from now on, or replaces that of the edited item."""
        target = self.understanding.recent(slot)
        if target is not None:
            self._on_chosen("theme", target)

    def take_recent_speaker(self, slot: int) -> None:
        """The speaker under Alt+1 to 9, in the same way."""
        target = self.understanding.recent_speaker(slot)
        if target is not None:
            self._on_chosen("speaker", target)

    @Slot(str)
    def choose(self, what: What) -> None:
        """Choose a theme, speaker or table that stays from now on."""
        self.naming.choose(what)
        self.line.setFocus()

    def step_agenda(self, by: int) -> None:
        """Go to the next or previous item of the agenda."""
        self.header.agenda.step(by)

    @Slot()
    def toggle_projector(self) -> None:
        """Show or close the second window, which has no names."""
        if self._projector is not None and self._projector.isVisible():
            self._projector.close()
            return
        if self._projector is None:
            self._projector = Projector(self.rows, self._settings)
        self._projector.put(self.understanding.sheet.session)
        self._projector.show_beside(self.window())
        self.window().activateWindow()
        self.line.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        question = self.zone.question
        if question.isVisibleTo(self) and event.key() in _ANSWERS:
            question.answer(agreed=event.key() != Qt.Key.Key_Escape)
            return True
        if self.line.isReadOnly() and event.key() != Qt.Key.Key_Escape:
            return True
        return self.naming.key(event) or self._keys.use(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys typed while something else has the focus belong to the line."""
        if self._keys.use(event):
            return
        if event.text().isprintable() and event.text() and not self.line.isReadOnly():
            self.line.setFocus()
            self.line.insertPlainText(event.text())
        else:
            super().keyPressEvent(event)

    # --- typing ------------------------------------------------------------------

    @Slot()
    def _on_typed(self) -> None:
        if not self._quiet:
            self.keeper.typed(self.editing.place, self.line.text())
        self._on_moved()
        self._tell()

    @Slot()
    def _on_moved(self) -> None:
        if not self._quiet:
            line = self.understanding.line(self.line.text())
            self.naming.follow(line, self.line.textCursor().position())

    @Slot(str)
    def _put(self, text: str) -> None:
        """Let a text stand in the line that is safe already."""
        self._quiet = True
        self.line.put(text)
        self._quiet = False
        self.naming.close()
        self._tell()

    @Slot(object)
    def _on_lines_pasted(self, lines: list[str]) -> None:
        self.zone.question.ask(
            #: Several lines were pasted into the line of Notuleren.
            self.tr("%n line(s) pasted. One item each?", "", len(lines)),
            (self.tr("one item each"), self.tr("all in this line")),
            partial(self._add, lines),
            partial(self.line.insertPlainText, " ".join(lines)),
        )

    def _add(self, texts: Sequence[str]) -> None:
        """Each text an item, all one edit; a text of names alone only changes what stays."""
        notes = [note for note in map(self.understanding.enter, texts) if note.words]
        self.naming.know(self.understanding.vocabulary, self.understanding.known)
        self._show_slots()
        if notes:
            self.keeper.settled(self._place)
            whole = [self.understanding.as_line(note) for note in notes]
            self.committing.add(notes, whole, self.understanding.labels())
            self.list.to_end()
        else:
            self.keeper.typed(self._place, "")
        self._tell()

    @Slot(str, object)
    def _on_chosen(self, what: str, value: object) -> None:
        target = value if isinstance(value, Target) else None
        table = value if isinstance(value, str) else ""
        if self.editing.row is not None:
            self.editing.choose(what, target, table)
        else:
            self.understanding.keep(what, target, table)
        self._tell()

    @Slot(object, str)
    def _on_declared(self, sign: Sign, name: str) -> None:
        self.understanding.declare(sign, name)
        self.naming.know(self.understanding.vocabulary, self.understanding.known)

    @Slot(str)
    def _on_line_found(self, text: str) -> None:
        if not self.line.text():
            self._put(text)
            self.keeper.typed(self._place, text)

    @Slot(object)
    def _on_save_requested(self, texts: Mapping[str, str]) -> None:
        notes: list[Note] = [self.understanding.meaning(text).note for text in texts.values()]
        self.committing.add(notes, list(texts.values()), self.understanding.labels())
        self.offering.throw_away(texts)

    # --- showing -----------------------------------------------------------------

    def _read(self, *, names: bool) -> None:
        spoken = language.current()
        if names:
            self.bridge.read(work.read_known(self._session, spoken), self._on_known)
        self.bridge.read(work.read_sheet(self._session, spoken), self._on_sheet)

    def _on_known(self, vocabulary: Vocabulary) -> None:
        self.understanding.take_vocabulary(vocabulary)
        self.naming.know(self.understanding.vocabulary, self.understanding.known)
        self.line.dress()
        self._tell()

    def _on_sheet(self, sheet: Sheet) -> None:
        self.understanding.take_sheet(sheet)
        for token in self.committing.take_written():
            self.rows.drop_waiting(token)
        labels = self.understanding.labels()
        self.rows.show_committed(
            [Shown(row, "", labels.get(row.note.kind, "")) for row in sheet.rows]
        )
        self.header.put(sheet.session)
        self._show_slots()
        self.footer.count(sheet)
        self.list.to_end()
        self._tell()

    def _show_slots(self) -> None:
        self.zone.show_recent(self.understanding.slots, self.understanding.speaker_slots)

    def _tell(self) -> None:
        """Show what stays and what this line says now."""
        note = self._tell_line()
        row = self.editing.row
        waiting = self.committing.waiting
        code = self.understanding.next_code(note, waiting) if row is None else row.code
        self.zone.frame.code.setText(code)
        self.zone.show_sticky(self.understanding.sticky, self.understanding.theme_name())
        self.list.edited(None if row is None else row.id)

    def _tell_line(self) -> Note:
        meaning = self.editing.meaning(self.line.text())
        due = show(meaning.note.due, language.current()) if meaning.note.due else ""
        warned = self._watch.say("\n".join((meaning.note.words, *meaning.new_speakers)))
        self.zone.show_meaning(meaning, self.understanding.labels(), due=due, warned=warned)
        return meaning.note

    @Slot()
    def _on_saving(self) -> None:
        if not self._late.isActive():
            self._late.start()

    @Slot(object)
    def _on_saved(self, when: datetime) -> None:
        self._late.stop()
        if not self.committing.troubled:
            self.header.show_saved(when)

    @Slot(object)
    def _on_refused(self, error: KnownError) -> None:
        self._late.stop()
        self.header.show_failed()
        again = self.tr("Try again") if self.committing.waiting else ""
        text = error.say(language.current())
        self._trouble = Message("failed", text, again, self.committing.try_again)
        self.messages.show_message(self._trouble)

    @Slot()
    def _on_recovered(self) -> None:
        self.header.show_saved(datetime.now().astimezone())
        if self.messages.message is self._trouble:
            self.messages.clear()

    @Slot()
    def _on_done(self) -> None:
        self.keeper.keep_now()
        self.leave_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.naming.close()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.keep_now()

    def _lay_out(self) -> None:
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self.header)
        room.addWidget(self.messages)
        room.addWidget(self.list, 1)
        room.addWidget(self.zone)
        room.addWidget(self.footer)
        self.setFocusProxy(self.line)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_typed)
        self.line.cursorPositionChanged.connect(self._on_moved)
        self.line.lines_pasted.connect(self._on_lines_pasted)
        self.line.left.connect(self.keeper.keep_now)
        self.zone.chip_clicked.connect(self.choose)
        self.naming.chosen.connect(self._on_chosen)
        self.naming.declared.connect(self._on_declared)
        self.editing.put_requested.connect(self._put)
        self.header.leave_requested.connect(self._on_done)
        self.header.projector_requested.connect(self.toggle_projector)
        self.offering.line_found.connect(self._on_line_found)
        self.offering.said.connect(self.messages.show_message)
        self.offering.save_requested.connect(self._on_save_requested)
        self.committing.refused.connect(self._on_refused)
        self.committing.recovered.connect(self._on_recovered)
        self.committing.written.connect(partial(self._read, names=False))
        self.bridge.saving.connect(self._on_saving)
        self.bridge.saved.connect(self._on_saved)
        self._late.timeout.connect(self.header.show_saving)
        theme.current().changed.connect(self.line.dress)
