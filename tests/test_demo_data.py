"""The demo round and the templates as data: all fits together, and nothing is put in real mouths.

Sessions, inputs and scores that nobody recorded sit on bodies and sessions marked "(fictief)"; a
real body keeps only what a named source says of it. Each rule is a small function that lists its
breaches, and each is shown a broken round that it must catch.
"""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from samen_desktop.core.codes import belongs_to
from samen_desktop.core.fields import Field, Kind, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.vocabulary import shipped

Row = dict[str, Any]
Round = dict[str, list[Row]]
Rule = Callable[[Round], Iterator[str]]

FILES = {
    "round": "round",
    "phases": "phase",
    "groups": "group",
    "stakeholders": "stakeholder",
    "contacts": "contact",
    "participants": "participant",
    "themes": "theme",
    "sessions": "session",
    "inputs": "input",
    "follow_ups": "follow_up",
}
# Sets have a plural name in the data, and a reader of the data needs no slash.
NAMES = {
    "groups": "group",
    "submitters": "submitter",
    "side_themes": "side_theme",
    "answer_status": "answer/status",
}
# People in general, of whom every opinion is somebody's and nobody's: they may have scores.
PEOPLE_IN_GENERAL = {"S-021", "S-022", "S-023", "S-024"}
SCORES = ("role", "interest", "influence", "involvement", "position")
FICTION = "(fictief)"
ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
MAIL = re.compile(r"[\w.+-]+@([\w-]+\.)+[a-z]{2,}")
PHONE = re.compile(r"(?<![\d-])(\+31|0)[\d -]{8,}\d")
NO_PHONE = re.compile(r"https?://\S+|\b\d\d-\d\d-\d{4}\b")
AGENDA = re.compile(r"\d+ \S.*")


def read(folder: Path) -> Round:
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")
    }


@pytest.fixture(scope="module")
def shipped_round(repository: Path) -> Round:
    return read(repository / "resources" / "demo")


@pytest.fixture
def demo(shipped_round: Round) -> Round:
    return copy.deepcopy(shipped_round)


def by_code(rows: list[Row]) -> dict[str, Row]:
    return {row["code"]: row for row in rows}


def participants(data: Round) -> set[str]:
    """How a participant is spoken of: `SE-07 Ouder 4`, or the code alone in the whole round."""
    return {
        " ".join(filter(None, (row.get("session"), row["code"]))) for row in data["participants"]
    }


# The rules.


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
        field = kind.field(NAMES.get(name, name))
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
    for file in ("stakeholders", "sessions", "inputs", "follow_ups"):
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


def real(data: Round) -> set[str]:
    """Codes of bodies that exist."""
    return {
        row["code"]
        for row in data["stakeholders"]
        if not row["name"].endswith(FICTION) and row["code"] not in PEOPLE_IN_GENERAL
    }


def is_fiction(session: Row) -> bool:
    return bool(session["title"].endswith(FICTION))


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
    if row["answer_status"] != "OPN" or "stance" in row or "priority" in row:
        yield "judged"


def follow_ups_come_from_fiction(data: Round) -> Iterator[str]:
    """Follow-ups are invented, so none may come from a real letter or meeting."""
    sessions = by_code(data["sessions"])
    inputs = by_code(data["inputs"])
    for row in data["follow_ups"]:
        origin = row["origin"]
        session = sessions[inputs[origin]["session"] if origin in inputs else origin]
        if not is_fiction(session):
            yield f"{row['code']}: comes from a real session"


RULES: tuple[Rule, ...] = (
    fields_are_known,
    codes_are_well_formed,
    codes_are_unique,
    references_resolve,
    phases_fit,
    days_fit,
    people_belong_to_their_input,
    agendas_have_minutes,
    nothing_to_reach_people_by,
    real_bodies_have_no_scores,
    sessions_are_marked,
    words_are_not_put_in_real_mouths,
    follow_ups_come_from_fiction,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_demo_round_keeps_the_rule(rule: Rule, shipped_round: Round) -> None:
    assert list(rule(shipped_round)) == []


def put(file: str, code: str, /, **values: object) -> Callable[[Round], None]:
    """Break a round: give the record of that code these values, None takes a field away."""

    def spoil(data: Round) -> None:
        row = next(r for r in data[file] if code in (r.get("code"), r.get("number"), r.get("of")))
        row.update(values)
        for name in [name for name, value in row.items() if value is None]:
            del row[name]

    return spoil


BROKEN: tuple[tuple[Rule, Callable[[Round], None]], ...] = (
    (fields_are_known, put("inputs", "I-0006", mood="blij")),
    (fields_are_known, put("inputs", "I-0006", kind="KLACHT")),
    (fields_are_known, put("inputs", "I-0006", words=None)),
    (fields_are_known, put("sessions", "SE-07", date="18-05-2022")),
    (fields_are_known, put("sessions", "SE-07", begin="19.30")),
    (fields_are_known, put("sessions", "SE-07", attendance={"ouders": {"present": "26"}})),
    (fields_are_known, put("stakeholders", "S-036", by_name=2)),
    (fields_are_known, put("inputs", "I-0006", groups=["ouders", "ouders"])),
    (codes_are_well_formed, put("inputs", "I-0006", code="I-6")),
    (codes_are_well_formed, put("sessions", "SE-07", code="S-007")),
    (codes_are_unique, put("follow_ups", "A-002", code="A-001")),
    (codes_are_unique, put("themes", "TH2", number="TH1")),
    (references_resolve, put("inputs", "I-0015", submitters=["SE-07 Ouder 99"])),
    (references_resolve, put("inputs", "I-0015", side_themes=["TH99"])),
    (references_resolve, put("sessions", "SE-07", phase="7")),
    (references_resolve, put("sessions", "SE-07", attendance={"opa's": {"present": 3}})),
    (references_resolve, put("follow_ups", "A-001", origin="SE-99")),
    (days_fit, put("sessions", "SE-07", date="2022-11-18")),
    (days_fit, put("sessions", "SE-07", end="18:00")),
    (phases_fit, put("phases", "1", end_planned="2025-06-30")),
    (days_fit, put("inputs", "I-0015", date="2022-05-19")),
    (days_fit, put("follow_ups", "A-001", done_on=None)),
    (people_belong_to_their_input, put("inputs", "I-0015", submitters=["SE-09 Jongere 1"])),
    (people_belong_to_their_input, put("inputs", "I-0015", submitters=[])),
    (agendas_have_minutes, put("sessions", "SE-07", agenda="Welkom")),
    (nothing_to_reach_people_by, put("contacts", "S-036", email="info@aanbieder.nl")),
    (nothing_to_reach_people_by, put("inputs", "I-0015", words="Bel mij op 050 123 45 67.")),
    (nothing_to_reach_people_by, put("contacts", "S-036", name="J. de Vries")),
    (real_bodies_have_no_scores, put("stakeholders", "S-002", influence="HOOG")),
    (real_bodies_have_no_scores, put("stakeholders", "S-015", position="Is tegen.")),
    (real_bodies_have_no_scores, put("contacts", "S-036", of="S-002")),
    (sessions_are_marked, put("sessions", "SE-07", title="Ouders in gesprek, wijkcentrum")),
    (sessions_are_marked, put("sessions", "SE-01", agenda="10 Welkom")),
    (sessions_are_marked, put("sessions", "SE-01", attendance={"S-014": {"present": 9}})),
    (sessions_are_marked, put("sessions", "SE-03", attendance={"S-002": {"present": 1}})),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0006", submitters=["S-002"])),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", internal_note=None)),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", answer_status="DEE")),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", stance="KRITI")),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", submitters=["S-036"])),
    (follow_ups_come_from_fiction, put("follow_ups", "A-001", origin="SE-11")),
    (follow_ups_come_from_fiction, put("follow_ups", "A-001", origin="I-0001")),
)


@pytest.mark.parametrize(("rule", "spoil"), BROKEN)
def test_a_broken_round_is_caught(rule: Rule, spoil: Callable[[Round], None], demo: Round) -> None:
    spoil(demo)
    assert list(rule(demo))


def test_every_rule_is_shown_a_broken_round() -> None:
    assert {rule for rule, _ in BROKEN} == set(RULES)


def test_every_screen_has_something_to_show(shipped_round: Round) -> None:
    """A demo shows states, so each closed status that a screen tells apart occurs."""
    seen = {
        "session": {row["status"] for row in shipped_round["sessions"]},
        "input": {row["status"] for row in shipped_round["inputs"]},
        "fate": {row["answer_status"] for row in shipped_round["inputs"]},
        "follow-up": {row["status"] for row in shipped_round["follow_ups"]},
    }
    assert seen["session"] == {"GEPL", "UITGEN", "GEHOUD", "VERZET", "AFGEL"}
    assert seen["input"] == {"RUW", "GECOD", "GECTR", "TERUG"}
    assert seen["fate"] == {"OVG", "DEE", "NOV", "TKN", "BRK", "BUI", "VRG", "OPN"}
    assert seen["follow-up"] == {"OPEN", "LOOPT", "WACHT", "GEREED", "VERV"}


def test_a_group_is_still_to_be_heard(shipped_round: Round) -> None:
    """Reach has something to warn of: a group that is planned, and that nobody has heard."""
    held = {row["code"] for row in shipped_round["sessions"] if row["status"] == "GEHOUD"}
    groups_of = {row["code"]: row.get("groups", []) for row in shipped_round["stakeholders"]}
    came: set[str] = set()
    planned: set[str] = set()
    for row in shipped_round["sessions"]:
        for party, counts in row.get("attendance", {}).items():
            groups = set(groups_of.get(party, [party]))
            if row["code"] in held and counts.get("present"):
                came |= groups
            if row["status"] in ("GEPL", "UITGEN"):
                planned |= groups
    said = {group for row in shipped_round["inputs"] for group in row.get("groups", [])}
    assert planned - came - said == {"ketenpartners"}


def test_every_file_belongs_to_a_kind(repository: Path) -> None:
    for folder in (
        repository / "resources" / "demo",
        *(repository / "resources/templates").iterdir(),
    ):
        assert set(read(folder)) <= set(FILES)


@pytest.mark.parametrize("name", ["consultatieronde", "leeg"])
def test_templates_hold_frames_and_no_content(name: str, repository: Path) -> None:
    data = read(repository / "resources" / "templates" / name)
    assert list(fields_are_known(data)) == []
    assert set(data) <= {"round", "phases", "groups"}
    assert data["round"][0]["status"] == "VOORB"
    assert "demo" not in data["round"][0]
    dated = {field.name for field in KINDS["phase"].fields if field.type is Type.DATE}
    assert not any(dated & set(phase) for phase in data.get("phases", []))
