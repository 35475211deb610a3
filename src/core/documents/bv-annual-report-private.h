// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-annual-report.h"
#include "office/bv-office.h"

G_BEGIN_DECLS

/* Shared by the parts of the annual report; nobody else includes this. */

/** BvReport: a report being built. */
typedef struct
{
  /* Borrowed */
  BvConnection *connection;
  const BvAnnualReport *options;
  BvDocument *document;

  /* Owned */
  BvOfficePeriod *office;
  char *period;    /* "năm 2019", "từ ngày 01/01/2019 đến ngày 30/9/2019" */
  char *selection; /* "year=2019", "from=2019-01-01&to=2019-09-30" */
  char *date;

  /* State */
  int year;
  int through_month;
  guint n_tables; /* so far: the number in a caption */
} BvReport;

/** A count in running text: below ten with a zero before it, and never parted from its @noun (nullable). */
void bv_report_add_count (BvRuns *runs, gint64 n, const char *noun, const char *query);
/** "awards?year=2022&subject=unit"; @more (nullable). (transfer full) */
char *bv_report_make_query (const BvReport *self, const char *records, const char *more);

/** Part III: the awards and their money. */
gboolean bv_report_build_awards (BvReport *self, GError **error);

G_END_DECLS
