// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* The council for emulation and commendation (Hội đồng Thi đua - Khen thưởng): set up by a decision for a term, with
 * members who join and leave. Who is a member is always asked of a day. */

/** Codes of council.kind and council_member.role; the roles in the order in which members are listed. */
extern const BvChoice bv_council_kinds[];
extern const BvChoice bv_council_roles[];
/** 'Chủ tịch Hội đồng', 'Ủy viên': Vietnamese, for papers; (transfer none). */
const char *bv_council_role_print (const char *role);

/** BvCouncil: strings are never %NULL unless said. */
typedef struct
{
  gint64 id;             /* 0 until saved */
  char *kind;            /* bv_council_kinds */
  char *name;            /* 'Hội đồng Thi đua - Khen thưởng huyện Mường La' */
  char *decision_number; /* that set it up; "" */
  char *decision_date;   /* ISO, (nullable) */
  char *from_date;       /* of its term; ISO, (nullable): open */
  char *to_date;         /* ISO, (nullable): open */
  char *note;
} BvCouncil;

/** An empty one (id 0, texts "", those that may be absent %NULL, kind "emulation"), and its end; %NULL is let be. */
BvCouncil *bv_council_new (void);
void bv_council_free (BvCouncil *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCouncil, bv_council_free)

/** BvCouncilMember: somebody of a council, from one day to another. Strings are never %NULL unless said. */
typedef struct
{
  gint64 id;
  gint64 council_id;
  gint64 person_id;  /* 0: not in the register */
  int position;      /* among those of the same role */
  char *honorific;   /* "Ông", "Bà"; "" */
  char *name;        /* as printed */
  char *post;        /* in the office: 'Trưởng phòng Nội vụ' */
  char *role;        /* bv_council_roles */
  char *from_date;   /* joined; ISO, (nullable): with the council */
  char *to_date;     /* last day; ISO, (nullable): to the end of the term */
  gboolean has_vote; /* a secretary may be none of the members */
} BvCouncilMember;

/** An empty one (id 0, texts "", those that may be absent %NULL, a member who votes), and its end; %NULL is let be. */
BvCouncilMember *bv_council_member_new (void);
void bv_council_member_free (BvCouncilMember *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCouncilMember, bv_council_member_free)

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is none. */
BvCouncil *bv_council_load (BvConnection *connection, gint64 id, GError **error);
/** All, the newest term first; (element-type BvCouncil) (transfer full). @kind: (nullable): any. */
GPtrArray *bv_council_list (BvConnection *connection, const char *kind, GError **error);
/** The council of @kind whose term holds @date, the newest if several; 0 in @id when there is none. */
gboolean bv_council_find_on (BvConnection *connection,
                             const char *kind,
                             const char *date,
                             gint64 *id,
                             GError **error);
/** (element-type BvProblem) (transfer full): everything wrong with @self, empty when it may be saved; %NULL on a
 * failed query. */
GPtrArray *bv_council_validate (BvConnection *connection, const BvCouncil *self, GError **error);

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvCouncilMember *bv_council_member_load (BvConnection *connection, gint64 id, GError **error);
/** In the order of a decision: chair, vice chairs, members, secretary. @date: ISO; only who is a member that day;
 * %NULL: everybody of the term. (element-type BvCouncilMember) (transfer full) */
GPtrArray *bv_council_list_members (BvConnection *connection,
                                    gint64 council_id,
                                    const char *date,
                                    GError **error);
/** Whether the dates of @self hold @date; the term of the council is not looked at. */
gboolean bv_council_member_is_on (const BvCouncilMember *self, const char *date);
/** "Bà Lò Thị Uyên"; (transfer full) */
char *bv_council_member_address_form (const BvCouncilMember *self);
/** A member with name, form of address and post of a person in the register on @date (%NULL: today). */
BvCouncilMember *bv_council_member_propose (BvConnection *connection,
                                            gint64 council_id,
                                            gint64 person_id,
                                            const char *date,
                                            GError **error);
/** Likewise. A chair must have a vote. */
GPtrArray *
bv_council_member_validate (BvConnection *connection, const BvCouncilMember *self, GError **error);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Inserts (id 0) or updates; validates first. */
gboolean bv_council_save (BvConnection *connection, BvCouncil *self, GError **error);
/** With its members; refused once it has met. */
gboolean bv_council_delete (BvConnection *connection, gint64 id, GError **error);
/** position 0: at the end of its role. */
gboolean bv_council_member_save (BvConnection *connection, BvCouncilMember *self, GError **error);
/** One place up (@by < 0) or down among those of the same role; an error at the end of them. */
gboolean bv_council_member_move (BvConnection *connection, gint64 id, int by, GError **error);
/** Refused for somebody who took part in a meeting: end the membership by to_date instead. */
gboolean bv_council_member_delete (BvConnection *connection, gint64 id, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_council_save_act (BvStore *store, BvCouncil *self, gint64 *act_id, GError **error);
gboolean bv_council_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean
bv_council_member_save_act (BvStore *store, BvCouncilMember *self, gint64 *act_id, GError **error);
gboolean
bv_council_member_move_act (BvStore *store, gint64 id, int by, gint64 *act_id, GError **error);
gboolean bv_council_member_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── Lists on the screen ─────────────────────────────────────────────────────────────────── */

/** Columns of bv_council_source(). */
typedef enum
{
  BV_COUNCIL_COLUMN_NAME,
  BV_COUNCIL_COLUMN_KIND, /* code */
  BV_COUNCIL_COLUMN_DECISION_NUMBER,
  BV_COUNCIL_COLUMN_DECISION_DATE, /* ISO, NULL */
  BV_COUNCIL_COLUMN_FROM_DATE,     /* ISO, NULL */
  BV_COUNCIL_COLUMN_TO_DATE,       /* ISO, NULL */
  BV_COUNCIL_COLUMN_N_MEMBERS,     /* with a vote, who have not left */
  BV_COUNCIL_COLUMN_N_MEETINGS,
} BvCouncilColumn;

/** Newest term first. (transfer full) */
BvRowSource *bv_council_source (const char *search);

/** Columns of bv_council_member_source(). */
typedef enum
{
  BV_COUNCIL_MEMBER_COLUMN_NAME,
  BV_COUNCIL_MEMBER_COLUMN_HONORIFIC,
  BV_COUNCIL_MEMBER_COLUMN_POST,
  BV_COUNCIL_MEMBER_COLUMN_ROLE,      /* code */
  BV_COUNCIL_MEMBER_COLUMN_HAS_VOTE,  /* 0 or 1 */
  BV_COUNCIL_MEMBER_COLUMN_FROM_DATE, /* ISO, NULL */
  BV_COUNCIL_MEMBER_COLUMN_TO_DATE,   /* ISO, NULL */
  BV_COUNCIL_MEMBER_COLUMN_PERSON_ID, /* 0: not in the register */
} BvCouncilMemberColumn;

/** Everybody of one council, in the order of bv_council_list_members(). (transfer full) */
BvRowSource *bv_council_member_source (gint64 council_id);

G_END_DECLS
