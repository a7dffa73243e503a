"""The peak memory of a process of its own, for tests that guard against bombs.

`ru_maxrss` will not do: it keeps the size of the process that started this one. Linux tells the
peak of the program itself; elsewhere there is nothing as plain, and such tests are skipped. Imports
nothing that would weigh on what it measures.
"""

from __future__ import annotations

from pathlib import Path

_STATUS = Path("/proc/self/status")

UNKNOWN = not _STATUS.exists()
"""Whether this system does not tell."""


def peak_megabytes() -> int:
    """The most memory this process ever held, in MiB."""
    told = _STATUS.read_text(encoding="ascii").splitlines()
    line = next(line for line in told if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024
