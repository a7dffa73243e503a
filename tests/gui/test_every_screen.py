"""Every screen of the window, in both languages and schemes, keeps what a screen promises.

And what no screen may do: follow what stands in a text, or tell a contact's name where it lasts.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMessageBox,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from samen_desktop import resources
from samen_desktop.app.program import Program, dress
from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.salvaging import KeptApart, Salvaged
from samen_desktop.core.words import Language, Words
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.forms.layouts import FORMS
from samen_desktop.gui.frame import ask, work
from samen_desktop.gui.frame.first_start import FirstStart
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.long_work import LongWork
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Scheme, Settings
from samen_desktop.gui.widgets.labels import tip
from samen_desktop.store.care import kept_apart
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer
from tests.figures import caught, tell
from tests.gui import opened, walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui

Begin = Callable[..., Program]
CANARY = "Kanariegeel"
_MARKERS = 3
_TIPS_SHOWN = 8


@pytest.fixture
def begin(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Begin]:
    own = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(own))
    made: list[Program] = []

    def make(language: Language = "nl", scheme: Scheme = "light") -> Program:
        settings = Settings(own)
        settings.language, settings.scheme = language, scheme
        dress(qapp, settings)
        bridge = Bridge(inline=True)
        LongWork(bridge, bridge, inline=True)
        program = Program(qapp, own, bridge, settings)
        program.bridge.broke.connect(_break)
        program.window.resize(1366, 768)
        program.window.show()
        program.window.activateWindow()
        qtbot.waitExposed(program.window)
        made.append(program)
        return program

    yield make
    for each in made:
        each.bridge.stop()
        each.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    dress(qapp, Settings(tmp_path / "plain"))


def _break(bug: object) -> None:
    raise AssertionError(bug)


def screens(program: Program, table: Path | None = None) -> Iterator[tuple[str, QWidget]]:
    """Goes to every screen of an open round in turn: pages, tabs, forms, notes, palette.

    With a table also to reading it in, as far as its preview.
    """
    window, room = program.window, program.window.room
    for name in room._factories:
        window.go_to_page(name)
        page = window.page
        assert page is not None
        tabs = page._spec.tabs if isinstance(page, ListPage) else ("",)
        for tab in tabs:
            if isinstance(page, ListPage):
                page.show_tab(tab)
            yield f"{name} {tab}".strip(), window
            pane = page._panes[tab] if isinstance(page, ListPage) else None
            if isinstance(pane, ListPane) and tab in FORMS and pane.model.rowCount():
                pane.view.go_to(0)
                row = pane.model.row_at(0)
                assert row is not None
                pane._ask_detail()
                yield f"{name} {tab} with a row", window
                pane.open_form(row.id)
                yield f"{name} {tab} form", window
                pane.show_list()
    found: list[bytes | None] = []
    program.bridge.read(work.richest_session, found.append)
    window.go(Place("notes", record=found[0]))
    yield "notes", window
    if table is not None:
        window.go(Place("read_in", words=str(table)))
        QCoreApplication.processEvents()
        yield "read in a table", window
    window.go_to_page("overview")
    window.open_palette()
    yield "palette", window


def fresh_demo(folder: Path, name: str = "ronde.samen") -> Path:
    path = folder / name
    with Dossier.create(path, a_writer()) as dossier, dossier.edit("demo") as edit:
        write_round(edit, resources.demo())
    return path


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_screen_keeps_its_promises(
    begin: Begin, tmp_path: Path, language: Language, scheme: Scheme
) -> None:
    program = begin(language, scheme)
    said = {"start": walk.faults(program.window)}
    program.window.start.begin_new()
    said["new round"] = walk.faults(program.window)
    question = FirstStart(program.window)
    question.show()
    said["first start"] = walk.faults(question)
    question.close()
    program.open_round(fresh_demo(tmp_path))
    for name, shown in screens(program):
        said[name] = walk.faults(shown)
    # Arrows go through what Ctrl+K found while the keyboard stays in its field.
    said["palette"] = [each for each in said["palette"] if "in Palette" not in each]
    assert {name: faults for name, faults in said.items() if faults} == {}
    assert len(said) > 20


def test_the_walk_sees_a_label_that_reads_html(qtbot: QtBot) -> None:
    box = QWidget()
    QVBoxLayout(box).addWidget(QLabel("<b>vet</b>"))
    qtbot.addWidget(box)
    box.show()
    assert walk.faults(box) != []


# --- nothing that stands in a text is followed ---------------------------------------

_VISIT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel
from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.long_work import LongWork
from samen_desktop.gui.settings import Settings
from tests.gui.test_every_screen import looked_at, screens

app = QApplication([])
own, path, careless = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
settings = Settings(own)
dress(app, settings)
bridge = Bridge(inline=True)
LongWork(bridge, bridge, inline=True)
program = Program(app, own, bridge, settings)
program.window.resize(1366, 768)
program.window.show()
program.open_round(path)
if careless:
    label = QLabel(f'<img src="{careless}">')
    label.show()
    label.grab()
else:
    print(sum(looked_at(shown) for _, shown in screens(program, path.with_suffix(".csv"))))
program.bridge.stop()
"""


def looked_at(shown: QWidget) -> bool:
    """Paint a screen, and show every tip on it as if the mouse rested there."""
    painted = not shown.grab().isNull()
    tips = [each.toolTip() for each in shown.findChildren(QWidget)]
    for view in shown.findChildren(QAbstractItemView):
        if view.isVisible() and walk.has_model(view):
            tips += [text for _, text in walk.cell_tips(view)]
    # Every tip was asked for; a few of each screen are shown, since each takes a window.
    for text in list(dict.fromkeys(filter(None, tips)))[:_TIPS_SHOWN]:
        QToolTip.showText(shown.mapToGlobal(QPoint(5, 5)), text, shown)
        QCoreApplication.processEvents()
    QToolTip.hideText()
    return painted


_NOWHERE = ("//server/share/marker-9.png", "file://server/share/marker-9.png")
"""Places on another machine: that Qt asks for them at all gives a log-on away."""


def marked_round(folder: Path) -> tuple[Path, list[str]]:
    """A round whose every text would show one of a few pictures, were it read as HTML.

    Beside it a table of the same, to be read in; and it was salvaged, with such texts kept apart.
    """
    pictures = []
    for at in range(_MARKERS):
        picture = folder / f"marker-{at}.png"
        picture.write_bytes((resources.FOLDER / "icons" / "x.svg").read_bytes())
        pictures.append(picture.as_uri())
    path = fresh_demo(folder, "gemerkt.samen")
    marks = [
        f'<img src="{each}"> <a href="{each}">x</a> {"lang" * 30} {"en breed " * 20}'
        for each in (*pictures, *_NOWHERE, "\\\\server\\share\\marker-9.png")
    ]
    marks.append(f"<style>p {{ background-image: url({pictures[0]}) }}</style><p>{'x ' * 50}</p>")
    with Dossier.open(path, a_writer()) as dossier:
        with dossier.edit("change_round") as edit:
            for kind in KINDS.values():
                names = [each.name for each in kind.fields if each.type in {Type.TEXT, Type.LONG}]
                found = dossier.conn.execute(f"SELECT id FROM {kind.plural} WHERE deleted = 0")
                for at, (record,) in enumerate(found.fetchall()):
                    for name in names:
                        edit.set(record, name, marks[at % len(marks)])
        with dossier.writing():
            kept_apart.keep(dossier.conn, salvaged_with(marks))
    rows = [";".join(marks[:3]), *(";".join(marks[at:] + marks[:at]) for at in range(len(marks)))]
    path.with_suffix(".csv").write_text("\n".join(rows), encoding="utf-8")
    return path, pictures


def salvaged_with(texts: list[str]) -> Salvaged:
    apart = tuple(KeptApart(Words(each, each), Words(each, each), each) for each in texts)
    counts = {"inputs": 1}
    return Salvaged(
        1, len(texts), 0, 0, 0, 0, 0, "2022-06-20T10:00:00+00:00", counts, counts, apart
    )


def visited(folder: Path, path: Path, careless: str) -> str:
    """Every file that was opened while all screens were visited, as strace tells."""
    trace = folder / f"trace-{bool(careless)}"
    own = folder / "profile"
    command = ["strace", "-f", "-e", "trace=openat,open", "-o", str(trace)]
    done = subprocess.run(
        [*command, sys.executable, "-c", _VISIT, str(own), str(path), careless],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "SAMEN_PROFILE": str(own), "PYTHONPATH": str(resources.FOLDER.parent)},
    )
    assert done.returncode == 0, done.stderr
    assert careless or int(done.stdout) > 20
    return trace.read_text(errors="replace")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")
def test_no_screen_opens_a_file_that_a_text_names(tmp_path: Path) -> None:
    path, _ = marked_round(tmp_path)
    opened_files = visited(tmp_path, path, "").count("marker-")
    tell("texts that name files, on every screen", opened=opened_files)
    assert opened_files == 0


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")
def test_a_careless_label_is_caught_opening_it(tmp_path: Path) -> None:
    path, pictures = marked_round(tmp_path)
    opened_files = visited(tmp_path, path, pictures[0]).count("marker-")
    caught("a label that reads HTML", opened=opened_files)
    assert opened_files > 0


@pytest.mark.skipif(opened.UNKNOWN, reason="Linux tells which files are opened")
def test_nothing_is_opened_even_where_no_tracer_is(begin: Begin, tmp_path: Path) -> None:
    folder = tmp_path / "beelden"
    folder.mkdir()
    path, pictures = marked_round(folder)
    program = begin()
    program.open_round(path)
    with opened.opened_in(folder) as names:
        seen = sum(looked_at(shown) for _, shown in screens(program, path.with_suffix(".csv")))
    assert seen > 20
    assert not [each for each in names if each.startswith("marker-")]
    with opened.opened_in(folder) as careless:
        QToolTip.showText(QPoint(5, 5), f'<img src="{pictures[0]}">', program.window)
        QCoreApplication.processEvents()
        QToolTip.hideText()
    assert "marker-0.png" in careless


def test_a_box_reads_no_html_in_either_of_its_texts(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = ask._box(parent, QMessageBox.Icon.Warning, "<b>a</b>", "<img src='x'>")
    box.show()
    assert walk.rich_labels(box) == []
    careless = QMessageBox(parent)
    careless.setTextFormat(Qt.TextFormat.PlainText)
    careless.setText("<b>a</b>")
    careless.setInformativeText("<img src='x'>")
    assert walk.rich_labels(careless) != []


def test_the_walk_sees_a_tip_that_reads_html(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setToolTip(tip("<img src='x'> & <b>vet</b>"))
    assert walk.rich_tips(box) == []
    box.setToolTip("<img src='x'>")
    assert walk.rich_tips(box) != []
    box.setToolTip(f"<p style='white-space:pre-wrap'>{'<img src=x>'}</p>")
    assert walk.rich_tips(box) != []


def test_texts_that_look_like_html_are_shown_as_they_are_on_every_screen(
    begin: Begin, tmp_path: Path
) -> None:
    program = begin()
    path, _ = marked_round(tmp_path)
    program.open_round(path)
    table = path.with_suffix(".csv")
    said = {
        name: walk.rich_labels(shown) + walk.rich_tips(shown)
        for name, shown in screens(program, table)
    }
    assert "read in a table" in said
    assert {name: faults for name, faults in said.items() if faults} == {}


# --- a contact's name stays in the file ----------------------------------------------


def test_a_contacts_name_stands_in_no_title_log_recent_list_or_file_name(
    begin: Begin, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "ronde.samen"
    data = resources.demo()
    data["contacts"][0]["name"] = f"{CANARY} de Vries"
    with Dossier.create(path, a_writer()) as dossier, dossier.edit("demo") as edit:
        write_round(edit, data)
    program = begin()
    titles = []
    with caplog.at_level(logging.DEBUG):
        program.open_round(path)
        for _, shown in screens(program):
            titles.append(shown.window().windowTitle())
        program.window.menus.action("back_up").trigger()
    program.settings.flush()
    assert not any(CANARY in title for title in titles)
    assert CANARY not in caplog.text
    own = tmp_path / "profile"
    small = [each for each in own.rglob("*") if each.is_file() and each.suffix != ".samen"]
    assert not any(CANARY.encode() in each.read_bytes() for each in small)
    assert not any(CANARY in str(each) for each in tmp_path.rglob("*"))
    assert program.settings.recent()


def test_a_demo_that_was_renamed_still_says_what_it_is(begin: Begin, tmp_path: Path) -> None:
    program = begin()
    program.open_round(fresh_demo(tmp_path, "Echte ronde Oost.samen"))
    assert "fictief" in program.window.windowTitle()
