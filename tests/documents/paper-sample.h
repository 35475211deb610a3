// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-dossier-papers.h"
#include "store/bv-store.h"

G_BEGIN_DECLS

/* An office, its council and one dossier on its way, for tests of the papers. Names are invented; every function fails
 * the test when its act fails. */

#define PAPER_SAMPLE_MEMBERS 9

/** PaperSampleTerms: which office, when, and how many. Dates are ISO. */
typedef struct
{
  const char *level; /* of the office: "district" */
  const char *area;
  const char *superior;
  const char *signer[3]; /* prefix, on whose behalf, post */
  int year;              /* of the achievement */
  const char *received;
  const char *proposed;
  const char *opinion[2];
  const char *met;
  const char *decided;
  guint n_units;
  guint n_persons;
  guint n_households;
  const char *unit_form;
  const char *person_form;
  const char *praise_form; /* of the last sixth of the people, and of the households */
  gboolean has_long_names;
  gboolean is_open; /* the council votes by show of hands */
} PaperSampleTerms;

/** The district Mường La in March 2023 with 10 units, 48 people and 2 households. */
extern const PaperSampleTerms paper_sample_district;
/** The commune Mường Bú of 2025, the same names longer. */
extern const PaperSampleTerms paper_sample_commune;
/** The province Sơn La of 2024. */
extern const PaperSampleTerms paper_sample_province;

typedef struct
{
  PaperSampleTerms terms;
  char *folder;
  BvStore *store;
  gint64 office;
  GArray *subjects; /* (element-type gint64): units, people, households */
  gint64 dossier;
  gint64 council;
  gint64 meeting;
  GArray *decisions; /* (element-type gint64) */
  guint n_typed;     /* fields that an officer typed for the papers */
} PaperSample;

void paper_sample_set_up (PaperSample *self, const PaperSampleTerms *terms);
void paper_sample_tear_down (PaperSample *self);
guint paper_sample_count (const PaperSample *self);

/* The way of the dossier, in this order. */
void paper_sample_enter (PaperSample *self);
void paper_sample_meet (PaperSample *self);
/** The last name gets four of nine votes, the one before it eight, all others nine; a lone name gets all. */
void paper_sample_vote (PaperSample *self);
/** Makes the decisions of the dossier as the program does, and issues them from @number on. */
void paper_sample_decide (PaperSample *self, guint number);
/** All of them. */
void paper_sample_go (PaperSample *self);

/** @nomination, @decision: 0 for none or the newest. (transfer full) */
BvDocument *
paper_sample_build (PaperSample *self, BvPaperKind kind, gint64 nomination, gint64 decision);
/** The text as Poppler reads it, its spaces single. @page: -1 for all; @n_pages: (out). (transfer full) */
char *paper_sample_read (BvDocument *document, int page, int *n_pages);
/** Writes PDF and ODT into the folder BV_TEST_PICTURES, if there is one. */
void paper_sample_keep (BvDocument *document, const char *name);
/** Fails, with the text in the log. */
void paper_sample_assert_has (const char *text, const char *what);
guint paper_sample_count_text (const char *text, const char *what);

G_END_DECLS
