// SPDX-License-Identifier: GPL-3.0-or-later
/* A regime in words for people: whoever shows the law, on the screen or on the command line, says it alike. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-words.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "office/bv-person.h"
#include "office/bv-setting.h"
#include "office/bv-unit.h"

#include <glib/gi18n-lib.h>

static const char *const subject_labels[] = {
  NULL,
  /* TRANSLATORS: to whom an award may go: cá nhân */
  NC_ ("award subject", "People"),
  /* TRANSLATORS: tập thể */
  NC_ ("award subject", "Units"),
  /* TRANSLATORS: hộ gia đình */
  NC_ ("award subject", "Households"),
};

static void
append (GString *list, const char *separator, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (list, "%s%s", list->len > 0 ? separator : "", text);
}

char *
bv_regime_describe_subjects (guint subjects)
{
  GString *list = g_string_new (NULL);

  for (guint i = BV_SUBJECT_PERSON; i <= BV_SUBJECT_HOUSEHOLD; i++)
    if ((subjects & (1u << i)) != 0)
      append (list, ", ", g_dpgettext2 (GETTEXT_PACKAGE, "award subject", subject_labels[i]));
  return g_string_free (list, FALSE);
}

char *
bv_regime_describe_manners (guint manners)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < BV_N_MANNERS; i++)
    if ((manners & (1u << i)) != 0)
      append (list, ", ", bv_manner_get_label (i));
  return g_string_free (list, FALSE);
}

char *
bv_regime_describe_replaced (const BvRegime *regime, const BvRegimeAward *award)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (award->replaced_by == NULL)
    return NULL;
  for (guint i = 0; award->replaced_by[i] != NULL; i++)
    {
      const BvRegimeAward *heir = regime != NULL
                                    ? bv_regime_find_award (regime, award->replaced_by[i])
                                    : NULL;

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", award->replaced_by[i]);
      if (heir != NULL)
        g_string_append_printf (list, " (%s)", heir->name);
    }
  /* TRANSLATORS: a code, "HUYCSVV", and a list: "HUYCSVV1 (Huy chương … hạng Nhất); HUYCSVV2 (…)". */
  return g_strdup_printf (_ ("“%s” is proposed no more. In its place: %s."), award->code,
                          list->str);
}

static void
append_codes (GString *text, const BvChoice *choices, char **codes)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    append (list, ", ", bv_choice_label (choices, codes[i]));
  append (text, " · ", list->str);
}

char *
bv_regime_describe_path (const BvPath *path)
{
  GString *text = g_string_new (NULL);
  g_autofree char *subjects = bv_regime_describe_subjects (path->subjects);
  g_autofree char *manners = bv_regime_describe_manners (path->manners);

  append (text, " · ", subjects);
  if (path->unit_kinds != NULL && *path->unit_kinds == NULL)
    append (text, " · ", _ ("none of the kinds of units in the register"));
  append_codes (text, bv_unit_kinds, path->unit_kinds);
  append_codes (text, bv_person_worker_classes, path->worker_classes);
  append_codes (text, bv_unit_kinds, path->workplaces);
  append (text, " · ", manners);
  if (path->is_simplified)
    append (text, " · ", _ ("Simplified procedure"));
  return g_string_free (text, FALSE);
}

/* 1500 → "1,5" */
static char *
format_thousandths (gint64 value)
{
  return bv_number_format_trim ((double) value / 1000, 3);
}

char *
bv_regime_describe_bonus (const BvBonusRule *bonus)
{
  GString *text = g_string_new (NULL);
  g_autofree char *coefficient = format_thousandths (bonus->coefficient);
  g_autofree char *first = g_strdup_printf (
    bonus->is_ceiling ? _ ("at most %s × base salary") : _ ("%s × base salary"), coefficient);

  append (text, "; ", first);
  if (bonus->unit_factor != 0)
    {
      g_autofree char *factor = format_thousandths (bonus->unit_factor);
      g_autofree char *part = g_strdup_printf (_ ("for a unit × %s"), factor);

      append (text, "; ", part);
    }
  if (bonus->household_factor != 0)
    {
      g_autofree char *factor = format_thousandths (bonus->household_factor);
      g_autofree char *part = g_strdup_printf (_ ("for a household × %s"), factor);

      append (text, "; ", part);
    }
  else if (bonus->household_is_unknown)
    append (text, "; ", _ ("for a household: not known"));
  return g_string_free (text, FALSE);
}

char *
bv_regime_describe_note (const BvLawNote *note)
{
  if (note == NULL)
    return g_strdup (_ ("The regime says nothing of it."));
  if (note->said == BV_SAID_RULE)
    return g_strdup (note->text);
  if (note->text != NULL)
    return g_strdup_printf ("%s. %s.", note->said == BV_SAID_NONE ? _ ("None") : _ ("Not known"),
                            note->text);
  return g_strdup (note->said == BV_SAID_NONE ? _ ("None") : _ ("Not known"));
}

const BvOpinionRule *
bv_regime_find_opinion (const BvRegime *regime, const BvRegimeAward *award, BvLevel level)
{
  if (award != NULL && award->opinion != NULL)
    return award->opinion;
  if (regime != NULL && regime->opinion != NULL && (regime->opinion->levels & (1u << level)) != 0)
    return regime->opinion;
  return NULL;
}

char *
bv_regime_describe_opinion (const BvOpinionRule *opinion, const char *value)
{
  int days = opinion->rule != NULL && value != NULL ? atoi (value) : opinion->days;

  return g_strdup_printf (
    opinion->is_working
      ? g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days", (gulong) days)
      : g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days),
    days);
}

char *
bv_regime_describe_form (const BvPaperForm *form)
{
  if (form->is_unknown)
    /* TRANSLATORS: title of a form, then where it stands. */
    return g_strdup_printf (_ ("%1$s (%2$s; its number is not known)"), form->title, form->number);
  return g_strdup_printf ("%s: %s", form->number, form->title);
}

/* The share that holds: the office's, when it set one, else the law's. */
static gboolean
choose_fraction (const BvFraction *law, const char *rule, const char *value, BvFraction *fraction)
{
  const BvSetting *setting = rule != NULL ? bv_setting_find (rule) : NULL;

  *fraction = *law;
  if (setting != NULL && value != NULL)
    bv_setting_value_to_fraction (setting, value, fraction, NULL);
  return fraction->denominator != 0 && fraction->numerator != 0;
}

static char *
format_share (const BvFraction *fraction)
{
  if (fraction->denominator == 100)
    return g_strdup_printf ("%" G_GINT64_FORMAT " %%", fraction->numerator);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, fraction->numerator,
                          fraction->denominator);
}

char *
bv_regime_describe_quota (const BvRegime *regime, const BvQuota *quota, const char *value)
{
  g_autoptr (GString) awards = g_string_new (NULL);
  g_autofree char *share = NULL;
  BvFraction fraction;

  if (!choose_fraction (&quota->fraction, quota->rule, value, &fraction))
    return g_strdup (_ ("No quota is set."));
  for (guint i = 0; quota->of_awards[i] != NULL; i++)
    append (awards, ", ", bv_regime_find_award (regime, quota->of_awards[i])->abbreviation);
  share = format_share (&fraction);
  /* TRANSLATORS: a share such as 15 %, and short names of awards */
  return g_strdup_printf (_ ("At most %s of those in the unit who hold %s for the year"), share,
                          awards->str);
}

char *
bv_regime_describe_vote (const BvVoteRule *vote, const char *value, const char *base)
{
  gboolean of_present = vote->rule != NULL && base != NULL ? g_str_equal (base, "present")
                                                           : vote->of_present;
  g_autofree char *share = NULL;
  BvFraction fraction;

  if (!choose_fraction (&vote->fraction, vote->rule, value, &fraction))
    return g_strdup ("");
  share = bv_fraction_get_label (&fraction);
  /* TRANSLATORS: %s is a share: "at least 90 %", "more than 1/2" */
  if (vote->is_secret)
    return g_strdup_printf (of_present ? _ ("By secret ballot: %s of the members present")
                                       : _ ("By secret ballot: %s of all members"),
                            share);
  return g_strdup_printf (of_present ? _ ("By vote: %s of the members present")
                                     : _ ("By vote: %s of all members"),
                          share);
}

char *
bv_regime_describe_dates (const char *from_date, const char *to_date)
{
  g_autofree char *from = from_date != NULL ? bv_date_format_short (from_date) : NULL;
  g_autofree char *to = to_date != NULL ? bv_date_format_short (to_date) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf (_ ("From %s to %s"), from, to);
  if (from != NULL)
    return g_strdup_printf (_ ("From %s"), from);
  return to != NULL ? g_strdup_printf (_ ("Until %s"), to) : g_strdup ("");
}
