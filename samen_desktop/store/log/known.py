"""What the one connection remembers of its own file between edits, so that it need not ask again.

Nobody else writes while the file is open, so what was true after a commit still is. After anything
that was not a plain edit that went well, all of it is forgotten and asked anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST_KEYS = 50_000


@dataclass(slots=True)
class Known:
    """Places that come next in the log, highest numbers given, and keys of records by their id.

    `numbers`: by table, series and session key (0 for the whole round). `keys`: id in hex to key
    and kind.
    """

    next_edit: int | None = None
    next_change: int | None = None
    numbers: dict[tuple[str, str, int], int] = field(default_factory=dict)
    keys: dict[str, tuple[int, str]] = field(default_factory=dict)

    def forget(self) -> None:
        """Know nothing any more."""
        self.next_edit = self.next_change = None
        self.numbers.clear()
        self.keys.clear()

    def trim(self) -> None:
        """Keep the memory small: keys are asked for again where they are needed."""
        if len(self.keys) > _MOST_KEYS:
            self.keys.clear()
