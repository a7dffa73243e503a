"""States of screens that nobody sees by only going there: open lists, forms, nothing found.

For the pictures of `screens`; each brings the window into one state, from wherever it is.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit

from samen_desktop.core.reports.choices import Choice
from samen_desktop.core.reports.filters import Filters
from samen_desktop.gui.files.reports_page import ReportsPage
from samen_desktop.gui.frame import work
from samen_desktop.gui.frame.main_window import MainWindow
from samen_desktop.gui.frame.names import NOTES
from samen_desktop.gui.frame.palette import Palette
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.notes.line import NoteLine
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.plan.page import PlanPage
from samen_desktop.gui.plan.read_in_page import PlanReadInPage
from samen_desktop.gui.widgets.filter_button import FilterButton

_PATIENCE_MS = 10_000

State = Callable[[MainWindow], bool]
"""Brings the window into a state; False where the round has nothing to show it with."""


def _pane(window: MainWindow, page: str, kind: str) -> ListPane:
    window.go_to_page(page)
    found = window.page
    if not isinstance(found, ListPage):
        raise KeyError(page)
    found.show_tab(kind)
    pane = found.pane(kind)
    pane.show_list()
    QCoreApplication.processEvents()
    return pane


def _form(window: MainWindow, page: str, kind: str) -> bool:
    pane = _pane(window, page, kind)
    row = pane.model.row_at(0)
    if row is not None:
        pane.open_form(row.id)
    return row is not None


def _filter(window: MainWindow) -> bool:
    pane = _pane(window, "inputs", "input")
    for each in pane.bar.findChildren(FilterButton):
        if each.name == "theme" and each.isVisible():
            each.setFocus()
            each.open_list()
            return True
    return False


def _columns(window: MainWindow) -> bool:
    pane = _pane(window, "inputs", "input")
    pane.arrangement.open_columns()
    return True


def _views(window: MainWindow) -> bool:
    """Two saved views, one of which stands in the list."""
    pane = _pane(window, "inputs", "input")
    pane.bar.fill("", {"status": frozenset({"RUW"})})
    pane.search_now()
    for name in ("Zonder thema, per sessie", "Nog ruw"):
        pane.arrangement.save_as(name)
    QCoreApplication.processEvents()
    pane.arrangement.open_views()
    return True


def _triage(window: MainWindow) -> bool:
    """Cleaning up, on inputs that are still raw."""
    pane = _pane(window, "inputs", "input")
    found = window.page
    pane.bar.fill("", {"status": frozenset({"RUW"})})
    pane.search_now()
    if isinstance(found, ListPage) and found.triage is not None:
        found.triage.mode.trigger()
    return True


def _split(window: MainWindow) -> bool:
    """The words of an input with a cursor in them."""
    _pane(window, "inputs", "input")
    found = window.page
    if isinstance(found, ListPage) and found.triage is not None:
        if found.triage.mode.isChecked():
            found.triage.mode.trigger()
        found.triage.split.trigger()
    return True


def _nothing_found(window: MainWindow) -> bool:
    pane = _pane(window, "inputs", "input")
    pane.bar.fill("qqqq", {})
    pane.search_now()
    return True


def _all_chosen(window: MainWindow) -> bool:
    pane = _pane(window, "inputs", "input")
    pane.bar.clear()
    pane.view.setFocus()
    pane.view.selectAll()
    window.post(Message("need", "Zo staat een bericht boven de lijst.", "Openen"))
    return True


def _wrong(window: MainWindow) -> bool:
    """A form that is saved with a day that is none."""
    pane = _pane(window, "sessions", "session")
    row = pane.model.row_at(0)
    if row is None:
        return False
    pane.open_form(row.id)
    QCoreApplication.processEvents()
    if pane.form is not None:
        pane.form.row("date").editor.put_raw("31-02-2022")
        pane.form.save()
    return True


def _most_heard(window: MainWindow) -> bool:
    """The stakeholder who was heard most, with the end of its form in sight."""
    pane = _pane(window, "stakeholders", "stakeholder")
    rows = [row for at in range(pane.model.rowCount()) if (row := pane.model.row_at(at))]
    if not rows:
        return False
    best = max(rows, key=lambda row: int(row.cells[2]) if row.cells[2].isdigit() else 0)
    pane.view.go_to(pane.model.find(best.key))
    return True


def _heard_group(window: MainWindow) -> bool:
    return _pane(window, "stakeholders", "group").model.rowCount() > 0


def _chapter(window: MainWindow) -> bool:
    """The chapter at which most points, with what answers change in it."""
    window.go_to_page("plan")
    page = window.page
    if not isinstance(page, PlanPage) or not page.model.chapters():
        return False
    page.view.go_to(max(page.model.chapters(), key=lambda each: each.refers).id)
    return True


def _plan_read_in(window: MainWindow) -> bool:
    """A next version that is about to be read in: the one that stands, with a few changes."""
    window.go_to_page("plan")
    page = window.page
    if not isinstance(page, PlanPage) or not page.model.chapters():
        return False
    lines = []
    for at, each in enumerate(page.model.chapters()):
        text = f"{each.text} Dit wordt elk jaar bekeken." if at % 6 == 1 else each.text
        if at % 9 != 5:
            lines.append(f"{'#' * each.level} {each.number} {each.title}\n\n{text}\n")
    with tempfile.TemporaryDirectory(prefix="samen-") as folder:
        path = Path(folder) / "uitvoeringsplan.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        window.go(Place("read_plan", words=str(path)))
        reading = window.page
        if isinstance(reading, PlanReadInPage):
            _wait(lambda: reading.foreseen is not None)
            reading.table.selectRow(1)
    return True


def _wait(holds: Callable[[], bool]) -> None:
    """Let what is done beside the round come to its end."""
    loop = QEventLoop()
    watch = QTimer()
    watch.timeout.connect(lambda: loop.quit() if holds() else None)
    watch.start(20)
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()


def _feedback(window: MainWindow) -> bool:
    pane = _pane(window, "follow_ups", "feedback")
    pane.view.go_to(0)
    return pane.model.rowCount() > 0


def _input_form(window: MainWindow) -> bool:
    return _form(window, "inputs", "input")


def _report(window: MainWindow) -> bool:
    """An impression for colleagues, as it was kept under a name."""
    window.go_to_page("reports")
    found = window.page
    if not isinstance(found, ReportsPage):
        raise KeyError("reports")
    choice = Choice(
        name="Impressie ouderavond", report="impression", suffix=".docx",
        filters=Filters(session="SE-07"), recipient="griffie",
    )  # fmt: skip
    found.reports.kept.show_choices([choice])
    found.reports.kept.taken.emit(choice)
    QCoreApplication.processEvents()
    return True


def _palette(window: MainWindow) -> bool:
    window.go_to_page("overview")
    window.open_palette()
    palette = window.findChild(Palette)
    field = palette.findChild(QLineEdit) if palette is not None else None
    if field is not None:
        field.setText("ouders")
    return field is not None


def _suggestions(window: MainWindow) -> bool:
    """The line of Notuleren with a theme half typed."""
    found: list[bytes | None] = []
    if window.page is not None:
        window.page.bridge.read(work.richest_session, found.append)
    if not found or found[0] is None:
        return False
    window.go(Place(NOTES, record=found[0]))
    QCoreApplication.processEvents()
    line = window.findChild(NoteLine)
    if line is not None:
        line.insertPlainText("Wij wachten al heel lang @Ouder 3 #")
    return line is not None


STATES: Sequence[tuple[str, State]] = (
    ("filter-open", _filter),
    ("kolommen", _columns),
    ("weergaven", _views),
    ("duiden", _triage),
    ("splitsen", _split),
    ("niets-gevonden", _nothing_found),
    ("alles-gekozen", _all_chosen),
    ("gehoord", _most_heard),
    ("gehoorde-groep", _heard_group),
    ("formulier", _input_form),
    ("hoofdstuk", _chapter),
    ("planversie-inlezen", _plan_read_in),
    ("terugkoppeling", _feedback),
    ("fout-bij-veld", _wrong),
    ("rapport-kiezen", _report),
    ("zoek-alles", _palette),
    ("voorstellen", _suggestions),
)
"""Names for files, and how to come there, in an order in which none disturbs the next."""
