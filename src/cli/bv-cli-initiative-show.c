// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli initiative show: everything about one initiative. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-initiative.h"

#include "base/bv-date.h"
#include "base/bv-number.h"

#include <glib/gi18n.h>

void
bv_cli_initiative_record_clear (BvCliInitiativeRecord *record)
{
  g_clear_pointer (&record->scale, bv_initiative_scale_free);
  g_clear_pointer (&record->item, bv_initiative_item_free);
  g_clear_pointer (&record->session, bv_initiative_session_free);
  g_clear_pointer (&record->flags, g_ptr_array_unref);
}
gboolean
bv_cli_initiative_record_load (BvCli *cli, gint64 id, BvCliInitiativeRecord *record, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  BvConnection *connection = lease != NULL ? bv_lease_connection (lease) : NULL;

  if (connection == NULL)
    return FALSE;
  record->scale = bv_initiative_scale_load (connection, error);
  if (record->scale == NULL)
    return FALSE;
  record->item = bv_initiative_item_load (connection, record->scale, id, error);
  if (record->item == NULL)
    return FALSE;
  if (record->item->initiative->session_id != 0)
    {
      record->session = bv_initiative_session_load (connection,
                                                    record->item->initiative->session_id, error);
      if (record->session == NULL)
        return FALSE;
    }
  record->flags = bv_initiative_list_flags (connection, id, error);
  return record->flags != NULL;
}

static void
print_field (const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    printf ("%s: %s\n", label, value);
}

static void
print_marks (const BvCliInitiativeRecord *record)
{
  const BvInitiativeScale *scale = record->scale;
  const char *heads[] = { _ ("Examiner"), NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                          NULL,           NULL, NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvCliTable) table = NULL;
  g_autofree char *words = bv_initiative_outcome_describe (&record->item->outcome, scale);

  for (guint i = 0; i < scale->criteria->len; i++)
    {
      const BvInitiativeCriterion *criterion = g_ptr_array_index (scale->criteria, i);

      g_ptr_array_add (owned, g_strconcat (">", criterion->label, NULL));
      heads[i + 1] = g_ptr_array_index (owned, owned->len - 1);
    }
  heads[scale->criteria->len + 1] = _ (">Total");
  table = bv_cli_table_new (heads);
  for (guint i = 0; i < record->item->sheets->len; i++)
    {
      const BvInitiativeSheet *sheet = g_ptr_array_index (record->item->sheets, i);
      gint64 total = bv_initiative_sheet_get_total (sheet, scale);
      const char *cells[BV_INITIATIVE_MAX_CRITERIA + 2] = { sheet->name };

      for (guint j = 0; j < scale->criteria->len; j++)
        if (sheet->marks[j] >= 0)
          {
            g_ptr_array_add (owned, bv_number_format_hundredths (sheet->marks[j]));
            cells[j + 1] = g_ptr_array_index (owned, owned->len - 1);
          }
      if (total >= 0)
        {
          g_ptr_array_add (owned, bv_number_format_hundredths (total));
          cells[scale->criteria->len + 1] = g_ptr_array_index (owned, owned->len - 1);
        }
      bv_cli_table_add (table, cells);
    }
  if (record->item->sheets->len > 0)
    {
      printf ("\n");
      bv_cli_table_print (table);
    }
  if (record->item->initiative->state == BV_INITIATIVE_SUBMITTED || record->item->sheets->len > 0)
    printf ("%s\n", words);
}

static void
print_text (const BvCliInitiativeRecord *record)
{
  const BvInitiative *initiative = record->item->initiative;
  g_autofree char *authors = bv_initiative_describe_authors (initiative);
  g_autofree char *year = g_strdup_printf ("%d", initiative->year);

  printf ("%s\n%s\n", initiative->title, bv_initiative_state_get_label (initiative->state));
  print_field (_ ("Authors"), authors);
  print_field (_ ("Kind"), bv_choice_label (bv_initiative_kinds, initiative->kind));
  print_field (_ ("Year"), year);
  print_field (_ ("Field of work"), initiative->field);
  print_field (_ ("Unit"), initiative->unit_name);
  if (record->session != NULL)
    print_field (_ ("Session"), record->session->title);
  if (initiative->state == BV_INITIATIVE_RECOGNISED)
    {
      g_autofree char *date = bv_date_format_short (initiative->recognised_on);

      printf (_ ("Recognised by %s of %s, %s, reach: %s\n"), initiative->recognition_number, date,
              initiative->recognised_by, bv_choice_label (bv_initiative_scopes, initiative->scope));
    }
  print_field (_ ("Why not recognised"), initiative->refusal_reason);
  print_field (_ ("The chair's word"), *initiative->verdict != '\0' ? bv_choice_label (
                                         bv_initiative_verdicts, initiative->verdict)
                                                                    : NULL);
  print_field (_ ("Override reason"), initiative->override_reason);
  print_marks (record);
  for (guint i = 0; i < record->flags->len; i++)
    printf ("! %s\n", ((const BvProblem *) g_ptr_array_index (record->flags, i))->message);
}

static void
print_json (const BvCliInitiativeRecord *record)
{
  const BvInitiative *initiative = record->item->initiative;
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  bv_cli_json_int (builder, "id", initiative->id);
  bv_cli_json_text (builder, "title", initiative->title);
  bv_cli_json_text (builder, "state", bv_initiative_state_to_code (initiative->state));
  bv_cli_json_text (builder, "kind", initiative->kind);
  bv_cli_json_int (builder, "year", initiative->year);
  bv_cli_json_text (builder, "field", initiative->field);
  bv_cli_json_text (builder, "unit", initiative->unit_name);
  bv_cli_json_int (builder, "session", initiative->session_id);
  bv_cli_json_text (builder, "scope", initiative->scope);
  bv_cli_json_text (builder, "number", initiative->recognition_number);
  bv_cli_json_text (builder, "date", initiative->recognised_on);
  bv_cli_json_text (builder, "by", initiative->recognised_by);
  bv_cli_json_text (builder, "refusal_reason", initiative->refusal_reason);
  bv_cli_json_text (builder, "verdict", initiative->verdict);
  bv_cli_json_text (builder, "override_reason", initiative->override_reason);
  bv_cli_json_int (builder, "result", record->item->outcome.result);
  json_builder_set_member_name (builder, "needs_third");
  json_builder_add_boolean_value (builder, record->item->outcome.needs_third);
  json_builder_set_member_name (builder, "authors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < initiative->authors->len; i++)
    {
      const BvInitiativeAuthor *author = g_ptr_array_index (initiative->authors, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "person", author->person_id);
      bv_cli_json_text (builder, "name", author->name);
      bv_cli_json_text (builder, "detail", author->detail);
      bv_cli_json_int (builder, "share", author->share);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < record->item->sheets->len; i++)
    {
      const BvInitiativeSheet *sheet = g_ptr_array_index (record->item->sheets, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "examiner", sheet->position);
      bv_cli_json_text (builder, "name", sheet->name);
      for (guint j = 0; j < record->scale->criteria->len; j++)
        {
          const BvInitiativeCriterion *criterion = g_ptr_array_index (record->scale->criteria, j);

          if (sheet->marks[j] >= 0)
            bv_cli_json_int (builder, criterion->key, sheet->marks[j]);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "flags");
  json_builder_begin_array (builder);
  for (guint i = 0; i < record->flags->len; i++)
    json_builder_add_string_value (
      builder, ((const BvProblem *) g_ptr_array_index (record->flags, i))->message);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

int
bv_cli_initiative_show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_auto (BvCliInitiativeRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!bv_cli_find_initiative (cli, argv[0], &id, &error)
      || !bv_cli_initiative_record_load (cli, id, &record, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (&record);
  else
    print_text (&record);
  return BV_CLI_OK;
}
