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

from samen_desktop.core import answers
from samen_desktop.core.codes import belongs_to
from samen_desktop.core.fields import Field, Kind, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.vocabulary import shipped
from samen_desktop.store.seed import log_name

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
    "plan_versions": "plan_version",
    "chapters": "chapter",
    "bundles": "bundle",
    "inputs": "input",
    "answer_versions": "answer_version",
    "text_blocks": "text_block",
    "feedbacks": "feedback",
    "follow_ups": "follow_up",
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


def chapters(data: Round) -> set[str]:
    """How a chapter is spoken of: version and number, `0.9 6.2`."""
    return {f"{row['version']} {row['number']}" for row in data["chapters"]}


def owners(data: Round) -> dict[str, Row]:
    """What carries an answer: every bundle, and every input that is in none."""
    alone = [row for row in data["inputs"] if "bundle" not in row]
    return by_code(data["bundles"] + alone)


def answered(data: Round, owner: Row) -> list[Row]:
    """The inputs that an answer is for."""
    inside = [row for row in data["inputs"] if row.get("bundle") == owner["code"]]
    return inside if owner in data["bundles"] else [owner]


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


def outlines_follow(data: Round) -> Iterator[str]:
    """A chapter lies in the version of its parent and follows the version before; all is marked."""
    numbers = [row["number"] for row in data["plan_versions"]]
    before = dict(zip(numbers[1:], numbers, strict=False))
    for row in data["chapters"]:
        called = f"{row['version']} {row['number']}"
        if not row.get("parent", row["version"]).startswith(row["version"]):
            yield f"{called}: lies in another version"
        if "follows" in row and not row["follows"].startswith(f"{before.get(row['version'])} "):
            yield f"{called}: does not follow the version before"
    for row in data["plan_versions"]:
        if FICTION not in row.get("description", ""):
            yield f"{row['number']}: not marked as invented"


def bundles_hold_together(data: Round) -> Iterator[str]:
    """A bundle is of one theme, is answered as a whole, and has no opposites or real bodies."""
    for bundle in data["bundles"]:
        inside = answered(data, bundle)
        if len(inside) < 2:
            yield f"{bundle['code']}: holds fewer than two"
        opposites = {code for row in inside for code in row.get("contradicts", ())}
        for row in inside:
            if row["theme"] != bundle["theme"]:
                yield f"{row['code']}: of another theme than {bundle['code']}"
            if any(name.startswith("answer_") or name == "handler" for name in row):
                yield f"{row['code']}: has an answer beside that of {bundle['code']}"
            if row["code"] in opposites or set(row.get("submitters", ())) & real(data):
                yield f"{row['code']}: does not belong in {bundle['code']}"


def answers_are_complete(data: Round) -> Iterator[str]:
    """What left the desk lacks nothing; approval has a function and a day after the input."""
    for code, owner in owners(data).items():
        state = owner.get("answer_state", answers.DRAFT)
        if owner.get("answer_status", answers.NOT_WEIGHED) == answers.NOT_WEIGHED:
            if state != answers.DRAFT or "answer_text" in owner:
                yield f"{code}: answered and not weighed"
            continue
        if state != answers.DRAFT:
            yield from (f"{code}: lacks {name}" for name in answers.missing(as_logged(owner)))
        approved = state in (answers.APPROVED, answers.PUBLISHED)
        if not approved == ("answer_approved_by" in owner) == ("answer_approved_on" in owner):
            yield f"{code}: approved or not?"
        if approved and owner["answer_approved_on"] < max(
            row["date"] for row in answered(data, owner)
        ):
            yield f"{code}: approved before it was said"


def as_logged(row: Row) -> Row:
    return {log_name(name): value for name, value in row.items()}


def what_was_published_stays(data: Round) -> Iterator[str]:
    """A published answer is kept as a version; a later draft keeps the versions before it."""
    kept = {(row["of"], row["version"]): row for row in data["answer_versions"]}
    for code, owner in owners(data).items():
        published = owner.get("answer_state") == answers.PUBLISHED
        last = owner.get("answer_version", 0) - (0 if published else 1)
        if published and last < 1:
            yield f"{code}: published without a version"
        of_this = {version for of, version in kept if of == code}
        if of_this != set(range(1, last + 1)):
            yield f"{code}: versions {sorted(of_this)}"
    for (of, version), row in kept.items():
        stands = version == owners(data)[of].get("answer_version")
        answer = {f"answer/{name}": value for name, value in row.items()}
        if not stands and answers.missing(answer):
            yield f"{of}: version {version} cannot be read back"
        if row["date"] < row.get("approved_on", owners(data)[of].get("answer_approved_on", "")):
            yield f"{of}: published before it was approved"


def the_published_was_checked(data: Round) -> Iterator[str]:
    """Only inputs that were checked have a published answer."""
    published = {row["of"] for row in data["answer_versions"]}
    for row in data["inputs"]:
        if row.get("bundle", row["code"]) in published and row["status"] not in ("GECTR", "TERUG"):
            yield f"{row['code']}: published and not checked"


def feedback_is_told(data: Round) -> Iterator[str]:
    """What was fed back was published, and its session had feedback since; sent has a day."""
    on = {row["of"]: row["date"] for row in data["answer_versions"] if row["version"] == 1}
    sent = {(row["session"], row.get("sent", "")) for row in data["feedbacks"]}
    for row in data["inputs"]:
        if row["status"] == "TERUG":
            since = on.get(row.get("bundle", row["code"]), "9")
            if not any(session == row["session"] and day >= since for session, day in sent):
                yield f"{row['code']}: nobody was told"
    sessions = by_code(data["sessions"])
    for row in data["feedbacks"]:
        if (row["status"] == "VERZO") != ("sent" in row):
            yield f"{row['to']}: sent or not?"
        if row["to"] in real(data) or not is_fiction(sessions[row["session"]]):
            yield f"{row['to']}: feedback on something real"
        if row["due"] < sessions[row["session"]]["date"]:
            yield f"{row['to']}: told before it was said"


def functions_are_no_names(data: Round) -> Iterator[str]:
    """Who owns, writes or approves is a function, in small letters, and never a person."""
    functions = ("owner", "handler", "answer_approved_by", "approved_by")
    for file in ("chapters", "bundles", "inputs", "answer_versions"):
        for row in data[file]:
            for name in functions:
                if row.get(name, "") != row.get(name, "").lower():
                    yield f"{file}: {row[name]}"


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
    outlines_follow,
    bundles_hold_together,
    answers_are_complete,
    what_was_published_stays,
    the_published_was_checked,
    feedback_is_told,
    functions_are_no_names,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_demo_round_keeps_the_rule(rule: Rule, shipped_round: Round) -> None:
    assert list(rule(shipped_round)) == []


def put(file: str, code: str, /, **values: object) -> Callable[[Round], None]:
    """Break a round: give the record of that name these values, None takes a field away."""

    def spoil(data: Round) -> None:
        names = ("code", "number", "of", "to", "title")
        row = next(r for r in data[file] if code in [r.get(name) for name in names])
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
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", answer_text="Wij nemen dit over.")),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", handler="jurist")),
    (fields_are_known, put("inputs", "I-0006", answer_mood="blij")),
    (fields_are_known, put("text_blocks", "Al in het plan", text=None)),
    (codes_are_unique, put("chapters", "8.2", number="8.1")),
    (codes_are_well_formed, put("bundles", "B-01", code="B-001")),
    (references_resolve, put("inputs", "I-0006", answer_place="1.0 5.2")),
    (references_resolve, put("bundles", "B-01", answer_place="9.2")),
    (references_resolve, put("inputs", "I-0022", bundle="B-99")),
    (references_resolve, put("feedbacks", "S-038", to="S-999")),
    (outlines_follow, put("chapters", "4.1", parent="1.0 4")),
    (outlines_follow, put("chapters", "4.2", follows="0.5 4")),
    (outlines_follow, put("plan_versions", "0.9", description="Concept voor advies.")),
    (bundles_hold_together, put("inputs", "I-0022", theme="TH4")),
    (bundles_hold_together, put("inputs", "I-0022", answer_status="OVG")),
    (bundles_hold_together, put("inputs", "I-0013", bundle=None)),
    (bundles_hold_together, put("inputs", "I-0022", submitters=["S-002"])),
    (bundles_hold_together, put("inputs", "I-0022", contradicts=["I-0102"])),
    (answers_are_complete, put("inputs", "I-0024", answer_reason=None)),
    (answers_are_complete, put("bundles", "B-09", answer_place=None)),
    (answers_are_complete, put("inputs", "I-0078", answer_text="  ")),
    (answers_are_complete, put("inputs", "I-0032", answer_approved_by=None)),
    (answers_are_complete, put("inputs", "I-0025", answer_approved_on="2022-12-01")),
    (answers_are_complete, put("inputs", "I-0029", answer_text="Volgt.")),
    (what_was_published_stays, put("inputs", "I-0006", answer_version=None)),
    (what_was_published_stays, put("inputs", "I-0006", answer_version=2)),
    (what_was_published_stays, put("bundles", "B-02", answer_version=None)),
    (what_was_published_stays, put("answer_versions", "B-02", reason=None)),
    (what_was_published_stays, put("answer_versions", "I-0006", date="2022-09-01")),
    (the_published_was_checked, put("inputs", "I-0113", status="RUW")),
    (feedback_is_told, put("inputs", "I-0025", status="TERUG")),
    (feedback_is_told, put("inputs", "I-0067", status="TERUG")),
    (feedback_is_told, put("feedbacks", "S-038", sent=None)),
    (feedback_is_told, put("feedbacks", "S-038", to="S-002")),
    (feedback_is_told, put("feedbacks", "S-038", session="SE-11")),
    (feedback_is_told, put("feedbacks", "S-038", due="2022-04-01")),
    (functions_are_no_names, put("bundles", "B-01", handler="J. de Vries")),
    (functions_are_no_names, put("chapters", "4.1", owner="Projectleider De Vries")),
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
        "fate": {row["answer_status"] for row in owners(shipped_round).values()},
        "answer": {row.get("answer_state") for row in owners(shipped_round).values()},
        "plan": {row["status"] for row in shipped_round["plan_versions"]},
        "chapter": {row["status"] for row in shipped_round["chapters"]},
        "feedback": {row["status"] for row in shipped_round["feedbacks"]},
        "follow-up": {row["status"] for row in shipped_round["follow_ups"]},
    }
    assert seen["session"] == {"GEPL", "UITGEN", "GEHOUD", "VERZET", "AFGEL"}
    assert seen["input"] == {"RUW", "GECOD", "GECTR", "TERUG"}
    assert seen["fate"] == {"OVG", "DEE", "NOV", "TKN", "BRK", "BUI", "VRG", "OPN"}
    assert seen["answer"] - {None} == set(answers.STATES)
    assert seen["plan"] == {"WERKV", "CONCEPT", "VASTG"}
    assert seen["chapter"] == {"TESCH", "INBEW", "TERCO", "GEREED"}
    assert seen["feedback"] == {"GEPL", "VERZO", "VERV"}
    assert seen["follow-up"] == {"OPEN", "LOOPT", "WACHT", "GEREED", "VERV"}


def test_the_desk_has_work(shipped_round: Round) -> None:
    """Much is still to be weighed; drafts lack something, and each duty occurs."""
    fates = [owner_of(shipped_round, row)["answer_status"] for row in shipped_round["inputs"]]
    assert 0.35 <= fates.count(answers.NOT_WEIGHED) / len(fates) <= 0.45
    lacking = {
        (row["answer_status"], name)
        for row in owners(shipped_round).values()
        if row["answer_status"] != answers.NOT_WEIGHED
        for name in answers.missing(as_logged(row))
    }
    assert lacking == {
        ("VRG", "answer/text"),
        ("NOV", "answer/reason"),
        ("DEE", "answer/reason"),
        ("OVG", "answer/place"),
    }


def owner_of(data: Round, row: Row) -> Row:
    return owners(data)[row.get("bundle", row["code"])]


def test_a_public_edition_has_what_to_show_and_what_to_hold_back(shipped_round: Round) -> None:
    open_rows = [row for row in shipped_round["inputs"] if row["privacy"] == "OPENB"]
    assert {row["status"] for row in open_rows} >= {"GECOD", "GECTR", "TERUG"}
    published = [
        row
        for row in open_rows
        if owner_of(shipped_round, row).get("answer_state") == answers.PUBLISHED
    ]
    assert 20 < len(published) < len(open_rows)
    assert any(row["privacy"] == "INTERN" for row in shipped_round["inputs"])


def test_the_plan_moves_on(shipped_round: Round) -> None:
    """Between versions a chapter changes, moves, comes and goes; an answer points to each fate."""
    plan = {f"{row['version']} {row['number']}": row for row in shipped_round["chapters"]}
    kept = {row["follows"]: row for row in plan.values() if "follows" in row}
    last = max(row["version"] for row in plan.values())
    pointed = {
        row["answer_place"] for row in owners(shipped_round).values() if "answer_place" in row
    }
    older = {place for place in pointed if plan[place]["version"] != last}
    assert [place for place in older if place not in kept] == ["0.9 5.2"]
    assert [place for place in older if kept.get(place, plan[place])["number"] != place[4:]] == [
        "0.9 13.1"
    ]
    assert any(row.get("text") != plan[place].get("text") for place, row in kept.items())
    assert any("follows" not in row for row in plan.values() if row["version"] == "0.9")


def test_feedback_is_late_and_speaks_to_children(shipped_round: Round) -> None:
    rows = shipped_round["feedbacks"]
    assert any(row["status"] == "GEPL" and row["due"] < "2022-06-20" for row in rows)
    assert any(row.get("sent", "") > row["due"] for row in rows)
    assert any(row.get("child_friendly") and row["channel"] == "KINDV" for row in rows)


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
