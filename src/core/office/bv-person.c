// SPDX-License-Identifier: GPL-3.0-or-later
/* Persons of the register: reading, checking and writing one of them. Lists are in
 * bv-register-people.c. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-person.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EARLIEST_BIRTH 1850

const BvChoice bv_person_sexes[] = {
  { "", NC_ ("sex", "Not stated"), "sex" },
  { "male", NC_ ("sex", "Male"), "sex" },
  { "female", NC_ ("sex", "Female"), "sex" },
  { NULL, NULL, NULL },
};

const BvChoice bv_person_worker_classes[] = {
  { "", NC_ ("worker class", "Not stated"), "worker class" },
  { "cadre", NC_ ("worker class", "Cadre"), "worker class" },
  { "civil_servant", NC_ ("worker class", "Civil servant"), "worker class" },
  { "public_employee", NC_ ("worker class", "Public employee"), "worker class" },
  { "contract_worker", NC_ ("worker class", "Contract worker"), "worker class" },
  { "armed_forces", NC_ ("worker class", "Armed forces"), "worker class" },
  { "worker", NC_ ("worker class", "Worker"), "worker class" },
  { "farmer", NC_ ("worker class", "Farmer"), "worker class" },
  { "pupil", NC_ ("worker class", "Pupil or student"), "worker class" },
  { "businessperson", NC_ ("worker class", "Businessperson"), "worker class" },
  { "retired", NC_ ("worker class", "Retired"), "worker class" },
  { "other", NC_ ("worker class", "Other"), "worker class" },
  { NULL, NULL, NULL },
};

/* Decision 121-TCTK/PPCĐ of 2/3/1979, in the spelling used today; Kinh first, then by alphabet. */
const char *const bv_person_ethnic_groups[] = {
  "Kinh",    "Ba Na",  "Bố Y",     "Brâu",    "Bru - Vân Kiều", "Chăm",   "Chơ Ro",
  "Chu Ru",  "Chứt",   "Co",       "Cơ Ho",   "Cơ Lao",         "Cơ Tu",  "Cống",
  "Dao",     "Ê Đê",   "Gia Rai",  "Giáy",    "Gié - Triêng",   "Hà Nhì", "Hoa",
  "Hrê",     "Kháng",  "Khơ Me",   "Khơ Mú",  "La Chí",         "La Ha",  "La Hủ",
  "Lào",     "Lô Lô",  "Lự",       "Mạ",      "Mảng",           "M'Nông", "Mông",
  "Mường",   "Ngái",   "Nùng",     "Ơ Đu",    "Pà Thẻn",        "Phù Lá", "Pu Péo",
  "Ra Glai", "Rơ Măm", "Sán Chay", "Sán Dìu", "Si La",          "Tà Ôi",  "Tày",
  "Thái",    "Thổ",    "Xinh Mun", "Xơ Đăng", "Xtiêng",         NULL,
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvPerson, name),          BV_RECORD_TEXT_OR_NULL (BvPerson, code),
  BV_RECORD_TEXT (BvPerson, note),          BV_RECORD_TEXT (BvPerson, honorific),
  BV_RECORD_TEXT_OR_NULL (BvPerson, birth), BV_RECORD_TEXT (BvPerson, sex),
  BV_RECORD_TEXT (BvPerson, ethnic_group),  BV_RECORD_TEXT_OR_NULL (BvPerson, party_since),
  BV_RECORD_TEXT (BvPerson, worker_class),  BV_RECORD_TEXT (BvPerson, home),
  BV_RECORD_TEXT (BvPerson, address),       BV_RECORD_TEXT (BvPerson, phone),
};
#define N_SUBJECT_TEXTS 3 /* name, code, note stand in table subject */

BvPerson *
bv_person_new (void)
{
  return bv_record_new (sizeof (BvPerson), texts, G_N_ELEMENTS (texts));
}

BvPerson *
bv_person_copy (const BvPerson *self)
{
  return bv_record_copy (self, sizeof (BvPerson), texts, G_N_ELEMENTS (texts));
}

void
bv_person_free (BvPerson *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

gboolean
bv_person_is_minority (const BvPerson *self)
{
  g_autofree char *fold = bv_text_fold (self->ethnic_group);

  return fold[0] != '\0' && !g_str_equal (fold, "kinh");
}

char *
bv_person_address_form (const BvPerson *self)
{
  const char *honorific = self->honorific;

  /* Printed on Vietnamese papers, so not a message to translate. */
  if (honorific == NULL || honorific[0] == '\0')
    honorific = g_str_equal (self->sex, "male")     ? "Ông"
                : g_str_equal (self->sex, "female") ? "Bà"
                                                    : "Ông (Bà)";
  return g_strdup_printf ("%s %s", honorific, self->name);
}

static void
check_identity (GPtrArray *problems, const char *code)
{
  g_autofree char *clean = bv_text_clean (code);
  gsize length = strlen (clean);

  bv_record_check_code (problems, "code", code);
  /* Only digits and about as long: an identity number with a digit lost or doubled. Shorter
   * numbers are an office's own. */
  if (length >= 8 && strspn (clean, "0123456789") == length && length != 9 && length != 12)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("An identity number has 9 or 12 digits; this one has %d."), (int) length);

      bv_problems_add (problems, "code", BV_VALUE_ERROR_FORMAT, message);
    }
}

static void
check_birth (GPtrArray *problems, const char *birth)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *message = NULL;
  gboolean is_year;

  if (bv_record_is_blank (birth))
    return;
  is_year = strlen (birth) == 4 && strspn (birth, "0123456789") == 4;
  if (!is_year && !bv_date_is_valid (birth))
    {
      message = g_strdup_printf (_ ("“%s” is no date and no year of birth."), birth);
      bv_problems_add (problems, "birth", BV_VALUE_ERROR_FORMAT, message);
    }
  else if (strncmp (birth, today, strlen (birth)) > 0)
    bv_problems_add (problems, "birth", BV_VALUE_ERROR_RANGE, _ ("The birth lies in the future."));
  else if (g_ascii_strtoll (birth, NULL, 10) < EARLIEST_BIRTH)
    bv_problems_add (problems, "birth", BV_VALUE_ERROR_RANGE,
                     _ ("The year of birth is too early."));
}

GPtrArray *
bv_person_validate (const BvPerson *self)
{
  GPtrArray *problems = bv_problems_new ();

  bv_record_check_name (problems, "name", self->name);
  check_identity (problems, self->code);
  check_birth (problems, self->birth);
  bv_record_check_choice (problems, "sex", bv_person_sexes, self->sex);
  bv_record_check_choice (problems, "worker_class", bv_person_worker_classes, self->worker_class);
  bv_record_check_date (problems, "party_since", self->party_since);
  if (bv_problems_find (problems, "party_since") == NULL
      && bv_problems_find (problems, "birth") == NULL && !bv_record_is_blank (self->party_since)
      && !bv_record_is_blank (self->birth) && strcmp (self->party_since, self->birth) <= 0)
    bv_problems_add (problems, "party_since", BV_VALUE_ERROR_RANGE,
                     _ ("The admission to the Party is before the birth."));
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return problems;
}

BvPerson *
bv_person_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvPerson) self = bv_person_new ();
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  statement = bv_connection_query (
    connection, error,
    "SELECT s.name, s.code, s.note, p.honorific, p.birth, p.sex, p.ethnic_group, p.party_since,"
    " p.worker_class, p.home, p.address, p.phone, p.is_party_member"
    " FROM person p JOIN subject s ON s.id = p.subject_id WHERE p.subject_id = ?1",
    "i", id);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      bv_subject_not_found (error);
      return NULL;
    }
  self->id = id;
  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->is_party_member = bv_statement_int (statement, G_N_ELEMENTS (texts)) != 0;
  return g_steal_pointer (&self);
}

gboolean
bv_person_save (BvConnection *connection, BvPerson *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gint64 id = self->id;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  if (self->party_since != NULL)
    self->is_party_member = TRUE;
  problems = bv_person_validate (self);
  if (!bv_problems_check (problems, error)
      || !bv_subject_save (connection, &id, BV_SUBJECT_PERSON, self->name, self->code, self->note,
                           error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO person (honorific, birth, sex, ethnic_group, party_since, worker_class, home,"
        " address, phone, is_party_member, subject_id)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
      : "UPDATE person SET honorific = ?1, birth = ?2, sex = ?3, ethnic_group = ?4,"
        " party_since = ?5, worker_class = ?6, home = ?7, address = ?8, phone = ?9,"
        " is_party_member = ?10 WHERE subject_id = ?11",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts + N_SUBJECT_TEXTS, G_N_ELEMENTS (texts) - N_SUBJECT_TEXTS, statement,
                  1);
  bv_statement_bind_int (statement, 10, self->is_party_member ? 1 : 0);
  bv_statement_bind_int (statement, 11, id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  self->id = id;
  return TRUE;
}

gboolean
bv_person_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autofree char *name = bv_subject_name (connection, id, BV_SUBJECT_PERSON, error);

  /* What depends on the person is removed by name rather than by cascade: the history then shows
   * these rows, and an undo finds them in an order that the foreign keys accept. */
  return name != NULL && bv_subject_refuse_awarded (connection, id, error)
         && bv_connection_run (connection, error,
                               "UPDATE household SET head_id = NULL WHERE head_id = ?1", "i", id)
         && bv_connection_run (connection, error, "DELETE FROM membership WHERE person_id = ?1",
                               "i", id)
         && bv_connection_run (connection, error, "DELETE FROM person WHERE subject_id = ?1", "i",
                               id)
         && bv_connection_run (connection, error, "DELETE FROM subject WHERE id = ?1", "i", id);
}

gboolean
bv_person_find_duplicate (BvConnection *connection,
                          const BvPerson *self,
                          gint64 unit_id,
                          gint64 *id,
                          GError **error)
{
  g_autofree char *code = bv_text_clean (self->code);
  g_autofree char *fold = bv_text_fold (self->name);
  g_autofree char *year = NULL;

  *id = 0;
  if (code[0] != '\0')
    {
      if (!bv_connection_query_int (
            connection, id, 0, error,
            "SELECT id FROM subject WHERE code = ?1 AND kind = 1 AND id <> ?2", "si", code,
            self->id))
        return FALSE;
      if (*id != 0)
        return TRUE;
    }
  if (unit_id == 0 || self->birth == NULL || strlen (self->birth) < 4)
    return TRUE;
  year = g_strndup (self->birth, 4);
  /* Two different identity numbers are two persons, whatever else agrees. */
  return bv_connection_query_int (
    connection, id, 0, error,
    "SELECT s.id FROM subject s JOIN person p ON p.subject_id = s.id"
    " WHERE s.kind = 1 AND s.name_fold = ?1 AND substr(p.birth, 1, 4) = ?2 AND s.id <> ?3"
    " AND (?4 = '' OR s.code IS NULL)"
    " AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = s.id AND m.unit_id = ?5)"
    " ORDER BY s.id LIMIT 1",
    "ssisi", fold, year, self->id, code, unit_id);
}
