"""The SQL that the pile of the desk is made of: its two halves, its groups, what narrows it.

Texts only, put together by `desk`. An item is a row of `bundles` or of `inputs`, called `one` in
either half, with its answer beside it as `ans`; so one condition serves both. Keys of the two never
meet, since a key is the place of a row in the log.
"""

from __future__ import annotations

from collections.abc import Mapping

from samen_desktop.core.answers import APPROVED, DRAFT, NOT_WEIGHED, PUBLISHED
from samen_desktop.core.desk import By

from .listing_sql import FILTERS, FilterSql

STATUS = f"coalesce(ans.status, '{NOT_WEIGHED}')"
STATE = f"coalesce(ans.state, '{DRAFT}')"

_ANSWER = "LEFT JOIN answers AS ans ON ans.owner = one.key"
_STANDS = "one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined)"

HALVES: Mapping[str, str] = {
    "bundle": f"FROM bundles AS one {_ANSWER} {{joins}} WHERE {_STANDS}",
    "input": f"FROM inputs AS one {_ANSWER} {{joins}} WHERE {_STANDS} AND one.answer_owner IS NULL",
}
"""Both halves of the pile, by kind."""

_ABOUT = "(SELECT min(member) FROM member WHERE owner = one.key AND field = 'chapter')"

GROUPS: Mapping[By, tuple[str, str]] = {
    By.THEME: (
        "the.key",
        "LEFT JOIN themes AS the ON the.key = STAYS(one.theme) AND the.deleted = 0",
    ),
    By.CHAPTER: (
        "cha.key",
        f"LEFT JOIN chapters AS cha ON cha.deleted = 0 AND cha.key = coalesce(ans.place, {_ABOUT})",
    ),
    By.HANDLER: ("one.handler", ""),
}
"""By what each way of sorting groups, and the table it needs. A chapter is that of the answer's
place, else the first one that the item is said to be about."""

TITLE: Mapping[str, str] = {
    "bundle": "one.title",
    "input": "substr(coalesce(nullif(one.summary, ''), one.words), 1, 160)",
}
INPUTS_OF = (
    "(SELECT count(*) FROM inputs AS i WHERE i.answer_owner = one.key AND i.deleted = 0"
    " AND i.key NOT IN (SELECT key FROM joined))"
)
COUNTED: Mapping[str, str] = {"bundle": INPUTS_OF, "input": "0"}

RANK = f"CASE {STATE} WHEN '{APPROVED}' THEN 1 WHEN '{PUBLISHED}' THEN 2 ELSE 0 END"
"""What nobody agreed to comes first. What was begun stays among that: an item must not run away
from the person who works on it."""

_OWNER = "coalesce(i.answer_owner, STAYS(i.key))"

FILTER_SQL: Mapping[str, FilterSql] = {
    "approval": FilterSql("value", STATE, vocabulary="answer_state"),
    "answer/status": FilterSql("value", STATUS, vocabulary="processing_status"),
    "phase": FilterSql(
        "set",
        f"SELECT {_OWNER} AS owner, s.phase AS member FROM inputs AS i"
        " JOIN sessions AS s ON s.key = STAYS(i.session)"
        " WHERE i.deleted = 0 AND s.phase IS NOT NULL",
        ("phases",),
    ),
    "group": FilterSql(
        "set",
        f"SELECT {_OWNER} AS owner, pair.member FROM ({FILTERS['input']['group'].sql}) AS pair"
        " JOIN inputs AS i ON i.key = pair.owner WHERE i.deleted = 0",
        ("groups",),
    ),
    "handler": FilterSql("value", "one.handler"),
    "theme": FilterSql("record", "STAYS(one.theme)", ("themes",)),
}
"""What each filter compares, in both halves."""

SEARCHED: Mapping[str, str] = {
    # By its own index, which is small: the rows themselves are wide.
    "bundle": "one.key IN (SELECT i.answer_owner FROM inputs AS i WHERE i.answer_owner IS NOT NULL"
    " AND +i.key IN (SELECT rowid FROM inputs_search WHERE inputs_search MATCH ?)"
    " UNION ALL SELECT STAYS(b.key) FROM bundles AS b WHERE b.key IN"
    " (SELECT rowid FROM bundles_search WHERE bundles_search MATCH ?))",
    "input": "one.key IN (SELECT STAYS(f.rowid) FROM inputs_search AS f"
    " WHERE inputs_search MATCH ?)",
}
"""Items of which the words, the summary or the answer hold what was typed, by kind."""
