"""The list of what the public edition holds back, row by row with the reason. For inside only.

It is made by reading the public nota and impressions and writing none of it down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words

from .editions import PUBLIC
from .holding import Held
from .impressions import Impressions
from .nota import NOTA, Answers
from .sheet import Cell, Kind, Sheet
from .view import Shown, View

HELD = Words("Niet openbaar", "Not public")

ABOUT: Mapping[Words, Words] = {
    HELD: Words(
        "Wat de openbare editie achterhoudt, per rij met de reden. Deze lijst is alleen intern. "
        "Een rij met een mogelijk persoonsgegeven gaat mee als iemand die heeft gecontroleerd.",
        "What the public edition holds back, row by row with the reason. This list is internal. "
        "A row with likely personal data goes along once somebody checked it.",
    ),
}


def held_sheet(answers: Answers) -> Sheet:
    """One row for each row that is held back."""
    view = answers.view
    columns = (
        Shown(Words("Nr", "No."), 24, Kind.CODE),
        Shown(Words("Soort", "Kind"), 40),
        Shown(Words("Reden", "Reason"), 90),
        Shown(Words("Wat erop lijkt", "What it looks like"), 120),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        for held in held_back(answers):
            yield (
                held.code,
                view.say(KINDS[held.kind].words),
                view.say(held.why.words),
                ", ".join(view.say(likely.words) for likely in held.likely),
            )

    return view.sheet(HELD, Words("Achtergehouden", "HeldBack"), columns, rows)


def held_back(answers: Answers) -> Sequence[Held]:
    """What the public editions of nota, impressions and overview would hold back."""
    inside = answers.view
    view = View(answers.source, PUBLIC, inside.language, inside.label, inside.filters)
    for _ in Answers(view, answers.source).allowed(NOTA, answers.source.answered()):
        pass
    Impressions(Answers(view, answers.source))
    for _ in view.allowed(NOTA, answers.source.stakeholders()):
        pass
    return tuple(view.held)
