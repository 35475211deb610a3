// SPDX-License-Identifier: GPL-3.0-or-later
/* Missing records, gathered over all the awards that wait for them. Judges nothing. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-remedy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
bv_remedy_free (BvRemedy *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/* Conditions that the register answers, of persons and units themselves. */
static gboolean
is_of_record (BvConditionKind kind)
{
  return kind == BV_CONDITION_ALL || kind == BV_CONDITION_MONTHS_IN_POST
         || kind == BV_CONDITION_ABSENCE || kind == BV_CONDITION_YEARS_OF_EXISTENCE
         || kind == BV_CONDITION_YEARS_OF_SERVICE;
}

/* The findings inside @findings that name a missing record, one for each record. Whether every finding that cannot be told
 * names one: else the records alone decide nothing. */
static gboolean
gather (GPtrArray *findings, GPtrArray *missing)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; i < findings->len; i++)
    {
      BvFinding *finding = g_ptr_array_index (findings, i);
      gboolean is_known = FALSE;

      if (finding->verdict != BV_VERDICT_CANNOT_TELL || finding->kind == BV_CONDITION_ATTESTED)
        continue;
      if (*finding->remedy == '\0')
        {
          if (finding->of->len == 0 || !gather (finding->of, missing))
            is_whole = FALSE;
          continue;
        }
      for (guint m = 0; m < missing->len && !is_known; m++)
        is_known = g_str_equal (((BvFinding *) g_ptr_array_index (missing, m))->remedy,
                                finding->remedy);
      if (!is_known)
        g_ptr_array_add (missing, finding);
    }
  return is_whole;
}

static BvRemedy *
find_or_add (GPtrArray *list, const BvFinding *finding)
{
  BvRemedy *remedy;

  for (guint i = 0; i < list->len; i++)
    {
      remedy = g_ptr_array_index (list, i);
      if (g_str_equal (remedy->text, finding->remedy))
        return remedy;
    }
  remedy = g_new0 (BvRemedy, 1);
  remedy->text = g_strdup (finding->remedy);
  remedy->kind = finding->kind;
  remedy->is_of_record = is_of_record (finding->kind);
  g_ptr_array_add (list, remedy);
  return remedy;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const BvRemedy *left = *(BvRemedy *const *) a, *right = *(BvRemedy *const *) b;

  if (left->n_decided != right->n_decided)
    return left->n_decided > right->n_decided ? -1 : 1;
  if (left->n_awards != right->n_awards)
    return left->n_awards > right->n_awards ? -1 : 1;
  return 0;
}

GPtrArray *
bv_remedy_collect (GPtrArray *eligibilities)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_remedy_free);

  for (guint i = 0; i < eligibilities->len; i++)
    {
      const BvEligibility *eligibility = g_ptr_array_index (eligibilities, i);
      g_autoptr (GPtrArray) missing = g_ptr_array_new ();
      gboolean is_whole;

      if (eligibility->verdict != BV_VERDICT_CANNOT_TELL || eligibility->findings == NULL)
        continue;
      is_whole = gather (eligibility->findings, missing);
      for (guint m = 0; m < missing->len; m++)
        {
          BvRemedy *remedy = find_or_add (list, g_ptr_array_index (missing, m));

          remedy->n_awards++;
          remedy->n_decided += is_whole && missing->len == 1;
        }
    }
  for (guint i = list->len; i > 0; i--)
    if (((BvRemedy *) g_ptr_array_index (list, i - 1))->n_awards < 2)
      g_ptr_array_remove_index (list, i - 1);
  g_ptr_array_sort (list, compare);
  return list;
}

char *
bv_remedy_format (const BvRemedy *self)
{
  g_autofree char *record = g_strdup (self->text);
  gsize length = strlen (record);

  if (length > 0 && record[length - 1] == '.')
    record[length - 1] = '\0';
  if (self->n_decided > 0)
    return g_strdup_printf (
      /* TRANSLATORS: %1$s says what to record: “Record the kind of worker of Lò Thị Anh”. */
      ngettext ("%1$s: %2$u award can be judged then", "%1$s: %2$u awards can be judged then",
                self->n_decided),
      record, self->n_decided);
  return g_strdup_printf (
    /* TRANSLATORS: %1$s says what to record: “Record the kind of worker of Lò Thị Anh”. */
    ngettext ("%1$s: %2$u award needs it, and other records",
              "%1$s: %2$u awards need it, and other records", self->n_awards),
    record, self->n_awards);
}
