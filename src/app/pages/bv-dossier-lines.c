// SPDX-License-Identifier: GPL-3.0-or-later
/* The columns of the nominations of a dossier, and what their cells know beyond their row. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-dossier-lines.h"

#include "merit/bv-nomination.h"
#include "pages/bv-dossier-answer.h"
#include "widgets/bv-findings-view.h"

#include <glib/gi18n.h>

/* By id of the nomination, for the cells of the list, which know only their row. Main thread. */
static GHashTable *known_lines;

static const BvDossierLine *
find_line (BvRow *row)
{
  gint64 id = bv_row_get_id (row);

  return known_lines != NULL ? g_hash_table_lookup (known_lines, &id) : NULL;
}

static char *
format_position (BvRow *row, guint column)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, bv_row_get_int (row, column));
}

static char *
format_form (BvRow *row, guint column)
{
  const BvDossierLine *line = find_line (row);

  return g_strdup (line != NULL ? line->award : bv_row_get_text (row, column));
}

/* One that is returned or withdrawn says so instead. */
static char *
format_verdict (BvRow *row, guint column)
{
  const BvDossierLine *line = find_line (row);
  const char *state = bv_row_get_text (row, BV_NOMINATION_COLUMN_STATE);

  if (*state != '\0' && !g_str_equal (state, "proposed"))
    return g_strdup (bv_choice_label (bv_nomination_states, state));
  return g_strdup (line != NULL && line->has_verdict ? bv_verdict_get_label (line->verdict) : "");
}

static const char *
icon_verdict (BvRow *row, guint column)
{
  const BvDossierLine *line = find_line (row);
  const char *state = bv_row_get_text (row, BV_NOMINATION_COLUMN_STATE);

  if (*state != '\0' && !g_str_equal (state, "proposed"))
    return "action-unavailable-symbolic";
  return line != NULL && line->has_verdict ? bv_verdict_get_icon_name (line->verdict) : NULL;
}

static char *
format_papers (BvRow *row, guint column)
{
  const BvDossierLine *line = find_line (row);

  return g_strdup (line != NULL ? line->papers : "");
}

static char *
format_flags (BvRow *row, guint column)
{
  const BvDossierLine *line = find_line (row);

  return g_strdup (line != NULL ? line->flags : "");
}

static const BvListColumn columns[] = {
  { "position", N_ ("No."), BV_LIST_COLUMN_TEXT, BV_NOMINATION_COLUMN_POSITION, 40, FALSE, TRUE,
    format_position, NULL },
  { "verdict", N_ ("By the law"), BV_LIST_COLUMN_TEXT, BV_NOMINATION_COLUMN_STATE, 156, FALSE,
    FALSE, format_verdict, icon_verdict },
  { "name", N_ ("Name"), BV_LIST_COLUMN_TITLE, BV_NOMINATION_COLUMN_NAME, 0, FALSE, FALSE, NULL,
    NULL },
  { "form", N_ ("For"), BV_LIST_COLUMN_TEXT, BV_NOMINATION_COLUMN_FORM_CODE, 78, FALSE, FALSE,
    format_form, NULL },
  { "papers", N_ ("Files"), BV_LIST_COLUMN_TEXT, BV_NOMINATION_COLUMN_N_EVIDENCE, 64, FALSE, FALSE,
    format_papers, NULL },
  { "flags", N_ ("Remarks"), BV_LIST_COLUMN_TEXT, BV_NOMINATION_COLUMN_IS_POSTHUMOUS, 112, FALSE,
    FALSE, format_flags, NULL },
  { "detail", N_ ("Post and unit"), BV_LIST_COLUMN_TEXT, BV_NOMINATION_COLUMN_DETAIL, 200, FALSE,
    TRUE, NULL, NULL },
  { "achievement", N_ ("Achievement"), BV_LIST_COLUMN_TEXT, BV_NOMINATION_COLUMN_ACHIEVEMENT, 240,
    FALSE, TRUE, NULL, NULL },
};

const BvListColumn *
bv_dossier_lines_get_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

void
bv_dossier_lines_set_known (GHashTable *lines)
{
  g_clear_pointer (&known_lines, g_hash_table_unref);
  known_lines = lines;
}

gint64
bv_dossier_lines_find_newest (void)
{
  GHashTableIter iter;
  gpointer id;
  gint64 newest = 0;

  if (known_lines == NULL)
    return 0;
  g_hash_table_iter_init (&iter, known_lines);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    newest = MAX (newest, *(gint64 *) id);
  return newest;
}
