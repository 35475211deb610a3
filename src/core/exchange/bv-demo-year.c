// SPDX-License-Identifier: GPL-3.0-or-later
/* The demo district's year: registrations, ratings, initiatives, dossiers, the council and the fund. Like the rest of the
 * demo it goes through the functions that an officer's own entries go through. Runs on the writer thread. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-demo-private.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-absence.h"
#include "merit/bv-agenda.h"
#include "merit/bv-ballot.h"
#include "merit/bv-council.h"
#include "merit/bv-decision.h"
#include "merit/bv-discipline.h"
#include "merit/bv-dossier-flow.h"
#include "merit/bv-dossier.h"
#include "merit/bv-evidence.h"
#include "merit/bv-fund.h"
#include "merit/bv-initiative-score.h"
#include "merit/bv-initiative-session.h"
#include "merit/bv-initiative.h"
#include "merit/bv-meeting-close.h"
#include "merit/bv-meeting.h"
#include "merit/bv-nomination.h"
#include "merit/bv-rating.h"
#include "merit/bv-registration-line.h"
#include "merit/bv-registration.h"
#include "merit/bv-vote.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <string.h>

#define FOLDER "resource:///vn/bangvang/core/demo/"
#define RESOURCE "/vn/bangvang/core/demo/muong-la-2022.json"

/** Year: what later sections name by their place in the file. */
typedef struct
{
  BvDemoLoader *loader;
  JsonObject *root;
  BvRegimeSet *regimes;
  GArray *sessions; /* (element-type gint64) */
  GArray *dossiers; /* likewise */
  gint64 council_id;
} Year;

typedef gboolean (*YearFunc) (Year *self, JsonObject *object, GError **error);

static gboolean
load_all (Year *self, const char *member, YearFunc func, GError **error)
{
  JsonArray *array = json_object_get_array_member (self->root, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!func (self, json_array_get_object_element (array, i), error))
      {
        g_prefix_error (error, "%s[%u]: ", member, i);
        return FALSE;
      }
  return TRUE;
}

static int
get_int (JsonObject *object, const char *member)
{
  return (int) json_object_get_int_member_with_default (object, member, 0);
}

static gboolean
find_member (Year *self, JsonObject *object, const char *member, gint64 *id, GError **error)
{
  return bv_demo_find (self->loader, bv_demo_get_text (object, member), id, error);
}

/* ── Registrations ───────────────────────────────────────────────────────────────────────── */

static gboolean
add_lines (Year *self, JsonArray *lines, gint64 sheet, GError **error)
{
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonArray *line = json_array_get_array_element (lines, i);
      gint64 subject;
      guint n;

      if (!bv_demo_find (self->loader, json_array_get_string_element (line, 0), &subject, error)
          || !bv_registration_add (self->loader->connection, sheet, &subject, 1,
                                   json_array_get_string_element (line, 1),
                                   json_array_get_string_element (line, 2), NULL, &n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_steps (Year *self, JsonObject *object, gint64 sheet, GError **error)
{
  BvConnection *connection = self->loader->connection;
  g_autofree char *returned = bv_demo_dup_optional (object, "returned");
  g_autofree char *approved = bv_demo_dup_optional (object, "approved");

  if (!bv_registration_take_step (connection, sheet, BV_REGISTRATION_SEND,
                                  bv_demo_get_text (object, "sent"), NULL, error))
    return FALSE;
  if (returned != NULL
      && !bv_registration_take_step (connection, sheet, BV_REGISTRATION_RETURN, returned,
                                     bv_demo_get_text (object, "reason"), error))
    return FALSE;
  return approved == NULL
         || bv_registration_take_step (connection, sheet, BV_REGISTRATION_APPROVE, approved, NULL,
                                       error);
}

static gboolean
load_registration (Year *self, JsonObject *object, GError **error)
{
  BvConnection *connection = self->loader->connection;
  gint64 unit, sheet;
  guint n;

  return find_member (self, object, "unit", &unit, error)
         && bv_registration_begin (connection, unit, get_int (object, "year"), &sheet, error)
         && bv_registration_add_members (connection, sheet, bv_demo_get_text (object, "all"), FALSE,
                                         &n, error)
         && bv_registration_add (connection, sheet, &unit, 1, bv_demo_get_text (object, "own"),
                                 NULL, NULL, &n, error)
         && add_lines (self, json_object_get_array_member (object, "more"), sheet, error)
         && take_steps (self, object, sheet, error);
}

/* ── Ratings, discipline, absences ───────────────────────────────────────────────────────── */

static gboolean
load_discipline (Year *self, JsonObject *object, GError **error)
{
  g_autoptr (BvDiscipline) discipline = bv_discipline_new ();

  bv_sanction_from_code (bv_demo_get_text (object, "kind"), &discipline->kind);
  bv_demo_set_text (&discipline->on_date, object, "from");
  discipline->until_date = bv_demo_dup_optional (object, "until");
  bv_demo_set_text (&discipline->number, object, "number");
  bv_demo_set_text (&discipline->body, object, "body");
  bv_demo_set_text (&discipline->ground, object, "ground");
  return find_member (self, object, "subject", &discipline->subject_id, error)
         && bv_discipline_save (self->loader->connection, discipline, error);
}

static gboolean
load_absence (Year *self, JsonObject *object, GError **error)
{
  g_autoptr (BvAbsence) absence = bv_absence_new ();

  bv_demo_set_text (&absence->kind, object, "kind");
  bv_demo_set_text (&absence->from_date, object, "from");
  absence->to_date = bv_demo_dup_optional (object, "to");
  bv_demo_set_text (&absence->study_result, object, "result");
  return find_member (self, object, "person", &absence->person_id, error)
         && bv_absence_save (self->loader->connection, absence, error);
}

static gboolean
rate_one (Year *self, const char *key, const char *code, int year, GError **error)
{
  BvGrade grade = BV_GRADE_GOOD;
  gint64 id;

  bv_grade_from_code (code, &grade);
  return bv_demo_find (self->loader, key, &id, error)
         && bv_rating_set_grade (self->loader->connection, &id, 1, year, grade, "", error);
}

static gboolean
load_rating (Year *self, JsonObject *object, GError **error)
{
  JsonArray *others = json_object_get_array_member (object, "except");
  int year = get_int (object, "year");
  BvGrade grade = BV_GRADE_GOOD;
  BvRatingApplied applied;
  gint64 unit;

  bv_grade_from_code (bv_demo_get_text (object, "grade"), &grade);
  if (!find_member (self, object, "unit", &unit, error)
      || !bv_rating_apply (self->loader->connection, unit, year, grade, &applied, error)
      || !rate_one (self, bv_demo_get_text (object, "unit"), bv_demo_get_text (object, "own"), year,
                    error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonArray *other = json_array_get_array_element (others, i);

      if (!rate_one (self, json_array_get_string_element (other, 0),
                     json_array_get_string_element (other, 1), year, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Initiatives ─────────────────────────────────────────────────────────────────────────── */

static gboolean
load_session (Year *self, JsonObject *object, GError **error)
{
  g_autoptr (BvInitiativeSession) session = bv_initiative_session_new ();

  session->year = get_int (object, "year");
  bv_demo_set_text (&session->title, object, "title");
  bv_demo_set_text (&session->period, object, "period");
  session->on_date = bv_demo_dup_optional (object, "date");
  bv_demo_set_text (&session->place, object, "place");
  bv_demo_set_text (&session->chair, object, "chair");
  bv_demo_set_text (&session->secretary, object, "secretary");
  if (!bv_initiative_session_save (self->loader->connection, session, error))
    return FALSE;
  g_array_append_val (self->sessions, session->id);
  return TRUE;
}

static gboolean
add_sheets (Year *self, JsonArray *sheets, gint64 initiative, GError **error)
{
  static const char *const names[] = { "Giám khảo thứ nhất", "Giám khảo thứ hai",
                                       "Giám khảo thứ ba" };

  for (guint i = 0; i < json_array_get_length (sheets) && i < G_N_ELEMENTS (names); i++)
    {
      JsonArray *marks = json_array_get_array_element (sheets, i);
      g_autoptr (BvInitiativeSheet) sheet = bv_initiative_sheet_new (initiative, (int) i + 1);

      bv_text_set (&sheet->name, names[i]);
      for (guint k = 0; k < json_array_get_length (marks); k++)
        sheet->marks[k] = json_array_get_int_element (marks, k) * 100;
      if (!bv_initiative_sheet_save (self->loader->connection, sheet, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_initiative (Year *self, JsonObject *object, GError **error)
{
  BvConnection *connection = self->loader->connection;
  g_autoptr (BvInitiative) initiative = bv_initiative_new ();
  JsonArray *authors = json_object_get_array_member (object, "authors");
  gint64 session = g_array_index (self->sessions, gint64, (guint) get_int (object, "session"));

  initiative->year = get_int (object, "year");
  bv_demo_set_text (&initiative->title, object, "title");
  bv_demo_set_text (&initiative->field, object, "field");
  bv_demo_set_text (&initiative->effect, object, "effect");
  for (guint i = 0; i < json_array_get_length (authors); i++)
    {
      JsonArray *one = json_array_get_array_element (authors, i);
      gint64 person;

      if (!bv_demo_find (self->loader, json_array_get_string_element (one, 0), &person, error))
        return FALSE;
      bv_initiative_add_author (initiative, person, json_array_get_int_element (one, 1), "", "");
    }
  return find_member (self, object, "unit", &initiative->unit_id, error)
         && bv_initiative_save (connection, initiative, error)
         && bv_initiative_submit (connection, initiative->id,
                                  bv_demo_get_text (object, "submitted"), error)
         && bv_initiative_session_put (connection, session, &initiative->id, 1, error)
         && add_sheets (self, json_object_get_array_member (object, "marks"), initiative->id,
                        error);
}

/* Sessions decide when all their initiatives are in. */
static gboolean
decide_sessions (Year *self, GError **error)
{
  JsonArray *sessions = json_object_get_array_member (self->root, "sessions");

  for (guint i = 0; i < json_array_get_length (sessions); i++)
    {
      JsonObject *object = json_array_get_object_element (sessions, i);
      g_autofree char *date = bv_demo_dup_optional (object, "decided");
      BvInitiativeDecision decision = { .number = bv_demo_get_text (object, "number"),
                                        .date = date };

      if (date != NULL
          && !bv_initiative_session_decide (
            self->loader->connection, g_array_index (self->sessions, gint64, i), &decision, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Dossiers ────────────────────────────────────────────────────────────────────────────── */

static gboolean
list_members (Year *self, JsonArray *units, GArray *ids, GError **error)
{
  for (guint i = 0; i < json_array_get_length (units); i++)
    {
      g_autoptr (BvStatement) people = NULL;
      gboolean has_row = FALSE, is_read;
      gint64 unit;

      if (!bv_demo_find (self->loader, json_array_get_string_element (units, i), &unit, error))
        return FALSE;
      /* Those whose rating bears the title, as the unit's vote would have it. */
      people = bv_connection_query (self->loader->connection, error,
                                    "SELECT m.person_id FROM membership AS m"
                                    " JOIN rating AS r ON r.subject_id = m.person_id"
                                    " AND r.year = 2022 AND r.grade IN ('HTXS', 'HTT')"
                                    " WHERE m.unit_id = ?1 AND m.to_date IS NULL ORDER BY 1",
                                    "i", unit);
      if (people == NULL)
        return FALSE;
      while ((is_read = bv_statement_step (people, &has_row, error)) && has_row)
        {
          gint64 id = bv_statement_int (people, 0);

          g_array_append_val (ids, id);
        }
      if (!is_read)
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_nominations (Year *self, JsonObject *object, gint64 dossier, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *const forms[] = { bv_demo_get_text (object, "form"), NULL };
  BvNominationMany many = { .dossier_id = dossier,
                            .form_codes = forms,
                            .achievement = bv_demo_get_text (object, "achievement") };
  guint n;

  if (json_object_has_member (object, "members")
      && !list_members (self, json_object_get_array_member (object, "members"), ids, error))
    return FALSE;
  if (json_object_has_member (object, "subjects"))
    {
      JsonArray *subjects = json_object_get_array_member (object, "subjects");

      for (guint i = 0; i < json_array_get_length (subjects); i++)
        {
          gint64 id;

          if (!bv_demo_find (self->loader, json_array_get_string_element (subjects, i), &id, error))
            return FALSE;
          g_array_append_val (ids, id);
        }
    }
  many.subject_ids = (const gint64 *) ids->data;
  many.n_subjects = ids->len;
  return bv_nomination_add_many (self->loader->connection, &many, &n, error);
}

static gboolean
find_nomination (Year *self, JsonObject *object, gint64 dossier, gint64 *id, GError **error)
{
  gint64 subject;

  return find_member (self, object, "subject", &subject, error)
         && bv_connection_query_int (self->loader->connection, id, 0, error,
                                     "SELECT id FROM nomination WHERE dossier_id = ?1"
                                     " AND subject_id = ?2 AND form_code = ?3",
                                     "iis", dossier, subject, bv_demo_get_text (object, "form"));
}

static gboolean
add_evidence (Year *self, JsonObject *object, gint64 dossier, GError **error)
{
  g_autofree char *uri = g_strconcat (FOLDER, bv_demo_get_text (object, "file"), NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (BvEvidenceFile) evidence = bv_evidence_file_read (file, NULL, error);
  gint64 nomination;

  return evidence != NULL && find_nomination (self, object, dossier, &nomination, error)
         && bv_evidence_add (self->loader->connection, nomination,
                             bv_demo_get_text (object, "kind"), evidence, "", NULL, error);
}

static gboolean
go_the_way (Year *self, JsonObject *object, gint64 dossier, GError **error)
{
  BvConnection *connection = self->loader->connection;
  g_autofree char *basis = bv_demo_dup_optional (object, "attest");
  const char *state = bv_demo_get_text (object, "state");
  guint n;

  if (basis != NULL && !bv_nomination_attest_all (connection, dossier, basis, &n, error))
    return FALSE;
  if (json_object_has_member (object, "evidence")
      && !add_evidence (self, json_object_get_object_member (object, "evidence"), dossier, error))
    return FALSE;
  if (strcmp (state, "draft") == 0)
    return TRUE;
  if (!bv_dossier_submit (connection, dossier, error))
    return FALSE;
  if (json_object_has_member (object, "return"))
    {
      JsonObject *returned = json_object_get_object_member (object, "return");
      gint64 nomination;

      if (!find_nomination (self, returned, dossier, &nomination, error)
          || !bv_nomination_return (connection, nomination, bv_demo_get_text (returned, "reason"),
                                    error))
        return FALSE;
    }
  return strcmp (state, "accepted") != 0 || bv_dossier_accept (connection, dossier, error);
}

static gboolean
load_dossier (Year *self, JsonObject *object, GError **error)
{
  BvConnection *connection = self->loader->connection;
  g_autoptr (BvDossier)
    dossier = bv_dossier_new_draft (connection, get_int (object, "year"), error);
  JsonArray *nominations = json_object_get_array_member (object, "nominations");

  if (dossier == NULL)
    return FALSE;
  bv_demo_set_text (&dossier->title, object, "title");
  bv_manner_from_code (bv_demo_get_text (object, "manner"), &dossier->manner);
  bv_level_from_code (bv_demo_get_text (object, "level"), &dossier->level);
  dossier->is_simplified = json_object_get_boolean_member_with_default (object, "simplified",
                                                                        FALSE);
  bv_demo_set_text (&dossier->proposal_number, object, "number");
  bv_text_take (&dossier->proposal_date, bv_demo_dup_optional (object, "date"));
  bv_text_take (&dossier->received_on, bv_demo_dup_optional (object, "received"));
  if (json_object_has_member (object, "opinion"))
    {
      JsonArray *days = json_object_get_array_member (object, "opinion");

      bv_text_set (&dossier->opinion_from, json_array_get_string_element (days, 0));
      bv_text_set (&dossier->opinion_to, json_array_get_string_element (days, 1));
    }
  if (!bv_connection_query_int (connection, &dossier->movement_id, 0, error,
                                "SELECT id FROM movement WHERE name = ?1", "s",
                                bv_demo_get_text (object, "movement"))
      || !bv_dossier_save (connection, dossier, error))
    return FALSE;
  g_array_append_val (self->dossiers, dossier->id);
  for (guint i = 0; i < json_array_get_length (nominations); i++)
    if (!add_nominations (self, json_array_get_object_element (nominations, i), dossier->id, error))
      return FALSE;
  return go_the_way (self, object, dossier->id, error);
}

/* ── The council ─────────────────────────────────────────────────────────────────────────── */

static gboolean
load_council_member (Year *self, JsonObject *object, GError **error)
{
  BvConnection *connection = self->loader->connection;
  g_autoptr (BvCouncilMember) member = NULL;
  g_autofree char *person = bv_demo_dup_optional (object, "person");
  gint64 id;

  if (person == NULL)
    {
      member = bv_council_member_new ();
      member->council_id = self->council_id;
      bv_demo_set_text (&member->name, object, "name");
      bv_demo_set_text (&member->honorific, object, "honorific");
      bv_demo_set_text (&member->post, object, "post");
    }
  else
    {
      if (!bv_demo_find (self->loader, person, &id, error))
        return FALSE;
      member = bv_council_member_propose (connection, self->council_id, id, "2022-12-31", error);
      if (member == NULL)
        return FALSE;
    }
  bv_demo_set_text (&member->role, object, "role");
  member->has_vote = TRUE;
  return bv_council_member_save (connection, member, error);
}

static gboolean
load_council (Year *self, GError **error)
{
  JsonObject *object = json_object_get_object_member (self->root, "council");
  JsonArray *members = json_object_get_array_member (object, "members");
  g_autoptr (BvCouncil) council = bv_council_new ();

  bv_demo_set_text (&council->name, object, "name");
  bv_demo_set_text (&council->decision_number, object, "number");
  council->decision_date = bv_demo_dup_optional (object, "date");
  council->from_date = bv_demo_dup_optional (object, "from");
  council->to_date = bv_demo_dup_optional (object, "to");
  if (!bv_council_save (self->loader->connection, council, error))
    return FALSE;
  self->council_id = council->id;
  for (guint i = 0; i < json_array_get_length (members); i++)
    if (!load_council_member (self, json_array_get_object_element (members, i), error))
      return FALSE;
  return TRUE;
}

/* The member of the council that a person of the register is. */
static gboolean
find_council_member (Year *self, const char *key, gint64 *id, GError **error)
{
  gint64 person;

  return bv_demo_find (self->loader, key, &person, error)
         && bv_connection_query_int (self->loader->connection, id, 0, error,
                                     "SELECT id FROM council_member"
                                     " WHERE council_id = ?1 AND person_id = ?2",
                                     "ii", self->council_id, person);
}

static gboolean
attend (Year *self, JsonObject *object, gint64 meeting, GError **error)
{
  JsonArray *absent = json_object_get_array_member (object, "absent");

  for (guint i = 0; i < json_array_get_length (absent); i++)
    {
      JsonArray *one = json_array_get_array_element (absent, i);
      gint64 member;

      if (!find_council_member (self, json_array_get_string_element (one, 0), &member, error)
          || !bv_meeting_attend (self->loader->connection, meeting, member, BV_PRESENCE_ABSENT,
                                 json_array_get_string_element (one, 1), error))
        return FALSE;
    }
  return bv_meeting_attend_all (self->loader->connection, meeting, error);
}

/* Nobody votes on their own award. */
static gboolean
recuse (Year *self, JsonObject *object, GPtrArray *items, GError **error)
{
  JsonArray *recused = json_object_get_array_member (object, "recused");

  for (guint i = 0; i < json_array_get_length (recused); i++)
    {
      JsonArray *one = json_array_get_array_element (recused, i);
      gint64 member, person;

      if (!find_council_member (self, json_array_get_string_element (one, 0), &member, error)
          || !bv_demo_find (self->loader, json_array_get_string_element (one, 1), &person, error))
        return FALSE;
      for (guint k = 0; k < items->len; k++)
        {
          const BvAgendaItem *item = g_ptr_array_index (items, k);

          if (item->subject_id == person
              && !bv_vote_recuse (self->loader->connection, item->id, member,
                                  json_array_get_string_element (one, 2), error))
            return FALSE;
        }
    }
  return TRUE;
}

/* One paper for each member present. The last is against the third name; rows that somebody is recused from are empty on
 * one of them. */
static gboolean
vote (Year *self, gint64 meeting, GPtrArray *items, GError **error)
{
  BvConnection *connection = self->loader->connection;
  g_autoptr (GPtrArray) attendance = bv_meeting_list_attendance (connection, meeting, error);
  g_autoptr (GPtrArray) recusals = bv_vote_list_recusals (connection, meeting, error);
  BvQuorum quorum;

  if (attendance == NULL || recusals == NULL)
    return FALSE;
  quorum = bv_attendance_count (attendance);
  if (!bv_ballot_set_counts (connection, meeting, quorum.n_present, quorum.n_present, error))
    return FALSE;
  for (int i = 0; i < quorum.n_present; i++)
    {
      g_autofree char *line = g_strnfill (items->len, BV_MARK_FOR);
      g_autoptr (BvBallot) ballot = NULL;

      if (i == quorum.n_present - 1 && items->len > 2)
        line[2] = BV_MARK_AGAINST;
      for (guint k = 0; i == 0 && k < items->len; k++)
        for (guint r = 0; r < recusals->len; r++)
          if (((const BvRecusal *) g_ptr_array_index (recusals, r))->item_id
              == ((const BvAgendaItem *) g_ptr_array_index (items, k))->id)
            line[k] = BV_MARK_BLANK;
      ballot = bv_ballot_parse (line, items->len, error);
      if (ballot == NULL || !bv_ballot_save (connection, meeting, ballot, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_meeting (Year *self, JsonObject *object, GError **error)
{
  BvConnection *connection = self->loader->connection;
  g_autoptr (BvMeeting) meeting = bv_meeting_propose (connection, self->council_id,
                                                      bv_demo_get_text (object, "date"), error);
  g_autoptr (GPtrArray) items = NULL;
  gint64 dossier = g_array_index (self->dossiers, gint64, (guint) get_int (object, "dossier"));
  guint n;

  if (meeting == NULL)
    return FALSE;
  bv_demo_set_text (&meeting->title, object, "title");
  bv_demo_set_text (&meeting->from_time, object, "from");
  bv_demo_set_text (&meeting->to_time, object, "to");
  bv_demo_set_text (&meeting->place, object, "place");
  bv_demo_set_text (&meeting->discussion, object, "discussion");
  if (!bv_meeting_save (connection, meeting, error)
      || !bv_agenda_add_dossier (connection, meeting->id, dossier, &n, error))
    return FALSE;
  if (!json_object_get_boolean_member (object, "close"))
    return TRUE;
  items = bv_agenda_list (connection, meeting->id, error);
  return items != NULL && attend (self, object, meeting->id, error)
         && recuse (self, object, items, error) && vote (self, meeting->id, items, error)
         && bv_meeting_close (connection, self->regimes, meeting->id, error);
}

/* ── The fund ────────────────────────────────────────────────────────────────────────────── */

static gboolean
load_fund_entry (Year *self, JsonObject *object, GError **error)
{
  g_autoptr (BvFundEntry) entry = bv_fund_entry_new ();

  entry->year = get_int (object, "year");
  entry->on_date = bv_demo_dup_optional (object, "date");
  bv_demo_set_text (&entry->kind, object, "kind");
  entry->amount = json_object_get_int_member (object, "amount");
  bv_demo_set_text (&entry->title, object, "title");
  bv_demo_set_text (&entry->document, object, "document");
  return bv_fund_entry_save (self->loader->connection, entry, error);
}

static gboolean
load_payment (Year *self, JsonObject *object, GError **error)
{
  gint64 decision, entry;

  return bv_decision_find (self->loader->connection, bv_demo_get_text (object, "number"), 0,
                           &decision, error)
         && bv_fund_pay (self->loader->connection, decision, bv_demo_get_text (object, "date"),
                         bv_demo_get_text (object, "document"), &entry, error);
}

/* ── The office's rules ──────────────────────────────────────────────────────────────────── */

static gboolean
load_settings (Year *self, GError **error)
{
  JsonObject *object = json_object_get_object_member (self->root, "settings");
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *l = keys; l != NULL; l = l->next)
    if (!bv_setting_set (self->loader->connection, l->data, bv_demo_get_text (object, l->data),
                         error))
      return FALSE;
  return TRUE;
}

static gboolean
load_exemption (Year *self, JsonObject *object, GError **error)
{
  gint64 unit;

  return find_member (self, object, "unit", &unit, error)
         && bv_registration_set_exempt (self->loader->connection, unit, TRUE,
                                        bv_demo_get_text (object, "reason"), error);
}

/* ── All of it ───────────────────────────────────────────────────────────────────────────── */

gboolean
bv_demo_load_year (BvDemoLoader *loader, GError **error)
{
  g_autoptr (GBytes)
    bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) dossiers = g_array_new (FALSE, FALSE, sizeof (gint64));
  Year self = { .loader = loader, .sessions = sessions, .dossiers = dossiers };
  const char *text;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, text, size, error))
    return FALSE;
  regimes = bv_regime_set_load (loader->connection, error);
  if (regimes == NULL)
    return FALSE;
  self.root = json_node_get_object (json_parser_get_root (parser));
  self.regimes = regimes;
  return load_settings (&self, error) && load_all (&self, "exempt", load_exemption, error)
         && load_all (&self, "registrations", load_registration, error)
         && load_all (&self, "discipline", load_discipline, error)
         && load_all (&self, "absences", load_absence, error)
         && load_all (&self, "ratings", load_rating, error)
         && load_all (&self, "sessions", load_session, error)
         && load_all (&self, "initiatives", load_initiative, error)
         && decide_sessions (&self, error) && load_all (&self, "dossiers", load_dossier, error)
         && load_council (&self, error) && load_all (&self, "meetings", load_meeting, error)
         && load_all (&self, "fund", load_fund_entry, error)
         && load_all (&self, "pay", load_payment, error);
}
