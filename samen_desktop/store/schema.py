"""The tables of a round's file as the first release makes them, whole.

`edit`, `change` and `sqlar` are the round. All other tables are derived from them by `derive`, or
local to this copy. Derived tables accept whatever a union of logs may hold: nothing in them is
unique but the record, and only lists that rules read are checked. `key` is the seq of the record's
creation row; references between derived tables are keys. `inputs.answer_owner` is the bundle whose
answer counts for the input; where it is empty the input's own counts.
"""

from __future__ import annotations

APPLICATION_ID = 0x53414D4E
"""`SAMN` in the file's header: how a round's file is told from any other SQLite database."""

LOG = """
CREATE TABLE edit (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, about TEXT NOT NULL,
    author TEXT NOT NULL, device BLOB NOT NULL, undoes BLOB, format INTEGER NOT NULL,
    hash BLOB NOT NULL, came INTEGER
) STRICT;
CREATE TABLE change (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, edit BLOB NOT NULL, record BLOB NOT NULL,
    field TEXT NOT NULL, value TEXT, prev BLOB NOT NULL, hash BLOB
) STRICT;
CREATE INDEX change_record ON change (record);
CREATE INDEX change_edit ON change (edit);
CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB);
"""

LOCAL = """
CREATE TABLE local (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL, kept_at TEXT NOT NULL) STRICT;
CREATE TABLE mark (mark TEXT PRIMARY KEY, given_at TEXT NOT NULL) STRICT;
CREATE TABLE number (
    series TEXT NOT NULL, mark TEXT NOT NULL, highest INTEGER NOT NULL, PRIMARY KEY (series, mark)
) STRICT, WITHOUT ROWID;
CREATE TABLE saved_view (
    place TEXT NOT NULL, name TEXT NOT NULL, choice TEXT NOT NULL, PRIMARY KEY (place, name)
) STRICT, WITHOUT ROWID;
"""

_RECORD = """
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,"""

_CODE = """
    code TEXT, code_series TEXT NOT NULL, code_mark TEXT NOT NULL, code_number INTEGER,
    shown TEXT,"""

_LATER = "DEFERRABLE INITIALLY DEFERRED"

_PRIVACY = "TEXT CHECK (privacy IN ('INTERN', 'COLLEG', 'OPENB'))"

DERIVED = f"""
CREATE TABLE rounds ({_RECORD}
    name TEXT, municipality TEXT, occasion TEXT, goal TEXT, question TEXT, scope TEXT,
    out_of_scope TEXT, client TEXT, start TEXT, "end" TEXT, reference TEXT,
    status TEXT CHECK (status IN ('VOORB', 'LOOPT', 'AFRON', 'GESL', 'OVERG')),
    plan TEXT, retention TEXT, demo INTEGER
) STRICT;
CREATE TABLE terms ({_RECORD}
    vocabulary TEXT, code TEXT, nl TEXT, en TEXT, place TEXT, active INTEGER
) STRICT;
CREATE INDEX terms_code ON terms (vocabulary, code);
CREATE TABLE phases ({_RECORD}
    number TEXT, name TEXT, start_planned TEXT, start_actual TEXT, end_planned TEXT,
    end_actual TEXT, steps TEXT, room TEXT, level TEXT, communication TEXT, result TEXT, place TEXT
) STRICT;
CREATE TABLE groups ({_RECORD}
    name TEXT, in_motion INTEGER, kind TEXT, place TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX groups_joined ON groups (joined_into) WHERE joined_into IS NOT NULL;
CREATE TABLE stakeholders ({_RECORD}{_CODE}
    name TEXT, kind TEXT, role TEXT, interest TEXT, influence TEXT, involvement TEXT,
    position TEXT, website TEXT, by_name INTEGER, note TEXT, privacy {_PRIVACY},
    source INTEGER REFERENCES imports (key) {_LATER}, source_key TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX stakeholders_joined ON stakeholders (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX stakeholders_number ON stakeholders (code_mark, code_number);
CREATE INDEX stakeholders_source ON stakeholders (source, source_key) WHERE source IS NOT NULL;
CREATE TABLE contacts ({_RECORD}
    "of" INTEGER, name TEXT, function TEXT, email TEXT, phone TEXT, address TEXT,
    preference TEXT, consent TEXT, remove_after TEXT, note TEXT,
    source INTEGER REFERENCES imports (key) {_LATER}
) STRICT;
CREATE INDEX contacts_of ON contacts ("of");
CREATE TABLE participants ({_RECORD}{_CODE}
    session INTEGER REFERENCES sessions (key) {_LATER},
    "group" INTEGER REFERENCES groups (key) {_LATER},
    age TEXT, source INTEGER REFERENCES imports (key) {_LATER}, joined_into INTEGER
) STRICT;
CREATE INDEX participants_joined ON participants (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX participants_number ON participants (session, code_series, code_mark, code_number);
CREATE TABLE sessions ({_RECORD}{_CODE}
    title TEXT, kind TEXT, phase INTEGER REFERENCES phases (key) {_LATER}, level TEXT, date TEXT,
    begin TEXT, "end" TEXT, location TEXT, question TEXT, leader TEXT, reporter TEXT,
    status TEXT CHECK (status IN ('GEPL', 'UITGEN', 'GEHOUD', 'VERZET', 'AFGEL')),
    report_status TEXT CHECK (report_status IN ('GEEN', 'CONCEPT', 'TERINZ', 'VASTG', 'PUBL')),
    deviation TEXT, deviation_reason TEXT, impression TEXT, agenda TEXT, reference TEXT,
    privacy {_PRIVACY}, public_checked INTEGER, source INTEGER REFERENCES imports (key) {_LATER},
    source_key TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX sessions_joined ON sessions (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX sessions_number ON sessions (code_mark, code_number);
CREATE INDEX sessions_source ON sessions (source, source_key) WHERE source IS NOT NULL;
CREATE TABLE attendance (
    session INTEGER NOT NULL REFERENCES sessions (key) {_LATER}, party INTEGER NOT NULL,
    invited INTEGER, present INTEGER, age TEXT, consent TEXT, remark TEXT,
    PRIMARY KEY (session, party)
) STRICT, WITHOUT ROWID;
CREATE TABLE themes ({_RECORD}
    number TEXT, name TEXT, description TEXT, colour TEXT, pattern TEXT, parent INTEGER,
    cut INTEGER NOT NULL DEFAULT 0, place TEXT,
    source INTEGER REFERENCES imports (key) {_LATER}, joined_into INTEGER
) STRICT;
CREATE INDEX themes_joined ON themes (joined_into) WHERE joined_into IS NOT NULL;
CREATE TABLE plan_versions ({_RECORD}
    number TEXT, date TEXT, status TEXT, description TEXT, file TEXT, place TEXT
) STRICT;
CREATE TABLE chapters ({_RECORD}
    version INTEGER REFERENCES plan_versions (key) {_LATER}, number TEXT, title TEXT,
    parent INTEGER, cut INTEGER NOT NULL DEFAULT 0, place TEXT, owner TEXT, status TEXT, text TEXT,
    follows INTEGER
) STRICT;
CREATE INDEX chapters_version ON chapters (version);
CREATE INDEX chapters_follows ON chapters (follows) WHERE follows IS NOT NULL;
CREATE TABLE bundles ({_RECORD}{_CODE}
    title TEXT, summary TEXT, theme INTEGER REFERENCES themes (key) {_LATER}, handler TEXT,
    public_checked INTEGER, joined_into INTEGER
) STRICT;
CREATE INDEX bundles_joined ON bundles (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX bundles_number ON bundles (code_mark, code_number);
CREATE TABLE inputs ({_RECORD}{_CODE}
    session INTEGER REFERENCES sessions (key) {_LATER}, collected_by TEXT, date TEXT, kind TEXT,
    words TEXT, summary TEXT, quote TEXT, internal_note TEXT, "table" TEXT, stance TEXT,
    theme INTEGER REFERENCES themes (key) {_LATER}, priority TEXT, privacy {_PRIVACY},
    public_checked INTEGER, status TEXT CHECK (status IN ('RUW', 'GECOD', 'GECTR', 'TERUG')),
    bundle INTEGER REFERENCES bundles (key) {_LATER}, handler TEXT, answer_owner INTEGER,
    source INTEGER REFERENCES imports (key) {_LATER}, source_key TEXT,
    split_from INTEGER REFERENCES inputs (key) {_LATER}, joined_into INTEGER
) STRICT;
CREATE INDEX inputs_joined ON inputs (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX inputs_number ON inputs (code_mark, code_number);
CREATE INDEX inputs_session ON inputs (session);
CREATE INDEX inputs_theme ON inputs (theme) WHERE theme IS NOT NULL;
CREATE INDEX inputs_answer_owner ON inputs (answer_owner) WHERE answer_owner IS NOT NULL;
CREATE INDEX inputs_source ON inputs (source, source_key) WHERE source IS NOT NULL;
CREATE TABLE answers (
    owner INTEGER PRIMARY KEY,
    status TEXT CHECK (status IN ('OVG', 'DEE', 'NOV', 'TKN', 'BRK', 'BUI', 'VRG', 'OPN')),
    text TEXT, leads_to_change TEXT, reason TEXT, was TEXT, change TEXT,
    place INTEGER REFERENCES chapters (key) {_LATER},
    state TEXT CHECK (state IN ('CONCEPT', 'TERAK', 'AKKOO', 'PUBL')),
    approved_by TEXT, approved_on TEXT, version INTEGER
) STRICT;
CREATE INDEX answers_status ON answers (status);
CREATE INDEX answers_place ON answers (place) WHERE place IS NOT NULL;
CREATE TABLE answer_versions ({_RECORD}
    "of" INTEGER, version INTEGER, date TEXT, status TEXT CHECK
        (status IN ('OVG', 'DEE', 'NOV', 'TKN', 'BRK', 'BUI', 'VRG', 'OPN')),
    text TEXT, leads_to_change TEXT, reason TEXT, was TEXT, change TEXT,
    place INTEGER REFERENCES chapters (key) {_LATER}, approved_by TEXT, approved_on TEXT
) STRICT;
CREATE INDEX answer_versions_of ON answer_versions ("of");
CREATE TABLE text_blocks ({_RECORD}
    title TEXT, text TEXT, place TEXT
) STRICT;
CREATE TABLE feedbacks ({_RECORD}
    "to" INTEGER, session INTEGER REFERENCES sessions (key) {_LATER}, channel TEXT, due TEXT,
    sent TEXT, status TEXT, child_friendly INTEGER, text TEXT, remark TEXT
) STRICT;
CREATE INDEX feedbacks_to ON feedbacks ("to");
CREATE TABLE follow_ups ({_RECORD}{_CODE}
    description TEXT, origin INTEGER, owner TEXT, due TEXT,
    status TEXT CHECK (status IN ('OPEN', 'LOOPT', 'WACHT', 'GEREED', 'VERV')),
    done_on TEXT, result TEXT, evidence TEXT, privacy {_PRIVACY},
    source INTEGER REFERENCES imports (key) {_LATER}, source_key TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX follow_ups_joined ON follow_ups (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX follow_ups_number ON follow_ups (code_mark, code_number);
CREATE INDEX follow_ups_source ON follow_ups (source, source_key) WHERE source IS NOT NULL;
CREATE TABLE attachments ({_RECORD}
    file TEXT, title TEXT, "of" INTEGER, date TEXT, size INTEGER, sha256 TEXT, note TEXT,
    privacy {_PRIVACY}
) STRICT;
CREATE INDEX attachments_of ON attachments ("of");
CREATE TABLE imports ({_RECORD}
    file TEXT, sha256 TEXT, kind TEXT, sheet TEXT, mapping TEXT, rows INTEGER
) STRICT;
CREATE TABLE exports ({_RECORD}
    report TEXT, edition TEXT, file TEXT, sha256 TEXT, rows INTEGER, filters TEXT, language TEXT,
    recipient TEXT
) STRICT;
CREATE TABLE member (
    owner INTEGER NOT NULL, field TEXT NOT NULL, member INTEGER NOT NULL, role TEXT,
    PRIMARY KEY (owner, field, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (field, member);
CREATE TABLE joined (key INTEGER PRIMARY KEY, stays INTEGER NOT NULL) STRICT;
"""

WORDS = """
CREATE TABLE word (key INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, stem TEXT NOT NULL) STRICT;
CREATE INDEX word_stem ON word (stem);
CREATE VIRTUAL TABLE word_search USING fts5(word, content='word', content_rowid='key',
    tokenize='trigram');
"""
"""The distinct words of the search indexes, so that one is found by any part of it.

A word that nobody uses any more may stay until the indexes are made anew, as in those themselves.
"""

SEARCHED: dict[str, tuple[str, ...]] = {
    "rounds": ("name",),
    "phases": ("name", "steps", "room", "communication", "result"),
    "groups": ("name",),
    "stakeholders": ("code", "name", "position", "website", "note"),
    "contacts": ("name", "function", "email", "phone", "address", "note"),
    "participants": ("code",),
    "sessions": (
        "code",
        "title",
        "location",
        "question",
        "leader",
        "reporter",
        "deviation",
        "deviation_reason",
        "impression",
        "agenda",
        "reference",
        "remarks",
    ),
    "themes": ("number", "name", "description"),
    "plan_versions": ("number", "description"),
    "chapters": ("number", "title", "text"),
    "bundles": ("code", "title", "summary", "answer"),
    "inputs": ("code", "words", "summary", "internal_note", "answer"),
    "text_blocks": ("title", "text"),
    "feedbacks": ("text", "remark"),
    "follow_ups": ("code", "description", "owner", "result", "evidence"),
    "attachments": ("file", "title", "note"),
    "imports": ("file",),
}
"""Per derived table the columns in its search index; a test compares them with the field lists."""

_ANSWER = (
    "(SELECT coalesce(text, '') || char(10) || coalesce(reason, '') || char(10)"
    " || coalesce(change, '') FROM answers WHERE answers.owner = {table}.key) AS answer"
)
_ELSEWHERE = {
    ("bundles", "answer"): _ANSWER.format(table="bundles"),
    ("inputs", "answer"): _ANSWER.format(table="inputs"),
    ("sessions", "remarks"): "(SELECT group_concat(remark, char(10)) FROM attendance"
    " WHERE attendance.session = sessions.key) AS remarks",
}
"""Texts that a person wrote about a record and that stand in another table."""


def search_ddl(table: str, columns: tuple[str, ...]) -> str:
    """Index over a view of the records that are not gone; diacritics folded, prefixes of 1 to 8.

    With the words that stand in it, as a table that takes no room.

    sqlite-utils' own full-text set-up knows no prefix option and works with triggers, which the
    file must not have.
    """
    names = ", ".join(columns)
    texts = ", ".join(_ELSEWHERE.get((table, column), column) for column in columns)
    return (
        f"CREATE VIEW {table}_text AS SELECT key, {texts} FROM {table} WHERE deleted = 0;"
        f"CREATE VIRTUAL TABLE {table}_search USING fts5({names}, content='{table}_text',"
        " content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');"
        f"CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({table}_search, row);"
    )


def script() -> str:
    """The whole first schema as one script."""
    search = "\n".join(search_ddl(table, columns) for table, columns in SEARCHED.items())
    return LOG + LOCAL + DERIVED + WORDS + search
