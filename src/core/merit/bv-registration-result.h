// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-types.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Registered – achieved – awarded: one row for every line of a sheet that was received or approved, and one for every
 * title of merit that was given in the year to somebody whom no sheet names. A line is achieved when an issued decision
 * gives its title for that year to its subject, or to the unit that took its place, and nobody took it back. */

/** The outcomes: "achieved", "proposed" (stands on a nomination), "open" (not decided yet), "missed" (registered, not
 * achieved), "unregistered" (awarded without registering). The last two are alarms. */
extern const BvChoice bv_registration_outcomes[];

/** Columns of bv_registration_result_source(). A row's id is that of the line, or less than 0 that of the award. */
typedef enum
{
  BV_REGISTRATION_RESULT_COLUMN_NAME,
  BV_REGISTRATION_RESULT_COLUMN_UNIT, /* that registers; of an award that nobody registered: above its own unit */
  BV_REGISTRATION_RESULT_COLUMN_FORM_CODE,
  BV_REGISTRATION_RESULT_COLUMN_GRADE,         /* rating of the year, code; "" when none */
  BV_REGISTRATION_RESULT_COLUMN_AWARDED,       /* all awards of the year: codes between ", " */
  BV_REGISTRATION_RESULT_COLUMN_DECISION,      /* that gave the title: "125/QĐ-UBND"; "" */
  BV_REGISTRATION_RESULT_COLUMN_DECISION_DATE, /* ISO, NULL */
  BV_REGISTRATION_RESULT_COLUMN_OUTCOME,       /* a code of bv_registration_outcomes */
  BV_REGISTRATION_RESULT_COLUMN_KIND,          /* BvSubjectKind */
  BV_REGISTRATION_RESULT_COLUMN_SUBJECT_ID,
  BV_REGISTRATION_RESULT_COLUMN_UNIT_ID,
  BV_REGISTRATION_RESULT_COLUMN_SHEET_ID,    /* 0 for an award that nobody registered */
  BV_REGISTRATION_RESULT_COLUMN_DECISION_ID, /* 0 when nothing gave the title */
} BvRegistrationResultColumn;

/** BvRegistrationResultFilter: members at 0 or %NULL do not restrict. */
typedef struct
{
  int year;
  gint64 unit_id;      /* with the units that went before or came after it */
  const char *outcome; /* a code, or "alarm" for both alarms */
  const char *form_code;
  const char *search; /* in the name; as typed */
} BvRegistrationResultFilter;

/** In the order of the organisation. @regimes says which awards are titles. */
BvRowSource *
bv_registration_result_source (BvRegimeSet *regimes, const BvRegistrationResultFilter *filter);
/** The same rows, read at once: (element-type BvRow) (transfer full). */
GPtrArray *bv_registration_result_list (BvConnection *connection,
                                        BvRegimeSet *regimes,
                                        const BvRegistrationResultFilter *filter,
                                        GError **error);

/** BvRegistrationFigure: the sums of one title, of one unit, or of all. */
typedef struct
{
  char *form_code;    /* "" in sums of units */
  gint64 unit_id;     /* 0 in sums of titles */
  char *unit_name;    /* "" likewise */
  guint n_registered; /* lines */
  guint n_achieved;   /* lines whose title was given */
  guint n_open;       /* not decided yet, with those proposed */
  guint n_missed;     /* registered, not achieved */
  guint n_awarded;    /* titles given, with those that nobody registered */
  guint n_unregistered;
} BvRegistrationFigure;

/** With all that it owns; %NULL is let be. */
void bv_registration_figure_free (BvRegistrationFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegistrationFigure, bv_registration_figure_free)

/* From a list of rows, in the order of their first appearance (titles: in that of the law), and one sum of all; pure.
 * (element-type BvRegistrationFigure) (transfer full) */
GPtrArray *bv_registration_figures_by_title (BvRegimeSet *regimes, GPtrArray *rows);
GPtrArray *bv_registration_figures_by_unit (GPtrArray *rows);
BvRegistrationFigure *bv_registration_figures_sum (GPtrArray *rows);

G_END_DECLS
