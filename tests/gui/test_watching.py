"""What is typed is watched for likely personal data, in forms and while taking notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.forms.form import Form
from samen_desktop.gui.watching.watch import Warned, Watch
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_stakeholder, a_writer, an_input
from tests.gui.notes.stage import Keyboard, make_demo, on_stage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


@pytest.fixture
def bridge(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bridge]:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    theme.apply(qapp, dark=False)
    path = tmp_path / "round.samen"
    with a_round(path, start="2022-01-01") as dossier, dossier.edit("new") as edit:
        school = a_stakeholder(edit)
        edit.create("contact", {"of": school.hex(), "name": "Fatima el Amrani"})
        an_input(edit, "Waar kan ik heen?")
    made = Bridge(inline=True)
    made.open(lambda: Dossier.open(path, a_writer()))
    yield made
    made.stop()


def only(bridge: Bridge, table: str) -> bytes:
    found: list[bytes] = []
    bridge.read(
        lambda dossier: dossier.conn.execute(f"SELECT id FROM {table}").fetchone()[0], found.append
    )
    return found[0]


def warnings(form: Form, name: str) -> list[str]:
    return [each.text() for each in form.row(name).findChildren(Warned) if not each.isHidden()]


def test_a_name_of_the_register_typed_into_the_words_is_said_beside_them_and_saved_all_the_same(
    bridge: Bridge, qtbot: QtBot
) -> None:
    form = Form(bridge, "input")
    qtbot.addWidget(form)
    form.show()
    form.open(only(bridge, "inputs"))
    editor = form.row("words").editor
    assert isinstance(editor, QPlainTextEdit)
    assert warnings(form, "words") == []
    QTest.keyClicks(editor, "Bel Amrani op 06-12345678. ")
    qtbot.waitUntil(lambda: bool(warnings(form, "words")))
    (said,) = warnings(form, "words")
    assert "telefoonnummer en naam van een persoon" in said
    with qtbot.waitSignal(form.saved):
        form.save()
    editor.setPlainText("Waar kan ik heen?")
    qtbot.waitUntil(lambda: not warnings(form, "words"))


def test_an_internal_note_is_not_watched(bridge: Bridge, qtbot: QtBot) -> None:
    form = Form(bridge, "input")
    qtbot.addWidget(form)
    assert form.row("words").findChildren(Warned)
    assert not form.row("internal_note").findChildren(Warned)


def test_the_names_follow_the_round(bridge: Bridge) -> None:
    watch = Watch.of(bridge)
    assert Watch.of(bridge) is watch
    assert watch.say("Volgens Bakker niet") == ""
    assert watch.say("Volgens Amrani niet")
    contact = only(bridge, "contacts")

    def rename(dossier: Dossier) -> None:
        with dossier.edit("change_contact") as edit:
            edit.set(contact, "name", "Wil Bakker")

    bridge.write(rename)
    assert watch.say("Volgens Bakker niet")
    assert watch.say("Geboren op 3 mei 2015 in Assen")
    assert "gezondheid" in watch.say("Zij heeft autisme")


def test_a_line_of_notuleren_says_it_while_it_is_typed(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    make_demo(tmp_path / "demo.samen").close()
    with on_stage(tmp_path / "demo.samen") as stage:
        keyboard = Keyboard(stage.line)
        keyboard.type("Bel maar op 06-1234567")
        assert not any("telefoon" in said for said in stage.page.zone.sayings.texts)
        keyboard.type("8")
        assert any("telefoonnummer" in said for said in stage.page.zone.sayings.texts)
        keyboard.enter()
        assert stage.line.text() == ""
