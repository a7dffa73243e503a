"""The window: menus, the start screen, the open round; closing when all is written.

What an open round needs is made when the first one is opened, so that the start screen is there at
once. Commands of other rooms are wired from outside by name (`menus.wire`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.gui import icons, theme
from samen_desktop.gui.bridge import Bridge, RoundFacts, StepsStatus
from samen_desktop.gui.language import say
from samen_desktop.gui.page import Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure

from .menus import Menus
from .names import HELP, NOTES
from .start_page import StartPage

if TYPE_CHECKING:
    from .corner import Corner
    from .palette import Palette
    from .room import NotesFactory, PageFactory, Room
    from .undoing import Undoing

_NAME = "SAMEN Desktop"


class MainWindow(QMainWindow):
    """The window of one round, or the start screen.

    Signals: `counted(RoundCounts)` when the records were counted anew; `room_made(Room)` once, with
    the first round; `salvage_requested()` for the open round; `finished()` when it has closed and
    nothing is waiting to be written.
    """

    counted = Signal(object)
    room_made = Signal(object)
    salvage_requested = Signal()
    finished = Signal()

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        pages: Mapping[str, PageFactory],
        notes: NotesFactory | None = None,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._settings = settings
        self._pages = pages
        self._notes = notes
        self._room: Room | None = None
        self._help: Page | None = None
        self._menu_corner: Corner | None = None
        self._palette: Palette | None = None
        self._undoing: Undoing | None = None
        self._closing = False
        self._closed = False
        self._outer = QStackedWidget(self)
        self.start = StartPage(self)
        self.start.setBackgroundRole(QPalette.ColorRole.Base)
        self.start.setAutoFillBackground(True)
        self._outer.addWidget(self.start)
        self.setCentralWidget(self._outer)
        self.menus = Menus(self.menuBar())
        self.menuBar().setFixedHeight(theme.current().height(Measure.MENU_BAR))
        self.menus.wire("quit", self.close)
        bridge.opened.connect(self._on_opened)
        bridge.closed.connect(self._on_closed)
        bridge.failed.connect(self._on_failed)
        self.setMinimumSize(_least(self.screen().availableSize()))
        QTimer.singleShot(0, self._wear_icon)
        if not self.restoreGeometry(settings.state("window", "geometry")):
            self.resize(1366, 768)
        self.show_start()

    # what others ask

    @property
    def room(self) -> Room:
        """The open round's part of the window; made when it is first asked for."""
        if self._room is None:
            from .room import Room

            self._room = Room(self._bridge, self._settings, self._pages, self._notes, self)
            self._furnish(self._room)
        return self._room

    @property
    def page(self) -> Page | None:
        """The page that is shown; None on the start screen."""
        return self._room.page if self._room is not None and self._in_room() else None

    @property
    def corner_parts(self) -> Corner:
        """The palette's field and the save state, right in the menu bar."""
        if self._menu_corner is None:
            from .corner import Corner

            self._menu_corner = Corner(self._bridge, self)
            self.menuBar().setCornerWidget(self._menu_corner, Qt.Corner.TopRightCorner)
            self._menu_corner.palette_requested.connect(self.open_palette)
            self._menu_corner.save_state.why_requested.connect(self._on_why_requested)
        return self._menu_corner

    @Slot(object)
    def go(self, place: Place) -> None:
        """Go to a place in the open round; without one there is only help to go to."""
        if self._bridge.facts is not None:
            self.room.go(place)
        elif place.page == HELP and HELP in self._pages:
            self._show_help(place)

    @Slot(str)
    def go_to_page(self, name: str) -> None:
        self.go(Place(name))

    def post(self, message: Message) -> None:
        """Say something where the person is now: on the start screen or above the page."""
        if self.page is None:
            self.start.show_message(message)
        else:
            self.room.post(message)

    def show_start(self) -> None:
        """Show the start screen; an open round stays open."""
        self.start.show_recent(self._settings.recent())
        self._outer.setCurrentWidget(self.start)
        self.menus.show_open(is_open=False)
        self.menus.show_page("", None)
        if self._menu_corner is not None:
            self._menu_corner.hide()
        self.setWindowTitle(_NAME)
        self.start.take_focus()

    def show_room(self) -> None:
        """Show the open round again, from the start screen."""
        if self._bridge.facts is not None:
            self._enter(self._bridge.facts)
            page = self.room.page
            if page is not None:
                self.menus.show_page(page.title(), page.commands)

    def keep_typed(self) -> None:
        """Have what is half typed kept, without handing it in."""
        if self._room is not None:
            self._room.keep_typed()

    def hand_in(self) -> None:
        """Let the editor in use hand in what stands in it, as if one had left it."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    @Slot()
    def close_round(self) -> None:
        """Close the round once all is written, and show the start screen."""
        self.hand_in()
        self._bridge.close()

    @Slot()
    def open_palette(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            from .palette import Palette

            self._palette = Palette(self._bridge, self.menus.all_actions, self)
            self._palette.place_chosen.connect(self.go)
            self._palette.command_chosen.connect(self._on_command_chosen)
        if self._in_room():
            self._palette.begin(self.corner_parts.palette_place())

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side_bar()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything that was typed and asked for is on the disk."""
        if self._closed:
            self._settings.keep_state("window", "geometry", self.saveGeometry())
            self._settings.flush()
            event.accept()
            self.finished.emit()
            return
        event.ignore()
        if not self._closing:
            self._closing = True
            self.hand_in()
            self._bridge.read(_nothing, self._on_all_written, self._on_all_written)

    # the round

    @Slot(object)
    def _on_opened(self, facts: RoundFacts) -> None:
        self.room.forget()
        self._enter(facts)
        self.room.go_to_first()

    @Slot()
    def _on_closed(self) -> None:
        if self._closed:
            return
        if self._closing:
            self._closed = True
            QTimer.singleShot(0, self.close)  # Qt hears no second closing inside the first
            return
        self.room.forget()
        self.show_start()

    @Slot(object)
    def _on_failed(self, error: KnownError) -> None:
        if error.code == "damaged":
            link = self.tr("Salvage…")
            self.post(Message("failed", say(error.words), link, self.salvage_requested.emit))
        else:
            self.post(Message("failed", say(error.words)))

    @Slot(str)
    def _on_why_requested(self, why: str) -> None:
        self.post(Message("failed", why))

    @Slot(object)
    def _on_page_shown(self, page: Page) -> None:
        if not self._in_room() and self._bridge.facts is not None:
            self._enter(self._bridge.facts)
        self.menus.show_page(page.title(), page.commands)
        # Notuleren tells it in its own header, with the time.
        self.corner_parts.save_state.setVisible(page.name != NOTES)

    @Slot(object)
    def _on_steps_changed(self, steps: StepsStatus) -> None:
        self.menus.show_steps(steps)

    @Slot(object)
    def _on_command_chosen(self, action: QAction) -> None:
        action.trigger()

    @Slot()
    def _on_notes_requested(self) -> None:
        self.go_to_page("notes")

    # closing

    def _on_all_written(self, _: object) -> None:
        self._closing = False
        why = self._menu_corner.save_state.why if self._menu_corner is not None else ""
        if why and not self._may_lose(why):
            return
        self._closing = True
        self._bridge.close()

    def _may_lose(self, why: str) -> bool:
        from . import ask

        return ask.confirm(
            self,
            self.tr("The last change is not saved. Close all the same?"),
            why,
            self.tr("Close and lose it"),
            self.tr("Go back"),
        )

    # private

    def _show_help(self, place: Place) -> None:
        if self._help is None:
            self._help = self._pages[HELP](self._bridge, self._settings)
            self._help.setBackgroundRole(QPalette.ColorRole.Base)
            self._help.setAutoFillBackground(True)
            back = QAction(self.tr("Back"), self._help)
            back.setShortcut(QKeySequence(Qt.Key.Key_Escape))
            back.triggered.connect(self.show_start)
            self._help.addAction(back)
            self._outer.addWidget(self._help)
        self._outer.setCurrentWidget(self._help)
        self._help.arrive(place)

    @Slot()
    def _wear_icon(self) -> None:
        self.setWindowIcon(icons.program_icon())

    def _in_room(self) -> bool:
        return self._room is not None and self._outer.currentWidget() is self._room

    def _enter(self, facts: RoundFacts) -> None:
        self.setWindowTitle(self._title(facts))
        self._outer.setCurrentWidget(self.room)
        self.menus.show_open(is_open=True)
        self.corner_parts.show()
        self._fit_side_bar()

    def _fit_side_bar(self) -> None:
        if self._room is not None:
            self._room.side_bar.set_narrow(narrow=self.width() < Measure.NARROW)
        if self._menu_corner is not None:
            self._menu_corner.field.updateGeometry()

    def _furnish(self, room: Room) -> None:
        """Put the room in its place and wire the commands that need one."""
        from .undoing import Undoing

        self._outer.addWidget(room)
        self._undoing = Undoing(self, self._bridge)
        self._bridge.steps_changed.connect(self._on_steps_changed)
        room.counted.connect(self.counted)
        room.page_shown.connect(self._on_page_shown)
        room.notes_requested.connect(self._on_notes_requested)
        self.menus.show_stations(room.stations(), self.go_to_page)
        for name, does in (
            ("undo", self._undoing.undo),
            ("redo", self._undoing.redo),
            ("cut", self._undoing.cut),
            ("copy", self._undoing.copy),
            ("paste", self._undoing.paste),
            ("palette", self.open_palette),
            ("notes", self._on_notes_requested),
            ("back", room.go_back),
            ("forward", room.go_forward),
            ("close_round", self.close_round),
        ):
            self.menus.wire(name, does)
        self.room_made.emit(room)

    def _title(self, facts: RoundFacts) -> str:
        parts = [facts.name]
        if facts.demo:
            parts.append(self.tr("Demo data – partly fictitious"))
        if not facts.writable:
            parts.append(self.tr("for reading only"))
        return " – ".join([*parts, _NAME])


def _least(screen: QSize) -> QSize:
    """The smallest window: what the screens are made for, or a whole small or enlarged screen."""
    return QSize(Measure.LEAST_WIDTH, Measure.LEAST_HEIGHT).boundedTo(screen)


def _nothing(_: object) -> None:
    """Comes back when all that was asked for before is done."""
