// SPDX-License-Identifier: GPL-3.0-or-later
/* Settings of the office, with their defaults and the values they allow, in one table. What a value means to people
 * stands in bv-setting-value.c. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-setting.h"

#include "base/bv-error.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_setting_name_orders[] = {
  { "given-middle-family", N_ ("Given name, middle name, family name"), NULL },
  { "given-rest", N_ ("Given name, then from left to right, as in a spreadsheet"), NULL },
  { "plain", N_ ("From left to right"), NULL },
  { NULL, NULL, NULL },
};

const BvChoice bv_setting_ledger_scopes[] = {
  { "year", N_ ("From 1 each year"), NULL },
  { "form-year", N_ ("From 1 for each form of commendation and year"), NULL },
  { "continuous", N_ ("Running on through the years"), NULL },
  { NULL, NULL, NULL },
};

const BvChoice bv_setting_excellent_bases[] = {
  { "good", N_ ("People rated “good”"), NULL },
  { "good-or-better", N_ ("People rated “good” or “excellent”"), NULL },
  { NULL, NULL, NULL },
};

const BvChoice bv_setting_quota_roundings[] = {
  { "floor", N_ ("Rounded down"), NULL },
  { "half-up", N_ ("Rounded to the nearest, a half up"), NULL },
  { "ceil", N_ ("Rounded up"), NULL },
  { NULL, NULL, NULL },
};

const BvChoice bv_setting_majority_bases[] = {
  { "members", N_ ("Of all members"), NULL },
  { "present", N_ ("Of the members present"), NULL },
  { NULL, NULL, NULL },
};

#define CHOICE(list) BV_SETTING_CHOICE, list, 0, 0, BV_SETTING_PLAIN
#define NUMBER(minimum, maximum, unit) BV_SETTING_NUMBER, NULL, minimum, maximum, unit
#define PERCENT BV_SETTING_NUMBER, NULL, 0, 100, BV_SETTING_PERCENT
#define POINTS BV_SETTING_NUMBER, NULL, 0, 10000, BV_SETTING_POINTS
#define FRACTION BV_SETTING_FRACTION, NULL, 0, 0, BV_SETTING_PLAIN
#define SCALE BV_SETTING_SCALE, NULL, 0, 0, BV_SETTING_PLAIN

/* The rules stand last, in the order in which they are shown. */
static const BvSetting settings[] = {
  { BV_SETTING_NAME_ORDER, N_ ("Order of names"), "given-middle-family",
    CHOICE (bv_setting_name_orders), NULL },
  { BV_SETTING_WORDS_STYLE, N_ ("Numbers in words"), "0",
    NUMBER (0, BV_WORDS_LE | BV_WORDS_NGAN | BV_WORDS_CHAN, BV_SETTING_PLAIN), NULL },
  { BV_SETTING_LEDGER_SCOPE, N_ ("Numbers of the ledger"), "year",
    CHOICE (bv_setting_ledger_scopes), NULL },
  { BV_SETTING_WORKING_YEAR, N_ ("Working year"), "0", NUMBER (0, 2200, BV_SETTING_PLAIN), NULL },
  { BV_SETTING_NEARLY_PERCENT, N_ ("Nearly met from"), "90", PERCENT, NULL },
  { BV_SETTING_SCORE_DECIMALS, N_ ("Decimals of scores"), "2", NUMBER (0, 6, BV_SETTING_PLAIN),
    NULL },
  { BV_SETTING_SCORE_BONUS_PERCENT, N_ ("Largest bonus"), "10", PERCENT, NULL },

  { BV_SETTING_RULE_CSTDCS_PERCENT, N_ ("Share of grass-roots emulation fighters, Law of 2003"),
    "15", PERCENT, "Khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP" },
  { BV_SETTING_RULE_CSTDCS_PERCENT_2022,
    N_ ("Share of grass-roots emulation fighters, Law of 2022"), "0", PERCENT,
    "Luật Thi đua, khen thưởng năm 2022 không quy định; theo quy định của tỉnh" },
  { BV_SETTING_RULE_QUOTA_ROUNDING, N_ ("Rounding of a quota"), "floor",
    CHOICE (bv_setting_quota_roundings), "Luật không quy định; theo quy chế của cơ quan" },
  { BV_SETTING_RULE_LDTT_MONTHS, N_ ("Months of work for the title of advanced worker"), "10",
    NUMBER (0, 12, BV_SETTING_MONTHS), "Nghị định 91/2017/NĐ-CP" },
  { BV_SETTING_RULE_LDTT_ABSENCE_DAYS, N_ ("Absence that excludes the title of advanced worker"),
    "40", NUMBER (1, 366, BV_SETTING_WORKING_DAYS), "Theo quy chế của cơ quan" },
  { BV_SETTING_RULE_EXCELLENT_PERCENT, N_ ("Largest share rated “excellent”"), "20", PERCENT,
    "Nghị định 48/2023/NĐ-CP; từ ngày 01/01/2026: Nghị định 335/2025/NĐ-CP" },
  { BV_SETTING_RULE_EXCELLENT_BASE, N_ ("Base of the share rated “excellent”"), "good",
    CHOICE (bv_setting_excellent_bases),
    "Nghị định 48/2023/NĐ-CP; từ ngày 01/01/2026: Nghị định 335/2025/NĐ-CP" },
  { BV_SETTING_RULE_RATING_LEAVE_MONTHS, N_ ("Leave from which nobody is rated above “good”"), "3",
    NUMBER (0, 12, BV_SETTING_MONTHS),
    "Nghị định 90/2020/NĐ-CP; từ ngày 01/01/2026: chưa đọc Nghị định 335/2025/NĐ-CP" },
  { BV_SETTING_RULE_RATING_ABSENT_MONTHS, N_ ("Leave from which nobody is rated"), "6",
    NUMBER (0, 12, BV_SETTING_MONTHS),
    "Nghị định 90/2020/NĐ-CP; từ ngày 01/01/2026: chưa đọc Nghị định 335/2025/NĐ-CP" },
  { BV_SETTING_RULE_INITIATIVE_SCALE, N_ ("Scale of points for initiatives"),
    "newness:30,effect:40,spread:20,presentation:10", SCALE,
    "Theo quy chế của Hội đồng sáng kiến" },
  { BV_SETTING_RULE_INITIATIVE_THRESHOLD, N_ ("Points from which an initiative is recognised"),
    "50", POINTS, "Theo quy chế của Hội đồng sáng kiến" },
  { BV_SETTING_RULE_INITIATIVE_DIFFERENCE, N_ ("Difference that asks for a third examiner"), "20",
    POINTS, "Theo quy chế của Hội đồng sáng kiến" },
  { BV_SETTING_RULE_QUORUM, N_ ("Quorum of the council"), "2/3", FRACTION,
    "Theo quy chế làm việc của Hội đồng" },
  { BV_SETTING_RULE_MAJORITY, N_ ("Votes an award needs when the law does not say"), ">1/2",
    FRACTION, "Theo quy chế làm việc của Hội đồng" },
  { BV_SETTING_RULE_MAJORITY_BASE, N_ ("Base of these votes"), "members",
    CHOICE (bv_setting_majority_bases), "Theo quy chế làm việc của Hội đồng" },
  { BV_SETTING_RULE_APPRAISAL_DAYS, N_ ("Time of the appraisal"), "20",
    NUMBER (1, 250, BV_SETTING_WORKING_DAYS), "Thủ tục hành chính về thi đua, khen thưởng" },
  { BV_SETTING_RULE_OPINION_DAYS, N_ ("Time of the public notice"), "10",
    NUMBER (1, 250, BV_SETTING_WORKING_DAYS),
    "Khoản 5 Điều 84 Luật Thi đua, khen thưởng năm 2022" },
  { NULL, NULL, NULL, BV_SETTING_CHOICE, NULL, 0, 0, BV_SETTING_PLAIN, NULL },
};

static const char *const *
get_keys (void)
{
  static const char *keys[G_N_ELEMENTS (settings)];
  static gsize initialised = 0;

  if (g_once_init_enter (&initialised))
    {
      for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
        keys[i] = settings[i].key;
      g_once_init_leave (&initialised, 1);
    }
  return keys;
}

static int
find_setting (const char *key, GError **error)
{
  for (guint i = 0; key != NULL && settings[i].key != NULL; i++)
    if (g_str_equal (settings[i].key, key))
      return (int) i;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, _ ("There is no setting “%s”."),
               key != NULL ? key : "");
  return -1;
}

const char *const *
bv_setting_list_keys (void)
{
  return get_keys ();
}

const char *
bv_setting_default (const char *key)
{
  int index = find_setting (key, NULL);

  return index < 0 ? NULL : settings[index].value;
}

char *
bv_setting_get (BvConnection *connection, const char *key, GError **error)
{
  int index = find_setting (key, error);
  char *value = NULL;

  if (index < 0
      || !bv_connection_query_text (connection, &value, error,
                                    "SELECT value FROM setting WHERE key = ?1", "s", key))
    return NULL;
  return value != NULL ? value : g_strdup (settings[index].value);
}

const BvSetting *
bv_setting_find (const char *key)
{
  int index = find_setting (key, NULL);

  return index < 0 ? NULL : &settings[index];
}

const BvSetting *
bv_setting_list_rules (void)
{
  guint i = 0;

  while (settings[i].article == NULL)
    i++;
  return &settings[i];
}

gint64
bv_setting_get_int (BvConnection *connection, const char *key, GError **error)
{
  g_autofree char *value = bv_setting_get (connection, key, error);
  const char *fallback = bv_setting_default (key);

  if (value == NULL)
    value = g_strdup (fallback == NULL ? "0" : fallback);
  return g_ascii_strtoll (value, NULL, 10);
}

static int
get_choice (BvConnection *connection, const char *key, const BvChoice *choices, GError **error)
{
  g_autofree char *value = bv_setting_get (connection, key, error);

  return value == NULL ? 0 : MAX (bv_choice_index (choices, value), 0);
}

BvNameOrder
bv_setting_get_name_order (BvConnection *connection, GError **error)
{
  return (BvNameOrder) get_choice (connection, BV_SETTING_NAME_ORDER, bv_setting_name_orders,
                                   error);
}

BvWordsStyle
bv_setting_get_words_style (BvConnection *connection, GError **error)
{
  return (BvWordsStyle) bv_setting_get_int (connection, BV_SETTING_WORDS_STYLE, error);
}

BvLedgerScope
bv_setting_get_ledger_scope (BvConnection *connection, GError **error)
{
  return (BvLedgerScope) get_choice (connection, BV_SETTING_LEDGER_SCOPE, bv_setting_ledger_scopes,
                                     error);
}

gboolean
bv_setting_set (BvConnection *connection, const char *key, const char *value, GError **error)
{
  int index = find_setting (key, error);
  g_autofree char *before = NULL;

  if (index < 0)
    return FALSE;
  if (!bv_setting_check (&settings[index], value, error))
    return FALSE;
  before = bv_setting_get (connection, key, error);
  if (before == NULL)
    return FALSE;
  if (g_str_equal (before, value))
    return TRUE;
  if (!bv_connection_run (connection, error,
                          "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                          " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                          "ss", key, value))
    return FALSE;
  if (!g_str_equal (key, BV_SETTING_NAME_ORDER))
    return TRUE;
  return bv_subject_sort_keys (
    connection, (BvNameOrder) bv_choice_index (bv_setting_name_orders, value), error);
}

typedef struct
{
  const char *key;
  const char *value;
} SaveArguments;

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const SaveArguments *arguments = user_data;

  return bv_setting_set (connection, arguments->key, arguments->value, error);
}

static char *
title_of (int index)
{
  return g_strdup_printf (_ ("Change the setting “%s”"), _ (settings[index].label));
}

/* Another order of names writes a row of every person. */
static BvActFlags
flags_of (int index)
{
  return g_str_equal (settings[index].key, BV_SETTING_NAME_ORDER) ? BV_ACT_BULK : BV_ACT_NONE;
}

gboolean
bv_setting_save (BvStore *store, const char *key, const char *value, gint64 *act_id, GError **error)
{
  SaveArguments arguments = { key, value };
  int index = find_setting (key, error);
  g_autofree char *title = NULL;

  if (index < 0)
    return FALSE;
  title = title_of (index);
  return bv_store_act (store, title, flags_of (index), save_cb, &arguments, NULL, act_id, error);
}
