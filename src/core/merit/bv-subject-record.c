// SPDX-License-Identifier: GPL-3.0-or-later
/* A subject's whole record, gathered from the tables that hold its parts. What the screen says of it is in
 * bv-subject-record-words.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-subject-record.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "office/bv-household.h"
#include "office/bv-membership.h"
#include "office/bv-person.h"
#include "office/bv-register.h"
#include "office/bv-succession.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"

#include <stdlib.h>

static void
entry_free (BvRecordEntry *self)
{
  g_free (self->from_date);
  g_free (self->to_date);
  g_free (self->code);
  g_free (self->title);
  g_free (self->number);
  g_free (self->on_date);
  g_free (self->issuer);
  g_free (self->name_then);
  g_free (self->detail);
  g_free (self->state);
  g_free (self->result);
  g_free (self->note);
  g_free (self->ledger_book);
  g_free (self->revoked_number);
  g_free (self->revoked_on);
  g_free (self);
}

void
bv_subject_record_free (BvSubjectRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->detail);
  g_free (self->honorific);
  g_free (self->birth);
  g_free (self->sex);
  g_free (self->ethnic_group);
  g_free (self->from_date);
  g_free (self->to_date);
  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    g_ptr_array_unref (self->sections[i]);
  g_free (self);
}

/* ── The sections, one query each ────────────────────────────────────────────────────────── */

/* ?1 with the units that it came from, and the name each subject has now. */
#define LINE_SQL                                                                                   \
  "WITH RECURSIVE line (id) AS (SELECT ?1 UNION SELECT u.predecessor_id FROM unit_succession u"    \
  " JOIN line ON u.successor_id = line.id) "

/* All queries have these columns, in this order. */
enum
{
  YEAR,
  FROM_DATE,
  TO_DATE,
  CODE,
  TITLE,
  NUMBER,
  ON_DATE,
  ISSUER,
  NAME_THEN,
  DETAIL,
  STATE,
  RESULT,
  NOTE,
  MANNER,
  AMOUNT,
  LEDGER_NUMBER,
  LEDGER_BOOK,
  IS_POSTHUMOUS,
  REVOKED_NUMBER,
  REVOKED_ON,
  OPEN_ID,
};

#define NO_AWARD "'', -1, 0, '', 0, '', NULL"

static const char *const queries[BV_N_RECORD_SECTIONS] = {
  [BV_RECORD_AWARDS] = LINE_SQL
  "SELECT a.year, NULL, NULL, a.form_code, '', d.number, d.on_date, d.issuer,"
  " CASE WHEN a.subject_id = ?1 AND a.name_printed = s.name THEN '' ELSE a.name_printed END,"
  " a.achievement, CASE WHEN d.on_date IS NULL THEN 'draft' ELSE '' END, '', a.note, a.manner,"
  " coalesce (a.bonus_paid, a.bonus_computed, -1), coalesce (a.ledger_number, 0), a.ledger_book,"
  " a.is_posthumous, coalesce (rv.number, ''), rv.on_date, d.id"
  " FROM award a JOIN decision d ON d.id = a.decision_id JOIN subject s ON s.id = a.subject_id"
  " LEFT JOIN revocation rv ON rv.award_id = a.id AND rv.restored_on IS NULL"
  " WHERE a.subject_id IN (SELECT id FROM line)"
  " ORDER BY a.year, d.on_date IS NULL, d.on_date, a.id",
  [BV_RECORD_RATINGS] = LINE_SQL
  "SELECT r.year, NULL, NULL, r.grade, '', r.decision_number, r.decision_date, '',"
  " CASE r.subject_id WHEN ?1 THEN '' ELSE s.name END, coalesce (u.name, ''), '', '', r.note, '',"
  " coalesce (r.general_points + r.result_points, -1), 0, '', 0, '', NULL, 0"
  " FROM rating r JOIN subject s ON s.id = r.subject_id LEFT JOIN subject u ON u.id = r.unit_id"
  " WHERE r.subject_id IN (SELECT id FROM line) ORDER BY r.year, r.id",
  [BV_RECORD_INITIATIVES] = LINE_SQL
  "SELECT i.year, NULL, NULL, i.scope, i.title, i.recognition_number, i.recognised_on,"
  " i.recognised_by, CASE WHEN i.unit_id = ?1 OR a.id IS NOT NULL THEN '' ELSE u.name END, i.field,"
  " i.state, '', i.note, '', coalesce (a.share, -1), 0, '', 0, '', NULL, i.id FROM initiative i"
  " LEFT JOIN initiative_author a ON a.initiative_id = i.id AND a.person_id = ?1"
  " LEFT JOIN subject u ON u.id = i.unit_id"
  " WHERE a.id IS NOT NULL OR i.unit_id IN (SELECT id FROM line) ORDER BY i.year, i.id",
  [BV_RECORD_POSTS] = "SELECT CAST (substr (m.from_date, 1, 4) AS INTEGER), m.from_date, m.to_date,"
                      " m.leader_class, m.post, '', NULL, '', '', u.name, '', '', ''," NO_AWARD
                      ", m.unit_id FROM membership m JOIN subject u ON u.id = m.unit_id"
                      " WHERE m.person_id = ?1 ORDER BY m.from_date IS NOT NULL, m.from_date, m.id",
  [BV_RECORD_DISCIPLINE] = LINE_SQL
  "SELECT CAST (substr (x.on_date, 1, 4) AS INTEGER), x.on_date, x.until_date, x.kind, '', "
  "x.number,"
  " x.on_date, x.body, CASE x.subject_id WHEN ?1 THEN '' ELSE s.name END, x.ground,"
  " CASE x.is_upheld WHEN 1 THEN 'upheld' WHEN 0 THEN 'dismissed' ELSE '' END, '', x.note,"
  " " NO_AWARD ", 0 FROM discipline x JOIN subject s ON s.id = x.subject_id"
  " WHERE x.subject_id IN (SELECT id FROM line) ORDER BY x.on_date, x.id",
  [BV_RECORD_ABSENCES] = "SELECT CAST (substr (x.from_date, 1, 4) AS INTEGER), x.from_date,"
                         " x.to_date, x.kind, '', '', NULL, '', '', '', x.study_result, '', x.note,"
                         " " NO_AWARD ", 0 FROM absence x WHERE x.person_id = ?1"
                         " ORDER BY x.from_date, x.id",
  [BV_RECORD_REGISTRATIONS] = LINE_SQL
  "SELECT r.year, NULL, NULL, l.form_code, '', '', r.sent_on, '',"
  " CASE l.subject_id WHEN ?1 THEN '' ELSE s.name END, u.name, r.state, '', l.note,"
  " " NO_AWARD ", r.id FROM registration_line l JOIN registration r ON r.id = l.registration_id"
  " JOIN subject s ON s.id = l.subject_id JOIN subject u ON u.id = r.unit_id"
  " WHERE l.subject_id IN (SELECT id FROM line) ORDER BY r.year, l.position, l.id",
  [BV_RECORD_NOMINATIONS] = LINE_SQL
  "SELECT d.year, NULL, NULL, n.form_code, '', d.proposal_number, d.proposal_date, '',"
  " CASE WHEN n.subject_id = ?1 THEN '' WHEN n.name_printed <> '' THEN n.name_printed"
  " ELSE s.name END, d.title, CASE n.state WHEN 'proposed' THEN d.state ELSE n.state END,"
  " coalesce ((SELECT i.result FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
  "  WHERE i.nomination_id = n.id AND m.state = 'closed' ORDER BY m.on_date DESC, i.id DESC"
  "  LIMIT 1), ''), n.return_reason, d.manner, -1, 0, '', n.is_posthumous, '', NULL, d.id"
  " FROM nomination n JOIN dossier d ON d.id = n.dossier_id JOIN subject s ON s.id = n.subject_id"
  " WHERE n.subject_id IN (SELECT id FROM line) ORDER BY d.year, n.id",
};

static char *
text_or_empty (BvStatement *statement, int column)
{
  const char *text = bv_statement_text (statement, column);

  return g_strdup (text != NULL ? text : "");
}

static BvRecordEntry *
read_entry (BvStatement *statement, BvRecordSection section, BvRegimeSet *regimes)
{
  BvRecordEntry *self = g_new0 (BvRecordEntry, 1);

  self->section = section;
  self->year = (int) bv_statement_int (statement, YEAR);
  self->from_date = g_strdup (bv_statement_text (statement, FROM_DATE));
  self->to_date = g_strdup (bv_statement_text (statement, TO_DATE));
  self->code = text_or_empty (statement, CODE);
  self->title = text_or_empty (statement, TITLE);
  self->number = text_or_empty (statement, NUMBER);
  self->on_date = g_strdup (bv_statement_text (statement, ON_DATE));
  self->issuer = text_or_empty (statement, ISSUER);
  self->name_then = text_or_empty (statement, NAME_THEN);
  self->detail = text_or_empty (statement, DETAIL);
  self->state = text_or_empty (statement, STATE);
  self->result = text_or_empty (statement, RESULT);
  self->note = text_or_empty (statement, NOTE);
  bv_manner_from_code (bv_statement_text (statement, MANNER), &self->manner);
  self->amount = bv_statement_int (statement, AMOUNT);
  self->ledger_number = bv_statement_int (statement, LEDGER_NUMBER);
  self->ledger_book = text_or_empty (statement, LEDGER_BOOK);
  self->is_posthumous = bv_statement_int (statement, IS_POSTHUMOUS) != 0;
  self->revoked_number = text_or_empty (statement, REVOKED_NUMBER);
  self->revoked_on = g_strdup (bv_statement_text (statement, REVOKED_ON));
  self->open_id = bv_statement_int (statement, OPEN_ID);
  if (section == BV_RECORD_AWARDS || section == BV_RECORD_REGISTRATIONS
      || section == BV_RECORD_NOMINATIONS)
    {
      /* A nomination is named by the law of the year after, when it is decided; an award by that of its day. */
      g_autofree char *year_end = g_strdup_printf ("%04d-12-31", MAX (self->year, 1));
      const BvRegimeAward *form = bv_regime_set_find_award (
        regimes, self->code,
        section == BV_RECORD_AWARDS && self->on_date != NULL ? self->on_date : year_end);

      bv_text_set (&self->title, form != NULL ? form->name : self->code);
    }
  return self;
}

static gboolean
read_section (BvConnection *connection,
              BvSubjectRecord *self,
              BvRecordSection section,
              BvRegimeSet *regimes,
              GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  if (queries[section] == NULL)
    return TRUE;
  statement = bv_connection_query (connection, error, queries[section], "i", self->subject_id);
  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (self->sections[section], read_entry (statement, section, regimes));
    }
  return FALSE;
}

/* ── Who it is ───────────────────────────────────────────────────────────────────────────── */

static char *
join (const char *a, const char *b)
{
  if (a == NULL || *a == '\0')
    return g_strdup (b != NULL ? b : "");
  return b == NULL || *b == '\0' ? g_strdup (a) : g_strdup_printf ("%s, %s", a, b);
}

static gboolean
read_person (BvConnection *connection, BvSubjectRecord *self, GError **error)
{
  g_autoptr (BvPerson) person = bv_person_load (connection, self->subject_id, error);
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvMembership) now = NULL;

  if (person == NULL || !bv_membership_on (connection, self->subject_id, today, &now, error))
    return FALSE;
  bv_text_set (&self->honorific, *person->honorific != '\0'            ? person->honorific
                                 : g_str_equal (person->sex, "male")   ? "Ông"
                                 : g_str_equal (person->sex, "female") ? "Bà"
                                                                       : "Ông (Bà)");
  self->birth = g_strdup (person->birth);
  bv_text_set (&self->sex, person->sex);
  bv_text_set (&self->ethnic_group, person->ethnic_group);
  bv_text_take (&self->detail, now != NULL ? bv_unit_name_post (now->post, now->unit_name)
                                           : g_strdup (person->address));
  return TRUE;
}

static gboolean
read_unit (BvConnection *connection, BvSubjectRecord *self, GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_load (connection, self->subject_id, error);
  g_autoptr (GPtrArray) lineage = NULL;

  if (unit == NULL)
    return FALSE;
  self->from_date = g_strdup (unit->from_date);
  self->to_date = g_strdup (unit->to_date);
  bv_text_set (&self->detail, unit->address);
  if (*unit->address == '\0' && unit->parent_id != 0)
    {
      bv_text_take (&self->detail, bv_unit_path (connection, unit->parent_id, error));
      if (self->detail == NULL)
        return FALSE;
    }
  lineage = bv_unit_lineage (connection, self->subject_id, error);
  if (lineage == NULL)
    return FALSE;
  for (guint i = 0; i < lineage->len; i++)
    {
      const BvLineageEntry *other = g_ptr_array_index (lineage, i);
      BvRecordEntry *entry;

      if (other->distance == 0)
        continue;
      entry = g_new0 (BvRecordEntry, 1);
      entry->section = BV_RECORD_PREDECESSORS;
      entry->on_date = g_strdup (other->on_date);
      entry->year = other->on_date != NULL ? bv_date_year (other->on_date) : 0;
      entry->from_date = g_strdup (other->from_date);
      entry->to_date = g_strdup (other->to_date);
      entry->code = g_strdup (other->manner != NULL ? other->manner : "");
      entry->title = g_strdup (other->name);
      entry->number = g_strdup ("");
      entry->issuer = g_strdup ("");
      entry->name_then = g_strdup ("");
      entry->detail = g_strdup ("");
      entry->state = g_strdup (other->distance < 0 ? "before" : "after");
      entry->result = g_strdup ("");
      entry->note = g_strdup ("");
      entry->ledger_book = g_strdup ("");
      entry->revoked_number = g_strdup ("");
      entry->amount = -1;
      entry->open_id = other->unit_id;
      g_ptr_array_add (self->sections[BV_RECORD_PREDECESSORS], entry);
    }
  return TRUE;
}

static gboolean
read_household (BvConnection *connection, BvSubjectRecord *self, GError **error)
{
  g_autoptr (BvHousehold) household = bv_household_load (connection, self->subject_id, error);

  if (household == NULL)
    return FALSE;
  bv_text_take (&self->detail, join (household->address, household->unit_name));
  return TRUE;
}

BvSubjectRecord *
bv_subject_record_load (BvConnection *connection, gint64 subject_id, GError **error)
{
  g_autoptr (BvSubjectRecord) self = g_new0 (BvSubjectRecord, 1);
  g_autoptr (BvRegimeSet) regimes = NULL;
  gboolean is_read;
  int kind;

  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    self->sections[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->subject_id = subject_id;
  self->detail = g_strdup ("");
  self->honorific = g_strdup ("");
  self->sex = g_strdup ("");
  self->ethnic_group = g_strdup ("");
  self->name = bv_register_subject_name (connection, subject_id, &kind, error);
  if (self->name == NULL)
    return NULL;
  self->kind = (BvSubjectKind) kind;
  is_read = self->kind == BV_SUBJECT_PERSON ? read_person (connection, self, error)
            : self->kind == BV_SUBJECT_UNIT ? read_unit (connection, self, error)
                                            : read_household (connection, self, error);
  if (!is_read)
    return NULL;
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return NULL;
  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    if (!read_section (connection, self, (BvRecordSection) i, regimes, error))
      return NULL;
  return g_steal_pointer (&self);
}

/* ── By year ─────────────────────────────────────────────────────────────────────────────── */

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

GArray *
bv_subject_record_list_years (const BvSubjectRecord *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    for (guint k = 0; k < self->sections[i]->len; k++)
      {
        int year = ((BvRecordEntry *) g_ptr_array_index (self->sections[i], k))->year;
        gboolean is_known = FALSE;

        for (guint n = 0; n < years->len; n++)
          is_known |= g_array_index (years, int, n) == year;
        if (!is_known)
          g_array_append_val (years, year);
      }
  g_array_sort (years, compare_years);
  return years;
}

GPtrArray *
bv_subject_record_list_year (const BvSubjectRecord *self, int year)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    for (guint k = 0; k < self->sections[i]->len; k++)
      {
        BvRecordEntry *entry = g_ptr_array_index (self->sections[i], k);

        if (entry->year == year)
          g_ptr_array_add (entries, entry);
      }
  return entries;
}

guint
bv_subject_record_count_awards (const BvSubjectRecord *self)
{
  const GPtrArray *awards = self->sections[BV_RECORD_AWARDS];
  guint n = 0;

  for (guint i = 0; i < awards->len; i++)
    {
      const BvRecordEntry *entry = g_ptr_array_index (awards, i);

      n += entry->on_date != NULL && *entry->revoked_number == '\0';
    }
  return n;
}
