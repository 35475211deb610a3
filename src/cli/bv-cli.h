// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"
#include "store/bv-store.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/** BvCliExit: what the process answers. Documented in --help; append only. */
typedef enum
{
  BV_CLI_OK = 0,
  BV_CLI_FINDINGS = 1,    /* it ran, but something needs a look, or there was nothing to do */
  BV_CLI_USAGE = 2,       /* the command line is wrong */
  BV_CLI_FILE = 3,        /* a file cannot be read or written */
  BV_CLI_DATA = 4,        /* a value cannot stand, a record is not there */
  BV_CLI_CONFLICT = 5,    /* a later act stands in the way of an undo or redo */
  BV_CLI_CANCELLED = 130, /* Ctrl+C */
} BvCliExit;

/** BvCli: one run of one command. */
typedef struct
{
  /* Owned */
  char *path; /* --file, or BV_FILE */
  BvStore *store;
  GCancellable *cancellable; /* cancelled by Ctrl+C */

  /* Borrowed */
  const char *command;

  /* State */
  gboolean json;
  gboolean quiet;
  gboolean progress_is_shown;
} BvCli;

typedef int (*BvCliFunc) (BvCli *cli, int argc, char **argv);

/** BvCliCommand: one sub-command; a table of them is in main.c. */
typedef struct
{
  const char *name;
  const char *summary; /* English; translated when shown */
  BvCliFunc func;
} BvCliCommand;

/**
 * bv_cli_parse: reads the options of a command, the common ones (--file, --json, --quiet) too.
 *
 * @parameters: shown after the options: "FILE"
 * @description: (nullable): under the options; the table of exit codes follows it
 * @least, @most: how many arguments may remain besides the options
 * Returns: the exit code to leave with, or -1 to go on
 */
int bv_cli_parse (BvCli *cli,
                  int *argc,
                  char ***argv,
                  const char *parameters,
                  const char *summary,
                  const char *description,
                  const GOptionEntry *entries,
                  int least,
                  int most);

/** Opens --file; %FALSE with @exit_code set when it said why it could not. */
gboolean bv_cli_open (BvCli *cli, BvStoreFlags flags, int *exit_code);
/** Opens --file for reading only. */
gboolean bv_cli_open_to_read (BvCli *cli, int *exit_code);

/** Says @error on stderr in one sentence, frees it, and gives its exit code. */
int bv_cli_fail (BvCli *cli, GError *error);
/** Says a wrong use of the command line on stderr: %BV_CLI_USAGE. */
int bv_cli_usage (BvCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** One line on stdout; not with --json or --quiet. */
void bv_cli_say (BvCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** One line on stderr, whatever the options. */
void bv_cli_warn (BvCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** A #BvProgressFunc: one line on a terminal's stderr that is rewritten. @user_data: the #BvCli. */
void bv_cli_progress (double fraction, const char *what, gpointer user_data);

/** Writes what @builder holds on stdout, indented. */
void bv_cli_print_json (JsonBuilder *builder);
/** A member of the object that is open. */
void bv_cli_json_text (JsonBuilder *builder, const char *member, const char *value);
/** Likewise. */
void bv_cli_json_int (JsonBuilder *builder, const char *member, gint64 value);
/** NAN is written as null. */
void bv_cli_json_double (JsonBuilder *builder, const char *member, double value);
/** The result of an act: {"act": 12, …}; begins an object that the caller ends. */
JsonBuilder *bv_cli_json_begin (void);
/**
 * bv_cli_say_act: what an act did, in words or as JSON: {"act": 12, "MEMBER": 3}.
 *
 * @act: 0: there was nothing to do
 * @member: (nullable): none
 * Returns: %BV_CLI_OK; %BV_CLI_FINDINGS when there was nothing to do
 */
int bv_cli_say_act (BvCli *cli, gint64 act, const char *member, gint64 id, const char *text);

/** BvCliTable: rows of text in aligned columns. */
typedef struct _BvCliTable BvCliTable;

/** @heads: %NULL-terminated, translated; a head that begins with '>' is aligned to the right. */
BvCliTable *bv_cli_table_new (const char *const *heads);
/** @cells: as many as there are heads; "" and %NULL alike are empty. */
void bv_cli_table_add (BvCliTable *self, const char *const *cells);
/** On stdout, each column as wide as its widest cell; no line ends in spaces. */
void bv_cli_table_print (BvCliTable *self);
/** With all that it owns; %NULL is let be. */
void bv_cli_table_free (BvCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCliTable, bv_cli_table_free)

/** Writes a list in the form that was asked for: @table in words, or @builder with --json. Returns: %BV_CLI_OK */
int bv_cli_print_list (BvCli *cli, BvCliTable *table, JsonBuilder *builder);

/** The year of --year; this one when it was not given (0). */
int bv_cli_year (int year);
/** "2022", "27/3/2023" … of options; %FALSE and a sentence on stderr when it is none. */
gboolean bv_cli_read_date (BvCli *cli, const char *option, const char *text, char **date);

/** Whose regimes bv_cli_title_label() reads; bv_cli_open() sets it. @store: borrowed. */
void bv_cli_set_titles (BvStore *store);
/** What people call an award: "LĐTT" for LDTT; @code itself when no regime knows it. */
const char *bv_cli_title_label (const char *code);

/** "#12" or "12": %FALSE with @error when it is no such number. */
gboolean bv_cli_read_record_id (const char *text, gint64 *id, GError **error);
/** "#12" alone, where anything else is a name: %FALSE, and 0, when it is none. */
gboolean bv_cli_read_only_id (const char *text, gint64 *id);
/** Puts a copy of @text into @place unless it is %NULL. */
void bv_cli_set (char **place, const char *text);

/** A decision given as "#12" (its id) or "125/QĐ-UBND", "125" (its number). %FALSE with @error. */
gboolean bv_cli_find_decision (BvCli *cli, const char *text, gint64 *id, GError **error);
/** A subject given as "#12" or by its name. */
gboolean bv_cli_find_subject (BvCli *cli, const char *text, int kind, gint64 *id, GError **error);

/** Whether all of @outputs end as a document may (.pdf, .odt, .xlsx); else it says so and gives %FALSE. */
gboolean bv_cli_check_outputs (BvCli *cli, char **outputs);
/** Writes @document to each of @outputs and says so. Returns: the exit code. */
int bv_cli_write_document (BvCli *cli, const BvDocument *document, char **outputs);

/** The commands of the table in main.c, one a file. Each parses its own options, says what is wrong on stderr, and
 * returns a BvCliExit. */
int bv_cli_award (BvCli *cli, int argc, char **argv);
int bv_cli_backup (BvCli *cli, int argc, char **argv);
int bv_cli_certificates (BvCli *cli, int argc, char **argv);
int bv_cli_chart (BvCli *cli, int argc, char **argv);
int bv_cli_check (BvCli *cli, int argc, char **argv);
int bv_cli_council (BvCli *cli, int argc, char **argv);
int bv_cli_decision (BvCli *cli, int argc, char **argv);
int bv_cli_discipline (BvCli *cli, int argc, char **argv);
int bv_cli_fund (BvCli *cli, int argc, char **argv);
int bv_cli_eligibility (BvCli *cli, int argc, char **argv);
int bv_cli_household (BvCli *cli, int argc, char **argv);
int bv_cli_history (BvCli *cli, int argc, char **argv);
int bv_cli_import (BvCli *cli, int argc, char **argv);
int bv_cli_indicator (BvCli *cli, int argc, char **argv);
int bv_cli_init (BvCli *cli, int argc, char **argv);
int bv_cli_initiative (BvCli *cli, int argc, char **argv);
int bv_cli_law (BvCli *cli, int argc, char **argv);
int bv_cli_list (BvCli *cli, int argc, char **argv);
int bv_cli_nomination (BvCli *cli, int argc, char **argv);
int bv_cli_person (BvCli *cli, int argc, char **argv);
int bv_cli_rating (BvCli *cli, int argc, char **argv);
int bv_cli_office (BvCli *cli, int argc, char **argv);
int bv_cli_paper (BvCli *cli, int argc, char **argv);
int bv_cli_record (BvCli *cli, int argc, char **argv);
int bv_cli_redo (BvCli *cli, int argc, char **argv);
int bv_cli_registration (BvCli *cli, int argc, char **argv);
int bv_cli_report (BvCli *cli, int argc, char **argv);
int bv_cli_undo (BvCli *cli, int argc, char **argv);
int bv_cli_unit (BvCli *cli, int argc, char **argv);

G_END_DECLS
