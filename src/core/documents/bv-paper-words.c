// SPDX-License-Identifier: GPL-3.0-or-later
/* The words of the papers of a dossier: lines of its lists whatever they are read from, how many of whom, awards, posts
 * and departments as this office names them. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-document-style.h"

#include <string.h>

/* ── Lines ───────────────────────────────────────────────────────────────────────────────── */

GArray *
bv_paper_lines_from_nominations (const BvPaper *self)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BvPaperLine));

  for (guint i = 0; i < self->nominations->len; i++)
    {
      const BvNomination *one = g_ptr_array_index (self->nominations, i);
      BvPaperLine line = { .kind = one->subject_kind,
                           .name = one->name_printed,
                           .detail = one->detail_printed,
                           .form_code = one->form_code,
                           .achievement = one->achievement,
                           .is_posthumous = one->is_posthumous,
                           .nomination = one };

      g_array_append_val (lines, line);
    }
  return lines;
}

GArray *
bv_paper_lines_from_items (const BvPaper *self, int passed)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BvPaperLine));

  for (guint i = 0; i < self->items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (self->items, i);
      const BvTally *tally = g_ptr_array_index (self->tallies, i);
      BvPaperLine line = { .kind = item->subject_kind,
                           .name = item->name,
                           .detail = item->detail,
                           .form_code = item->form_code,
                           .achievement = item->achievement,
                           .tally = tally };

      if (passed < 0 || (tally->outcome == BV_OUTCOME_PASSED) == (passed == 1))
        g_array_append_val (lines, line);
    }
  return lines;
}

GArray *
bv_paper_lines_from_awards (const BvPaper *self)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BvPaperLine));

  for (guint i = 0; i < self->awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (self->awards, i);
      BvPaperLine line = { .kind = award->subject_kind,
                           .name = award->name_printed,
                           .detail = award->detail_printed,
                           .form_code = award->form_code,
                           .achievement = award->achievement,
                           .is_posthumous = award->is_posthumous,
                           .award = award };

      g_array_append_val (lines, line);
    }
  return lines;
}

BvPaperCount
bv_paper_count (GArray *lines, const char *form_code)
{
  BvPaperCount count = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const BvPaperLine *line = &g_array_index (lines, BvPaperLine, i);

      if (form_code != NULL && strcmp (form_code, line->form_code) != 0)
        continue;
      count.n_units += line->kind == BV_SUBJECT_UNIT;
      count.n_persons += line->kind == BV_SUBJECT_PERSON;
      count.n_households += line->kind == BV_SUBJECT_HOUSEHOLD;
    }
  return count;
}

static const char *const kind_nouns[] = { "tập thể", "cá nhân", "hộ gia đình" };

char *
bv_paper_count_format (const BvPaperCount *count)
{
  const guint numbers[] = { count->n_units, count->n_persons, count->n_households };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] > 0)
      {
        g_autofree char *number = bv_number_count (numbers[i]);

        g_string_append_printf (text, "%s%s" BV_NBSP "%s", text->len > 0 ? ", " : "", number,
                                kind_nouns[i]);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
bv_paper_count_name (const BvPaperCount *count)
{
  const guint numbers[] = { count->n_units, count->n_persons, count->n_households };
  g_autoptr (GString) text = g_string_new ("các ");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] > 0)
      g_string_append_printf (text, "%s%s", text->len > strlen ("các ") ? ", " : "", kind_nouns[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
bv_paper_common_achievement (GArray *lines)
{
  const char *first = lines->len > 0 ? g_array_index (lines, BvPaperLine, 0).achievement : "";

  for (guint i = 1; i < lines->len; i++)
    if (strcmp (first, g_array_index (lines, BvPaperLine, i).achievement) != 0)
      return "";
  return first;
}

static int
compare_forms (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BvPaper *self = user_data;
  const BvRegimeAward *first = bv_regime_set_find_award (self->regimes, *(const char *const *) a,
                                                         self->day);
  const BvRegimeAward *second = bv_regime_set_find_award (self->regimes, *(const char *const *) b,
                                                          self->day);

  return (first != NULL ? (int) first->order : G_MAXINT)
         - (second != NULL ? (int) second->order : G_MAXINT);
}

GPtrArray *
bv_paper_list_forms (const BvPaper *self, GArray *lines)
{
  GPtrArray *forms = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const char *code = g_array_index (lines, BvPaperLine, i).form_code;

      if (!g_ptr_array_find_with_equal_func (forms, code, g_str_equal, NULL))
        g_ptr_array_add (forms, (gpointer) code);
    }
  g_ptr_array_sort_with_data (forms, compare_forms, (gpointer) self);
  return forms;
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

void
bv_paper_replace (char **text, const char *what, const char *with)
{
  char *place = strstr (*text, what);
  char *result;

  if (place == NULL)
    return;
  result = g_strdup_printf ("%.*s%s%s", (int) (place - *text), *text, with, place + strlen (what));
  bv_text_take (text, result);
}

/* 'tỉnh Sơn La' of 'Ủy ban nhân dân tỉnh Sơn La'. */
static const char *
superior_area (const BvPaper *self)
{
  const char *prefix = "Ủy ban nhân dân ";

  return g_str_has_prefix (self->office->superior_name, prefix)
           ? self->office->superior_name + strlen (prefix)
           : "";
}

gboolean
bv_paper_has_districts (const BvRegime *regime)
{
  for (guint i = 0; regime != NULL && i < regime->awards->len; i++)
    if (bv_regime_award_is_decided_at (g_ptr_array_index (regime->awards, i), BV_LEVEL_DISTRICT))
      return TRUE;
  return FALSE;
}

/* The area that @level means in a paper of this office: its own, or that of the level right above; "" for others. */
static const char *
area_of_level (const BvPaper *self, BvLevel level)
{
  BvLevel own;

  if (!bv_level_from_code (bv_office_period_decision_level (self->office), &own))
    return "";
  if (own == level)
    return self->office->area_name;
  if (level == BV_LEVEL_PROVINCE)
    return own == BV_LEVEL_DISTRICT
               || (own == BV_LEVEL_COMMUNE && !bv_paper_has_districts (self->regime))
             ? superior_area (self)
             : "";
  return level == BV_LEVEL_DISTRICT && own == BV_LEVEL_COMMUNE
             && bv_paper_has_districts (self->regime)
           ? superior_area (self)
           : "";
}

/* The law speaks of every place of a level at once; a paper speaks of one. */
static void
name_areas (const BvPaper *self, char **name)
{
  static const struct
  {
    BvLevel level;
    const char *words;
  } levels[] = {
    { BV_LEVEL_PROVINCE, "Ủy ban nhân dân cấp tỉnh" },
    { BV_LEVEL_DISTRICT, "Ủy ban nhân dân cấp huyện" },
    { BV_LEVEL_COMMUNE, "Ủy ban nhân dân cấp xã" },
  };

  bv_paper_replace (name, " cấp tỉnh, bộ, ban, ngành", " cấp tỉnh");
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *area = area_of_level (self, levels[i].level);
      g_autofree char *body = g_strconcat ("Ủy ban nhân dân ", area, NULL);

      if (*area != '\0')
        bv_paper_replace (name, levels[i].words, body);
    }
}

/* "Anh hùng Lao động" → “Anh hùng Lao động”. */
static void
curl_quotes (char **text)
{
  while (strchr (*text, '"') != NULL)
    {
      bv_paper_replace (text, "\"", "“");
      bv_paper_replace (text, "\"", "”");
    }
}

char *
bv_paper_name_award_short (const BvPaper *self, const char *form_code)
{
  const BvRegimeAward *award = bv_regime_set_find_award (self->regimes, form_code, self->day);
  char *name;

  if (award == NULL)
    return g_strdup (form_code);
  name = g_strdup (award->name);
  if (award->kind == BV_AWARD_PRAISE)
    {
      char *of = strstr (name, " của ");

      if (of != NULL)
        *of = '\0';
    }
  name_areas (self, &name);
  curl_quotes (&name);
  return name;
}

char *
bv_paper_name_award (const BvPaper *self, const char *form_code)
{
  const BvRegimeAward *award = bv_regime_set_find_award (self->regimes, form_code, self->day);
  g_autofree char *name = NULL;

  if (award == NULL)
    return g_strdup (form_code);
  name = g_strdup (award->name);
  name_areas (self, &name);
  curl_quotes (&name);
  if (award->kind == BV_AWARD_TITLE)
    return g_strdup_printf ("danh hiệu “%s”", name);
  return g_str_has_prefix (name, "Danh hiệu ") ? bv_paper_small (name) : g_steal_pointer (&name);
}

char *
bv_paper_name_occasion (const BvPaper *self)
{
  if (self->dossier != NULL && *self->dossier->movement_name != '\0')
    return g_strdup_printf (g_str_has_prefix (self->dossier->movement_name, "Phong trào")
                              ? "tổng kết %s"
                              : "tổng kết phong trào “%s”",
                            self->dossier->movement_name);
  if (self->dossier != NULL && self->dossier->manner == BV_MANNER_SUDDEN)
    return g_strdup_printf ("về thành tích đột xuất năm %d", self->year);
  return g_strdup_printf ("năm %d", self->year);
}

static char *
change_first (const char *text, char *(*change) (const char *text, gssize length))
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = change (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

char *
bv_paper_small (const char *text)
{
  return change_first (text, g_utf8_strdown);
}

char *
bv_paper_large (const char *text)
{
  return change_first (text, g_utf8_strup);
}

char *
bv_paper_name_executors (const BvOfficePeriod *period, const BvRegime *regime)
{
  g_autofree char *head = bv_office_period_department_head (period);
  const char *level = period->level;
  const char *office;

  if (strcmp (level, "ministry_unit") == 0)
    office = "Chánh Văn phòng";
  else if (strcmp (level, "province") == 0)
    office = "Chánh Văn phòng Ủy ban nhân dân tỉnh";
  else if (strcmp (level, "commune") == 0 && bv_paper_has_districts (regime))
    office = "Công chức Văn phòng - Thống kê"; /* communes had no Văn phòng before the two levels */
  else
    office = "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân";
  return strcmp (office, head) == 0 ? g_steal_pointer (&head)
                                    : g_strdup_printf ("%s, %s", office, head);
}

/* "Điều 75 khoản 1 điểm d Luật …" as a paper cites it: "điểm d khoản 1 Điều 75 Luật …". */
char *
bv_paper_name_article (const char *article)
{
  g_autoptr (GRegex)
    parts = g_regex_new ("^(Điều \\S+),? khoản (\\S+?)(?:,? điểm (\\S+?))?(?=\\s|$)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *chief = NULL;
  g_autofree char *clause = NULL;
  g_autofree char *point = NULL;
  int end;

  if (!g_regex_match (parts, article, 0, &match) || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return g_str_has_prefix (article, "Điểm ") || g_str_has_prefix (article, "Khoản ")
             ? bv_paper_small (article)
             : g_strdup (article);
  chief = g_match_info_fetch (match, 1);
  clause = g_match_info_fetch (match, 2);
  point = g_match_info_fetch (match, 3);
  return point != NULL && *point != '\0'
           ? g_strdup_printf ("điểm %s khoản %s %s%s", point, clause, chief, article + end)
           : g_strdup_printf ("khoản %s %s%s", clause, chief, article + end);
}

char *
bv_paper_full_number (const BvPaper *self, const char *number, BvIssuer issuer, const char *type)
{
  if (*number == '\0' || strchr (number, '/') != NULL)
    return g_strdup (number);
  return bv_office_period_number (self->office, issuer, g_ascii_strtoll (number, NULL, 10), type);
}

char *
bv_paper_long_date (const char *date)
{
  return date != NULL ? bv_date_format_long (date) : g_strdup ("ngày …… tháng …… năm ………");
}

char *
bv_paper_percent (gint64 part, gint64 whole)
{
  gint64 tenths;

  if (whole <= 0)
    return g_strdup ("–");
  tenths = (part * 2000 + whole) / (2 * whole);
  return tenths % 10 == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "%%", tenths / 10)
                          : g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "%%",
                                             tenths / 10, tenths % 10);
}
