"""The SQL that lists are made of: per kind what a column reads, sorts by and is filtered on.

Texts only, put together by `listing`. `STAYS(x)` stands for the record that `x` is read as.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from samen_desktop.core.answers import APPROVED, NOT_WEIGHED, PUBLISHED
from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import DELETED, LATE, LISTS, UNHEARD
from samen_desktop.core.vocabulary import vocabulary
from samen_desktop.store.naming import TOLD_NAME

PRIVACY = "COLLEG"
"""Class of a row of which nobody said otherwise (design page 7)."""

TODAY = "date('now', 'localtime')"

_STAYS = re.compile(r"STAYS\(([^()]+)\)")


def settle(sql: str, *, joins: bool) -> str:
    """Write out `STAYS(x)`; where nothing was joined it costs nothing.

    `a LEADS JOIN b`: from the few to the many, by an index that only a plain key can use. SQLite
    does not see that they are few, and looks through all the many.
    """
    if not joins:
        return _STAYS.sub(r"\1", sql).replace("LEADS JOIN", "CROSS JOIN")
    sql = sql.replace("LEADS JOIN", "JOIN")
    return _STAYS.sub(r"coalesce((SELECT stays FROM joined WHERE joined.key = \1), \1)", sql)


JOINS: Mapping[str, Mapping[str, str]] = {
    "input": {
        "ses": "LEFT JOIN sessions AS ses ON ses.key = STAYS(one.session)",
        "the": "LEFT JOIN themes AS the ON the.key = STAYS(one.theme) AND the.deleted = 0",
        "ans": "LEFT JOIN answers AS ans ON ans.owner = coalesce(one.answer_owner, one.key)",
    },
    "theme": {"par": "LEFT JOIN themes AS par ON par.key = STAYS(one.parent)"},
    "session": {"pha": "LEFT JOIN phases AS pha ON pha.key = one.phase"},
    "participant": {
        "ses": "LEFT JOIN sessions AS ses ON ses.key = STAYS(one.session)",
        "gro": 'LEFT JOIN groups AS gro ON gro.key = STAYS(one."group")',
    },
    "follow_up": {
        "ses": "LEFT JOIN sessions AS ses ON ses.key = one.origin",
        "inp": "LEFT JOIN inputs AS inp ON inp.key = one.origin",
    },
    "feedback": {
        "sta": 'LEFT JOIN stakeholders AS sta ON sta.key = STAYS(one."to")',
        "par": 'LEFT JOIN participants AS par ON par.key = STAYS(one."to")',
        "gro": 'LEFT JOIN groups AS gro ON gro.key = STAYS(one."to")',
        "ses": "LEFT JOIN sessions AS ses ON ses.key = STAYS(one.session)",
    },
}
"""Other tables a statement may need, by the alias its expressions call them."""

_SUBMITTERS = """(SELECT group_concat(name, ', ') FROM (
    SELECT coalesce(sta.name, sta.shown, par.shown) AS name FROM member AS m
    LEFT JOIN stakeholders AS sta ON sta.key = STAYS(m.member)
    LEFT JOIN participants AS par ON par.key = STAYS(m.member)
    WHERE m.owner = one.key AND m.field = 'submitter' ORDER BY m.member LIMIT 4))"""

_HEARD = """(SELECT count(DISTINCT att.session) FROM attendance AS att
    JOIN sessions AS s ON s.key = att.session AND s.deleted = 0 AND s.status = 'GEHOUD'
    WHERE STAYS(att.party) = one.key AND coalesce(att.present, 1) > 0)"""

_UNFINISHED = "coalesce(one.status, 'OPEN') NOT IN ('GEREED', 'VERV')"
_IS_LATE = f"(one.due < substr({TODAY}, 1, length(one.due)) AND {_UNFINISHED})"


_FEEDBACK_LATE = (
    f"(one.due < substr({TODAY}, 1, length(one.due)) AND one.sent IS NULL"
    " AND coalesce(one.status, 'GEPL') = 'GEPL')"
)

FEEDBACK_INPUTS = """
    SELECT i.key FROM (
        SELECT owner FROM member WHERE field IN ('submitter', 'group') AND member IN (
            SELECT STAYS(one."to") UNION ALL
            SELECT key FROM joined WHERE stays = STAYS(one."to"))
        UNION
        SELECT m.owner FROM participants AS p
        CROSS JOIN member AS m ON m.field = 'submitter' AND m.member = p.key
        WHERE STAYS(p."group") = STAYS(one."to")
    ) AS said CROSS JOIN inputs AS i ON i.key = said.owner
    WHERE i.deleted = 0 AND i.key NOT IN (SELECT key FROM joined)
    AND (one.session IS NULL OR STAYS(i.session) = STAYS(one.session))"""
"""What who gets a feedback said, at its session or in the whole round: of a group all its members.
"""

_FEEDBACK_OPEN = f"""(SELECT count(*) FROM ({FEEDBACK_INPUTS}) AS told
    CROSS JOIN inputs AS n ON n.key = told.key
    LEFT JOIN answers AS a ON a.owner = coalesce(n.answer_owner, n.key)
    WHERE coalesce(a.status, '{NOT_WEIGHED}') = '{NOT_WEIGHED}'
    OR (coalesce(a.state, '') NOT IN ('{APPROVED}', '{PUBLISHED}')
        AND NOT EXISTS (SELECT 1 FROM answer_versions AS v WHERE v."of" = a.owner)))"""


def _inputs_of(where: str) -> str:
    return (
        f"(SELECT count(*) FROM inputs AS i WHERE {where} AND i.deleted = 0"
        " AND i.key NOT IN (SELECT key FROM joined))"
    )


_GROUP_NAMES = """(SELECT group_concat(name, ', ') FROM (
    SELECT gro.name FROM member AS m JOIN groups AS gro ON gro.key = STAYS(m.member)
    WHERE m.owner = one.key AND m.field = 'group' AND gro.deleted = 0 ORDER BY gro.place))"""

_SIDE_THEMES = """(SELECT group_concat(name, ', ') FROM (
    SELECT coalesce(nullif(the.number, ''), the.name) AS name FROM member AS m
    JOIN themes AS the ON the.key = STAYS(m.member) AND the.deleted = 0
    WHERE m.owner = one.key AND m.field = 'side_theme' ORDER BY the.place))"""

_OWN_CELLS: Mapping[str, Mapping[str, str]] = {
    "input": {
        "code": "one.shown",
        "session": "ses.shown",
        "submitter": _SUBMITTERS,
        "summary": "substr(coalesce(nullif(one.summary, ''), one.words), 1, 240)",
        "theme": "coalesce(nullif(the.number, ''), the.name)",
        "answer/status": f"coalesce(ans.status, '{NOT_WEIGHED}')",
        "date": "coalesce(one.date, ses.date)",
        "phase": "(SELECT number FROM phases WHERE key = ses.phase)",
        "group": _GROUP_NAMES,
        "side_theme": _SIDE_THEMES,
        "split_from": "(SELECT whole.shown FROM inputs AS whole WHERE whole.key = one.split_from)",
    },
    "theme": {
        "number": "one.number",
        "name": "one.name",
        "parent": "coalesce(nullif(par.number, ''), par.name)",
        "inputs": _inputs_of("STAYS(i.theme) = one.key"),
        "open": _inputs_of(
            "STAYS(i.theme) = one.key AND coalesce((SELECT status FROM answers"
            f" WHERE owner = coalesce(i.answer_owner, i.key)), '{NOT_WEIGHED}') = '{NOT_WEIGHED}'"
        ),
    },
    "session": {
        "code": "one.shown",
        "date": "one.date",
        "title": "one.title",
        "kind": "one.kind",
        "phase": "pha.number",
        "inputs": _inputs_of("STAYS(i.session) = one.key"),
        "status": "one.status",
    },
    "stakeholder": {
        "code": "one.shown",
        "name": "one.name",
        "kind": "one.kind",
        "group": _GROUP_NAMES,
        "heard": _HEARD,
    },
    "group": {
        "name": "one.name",
        "kind": "one.kind",
        "in_motion": "one.in_motion",
        "stakeholders": "(SELECT count(DISTINCT STAYS(m.owner)) FROM member AS m JOIN stakeholders"
        " AS sta ON sta.key = m.owner WHERE m.field = 'group' AND STAYS(m.member) = one.key"
        " AND sta.deleted = 0)",
        "inputs": "(SELECT count(*) FROM member AS m JOIN inputs AS i ON i.key = m.owner WHERE"
        " m.field = 'group' AND STAYS(m.member) = one.key AND i.deleted = 0)",
    },
    "participant": {
        "code": "one.shown",
        "session": "ses.shown",
        "group": "gro.name",
        "age": "one.age",
        "inputs": "(SELECT count(*) FROM member AS m JOIN inputs AS i ON i.key = m.owner WHERE"
        " m.field = 'submitter' AND STAYS(m.member) = one.key AND i.deleted = 0)",
    },
    "follow_up": {
        "code": "one.shown",
        "description": "substr(one.description, 1, 240)",
        "owner": "one.owner",
        "origin": "coalesce(ses.shown, inp.shown)",
        "due": "one.due",
        "status": "one.status",
    },
    "feedback": {
        "to": "coalesce(sta.name, sta.shown, par.shown, gro.name)",
        "session": "ses.shown",
        "inputs": f"(SELECT count(*) FROM ({FEEDBACK_INPUTS}))",
        "open": _FEEDBACK_OPEN,
        "channel": "one.channel",
        "due": "one.due",
        "sent": "one.sent",
        "status": "coalesce(one.status, 'GEPL')",
    },
    "phase": {
        name: f"one.{name}"
        for name in ("number", "name", "start_planned", "end_planned", "start_actual", "end_actual")
    },
}


def _cell(kind: str, name: str) -> str:
    """What a column reads: its own expression, or the field as it is."""
    own = _OWN_CELLS[kind].get(name)
    if own is not None:
        return own
    long = KINDS[kind].field(name).type is Type.LONG
    return f'substr(one."{name}", 1, 240)' if long else f'one."{name}"'


CELLS: Mapping[str, Mapping[str, str]] = {
    kind: {**own, **{each.field: _cell(kind, each.field) for each in LISTS[kind].columns}}
    for kind, own in _OWN_CELLS.items()
}
"""What each column of a list reads."""

YES_NO_FIELDS: Mapping[str, frozenset[str]] = {
    spec.kind: frozenset(
        field.name
        for field in (KINDS[spec.kind].fields if spec.kind in KINDS else ())
        if field.type is Type.YES_NO
    )
    for spec in LISTS.values()
}
"""Fields of each list that hold yes or no."""


def _days_late(late: str) -> str:
    return (
        f"CASE WHEN {late} THEN '{LATE}/' ||"
        f" CASE length(one.due) WHEN 10 THEN CAST(julianday({TODAY}) - julianday(one.due)"
        " AS INTEGER) ELSE '' END END"
    )


SIGNS: Mapping[str, Mapping[str, str]] = {
    "stakeholder": {"heard": f"CASE WHEN {_HEARD} = 0 THEN '{UNHEARD}' END"},
    "follow_up": {"due": _days_late(_IS_LATE)},
    "feedback": {"due": _days_late(_FEEDBACK_LATE)},
}
"""Signs that do not follow from the cell's own code; behind the stroke what the sign tells."""


def _by_rank(expression: str, name: str) -> str:
    """Order of a term by its place in its list; own terms come after, by their codes."""
    ranks = " ".join(
        f"WHEN '{term.code}' THEN {at}" for at, term in enumerate(vocabulary(name).terms)
    )
    return f"CASE {expression} {ranks} ELSE 999 END"


_BY_CODE = ("one.code_mark", "one.code_number")

SORTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "input": {
        "code": _BY_CODE,
        "session": ("ses.code_mark", "ses.code_number"),
        "theme": ("the.place IS NULL", "the.place", "the.number"),
        "answer/status": (_by_rank(f"coalesce(ans.status, '{NOT_WEIGHED}')", "processing_status"),),
    },
    "theme": {"number": ("one.place IS NULL", "one.place", "one.number")},
    "session": {
        "code": _BY_CODE,
        "date": ("one.date IS NULL", "one.date", "one.begin"),
        "phase": ("pha.place", "pha.number"),
        "status": (_by_rank("one.status", "session_status"),),
    },
    "stakeholder": {"code": _BY_CODE},
    "group": {},
    "participant": {
        "code": ("ses.code_mark", "ses.code_number", "one.code_series", "one.code_number")
    },
    "follow_up": {
        "code": _BY_CODE,
        "due": ("one.due IS NULL", "one.due", *_BY_CODE),
        "status": (_by_rank("one.status", "follow_up_status"),),
    },
    "feedback": {
        "session": ("ses.code_mark", "ses.code_number"),
        "due": ("one.due IS NULL", "one.due"),
        "status": (_by_rank("coalesce(one.status, 'GEPL')", "feedback_status"),),
    },
    "phase": {"number": ("one.place IS NULL", "one.place", "one.number")},
}
"""What a column is sorted by, where that is not the text of its cell."""

NATURAL: Mapping[str, tuple[str, ...]] = {
    "input": _BY_CODE,
    "theme": SORTS["theme"]["number"],
    "session": _BY_CODE,
    "stakeholder": _BY_CODE,
    "group": ("one.place IS NULL", "one.place"),
    "participant": SORTS["participant"]["code"],
    "follow_up": _BY_CODE,
    "feedback": ("one.due IS NULL", "one.due"),
    "phase": SORTS["phase"]["number"],
}
"""The order of a list nobody sorted."""


@dataclass(frozen=True, slots=True)
class FilterSql:
    """How a list is narrowed.

    `value`: an expression whose text is compared. `record`: an expression that is the key of a
    record of `tables`. `set`: a statement of (owner, member) pairs, members keys of `tables`.
    `vocabulary` words codes.
    """

    by: Literal["value", "record", "set"]
    sql: str
    tables: tuple[str, ...] = ()
    vocabulary: str = ""


def _term(expression: str, name: str) -> FilterSql:
    return FilterSql("value", expression, vocabulary=name)


_INPUT_GROUPS = """
SELECT owner, STAYS(member) AS member FROM member WHERE field = 'group'
UNION ALL
SELECT m.owner, STAYS(g.member) FROM member AS g
    LEADS JOIN member AS m ON m.field = 'submitter' AND STAYS(m.member) = g.owner
    WHERE g.field = 'group'
    AND NOT EXISTS (SELECT 1 FROM member AS o WHERE o.owner = m.owner AND o.field = 'group')
UNION ALL
SELECT m.owner, STAYS(p."group") FROM participants AS p
    LEADS JOIN member AS m ON m.field = 'submitter' AND STAYS(m.member) = p.key
    WHERE p."group" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM member AS o WHERE o.owner = m.owner AND o.field = 'group')"""
# Groups of an input are its own, and else those of who said it: as in the overview workbook.

_SESSION_GROUPS = """
SELECT session AS owner, STAYS(party) AS member FROM attendance
UNION ALL
SELECT a.session, STAYS(g.member) FROM attendance AS a
    JOIN member AS g ON g.owner = STAYS(a.party) AND g.field = 'group'"""

# Whoever was invited and did not come was not there; of a session to come nobody knows yet.
_SESSION_PARTIES = """
SELECT session AS owner, STAYS(party) AS member FROM attendance WHERE coalesce(present, 1) > 0
UNION ALL
SELECT a.session, STAYS(g.member) FROM attendance AS a
    JOIN member AS g ON g.owner = STAYS(a.party) AND g.field = 'group'
    WHERE coalesce(a.present, 1) > 0"""


def _members(field: str) -> str:
    return f"SELECT owner, STAYS(member) AS member FROM member WHERE field = '{field}'"


FILTERS: Mapping[str, Mapping[str, FilterSql]] = {
    "input": {
        "phase": FilterSql("record", "ses.phase", ("phases",)),
        "group": FilterSql("set", _INPUT_GROUPS, ("groups",)),
        "theme": FilterSql("record", "STAYS(one.theme)", ("themes",)),
        "answer/status": _term(f"coalesce(ans.status, '{NOT_WEIGHED}')", "processing_status"),
        "session": FilterSql("record", "STAYS(one.session)", ("sessions",)),
        "status": _term("one.status", "input_status"),
        "kind": _term("one.kind", "input_kind"),
        "stance": _term("one.stance", "stance"),
        "privacy": _term(f"coalesce(one.privacy, '{PRIVACY}')", "privacy"),
        "submitter": FilterSql("set", _members("submitter"), ("stakeholders", "participants")),
    },
    "theme": {},
    "session": {
        "phase": FilterSql("record", "one.phase", ("phases",)),
        "status": _term("one.status", "session_status"),
        "kind": _term("one.kind", "session_kind"),
        "group": FilterSql("set", _SESSION_GROUPS, ("groups",)),
        "party": FilterSql("set", _SESSION_PARTIES, ("stakeholders", "groups")),
    },
    "stakeholder": {
        "kind": _term("one.kind", "stakeholder_kind"),
        "group": FilterSql("set", _members("group"), ("groups",)),
        "heard": FilterSql("value", f"CASE WHEN {_HEARD} > 0 THEN '1' ELSE '0' END"),
    },
    "group": {
        "kind": _term("one.kind", "group_kind"),
        "in_motion": FilterSql("value", "CAST(coalesce(one.in_motion, 0) AS TEXT)"),
    },
    "participant": {
        "session": FilterSql("record", "STAYS(one.session)", ("sessions",)),
        "group": FilterSql("record", 'STAYS(one."group")', ("groups",)),
        "age": _term("one.age", "age_band"),
    },
    "follow_up": {
        "status": _term("one.status", "follow_up_status"),
        "owner": FilterSql("value", "one.owner"),
        "late": FilterSql("value", f"CASE WHEN {_IS_LATE} THEN '1' ELSE '0' END"),
    },
    "feedback": {
        "late": FilterSql("value", f"CASE WHEN {_FEEDBACK_LATE} THEN '1' ELSE '0' END"),
        "status": _term("coalesce(one.status, 'GEPL')", "feedback_status"),
        "channel": _term("one.channel", "channel"),
        "session": FilterSql("record", "STAYS(one.session)", ("sessions",)),
        "ready": FilterSql("value", f"CASE WHEN {_FEEDBACK_OPEN} = 0 THEN '1' ELSE '0' END"),
        "child_friendly": FilterSql("value", "CAST(coalesce(one.child_friendly, 0) AS TEXT)"),
    },
    "phase": {},
    DELETED: {"kind": FilterSql("value", "one.kind")},
}
"""What each filter of a list compares."""

TITLES: Mapping[str, str] = {
    "phases": "trim(coalesce(number, '') || ' ' || coalesce(name, ''))",
    "groups": "name",
    "themes": "trim(coalesce(number, '') || ' ' || coalesce(name, ''))",
    "sessions": "trim(coalesce(shown, '') || ' ' || coalesce(title, ''))",
    "stakeholders": "trim(coalesce(shown, '') || ' ' || coalesce(name, ''))",
    "participants": "trim(coalesce((SELECT shown FROM sessions WHERE key = session), '')"
    " || ' ' || coalesce(shown, ''))",
    "inputs": "trim(coalesce(shown, '') || ' ' || substr(coalesce(summary, words, ''), 1, 80))",
    "imports": "file",
    "plan_versions": "trim(coalesce(number, '') || ' ' || coalesce(description, ''))",
    "chapters": "trim(coalesce(number, '') || ' ' || coalesce(title, ''))",
    "bundles": "trim(coalesce(shown, '') || ' ' || coalesce(title, ''))",
}
"""How a record of a table is called in a list to choose from."""

_CODED = frozenset(kind.plural for kind in KINDS.values() if kind.series) | {"participants"}
_GONE_TITLES: Mapping[str, str] = {
    **TITLES,
    "stakeholders": "name",
    "sessions": "title",
    "inputs": "coalesce(summary, substr(words, 1, 240))",
    "follow_ups": "substr(description, 1, 240)",
    "contacts": "coalesce(function, name)",
    "terms": "nl",
    "rounds": "name",
    "attachments": "title",
    "exports": "file",
    "participants": "''",
    "bundles": "title",
    "answer_versions": "substr(text, 1, 240)",
    "text_blocks": "title",
    "feedbacks": f"coalesce({TOLD_NAME}, substr(text, 1, 240))",
}


def _gone() -> str:
    parts = [
        f"SELECT key, id, conflicts, '{kind.name}' AS kind,"
        f" {'shown' if kind.plural in _CODED else 'NULL'} AS code,"
        f" {_GONE_TITLES[kind.plural]} AS title FROM {kind.plural} WHERE deleted = 1"
        for kind in KINDS.values()
    ]
    return " UNION ALL ".join(parts)


GONE = f"({_gone()})"
"""All deleted records together, as a table with key, id, conflicts, kind, code and title."""
