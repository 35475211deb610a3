// SPDX-License-Identifier: GPL-3.0-or-later
/* Reads the table of how ratings are made. Strict as the regimes are: what is misspelt must not be passed over. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-rating-rule.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-absence.h"
#include "office/bv-setting.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define FORMAT 1
#define RESOURCE "/vn/bangvang/core/ratings.json"

/* Where the reader stands: for messages. */
typedef struct
{
  const char *file;
  GString *path;
  GError **error;
} Reader;

static void
leave_free (BvRatingLeave *leave)
{
  g_free (leave->rule);
  g_strfreev (leave->kinds);
  g_free (leave->article);
  g_free (leave);
}

void
bv_rating_rule_free (BvRatingRule *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->points_article);
  g_free (self->cap_article);
  g_clear_pointer (&self->leaves, g_ptr_array_unref);
  g_free (self->discipline_article);
  g_free (self);
}

static BvRatingRule *
rule_new (void)
{
  BvRatingRule *self = g_new0 (BvRatingRule, 1);

  for (int i = 0; i < BV_N_GRADES; i++)
    self->from_points[i] = -1;
  self->leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) leave_free);
  return self;
}

static gboolean
fail (Reader *reader, const char *member, const char *message)
{
  /* Only the first defect is told: the others often follow from it. */
  if (reader->error == NULL || *reader->error == NULL)
    g_set_error (reader->error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, "%s, %s%s%s: %s",
                 reader->file, reader->path->str, *member != '\0' ? "." : "", member, message);
  return FALSE;
}

static gboolean
check_members (Reader *reader, JsonObject *object, const char *const *known)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      return fail (reader, l->data, _ ("the member is not known to this version"));
  return TRUE;
}

static gboolean
check_type (Reader *reader, JsonObject *object, const char *member, GType type, const char *message)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return fail (reader, member, _ ("the member is missing"));
  return (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type)
         || fail (reader, member, message);
}

static gboolean
read_text (Reader *reader, JsonObject *object, const char *member, char **text)
{
  if (!check_type (reader, object, member, G_TYPE_STRING, _ ("a text is expected")))
    return FALSE;
  *text = g_strdup (json_object_get_string_member (object, member));
  return **text != '\0' || fail (reader, member, _ ("the text must not be empty"));
}

static gboolean
read_flag (Reader *reader, JsonObject *object, const char *member, gboolean *flag)
{
  if (!check_type (reader, object, member, G_TYPE_BOOLEAN, _ ("true or false is expected")))
    return FALSE;
  *flag = json_object_get_boolean_member (object, member);
  return TRUE;
}

static gboolean
read_int (Reader *reader, JsonObject *object, const char *member, int low, int high, int *number)
{
  gint64 value;

  if (!check_type (reader, object, member, G_TYPE_INT64, _ ("a whole number is expected")))
    return FALSE;
  value = json_object_get_int_member (object, member);
  *number = (int) value;
  return (value >= low && value <= high) || fail (reader, member, _ ("the number is out of range"));
}

/* In quotes, so that no binary fraction creeps in. */
static gboolean
read_points (Reader *reader, JsonObject *object, const char *member, gint64 *points)
{
  g_autofree char *text = NULL;

  return read_text (reader, object, member, &text)
         && (bv_number_parse_hundredths (text, points, NULL)
             || fail (reader, member, _ ("points like \"27.5\" are expected, in quotes")));
}

static gboolean
read_grade (Reader *reader, JsonObject *object, const char *member, BvGrade *grade)
{
  g_autofree char *text = NULL;

  return read_text (reader, object, member, &text)
         && (bv_grade_from_code (text, grade) || fail (reader, member, _ ("no such grade")));
}

static JsonObject *
get_object (Reader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail (reader, member, node == NULL ? _ ("the member is missing") : _ ("an object is expected"));
  return NULL;
}

static JsonArray *
get_array (Reader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    fail (reader, member, _ ("the member is missing"));
  else if (!JSON_NODE_HOLDS_ARRAY (node))
    fail (reader, member, _ ("a list is expected"));
  else if (json_array_get_length (json_node_get_array (node)) == 0)
    fail (reader, member, _ ("the list must not be empty"));
  else
    return json_node_get_array (node);
  return NULL;
}

/* Goes into element @i of a list; the path is cut back by the caller. */
static JsonObject *
enter (Reader *reader, JsonArray *array, const char *member, guint i, gsize *length)
{
  JsonNode *node = json_array_get_element (array, i);

  *length = reader->path->len;
  g_string_append_printf (reader->path, ".%s[%u]", member, i);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail (reader, "", _ ("an object is expected"));
  return NULL;
}

static gboolean
read_steps (Reader *reader, JsonObject *object, BvRatingRule *rule)
{
  static const char *const known[] = { "grade", "from", NULL };
  JsonArray *array = get_array (reader, object, "grades");
  gint64 above = rule->general_points + rule->result_points + 1;
  gsize length;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *step = enter (reader, array, "grades", i, &length);
      BvGrade grade;
      gint64 from;

      if (step == NULL || !check_members (reader, step, known)
          || !read_grade (reader, step, "grade", &grade)
          || !read_points (reader, step, "from", &from))
        return FALSE;
      if (grade != (BvGrade) i || from >= above)
        return fail (reader, "", _ ("the grades must fall from the best to the last"));
      rule->from_points[grade] = above = from;
      g_string_truncate (reader->path, length);
    }
  return (json_array_get_length (array) == BV_GRADE_NONE && above == 0)
         || fail (reader, "grades", _ ("the four grades down to 0 points are expected"));
}

static gboolean
read_scale (Reader *reader, JsonObject *object, BvRatingRule *rule)
{
  static const char *const known[] = { "general", "result", "grades", "article", "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *points;

  if (!json_object_has_member (object, "points"))
    return TRUE;
  points = get_object (reader, object, "points");
  if (points == NULL)
    return FALSE;
  g_string_append (reader->path, ".points");
  if (!check_members (reader, points, known)
      || !read_points (reader, points, "general", &rule->general_points)
      || !read_points (reader, points, "result", &rule->result_points)
      || !read_steps (reader, points, rule)
      || !read_text (reader, points, "article", &rule->points_article)
      || !read_flag (reader, points, "verified", &rule->points_are_verified))
    return FALSE;
  g_string_truncate (reader->path, length);
  return TRUE;
}

static gboolean
read_kinds (Reader *reader, JsonObject *object, char ***kinds)
{
  JsonArray *array = get_array (reader, object, "kinds");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *kind = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (kind == NULL || !bv_choice_has (bv_absence_kinds, kind))
        return fail (reader, "kinds", _ ("no such kind of absence"));
      g_ptr_array_add (list, g_strdup (kind));
    }
  g_ptr_array_add (list, NULL);
  *kinds = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  return TRUE;
}

static gboolean
read_leaves (Reader *reader, JsonObject *object, BvRatingRule *rule)
{
  static const char *const known[] = { "rule", "at_most", "kinds", "article", "verified", NULL };
  JsonArray *array;
  gsize length;

  if (!json_object_has_member (object, "leave"))
    return TRUE;
  array = get_array (reader, object, "leave");
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *member = enter (reader, array, "leave", i, &length);
      BvRatingLeave *leave;

      if (member == NULL)
        return FALSE;
      leave = g_new0 (BvRatingLeave, 1);
      g_ptr_array_add (rule->leaves, leave);
      if (!check_members (reader, member, known)
          || !read_text (reader, member, "rule", &leave->rule)
          || (bv_setting_default (leave->rule) == NULL
              && !fail (reader, "rule", _ ("no such rule of the office")))
          || !read_grade (reader, member, "at_most", &leave->at_most)
          || !read_kinds (reader, member, &leave->kinds)
          || !read_text (reader, member, "article", &leave->article)
          || !read_flag (reader, member, "verified", &leave->is_verified))
        return FALSE;
      if (i > 0 && leave->at_most <= ((BvRatingLeave *) rule->leaves->pdata[i - 1])->at_most)
        return fail (reader, "at_most", _ ("the grades must fall from the best to the last"));
      g_string_truncate (reader->path, length);
    }
  return TRUE;
}

static gboolean
read_rest (Reader *reader, JsonObject *object, BvRatingRule *rule)
{
  static const char *const cap_members[] = { "article", "verified", NULL };
  static const char *const discipline_members[] = { "at_most", "article", "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *cap = get_object (reader, object, "cap");
  JsonObject *discipline = cap != NULL ? get_object (reader, object, "discipline") : NULL;

  if (discipline == NULL)
    return FALSE;
  g_string_append (reader->path, ".cap");
  if (!check_members (reader, cap, cap_members)
      || !read_text (reader, cap, "article", &rule->cap_article)
      || !read_flag (reader, cap, "verified", &rule->cap_is_verified))
    return FALSE;
  g_string_truncate (reader->path, length);
  g_string_append (reader->path, ".discipline");
  if (!check_members (reader, discipline, discipline_members)
      || !read_grade (reader, discipline, "at_most", &rule->disciplined_at_most)
      || !read_text (reader, discipline, "article", &rule->discipline_article)
      || !read_flag (reader, discipline, "verified", &rule->discipline_is_verified))
    return FALSE;
  g_string_truncate (reader->path, length);
  return TRUE;
}

static gboolean
read_periods (Reader *reader, JsonObject *root, GPtrArray *rules)
{
  static const char *const known_root[] = { "format", "periods", NULL };
  static const char *const known[] = { "id",  "name",  "from_year",  "points",
                                       "cap", "leave", "discipline", NULL };
  int format, year = 1944;
  JsonArray *array;
  gsize length;

  if (!check_members (reader, root, known_root)
      || !read_int (reader, root, "format", FORMAT, FORMAT, &format))
    return FALSE;
  array = get_array (reader, root, "periods");
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = enter (reader, array, "periods", i, &length);
      BvRatingRule *rule;

      if (object == NULL)
        return FALSE;
      rule = rule_new ();
      g_ptr_array_add (rules, rule);
      if (!check_members (reader, object, known) || !read_text (reader, object, "id", &rule->id)
          || !read_text (reader, object, "name", &rule->name)
          || !read_int (reader, object, "from_year", year + 1, 2200, &rule->from_year)
          || !read_scale (reader, object, rule) || !read_leaves (reader, object, rule)
          || !read_rest (reader, object, rule))
        return FALSE;
      year = rule->from_year;
      g_string_truncate (reader->path, length);
    }
  return TRUE;
}

GPtrArray *
bv_rating_rules_parse (const char *json, gssize length, const char *file, GError **error)
{
  g_autoptr (GPtrArray)
    rules = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_rating_rule_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) path = g_string_new ("$");
  g_autoptr (GError) local = NULL;
  Reader reader = { file, path, error };
  JsonNode *root;

  if (!json_parser_load_from_data (parser, json, length, &local))
    {
      /* The parser quotes single bytes. */
      g_autofree char *told = bv_text_clean (local->message);

      fail (&reader, "", told);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (&reader, "", _ ("an object is expected"));
      return NULL;
    }
  return read_periods (&reader, json_node_get_object (root), rules) ? g_steal_pointer (&rules)
                                                                    : NULL;
}

static GPtrArray *builtin_rules;
static GError *builtin_error;

static gpointer
load_builtin (gpointer data)
{
  g_autoptr (GBytes)
    bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &builtin_error);

  if (bytes != NULL)
    builtin_rules = bv_rating_rules_parse (g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes), "ratings.json",
                                           &builtin_error);
  return NULL;
}

const BvRatingRule *
bv_rating_rule_for_year (int year, GError **error)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, load_builtin, NULL);
  if (builtin_rules == NULL)
    {
      g_propagate_error (error, g_error_copy (builtin_error));
      return NULL;
    }
  for (guint i = builtin_rules->len; i-- > 0;)
    if (((BvRatingRule *) builtin_rules->pdata[i])->from_year <= year)
      return builtin_rules->pdata[i];
  return builtin_rules->pdata[0];
}

gboolean
bv_rating_rule_has_points (const BvRatingRule *self)
{
  return self->general_points > 0;
}

BvGrade
bv_rating_rule_grade_of_points (const BvRatingRule *self, gint64 points)
{
  for (int i = 0; i < BV_GRADE_NONE; i++)
    if (self->from_points[i] >= 0 && points >= self->from_points[i])
      return (BvGrade) i;
  return BV_GRADE_NONE;
}

const char *const *
bv_rating_rule_leave_kinds (const BvRatingRule *self)
{
  if (self->leaves->len == 0)
    return NULL;
  return (const char *const *) ((BvRatingLeave *) self->leaves->pdata[0])->kinds;
}
