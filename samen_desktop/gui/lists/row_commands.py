"""What can be done with the chosen rows of a list: copy, set a field, delete, restore, join, erase.

Each wish is one edit; the message that follows offers to take it back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from samen_desktop.core.backups import BEFORE_DELETING
from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import DELETED, ListRow, ListSpec
from samen_desktop.gui import icons, language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.care import work as care
from samen_desktop.gui.page import Message, Place

from . import copying, work
from .erasing import Erasing
from .side_pages import DeletePage, JoinPage
from .view import RecordsView
from .work import Undone

_MOST_COPIED = 20_000
MANY = 20
"""Rows from which deleting them at once is something to make a backup before."""

_JOINED = ("stakeholder", "theme", "participant", "group", "session")
_ERASED = ("stakeholder", "participant", "input", "session", "follow_up", "theme")


class RowCommands(QObject):
    """The commands of one list.

    Signals: `message_posted(Message)`; `go_requested(Place)`; `page_shown(QWidget)` for a question
    that wants the whole pane; `page_done()` when that is answered; `erased(bytes)` when a record
    was erased.
    """

    message_posted = Signal(object)
    go_requested = Signal(object)
    page_shown = Signal(object)
    page_done = Signal()
    erased = Signal(bytes)

    def __init__(self, bridge: Bridge, spec: ListSpec, view: RecordsView, owner: QWidget) -> None:
        super().__init__(owner)
        self._bridge = bridge
        self._spec = spec
        self._view = view
        self._owner = owner
        self.copy = self._command(self.tr("Copy as table"), "copy", "Ctrl+Shift+C", self._on_copy)
        self.delete = self._command(self.tr("Delete"), "trash-2", "Del", self._on_delete)
        self.restore = self._command(self.tr("Restore"), "archive-restore", "", self._on_restore)
        self.bundle = self._command(self.tr("Into a bundle"), "layers", "Ctrl+B", self._on_bundle)
        self.join = self._command(self.tr("Join…"), "git-merge", "", self._on_join)
        keys = "Shift+Del"
        self.erase = self._command(self.tr("Erase for good…"), "circle-x", keys, self._on_erase)
        self._erasing = Erasing(bridge, owner)
        self._erasing.message_posted.connect(self.message_posted)
        self._erasing.erased.connect(self.erased)
        view.selection_changed.connect(self._on_selection_changed)
        view.delete_requested.connect(self.delete.trigger)
        self._on_selection_changed(0)

    def offered(self) -> list[QAction]:
        """The commands of this list for its strip and menu."""
        if self._spec.kind == DELETED:
            return [self.erase, self.restore, self.copy]
        join = [self.join] if self._spec.kind in _JOINED else []
        erase = [self.erase] if self._spec.kind in _ERASED else []
        join += [self.bundle] if self._spec.kind == "input" else []
        return [*erase, *join, self.copy, self.delete]

    @Slot(bytes)
    def take_back(self, step: bytes) -> None:
        """Undo one step of a record's history, whoever made it."""
        self._bridge.write(work.take_back(step), self._on_taken_back)

    def _on_taken_back(self, undone: Undone | None) -> None:
        """Say what went back; what was changed since stays as it is."""
        if undone is None:
            return
        words = self.tr("%n record(s) put back.", "", undone.records)
        if undone.overtaken:
            later = self.tr("%n record(s) changed since stay as they are.", "", undone.overtaken)
            words = f"{words} {later}"
        wish = self._bridge.redo if undone.records else None
        link = self.tr("Redo") if undone.records else ""
        self.message_posted.emit(Message("information", words, link, wish))

    def set_field(self, name: str, value: object) -> None:
        """Set one field for all chosen rows."""
        keys = self._view.chosen_keys()
        scalar = value if isinstance(value, str | int) else None
        asked = work.set_many(self._spec.kind, keys, name, scalar)
        self._bridge.write(asked, self._on_set)

    def _command(self, text: str, icon: str, keys: str, does: Callable[[], None]) -> QAction:
        made = QAction(text, self)
        icons.put(made, icon)
        if keys:
            made.setShortcut(QKeySequence(keys))
            # Only while the list itself has the keyboard: Del in a field is for the field.
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(does)
        self._view.addAction(made)
        return made

    def _say(self, text: str, *, undo: bool = True) -> None:
        link = self.tr("Undo") if undo else ""
        wish = self._bridge.undo if undo else None
        self.message_posted.emit(Message("information", text, link, wish))

    @Slot(int)
    def _on_selection_changed(self, count: int) -> None:
        self.delete.setEnabled(count > 0)
        self.restore.setEnabled(count > 0)
        self.erase.setEnabled(count == 1 and self.erase in self.offered())
        self.erase.setStatusTip("" if count == 1 else self.tr("Choose one row to erase."))
        self.bundle.setEnabled(count > 0 and self._spec.kind == "input")
        self.join.setEnabled(1 < count <= 20)
        self.join.setStatusTip("" if count > 1 else self.tr("Choose two or more rows to join."))

    @Slot()
    def _on_copy(self) -> None:
        keys = self._view.chosen_keys() or list(self._view.records.keys)
        if len(keys) > _MOST_COPIED:
            text = self.tr("More than %1 rows: hand out the overview as a file instead.")
            told = text.replace("%1", self._owner.locale().toString(_MOST_COPIED))
            self.message_posted.emit(Message("need", told))
            return
        columns = self._view.records.columns
        asked = work.rows(self._spec.kind, keys, language.current(), columns, whole_texts=True)
        self._bridge.read(asked, partial(self._on_copied, columns))

    def _on_copied(self, columns: tuple[str, ...], rows: list[ListRow]) -> None:
        places = [self._spec.at(name) for name in columns]
        titles = [language.say(self._spec.columns[place].words) for place in places]
        data = copying.table(titles, [[row.cells[place] for place in places] for row in rows])
        QGuiApplication.clipboard().setMimeData(data)
        self._say(self.tr("%n rows copied as a table.", "", len(rows)), undo=False)

    def _on_set(self, changed: int) -> None:
        self._say(self.tr("%n rows changed.", "", changed), undo=changed > 0)

    @Slot()
    def _on_delete(self) -> None:
        keys = self._view.chosen_keys()
        if not keys or self._spec.kind == DELETED:
            return
        if self._spec.kind == "session":
            asked = work.inputs_of(self._spec.kind, keys)
            self._bridge.read(asked, partial(self._on_inputs_found, keys))
        else:
            self._delete(keys)

    def _on_inputs_found(self, keys: list[int], inputs: list[tuple[bytes, str, str]]) -> None:
        if not inputs:
            self._delete(keys)
            return
        field = KINDS["input"].field("session")
        asked = work.choices(field, language.current())
        self._bridge.read(asked, partial(self._ask_what_goes, keys, inputs))

    def _ask_what_goes(
        self,
        keys: list[int],
        inputs: list[tuple[bytes, str, str]],
        sessions: list[tuple[str, str]],
    ) -> None:
        rows = [self._view.records.row_at(at) for at in self._view.chosen_rows()]
        gone = {row.id.hex() for row in rows if row is not None}
        page = DeletePage(inputs, [each for each in sessions if each[0] not in gone], self._owner)
        page.left.connect(self.page_done)
        page.delete_requested.connect(
            partial(self._delete_with, keys, [ident for ident, _, _ in inputs])
        )
        self.page_shown.emit(page)
        page.focus_first()

    def _delete_with(self, keys: list[int], inputs: list[bytes], move: bytes | None) -> None:
        self._delete(keys, inputs, move)
        self.page_done.emit()

    def _delete(
        self, keys: list[int], others: Sequence[bytes] = (), move: bytes | None = None
    ) -> None:
        """As one step. Of many rows a backup comes first; one that fails is told, no more."""
        deleting = work.delete(self._spec.kind, keys, others, move)

        def go_on() -> None:
            self._bridge.write(deleting, self._on_deleted)

        def on_kept(_: object) -> None:
            self._bridge.kept.emit()
            go_on()

        def on_no_backup(error: KnownError) -> None:
            self._bridge.failed.emit(error)
            go_on()

        if len(keys) + len(others) < MANY:
            go_on()
        else:
            keeping = care.keeping(BEFORE_DELETING, self._bridge.do_waiting)
            self._bridge.read(keeping, on_kept, on_no_backup)

    def _on_deleted(self, count: int) -> None:
        self._say(self.tr("%n rows deleted.", "", count))

    @Slot()
    def _on_bundle(self) -> None:
        self._bridge.write(work.bundle(self._view.chosen_keys()), self._on_bundled)

    def _on_bundled(self, record: bytes) -> None:
        text = self.tr("Put together in one bundle.")
        to_desk = partial(self.go_requested.emit, Place("answers", record=record))
        self.message_posted.emit(
            Message(
                "information",
                text,
                self.tr("To the desk"),
                to_desk,
                self.tr("Undo"),
                self._bridge.undo,
            )
        )

    @Slot()
    def _on_restore(self) -> None:
        asked = work.ids(self._spec.kind, self._view.chosen_keys())
        self._bridge.read(asked, self._restore)

    def _restore(self, idents: list[bytes]) -> None:
        self._bridge.write(work.restore(idents), self._on_restored)

    def _on_restored(self, count: int) -> None:
        self._say(self.tr("%n rows restored.", "", count))

    @Slot()
    def _on_erase(self) -> None:
        rows = [self._view.records.row_at(at) for at in self._view.chosen_rows()]
        if len(rows) == 1 and rows[0] is not None and rows[0].kind in _ERASED:
            self._erasing.ask(rows[0].id)

    @Slot()
    def _on_join(self) -> None:
        rows = [self._view.records.row_at(at) for at in self._view.chosen_rows()]
        chosen = [row for row in rows if row is not None]
        if len(chosen) > 1:
            asked = work.belongs([row.id for row in chosen])
            self._bridge.read(asked, partial(self._ask_which_stays, chosen))

    def _ask_which_stays(self, rows: list[ListRow], belongs: dict[bytes, dict[str, int]]) -> None:
        page = JoinPage(rows, belongs, self._owner)
        page.left.connect(self.page_done)
        page.join_requested.connect(partial(self._join, [row.id for row in rows]))
        self.page_shown.emit(page)
        page.focus_first()

    def _join(self, idents: list[bytes], stays: bytes) -> None:
        self._bridge.write(work.join(idents, stays), self._on_joined)
        self.page_done.emit()

    def _on_joined(self, count: int) -> None:
        self._say(self.tr("%n rows joined.", "", count))
