// SPDX-License-Identifier: GPL-3.0-or-later
/* How much of an award's quota each unit uses. The unit is the one directly below the office's own that manages the
 * person on the last day of the year: the law counts "of the unit", and it is these that hold the meeting and send the
 * list; a team inside a school has no quota of its own. Nominations count on both sides, as the lists for the base award
 * and for the higher one come together. */

#define G_LOG_DOMAIN "bv-merit"

#include "base/bv-text.h"
#include "merit/bv-judge-private.h"
#include "office/bv-setting.h"

#include <glib/gi18n-lib.h>

void
bv_quota_use_free (BvQuotaUse *self)
{
  if (self == NULL)
    return;
  g_free (self->unit_name);
  g_free (self->form_code);
  g_free (self);
}

static const char *
setting (const BvFacts *facts, const char *key)
{
  const char *value = g_hash_table_lookup (facts->settings, key);

  return value != NULL ? value : bv_setting_default (key);
}

/* What the office set, else what the law says; numerator 0: no quota. */
static BvFraction
get_fraction (const BvFacts *facts, const BvQuota *quota)
{
  BvFraction fraction = quota->fraction;
  const char *value = quota->rule == NULL ? NULL
                      : fraction.denominator == 0
                        ? setting (facts, quota->rule)
                        : g_hash_table_lookup (facts->settings, quota->rule);
  gint64 percent;

  if (value != NULL && g_ascii_string_to_signed (value, 10, 0, 100, &percent, NULL))
    fraction = (BvFraction){ percent, 100, FALSE };
  else if (value != NULL)
    bv_fraction_parse (value, &fraction, NULL);
  if (fraction.denominator == 0)
    fraction = (BvFraction){ 0, 1, FALSE };
  return fraction;
}

static guint
get_limit (const BvFacts *facts, const BvFraction *fraction, guint base)
{
  const char *rounding = setting (facts, BV_SETTING_RULE_QUOTA_ROUNDING);
  gint64 part = fraction->numerator * base;

  if (g_strcmp0 (rounding, "ceil") == 0)
    return (guint) ((part + fraction->denominator - 1) / fraction->denominator);
  if (g_strcmp0 (rounding, "half-up") == 0)
    return (guint) ((2 * part + fraction->denominator) / (2 * fraction->denominator));
  return (guint) (part / fraction->denominator);
}

/* Given for the year, or nominated for it. */
static gboolean
has_or_is_nominated (BvJudge *judge, gint32 person, const guint8 *codes, guint manners)
{
  const BvFactTable *table = &judge->facts->awards;

  for (guint i = table->start[person]; i < table->start[person + 1]; i++)
    {
      const BvFactAward *award = bv_fact_table_get (table, BvFactAward, i);

      if (award->year == judge->year && bv_judge_counts (judge, award, codes, manners))
        return TRUE;
    }
  table = &judge->facts->nominations;
  for (guint i = table->start[person]; i < table->start[person + 1]; i++)
    {
      const BvFactNomination *nomination = bv_fact_table_get (table, BvFactNomination, i);

      if (nomination->is_open && nomination->year == judge->year && codes[nomination->code] != 0)
        return TRUE;
    }
  return FALSE;
}

static guint8 *
make_codes (const BvFacts *facts, char **codes)
{
  guint8 *set = g_new0 (guint8, facts->codes->len + 1);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      gint32 code = bv_facts_find_code (facts, codes[i]);

      if (code >= 0)
        set[code] = 1;
    }
  return set;
}

static void
add_award (BvJudge *judge, const BvRegimeAward *award, GPtrArray *uses)
{
  const BvFacts *facts = judge->facts;
  const BvQuota *quota = award->quota;
  BvFraction fraction = get_fraction (facts, quota);
  g_autofree guint8 *base = NULL;
  g_autofree guint8 *own = NULL;
  g_autoptr (GHashTable) by_unit = NULL;
  char *own_code[] = { award->code, NULL };
  guint manners = judge->regime->counted_manners != 0 ? judge->regime->counted_manners : ~0u;

  if (fraction.numerator == 0)
    return;
  base = make_codes (facts, quota->of_awards);
  own = make_codes (facts, own_code);
  by_unit = g_hash_table_new (NULL, NULL);
  for (guint s = 0; s < facts->subjects->len; s++)
    {
      gboolean in_base, is_used;
      gint32 unit;
      BvQuotaUse *use;

      if (bv_facts_get (facts, (gint32) s)->kind != BV_SUBJECT_PERSON)
        continue;
      in_base = has_or_is_nominated (judge, (gint32) s, base, manners);
      is_used = has_or_is_nominated (judge, (gint32) s, own, manners);
      if (!in_base && !is_used)
        continue;
      unit = bv_facts_unit_on (facts, (gint32) s, judge->last_day);
      if (unit >= 0)
        unit = bv_facts_managing_unit (facts, unit);
      use = g_hash_table_lookup (by_unit, GINT_TO_POINTER (unit + 1));
      if (use == NULL)
        {
          use = g_new0 (BvQuotaUse, 1);
          use->unit_id = unit >= 0 ? bv_facts_get (facts, unit)->id : 0;
          use->unit_name = g_strdup (unit >= 0 ? bv_facts_get (facts, unit)->name
                                               : _ ("Without a unit"));
          use->form_code = g_strdup (award->code);
          use->quota = quota;
          g_hash_table_insert (by_unit, GINT_TO_POINTER (unit + 1), use);
          g_ptr_array_add (uses, use);
        }
      use->base += in_base;
      use->n_used += is_used;
      use->limit = get_limit (facts, &fraction, use->base);
    }
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const BvQuotaUse *x = *(const BvQuotaUse *const *) a;
  const BvQuotaUse *y = *(const BvQuotaUse *const *) b;
  gboolean x_over = x->n_used > x->limit;
  gboolean y_over = y->n_used > y->limit;
  g_autofree char *x_name = NULL;
  g_autofree char *y_name = NULL;
  int order;

  if (x_over != y_over)
    return x_over ? -1 : 1;
  order = g_strcmp0 (x->form_code, y->form_code);
  if (order != 0)
    return order;
  x_name = bv_text_fold (x->unit_name);
  y_name = bv_text_fold (y->unit_name);
  return g_strcmp0 (x_name, y_name);
}

GPtrArray *
bv_quota_list_facts (BvFacts *facts,
                     BvRegimeSet *regimes,
                     const BvEligibilityQuestion *question,
                     const char *form_code,
                     GError **error)
{
  const BvRegime *regime = bv_eligibility_choose_regime (regimes, question, error);
  g_autoptr (BvJudge) judge = NULL;
  GPtrArray *uses;

  g_return_val_if_fail (facts->subject_id == 0, NULL);
  if (regime == NULL)
    return NULL;
  judge = bv_judge_new (facts, regime, question);
  uses = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_quota_use_free);
  for (guint i = 0; i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      if (award->quota != NULL && (form_code == NULL || g_str_equal (form_code, award->code)))
        add_award (judge, award, uses);
    }
  g_ptr_array_sort (uses, compare_uses);
  return uses;
}

GPtrArray *
bv_quota_list (BvConnection *connection,
               BvRegimeSet *regimes,
               const BvEligibilityQuestion *question,
               const char *form_code,
               GError **error)
{
  g_autoptr (BvFacts) facts = bv_facts_load (connection, 0, error);

  if (facts == NULL)
    return NULL;
  return bv_quota_list_facts (facts, regimes, question, form_code, error);
}
