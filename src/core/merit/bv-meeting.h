// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* A meeting of a council (phiên họp): who came, who took the chair. What it voted on is in bv-agenda.h and bv-vote.h;
 * how it is closed in bv-meeting-close.h. */

/** Codes of meeting.method and meeting.state. */
extern const BvChoice bv_meeting_methods[];
extern const BvChoice bv_meeting_states[];

/** BvMeeting: strings are never %NULL. */
typedef struct
{
  gint64 id; /* 0 until saved */
  gint64 council_id;
  char *council_name; /* read, not saved */
  char *title;        /* 'Xét khen thưởng năm 2022' */
  char *on_date;      /* ISO */
  char *from_time;    /* '08:00'; "" */
  char *to_time;      /* "" */
  char *place;
  gint64 chair_id;      /* a member; 0: not said yet */
  gint64 secretary_id;  /* a member; 0: not said yet */
  gboolean is_secret;   /* paper ballots; else show of hands */
  gboolean is_closed;   /* set by bv_meeting_close() alone */
  int ballots_issued;   /* -1: not counted yet */
  int ballots_returned; /* likewise */
  char *discussion;     /* for the minutes */
  int copies;           /* of the minutes */
  char *minutes_number;
  char *note;
} BvMeeting;

/** An empty one (id 0, texts "", those that may be absent %NULL, a secret ballot, no papers counted, two copies of
 * the minutes), a deep copy, and its end; %NULL is let be. */
BvMeeting *bv_meeting_new (void);
BvMeeting *bv_meeting_copy (const BvMeeting *self);
void bv_meeting_free (BvMeeting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMeeting, bv_meeting_free)

/** BvPresence: how a member took part. */
typedef enum
{
  BV_PRESENCE_UNKNOWN, /* not recorded yet */
  BV_PRESENCE_PRESENT,
  BV_PRESENCE_ABSENT,
  BV_PRESENCE_WRITTEN, /* absent, gave a written opinion */
} BvPresence;
#define BV_N_PRESENCES 4

/** "unknown", "present", "absent", "written" */
const char *bv_presence_to_code (BvPresence presence);
gboolean bv_presence_from_code (const char *code, BvPresence *presence);
/** (transfer none) translated */
const char *bv_presence_get_label (BvPresence presence);

/** BvAttendance: one member of the council on the day of the meeting. Strings are never %NULL. */
typedef struct
{
  gint64 member_id;
  char *honorific;
  char *name;
  char *post;
  char *role; /* bv_council_roles */
  gboolean has_vote;
  BvPresence presence;
  char *reason; /* of the absence */
} BvAttendance;

/** With all that it owns; %NULL is let be. */
void bv_attendance_free (BvAttendance *self);

/** BvQuorum: who came, in numbers; of those with a vote, but for n_all. */
typedef struct
{
  int n_all;     /* members on that day, with those who have no vote */
  int n_members; /* with a vote */
  int n_present;
  int n_absent; /* without those who gave a written opinion */
  int n_written;
  int n_unrecorded; /* with or without a vote: attendance not recorded */
} BvQuorum;

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvMeeting *bv_meeting_load (BvConnection *connection, gint64 id, GError **error);
/** Newest first; @council_id 0: of all councils. (element-type BvMeeting) (transfer full) */
GPtrArray *bv_meeting_list (BvConnection *connection, gint64 council_id, GError **error);
/** A meeting of @council_id on @date (ISO, %NULL: today) with its chair and secretary filled in. */
BvMeeting *
bv_meeting_propose (BvConnection *connection, gint64 council_id, const char *date, GError **error);
/** (element-type BvProblem) (transfer full): everything wrong with @self, empty when it may be saved; %NULL on a
 * failed query. */
GPtrArray *bv_meeting_validate (BvConnection *connection, const BvMeeting *self, GError **error);
/** Everybody who is a member on that day, in the council's order; of a closed meeting, who was recorded.
 * (element-type BvAttendance) (transfer full) */
GPtrArray *bv_meeting_list_attendance (BvConnection *connection, gint64 id, GError **error);
/** From a list of BvAttendance; pure. */
BvQuorum bv_attendance_count (GPtrArray *attendance);
/** "8h", "8 giờ 30", "08:30" → "08:30"; (transfer full) (nullable): no time of day. */
char *bv_meeting_parse_time (const char *text);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Inserts (id 0) or updates; validates first. Of a closed meeting only the texts of the minutes change. */
gboolean bv_meeting_save (BvConnection *connection, BvMeeting *self, GError **error);
/** With its agenda and votes; refused once it is closed. */
gboolean bv_meeting_delete (BvConnection *connection, gint64 id, GError **error);
/** @reason: of an absence; (nullable) */
gboolean bv_meeting_attend (BvConnection *connection,
                            gint64 id,
                            gint64 member_id,
                            BvPresence presence,
                            const char *reason,
                            GError **error);
/** Everybody who is not recorded yet is present. */
gboolean bv_meeting_attend_all (BvConnection *connection, gint64 id, GError **error);
/** Refuses in words when the meeting is closed, or is not there. */
gboolean bv_meeting_check_open (BvConnection *connection, gint64 id, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_meeting_save_act (BvStore *store, BvMeeting *self, gint64 *act_id, GError **error);
gboolean bv_meeting_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_meeting_attend_act (BvStore *store,
                                gint64 id,
                                gint64 member_id,
                                BvPresence presence,
                                const char *reason,
                                gint64 *act_id,
                                GError **error);
gboolean bv_meeting_attend_all_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_meeting_source(). */
typedef enum
{
  BV_MEETING_COLUMN_TITLE,
  BV_MEETING_COLUMN_DATE,    /* ISO */
  BV_MEETING_COLUMN_COUNCIL, /* name */
  BV_MEETING_COLUMN_METHOD,  /* code */
  BV_MEETING_COLUMN_STATE,   /* code */
  BV_MEETING_COLUMN_N_ITEMS,
  BV_MEETING_COLUMN_N_PASSED,
  BV_MEETING_COLUMN_N_FAILED,
  BV_MEETING_COLUMN_N_POSTPONED,
  BV_MEETING_COLUMN_N_PRESENT, /* with a vote */
} BvMeetingColumn;

/** Newest first. @council_id, @year: 0: all; a year's meetings and those of the next, which vote on its achievements;
 * @search: (nullable). (transfer full) */
BvRowSource *bv_meeting_source (gint64 council_id, int year, const char *search);

G_END_DECLS
