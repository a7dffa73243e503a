"""What a round says, as plain values to compare: by record id, without order of arrival."""

from __future__ import annotations

from samen_desktop.core.fields import Scalar

from .changelog import Log
from .heads import fold, is_member

Dump = dict[str, dict[str, tuple[Scalar, ...]]]


def dump(log: Log) -> Dump:
    """Every record that is not gone: its kind and every filled field with all its values."""
    found: Dump = {}
    for rows in log.every_record():
        state = fold(rows)
        if state is None or state.gone:
            continue
        fields: dict[str, tuple[Scalar, ...]] = {"": (state.kind,)}
        for name in state.heads:
            values = state.values(name)
            if is_member(name):  # present wins: an empty head beside a filled one says nothing
                values = tuple(value for value in values if value is not None)
            if values:
                fields[name] = tuple(sorted(values, key=repr))
        found[state.record.hex()] = fields
    return found
