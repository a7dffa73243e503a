"""What somebody chose to hand out, kept under a name to be made again.

Where it is kept is for `store`; what a person may call it follows `core.views`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from .filters import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A report with all that was chosen about it. `suffix` is the format, `.xlsx` or `.docx`."""

    name: str = ""
    report: str = "nota"
    edition: str = "openbaar"
    suffix: str = ".xlsx"
    language: str = "nl"
    filters: Filters = field(default_factory=Filters)
    recipient: str = ""
    columns: tuple[str, ...] = ()


def write_choice(choice: Choice) -> str:
    """A choice as text, without its name."""
    told = asdict(choice)
    del told["name"]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def read_choice(name: str, text: str) -> Choice | None:
    """The choice that was kept under this name; None for what is none."""
    try:
        told = json.loads(text)
        filters = Filters(**told.pop("filters"))
        columns = tuple(map(str, told.pop("columns")))
        return Choice(name=name, filters=filters, columns=columns, **told)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
