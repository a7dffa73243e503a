"""Terms about the answer to an input and its place in the plan."""

from __future__ import annotations

from .terms import Vocabulary, closed_list, open_list

LISTS: tuple[Vocabulary, ...] = (
    closed_list(
        "processing_status",
        "verwerking",
        "processing",
        ("OVG", "overgenomen", "adopted"),
        ("DEE", "gedeeltelijk overgenomen", "partly adopted"),
        ("NOV", "niet overgenomen", "not adopted"),
        ("TKN", "ter kennisgeving aangenomen", "noted"),
        ("BRK", "al (in plan) voorzien", "already in the plan"),
        ("BUI", "buiten reikwijdte – doorgeleid", "out of scope – passed on"),
        ("VRG", "vraag beantwoord", "question answered"),
        ("OPN", "nog te beoordelen", "not weighed yet"),
    ),
    open_list(
        "leads_to_change",
        "leidt tot aanpassing",
        "leads to change",
        ("JA", "ja", "yes"),
        ("GEDEEL", "gedeeltelijk", "partly"),
        ("NEE", "nee", "no"),
        ("NVT", "n.v.t.", "not applicable"),
    ),
    closed_list(
        "answer_state",
        "status antwoord",
        "answer state",
        ("CONCEPT", "concept", "draft"),
        ("TERAK", "ter akkoord", "submitted"),
        ("AKKOO", "akkoord", "approved"),
        ("PUBL", "gepubliceerd", "published"),
    ),
    open_list(
        "plan_status",
        "status planversie",
        "plan version status",
        ("WERKV", "werkversie", "working version"),
        ("CONCEPT", "concept", "draft"),
        ("VASTG", "vastgesteld", "adopted"),
        ("VERV", "vervallen", "lapsed"),
    ),
    open_list(
        "chapter_status",
        "status hoofdstuk",
        "chapter status",
        ("TESCH", "te schrijven", "to be written"),
        ("INBEW", "in bewerking", "being written"),
        ("TERCO", "ter controle", "to be checked"),
        ("GEREED", "gereed", "ready"),
    ),
    open_list(
        "feedback_status",
        "status terugkoppeling",
        "feedback status",
        ("GEPL", "gepland", "planned"),
        ("VERZO", "verzonden", "sent"),
        ("VERV", "vervallen", "lapsed"),
    ),
)
