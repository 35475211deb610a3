// SPDX-License-Identifier: GPL-3.0-or-later
/* Loads the demo district. Everything goes through the same saving functions as what an officer types, so
 * that the demo can hold nothing the program would refuse. Runs on the writer thread. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-demo.h"

#include "exchange/bv-demo-private.h"

#include "base/bv-error.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "movement/bv-figure.h"
#include "movement/bv-indicator.h"
#include "movement/bv-movement.h"
#include "office/bv-household.h"
#include "office/bv-membership.h"
#include "office/bv-office.h"
#include "office/bv-person.h"
#include "office/bv-setting.h"
#include "office/bv-signer.h"
#include "office/bv-succession.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#define RESOURCE "/vn/bangvang/core/demo/muong-la.json"

const char *
bv_demo_get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

/* %NULL in place of "", for members that may be unknown. */
char *
bv_demo_dup_optional (JsonObject *object, const char *member)
{
  return g_strdup (json_object_get_string_member_with_default (object, member, NULL));
}

void
bv_demo_set_text (char **place, JsonObject *object, const char *member)
{
  g_free (*place);
  *place = g_strdup (bv_demo_get_text (object, member));
}

gboolean
bv_demo_find (BvDemoLoader *loader, const char *key, gint64 *id, GError **error)
{
  gint64 *found = g_hash_table_lookup (loader->ids, key);

  if (found == NULL)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("The demo data names “%s”, which it does not define."), key);
      return FALSE;
    }
  *id = *found;
  return TRUE;
}

static void
remember (BvDemoLoader *loader, JsonObject *object, gint64 id)
{
  g_hash_table_insert (loader->ids, g_strdup (bv_demo_get_text (object, "key")),
                       g_memdup2 (&id, sizeof id));
}

gboolean
bv_demo_load_each (BvDemoLoader *loader,
                   JsonObject *object,
                   const char *member,
                   BvDemoFunc func,
                   GError **error)
{
  JsonArray *array = json_object_get_array_member (object, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!func (loader, json_array_get_object_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* ── Office and register ─────────────────────────────────────────────────────────────────── */

static BvOfficePeriod *
read_period (JsonObject *object)
{
  BvOfficePeriod *period = bv_office_period_new ();

  bv_demo_set_text (&period->from_date, object, "from");
  bv_demo_set_text (&period->level, object, "level");
  bv_demo_set_text (&period->superior_name, object, "superior_name");
  bv_demo_set_text (&period->name, object, "name");
  bv_demo_set_text (&period->area_name, object, "area_name");
  bv_demo_set_text (&period->place, object, "place");
  bv_demo_set_text (&period->department, object, "department");
  bv_demo_set_text (&period->symbol, object, "symbol");
  bv_demo_set_text (&period->department_symbol, object, "department_symbol");
  return period;
}

static BvSigner *
read_signer (JsonObject *object)
{
  BvSigner *signer = bv_signer_new ();

  bv_demo_set_text (&signer->name, object, "name");
  bv_demo_set_text (&signer->post, object, "post");
  bv_demo_set_text (&signer->prefix, object, "prefix");
  bv_demo_set_text (&signer->on_behalf_of, object, "on_behalf_of");
  signer->from_date = bv_demo_dup_optional (object, "from");
  signer->to_date = bv_demo_dup_optional (object, "to");
  signer->is_default = json_object_get_boolean_member_with_default (object, "default", FALSE);
  return signer;
}

static gboolean
load_office (BvDemoLoader *loader, GError **error)
{
  g_autoptr (BvOfficeSetup) setup = bv_office_setup_new ();
  JsonArray *periods = json_object_get_array_member (loader->root, "periods");
  JsonArray *signers = json_object_get_array_member (loader->root, "signers");

  for (guint i = 0; i < json_array_get_length (periods); i++)
    g_ptr_array_add (setup->periods, read_period (json_array_get_object_element (periods, i)));
  for (guint i = 0; i < json_array_get_length (signers); i++)
    g_ptr_array_add (setup->signers, read_signer (json_array_get_object_element (signers, i)));
  return bv_office_set_up_in (loader->connection, setup, error);
}

static gboolean
load_settings (BvDemoLoader *loader, GError **error)
{
  JsonObject *settings = json_object_get_object_member (loader->root, "settings");
  g_autoptr (GList) keys = json_object_get_members (settings);

  for (GList *l = keys; l != NULL; l = l->next)
    if (!bv_setting_set (loader->connection, l->data, bv_demo_get_text (settings, l->data), error))
      return FALSE;
  return TRUE;
}

static BvUnit *
read_unit (BvDemoLoader *loader, JsonObject *object, GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_new ();
  const char *parent = bv_demo_get_text (object, "parent");

  if (*parent != '\0' && !bv_demo_find (loader, parent, &unit->parent_id, error))
    return NULL;
  bv_demo_set_text (&unit->name, object, "name");
  bv_demo_set_text (&unit->kind, object, "kind");
  bv_demo_set_text (&unit->abbreviation, object, "abbreviation");
  bv_demo_set_text (&unit->note, object, "note");
  unit->is_small = json_object_get_boolean_member_with_default (object, "small", FALSE);
  return g_steal_pointer (&unit);
}

static gboolean
load_unit (BvDemoLoader *loader, JsonObject *object, GError **error)
{
  g_autoptr (BvUnit) unit = read_unit (loader, object, error);

  if (unit == NULL || !bv_unit_save (loader->connection, unit, error))
    return FALSE;
  remember (loader, object, unit->id);
  return TRUE;
}

static gboolean
load_succession (BvDemoLoader *loader, JsonObject *object, GError **error)
{
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  JsonArray *predecessors = json_object_get_array_member (object, "predecessors");
  JsonArray *successors = json_object_get_array_member (object, "successors");

  bv_demo_set_text (&succession->manner, object, "manner");
  bv_demo_set_text (&succession->on_date, object, "date");
  bv_demo_set_text (&succession->basis, object, "basis");
  succession->carry_members = succession->carry_children = TRUE;
  for (guint i = 0; i < json_array_get_length (predecessors); i++)
    {
      gint64 id;

      if (!bv_demo_find (loader, json_array_get_string_element (predecessors, i), &id, error))
        return FALSE;
      g_array_append_val (succession->predecessors, id);
    }
  for (guint i = 0; i < json_array_get_length (successors); i++)
    {
      BvUnit *unit = read_unit (loader, json_array_get_object_element (successors, i), error);

      if (unit == NULL)
        return FALSE;
      g_ptr_array_add (succession->successors, unit);
    }
  if (!bv_succession_apply (loader->connection, succession, error))
    return FALSE;
  for (guint i = 0; i < succession->successors->len; i++)
    remember (loader, json_array_get_object_element (successors, i),
              ((BvUnit *) g_ptr_array_index (succession->successors, i))->id);
  return TRUE;
}

static gboolean
load_person (BvDemoLoader *loader, JsonObject *object, GError **error)
{
  g_autoptr (BvPerson) person = bv_person_new ();
  g_autoptr (BvMembership) membership = bv_membership_new ();

  bv_demo_set_text (&person->name, object, "name");
  bv_demo_set_text (&person->sex, object, "sex");
  bv_demo_set_text (&person->ethnic_group, object, "ethnic");
  bv_demo_set_text (&person->worker_class, object, "class");
  g_free (person->birth);
  person->birth = bv_demo_dup_optional (object, "birth");
  person->party_since = bv_demo_dup_optional (object, "party");
  person->is_party_member = person->party_since != NULL;
  if (!bv_person_save (loader->connection, person, error))
    return FALSE;
  remember (loader, object, person->id);
  membership->person_id = person->id;
  membership->is_primary = TRUE;
  bv_demo_set_text (&membership->post, object, "post");
  bv_demo_set_text (&membership->leader_class, object, "leader");
  return bv_demo_find (loader, bv_demo_get_text (object, "unit"), &membership->unit_id, error)
         && bv_membership_save (loader->connection, membership, error);
}

static gboolean
load_household (BvDemoLoader *loader, JsonObject *object, GError **error)
{
  g_autoptr (BvHousehold) household = bv_household_new ();

  bv_demo_set_text (&household->name, object, "name");
  if (!bv_demo_find (loader, bv_demo_get_text (object, "unit"), &household->unit_id, error)
      || !bv_demo_find (loader, bv_demo_get_text (object, "head"), &household->head_id, error)
      || !bv_household_save (loader->connection, household, error))
    return FALSE;
  remember (loader, object, household->id);
  return TRUE;
}

/* ── Movements ───────────────────────────────────────────────────────────────────────────── */

static gboolean
load_periods (BvDemoLoader *loader,
              BvFigureKind kind,
              const BvFigure *template,
              JsonObject *values,
              const char *note,
              GError **error)
{
  g_autoptr (GList) periods = json_object_get_members (values);

  for (GList *l = periods; l != NULL; l = l->next)
    {
      g_autoptr (BvFigure) figure = bv_figure_new ();

      figure->indicator_id = template->indicator_id;
      figure->unit_id = template->unit_id;
      figure->year = template->year;
      figure->value = json_object_get_double_member (values, l->data);
      g_free (figure->period);
      figure->period = g_strdup (l->data);
      g_free (figure->note);
      figure->note = g_strdup (note);
      if (!bv_figure_save (loader->connection, kind, figure, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_figures (BvDemoLoader *loader, JsonObject *object, gint64 indicator_id, GError **error)
{
  BvFigure template = { .indicator_id = indicator_id };

  template.year = (int) json_object_get_int_member (object, "year");
  if (!bv_demo_find (loader, bv_demo_get_text (object, "unit"), &template.unit_id, error))
    return FALSE;
  if (json_object_has_member (object, "plan")
      && !load_periods (loader, BV_FIGURE_TARGET, &template,
                        json_object_get_object_member (object, "plan"),
                        bv_demo_get_text (object, "plan_note"), error))
    return FALSE;
  return !json_object_has_member (object, "actual")
         || load_periods (loader, BV_FIGURE_MEASUREMENT, &template,
                          json_object_get_object_member (object, "actual"),
                          bv_demo_get_text (object, "actual_note"), error);
}

static gboolean
load_indicator (BvDemoLoader *loader, JsonObject *object, gint64 movement_id, GError **error)
{
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  JsonArray *figures = json_object_get_array_member (object, "figures");

  indicator->movement_id = movement_id;
  bv_demo_set_text (&indicator->code, object, "code");
  bv_demo_set_text (&indicator->name, object, "name");
  bv_demo_set_text (&indicator->group_name, object, "group");
  bv_demo_set_text (&indicator->unit_of_measure, object, "unit_of_measure");
  bv_demo_set_text (&indicator->source, object, "source");
  indicator->decimals = (int) json_object_get_int_member (object, "decimals");
  indicator->baseline = json_object_has_member (object, "baseline")
                          ? json_object_get_double_member (object, "baseline")
                          : (double) NAN;
  if (!bv_direction_from_code (bv_demo_get_text (object, "direction"), &indicator->direction)
      || !bv_accumulation_from_code (bv_demo_get_text (object, "accumulation"),
                                     &indicator->accumulation))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("The demo data names “%s”, which it does not define."),
                   bv_demo_get_text (object, "direction"));
      return FALSE;
    }
  if (!bv_indicator_save (loader->connection, indicator, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (figures); i++)
    if (!load_figures (loader, json_array_get_object_element (figures, i), indicator->id, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_movement (BvDemoLoader *loader, JsonObject *object, GError **error)
{
  g_autoptr (BvMovement) movement = bv_movement_new ();
  JsonArray *indicators = json_object_get_array_member (object, "indicators");

  bv_demo_set_text (&movement->name, object, "name");
  bv_demo_set_text (&movement->level, object, "level");
  bv_demo_set_text (&movement->manner, object, "manner");
  bv_demo_set_text (&movement->launched_by, object, "launched_by");
  bv_demo_set_text (&movement->basis, object, "basis");
  bv_demo_set_text (&movement->goal, object, "goal");
  bv_demo_set_text (&movement->note, object, "note");
  g_free (movement->from_date);
  movement->from_date = bv_demo_dup_optional (object, "from");
  g_free (movement->to_date);
  movement->to_date = bv_demo_dup_optional (object, "to");
  if (!bv_movement_save (loader->connection, movement, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (indicators); i++)
    if (!load_indicator (loader, json_array_get_object_element (indicators, i), movement->id,
                         error))
      return FALSE;
  return TRUE;
}

/* ── Decisions ───────────────────────────────────────────────────────────────────────────── */

static gboolean
load_awards (BvDemoLoader *loader, JsonObject *object, const BvDecision *decision, GError **error)
{
  JsonArray *subjects = json_object_get_array_member (object, "subjects");

  for (guint i = 0; i < json_array_get_length (subjects); i++)
    {
      g_autoptr (BvAward) award = bv_award_new ();

      award->decision_id = decision->id;
      award->year = decision->year;
      bv_demo_set_text (&award->form_code, object, "form");
      bv_demo_set_text (&award->achievement, object, "achievement");
      bv_demo_set_text (&award->note, object, "note");
      award->bonus_paid = json_object_get_int_member_with_default (object, "paid", -1);
      bv_manner_from_code (bv_demo_get_text (object, "manner"), &award->manner);
      if (!bv_demo_find (loader, json_array_get_string_element (subjects, i), &award->subject_id,
                         error)
          || !bv_award_save (loader->connection, award, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_decision (BvDemoLoader *loader, JsonObject *object, GError **error)
{
  g_autofree char *date = bv_demo_dup_optional (object, "date");
  g_autoptr (BvDecision) decision = NULL;
  gboolean is_received = g_str_equal (bv_demo_get_text (object, "origin"), "received");
  JsonArray *awards = json_object_get_array_member (object, "awards");

  /* Those of others bear neither our name nor our signer. */
  decision = is_received ? bv_decision_new ()
                         : bv_decision_new_draft (loader->connection,
                                                  date != NULL ? date : "2023-03-27", error);
  if (decision == NULL)
    return FALSE;
  bv_demo_set_text (&decision->title, object, "title");
  bv_demo_set_text (&decision->proposal, object, "proposal");
  bv_demo_set_text (&decision->note, object, "note");
  decision->year = (int) json_object_get_int_member (object, "year");
  bv_level_from_code (bv_demo_get_text (object, "level"), &decision->level);
  if (is_received)
    {
      decision->origin = BV_ORIGIN_RECEIVED;
      decision->on_date = g_strdup (date);
      bv_demo_set_text (&decision->number, object, "number");
      bv_demo_set_text (&decision->issuer, object, "issuer");
    }
  if (!bv_decision_save (loader->connection, decision, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (awards); i++)
    if (!load_awards (loader, json_array_get_object_element (awards, i), decision, error))
      return FALSE;
  if (is_received)
    return TRUE;
  if (!bv_award_sort (loader->connection, decision->id, error)
      || !bv_award_refresh (loader->connection, decision->id,
                            date != NULL ? date : bv_demo_get_text (object, "as_of"), error))
    return FALSE;
  return date == NULL
         || bv_decision_issue (loader->connection, decision->id,
                               bv_demo_get_text (object, "number"), date, NULL, error);
}

static gboolean
load_all (BvConnection *connection, gpointer user_data, GError **error)
{
  BvDemoLoader loader = *(BvDemoLoader *) user_data;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  loader.connection = connection;
  loader.ids = ids;
  return bv_demo_load_each (&loader, loader.root, "units", load_unit, error)
         && load_office (&loader, error) && load_settings (&loader, error)
         && bv_demo_load_each (&loader, loader.root, "people", load_person, error)
         && bv_demo_load_each (&loader, loader.root, "households", load_household, error)
         && bv_demo_load_each (&loader, loader.root, "successions", load_succession, error)
         && bv_demo_load_each (&loader, loader.root, "movements", load_movement, error)
         && bv_demo_load_each (&loader, loader.root, "decisions", load_decision, error)
         && (loader.is_plain || bv_demo_load_year (&loader, error));
}

static gboolean
is_empty (BvStore *store, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  gint64 n;

  if (lease == NULL
      || !bv_connection_query_int (
        bv_lease_connection (lease), &n, 0, error,
        "SELECT (SELECT count (*) FROM office_period) + (SELECT count (*) FROM subject)", ""))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error_literal (
    error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
    _ ("The file already holds an office: open the demo district in a new file."));
  return FALSE;
}

static gboolean
load (BvStore *store, gboolean is_plain, gint64 *act_id, GError **error)
{
  BvDemoLoader loader = { .is_plain = is_plain };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *text;
  gsize size;

  if (!is_empty (store, error))
    return FALSE;
  bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, text, size, error))
    return FALSE;
  loader.root = json_node_get_object (json_parser_get_root (parser));
  return bv_store_act (store, _ ("Open the demo district"), BV_ACT_BULK, load_all, &loader, NULL,
                       act_id, error);
}

gboolean
bv_demo_load (BvStore *store, gint64 *act_id, GError **error)
{
  return load (store, FALSE, act_id, error);
}

gboolean
bv_demo_load_plain (BvStore *store, gint64 *act_id, GError **error)
{
  return load (store, TRUE, act_id, error);
}
