// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

G_BEGIN_DECLS

/* The sổ vàng: running numbers of the awards this office gives. The setting "ledger-scope" says whether
 * they run on for ever, by year, or by form and year. A number once given is never given again:
 * what a removed line leaves behind is remembered in the settings "ledger-last/BOOK". */

/** bv_ledger_assign: gives numbers to the lines of a decision in list order, inside an act. A line that
 * already has a number of the right book keeps it. @date: ISO, of the decision. */
gboolean
bv_ledger_assign (BvConnection *connection, gint64 decision_id, const char *date, GError **error);

/** bv_ledger_retire: remembers the numbers of lines about to be removed. @award_id: 0 for all of
 * the decision's. */
gboolean
bv_ledger_retire (BvConnection *connection, gint64 decision_id, gint64 award_id, GError **error);

G_END_DECLS
