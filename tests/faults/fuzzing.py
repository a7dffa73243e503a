"""Strangers' tables, damaged in ways that nobody thought of, read one after the other.

`python -m tests.faults.fuzzing WAY COUNT SEED [FOLDER]` prints one line of JSON: how many were
read, refused, slow, and ended in an error that nobody knows, and the most memory that was held.
FOLDER holds further files to begin from. WAY `careless` is the broken variant: a reader without the
one boundary that turns whatever a broken workbook does into damage.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange import xlsx_source
from samen_desktop.exchange.table import open_here
from tests import peak
from tests.exchange import attacks

SLOW_SECONDS = 2.0
_MOST = 200_000
"""Bytes of a file to begin from: damage in a large one takes long to meet."""

_ODD = (
    *("99999999999", "-1", "", "1e309", "NaN", "0x10", "1" * 5000, "XFD1048576", "A0", "_x0041_"),
    *("\x00", "\ufffe", "é" * 300, "]]>", "&#0;", "&lt;", "&nope;", "s", "inlineStr", "rId9"),
    *("../../../etc/passwd", "2022-13-45", "1048577", "$A$1", "true", "\u202e", "#N/A", "=1+1"),
)
_CSV = (
    "datum;indiener;woorden\n01-02-2022;bewoner 3;Waar kan ik heen?\n;;\n02-02-2022;;Te duur\n",
    'a,b\n"een ""citaat"", en meer","regel\nregel"\n1,2\n',
    "sep=|\nkop|kop\n1|2\n",
)


def corpus(folder: Path | None) -> list[tuple[str, bytes]]:
    """Sound files to begin from: suffix and bytes."""
    found = [(".csv", text.encode(code)) for text in _CSV for code in ("utf-8", "cp1252", "utf-16")]
    found += [(".xlsx", _packed(content)) for content in (_rich(), attacks.strict(_rich()))]
    further = sorted(folder.iterdir()) if folder else []
    found += [
        (path.suffix, path.read_bytes())
        for path in further
        if path.suffix in (".xlsx", ".csv") and path.stat().st_size <= _MOST
    ]
    return found


def _rich() -> dict[str, str]:
    """A workbook with every sort of cell."""
    cells = (
        '<c r="A2" t="s"><v>0</v></c><c r="B2"><v>44713</v></c><c r="C2" s="1"><v>44713.5</v></c>'
        '<c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="d"><v>2022-06-01'
        '</v></c><c r="G2" t="str"><f>A1</f><v>_x0041_</v></c><c r="H2"><f>1+1</f></c>'
    )
    rows = attacks.text_row(1, *"abcdefgh") + f'<row r="2">{cells}</row>'
    rows += "".join(attacks.text_row(at, f"regel {at}", "Wonen", "x" * at) for at in range(3, 60))
    return attacks.parts(rows)


def _packed(content: dict[str, str] | dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return held.getvalue()


# --- damage ----------------------------------------------------------------------------


def _bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _noise(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(16) + data[at + 16 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.randint(1, 400)
    return data[: at + length] + data[at:]


def _hollow(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.randint(1, 400)
    return data[:at] + bytes(length) + data[at + length :]


def _odd_word(data: bytes, chance: random.Random) -> bytes:
    """Put something odd in the place of a quoted value or a text."""
    ends = [at for at, sign in enumerate(data) if sign in b'">;,']
    at = chance.choice(ends) + 1 if ends else 0
    end = next((to for to in range(at, len(data)) if data[to] in b'"<;,\n'), len(data))
    return data[:at] + chance.choice(_ODD).encode("utf-8") + data[end:]


def _torn_tag(data: bytes, chance: random.Random) -> bytes:
    """Take a tag out, or put it elsewhere."""
    starts = [at for at, sign in enumerate(data) if sign == ord("<")]
    if not starts:
        return _bits(data, chance)
    at = chance.choice(starts)
    end = data.find(b">", at) + 1 or len(data)
    rest = data[:at] + data[end:]
    to = chance.choice(starts) if chance.random() < 0.5 else len(rest)
    return rest[:to] + data[at:end] + rest[to:] if chance.random() < 0.7 else rest


Damage = Callable[[bytes, random.Random], bytes]
_BLIND: tuple[Damage, ...] = (_bits, _noise, _cut, _doubled, _hollow)
_KNOWING: tuple[Damage, ...] = (_odd_word, _odd_word, _torn_tag, *_BLIND)


def damaged(suffix: str, data: bytes, chance: random.Random) -> bytes:
    """A file with damage to its bytes, or to one part of it with all sums right again."""
    if not data:
        return data
    if suffix != ".xlsx":
        return chance.choice(_KNOWING)(data, chance)
    if chance.random() < 0.3:
        return chance.choice(_BLIND)(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # it came broken from where it was taken
        return chance.choice(_BLIND)(data, chance)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(content))
        if content[name]:
            content[name] = chance.choice(_KNOWING)(content[name], chance)
    return _packed(content)


def cases(count: int, seed: int, folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, the same for the same seed."""
    chance = random.Random(seed)
    sound = corpus(folder)
    for _ in range(count):
        suffix, data = chance.choice(sound)
        yield suffix, damaged(suffix, data, chance)


# --- reading ---------------------------------------------------------------------------


@contextlib.contextmanager
def _no_boundary(_: str) -> Iterator[None]:
    yield


def main(way: str, count: int, seed: int, folder: Path | None) -> Counter[str]:
    """Read them all in this process."""
    if way == "careless":
        xlsx_source._understanding = _no_boundary  # type: ignore[assignment]
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for at, (suffix, data) in enumerate(cases(count, seed, folder)):
            path = Path(place) / f"vreemd-{at}{suffix}"
            path.write_bytes(data)
            began = time.monotonic()
            try:
                found["rows"] += sum(1 for _ in open_here(path).rows())
                found["read"] += 1
            except KnownError:
                found["refused"] += 1
            except Exception as error:
                found["uncaught"] += 1
                found[f"uncaught {type(error).__name__}"] += 1
            found["slow"] += time.monotonic() - began > SLOW_SECONDS
            path.unlink()
    found["MB"] = 0 if peak.UNKNOWN else peak.peak_megabytes()
    return found


if __name__ == "__main__":
    told = main(
        sys.argv[1],
        int(sys.argv[2]),
        int(sys.argv[3]),
        Path(sys.argv[4]) if len(sys.argv) > 4 else None,
    )
    sys.stdout.write(json.dumps(told) + "\n")
