// SPDX-License-Identifier: GPL-3.0-or-later
/* Regimes out of files: one that inherits takes what it does not say itself from the regime before it, the office's own
 * files go over the country's, titles of the place into every regime of their time. Dates may not overlap, and every
 * award that a condition names must exist. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"

#include "base/bv-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *file;
  BvRegimeFileContent *content;
} Source;

static void
source_free (gpointer data)
{
  Source *self = data;

  g_free (self->file);
  bv_regime_file_content_free (self->content);
  g_free (self);
}

G_GNUC_PRINTF (4, 5)
static gboolean
refuse (const Source *source, const char *place, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, "%s, %s: %s", source->file, place,
               message);
  return FALSE;
}

static Source *
find_source (GPtrArray *sources, const char *id)
{
  for (guint i = 0; i < sources->len; i++)
    {
      Source *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->content->regime->id, id))
        return source;
    }
  return NULL;
}

static void
replace_text (char **text, const char *value)
{
  if (value == NULL)
    return;
  g_free (*text);
  *text = g_strdup (value);
}

/* Whatever @over says of the regime as a whole. */
static void
apply_header (BvRegime *base, const BvRegime *over)
{
  replace_text (&base->name, over->name);
  replace_text (&base->from_date, over->from_date);
  replace_text (&base->to_date, over->to_date);
  replace_text (&base->note, over->note);
}

static void
copy_rules (BvRegime *base, const BvRegime *over)
{
  if (over->citations->len > 0)
    {
      g_ptr_array_set_size (base->citations, 0);
      for (guint i = 0; i < over->citations->len; i++)
        g_ptr_array_add (base->citations,
                         bv_citation_copy (g_ptr_array_index (over->citations, i)));
    }
  if (over->counted_manners != 0)
    {
      base->counted_manners = over->counted_manners;
      replace_text (&base->counted_article, over->counted_article);
    }
  if (over->vote != NULL)
    {
      bv_vote_rule_free (base->vote);
      base->vote = bv_vote_rule_copy (over->vote);
    }
  if (over->opinion != NULL)
    {
      bv_opinion_rule_free (base->opinion);
      base->opinion = bv_opinion_rule_copy (over->opinion);
    }
  bv_pay_rules_lay_over (base->several, over->several);
}

/* Puts @award (transfer full) in the place of the one of its code, or last. */
static void
put_award (BvRegime *regime, BvRegimeAward *award)
{
  for (guint i = 0; i < regime->awards->len; i++)
    {
      BvRegimeAward *old = g_ptr_array_index (regime->awards, i);

      if (!g_str_equal (old->code, award->code))
        continue;
      bv_regime_award_free (old);
      regime->awards->pdata[i] = award;
      return;
    }
  g_ptr_array_add (regime->awards, award);
}

static void
number_awards (BvRegime *regime)
{
  for (guint i = 0; i < regime->awards->len; i++)
    ((BvRegimeAward *) g_ptr_array_index (regime->awards, i))->order = i + 1;
}

static gboolean
check_without (const Source *heir, const BvRegime *base, GError **error)
{
  char **without = heir->content->without;

  for (guint i = 0; without != NULL && without[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("$.without[%u]", i);

      if (bv_regime_find_award (base, without[i]) == NULL)
        return refuse (heir, place, error, _ ("the regime “%s” has no award “%s”"), base->id,
                       without[i]);
    }
  return TRUE;
}

/* @earlier: sources of regimes before this one, already complete. */
static gboolean
inherit (Source *heir, GPtrArray *sources, guint earlier, GError **error)
{
  BvRegime *regime = heir->content->regime;
  const BvRegime *base = NULL;
  GPtrArray *own = regime->awards;
  BvRegime *said;

  for (guint i = 0; i < earlier && base == NULL; i++)
    {
      const Source *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->content->regime->id, heir->content->inherits))
        base = source->content->regime;
    }
  if (base == NULL)
    return refuse (heir, "$.inherits", error, _ ("no earlier regime is called “%s”"),
                   heir->content->inherits);
  if (!check_without (heir, base, error))
    return FALSE;

  /* What the heir says itself, set aside, then laid over what it inherits. */
  said = bv_regime_new ();
  copy_rules (said, regime);
  regime->awards = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_regime_award_free);
  for (guint i = 0; i < base->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (base->awards, i);

      if (heir->content->without == NULL
          || !g_strv_contains ((const char *const *) heir->content->without, award->code))
        g_ptr_array_add (regime->awards, bv_regime_award_copy (award));
    }
  copy_rules (regime, base);
  copy_rules (regime, said);
  bv_regime_free (said);
  for (guint i = 0; i < own->len; i++)
    put_award (regime, bv_regime_award_copy (g_ptr_array_index (own, i)));
  g_ptr_array_unref (own);
  return TRUE;
}

static gboolean
overlaps (const BvRegimeAward *award, const BvRegime *regime)
{
  return (award->to_date == NULL || strcmp (regime->from_date, award->to_date) <= 0)
         && (award->from_date == NULL || regime->to_date == NULL
             || strcmp (award->from_date, regime->to_date) <= 0);
}

/* Titles of the place go into every regime of their time. */
static gboolean
add_local_titles (const Source *source, GPtrArray *regimes, GError **error)
{
  GPtrArray *awards = source->content->regime->awards;

  for (guint i = 0; i < awards->len; i++)
    for (guint k = 0; k < regimes->len; k++)
      {
        const BvRegimeAward *award = g_ptr_array_index (awards, i);
        BvRegime *regime = ((Source *) g_ptr_array_index (regimes, k))->content->regime;
        g_autofree char *place = g_strdup_printf ("$.awards[%u].code", i);

        if (!overlaps (award, regime))
          continue;
        if (bv_regime_find_award (regime, award->code) != NULL)
          return refuse (source, place, error, _ ("the regime “%s” already has an award “%s”"),
                         regime->id, award->code);
        g_ptr_array_add (regime->awards, bv_regime_award_copy (award));
      }
  return TRUE;
}

static gboolean
check_references (GPtrArray *references, const BvRegime *regime, GError **error)
{
  for (guint i = 0; i < references->len; i++)
    {
      const BvAwardReference *reference = g_ptr_array_index (references, i);

      if (bv_regime_find_award (regime, reference->code) != NULL)
        continue;
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("%s: the regime “%s” has no award “%s”"), reference->place, regime->id,
                   reference->code);
      return FALSE;
    }
  return TRUE;
}

/* The first of @codes that @regime does not hold. */
static const char *
find_lost (const BvRegime *regime, char **codes)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (bv_regime_find_award (regime, codes[i]) == NULL)
      return codes[i];
  return NULL;
}

static const char *
find_lost_in (const BvRegime *regime, GPtrArray *conditions)
{
  const char *lost = NULL;

  for (guint i = 0; conditions != NULL && lost == NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      lost = find_lost (regime, condition->awards);
      if (lost == NULL)
        lost = find_lost (regime, condition->after_awards);
      if (lost == NULL)
        lost = find_lost (regime, condition->or_awards);
      if (lost == NULL)
        lost = find_lost_in (regime, condition->of);
    }
  return lost;
}

/* An inherited condition may name an award that the heir left out. */
static gboolean
check_inherited (const Source *heir, GError **error)
{
  const BvRegime *regime = heir->content->regime;

  for (guint i = 0; i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);
      const char *lost = award->quota != NULL ? find_lost (regime, award->quota->of_awards) : NULL;

      for (guint k = 0; lost == NULL && k < award->paths->len; k++)
        lost = find_lost_in (regime, ((BvPath *) g_ptr_array_index (award->paths, k))->conditions);
      if (lost != NULL)
        return refuse (heir, "$.without", error, _ ("the award “%s” still asks for “%s”"),
                       award->code, lost);
    }
  return TRUE;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const Source *one = *(const Source *const *) a;
  const Source *two = *(const Source *const *) b;

  return strcmp (one->content->regime->from_date, two->content->regime->from_date);
}

static gboolean
check_overlap (GPtrArray *regimes, GError **error)
{
  for (guint i = 1; i < regimes->len; i++)
    {
      const Source *earlier = g_ptr_array_index (regimes, i - 1);
      const Source *later = g_ptr_array_index (regimes, i);
      const BvRegime *before = earlier->content->regime;

      if (before->to_date != NULL
          && strcmp (before->to_date, later->content->regime->from_date) < 0)
        continue;
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("%s, $.from: %s overlaps the regime “%s” (%s)"), later->file,
                   later->content->regime->from_date, before->id, earlier->file);
      return FALSE;
    }
  return TRUE;
}

/* Sorts what the files are: regimes, changes to one, titles of the place. */
static gboolean
place_source (Source *source,
              gboolean is_own,
              GPtrArray *regimes,
              GPtrArray *changes,
              GPtrArray *places,
              GError **error)
{
  const BvRegime *regime = source->content->regime;
  Source *base;

  if (regime->id == NULL)
    {
      g_ptr_array_add (places, source);
      return TRUE;
    }
  base = find_source (regimes, regime->id);
  if (base == NULL && (regime->name == NULL || regime->from_date == NULL))
    return refuse (
      source, "$.id", error,
      _ ("no regime is called “%s”; a new one needs a name and the day from which it is "
         "in force"),
      regime->id);
  if (base != NULL && !is_own)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                   _ ("%s, $.id: another file already defines the regime “%s”"), source->file,
                   regime->id);
      return FALSE;
    }
  if (base == NULL)
    g_ptr_array_add (regimes, source);
  else
    {
      apply_header (base->content->regime, regime);
      g_ptr_array_add (changes, source);
    }
  return TRUE;
}

/* Fills the regime at @i: what it inherits, then the office's changes. */
static gboolean
complete (GPtrArray *regimes, guint i, GPtrArray *changes, GError **error)
{
  Source *source = g_ptr_array_index (regimes, i);
  BvRegime *regime = source->content->regime;

  if (source->content->inherits != NULL && !inherit (source, regimes, i, error))
    return FALSE;
  for (guint k = 0; k < changes->len; k++)
    {
      const BvRegime *change = ((Source *) g_ptr_array_index (changes, k))->content->regime;

      if (!g_str_equal (change->id, regime->id))
        continue;
      copy_rules (regime, change);
      for (guint a = 0; a < change->awards->len; a++)
        put_award (regime, bv_regime_award_copy (g_ptr_array_index (change->awards, a)));
    }
  return TRUE;
}

static gboolean
check_all (GPtrArray *regimes, GPtrArray *changes, GPtrArray *places, GError **error)
{
  for (guint i = 0; i < regimes->len; i++)
    {
      const Source *source = g_ptr_array_index (regimes, i);

      if (!check_references (source->content->references, source->content->regime, error)
          || (source->content->inherits != NULL && !check_inherited (source, error)))
        return FALSE;
      number_awards (source->content->regime);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const Source *change = g_ptr_array_index (changes, i);
      const Source *base = find_source (regimes, change->content->regime->id);

      if (!check_references (change->content->references, base->content->regime, error))
        return FALSE;
    }
  for (guint i = 0; i < places->len; i++)
    for (guint k = 0; k < regimes->len; k++)
      {
        const Source *place = g_ptr_array_index (places, i);
        const BvRegime *regime = ((Source *) g_ptr_array_index (regimes, k))->content->regime;
        GPtrArray *awards = place->content->regime->awards;
        gboolean touches = FALSE;

        for (guint a = 0; !touches && a < awards->len; a++)
          touches = overlaps (g_ptr_array_index (awards, a), regime);
        if (touches && !check_references (place->content->references, regime, error))
          return FALSE;
      }
  return TRUE;
}

GPtrArray *
bv_regime_compose (const BvRegimeFile *files,
                   guint n_files,
                   const BvRegimeFile *own,
                   guint n_own,
                   GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (source_free);
  g_autoptr (GPtrArray) regimes = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  GPtrArray *result;

  for (guint i = 0; i < n_files + n_own; i++)
    {
      gboolean is_own = i >= n_files;
      const BvRegimeFile *file = is_own ? &own[i - n_files] : &files[i];
      Source *source = g_new0 (Source, 1);

      g_ptr_array_add (sources, source);
      source->file = g_strdup (file->name);
      source->content = bv_regime_read (file->name, file->bytes, is_own, error);
      if (source->content == NULL
          || !place_source (source, is_own, regimes, changes, places, error))
        return NULL;
    }
  g_ptr_array_sort (regimes, compare_dates);
  if (!check_overlap (regimes, error))
    return NULL;
  for (guint i = 0; i < regimes->len; i++)
    if (!complete (regimes, i, changes, error))
      return NULL;
  for (guint i = 0; i < places->len; i++)
    if (!add_local_titles (g_ptr_array_index (places, i), regimes, error))
      return NULL;
  if (!check_all (regimes, changes, places, error))
    return NULL;
  result = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_regime_free);
  for (guint i = 0; i < regimes->len; i++)
    {
      Source *source = g_ptr_array_index (regimes, i);

      g_ptr_array_add (result, g_steal_pointer (&source->content->regime));
    }
  return result;
}
