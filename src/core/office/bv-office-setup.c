// SPDX-License-Identifier: GPL-3.0-or-later
/* The first run: everything the assistant gathered, stored in one act. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-office.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "office/bv-base-salary.h"
#include "office/bv-signer.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

BvOfficeSetup *
bv_office_setup_new (void)
{
  BvOfficeSetup *self = g_new0 (BvOfficeSetup, 1);

  self->periods = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_office_period_free);
  self->signers = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_signer_free);
  return self;
}

void
bv_office_setup_free (BvOfficeSetup *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->periods);
  g_ptr_array_unref (self->signers);
  g_free (self);
}

/* Adds the problems of one record under "list[index].field". (transfer full) for @found. */
static void
add_all (GPtrArray *problems, const char *list, guint index, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const BvProblem *problem = found->pdata[i];
      g_autofree char *field = g_strdup_printf ("%s[%u].%s", list, index, problem->field);

      bv_problems_add (problems, field, problem->code, problem->message);
    }
  g_ptr_array_unref (found);
}

GPtrArray *
bv_office_setup_validate (const BvOfficeSetup *self)
{
  GPtrArray *problems = bv_problems_new ();

  if (self->periods->len == 0)
    bv_problems_add (problems, "periods", BV_VALUE_ERROR_EMPTY,
                     _ ("The names of the office are missing."));
  for (guint i = 0; i < self->periods->len; i++)
    add_all (problems, "periods", i, bv_office_period_validate (self->periods->pdata[i]));
  for (guint i = 0; i < self->signers->len; i++)
    add_all (problems, "signers", i, bv_signer_validate (self->signers->pdata[i]));
  return problems;
}

/* The office is itself a unit: the root under which the others stand. */
static gboolean
make_root_unit (BvConnection *connection, const BvOfficeSetup *setup, GError **error)
{
  const BvOfficePeriod *present = NULL;
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvUnit) root = NULL;
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error, "SELECT count(*) FROM unit", ""))
    return FALSE;
  if (n > 0)
    return TRUE;
  for (guint i = 0; i < setup->periods->len; i++)
    {
      const BvOfficePeriod *period = setup->periods->pdata[i];
      gboolean has_begun = strcmp (period->from_date, today) <= 0;
      gboolean present_has_begun = present != NULL && strcmp (present->from_date, today) <= 0;
      gboolean is_later = present != NULL && strcmp (period->from_date, present->from_date) > 0;

      /* The last that has begun; before all of them, the first that will. */
      if (present == NULL || (has_begun && (!present_has_begun || is_later))
          || (!has_begun && !present_has_begun && !is_later))
        present = period;
    }
  root = bv_unit_new ();
  g_free (root->name);
  root->name = g_strdup (present->name);
  g_free (root->kind);
  root->kind = g_strdup ("authority");
  return bv_unit_save (connection, root, error);
}

gboolean
bv_office_set_up_in (BvConnection *connection, const BvOfficeSetup *setup, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_office_setup_validate (setup);
  g_autofree char *words_style = g_strdup_printf ("%d", setup->words_style);
  gboolean is_set_up;

  if (!bv_problems_check (problems, error) || !bv_office_is_set_up (connection, &is_set_up, error))
    return FALSE;
  if (is_set_up)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                           _ ("The office is already set up: change its names in Preferences."));
      return FALSE;
    }
  for (guint i = 0; i < setup->periods->len; i++)
    {
      g_autoptr (BvOfficePeriod) period = bv_office_period_copy (setup->periods->pdata[i]);

      period->id = 0;
      if (!bv_office_period_save (connection, period, error))
        return FALSE;
    }
  for (guint i = 0; i < setup->signers->len; i++)
    {
      g_autoptr (BvSigner) signer = bv_signer_copy (setup->signers->pdata[i]);

      signer->id = 0;
      if (!bv_signer_save (connection, signer, error))
        return FALSE;
    }
  return bv_setting_set (connection, BV_SETTING_NAME_ORDER,
                         bv_setting_name_orders[setup->name_order].code, error)
         && bv_setting_set (connection, BV_SETTING_WORDS_STYLE, words_style, error)
         && bv_setting_set (connection, BV_SETTING_LEDGER_SCOPE,
                            bv_setting_ledger_scopes[setup->ledger_scope].code, error)
         && bv_base_salary_seed (connection, error) && make_root_unit (connection, setup, error);
}

static gboolean
set_up_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_office_set_up_in (connection, user_data, error);
}

gboolean
bv_office_set_up (BvStore *store, const BvOfficeSetup *setup, gint64 *act_id, GError **error)
{
  return bv_store_act (store, _ ("Set up the office"), BV_ACT_NONE, set_up_cb, (gpointer) setup,
                       NULL, act_id, error);
}
