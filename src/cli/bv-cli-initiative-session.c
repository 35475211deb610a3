// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli initiative session …, and the papers about initiatives. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-initiative.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-initiative-papers.h"
#include "movement/bv-period.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
bv_cli_find_session (BvCli *cli,
                     const char *text,
                     const BvCliInitiativeOptions *options,
                     gint64 *id,
                     GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *wanted = bv_text_fold (text);
  const char *period = bv_period_parse (text);
  guint n_found = 0;

  if (lease == NULL)
    return FALSE;
  if (bv_cli_read_only_id (text, id))
    return TRUE;
  sessions = bv_initiative_session_list (bv_lease_connection (lease),
                                         period != NULL ? bv_cli_year (options->year) : 0, error);
  if (sessions == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const BvInitiativeSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *title = bv_text_fold (session->title);

      if (period != NULL ? !g_str_equal (session->period, period) : !g_str_equal (title, wanted))
        continue;
      *id = session->id;
      n_found++;
    }
  if (n_found == 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("there is no session “%s”"),
                 text);
  else if (n_found > 1)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                 _ ("%u sessions are meant by “%s”: name one by #id"), n_found, text);
  return n_found == 1;
}

static int
done (BvCli *cli, gint64 act, gint64 id, const char *text)
{
  return bv_cli_say_act (cli, act, "session", id, text);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
load_items (BvCli *cli,
            gint64 id,
            BvInitiativeScale **scale,
            BvInitiativeSession **session,
            GPtrArray **items,
            GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  BvConnection *connection = lease != NULL ? bv_lease_connection (lease) : NULL;

  if (connection == NULL)
    return FALSE;
  *scale = bv_initiative_scale_load (connection, error);
  if (*scale != NULL)
    *session = bv_initiative_session_load (connection, id, error);
  if (*session != NULL)
    *items = bv_initiative_session_list_items (connection, *scale, id, error);
  return *items != NULL;
}

static int
list (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  const char *heads[] = { _ (">Id"),          _ ("Session"),
                          _ (">Initiatives"), _ (">Marks missing"),
                          _ (">Recognised"),  _ (">Not recognised"),
                          _ ("Decision"),     NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);

  if (lease != NULL)
    sessions = bv_initiative_session_list (bv_lease_connection (lease), options->year, &error);
  if (sessions == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  g_clear_pointer (&lease, bv_lease_free);
  json_builder_begin_array (builder);
  for (guint i = 0; i < sessions->len; i++)
    {
      const BvInitiativeSession *session = g_ptr_array_index (sessions, i);
      g_autoptr (BvInitiativeScale) scale = NULL;
      g_autoptr (BvInitiativeSession) again = NULL;
      g_autoptr (GPtrArray) items = NULL;
      BvInitiativeTally tally;
      char numbers[5][16];

      if (!load_items (cli, session->id, &scale, &again, &items, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      tally = bv_initiative_items_tally (items);
      g_snprintf (numbers[0], sizeof numbers[0], "%d", (int) session->id);
      g_snprintf (numbers[1], sizeof numbers[1], "%u", tally.n);
      g_snprintf (numbers[2], sizeof numbers[2], "%u", tally.n_open);
      g_snprintf (numbers[3], sizeof numbers[3], "%u", tally.n_recognised);
      g_snprintf (numbers[4], sizeof numbers[4], "%u", tally.n_refused);
      bv_cli_table_add (table,
                        (const char *[]){ numbers[0], session->title, numbers[1], numbers[2],
                                          numbers[3], numbers[4], session->decision_number });
      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", session->id);
      bv_cli_json_text (builder, "title", session->title);
      bv_cli_json_int (builder, "year", session->year);
      bv_cli_json_text (builder, "period", session->period);
      bv_cli_json_text (builder, "date", session->on_date);
      bv_cli_json_int (builder, "initiatives", tally.n);
      bv_cli_json_int (builder, "open", tally.n_open);
      bv_cli_json_int (builder, "recognised", tally.n_recognised);
      bv_cli_json_int (builder, "refused", tally.n_refused);
      bv_cli_json_text (builder, "number", session->decision_number);
      bv_cli_json_text (builder, "decision_date", session->decision_date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return bv_cli_print_list (cli, table, builder);
}

static const char *
get_ending_word (BvInitiativeEnding ending)
{
  switch (ending)
    {
    case BV_ENDING_RECOGNISED:
      return C_ ("initiative", "Recognised");
    case BV_ENDING_REFUSED:
      return C_ ("initiative", "Not recognised");
    case BV_ENDING_OPEN:
    default:
      return "";
    }
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  const char *heads[] = { _ (">Id"), _ ("Initiative"), _ ("Authors"), _ (">1"), _ (">2"),
                          _ (">3"),  _ (">Result"),    _ ("Ends as"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autoptr (BvInitiativeSession) session = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();
  gint64 id;

  if (!bv_cli_find_session (cli, argv[0], options, &id, &error)
      || !load_items (cli, id, &scale, &session, &items, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_json_int (builder, "id", session->id);
  bv_cli_json_text (builder, "title", session->title);
  bv_cli_json_text (builder, "number", session->decision_number);
  bv_cli_json_text (builder, "date", session->decision_date);
  json_builder_set_member_name (builder, "initiatives");
  json_builder_begin_array (builder);
  bv_cli_say (cli, "%s", session->title);
  if (bv_initiative_session_is_decided (session))
    {
      g_autofree char *date = bv_date_format_short (session->decision_date);

      /* TRANSLATORS: number and date of a decision. */
      bv_cli_say (cli, _ ("Decided by %s of %s"), session->decision_number, date);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (items, i);
      g_autofree char *number = g_strdup_printf ("%d", (int) item->initiative->id);
      g_autofree char *authors = bv_initiative_describe_authors (item->initiative);
      g_autofree char *result = item->outcome.standing >= BV_STANDING_PASSED
                                  ? bv_number_format_hundredths (item->outcome.result)
                                  : g_strdup ("");
      g_autofree char *words = bv_initiative_outcome_describe (&item->outcome, scale);
      BvInitiativeEnding ending = bv_initiative_item_get_ending (item);
      const char *cells[] = {
        number,  item->initiative->title,
        authors, "",
        "",      "",
        result,  ending == BV_ENDING_OPEN ? words : get_ending_word (ending)
      };
      char *totals[BV_INITIATIVE_N_EXAMINERS];

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "initiative", item->initiative->id);
      bv_cli_json_text (builder, "title", item->initiative->title);
      bv_cli_json_int (builder, "result", item->outcome.result);
      bv_cli_json_text (builder, "ending",
                        ending == BV_ENDING_OPEN         ? "open"
                        : ending == BV_ENDING_RECOGNISED ? "recognised"
                                                         : "refused");
      json_builder_set_member_name (builder, "totals");
      json_builder_begin_array (builder);
      for (guint j = 0; j < BV_INITIATIVE_N_EXAMINERS; j++)
        {
          totals[j] = item->outcome.totals[j] >= 0
                        ? bv_number_format_hundredths (item->outcome.totals[j])
                        : g_strdup ("");
          cells[3 + j] = totals[j];
          json_builder_add_int_value (builder, item->outcome.totals[j]);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bv_cli_table_add (table, cells);
      for (guint j = 0; j < BV_INITIATIVE_N_EXAMINERS; j++)
        g_free (totals[j]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return bv_cli_print_list (cli, table, builder);
}

/* ── Writing ─────────────────────────────────────────────────────────────────────────────── */

static int
new_session (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (BvInitiativeSession) session = bv_initiative_session_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *period = bv_period_parse (options->period != NULL ? options->period : "Y");
  gint64 act;

  if (period == NULL)
    return bv_cli_usage (cli, _ ("“%s” is no period: Q1 to Q4, M1 to M12 or Y"), options->period);
  if (!bv_cli_read_date (cli, "date", options->date, &session->on_date))
    return BV_CLI_USAGE;
  session->year = bv_cli_year (options->year);
  bv_text_set (&session->period, period);
  bv_text_take (&session->title, options->title != NULL
                                   ? g_strdup (options->title)
                                   : bv_initiative_session_suggest_title (session->year, period));
  bv_text_set (&session->place, options->place != NULL ? options->place : "");
  bv_text_set (&session->chair, options->chair != NULL ? options->chair : "");
  bv_text_set (&session->secretary, options->secretary != NULL ? options->secretary : "");
  bv_text_set (&session->note, options->note != NULL ? options->note : "");
  if (!bv_initiative_session_save_act (cli->store, session, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The session is #%d."), (int) session->id);
  return done (cli, act, session->id, text);
}

static int
move (BvCli *cli, gint64 session, int argc, char **argv)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  for (int i = 0; i < argc; i++)
    {
      gint64 id;

      if (!bv_cli_find_initiative (cli, argv[i], &id, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_array_append_val (ids, id);
    }
  if (!bv_initiative_session_put_act (cli->store, session, (const gint64 *) (gpointer) ids->data,
                                      ids->len, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (session != 0
                            ? ngettext ("%u initiative is before the council.",
                                        "%u initiatives are before the council.", ids->len)
                            : ngettext ("%u initiative is in no session any more.",
                                        "%u initiatives are in no session any more.", ids->len),
                          ids->len);
  return done (cli, act, session, text);
}

static int
put (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!bv_cli_find_session (cli, argv[0], options, &id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return move (cli, id, argc - 1, argv + 1);
}

static int
take (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  return move (cli, 0, argc, argv);
}

static int
examiner (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;
  int position;

  if (!bv_cli_read_examiner (argv[1], &position, &error)
      || !bv_cli_find_session (cli, argv[0], options, &id, &error)
      || !bv_initiative_session_assign_examiner_act (cli->store, id, position, argv[2],
                                                     options->post, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("The examiner is named."));
}

static int
decide (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autoptr (BvInitiativeSession) session = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  BvInitiativeDecision decision = { options->number, NULL, options->by, options->reason };
  BvInitiativeTally tally;
  gint64 id;
  gint64 act;

  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  decision.date = date;
  if (!bv_cli_find_session (cli, argv[0], options, &id, &error)
      || !bv_initiative_session_decide_act (cli->store, id, &decision, &act, &error)
      || !load_items (cli, id, &scale, &session, &items, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  tally = bv_initiative_items_tally (items);
  /* TRANSLATORS: number of a decision, how many are recognised, how many not. */
  text = g_strdup_printf (_ ("Decision %s: %u recognised, %u not recognised."),
                          session->decision_number, tally.n_recognised, tally.n_refused);
  return done (cli, act, id, text);
}

static int
undecide (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_session (cli, argv[0], options, &id, &error)
      || !bv_initiative_session_undecide_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("The decision is taken back."));
}

static int delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (GError) error = NULL;
  gint64 id;
  gint64 act;

  if (!bv_cli_find_session (cli, argv[0], options, &id, &error)
      || !bv_initiative_session_delete_act (cli->store, id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return done (cli, act, id, _ ("The session is deleted."));
}

const BvCliVerb bv_cli_initiative_session_verbs[] = {
  { "session", list, 0, 0, FALSE },
  { "session new", new_session, 0, 0, TRUE },
  { "session show", show, 1, 1, FALSE },
  { "session put", put, 2, G_MAXINT, TRUE },
  { "session take", take, 1, G_MAXINT, TRUE },
  { "session examiner", examiner, 3, 3, TRUE },
  { "session decide", decide, 1, 1, TRUE },
  { "session undecide", undecide, 1, 1, TRUE },
  { "session delete", delete, 1, 1, TRUE },
  { NULL },
};

/* ── Papers ──────────────────────────────────────────────────────────────────────────────── */

/* Sheets may be of one initiative; anything else is of a session. */
static gboolean
find_subject_of_paper (BvCli *cli,
                       const BvCliInitiativeOptions *options,
                       BvInitiativePaper paper,
                       const char *text,
                       BvInitiativePaperOptions *of,
                       GError **error)
{
  g_autoptr (GError) local = NULL;

  if (bv_cli_find_session (cli, text, options, &of->session_id, &local))
    return TRUE;
  if (paper == BV_INITIATIVE_PAPER_SHEETS
      && bv_cli_find_initiative (cli, text, &of->initiative_id, NULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

int
bv_cli_initiative_print (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();
  g_autofree char *date = NULL;
  BvInitiativePaperOptions of = { .is_blank = options->blank, .number = options->number };
  BvInitiativePaper paper;
  BvDocumentFormat format;

  if (!bv_initiative_paper_from_code (argv[0], &paper))
    return bv_cli_usage (cli, _ ("there is no paper “%s”: sheets, minutes or decision"), argv[0]);
  if (options->outputs == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the file to write by --output FILE"));
  for (guint i = 0; options->outputs[i] != NULL; i++)
    if (!bv_document_format_from_path (options->outputs[i], &format, &error))
      return bv_cli_usage (cli, "%s", error->message);
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  of.date = date;
  if (!find_subject_of_paper (cli, options, paper, argv[1], &of, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    document = bv_initiative_paper_build (bv_lease_connection (lease), paper, &of, &error);
  if (document == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_set_member_name (builder, "outputs");
  json_builder_begin_array (builder);
  for (guint i = 0; options->outputs[i] != NULL; i++)
    {
      if (!bv_document_format_from_path (options->outputs[i], &format, &error)
          || !bv_document_write (document, format, options->outputs[i], &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      bv_cli_say (cli, _ ("Written: %s"), options->outputs[i]);
      json_builder_add_string_value (builder, options->outputs[i]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    bv_cli_print_json (builder);
  return BV_CLI_OK;
}
