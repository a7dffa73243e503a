"""Terms about the round as a whole: its state, how long it is kept, who may see what."""

from __future__ import annotations

from .terms import Vocabulary, closed_list, open_list

LISTS: tuple[Vocabulary, ...] = (
    closed_list(
        "round_status",
        "rondestatus",
        "round status",
        ("VOORB", "voorbereiding", "preparation"),
        ("LOOPT", "lopend", "in progress"),
        ("AFRON", "afronding", "being completed"),
        ("GESL", "gesloten", "closed"),
        ("OVERG", "overgedragen", "handed over"),
    ),
    # The participation ladder; the rung is set per phase and per session.
    open_list(
        "level",
        "participatieniveau",
        "participation level",
        ("INFOR", "informeren", "inform"),
        ("RAADPL", "raadplegen", "consult"),
        ("ADVIS", "adviseren", "advise"),
        ("COPRO", "coproduceren", "co-produce"),
        ("MEEBES", "meebeslissen", "decide together"),
    ),
    # Read from the Selectielijst gemeenten 2020, which values a process as a whole.
    open_list(
        "retention",
        "bewaarprofiel",
        "retention profile",
        ("PLANVA", "plan vastgesteld: blijvend bewaren", "plan adopted: keep for ever"),
        ("PLANNI", "plan niet vastgesteld: 5 jaar", "plan not adopted: 5 years"),
        ("PLANAF", "plan afgebroken: 1 jaar", "plan broken off: 1 year"),
        ("BELEID", "beleid vastgesteld: blijvend bewaren", "policy adopted: keep for ever"),
        ("EVALU", "evaluatie van beleid: blijvend bewaren", "policy evaluation: keep for ever"),
        ("ONDERZ", "onderzoek onder inwoners: blijvend bewaren", "social research: keep for ever"),
        ("INTERN", "intern verslag: 5 jaar", "internal report: 5 years"),
        ("ADVIES", "advies verstrekt: 5 jaar", "advice given: 5 years"),
        ("BIJEEN", "bijeenkomst georganiseerd: 5 jaar", "meeting organised: 5 years"),
        ("INFOR", "informeren: 1 jaar", "information given: 1 year"),
    ),
    closed_list(
        "privacy",
        "privacyklasse",
        "privacy class",
        ("INTERN", "intern", "internal"),
        ("COLLEG", "collega", "colleague"),
        ("OPENB", "openbaar", "public"),
    ),
    # What goes out; the same three words as the class of a record, because it is held against it.
    closed_list(
        "edition",
        "editie",
        "edition",
        ("INTERN", "intern", "internal"),
        ("COLLEG", "collega", "colleague"),
        ("OPENB", "openbaar", "public"),
    ),
)
