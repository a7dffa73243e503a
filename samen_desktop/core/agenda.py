"""The agenda of a session: one line per item, its minutes first."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(
    r"\s*(?P<minutes>\d{1,3})\s*(?:min(?:uten|utes|\.)?|['’m])?[\s:.–-]+(?P<title>\S.*)"
)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item. `minutes` is 0 where the line does not begin with them."""

    minutes: int
    title: str


def read_agenda(text: str | None) -> tuple[AgendaItem, ...]:
    """The items of an agenda; blank lines are none. Never raises."""
    return tuple(_item(line) for line in (text or "").splitlines() if line.strip())


def _item(line: str) -> AgendaItem:
    found = _ITEM.fullmatch(line)
    if found is None:
        return AgendaItem(0, line.strip())
    return AgendaItem(int(found["minutes"]), found["title"].strip())
