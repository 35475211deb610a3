// SPDX-License-Identifier: GPL-3.0-or-later
/* What all sub-commands share: options, opening the file, errors and exit codes, output. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-decision.h"
#include "office/bv-register.h"
#include "office/bv-subject.h"
#include "store/bv-row-list.h"

#include <glib/gi18n.h>
#include <math.h>
#include <unistd.h>

struct _BvCliTable
{
  guint n_columns;
  gboolean *right;
  GPtrArray *rows; /* GStrv, the heads first */
};

static char *
describe_exits (const char *description)
{
  return g_strdup_printf (
    "%s%s%s\n"
    "    0  %s\n    1  %s\n    2  %s\n    3  %s\n    4  %s\n    5  %s\n  130  %s\n",
    description != NULL ? description : "", description != NULL ? "\n\n" : "", _ ("Exit codes:"),
    _ ("done"), _ ("done, but something needs a look; or there was nothing to do"),
    _ ("the command line is wrong"), _ ("a file cannot be read or written"),
    _ ("a value cannot stand, or a record is not there"),
    _ ("a later act stands in the way of an undo or redo"), _ ("interrupted"));
}

int
bv_cli_parse (BvCli *cli,
              int *argc,
              char ***argv,
              const char *parameters,
              const char *summary,
              const char *description,
              const GOptionEntry *entries,
              int least,
              int most)
{
  const GOptionEntry common[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &cli->path,
      N_ ("The office's file; otherwise BV_FILE"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Write JSON for programs"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, N_ ("Say nothing when all is well"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *exits = describe_exits (description);
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, exits);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    return bv_cli_usage (cli, "%s", error->message);
  if (*argc - 1 < least)
    return bv_cli_usage (cli, _ ("an argument is missing; see bangvang-cli %s --help"),
                         cli->command);
  if (*argc - 1 > most)
    return bv_cli_usage (cli, _ ("“%s” is one argument too many; see bangvang-cli %s --help"),
                         (*argv)[most + 1], cli->command);
  if (cli->path == NULL)
    cli->path = g_strdup (g_getenv ("BV_FILE"));
  return -1;
}

gboolean
bv_cli_open (BvCli *cli, BvStoreFlags flags, int *exit_code)
{
  g_autoptr (GError) error = NULL;

  if (cli->path == NULL || *cli->path == '\0')
    {
      *exit_code = bv_cli_usage (cli, _ ("name the office's file by --file FILE or BV_FILE"));
      return FALSE;
    }
  cli->store = bv_store_open (cli->path, flags, &error);
  bv_cli_set_titles (cli->store);
  if (cli->store != NULL)
    return TRUE;
  bv_cli_fail (cli, g_steal_pointer (&error));
  *exit_code = BV_CLI_FILE;
  return FALSE;
}

gboolean
bv_cli_open_to_read (BvCli *cli, int *exit_code)
{
  return bv_cli_open (cli, BV_STORE_READ_ONLY, exit_code);
}

static int
get_exit_code (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return BV_CLI_CANCELLED;
  if (error->domain == G_OPTION_ERROR)
    return BV_CLI_USAGE;
  if (error->domain == BV_VALUE_ERROR)
    return BV_CLI_DATA;
  if (error->domain == BV_STORE_ERROR)
    switch (error->code)
      {
      case BV_STORE_ERROR_CONFLICT:
        return BV_CLI_CONFLICT;
      case BV_STORE_ERROR_NOT_FOUND:
      case BV_STORE_ERROR_CONSTRAINT:
        return BV_CLI_DATA;
      default:
        return BV_CLI_FILE;
      }
  if (error->domain == BV_DOCUMENT_ERROR)
    return error->code == BV_DOCUMENT_ERROR_WRITE ? BV_CLI_FILE : BV_CLI_DATA;
  if (error->domain == BV_EXCHANGE_ERROR)
    return error->code == BV_EXCHANGE_ERROR_HEADER || error->code == BV_EXCHANGE_ERROR_CELL
             ? BV_CLI_DATA
             : BV_CLI_FILE;
  return BV_CLI_FILE;
}

static void
end_progress (BvCli *cli)
{
  if (cli->progress_is_shown)
    fputs ("\r\033[K", stderr);
  cli->progress_is_shown = FALSE;
}

int
bv_cli_fail (BvCli *cli, GError *error)
{
  int exit_code = get_exit_code (error);

  if (exit_code == BV_CLI_CANCELLED)
    bv_cli_warn (cli, "%s", _ ("interrupted; nothing was changed"));
  else
    bv_cli_warn (cli, "%s", error->message);
  g_error_free (error);
  return exit_code;
}

int
bv_cli_usage (BvCli *cli, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  bv_cli_warn (cli, "%s", text);
  return BV_CLI_USAGE;
}

void
bv_cli_say (BvCli *cli, const char *format, ...)
{
  va_list args;

  end_progress (cli);
  if (cli->json || cli->quiet)
    return;
  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  putchar ('\n');
}

void
bv_cli_warn (BvCli *cli, const char *format, ...)
{
  va_list args;

  end_progress (cli);
  fprintf (stderr, "bangvang-cli %s: ", cli->command);
  va_start (args, format);
  vfprintf (stderr, format, args);
  va_end (args);
  fputc ('\n', stderr);
}

void
bv_cli_progress (double fraction, const char *what, gpointer user_data)
{
  BvCli *cli = user_data;

  if (cli->quiet || !isatty (STDERR_FILENO))
    return;
  cli->progress_is_shown = TRUE;
  if (fraction < 0)
    fprintf (stderr, "\r\033[K%s…", what != NULL ? what : "");
  else
    fprintf (stderr, "\r\033[K%3.0f %%  %s", 100 * fraction, what != NULL ? what : "");
  fflush (stderr);
}

/* ── JSON ────────────────────────────────────────────────────────────────────────────────── */

JsonBuilder *
bv_cli_json_begin (void)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  return builder;
}

void
bv_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  puts (text);
}

void
bv_cli_json_text (JsonBuilder *builder, const char *member, const char *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
bv_cli_json_int (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

void
bv_cli_json_double (JsonBuilder *builder, const char *member, double value)
{
  json_builder_set_member_name (builder, member);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

int
bv_cli_say_act (BvCli *cli, gint64 act, const char *member, gint64 id, const char *text)
{
  bv_cli_say (cli, "%s", text);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "act", act);
      if (member != NULL)
        bv_cli_json_int (builder, member, id);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return act != 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

int
bv_cli_print_list (BvCli *cli, BvCliTable *table, JsonBuilder *builder)
{
  if (cli->json)
    bv_cli_print_json (builder);
  else
    bv_cli_table_print (table);
  return BV_CLI_OK;
}

int
bv_cli_year (int year)
{
  g_autofree char *today = bv_date_today ();

  return year != 0 ? year : bv_date_year (today);
}

void
bv_cli_set (char **place, const char *text)
{
  if (text != NULL)
    bv_text_set (place, text);
}

/* ── Tables ──────────────────────────────────────────────────────────────────────────────── */

BvCliTable *
bv_cli_table_new (const char *const *heads)
{
  BvCliTable *self = g_new0 (BvCliTable, 1);
  char **row;

  self->n_columns = g_strv_length ((char **) heads);
  self->right = g_new0 (gboolean, self->n_columns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  row = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->right[i] = heads[i][0] == '>';
      row[i] = g_strdup (heads[i] + (self->right[i] ? 1 : 0));
    }
  g_ptr_array_add (self->rows, row);
  return self;
}

void
bv_cli_table_add (BvCliTable *self, const char *const *cells)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  g_ptr_array_add (self->rows, row);
}

/* Cells of the terminal: marks that combine take none. */
static int
get_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

void
bv_cli_table_print (BvCliTable *self)
{
  g_autofree int *widths = g_new0 (int, self->n_columns);

  for (guint r = 0; r < self->rows->len; r++)
    for (guint i = 0; i < self->n_columns; i++)
      widths[i] = MAX (widths[i], get_width (((char **) g_ptr_array_index (self->rows, r))[i]));
  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = g_ptr_array_index (self->rows, r);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < self->n_columns; i++)
        {
          int space = widths[i] - get_width (row[i]);

          if (i > 0)
            g_string_append (line, "  ");
          g_string_append_printf (line, "%*s%s%*s", self->right[i] ? space : 0, "", row[i],
                                  self->right[i] ? 0 : space, "");
        }
      puts (g_strchomp (line->str));
    }
}

void
bv_cli_table_free (BvCliTable *self)
{
  if (self == NULL)
    return;
  g_free (self->right);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* ── Reading arguments ───────────────────────────────────────────────────────────────────── */

gboolean
bv_cli_read_date (BvCli *cli, const char *option, const char *text, char **date)
{
  g_autoptr (GError) error = NULL;

  *date = NULL;
  if (text == NULL)
    return TRUE;
  *date = bv_date_parse (text, &error);
  if (*date == NULL)
    bv_cli_warn (cli, "--%s: %s", option, error->message);
  return *date != NULL;
}

gboolean
bv_cli_read_record_id (const char *text, gint64 *id, GError **error)
{
  if (g_ascii_string_to_signed (*text == '#' ? text + 1 : text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  *id = 0;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
               _ ("“%s” is no number of a record: write it as in #12"), text);
  return FALSE;
}

gboolean
bv_cli_read_only_id (const char *text, gint64 *id)
{
  *id = 0;
  return *text == '#' && bv_cli_read_record_id (text, id, NULL);
}

gboolean
bv_cli_find_decision (BvCli *cli, const char *text, gint64 *id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (BvDecision) decision = NULL;

  if (lease == NULL)
    return FALSE;
  if (bv_cli_read_only_id (text, id))
    {
      decision = bv_decision_load (bv_lease_connection (lease), *id, error);
      return decision != NULL;
    }
  if (!bv_decision_find (bv_lease_connection (lease), text, 0, id, error))
    return FALSE;
  if (*id == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("no decision has the number “%s”; “bangvang-cli list decisions” shows all"),
                 text);
  return *id != 0;
}

static gboolean
say_no_subject (const char *text, int kind, GError **error)
{
  if (*text == '\0')
    g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                         _ ("a name is empty: write who or what is meant, or its #id"));
  else
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 kind == BV_SUBJECT_UNIT        ? _ ("no unit in the register is called “%s”")
                 : kind == BV_SUBJECT_PERSON    ? _ ("no person in the register is called “%s”")
                 : kind == BV_SUBJECT_HOUSEHOLD ? _ ("no household in the register is called “%s”")
                                                : _ ("nobody in the register is called “%s”"),
                 text);
  return FALSE;
}

static gboolean
has_subject (BvCli *cli, const char *text, gint64 id, int kind, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GError) local = NULL;
  g_autofree char *name = NULL;

  if (lease == NULL)
    return FALSE;
  name = bv_subject_name (bv_lease_connection (lease), id, kind, &local);
  if (name != NULL)
    return TRUE;
  if (!g_error_matches (local, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 kind == BV_SUBJECT_UNIT        ? _ ("%s is no unit of the register")
                 : kind == BV_SUBJECT_PERSON    ? _ ("%s is no person of the register")
                 : kind == BV_SUBJECT_HOUSEHOLD ? _ ("%s is no household of the register")
                                                : _ ("%s is nobody in the register"),
                 text);
  return FALSE;
}

gboolean
bv_cli_find_subject (BvCli *cli, const char *text, int kind, gint64 *id, GError **error)
{
  g_autoptr (BvRowList) rows = NULL;
  g_autofree char *wanted = bv_text_fold (text);
  guint n_found = 0;

  if (bv_cli_read_only_id (text, id))
    return has_subject (cli, text, *id, kind, error);
  rows = bv_row_list_new (cli->store, bv_register_subjects_source (text, kind));
  bv_row_list_wait (rows);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autofree char *name = bv_text_fold (bv_row_get_text (row, BV_SUBJECTS_COLUMN_NAME));

      if (!g_str_equal (name, wanted))
        continue;
      *id = bv_row_list_get_id (rows, i);
      n_found++;
    }
  if (n_found == 0)
    return say_no_subject (text, kind, error);
  if (n_found > 1)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                 _ ("%u in the register are called “%s”: give the id instead, as in #12"), n_found,
                 text);
  return n_found == 1;
}

/* ── Writing papers ──────────────────────────────────────────────────────────────────────── */

gboolean
bv_cli_check_outputs (BvCli *cli, char **outputs)
{
  g_autoptr (GError) error = NULL;
  BvDocumentFormat format;

  if (outputs == NULL)
    {
      bv_cli_usage (cli, "%s", _ ("name the file to write by --output FILE"));
      return FALSE;
    }
  for (guint i = 0; outputs[i] != NULL; i++)
    if (!bv_document_format_from_path (outputs[i], &format, &error))
      {
        bv_cli_usage (cli, "%s", error->message);
        return FALSE;
      }
  return TRUE;
}

int
bv_cli_write_document (BvCli *cli, const BvDocument *document, char **outputs)
{
  g_autoptr (GError) error = NULL;
  BvDocumentFormat format;

  for (guint i = 0; outputs[i] != NULL; i++)
    {
      if (!bv_document_format_from_path (outputs[i], &format, &error)
          || !bv_document_write (document, format, outputs[i], &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      bv_cli_say (cli, _ ("Written: %s"), outputs[i]);
    }
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      json_builder_set_member_name (builder, "outputs");
      json_builder_begin_array (builder);
      for (guint i = 0; outputs[i] != NULL; i++)
        json_builder_add_string_value (builder, outputs[i]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return BV_CLI_OK;
}
