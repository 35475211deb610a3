// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-eligibility.h"
#include "merit/bv-working-days.h"

G_BEGIN_DECLS

/* What BvFacts holds, for the files that judge. Subjects are known by their place in an array sorted by id; every
 * table of records is sorted by subject and year, with the place of each subject's first record beside it. Texts that
 * repeat (codes, kinds) are interned: equal pointers are equal texts. */

/** Days since 0000-03-01, so that dates compare and subtract as numbers; 0: not known. */
typedef gint32 BvDay;

/** Of the Gregorian calendar; @month and @month_day from 1, not checked. */
BvDay bv_day_new (int year, int month, int day);
/** @iso: (nullable): 0 then, and when it is no full date. */
BvDay bv_day_parse (const char *iso);
/** The other way: year, month and day of the month. */
void bv_day_split (BvDay day, int *year, int *month, int *month_day);
/** "31/12/2022"; "" for 0. (transfer full) */
char *bv_day_format (BvDay day);
/** @day moved by whole years; 29 February becomes 1 March. */
BvDay bv_day_add_years (BvDay day, int years);

typedef struct
{
  gint64 id;
  const char *name;
  const char *class; /* interned: person.worker_class, unit.kind; "" of a household */
  gint32 parent;     /* unit: that above; household: its unit; -1 */
  BvDay from, to;    /* of a unit */
  guint8 kind;       /* BvSubjectKind */
  gboolean is_small;
} BvFactSubject;

typedef struct
{
  gint64 id;
  gint32 subject;
  gint32 year;
  gint32 code;     /* index into BvFacts.codes */
  gint32 decision; /* index into BvFacts.decisions */
  gint32 movement; /* id; 0 */
  guint8 manner;
  BvDay on, revoked, restored;
  gint64 nomination_id;
  const char *achievement;
} BvFactAward;

typedef struct
{
  gint64 id;
  const char *number;
  BvDay on;
} BvFactDecision;

typedef struct
{
  gint64 id;
  gint32 subject;
  gint32 year;
  guint8 grade;
} BvFactRating;

typedef struct
{
  gint64 id;
  gint32 subject;
  gint32 unit;
  BvDay from, to; /* 0: since ever, still */
  const char *post;
  const char *leader_class; /* interned */
  gboolean is_primary;
} BvFactMembership;

typedef struct
{
  gint64 id;
  gint32 subject;
  guint8 kind; /* BvSanction */
  BvDay on, until;
  const char *number;
} BvFactDiscipline;

typedef struct
{
  gint64 id;
  gint32 subject;
  const char *kind;         /* interned */
  const char *study_result; /* interned */
  BvDay from, to;
} BvFactAbsence;

typedef struct
{
  gint64 id;
  gint32 year;
  gint32 unit; /* -1 */
  const char *title;
  const char *kind; /* interned */
  guint8 scope;
  gboolean is_recognised; /* else submitted, not decided */
  BvDay on;               /* recognised; 0 */
  const char *number;
} BvFactInitiative;

/** One author of one initiative. */
typedef struct
{
  gint32 subject;
  gint32 year;
  gint32 initiative;
} BvFactAuthor;

/** A nomination that nothing was decided on yet, or whose attestations count. */
typedef struct
{
  gint64 id;
  gint32 subject;
  gint32 year;
  gint32 code;
  gboolean is_open;     /* proposed, in a dossier that is not decided or sent back */
  gboolean is_proposed; /* proposed and not refused, in a dossier that is not decided */
  gint64 dossier_id;
  const char *dossier_title;
} BvFactNomination;

typedef struct
{
  gint64 nomination_id;
  const char *key; /* interned */
  const char *basis;
  gboolean holds;
} BvFactAttestation;

typedef struct
{
  gint64 nomination_id;
  gint32 initiative;
} BvFactBacking;

typedef struct
{
  gint64 id;
  const char *name;
  const char *level; /* interned */
  BvDay from, to;
} BvFactMovement;

/** A table sorted by subject and year; start has one more place than there are subjects. */
typedef struct
{
  GArray *rows;
  guint *start;
} BvFactTable;

struct _BvFacts
{
  gatomicrefcount ref_count;
  gint64 subject_id; /* what was loaded; 0: all */
  GStringChunk *texts;
  GArray *subjects; /* BvFactSubject, by id */
  GPtrArray *codes; /* interned */
  GHashTable *code_indexes;
  BvFactTable awards, ratings, memberships, disciplines, absences, authors, nominations;
  GArray *decisions; /* by id, as all that follow */
  GArray *initiatives;
  GArray *attestations; /* by nomination */
  GArray *backings;     /* by nomination */
  GArray *movements;
  BvWorkingDays *working_days;
  GHashTable *settings;
  /* Units: what is below, who was there, what was before. */
  GArray *children; /* gint32 */
  guint *children_start;
  GArray *members; /* gint32: index into memberships */
  guint *members_start;
  GArray *lineage; /* gint32: the subject itself, then its predecessors, near ones first */
  guint *lineage_start;
  GArray *successions; /* BvFactSuccession */
};

typedef struct
{
  gint64 predecessor, successor; /* ids */
  BvDay on;
} BvFactSuccession;

#define bv_fact_table_get(table, type, i) (&g_array_index ((table)->rows, type, (i)))

/** The place of a subject; -1. */
gint32 bv_facts_find (const BvFacts *self, gint64 id);
/** (transfer none): @index must be a place that bv_facts_find() gave. */
const BvFactSubject *bv_facts_get (const BvFacts *self, gint32 index);
/** -1 when no record bears the code. */
gint32 bv_facts_find_code (const BvFacts *self, const char *code);
/** By the table of holidays and the office's own entries. */
gboolean bv_facts_is_working (const BvFacts *self, BvDay day);
/** (transfer none) (nullable): by the id of the record. */
const BvFactMovement *bv_facts_find_movement (const BvFacts *self, gint64 id);

/* ── bv-facts-years.c ────────────────────────────────────────────────────────────────────── */

/** Once, when all records are read: fills in children, members and lineage. */
void bv_facts_build_units (BvFacts *self);
/** bv_facts_team: the units whose people are the collective @unit: itself, its predecessors, and the small units inside
 * it (tổ, đội, phòng, ban), not villages, which are communities of their own. */
void bv_facts_team (const BvFacts *self, gint32 unit, GArray *units);
/** bv_facts_list_members: whose primary post was in the team on the last day of @year: the new unit considers whoever
 * was transferred in the year, and who left is nobody's any more. (element-type gint32), each once */
void bv_facts_list_members (const BvFacts *self, gint32 unit, int year, GArray *members);
/** The unit of a person's primary post on a day, else of the last one before, else of any; of a household, its own; of a
 * unit, itself; -1. */
gint32 bv_facts_unit_on (const BvFacts *self, gint32 subject, BvDay day);
/** The unit below the office's own that @unit belongs to, or the root itself: who proposes and whose quota it is. */
gint32 bv_facts_managing_unit (const BvFacts *self, gint32 unit);
/** Whether @unit is @above itself or stands below it. */
gboolean bv_facts_is_below (const BvFacts *self, gint32 unit, gint32 above);
/** The successor of a unit that ended; -1. */
gint32 bv_facts_find_successor (const BvFacts *self, gint32 unit);

G_END_DECLS
