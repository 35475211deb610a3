// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Working days of an office: Monday to Friday without public holidays, with the days that were swapped (a Saturday
 * worked for a free Monday). Built in is data/holidays.json; the office's own changes stand in table holiday.
 *
 * How days are counted: the day of receipt does not count, the next working day is day 1, and the appraisal ends with
 * its last day. Twenty working days from Monday 6 March 2023 end on Monday 3 April. */

/** BvHoliday: one day that differs from its weekday. */
typedef struct
{
  char *on_date;   /* ISO */
  char *name;      /* 'Giỗ Tổ Hùng Vương' */
  gboolean is_off; /* else a day worked, though a Saturday or a holiday of the built-in table */
  gboolean is_verified; /* read in a source, or reckoned from the moon */
  gboolean is_own;      /* the office's own entry */
} BvHoliday;

/** An empty one (id 0, texts "", those that may be absent %NULL, a day off), a deep copy, and its end; %NULL is let
 * be. */
BvHoliday *bv_holiday_new (void);
BvHoliday *bv_holiday_copy (const BvHoliday *self);
void bv_holiday_free (BvHoliday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHoliday, bv_holiday_free)

/** BvWorkingDays: the table. Immutable once loaded; any thread. */
typedef struct _BvWorkingDays BvWorkingDays;

/** bv_working_days_load: @connection: (nullable): %NULL reads the built-in table alone. */
BvWorkingDays *bv_working_days_load (BvConnection *connection, GError **error);
/** bv_working_days_new_from_file: strict: an unknown member, a day that does not exist or stands twice is refused with
 * the file's name and the JSON path. */
BvWorkingDays *bv_working_days_new_from_file (const char *file, GBytes *bytes, GError **error);
/** With all that it owns; %NULL is let be. */
void bv_working_days_free (BvWorkingDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWorkingDays, bv_working_days_free)

/** Whether the built-in table covers @year; else only the holidays of every year and the office's own are known. */
gboolean bv_working_days_knows (BvWorkingDays *self, int year);
gboolean bv_working_days_is_working (BvWorkingDays *self, const char *date);
/** What stands for @date, the office's own first; (transfer none) (nullable). */
const BvHoliday *bv_working_days_find (BvWorkingDays *self, const char *date);
/** All entries of @year in order, the office's own in place of the built-in ones; (element-type BvHoliday) (transfer
 * full). */
GPtrArray *bv_working_days_list (BvWorkingDays *self, int year);
/** The last day of an appraisal of @n working days received on @from; ISO, (transfer full). */
char *bv_working_days_add (BvWorkingDays *self, const char *from, int n);
/** Working days after @from up to and with @to; below 0 when @to lies before @from. */
int bv_working_days_count (BvWorkingDays *self, const char *from, const char *to);

/* ── The office's own entries (inside an act; then as acts) ──────────────────────────────── */

/** (element-type BvProblem): a date, a name for a day off, a day that changes something and is not entered yet. */
GPtrArray *bv_holiday_validate (BvConnection *connection, const BvHoliday *self, GError **error);
gboolean bv_holiday_save (BvConnection *connection, BvHoliday *self, GError **error);
/** Back to the built-in table. */
gboolean bv_holiday_delete (BvConnection *connection, const char *on_date, GError **error);
/** One act of bv_holiday_save(). */
gboolean bv_holiday_save_act (BvStore *store, BvHoliday *self, gint64 *act_id, GError **error);
/** One act of bv_holiday_delete(). */
gboolean
bv_holiday_delete_act (BvStore *store, const char *on_date, gint64 *act_id, GError **error);

G_END_DECLS
