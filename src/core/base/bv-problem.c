// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of what is wrong with a record's fields, as validating functions return them.

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-problem.h"

#include "base/bv-error.h"

void
bv_problem_free (BvProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->message);
  g_free (self);
}

GPtrArray *
bv_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bv_problem_free);
}

void
bv_problems_add (GPtrArray *problems, const char *field, int code, const char *message)
{
  BvProblem *problem = g_new0 (BvProblem, 1);

  problem->field = g_strdup (field);
  problem->code = code;
  problem->message = g_strdup (message);
  g_ptr_array_add (problems, problem);
}

const char *
bv_problems_find (GPtrArray *problems, const char *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const BvProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->field, field))
        return problem->message;
    }
  return NULL;
}

gboolean
bv_problems_check (GPtrArray *problems, GError **error)
{
  g_autoptr (GString) text = NULL;

  if (problems->len == 0)
    return TRUE;
  text = g_string_new (NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const BvProblem *problem = g_ptr_array_index (problems, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, problem->message);
    }
  g_set_error_literal (error, BV_VALUE_ERROR,
                       ((const BvProblem *) g_ptr_array_index (problems, 0))->code, text->str);
  return FALSE;
}
