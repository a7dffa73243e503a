"""Help, wrong usage and the exit statuses: the same words in both languages, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop import __version__
from samen_desktop.cli.verbs import VERBS

from .conftest import Call


def test_help_names_every_verb_in_dutch(done: Call) -> None:
    out = done("--help").out
    assert all(verb.form.splitlines()[0] in out for verb in VERBS)
    assert all(verb.about.nl in out for verb in VERBS)


def test_help_speaks_english_when_asked(done: Call) -> None:
    out = done("--help", "--lang", "en").out
    assert all(verb.about.en in out for verb in VERBS)
    assert "Maakt" not in out


def test_version(done: Call) -> None:
    assert done("--version").out.strip() == __version__


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_each_verb_explains_itself(done: Call, verb: object) -> None:
    name = getattr(verb, "name", "")
    assert f"main.py {name}" in done(name, "--help").out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("dance",),
        ("import", "a.samen"),
        ("import", "a.samen", "b.csv", "--as", "poems"),
        ("undo", "a.samen", "many"),
        ("copy", "a.samen", "b.samen"),
        ("check", "a.samen", "--deeper"),
        ("export", "a.samen", "b.xlsx", "--lang", "de"),
    ],
    ids=" ".join,
)
def test_wrong_usage_shows_the_right_form(call: Call, words: tuple[str, ...]) -> None:
    answer = call(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert "main.py" in answer.err
    assert "usage:" not in answer.err
    assert "Traceback" not in answer.err


def test_a_known_problem_is_one_line_and_an_object(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "weg.samen"
    answer = call("check", path)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "weg.samen bestaat niet.\n"
    assert call("check", path, "--lang", "en").err == "weg.samen does not exist.\n"
    told = json.loads(call("check", path, "--json").out)
    assert told == {"error": "missing", "sentence": "weg.samen bestaat niet."}


@pytest.mark.loud
def test_a_bug_never_shows_a_traceback(
    call: Call, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a person's own words")

    monkeypatch.setattr("samen_desktop.store.reading.finding.find", broken)
    answer = call("find", demo, "vijver")
    assert answer.status == 1
    assert "ZeroDivisionError" in answer.err
    assert "own words" not in answer.err
    assert "Traceback" not in answer.err


def test_main_py_runs_from_another_folder(repository: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, str(repository / "main.py")],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert said.returncode == 2
    assert b"main.py new FILE" in said.stderr


def test_a_console_that_knows_few_letters_is_no_obstacle(repository: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, str(repository / "main.py"), "--help"],
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert said.returncode == 0
    assert said.stderr == b""
