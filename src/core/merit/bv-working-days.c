// SPDX-License-Identifier: GPL-3.0-or-later
/* The calendar of an office: which days are worked, and how a term in working days is counted. The reader is strict:
 * a day misspelt in the table would move deadlines in silence. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-working-days.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define RESOURCE "/vn/bangvang/core/holidays.json"
#define FORMAT 1
/* No term is longer; holds even if every day were off by mistake. */
#define MAX_DAYS 3660
#define FIRST_YEAR 1945
#define LAST_YEAR 2200

struct _BvWorkingDays
{
  GHashTable *yearly; /* "09-02" → BvHoliday with on_date "09-02" */
  GHashTable *days;   /* ISO → BvHoliday */
  int first_year;
  int last_year;
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT_OR_NULL (BvHoliday, on_date),
  BV_RECORD_TEXT (BvHoliday, name),
};

BvHoliday *
bv_holiday_new (void)
{
  BvHoliday *self = bv_record_new (sizeof (BvHoliday), texts, G_N_ELEMENTS (texts));

  self->is_off = TRUE;
  return self;
}

BvHoliday *
bv_holiday_copy (const BvHoliday *self)
{
  return bv_record_copy (self, sizeof (BvHoliday), texts, G_N_ELEMENTS (texts));
}

void
bv_holiday_free (BvHoliday *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

/* ── Reading the table ───────────────────────────────────────────────────────────────────── */

static gboolean
fail (GError **error, const char *file, const char *path, const char *message)
{
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, "%s, %s: %s", file, path, message);
  return FALSE;
}

static gboolean
check_members (JsonObject *object,
               const char *const *known,
               const char *file,
               const char *path,
               GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_autofree char *at = g_strdup_printf ("%s.%s", path, (char *) l->data);

        return fail (error, file, at, _ ("the member is not known to this version"));
      }
  return TRUE;
}

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* 0: none, and not a number. */
static gint64
get_int (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_INT64
           ? json_node_get_int (node)
           : 0;
}

static gboolean
get_flag (JsonObject *object, const char *member, gboolean fallback, gboolean *flag)
{
  JsonNode *node = json_object_get_member (object, member);

  *flag = fallback;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *flag = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
is_weekend (const char *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5),
                  (GDateYear) atoi (date));
  return g_date_get_weekday (&day) >= G_DATE_SATURDAY;
}

static gboolean
is_day (const char *date)
{
  return date != NULL && strlen (date) == 10 && bv_date_is_valid (date);
}

static gboolean
read_entry (BvWorkingDays *self,
            JsonNode *node,
            gboolean is_yearly,
            const char *file,
            const char *path,
            GError **error)
{
  static const char *const day_members[] = { "date", "name", "off", "verified", NULL };
  static const char *const yearly_members[] = { "day", "name", "verified", NULL };
  GHashTable *table = is_yearly ? self->yearly : self->days;
  g_autoptr (BvHoliday) entry = bv_holiday_new ();
  g_autofree char *full = NULL;
  JsonObject *object;
  const char *name;
  const char *day;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, file, path, _ ("an object is expected"));
  object = json_node_get_object (node);
  if (!check_members (object, is_yearly ? yearly_members : day_members, file, path, error))
    return FALSE;
  day = get_text (object, is_yearly ? "day" : "date");
  /* 2023 is no leap year: no holiday stands on 29 February. */
  full = is_yearly && day != NULL ? g_strdup_printf ("2023-%s", day) : g_strdup (day);
  if (!is_day (full))
    return fail (error, file, path,
                 is_yearly ? _ ("a day like 09-02 is expected")
                           : _ ("a date like 2024-01-31 is expected"));
  name = get_text (object, "name");
  if (name == NULL || *name == '\0')
    return fail (error, file, path, _ ("the name is missing"));
  if (!get_flag (object, "off", TRUE, &entry->is_off)
      || !get_flag (object, "verified", FALSE, &entry->is_verified))
    return fail (error, file, path, _ ("true or false is expected"));
  if (!json_object_has_member (object, "verified"))
    return fail (error, file, path, _ ("it must say whether it is verified"));
  if (!is_yearly && (atoi (day) < self->first_year || atoi (day) > self->last_year))
    return fail (error, file, path, _ ("the day lies outside the years of the table"));
  if (!entry->is_off && !is_weekend (day))
    return fail (error, file, path, _ ("only a Saturday or Sunday can be worked in exchange"));
  if (g_hash_table_contains (table, day))
    return fail (error, file, path, _ ("the day stands in the table twice"));
  bv_text_set (&entry->on_date, day);
  bv_text_set (&entry->name, name);
  g_hash_table_insert (table, entry->on_date, entry);
  entry = NULL;
  return TRUE;
}

static gboolean
read_list (BvWorkingDays *self,
           JsonObject *root,
           const char *member,
           gboolean is_yearly,
           const char *file,
           GError **error)
{
  JsonNode *node = json_object_get_member (root, member);
  JsonArray *list;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autofree char *path = g_strdup_printf ("$.%s", member);

      return fail (error, file, path, _ ("a list is expected"));
    }
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.%s[%u]", member, i);

      if (!read_entry (self, json_array_get_element (list, i), is_yearly, file, path, error))
        return FALSE;
    }
  return TRUE;
}

static BvWorkingDays *
new_empty (void)
{
  BvWorkingDays *self = g_new0 (BvWorkingDays, 1);

  /* The key is the entry's own on_date. */
  self->yearly = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) bv_holiday_free);
  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                      (GDestroyNotify) bv_holiday_free);
  return self;
}

BvWorkingDays *
bv_working_days_new_from_file (const char *file, GBytes *bytes, GError **error)
{
  static const char *const members[] = { "format", "from", "to", "yearly", "days", NULL };
  g_autoptr (BvWorkingDays) self = new_empty ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  JsonObject *root;
  const char *data;
  gsize length;
  gint64 from;
  gint64 to;

  data = g_bytes_get_data (bytes, &length);
  /* Of no bytes there is no address. */
  if (!json_parser_load_from_data (parser, length > 0 ? data : "", (gssize) length, &local))
    {
      /* The parser quotes single bytes. */
      g_autofree char *told = bv_text_clean (local->message);

      fail (error, file, "$", told);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      fail (error, file, "$", _ ("an object is expected"));
      return NULL;
    }
  root = json_node_get_object (json_parser_get_root (parser));
  if (!check_members (root, members, file, "$", error))
    return NULL;
  if (get_int (root, "format") != FORMAT)
    {
      fail (error, file, "$.format", _ ("the format is not known to this version"));
      return NULL;
    }
  from = get_int (root, "from");
  to = get_int (root, "to");
  if (from < FIRST_YEAR || to > LAST_YEAR || from > to)
    {
      fail (error, file, "$.from", _ ("the first and last year of the table are expected"));
      return NULL;
    }
  self->first_year = (int) from;
  self->last_year = (int) to;
  if (!read_list (self, root, "yearly", TRUE, file, error)
      || !read_list (self, root, "days", FALSE, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
read_own (BvWorkingDays *self, BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection, "SELECT on_date, name, is_off FROM holiday", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvHoliday *entry;

      if (!has_row)
        return TRUE;
      entry = bv_holiday_new ();
      bv_text_set (&entry->on_date, bv_statement_text (statement, 0));
      bv_text_set (&entry->name, bv_statement_text (statement, 1));
      entry->is_off = bv_statement_int (statement, 2) != 0;
      entry->is_verified = TRUE;
      entry->is_own = TRUE;
      g_hash_table_replace (self->days, entry->on_date, entry);
    }
  return FALSE;
}

BvWorkingDays *
bv_working_days_load (BvConnection *connection, GError **error)
{
  g_autoptr (GBytes)
    bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (BvWorkingDays) self = NULL;

  if (bytes == NULL)
    return NULL;
  self = bv_working_days_new_from_file ("holidays.json", bytes, error);
  if (self == NULL || (connection != NULL && !read_own (self, connection, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
bv_working_days_free (BvWorkingDays *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->yearly, g_hash_table_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_free (self);
}

/* ── Counting ────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_working_days_knows (BvWorkingDays *self, int year)
{
  return year >= self->first_year && year <= self->last_year;
}

const BvHoliday *
bv_working_days_find (BvWorkingDays *self, const char *date)
{
  const BvHoliday *entry = g_hash_table_lookup (self->days, date);

  if (entry != NULL)
    return entry;
  return strlen (date) == 10 ? g_hash_table_lookup (self->yearly, date + 5) : NULL;
}

gboolean
bv_working_days_is_working (BvWorkingDays *self, const char *date)
{
  const BvHoliday *entry = bv_working_days_find (self, date);

  return entry != NULL ? !entry->is_off : !is_weekend (date);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BvHoliday *const *) a)->on_date, (*(BvHoliday *const *) b)->on_date);
}

GPtrArray *
bv_working_days_list (BvWorkingDays *self, int year)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_holiday_free);
  GHashTableIter iter;
  BvHoliday *entry;

  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    if (bv_date_year (entry->on_date) == year)
      g_ptr_array_add (list, bv_holiday_copy (entry));
  g_hash_table_iter_init (&iter, self->yearly);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      g_autofree char *date = g_strdup_printf ("%04d-%s", year, entry->on_date);
      BvHoliday *copy;

      if (g_hash_table_contains (self->days, date))
        continue;
      copy = bv_holiday_copy (entry);
      bv_text_take (&copy->on_date, g_steal_pointer (&date));
      g_ptr_array_add (list, copy);
    }
  g_ptr_array_sort (list, compare_entries);
  return list;
}

char *
bv_working_days_add (BvWorkingDays *self, const char *from, int n)
{
  g_autofree char *day = g_strdup (from);

  for (int i = 0; n > 0 && i < MAX_DAYS; i++)
    {
      char *next = bv_date_add_days (day, 1);

      g_free (day);
      day = next;
      if (bv_working_days_is_working (self, day))
        n--;
    }
  return g_steal_pointer (&day);
}

int
bv_working_days_count (BvWorkingDays *self, const char *from, const char *to)
{
  gboolean is_reverse = strcmp (to, from) < 0;
  g_autofree char *day = g_strdup (is_reverse ? to : from);
  const char *end = is_reverse ? from : to;
  int n = 0;

  for (int i = 0; i < MAX_DAYS && strcmp (day, end) < 0; i++)
    {
      char *next = bv_date_add_days (day, 1);

      g_free (day);
      day = next;
      n += bv_working_days_is_working (self, day);
    }
  return is_reverse ? -n : n;
}

/* ── The office's own entries ────────────────────────────────────────────────────────────── */

/* @format: with one %s for the day. */
static void
add_about_day (GPtrArray *problems, const BvHoliday *self, int code, const char *format)
{
  g_autofree char *day = bv_date_format_short (self->on_date);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *message = g_strjoinv (day, parts);

  bv_problems_add (problems, "on_date", code, message);
}

/* A day that is entered already, and one that is as the built-in table has it: an entry that changes nothing only
 * hides the built-in one. */
static gboolean
check_day (BvConnection *connection, GPtrArray *problems, const BvHoliday *self, GError **error)
{
  g_autoptr (BvWorkingDays) built_in = NULL;
  gint64 n;

  if (bv_date_year (self->on_date) < FIRST_YEAR || bv_date_year (self->on_date) > LAST_YEAR)
    {
      add_about_day (problems, self, BV_VALUE_ERROR_RANGE,
                     _ ("%s is no day of this calendar: it knows the years 1945 to 2200."));
      return TRUE;
    }
  built_in = bv_working_days_load (NULL, error);
  if (built_in == NULL
      || !bv_connection_query_int (connection, &n, 0, error,
                                   "SELECT count (*) FROM holiday WHERE on_date = ?1", "s",
                                   self->on_date))
    return FALSE;
  if (n > 0)
    add_about_day (problems, self, BV_VALUE_ERROR_DUPLICATE,
                   _ ("The office has entered %s already: take that entry back first."));
  else if (bv_working_days_is_working (built_in, self->on_date) != self->is_off)
    add_about_day (problems, self, BV_VALUE_ERROR_DUPLICATE,
                   self->is_off ? _ ("%s is off already.") : _ ("%s is a working day already."));
  return TRUE;
}

GPtrArray *
bv_holiday_validate (BvConnection *connection, const BvHoliday *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();

  if (bv_record_is_blank (self->on_date))
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_EMPTY, _ ("The day is missing."));
  else if (!is_day (self->on_date))
    {
      g_autofree char *message = g_strdup_printf (_ ("“%s” is no date: write day, month and year."),
                                                  self->on_date);

      bv_problems_add (problems, "on_date", BV_VALUE_ERROR_FORMAT, message);
    }
  if (self->is_off && bv_record_is_blank (self->name))
    bv_problems_add (problems, "name", BV_VALUE_ERROR_EMPTY, _ ("Write why the day is off."));
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  if (bv_problems_find (problems, "on_date") == NULL
      && !check_day (connection, problems, self, error))
    return NULL;
  return g_steal_pointer (&problems);
}

gboolean
bv_holiday_save (BvConnection *connection, BvHoliday *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_holiday_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  return bv_connection_run (connection, error,
                            "INSERT INTO holiday (on_date, name, is_off) VALUES (?1, ?2, ?3)",
                            "ssi", self->on_date, self->name, (gint64) self->is_off);
}

gboolean
bv_holiday_delete (BvConnection *connection, const char *on_date, GError **error)
{
  g_autofree char *day = NULL;

  if (!bv_connection_run (connection, error, "DELETE FROM holiday WHERE on_date = ?1", "s",
                          on_date))
    return FALSE;
  if (bv_connection_n_changed (connection) == 1)
    return TRUE;
  day = bv_date_format_short (on_date);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               _ ("The office has changed nothing about %s."), day);
  return FALSE;
}

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_holiday_save (connection, user_data, error);
}

static gboolean
delete_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_holiday_delete (connection, user_data, error);
}

gboolean
bv_holiday_save_act (BvStore *store, BvHoliday *self, gint64 *act_id, GError **error)
{
  g_autofree char *day = bv_date_format_short (self->on_date);
  g_autofree char *title = g_strdup_printf (
    self->is_off ? _ ("Make %s a day off") : _ ("Make %s a working day"), day);

  return bv_store_act (store, title, BV_ACT_NONE, save_cb, self, NULL, act_id, error);
}

gboolean
bv_holiday_delete_act (BvStore *store, const char *on_date, gint64 *act_id, GError **error)
{
  g_autofree char *day = bv_date_format_short (on_date);
  g_autofree char *title = g_strdup_printf (_ ("Put %s back as in the built-in calendar"), day);

  return bv_store_act (store, title, BV_ACT_NONE, delete_cb, (gpointer) on_date, NULL, act_id,
                       error);
}
