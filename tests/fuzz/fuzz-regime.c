// SPDX-License-Identifier: GPL-3.0-or-later
/* Any bytes as a regime file, the country's and an office's own: what is accepted can be told in words, what is refused
 * is refused in one sentence that names the file. */

#include "base/bv-error.h"
#include "fuzz.h"
#include "merit/bv-regime-words.h"

#include <string.h>

static void
check_conditions (GPtrArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      g_assert_nonnull (condition->text);
      g_assert_nonnull (condition->article);
      g_assert_nonnull (bv_condition_kind_to_code (condition->kind));
      check_conditions (condition->of);
    }
}

static void
check_award (const BvRegime *regime, const BvRegimeAward *award)
{
  g_autofree char *subjects = bv_regime_describe_subjects (award->subjects);
  g_autofree char *quota = award->quota != NULL
                             ? bv_regime_describe_quota (regime, award->quota, NULL)
                             : NULL;
  g_autofree char *vote = award->vote != NULL ? bv_regime_describe_vote (award->vote, NULL, NULL)
                                              : NULL;
  g_autofree char *bonus = award->bonus != NULL ? bv_regime_describe_bonus (award->bonus) : NULL;

  g_assert_cmpstr (subjects, !=, "");
  g_assert_cmpuint (award->deciders->len, >, 0);
  for (guint i = 0; i < award->paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (award->paths, i);
      g_autofree char *scope = bv_regime_describe_path (path);

      g_assert_true (g_utf8_validate (scope, -1, NULL));
      check_conditions (path->conditions);
    }
}

static void
check (BvRegimeSet *set, const GError *error)
{
  if (set == NULL)
    {
      g_assert_true (error->domain == BV_VALUE_ERROR);
      g_assert_nonnull (strstr (error->message, "regimes/x.json"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  for (guint i = 0; i < bv_regime_set_get_regimes (set)->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (bv_regime_set_get_regimes (set), i);

      for (guint k = 0; k < regime->awards->len; k++)
        check_award (regime, g_ptr_array_index (regime->awards, k));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char base[] =
    "{\"format\":2,\"id\":\"luat-2022-nd98\",\"name\":\"B\",\"from\":\"2024-01-01\",\"to\":\"2024-"
    "12-31\","
    "\"citations\":[{\"text\":\"L\",\"verified\":true}],\"awards\":[{\"code\":\"LDTT\",\"name\":"
    "\"B\","
    "\"abbreviation\":\"B\",\"kind\":\"title\",\"subjects\":[\"person\"],\"deciders\":[{\"level\":"
    "\"unit\",\"who\":\"W\"}],\"article\":\"1\",\"verified\":true}]}";
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) elder = g_bytes_new_static (base, sizeof base - 1);
  BvRegimeFile file = { "regimes/x.json", bytes };
  BvRegimeFile country = { "regimes/base.json", elder };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) own_error = NULL;
  g_autoptr (BvRegimeSet) alone = bv_regime_set_new_from_files (&file, 1, NULL, 0, &error);
  g_autoptr (BvRegimeSet) own = bv_regime_set_new_from_files (&country, 1, &file, 1, &own_error);

  check (alone, error);
  check (own, own_error);
  return 0;
}
