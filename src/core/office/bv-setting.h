// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-money.h"
#include "base/bv-name.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Settings of the office, kept in its file, so that they travel with it and are undone like any
 * other act. A key that was never set has the default named here. (Settings of the window, such as
 * its size, live in GSettings.) */

/** "given-middle-family" (default), "given-rest", "plain". */
#define BV_SETTING_NAME_ORDER "name-order"
/** Flags of BvWordsStyle as a number; default 0: linh, nghìn, no "chẵn". */
#define BV_SETTING_WORDS_STYLE "words-style"
/** "year" (default): ledger numbers begin at 1 each year; "form-year": each form and year;
 * "continuous". */
#define BV_SETTING_LEDGER_SCOPE "ledger-scope"
/** The year that pages open on; default 0: that of today. */
#define BV_SETTING_WORKING_YEAR "working-year"
/** Share of the plan in percent from which an unmet indicator is "nearly met"; default 90. */
#define BV_SETTING_NEARLY_PERCENT "nearly-percent"
/** Decimals of scores; default 2. */
#define BV_SETTING_SCORE_DECIMALS "score-decimals"
/** Largest bonus of one criterion, in percent of its points; default 10. DOMAIN 6.5. */
#define BV_SETTING_SCORE_BONUS_PERCENT "score-bonus-percent"

typedef enum
{
  BV_LEDGER_SCOPE_YEAR,
  BV_LEDGER_SCOPE_FORM_YEAR,
  BV_LEDGER_SCOPE_CONTINUOUS,
} BvLedgerScope;

/* Choices for a preferences window. */
extern const BvChoice bv_setting_name_orders[];
extern const BvChoice bv_setting_ledger_scopes[];

/** (transfer full): the value or its default; %NULL on error, also for a key that does not
 * exist. */
char *bv_setting_get (BvConnection *connection, const char *key, GError **error);
/** bv_setting_get_int: a number; the default, with @error set, when the file cannot be read. */
gint64 bv_setting_get_int (BvConnection *connection, const char *key, GError **error);

BvNameOrder bv_setting_get_name_order (BvConnection *connection, GError **error);
BvWordsStyle bv_setting_get_words_style (BvConnection *connection, GError **error);
BvLedgerScope bv_setting_get_ledger_scope (BvConnection *connection, GError **error);

/**
 * bv_setting_set: inside an act. An unknown key gives %BV_VALUE_ERROR_UNKNOWN, a value the key does
 * not allow %BV_VALUE_ERROR_RANGE. Setting the name order rewrites the sort keys of all persons.
 */
gboolean
bv_setting_set (BvConnection *connection, const char *key, const char *value, GError **error);

/** bv_setting_list_keys: all keys, %NULL-terminated, static. */
const char *const *bv_setting_list_keys (void);
const char *bv_setting_default (const char *key);

/** bv_setting_save: as one act: "Change setting “…”". A new name order is a bulk act:
 * it takes a second or two for 100,000 people, so the window calls it on a worker. */
gboolean bv_setting_save (BvStore *store,
                          const char *key,
                          const char *value,
                          gint64 *act_id,
                          GError **error);

G_END_DECLS
