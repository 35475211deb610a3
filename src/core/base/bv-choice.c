// SPDX-License-Identifier: GPL-3.0-or-later
/* Static lists of codes and their labels. Knows nothing of what the codes mean. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-choice.h"

#include "base/bv-text.h"

#include <glib/gi18n-lib.h>

static const char *
translate (const BvChoice *choice)
{
  if (choice->context != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, choice->context, choice->label);
  /* gettext gives the catalogue's header for the empty message. */
  return choice->label[0] == '\0' ? "" : g_dgettext (GETTEXT_PACKAGE, choice->label);
}

int
bv_choice_index (const BvChoice *choices, const char *code)
{
  for (int i = 0; choices[i].code != NULL; i++)
    if (g_strcmp0 (choices[i].code, code) == 0)
      return i;
  return -1;
}

gboolean
bv_choice_has (const BvChoice *choices, const char *code)
{
  return bv_choice_index (choices, code) >= 0;
}

guint
bv_choice_count (const BvChoice *choices)
{
  guint n = 0;

  while (choices[n].code != NULL)
    n++;
  return n;
}

const char *
bv_choice_label (const BvChoice *choices, const char *code)
{
  int index = bv_choice_index (choices, code);

  return index < 0 ? code : translate (&choices[index]);
}

char **
bv_choice_labels (const BvChoice *choices)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; choices[i].code != NULL; i++)
    g_strv_builder_add (builder, translate (&choices[i]));
  return g_strv_builder_end (builder);
}

const char *
bv_choice_find (const BvChoice *choices, const char *text)
{
  g_autofree char *wanted = bv_text_fold (text);

  if (bv_choice_has (choices, text))
    return choices[bv_choice_index (choices, text)].code;
  if (wanted[0] == '\0')
    return NULL;
  for (guint i = 0; choices[i].code != NULL; i++)
    {
      g_autofree char *code = bv_text_fold (choices[i].code);
      g_autofree char *english = bv_text_fold (choices[i].label);
      g_autofree char *translated = bv_text_fold (translate (&choices[i]));

      if (g_str_equal (wanted, code) || g_str_equal (wanted, english)
          || g_str_equal (wanted, translated))
        return choices[i].code;
    }
  return NULL;
}
