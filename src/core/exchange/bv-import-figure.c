// SPDX-License-Identifier: GPL-3.0-or-later
/* Headers of figures: kind, year and period in any order of words. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-figure.h"

#include "exchange/bv-import-field.h"

#include <stdlib.h>
#include <string.h>

static const char *const quarters[] = { "Q1", "Q2", "Q3", "Q4" };
static const char *const months[] = { "M01", "M02", "M03", "M04", "M05", "M06",
                                      "M07", "M08", "M09", "M10", "M11", "M12" };

/* Words that make a column a comparison of figures rather than figures. */
static const char *const comparisons[] = { "ty le", "so sanh", "so voi",   "tang giam",
                                           "tang",  "giam",    "muc do",   "hoan thanh",
                                           "th kh", "dat",     "danh gia", "chenh lech" };

static gboolean
has_words (const char *fold, const char *words)
{
  gsize n = strlen (words);

  for (const char *p = strstr (fold, words); p != NULL; p = strstr (p + 1, words))
    if ((p == fold || p[-1] == ' ') && (p[n] == '\0' || p[n] == ' '))
      return TRUE;
  return FALSE;
}

static int
read_quarter (const char *word)
{
  static const char *const romans[] = { "i", "ii", "iii", "iv" };

  for (int i = 0; i < 4; i++)
    if (strcmp (word, romans[i]) == 0 || (word[0] == '1' + i && word[1] == '\0'))
      return i + 1;
  return 0;
}

/* Takes years and periods out of the words; what is left says which kind it is. */
static gboolean
take_time (char **words, BvImportFigure *figure, GString *rest)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i], *next = words[i + 1];

      if (strlen (word) == 4 && strspn (word, "0123456789") == 4 && atoi (word) >= 1945
          && atoi (word) <= 2200)
        {
          if (figure->year != 0 && figure->year != atoi (word))
            return FALSE; /* "2022/2021": a comparison */
          figure->year = atoi (word);
        }
      else if (strcmp (word, "quy") == 0 && next != NULL && read_quarter (next) != 0)
        {
          figure->period = quarters[read_quarter (next) - 1];
          i++;
        }
      else if (strcmp (word, "thang") == 0 && next != NULL && atoi (next) >= 1 && atoi (next) <= 12)
        {
          figure->period = months[atoi (next) - 1];
          i++;
        }
      else if (next != NULL && strcmp (next, "thang") == 0 && atoi (word) > 0)
        return FALSE; /* "6 tháng": from January to June, which no period is */
      else if (strcmp (word, "nam") != 0 && strcmp (word, "giao") != 0)
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", word);
    }
  return TRUE;
}

gboolean
bv_import_figure_parse (const char *header, BvImportFigure *figure)
{
  static const char *const plans[] = { "ke hoach",          "kh",         "chi tieu", "muc tieu",
                                       "chi tieu ke hoach", "nghi quyet", "plan",     "target",
                                       "so ke hoach" };
  static const char *const results[] = {
    "thuc hien", "th",      "ket qua",  "ket qua thuc hien", "uoc thuc hien",
    "uoc th",    "thuc te", "dat duoc", "ket qua dat duoc",  "so lieu",
    "actual",    "result",  "uoc"
  };
  g_autofree char *fold = bv_import_fold_header (header);
  g_auto (GStrv) words = g_strsplit (fold, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  memset (figure, 0, sizeof *figure);
  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (has_words (fold, comparisons[i]) && !has_words (fold, "dat duoc"))
      return FALSE;
  if (!take_time (words, figure, rest))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if (strcmp (rest->str, plans[i]) == 0)
      {
        /* "Chỉ tiêu" alone heads the names. */
        if (strcmp (rest->str, "chi tieu") == 0 && figure->year == 0 && figure->period == NULL)
          return FALSE;
        figure->is_target = TRUE;
        figure->period = figure->period != NULL ? figure->period : "Y";
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    if (strcmp (rest->str, results[i]) == 0)
      {
        figure->period = figure->period != NULL ? figure->period : "Y";
        return TRUE;
      }
  /* "Tháng 3", "Quý I/2022": results of that period. */
  return rest->len == 0 && figure->period != NULL;
}
