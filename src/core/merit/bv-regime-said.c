// SPDX-License-Identifier: GPL-3.0-or-later
/* What a regime says besides conditions: what is handed over with an award, how long the public is asked, what is paid for
 * several awards at once; and where it says that there is nothing, or that the law was not read. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"

#include "base/bv-text.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} cases[BV_N_SEVERAL] = {
  [BV_SEVERAL_SAME_ACHIEVEMENT] = { "same_achievement",
                                    N_ ("Several titles for the same achievement") },
  [BV_SEVERAL_DIFFERENT_PERIODS] = { "different_periods",
                                     N_ ("Several titles for different periods") },
  [BV_SEVERAL_DIFFERENT_ACHIEVEMENTS] = { "different_achievements",
                                          N_ ("Several forms for different achievements") },
  [BV_SEVERAL_TITLE_AND_FORM] = { "title_and_form", N_ ("A title and a form of commendation") },
};

static const BvReaderWord pays[] = {
  { "unknown", BV_PAY_UNKNOWN },
  { "each", BV_PAY_EACH },
  { "highest", BV_PAY_HIGHEST },
  { "one", BV_PAY_ONE },
  { NULL, 0 },
};

static const BvReaderWord levels[] = {
  { "state", BV_LEVEL_STATE },       { "province", BV_LEVEL_PROVINCE },
  { "district", BV_LEVEL_DISTRICT }, { "commune", BV_LEVEL_COMMUNE },
  { "unit", BV_LEVEL_UNIT },         { NULL, 0 },
};

/* ── Values ──────────────────────────────────────────────────────────────────────────────── */

const char *
bv_several_case_get_label (BvSeveralCase which)
{
  g_return_val_if_fail ((guint) which < BV_N_SEVERAL, "");
  return _ (cases[which].label);
}

const char *
bv_pay_get_label (BvPay pay)
{
  switch (pay)
    {
    case BV_PAY_EACH:
      /* TRANSLATORS: of several awards at once: each bonus is paid */
      return _ ("each is paid");
    case BV_PAY_HIGHEST:
      return _ ("the highest amount alone is paid");
    case BV_PAY_ONE:
      return _ ("one achievement gets one award");
    case BV_PAY_UNSAID:
    case BV_PAY_UNKNOWN:
    default:
      return _ ("not known");
    }
}

void
bv_law_note_free (BvLawNote *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->article);
  g_free (self);
}

BvLawNote *
bv_law_note_copy (const BvLawNote *self)
{
  BvLawNote *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (BvLawNote, 1);
  *copy = *self;
  copy->text = g_strdup (self->text);
  copy->article = g_strdup (self->article);
  return copy;
}

void
bv_opinion_rule_free (BvOpinionRule *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->text);
  g_free (self->article);
  g_free (self);
}

BvOpinionRule *
bv_opinion_rule_copy (const BvOpinionRule *self)
{
  BvOpinionRule *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (BvOpinionRule, 1);
  *copy = *self;
  copy->rule = g_strdup (self->rule);
  copy->text = g_strdup (self->text);
  copy->article = g_strdup (self->article);
  return copy;
}

static void
clear_rule (BvPayRule *rule)
{
  g_clear_pointer (&rule->text, g_free);
  g_clear_pointer (&rule->article, g_free);
  rule->pay = BV_PAY_UNSAID;
}

void
bv_pay_rules_clear (BvPayRule *rules)
{
  for (guint i = 0; i < BV_N_SEVERAL; i++)
    clear_rule (&rules[i]);
}

void
bv_pay_rules_lay_over (BvPayRule *base, const BvPayRule *over)
{
  for (guint i = 0; i < BV_N_SEVERAL; i++)
    {
      if (over[i].pay == BV_PAY_UNSAID)
        continue;
      clear_rule (&base[i]);
      base[i] = over[i];
      base[i].text = g_strdup (over[i].text);
      base[i].article = g_strdup (over[i].article);
    }
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_regime_read_note (BvReader *reader, JsonObject *parent, const char *member, BvLawNote **note)
{
  static const char *const known[] = { "none", "unknown", "text", "article", "verified", NULL };
  gsize length = reader->path->len;
  gboolean is_none = FALSE, is_unknown = FALSE, ok;
  JsonObject *object;
  BvLawNote *self;

  if (!json_object_has_member (parent, member))
    return TRUE;
  object = bv_reader_get_object (reader, parent, member);
  if (object == NULL)
    return FALSE;
  self = *note = g_new0 (BvLawNote, 1);
  g_string_append_printf (reader->path, ".%s", member);
  ok = bv_reader_check_members (reader, object, known)
       && bv_reader_read_flag (reader, object, "none", FALSE, &is_none)
       && bv_reader_read_flag (reader, object, "unknown", FALSE, &is_unknown)
       && bv_reader_read_text (reader, object, "text", !is_none && !is_unknown, &self->text)
       && bv_reader_read_text (reader, object, "article", TRUE, &self->article)
       && bv_reader_read_flag (reader, object, "verified", TRUE, &self->is_verified);
  if (ok && is_unknown && (is_none || self->is_verified))
    ok = bv_reader_fail_at (reader, is_none ? "none" : "verified",
                            _ ("what is not known was not verified"));
  self->said = is_unknown ? BV_SAID_UNKNOWN : is_none ? BV_SAID_NONE : BV_SAID_RULE;
  bv_reader_leave (reader, length);
  return ok;
}

gboolean
bv_regime_read_opinion (BvReader *reader,
                        JsonObject *parent,
                        gboolean is_of_regime,
                        BvOpinionRule **opinion)
{
  static const char *const known[] = { "days", "working", "levels",   "rule",
                                       "text", "article", "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  BvOpinionRule *self;
  gboolean ok;

  if (!json_object_has_member (parent, "opinion"))
    return TRUE;
  object = bv_reader_get_object (reader, parent, "opinion");
  if (object == NULL)
    return FALSE;
  self = *opinion = g_new0 (BvOpinionRule, 1);
  g_string_append (reader->path, ".opinion");
  ok = bv_reader_check_members (reader, object, known)
       && bv_reader_read_count (reader, object, "days", TRUE, &self->days)
       && bv_reader_read_flag (reader, object, "working", TRUE, &self->is_working)
       && bv_reader_read_bits (reader, object, "levels", is_of_regime, levels, &self->levels)
       && bv_regime_read_rule (reader, object, &self->rule)
       && bv_reader_read_text (reader, object, "text", TRUE, &self->text)
       && bv_reader_read_text (reader, object, "article", TRUE, &self->article)
       && bv_reader_read_flag (reader, object, "verified", TRUE, &self->is_verified);
  bv_reader_leave (reader, length);
  return ok;
}

static gboolean
read_pay (BvReader *reader, JsonObject *parent, const char *member, BvPayRule *rule)
{
  static const char *const known[] = { "pay", "text", "article", "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  int pay = BV_PAY_UNSAID;
  gboolean ok;

  if (!json_object_has_member (parent, member))
    return TRUE;
  object = bv_reader_get_object (reader, parent, member);
  if (object == NULL)
    return FALSE;
  g_string_append_printf (reader->path, ".%s", member);
  ok = bv_reader_check_members (reader, object, known)
       && bv_reader_read_word (reader, object, "pay", pays, &pay)
       && bv_reader_read_text (reader, object, "text", TRUE, &rule->text)
       && bv_reader_read_text (reader, object, "article", TRUE, &rule->article)
       && bv_reader_read_flag (reader, object, "verified", TRUE, &rule->is_verified);
  rule->pay = pay;
  if (ok && pay == BV_PAY_UNKNOWN && rule->is_verified)
    ok = bv_reader_fail_at (reader, "verified", _ ("what is not known was not verified"));
  bv_reader_leave (reader, length);
  return ok;
}

gboolean
bv_regime_read_several (BvReader *reader, JsonObject *regime, BvPayRule *rules)
{
  static const char *known[BV_N_SEVERAL + 1];
  gsize length = reader->path->len;
  JsonObject *object;
  gboolean ok;

  if (!json_object_has_member (regime, "several"))
    return TRUE;
  object = bv_reader_get_object (reader, regime, "several");
  if (object == NULL)
    return FALSE;
  for (guint i = 0; i < BV_N_SEVERAL; i++)
    known[i] = cases[i].name;
  g_string_append (reader->path, ".several");
  ok = bv_reader_check_members (reader, object, known);
  for (guint i = 0; ok && i < BV_N_SEVERAL; i++)
    ok = read_pay (reader, object, cases[i].name, &rules[i]);
  bv_reader_leave (reader, length);
  return ok;
}
