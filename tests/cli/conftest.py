"""The command line as a person calls it: arguments in, lines and status out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from samen_desktop.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call left behind."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object of a call with `--json`."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Call = Callable[..., Answer]


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Call:
    """Run `main.py` with these words, in a profile of its own."""
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))

    def run(*words: object) -> Answer:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return run


@pytest.fixture
def done(call: Call) -> Call:
    """The same for calls that have to succeed."""

    def run(*words: object) -> Answer:
        answer = call(*words)
        assert answer.status == 0, answer.err
        assert answer.err == ""
        return answer

    return run


@pytest.fixture
def demo(done: Call, tmp_path: Path) -> Path:
    """A demo round."""
    path = tmp_path / "demo.samen"
    done("demo", path)
    return path


@pytest.fixture
def empty(done: Call, tmp_path: Path) -> Path:
    """A new round from the ordinary template."""
    path = tmp_path / "ronde.samen"
    done("new", path, "--name", "Speelplekken")
    return path


@pytest.fixture
def reactions(tmp_path: Path) -> Path:
    """Three reactions of two people, as Dutch Excel saves a CSV."""
    path = tmp_path / "reacties.csv"
    path.write_text(
        "ID;Indiener;Reactie;Datum;Thema\r\n"
        "1;Mevrouw De Vries;Meer bankjes bij de vijver;18-05-2022;Groen\r\n"
        "2;Mevrouw De Vries;=1+1 is geen plan;31-02-2022;Groen\r\n"
        '3;De heer Bakker;"Twee regels\r\nvan één reactie";20-05-2022;Verkeer\r\n',
        encoding="utf-8-sig",
        newline="",
    )
    return path
