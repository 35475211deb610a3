// SPDX-License-Identifier: GPL-3.0-or-later
/* The words of conditions: every code goes there and back, and has a label. */

#include "merit/bv-condition.h"

static void
test_codes (void)
{
  BvGrade grade;
  BvScope scope;
  BvSanction sanction;
  BvConditionKind kind;

  for (int i = 0; i < BV_N_GRADES; i++)
    {
      g_assert_true (bv_grade_from_code (bv_grade_to_code (i), &grade));
      g_assert_cmpint (grade, ==, i);
      g_assert_cmpstr (bv_grade_get_label (i), !=, "");
    }
  for (int i = 0; i < BV_N_SCOPES; i++)
    {
      g_assert_true (bv_scope_from_code (bv_scope_to_code (i), &scope));
      g_assert_cmpint (scope, ==, i);
      g_assert_cmpstr (bv_scope_get_label (i), !=, "");
    }
  for (int i = 0; i < BV_N_SANCTIONS; i++)
    {
      g_assert_true (bv_sanction_from_code (bv_sanction_to_code (i), &sanction));
      g_assert_cmpint (sanction, ==, i);
      g_assert_cmpstr (bv_sanction_get_label (i), !=, "");
      g_assert_cmpint (bv_sanction_is_pending (i), ==, i >= BV_SANCTION_COMPLAINT);
    }
  for (int i = 0; i < BV_N_CONDITION_KINDS; i++)
    {
      g_assert_true (bv_condition_kind_from_code (bv_condition_kind_to_code (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_cmpint (BV_N_CONDITION_KINDS, ==, BV_CONDITION_ATTESTED + 1);
  g_assert_cmpstr (bv_grade_to_code (BV_GRADE_FAILED), ==, "KHT");
  g_assert_cmpstr (bv_grade_print ("HTXS"), ==, "Hoàn thành xuất sắc nhiệm vụ");
  g_assert_cmpstr (bv_grade_print ("KXL"), ==, "Không xếp loại");
  g_assert_cmpstr (bv_grade_print ("A"), ==, "A");
  g_assert_cmpstr (bv_condition_kind_to_code (BV_CONDITION_NOT_WITH), ==, "not_with");
  g_assert_false (bv_grade_from_code ("A", &grade));
  g_assert_false (bv_grade_from_code (NULL, &grade));
  g_assert_false (bv_scope_from_code ("", &scope));
  g_assert_false (bv_sanction_from_code ("death", &sanction));
  g_assert_false (bv_condition_kind_from_code ("magic", &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition/codes", test_codes);
  return g_test_run ();
}
