"""Nothing that was typed is lost: killed, closed, or while the round's thread is busy."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.gui.notes import keeping
from samen_desktop.store import drafts
from samen_desktop.store.dossier import Dossier
from tests.figures import caught, count, tell
from tests.gui.notes.stage import CTRL, Stage, on_stage, open_round, pause, wait_for

pytestmark = pytest.mark.gui
if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[3]
PROMISED_SECONDS = 1.0
KILLS = count("SAMEN_TYPING_KILLS", 1)
"""Of each mode: with the round's thread free, and with something long on it."""


def killed(path: Path, profile: Path, mode: str, after: float) -> tuple[float, dict[str, float]]:
    """Let the typist type and kill it; gives the moment, and each word with when it was typed."""
    child = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("typist.py")), str(path), mode],
        env={**os.environ, "SAMEN_PROFILE": str(profile), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(after)
    moment = time.monotonic()
    child.kill()
    told = child.stdout.read().splitlines()
    child.wait()
    child.stdout.close()
    pairs = [line.split() for line in told]
    return moment, {pair[1]: float(pair[0]) for pair in pairs if len(pair) == 2}


def kept(path: Path) -> str:
    """All that is in the round or offered again."""
    with open_round(path) as dossier:
        rows = dossier.conn.execute("SELECT words FROM inputs WHERE deleted = 0").fetchall()
        found = drafts.offered(dossier.conn)
        found += drafts.offered_beside(dossier.conn, drafts.round_id(dossier.conn))
    return " ".join([str(row[0]) for row in rows] + [draft.text for draft in found])


def tail(path: Path, profile: Path, mode: str, after: float) -> tuple[float, int]:
    """How long before the end the earliest word was typed that is nowhere; and words typed."""
    moment, typed = killed(path, profile, mode, after)
    assert typed
    there = kept(path)
    missing = [moment - when for word, when in typed.items() if word not in there]
    return max(missing, default=0.0), len(typed)


@pytest.mark.parametrize("mode", ["idle", "busy"])
def test_killed_at_any_moment_at_most_the_last_second_is_missing(
    demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    longest, words = 0.0, 0
    for run in range(KILLS):
        folder = tmp_path / str(run)
        folder.mkdir()
        path, profile = folder / "round.samen", folder / "profile"
        path.write_bytes(demo_file.read_bytes())
        monkeypatch.setenv("SAMEN_PROFILE", str(profile))
        after = random.Random(f"{mode}{run}").uniform(1.2, 2.6)
        missing, typed = tail(path, profile, mode, after)
        longest, words = max(longest, missing), words + typed
    found = f"{longest:.2f} s"
    tell(f"kill while typing, {mode}", kills=KILLS, words_typed=words, longest_lost_tail=found)
    assert longest < PROMISED_SECONDS


def test_a_careless_program_is_caught(round_file: Path, profile: Path) -> None:
    longest, words = tail(round_file, profile, "careless", 1.8)
    found = f"{longest:.2f} s"
    caught("no half-typed text is kept", kills=1, words_typed=words, longest_lost_tail=found)
    assert longest > PROMISED_SECONDS


class Busy:
    """Something long on the round's thread, until it is told to go on."""

    def __init__(self, stage: Stage) -> None:
        self._go_on = threading.Event()
        began = threading.Event()
        self.done: list[object] = []

        def work(_: Dossier) -> None:
            began.set()
            self._go_on.wait(30)

        stage.bridge.read(work, self.done.append)
        assert began.wait(10)

    def end(self) -> None:
        self._go_on.set()
        wait_for(lambda: bool(self.done))


def test_the_line_is_free_at_once_while_the_rounds_thread_is_busy(
    qtbot: QtBot, round_file: Path, profile: Path
) -> None:
    with on_stage(round_file, inline=False) as stage:
        count = stage.page.rows.rowCount()
        busy = Busy(stage)
        began = time.perf_counter()
        stage.keyboard.enter("dit komt later op de schijf")
        took = (time.perf_counter() - began) * 1000
        # Nothing was answered yet, so nothing can have been waited for.
        assert not busy.done
        assert stage.line.text() == ""
        assert stage.page.rows.rowCount() == count + 1
        stage.keyboard.type("en dit is half")
        wait_for(lambda: beside(profile) >= {"dit komt later op de schijf", "en dit is half"})
        assert stage.page.header.state in ("saving…", "")
        busy.end()
        wait_for(lambda: not stage.page.keeper.unsafe and not stage.page.committing.waiting)
        wait_for(lambda: not beside(profile))
        wait_for(lambda: stage.page.rows.committed()[-1].code.startswith("I-"))
        assert stage.page.rows.rowCount() == count + 1
        assert stage.last_input()[0] == "dit komt later op de schijf"
    sys.stdout.write(f"28 keys and Enter while the round's thread is busy: {took:.1f} ms\n")


def beside(profile: Path) -> set[str]:
    """The texts that lie in the profile, without the names that stay before and behind them."""
    files = list((profile / "drafts").glob("*.json"))
    try:
        texts = json.loads(files[0].read_text(encoding="utf-8"))["texts"].values()
    except (IndexError, FileNotFoundError):  # it goes once its text is committed
        return set()
    return {" ".join(w for w in text.split() if w[0] not in "#@") for text in texts}


def test_closed_in_mid_sentence_the_text_is_offered_again(qtbot: QtBot, round_file: Path) -> None:
    with on_stage(round_file, inline=False) as stage:
        stage.keyboard.type("dit is nog niet af")
        stage.window.close()  # Alt+F4
    with on_stage(round_file, inline=False) as again:
        assert again.line.text() == "dit is nog niet af"
        assert again.page.messages.isVisible()
        again.keyboard.enter(" maar nu wel")
        wait_for(lambda: again.last_input()[0] == "dit is nog niet af maar nu wel")
    with on_stage(round_file, inline=False) as third:
        assert third.line.text() == ""
        assert not third.page.messages.isVisible()


def test_entered_items_that_never_came_to_the_disk_are_offered(
    qtbot: QtBot, round_file: Path
) -> None:
    with open_round(round_file) as dossier:
        round_id = drafts.round_id(dossier.conn)
        session = dossier.conn.execute("SELECT id FROM sessions WHERE shown = 'SE-07'").fetchone()
    place = f"notes/{session[0].hex()}/wait/"
    drafts.keep_beside(round_id, {f"{place}aa": "@Ouder 4 eerst #TH9", f"{place}bb": "dan"})
    with on_stage(round_file) as stage:
        message = stage.page.messages.message
        assert message is not None
        assert message.wish is not None
        message.wish()
        words = [row.note.words for row in stage.page.rows.committed()[-2:]]
        assert words == ["eerst", "dan"]
    with on_stage(round_file) as again:
        assert again.page.messages.message is None


def test_what_was_committed_before_the_end_is_not_offered_again(
    qtbot: QtBot, round_file: Path
) -> None:
    with on_stage(round_file) as stage:
        stage.keyboard.enter("dit staat er al")
        token = stage.ask("SELECT value FROM local WHERE key = 'settled_drafts'")[0][0]
        round_id = stage.ask("SELECT lower(hex(id)) FROM rounds")[0][0]
        session = stage.session.hex()
    place = f"notes/{session}/wait/{str(token).split()[-1]}"
    drafts.keep_beside(str(round_id), {place: "dit staat er al"})
    with on_stage(round_file) as again:
        assert again.page.messages.message is None


def test_what_the_disk_refuses_stays_on_screen_and_is_tried_again(
    stage: Stage, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("disk_full", Words("De schijf is vol.", "The disk is full."))

    with monkeypatch.context() as broken:
        broken.setattr(Dossier, "edit", full)
        stage.keyboard.enter("dit past er niet op")
    assert stage.page.header.state == "not saved"
    wait_for(lambda: beside(profile) == {"dit past er niet op"})
    message = stage.page.messages.message
    assert message is not None
    assert message.wish is not None
    message.wish()
    assert stage.last_input()[0] == "dit past er niet op"
    wait_for(lambda: not beside(profile))


def test_half_typed_text_is_a_draft_within_the_second(
    qtbot: QtBot, round_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with on_stage(round_file, inline=False) as stage:
        stage.keyboard.type("half")
        wait_for(lambda: stage.ask("SELECT text FROM draft") == [("half",)])
        assert keeping._ROW_AFTER_MS + keeping._BESIDE_AFTER_MS < PROMISED_SECONDS * 1000
        for _ in "half":
            stage.keyboard.press(Qt.Key.Key_Backspace)
        wait_for(lambda: stage.ask("SELECT text FROM draft") == [])
        stage.keyboard.enter("een item")
        wait_for(lambda: stage.page.rows.committed()[-1].note.words == "een item")
        stage.keyboard.press(Qt.Key.Key_Up, CTRL)
        stage.keyboard.type(" erbij")
        pause(5)
        stage.page.keeper.keep_now()
        place = stage.ask("SELECT place FROM draft")
        assert "/edit/" in str(place[0][0])
