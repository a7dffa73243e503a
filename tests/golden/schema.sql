CREATE TABLE answer_versions (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    "of" INTEGER, version INTEGER, date TEXT, status TEXT CHECK
        (status IN ('OVG', 'DEE', 'NOV', 'TKN', 'BRK', 'BUI', 'VRG', 'OPN')),
    text TEXT, leads_to_change TEXT, reason TEXT, was TEXT, change TEXT,
    place INTEGER REFERENCES chapters (key) DEFERRABLE INITIALLY DEFERRED, approved_by TEXT, approved_on TEXT
) STRICT;
CREATE INDEX answer_versions_of ON answer_versions ("of");
CREATE TABLE answers (
    owner INTEGER PRIMARY KEY,
    status TEXT CHECK (status IN ('OVG', 'DEE', 'NOV', 'TKN', 'BRK', 'BUI', 'VRG', 'OPN')),
    text TEXT, leads_to_change TEXT, reason TEXT, was TEXT, change TEXT,
    place INTEGER REFERENCES chapters (key) DEFERRABLE INITIALLY DEFERRED,
    state TEXT CHECK (state IN ('CONCEPT', 'TERAK', 'AKKOO', 'PUBL')),
    approved_by TEXT, approved_on TEXT, version INTEGER
) STRICT;
CREATE INDEX answers_place ON answers (place) WHERE place IS NOT NULL;
CREATE INDEX answers_status ON answers (status);
CREATE TABLE attachments (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    file TEXT, title TEXT, "of" INTEGER, date TEXT, size INTEGER, sha256 TEXT, note TEXT,
    privacy TEXT CHECK (privacy IN ('INTERN', 'COLLEG', 'OPENB'))
) STRICT;
CREATE INDEX attachments_of ON attachments ("of");
CREATE VIRTUAL TABLE attachments_search USING fts5(file, title, note, content='attachments_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE attachments_terms USING fts5vocab(attachments_search, row);
CREATE VIEW attachments_text AS SELECT key, file, title, note FROM attachments WHERE deleted = 0;
CREATE TABLE attendance (
    session INTEGER NOT NULL REFERENCES sessions (key) DEFERRABLE INITIALLY DEFERRED, party INTEGER NOT NULL,
    invited INTEGER, present INTEGER, age TEXT, consent TEXT, remark TEXT,
    PRIMARY KEY (session, party)
) STRICT, WITHOUT ROWID;
CREATE TABLE bundles (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    code TEXT, code_series TEXT NOT NULL, code_mark TEXT NOT NULL, code_number INTEGER,
    shown TEXT,
    title TEXT, summary TEXT, theme INTEGER REFERENCES themes (key) DEFERRABLE INITIALLY DEFERRED, handler TEXT,
    public_checked INTEGER, joined_into INTEGER
) STRICT;
CREATE INDEX bundles_joined ON bundles (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX bundles_number ON bundles (code_mark, code_number);
CREATE VIRTUAL TABLE bundles_search USING fts5(code, title, summary, answer, content='bundles_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE bundles_terms USING fts5vocab(bundles_search, row);
CREATE VIEW bundles_text AS SELECT key, code, title, summary, (SELECT coalesce(text, '') || char(10) || coalesce(reason, '') || char(10) || coalesce(change, '') FROM answers WHERE answers.owner = bundles.key) AS answer FROM bundles WHERE deleted = 0;
CREATE TABLE change (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, edit BLOB NOT NULL, record BLOB NOT NULL,
    field TEXT NOT NULL, value TEXT, prev BLOB NOT NULL, hash BLOB
) STRICT;
CREATE INDEX change_edit ON change (edit);
CREATE INDEX change_record ON change (record);
CREATE TABLE chapters (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    version INTEGER REFERENCES plan_versions (key) DEFERRABLE INITIALLY DEFERRED, number TEXT, title TEXT,
    parent INTEGER, cut INTEGER NOT NULL DEFAULT 0, place TEXT, owner TEXT, status TEXT, text TEXT,
    follows INTEGER
) STRICT;
CREATE INDEX chapters_follows ON chapters (follows) WHERE follows IS NOT NULL;
CREATE INDEX chapters_version ON chapters (version);
CREATE VIRTUAL TABLE chapters_search USING fts5(number, title, text, content='chapters_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE chapters_terms USING fts5vocab(chapters_search, row);
CREATE VIEW chapters_text AS SELECT key, number, title, text FROM chapters WHERE deleted = 0;
CREATE TABLE contacts (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    "of" INTEGER, name TEXT, function TEXT, email TEXT, phone TEXT, address TEXT,
    preference TEXT, consent TEXT, remove_after TEXT, note TEXT,
    source INTEGER REFERENCES imports (key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX contacts_of ON contacts ("of");
CREATE VIRTUAL TABLE contacts_search USING fts5(name, function, email, phone, address, note, content='contacts_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE contacts_terms USING fts5vocab(contacts_search, row);
CREATE VIEW contacts_text AS SELECT key, name, function, email, phone, address, note FROM contacts WHERE deleted = 0;
CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL, kept_at TEXT NOT NULL) STRICT;
CREATE TABLE edit (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, about TEXT NOT NULL,
    author TEXT NOT NULL, device BLOB NOT NULL, undoes BLOB, format INTEGER NOT NULL,
    hash BLOB NOT NULL, came INTEGER
) STRICT;
CREATE TABLE exports (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    report TEXT, edition TEXT, file TEXT, sha256 TEXT, rows INTEGER, filters TEXT, language TEXT,
    recipient TEXT
) STRICT;
CREATE TABLE feedbacks (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    "to" INTEGER, session INTEGER REFERENCES sessions (key) DEFERRABLE INITIALLY DEFERRED, channel TEXT, due TEXT,
    sent TEXT, status TEXT, child_friendly INTEGER, text TEXT, remark TEXT
) STRICT;
CREATE INDEX feedbacks_to ON feedbacks ("to");
CREATE VIRTUAL TABLE feedbacks_search USING fts5(text, remark, content='feedbacks_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE feedbacks_terms USING fts5vocab(feedbacks_search, row);
CREATE VIEW feedbacks_text AS SELECT key, text, remark FROM feedbacks WHERE deleted = 0;
CREATE TABLE follow_ups (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    code TEXT, code_series TEXT NOT NULL, code_mark TEXT NOT NULL, code_number INTEGER,
    shown TEXT,
    description TEXT, origin INTEGER, owner TEXT, due TEXT,
    status TEXT CHECK (status IN ('OPEN', 'LOOPT', 'WACHT', 'GEREED', 'VERV')),
    done_on TEXT, result TEXT, evidence TEXT, privacy TEXT CHECK (privacy IN ('INTERN', 'COLLEG', 'OPENB')),
    source INTEGER REFERENCES imports (key) DEFERRABLE INITIALLY DEFERRED, source_key TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX follow_ups_joined ON follow_ups (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX follow_ups_number ON follow_ups (code_mark, code_number);
CREATE INDEX follow_ups_source ON follow_ups (source, source_key) WHERE source IS NOT NULL;
CREATE VIRTUAL TABLE follow_ups_search USING fts5(code, description, owner, result, evidence, content='follow_ups_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE follow_ups_terms USING fts5vocab(follow_ups_search, row);
CREATE VIEW follow_ups_text AS SELECT key, code, description, owner, result, evidence FROM follow_ups WHERE deleted = 0;
CREATE TABLE groups (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    name TEXT, in_motion INTEGER, kind TEXT, place TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX groups_joined ON groups (joined_into) WHERE joined_into IS NOT NULL;
CREATE VIRTUAL TABLE groups_search USING fts5(name, content='groups_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE groups_terms USING fts5vocab(groups_search, row);
CREATE VIEW groups_text AS SELECT key, name FROM groups WHERE deleted = 0;
CREATE TABLE imports (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    file TEXT, sha256 TEXT, kind TEXT, sheet TEXT, mapping TEXT, rows INTEGER
) STRICT;
CREATE VIRTUAL TABLE imports_search USING fts5(file, content='imports_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE imports_terms USING fts5vocab(imports_search, row);
CREATE VIEW imports_text AS SELECT key, file FROM imports WHERE deleted = 0;
CREATE TABLE inputs (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    code TEXT, code_series TEXT NOT NULL, code_mark TEXT NOT NULL, code_number INTEGER,
    shown TEXT,
    session INTEGER REFERENCES sessions (key) DEFERRABLE INITIALLY DEFERRED, collected_by TEXT, date TEXT, kind TEXT,
    words TEXT, summary TEXT, quote TEXT, internal_note TEXT, "table" TEXT, stance TEXT,
    theme INTEGER REFERENCES themes (key) DEFERRABLE INITIALLY DEFERRED, priority TEXT, privacy TEXT CHECK (privacy IN ('INTERN', 'COLLEG', 'OPENB')),
    public_checked INTEGER, status TEXT CHECK (status IN ('RUW', 'GECOD', 'GECTR', 'TERUG')),
    bundle INTEGER REFERENCES bundles (key) DEFERRABLE INITIALLY DEFERRED, handler TEXT, answer_owner INTEGER,
    source INTEGER REFERENCES imports (key) DEFERRABLE INITIALLY DEFERRED, source_key TEXT,
    split_from INTEGER REFERENCES inputs (key) DEFERRABLE INITIALLY DEFERRED, joined_into INTEGER
) STRICT;
CREATE INDEX inputs_answer_owner ON inputs (answer_owner) WHERE answer_owner IS NOT NULL;
CREATE INDEX inputs_joined ON inputs (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX inputs_number ON inputs (code_mark, code_number);
CREATE INDEX inputs_session ON inputs (session);
CREATE INDEX inputs_source ON inputs (source, source_key) WHERE source IS NOT NULL;
CREATE INDEX inputs_theme ON inputs (theme) WHERE theme IS NOT NULL;
CREATE VIRTUAL TABLE inputs_search USING fts5(code, words, summary, internal_note, answer, content='inputs_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE inputs_terms USING fts5vocab(inputs_search, row);
CREATE VIEW inputs_text AS SELECT key, code, words, summary, internal_note, (SELECT coalesce(text, '') || char(10) || coalesce(reason, '') || char(10) || coalesce(change, '') FROM answers WHERE answers.owner = inputs.key) AS answer FROM inputs WHERE deleted = 0;
CREATE TABLE joined (key INTEGER PRIMARY KEY, stays INTEGER NOT NULL) STRICT;
CREATE TABLE local (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE mark (mark TEXT PRIMARY KEY, given_at TEXT NOT NULL) STRICT;
CREATE TABLE member (
    owner INTEGER NOT NULL, field TEXT NOT NULL, member INTEGER NOT NULL, role TEXT,
    PRIMARY KEY (owner, field, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (field, member);
CREATE TABLE number (
    series TEXT NOT NULL, mark TEXT NOT NULL, highest INTEGER NOT NULL, PRIMARY KEY (series, mark)
) STRICT, WITHOUT ROWID;
CREATE TABLE participants (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    code TEXT, code_series TEXT NOT NULL, code_mark TEXT NOT NULL, code_number INTEGER,
    shown TEXT,
    session INTEGER REFERENCES sessions (key) DEFERRABLE INITIALLY DEFERRED,
    "group" INTEGER REFERENCES groups (key) DEFERRABLE INITIALLY DEFERRED,
    age TEXT, source INTEGER REFERENCES imports (key) DEFERRABLE INITIALLY DEFERRED, joined_into INTEGER
) STRICT;
CREATE INDEX participants_joined ON participants (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX participants_number ON participants (session, code_series, code_mark, code_number);
CREATE VIRTUAL TABLE participants_search USING fts5(code, content='participants_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE participants_terms USING fts5vocab(participants_search, row);
CREATE VIEW participants_text AS SELECT key, code FROM participants WHERE deleted = 0;
CREATE TABLE phases (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    number TEXT, name TEXT, start_planned TEXT, start_actual TEXT, end_planned TEXT,
    end_actual TEXT, steps TEXT, room TEXT, level TEXT, communication TEXT, result TEXT, place TEXT
) STRICT;
CREATE VIRTUAL TABLE phases_search USING fts5(name, steps, room, communication, result, content='phases_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE phases_terms USING fts5vocab(phases_search, row);
CREATE VIEW phases_text AS SELECT key, name, steps, room, communication, result FROM phases WHERE deleted = 0;
CREATE TABLE plan_versions (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    number TEXT, date TEXT, status TEXT, description TEXT, file TEXT, place TEXT
) STRICT;
CREATE VIRTUAL TABLE plan_versions_search USING fts5(number, description, content='plan_versions_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE plan_versions_terms USING fts5vocab(plan_versions_search, row);
CREATE VIEW plan_versions_text AS SELECT key, number, description FROM plan_versions WHERE deleted = 0;
CREATE TABLE rounds (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    name TEXT, municipality TEXT, occasion TEXT, goal TEXT, question TEXT, scope TEXT,
    out_of_scope TEXT, client TEXT, start TEXT, "end" TEXT, reference TEXT,
    status TEXT CHECK (status IN ('VOORB', 'LOOPT', 'AFRON', 'GESL', 'OVERG')),
    plan TEXT, retention TEXT, demo INTEGER
) STRICT;
CREATE VIRTUAL TABLE rounds_search USING fts5(name, content='rounds_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE rounds_terms USING fts5vocab(rounds_search, row);
CREATE VIEW rounds_text AS SELECT key, name FROM rounds WHERE deleted = 0;
CREATE TABLE saved_view (
    place TEXT NOT NULL, name TEXT NOT NULL, choice TEXT NOT NULL, PRIMARY KEY (place, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    code TEXT, code_series TEXT NOT NULL, code_mark TEXT NOT NULL, code_number INTEGER,
    shown TEXT,
    title TEXT, kind TEXT, phase INTEGER REFERENCES phases (key) DEFERRABLE INITIALLY DEFERRED, level TEXT, date TEXT,
    begin TEXT, "end" TEXT, location TEXT, question TEXT, leader TEXT, reporter TEXT,
    status TEXT CHECK (status IN ('GEPL', 'UITGEN', 'GEHOUD', 'VERZET', 'AFGEL')),
    report_status TEXT CHECK (report_status IN ('GEEN', 'CONCEPT', 'TERINZ', 'VASTG', 'PUBL')),
    deviation TEXT, deviation_reason TEXT, impression TEXT, agenda TEXT, reference TEXT,
    privacy TEXT CHECK (privacy IN ('INTERN', 'COLLEG', 'OPENB')), public_checked INTEGER, source INTEGER REFERENCES imports (key) DEFERRABLE INITIALLY DEFERRED,
    source_key TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX sessions_joined ON sessions (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX sessions_number ON sessions (code_mark, code_number);
CREATE INDEX sessions_source ON sessions (source, source_key) WHERE source IS NOT NULL;
CREATE VIRTUAL TABLE sessions_search USING fts5(code, title, location, question, leader, reporter, deviation, deviation_reason, impression, agenda, reference, remarks, content='sessions_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE sessions_terms USING fts5vocab(sessions_search, row);
CREATE VIEW sessions_text AS SELECT key, code, title, location, question, leader, reporter, deviation, deviation_reason, impression, agenda, reference, (SELECT group_concat(remark, char(10)) FROM attendance WHERE attendance.session = sessions.key) AS remarks FROM sessions WHERE deleted = 0;
CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB);
CREATE TABLE stakeholders (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    code TEXT, code_series TEXT NOT NULL, code_mark TEXT NOT NULL, code_number INTEGER,
    shown TEXT,
    name TEXT, kind TEXT, role TEXT, interest TEXT, influence TEXT, involvement TEXT,
    position TEXT, website TEXT, by_name INTEGER, note TEXT, privacy TEXT CHECK (privacy IN ('INTERN', 'COLLEG', 'OPENB')),
    source INTEGER REFERENCES imports (key) DEFERRABLE INITIALLY DEFERRED, source_key TEXT, joined_into INTEGER
) STRICT;
CREATE INDEX stakeholders_joined ON stakeholders (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX stakeholders_number ON stakeholders (code_mark, code_number);
CREATE INDEX stakeholders_source ON stakeholders (source, source_key) WHERE source IS NOT NULL;
CREATE VIRTUAL TABLE stakeholders_search USING fts5(code, name, position, website, note, content='stakeholders_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE stakeholders_terms USING fts5vocab(stakeholders_search, row);
CREATE VIEW stakeholders_text AS SELECT key, code, name, position, website, note FROM stakeholders WHERE deleted = 0;
CREATE TABLE terms (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    vocabulary TEXT, code TEXT, nl TEXT, en TEXT, place TEXT, active INTEGER
) STRICT;
CREATE INDEX terms_code ON terms (vocabulary, code);
CREATE TABLE text_blocks (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    title TEXT, text TEXT, place TEXT
) STRICT;
CREATE VIRTUAL TABLE text_blocks_search USING fts5(title, text, content='text_blocks_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE text_blocks_terms USING fts5vocab(text_blocks_search, row);
CREATE VIEW text_blocks_text AS SELECT key, title, text FROM text_blocks WHERE deleted = 0;
CREATE TABLE themes (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, deleted INTEGER NOT NULL,
    kept INTEGER NOT NULL, conflicts INTEGER NOT NULL,
    number TEXT, name TEXT, description TEXT, colour TEXT, pattern TEXT, parent INTEGER,
    cut INTEGER NOT NULL DEFAULT 0, place TEXT,
    source INTEGER REFERENCES imports (key) DEFERRABLE INITIALLY DEFERRED, joined_into INTEGER
) STRICT;
CREATE INDEX themes_joined ON themes (joined_into) WHERE joined_into IS NOT NULL;
CREATE VIRTUAL TABLE themes_search USING fts5(number, name, description, content='themes_text', content_rowid='key', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8');
CREATE VIRTUAL TABLE themes_terms USING fts5vocab(themes_search, row);
CREATE VIEW themes_text AS SELECT key, number, name, description FROM themes WHERE deleted = 0;
CREATE TABLE word (key INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, stem TEXT NOT NULL) STRICT;
CREATE INDEX word_stem ON word (stem);
CREATE VIRTUAL TABLE word_search USING fts5(word, content='word', content_rowid='key',
    tokenize='trigram');
