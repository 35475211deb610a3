// SPDX-License-Identifier: GPL-3.0-or-later
/* The words of conditions: codes that files and tables hold, labels for people; conditions as values. Reading them is
 * in bv-regime-read-conditions.c, judging by them elsewhere. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"

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

static void
condition_free (gpointer data)
{
  bv_condition_free (data);
}

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
bv_grade_print (const char *code)
{
  static const char *const words[BV_N_GRADES] = {
    [BV_GRADE_EXCELLENT] = "Hoàn thành xuất sắc nhiệm vụ",
    [BV_GRADE_GOOD] = "Hoàn thành tốt nhiệm vụ",
    [BV_GRADE_DONE] = "Hoàn thành nhiệm vụ",
    [BV_GRADE_FAILED] = "Không hoàn thành nhiệm vụ",
    [BV_GRADE_NONE] = "Không xếp loại",
  };
  BvGrade grade;

  return bv_grade_from_code (code, &grade) ? words[grade] : code;
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

BvCondition *
bv_condition_new (void)
{
  BvCondition *self = g_new0 (BvCondition, 1);

  self->include_year = TRUE;
  return self;
}

void
bv_condition_free (BvCondition *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->article);
  g_clear_pointer (&self->of, g_ptr_array_unref);
  g_strfreev (self->awards);
  g_strfreev (self->after_awards);
  g_strfreev (self->or_awards);
  g_free (self->rule);
  g_strfreev (self->kinds);
  g_strfreev (self->absences);
  g_strfreev (self->worker_classes);
  g_strfreev (self->leader_classes);
  g_strfreev (self->levels);
  g_free (self->key);
  g_free (self);
}

static gpointer
copy_condition (gconstpointer source, gpointer user_data)
{
  const BvCondition *self = source;
  BvCondition *copy = g_new0 (BvCondition, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  copy->article = g_strdup (self->article);
  copy->of = self->of != NULL ? g_ptr_array_copy (self->of, copy_condition, NULL) : NULL;
  if (copy->of != NULL)
    g_ptr_array_set_free_func (copy->of, condition_free);
  copy->awards = g_strdupv (self->awards);
  copy->after_awards = g_strdupv (self->after_awards);
  copy->or_awards = g_strdupv (self->or_awards);
  copy->rule = g_strdup (self->rule);
  copy->kinds = g_strdupv (self->kinds);
  copy->absences = g_strdupv (self->absences);
  copy->worker_classes = g_strdupv (self->worker_classes);
  copy->leader_classes = g_strdupv (self->leader_classes);
  copy->levels = g_strdupv (self->levels);
  copy->key = g_strdup (self->key);
  return copy;
}

GPtrArray *
bv_condition_new_list (void)
{
  return g_ptr_array_new_with_free_func (condition_free);
}

BvPath *
bv_path_new (void)
{
  BvPath *self = g_new0 (BvPath, 1);

  self->conditions = bv_condition_new_list ();
  return self;
}

void
bv_path_free (BvPath *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->unit_kinds);
  g_strfreev (self->worker_classes);
  g_strfreev (self->workplaces);
  g_free (self->article);
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

BvPath *
bv_path_copy (const BvPath *self)
{
  BvPath *copy = g_new0 (BvPath, 1);

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->unit_kinds = g_strdupv (self->unit_kinds);
  copy->worker_classes = g_strdupv (self->worker_classes);
  copy->workplaces = g_strdupv (self->workplaces);
  copy->article = g_strdup (self->article);
  copy->conditions = g_ptr_array_copy (self->conditions, (GCopyFunc) copy_condition, NULL);
  g_ptr_array_set_free_func (copy->conditions, condition_free);
  return copy;
}

void
bv_quota_free (BvQuota *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->of_awards);
  g_free (self->rule);
  g_free (self->text);
  g_free (self->article);
  g_free (self);
}

BvQuota *
bv_quota_copy (const BvQuota *self)
{
  BvQuota *copy;

  if (self == NULL)
    return NULL;
  copy = g_memdup2 (self, sizeof *self);
  copy->of_awards = g_strdupv (self->of_awards);
  copy->rule = g_strdup (self->rule);
  copy->text = g_strdup (self->text);
  copy->article = g_strdup (self->article);
  return copy;
}

void
bv_vote_rule_free (BvVoteRule *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->text);
  g_free (self->article);
  g_free (self);
}

BvVoteRule *
bv_vote_rule_copy (const BvVoteRule *self)
{
  BvVoteRule *copy;

  if (self == NULL)
    return NULL;
  copy = g_memdup2 (self, sizeof *self);
  copy->rule = g_strdup (self->rule);
  copy->text = g_strdup (self->text);
  copy->article = g_strdup (self->article);
  return copy;
}

void
bv_paper_form_free (BvPaperForm *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->title);
  g_free (self->article);
  g_free (self);
}

BvPaperForm *
bv_paper_form_copy (const BvPaperForm *self)
{
  BvPaperForm *copy = g_memdup2 (self, sizeof *self);

  copy->number = g_strdup (self->number);
  copy->title = g_strdup (self->title);
  copy->article = g_strdup (self->article);
  return copy;
}
