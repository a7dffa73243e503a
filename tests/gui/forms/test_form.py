"""Forms: problems beside the field, saved as one edit, half-typed text kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from samen_desktop.core.kinds import KINDS
from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.forms.contacts import Contacts
from samen_desktop.gui.forms.editors import (
    ChoiceEditor,
    DateEditor,
    LineEditor,
    MembersEditor,
    ScaleEditor,
)
from samen_desktop.gui.forms.form import Form
from samen_desktop.gui.forms.layouts import FORMS
from samen_desktop.gui.widgets.labels import Label
from samen_desktop.store import drafts, records
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import history
from tests.builders import a_group, a_round, a_session, a_stakeholder, an_input

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
KEY = Qt.Key


class Made:
    """A small round behind a bridge."""

    def __init__(self, path: Path) -> None:
        with a_round(path) as dossier, dossier.edit("new") as edit:
            self.group = a_group(edit)
            self.school = a_stakeholder(edit, "School A")
            self.session = a_session(edit)
            self.input = an_input(edit, "Eerste woorden", session=self.session.hex())
        self.bridge = Bridge(inline=True)
        self.broken: list[object] = []
        self.bridge.broke.connect(self.broken.append)
        self.bridge.open(lambda: Dossier.open(path, dossier.writer))

    def ask(self, work: object) -> object:
        found: list[object] = []
        self.bridge.read(work, found.append)  # type: ignore[arg-type]
        return found[0]

    def read(self, record: bytes) -> records.Record:
        found = self.ask(lambda dossier: records.read(dossier, record))
        assert isinstance(found, records.Record)
        return found

    def steps(self) -> int:
        found = self.ask(lambda dossier: len(list(history.history(dossier.conn))))
        assert isinstance(found, int)
        return found


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)


@pytest.fixture
def made(tmp_path: Path, dressed: None) -> Made:
    return Made(tmp_path / "round.samen")


@pytest.fixture(autouse=True)
def nothing_broke(made: Made) -> object:
    yield
    made.bridge.stop()
    assert made.broken == []


def a_form(made: Made, qtbot: QtBot, kind: str, record: bytes | None = None) -> Form:
    form = Form(made.bridge, kind)
    qtbot.addWidget(form)
    form.resize(1000, 700)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.open(record)
    return form


def line(form: Form, name: str) -> LineEditor:
    editor = form.row(name).editor
    assert isinstance(editor, LineEditor)
    return editor


@pytest.mark.parametrize("kind", [kind for kind in FORMS if kind != "contact"])
def test_every_form_opens_empty_and_names_all_its_editors(
    made: Made, qtbot: QtBot, kind: str
) -> None:
    form = a_form(made, qtbot, kind)
    names = [name for block in FORMS[kind] for name in block.fields]
    assert names
    assert all(form.row(name).editor.accessibleName() for name in names)
    assert not form.touched()


@pytest.mark.parametrize("kind", FORMS)
def test_a_layout_names_fields_that_exist_and_leaves_out_no_required_one(kind: str) -> None:
    names = {name for block in FORMS[kind] for name in block.fields}
    assert all(KINDS[kind].field(name) for name in names)
    left_out = {each.name for each in KINDS[kind].fields if each.required} - names
    assert left_out <= {"of", "version"}  # told by where a record is made


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_saved(
    made: Made, qtbot: QtBot
) -> None:
    form = a_form(made, qtbot, "stakeholder")
    before = made.steps()
    QTest.keyClicks(line(form, "website"), "www.school.example")
    form.save()
    assert "Naam" in form.row("name").problem()
    assert made.steps() == before
    QTest.keyClicks(line(form, "name"), "School B")
    assert form.row("name").problem() == ""
    with qtbot.waitSignal(form.saved) as saved:
        line(form, "name").setFocus()
        QTest.keyClick(line(form, "name"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert made.read(saved.args[0]).values["name"] == "School B"
    assert made.steps() == before + 1


def test_only_what_changed_is_written(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    QTest.keyClicks(line(form, "website"), "school.example")
    form.save()
    changes = made.ask(lambda dossier: history.changes_of(dossier.conn, made.school, "nl"))
    assert isinstance(changes, list)
    assert next(change.field for change in changes) == "Website"
    assert len(changes) == 3


def test_saving_nothing_goes_back_without_a_step(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    before = made.steps()
    with qtbot.waitSignal(form.left):
        form.save()
    assert made.steps() == before


def test_a_story_pasted_into_a_name_is_told_and_kept_whole(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    QGuiApplication.clipboard().setText("x" * 5000)
    editor = line(form, "name")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(editor.text()) == 5000
    assert "5000" in form.row("name").problem()
    form.save()
    assert made.read(made.school).values["name"] == "School A"


@pytest.mark.parametrize(("typed", "kept"), [("18-5-2022", "2022-05-18"), ("mei 2022", "2022-05")])
def test_dates_are_read_as_they_are_typed(made: Made, qtbot: QtBot, typed: str, kept: str) -> None:
    form = a_form(made, qtbot, "session", made.session)
    editor = form.row("date").editor
    assert isinstance(editor, DateEditor)
    QTest.keyClicks(editor, typed)
    form.save()
    assert made.read(made.session).values["date"] == kept


def test_a_half_typed_date_is_left_alone_and_judged_when_left(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "session", made.session)
    form.show()
    editor = form.row("date").editor
    assert isinstance(editor, DateEditor)
    editor.setFocus()
    QTest.keyClicks(editor, "18-5")
    assert form.touched()
    assert editor.text() == "18-5"
    QTest.keyClicks(editor, "-")
    assert form.touched()
    assert not form.row("date").problem()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "18-5-" in form.row("date").problem()
    assert editor.text() == "18-5-"


def test_what_is_no_date_is_told_on_saving(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "session", made.session)
    editor = form.row("date").editor
    assert isinstance(editor, DateEditor)
    QTest.keyClicks(editor, "ergens in het voorjaar")
    form.save()
    assert "18-05-2022" in form.row("date").problem()
    assert editor.text() == "ergens in het voorjaar"
    assert "date" not in made.read(made.session).values


def test_escape_keeps_half_typed_text_and_puts_it_back(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    QTest.keyClicks(line(form, "website"), "half getyp")
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    kept = made.ask(lambda dossier: drafts.offered(dossier.conn))
    assert isinstance(kept, list)
    assert "half getyp" in kept[0].text
    again = a_form(made, qtbot, "stakeholder", made.school)
    assert line(again, "website").text() == "half getyp"
    again.save()
    assert made.read(made.school).values["website"] == "half getyp"
    assert made.ask(lambda dossier: drafts.offered(dossier.conn)) == []


def test_half_typed_text_is_on_disk_within_a_second(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    QTest.keyClicks(line(form, "website"), "stroom weg")
    assert form._keeping.interval() <= 1000
    qtbot.waitUntil(lambda: bool(made.ask(lambda d: drafts.offered(d.conn))), timeout=3000)


def test_groups_contacts_and_the_rest_are_one_step(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    groups = form.row("group").editor
    assert isinstance(groups, MembersEditor)
    groups._on_added(made.group.hex())
    assert form._contacts is not None
    email = next(row for row in form._contacts.rows() if row.field.name == "email")
    assert isinstance(email.editor, LineEditor)
    QTest.keyClicks(email.editor, "info@school.example")
    before = made.steps()
    form.save()
    assert made.steps() == before + 1
    assert made.read(made.school).members("group") == [made.group.hex()]
    contacts = made.ask(lambda dossier: records.beside(dossier, "contact", "of", made.school))
    assert isinstance(contacts, list)
    assert contacts[0].values["email"] == "info@school.example"


def test_attendance_is_noted_per_party(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "session", made.session)
    table = form._attendance
    assert table is not None
    table._on_added(made.group.hex())
    present = table._lines[made.group.hex()].editors["present"]
    assert isinstance(present, LineEditor)
    QTest.keyClicks(present, "26")
    form.save()
    values = made.read(made.session).values
    assert values[f"attendance/{made.group.hex()}/present"] == 26
    again = a_form(made, qtbot, "session", made.session)
    assert not again.touched()


def test_a_choice_shows_words_and_keeps_the_code(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "input", made.input)
    editor = form.row("status").editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.currentText() == "ruw"
    editor.setCurrentIndex(editor.findText("geduid"))
    form.save()
    assert made.read(made.input).values["status"] == "GECOD"


def test_a_scale_is_chosen_and_emptied_with_keys_and_comes_by_once(
    made: Made, qtbot: QtBot
) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    QApplication.processEvents()
    editor = form.row("interest").editor
    assert isinstance(editor, ScaleEditor)
    steps = editor.findChildren(QToolButton)
    assert [step.text() for step in steps] == ["laag", "midden", "hoog"]
    editor.setFocus()
    for key, told in ((KEY.Key_Right, "LAAG"), (KEY.Key_Right, "MIDDEN"), (KEY.Key_Left, "LAAG")):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        assert editor.value() == told
    stops = [step for step in steps if step.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [step.text() for step in stops] == ["laag"]
    steps[2].click()
    form.save()
    assert made.read(made.school).values["interest"] == "HOOG"
    steps[2].click()
    assert editor.value() is None, "a second click takes it away"
    form.save()
    assert "interest" not in made.read(made.school).values
    steps[0].click()
    QTest.keyClick(steps[0], KEY.Key_Delete)
    assert editor.value() is None
    assert not form.touched()


def test_email_without_consent_is_advised_against_and_can_be_saved(
    made: Made, qtbot: QtBot
) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    contacts = form.findChild(Contacts)
    assert contacts is not None
    rows = {row.field.name: row for row in contacts.rows()}
    preference, consent = rows["preference"], rows["consent"]
    said = next(each for each in consent.findChildren(Label) if each.kind in {"error", "warning"})
    for row, code in ((preference, "EMAIL"), (consent, "ONTBR")):
        assert said.isHidden()
        assert isinstance(row.editor, ChoiceEditor)
        row.editor.put_raw(code)
        row.editor.edited.emit()
    assert said.text() in {
        "Zonder toestemming geen e-mail; kies brief.",
        "No e-mail without consent; choose letter.",
    }
    assert not consent.problem()
    form.save()
    found = made.ask(lambda dossier: records.beside(dossier, "contact", "of", made.school))
    assert isinstance(found, list)
    assert found[0].values["consent"] == "ONTBR"
    contacts = form.findChild(Contacts)
    assert contacts is not None
    rows = {row.field.name: row for row in contacts.rows()}
    preference, consent = rows["preference"], rows["consent"]
    said = next(each for each in consent.findChildren(Label) if each.kind == "warning")
    assert not said.isHidden()  # it stands there too when the form is opened anew
    assert isinstance(preference.editor, ChoiceEditor)
    preference.editor.put_raw("BRIEF")
    preference.editor.edited.emit()
    assert said.isHidden()


def test_saving_twice_makes_one_contact(made: Made, qtbot: QtBot) -> None:
    form = a_form(made, qtbot, "stakeholder", made.school)
    contacts = form.findChild(Contacts)
    assert contacts is not None
    name = contacts.rows()[0].editor
    name.setFocus()
    QTest.keyClicks(name, "Juf A")
    form.save()
    before = made.steps()
    form.save()
    assert made.steps() == before
    assert not form.touched()
