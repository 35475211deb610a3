// SPDX-License-Identifier: GPL-3.0-or-later
/* The values of settings: which may stand, what they mean, how they are told to people. Reads no file. */

#define G_LOG_DOMAIN "bv-office"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "office/bv-setting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_CRITERIA 20
#define MOST_POINTS 1000

static const BvChoice criteria[] = {
  { "newness", NC_ ("criterion", "Newness"), "criterion" },
  { "effect", NC_ ("criterion", "Effect"), "criterion" },
  { "spread", NC_ ("criterion", "Reach"), "criterion" },
  { "presentation", NC_ ("criterion", "Presentation"), "criterion" },
  { NULL, NULL, NULL },
};

const char *
bv_setting_get_label (const BvSetting *setting)
{
  return _ (setting->label);
}

void
bv_scale_criterion_free (BvScaleCriterion *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self);
}

char *
bv_scale_criterion_get_label (const BvScaleCriterion *self)
{
  return g_strdup (bv_choice_label (criteria, self->key));
}

static BvScaleCriterion *
read_criterion (const char *text)
{
  const char *colon = strrchr (text, ':');
  BvScaleCriterion *criterion;
  gint64 points;

  if (colon == NULL || !g_ascii_string_to_signed (colon + 1, 10, 1, MOST_POINTS, &points, NULL))
    return NULL;
  criterion = g_new0 (BvScaleCriterion, 1);
  criterion->key = g_strstrip (g_strndup (text, colon - text));
  criterion->points = (int) points;
  if (*criterion->key != '\0' && strchr (criterion->key, ':') == NULL)
    return criterion;
  bv_scale_criterion_free (criterion);
  return NULL;
}

static gboolean
holds_key (GPtrArray *scale, const char *key)
{
  for (guint i = 0; i < scale->len; i++)
    if (g_str_equal (((BvScaleCriterion *) g_ptr_array_index (scale, i))->key, key))
      return TRUE;
  return FALSE;
}

GPtrArray *
bv_setting_parse_scale (const char *text, GError **error)
{
  g_autoptr (GPtrArray)
    scale = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_scale_criterion_free);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      BvScaleCriterion *criterion = read_criterion (parts[i]);

      if (criterion == NULL || holds_key (scale, criterion->key) || scale->len == MOST_CRITERIA)
        {
          bv_scale_criterion_free (criterion);
          g_set_error (
            error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
            _ ("“%s” is no criterion with its points: write each once, like newness:30, with "
               "commas between them."),
            parts[i]);
          return NULL;
        }
      g_ptr_array_add (scale, criterion);
    }
  if (scale->len > 0)
    return g_steal_pointer (&scale);
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                       _ ("A scale needs at least one criterion, like newness:30."));
  return NULL;
}

/* The codes of a list of choices: "floor, half-up, ceil". */
static char *
list_codes (const BvChoice *choices)
{
  GString *codes = g_string_new (NULL);

  for (; choices->code != NULL; choices++)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", choices->code);
  return g_string_free (codes, FALSE);
}

static char *
say_allowed (const BvSetting *setting)
{
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (setting->choices != NULL)
    return list_codes (setting->choices);
  minimum = bv_number_format_int (setting->minimum);
  maximum = bv_number_format_int (setting->maximum);
  /* TRANSLATORS: limits of a setting */
  return g_strdup_printf (_ ("a whole number from %s to %s"), minimum, maximum);
}

gboolean
bv_setting_check (const BvSetting *setting, const char *value, GError **error)
{
  g_autofree char *allowed = NULL;
  g_autoptr (GPtrArray) scale = NULL;
  g_autoptr (GError) local = NULL;
  BvFraction fraction;
  gint64 number;
  gboolean ok = FALSE;

  switch (setting->kind)
    {
    case BV_SETTING_CHOICE:
      ok = value != NULL && bv_choice_has (setting->choices, value);
      break;
    case BV_SETTING_NUMBER:
      ok = value != NULL
           && g_ascii_string_to_signed (value, 10, setting->minimum, setting->maximum, &number,
                                        NULL);
      break;
    case BV_SETTING_FRACTION:
      ok = bv_fraction_parse (value, &fraction, &local);
      break;
    case BV_SETTING_SCALE:
      scale = bv_setting_parse_scale (value, &local);
      ok = scale != NULL;
      break;
    }
  if (ok)
    return TRUE;
  if (local != NULL)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, "%s: %s",
                   bv_setting_get_label (setting), local->message);
      return FALSE;
    }
  allowed = say_allowed (setting);
  g_set_error (
    error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
    /* TRANSLATORS: title of a setting, the refused value, what may stand: "20", "a whole number from 0 to 100" */
    _ ("The setting “%s” cannot be “%s”; allowed: %s."), bv_setting_get_label (setting),
    value != NULL ? value : "", allowed);
  return FALSE;
}

gboolean
bv_setting_value_to_fraction (const BvSetting *setting,
                              const char *value,
                              BvFraction *fraction,
                              GError **error)
{
  if (!bv_setting_check (setting, value, error))
    return FALSE;
  if (setting->kind == BV_SETTING_FRACTION)
    return bv_fraction_parse (value, fraction, error);
  g_return_val_if_fail (setting->kind == BV_SETTING_NUMBER, FALSE);
  *fraction = (BvFraction){ g_ascii_strtoll (value, NULL, 10), 100, FALSE };
  return TRUE;
}

gboolean
bv_setting_get_fraction (BvConnection *connection,
                         const char *key,
                         BvFraction *fraction,
                         GError **error)
{
  g_autofree char *value = bv_setting_get (connection, key, error);

  return value != NULL
         && bv_setting_value_to_fraction (bv_setting_find (key), value, fraction, error);
}

static char *
describe_number (const BvSetting *setting, const char *value)
{
  gint64 number = g_ascii_strtoll (value, NULL, 10);
  g_autofree char *text = bv_number_format_int (number);
  gulong n = (gulong) number;

  switch (setting->unit)
    {
    case BV_SETTING_PERCENT:
      return g_strdup_printf ("%s %%", text);
    case BV_SETTING_POINTS:
      return g_strdup_printf (ngettext ("%s point", "%s points", n), text);
    case BV_SETTING_MONTHS:
      return g_strdup_printf (ngettext ("%s month", "%s months", n), text);
    case BV_SETTING_WORKING_DAYS:
      return g_strdup_printf (ngettext ("%s working day", "%s working days", n), text);
    case BV_SETTING_PLAIN:
      break;
    }
  return g_steal_pointer (&text);
}

static char *
describe_scale (const char *value)
{
  g_autoptr (GPtrArray) scale = bv_setting_parse_scale (value, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; scale != NULL && i < scale->len; i++)
    {
      const BvScaleCriterion *criterion = g_ptr_array_index (scale, i);
      g_autofree char *label = bv_scale_criterion_get_label (criterion);

      g_string_append_printf (text, "%s%s %d", text->len > 0 ? ", " : "", label, criterion->points);
    }
  return g_string_free (text, FALSE);
}

char *
bv_setting_describe (const BvSetting *setting, const char *value)
{
  BvFraction fraction;

  switch (setting->kind)
    {
    case BV_SETTING_CHOICE:
      return g_strdup (bv_choice_label (setting->choices, value));
    case BV_SETTING_NUMBER:
      return describe_number (setting, value);
    case BV_SETTING_FRACTION:
      return bv_fraction_parse (value, &fraction, NULL) ? bv_fraction_get_label (&fraction)
                                                        : g_strdup (value);
    case BV_SETTING_SCALE:
      return describe_scale (value);
    }
  return g_strdup (value);
}
