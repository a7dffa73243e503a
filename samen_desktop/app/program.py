"""The one place where the window is put together: language, theme, bridge, pages, faults, closing.

What a page does stands in its room; what the frame does in `gui.frame`. Here they only meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Language
from samen_desktop.gui import language, theme
from samen_desktop.gui.bridge import Bridge, RoundFacts
from samen_desktop.gui.collecting import Collector
from samen_desktop.gui.frame import work
from samen_desktop.gui.frame.main_window import MainWindow
from samen_desktop.gui.frame.names import BACKUPS, CHOOSING, HELP, NOTES
from samen_desktop.gui.language import say
from samen_desktop.gui.page import Message, Page, Place
from samen_desktop.gui.settings import Recent, Scheme, Settings

if TYPE_CHECKING:
    from samen_desktop.gui.frame.faults import Running
    from samen_desktop.gui.frame.room import PageFactory
    from samen_desktop.gui.frame.work import RoundCounts
    from samen_desktop.gui.salvaging.errand import SalvageErrand

    from .care import Care

_DARK: Mapping[Scheme, bool | None] = {"system": None, "light": False, "dark": True}


class Program(QObject):
    """The running program: one window, one bridge, and the wires between them.

    Signals: `refused(KnownError)` when a round could not be opened or made; it was told already.
    """

    refused = Signal(object)

    def __init__(self, app: QApplication, folder: Path, bridge: Bridge, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.bridge = bridge
        self._app = app
        self._folder = folder
        self._fresh = False
        self._salvaging: SalvageErrand | None = None
        self.window = MainWindow(bridge, settings, self._pages(), self._notes)
        self._care: Care | None = None
        self._wire()

    @property
    def care(self) -> Care:
        """What looks after the open file; made when the first round is opened, after the paint."""
        if self._care is None:
            from .care import Care

            self._care = Care(self.window, self.bridge, self.settings, self._folder)
            self._care.openings.refused.connect(self._on_not_opened)
            self._care.openings.mend_requested.connect(self._on_mend)
        return self._care

    def open_round(self, path: Path) -> None:
        """Open a round; what is wrong with it is said where the person is."""
        facts = self.bridge.facts
        if facts is not None and facts.path == path:
            self.window.show_room()
            return
        self.window.hand_in()
        self.care.openings.open(path)

    def open_demo(self) -> None:
        """Open a fresh copy of the demo round."""
        folder = self._folder / "demo"
        self.window.hand_in()
        facts = self.bridge.facts
        if facts is not None and facts.path == work.demo_path(folder):
            self.bridge.close()
        self.bridge.open(work.making_demo(folder), self._refused)

    def take_drops(self) -> None:
        """Take files that are dropped on the window."""
        from samen_desktop.gui.files.dropping import DropTaker
        from samen_desktop.gui.merging.dropped import DroppedRounds

        taker = DropTaker(self.window)
        self._dropped = DroppedRounds(self.bridge, self.open_round, self)
        self._dropped.go_requested.connect(self.window.go)
        self._dropped.message_posted.connect(self.window.post)
        taker.round_dropped.connect(self._dropped.take_one)
        taker.rounds_dropped.connect(self._dropped.take_several)
        taker.table_dropped.connect(self._on_table_dropped)
        taker.plan_dropped.connect(self._on_plan_dropped)

    def introduce(self) -> None:
        """Ask once who works here."""
        if work.is_introduced():
            return
        from samen_desktop.gui.frame.first_start import FirstStart

        question = FirstStart(self.window)
        question.introduced.connect(self._on_introduced)
        question.open()

    # pages

    def _pages(self) -> dict[str, PageFactory]:
        """All pages by name; each room loads them when they are first wanted."""
        from samen_desktop.gui.answers.pages import PAGES as ANSWERS
        from samen_desktop.gui.files.pages import PAGES as FILES
        from samen_desktop.gui.help.pages import PAGES as HELP_PAGES
        from samen_desktop.gui.merging.pages import PAGES as MERGING
        from samen_desktop.gui.plan.pages import PAGES as PLAN
        from samen_desktop.gui.salvaging.pages import PAGES as SALVAGING

        listed = ("stakeholders", "sessions", "inputs", "follow_ups", "round")
        return {
            "overview": _overview,
            CHOOSING: self._session_list,
            **{name: _listed(name) for name in listed},
            **ANSWERS,
            **FILES,
            **MERGING,
            **PLAN,
            BACKUPS: self._backups,
            **SALVAGING,
            **HELP_PAGES,
        }

    def _notes(self, bridge: Bridge, settings: Settings, session: bytes) -> Page:
        from samen_desktop.gui.notes.page import NotesPage

        page = NotesPage(bridge, settings, session)
        page.leave_requested.connect(self._on_left_notes)
        return page

    def _session_list(self, bridge: Bridge, settings: Settings) -> Page:
        from samen_desktop.gui.notes.session_list import SessionList

        page = SessionList(bridge, settings)
        page.session_chosen.connect(self._on_session_chosen)
        page.leave_requested.connect(self._on_left_notes)
        return page

    def _backups(self, bridge: Bridge, settings: Settings) -> Page:
        return self.care.backups_page(bridge, settings)

    @Slot()
    def _on_left_notes(self) -> None:
        self.window.room.leave()

    @Slot(object)
    def _on_session_chosen(self, session: bytes) -> None:
        self.window.go(Place(NOTES, record=session))

    # slots

    @Slot(object)
    def _on_opened(self, facts: RoundFacts) -> None:
        self._remember(facts, 0, 0)
        self._fresh = True

    @Slot(object)
    def _on_counted(self, counts: RoundCounts) -> None:
        if self.bridge.facts is not None:
            inputs = counts.pages.get("inputs", 0)
            self._remember(self.bridge.facts, inputs, counts.open_inputs)
        if self._fresh:
            self._fresh = False
            if self.bridge.facts is not None:
                self.salvaging.look_at(self.bridge.facts)
            self.care.openings.look_around()

    @Slot()
    def _on_help(self) -> None:
        self.window.go(Place(HELP))

    @Slot()
    def _on_new(self) -> None:
        self.window.show_start()
        self.window.start.begin_new()

    @Slot(str, str)
    def _on_made_requested(self, name: str, template: str) -> None:
        from samen_desktop.gui.frame import ask

        path = ask.round_to_make(self.window, self.settings, name)
        if path is not None:
            self.window.hand_in()
            self.bridge.open(work.making(path, template, name), self._refused)

    @Slot()
    def _on_open(self) -> None:
        from samen_desktop.gui.frame import ask

        path = ask.round_to_open(self.window, self.settings)
        if path is not None:
            self.open_round(path)

    @Slot(str)
    def _on_recent(self, path: str) -> None:
        self.open_round(Path(path))

    @Slot(str)
    def _on_forget(self, path: str) -> None:
        self.settings.forget_recent(path)
        self.window.start.show_recent(self.settings.recent())

    @Slot(str, str)
    def _on_introduced(self, mark: str, function: str) -> None:
        work.introduce(mark, function)

    @Slot(object)
    def _on_table_dropped(self, path: Path) -> None:
        self.window.go(Place("read_in", words=str(path)))

    @Slot(object)
    def _on_plan_dropped(self, path: Path) -> None:
        self.window.go(Place("read_plan", words=str(path)))

    @Slot()
    def _on_restore(self) -> None:
        """In a round: its own backups; on the start screen: any backup, to any place."""
        if self.bridge.facts is not None:
            self.window.go(Place(BACKUPS))
            return
        from samen_desktop.gui.frame import ask

        kept = self._folder / "backups"
        backup = ask.backup_to_restore(self.window, self.settings, kept)
        if backup is None:
            return
        target = ask.place_to_restore(self.window, self.settings, backup.name)
        if target is not None:
            self.bridge.open(work.restoring(backup, target), self._refused)

    @property
    def salvaging(self) -> SalvageErrand:
        """Salvaging damaged files; made when it is first wanted."""
        if self._salvaging is None:
            from samen_desktop.gui.salvaging.errand import SalvageErrand

            made = self._salvaging = SalvageErrand(self.bridge, self.settings, self.window)
            made.message_posted.connect(self.window.post)
            made.salvaged.connect(self.open_round)
            made.go_requested.connect(self.window.go)
        return self._salvaging

    @Slot()
    def _on_salvage(self) -> None:
        self.salvaging.begin()

    @Slot(object)
    def _on_mend(self, path: Path) -> None:
        """A file that may be a damaged round leads to what can be done with it."""
        self.salvaging.begin_with(path)

    @Slot()
    def _on_salvage_open(self) -> None:
        """The open round is damaged."""
        if self.bridge.facts is not None:
            self.salvaging.begin_with(self.bridge.facts.path)

    @Slot()
    def _on_back_up(self) -> None:
        from samen_desktop.gui.files.errands import Errands

        Errands(self.bridge).back_up(self._on_backed_up, self._refused)

    def _on_backed_up(self, _: Path) -> None:
        self.window.post(Message("information", self.tr("A backup was made and checked.")))

    @Slot()
    def _on_recent_menu(self) -> None:
        menu = self.window.menus.recent
        menu.clear()
        for found in self.settings.recent():
            action = menu.addAction(found.name.replace("&", "&&"))
            action.setData(found.path)
            action.triggered.connect(self._on_recent_chosen)

    @Slot()
    def _on_recent_chosen(self) -> None:
        action = self.sender()
        self.open_round(Path(action.data()))  # type: ignore[attr-defined]

    # private

    def _refused(self, error: KnownError) -> None:
        if self.bridge.facts is None:
            self.window.show_start()
        self.window.post(Message("failed", say(error.words)))
        self.refused.emit(error)

    @Slot(object)
    def _on_not_opened(self, error: KnownError) -> None:
        if self.bridge.facts is None:
            self.window.show_start()
        self.refused.emit(error)

    def _remember(self, facts: RoundFacts, inputs: int, open_inputs: int) -> None:
        if facts.backup is not None:
            return  # looked into, not worked in
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        self.settings.add_recent(Recent(str(facts.path), facts.name, now, inputs, open_inputs))

    def _wire(self) -> None:
        window, menus, start = self.window, self.window.menus, self.window.start
        self.bridge.opened.connect(self._on_opened)
        window.counted.connect(self._on_counted)
        menus.wire("new", self._on_new)
        menus.wire("open", self._on_open)
        menus.wire("demo", self.open_demo)
        menus.recent.aboutToShow.connect(self._on_recent_menu)
        self._on_recent_menu()
        start.made_requested.connect(self._on_made_requested)
        start.open_requested.connect(self._on_open)
        start.help_requested.connect(self._on_help)
        start.restore_requested.connect(self._on_restore)
        start.demo_requested.connect(self.open_demo)
        start.recent_requested.connect(self._on_recent)
        start.forget_requested.connect(self._on_forget)
        self._wire_pages()
        self._wire_look()

    def _wire_pages(self) -> None:
        for command, place in (
            ("read_in", Place("read_in")),
            ("hand_out", Place("reports")),
            ("save_as", Place("reports", words="save_as")),
            ("give_copy", Place("reports", words="copy")),
            ("merge", Place("merge")),
            ("deleted", Place("deleted")),
            ("help", Place(HELP)),
            ("shortcuts", Place(HELP, words="shortcuts")),
            ("about", Place(HELP, words="about")),
        ):
            self.window.menus.wire(command, _Go(self.window, place))
        self.window.menus.wire("back_up", self._on_back_up)
        self.window.menus.wire("restore", self._on_restore)
        self.window.menus.wire("salvage", self._on_salvage)
        self.window.salvage_requested.connect(self._on_salvage_open)

    def _wire_look(self) -> None:
        menus = self.window.menus
        for scheme in _DARK:
            menus.wire(f"scheme_{scheme}", _Dress(self._app, self.settings, scheme))
        menus.check(f"scheme_{self.settings.scheme}")
        for each in ("nl", "en"):
            spoken: Language = "en" if each == "en" else "nl"
            menus.wire(f"language_{each}", _Speak(self.window, self.settings, spoken))
        menus.check(f"language_{language.current()}")


class _Go:
    """Going to a place, as something a command can do."""

    def __init__(self, window: MainWindow, place: Place) -> None:
        self._window, self._place = window, place

    def __call__(self) -> None:
        self._window.go(self._place)


class _Dress:
    """Choosing light, dark, or as the system is."""

    def __init__(self, app: QApplication, settings: Settings, scheme: Scheme) -> None:
        self._app, self._settings, self._scheme = app, settings, scheme

    def __call__(self) -> None:
        self._settings.scheme = self._scheme
        theme.apply(self._app, _DARK[self._scheme])


class _Speak:
    """Choosing a language; the window speaks it from the next start."""

    def __init__(self, window: MainWindow, settings: Settings, spoken: Language) -> None:
        self._window, self._settings, self._spoken = window, settings, spoken

    def __call__(self) -> None:
        self._settings.language = self._spoken
        if self._spoken != language.current():
            told = QCoreApplication.translate(
                "Speak", "The language changes when the program starts again."
            )
            self._window.post(Message("information", told))


def run(folder: Path, file: Path | None = None, *, demo: bool = False) -> int:
    """Open the window and work until it is closed. Returns Qt's exit status.

    `folder` is the person's own; `file` is opened at once, or with `demo` a fresh demo round.
    """
    app = _application()
    settings = Settings(folder)
    dress(app, settings)
    Collector(app)
    bridge = Bridge()
    program = Program(app, folder, bridge, settings)
    app.setQuitOnLastWindowClosed(False)
    program.window.finished.connect(app.quit)
    program.window.show()
    begin = _Begin(program, folder, file, demo=demo)
    QTimer.singleShot(0, begin)
    status = app.exec()
    bridge.stop()
    begin.end()
    return status


class _Begin:
    """What comes after the first paint: hearing of faults, opening what was asked for."""

    def __init__(self, program: Program, folder: Path, file: Path | None, *, demo: bool) -> None:
        self._program, self._folder, self._file, self._demo = program, folder, file, demo
        self._running: Running | None = None

    def end(self) -> None:
        """All is closed: the next start has nothing to tell."""
        if self._running is not None:
            self._running.end()

    def __call__(self) -> None:
        from samen_desktop.gui.frame import faults

        program = self._program
        log = faults.write_log(self._folder)
        hearing = faults.Hearing(program.window, log, program.window.keep_typed)
        faults.watch_crashes(self._folder)
        self._running = faults.Running(self._folder)
        program.bridge.broke.connect(hearing.on_broke)
        program.take_drops()
        if self._running.ended_badly:
            faults.BadEnd(program.window, program.bridge, program.settings, program.open_round)
        program.care.keep_backups()
        if self._demo:
            program.open_demo()
        elif self._file is not None:
            program.open_round(self._file)
        else:
            program.introduce()


def dress(app: QApplication, settings: Settings) -> None:
    """Language, colours and name of the program, before anything is shown."""
    app.setApplicationName("SAMEN Desktop")
    app.setApplicationDisplayName("SAMEN Desktop")
    app.setDesktopFileName("samen-desktop")
    language.load(app, settings.language)
    theme.apply(app, _DARK[settings.scheme])


def _overview(bridge: Bridge, settings: Settings) -> Page:
    from samen_desktop.gui.overview.page import OverviewPage

    return OverviewPage(bridge, settings)


def _listed(name: str) -> PageFactory:
    """A page of lists, loaded when it is made."""

    def make(bridge: Bridge, settings: Settings) -> Page:
        from samen_desktop.gui.lists.pages import PAGES

        return PAGES[name](bridge, settings)

    return make


def _application() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(["samen-desktop"])
