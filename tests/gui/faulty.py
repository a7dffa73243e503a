"""A program of its own in which every slot and override of the window fails once, and a tour of it.

    python -m tests.gui.faulty FILE PROFILE [deaf]

Prints one line of JSON: methods there are, how many failed, how many boxes were shown, and whether
a note typed afterwards is in the file. `deaf` hears of no fault.

An override fails only where Qt calls it from its own loop. Where Qt calls it while Python waits in
a call of Qt, PySide 6.11 looks for further overrides with the exception pending, loses count of a
reference and may end the program: that is for the next start to tell.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from functools import partial, wraps
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

import samen_desktop.gui
from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.collecting import Collector
from samen_desktop.gui.frame import ask, faults, work
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.notes.page import NotesPage
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from tests.figures import count

NOTE = "dit is getypt nadat alles een keer fout ging"
_UNTOUCHED = frozenset({"Hearing", "Bridge"})
"""What hears of the faults, and the thread that keeps what is typed, are tried elsewhere."""


class Flags:
    """Which methods failed: each fails once, from when the flags are armed."""

    def __init__(self) -> None:
        self.failed: set[str] = set()
        self.armed = False

    def look(self, name: str) -> None:
        if self.armed and name not in self.failed and (_is_slot(name) or _is_called_by_the_loop()):
            self.failed.add(name)
            raise _fault(name)


def _fault(name: str) -> Exception:
    """An exception with a type of its own, so that each counts as another fault."""
    made: type[Exception] = type(f"Fault_{name.replace('.', '_')}", (Exception,), {})
    return made("Jantje Kanarie")


def _is_slot(name: str) -> bool:
    return name.rpartition(".")[2].startswith("_on_")


def _is_called_by_the_loop() -> bool:
    """Whether nothing of Python stands between the method that asks and the loop."""
    caller = sys._getframe(3)
    return caller.f_code.co_name == "main"


def _classes() -> Iterator[type]:
    for found in pkgutil.walk_packages(samen_desktop.gui.__path__, "samen_desktop.gui."):
        module = importlib.import_module(found.name)
        for made in vars(module).values():
            if inspect.isclass(made) and made.__module__ == module.__name__:
                yield made


def _is_called_by_qt(cls: type, name: str) -> bool:
    """A slot of ours by its name, or a method that Qt has too and calls."""
    return _is_slot(name) or any(
        not name.startswith("__") and name in vars(base)
        for base in cls.__mro__
        if base.__module__.startswith("PySide6")
    )


def spoil(flags: Flags) -> int:
    """Let every slot and override ask the flags first. Returns how many there are."""
    count = 0
    for cls in _classes():
        if not issubclass(cls, QObject) or cls.__name__ in _UNTOUCHED:
            continue
        for name, method in list(vars(cls).items()):
            if inspect.isfunction(method) and _is_called_by_qt(cls, name):
                setattr(cls, name, _asking(f"{cls.__name__}.{name}", method, flags))
                count += 1
    return count


def _asking(name: str, method: Callable[..., Any], flags: Flags) -> Callable[..., Any]:
    takes = inspect.signature(method).parameters.values()
    placed = [each for each in takes if each.kind is not each.KEYWORD_ONLY]
    least, most = sum(each.default is each.empty for each in placed), len(placed)

    @wraps(method)
    def asking(*given: Any, **named: Any) -> Any:  # noqa: ANN401
        flags.look(name)
        # Qt gives a slot as much as it takes; this one looks as if it took anything.
        missing = [None] * (least - len(given))
        return method(*given[:most], *missing, **named)

    return asking


Step = Callable[[], object]


def tour(program: Program) -> Iterator[Step]:
    """Ways to all screens, and some keys on each; a step that fails does not end the tour."""
    window = program.window
    for name in (*window.room._factories, "palette", "notes"):
        if name == "palette":
            yield window.open_palette
        elif name == "notes":
            yield partial(_to_notes, program)
        else:
            yield partial(window.go_to_page, name)
        yield from _keys(window)
        page = window.page
        if not isinstance(page, ListPage):
            continue
        for tab in page._spec.tabs:
            yield partial(page.show_tab, tab)
            yield from _keys(window)
            pane = page._panes[tab]
            if isinstance(pane, ListPane) and pane.model.rowCount():
                yield partial(pane.view.go_to, 0)
                yield pane._ask_detail
                yield partial(_open_form, pane)
                yield from _keys(window)
                yield pane.show_list


def _to_notes(program: Program) -> None:
    found: list[bytes | None] = []
    program.bridge.read(work.richest_session, found.append)
    program.window.go(Place("notes", record=found[0]))


def _open_form(pane: ListPane) -> None:
    row = pane.model.row_at(0)
    if row is not None:
        pane.open_form(row.id)


_KEYS = (
    Qt.Key.Key_A,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Right,
    Qt.Key.Key_F2,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
)


def _keys(window: QWidget) -> Iterator[Step]:
    for key in _KEYS:
        yield partial(_press, window, key)


def _press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


class Driver(QObject):
    """Takes the steps one by one inside the loop of the program, as hands would."""

    def __init__(self, program: Program, flags: Flags) -> None:
        super().__init__()
        self._program, self._flags = program, flags
        self.saved = False
        self._rounds = 1 + count("SAMEN_TOURS", 1)
        self._steps = tour(program)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.take_step)
        self._timer.start(0)

    def take_step(self) -> None:
        try:
            step = next(self._steps)
        except StopIteration:
            self._rounds -= 1
            self._flags.armed = self._rounds > 0
            self._steps = tour(self._program) if self._rounds else self._last_steps()
            return
        step()

    def _last_steps(self) -> Iterator[Step]:
        self._timer.setInterval(100)
        yield from (partial(_to_notes, self._program), self._type_a_note)
        QApplication.quit()

    def _type_a_note(self) -> None:
        self.saved = type_a_note(self._program)


def type_a_note(program: Program) -> bool:
    """Whether a note still comes to the file."""
    page = program.window.page
    if not isinstance(page, NotesPage):
        return False
    page.line.setFocus()
    QTest.keyClick(page.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.line, NOTE)
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    found: list[int] = []
    sql = "SELECT count(*) FROM inputs WHERE words LIKE ?"
    program.bridge.read(
        lambda dossier: dossier.conn.execute(sql, (f"%{NOTE}",)).fetchone()[0], found.append
    )
    return found == [1]


def main() -> None:
    path, own = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication([])
    Collector(app)
    flags, boxes = Flags(), []

    def tell(_: object, kind: str, *others: Any) -> None:  # noqa: ANN401
        boxes.append(kind)
        others[-1]()

    ask.tell_fault = tell  # type: ignore[assignment]
    ask.confirm = lambda *_: False
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        setattr(QFileDialog, name, lambda *_: ("", ""))
    QFileDialog.getExistingDirectory = lambda *_: ""  # type: ignore[method-assign]
    spoiled = spoil(flags)
    settings = Settings(own)
    dress(app, settings)
    program = Program(app, own, Bridge(inline=True), settings)
    log = faults.write_log(own)
    if len(sys.argv) == 3:
        hearing = faults.Hearing(program.window, log, program.window.keep_typed)
        program.bridge.broke.connect(hearing.on_broke)
    program.window.resize(1366, 768)
    program.window.show()
    program.open_round(path)
    driver = Driver(program, flags)
    app.exec()
    failed = {f"Fault_{name.replace('.', '_')}" for name in flags.failed}
    told = {kind for kind in boxes if kind.startswith("Fault_")}
    found = {
        "methods": spoiled,
        "failed": len(failed),
        "boxes": len(boxes),
        "untold": sorted(failed - told),
        "others": sorted(set(boxes) - told),
        "saved": driver.saved,
    }
    sys.stdout.write(f"{json.dumps(found)}\n")
    program.bridge.stop()


if __name__ == "__main__":
    main()
