-- Bảng Vàng, schema 1. Run inside one transaction by the migrator, which also sets user_version.
-- Dates are ISO text (YYYY-MM-DD), money is whole đồng, measured values are REAL with the
-- indicator's own decimals. Codes stored as text are append-only: never rename one that shipped.
-- Tables named derived_* are rebuilt from the others and are not recorded by the history.

-- ── The file ──────────────────────────────────────────────────────────────────────────────
-- One row an act. Append-only: an undo is itself an act. hash = SHA-256 over the previous hash
-- and this row's fields, so that a removed or altered row shows.
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,                       -- UTC, ISO 8601 with milliseconds
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo')),
  target INTEGER REFERENCES history (id), -- the act that an undo or redo is about
  title TEXT NOT NULL,                    -- a sentence for people
  tables TEXT NOT NULL,                   -- space-separated names of the tables it touched
  changeset BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  CHECK ((kind = 'act') = (target IS NULL))
) STRICT;
CREATE INDEX history_target ON history (target);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A file of the office's own (a certificate's border, an emblem, a regime) that replaces the
-- built-in one of the same name.
CREATE TABLE office_file (
  name TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  content BLOB NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

-- ── The office ────────────────────────────────────────────────────────────────────────────
-- The office as it was from a date on: a district until 2025-06-30, a commune afterwards.
CREATE TABLE office_period (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_date TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL CHECK (level IN ('district', 'commune', 'province', 'ministry_unit')),
  superior_name TEXT NOT NULL DEFAULT '', -- 'Ủy ban nhân dân tỉnh Sơn La'
  name TEXT NOT NULL,                     -- 'Ủy ban nhân dân huyện Mường La'
  area_name TEXT NOT NULL,                -- 'huyện Mường La'
  place TEXT NOT NULL,                    -- 'Mường La', before the date
  department TEXT NOT NULL,               -- 'Phòng Nội vụ'
  symbol TEXT NOT NULL,                   -- 'UBND', in 05/QĐ-UBND
  department_symbol TEXT NOT NULL         -- 'PNV', in 05/TTr-PNV
) STRICT;

CREATE TABLE signer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  post TEXT NOT NULL,                     -- 'PHÓ CHỦ TỊCH', as printed
  prefix TEXT NOT NULL DEFAULT '' CHECK (prefix IN ('', 'TM.', 'KT.', 'Q.', 'TL.', 'TUQ.')),
  on_behalf_of TEXT NOT NULL DEFAULT '',  -- after the prefix: 'CHỦ TỊCH', 'ỦY BAN NHÂN DÂN'
  from_date TEXT,
  to_date TEXT,
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  CHECK ((prefix = '' OR prefix = 'Q.') = (on_behalf_of = ''))
) STRICT;

CREATE TABLE base_salary (
  from_date TEXT PRIMARY KEY,
  amount INTEGER NOT NULL CHECK (amount > 0),
  source TEXT NOT NULL DEFAULT '',
  verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1))
) STRICT;

-- ── Who there is ──────────────────────────────────────────────────────────────────────────
-- What every honour attaches to.
CREATE TABLE subject (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)), -- 1 person, 2 unit, 3 household
  name TEXT NOT NULL CHECK (name <> ''),           -- NFC, as typed
  name_fold TEXT NOT NULL,                         -- bv_text_fold (name)
  name_marks TEXT NOT NULL DEFAULT '',             -- bv_text_fold_marks (name): search with marks
  sort_key BLOB NOT NULL,                          -- bv_name_sort_key (name, kind)
  code TEXT UNIQUE,                                -- identity number, unit code; NULL if unknown
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX subject_order ON subject (kind, sort_key, id);
CREATE INDEX subject_fold ON subject (kind, name_fold);

CREATE TABLE unit (
  subject_id INTEGER PRIMARY KEY REFERENCES subject (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES unit (subject_id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('authority', 'commune', 'ward', 'town', 'village', 'party',
    'mass_organisation', 'administration', 'public_service', 'school', 'enterprise', 'cooperative',
    'central_body', 'armed_forces', 'other')),
  is_small INTEGER NOT NULL DEFAULT 0 CHECK (is_small IN (0, 1)), -- tổ, đội, phòng, ban, thôn, bản
  abbreviation TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  from_date TEXT,
  to_date TEXT,                           -- last day of its existence
  position INTEGER NOT NULL DEFAULT 0     -- order of the organisation among its siblings
) STRICT;
CREATE INDEX unit_parent ON unit (parent_id, position);

-- A merged, split or renamed unit's record stays alive under its successor; no row is rewritten.
CREATE TABLE unit_succession (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  predecessor_id INTEGER NOT NULL REFERENCES unit (subject_id) ON DELETE CASCADE,
  successor_id INTEGER NOT NULL REFERENCES unit (subject_id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,                  -- first day of the successor
  manner TEXT NOT NULL CHECK (manner IN ('merge', 'split', 'rename')),
  basis TEXT NOT NULL DEFAULT '',
  UNIQUE (predecessor_id, successor_id),
  CHECK (predecessor_id <> successor_id)
) STRICT;
CREATE INDEX unit_succession_successor ON unit_succession (successor_id);

CREATE TABLE person (
  subject_id INTEGER PRIMARY KEY REFERENCES subject (id) ON DELETE CASCADE,
  honorific TEXT NOT NULL DEFAULT '',     -- 'Ông', 'Bà', 'Đồng chí'
  birth TEXT,                             -- YYYY, or YYYY-MM-DD
  sex TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'male', 'female')),
  ethnic_group TEXT NOT NULL DEFAULT '',  -- 'Kinh', 'Thái', …; a minority is any other than Kinh
  party_since TEXT,                       -- official admission to the Party; NULL if no member
  is_party_member INTEGER NOT NULL DEFAULT 0 CHECK (is_party_member IN (0, 1)),
  worker_class TEXT NOT NULL DEFAULT '' CHECK (worker_class IN ('', 'cadre', 'civil_servant',
    'public_employee', 'contract_worker', 'armed_forces', 'worker', 'farmer', 'pupil',
    'businessperson', 'retired', 'other')),
  home TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT;

-- A person's post in a unit from a date to a date. leader_class follows rows 06-10 of form 0603
-- of Circular 02/2023/TT-BNV.
CREATE TABLE membership (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (subject_id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (subject_id) ON DELETE RESTRICT,
  post TEXT NOT NULL DEFAULT '',
  leader_class TEXT NOT NULL DEFAULT 'direct' CHECK (leader_class IN ('province', 'department',
    'business', 'leader', 'direct')),
  from_date TEXT,
  to_date TEXT,
  is_primary INTEGER NOT NULL DEFAULT 1 CHECK (is_primary IN (0, 1)),
  CHECK (from_date IS NULL OR to_date IS NULL OR from_date <= to_date)
) STRICT;
-- Covers the question who is where on a day, so that ordering 100,000 people by unit reads no rows.
CREATE INDEX membership_person ON membership (person_id, is_primary, to_date, from_date, unit_id);
CREATE INDEX membership_unit ON membership (unit_id, to_date);

CREATE TABLE household (
  subject_id INTEGER PRIMARY KEY REFERENCES subject (id) ON DELETE CASCADE,
  unit_id INTEGER REFERENCES unit (subject_id) ON DELETE RESTRICT, -- village or commune
  head_id INTEGER REFERENCES person (subject_id) ON DELETE SET NULL,
  address TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX household_unit ON household (unit_id);
CREATE INDEX household_head ON household (head_id);

-- ── What is striven for ───────────────────────────────────────────────────────────────────
CREATE TABLE movement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_fold TEXT NOT NULL DEFAULT '',     -- bv_text_fold (name)
  level TEXT NOT NULL CHECK (level IN ('central', 'province', 'district', 'commune', 'bloc', 'unit')),
  manner TEXT NOT NULL DEFAULT 'regular' CHECK (manner IN ('regular', 'thematic')),
  launched_by TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '',         -- number and date of the plan
  goal TEXT NOT NULL DEFAULT '',
  from_date TEXT,
  to_date TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  movement_id INTEGER NOT NULL REFERENCES movement (id) ON DELETE RESTRICT,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL CHECK (name <> ''),
  name_fold TEXT NOT NULL,
  group_name TEXT NOT NULL DEFAULT '',    -- 'Kinh tế', 'Xã hội', 'Môi trường', …
  unit_of_measure TEXT NOT NULL DEFAULT '',
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
  direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower', 'reach')),
  accumulation TEXT NOT NULL CHECK (accumulation IN ('sum', 'last', 'mean')),
  baseline REAL,
  tolerance REAL NOT NULL DEFAULT 0 CHECK (tolerance >= 0), -- for 'reach', in the unit of measure
  source TEXT NOT NULL DEFAULT '',        -- who or what the figures come from
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX indicator_movement ON indicator (movement_id, position);

-- period: 'Y', 'Q1'…'Q4' or 'M01'…'M12'.
CREATE TABLE target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (subject_id) ON DELETE RESTRICT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  period TEXT NOT NULL CHECK (period = 'Y' OR period GLOB 'Q[1-4]' OR period GLOB 'M0[1-9]'
    OR period GLOB 'M1[0-2]'),
  value REAL NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (indicator_id, unit_id, year, period)
) STRICT;
CREATE INDEX target_unit ON target (unit_id);

CREATE TABLE measurement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (subject_id) ON DELETE RESTRICT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  period TEXT NOT NULL CHECK (period = 'Y' OR period GLOB 'Q[1-4]' OR period GLOB 'M0[1-9]'
    OR period GLOB 'M1[0-2]'),
  value REAL NOT NULL,
  note TEXT NOT NULL DEFAULT '',          -- source document, or that the figure was made up
  UNIQUE (indicator_id, unit_id, year, period)
) STRICT;
CREATE INDEX measurement_unit ON measurement (unit_id);

-- ── What is honoured ──────────────────────────────────────────────────────────────────────
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL DEFAULT '',        -- '125/QĐ-UBND'; empty while a draft
  on_date TEXT,                           -- NULL while a draft
  title TEXT NOT NULL,                    -- trích yếu: 'Về việc tặng Giấy khen …'
  year INTEGER NOT NULL,                  -- the year of the achievement
  origin TEXT NOT NULL DEFAULT 'made' CHECK (origin IN ('made', 'received')),
  level TEXT NOT NULL CHECK (level IN ('state', 'province', 'district', 'commune', 'unit')),
  issuer TEXT NOT NULL,                   -- 'Chủ tịch Ủy ban nhân dân huyện Mường La'
  place TEXT NOT NULL DEFAULT '',
  signer_name TEXT NOT NULL DEFAULT '',   -- the signature as printed, kept as it was then
  signer_post TEXT NOT NULL DEFAULT '',
  signer_prefix TEXT NOT NULL DEFAULT '',
  signer_on_behalf_of TEXT NOT NULL DEFAULT '',
  proposal TEXT NOT NULL DEFAULT '',      -- 'Tờ trình số 12/TTr-PNV ngày 15/3/2020'
  note TEXT NOT NULL DEFAULT '',
  CHECK ((number = '') = (on_date IS NULL))
) STRICT;
CREATE INDEX decision_year ON decision (year, on_date);

-- The roll of honour: one row for each award to each subject.
CREATE TABLE award (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  decision_id INTEGER NOT NULL REFERENCES decision (id) ON DELETE RESTRICT,
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL DEFAULT 0,
  form_code TEXT NOT NULL,                -- code in the regime: 'GKH', 'CSTDCS', 'TTLDTT', …
  manner TEXT NOT NULL CHECK (manner IN ('CT', 'DX', 'PT', 'CH', 'NH', 'DN', 'KC')),
  year INTEGER NOT NULL,
  achievement TEXT NOT NULL DEFAULT '',
  name_printed TEXT NOT NULL,             -- as on the paper of that day
  detail_printed TEXT NOT NULL DEFAULT '',-- post and unit, or address, as printed
  unit_id INTEGER REFERENCES unit (subject_id) ON DELETE RESTRICT, -- the unit at that time
  leader_class TEXT NOT NULL DEFAULT '',  -- at that time; empty for units and households
  is_female INTEGER NOT NULL DEFAULT 0 CHECK (is_female IN (0, 1)),
  is_minority INTEGER NOT NULL DEFAULT 0 CHECK (is_minority IN (0, 1)),
  is_posthumous INTEGER NOT NULL DEFAULT 0 CHECK (is_posthumous IN (0, 1)),
  bonus_computed INTEGER,                 -- đồng; NULL when the regime gives no coefficient
  bonus_basis TEXT NOT NULL DEFAULT '',   -- '0,3 × 1.490.000 × 2'
  bonus_paid INTEGER,                     -- đồng; NULL when paid as computed
  ledger_book TEXT NOT NULL DEFAULT '',
  ledger_number INTEGER,                  -- số sổ vàng; NULL until the decision is issued
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (ledger_book, ledger_number)
) STRICT;
CREATE INDEX award_decision ON award (decision_id, position);
CREATE INDEX award_subject ON award (subject_id, year);
CREATE INDEX award_year ON award (year, form_code, subject_id);
CREATE INDEX award_unit ON award (unit_id);

-- ── What comes in ─────────────────────────────────────────────────────────────────────────
-- A header that the officer once assigned to a field, remembered for the next file.
CREATE TABLE import_mapping (
  target TEXT NOT NULL CHECK (target IN ('people', 'units', 'households', 'awards', 'indicators')),
  header_fold TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (target, header_fold)
) STRICT, WITHOUT ROWID;

-- ── Derived: full-text search over subjects ───────────────────────────────────────────────
-- remove_diacritics 2 folds doubly marked letters (ễ); đ has no decomposition, so the view maps it.
CREATE VIEW derived_subject_text (id, name, code) AS
  SELECT id, replace(replace(name, 'đ', 'd'), 'Đ', 'D'), coalesce(code, '') FROM subject;
CREATE VIRTUAL TABLE derived_subject_search USING fts5 (
  name, code, content = 'derived_subject_text', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
-- Rows of subject keep the index by triggers; no other trigger exists, and these write nothing but
-- derived tables. While a row stands in derived_pause they rest (a large act, which rebuilds the
-- index at its end). External content is deleted with the values it was added with: hence BEFORE.
CREATE TABLE derived_pause (
  id INTEGER PRIMARY KEY CHECK (id = 1)
) STRICT;
CREATE TRIGGER derived_subject_inserted AFTER INSERT ON subject
WHEN NOT EXISTS (SELECT 1 FROM derived_pause) BEGIN
  INSERT INTO derived_subject_search (rowid, name, code)
    SELECT id, name, code FROM derived_subject_text WHERE id = new.id;
END;
CREATE TRIGGER derived_subject_updating BEFORE UPDATE OF name, code ON subject
WHEN NOT EXISTS (SELECT 1 FROM derived_pause) BEGIN
  INSERT INTO derived_subject_search (derived_subject_search, rowid, name, code)
    SELECT 'delete', id, name, code FROM derived_subject_text WHERE id = old.id;
END;
CREATE TRIGGER derived_subject_updated AFTER UPDATE OF name, code ON subject
WHEN NOT EXISTS (SELECT 1 FROM derived_pause) BEGIN
  INSERT INTO derived_subject_search (rowid, name, code)
    SELECT id, name, code FROM derived_subject_text WHERE id = new.id;
END;
CREATE TRIGGER derived_subject_deleting BEFORE DELETE ON subject
WHEN NOT EXISTS (SELECT 1 FROM derived_pause) BEGIN
  INSERT INTO derived_subject_search (derived_subject_search, rowid, name, code)
    SELECT 'delete', id, name, code FROM derived_subject_text WHERE id = old.id;
END;
