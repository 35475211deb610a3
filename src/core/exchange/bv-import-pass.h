// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-import-header.h"
#include "exchange/bv-import-index.h"
#include "exchange/bv-import.h"
#include "merit/bv-decision.h"
#include "merit/bv-regime.h"
#include "movement/bv-indicator.h"

G_BEGIN_DECLS

/* One pass over a table: the same code checks the rows (on a reading connection, nothing is written)
 * and writes them (inside the act). Private to exchange/. */

/** What a pass goes by; borrowed while it runs. */
typedef struct
{
  BvImportTarget target;
  const BvSheet *sheet;
  const BvImportHeader *header;
  const BvImportField **fields; /* of each column, (nullable) each */
  GHashTable *unit_choices;     /* key of a unit's name → gint64 * */
  gint64 decision_id;
  char *form_code;   /* (nullable) */
  char *achievement; /* (nullable) */
  gint64 movement_id;
  gint64 unit_id;
  int year;
  char *effective_date; /* ISO */
  gboolean update;
  gboolean create_units;
} BvImportSettings;

typedef struct
{
  guint32 sheet_row;
  guint8 status; /* BvImportRowStatus */
  guint32 first_finding;
  guint32 n_findings;
} BvImportPlanRow;

typedef struct
{
  guint row; /* of the plan */
  gint16 column;
  guint8 severity;
  char *message;
} BvImportPlanFinding;

typedef struct
{
  char *text;
  guint n_rows;
  BvImportUnitMatch match;
  gint64 id;     /* 0: undecided or refused */
  gboolean made; /* by this table */
  gint64 candidates[BV_IMPORT_N_CANDIDATES];
} BvImportPlanUnit;

typedef struct
{
  /* Borrowed */
  const BvImportSettings *settings;
  BvConnection *connection;
  GCancellable *cancellable;
  BvProgressFunc progress;
  gpointer user_data;
  gboolean is_writing;
  /* Owned */
  BvImportIndex *index;
  GArray *rows;           /* BvImportPlanRow */
  GArray *findings;       /* BvImportPlanFinding */
  GHashTable *units;      /* key → BvImportPlanUnit: those that the register does not know */
  GHashTable *unit_texts; /* as written → gint64 *: those that it knows */
  GHashTable *seen;       /* what the table itself held → index of its row + 1 */
  BvImportCounts counts;
  BvRegimeSet *regimes;
  BvDecision *decision;
  GPtrArray *awards;      /* of the decision */
  GHashTable *indicators; /* folded name → gint64 * */
  GHashTable *unit_rows;  /* units of the table: key → row + 1 */
  GByteArray *unit_states;
  /* State */
  guint row; /* of the plan */
  guint sheet_row;
  guint end_row;      /* of the sheet: behind the last that has a name */
  gboolean has_error; /* of the row */
  gint64 next_id;     /* for what is not written yet: -1, -2, … */
  char *section;      /* text of the last section title, (nullable) */
  int section_kind;   /* BvSubjectKind, 0: none */
  guint columns[64];  /* column + 1 of each field by its index in @list */
  struct
  {
    const char *code;
    int column;
  } literals[128]; /* columns looked up lately, by the address of their code */
  GPtrArray *list; /* BvImportField of the target */
} BvImportPass;

/** Reads what the register holds. @settings, @connection: borrowed. @is_writing: else the plan alone is made. %NULL
 * may be freed. */
BvImportPass *bv_import_pass_new (const BvImportSettings *settings,
                                  BvConnection *connection,
                                  gboolean is_writing,
                                  GError **error);
void bv_import_pass_free (BvImportPass *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportPass, bv_import_pass_free)

/** bv_import_pass_run: all rows. Findings are no errors. */
gboolean bv_import_pass_run (BvImportPass *self, GError **error);
/** bv_import_pass_run_row: one row, also from within another. */
gboolean bv_import_pass_run_row (BvImportPass *self, guint sheet_row, GError **error);

/* ── For the tables' own files ───────────────────────────────────────────────────────────── */

/** The column of the field, -1 when none is mapped. */
int bv_import_pass_column (BvImportPass *self, const char *code);
/** The text of the field in the row at hand: "" when there is no such column. @code: a literal. */
const char *bv_import_pass_text (BvImportPass *self, const char *code);
/** Adds a finding about the cell of field @code (%NULL: the row as a whole) in the row at hand, by a translated
 * format. An error leaves the row out; more findings than anybody reads are counted only. */
void bv_import_pass_find (BvImportPass *self,
                          const char *code,
                          BvImportSeverity severity,
                          const char *format,
                          ...) G_GNUC_PRINTF (4, 5);
/** Of the row at hand. */
void bv_import_pass_set_status (BvImportPass *self, BvImportRowStatus status);
/** "x", "có", "1": TRUE; "", "không", "-": FALSE; anything else is a warning and FALSE. */
gboolean bv_import_pass_mark (BvImportPass *self, const char *code);
/** An ISO date of the field; %NULL when empty or bad (which is an error of the row). */
char *bv_import_pass_date (BvImportPass *self, const char *code);
/** An error of the row when letters were lost or garbled before the file came here. */
void bv_import_pass_check_letters (BvImportPass *self, const char *code, const char *text);
/** Whether @number stands in the table already with another @name_fold: then the row has an error. */
gboolean bv_import_pass_is_taken (BvImportPass *self, const char *number, const char *name_fold);
/** Whether @key was in the table before: then the row is skipped with a warning. */
gboolean bv_import_pass_is_repeated (BvImportPass *self, const char *key);

/**
 * bv_import_pass_unit: the unit a text means, made when it must and may be.
 *
 * @code: the field, for the finding
 * @parent_id: of one that is made; 0: none
 * Returns: %FALSE on a failed query; @id is 0 when the text names none that can be taken (an error of
 *   the row)
 */
gboolean bv_import_pass_unit (BvImportPass *self,
                              const char *code,
                              const char *text,
                              gint64 parent_id,
                              gint64 *id,
                              GError **error);
/** "school", …: by the first words of the name. */
const char *bv_import_guess_unit_kind (const char *name);
/** Whether a unit of that name is a small collective: tổ, đội, phòng, ban, thôn, bản. */
gboolean bv_import_is_small_unit (const char *name);
/** Whether a name begins as those of units do. */
gboolean bv_import_looks_like_unit (const char *name);

/** bv_import_pass_is_left_out: whether the row at hand is no record. A title of a section is kept for
 * the rows below. */
gboolean bv_import_pass_is_left_out (BvImportPass *self);
/** Finds the end of the table, below which signatures stand. */
void bv_import_pass_find_end (BvImportPass *self);

/* One row of each table; %FALSE on a failed query only. */
gboolean bv_import_people_row (BvImportPass *self, GError **error);
gboolean bv_import_units_row (BvImportPass *self, GError **error);
gboolean bv_import_households_row (BvImportPass *self, GError **error);
gboolean bv_import_awards_row (BvImportPass *self, GError **error);
gboolean bv_import_indicators_row (BvImportPass *self, GError **error);
gboolean bv_import_ratings_row (BvImportPass *self, GError **error);
/** Whether the row was dealt with out of its turn. */
gboolean bv_import_units_is_done (BvImportPass *self, guint sheet_row);

/** Before the first row of such a table: reads what its rows need. %FALSE with a sentence when an option is missing
 * that no column makes up for. */
gboolean bv_import_units_prepare (BvImportPass *self, GError **error);
gboolean bv_import_awards_prepare (BvImportPass *self, GError **error);
gboolean bv_import_indicators_prepare (BvImportPass *self, GError **error);
gboolean bv_import_ratings_prepare (BvImportPass *self, GError **error);

G_END_DECLS
