"""Rows that no program of ours wrote, with hashes that fit: merged as they are, or refused by name.

`SAMEN_HOSTILE=1000 python -m pytest tests/errands -k hostile -s` tries more files of them.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.errands import merging
from samen_desktop.store.care import checking, copying
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.rows import EditRow, change_hash, edit_hash
from samen_desktop.store.steps import merge
from tests.builders import a_round, a_stakeholder, a_writer, noted
from tests.figures import count, tell

HOSTILE = count("SAMEN_HOSTILE", 40)
SEED = count("SAMEN_SEED", 20220620)

_DEEP = "[" * 100_000
_VALUES = (
    *("", "null", "1", '"x"', "{}", "[]", "[1]", '"', "NaN", "1e999", "-1", "9" * 30, "true"),
    *('"\\ud800"', '"\\u0000"', '{"words":{"x":[1]}}', '{"words":5}', '{"code":5}', _DEEP),
    *(
        '{"theme":"zz"}',
        f'{{"theme":"{"f" * 32}"}}',
        f'{{"submitter/{"a" * 32}":1}}',
        f'"{"x" * 9}"',
    ),
    *('{"date":"2022-99-99"}', '{"place":""}', '{"code":"I-99999999999999999999"}'),
)
_FIELDS = (
    *("+input", "+session", "+theme", "+round", "+nokind", "+", "-", "", "erase", "words", "theme"),
    *("submitter/zz", f"submitter/{'a' * 32}", "answer/status", "joined_into", "parent", "code"),
    *("a/b/c/d", "x" * 2000, f"attendance/{'a' * 32}/present"),
)
_FILES = (("a" * 32 + "/x", 1, 1, 1, "text"), (5, None, None, None, None), ("a", 1, 1, -5, b""))


@pytest.fixture
def rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A round, and a copy that somebody else was given."""
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    here, other = tmp_path / "hier.samen", tmp_path / "ander.samen"
    with a_round(here) as dossier:
        for at in range(4):
            noted(dossier, f"notitie {at}")
        with dossier.edit("add_stakeholder") as edit:
            a_stakeholder(edit)
        copying.give_copy(dossier, other, "HR")
    return here, other


def spoil(path: Path, chance: random.Random, *, value: str | None = None) -> None:
    """Add a step of nonsense rows, each with a hash that fits."""
    with closing(sqlite3.connect(path)) as conn:
        records = [row[0] for row in conn.execute("SELECT DISTINCT record FROM change")]
        step = chance.choice([chance.randbytes(16), chance.randbytes(16), b"", b"zz"])
        undoes = chance.choice([None, chance.randbytes(16), b"q"])
        name = chance.choice(["add_input", "undo", "erase", "", "import"])
        edit = EditRow(0, step, name, "", "x", bytes(8), undoes, chance.choice([1, -5]), b"", None)
        conn.execute(
            "INSERT INTO edit (id, name, about, author, device, undoes, format, hash)"
            " VALUES (?,?,?,?,?,?,?,?)",
            (*edit[1:8], edit_hash(edit)),
        )
        for _ in range(chance.randint(1, 4)):
            ident = chance.choice([chance.randbytes(16), chance.randbytes(16), chance.randbytes(3)])
            record = chance.choice([ident, chance.choice(records), b"", chance.randbytes(16)])
            prev = chance.choice([b"", b"", chance.choice(records), b"odd"])
            what = chance.choice(_FIELDS), value or chance.choice(_VALUES)
            conn.execute(
                "INSERT INTO change (id, edit, record, field, value, prev, hash)"
                " VALUES (?,?,?,?,?,?,?)",
                (ident, step, record, *what, prev, change_hash(ident, step, record, *what, prev)),
            )
        if chance.random() < 0.2:
            conn.execute("INSERT INTO sqlar VALUES (?,?,?,?,?)", chance.choice(_FILES))
        conn.commit()


def merged(here: Path, other: Path) -> str:
    """Merge and look through what came of it: `merged`, `refused`, or what is wrong now."""
    with Dossier.open(here, a_writer()) as dossier:
        arrived = merging.arrive([other], here)
        try:
            told = merging.merge(dossier, arrived, "nl", dry=False)
        finally:
            for each in arrived:
                each.erase()
        problems = [each.words.nl for each in checking.check(dossier, deep=True).problems]
    wrong = [each for each in problems if "beschadigd" in each or "opbouwen" in each]
    return "; ".join(wrong) or ("merged" if told.files[0].refused is None else "refused")


def test_hostile_rows_are_merged_or_refused_and_harm_nothing(rounds: tuple[Path, Path]) -> None:
    chance = random.Random(SEED)
    found: Counter[str] = Counter()
    here, other = (path.with_name(f"{path.stem}-nu.samen") for path in rounds)
    for _ in range(HOSTILE):
        for clean, path in zip(rounds, (here, other), strict=True):
            shutil.copyfile(clean, path)
        spoil(other, chance)
        found[merged(here, other)] += 1
    tell("merged with hostile rows", files=HOSTILE, **found)
    assert set(found) <= {"merged", "refused"}
    assert found["refused"] > HOSTILE // 3


def test_without_its_boundary_a_merge_stumbles(
    rounds: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other = rounds
    chance = random.Random(SEED)
    with closing(sqlite3.connect(other)) as conn:
        record = conn.execute("SELECT record FROM change WHERE field = '+input'").fetchone()[0]
        step = conn.execute("SELECT edit FROM change LIMIT 1").fetchone()[0]
        ident, edit_id = chance.randbytes(16), chance.randbytes(16)
        conn.execute(
            "INSERT INTO edit (id, name, about, author, device, undoes, format, hash)"
            " SELECT ?, name, about, author, device, undoes, format, hash FROM edit WHERE id = ?",
            (edit_id, step),
        )
        row = conn.execute("SELECT * FROM edit WHERE id = ?", (edit_id,)).fetchone()
        conn.execute("UPDATE edit SET hash = ? WHERE id = ?", (edit_hash(EditRow(*row)), edit_id))
        digest = change_hash(ident, edit_id, record, "theme", _DEEP, b"")
        conn.execute(
            "INSERT INTO change (id, edit, record, field, value, prev, hash)"
            " VALUES (?,?,?,?,?,?,?)",
            (ident, edit_id, record, "theme", _DEEP, b"", digest),
        )
        conn.commit()
    assert merged(here, other) == "refused"
    monkeypatch.setattr(merge, "STUMBLES", ())
    with pytest.raises(RecursionError):
        merged(here, other)


def test_a_file_that_is_refused_is_named(rounds: tuple[Path, Path]) -> None:
    here, other = rounds
    other.write_bytes(b"SQLite format 3\0" + bytes(5000))
    told = merging.arrive([other], here)
    assert isinstance(told[0].refused, KnownError)
    assert other.name in told[0].refused.say("nl")
