// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-dossier-papers.h"
#include "merit/bv-agenda.h"
#include "merit/bv-award.h"
#include "merit/bv-council.h"
#include "merit/bv-decision.h"
#include "merit/bv-dossier.h"
#include "merit/bv-meeting.h"
#include "merit/bv-nomination.h"
#include "merit/bv-vote.h"
#include "office/bv-office.h"

G_BEGIN_DECLS

/* What the papers of a dossier are built from, and the parts that they share. */

/** BvPaper: a paper being built; everything that could be read is read. */
typedef struct
{
  BvConnection *connection;
  BvPaperKind kind;
  const BvPaperOptions *options;
  BvDocument *document;
  /* Read; (nullable) where the paper needs none */
  BvRegimeSet *regimes;
  BvDossier *dossier;
  GPtrArray *nominations; /* (element-type BvNomination): proposed, in order */
  BvMeeting *meeting;
  BvCouncil *council;
  GPtrArray *attendance; /* (element-type BvAttendance) */
  GPtrArray *items;      /* (element-type BvAgendaItem): of the dossier, if there is one */
  GPtrArray *tallies;    /* (element-type BvTally): beside the items */
  BvMeetingCount count;
  BvDecision *decision; /* the one that is asked for, else the newest */
  GPtrArray *decisions; /* (element-type BvDecision): all of the dossier, oldest first */
  GPtrArray *awards;    /* (element-type BvAward) */
  BvOfficePeriod *office;
  const BvRegime *regime;
  char *date; /* of the paper; %NULL leaves it to the pen */
  char *day;  /* the same, or today: by which the office is named */
  int year;   /* of the achievement */
} BvPaper;

/** BvPaperLine: one line of a list, whatever it is read from. Borrowed. */
typedef struct
{
  BvSubjectKind kind;
  const char *name;
  const char *detail;
  const char *form_code;
  const char *achievement;
  gboolean is_posthumous;
  const BvTally *tally;           /* (nullable) */
  const BvAward *award;           /* (nullable) */
  const BvNomination *nomination; /* (nullable) */
} BvPaperLine;

/** (element-type BvPaperLine) (transfer full) */
GArray *bv_paper_lines_from_nominations (const BvPaper *self);
/** @passed: 1 only those passed, 0 only the others, -1 all. */
GArray *bv_paper_lines_from_items (const BvPaper *self, int passed);
/** The list of the decision, as printed there. */
GArray *bv_paper_lines_from_awards (const BvPaper *self);

/** BvPaperCount: how many of each kind. */
typedef struct
{
  guint n_units;
  guint n_persons;
  guint n_households;
} BvPaperCount;

/** Of all lines, or (@form_code) of those for one award. */
BvPaperCount bv_paper_count (GArray *lines, const char *form_code);
/** "12 tập thể, 48 cá nhân, 02 hộ gia đình"; (transfer full) */
char *bv_paper_count_format (const BvPaperCount *count);
/** "các tập thể, cá nhân": who is spoken of, without numbers; (transfer full) */
char *bv_paper_count_name (const BvPaperCount *count);
/** The achievement that all @lines share; "" when they differ or have none. (transfer none) */
const char *bv_paper_common_achievement (GArray *lines);
/** The awards in @lines, each once, in the law's order; (element-type utf8, borrowed) (transfer full). */
GPtrArray *bv_paper_list_forms (const BvPaper *self, GArray *lines);

/** An award as a paper of this office names it: 'danh hiệu “Lao động tiên tiến”', 'Giấy khen của Chủ tịch Ủy ban nhân
 * dân huyện Mường La'; (transfer full). */
char *bv_paper_name_award (const BvPaper *self, const char *form_code);
/** The same as short as a column asks for: 'Lao động tiên tiến'. */
char *bv_paper_name_award_short (const BvPaper *self, const char *form_code);
/** "năm 2022", or of a movement its name; for titles; (transfer full) */
char *bv_paper_name_occasion (const BvPaper *self);

/** Whose paper it is. */
typedef enum
{
  BV_PAPER_ISSUER_COMMITTEE,
  BV_PAPER_ISSUER_DEPARTMENT,
  BV_PAPER_ISSUER_COUNCIL,
  BV_PAPER_ISSUER_UNIT, /* of the subject: reports */
} BvPaperIssuer;

/** Letterhead with number ("" for none) and date. @type: "TTr"; %NULL for a paper without a number. @unit: name of the
 * unit of %BV_PAPER_ISSUER_UNIT. */
void bv_paper_add_letterhead (BvPaper *self,
                              BvPaperIssuer issuer,
                              const char *type,
                              const char *number,
                              const char *unit);
/** Adds a "Căn cứ" line for each law of the day, then @more (nullable, %NULL-terminated); ends are set. */
void bv_paper_add_bases (BvPaper *self, const char *const *more);
/** Body text; printf. */
void bv_paper_add_body (BvPaper *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** A number before its text in bold: "Điều 1." */
void bv_paper_add_article (BvPaper *self, const char *number, const char *text);

/** Columns of a list. */
typedef enum
{
  BV_PAPER_COLUMN_AWARD = 1 << 0,
  BV_PAPER_COLUMN_ACHIEVEMENT = 1 << 1,
  BV_PAPER_COLUMN_BONUS = 1 << 2,
  BV_PAPER_COLUMN_BASIS = 1 << 3, /* of the bonus */
  BV_PAPER_COLUMN_SIGNATURE = 1 << 4,
  BV_PAPER_COLUMN_VOTES = 1 << 5,  /* for, against, share */
  BV_PAPER_COLUMN_BALLOT = 1 << 6, /* two boxes to tick */
  BV_PAPER_COLUMN_FINDING = 1 << 7,
} BvPaperColumns;

/** The list by kinds of subject: tập thể, cá nhân, hộ gia đình; with its total in money when there is a bonus. */
void bv_paper_add_list (BvPaper *self, const char *name, GArray *lines, BvPaperColumns columns);

/** The committee's signature: signer of the options or the default one. */
gboolean
bv_paper_add_committee_signature (BvPaper *self, const char *const *recipients, GError **error);
gboolean
bv_paper_add_department_signature (BvPaper *self, const char *const *recipients, GError **error);
/** Who carries a decision out first: "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng phòng Nội vụ", by the
 * level of the office on that day; (transfer full) */
char *bv_paper_name_executors (const BvOfficePeriod *period, const BvRegime *regime);
/** Whether the law of the paper's day (nullable) knows a district between province and commune. */
gboolean bv_paper_has_districts (const BvRegime *regime);
/** An article of a regime as a sentence cites it: "điểm d khoản 1 Điều 75 Luật …"; (transfer full) */
char *bv_paper_name_article (const char *article);
/** "12" → "12/TTr-PNV"; a number with its symbol, and "", stay. (transfer full) */
char *
bv_paper_full_number (const BvPaper *self, const char *number, BvIssuer issuer, const char *type);
/** The lines over a chairman's signature: of what the chairman decides nobody signs "TM." (Decree 30/2020, Appendix I),
 * whatever the signer is set up with; KT. and Q. stay. (transfer full) */
char **bv_paper_chairman_lines (const char *prefix, const char *on_behalf_of, const char *post);
/** Recipients of the options, else @usual (nullable); with "Lưu: VT" at the end, and on a paper of the committee or the
 * council the department that wrote it: "Lưu: VT, PNV"; (transfer full). */
char **bv_paper_recipients (const BvPaper *self, BvPaperIssuer issuer, const char *const *usual);
/** Puts @with in the place of the first @what in *@text, if there is one. */
void bv_paper_replace (char **text, const char *what, const char *with);
/** @text with its first letter small, or large. (transfer full) */
char *bv_paper_small (const char *text);
/** The other way; (transfer full). */
char *bv_paper_large (const char *text);
/** "ngày 27 tháng 3 năm 2023", or dots for the pen; (transfer full) */
char *bv_paper_long_date (const char *date);
/** "66,7 %" of a whole part; exact, half up; (transfer full) */
char *bv_paper_percent (gint64 part, gint64 whole);

/* The papers. */
gboolean bv_paper_build_proposal (BvPaper *self, GError **error);
gboolean bv_paper_build_summary (BvPaper *self, GError **error);
gboolean bv_paper_build_opinion (BvPaper *self, GError **error);
gboolean bv_paper_build_invitation (BvPaper *self, GError **error);
gboolean bv_paper_build_ballot (BvPaper *self, GError **error);
gboolean bv_paper_build_minutes (BvPaper *self, GError **error);
gboolean bv_paper_build_counting (BvPaper *self, GError **error);
gboolean bv_paper_build_decision (BvPaper *self, GError **error);
gboolean bv_paper_build_result (BvPaper *self, GError **error);
gboolean bv_paper_build_payment (BvPaper *self, GError **error);
gboolean bv_paper_build_report (BvPaper *self, GError **error);

G_END_DECLS
