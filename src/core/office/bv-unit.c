// SPDX-License-Identifier: GPL-3.0-or-later
/* Units of the register: a tree with dates and an order. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-unit.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "office/bv-unit-order.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_unit_kinds[] = {
  { "authority", NC_ ("unit kind", "Authority"), "unit kind" },
  { "commune", NC_ ("unit kind", "Commune"), "unit kind" },
  { "ward", NC_ ("unit kind", "Ward"), "unit kind" },
  { "town", NC_ ("unit kind", "Town"), "unit kind" },
  { "village", NC_ ("unit kind", "Village"), "unit kind" },
  { "party", NC_ ("unit kind", "Party body"), "unit kind" },
  { "mass_organisation", NC_ ("unit kind", "Front or mass organisation"), "unit kind" },
  { "administration", NC_ ("unit kind", "Administrative office"), "unit kind" },
  { "public_service", NC_ ("unit kind", "Public-service unit"), "unit kind" },
  { "school", NC_ ("unit kind", "School"), "unit kind" },
  { "enterprise", NC_ ("unit kind", "Enterprise"), "unit kind" },
  { "cooperative", NC_ ("unit kind", "Cooperative"), "unit kind" },
  { "central_body", NC_ ("unit kind", "Central body in the area"), "unit kind" },
  { "armed_forces", NC_ ("unit kind", "Armed forces"), "unit kind" },
  { "other", NC_ ("unit kind", "Other"), "unit kind" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvUnit, name),
  BV_RECORD_TEXT_OR_NULL (BvUnit, code),
  BV_RECORD_TEXT (BvUnit, note),
  BV_RECORD_TEXT (BvUnit, kind),
  BV_RECORD_TEXT (BvUnit, abbreviation),
  BV_RECORD_TEXT (BvUnit, address),
  BV_RECORD_TEXT_OR_NULL (BvUnit, from_date),
  BV_RECORD_TEXT_OR_NULL (BvUnit, to_date),
};
#define N_SUBJECT_TEXTS 3
#define N_TEXTS ((int) G_N_ELEMENTS (texts))

#define COLUMNS                                                                                    \
  "s.name, s.code, s.note, u.kind, u.abbreviation, u.address, u.from_date, u.to_date,"             \
  " u.subject_id, u.parent_id, u.is_small, u.position"
#define EXISTS_ON(parameter)                                                                       \
  "(" parameter " IS NULL OR ((u.from_date IS NULL OR u.from_date <= " parameter ")"               \
  " AND (u.to_date IS NULL OR u.to_date >= " parameter ")))"

BvUnit *
bv_unit_new (void)
{
  BvUnit *self = bv_record_new (sizeof (BvUnit), texts, G_N_ELEMENTS (texts));

  g_free (self->kind);
  self->kind = g_strdup ("administration");
  return self;
}

BvUnit *
bv_unit_copy (const BvUnit *self)
{
  return bv_record_copy (self, sizeof (BvUnit), texts, G_N_ELEMENTS (texts));
}

void
bv_unit_free (BvUnit *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

GPtrArray *
bv_unit_validate (const BvUnit *self)
{
  GPtrArray *problems = bv_problems_new ();

  bv_record_check_name (problems, "name", self->name);
  bv_record_check_code (problems, "code", self->code);
  bv_record_check_choice (problems, "kind", bv_unit_kinds, self->kind);
  bv_record_check_dates (problems, self->from_date, self->to_date);
  if (self->id != 0 && self->parent_id == self->id)
    bv_problems_add (problems, "parent_id", BV_VALUE_ERROR_RANGE,
                     _ ("A unit cannot stand below itself."));
  if (self->position < 0)
    bv_problems_add (problems, "position", BV_VALUE_ERROR_RANGE,
                     _ ("The position cannot be negative."));
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return problems;
}

static BvUnit *
read_row (BvStatement *statement)
{
  BvUnit *self = bv_unit_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  self->parent_id = bv_statement_int (statement, N_TEXTS + 1);
  self->is_small = bv_statement_int (statement, N_TEXTS + 2) != 0;
  self->position = (int) bv_statement_int (statement, N_TEXTS + 3);
  return self;
}

static GPtrArray *
read_all (BvStatement *statement, gboolean with_depth, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_unit_free);
  gboolean has_row;

  while (statement != NULL)
    {
      BvUnit *unit;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&list);
      unit = read_row (statement);
      if (with_depth)
        unit->depth = (int) bv_statement_int (statement, N_TEXTS + 4);
      g_ptr_array_add (list, unit);
    }
  return NULL;
}

BvUnit *
bv_unit_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  statement = bv_connection_query (connection, error,
                                   "SELECT " COLUMNS " FROM unit u"
                                   " JOIN subject s ON s.id = u.subject_id WHERE u.subject_id = ?1",
                                   "i", id);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      bv_subject_not_found (error);
      return NULL;
    }
  return read_row (statement);
}

GPtrArray *
bv_unit_list (BvConnection *connection, const char *on_date, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE " BV_UNIT_ORDER_CTE " SELECT " COLUMNS ", r.depth FROM ranked_unit r"
    " JOIN unit u ON u.subject_id = r.id JOIN subject s ON s.id = r.id"
    " WHERE " EXISTS_ON ("?1") " ORDER BY r.rank",
    "s", on_date);

  return read_all (statement, TRUE, error);
}

GPtrArray *
bv_unit_list_children (BvConnection *connection,
                       gint64 parent_id,
                       const char *on_date,
                       GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT " COLUMNS " FROM unit u JOIN subject s ON s.id = u.subject_id"
    " WHERE u.parent_id IS nullif (?2, 0) AND " EXISTS_ON (
      "?1") " ORDER BY u.position, s.sort_key, s.id",
    "si", on_date, parent_id);

  return read_all (statement, FALSE, error);
}

GArray *
bv_unit_list_descendants (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  statement = bv_connection_query (connection, error, "SELECT id FROM " BV_UNIT_BELOW_SQL ("?1"),
                                   "i", id);
  while (statement != NULL)
    {
      gint64 below;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&ids);
      below = bv_statement_int (statement, 0);
      g_array_append_val (ids, below);
    }
  return NULL;
}

/* How many bytes of @unit, whole words, are the end of @post. */
static gsize
count_shared (const char *post, const char *unit)
{
  gsize longest = 0;

  for (const char *end = unit; end != NULL && strlen (unit) > longest;)
    {
      gsize length;
      const char *tail;

      end = strchr (end, ' ');
      length = end != NULL ? (gsize) (end - unit) : strlen (unit);
      if (length > strlen (post))
        break;
      tail = post + strlen (post) - length;
      if (g_utf8_validate (tail, -1, NULL) && (tail == post || tail[-1] == ' '))
        {
          g_autofree char *a = g_utf8_casefold (tail, -1);
          g_autofree char *b = g_utf8_casefold (unit, (gssize) length);

          if (strcmp (a, b) == 0)
            longest = length;
        }
      if (end != NULL)
        end++;
    }
  return longest;
}

char *
bv_unit_name_post (const char *post, const char *unit)
{
  gsize shared;

  if (*post == '\0' || *unit == '\0')
    return g_strconcat (post, unit, NULL);
  shared = count_shared (post, unit);
  return shared > 0 ? g_strconcat (post, unit + shared, NULL)
                    : g_strdup_printf ("%s, %s", post, unit);
}

char *
bv_unit_path (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  GString *path = g_string_new (NULL);
  gboolean has_row = TRUE;

  statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE above (id, height) AS (SELECT ?1, 0"
    " UNION ALL SELECT u.parent_id, height + 1 FROM above JOIN unit u ON u.subject_id = above.id"
    " WHERE u.parent_id IS NOT NULL)"
    " SELECT s.name FROM above JOIN subject s ON s.id = above.id ORDER BY height DESC",
    "i", id);
  while (statement != NULL && has_row)
    {
      if (!bv_statement_step (statement, &has_row, error))
        break;
      if (!has_row)
        return g_string_free (path, FALSE);
      if (path->len > 0)
        g_string_append (path, " › ");
      g_string_append (path, bv_statement_text (statement, 0));
    }
  g_string_free (path, TRUE);
  return NULL;
}

/* One of the ways in which a text can name a unit. @id stays 0 when nothing matches. */
static gboolean
find_by (BvConnection *connection,
         const char *sql,
         const char *text,
         const char *typed,
         gint64 *id,
         GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (connection, error, sql, "s", text);
  g_autofree char *first = NULL;
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  *id = bv_statement_int (statement, 0);
  first = g_strdup (bv_statement_text (statement, 1));
  if (!bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  *id = 0;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
               _ ("“%s” may be several units: %s or %s. Use the code of the unit."), typed, first,
               bv_statement_text (statement, 1));
  return FALSE;
}

gboolean
bv_unit_find (BvConnection *connection, const char *text, gint64 *id, GError **error)
{
  g_autofree char *clean = bv_text_clean (text);
  g_autofree char *fold = bv_text_fold (text);
  /* Units that still exist come first: a renamed one must not hide its successor. */
  static const char *const exact[] = {
    "SELECT id, name FROM subject WHERE kind = 2 AND code = ?1",
    "SELECT s.id, s.name || coalesce (' (' || s.code || ')', '') FROM subject s"
    " JOIN unit u ON u.subject_id = s.id WHERE s.kind = 2 AND s.name = ?1 AND u.to_date IS NULL",
    "SELECT s.id, s.name FROM subject s JOIN unit u ON u.subject_id = s.id"
    " WHERE u.abbreviation = ?1 AND u.to_date IS NULL",
    "SELECT id, name || coalesce (' (' || code || ')', '') FROM subject"
    " WHERE kind = 2 AND name = ?1",
  };
  static const char *const folded[] = {
    "SELECT s.id, s.name || coalesce (' (' || s.code || ')', '') FROM subject s"
    " JOIN unit u ON u.subject_id = s.id"
    " WHERE s.kind = 2 AND s.name_fold = ?1 AND u.to_date IS NULL",
    "SELECT id, name || coalesce (' (' || code || ')', '') FROM subject"
    " WHERE kind = 2 AND name_fold = ?1",
  };

  *id = 0;
  if (clean[0] == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (exact) && *id == 0; i++)
    if (!find_by (connection, exact[i], clean, clean, id, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (folded) && *id == 0; i++)
    if (!find_by (connection, folded[i], fold, clean, id, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_parent (BvConnection *connection, gint64 id, gint64 parent_id, GError **error)
{
  gint64 found;

  if (parent_id == 0)
    return TRUE;
  if (!bv_connection_query_int (connection, &found, 0, error,
                                "SELECT count(*) FROM unit WHERE subject_id = ?1", "i", parent_id))
    return FALSE;
  if (found == 0)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                           _ ("The unit above is not in the register."));
      return FALSE;
    }
  if (id == 0)
    return TRUE;
  if (!bv_connection_query_int (connection, &found, 0, error,
                                "SELECT ?2 IN " BV_UNIT_BELOW_SQL ("?1"), "ii", id, parent_id))
    return FALSE;
  if (found == 0)
    return TRUE;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("The unit chosen above already stands below this one."));
  return FALSE;
}

static gboolean
next_position (BvConnection *connection, gint64 parent_id, int *position, GError **error)
{
  gint64 value;

  if (!bv_connection_query_int (
        connection, &value, 1, error,
        "SELECT coalesce (max (position), 0) + 1 FROM unit WHERE parent_id IS nullif (?1, 0)", "i",
        parent_id))
    return FALSE;
  *position = (int) value;
  return TRUE;
}

/* A new unit, and one that goes below another, comes last there, unless the caller says where. */
static gboolean
place (BvConnection *connection, const BvUnit *self, int *position, GError **error)
{
  gint64 stays;

  *position = self->position;
  if (self->position == 0)
    return next_position (connection, self->parent_id, position, error);
  if (self->id == 0)
    return TRUE;
  if (!bv_connection_query_int (connection, &stays, 1, error,
                                "SELECT parent_id IS nullif (?2, 0) OR position <> ?3 FROM unit"
                                " WHERE subject_id = ?1",
                                "iii", self->id, self->parent_id, (gint64) self->position))
    return FALSE;
  return stays || next_position (connection, self->parent_id, position, error);
}

gboolean
bv_unit_save (BvConnection *connection, BvUnit *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gint64 id = self->id;
  int position;
  int parameter = G_N_ELEMENTS (texts) - N_SUBJECT_TEXTS;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_unit_validate (self);
  if (!bv_problems_check (problems, error)
      || !check_parent (connection, self->id, self->parent_id, error)
      || !place (connection, self, &position, error)
      || !bv_subject_save (connection, &id, BV_SUBJECT_UNIT, self->name, self->code, self->note,
                           error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO unit (kind, abbreviation, address, from_date, to_date, parent_id, is_small,"
        " position, subject_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
      : "UPDATE unit SET kind = ?1, abbreviation = ?2, address = ?3, from_date = ?4, to_date = ?5,"
        " parent_id = ?6, is_small = ?7, position = ?8 WHERE subject_id = ?9",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts + N_SUBJECT_TEXTS, (guint) parameter, statement, 1);
  if (self->parent_id == 0)
    bv_statement_bind_null (statement, ++parameter);
  else
    bv_statement_bind_int (statement, ++parameter, self->parent_id);
  bv_statement_bind_int (statement, ++parameter, self->is_small ? 1 : 0);
  bv_statement_bind_int (statement, ++parameter, position);
  bv_statement_bind_int (statement, ++parameter, id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  self->id = id;
  self->position = position;
  return TRUE;
}

/* What still hangs on a unit, in the order in which it is told. */
static const char *const hindrances[] = {
  "SELECT count(*) FROM unit WHERE parent_id = ?1",
  "SELECT count(*) FROM membership WHERE unit_id = ?1",
  "SELECT count(*) FROM household WHERE unit_id = ?1",
  "SELECT (SELECT count(*) FROM target WHERE unit_id = ?1)"
  " + (SELECT count(*) FROM measurement WHERE unit_id = ?1)",
  "SELECT count(*) FROM award WHERE unit_id = ?1",
};

static char *
describe_hindrance (guint index, const char *name)
{
  switch (index)
    {
    case 0:
      return g_strdup_printf (_ ("%s cannot be deleted: other units stand below it."), name);
    case 1:
      return g_strdup_printf (_ ("%s cannot be deleted: people have or had posts there."), name);
    case 2:
      return g_strdup_printf (_ ("%s cannot be deleted: households belong to it."), name);
    case 3:
      return g_strdup_printf (_ ("%s cannot be deleted: it has figures of indicators."), name);
    default:
      return g_strdup_printf (_ ("%s cannot be deleted: awards of its people name it."), name);
    }
}

gboolean
bv_unit_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autofree char *name = bv_subject_name (connection, id, BV_SUBJECT_UNIT, error);

  if (name == NULL || !bv_subject_refuse_awarded (connection, id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (hindrances); i++)
    {
      gint64 n;

      if (!bv_connection_query_int (connection, &n, 0, error, hindrances[i], "i", id))
        return FALSE;
      if (n > 0)
        {
          g_autofree char *message = describe_hindrance (i, name);

          g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT, message);
          return FALSE;
        }
    }
  return bv_connection_run (
           connection, error,
           "DELETE FROM unit_succession WHERE predecessor_id = ?1 OR successor_id = ?1", "i", id)
         && bv_connection_run (connection, error, "DELETE FROM unit WHERE subject_id = ?1", "i", id)
         && bv_connection_run (connection, error, "DELETE FROM subject WHERE id = ?1", "i", id);
}

gboolean
bv_unit_move (BvConnection *connection, gint64 id, gint64 parent_id, int position, GError **error)
{
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (BvUnit) unit = NULL;
  guint place;

  if (!check_parent (connection, id, parent_id, error))
    return FALSE;
  unit = bv_unit_load (connection, id, error);
  if (unit == NULL)
    return FALSE;
  siblings = bv_unit_list_children (connection, parent_id, NULL, error);
  if (siblings == NULL)
    return FALSE;
  for (guint i = 0; i < siblings->len; i++)
    if (((BvUnit *) siblings->pdata[i])->id == id)
      {
        g_ptr_array_remove_index (siblings, i);
        break;
      }
  place = (guint) CLAMP (position, 0, (int) siblings->len);
  unit->parent_id = parent_id;
  unit->position = -1;
  g_ptr_array_insert (siblings, (int) place, g_steal_pointer (&unit));
  for (guint i = 0; i < siblings->len; i++)
    {
      BvUnit *sibling = siblings->pdata[i];

      if (sibling->position == (int) i + 1)
        continue;
      if (!bv_connection_run (
            connection, error,
            "UPDATE unit SET parent_id = nullif (?2, 0), position = ?3 WHERE subject_id = ?1",
            "iii", sibling->id, parent_id, (gint64) i + 1))
        return FALSE;
    }
  return TRUE;
}
