"""A stranger's table is read by a process apart: nothing it does there harms anything here."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from itertools import islice
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange import apart
from samen_desktop.exchange.source import Source, open_source
from samen_desktop.exchange.table import open_here
from tests.exchange import attacks

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="asks for processes as POSIX does")


def long_list(folder: Path, rows: int = 40_000) -> Path:
    path = folder / "lijst van wijkteam Zuid.csv"
    lines = ["datum;naam;woorden", *(f"01-06-2022;bewoner {n};Te duur {n}" for n in range(rows))]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def refused(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        list(open_source(path).rows())
    assert path.name in caught.value.say("nl")
    assert path.name in caught.value.say("en")
    return caught.value.code


def pid_of(source: Source) -> int:
    return int(source.filled._reader._process.pid)  # type: ignore[attr-defined]


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def begin_with(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let another program take the place of the reader."""
    monkeypatch.setattr(apart, "_BEGIN", code)


# --- what it reads ---------------------------------------------------------------------


def test_every_cell_comes_back_as_it_was(tmp_path: Path) -> None:
    cells = (
        '<c r="A2" t="s"><v>0</v></c><c r="B2"><v>44713</v></c><c r="C2"><v>3.25</v></c>'
        '<c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" s="1"><v>44713</v>'
        '</c><c r="G2" s="1"><v>44713.5</v></c><c r="H2" s="1"><v>0.5</v></c>'
        '<c r="I2"><f>1+1</f></c>'
        '<c r="K2" t="inlineStr"><is><t>é “ü” \U0001f642 {"a":1}</t></is></c>'
    )
    rows = attacks.text_row(1, *"abcdefghi") + f'<row r="2">{cells}</row>'
    path = attacks.write(tmp_path / "alles.xlsx", attacks.parts(rows))
    ours, here = open_source(path), open_here(path)
    assert (ours.header, ours.sheets, ours.notes) == (here.header, here.sheets, here.notes)
    first, again, wanted = list(ours.rows()), list(ours.rows()), list(here.rows())
    assert first == again == wanted
    assert [type(cell) for cell in first[0].cells] == [type(cell) for cell in wanted[0].cells]


def test_a_table_may_be_asked_for_its_rows_again_and_left_halfway(tmp_path: Path) -> None:
    source = open_source(long_list(tmp_path))
    assert len(list(islice(source.rows(), 20))) == 20
    assert sum(1 for _ in source.rows()) == sum(1 for _ in source.rows()) == 40_000


def test_a_file_that_changed_since_is_refused(tmp_path: Path) -> None:
    path = long_list(tmp_path, 100)
    source = open_source(path)
    list(source.rows())
    path.write_text("a;b\n1;2\n3;4\n", encoding="utf-8")
    with pytest.raises(KnownError, match=r"source\.changed"):
        list(source.rows())


# --- what it may take ------------------------------------------------------------------


def test_a_reader_that_wants_too_much_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = "".join(f"<si><t>tekst {n}</t></si>" for n in range(700_000))
    path = attacks.write(
        tmp_path / "vol.xlsx",
        attacks.parts(strings=f'<sst xmlns="{attacks.MAIN}">{texts}</sst>'),
        level=1,
    )
    assert len(list(open_source(path).rows())) == 1
    monkeypatch.setattr(apart, "MEMORY", 48 << 20)
    assert refused(path) == "source.too-big-inside"


def test_a_reader_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_with(monkeypatch, "import time; time.sleep(1000)")
    monkeypatch.setattr(apart, "OPENING_SECONDS", 0.01)
    assert refused(long_list(tmp_path, 3)) == "source.too-slow"


def test_a_reader_that_hangs_between_rows_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = ["head", ["x.csv", "0", "csv", "", [], ["a"], 1, []]]
    hang = f"import time; print({json.dumps(head)!r}, flush=True); time.sleep(1000)"
    begin_with(monkeypatch, hang)
    monkeypatch.setattr(apart, "ROW_SECONDS", 0.01)
    assert refused(long_list(tmp_path, 3)) == "source.too-slow"


@POSIX
def test_the_file_is_not_named_where_every_program_can_read_it(tmp_path: Path) -> None:
    source = open_source(long_list(tmp_path))
    told = Path(f"/proc/{pid_of(source)}/cmdline").read_bytes()
    assert b"reader" in told
    assert b"wijkteam" not in told


# --- how it may end --------------------------------------------------------------------


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "import os; os._exit(0)",
        "raise SystemExit(3)",
        "print('PK')",
        "print('[' * 100000)",
        "print('[\"head\", [1, 2]]')",
        "print('[\"rows\", []]')",
        'print(\'["refused", ["no_rights", "a", "b"]]\')',
        'print(\'["head", ["a", "0", "csv", "", [], ["k"], 1, ["note"]]]\')',
        "import pickle, sys; sys.stdout.buffer.write(pickle.dumps(print) + b'\\n')",
        "import sys; sys.stdout.write('[\"head\", ')",
        "1/0",
    ],
)
def test_a_reader_that_dies_or_lies_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    begin_with(monkeypatch, code)
    assert refused(long_list(tmp_path, 3)) == "source.stopped"


@pytest.mark.parametrize(
    "row",
    ['"x"', '["1", ["a"]]', '[1, [["a"]]]', '[1, [{"day": "gisteren"}]]', '[1, [{"call": "x"}]]'],
)
def test_rows_that_are_no_rows_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    head = '["head", ["x.csv", "0", "csv", "", [], ["a"], 1, []]]'
    begin_with(monkeypatch, f"print({head!r}); print('[\"rows\", [' + {row!r} + ']]')")
    assert refused(long_list(tmp_path, 3)) == "source.stopped"


def test_a_fault_of_the_reader_is_one_sentence_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = apart._BEGIN.replace(
        "import main;", "import main; import samen_desktop.exchange.reader as r; r.open_here = 3;"
    )
    begin_with(monkeypatch, broken)
    assert refused(long_list(tmp_path, 3)) == "source.stopped"


@POSIX
def test_a_reader_killed_halfway_ends_the_rows_with_a_sentence(tmp_path: Path) -> None:
    source = open_source(long_list(tmp_path))
    pid = pid_of(source)
    rows = source.rows()
    next(rows)
    os.kill(pid, signal.SIGTERM)
    with pytest.raises(KnownError, match=r"source\.stopped"):
        list(rows)


@POSIX
@pytest.mark.parametrize("way", ["whole", "halfway", "never"])
def test_no_reader_stays_behind(tmp_path: Path, way: str) -> None:
    source = open_source(long_list(tmp_path))
    pid = pid_of(source)
    assert lives(pid)
    if way == "whole":
        list(source.rows())
    elif way == "halfway":
        rows = source.rows()
        next(rows)
        rows.close()  # type: ignore[attr-defined]
    else:
        del source
        gc.collect()
    assert not lives(pid)
