"""Reports as files: what an edition must not hold is looked for in every part of every file.

A canary is planted in each field that is closed to the edition, in each kind of row it holds back,
in all of Contact and in the drafts of answers. A control shows that the search would find them.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from samen_desktop.core.answers import ANSWER_FIELDS
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Field, Privacy, Scalar, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.reports.catalogue import REPORTS
from samen_desktop.core.reports.filters import Filters
from samen_desktop.core.reports.holding import Why
from samen_desktop.errands.handing_out import Order, foresee, record, write
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.exchange.writer import CancelledError
from samen_desktop.store import answering
from samen_desktop.store.confirming import confirm
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Edit
from tests.builders import a_round, a_writer, changed
from tests.figures import caught, tell

CANARY = "KANARIE"
PERSON = "Zwartendijk"
NUMBER = "06-12345678"
BSN = "111222333"
PUBLIC_REPORTS = tuple(each.name for each in REPORTS.values() if not each.internal)
TEXTS = tuple(each.name for each in REPORTS.values() if each.document)


def canaries(kind: str, below: Privacy) -> dict[str, Scalar]:
    """A canary in every text field of a kind that an edition of that openness may not show."""
    fields = (*KINDS[kind].fields, *(ANSWER_FIELDS if kind in ("input", "bundle") else ()))
    return {
        field.name: f"{CANARY} {kind} {field.name}"
        for field in fields
        if _is_text(field) and field.privacy.value < below.value
    }


def _is_text(field: Field) -> bool:
    return field.type in (Type.TEXT, Type.LONG) and field.name not in ("code", "source_key")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round in which everything that may not go out is marked."""
    path = tmp_path_factory.mktemp("planted") / "ronde.samen"
    with a_round(path, name="Jeugd", start="2022-01-01") as dossier:
        with dossier.edit("import") as edit:
            _plant(edit)
        _answer_all(dossier)
    return path


@pytest.fixture
def round_(planted: Path, tmp_path: Path) -> Iterator[Dossier]:
    """A copy of it, open."""
    path = tmp_path / "ronde.samen"
    shutil.copyfile(planted, path)
    with Dossier.open(path, a_writer()) as dossier:
        yield dossier


def _plant(edit: Edit) -> None:
    below = Privacy.PUBLIC
    edit.create("term", {"vocabulary": "stance", "code": "XKAN", "nl": f"{CANARY} houding"})
    phase = edit.create("phase", {"number": "1", "name": "Ophalen", "start_planned": "2022-04-01"})
    parents = edit.create("group", {"name": "ouders", "in_motion": 1})
    theme = edit.create("theme", {"number": "TH9", "name": "Rechtspositie"})
    hidden = edit.create("stakeholder", {"name": f"{CANARY} stil", "privacy": "INTERN"})
    shy = edit.create("stakeholder", {"name": f"{CANARY} liever niet", "privacy": "OPENB"})
    school = edit.create(
        "stakeholder",
        {**canaries("stakeholder", below), "name": "School A", "privacy": "OPENB", "by_name": 1},
    )
    session = edit.create(
        "session",
        {
            **canaries("session", below), "title": "Ouderavond", "status": "GEHOUD",
            "date": "2022-05-18", "phase": phase.hex(), "report_status": "PUBL",
            "impression": "Ouders spraken over klachten.", "privacy": "OPENB",
            f"attendance/{parents.hex()}/present": 26,
            f"attendance/{parents.hex()}/remark": f"{CANARY} bereik",
        },
    )  # fmt: skip
    draft = edit.create(
        "session",
        {"title": "Werksessie", "status": "GEHOUD", "date": "2022-05-19", "privacy": "OPENB",
         "report_status": "CONCEPT", "impression": f"{CANARY} nog te controleren"},
    )  # fmt: skip
    edit.create("session", {"title": f"{CANARY} besloten", "privacy": "COLLEG", "status": "GEHOUD"})
    who = edit.create(
        "participant", {"code": "Ouder 4", "session": session.hex(), "group": parents.hex()}
    )
    alone = edit.create(
        "participant", {"code": "Ouder 9", "session": draft.hex(), "group": parents.hex()}
    )
    for of, name in ((who, f"Anna {PERSON}"), (school, f"{CANARY} directeur")):
        contact = {**canaries("contact", below), "of": of.hex(), "name": name}
        edit.create("contact", {**contact, "email": f"{CANARY}@example.org", "phone": NUMBER})
    bundle = edit.create(
        "bundle",
        {**canaries("bundle", below), "title": "Niet eens, en dan?", "theme": theme.hex(),
         "summary": "Mensen willen weten waar zij heen kunnen."},
    )  # fmt: skip
    shown: dict[str, Scalar] = {
        "session": session.hex(),
        "theme": theme.hex(),
        "privacy": "OPENB",
        "status": "GECTR",
    }
    asked: dict[str, Scalar] = {
        **canaries("input", below),
        **shown,
        "stance": "XKAN",
        f"submitter/{who.hex()}": 1,
    }
    said: tuple[tuple[str, dict[str, Scalar]], ...] = (
        ("Waar kan ik heen zonder beschikking?", {"bundle": bundle.hex()}),
        ("Klagen moet ook elders kunnen.", {"bundle": bundle.hex()}),
        ("De school wil een vast gezicht.", {f"submitter/{school.hex()}": 1}),
        ("Van wie niet met naam mag.", {f"submitter/{shy.hex()}": 1}),
        ("Bij een stille partij.", {f"submitter/{hidden.hex()}": 1}),
        (f"Nog niet gecontroleerd {CANARY}", {"status": "GECOD"}),
        (f"Alleen voor collega's {CANARY}", {"privacy": "COLLEG"}),
        (f"Mijn dochter heet {PERSON}", {}),
        (f"Bel mij op {NUMBER}", {}),
        (f"Mijn nummer is {BSN}", {}),
    )
    for words, more in said:
        edit.create("input", {**asked, **more, "words": words})
    few = {**shown, "session": draft.hex(), f"submitter/{alone.hex()}": 1}
    edit.create("input", {**few, "words": "Ik was de enige ouder."})
    edit.create(
        "feedback",
        {**canaries("feedback", below), "to": who.hex(), "session": session.hex(),
         "status": "GEPL", "channel": "EMAIL"},
    )  # fmt: skip
    _plant_around(edit, session)


def _plant_around(edit: Edit, session: bytes) -> None:
    """The plan, and what is no input."""
    below = Privacy.PUBLIC
    version = edit.create("plan_version", {**canaries("plan_version", below), "number": "0.9"})
    edit.create(
        "chapter",
        {**canaries("chapter", below), "version": version.hex(), "number": "6.2",
         "title": "Waar u heen kunt"},
    )  # fmt: skip
    edit.create(
        "follow_up",
        {**canaries("follow_up", below), "origin": session.hex(), "status": "OPEN",
         "privacy": "OPENB"},
    )  # fmt: skip
    edit.create("text_block", {"title": f"{CANARY} blok", "text": f"{CANARY} tekst"})
    edit.create("attachment", {"file": f"{CANARY}.pdf", "privacy": "OPENB"})


def _answer_all(dossier: Dossier) -> None:
    """The bundle published and then begun anew, one approved, one with a name in it, a draft."""
    place = _record(dossier, "chapters", "number = '6.2'").hex()
    bundle = _record(dossier, "bundles", "1")
    good = {
        "answer/status": "DEE", "answer/text": "Een tweede gesprek kan altijd.",
        "answer/reason": "Op papier kost het te veel tijd.", "answer/place": place,
        "answer/change": "Alinea over de route bij onenigheid.",
    }  # fmt: skip
    answering.answer(dossier, [bundle], good)
    answering.approve(dossier, [bundle], by=f"{CANARY} wethouder", on="2022-06-01")
    answering.publish(dossier, [bundle], on="2022-06-10")
    answering.answer(dossier, [bundle], {"answer/text": f"{CANARY} nieuwe versie in de maak"})
    school = _record(dossier, "inputs", "words LIKE 'De school%'")
    answering.answer(dossier, [school], {**good, "answer/text": f"Mevrouw {PERSON} kijkt ernaar."})
    answering.approve(dossier, [school], by=f"{CANARY} wethouder", on="2022-06-01")
    shy = _record(dossier, "inputs", "words LIKE 'Van wie%'")
    drafted = {**good, "answer/text": f"{CANARY} concept", "answer/reason": f"{CANARY} reden"}
    answering.answer(dossier, [shy], drafted)


def _record(dossier: Dossier, table: str, where: str) -> bytes:
    return bytes(dossier.conn.execute(f"SELECT id FROM {table} WHERE {where}").fetchone()[0])


def made(
    dossier: Dossier, name: str, edition: str, *reports: str, filters: Filters | None = None
) -> Path:
    out = dossier.path.parent / name
    write(dossier.conn, Order(out, edition, "nl", reports, filters or Filters()))
    return out


def everything_in(path: Path) -> str:
    """All parts of a file, one after the other, tags taken out so that no word is cut by them."""
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    whole = "\n".join(parts)
    return whole + re.sub("<[^>]+>", "", whole)


SECRETS = (CANARY, PERSON, NUMBER, BSN)


@pytest.mark.parametrize("report", PUBLIC_REPORTS)
def test_no_public_workbook_holds_what_is_closed_to_it(round_: Dossier, report: str) -> None:
    found = everything_in(made(round_, "uit.xlsx", "openbaar", report))
    hits = sum(found.count(secret) for secret in SECRETS)
    tell(f"public workbook {report}", hits=hits)
    assert hits == 0


@pytest.mark.parametrize("report", TEXTS)
def test_no_public_text_holds_what_is_closed_to_it(round_: Dossier, report: str) -> None:
    found = everything_in(made(round_, "uit.docx", "openbaar", report))
    hits = sum(found.count(secret) for secret in SECRETS)
    tell(f"public text {report}", hits=hits)
    assert hits == 0


def test_the_search_finds_what_leaks(round_: Dossier) -> None:
    """The control: the internal edition of the same reports shows what may be inside."""
    found = everything_in(made(round_, "intern.xlsx", "intern", *PUBLIC_REPORTS))
    assert all(secret in found for secret in SECRETS)
    inside = everything_in(made(round_, "intern.docx", "intern", *TEXTS))
    assert all(secret in inside for secret in SECRETS)
    for kind in ("input", "follow_up", "feedback", "stakeholder"):
        assert f"{CANARY} {kind}" in found
    caught("the internal edition", hits=sum(found.count(secret) for secret in SECRETS))


@pytest.mark.parametrize("edition", ["intern", "collega", "openbaar"])
def test_no_edition_holds_a_contact(round_: Dossier, edition: str) -> None:
    for name, reports in (("uit.xlsx", PUBLIC_REPORTS), ("uit.docx", TEXTS)):
        found = everything_in(made(round_, name, edition, *reports))
        assert f"{CANARY}@example.org" not in found
        assert f"{CANARY} contact" not in found


def test_colleagues_read_no_note_or_stance(round_: Dossier) -> None:
    found = everything_in(made(round_, "uit.xlsx", "collega", *PUBLIC_REPORTS))
    for closed in canaries("input", Privacy.COLLEAGUE).values():
        assert str(closed) not in found
    assert f"{CANARY} houding" not in found
    assert f"{CANARY} stil" not in found


def rows_of(path: Path, sheet: str) -> list[dict[str, object]]:
    book = openpyxl_module().load_workbook(path)
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows if row[0]]


def test_the_public_nota_says_who_said_what_and_what_was_done(round_: Dossier) -> None:
    rows = rows_of(made(round_, "nota.xlsx", "openbaar", "nota"), "Nota van beantwoording")
    assert [row["Indiener"] for row in rows] == [
        "Ouder 4", "Ouder 4", "S-002; Ouder 4", "S-001; Ouder 4", "enkele ouders",
    ]  # fmt: skip
    first = rows[0]
    assert first["Beantwoording"] == "Een tweede gesprek kan altijd."  # as it was published
    assert first["Verwerking"] == "gedeeltelijk overgenomen"
    assert first["Motivering"] == "Op papier kost het te veel tijd."
    assert first["Leidt tot aanpassing"] == "gedeeltelijk"
    assert first["Vindplaats"] == "6.2 Waar u heen kunt (versie 0.9)"
    assert first["Versie"] == "1 (10-06-2022)"
    waiting = rows[2]  # its answer is a draft
    assert waiting["Verwerking"] == "nog in behandeling"
    assert not waiting["Beantwoording"]
    assert not waiting["Motivering"]


def test_what_stays_behind_is_told_with_its_reason_inside_only(round_: Dossier) -> None:
    out = round_.path.parent / "x.xlsx"
    found = foresee(round_.conn, Order(out, "openbaar", "nl", ("nota",)))
    reasons = {held.code: held.why for held in found.held_back}
    assert [code for code, why in reasons.items() if why is Why.LIKELY] == [
        "I-0008", "I-0009", "I-0010",
    ]  # fmt: skip
    assert reasons["I-0003"] is Why.ANSWER
    assert reasons["I-0006"] is Why.UNCHECKED
    assert reasons["I-0007"] is Why.CLASS
    public = made(round_, "nota.xlsx", "openbaar", "nota")
    assert "I-0008" not in everything_in(public)
    guide = {row["Onderwerp"]: row["Toelichting"] for row in rows_of(public, "Leeswijzer")}
    assert "3 mogelijk een persoonsgegeven" in str(guide["Achtergehouden"])
    assert guide["Planversie"] == "0.9"
    listed = rows_of(made(round_, "lijst.xlsx", "intern", "held-back"), "Niet openbaar")
    assert {"I-0006", "I-0008", "I-0003"} <= {row["Nr"] for row in listed}
    with pytest.raises(KnownError):
        made(round_, "lijst.xlsx", "openbaar", "held-back")


def test_a_row_goes_along_once_somebody_confirmed_it_and_until_its_text_changes(
    round_: Dossier,
) -> None:
    def shown() -> bool:
        return NUMBER in everything_in(made(round_, "nota.xlsx", "openbaar", "nota"))

    assert not shown()
    assert confirm(round_, "input", "I-0009")
    assert shown()
    record_ = _record(round_, "inputs", "shown = 'I-0009'")
    changed(round_, record_, "words", f"Bel mij thuis op {NUMBER}")
    assert not shown()
    assert confirm(round_, "input", "I-0009")  # read again
    assert shown()
    round_.undo()
    assert not shown()


def test_an_impression_is_public_once_its_report_is_adopted(round_: Dossier) -> None:
    public = everything_in(made(round_, "uit.docx", "openbaar", "impression"))
    assert "Ouders spraken over klachten." in public
    assert "Werksessie" not in public
    inside = everything_in(made(round_, "in.docx", "collega", "impression"))
    assert f"{CANARY} nog te controleren" in inside
    assert "nog niet vastgesteld" in inside


def test_foreseen_is_what_comes(round_: Dossier) -> None:
    for suffix, reports in ((".xlsx", PUBLIC_REPORTS), (".docx", TEXTS)):
        for edition in ("openbaar", "intern"):
            order = Order(round_.path.parent / f"uit{suffix}", edition, "nl", reports)
            written = write(round_.conn, order)
            assert dict(foresee(round_.conn, order).rows).items() <= dict(written.rows).items()


def test_filters_are_said_and_done(round_: Dossier) -> None:
    for filters, expected in (
        (Filters(session="SE-02"), 1),
        (Filters(theme="TH9"), 5),
        (Filters(phase="1"), 4),
    ):
        path = made(round_, "nota.xlsx", "openbaar", "nota", filters=filters)
        assert len(rows_of(path, "Nota van beantwoording")) == expected
        guide = {row["Onderwerp"]: row["Toelichting"] for row in rows_of(path, "Leeswijzer")}
        assert guide["Filter"] == filters.words.nl


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(theme="bestaat niet"), "Deze ronde heeft geen thema ‘bestaat niet’."),
        (Filters(phase="12"), "Deze ronde heeft geen fase ‘12’."),
        (Filters(session="SE-99"), "Deze ronde heeft geen sessie ‘SE-99’."),
    ],
)
def test_a_filter_that_the_round_does_not_know_makes_no_report(
    round_: Dossier, filters: Filters, said: str
) -> None:
    with pytest.raises(KnownError) as told:
        made(round_, "nota.xlsx", "openbaar", "nota", filters=filters)
    assert told.value.words.nl.startswith(said)
    assert not (round_.path.parent / "nota.xlsx").exists()


def test_chosen_columns_are_all_there_is(round_: Dossier) -> None:
    out = round_.path.parent / "nota.xlsx"
    columns = ("Beantwoording", "Interne noot", "Behandelaar (functie)")
    write(round_.conn, Order(out, "openbaar", "nl", ("nota",), columns=columns))
    (first, *_) = rows_of(out, "Nota van beantwoording")
    assert list(first) == ["Nr", "Beantwoording"]  # what is closed cannot be chosen


def test_everybody_is_told_what_was_done_with_what_they_said(round_: Dossier) -> None:
    path = made(round_, "t.xlsx", "collega", "feedback")
    rows = rows_of(path, "Terugkoppeling")
    (parent, *_) = [row for row in rows if row["Ontvanger"] == "Ouder 4"]
    assert parent["Kanaal"] == "e-mail"
    assert f"{CANARY} nieuwe versie" in str(parent["Antwoord in het kort"])
    (letter, *_) = [row for row in rows_of(path, "Teksten") if row["Ontvanger"] == "Ouder 4"]
    assert str(letter["Tekst voor de ontvanger"]).startswith("Beste Ouder 4,")
    assert {row["Ontvanger"] for row in rows} >= {"School A", "Ouder 9"}
    (due,) = {str(row["Gepland"])[:10] for row in rows if row["Sessie"] == "SE-01"}
    assert due == "2022-06-15"  # four weeks after the session


def test_the_matrix_stands_by_chapter_and_ends_with_what_has_no_place(round_: Dossier) -> None:
    book = openpyxl_module().load_workbook(made(round_, "m.xlsx", "intern", "matrix"))
    head, *rows = book["Verwerking per hoofdstuk"].iter_rows(values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["Hoofdstuk"] for row in told][:4] == ["6.2 Waar u heen kunt"] * 4
    assert told[-1]["Hoofdstuk"] == "(nog geen plaats in het plan)"
    assert told[0]["Tekst wordt"] == "Alinea over de route bij onenigheid."
    assert sorted({str(row["Nr"]) for row in told}) == [f"I-{at:04d}" for at in range(1, 12)]


def test_the_public_matrix_has_each_public_input_and_no_place_that_is_only_meant(
    round_: Dossier,
) -> None:
    book = openpyxl_module().load_workbook(made(round_, "m.xlsx", "openbaar", "matrix"))
    head, *rows = book["Verwerking per hoofdstuk"].iter_rows(values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["Hoofdstuk"][:4], row["Nr"]) for row in told] == [
        ("6.2 ", "I-0001"),
        ("6.2 ", "I-0002"),
        ("(nog", "I-0004"),  # its draft says 6.2
        ("(nog", "I-0005"),
        ("(nog", "I-0011"),
    ]


def test_what_went_out_is_recorded_with_how(round_: Dossier) -> None:
    out = round_.path.parent / "nota.docx"
    order = Order(out, "openbaar", "nl", ("nota",), Filters(theme="TH9"), "griffie")
    handed = write(round_.conn, order)
    assert record(round_, handed)
    told = round_.conn.execute(
        "SELECT report, edition, file, sha256, rows, filters, recipient FROM exports"
    ).fetchone()
    assert told == (
        "nota", "OPENB", "nota.docx", handed.sha256, handed.row_count, "thema TH9", "griffie",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["uit.xlsx", "uit.docx"])
def test_stopping_leaves_the_file_that_was_there(round_: Dossier, name: str) -> None:
    out = round_.path.parent / name
    out.write_text("van gisteren", encoding="utf-8")

    def stop(_: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        write(round_.conn, Order(out, "intern", "nl", ("nota",)), stop)
    assert out.read_text(encoding="utf-8") == "van gisteren"
    assert [path.name for path in out.parent.glob(".samen-*")] == []


def test_an_order_that_cannot_be_done_is_one_sentence_and_no_file(round_: Dossier) -> None:
    for name, edition, report, code in (
        ("uit.pdf", "openbaar", "nota", "no_format"),
        ("uit.docx", "openbaar", "matrix", "no_document"),
        ("uit.xlsx", "geheim", "nota", "edition_unknown"),
        ("uit.xlsx", "openbaar", "brief", "no_report"),
        ("uit.xlsx", "collega", "held-back", "internal_only"),
    ):
        with pytest.raises(KnownError) as refused:
            made(round_, name, edition, report)
        assert refused.value.code == code
        assert not (round_.path.parent / name).exists()


def test_several_reports_share_one_guide_and_count_an_input_once(round_: Dossier) -> None:
    path = made(round_, "alles.xlsx", "intern", *PUBLIC_REPORTS)
    book = openpyxl_module().load_workbook(path)
    assert book.sheetnames.count("Leeswijzer") == 1
    assert len(set(book.sheetnames)) == len(book.sheetnames)
    figures = rows_of(path, "Cijfers")
    fates = [row for row in figures if row["Onderdeel"] == "Verwerking"]
    counted = sum(int(str(row["Aantal inbrengen"])) for row in fates)
    assert counted == 11


def test_a_text_has_the_headings_people_look_for(round_: Dossier) -> None:
    document = docx.Document(str(made(round_, "nota.docx", "openbaar", "nota")))
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name.startswith("Heading")
    ]
    assert headings[:4] == [
        ("Heading 1", "1\u2003Over deze nota"),
        ("Heading 1", "2\u2003De inbreng in cijfers"),
        ("Heading 1", "3\u2003De gesprekken"),
        ("Heading 1", "4\u2003Beantwoording per thema"),
    ]
    assert ("Heading 2", "4.1\u2003Rechtspositie") in headings
    assert ("Heading 3", "B-01\u2003Niet eens, en dan?") in headings
