// SPDX-License-Identifier: GPL-3.0-or-later
/* Findings as values: their life, the codes and words of verdicts. Judges nothing. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-eligibility.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *label;
} verdicts[] = {
  { "met", NC_ ("verdict", "Met") },
  { "cannot_tell", NC_ ("verdict", "Cannot tell") },
  { "not_met", NC_ ("verdict", "Not met") },
};

const char *
bv_verdict_to_code (BvVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (verdicts), NULL);
  return verdicts[verdict].code;
}

gboolean
bv_verdict_from_code (const char *code, BvVerdict *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (code, verdicts[i].code) == 0)
      {
        *verdict = (BvVerdict) i;
        return TRUE;
      }
  return FALSE;
}

const char *
bv_verdict_get_label (BvVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (verdicts), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "verdict", verdicts[verdict].label);
}

const char *
bv_verdict_get_full_label (BvVerdict verdict, gboolean needs_word)
{
  if (verdict == BV_VERDICT_CANNOT_TELL)
    return needs_word ? C_ ("verdict", "Only the minutes are missing")
                      : C_ ("verdict", "Records are missing");
  return bv_verdict_get_label (verdict);
}

void
bv_finding_record_free (BvFindingRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->label);
  g_free (self->page_kind);
  g_free (self);
}

BvFinding *
bv_finding_new (void)
{
  BvFinding *self = g_new0 (BvFinding, 1);

  self->requirement = g_strdup ("");
  self->article = g_strdup ("");
  self->explanation = g_strdup ("");
  self->remedy = g_strdup ("");
  self->key = g_strdup ("");
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_record_free);
  self->of = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_free);
  return self;
}

void
bv_finding_free (BvFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->requirement);
  g_free (self->article);
  g_free (self->explanation);
  g_free (self->remedy);
  g_free (self->key);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->of);
  g_free (self);
}

void
bv_finding_add_record (BvFinding *self,
                       const char *kind,
                       gint64 id,
                       const char *label,
                       const char *page_kind,
                       gint64 page_id)
{
  BvFindingRecord *record = g_new0 (BvFindingRecord, 1);

  record->kind = g_strdup (kind);
  record->id = id;
  record->label = g_strdup (label);
  record->page_kind = g_strdup (page_kind != NULL ? page_kind : kind);
  record->page_id = page_kind != NULL ? page_id : id;
  g_ptr_array_add (self->records, record);
}

const char *
bv_eligibility_get_obstacle (const BvEligibility *self)
{
  if (self->path == NULL)
    return self->reason != NULL ? self->reason : "";
  for (guint pass = 0; self->verdict != BV_VERDICT_MET && self->findings != NULL && pass < 2;
       pass++)
    for (guint i = 0; i < self->findings->len; i++)
      {
        const BvFinding *finding = g_ptr_array_index (self->findings, i);

        if (finding->verdict != self->verdict
            || (finding->kind == BV_CONDITION_ATTESTED) != (pass == 1))
          continue;
        if (pass == 1 || (*finding->explanation == '\0' && *finding->remedy == '\0'))
          return finding->requirement;
        if (finding->verdict == BV_VERDICT_CANNOT_TELL && *finding->remedy != '\0')
          return finding->remedy;
        return *finding->explanation != '\0' ? finding->explanation : finding->remedy;
      }
  return "";
}

void
bv_eligibility_free (BvEligibility *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

void
bv_frozen_findings_free (BvFrozenFindings *self)
{
  if (self == NULL)
    return;
  g_free (self->regime_id);
  g_free (self->regime_name);
  g_free (self->form_code);
  g_free (self->path);
  g_free (self->when);
  g_free (self->reason);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}
