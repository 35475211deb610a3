// SPDX-License-Identifier: GPL-3.0-or-later
/* Findings as a nomination keeps them: JSON written once, when it is submitted, and read back unchanged for as long as
 * the file lives. Members that a later version adds are passed over; a kind of condition that this one does not know
 * is shown with its words all the same. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-eligibility.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT 1

/* ── Writing ─────────────────────────────────────────────────────────────────────────────── */

static void
write_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

static void
write_int (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
write_findings (JsonBuilder *builder, const char *member, GPtrArray *findings)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      write_text (builder, "kind", bv_condition_kind_to_code (finding->kind));
      write_text (builder, "verdict", bv_verdict_to_code (finding->verdict));
      write_text (builder, "requirement", finding->requirement);
      write_text (builder, "article", finding->article);
      json_builder_set_member_name (builder, "verified");
      json_builder_add_boolean_value (builder, finding->is_verified);
      write_text (builder, "explanation", finding->explanation);
      write_text (builder, "remedy", finding->remedy);
      write_int (builder, "first_year", finding->first_year);
      write_text (builder, "key", finding->key);
      json_builder_set_member_name (builder, "records");
      json_builder_begin_array (builder);
      for (guint r = 0; r < finding->records->len; r++)
        {
          const BvFindingRecord *record = g_ptr_array_index (finding->records, r);

          json_builder_begin_object (builder);
          write_text (builder, "kind", record->kind);
          write_int (builder, "id", record->id);
          write_text (builder, "label", record->label);
          if (record->page_id != record->id || !g_str_equal (record->page_kind, record->kind))
            {
              write_text (builder, "page", record->page_kind);
              write_int (builder, "page_id", record->page_id);
            }
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      write_findings (builder, "of", finding->of);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
bv_eligibility_write_json (const BvEligibility *self, const char *when, JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  write_int (builder, "format", FORMAT);
  write_text (builder, "regime", self->regime->id);
  write_text (builder, "regime_name", self->regime->name);
  write_text (builder, "form", self->award->code);
  write_text (builder, "path", self->path != NULL ? self->path->name : "");
  write_int (builder, "subject", self->subject_id);
  write_int (builder, "year", self->year);
  write_text (builder, "manner", bv_manner_to_code (self->manner));
  if (when != NULL)
    write_text (builder, "when", when);
  write_text (builder, "verdict", bv_verdict_to_code (self->verdict));
  json_builder_set_member_name (builder, "needs_word");
  json_builder_add_boolean_value (builder, self->needs_word);
  write_text (builder, "reason", self->reason);
  write_int (builder, "first_year", self->first_year);
  write_findings (builder, "findings", self->findings);
  json_builder_end_object (builder);
}

char *
bv_eligibility_to_json (const BvEligibility *self, const char *when)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  bv_eligibility_write_json (self, when, builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
fail (GError **error, const char *member)
{
  g_set_error (
    error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
    /* TRANSLATORS: %s is the name of a member of a JSON text. */
    _ ("The findings kept with the nomination cannot be read: “%s” is missing or wrong."), member);
  return FALSE;
}

static gboolean
read_text (JsonObject *object, const char *member, gboolean required, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *text = NULL;
  if (node == NULL && !required)
    {
      *text = g_strdup ("");
      return TRUE;
    }
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (error, member);
  *text = json_node_dup_string (node);
  return TRUE;
}

static gboolean
read_int (JsonObject *object, const char *member, gboolean required, gint64 *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *value = 0;
  if (node == NULL && !required)
    return TRUE;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail (error, member);
  *value = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_year (JsonObject *object, const char *member, gboolean required, int *year, GError **error)
{
  gint64 value;

  if (!read_int (object, member, required, &value, error))
    return FALSE;
  if (value < -1 || value > 9999)
    return fail (error, member);
  *year = (int) value;
  return TRUE;
}

static gboolean
read_flag (JsonObject *object, const char *member, gboolean *flag, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *flag = FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail (error, member);
  *flag = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_verdict (JsonObject *object, BvVerdict *verdict, GError **error)
{
  g_autofree char *code = NULL;

  if (!read_text (object, "verdict", TRUE, &code, error))
    return FALSE;
  return bv_verdict_from_code (code, verdict) || fail (error, "verdict");
}

/* @array: (out) (transfer none) (nullable): when the member is not there */
static gboolean
read_array (JsonObject *object, const char *member, JsonArray **array, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, member);
  *array = json_node_get_array (node);
  return TRUE;
}

static JsonObject *
element (JsonArray *array, guint i, const char *member, GError **error)
{
  JsonNode *node = json_array_get_element (array, i);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail (error, member);
  return NULL;
}

static gboolean
read_records (JsonObject *object, BvFinding *finding, GError **error)
{
  JsonArray *array;

  if (!read_array (object, "records", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *member = element (array, i, "records", error);
      g_autofree char *kind = NULL;
      g_autofree char *label = NULL;
      g_autofree char *page = NULL;
      gint64 id, page_id;

      if (member == NULL || !read_text (member, "kind", TRUE, &kind, error)
          || !read_text (member, "label", TRUE, &label, error)
          || !read_int (member, "id", TRUE, &id, error)
          || !read_text (member, "page", FALSE, &page, error)
          || !read_int (member, "page_id", FALSE, &page_id, error))
        return FALSE;
      bv_finding_add_record (finding, kind, id, label, *page != '\0' ? page : NULL, page_id);
    }
  return TRUE;
}

#define MAX_DEPTH 16 /* no law nests so deep; a damaged text may */

static gboolean
read_findings (JsonObject *object,
               const char *member,
               guint depth,
               GPtrArray *findings,
               GError **error)
{
  JsonArray *array;

  if (depth > MAX_DEPTH)
    return fail (error, member);
  if (!read_array (object, member, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *source = element (array, i, member, error);
      BvFinding *finding;
      g_autofree char *kind = NULL;

      if (source == NULL || !read_text (source, "kind", TRUE, &kind, error))
        return FALSE;
      finding = bv_finding_new ();
      g_ptr_array_add (findings, finding);
      if (!bv_condition_kind_from_code (kind, &finding->kind))
        finding->kind = BV_CONDITION_ALL;
      g_clear_pointer (&finding->requirement, g_free);
      g_clear_pointer (&finding->article, g_free);
      g_clear_pointer (&finding->explanation, g_free);
      g_clear_pointer (&finding->remedy, g_free);
      g_clear_pointer (&finding->key, g_free);
      if (!read_verdict (source, &finding->verdict, error)
          || !read_flag (source, "verified", &finding->is_verified, error)
          || !read_text (source, "requirement", TRUE, &finding->requirement, error)
          || !read_text (source, "article", FALSE, &finding->article, error)
          || !read_text (source, "explanation", FALSE, &finding->explanation, error)
          || !read_text (source, "remedy", FALSE, &finding->remedy, error)
          || !read_text (source, "key", FALSE, &finding->key, error)
          || !read_year (source, "first_year", FALSE, &finding->first_year, error)
          || !read_records (source, finding, error)
          || !read_findings (source, "of", depth + 1, finding->of, error))
        return FALSE;
    }
  return TRUE;
}

BvFrozenFindings *
bv_frozen_findings_parse (const char *json, GError **error)
{
  g_autoptr (BvFrozenFindings) self = g_new0 (BvFrozenFindings, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree char *manner = NULL;
  JsonNode *root;
  JsonObject *object;

  g_return_val_if_fail (json != NULL, NULL);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_free);
  if (!json_parser_load_from_data (parser, json, -1, &local_error))
    {
      /* The parser quotes single bytes, and begins with a place that only programs can look up: "<data>:1:6: ". */
      const char *words = strstr (local_error->message, ": ");
      g_autofree char *told = bv_text_clean (words != NULL ? words + 2 : local_error->message);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("The findings kept with the nomination cannot be read: %s"), told);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, "{}");
      return NULL;
    }
  object = json_node_get_object (root);
  if (!read_text (object, "regime", TRUE, &self->regime_id, error)
      || !read_text (object, "regime_name", FALSE, &self->regime_name, error)
      || !read_text (object, "form", TRUE, &self->form_code, error)
      || !read_text (object, "path", FALSE, &self->path, error)
      || !read_text (object, "when", FALSE, &self->when, error)
      || !read_text (object, "reason", FALSE, &self->reason, error)
      || !read_text (object, "manner", FALSE, &manner, error)
      || !read_int (object, "subject", FALSE, &self->subject_id, error)
      || !read_year (object, "year", TRUE, &self->year, error)
      || !read_year (object, "first_year", FALSE, &self->first_year, error)
      || !read_verdict (object, &self->verdict, error)
      || !read_flag (object, "needs_word", &self->needs_word, error)
      || !read_findings (object, "findings", 0, self->findings, error))
    return NULL;
  if (*manner != '\0' && !bv_manner_from_code (manner, &self->manner))
    {
      fail (error, "manner");
      return NULL;
    }
  return g_steal_pointer (&self);
}
