"""The process that reads a stranger's table: a wish on its input, lines of JSON on its output.

It knows nothing but the file it is asked for and ends with it. `source` starts it by way of
`apart`; nothing in the program calls anything here. Only the standard library is loaded, so that it
is there at once.
"""

from __future__ import annotations

import sys
import time
from typing import IO

from samen_desktop.core.errors import KnownError

from .messages import (
    end_line,
    fault_line,
    head_line,
    refused_line,
    row_text,
    rows_line,
    wish_of,
)
from .refusals import refusal
from .source_cells import FilledRows
from .table import open_here

_LINE = 1 << 16
"""Characters of rows in one line, about; and the seconds after which fewer will do."""
_SECONDS = 0.3


def main() -> None:
    """Read one table and tell it. A program that hears no more is no fault."""
    out = sys.stdout.buffer
    wish = wish_of(sys.stdin.buffer.readline())
    # Made before, because there is no room left to make it when it is wanted.
    too_big = refused_line(refusal("too-big-inside", wish.path.name))
    _hold_to(wish.memory)
    try:
        source = open_here(wish.path, sheet=wish.sheet, header_row=wish.header_row)
        out.write(head_line(source))
        out.flush()
        _tell_rows(source.filled(), out)
        last = end_line()
    except BrokenPipeError:
        return
    except KnownError as error:
        last = refused_line(error)
    except MemoryError:
        last = too_big
    except Exception as error:  # whatever it is, it ends here and not in the program
        last = fault_line(error)
    out.write(last)
    out.flush()


def _tell_rows(rows: FilledRows, out: IO[bytes]) -> None:
    texts: list[str] = []
    length, told = 0, time.monotonic()
    for row in rows:
        text = row_text(row)
        texts.append(text)
        length += len(text)
        if length > _LINE or time.monotonic() - told > _SECONDS:
            out.write(rows_line(texts))
            out.flush()
            texts.clear()
            length, told = 0, time.monotonic()
    if texts:
        out.write(rows_line(texts))


def _hold_to(memory: int) -> None:
    """No more memory than this, no file written and nothing of the file left in a crash dump.

    Windows has no such limit for a process itself: there the program watches (`apart`).
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
