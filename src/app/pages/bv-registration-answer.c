// SPDX-License-Identifier: GPL-3.0-or-later
/* One read brings all that the pane of a unit's registration shows, except the lines. On a worker thread. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-registration-answer.h"

#include "base/bv-text.h"
#include "merit/bv-registration-line.h"
#include "office/bv-register.h"

void
bv_registration_answer_free (BvRegistrationAnswer *answer)
{
  g_clear_pointer (&answer->sheet, bv_registration_free);
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_free (answer->unit_name);
  g_free (answer->state);
  g_free (answer->last_code);
  g_free (answer);
}

static void
count_lines (BvRegistrationAnswer *answer, GPtrArray *lines)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  answer->n_lines = lines->len;
  for (guint i = 0; i < lines->len; i++)
    {
      const BvRegistrationLine *line = g_ptr_array_index (lines, i);

      if (line->subject_kind == BV_SUBJECT_PERSON)
        bv_text_set (&answer->last_code, line->form_code);
      if (!g_hash_table_add (ids, (gpointer) &line->subject_id))
        continue;
      if (line->subject_kind == BV_SUBJECT_PERSON)
        answer->n_persons++;
      else if (line->subject_kind == BV_SUBJECT_UNIT)
        answer->n_units++;
      else
        answer->n_households++;
    }
}

/* A unit without a sheet: missing, or registered elsewhere. */
static gboolean
read_state (BvConnection *connection, BvRegistrationAnswer *answer, GError **error)
{
  gboolean is_exempt;

  if (answer->sheet != NULL)
    {
      answer->state = g_strdup (bv_registration_state_to_code (answer->sheet->state));
      return TRUE;
    }
  if (!bv_registration_is_exempt (connection, answer->unit_id, &is_exempt, error))
    return FALSE;
  answer->state = g_strdup (is_exempt ? "exempt" : "missing");
  return TRUE;
}

gpointer
bv_registration_answer_read (BvConnection *connection,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error)
{
  const BvRegistrationAnswer *asked = user_data;
  g_autoptr (BvRegistrationAnswer) answer = g_new0 (BvRegistrationAnswer, 1);
  g_autoptr (GPtrArray) lines = NULL;
  gint64 id;

  answer->unit_id = asked->unit_id;
  answer->unit_name = bv_register_subject_name (connection, asked->unit_id, NULL, error);
  if (answer->unit_name == NULL
      || !bv_registration_find (connection, asked->unit_id, asked->year, &id, error))
    return NULL;
  if (id != 0)
    {
      answer->sheet = bv_registration_load (connection, id, error);
      lines = answer->sheet != NULL ? bv_registration_line_list (connection, id, error) : NULL;
      if (lines == NULL)
        return NULL;
      count_lines (answer, lines);
    }
  answer->regimes = bv_regime_set_load (connection, error);
  if (answer->regimes == NULL || !read_state (connection, answer, error))
    return NULL;
  return g_steal_pointer (&answer);
}
