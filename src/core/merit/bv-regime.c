// SPDX-License-Identifier: GPL-3.0-or-later
/* Regimes and their awards as values; the words for levels and manners. Reading files is in
 * bv-regime-read.c, choosing by date in bv-regime-set.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"

#include "base/bv-text.h"

#include <glib/gi18n-lib.h>

static const char *const level_codes[BV_N_LEVELS] = { "state", "province", "district", "commune",
                                                      "unit" };

static const char *const level_labels[BV_N_LEVELS] = {
  /* Translators: who gives an award: cấp Nhà nước */
  NC_ ("level", "State"),
  /* Translators: cấp tỉnh, bộ, ban, ngành */
  NC_ ("level", "Province, ministry"),
  /* Translators: cấp huyện */
  NC_ ("level", "District"),
  /* Translators: cấp xã */
  NC_ ("level", "Commune"),
  /* Translators: cơ quan, đơn vị */
  NC_ ("level", "Agency, unit"),
};

static const char *const manner_codes[BV_N_MANNERS] = { "CT", "DX", "PT", "CH", "NH", "DN", "KC" };

static const char *const manner_labels[BV_N_MANNERS] = {
  /* Translators: types of commendation of the law: công trạng */
  NC_ ("manner", "For merit"),
  /* Translators: đột xuất */
  NC_ ("manner", "For a sudden feat"),
  /* Translators: phong trào thi đua, theo đợt hoặc chuyên đề */
  NC_ ("manner", "For a movement"),
  /* Translators: quá trình cống hiến */
  NC_ ("manner", "For long service"),
  /* Translators: niên hạn */
  NC_ ("manner", "For years of service"),
  /* Translators: đối ngoại */
  NC_ ("manner", "To foreigners"),
  /* Translators: thành tích kháng chiến */
  NC_ ("manner", "For the resistance wars"),
};

static gboolean
find_code (const char *const *codes, int n, const char *code, int *value)
{
  for (int i = 0; code != NULL && i < n; i++)
    if (g_str_equal (codes[i], code))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

static void
decider_free (BvDecider *self)
{
  g_free (self->who);
  g_free (self);
}

static void
bonus_rule_free (BvBonusRule *self)
{
  g_free (self->article);
  g_free (self);
}

const char *
bv_level_to_code (BvLevel level)
{
  g_return_val_if_fail ((int) level >= 0 && level < BV_N_LEVELS, NULL);
  return level_codes[level];
}

gboolean
bv_level_from_code (const char *code, BvLevel *level)
{
  int value;

  if (!find_code (level_codes, BV_N_LEVELS, code, &value))
    return FALSE;
  *level = value;
  return TRUE;
}

const char *
bv_level_get_label (BvLevel level)
{
  g_return_val_if_fail ((int) level >= 0 && level < BV_N_LEVELS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "level", level_labels[level]);
}

const char *
bv_manner_to_code (BvManner manner)
{
  g_return_val_if_fail ((int) manner >= 0 && manner < BV_N_MANNERS, NULL);
  return manner_codes[manner];
}

gboolean
bv_manner_from_code (const char *code, BvManner *manner)
{
  int value;

  if (!find_code (manner_codes, BV_N_MANNERS, code, &value))
    return FALSE;
  *manner = value;
  return TRUE;
}

const char *
bv_manner_get_label (BvManner manner)
{
  g_return_val_if_fail ((int) manner >= 0 && manner < BV_N_MANNERS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "manner", manner_labels[manner]);
}

GPtrArray *
bv_regime_new_deciders (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) decider_free);
}

BvRegimeAward *
bv_regime_award_new (void)
{
  BvRegimeAward *self = g_new0 (BvRegimeAward, 1);

  self->deciders = bv_regime_new_deciders ();
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_path_free);
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_paper_form_free);
  return self;
}

void
bv_regime_award_free (BvRegimeAward *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->name);
  g_free (self->abbreviation);
  g_strfreev (self->aliases);
  g_clear_pointer (&self->deciders, g_ptr_array_unref);
  g_free (self->article);
  g_clear_pointer (&self->bonus, bonus_rule_free);
  bv_law_note_free (self->no_bonus);
  bv_law_note_free (self->object);
  bv_opinion_rule_free (self->opinion);
  g_strfreev (self->replaced_by);
  g_free (self->certificate);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  bv_quota_free (self->quota);
  bv_vote_rule_free (self->vote);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_free (self->from_date);
  g_free (self->to_date);
  g_free (self);
}

BvRegimeAward *
bv_regime_award_copy (const BvRegimeAward *self)
{
  BvRegimeAward *copy = bv_regime_award_new ();
  const BvRegimeAward lists = *copy;

  *copy = *self;
  copy->deciders = lists.deciders;
  copy->paths = lists.paths;
  copy->forms = lists.forms;
  copy->code = g_strdup (self->code);
  copy->name = g_strdup (self->name);
  copy->abbreviation = g_strdup (self->abbreviation);
  copy->aliases = g_strdupv (self->aliases);
  for (guint i = 0; i < self->deciders->len; i++)
    {
      const BvDecider *source = g_ptr_array_index (self->deciders, i);
      BvDecider *decider = g_new0 (BvDecider, 1);

      decider->level = source->level;
      decider->who = g_strdup (source->who);
      g_ptr_array_add (copy->deciders, decider);
    }
  copy->article = g_strdup (self->article);
  if (self->bonus != NULL)
    {
      copy->bonus = g_new0 (BvBonusRule, 1);
      *copy->bonus = *self->bonus;
      copy->bonus->article = g_strdup (self->bonus->article);
    }
  copy->no_bonus = bv_law_note_copy (self->no_bonus);
  copy->object = bv_law_note_copy (self->object);
  copy->opinion = bv_opinion_rule_copy (self->opinion);
  copy->replaced_by = g_strdupv (self->replaced_by);
  copy->certificate = g_strdup (self->certificate);
  for (guint i = 0; i < self->paths->len; i++)
    g_ptr_array_add (copy->paths, bv_path_copy (g_ptr_array_index (self->paths, i)));
  copy->quota = bv_quota_copy (self->quota);
  copy->vote = bv_vote_rule_copy (self->vote);
  for (guint i = 0; i < self->forms->len; i++)
    g_ptr_array_add (copy->forms, bv_paper_form_copy (g_ptr_array_index (self->forms, i)));
  copy->from_date = g_strdup (self->from_date);
  copy->to_date = g_strdup (self->to_date);
  return copy;
}

void
bv_citation_free (BvCitation *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->from_date);
  g_free (self->to_date);
  g_free (self);
}

BvCitation *
bv_citation_copy (const BvCitation *self)
{
  BvCitation *copy = g_new0 (BvCitation, 1);

  copy->text = g_strdup (self->text);
  copy->from_date = g_strdup (self->from_date);
  copy->to_date = g_strdup (self->to_date);
  copy->is_verified = self->is_verified;
  return copy;
}

BvRegime *
bv_regime_new (void)
{
  BvRegime *self = g_new0 (BvRegime, 1);

  self->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_citation_free);
  self->awards = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_regime_award_free);
  self->counted_article = g_strdup ("");
  return self;
}

void
bv_regime_free (BvRegime *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->from_date);
  g_free (self->to_date);
  g_ptr_array_unref (self->citations);
  g_ptr_array_unref (self->awards);
  g_free (self->counted_article);
  bv_vote_rule_free (self->vote);
  bv_opinion_rule_free (self->opinion);
  bv_pay_rules_clear (self->several);
  g_free (self->note);
  g_free (self);
}

char **
bv_regime_list_citations (const BvRegime *self, const char *date)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < self->citations->len; i++)
    {
      const BvCitation *citation = g_ptr_array_index (self->citations, i);

      if ((citation->from_date != NULL && strcmp (citation->from_date, date) > 0)
          || (citation->to_date != NULL && strcmp (citation->to_date, date) < 0))
        continue;
      /* A law that only amends stands in the line of the one that it amends. */
      if (texts->len > 0 && g_str_has_prefix (citation->text, "Luật sửa đổi"))
        {
          char **last = (char **) &g_ptr_array_index (texts, texts->len - 1);

          bv_text_take (last, g_strdup_printf ("%s; %s", *last, citation->text));
        }
      else
        g_ptr_array_add (texts, g_strdup (citation->text));
    }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

const BvRegimeAward *
bv_regime_find_award (const BvRegime *self, const char *code)
{
  for (guint i = 0; i < self->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (self->awards, i);

      if (g_strcmp0 (award->code, code) == 0)
        return award;
    }
  return NULL;
}

gboolean
bv_regime_award_allows (const BvRegimeAward *award, BvSubjectKind kind)
{
  return (award->subjects & (1u << kind)) != 0;
}

gboolean
bv_regime_award_is_title (const BvRegimeAward *award)
{
  return award->kind == BV_AWARD_TITLE || award->kind == BV_AWARD_FLAG;
}

BvLevel
bv_regime_award_get_level (const BvRegimeAward *award)
{
  return ((const BvDecider *) g_ptr_array_index (award->deciders, 0))->level;
}

gboolean
bv_regime_award_is_decided_at (const BvRegimeAward *award, BvLevel level)
{
  for (guint i = 0; i < award->deciders->len; i++)
    if (((const BvDecider *) g_ptr_array_index (award->deciders, i))->level == level)
      return TRUE;
  return FALSE;
}

const BvRegimeAward *
bv_regime_find_usual (const BvRegime *self, BvLevel level)
{
  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < self->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (self->awards, i);

      if (award->kind == BV_AWARD_TITLE && (award->subjects & 1u << BV_SUBJECT_PERSON) != 0
          && award->paths->len > 0 && bv_regime_award_is_decided_at (award, level))
        return award;
    }
  return self->awards->len > 0 ? g_ptr_array_index (self->awards, 0) : NULL;
}

gboolean
bv_regime_award_is_in_force (const BvRegimeAward *award, const char *date)
{
  return (award->from_date == NULL || strcmp (award->from_date, date) <= 0)
         && (award->to_date == NULL || strcmp (award->to_date, date) >= 0);
}

gboolean
bv_regime_award_is_offered (const BvRegimeAward *award, const char *from, const char *to)
{
  return award->replaced_by == NULL
         && (award->from_date == NULL || strcmp (award->from_date, to) <= 0)
         && (award->to_date == NULL || strcmp (award->to_date, from) >= 0);
}
