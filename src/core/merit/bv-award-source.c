// SPDX-License-Identifier: GPL-3.0-or-later
/* Awards as the screen lists them: a decision's list, a subject's record, the sổ vàng, and the rows
 * behind any statistical figure. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award.h"

#include "merit/bv-revocation.h"
#include "store/bv-row-list.h"

/* Columns as in BvAwardColumn. */
#define ROW_SQL                                                                                    \
  "SELECT a.position, a.subject_id, s.kind, a.name_printed, a.detail_printed, a.form_code,"        \
  " a.manner, a.year, a.achievement, a.bonus_computed, a.bonus_basis,"                             \
  " coalesce (a.bonus_paid, a.bonus_computed), a.ledger_book, a.ledger_number, a.decision_id,"     \
  " d.number, d.on_date, d.level, d.issuer, a.is_posthumous, rv.on_date, rv.number"                \
  " FROM award a JOIN subject s ON s.id = a.subject_id JOIN decision d ON d.id = a.decision_id"    \
  " LEFT JOIN revocation rv ON rv.award_id = a.id AND rv.restored_on IS NULL WHERE a.id = ?1"

/* A parameter that does not restrict is 0, '' or -1, so that one text serves every filter and is prepared
 * once. The subject's predecessors come by unit_succession: a merged unit's record stays alive. */
#define IDS_SQL                                                                                    \
  "WITH RECURSIVE line (id) AS (SELECT ?2 UNION SELECT u.predecessor_id FROM unit_succession u"    \
  " JOIN line ON u.successor_id = line.id)"                                                        \
  " SELECT a.id FROM award a JOIN subject s ON s.id = a.subject_id"                                \
  " JOIN decision d ON d.id = a.decision_id LEFT JOIN unit u ON u.subject_id = a.subject_id"       \
  " WHERE (?1 = 0 OR a.decision_id = ?1) AND (?2 = 0 OR a.subject_id IN (SELECT id FROM line))"    \
  " AND (?3 = 0 OR a.year = ?3) AND (?4 = '' OR d.on_date >= ?4) AND (?5 = '' OR d.on_date <= ?5)" \
  " AND (?6 = '' OR a.form_code = ?6) AND (?7 = '' OR d.level = ?7)"                               \
  " AND (?8 = '' OR a.manner = ?8) AND (?9 = 0 OR s.kind = ?9)"                                    \
  " AND (?10 = 0 OR (s.kind = 1 AND a.leader_class = 'direct'))"                                   \
  " AND (?11 = 0 OR a.is_female) AND (?12 = 0 OR a.is_minority)"                                   \
  " AND (?13 = 0 OR coalesce (u.is_small, 0)) AND (?14 = 0 OR d.on_date IS NOT NULL)"              \
  " AND (?15 = '' OR text_matches (a.name_printed || ' ' || a.detail_printed, ?15))"               \
  " AND (?16 = '' OR " BV_AWARD_COUNTS_SQL ("a", "?16") ") ORDER BY "

static void
bind_text (BvRowSource *source, int index, const char *text)
{
  bv_row_source_bind_text (source, index, text != NULL ? text : "");
}

BvRowSource *
bv_award_source (const BvAwardFilter *filter, BvAwardOrder order)
{
  static const BvAwardFilter all = BV_AWARD_FILTER_ALL;
  BvRowSource *source;

  if (filter == NULL)
    filter = &all;
  if (order == BV_AWARD_ORDER_LEDGER)
    source = bv_row_source_new (IDS_SQL "a.ledger_number IS NULL, a.ledger_book, a.ledger_number,"
                                        " d.on_date, a.position, a.id",
                                ROW_SQL);
  else
    source = bv_row_source_new (IDS_SQL "d.on_date IS NOT NULL, d.on_date DESC, a.decision_id DESC,"
                                        " a.position, a.id",
                                ROW_SQL);
  bv_row_source_bind_int (source, 1, filter->decision_id);
  bv_row_source_bind_int (source, 2, filter->subject_id);
  bv_row_source_bind_int (source, 3, filter->year);
  bind_text (source, 4, filter->from_date);
  bind_text (source, 5, filter->to_date);
  bind_text (source, 6, filter->form_code);
  bind_text (source, 7, filter->level >= 0 ? bv_level_to_code (filter->level) : NULL);
  bind_text (source, 8, filter->manner >= 0 ? bv_manner_to_code (filter->manner) : NULL);
  bv_row_source_bind_int (source, 9, filter->subject_kind);
  bv_row_source_bind_int (source, 10, filter->only_direct);
  bv_row_source_bind_int (source, 11, filter->only_female);
  bv_row_source_bind_int (source, 12, filter->only_minority);
  bv_row_source_bind_int (source, 13, filter->only_small);
  bv_row_source_bind_int (source, 14, filter->only_issued);
  bind_text (source, 15, filter->search);
  bind_text (source, 16, filter->in_force_on);
  return source;
}
