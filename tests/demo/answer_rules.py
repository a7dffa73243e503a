"""Rules of the demo round on the plan, bundles, answers and feedback. Each lists its breaches."""

from __future__ import annotations

from collections.abc import Iterator

from samen_desktop.core import answers

from .reading import FICTION, Round, answered, as_logged, by_code, is_fiction, owners, real


def outlines_follow(data: Round) -> Iterator[str]:
    """A chapter lies in the version of its parent and follows the version before; all is marked."""
    numbers = [row["number"] for row in data["plan_versions"]]
    before = dict(zip(numbers[1:], numbers, strict=False))
    for row in data["chapters"]:
        called = f"{row['version']} {row['number']}"
        if not str(row.get("parent", row["version"])).startswith(row["version"]):
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
