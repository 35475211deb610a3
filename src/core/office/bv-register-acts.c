// SPDX-License-Identifier: GPL-3.0-or-later
/* The acts of the register. Each names in its title what it does and to whom, runs one domain
 * function on the writer's connection, and gives a record that was not stored its id 0 back. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-register.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

/* The name of a subject, for the title of an act about it. */
static char *
read_name (BvStore *store, gint64 id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);

  return lease == NULL ? NULL : bv_subject_name (bv_lease_connection (lease), id, 0, error);
}

static char *
title_with_name (const char *format, const char *name)
{
  g_autofree char *clean = bv_text_clean (name);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strconcat (parts[0], clean, parts[0] == NULL ? NULL : parts[1], NULL);
}

/* ── People ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvPerson *person;
  BvMembership *membership;
} PersonArguments;

static gboolean
save_person_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const PersonArguments *arguments = user_data;

  if (!bv_person_save (connection, arguments->person, error))
    return FALSE;
  if (arguments->membership == NULL)
    return TRUE;
  arguments->membership->person_id = arguments->person->id;
  return bv_membership_save (connection, arguments->membership, error);
}

gboolean
bv_register_save_person_in (BvStore *store,
                            BvPerson *person,
                            BvMembership *membership,
                            gint64 *act_id,
                            GError **error)
{
  PersonArguments arguments = { person, membership };
  gint64 person_id = person->id;
  gint64 membership_id = membership == NULL ? 0 : membership->id;
  g_autofree char *title = title_with_name (person_id == 0 ? _ ("Add %s") : _ ("Edit %s"),
                                            person->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_person_cb, &arguments, NULL, act_id, error))
    return TRUE;
  person->id = person_id;
  if (membership != NULL)
    membership->id = membership_id;
  return FALSE;
}

gboolean
bv_register_save_person (BvStore *store, BvPerson *person, gint64 *act_id, GError **error)
{
  return bv_register_save_person_in (store, person, NULL, act_id, error);
}

typedef struct
{
  const gint64 *ids;
  guint n_ids;
} PeopleArguments;

static gboolean
delete_people_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const PeopleArguments *arguments = user_data;

  for (guint i = 0; i < arguments->n_ids; i++)
    if (!bv_person_delete (connection, arguments->ids[i], error))
      return FALSE;
  return TRUE;
}

gboolean
bv_register_delete_people (BvStore *store,
                           const gint64 *ids,
                           guint n_ids,
                           gint64 *act_id,
                           GError **error)
{
  PeopleArguments arguments = { ids, n_ids };
  g_autofree char *title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Delete %u person", "Delete %u people", n_ids), n_ids);

  /* Rebuilding the search index pays off from some thousand rows on. */
  return bv_store_act (store, title, n_ids > 2000 ? BV_ACT_BULK : BV_ACT_NONE, delete_people_cb,
                       &arguments, NULL, act_id, error);
}

gboolean
bv_register_delete_person (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  PeopleArguments arguments = { &id, 1 };
  g_autofree char *name = read_name (store, id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = title_with_name (_ ("Delete %s"), name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_people_cb, &arguments, NULL, act_id,
                       error);
}

static gboolean
save_membership_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_membership_save (connection, user_data, error);
}

gboolean
bv_register_save_membership (BvStore *store,
                             BvMembership *membership,
                             gint64 *act_id,
                             GError **error)
{
  gint64 id = membership->id;
  g_autofree char *name = read_name (store, membership->person_id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = title_with_name (id == 0 ? _ ("Add a post of %s") : _ ("Edit a post of %s"), name);
  if (bv_store_act (store, title, BV_ACT_NONE, save_membership_cb, membership, NULL, act_id, error))
    return TRUE;
  membership->id = id;
  return FALSE;
}

static gboolean
delete_membership_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_membership_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_register_delete_membership (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, error);

  if (lease == NULL
      || !bv_connection_query_text (bv_lease_connection (lease), &name, error,
                                    "SELECT s.name FROM membership m JOIN subject s"
                                    " ON s.id = m.person_id WHERE m.id = ?1",
                                    "i", id))
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  if (name == NULL)
    return bv_subject_not_found (error);
  title = title_with_name (_ ("Delete a post of %s"), name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_membership_cb, &id, NULL, act_id, error);
}

static gboolean
transfer_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_membership_transfer (connection, user_data, error);
}

gboolean
bv_register_transfer_person (BvStore *store, BvMembership *to, gint64 *act_id, GError **error)
{
  g_autofree char *name = read_name (store, to->person_id, error);
  g_autofree char *unit = NULL;
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  unit = read_name (store, to->unit_id, error);
  if (unit == NULL)
    return FALSE;
  /* TRANSLATORS: an act in the history: a person, then a unit. */
  title = g_strdup_printf (_ ("Transfer %s to %s"), name, unit);
  if (bv_store_act (store, title, BV_ACT_NONE, transfer_cb, to, NULL, act_id, error))
    return TRUE;
  to->id = 0;
  return FALSE;
}

/* ── Units ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_unit_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_unit_save (connection, user_data, error);
}

gboolean
bv_register_save_unit (BvStore *store, BvUnit *unit, gint64 *act_id, GError **error)
{
  gint64 id = unit->id;
  int position = unit->position;
  g_autofree char *title = title_with_name (
    id == 0 ? _ ("Add the unit %s") : _ ("Edit the unit %s"), unit->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_unit_cb, unit, NULL, act_id, error))
    return TRUE;
  unit->id = id;
  unit->position = position;
  return FALSE;
}

static gboolean
delete_unit_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_unit_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_register_delete_unit (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autofree char *name = read_name (store, id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = title_with_name (_ ("Delete the unit %s"), name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_unit_cb, &id, NULL, act_id, error);
}

typedef struct
{
  gint64 id;
  gint64 parent_id;
  int position;
} MoveArguments;

static gboolean
move_unit_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const MoveArguments *arguments = user_data;

  return bv_unit_move (connection, arguments->id, arguments->parent_id, arguments->position, error);
}

gboolean
bv_register_move_unit (BvStore *store,
                       gint64 id,
                       gint64 parent_id,
                       int position,
                       gint64 *act_id,
                       GError **error)
{
  MoveArguments arguments = { id, parent_id, position };
  g_autofree char *name = read_name (store, id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = title_with_name (_ ("Move the unit %s"), name);
  return bv_store_act (store, title, BV_ACT_NONE, move_unit_cb, &arguments, NULL, act_id, error);
}

static gboolean
succeed_units_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_succession_apply (connection, user_data, error);
}

static char *
succession_title (const BvSuccession *succession, const char *first, const char *result)
{
  guint n = succession->predecessors->len;

  if (g_str_equal (succession->manner, "rename"))
    /* TRANSLATORS: an act in the history: the old and the new name of a unit. */
    return g_strdup_printf (_ ("Rename %s to %s"), first, result);
  if (g_str_equal (succession->manner, "split"))
    return title_with_name (_ ("Divide %s"), first);
  /* TRANSLATORS: an act in the history: how many units, then the one they become. */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Merge %u unit into %s", "Merge %u units into %s", n), n, result);
}

gboolean
bv_register_succeed_units (BvStore *store, BvSuccession *succession, gint64 *act_id, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_succession_validate (succession);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *first = NULL;
  g_autofree char *result = NULL;
  g_autofree char *title = NULL;

  /* Checked before the title, which needs the units. */
  if (!bv_problems_check (problems, error))
    return FALSE;
  first = read_name (store, g_array_index (succession->predecessors, gint64, 0), error);
  if (first == NULL)
    return FALSE;
  for (guint i = 0; i < succession->successors->len; i++)
    g_array_append_val (ids, ((BvUnit *) succession->successors->pdata[i])->id);
  /* A unit that exists is given by its number alone. */
  result = ((BvUnit *) succession->successors->pdata[0])->id != 0
             ? read_name (store, ((BvUnit *) succession->successors->pdata[0])->id, error)
             : g_strdup (((BvUnit *) succession->successors->pdata[0])->name);
  if (result == NULL)
    return FALSE;
  title = succession_title (succession, first, result);
  if (bv_store_act (store, title, BV_ACT_NONE, succeed_units_cb, succession, NULL, act_id, error))
    return TRUE;
  for (guint i = 0; i < succession->successors->len; i++)
    ((BvUnit *) succession->successors->pdata[i])->id = g_array_index (ids, gint64, i);
  return FALSE;
}

/* ── Households ────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_household_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_household_save (connection, user_data, error);
}

gboolean
bv_register_save_household (BvStore *store, BvHousehold *household, gint64 *act_id, GError **error)
{
  gint64 id = household->id;
  g_autofree char *title = title_with_name (
    id == 0 ? _ ("Add the household %s") : _ ("Edit the household %s"), household->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_household_cb, household, NULL, act_id, error))
    return TRUE;
  household->id = id;
  return FALSE;
}

static gboolean
delete_household_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_household_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_register_delete_household (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autofree char *name = read_name (store, id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = title_with_name (_ ("Delete the household %s"), name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_household_cb, &id, NULL, act_id, error);
}

/* ── Any subject ───────────────────────────────────────────────────────────────────────────── */

char *
bv_register_subject_name (BvConnection *connection, gint64 id, int *kind, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT name, kind FROM subject WHERE id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      bv_subject_not_found (error);
      return NULL;
    }
  if (kind != NULL)
    *kind = (int) bv_statement_int (statement, 1);
  return g_strdup (bv_statement_text (statement, 0));
}
