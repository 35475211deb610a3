// SPDX-License-Identifier: GPL-3.0-or-later
/* Acts told in words: from the rows of a changeset to records with names, labels and readable
 * values. It reads what the history kept and looks names up in the file as it stands now, so a name
 * may be newer than the act; a record that is gone is named by what the act itself kept of it. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-audit.h"

#include "base/bv-choice.h"
#include "base/bv-date.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "merit/bv-absence.h"
#include "merit/bv-condition.h"
#include "merit/bv-agenda.h"
#include "merit/bv-ballot.h"
#include "merit/bv-council.h"
#include "merit/bv-dossier.h"
#include "merit/bv-evidence.h"
#include "merit/bv-initiative.h"
#include "merit/bv-meeting.h"
#include "merit/bv-nomination.h"
#include "merit/bv-fund.h"
#include "merit/bv-revocation.h"
#include "merit/bv-regime.h"
#include "merit/bv-registration.h"
#include "movement/bv-completion.h"
#include "movement/bv-movement.h"
#include "office/bv-membership.h"
#include "office/bv-office.h"
#include "office/bv-person.h"
#include "office/bv-succession.h"
#include "office/bv-unit.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUBJECT_NAME "SELECT name FROM subject WHERE id = ?1"

typedef struct
{
  const char *table;
  const char *label;
  const char *name_sql; /* (nullable): the name of row ?1 */
} TableWords;

static const TableWords table_words[] = {
  { "subject", N_ ("Name in the register"), SUBJECT_NAME },
  { "person", N_ ("Person"), SUBJECT_NAME },
  { "unit", N_ ("Unit"), SUBJECT_NAME },
  { "household", N_ ("Household"), SUBJECT_NAME },
  { "membership", N_ ("Post"),
    "SELECT s.name FROM membership AS m JOIN subject AS s ON s.id = m.person_id WHERE m.id = ?1" },
  { "unit_succession", N_ ("Succession of units"),
    "SELECT p.name || ' → ' || s.name FROM unit_succession AS u"
    " JOIN subject AS p ON p.id = u.predecessor_id"
    " JOIN subject AS s ON s.id = u.successor_id WHERE u.id = ?1" },
  { "movement", N_ ("Movement"), "SELECT name FROM movement WHERE id = ?1" },
  { "indicator", N_ ("Indicator"), "SELECT name FROM indicator WHERE id = ?1" },
  { "target", N_ ("Planned figure"),
    "SELECT i.name || ', ' || s.name FROM target AS t JOIN indicator AS i ON i.id = t.indicator_id"
    " JOIN subject AS s ON s.id = t.unit_id WHERE t.id = ?1" },
  { "measurement", N_ ("Actual figure"),
    "SELECT i.name || ', ' || s.name FROM measurement AS t"
    " JOIN indicator AS i ON i.id = t.indicator_id"
    " JOIN subject AS s ON s.id = t.unit_id WHERE t.id = ?1" },
  { "decision", N_ ("Decision"),
    "SELECT CASE number WHEN '' THEN title ELSE number END FROM decision WHERE id = ?1" },
  { "award", N_ ("Line of a list"), "SELECT name_printed FROM award WHERE id = ?1" },
  { "council", N_ ("Council"), "SELECT name FROM council WHERE id = ?1" },
  { "council_member", N_ ("Member of a council"), "SELECT name FROM council_member WHERE id = ?1" },
  { "meeting", N_ ("Meeting"), "SELECT title FROM meeting WHERE id = ?1" },
  { "attendance", N_ ("Attendance"), NULL },
  { "agenda_item", N_ ("Item of the agenda"),
    "SELECT s.name FROM agenda_item AS i JOIN nomination AS n ON n.id = i.nomination_id"
    " JOIN subject AS s ON s.id = n.subject_id WHERE i.id = ?1" },
  { "recusal", N_ ("Recusal"), NULL },
  { "ballot", N_ ("Ballot paper"), "SELECT number FROM ballot WHERE id = ?1" },
  { "ballot_mark", N_ ("Mark on a ballot paper"), NULL },
  { "initiative", N_ ("Initiative"), "SELECT title FROM initiative WHERE id = ?1" },
  { "initiative_author", N_ ("Author of an initiative"),
    "SELECT s.name || ', ' || i.title FROM initiative_author AS a"
    " JOIN subject AS s ON s.id = a.person_id JOIN initiative AS i ON i.id = a.initiative_id"
    " WHERE a.id = ?1" },
  { "initiative_session", N_ ("Session on initiatives"),
    "SELECT title FROM initiative_session WHERE id = ?1" },
  { "initiative_examiner", N_ ("Examiner's sheet"),
    "SELECT e.name || ', ' || i.title FROM initiative_examiner AS e"
    " JOIN initiative AS i ON i.id = e.initiative_id WHERE e.id = ?1" },
  { "initiative_mark", N_ ("Examiner's mark"), NULL },
  { "registration", N_ ("Registration"),
    "SELECT s.name || ', ' || r.year FROM registration AS r JOIN subject AS s ON s.id = r.unit_id"
    " WHERE r.id = ?1" },
  { "registration_line", N_ ("Line of a registration"),
    "SELECT s.name FROM registration_line AS l JOIN subject AS s ON s.id = l.subject_id"
    " WHERE l.id = ?1" },
  { "registration_exemption", N_ ("Unit that registers elsewhere"), SUBJECT_NAME },
  { "holiday", N_ ("Day off"), NULL },
  { "dossier", N_ ("Dossier"), "SELECT title FROM dossier WHERE id = ?1" },
  { "nomination", N_ ("Nomination"), "SELECT name_printed FROM nomination WHERE id = ?1" },
  { "nomination_initiative", N_ ("Initiative that backs a nomination"), NULL },
  { "attestation", N_ ("What the minutes say"), NULL },
  { "report_part", N_ ("Part of a report"), NULL },
  { "evidence", N_ ("Paper of a nomination"), "SELECT name FROM evidence WHERE id = ?1" },
  { "evidence_content", N_ ("Content of a paper"), NULL },
  { "revocation", N_ ("Award taken back"),
    "SELECT a.name_printed FROM revocation AS r JOIN award AS a ON a.id = r.award_id"
    " WHERE r.id = ?1" },
  { "fund_entry", N_ ("Entry of the fund"), "SELECT title FROM fund_entry WHERE id = ?1" },
  { "rating", N_ ("Rating"),
    "SELECT s.name || ', ' || r.year FROM rating AS r JOIN subject AS s ON s.id = r.subject_id"
    " WHERE r.id = ?1" },
  { "discipline", N_ ("Discipline"),
    "SELECT s.name FROM discipline AS d JOIN subject AS s ON s.id = d.subject_id"
    " WHERE d.id = ?1" },
  { "absence", N_ ("Absence"),
    "SELECT s.name FROM absence AS a JOIN subject AS s ON s.id = a.person_id WHERE a.id = ?1" },
  { "office_period", N_ ("Office"), "SELECT name FROM office_period WHERE id = ?1" },
  { "signer", N_ ("Signer"), "SELECT name FROM signer WHERE id = ?1" },
  { "base_salary", N_ ("Base salary"), NULL },
  { "setting", N_ ("Setting"), NULL },
  { "office_file", N_ ("File of the office"), NULL },
  { "import_mapping", N_ ("Remembered column"), NULL },
};

/* How a column's value is told. */
typedef enum
{
  VALUE_TEXT,
  VALUE_DATE,
  VALUE_MONEY,
  VALUE_FLAG,
  VALUE_NUMBER,
  VALUE_HUNDREDTHS, /* points and shares */
  VALUE_CHOICE,
  VALUE_RECORD, /* the id of a row of another table */
  VALUE_GRADE,
  VALUE_SANCTION,
  VALUE_AWARD, /* the code of an award */
} ValueKind;

typedef struct
{
  const char *table; /* (nullable): any */
  const char *column;
  const char *label; /* (nullable): not shown */
  ValueKind kind;
  const BvChoice *choices;
  const char *record_table;
} ColumnWords;

/* The first row that fits counts; a column that stands nowhere here is shown by its own name. */
static const ColumnWords column_words[] = {
  { NULL, "id", NULL },
  { NULL, "subject_id", NULL },
  { NULL, "name_fold", NULL },
  { NULL, "title_fold", NULL },
  { NULL, "name_marks", NULL },
  { NULL, "sort_key", NULL },
  { NULL, "sha256", NULL },
  { "subject", "kind", NULL },
  { "unit", "kind", N_ ("Kind"), VALUE_CHOICE, bv_unit_kinds },
  { "initiative", "kind", N_ ("Kind of work"), VALUE_CHOICE, bv_initiative_kinds },
  { "initiative", "state", N_ ("State"), VALUE_CHOICE, bv_initiative_states },
  { "initiative", "scope", N_ ("Reach"), VALUE_CHOICE, bv_initiative_scopes },
  { "initiative", "verdict", N_ ("The chair's word"), VALUE_CHOICE, bv_initiative_verdicts },
  { "initiative", "effect", N_ ("Effect") },
  { NULL, "initiative_id", N_ ("Initiative"), VALUE_RECORD, NULL, "initiative" },
  { NULL, "session_id", N_ ("Session on initiatives"), VALUE_RECORD, NULL, "initiative_session" },
  { NULL, "examiner_id", N_ ("Examiner's sheet"), VALUE_RECORD, NULL, "initiative_examiner" },
  { "initiative", "points", N_ ("Points"), VALUE_HUNDREDTHS },
  { "initiative_mark", "points", N_ ("Points"), VALUE_HUNDREDTHS },
  { "initiative_author", "share", N_ ("Share (%)"), VALUE_HUNDREDTHS },
  { NULL, "criterion", N_ ("Criterion") },
  { "initiative", "field", N_ ("Field of work") },
  { NULL, "applied_from", N_ ("Applied from"), VALUE_DATE },
  { NULL, "state_before", N_ ("How things were") },
  { NULL, "solution", N_ ("The solution") },
  { NULL, "benefit", N_ ("Benefit a year"), VALUE_MONEY },
  { NULL, "submitted_on", N_ ("Submitted on"), VALUE_DATE },
  { NULL, "recognised_on", N_ ("Recognised on"), VALUE_DATE },
  { NULL, "recognised_by", N_ ("Recognised by") },
  { NULL, "recognition_number", N_ ("Number of the decision") },
  { NULL, "refusal_reason", N_ ("Why not recognised") },
  { NULL, "comment", N_ ("Comment") },
  { "initiative_session", "chair", N_ ("In the chair") },
  { "initiative_session", "secretary", N_ ("Secretary") },
  { "council", "kind", N_ ("Kind of council"), VALUE_CHOICE, bv_council_kinds },
  { "council_member", "role", N_ ("Role"), VALUE_CHOICE, bv_council_roles },
  { "meeting", "method", N_ ("Way of voting"), VALUE_CHOICE, bv_meeting_methods },
  { "meeting", "state", N_ ("State"), VALUE_CHOICE, bv_meeting_states },
  { "agenda_item", "result", N_ ("Result"), VALUE_CHOICE, bv_agenda_results },
  { "ballot_mark", "mark", N_ ("Mark"), VALUE_CHOICE, bv_ballot_marks },
  { NULL, "need_base", N_ ("Share of"), VALUE_CHOICE, bv_agenda_bases },
  { NULL, "council_id", N_ ("Council"), VALUE_RECORD, NULL, "council" },
  { NULL, "meeting_id", N_ ("Meeting"), VALUE_RECORD, NULL, "meeting" },
  { NULL, "member_id", N_ ("Member of a council"), VALUE_RECORD, NULL, "council_member" },
  { NULL, "chair_id", N_ ("In the chair"), VALUE_RECORD, NULL, "council_member" },
  { NULL, "secretary_id", N_ ("Secretary"), VALUE_RECORD, NULL, "council_member" },
  { NULL, "item_id", N_ ("Item of the agenda"), VALUE_RECORD, NULL, "agenda_item" },
  { NULL, "ballot_id", N_ ("Ballot paper"), VALUE_RECORD, NULL, "ballot" },
  { NULL, "decision_number", N_ ("Number of the decision") },
  { NULL, "decision_date", N_ ("Date of the decision"), VALUE_DATE },
  { NULL, "has_vote", N_ ("Has a vote"), VALUE_FLAG },
  { NULL, "from_time", N_ ("Begins at") },
  { NULL, "to_time", N_ ("Ends at") },
  { NULL, "ballots_issued", N_ ("Papers given out") },
  { NULL, "ballots_returned", N_ ("Papers returned") },
  { NULL, "discussion", N_ ("Discussion") },
  { NULL, "copies", N_ ("Copies") },
  { NULL, "minutes_number", N_ ("Number of the minutes") },
  { NULL, "is_present", N_ ("Present"), VALUE_FLAG },
  { NULL, "is_written", N_ ("Written opinion"), VALUE_FLAG },
  { NULL, "is_valid", N_ ("Valid"), VALUE_FLAG },
  { NULL, "votes_for", N_ ("Votes for") },
  { NULL, "votes_against", N_ ("Votes against") },
  { NULL, "votes_invalid", N_ ("No opinion or invalid") },
  { NULL, "need_numerator", N_ ("Threshold, parts") },
  { NULL, "need_denominator", N_ ("Threshold, of") },
  { NULL, "need_strict", N_ ("More than the threshold"), VALUE_FLAG },
  { NULL, "base", N_ ("Votes counted of") },
  { "evidence", "kind", N_ ("Kind of paper"), VALUE_CHOICE, bv_evidence_kinds },
  { "evidence_content", "content", NULL },
  { "attestation", "key", N_ ("Condition") },
  { "attestation", "basis", N_ ("Basis") },
  { "dossier", "state", N_ ("State"), VALUE_CHOICE, bv_dossier_states },
  { "nomination", "state", N_ ("State"), VALUE_CHOICE, bv_nomination_states },
  { NULL, "findings", NULL },
  { "fund_entry", "kind", N_ ("Kind of entry"), VALUE_CHOICE, bv_fund_kinds },
  { "registration", "state", N_ ("State"), VALUE_CHOICE, bv_registration_states },
  { "registration", "content", N_ ("Commitments") },
  { "registration", "sent_on", N_ ("Received on"), VALUE_DATE },
  { "registration", "closed_on", N_ ("Returned or approved on"), VALUE_DATE },
  { "registration", "signer_name", N_ ("Head of the unit") },
  { "registration", "signer_post", N_ ("Post") },
  { "registration_line", "registration_id", N_ ("Registration"), VALUE_RECORD, NULL,
    "registration" },
  { "registration_line", "form_code", N_ ("Title aimed at"), VALUE_AWARD },
  { "registration_line", "initiative", N_ ("Planned initiative") },
  { "registration_exemption", "reason", N_ ("Reason") },
  { "discipline", "kind", N_ ("Kind of matter"), VALUE_SANCTION },
  { "discipline", "body", N_ ("Decided by") },
  { "discipline", "ground", N_ ("For what") },
  { "discipline", "until_date", N_ ("Until"), VALUE_DATE },
  { "discipline", "is_upheld", N_ ("Upheld"), VALUE_FLAG },
  { "absence", "kind", N_ ("Kind of absence"), VALUE_CHOICE, bv_absence_kinds },
  { "absence", "study_result", N_ ("Result of study"), VALUE_CHOICE, bv_absence_study_results },
  { "rating", "grade", N_ ("Grade"), VALUE_GRADE },
  { "rating", "task_group", N_ ("Group of similar tasks") },
  { "rating", "general_points", N_ ("General points"), VALUE_HUNDREDTHS },
  { "rating", "result_points", N_ ("Result points"), VALUE_HUNDREDTHS },
  { NULL, "name", N_ ("Name") },
  { NULL, "code", N_ ("Code") },
  { NULL, "note", N_ ("Note") },
  { NULL, "parent_id", N_ ("Belongs to"), VALUE_RECORD, NULL, "subject" },
  { NULL, "unit_id", N_ ("Unit"), VALUE_RECORD, NULL, "subject" },
  { NULL, "person_id", N_ ("Person"), VALUE_RECORD, NULL, "subject" },
  { NULL, "head_id", N_ ("Head of the household"), VALUE_RECORD, NULL, "subject" },
  { NULL, "predecessor_id", N_ ("Predecessor"), VALUE_RECORD, NULL, "subject" },
  { NULL, "successor_id", N_ ("Successor"), VALUE_RECORD, NULL, "subject" },
  { NULL, "movement_id", N_ ("Movement"), VALUE_RECORD, NULL, "movement" },
  { NULL, "indicator_id", N_ ("Indicator"), VALUE_RECORD, NULL, "indicator" },
  { NULL, "decision_id", N_ ("Decision"), VALUE_RECORD, NULL, "decision" },
  { NULL, "dossier_id", N_ ("Dossier"), VALUE_RECORD, NULL, "dossier" },
  { NULL, "nomination_id", N_ ("Nomination"), VALUE_RECORD, NULL, "nomination" },
  { NULL, "proposer_id", N_ ("Proposed by"), VALUE_RECORD, NULL, "subject" },
  { NULL, "is_simplified", N_ ("Simplified procedure"), VALUE_FLAG },
  { NULL, "received_on", N_ ("Received on"), VALUE_DATE },
  { NULL, "submitted_at", N_ ("Submitted at") },
  { NULL, "working_days", N_ ("Working days of the appraisal") },
  { NULL, "opinion_from", N_ ("Public opinion from"), VALUE_DATE },
  { NULL, "opinion_to", N_ ("Public opinion until"), VALUE_DATE },
  { NULL, "proposal_number", N_ ("Number of the proposal") },
  { NULL, "proposal_date", N_ ("Date of the proposal"), VALUE_DATE },
  { NULL, "return_reason", N_ ("Reason of the return") },
  { NULL, "summary", N_ ("Summary") },
  { NULL, "holds", N_ ("Holds"), VALUE_FLAG },
  { NULL, "part", N_ ("Part") },
  { NULL, "body", N_ ("Text") },
  { NULL, "size", N_ ("Size in bytes"), VALUE_NUMBER },
  { NULL, "added_on", N_ ("Added on"), VALUE_DATE },
  { NULL, "is_off", N_ ("Day off"), VALUE_FLAG },
  { NULL, "award_id", N_ ("Award"), VALUE_RECORD, NULL, "award" },
  { NULL, "is_small", N_ ("Small collective"), VALUE_FLAG },
  { NULL, "abbreviation", N_ ("Abbreviation") },
  { NULL, "address", N_ ("Address") },
  { NULL, "from_date", N_ ("From"), VALUE_DATE },
  { NULL, "to_date", N_ ("Until"), VALUE_DATE },
  { NULL, "on_date", N_ ("Date"), VALUE_DATE },
  { NULL, "position", N_ ("Place in the list") },
  { NULL, "honorific", N_ ("Form of address") },
  { NULL, "birth", N_ ("Born"), VALUE_DATE },
  { NULL, "sex", N_ ("Sex"), VALUE_CHOICE, bv_person_sexes },
  { NULL, "ethnic_group", N_ ("Ethnic group") },
  { NULL, "party_since", N_ ("Party member since"), VALUE_DATE },
  { NULL, "is_party_member", N_ ("Party member"), VALUE_FLAG },
  { NULL, "worker_class", N_ ("Kind of worker"), VALUE_CHOICE, bv_person_worker_classes },
  { NULL, "home", N_ ("Home place") },
  { NULL, "phone", N_ ("Telephone") },
  { NULL, "post", N_ ("Post") },
  { NULL, "leader_class", N_ ("Class in the statistics"), VALUE_CHOICE,
    bv_membership_leader_classes },
  { NULL, "is_primary", N_ ("Main post"), VALUE_FLAG },
  { "unit_succession", "manner", N_ ("Way of the succession"), VALUE_CHOICE,
    bv_succession_manners },
  { "movement", "manner", N_ ("Manner"), VALUE_CHOICE, bv_movement_manners },
  { "movement", "level", N_ ("Level"), VALUE_CHOICE, bv_movement_levels },
  { "office_period", "level", N_ ("Level"), VALUE_CHOICE, bv_office_levels },
  { NULL, "manner", N_ ("Manner") },
  { NULL, "level", N_ ("Level") },
  { NULL, "launched_by", N_ ("Launched by") },
  { NULL, "basis", N_ ("Basis") },
  { NULL, "goal", N_ ("Goal") },
  { NULL, "group_name", N_ ("Group") },
  { NULL, "unit_of_measure", N_ ("Unit of measure") },
  { NULL, "decimals", N_ ("Decimals") },
  { NULL, "direction", N_ ("Direction"), VALUE_CHOICE, bv_directions },
  { NULL, "accumulation", N_ ("Periods add up as"), VALUE_CHOICE, bv_accumulations },
  { NULL, "baseline", N_ ("Baseline"), VALUE_NUMBER },
  { NULL, "tolerance", N_ ("Tolerance"), VALUE_NUMBER },
  { NULL, "source", N_ ("Source") },
  { NULL, "year", N_ ("Year") },
  { NULL, "period", N_ ("Period") },
  { "setting", "value", N_ ("Value") },
  { NULL, "value", N_ ("Value"), VALUE_NUMBER },
  { NULL, "number", N_ ("Number") },
  { "decision", "title", N_ ("About") },
  { NULL, "title", N_ ("Title") },
  { NULL, "origin", N_ ("Origin") },
  { NULL, "issuer", N_ ("Issued by") },
  { NULL, "place", N_ ("Place") },
  { NULL, "signer_name", N_ ("Signer") },
  { NULL, "signer_post", N_ ("Signer's post") },
  { NULL, "signer_prefix", N_ ("Signs as") },
  { NULL, "signer_on_behalf_of", N_ ("Signs for") },
  { NULL, "proposal", N_ ("Proposal") },
  { NULL, "form_code", N_ ("Form of award"), VALUE_AWARD },
  { NULL, "achievement", N_ ("Achievement") },
  { NULL, "name_printed", N_ ("Printed name") },
  { NULL, "detail_printed", N_ ("Printed post or address") },
  { NULL, "is_female", N_ ("Woman"), VALUE_FLAG },
  { NULL, "is_minority", N_ ("Ethnic minority"), VALUE_FLAG },
  { NULL, "is_posthumous", N_ ("Posthumous"), VALUE_FLAG },
  { NULL, "bonus_computed", N_ ("Bonus as computed"), VALUE_MONEY },
  { NULL, "bonus_basis", N_ ("How the bonus was computed") },
  { NULL, "bonus_paid", N_ ("Bonus as paid"), VALUE_MONEY },
  { NULL, "ledger_book", N_ ("Golden book") },
  { NULL, "ledger_number", N_ ("Golden book number") },
  { NULL, "amount", N_ ("Amount"), VALUE_MONEY },
  { NULL, "document", N_ ("Voucher") },
  { "revocation", "ground", N_ ("Ground"), VALUE_CHOICE, bv_revocation_grounds },
  { NULL, "reason", N_ ("Reason") },
  { NULL, "object_returned_on", N_ ("Certificate returned"), VALUE_DATE },
  { NULL, "bonus_returned_on", N_ ("Bonus returned"), VALUE_DATE },
  { NULL, "restored_number", N_ ("Given back by decision") },
  { NULL, "restored_on", N_ ("Given back"), VALUE_DATE },
  { NULL, "override_reason", N_ ("Override reason") },
  { NULL, "regime_id", N_ ("Law chosen by hand") },
  { NULL, "regime_reason", N_ ("Why this law") },
  { NULL, "verified", N_ ("Verified"), VALUE_FLAG },
  { NULL, "superior_name", N_ ("Superior body") },
  { NULL, "area_name", N_ ("Area") },
  { NULL, "department", N_ ("Department") },
  { NULL, "symbol", N_ ("Symbol") },
  { NULL, "department_symbol", N_ ("Department's symbol") },
  { NULL, "prefix", N_ ("Signs as") },
  { NULL, "on_behalf_of", N_ ("Signs for") },
  { NULL, "is_default", N_ ("Signs by default"), VALUE_FLAG },
  { NULL, "key", N_ ("Setting") },
  { NULL, "media_type", N_ ("Kind of file") },
  { NULL, "content", N_ ("Content") },
  { NULL, "target", N_ ("Kind of list") },
  { NULL, "header_fold", N_ ("Column heading") },
  { NULL, "field", N_ ("Field") },
};

static void
audit_field_free (BvAuditField *field)
{
  g_free (field->label);
  g_free (field->old_value);
  g_free (field->new_value);
  g_free (field);
}

void
bv_audit_record_free (BvAuditRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->kind);
  g_free (record->name);
  g_free (record->operation);
  g_clear_pointer (&record->fields, g_ptr_array_unref);
  g_free (record);
}

const char *
bv_audit_operation_label (const char *operation)
{
  if (g_strcmp0 (operation, "insert") == 0)
    return _ ("Added");
  if (g_strcmp0 (operation, "delete") == 0)
    return _ ("Removed");
  return _ ("Changed");
}

static const TableWords *
find_table (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (table_words); i++)
    if (g_str_equal (table_words[i].table, table))
      return &table_words[i];
  return NULL;
}

static const ColumnWords *
find_column (const char *table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_words); i++)
    if (g_str_equal (column_words[i].column, column)
        && (column_words[i].table == NULL || g_str_equal (column_words[i].table, table)))
      return &column_words[i];
  return NULL;
}

/* The name of a row as the file has it now; NULL when it is gone or has none. */
static gboolean
look_up (BvConnection *connection, const char *table, gint64 id, char **name, GError **error)
{
  const TableWords *words = find_table (table);
  *name = NULL;
  if (words == NULL || words->name_sql == NULL || id <= 0)
    return TRUE;
  return bv_connection_query_text (connection, name, error, words->name_sql, "i", id);
}

/* What the act itself kept of a name. */
static char *
kept_name (const BvChange *change)
{
  static const char *const columns[] = { "name", "name_printed", "number",     "title",
                                         "key",  "from_date",    "header_fold" };
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (guint k = 0; change->columns[k] != NULL; k++)
      {
        const char *value = *change->new_values[k] != '\0' ? change->new_values[k]
                                                           : change->old_values[k];
        if (g_str_equal (change->columns[k], columns[i]) && *value != '\0')
          return g_str_equal (columns[i], "from_date") ? bv_date_format_short (value)
                                                       : g_strdup (value);
      }
  return g_strdup ("");
}

/* An award is told by its name, as the law of today or the nearest has it; a code that no law knows stays. */
static const char *
name_award (BvRegimeSet *regimes, const char *code)
{
  const BvRegimeAward *award = bv_regime_set_find_award (regimes, code, NULL);
  return award != NULL ? award->name : code;
}

static gboolean
format_value (BvConnection *connection,
              BvRegimeSet *regimes,
              const ColumnWords *words,
              const char *value,
              char **text,
              GError **error)
{
  if (*value == '\0' || words == NULL)
    {
      *text = g_strdup (value);
      return TRUE;
    }
  switch (words->kind)
    {
    case VALUE_DATE:
      *text = bv_date_format_short (value);
      return TRUE;
    case VALUE_MONEY:
      *text = bv_money_format (g_ascii_strtoll (value, NULL, 10));
      return TRUE;
    case VALUE_FLAG:
      *text = g_strdup (g_str_equal (value, "0") ? _ ("no") : _ ("yes"));
      return TRUE;
    case VALUE_NUMBER:
      *text = bv_number_format_trim (g_ascii_strtod (value, NULL), 6);
      return TRUE;
    case VALUE_HUNDREDTHS:
      *text = bv_number_format_hundredths (g_ascii_strtoll (value, NULL, 10));
      return TRUE;
    case VALUE_CHOICE:
      *text = g_strdup (bv_choice_label (words->choices, value));
      return TRUE;
    case VALUE_RECORD:
      if (!look_up (connection, words->record_table, g_ascii_strtoll (value, NULL, 10), text,
                    error))
        return FALSE;
      if (*text == NULL)
        *text = g_strdup (_ ("(no longer there)"));
      return TRUE;
    case VALUE_GRADE:
      {
        BvGrade grade;

        *text = g_strdup (bv_grade_from_code (value, &grade) ? bv_grade_get_label (grade) : value);
        return TRUE;
      }
    case VALUE_SANCTION:
      {
        BvSanction sanction;

        *text = g_strdup (
          bv_sanction_from_code (value, &sanction) ? bv_sanction_get_label (sanction) : value);
        return TRUE;
      }
    case VALUE_AWARD:
      *text = g_strdup (name_award (regimes, value));
      return TRUE;
    case VALUE_TEXT:
    default:
      *text = g_strdup (value);
      return TRUE;
    }
}

static gboolean
add_fields (BvConnection *connection,
            BvRegimeSet *regimes,
            const BvChange *change,
            GPtrArray *fields,
            GError **error)
{
  for (guint i = 0; change->columns[i] != NULL; i++)
    {
      const ColumnWords *words = find_column (change->table, change->columns[i]);
      g_autofree char *old_value = NULL;
      g_autofree char *new_value = NULL;
      if ((words != NULL && words->label == NULL)
          || (*change->old_values[i] == '\0' && *change->new_values[i] == '\0'))
        continue;
      if (!format_value (connection, regimes, words, change->old_values[i], &old_value, error)
          || !format_value (connection, regimes, words, change->new_values[i], &new_value, error))
        return FALSE;
      BvAuditField *field = g_new0 (BvAuditField, 1);
      field->label = g_strdup (words != NULL ? _ (words->label) : change->columns[i]);
      field->old_value = g_steal_pointer (&old_value);
      field->new_value = g_steal_pointer (&new_value);
      g_ptr_array_add (fields, field);
    }
  return TRUE;
}

GPtrArray *
bv_audit_read (BvStore *store, gint64 act_id, guint limit, GError **error)
{
  g_return_val_if_fail (BV_IS_STORE (store), NULL);
  g_autoptr (GPtrArray) changes = bv_store_list_changes (store, act_id, limit, error);
  g_autoptr (BvLease) lease = changes != NULL ? bv_store_lease (store, error) : NULL;
  if (lease == NULL)
    return NULL;
  BvConnection *connection = bv_lease_connection (lease);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return NULL;
  g_autoptr (GPtrArray)
    records = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_audit_record_free);
  for (guint i = 0; i < changes->len; i++)
    {
      const BvChange *change = g_ptr_array_index (changes, i);
      const TableWords *words = find_table (change->table);
      g_autoptr (GPtrArray)
        fields = g_ptr_array_new_with_free_func ((GDestroyNotify) audit_field_free);
      g_autofree char *name = NULL;
      if (!add_fields (connection, regimes, change, fields, error)
          || !look_up (connection, change->table, change->row_id, &name, error))
        return NULL;
      if (fields->len == 0 && g_str_equal (change->operation, "update"))
        continue;
      BvAuditRecord *record = g_new0 (BvAuditRecord, 1);
      record->kind = g_strdup (words != NULL ? _ (words->label) : change->table);
      record->name = name != NULL ? g_steal_pointer (&name) : kept_name (change);
      record->operation = g_strdup (change->operation);
      record->fields = g_steal_pointer (&fields);
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

BvRowSource *
bv_audit_source (const char *search)
{
  BvRowSource *source = bv_row_source_new (
    search == NULL ? "SELECT id FROM history ORDER BY id DESC"
                   : "SELECT id FROM history WHERE text_matches (title || ' ' || actor, ?1)"
                     " ORDER BY id DESC",
    "SELECT at, actor, kind, target, title,"
    " kind = 'act' AND coalesce ((SELECT later.kind FROM history AS later"
    "   WHERE later.target = history.id ORDER BY later.id DESC LIMIT 1), '') = 'undo'"
    " FROM history WHERE id = ?1");
  if (search != NULL)
    bv_row_source_bind_text (source, 1, search);
  return source;
}

char *
bv_audit_format_time (const char *at)
{
  g_autoptr (GDateTime) utc = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup (at);
}
