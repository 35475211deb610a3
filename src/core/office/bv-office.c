// SPDX-License-Identifier: GPL-3.0-or-later
/* The office itself through time, and what its papers say about it. The first run is in
 * bv-office-setup.c. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-office.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_office_levels[] = {
  { "district", NC_ ("office level", "District"), "office level" },
  { "commune", NC_ ("office level", "Commune or ward"), "office level" },
  { "province", NC_ ("office level", "Province"), "office level" },
  { "ministry_unit", NC_ ("office level", "Unit of a ministry"), "office level" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvOfficePeriod, from_date),         BV_RECORD_TEXT (BvOfficePeriod, level),
  BV_RECORD_TEXT (BvOfficePeriod, superior_name),     BV_RECORD_TEXT (BvOfficePeriod, name),
  BV_RECORD_TEXT (BvOfficePeriod, area_name),         BV_RECORD_TEXT (BvOfficePeriod, place),
  BV_RECORD_TEXT (BvOfficePeriod, department),        BV_RECORD_TEXT (BvOfficePeriod, symbol),
  BV_RECORD_TEXT (BvOfficePeriod, department_symbol),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))
#define COLUMNS                                                                                    \
  "SELECT from_date, level, superior_name, name, area_name, place, department, symbol,"            \
  " department_symbol, id FROM office_period "

BvOfficePeriod *
bv_office_period_new (void)
{
  BvOfficePeriod *self = bv_record_new (sizeof (BvOfficePeriod), texts, G_N_ELEMENTS (texts));

  g_free (self->level);
  self->level = g_strdup ("district");
  return self;
}

BvOfficePeriod *
bv_office_period_copy (const BvOfficePeriod *self)
{
  return bv_record_copy (self, sizeof (BvOfficePeriod), texts, G_N_ELEMENTS (texts));
}

void
bv_office_period_free (BvOfficePeriod *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

/* "huyện Mường La" → "Mường La": the place is the area without its kind. A longer kind stands
 * before a shorter one that begins it. */
static char *
place_of_area (const char *area_name)
{
  static const char *const kinds[] = { "thành phố ", "thị xã ", "thị trấn ", "đặc khu ", "phường ",
                                       "huyện ",     "quận ",   "tỉnh ",     "xã " };
  g_autofree char *clean = bv_text_clean (area_name);
  g_autofree char *lower = g_utf8_strdown (clean, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (lower, kinds[i]))
      return g_strdup (g_utf8_offset_to_pointer (clean, g_utf8_strlen (kinds[i], -1)));
  return g_strdup (clean);
}

BvOfficePeriod *
bv_office_period_suggest (const char *level,
                          const char *area_name,
                          const char *superior_area,
                          const char *from_date)
{
  BvOfficePeriod *self = bv_office_period_new ();
  g_autofree char *area = bv_text_clean (area_name);
  g_autofree char *superior = bv_text_clean (superior_area);
  const char *department = "Phòng Nội vụ";
  const char *symbol = "PNV";

  /* Names of Vietnamese authorities, printed as they are in every language of the interface. */
  if (g_strcmp0 (level, "commune") == 0)
    {
      department = "Phòng Văn hóa - Xã hội";
      symbol = "PVHXH";
    }
  else if (g_strcmp0 (level, "province") == 0)
    {
      department = "Sở Nội vụ";
      symbol = "SNV";
    }
  bv_text_take (&self->from_date, g_strdup (from_date == NULL ? "" : from_date));
  bv_text_take (&self->level, g_strdup (level == NULL ? "district" : level));
  bv_text_take (&self->place, place_of_area (area));
  bv_text_take (&self->department, g_strdup (department));
  bv_text_take (&self->department_symbol, g_strdup (symbol));
  if (g_strcmp0 (level, "ministry_unit") == 0)
    {
      bv_text_take (&self->name, g_strdup (area));
      bv_text_take (&self->superior_name, g_strdup (superior));
      bv_text_take (&self->area_name, g_strdup (area));
      bv_text_take (&self->place, g_strdup (""));
      bv_text_take (&self->department, g_strdup ("Văn phòng"));
      bv_text_take (&self->department_symbol, g_strdup ("VP"));
      return self;
    }
  bv_text_take (&self->area_name, g_strdup (area));
  bv_text_take (&self->name,
                area[0] == '\0' ? g_strdup ("") : g_strdup_printf ("Ủy ban nhân dân %s", area));
  if (superior[0] != '\0')
    bv_text_take (&self->superior_name, g_strdup_printf ("Ủy ban nhân dân %s", superior));
  bv_text_take (&self->symbol, g_strdup ("UBND"));
  return self;
}

GPtrArray *
bv_office_period_validate (const BvOfficePeriod *self)
{
  GPtrArray *problems = bv_problems_new ();

  if (bv_record_is_blank (self->from_date))
    bv_problems_add (problems, "from_date", BV_VALUE_ERROR_EMPTY,
                     _ ("The day from which the names apply is missing."));
  else
    bv_record_check_date (problems, "from_date", self->from_date);
  bv_record_check_choice (problems, "level", bv_office_levels, self->level);
  bv_record_check_name (problems, "name", self->name);
  if (bv_record_is_blank (self->area_name))
    bv_problems_add (problems, "area_name", BV_VALUE_ERROR_EMPTY,
                     _ ("The name of the area is missing."));
  if (bv_record_is_blank (self->place))
    bv_problems_add (problems, "place", BV_VALUE_ERROR_EMPTY,
                     _ ("The place that stands before the date is missing."));
  if (bv_record_is_blank (self->department))
    bv_problems_add (problems, "department", BV_VALUE_ERROR_EMPTY,
                     _ ("The name of the department is missing."));
  if (bv_record_is_blank (self->symbol))
    bv_problems_add (problems, "symbol", BV_VALUE_ERROR_EMPTY,
                     _ ("The symbol for the numbers of papers is missing."));
  if (bv_record_is_blank (self->department_symbol))
    bv_problems_add (problems, "department_symbol", BV_VALUE_ERROR_EMPTY,
                     _ ("The department's symbol is missing."));
  return problems;
}

static BvOfficePeriod *
read_row (BvStatement *statement)
{
  BvOfficePeriod *self = bv_office_period_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  return self;
}

BvOfficePeriod *
bv_office_period_on (BvConnection *connection, const char *date, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    COLUMNS "ORDER BY from_date <= ?1 DESC,"
            " CASE WHEN from_date <= ?1 THEN from_date END DESC, from_date LIMIT 1",
    "s", date);

  return bv_statement_load (statement, (BvRowFunc) read_row,
                            _ ("The office is not set up yet: its name and place are missing."),
                            error);
}

GPtrArray *
bv_office_period_list (BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "ORDER BY from_date", "");

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_office_period_free,
                            error);
}

gboolean
bv_office_period_save (BvConnection *connection, BvOfficePeriod *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gint64 other;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_office_period_validate (self);
  if (!bv_problems_check (problems, error)
      || !bv_connection_query_int (connection, &other, 0, error,
                                   "SELECT id FROM office_period WHERE from_date = ?1 AND id <> ?2",
                                   "si", self->from_date, self->id))
    return FALSE;
  if (other != 0)
    {
      g_autofree char *day = bv_date_format_short (self->from_date);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                   _ ("The office already has names that apply from %s."), day);
      return FALSE;
    }
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO office_period (from_date, level, superior_name, name, area_name, place,"
        " department, symbol, department_symbol) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
      : "UPDATE office_period SET from_date = ?1, level = ?2, superior_name = ?3, name = ?4,"
        " area_name = ?5, place = ?6, department = ?7, symbol = ?8, department_symbol = ?9"
        " WHERE id = ?10",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, G_N_ELEMENTS (texts), statement, 1);
  if (self->id != 0)
    bv_statement_bind_int (statement, N_TEXTS + 1, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  return TRUE;
}

gboolean
bv_office_period_delete (BvConnection *connection, gint64 id, GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count(*) FROM office_period WHERE id <> ?1", "i", id))
    return FALSE;
  if (n == 0)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT,
                           _ ("These are the only names of the office: edit them instead."));
      return FALSE;
    }
  if (!bv_connection_run (connection, error, "DELETE FROM office_period WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

gboolean
bv_office_is_set_up (BvConnection *connection, gboolean *is_set_up, GError **error)
{
  gint64 n;

  *is_set_up = FALSE;
  if (!bv_connection_query_int (connection, &n, 0, error, "SELECT count(*) FROM office_period", ""))
    return FALSE;
  *is_set_up = n > 0;
  return TRUE;
}

BvLetterhead *
bv_office_period_letterhead (const BvOfficePeriod *self, BvIssuer issuer)
{
  BvLetterhead *head = g_new0 (BvLetterhead, 1);

  if (issuer == BV_ISSUER_DEPARTMENT)
    {
      head->superior = bv_text_upper (self->name);
      head->issuer = bv_text_upper (self->department);
    }
  else
    {
      /* A people's committee names no superior body on its papers; a ministry's unit does. */
      head->superior = g_str_equal (self->level, "ministry_unit")
                         ? bv_text_upper (self->superior_name)
                         : g_strdup ("");
      head->issuer = bv_text_upper (self->name);
    }
  head->nation = g_strdup ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  head->motto = g_strdup ("Độc lập - Tự do - Hạnh phúc");
  head->place = g_strdup (self->place);
  return head;
}

void
bv_letterhead_free (BvLetterhead *self)
{
  if (self == NULL)
    return;
  g_free (self->superior);
  g_free (self->issuer);
  g_free (self->nation);
  g_free (self->motto);
  g_free (self->place);
  g_free (self);
}

char *
bv_office_period_number (const BvOfficePeriod *self,
                         BvIssuer issuer,
                         gint64 number,
                         const char *type)
{
  const char *symbol = issuer == BV_ISSUER_DEPARTMENT ? self->department_symbol : self->symbol;
  g_autofree char *digits = number > 0 ? bv_number_two_digits (number) : g_strdup ("…");

  return g_strdup_printf ("%s/%s-%s", digits, type, symbol);
}

char *
bv_office_period_chairman (const BvOfficePeriod *self)
{
  if (g_str_equal (self->level, "ministry_unit"))
    return g_strdup_printf ("Thủ trưởng %s", self->name);
  return g_strdup_printf ("Chủ tịch %s", self->name);
}

/* Who heads what: the post takes the place of the kind, "Trưởng phòng Nội vụ", but for a Sở, "Giám đốc Sở Nội vụ". */
static const struct
{
  const char *kind;
  const char *post;
  const char *between; /* the post and what is left of the name */
} heads[] = {
  { "Phòng", "Trưởng phòng", "" },
  { "Sở", "Giám đốc", " Sở" },
  { "Ban", "Trưởng ban", "" },
  { "Văn phòng", "Chánh Văn phòng", "" },
};

static int
find_head (const BvOfficePeriod *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (self->department, heads[i].kind))
      return (int) i;
  return -1;
}

const char *
bv_office_period_department_post (const BvOfficePeriod *self)
{
  int i = find_head (self);

  return i < 0 ? "Thủ trưởng" : heads[i].post;
}

char *
bv_office_period_department_head (const BvOfficePeriod *self)
{
  int i = find_head (self);

  if (i < 0)
    return g_strdup_printf ("Thủ trưởng %s", self->department);
  return g_strconcat (heads[i].post, heads[i].between, self->department + strlen (heads[i].kind),
                      NULL);
}

char *
bv_office_period_place_and_date (const BvOfficePeriod *self, const char *date)
{
  g_autofree char *day = bv_date_is_valid (date) ? bv_date_format_long (date)
                                                 : g_strdup ("ngày … tháng … năm …");

  return g_strdup_printf ("%s, %s", self->place, day);
}

const char *
bv_office_period_decision_level (const BvOfficePeriod *self)
{
  return g_str_equal (self->level, "ministry_unit") ? "unit" : self->level;
}

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_office_period_save (connection, user_data, error);
}

static gboolean
delete_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_office_period_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_office_save_period (BvStore *store, BvOfficePeriod *period, gint64 *act_id, GError **error)
{
  gboolean is_new = period->id == 0;
  g_autofree char *title = g_strdup_printf (_ ("Change the names of the office: %s"), period->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_cb, period, NULL, act_id, error))
    return TRUE;
  if (is_new)
    period->id = 0;
  return FALSE;
}

gboolean
bv_office_delete_period (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  return bv_store_act (store, _ ("Delete names of the office that applied for a time"), BV_ACT_NONE,
                       delete_cb, &id, NULL, act_id, error);
}
