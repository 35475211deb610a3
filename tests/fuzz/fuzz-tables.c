// SPDX-License-Identifier: GPL-3.0-or-later
/* Any bytes as the table of public holidays and as that of the ratings: what is accepted can be reckoned with, what is
 * refused names the file. */

#include "base/bv-error.h"
#include "fuzz.h"
#include "merit/bv-rating-rule.h"
#include "merit/bv-working-days.h"

#include <string.h>

static void
check_error (const GError *error)
{
  g_assert_true (error->domain == BV_VALUE_ERROR);
  g_assert_nonnull (strstr (error->message, "x.json"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
check_holidays (BvWorkingDays *days)
{
  g_autofree char *end = bv_working_days_add (days, "2023-03-06", 20);
  g_autoptr (GPtrArray) list = bv_working_days_list (days, 2023);

  g_assert_nonnull (end);
  g_assert_cmpstr (end, >, "2023-03-06");
  for (guint i = 0; i < list->len; i++)
    {
      const BvHoliday *holiday = g_ptr_array_index (list, i);

      g_assert_cmpuint (strlen (holiday->on_date), ==, 10);
      g_assert_cmpstr (holiday->name, !=, "");
    }
}

static void
check_ratings (GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const BvRatingRule *rule = g_ptr_array_index (rules, i);

      g_assert_nonnull (rule->name);
      g_assert_nonnull (rule->cap_article);
      bv_rating_rule_leave_kinds (rule);
      if (bv_rating_rule_has_points (rule))
        for (gint64 points = 0; points <= rule->general_points + rule->result_points;
             points += 1 + rule->general_points / 7)
          g_assert_nonnull (bv_grade_to_code (bv_rating_rule_grade_of_points (rule, points)));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) days_error = NULL;
  g_autoptr (GError) rules_error = NULL;
  g_autoptr (BvWorkingDays) days = bv_working_days_new_from_file ("x.json", bytes, &days_error);
  g_autoptr (GPtrArray) rules = bv_rating_rules_parse (text, (gssize) size, "x.json", &rules_error);

  if (days != NULL)
    check_holidays (days);
  else
    check_error (days_error);
  if (rules != NULL)
    check_ratings (rules);
  else
    check_error (rules_error);
  return 0;
}
