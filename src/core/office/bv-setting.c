// SPDX-License-Identifier: GPL-3.0-or-later
/* Settings of the office, with their defaults and the values they allow, in one table. */

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

static const struct
{
  const char *key;
  const char *label;
  const char *value;       /* default */
  const BvChoice *choices; /* NULL: a whole number within the limits below */
  gint64 minimum, maximum;
} settings[] = {
  { BV_SETTING_NAME_ORDER, N_ ("Order of names"), "given-middle-family", bv_setting_name_orders, 0,
    0 },
  { BV_SETTING_WORDS_STYLE, N_ ("Numbers in words"), "0", NULL, 0,
    BV_WORDS_LE | BV_WORDS_NGAN | BV_WORDS_CHAN },
  { BV_SETTING_LEDGER_SCOPE, N_ ("Numbers of the ledger"), "year", bv_setting_ledger_scopes, 0, 0 },
  { BV_SETTING_WORKING_YEAR, N_ ("Working year"), "0", NULL, 0, 2200 },
  { BV_SETTING_NEARLY_PERCENT, N_ ("Nearly met from"), "90", NULL, 0, 100 },
  { BV_SETTING_SCORE_DECIMALS, N_ ("Decimals of scores"), "2", NULL, 0, 6 },
  { BV_SETTING_SCORE_BONUS_PERCENT, N_ ("Largest bonus"), "10", NULL, 0, 100 },
};

static const char *const keys[] = {
  BV_SETTING_NAME_ORDER,          BV_SETTING_WORDS_STYLE,
  BV_SETTING_LEDGER_SCOPE,        BV_SETTING_WORKING_YEAR,
  BV_SETTING_NEARLY_PERCENT,      BV_SETTING_SCORE_DECIMALS,
  BV_SETTING_SCORE_BONUS_PERCENT, NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (keys) == G_N_ELEMENTS (settings) + 1);

static int
find_setting (const char *key, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_strcmp0 (settings[i].key, key) == 0)
      return (int) i;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, _ ("There is no setting “%s”."), key);
  return -1;
}

const char *const *
bv_setting_list_keys (void)
{
  return keys;
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

static gboolean
is_allowed (int index, const char *value)
{
  gint64 number;

  if (settings[index].choices != NULL)
    return bv_choice_has (settings[index].choices, value);
  return g_ascii_string_to_signed (value, 10, settings[index].minimum, settings[index].maximum,
                                   &number, NULL);
}

gboolean
bv_setting_set (BvConnection *connection, const char *key, const char *value, GError **error)
{
  int index = find_setting (key, error);
  g_autofree char *before = NULL;

  if (index < 0)
    return FALSE;
  if (value == NULL || !is_allowed (index, value))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The setting “%s” cannot be “%s”."), _ (settings[index].label),
                   value == NULL ? "" : value);
      return FALSE;
    }
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
