// SPDX-License-Identifier: GPL-3.0-or-later
/* Any text as the findings that a nomination keeps: what is read is whole down to the last record, what is not is
 * refused in one sentence. */

#include "base/bv-error.h"
#include "fuzz.h"
#include "merit/bv-eligibility.h"

static void
check_findings (GPtrArray *findings, guint depth)
{
  g_assert_cmpuint (depth, <, 100);
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      g_assert_nonnull (finding->requirement);
      g_assert_nonnull (finding->article);
      g_assert_nonnull (finding->explanation);
      g_assert_nonnull (finding->remedy);
      g_assert_nonnull (finding->key);
      g_assert_nonnull (bv_condition_kind_to_code (finding->kind));
      g_assert_nonnull (bv_verdict_to_code (finding->verdict));
      for (guint r = 0; r < finding->records->len; r++)
        {
          const BvFindingRecord *record = g_ptr_array_index (finding->records, r);

          g_assert_nonnull (record->kind);
          g_assert_nonnull (record->label);
          g_assert_nonnull (record->page_kind);
        }
      check_findings (finding->of, depth + 1);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvFrozenFindings) frozen = bv_frozen_findings_parse (json, &error);

  g_assert_true ((frozen == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == BV_VALUE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_nonnull (frozen->regime_id);
  g_assert_nonnull (frozen->regime_name);
  g_assert_nonnull (frozen->form_code);
  g_assert_nonnull (frozen->path);
  g_assert_nonnull (frozen->when);
  g_assert_nonnull (frozen->reason);
  g_assert_cmpint (frozen->year, <=, 9999);
  check_findings (frozen->findings, 0);
  return 0;
}
