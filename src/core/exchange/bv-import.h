// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-encoding.h"
#include "bv-types.h"
#include "exchange/bv-import-field.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvImport: one table on its way into the register: read, recognised, checked, and only then, by
 * bv_import_commit(), written as one act. In the order of an assistant:
 *
 *   load → (sheet, encoding, header, mapping) → options → check → (rows, findings, units) → commit
 *
 * Every step may be taken again. Changing anything before "check" makes the plan stale: it is empty
 * until the next check. The blocking functions are for any one thread at a time; the asynchronous ones
 * do the same on a worker, and until they have finished nothing else may be called.
 */
#define BV_TYPE_IMPORT (bv_import_get_type ())
G_DECLARE_FINAL_TYPE (BvImport, bv_import, BV, IMPORT, GObject)

/** @store: kept alive. Both belong to the import for good. */
BvImport *bv_import_new (BvStore *store, BvImportTarget target);
BvImportTarget bv_import_get_target (BvImport *self);
/** @progress: (nullable): called on the worker's thread by every long step from now on. */
void bv_import_set_progress (BvImport *self, BvProgressFunc progress, gpointer user_data);

/* ── 1. The file ─────────────────────────────────────────────────────────────────────────── */

/** Reads the file, chooses the sheet with the most recognised headers, finds the header and maps the
 * columns: remembered ones first. */
gboolean
bv_import_load (BvImport *self, const char *path, GCancellable *cancellable, GError **error);
void bv_import_load_async (BvImport *self,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/** %FALSE with the @error of bv_import_load(). */
gboolean bv_import_load_finish (BvImport *self, GAsyncResult *result, GError **error);

/** The file's name without its folder; (transfer none) (nullable) */
const char *bv_import_get_file_name (BvImport *self);
/** One line for the screen: "CSV, UTF-8, parted by “;”, 214 rows". (transfer full) translated */
char *bv_import_describe_file (BvImport *self);

/** The sheets of the file, from 0, hidden ones too, and which is read. 0 before a file is loaded. (transfer none) */
guint bv_import_get_n_sheets (BvImport *self);
const char *bv_import_get_sheet_name (BvImport *self, guint index);
guint bv_import_get_sheet (BvImport *self);
/** Reads another sheet of the same file. */
gboolean
bv_import_set_sheet (BvImport *self, guint index, GCancellable *cancellable, GError **error);

/** Whether the file is a CSV; an XLSX has no encoding to choose. */
gboolean bv_import_is_csv (BvImport *self);
/** @confidence: (out) (optional): 0 to 1; below 0.9 the screen should ask. */
BvEncoding bv_import_get_encoding (BvImport *self, double *confidence);
/** Reads the CSV again in another encoding. */
gboolean bv_import_set_encoding (BvImport *self,
                                 BvEncoding encoding,
                                 GCancellable *cancellable,
                                 GError **error);

/* ── 2. Header and mapping ───────────────────────────────────────────────────────────────── */

/** The number of the first header row as the spreadsheet shows it; 0: none found. */
guint bv_import_get_header_row (BvImport *self);
/** Chooses the header row by hand (its number in the spreadsheet) and maps anew. */
gboolean bv_import_set_header_row (BvImport *self, guint row_number, GError **error);

/** Columns of the table, from 0; 0 while no header is found. */
guint bv_import_get_n_columns (BvImport *self);
/** As written; "" when the column has none. (transfer none) */
const char *bv_import_get_column_header (BvImport *self, guint column);
/** "A", "B", … (transfer full) */
char *bv_import_get_column_letter (BvImport *self, guint column);
/** The first texts below the header, (transfer full): at most @n, %NULL-terminated. */
char **bv_import_get_column_samples (BvImport *self, guint column, guint n);
/** (transfer none) (nullable): not imported */
const BvImportField *bv_import_get_column_field (BvImport *self, guint column);
/** @code: (nullable): the field's code. A field that may not repeat leaves its former column. */
gboolean
bv_import_set_column_field (BvImport *self, guint column, const char *code, GError **error);
/** Whether the mapping stands: %BV_EXCHANGE_ERROR_HEADER names the missing column and what to do. */
gboolean bv_import_check_mapping (BvImport *self, GError **error);

/* ── Options ─────────────────────────────────────────────────────────────────────────────── */

/** Awards: the decision whose list it is: a draft or a received one. Required for awards. */
void bv_import_set_decision (BvImport *self, gint64 decision_id);
/** Awards: the form (code in the regime) and achievement for rows that name none; (nullable). */
void bv_import_set_award_defaults (BvImport *self, const char *form_code, const char *achievement);
/** Indicators: the movement that new indicators belong to (0: known indicators only), the unit whose
 * figures they are (0: a column says it), the year for columns that name none (0: a column says it). */
void
bv_import_set_indicator_defaults (BvImport *self, gint64 movement_id, gint64 unit_id, int year);
/** People: from when a changed unit counts: ISO, %NULL: today. */
void bv_import_set_effective_date (BvImport *self, const char *date);
/** Whether records already there take over what the file says differently; default %TRUE. */
void bv_import_set_update (BvImport *self, gboolean update);
/** Ratings: the year of rows that name none (0: a column says it). */
void bv_import_set_year (BvImport *self, int year);
/** Whether units that the register does not know, and that resemble none it knows, are made; default
 * %TRUE. */
void bv_import_set_create_units (BvImport *self, gboolean create);

/* ── 3. The plan ─────────────────────────────────────────────────────────────────────────── */

/** Checks every row against the file and the register. Findings are no error of this function. */
gboolean bv_import_check (BvImport *self, GCancellable *cancellable, GError **error);
void bv_import_check_async (BvImport *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/** %FALSE with the @error of bv_import_check(). */
gboolean bv_import_check_finish (BvImport *self, GAsyncResult *result, GError **error);

typedef enum
{
  BV_IMPORT_ROW_NEW,
  BV_IMPORT_ROW_UPDATED,
  BV_IMPORT_ROW_UNCHANGED,
  BV_IMPORT_ROW_SKIPPED, /* totals, section titles, repetitions inside the file */
  BV_IMPORT_ROW_ERROR,   /* cannot be imported; the others can */
} BvImportRowStatus;
#define BV_N_IMPORT_ROW_STATUSES (BV_IMPORT_ROW_ERROR + 1)

/** Translated: "New", "Updated", … (transfer none) */
const char *bv_import_row_status_get_label (BvImportRowStatus status);

typedef struct
{
  guint n_rows; /* below the header */
  guint n[BV_N_IMPORT_ROW_STATUSES];
  guint n_warnings;  /* findings */
  guint n_new_units; /* made along with people and awards */
} BvImportCounts;

/** Of the last check; all 0 while the plan is stale. */
void bv_import_get_counts (BvImport *self, BvImportCounts *counts);
/** "214 new, 3 updated, 10 unchanged, 1 skipped, 2 with errors". (transfer full) translated */
char *bv_import_counts_format (const BvImportCounts *counts);

typedef enum
{
  BV_IMPORT_WARNING,
  BV_IMPORT_ERROR,
} BvImportSeverity;

/** BvImportFinding: one sentence about one cell. Borrowed from the import until the next check. */
typedef struct
{
  guint row;                  /* index of the plan's row */
  guint row_number;           /* as the spreadsheet shows it */
  int column;                 /* -1: the row as a whole */
  const BvImportField *field; /* (nullable) */
  BvImportSeverity severity;
  const char *message; /* translated sentence without the place */
} BvImportFinding;

/** What the last check found, row by row; none while the plan is stale. (transfer none): until the next check or
 * finding. */
guint bv_import_get_n_findings (BvImport *self);
const BvImportFinding *bv_import_get_finding (BvImport *self, guint index);
/** "Row 17, column D (Date of birth): the day “31/02/1975” does not exist …" (transfer full) */
char *bv_import_format_finding (BvImport *self, const BvImportFinding *finding);

/** The rows of the plan from 0, and of each what becomes of it and its number in the spreadsheet. */
guint bv_import_get_n_rows (BvImport *self);
BvImportRowStatus bv_import_get_row_status (BvImport *self, guint row);
guint bv_import_get_row_number (BvImport *self, guint row);
/** What the row is about, as read: a name. (transfer full) */
char *bv_import_get_row_title (BvImport *self, guint row);
/** The cell of a mapped column. (transfer none) */
const char *bv_import_get_row_text (BvImport *self, guint row, guint column);
/** All findings of the row, one sentence a line, each with its cell: "Cell C17 (Date of birth): …"; "" when
 * none. (transfer full) */
char *bv_import_get_row_message (BvImport *self, guint row);

/**
 * bv_import_list_rows: the plan's rows as a list for a view; objects are made as they are looked at.
 *
 * @statuses: bits 1 << BvImportRowStatus; 0: all
 * Returns: (transfer full): #GListModel of #BvImportRow; a snapshot of the last check
 */
GListModel *bv_import_list_rows (BvImport *self, guint statuses);

#define BV_TYPE_IMPORT_ROW (bv_import_row_get_type ())
G_DECLARE_FINAL_TYPE (BvImportRow, bv_import_row, BV, IMPORT_ROW, GObject)

/** As of the row that it stands for when it was made: number in the spreadsheet, status, name, findings one a line.
 * (transfer none): never %NULL */
guint bv_import_row_get_number (BvImportRow *self);
BvImportRowStatus bv_import_row_get_status (BvImportRow *self);
const char *bv_import_row_get_title (BvImportRow *self);
const char *bv_import_row_get_message (BvImportRow *self);

/** BvImportUnit: a unit that the file names and the register does not know by that name. */
typedef struct
{
  const char *text;     /* as in the file */
  guint n_rows;         /* that name it */
  gint64 chosen_id;     /* what it is taken for; 0: nothing yet; -1: made anew */
  gint64 candidates[3]; /* near misses, the nearest first; 0 ends */
  const char *names[3]; /* theirs */
} BvImportUnit;

/** Units that await a word; 0 while the plan is stale. */
guint bv_import_get_n_units (BvImport *self);
/** Borrowed until the next check. */
const BvImportUnit *bv_import_get_unit (BvImport *self, guint index);
/** Takes @text for the unit @unit_id (-1: make it anew, 0: undecided) from the next check on. */
void bv_import_choose_unit (BvImport *self, const char *text, gint64 unit_id);

/* ── 4. Writing ──────────────────────────────────────────────────────────────────────────── */

/** The act's title: "Import 214 people from ds.xlsx". (transfer full) translated */
char *bv_import_get_title (BvImport *self);

/**
 * bv_import_commit: writes the plan as one act; rows with errors are left out. The rows are checked
 * once more inside the act, so that what changed meanwhile is seen. The mapping is remembered in the
 * same act.
 *
 * @act_id: (out) (optional): for undo; 0 when everything was there already
 */
gboolean
bv_import_commit (BvImport *self, gint64 *act_id, GCancellable *cancellable, GError **error);
/** The same on a worker; @user_data is the callback's. */
void bv_import_commit_async (BvImport *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/** Returns: the id of the act, 0 when nothing changed, -1 on error. */
gint64 bv_import_commit_finish (BvImport *self, GAsyncResult *result, GError **error);

G_END_DECLS
