// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "office/bv-household.h"
#include "office/bv-membership.h"
#include "office/bv-person.h"
#include "office/bv-succession.h"
#include "office/bv-unit.h"
#include "store/bv-row-list.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The register: the lists of units, people and households as the screen shows them, and the acts
 * that change them. The window and the command line call only these; each act bears a translated
 * title. */

/* ── People ──────────────────────────────────────────────────────────────────────────────── */

/** Columns of a row of people: bv_row_get_text (row, BV_PEOPLE_COLUMN_…). */
typedef enum
{
  BV_PEOPLE_COLUMN_NAME,
  BV_PEOPLE_COLUMN_CODE,
  BV_PEOPLE_COLUMN_BIRTH, /* ISO or a year */
  BV_PEOPLE_COLUMN_SEX,   /* code */
  BV_PEOPLE_COLUMN_ETHNIC_GROUP,
  BV_PEOPLE_COLUMN_IS_PARTY_MEMBER, /* 0 or 1 */
  BV_PEOPLE_COLUMN_WORKER_CLASS,    /* code */
  BV_PEOPLE_COLUMN_UNIT_ID,         /* of the primary post on the filter's date; 0 if none */
  BV_PEOPLE_COLUMN_UNIT,            /* its name */
  BV_PEOPLE_COLUMN_POST,
  BV_PEOPLE_COLUMN_LEADER_CLASS, /* code */
  BV_PEOPLE_COLUMN_N_AWARDS,
  BV_PEOPLE_N_COLUMNS,
} BvPeopleColumn;

typedef enum
{
  BV_PEOPLE_SORT_NAME,  /* the order of personal names that the office chose */
  BV_PEOPLE_SORT_UNIT,  /* order of the organisation, then name; people without a unit last */
  BV_PEOPLE_SORT_BIRTH, /* oldest first; unknown last */
  BV_PEOPLE_SORT_POST,  /* leader class, then the post in words, then name */
} BvPeopleSort;

typedef enum
{
  BV_ANY = 0,
  BV_YES,
  BV_NO,
} BvTriState;

/** BvPeopleFilter: zeroed memory shows everybody. Strings are copied by the source. */
typedef struct
{
  const char *search;       /* as typed: words with marks match with marks, (nullable) */
  gint64 unit_id;           /* with all units below; 0: any */
  const char *leader_class; /* (nullable) */
  const char *sex;          /* (nullable) */
  const char *worker_class; /* (nullable) */
  BvTriState minority;
  BvTriState party;
  const char *on_date;   /* ISO; posts are those on that day; %NULL: today */
  gboolean in_post_only; /* leave out who had no post on that day */
} BvPeopleFilter;

/** bv_register_people_source: (transfer full). */
BvRowSource *
bv_register_people_source (const BvPeopleFilter *filter, BvPeopleSort sort, gboolean descending);
/** How many people the filter lets through. */
gboolean bv_register_count_people (BvConnection *connection,
                                   const BvPeopleFilter *filter,
                                   gint64 *count,
                                   GError **error);

/** As one act. @person: id 0 is inserted and the id filled in. @act_id: (out) (optional): for undo, as of all acts here. */
gboolean bv_register_save_person (BvStore *store, BvPerson *person, gint64 *act_id, GError **error);
/** A new or changed person together with a post (@membership->person_id is filled in). */
gboolean bv_register_save_person_in (BvStore *store,
                                     BvPerson *person,
                                     BvMembership *membership,
                                     gint64 *act_id,
                                     GError **error);
/** As one act; refused in words when the person has awards. */
gboolean bv_register_delete_person (BvStore *store, gint64 id, gint64 *act_id, GError **error);
/** All at once or, when one is refused, none. */
gboolean bv_register_delete_people (BvStore *store,
                                    const gint64 *ids,
                                    guint n_ids,
                                    gint64 *act_id,
                                    GError **error);

/** One act each of saving, deleting and transferring a post, named in the history by its person; see
 * bv-membership.h. */
gboolean bv_register_save_membership (BvStore *store,
                                      BvMembership *membership,
                                      gint64 *act_id,
                                      GError **error);
gboolean bv_register_delete_membership (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean
bv_register_transfer_person (BvStore *store, BvMembership *to, gint64 *act_id, GError **error);

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  BV_UNITS_COLUMN_NAME,
  BV_UNITS_COLUMN_CODE,
  BV_UNITS_COLUMN_KIND, /* code */
  BV_UNITS_COLUMN_DEPTH,
  BV_UNITS_COLUMN_PARENT_ID,
  BV_UNITS_COLUMN_PARENT, /* name */
  BV_UNITS_COLUMN_FROM_DATE,
  BV_UNITS_COLUMN_TO_DATE,
  BV_UNITS_COLUMN_N_MEMBERS, /* persons with a post there on the filter's date */
  BV_UNITS_COLUMN_N_AWARDS,
  BV_UNITS_N_COLUMNS,
} BvUnitsColumn;

typedef enum
{
  BV_UNITS_SORT_ORGANISATION,
  BV_UNITS_SORT_NAME,
} BvUnitsSort;

typedef struct
{
  const char *search;     /* (nullable) */
  gint64 unit_id;         /* with all below; 0: any */
  const char *kind;       /* (nullable) */
  const char *on_date;    /* ISO; for the number of members; %NULL: today */
  gboolean existing_only; /* leave out units that did not exist on that day */
} BvUnitsFilter;

/** Rows for a list on the screen, columns as in BvUnitsColumn. (transfer full) */
BvRowSource *
bv_register_units_source (const BvUnitsFilter *filter, BvUnitsSort sort, gboolean descending);

/** One act each of the functions of bv-unit.h. @unit: id 0 is inserted and the id filled in. */
gboolean bv_register_save_unit (BvStore *store, BvUnit *unit, gint64 *act_id, GError **error);
gboolean bv_register_delete_unit (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_register_move_unit (BvStore *store,
                                gint64 id,
                                gint64 parent_id,
                                int position,
                                gint64 *act_id,
                                GError **error);
/** Merge, split or rename, as one act. */
gboolean bv_register_succeed_units (BvStore *store,
                                    BvSuccession *succession,
                                    gint64 *act_id,
                                    GError **error);

/* ── Households ──────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  BV_HOUSEHOLDS_COLUMN_NAME,
  BV_HOUSEHOLDS_COLUMN_CODE,
  BV_HOUSEHOLDS_COLUMN_HEAD,
  BV_HOUSEHOLDS_COLUMN_UNIT_ID,
  BV_HOUSEHOLDS_COLUMN_UNIT,
  BV_HOUSEHOLDS_COLUMN_ADDRESS,
  BV_HOUSEHOLDS_COLUMN_N_AWARDS,
  BV_HOUSEHOLDS_N_COLUMNS,
} BvHouseholdsColumn;

typedef enum
{
  BV_HOUSEHOLDS_SORT_NAME,
  BV_HOUSEHOLDS_SORT_UNIT,
} BvHouseholdsSort;

typedef struct
{
  const char *search; /* (nullable) */
  gint64 unit_id;     /* with all below; 0: any */
} BvHouseholdsFilter;

/** Rows for a list on the screen, columns as in BvHouseholdsColumn. (transfer full) */
BvRowSource *bv_register_households_source (const BvHouseholdsFilter *filter,
                                            BvHouseholdsSort sort,
                                            gboolean descending);

/** One act each of the functions of bv-household.h. @household: id 0 is inserted and the id filled in. */
gboolean
bv_register_save_household (BvStore *store, BvHousehold *household, gint64 *act_id, GError **error);
gboolean bv_register_delete_household (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── Any subject ─────────────────────────────────────────────────────────────────────────── */

/** Columns of a search over all subjects, for the window's search and for choosing a subject. */
typedef enum
{
  BV_SUBJECTS_COLUMN_NAME,
  BV_SUBJECTS_COLUMN_KIND,   /* a BvSubjectKind as a number */
  BV_SUBJECTS_COLUMN_DETAIL, /* a person's post and unit; a unit's parent; a household's address */
  BV_SUBJECTS_COLUMN_CODE,
  BV_SUBJECTS_N_COLUMNS,
} BvSubjectsColumn;

/** @kind: 0: any. @search: (nullable). */
BvRowSource *bv_register_subjects_source (const char *search, int kind);

/** (transfer full): the name of any subject; %NULL with %BV_STORE_ERROR_NOT_FOUND. */
char *bv_register_subject_name (BvConnection *connection, gint64 id, int *kind, GError **error);

G_END_DECLS
