-- Bảng Vàng, schema 2: the way of an award, from the registration to the payment. The rules of 0001.sql hold.
-- Points and shares are hundredths (8 500 is 85,00). A column override_reason holds why the officer let stand what a
-- rule of the program spoke against; empty while nothing did.

-- ── What comes in ─────────────────────────────────────────────────────────────────────────
-- Which tables may come in is the program's to know: a list in the schema would have to be made anew for each.
CREATE TABLE import_mapping_new (
  target TEXT NOT NULL CHECK (target <> ''),
  header_fold TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (target, header_fold)
) STRICT, WITHOUT ROWID;
INSERT INTO import_mapping_new (target, header_fold, field) SELECT target, header_fold, field FROM import_mapping;
DROP TABLE import_mapping;
ALTER TABLE import_mapping_new RENAME TO import_mapping;

-- ── Who strives for what ──────────────────────────────────────────────────────────────────
-- What a unit sends in at the start of the year (bản đăng ký thi đua). A unit without one is "missing".
CREATE TABLE registration (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  unit_id INTEGER NOT NULL REFERENCES unit (subject_id) ON DELETE RESTRICT,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'returned', 'approved')),
  sent_on TEXT,                           -- received from the unit
  closed_on TEXT,                         -- returned or approved
  return_reason TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '',       -- what the unit commits itself to
  signer_name TEXT NOT NULL DEFAULT '',   -- head of the unit, as printed
  signer_post TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  override_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (unit_id, year)
) STRICT;
CREATE INDEX registration_year ON registration (year, state);

-- One title that one subject strives for: the unit itself, one of its people or households.
CREATE TABLE registration_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  registration_id INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
  form_code TEXT NOT NULL,                -- code in the regime
  initiative TEXT NOT NULL DEFAULT '',    -- planned: name of the initiative
  note TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  override_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (registration_id, subject_id, form_code)
) STRICT;
CREATE INDEX registration_line_subject ON registration_line (subject_id);

-- A unit that stands under the office but registers elsewhere (Kho bạc, Tòa án: with their own branch): never
-- "missing".
CREATE TABLE registration_exemption (
  unit_id INTEGER PRIMARY KEY REFERENCES unit (subject_id) ON DELETE CASCADE,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

-- ── Initiatives (sáng kiến), Decree 13/2012/NĐ-CP ─────────────────────────────────────────
CREATE TABLE initiative_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  period TEXT NOT NULL CHECK (period = 'Y' OR period GLOB 'Q[1-4]' OR period GLOB 'M0[1-9]'
    OR period GLOB 'M1[0-2]'),
  on_date TEXT,
  place TEXT NOT NULL DEFAULT '',
  chair TEXT NOT NULL DEFAULT '',         -- as printed
  secretary TEXT NOT NULL DEFAULT '',
  decision_number TEXT NOT NULL DEFAULT '', -- of the recognition; empty until decided
  decision_date TEXT,
  note TEXT NOT NULL DEFAULT '',
  override_reason TEXT NOT NULL DEFAULT '', -- a decision dated before the meeting, …
  CHECK ((decision_number = '') = (decision_date IS NULL))
) STRICT;
CREATE INDEX initiative_session_year ON initiative_session (year);

CREATE TABLE initiative (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  title_fold TEXT NOT NULL,               -- bv_text_fold (title)
  kind TEXT NOT NULL DEFAULT 'initiative' CHECK (kind IN ('initiative', 'research', 'scheme', 'legal_document')),
  field TEXT NOT NULL DEFAULT '',         -- 'Giáo dục', 'Cải cách hành chính', …
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200), -- in which it backs a title
  unit_id INTEGER REFERENCES unit (subject_id) ON DELETE RESTRICT, -- where it was applied first
  applied_from TEXT,
  state_before TEXT NOT NULL DEFAULT '',  -- how things were
  solution TEXT NOT NULL DEFAULT '',
  effect TEXT NOT NULL DEFAULT '',
  benefit INTEGER,                        -- đồng a year; NULL when not counted in money
  submitted_on TEXT,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'recognised', 'refused')),
  session_id INTEGER REFERENCES initiative_session (id) ON DELETE RESTRICT,
  points INTEGER,                         -- hundredths; the mean that stood at the recognition
  scope TEXT NOT NULL DEFAULT '' CHECK (scope IN ('', 'base', 'province', 'national')), -- recognised reach
  recognised_on TEXT,
  recognised_by TEXT NOT NULL DEFAULT '',
  recognition_number TEXT NOT NULL DEFAULT '',
  refusal_reason TEXT NOT NULL DEFAULT '',
  override_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'recognise', 'refuse')), -- the chair's word where it is
                                          -- not that of the points; override_reason says why
  CHECK ((state = 'recognised') = (scope <> ''))
) STRICT;
CREATE INDEX initiative_year ON initiative (year, state);
CREATE INDEX initiative_fold ON initiative (title_fold);
CREATE INDEX initiative_session_id ON initiative (session_id);

CREATE TABLE initiative_author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  initiative_id INTEGER NOT NULL REFERENCES initiative (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (subject_id) ON DELETE RESTRICT,
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 10000), -- hundredths of a percent: all authors 10 000
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (initiative_id, person_id)
) STRICT;
CREATE INDEX initiative_author_person ON initiative_author (person_id);

-- One examiner's sheet; the third is asked for when the first two differ.
CREATE TABLE initiative_examiner (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  initiative_id INTEGER NOT NULL REFERENCES initiative (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT NOT NULL DEFAULT '',
  person_id INTEGER REFERENCES person (subject_id) ON DELETE SET NULL,
  on_date TEXT,
  comment TEXT NOT NULL DEFAULT '',
  UNIQUE (initiative_id, position)
) STRICT;
CREATE TABLE initiative_mark (
  examiner_id INTEGER NOT NULL REFERENCES initiative_examiner (id) ON DELETE CASCADE,
  criterion TEXT NOT NULL,                -- key in the office's scale
  points INTEGER NOT NULL CHECK (points >= 0),
  PRIMARY KEY (examiner_id, criterion)
) STRICT, WITHOUT ROWID;

-- ── Ratings, discipline, absence ──────────────────────────────────────────────────────────
-- The annual classification (xếp loại chất lượng) of a person or unit, Decree 90/2020, from 2026 Decree 335/2025.
CREATE TABLE rating (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  grade TEXT NOT NULL CHECK (grade IN ('HTXS', 'HTT', 'HT', 'KHT', 'KXL')), -- KXL: not classified
  unit_id INTEGER REFERENCES unit (subject_id) ON DELETE RESTRICT, -- that rated the person; NULL for a unit
  task_group TEXT NOT NULL DEFAULT '',    -- group of similar tasks: 'Lãnh đạo, quản lý', 'Giáo viên', …
  general_points INTEGER CHECK (general_points BETWEEN 0 AND 3000), -- hundredths, of 30
  result_points INTEGER CHECK (result_points BETWEEN 0 AND 7000),   -- hundredths, of 70
  decision_number TEXT NOT NULL DEFAULT '',
  decision_date TEXT,
  override_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (subject_id, year),
  CHECK ((general_points IS NULL) = (result_points IS NULL))
) STRICT;
CREATE INDEX rating_year ON rating (year, unit_id, grade);
CREATE INDEX rating_unit ON rating (unit_id);

CREATE TABLE discipline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('reprimand', 'warning', 'salary', 'demotion', 'removal', 'dismissal', -- khiển
    -- trách, cảnh cáo, hạ bậc lương, giáng chức, cách chức, buộc thôi việc
    'complaint', 'investigation')),       -- pending until concluded
  on_date TEXT NOT NULL,
  until_date TEXT,                        -- end of the effect, day of the conclusion; NULL: still
  is_upheld INTEGER CHECK (is_upheld IN (0, 1)), -- of a complaint or investigation; NULL while pending
  number TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',          -- who decided
  ground TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  CHECK (until_date IS NULL OR on_date <= until_date)
) STRICT;
CREATE INDEX discipline_subject ON discipline (subject_id, on_date);

-- Time away from work that bears on a title: some kinds count as work, others against it.
CREATE TABLE absence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (subject_id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('maternity', 'rescue', 'study', 'course', 'sick', 'unpaid', 'seconded',
    'other')),                            -- rescue: hurt while saving people or property
  from_date TEXT NOT NULL,
  to_date TEXT,                           -- last day; NULL: still
  study_result TEXT NOT NULL DEFAULT '' CHECK (study_result IN ('', 'fair_or_better', 'below')),
  note TEXT NOT NULL DEFAULT '',
  CHECK (to_date IS NULL OR from_date <= to_date)
) STRICT;
CREATE INDEX absence_person ON absence (person_id, from_date);

-- ── Nominations ───────────────────────────────────────────────────────────────────────────
-- The office's changes to the built-in table of days off: a day added, or a built-in one that was worked.
CREATE TABLE holiday (
  on_date TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  is_off INTEGER NOT NULL DEFAULT 1 CHECK (is_off IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What one tờ trình asks for: many subjects, one year, one level that decides.
CREATE TABLE dossier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200), -- of the achievement
  manner TEXT NOT NULL CHECK (manner IN ('CT', 'DX', 'PT', 'CH', 'NH', 'DN', 'KC')),
  is_simplified INTEGER NOT NULL DEFAULT 0 CHECK (is_simplified IN (0, 1)), -- L2022 art. 85
  level TEXT NOT NULL CHECK (level IN ('state', 'province', 'district', 'commune', 'unit')), -- that decides
  movement_id INTEGER REFERENCES movement (id) ON DELETE RESTRICT,
  proposer_id INTEGER REFERENCES unit (subject_id) ON DELETE RESTRICT, -- NULL: the office itself
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'decided')),
  received_on TEXT,                       -- first day of the appraisal
  submitted_at TEXT,                      -- UTC; when the findings were frozen
  working_days INTEGER NOT NULL DEFAULT 20 CHECK (working_days BETWEEN 1 AND 250), -- of the appraisal
  opinion_from TEXT,                      -- public opinion, first and last day
  opinion_to TEXT,
  proposal_number TEXT NOT NULL DEFAULT '', -- of the tờ trình
  proposal_date TEXT,
  regime_id TEXT NOT NULL DEFAULT '',     -- chosen by hand; empty: by the date
  regime_reason TEXT NOT NULL DEFAULT '',
  return_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  CHECK ((regime_id = '') = (regime_reason = ''))
) STRICT;
CREATE INDEX dossier_year ON dossier (year, state);

CREATE TABLE nomination (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE RESTRICT,
  form_code TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  achievement TEXT NOT NULL DEFAULT '',   -- as on the certificate
  summary TEXT NOT NULL DEFAULT '',       -- the achievement told: tóm tắt thành tích
  unit_id INTEGER REFERENCES unit (subject_id) ON DELETE RESTRICT, -- at that time
  name_printed TEXT NOT NULL DEFAULT '',  -- snapshots at submission
  detail_printed TEXT NOT NULL DEFAULT '',
  is_posthumous INTEGER NOT NULL DEFAULT 0 CHECK (is_posthumous IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'returned', 'withdrawn')),
  return_reason TEXT NOT NULL DEFAULT '',
  findings TEXT NOT NULL DEFAULT '',      -- JSON, as they were when submitted
  override_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (dossier_id, subject_id, form_code)
) STRICT;
CREATE INDEX nomination_subject ON nomination (subject_id);
CREATE INDEX nomination_unit ON nomination (unit_id);

-- Which initiative backs which nomination: one initiative backs one title of one year.
CREATE TABLE nomination_initiative (
  nomination_id INTEGER NOT NULL REFERENCES nomination (id) ON DELETE CASCADE,
  initiative_id INTEGER NOT NULL REFERENCES initiative (id) ON DELETE RESTRICT,
  PRIMARY KEY (nomination_id, initiative_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX nomination_initiative_initiative ON nomination_initiative (initiative_id);

-- A condition that no record can answer ("đoàn kết, gương mẫu"): what the unit's minutes say.
CREATE TABLE attestation (
  nomination_id INTEGER NOT NULL REFERENCES nomination (id) ON DELETE CASCADE,
  key TEXT NOT NULL,                      -- of the condition in the regime
  holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
  basis TEXT NOT NULL DEFAULT '',         -- 'Biên bản bình xét ngày …'
  PRIMARY KEY (nomination_id, key)
) STRICT, WITHOUT ROWID;

-- Parts of the achievement report, written by its author: 'I.1', 'II.2', …
CREATE TABLE report_part (
  nomination_id INTEGER NOT NULL REFERENCES nomination (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (nomination_id, part)
) STRICT, WITHOUT ROWID;

-- A scanned paper, kept once under the hash of its bytes.
CREATE TABLE evidence_content (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  content BLOB NOT NULL
) STRICT;
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  nomination_id INTEGER NOT NULL REFERENCES nomination (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('report', 'minutes', 'initiative', 'award', 'rating', 'opinion', 'movement',
    'other')),
  name TEXT NOT NULL CHECK (name <> ''),  -- of the file
  media_type TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL CHECK (size >= 0), -- bytes
  sha256 TEXT NOT NULL REFERENCES evidence_content (sha256) ON DELETE RESTRICT,
  added_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX evidence_nomination ON evidence (nomination_id);
CREATE INDEX evidence_sha256 ON evidence (sha256);

-- ── The council ───────────────────────────────────────────────────────────────────────────
CREATE TABLE council (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL DEFAULT 'emulation' CHECK (kind IN ('emulation', 'initiative')),
  name TEXT NOT NULL CHECK (name <> ''),  -- 'Hội đồng Thi đua - Khen thưởng huyện Mường La'
  decision_number TEXT NOT NULL DEFAULT '', -- that set it up
  decision_date TEXT,
  from_date TEXT,                         -- of its term
  to_date TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE council_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  council_id INTEGER NOT NULL REFERENCES council (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (subject_id) ON DELETE SET NULL, -- NULL: not in the register
  position INTEGER NOT NULL DEFAULT 0,
  honorific TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL CHECK (name <> ''),  -- as printed
  post TEXT NOT NULL DEFAULT '',          -- in the office: 'Trưởng phòng Nội vụ'
  role TEXT NOT NULL CHECK (role IN ('chair', 'standing_vice', 'vice', 'member', 'secretary')),
  has_vote INTEGER NOT NULL DEFAULT 1 CHECK (has_vote IN (0, 1)), -- a secretary may be no member
  from_date TEXT,                         -- joined or left during the term
  to_date TEXT
) STRICT;
CREATE INDEX council_member_council ON council_member (council_id, position);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  council_id INTEGER NOT NULL REFERENCES council (id) ON DELETE RESTRICT,
  title TEXT NOT NULL CHECK (title <> ''), -- 'Xét khen thưởng năm 2022'
  on_date TEXT NOT NULL,
  from_time TEXT NOT NULL DEFAULT '',     -- '08:00'
  to_time TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  chair_id INTEGER REFERENCES council_member (id) ON DELETE RESTRICT,
  secretary_id INTEGER REFERENCES council_member (id) ON DELETE RESTRICT,
  method TEXT NOT NULL DEFAULT 'secret' CHECK (method IN ('hands', 'secret')),
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'closed')),
  ballots_issued INTEGER CHECK (ballots_issued >= 0),     -- secret: papers given out,
  ballots_returned INTEGER CHECK (ballots_returned >= 0), -- taken in
  discussion TEXT NOT NULL DEFAULT '',    -- for the minutes
  copies INTEGER NOT NULL DEFAULT 2 CHECK (copies > 0),   -- of the minutes
  minutes_number TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meeting_council ON meeting (council_id, on_date);

CREATE TABLE attendance (
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES council_member (id) ON DELETE RESTRICT,
  is_present INTEGER NOT NULL CHECK (is_present IN (0, 1)),
  is_written INTEGER NOT NULL DEFAULT 0 CHECK (is_written IN (0, 1)), -- absent, gave a written opinion
  reason TEXT NOT NULL DEFAULT '',        -- of the absence
  PRIMARY KEY (meeting_id, member_id),
  CHECK (is_present = 0 OR is_written = 0)
) STRICT, WITHOUT ROWID;

-- A nomination before the council, with the vote on it. What the regime asked for is kept as it was applied.
CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  nomination_id INTEGER NOT NULL REFERENCES nomination (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL DEFAULT 0,
  votes_for INTEGER CHECK (votes_for >= 0), -- NULL: not voted yet
  votes_against INTEGER CHECK (votes_against >= 0),
  votes_invalid INTEGER CHECK (votes_invalid >= 0), -- no opinion, or a spoilt paper
  need_numerator INTEGER,                 -- two of three, 80 of 100, …; set at the close
  need_denominator INTEGER,
  need_strict INTEGER CHECK (need_strict IN (0, 1)), -- more than, not at least
  need_base TEXT CHECK (need_base IN ('members', 'present')),
  base INTEGER,                           -- how many that was, without those recused
  result TEXT NOT NULL DEFAULT '' CHECK (result IN ('', 'passed', 'failed', 'postponed')),
  override_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (meeting_id, nomination_id)
) STRICT;
CREATE INDEX agenda_item_nomination ON agenda_item (nomination_id);

CREATE TABLE recusal (
  item_id INTEGER NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES council_member (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (item_id, member_id)
) STRICT, WITHOUT ROWID;

-- Secret ballot: one paper as it was typed; it knows no member.
CREATE TABLE ballot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  is_valid INTEGER NOT NULL DEFAULT 1 CHECK (is_valid IN (0, 1)),
  is_written INTEGER NOT NULL DEFAULT 0 CHECK (is_written IN (0, 1)), -- sent in by an absent member: counts only
                                          -- where the rule asks for a share of all members
  UNIQUE (meeting_id, number)
) STRICT;
CREATE TABLE ballot_mark (
  ballot_id INTEGER NOT NULL REFERENCES ballot (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  mark TEXT NOT NULL CHECK (mark IN ('for', 'against', 'blank')),
  PRIMARY KEY (ballot_id, item_id)
) STRICT, WITHOUT ROWID;

-- ── Decisions, their money, their end ─────────────────────────────────────────────────────
ALTER TABLE decision ADD COLUMN dossier_id INTEGER REFERENCES dossier (id) ON DELETE RESTRICT;
ALTER TABLE decision ADD COLUMN regime_id TEXT NOT NULL DEFAULT '';     -- chosen by hand; empty: by the date
ALTER TABLE decision ADD COLUMN regime_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX decision_dossier ON decision (dossier_id);

ALTER TABLE award ADD COLUMN nomination_id INTEGER REFERENCES nomination (id) ON DELETE RESTRICT;
ALTER TABLE award ADD COLUMN movement_id INTEGER REFERENCES movement (id) ON DELETE RESTRICT;
ALTER TABLE award ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX award_nomination ON award (nomination_id);

-- An award taken back (L2022 art. 93). The award stays in the roll with its number; it counts no more from on_date.
CREATE TABLE revocation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  award_id INTEGER NOT NULL UNIQUE REFERENCES award (id) ON DELETE RESTRICT,
  number TEXT NOT NULL CHECK (number <> ''), -- of the decision that takes it back
  on_date TEXT NOT NULL,
  issuer TEXT NOT NULL DEFAULT '',
  ground TEXT NOT NULL CHECK (ground IN ('fraud', 'false_dossier', 'wrong_procedure', 'violation', 'sentence', 'other')),
  reason TEXT NOT NULL DEFAULT '',
  object_returned_on TEXT,                -- certificate, badge
  bonus_returned_on TEXT,
  restored_number TEXT NOT NULL DEFAULT '', -- L2022 art. 93.7
  restored_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  CHECK ((restored_number = '') = (restored_on IS NULL))
) STRICT;

-- The emulation and commendation fund (L2022 art. 11): money in and out, whole đồng.
CREATE TABLE fund_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('carried', 'income', 'bonus', 'object', 'work', 'other')), -- the first two come in
  amount INTEGER NOT NULL CHECK (amount > 0),
  title TEXT NOT NULL CHECK (title <> ''),
  document TEXT NOT NULL DEFAULT '',      -- number and date of the voucher
  decision_id INTEGER REFERENCES decision (id) ON DELETE RESTRICT, -- a bonus paid
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fund_entry_year ON fund_entry (year, on_date);
CREATE INDEX fund_entry_decision ON fund_entry (decision_id);
