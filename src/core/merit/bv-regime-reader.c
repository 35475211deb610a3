// SPDX-License-Identifier: GPL-3.0-or-later
/* Members of a regime file, one by one, strictly: every refusal names the file and the JSON path. Knows nothing of what
 * a regime is. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-reader.h"

#include "base/bv-date.h"
#include "base/bv-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
bv_reader_fail (BvReader *reader, const char *message)
{
  /* Only the first defect is told: the others often follow from it. */
  if (reader->error == NULL || *reader->error == NULL)
    g_set_error (reader->error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, "%s, %s: %s", reader->file,
                 reader->path->str, message);
  return FALSE;
}

gboolean
bv_reader_fail_at (BvReader *reader, const char *member, const char *message)
{
  gsize length = reader->path->len;

  g_string_append_printf (reader->path, ".%s", member);
  bv_reader_fail (reader, message);
  g_string_truncate (reader->path, length);
  return FALSE;
}

gboolean
bv_reader_check_members (BvReader *reader, JsonObject *object, const char *const *known)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      return bv_reader_fail_at (reader, l->data, _ ("the member is not known to this version"));
  return TRUE;
}

gboolean
bv_reader_read_text (BvReader *reader,
                     JsonObject *object,
                     const char *member,
                     gboolean required,
                     char **text)
{
  JsonNode *node = json_object_get_member (object, member);

  *text = NULL;
  if (node == NULL)
    return required ? bv_reader_fail_at (reader, member, _ ("the member is missing")) : TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return bv_reader_fail_at (reader, member, _ ("a text is expected"));
  if (*json_node_get_string (node) == '\0')
    return bv_reader_fail_at (reader, member, _ ("the text must not be empty"));
  *text = g_strdup (json_node_get_string (node));
  return TRUE;
}

gboolean
bv_reader_read_flag (BvReader *reader,
                     JsonObject *object,
                     const char *member,
                     gboolean required,
                     gboolean *flag)
{
  JsonNode *node = json_object_get_member (object, member);

  *flag = FALSE;
  if (node == NULL)
    return required ? bv_reader_fail_at (reader, member, _ ("the member is missing")) : TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return bv_reader_fail_at (reader, member, _ ("true or false is expected"));
  *flag = json_node_get_boolean (node);
  return TRUE;
}

gboolean
bv_reader_read_date (BvReader *reader,
                     JsonObject *object,
                     const char *member,
                     gboolean required,
                     char **date)
{
  if (!bv_reader_read_text (reader, object, member, required, date))
    return FALSE;
  if (*date == NULL)
    return TRUE;
  if (strlen (*date) == 10 && bv_date_is_valid (*date))
    return TRUE;
  g_clear_pointer (date, g_free);
  return bv_reader_fail_at (reader, member, _ ("a date like 2024-01-31 is expected"));
}

/* "0.3" → 300. At most three decimals; digits only, so that no binary fraction creeps in. */
gboolean
bv_reader_read_thousandths (BvReader *reader,
                            JsonObject *object,
                            const char *member,
                            gint64 *thousandths)
{
  g_autofree char *text = NULL;
  gint64 value = 0;
  int decimals = -1;

  if (!bv_reader_read_text (reader, object, member, TRUE, &text))
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
        return bv_reader_fail_at (reader, member,
                                  _ ("a number like \"0.15\" is expected, in quotes"));
    }
  if (decimals == 0)
    return bv_reader_fail_at (reader, member, _ ("a number like \"0.15\" is expected, in quotes"));
  for (int i = MAX (decimals, 0); i < 3; i++)
    value *= 10;
  if (value <= 0)
    return bv_reader_fail_at (reader, member, _ ("the number must be above 0"));
  *thousandths = value;
  return TRUE;
}

gboolean
bv_reader_find_word (const BvReaderWord *words, const char *name, int *value)
{
  for (; words->name != NULL; words++)
    if (g_str_equal (words->name, name))
      {
        *value = words->value;
        return TRUE;
      }
  return FALSE;
}

JsonObject *
bv_reader_get_object (BvReader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  bv_reader_fail_at (reader, member, _ ("an object is expected"));
  return NULL;
}

JsonArray *
bv_reader_get_array (BvReader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    bv_reader_fail_at (reader, member, _ ("the member is missing"));
  else if (!JSON_NODE_HOLDS_ARRAY (node))
    bv_reader_fail_at (reader, member, _ ("a list is expected"));
  else if (json_array_get_length (json_node_get_array (node)) == 0)
    bv_reader_fail_at (reader, member, _ ("the list must not be empty"));
  else
    return json_node_get_array (node);
  return NULL;
}

/* Goes into element @i of a list; the path is cut back by bv_reader_leave (). */
JsonObject *
bv_reader_enter (BvReader *reader, JsonArray *array, const char *member, guint i, gsize *length)
{
  JsonNode *node = json_array_get_element (array, i);

  *length = reader->path->len;
  g_string_append_printf (reader->path, ".%s[%u]", member, i);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  bv_reader_fail (reader, _ ("an object is expected"));
  return NULL;
}

void
bv_reader_leave (BvReader *reader, gsize length)
{
  g_string_truncate (reader->path, length);
}

gboolean
bv_reader_read_count (BvReader *reader,
                      JsonObject *object,
                      const char *member,
                      gboolean required,
                      int *count)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 value;

  *count = 0;
  if (node == NULL)
    return required ? bv_reader_fail_at (reader, member, _ ("the member is missing")) : TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return bv_reader_fail_at (reader, member, _ ("a whole number is expected"));
  value = json_node_get_int (node);
  if (value < 1 || value > 1000)
    return bv_reader_fail_at (reader, member, _ ("the number must be from 1 to 1000"));
  *count = (int) value;
  return TRUE;
}

gboolean
bv_reader_read_fraction (BvReader *reader,
                         JsonObject *object,
                         const char *member,
                         gboolean required,
                         BvFraction *fraction)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!bv_reader_read_text (reader, object, member, required, &text))
    return FALSE;
  if (text == NULL || bv_fraction_parse (text, fraction, &error))
    return TRUE;
  return bv_reader_fail_at (reader, member, error->message);
}

gboolean
bv_reader_read_word (BvReader *reader,
                     JsonObject *object,
                     const char *member,
                     const BvReaderWord *words,
                     int *value)
{
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (!bv_reader_read_text (reader, object, member, TRUE, &text))
    return FALSE;
  if (bv_reader_find_word (words, text, value))
    return TRUE;
  message = g_strdup_printf (_ ("“%s” is not known here"), text);
  return bv_reader_fail_at (reader, member, message);
}

gboolean
bv_reader_read_list (BvReader *reader,
                     JsonObject *object,
                     const char *member,
                     gboolean required,
                     char ***texts)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array;

  *texts = NULL;
  if (!required && !json_object_has_member (object, member))
    return TRUE;
  array = bv_reader_get_array (reader, object, member);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *place = g_strdup_printf ("%s[%u]", member, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
          || *json_node_get_string (node) == '\0')
        return bv_reader_fail_at (reader, place, _ ("a text is expected"));
      for (guint k = 0; k < list->len; k++)
        if (g_str_equal (g_ptr_array_index (list, k), json_node_get_string (node)))
          return bv_reader_fail_at (reader, place, _ ("the word stands twice in the list"));
      g_ptr_array_add (list, g_strdup (json_node_get_string (node)));
    }
  g_ptr_array_add (list, NULL);
  *texts = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  return TRUE;
}

/* Refuses the word at @i of a list that is not known. */
static gboolean
refuse_word (BvReader *reader, const char *member, guint i, const char *word)
{
  g_autofree char *place = g_strdup_printf ("%s[%u]", member, i);
  g_autofree char *message = g_strdup_printf (_ ("“%s” is not known here"), word);

  return bv_reader_fail_at (reader, place, message);
}

gboolean
bv_reader_read_codes (BvReader *reader,
                      JsonObject *object,
                      const char *member,
                      gboolean required,
                      const BvChoice *choices,
                      char ***codes)
{
  if (!bv_reader_read_list (reader, object, member, required, codes))
    return FALSE;
  for (guint i = 0; *codes != NULL && (*codes)[i] != NULL; i++)
    if (!bv_choice_has (choices, (*codes)[i]))
      return refuse_word (reader, member, i, (*codes)[i]);
  return TRUE;
}

gboolean
bv_reader_read_bits (BvReader *reader,
                     JsonObject *object,
                     const char *member,
                     gboolean required,
                     const BvReaderWord *words,
                     guint *bits)
{
  g_auto (GStrv) names = NULL;

  *bits = 0;
  if (!bv_reader_read_list (reader, object, member, required, &names))
    return FALSE;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      int value;

      if (!bv_reader_find_word (words, names[i], &value))
        return refuse_word (reader, member, i, names[i]);
      *bits |= 1u << value;
    }
  return TRUE;
}
