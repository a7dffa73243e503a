"""Terms of the children's rights test.

The four steps and seven points are those of the Kinderombudsman (2019).
"""

from __future__ import annotations

from .terms import Vocabulary, open_list

LISTS: tuple[Vocabulary, ...] = (
    open_list(
        "child_rights_step",
        "stap kinderrechtentoets",
        "step of the children's rights test",
        ("BELANG", "belangen van het kind", "interests of the child"),
        ("ANDERE", "andere belangen", "other interests"),
        ("AFWEG", "afwegen van de belangen", "weighing the interests"),
        ("UITLEG", "uitleg van het besluit", "explaining the decision"),
    ),
    open_list(
        "child_rights_element",
        "element kinderrechtentoets",
        "element of the children's rights test",
        ("IDENT", "identiteit van het kind", "identity of the child"),
        ("MENING", "mening van het kind", "opinion of the child"),
        (
            "BEHOUD",
            "behoud van gezinsomgeving en belangrijke contacten",
            "keeping family surroundings and important contacts",
        ),
        ("ZORGB", "zorg, bescherming en veiligheid", "care, protection and safety"),
        (
            "KWETS",
            "kwetsbare kinderen of bijzondere situaties",
            "vulnerable children or special situations",
        ),
        ("GEZOND", "recht op gezondheid", "right to health"),
        ("ONDERW", "recht op onderwijs", "right to education"),
    ),
    open_list(
        "child_rights_article",
        "artikel IVRK",
        "article of the CRC",
        ("ART02", "artikel 2: geen discriminatie", "article 2: no discrimination"),
        ("ART03", "artikel 3: belang van het kind", "article 3: best interests of the child"),
        ("ART05", "artikel 5: rol van ouders", "article 5: role of parents"),
        ("ART06", "artikel 6: leven en ontwikkeling", "article 6: life and development"),
        ("ART09", "artikel 9: contact met ouders", "article 9: contact with parents"),
        ("ART12", "artikel 12: gehoord worden", "article 12: being heard"),
        ("ART16", "artikel 16: privacy", "article 16: privacy"),
        ("ART18", "artikel 18: verantwoordelijkheid van ouders", "article 18: parents' duties"),
        ("ART19", "artikel 19: bescherming", "article 19: protection"),
        ("ART23", "artikel 23: kinderen met een beperking", "article 23: disability"),
        ("ART24", "artikel 24: gezondheid", "article 24: health"),
        ("ART28", "artikel 28: onderwijs", "article 28: education"),
        ("ART29", "artikel 29: doel van onderwijs", "article 29: aims of education"),
    ),
    open_list(
        "child_rights_status",
        "status kinderrechtentoets",
        "status of the children's rights test",
        ("CONCEPT", "concept", "draft"),
        ("VASTG", "vastgesteld", "adopted"),
        ("AANGEB", "aangeboden aan raad", "submitted to the council"),
    ),
    open_list(
        "child_effect",
        "gevolg",
        "effect",
        ("POSIT", "positief", "positive"),
        ("NEUTR", "neutraal", "neutral"),
        ("NEGAT", "negatief", "negative"),
        ("ONBEK", "onbekend", "unknown"),
    ),
    open_list(
        "child_effect_term",
        "termijn",
        "term",
        ("KORTE", "korte termijn", "short term"),
        ("LANGE", "lange termijn", "long term"),
    ),
    open_list(
        "other_interest_kind",
        "aard van het belang",
        "kind of interest",
        ("OUDERS", "ouders", "parents"),
        ("ORGAN", "organisatie", "organisation"),
        ("FINAN", "financieel", "financial"),
        ("JURID", "juridisch", "legal"),
    ),
)
