"""States of screens that nobody sees by only going there: open lists, forms, nothing found.

For the pictures of `screens`; each brings the window into one state, from wherever it is.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit, QScrollArea

from samen_desktop.core.backups import BEFORE_IMPORTING, BEFORE_MERGING, MANUAL, OPENING
from samen_desktop.core.lists import DELETED, LISTS
from samen_desktop.core.reports.choices import Choice
from samen_desktop.core.reports.filters import Filters
from samen_desktop.gui.answers import work as desk_work
from samen_desktop.gui.answers.page import AnswersPage
from samen_desktop.gui.care.page import BackupsPage
from samen_desktop.gui.care.work import keeping
from samen_desktop.gui.files.reports_page import ReportsPage
from samen_desktop.gui.frame import work
from samen_desktop.gui.frame.main_window import MainWindow
from samen_desktop.gui.frame.names import BACKUPS, NOTES
from samen_desktop.gui.frame.palette import Palette
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.notes.line import NoteLine
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.plan.page import PlanPage
from samen_desktop.gui.plan.read_in_page import PlanReadInPage
from samen_desktop.gui.widgets.filter_button import FilterButton
from samen_desktop.store.dossier import Dossier

_PATIENCE_MS = 10_000

State = Callable[[MainWindow], bool]
"""Brings the window into a state; False where the round has nothing to show it with."""


def _name(kind: str) -> str:
    return LISTS[kind].words.nl.lower().replace("'", "")


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
        found.triage.rows.split.trigger()
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


def _list(page: str, kind: str) -> State:
    def show(window: MainWindow) -> bool:
        _pane(window, page, kind)
        return True

    return show


def _form_of(page: str, kind: str) -> State:
    def show(window: MainWindow) -> bool:
        return _form(window, page, kind)

    return show


def _form_end(window: MainWindow) -> bool:
    """The end of a long form: its history."""
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.verticalScrollBar().maximum():
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return True


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


def _desk(window: MainWindow, *states: str) -> AnswersPage | None:
    """The desk at a bundle with many inputs, its answer in one of these states."""
    found: list[bytes | None] = []
    if window.page is not None:
        window.page.bridge.read(desk_work.richest_bundle(states), found.append)
    if not found or found[0] is None:
        return None
    window.go(Place("answers", record=found[0]))
    QCoreApplication.processEvents()
    return window.page if isinstance(window.page, AnswersPage) else None


def _place_offered(window: MainWindow) -> bool:
    """A place in the plan half typed, with the chapters that fit below it."""
    page = _desk(window, "CONCEPT")
    if page is None:
        return False
    line = page.answer.form.place
    line.setFocus()
    line.clear()
    QCoreApplication.processEvents()
    line.insert("2")
    line.textEdited.emit("2")
    return True


def _published(window: MainWindow) -> bool:
    return _desk(window, "PUBL") is not None


def _many(window: MainWindow) -> bool:
    page = _desk(window, "CONCEPT", "TERAK")
    if page is not None:
        page.pile.view.choose_from_current(3)
    return page is not None


def _text_blocks(window: MainWindow) -> bool:
    page = _desk(window, "CONCEPT", "TERAK")
    if page is not None:
        page.doing.text_blocks()
    return page is not None


def _backups(window: MainWindow) -> bool:
    """A few backups, with something done since."""
    window.go_to_page("overview")
    page = window.page
    if page is None:
        return False
    for reason in (OPENING, BEFORE_MERGING, BEFORE_IMPORTING, MANUAL):
        page.bridge.read(keeping(reason, page.bridge.do_waiting), _let_go)
        page.bridge.write(_noted)
    page.bridge.kept.emit()
    window.go_to_page(BACKUPS)
    return True


def _reading(window: MainWindow) -> bool:
    """Inside a backup, which is for reading only."""
    window.go_to_page(BACKUPS)
    page = window.page
    if not isinstance(page, BackupsPage) or page.chosen is None:
        return False
    page.look_inside()
    window.post(
        Message("need", "Zo staat een bericht onder de band.", "Samenvoegen", None, "Openen")
    )
    return True


def _noted(dossier: Dossier) -> None:
    """One input more than a moment ago."""
    with dossier.edit("add_input") as edit:
        edit.create("input", {"words": "Kan het spreekuur ook ’s avonds?", "status": "RUW"})


def _let_go(_: object) -> None:
    """The answer is not needed."""


_TABS = (
    ("stakeholders", "group"),
    ("stakeholders", "participant"),
    ("inputs", "theme"),
    ("round", "phase"),
    ("round", DELETED),
)
"""Lists behind another tab than the first."""

_FORMS = (
    ("stakeholders", "group"),
    ("stakeholders", "participant"),
    ("sessions", "session"),
    ("inputs", "theme"),
    ("follow_ups", "follow_up"),
    ("round", "phase"),
)

STATES: Sequence[tuple[str, State]] = (
    ("filter-open", _filter),
    ("kolommen", _columns),
    ("weergaven", _views),
    ("duiden", _triage),
    ("splitsen", _split),
    ("niets-gevonden", _nothing_found),
    ("alles-gekozen", _all_chosen),
    ("gehoord", _most_heard),
    ("gehoord-einde", _form_end),
    *((f"lijst-{_name(kind)}", _list(page, kind)) for page, kind in _TABS),
    ("formulier", _input_form),
    *((f"formulier-{_name(kind)}", _form_of(page, kind)) for page, kind in _FORMS),
    ("formulier-einde", _form_end),
    ("hoofdstuk", _chapter),
    ("planversie-inlezen", _plan_read_in),
    ("terugkoppeling", _feedback),
    ("fout-bij-veld", _wrong),
    ("rapport-kiezen", _report),
    ("zoek-alles", _palette),
    ("voorstellen", _suggestions),
    ("reservekopieen-gemaakt", _backups),
    ("alleen-lezen", _reading),
    ("vindplaats-kiezen", _place_offered),
    ("gepubliceerd", _published),
    ("meer-tegelijk", _many),
    ("tekstblokken", _text_blocks),
)
"""Names for files, and how to come there, in an order in which none disturbs the next."""
