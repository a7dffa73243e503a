"""Rules of the demo round: all fits together, and nothing is put in real mouths.

Sessions, inputs and scores that nobody recorded sit on bodies and sessions marked "(fictief)"; a
real body keeps only what a named source says of it. Each rule lists its breaches.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from samen_desktop.core.codes import belongs_to
from samen_desktop.core.fields import Field, Kind, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.vocabulary import shipped
from samen_desktop.store.seed import log_name

from .reading import (
    FICTION,
    FILES,
    Round,
    Row,
    by_code,
    chapters,
    is_fiction,
    owners,
    participants,
    real,
)

SCORES = ("role", "interest", "influence", "involvement", "position")
ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
MAIL = re.compile(r"[\w.+-]+@([\w-]+\.)+[a-z]{2,}")
PHONE = re.compile(r"(?<![\d-])(\+31|0)[\d -]{8,}\d")
NO_PHONE = re.compile(r"https?://\S+|\b\d\d-\d\d-\d{4}\b")
AGENDA = re.compile(r"\d+ \S.*")


def fields_are_known(data: Round) -> Iterator[str]:
    """Every field is one of its kind and holds what its type allows; terms are shipped ones."""
    for file, rows in data.items():
        kind = KINDS[FILES[file]]
        for place, row in enumerate(rows):
            for name, value in row.items():
                yield from (
                    f"{file}[{place}].{name}: {fault}" for fault in field_faults(kind, name, value)
                )
            for field in kind.fields:
                if field.required and not row.get(field.name):
                    yield f"{file}[{place}].{field.name}: missing"


def field_faults(kind: Kind, name: str, value: object) -> Iterator[str]:
    try:
        field = kind.field(log_name(name))
    except KeyError:
        yield "no such field"
        return
    if field.type is Type.COUNTS:
        yield from counts_faults(field, value)
    elif field.type is Type.MEMBERS:
        if not isinstance(value, list) or len(set(value)) != len(value):
            yield "no list of different members"
    else:
        yield from scalar_faults(field, value)


def counts_faults(field: Field, value: object) -> Iterator[str]:
    assert isinstance(value, dict)
    parts = {part.name: part for part in field.parts}
    for counts in value.values():
        for part, count in counts.items():
            if part in parts:
                yield from scalar_faults(parts[part], count)
            else:
                yield f"{part}: no such count"


def scalar_faults(field: Field, value: object) -> Iterator[str]:
    if field.type in (Type.WHOLE, Type.YES_NO):
        if type(value) is not int or (field.type is Type.YES_NO and value not in (0, 1)):
            yield f"{value!r} is no number of this kind"
    elif not isinstance(value, str) or not value or value != value.strip():
        yield f"{value!r} is no text, empty, or has blanks around it"
    elif not text_fits(field, value):
        yield f"{value} does not fit"


def text_fits(field: Field, value: str) -> bool:
    if field.type is Type.TERM:
        return shipped(field.vocabulary, value) is not None
    forms = {Type.DATE: ISO, Type.TIME: CLOCK}
    return field.type not in forms or bool(forms[field.type].fullmatch(value))


def codes_are_well_formed(data: Round) -> Iterator[str]:
    for file in ("stakeholders", "sessions", "bundles", "inputs", "follow_ups"):
        series = KINDS[FILES[file]].series
        assert series is not None
        for row in data[file]:
            short = len(row["code"]) != len(series.prefix) + 1 + series.digits
            if short or not belongs_to(row["code"], series):
                yield f"{row['code']}: form"


def codes_are_unique(data: Round) -> Iterator[str]:
    named: dict[str, list[str]] = {
        **{f: [row["code"] for row in data[f]] for f in FILES if "code" in next(iter(data[f]))},
        "participants": [f"{row.get('session')} {row['code']}" for row in data["participants"]],
        "phases": [row["number"] for row in data["phases"]],
        "themes": [row["number"] for row in data["themes"]],
        "groups": [row["name"] for row in data["groups"]],
        "plan versions": [row["number"] for row in data["plan_versions"]],
        "chapters": [f"{row['version']} {row['number']}" for row in data["chapters"]],
        "answer versions": [f"{row['of']} {row['version']}" for row in data["answer_versions"]],
        "text blocks": [row["title"] for row in data["text_blocks"]],
        "names of stakeholders": [row["name"] for row in data["stakeholders"]],
        "words of inputs": [row["words"] for row in data["inputs"]],
    }
    for what, codes in named.items():
        yield from (f"{what}: {code} twice" for code, n in Counter(codes).items() if n > 1)


def references_resolve(data: Round) -> Iterator[str]:
    groups = {row["name"] for row in data["groups"]}
    stakeholders = set(by_code(data["stakeholders"]))
    sessions = set(by_code(data["sessions"]))
    inputs = set(by_code(data["inputs"]))
    people = participants(data)
    themes = {row["number"] for row in data["themes"]}
    plan = chapters(data)
    targets: dict[tuple[str, str], set[str]] = {
        ("stakeholders", "groups"): groups,
        ("contacts", "of"): stakeholders | people,
        ("participants", "session"): sessions,
        ("participants", "group"): groups,
        ("themes", "parent"): themes,
        ("sessions", "phase"): {row["number"] for row in data["phases"]},
        ("sessions", "attendance"): groups | stakeholders,
        ("inputs", "session"): sessions,
        ("inputs", "submitters"): stakeholders | people,
        ("inputs", "groups"): groups,
        ("inputs", "theme"): themes,
        ("inputs", "side_themes"): themes,
        ("inputs", "bundle"): set(by_code(data["bundles"])),
        ("inputs", "chapters"): plan,
        ("inputs", "answer_place"): plan,
        ("bundles", "theme"): themes,
        ("bundles", "chapters"): plan,
        ("bundles", "answer_place"): plan,
        ("chapters", "version"): {row["number"] for row in data["plan_versions"]},
        ("chapters", "parent"): plan,
        ("chapters", "follows"): plan,
        ("answer_versions", "of"): set(owners(data)),
        ("answer_versions", "place"): plan,
        ("feedbacks", "to"): stakeholders | people | groups,
        ("feedbacks", "session"): sessions,
        ("follow_ups", "origin"): sessions | inputs,
    }
    for (file, field), known in targets.items():
        for row in data[file]:
            value = row.get(field, [])
            for one in [value] if isinstance(value, str) else value:
                if one not in known:
                    yield f"{file}.{field}: {one} is not there"


def phases_fit(data: Round) -> Iterator[str]:
    whole = data["round"][0]
    for phase in data["phases"]:
        starts = [phase[name] for name in ("start_planned", "start_actual") if name in phase]
        ends = [phase[name] for name in ("end_planned", "end_actual") if name in phase]
        if min(starts) < whole["start"] or max(ends) > whole["end"] or min(ends) < min(starts):
            yield f"phase {phase['number']}: outside the round"


def days_fit(data: Round) -> Iterator[str]:
    """Sessions lie in their phase, inputs on the day of their session; what is done has a day."""
    phases = {row["number"]: row for row in data["phases"]}
    sessions = by_code(data["sessions"])
    for code, session in sessions.items():
        if session.get("begin", "") > session.get("end", ""):
            yield f"{code}: ends before it begins"
        if "phase" in session and not lies_in(session["date"], phases[session["phase"]]):
            yield f"{code}: outside its phase"
    for row in data["inputs"]:
        if "session" in row and row["date"] != sessions[row["session"]]["date"]:
            yield f"{row['code']}: not on the day of its session"
    for row in data["follow_ups"]:
        if (row["status"] == "GEREED") != ("done_on" in row):
            yield f"{row['code']}: done or not?"


def lies_in(day: str, phase: Row) -> bool:
    """A partial date lies in a phase when some day of it can."""
    start: str = phase["start_actual" if "start_actual" in phase else "start_planned"]
    end: str = phase["end_actual" if "end_actual" in phase else "end_planned"]
    return start[: len(day)] <= day <= end[: len(day)]


def people_belong_to_their_input(data: Round) -> Iterator[str]:
    """A participant of one session speaks there; only an official's own change has no submitter."""
    stakeholders = set(by_code(data["stakeholders"]))
    for row in data["inputs"]:
        if not row.get("submitters") and row["kind"] != "AMBTS":
            yield f"{row['code']}: nobody said it"
        for one in row.get("submitters", []):
            elsewhere = one.startswith("SE-") and not one.startswith(f"{row.get('session')} ")
            if one not in stakeholders and elsewhere:
                yield f"{row['code']}: {one} was not there"


def agendas_have_minutes(data: Round) -> Iterator[str]:
    for session in data["sessions"]:
        for line in session.get("agenda", "").splitlines():
            if not AGENDA.fullmatch(line):
                yield f"{session['code']}: {line}"


def nothing_to_reach_people_by(data: Round) -> Iterator[str]:
    """No telephone number at all, and no mail address but on the domain kept for examples."""
    text = json.dumps(data, ensure_ascii=False)
    for found in MAIL.finditer(text):
        if not found[0].endswith(".example.nl"):
            yield f"mail: {found[0]}"
    for found in PHONE.finditer(NO_PHONE.sub("", text)):
        yield f"phone: {found[0]}"
    for contact in data["contacts"]:
        if "name" in contact:
            yield "a contact with a name"


def real_bodies_have_no_scores(data: Round) -> Iterator[str]:
    bodies = real(data)
    for row in data["stakeholders"]:
        if row["code"] in bodies and any(name in row for name in SCORES):
            yield f"{row['code']}: a score on a real body"
    for row in data["contacts"]:
        if row["of"] in bodies:
            yield f"{row['of']}: a contact on a real body"


def sessions_are_marked(data: Round) -> Iterator[str]:
    """A session is fiction by its title, or names its source and holds nothing but that fact."""
    bodies = real(data)
    invented = ("leader", "reporter", "question", "agenda", "deviation", "deviation_reason")
    for row in data["sessions"]:
        if is_fiction(row):
            if bodies & set(row.get("attendance", {})):
                yield f"{row['code']}: a real body in an invented session"
            continue
        if "Bron: " not in row.get("impression", ""):
            yield f"{row['code']}: neither marked nor sourced"
        if any(name in row for name in invented):
            yield f"{row['code']}: more than its source says"
        if any(set(counts) - {"remark"} for counts in row.get("attendance", {}).values()):
            yield f"{row['code']}: invented counts"


def words_are_not_put_in_real_mouths(data: Round) -> Iterator[str]:
    """What a real body says has a source, no fate and no judgement; all else is marked fiction."""
    bodies = real(data)
    sessions = by_code(data["sessions"])
    for row in data["inputs"]:
        session = sessions.get(row.get("session", ""))
        fiction = is_fiction(session) if session else FICTION in row["words"]
        submitters = set(row.get("submitters", ()))
        if fiction and submitters & bodies:
            yield f"{row['code']}: invented words of a real body"
        if not fiction:
            yield from (f"{row['code']}: {fault}" for fault in fact_faults(row, submitters, bodies))


def fact_faults(row: Row, submitters: set[str], bodies: set[str]) -> Iterator[str]:
    note = row.get("internal_note", "")
    if not note.startswith("Bron: ") or "https://" not in note:
        yield "no source"
    if not submitters or submitters - bodies:
        yield "a fact by someone who does not exist"
    if any(name in row for name in ("stance", "priority", "handler", "chapters", "bundle")):
        yield "judged"
    if {name for name in row if name.startswith("answer_")} != {"answer_status"}:
        yield "answered"
    if row.get("answer_status") != "OPN":
        yield "weighed"


def follow_ups_come_from_fiction(data: Round) -> Iterator[str]:
    """Follow-ups are invented, so none may come from a real letter or meeting."""
    sessions = by_code(data["sessions"])
    inputs = by_code(data["inputs"])
    for row in data["follow_ups"]:
        origin = row["origin"]
        session = sessions[inputs[origin]["session"] if origin in inputs else origin]
        if not is_fiction(session):
            yield f"{row['code']}: comes from a real session"
