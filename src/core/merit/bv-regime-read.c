// SPDX-License-Identifier: GPL-3.0-or-later
/* Reads a regime file (data/regimes/regime.schema.json says what stands in one). Strict on purpose: a
 * misspelt member of a law must never be passed over in silence. Does not compare files. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define FORMAT 1

/* Where the reader stands: for messages. */
typedef struct
{
  const char *file;
  GString *path;
  GError **error;
} Reader;

typedef struct
{
  const char *name;
  int value;
} Word;

static const Word kinds[] = {
  { "title", BV_AWARD_TITLE },
  { "flag", BV_AWARD_FLAG },
  { "order", BV_AWARD_ORDER },
  { "medal", BV_AWARD_MEDAL },
  { "state_honour", BV_AWARD_STATE_HONOUR },
  { "prize", BV_AWARD_PRIZE },
  { "commemorative", BV_AWARD_COMMEMORATIVE },
  { "merit", BV_AWARD_MERIT },
  { "praise", BV_AWARD_PRAISE },
  { NULL, 0 },
};

static const Word subjects[] = {
  { "person", BV_SUBJECT_PERSON },
  { "unit", BV_SUBJECT_UNIT },
  { "household", BV_SUBJECT_HOUSEHOLD },
  { NULL, 0 },
};

static gboolean
fail (Reader *reader, const char *message)
{
  /* Only the first defect is told: the others often follow from it. */
  if (reader->error == NULL || *reader->error == NULL)
    g_set_error (reader->error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, "%s, %s: %s", reader->file,
                 reader->path->str, message);
  return FALSE;
}

static gboolean
fail_at (Reader *reader, const char *member, const char *message)
{
  gsize length = reader->path->len;

  g_string_append_printf (reader->path, ".%s", member);
  fail (reader, message);
  g_string_truncate (reader->path, length);
  return FALSE;
}

static gboolean
check_members (Reader *reader, JsonObject *object, const char *const *known)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      return fail_at (reader, l->data, _ ("the member is not known to this version"));
  return TRUE;
}

static gboolean
read_text (Reader *reader, JsonObject *object, const char *member, gboolean required, char **text)
{
  JsonNode *node = json_object_get_member (object, member);

  *text = NULL;
  if (node == NULL)
    return required ? fail_at (reader, member, _ ("the member is missing")) : TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail_at (reader, member, _ ("a text is expected"));
  if (*json_node_get_string (node) == '\0')
    return fail_at (reader, member, _ ("the text must not be empty"));
  *text = g_strdup (json_node_get_string (node));
  return TRUE;
}

static gboolean
read_flag (Reader *reader,
           JsonObject *object,
           const char *member,
           gboolean required,
           gboolean *flag)
{
  JsonNode *node = json_object_get_member (object, member);

  *flag = FALSE;
  if (node == NULL)
    return required ? fail_at (reader, member, _ ("the member is missing")) : TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail_at (reader, member, _ ("true or false is expected"));
  *flag = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_date (Reader *reader, JsonObject *object, const char *member, gboolean required, char **date)
{
  if (!read_text (reader, object, member, required, date))
    return FALSE;
  if (*date == NULL)
    return TRUE;
  if (strlen (*date) == 10 && bv_date_is_valid (*date))
    return TRUE;
  g_clear_pointer (date, g_free);
  return fail_at (reader, member, _ ("a date like 2024-01-31 is expected"));
}

/* "0.3" → 300. At most three decimals; digits only, so that no binary fraction creeps in. */
static gboolean
read_thousandths (Reader *reader, JsonObject *object, const char *member, gint64 *thousandths)
{
  g_autofree char *text = NULL;
  gint64 value = 0;
  int decimals = -1;

  if (!read_text (reader, object, member, TRUE, &text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0 && p > text)
        decimals = 0;
      else if (g_ascii_isdigit (*p) && decimals < 3 && value < G_GINT64_CONSTANT (100000000))
        {
          value = value * 10 + (*p - '0');
          if (decimals >= 0)
            decimals++;
        }
      else
        return fail_at (reader, member, _ ("a number like \"0.15\" is expected, in quotes"));
    }
  if (decimals == 0)
    return fail_at (reader, member, _ ("a number like \"0.15\" is expected, in quotes"));
  for (int i = MAX (decimals, 0); i < 3; i++)
    value *= 10;
  if (value <= 0)
    return fail_at (reader, member, _ ("the number must be above 0"));
  *thousandths = value;
  return TRUE;
}

static gboolean
find_word (const Word *words, const char *name, int *value)
{
  for (; words->name != NULL; words++)
    if (g_str_equal (words->name, name))
      {
        *value = words->value;
        return TRUE;
      }
  return FALSE;
}

static JsonObject *
get_object (Reader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail_at (reader, member, _ ("an object is expected"));
  return NULL;
}

static JsonArray *
get_array (Reader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    fail_at (reader, member, _ ("the member is missing"));
  else if (!JSON_NODE_HOLDS_ARRAY (node))
    fail_at (reader, member, _ ("a list is expected"));
  else if (json_array_get_length (json_node_get_array (node)) == 0)
    fail_at (reader, member, _ ("the list must not be empty"));
  else
    return json_node_get_array (node);
  return NULL;
}

/* Goes into element @i of a list; the path is cut back by leave (). */
static JsonObject *
enter (Reader *reader, JsonArray *array, const char *member, guint i, gsize *length)
{
  JsonNode *node = json_array_get_element (array, i);

  *length = reader->path->len;
  g_string_append_printf (reader->path, ".%s[%u]", member, i);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail (reader, _ ("an object is expected"));
  return NULL;
}

static void
leave (Reader *reader, gsize length)
{
  g_string_truncate (reader->path, length);
}

static gboolean
read_factor (Reader *reader,
             JsonObject *bonus,
             const char *member,
             gint64 *factor,
             gboolean *is_verified)
{
  static const char *const known[] = { "value", "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  gboolean ok;

  if (!json_object_has_member (bonus, member))
    return TRUE;
  object = get_object (reader, bonus, member);
  if (object == NULL)
    return FALSE;
  g_string_append_printf (reader->path, ".%s", member);
  ok = check_members (reader, object, known) && read_thousandths (reader, object, "value", factor)
       && read_flag (reader, object, "verified", TRUE, is_verified);
  leave (reader, length);
  return ok;
}

static gboolean
read_bonus (Reader *reader, JsonObject *award, BvBonusRule **bonus)
{
  static const char *const known[] = { "coefficient", "at_most",  "unit_factor", "household_factor",
                                       "article",     "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  BvBonusRule *rule;
  gboolean ok;

  if (!json_object_has_member (award, "bonus"))
    return TRUE;
  object = get_object (reader, award, "bonus");
  if (object == NULL)
    return FALSE;
  rule = *bonus = g_new0 (BvBonusRule, 1);
  g_string_append (reader->path, ".bonus");
  ok = check_members (reader, object, known)
       && read_thousandths (reader, object, "coefficient", &rule->coefficient)
       && read_flag (reader, object, "at_most", FALSE, &rule->is_ceiling)
       && read_factor (reader, object, "unit_factor", &rule->unit_factor,
                       &rule->unit_factor_is_verified)
       && read_factor (reader, object, "household_factor", &rule->household_factor,
                       &rule->household_factor_is_verified)
       && read_text (reader, object, "article", TRUE, &rule->article)
       && read_flag (reader, object, "verified", TRUE, &rule->is_verified);
  leave (reader, length);
  return ok;
}

static gboolean
read_subjects (Reader *reader, JsonObject *object, guint *bits)
{
  JsonArray *array = get_array (reader, object, "subjects");

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      int kind;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
          || !find_word (subjects, json_node_get_string (node), &kind))
        return fail_at (reader, "subjects", _ ("only person, unit and household are known"));
      *bits |= 1u << kind;
    }
  return TRUE;
}

static gboolean
read_decider (Reader *reader, JsonObject *object, GPtrArray *deciders)
{
  static const char *const known[] = { "level", "who", NULL };
  g_autofree char *level = NULL;
  BvDecider *decider = g_new0 (BvDecider, 1);

  g_ptr_array_add (deciders, decider);
  if (!check_members (reader, object, known) || !read_text (reader, object, "level", TRUE, &level)
      || !read_text (reader, object, "who", TRUE, &decider->who))
    return FALSE;
  if (!bv_level_from_code (level, &decider->level))
    return fail_at (reader, "level", _ ("the level is not known"));
  return TRUE;
}

static gboolean
read_deciders (Reader *reader, JsonObject *object, GPtrArray *deciders)
{
  JsonArray *array = get_array (reader, object, "deciders");
  gboolean ok = array != NULL;

  for (guint i = 0; ok && i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *decider = enter (reader, array, "deciders", i, &length);

      ok = decider != NULL && read_decider (reader, decider, deciders);
      if (ok && i > 0
          && ((BvDecider *) g_ptr_array_index (deciders, i - 1))->level
               >= ((BvDecider *) g_ptr_array_index (deciders, i))->level)
        ok = fail_at (reader, "level", _ ("levels stand from the highest down, each once"));
      leave (reader, length);
    }
  return ok;
}

static gboolean
read_aliases (Reader *reader, JsonObject *object, char ***aliases)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array;

  if (json_object_has_member (object, "aliases"))
    {
      array = get_array (reader, object, "aliases");
      if (array == NULL)
        return FALSE;
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *node = json_array_get_element (array, i);

          if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
            return fail_at (reader, "aliases", _ ("a text is expected"));
          g_ptr_array_add (texts, g_strdup (json_node_get_string (node)));
        }
    }
  g_ptr_array_add (texts, NULL);
  *aliases = (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
  return TRUE;
}

static BvRegimeAward *
read_award (Reader *reader, JsonObject *object)
{
  static const char *const known[] = { "code",     "name",     "abbreviation", "aliases",
                                       "kind",     "subjects", "deciders",     "article",
                                       "verified", "bonus",    "certificate",  NULL };
  g_autoptr (BvRegimeAward) award = g_new0 (BvRegimeAward, 1);
  g_autofree char *kind = NULL;
  int value;

  award->deciders = bv_regime_new_deciders ();
  if (!check_members (reader, object, known)
      || !read_text (reader, object, "code", TRUE, &award->code)
      || !read_text (reader, object, "name", TRUE, &award->name)
      || !read_text (reader, object, "abbreviation", TRUE, &award->abbreviation)
      || !read_aliases (reader, object, &award->aliases)
      || !read_text (reader, object, "kind", TRUE, &kind)
      || !read_subjects (reader, object, &award->subjects)
      || !read_deciders (reader, object, award->deciders)
      || !read_text (reader, object, "article", TRUE, &award->article)
      || !read_flag (reader, object, "verified", TRUE, &award->is_verified)
      || !read_bonus (reader, object, &award->bonus)
      || !read_text (reader, object, "certificate", FALSE, &award->certificate))
    return NULL;
  for (const char *p = award->code; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '-')
      {
        fail_at (reader, "code",
                 _ ("only capital letters A to Z, digits and hyphens may stand here"));
        return NULL;
      }
  if (!find_word (kinds, kind, &value))
    {
      fail_at (reader, "kind", _ ("the kind of award is not known"));
      return NULL;
    }
  award->kind = value;
  return g_steal_pointer (&award);
}

static gboolean
read_awards (Reader *reader, JsonObject *object, BvRegime *regime)
{
  JsonArray *array = get_array (reader, object, "awards");

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *member = enter (reader, array, "awards", i, &length);
      BvRegimeAward *award = member != NULL ? read_award (reader, member) : NULL;

      if (award != NULL && bv_regime_find_award (regime, award->code) != NULL)
        {
          fail_at (reader, "code", _ ("the code stands twice in the file"));
          g_clear_pointer (&award, bv_regime_award_free);
        }
      leave (reader, length);
      if (award == NULL)
        return FALSE;
      award->order = i + 1;
      g_ptr_array_add (regime->awards, award);
    }
  return TRUE;
}

static gboolean
read_citation (Reader *reader, JsonObject *object, GPtrArray *citations)
{
  static const char *const known[] = { "text", "from", "to", "verified", NULL };
  BvCitation *citation = g_new0 (BvCitation, 1);

  g_ptr_array_add (citations, citation);
  return check_members (reader, object, known)
         && read_text (reader, object, "text", TRUE, &citation->text)
         && read_date (reader, object, "from", FALSE, &citation->from_date)
         && read_date (reader, object, "to", FALSE, &citation->to_date)
         && read_flag (reader, object, "verified", TRUE, &citation->is_verified);
}

static gboolean
read_citations (Reader *reader, JsonObject *object, gboolean required, GPtrArray *citations)
{
  JsonArray *array;
  gboolean ok = TRUE;

  if (!required && !json_object_has_member (object, "citations"))
    return TRUE;
  array = get_array (reader, object, "citations");
  for (guint i = 0; array != NULL && ok && i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *member = enter (reader, array, "citations", i, &length);

      ok = member != NULL && read_citation (reader, member, citations);
      leave (reader, length);
    }
  return ok && array != NULL;
}

static gboolean
read_regime (Reader *reader, JsonObject *object, gboolean is_own, BvRegime *regime)
{
  static const char *const known[] = { "format", "id",        "name",   "from",
                                       "to",     "citations", "awards", NULL };

  if (!check_members (reader, object, known))
    return FALSE;
  if (!json_object_has_member (object, "format")
      || json_object_get_int_member_with_default (object, "format", 0) != FORMAT)
    return fail_at (reader, "format", _ ("only format 1 is known"));
  if (!read_text (reader, object, "id", TRUE, &regime->id)
      || !read_text (reader, object, "name", !is_own, &regime->name)
      || !read_date (reader, object, "from", !is_own, &regime->from_date)
      || !read_date (reader, object, "to", FALSE, &regime->to_date)
      || !read_citations (reader, object, !is_own, regime->citations)
      || !read_awards (reader, object, regime))
    return FALSE;
  if (regime->from_date != NULL && regime->to_date != NULL
      && strcmp (regime->from_date, regime->to_date) > 0)
    return fail_at (reader, "to", _ ("the last day stands before the first"));
  return TRUE;
}

BvRegime *
bv_regime_read (const char *file, GBytes *bytes, gboolean is_own, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (BvRegime) regime = bv_regime_new ();
  g_autoptr (GString) path = g_string_new ("$");
  g_autoptr (GError) local = NULL;
  Reader reader = { file, path, &local };
  JsonNode *root;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, text, size, &local))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, _ ("%s is no JSON file: %s"), file,
                   local->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    fail (&reader, _ ("an object is expected"));
  else if (read_regime (&reader, json_node_get_object (root), is_own, regime))
    return g_steal_pointer (&regime);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
