"""Text keys that put records in order: a new key fits between its neighbours' keys.

Two laptops that both insert at one place may make the same key; ties are broken by record id.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def between(low: str | None, high: str | None) -> str:
    """A key after `low` and before `high`; None stands for the open end.

    Keys never end in the lowest digit, so there is always room before them. Raises ValueError where
    `low` does not come before `high`.
    """
    if low is not None and high is not None and low >= high:
        raise ValueError(f"{low!r} does not come before {high!r}")
    key = ""
    at = 0
    while True:
        floor = _DIGITS.index(low[at]) if low is not None and at < len(low) else 0
        ceiling = _DIGITS.index(high[at]) if high is not None and at < len(high) else len(_DIGITS)
        if ceiling - floor > 1:
            return key + _DIGITS[(floor + ceiling) // 2]
        key += _DIGITS[floor]
        if ceiling > floor:
            high = None
        at += 1


def row_of(count: int) -> list[str]:
    """Keys for a list that is made in one go, evenly spread."""
    width = 2
    while len(_DIGITS) ** width <= count * 2:
        width += 1
    step = len(_DIGITS) ** width // (count + 1)
    return [_written(step * (at + 1), width) for at in range(count)]


def _written(value: int, width: int) -> str:
    text = ""
    for _ in range(width):
        value, digit = divmod(value, len(_DIGITS))
        text = _DIGITS[digit] + text
    return text.rstrip("0") or "1"
