// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A subject's whole record: all that the file knows of what it earned, was rated, proposed and punished. A unit's record
 * is also that of the units it came from, each entry with the name of then. Reads only. */

/** BvRecordSection: in the order of the printed extract. Append only. */
typedef enum
{
  BV_RECORD_AWARDS,
  BV_RECORD_RATINGS,
  BV_RECORD_INITIATIVES, /* of a unit: those applied there first */
  BV_RECORD_POSTS,       /* persons */
  BV_RECORD_DISCIPLINE,
  BV_RECORD_ABSENCES, /* persons */
  BV_RECORD_REGISTRATIONS,
  BV_RECORD_NOMINATIONS,
  BV_RECORD_PREDECESSORS, /* units: what it came from, and what came of it */
} BvRecordSection;
#define BV_N_RECORD_SECTIONS 9

/** (transfer none) translated: "Awards". */
const char *bv_record_section_get_label (BvRecordSection section);
/** "awards", "ratings" …: for the command line. */
const char *bv_record_section_to_code (BvRecordSection section);

/** BvRecordEntry: one line of it. Strings are never %NULL, dates are; what a section does not know is "" or 0. */
typedef struct
{
  BvRecordSection section;
  int year; /* of the achievement; of posts and the like the year in which they began; 0: unknown */
  char *from_date;
  char *to_date;
  char *code;    /* form of award; grade; scope; sanction; kind of absence; manner of succession */
  char *title;   /* name of the award, of the initiative, of the unit; the post */
  char *number;  /* of the paper behind it; "" while there is none */
  char *on_date; /* of that paper */
  char *issuer;
  char *name_then; /* as printed then, when it is not the name of today; "" */
  char *detail;    /* achievement; unit that rated; dossier */
  char
    *state; /* code: of a nomination its own, or the dossier's; of a registration, an initiative */
  char *result; /* of a nomination: "", "passed", "failed", "postponed" */
  char *note;
  BvManner manner; /* of an award */
  gint64
    amount; /* đồng of an award; hundredths of points of a rating, of the share in an initiative; -1: none */
  gint64 ledger_number; /* of an award; 0: none */
  char *ledger_book;
  gboolean is_posthumous;
  char *revoked_number; /* of an award taken back and not given back; "" */
  char *revoked_on;
  gint64 open_id; /* decision, dossier, initiative, unit: what the line leads to; 0: nothing */
} BvRecordEntry;

/** BvSubjectRecord: strings are never %NULL except dates. */
typedef struct
{
  gint64 subject_id;
  BvSubjectKind kind;
  char *name;   /* of today */
  char *detail; /* post and unit, or address */
  char *honorific;
  char *birth; /* ISO or a year, (nullable) */
  char *sex;
  char *ethnic_group;
  char *from_date; /* of a unit, (nullable) */
  char *to_date;   /* (nullable) */
  GPtrArray
    *sections[BV_N_RECORD_SECTIONS]; /* (element-type BvRecordEntry), oldest first; never %NULL */
} BvSubjectRecord;

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is no such subject. */
BvSubjectRecord *
bv_subject_record_load (BvConnection *connection, gint64 subject_id, GError **error);
void bv_subject_record_free (BvSubjectRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSubjectRecord, bv_subject_record_free)

/** Years with entries, newest first; (element-type gint) (transfer full). 0 stands for entries without a year. Pure. */
GArray *bv_subject_record_list_years (const BvSubjectRecord *self);
/** The entries of a year in the order of the sections; (element-type BvRecordEntry) (transfer container). Pure. */
GPtrArray *bv_subject_record_list_year (const BvSubjectRecord *self, int year);
/** How many awards count: neither drafts nor taken back. Pure. */
guint bv_subject_record_count_awards (const BvSubjectRecord *self);

/* What the screen says of an entry; translated, (transfer full). */

/** "Giấy khen …", "Rated: completed excellently", "Giáo viên, Trường …". */
char *bv_record_entry_get_title (const BvRecordEntry *self);
/** "125/QĐ-UBND of 27/03/2023 · as “Xã Mường Bú” · Posthumous · Taken back by …"; "" when there is no more to say. */
char *bv_record_entry_get_detail (const BvRecordEntry *self);

G_END_DECLS
