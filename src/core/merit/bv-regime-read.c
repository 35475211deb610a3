// SPDX-License-Identifier: GPL-3.0-or-later
/* Reads a regime file (data/regimes/regime.schema.json says what stands in one). Strict on purpose: a
 * misspelt member of a law must never be passed over in silence. Does not compare files. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>

#define OLDEST_FORMAT 1
#define FORMAT 2
#define LOCAL_FORMAT 2 /* from which a file without an id holds titles of the place */

static const BvReaderWord kinds[] = {
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

static const BvReaderWord subjects[] = {
  { "person", BV_SUBJECT_PERSON },
  { "unit", BV_SUBJECT_UNIT },
  { "household", BV_SUBJECT_HOUSEHOLD },
  { NULL, 0 },
};

static gboolean
read_factor (BvReader *reader,
             JsonObject *bonus,
             const char *member,
             gint64 *factor,
             gboolean *is_unknown,
             gboolean *is_verified)
{
  static const char *const known[] = { "value", "unknown", "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  gboolean ok;

  if (!json_object_has_member (bonus, member))
    return TRUE;
  object = bv_reader_get_object (reader, bonus, member);
  if (object == NULL)
    return FALSE;
  g_string_append_printf (reader->path, ".%s", member);
  ok = bv_reader_check_members (reader, object, known)
       && (is_unknown == NULL || bv_reader_read_flag (reader, object, "unknown", FALSE, is_unknown))
       && ((is_unknown != NULL && *is_unknown)
           || bv_reader_read_thousandths (reader, object, "value", factor))
       && bv_reader_read_flag (reader, object, "verified", TRUE, is_verified);
  bv_reader_leave (reader, length);
  return ok;
}

static gboolean
read_bonus (BvReader *reader, JsonObject *award, BvBonusRule **bonus, BvLawNote **no_bonus)
{
  static const char *const known[] = { "coefficient", "at_most",  "unit_factor", "household_factor",
                                       "article",     "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  BvBonusRule *rule;
  gboolean ok;

  if (!json_object_has_member (award, "bonus"))
    return TRUE;
  object = bv_reader_get_object (reader, award, "bonus");
  if (object == NULL)
    return FALSE;
  if (json_object_has_member (object, "none") || json_object_has_member (object, "unknown"))
    return bv_regime_read_note (reader, award, "bonus", no_bonus);
  rule = *bonus = g_new0 (BvBonusRule, 1);
  g_string_append (reader->path, ".bonus");
  ok = bv_reader_check_members (reader, object, known)
       && bv_reader_read_thousandths (reader, object, "coefficient", &rule->coefficient)
       && bv_reader_read_flag (reader, object, "at_most", FALSE, &rule->is_ceiling)
       && read_factor (reader, object, "unit_factor", &rule->unit_factor, NULL,
                       &rule->unit_factor_is_verified)
       && read_factor (reader, object, "household_factor", &rule->household_factor,
                       &rule->household_is_unknown, &rule->household_factor_is_verified)
       && bv_reader_read_text (reader, object, "article", TRUE, &rule->article)
       && bv_reader_read_flag (reader, object, "verified", TRUE, &rule->is_verified);
  bv_reader_leave (reader, length);
  return ok;
}

static gboolean
read_subjects (BvReader *reader, JsonObject *object, guint *bits)
{
  return bv_reader_read_bits (reader, object, "subjects", TRUE, subjects, bits);
}

static gboolean
read_decider (BvReader *reader, JsonObject *object, GPtrArray *deciders)
{
  static const char *const known[] = { "level", "who", NULL };
  g_autofree char *level = NULL;
  BvDecider *decider = g_new0 (BvDecider, 1);

  g_ptr_array_add (deciders, decider);
  if (!bv_reader_check_members (reader, object, known)
      || !bv_reader_read_text (reader, object, "level", TRUE, &level)
      || !bv_reader_read_text (reader, object, "who", TRUE, &decider->who))
    return FALSE;
  if (!bv_level_from_code (level, &decider->level))
    return bv_reader_fail_at (reader, "level", _ ("the level is not known"));
  return TRUE;
}

static gboolean
read_deciders (BvReader *reader, JsonObject *object, GPtrArray *deciders)
{
  JsonArray *array = bv_reader_get_array (reader, object, "deciders");
  gboolean ok = array != NULL;

  for (guint i = 0; ok && i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *decider = bv_reader_enter (reader, array, "deciders", i, &length);

      ok = decider != NULL && read_decider (reader, decider, deciders);
      if (ok && i > 0
          && ((BvDecider *) g_ptr_array_index (deciders, i - 1))->level
               >= ((BvDecider *) g_ptr_array_index (deciders, i))->level)
        ok = bv_reader_fail_at (reader, "level",
                                _ ("levels stand from the highest down, each once"));
      bv_reader_leave (reader, length);
    }
  return ok;
}

static gboolean
read_aliases (BvReader *reader, JsonObject *object, char ***aliases)
{
  if (!bv_reader_read_list (reader, object, "aliases", FALSE, aliases))
    return FALSE;
  if (*aliases == NULL)
    *aliases = g_new0 (char *, 1);
  return TRUE;
}

static BvRegimeAward *
read_award (BvReader *reader, JsonObject *object)
{
  static const char *const known[] = { "code",        "name",     "abbreviation", "aliases",
                                       "kind",        "subjects", "deciders",     "article",
                                       "verified",    "bonus",    "certificate",  "paths",
                                       "quota",       "vote",     "forms",        "from",
                                       "to",          "object",   "opinion",      "period",
                                       "replaced_by", NULL };
  g_autoptr (BvRegimeAward) award = bv_regime_award_new ();
  g_autofree char *kind = NULL;
  int value;

  if (!bv_reader_check_members (reader, object, known)
      || !bv_reader_read_text (reader, object, "code", TRUE, &award->code)
      || !bv_reader_read_text (reader, object, "name", TRUE, &award->name)
      || !bv_reader_read_text (reader, object, "abbreviation", TRUE, &award->abbreviation)
      || !read_aliases (reader, object, &award->aliases)
      || !bv_reader_read_text (reader, object, "kind", TRUE, &kind)
      || !read_subjects (reader, object, &award->subjects)
      || !read_deciders (reader, object, award->deciders)
      || !bv_reader_read_text (reader, object, "article", TRUE, &award->article)
      || !bv_reader_read_flag (reader, object, "verified", TRUE, &award->is_verified)
      || !read_bonus (reader, object, &award->bonus, &award->no_bonus)
      || !bv_regime_read_note (reader, object, "object", &award->object)
      || !bv_regime_read_opinion (reader, object, FALSE, &award->opinion)
      || !bv_reader_read_count (reader, object, "period", FALSE, &award->period)
      || !bv_regime_read_codes (reader, object, "replaced_by", &award->replaced_by)
      || !bv_reader_read_text (reader, object, "certificate", FALSE, &award->certificate)
      || !bv_regime_read_paths (reader, object, award->subjects, award->paths)
      || !bv_regime_read_quota (reader, object, &award->quota)
      || !bv_regime_read_vote (reader, object, &award->vote)
      || !bv_regime_read_forms (reader, object, award->forms)
      || !bv_reader_read_date (reader, object, "from", FALSE, &award->from_date)
      || !bv_reader_read_date (reader, object, "to", FALSE, &award->to_date))
    return NULL;
  if (award->from_date != NULL && award->to_date != NULL
      && strcmp (award->from_date, award->to_date) > 0)
    {
      bv_reader_fail_at (reader, "to", _ ("the last day stands before the first"));
      return NULL;
    }
  for (const char *p = award->code; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '-')
      {
        bv_reader_fail_at (reader, "code",
                           _ ("only capital letters A to Z, digits and hyphens may stand here"));
        return NULL;
      }
  if (!bv_reader_find_word (kinds, kind, &value))
    {
      bv_reader_fail_at (reader, "kind", _ ("the kind of award is not known"));
      return NULL;
    }
  award->kind = value;
  return g_steal_pointer (&award);
}

static gboolean
read_awards (BvReader *reader, JsonObject *object, BvRegime *regime)
{
  JsonArray *array = bv_reader_get_array (reader, object, "awards");

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *member = bv_reader_enter (reader, array, "awards", i, &length);
      BvRegimeAward *award = member != NULL ? read_award (reader, member) : NULL;

      if (award != NULL && bv_regime_find_award (regime, award->code) != NULL)
        {
          bv_reader_fail_at (reader, "code", _ ("the code stands twice in the file"));
          g_clear_pointer (&award, bv_regime_award_free);
        }
      bv_reader_leave (reader, length);
      if (award == NULL)
        return FALSE;
      award->order = i + 1;
      g_ptr_array_add (regime->awards, award);
    }
  return TRUE;
}

static gboolean
read_citation (BvReader *reader, JsonObject *object, GPtrArray *citations)
{
  static const char *const known[] = { "text", "from", "to", "verified", NULL };
  BvCitation *citation = g_new0 (BvCitation, 1);

  g_ptr_array_add (citations, citation);
  return bv_reader_check_members (reader, object, known)
         && bv_reader_read_text (reader, object, "text", TRUE, &citation->text)
         && bv_reader_read_date (reader, object, "from", FALSE, &citation->from_date)
         && bv_reader_read_date (reader, object, "to", FALSE, &citation->to_date)
         && bv_reader_read_flag (reader, object, "verified", TRUE, &citation->is_verified);
}

static gboolean
read_citations (BvReader *reader, JsonObject *object, gboolean required, GPtrArray *citations)
{
  JsonArray *array;
  gboolean ok = TRUE;

  if (!required && !json_object_has_member (object, "citations"))
    return TRUE;
  array = bv_reader_get_array (reader, object, "citations");
  for (guint i = 0; array != NULL && ok && i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *member = bv_reader_enter (reader, array, "citations", i, &length);

      ok = member != NULL && read_citation (reader, member, citations);
      bv_reader_leave (reader, length);
    }
  return ok && array != NULL;
}

static gboolean
read_counted_manners (BvReader *reader, JsonObject *object, BvRegime *regime)
{
  static const char *const known[] = { "manners", "article", "verified", NULL };
  gsize length = reader->path->len;
  gboolean is_verified;
  JsonObject *member;
  gboolean ok;

  if (!json_object_has_member (object, "counted_manners"))
    return TRUE;
  member = bv_reader_get_object (reader, object, "counted_manners");
  if (member == NULL)
    return FALSE;
  g_clear_pointer (&regime->counted_article, g_free);
  g_string_append (reader->path, ".counted_manners");
  ok = bv_reader_check_members (reader, member, known)
       && bv_regime_read_manners (reader, member, &regime->counted_manners)
       && bv_reader_read_text (reader, member, "article", TRUE, &regime->counted_article)
       && bv_reader_read_flag (reader, member, "verified", TRUE, &is_verified);
  bv_reader_leave (reader, length);
  return ok;
}

static gboolean
read_format (BvReader *reader, JsonObject *object, gint64 *read)
{
  JsonNode *node = json_object_get_member (object, "format");
  gint64 format = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_INT64)
    format = json_node_get_int (node);
  *read = format;
  if (format >= OLDEST_FORMAT && format <= FORMAT)
    return TRUE;
  return bv_reader_fail_at (reader, "format", _ ("only the formats 1 and 2 are known"));
}

static gboolean
read_regime (BvReader *reader, JsonObject *object, gboolean is_own, BvRegimeFileContent *content)
{
  static const char *const known[] = {
    "format",    "id",     "name",     "from",  "to",
    "citations", "awards", "inherits", "vote",  "counted_manners",
    "without",   "note",   "verified", "forms", "opinion",
    "several",   NULL
  };
  BvRegime *regime = content->regime;
  gboolean is_heir = json_object_has_member (object, "inherits");
  gint64 format = 0;

  if (!bv_reader_check_members (reader, object, known) || !read_format (reader, object, &format)
      || !bv_reader_read_text (reader, object, "id", !is_own || format < LOCAL_FORMAT, &regime->id)
      || !bv_reader_read_text (reader, object, "name", !is_own, &regime->name)
      || !bv_reader_read_date (reader, object, "from", !is_own, &regime->from_date)
      || !bv_reader_read_date (reader, object, "to", FALSE, &regime->to_date)
      || !bv_reader_read_text (reader, object, "inherits", FALSE, &content->inherits)
      || !bv_reader_read_list (reader, object, "without", FALSE, &content->without)
      || !bv_reader_read_text (reader, object, "note", FALSE, &regime->note)
      || !bv_reader_read_flag (reader, object, "verified", FALSE, &regime->is_verified)
      || !read_citations (reader, object, !is_own && !is_heir, regime->citations)
      || !read_counted_manners (reader, object, regime)
      || !bv_regime_read_vote (reader, object, &regime->vote)
      || !bv_regime_read_opinion (reader, object, TRUE, &regime->opinion)
      || !bv_regime_read_several (reader, object, regime->several)
      || !bv_regime_read_form_list (reader, object))
    return FALSE;
  if (content->without != NULL && !is_heir)
    return bv_reader_fail_at (reader, "without",
                              _ ("only a regime that inherits can leave out awards"));
  if (regime->id == NULL && (regime->name != NULL || regime->from_date != NULL || is_heir))
    return bv_reader_fail_at (reader, "id", _ ("the member is missing"));
  if ((!is_heir || json_object_has_member (object, "awards"))
      && !read_awards (reader, object, regime))
    return FALSE;
  for (guint i = 0; i < regime->awards->len; i++)
    ((BvRegimeAward *) g_ptr_array_index (regime->awards, i))->is_own = is_own;
  if (regime->from_date != NULL && regime->to_date != NULL
      && strcmp (regime->from_date, regime->to_date) > 0)
    return bv_reader_fail_at (reader, "to", _ ("the last day stands before the first"));
  return TRUE;
}

static void
reference_free (gpointer data)
{
  BvAwardReference *self = data;

  g_free (self->place);
  g_free (self->code);
  g_free (self);
}

void
bv_regime_file_content_free (BvRegimeFileContent *self)
{
  if (self == NULL)
    return;
  bv_regime_free (self->regime);
  g_free (self->inherits);
  g_strfreev (self->without);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_free (self);
}

BvRegimeFileContent *
bv_regime_read (const char *file, GBytes *bytes, gboolean is_own, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (BvRegimeFileContent) content = g_new0 (BvRegimeFileContent, 1);
  g_autoptr (GString) path = g_string_new ("$");
  g_autoptr (GPtrArray)
    forms = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_named_form_free);
  g_autoptr (GError) local = NULL;
  BvReader reader = { file, path, NULL, forms, &local };
  JsonNode *root;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  content->regime = bv_regime_new ();
  content->references = reader.references = g_ptr_array_new_with_free_func (reference_free);
  if (!json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) size, &local))
    {
      /* The parser quotes single bytes. */
      g_autofree char *told = bv_text_clean (local->message);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, _ ("%s is no JSON file: %s"), file,
                   told);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    bv_reader_fail (&reader, _ ("an object is expected"));
  else if (read_regime (&reader, json_node_get_object (root), is_own, content))
    return g_steal_pointer (&content);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
