"""What the reports about answers say, in plain rows and blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.answer_rows import AnsweredRow, AnswerRow, FeedbackRow
from samen_desktop.core.reports.catalogue import REPORTS, document, report
from samen_desktop.core.reports.choices import Choice, read_choice, write_choice
from samen_desktop.core.reports.counting import count
from samen_desktop.core.reports.document import Block, Facts, Grid, Heading, Paragraph
from samen_desktop.core.reports.editions import COLLEAGUE, INTERN, PUBLIC, Edition
from samen_desktop.core.reports.filters import Filters
from samen_desktop.core.reports.marks import Mark, Marked
from samen_desktop.core.reports.sheet import Cell
from samen_desktop.core.reports.view import View

from .made_round import (
    ATTENDANCE,
    CANARY,
    INPUT,
    SESSIONS,
    STAKEHOLDERS,
    MadeRound,
    answer,
    dutch,
    english,
    reports,
)

SHOWN = replace(
    INPUT, privacy="OPENB", entry_status="GECTR", public_status="OVG", crowds=(("g1", 26),)
)


def rows(made: MadeRound, name: str, sheet: str, edition: Edition) -> list[dict[str, Cell]]:
    book = reports(made, name, edition=edition).workbook
    (found,) = (each for each in book.sheets if each.title == sheet)
    titles = [column.title for column in found.columns]
    return [dict(zip(titles, row, strict=True)) for row in found.rows()]


def nota(*inputs: object, edition: Edition = PUBLIC) -> list[dict[str, Cell]]:
    made = MadeRound(input_rows=inputs)  # type: ignore[arg-type]
    return rows(made, "nota", "Nota van beantwoording", edition)


def blocks(made: MadeRound, name: str, edition: Edition = COLLEAGUE) -> Iterator[Block]:
    view = View(made, edition, "nl", dutch)
    return document([REPORTS[name]], made, view).blocks()


def test_the_columns_of_the_nota_are_those_of_the_handbook_in_order() -> None:
    book = reports(MadeRound(), "nota", edition=PUBLIC).workbook
    assert [sheet.title for sheet in book.sheets] == [
        "Leeswijzer", "Nota van beantwoording", "Bundels", "Cijfers",
    ]  # fmt: skip
    assert [column.title for column in book.sheets[1].columns] == [
        "Nr", "Indiener", "Groep", "Bron", "Datum", "Samenvatting inbreng", "Thema", "Bundel",
        "Beantwoording", "Verwerking", "Motivering", "Leidt tot aanpassing",
        "Wijziging in het plan", "Vindplaats", "Versie",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("people", "said"),
    [(26, "Ouder 4"), (3, "Ouder 4"), (2, "enkele ouders"), (0, "enkele ouders")],
)
def test_of_a_small_group_only_the_group_is_named_in_public(people: int, said: str) -> None:
    row = replace(SHOWN, crowds=(("g1", people),))
    assert [each["Indiener"] for each in nota(row)] == [said]
    assert [each["Indiener"] for each in nota(row, edition=INTERN)] == ["Ouder 4"]


def test_two_of_one_small_group_are_named_once() -> None:
    row = replace(SHOWN, participants=("Ouder 4", "Ouder 5"), crowds=(("g1", 2), ("g1", 2)))
    assert [each["Indiener"] for each in nota(row)] == ["enkele ouders"]
    nobody = replace(SHOWN, crowds=(("", 0),))
    assert [each["Indiener"] for each in nota(nobody)] == ["enkele deelnemers"]


def test_an_organisation_is_named_in_public_only_where_it_may_be() -> None:
    first, second, *_ = STAKEHOLDERS
    parties = (
        replace(first, privacy="OPENB", by_name=True),
        replace(second, privacy="OPENB", by_name=False),
    )
    row = replace(SHOWN, participants=(), crowds=(), stakeholders=("S-001", "S-002"))
    made = MadeRound(input_rows=(row,), stakeholder_rows=parties)
    (found,) = rows(made, "nota", "Nota van beantwoording", PUBLIC)
    assert found["Indiener"] == "Aanbieder A (fictief); S-002"
    closed = MadeRound(input_rows=(row,), stakeholder_rows=(replace(first, by_name=True),))
    (found,) = rows(closed, "nota", "Nota van beantwoording", PUBLIC)
    assert found["Indiener"] == "S-001; S-002"


def test_numbers_of_one_or_two_people_are_not_told_in_public_nor_to_be_reckoned() -> None:
    visits = (ATTENDANCE[0], replace(ATTENDANCE[0], group="g2", present=2))
    open_rows = tuple(replace(row, privacy="OPENB") for row in visits)
    sessions = (replace(SESSIONS[0], privacy="OPENB", present=28),)
    made = MadeRound(attendance_rows=open_rows, session_rows=sessions)
    assert [each["Aanwezig"] for each in rows(made, "overview", "Deelname", PUBLIC)] == [26, None]
    assert [each["Aanwezig"] for each in rows(made, "overview", "Sessies", PUBLIC)] == [None]
    assert [each["Aanwezig"] for each in rows(made, "overview", "Sessies", INTERN)] == [28]
    (head,) = rows(made, "impression", "Impressies", PUBLIC)
    assert head["Aanwezig per groep"] == "26 ouders, enkele ervaringsdeskundigen"


def test_the_public_has_no_sheet_of_follow_ups() -> None:
    book = reports(MadeRound(), "overview", "impression", edition=PUBLIC).workbook
    assert not {"Acties", "Wat wij doen"} & {sheet.title for sheet in book.sheets}


def test_what_was_not_adopted_stands_with_its_reason() -> None:
    (row,) = nota(replace(SHOWN, status="NOV"), edition=COLLEAGUE)
    assert row["Verwerking"] == Marked("niet overgenomen", Mark.NOT_ADOPTED)
    assert row["Motivering"]
    assert row["Leidt tot aanpassing"] == "nee"


@dataclass
class Pending(MadeRound):
    """One input of which the answer is a draft, published before or not."""

    last: AnswerRow | None = None

    def answered(self) -> Iterator[AnsweredRow]:
        for row in super().answered():
            drafted = replace(answer("NOV"), text=f"{CANARY} concept", state="CONCEPT", version=2)
            yield AnsweredRow(row.input, replace(row.subject, answer=drafted, last=self.last))


def test_a_draft_is_still_being_considered_or_what_was_published_before() -> None:
    (row,) = rows(Pending(input_rows=(SHOWN,)), "nota", "Nota van beantwoording", PUBLIC)
    assert row["Verwerking"] == Marked("nog in behandeling", Mark.OPEN)
    assert not any(row[title] for title in ("Beantwoording", "Motivering", "Vindplaats"))
    before = Pending(input_rows=(SHOWN,), last=answer("OVG"))
    (row,) = rows(before, "nota", "Nota van beantwoording", PUBLIC)
    assert row["Verwerking"] == Marked("overgenomen", Mark.ADOPTED)
    assert row["Versie"] == "1 (10-06-2022)"
    (row,) = rows(before, "nota", "Nota van beantwoording", COLLEAGUE)
    assert row["Beantwoording"] == f"{CANARY} concept"
    assert row["Status antwoord"] == "concept"


def test_ten_remarks_of_one_party_are_one_party() -> None:
    made = MadeRound(input_rows=(*[SHOWN] * 10, replace(SHOWN, stakeholders=("S-001",))))
    voices = count(made.answered())
    assert (voices.inputs, voices.sessions, voices.parties, voices.persons) == (11, 1, 1, 1)


def test_the_text_of_the_nota_reads_from_what_was_said_to_what_was_done() -> None:
    made = MadeRound(input_rows=(SHOWN, replace(SHOWN, code="I-0002", status="NOV")))
    found = list(blocks(made, "nota", PUBLIC))
    at = next(
        number for number, block in enumerate(found)
        if isinstance(block, Heading) and block.level == 3
    )  # fmt: skip
    heading, what, summary, inputs, our, text, facts = found[at : at + 7]
    assert isinstance(heading, Heading)
    assert isinstance(inputs, Grid)
    assert isinstance(facts, Facts)
    assert [block.text for block in (what, summary, our, text) if isinstance(block, Paragraph)] == [
        "Wat is gezegd",
        "Mensen willen weten wat ermee gebeurt.",
        "Ons antwoord",
        "Wie het niet eens is met de hulp, kan een tweede gesprek vragen.",
    ]
    assert [word for word, _ in facts.rows] == [
        "Verwerking", "Wijziging in het plan", "Vindplaats", "Versie van het antwoord",
    ]  # fmt: skip
    whys = [word for block in found if isinstance(block, Facts) for word, _ in block.rows]
    assert "Waarom niet" in whys


def test_an_impression_says_how_far_its_report_is() -> None:
    draft = replace(SESSIONS[0], report_status="TERINZ", impression="Er is geluisterd.")
    made = MadeRound(session_rows=(draft,), input_rows=(SHOWN,))
    told = list(blocks(made, "impression"))
    heads = [block for block in told if isinstance(block, Facts)]
    states = [value for block in heads for word, value in block.rows if word == "Verslagstatus"]
    assert states == [Marked("ter controle bij deelnemers", Mark.PARTLY)]
    assert any(
        "nog niet vastgesteld" in block.text for block in told if isinstance(block, Paragraph)
    )
    texts = [
        block.text for block in blocks(made, "impression", PUBLIC) if isinstance(block, Paragraph)
    ]
    assert any("geen sessie" in text for text in texts)


@dataclass
class Told(MadeRound):
    """One recipient, a child or not."""

    child: bool = False

    def feedback(self) -> Iterator[FeedbackRow]:
        for row in super().feedback():
            who = replace(row, stakeholder="", person="Kind 6", crowd=("g1", 18), text="Dag Kim,")
            yield replace(who, child_friendly=self.child)


def test_a_letter_speaks_to_whom_it_is_for() -> None:
    made = Told(input_rows=(SHOWN,))
    adult = [block.text for block in blocks(made, "feedback") if isinstance(block, Paragraph)]
    assert "Beste Kind 6," in adult
    assert "Dag Kim," in adult
    assert "Wat u zei (I-0001)" in adult
    child = [
        block.text
        for block in blocks(Told(input_rows=(SHOWN,), child=True), "feedback")
        if isinstance(block, Paragraph)
    ]
    assert "Dit zei je (I-0001)" in child
    public = [
        block.text for block in blocks(made, "feedback", PUBLIC) if isinstance(block, Paragraph)
    ]
    assert "Dag Kim," not in public  # own words are no part of it


def test_a_letter_promises_nothing_that_was_not_approved() -> None:
    made = Pending(input_rows=(SHOWN,))
    letter = [
        block.text for block in blocks(made, "feedback", INTERN) if isinstance(block, Paragraph)
    ]
    assert not any("concept" in text for text in letter)
    assert "Wij zijn hier nog mee bezig. U hoort van ons als er een antwoord is." in letter


def test_a_report_is_asked_for_in_either_language() -> None:
    assert report("nota") is REPORTS["nota"]
    assert report("Overzicht") is REPORTS["overview"]
    with pytest.raises(KnownError) as refused:
        report("brief")
    assert "terugkoppeling" in refused.value.say("nl")


def test_reports_speak_english_too() -> None:
    book = reports(MadeRound(), *REPORTS, edition=INTERN, language="en", label=english).workbook
    titles = [sheet.title for sheet in book.sheets]
    assert titles[:3] == ["Reading guide", "Response memorandum", "Bundles"]
    assert len({sheet.table.lower() for sheet in book.sheets}) == len(titles)
    assert all(len(title) <= 31 for title in titles)


def test_a_choice_is_read_as_it_was_written_and_nothing_else_is() -> None:
    choice = Choice(name="Raad", report="nota", filters=Filters(theme="TH9"), columns=("Nr",))
    assert read_choice("Raad", write_choice(choice)) == choice
    for text in ("", "[]", "{}", '{"filters": 3}', '{"filters": {"x": 1}, "columns": []}'):
        assert read_choice("x", text) is None
