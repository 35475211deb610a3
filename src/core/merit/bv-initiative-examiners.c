// SPDX-License-Identifier: GPL-3.0-or-later
/* Who scores the initiatives of a session: named for all that have nobody yet, and for those put into it later. */

#define G_LOG_DOMAIN "bv-merit"

#include "base/bv-error.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "merit/bv-initiative-private.h"
#include "merit/bv-initiative-session.h"
#include "office/bv-record.h"

#include <glib/gi18n-lib.h>

/* The sheet at @position, an empty one if there is none; (transfer full). */
static BvInitiativeSheet *
copy_sheet (GPtrArray *sheets, gint64 initiative_id, int position)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const BvInitiativeSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->position == position)
        return bv_initiative_sheet_copy (sheet);
    }
  return bv_initiative_sheet_new (initiative_id, position);
}

static gboolean
is_named (const BvInitiativeSheet *sheet)
{
  g_autofree char *unnamed = bv_initiative_sheet_default_name (sheet->position);

  return *sheet->name != '\0' && !g_str_equal (sheet->name, unnamed);
}

static gboolean
is_same_examiner (const BvInitiativeSheet *a, const BvInitiativeSheet *b)
{
  return g_str_equal (a->name, b->name) && g_str_equal (a->post, b->post)
         && a->person_id == b->person_id;
}

gboolean
bv_initiative_session_assign_examiner (BvConnection *connection,
                                       gint64 id,
                                       int position,
                                       const char *name,
                                       const char *post,
                                       GError **error)
{
  g_autoptr (BvInitiativeScale) scale = bv_initiative_scale_load (connection, error);
  g_autoptr (BvInitiativeSession) session = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n_named = 0;

  if (scale == NULL)
    return FALSE;
  if (bv_record_is_blank (name))
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("The name of the examiner is missing."));
      return FALSE;
    }
  session = bv_initiative_session_load (connection, id, error);
  if (session == NULL || !bv_initiative_session_refuse_decided (session, error))
    return FALSE;
  items = bv_initiative_session_list_items (connection, scale, id, error);
  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (items, i);
      g_autoptr (BvInitiativeSheet)
        sheet = copy_sheet (item->sheets, item->initiative->id, position);

      if (is_named (sheet) || item->initiative->state != BV_INITIATIVE_SUBMITTED)
        continue;
      bv_text_set (&sheet->name, name);
      bv_text_set (&sheet->post, post != NULL ? post : "");
      if (!bv_initiative_sheet_save (connection, sheet, error))
        return FALSE;
      n_named++;
    }
  if (n_named > 0)
    return TRUE;
  if (items->len == 0)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                 _ ("No initiative is before “%s” yet: put them there first, then name who scores "
                    "them."),
                 session->title);
  else
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                 /* TRANSLATORS: 1, 2 or 3, and the title of a session. */
                 _ ("Examiner %d is named for every initiative of “%s” already: another name is "
                    "written beside the marks of the initiative."),
                 position, session->title);
  return FALSE;
}

BvInitiativeSheet *
bv_initiative_session_find_examiner (GPtrArray *items, int position)
{
  g_autoptr (BvInitiativeSheet) common = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (items, i);
      g_autoptr (BvInitiativeSheet)
        sheet = copy_sheet (item->sheets, item->initiative->id, position);

      if (!is_named (sheet) || (common != NULL && !is_same_examiner (common, sheet)))
        return NULL;
      if (common == NULL)
        common = g_steal_pointer (&sheet);
    }
  return g_steal_pointer (&common);
}

gboolean
bv_initiative_session_take_examiner (BvConnection *connection,
                                     const BvInitiativeScale *scale,
                                     const BvInitiativeSheet *examiner,
                                     gint64 initiative_id,
                                     GError **error)
{
  g_autoptr (GPtrArray) sheets = bv_initiative_sheet_list (connection, scale, initiative_id, error);
  g_autoptr (BvInitiativeSheet) sheet = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (sheets == NULL)
    return FALSE;
  sheet = copy_sheet (sheets, initiative_id, examiner->position);
  if (is_named (sheet))
    return TRUE;
  bv_text_set (&sheet->name, examiner->name);
  bv_text_set (&sheet->post, examiner->post);
  sheet->person_id = examiner->person_id;
  problems = bv_initiative_sheet_validate (connection, scale, sheet, error);
  if (problems == NULL)
    return FALSE;
  /* Its author cannot score it: somebody else is named by hand. */
  return problems->len > 0 || bv_initiative_sheet_save (connection, sheet, error);
}
