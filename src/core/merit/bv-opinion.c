// SPDX-License-Identifier: GPL-3.0-or-later
/* How long the public is asked about a dossier. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-opinion.h"

#include "base/bv-date.h"
#include "merit/bv-regime-words.h"
#include "merit/bv-working-days.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

struct _BvOpinionBasis
{
  GHashTable *rules; /* key of a rule of the office → its value */
  BvWorkingDays *days;
  GPtrArray *forms; /* codes of what is proposed */
};

void
bv_opinion_clear (BvOpinion *self)
{
  g_clear_pointer (&self->until, g_free);
  g_clear_pointer (&self->article, g_free);
}

void
bv_opinion_basis_free (BvOpinionBasis *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rules, g_hash_table_unref);
  g_clear_pointer (&self->days, bv_working_days_free);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_forms (BvConnection *connection, gint64 dossier_id, GPtrArray *forms, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT DISTINCT form_code FROM nomination WHERE dossier_id = ?1 AND state = 'proposed'"
    " ORDER BY form_code",
    "i", dossier_id);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error) && has_row)
    g_ptr_array_add (forms, g_strdup (bv_statement_text (statement, 0)));
  return !has_row;
}

BvOpinionBasis *
bv_opinion_basis_load (BvConnection *connection, gint64 dossier_id, GError **error)
{
  g_autoptr (BvOpinionBasis) self = g_new0 (BvOpinionBasis, 1);

  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->forms = g_ptr_array_new_with_free_func (g_free);
  for (const BvSetting *rule = bv_setting_list_rules (); rule->key != NULL; rule++)
    {
      char *value = bv_setting_get (connection, rule->key, error);

      if (value == NULL)
        return NULL;
      g_hash_table_insert (self->rules, (char *) rule->key, value);
    }
  self->days = bv_working_days_load (connection, error);
  if (self->days == NULL || !read_forms (connection, dossier_id, self->forms, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Ten working days are two weeks. */
static int
span_of (int days, gboolean is_working)
{
  return is_working ? days * 7 : days * 5;
}

/* The longest of those that the dossier's awards ask for. */
static void
take_rule (const BvOpinionBasis *basis, const BvOpinionRule *rule, BvOpinion *opinion)
{
  const char *value;
  int days;

  if (rule == NULL)
    return;
  value = rule->rule != NULL ? g_hash_table_lookup (basis->rules, rule->rule) : NULL;
  days = value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : rule->days;
  if (opinion->is_needed
      && span_of (days, rule->is_working) <= span_of (opinion->days, opinion->is_working))
    return;
  opinion->is_needed = TRUE;
  opinion->days = days;
  opinion->is_working = rule->is_working;
  g_free (opinion->article);
  opinion->article = g_strdup (rule->article);
}

/* The first day counts: the day before it is that of a receipt. */
static char *
find_last_day (const BvOpinionBasis *basis, const char *from, const BvOpinion *opinion)
{
  g_autofree char *before = bv_date_add_days (from, -1);

  return opinion->is_working ? bv_working_days_add (basis->days, before, opinion->days)
                             : bv_date_add_days (before, opinion->days);
}

void
bv_opinion_compute (const BvOpinionBasis *basis,
                    BvRegimeSet *regimes,
                    const BvDossier *dossier,
                    BvOpinion *opinion)
{
  const BvRegime *regime = bv_dossier_get_regime (dossier, regimes);

  opinion->article = g_strdup ("");
  if (dossier->is_simplified || regime == NULL)
    return;
  take_rule (basis, bv_regime_find_opinion (regime, NULL, dossier->level), opinion);
  for (guint i = 0; i < basis->forms->len; i++)
    {
      const BvRegimeAward *award = bv_regime_find_award (regime,
                                                         g_ptr_array_index (basis->forms, i));

      if (award != NULL)
        take_rule (basis, award->opinion, opinion);
    }
  if (opinion->is_needed && dossier->opinion_from != NULL)
    opinion->until = find_last_day (basis, dossier->opinion_from, opinion);
}

char *
bv_opinion_format_length (const BvOpinion *self)
{
  return g_strdup_printf (
    self->is_working
      ? g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days", (gulong) self->days)
      : g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) self->days),
    self->days);
}

gboolean
bv_opinion_of_dossier (BvConnection *connection,
                       BvRegimeSet *regimes,
                       const BvDossier *dossier,
                       BvOpinion *opinion,
                       GError **error)
{
  g_autoptr (BvOpinionBasis) basis = bv_opinion_basis_load (connection, dossier->id, error);

  if (basis == NULL)
    return FALSE;
  bv_opinion_compute (basis, regimes, dossier, opinion);
  return TRUE;
}
