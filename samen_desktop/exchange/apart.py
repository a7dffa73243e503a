"""A process apart that reads a stranger's table: started, watched and stopped.

It is held to its memory by the system or, on Windows, by the one who watches; and it is stopped
when it lets nothing be heard for too long. However it ends, it is one known error here.
"""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

from samen_desktop.core.errors import KnownError

from . import messages
from .messages import FAULT, HEAD, NAME_OF_FAULT, REFUSED, Wish, parsed
from .refusals import refusal

OPENING_SECONDS = 60.0
"""For looking through a whole file before its first row: the gate bounds what there is to see."""
ROW_SECONDS = 6.0
"""Without a row. The reader gives up after five by itself; this is for one that hangs."""
MEMORY = 1 << 30

_LONGEST_LINE = 300 << 20
_LOOK_SECONDS = 0.1
_ROOT = Path(__file__).resolve().parents[2]
# Isolated, and without packages of others: the reader needs the standard library alone.
_BEGIN = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from samen_desktop.exchange.reader import main; main()"
)

_log = logging.getLogger(__name__)


class Apart:
    """One reader at its one file. Whoever started it calls `stop`, whatever came of it."""

    def __init__(self, wish: Wish) -> None:
        self._name = wish.path.name
        self._process = process = _started(self._name)
        self._watch = _Watch(process, wish.memory)
        self.stop = weakref.finalize(self, _end, process, self._watch)
        """End the reader if it still works. May be called twice."""
        with contextlib.suppress(OSError):  # it died at once: the first answer tells
            if process.stdin is not None:
                process.stdin.write(wish.line())
                process.stdin.close()

    def hear(self, seconds: float) -> tuple[str, object]:
        """The next line: its sort and what it tells. Raises KnownError where there is none."""
        out = self._process.stdout
        with self._watch.for_at_most(seconds):
            line = b"" if out is None else out.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise self.ended()
        try:
            sort, content = parsed(line)
            if sort == REFUSED:
                raise messages.refused_of(content)
        except (ValueError, RecursionError):
            raise self.ended() from None
        if sort == FAULT:
            raise self.ended(str(content)[:NAME_OF_FAULT])
        return sort, content

    def hear_head(self) -> object:
        """What the table is. Raises KnownError."""
        sort, content = self.hear(OPENING_SECONDS)
        if sort != HEAD:
            raise self.ended()
        return content

    def ended(self, fault: str = "") -> KnownError:
        """Stop the reader; the error is why it was stopped, or that it went by itself."""
        self.stop()
        why = self._watch.why
        if not why:
            _log.info("a reader ended by itself: %s", fault or self._process.returncode)
        return refusal(why or "stopped", self._name)


def _started(name: str) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _BEGIN, str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )
    except OSError as error:
        raise refusal("stopped", name) from error


def _end(process: subprocess.Popen[bytes], watch: _Watch) -> None:
    watch.over.set()
    if process.poll() is None:
        process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


class _Watch:
    """Kills a reader that takes too long or, where the system does not see to it, too much.

    `why` says so: the reason of a refusal, empty while there is none.
    """

    def __init__(self, process: subprocess.Popen[bytes], memory: int) -> None:
        self.over = threading.Event()
        self.why = ""
        self._process = process
        self._memory = memory
        self._until: float | None = None
        threading.Thread(target=self._look, name="watching a reader", daemon=True).start()

    @contextlib.contextmanager
    def for_at_most(self, seconds: float) -> Iterator[None]:
        """Only who waits loses patience: a reader may wait for the program as long as it likes."""
        self._until = time.monotonic() + seconds
        try:
            yield
        finally:
            self._until = None

    def _look(self) -> None:
        while not self.over.wait(_LOOK_SECONDS):
            until = self._until
            if until is not None and time.monotonic() > until:
                self._kill("too-slow")
            elif _memory_of(self._process) > self._memory:
                self._kill("too-big-inside")

    def _kill(self, why: str) -> None:
        self.why = why
        self.over.set()
        self._process.kill()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _NO_WINDOW = subprocess.CREATE_NO_WINDOW

    class _Memory(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS, as Windows fills it."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def _memory_of(process: subprocess.Popen[bytes]) -> int:
        """Bytes that a process has claimed; 0 where that cannot be told."""
        told = _Memory(cb=ctypes.sizeof(_Memory))
        ask = ctypes.windll.kernel32.K32GetProcessMemoryInfo
        handle = wintypes.HANDLE(int(process._handle))  # type: ignore[attr-defined]  # noqa: SLF001
        if not ask(handle, ctypes.byref(told), told.cb):
            return 0
        return int(told.PagefileUsage)

else:
    _NO_WINDOW = 0

    def _memory_of(process: subprocess.Popen[bytes]) -> int:
        """Nothing to watch: the system itself holds the reader to its memory."""
        return 0
