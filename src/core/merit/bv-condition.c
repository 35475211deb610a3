// SPDX-License-Identifier: GPL-3.0-or-later
/* The words of conditions: codes that files and tables hold, labels for people; conditions as values. Reading them is
 * in bv-regime-read-conditions.c, judging by them elsewhere. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-condition.h"

#include <glib/gi18n-lib.h>

static const char *const grade_codes[BV_N_GRADES] = { "HTXS", "HTT", "HT", "KHT", "KXL" };

static const char *const grade_labels[BV_N_GRADES] = {
  /* TRANSLATORS: annual classification of a person or unit: hoàn thành xuất sắc nhiệm vụ */
  NC_ ("grade", "Excellent"),
  /* TRANSLATORS: hoàn thành tốt nhiệm vụ */
  NC_ ("grade", "Good"),
  /* TRANSLATORS: hoàn thành nhiệm vụ */
  NC_ ("grade", "Done"),
  /* TRANSLATORS: không hoàn thành nhiệm vụ */
  NC_ ("grade", "Not done"),
  /* TRANSLATORS: không xếp loại */
  NC_ ("grade", "Not rated"),
};

static const char *const scope_codes[BV_N_SCOPES] = { "base", "province", "national" };

static const char *const scope_labels[BV_N_SCOPES] = {
  /* TRANSLATORS: reach of an initiative: cấp cơ sở */
  NC_ ("scope", "Base"),
  /* TRANSLATORS: bộ, ban, ngành, tỉnh */
  NC_ ("scope", "Province, ministry"),
  /* TRANSLATORS: toàn quốc */
  NC_ ("scope", "Nationwide"),
};

static const char *const sanction_codes[BV_N_SANCTIONS] = {
  "reprimand", "warning", "salary", "demotion", "removal", "dismissal", "complaint", "investigation"
};

static const char *const sanction_labels[BV_N_SANCTIONS] = {
  /* TRANSLATORS: form of discipline: khiển trách */
  NC_ ("sanction", "Reprimand"),
  /* TRANSLATORS: cảnh cáo */
  NC_ ("sanction", "Warning"),
  /* TRANSLATORS: hạ bậc lương */
  NC_ ("sanction", "Lower salary"),
  /* TRANSLATORS: giáng chức */
  NC_ ("sanction", "Demotion"),
  /* TRANSLATORS: cách chức */
  NC_ ("sanction", "Removal from the post"),
  /* TRANSLATORS: buộc thôi việc */
  NC_ ("sanction", "Dismissal"),
  /* TRANSLATORS: đơn thư khiếu nại, tố cáo đang giải quyết */
  NC_ ("sanction", "Complaint"),
  /* TRANSLATORS: đang thanh tra, kiểm tra, điều tra */
  NC_ ("sanction", "Investigation"),
};

static const char *const kind_codes[BV_N_CONDITION_KINDS] = {
  "all",
  "any",
  "award",
  "rating",
  "span",
  "initiative",
  "member_share",
  "member_count",
  "member_rating",
  "members_undisciplined",
  "undisciplined",
  "nothing_pending",
  "months_in_post",
  "absence",
  "years_of_existence",
  "years_of_service",
  "movement",
  "not_with",
  "not_same_achievement",
  "attested",
};

static gboolean
find_code (const char *const *codes, int n, const char *code, int *value)
{
  for (int i = 0; code != NULL && i < n; i++)
    if (g_str_equal (codes[i], code))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

const char *
bv_grade_to_code (BvGrade grade)
{
  g_return_val_if_fail ((int) grade >= 0 && grade < BV_N_GRADES, NULL);
  return grade_codes[grade];
}

gboolean
bv_grade_from_code (const char *code, BvGrade *grade)
{
  int value;

  if (!find_code (grade_codes, BV_N_GRADES, code, &value))
    return FALSE;
  *grade = value;
  return TRUE;
}

const char *
bv_grade_get_label (BvGrade grade)
{
  g_return_val_if_fail ((int) grade >= 0 && grade < BV_N_GRADES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "grade", grade_labels[grade]);
}

const char *
bv_scope_to_code (BvScope scope)
{
  g_return_val_if_fail ((int) scope >= 0 && scope < BV_N_SCOPES, NULL);
  return scope_codes[scope];
}

gboolean
bv_scope_from_code (const char *code, BvScope *scope)
{
  int value;

  if (!find_code (scope_codes, BV_N_SCOPES, code, &value))
    return FALSE;
  *scope = value;
  return TRUE;
}

const char *
bv_scope_get_label (BvScope scope)
{
  g_return_val_if_fail ((int) scope >= 0 && scope < BV_N_SCOPES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "scope", scope_labels[scope]);
}

const char *
bv_sanction_to_code (BvSanction sanction)
{
  g_return_val_if_fail ((int) sanction >= 0 && sanction < BV_N_SANCTIONS, NULL);
  return sanction_codes[sanction];
}

gboolean
bv_sanction_from_code (const char *code, BvSanction *sanction)
{
  int value;

  if (!find_code (sanction_codes, BV_N_SANCTIONS, code, &value))
    return FALSE;
  *sanction = value;
  return TRUE;
}

const char *
bv_sanction_get_label (BvSanction sanction)
{
  g_return_val_if_fail ((int) sanction >= 0 && sanction < BV_N_SANCTIONS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "sanction", sanction_labels[sanction]);
}

gboolean
bv_sanction_is_pending (BvSanction sanction)
{
  return sanction == BV_SANCTION_COMPLAINT || sanction == BV_SANCTION_INVESTIGATION;
}

const char *
bv_condition_kind_to_code (BvConditionKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < BV_N_CONDITION_KINDS, NULL);
  return kind_codes[kind];
}

gboolean
bv_condition_kind_from_code (const char *code, BvConditionKind *kind)
{
  int value;

  if (!find_code (kind_codes, BV_N_CONDITION_KINDS, code, &value))
    return FALSE;
  *kind = value;
  return TRUE;
}
