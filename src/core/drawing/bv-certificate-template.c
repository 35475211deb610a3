// SPDX-License-Identifier: GPL-3.0-or-later
/* Templates of certificates: from JSON to plain structs, every mistake told with the file and the
 * place in it. Draws nothing. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-certificate-template.h"

#include "base/bv-error.h"
#include "base/bv-file.h"
#include "base/bv-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define FORMAT 1
#define MAX_FILE_SIZE (256 * 1024)

static const char *const built_in[] = { "giay-khen-huyen", "giay-khen-xa", "cstdcs", "ttldtt",
                                        NULL };

/* Not of an award, so not among those an award may be given: found by their id alone. */
static const char *const others[] = { "sang-kien", NULL };

static const char *const field_names[BV_CERTIFICATE_N_FIELDS] = {
  [BV_CERTIFICATE_FIELD_ISSUER] = "issuer",
  [BV_CERTIFICATE_FIELD_VERB] = "verb",
  [BV_CERTIFICATE_FIELD_TITLE] = "title",
  [BV_CERTIFICATE_FIELD_NAME] = "name",
  [BV_CERTIFICATE_FIELD_DETAIL] = "detail",
  [BV_CERTIFICATE_FIELD_ACHIEVEMENT] = "achievement",
  [BV_CERTIFICATE_FIELD_YEAR] = "year",
  [BV_CERTIFICATE_FIELD_DECISION_NUMBER] = "decision_number",
  [BV_CERTIFICATE_FIELD_DECISION_DATE] = "decision_date",
  [BV_CERTIFICATE_FIELD_LEDGER] = "ledger",
  [BV_CERTIFICATE_FIELD_PLACE] = "place",
  [BV_CERTIFICATE_FIELD_DATE] = "date",
  [BV_CERTIFICATE_FIELD_SIGNER_FOR] = "signer_for",
  [BV_CERTIFICATE_FIELD_SIGNER_POST] = "signer_post",
  [BV_CERTIFICATE_FIELD_SIGNER_NAME] = "signer_name",
  [BV_CERTIFICATE_FIELD_WORK] = "work",
  [BV_CERTIFICATE_FIELD_REACH] = "reach",
  [BV_CERTIFICATE_FIELD_APPLIED] = "applied",
};

/* ── Freeing ─────────────────────────────────────────────────────────────────────────────── */

static void
piece_clear (gpointer data)
{
  BvCertificatePiece *piece = data;
  g_clear_pointer (&piece->literal, g_free);
}

static void
span_clear (gpointer data)
{
  BvCertificateSpan *span = data;
  g_clear_pointer (&span->pieces, g_array_unref);
}

static void
line_clear (gpointer data)
{
  BvCertificateLine *line = data;
  g_clear_pointer (&line->path, g_free);
  g_clear_pointer (&line->spans, g_array_unref);
}

static void
block_clear (gpointer data)
{
  BvCertificateBlock *block = data;
  g_clear_pointer (&block->name, g_free);
  g_clear_pointer (&block->lines, g_array_unref);
}

static GArray *
new_array (guint element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);
  g_array_set_clear_func (array, clear);
  return array;
}

BvCertificateTemplate *
bv_certificate_template_ref (BvCertificateTemplate *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bv_certificate_template_unref (BvCertificateTemplate *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->frame);
  g_free (self->emblem);
  g_array_unref (self->blocks);
  g_free (self);
}

/* ── Reading values, each with its place in the file ─────────────────────────────────────── */

/* Where the reader stands: the file and the path of the object at hand. */
typedef struct
{
  const char *file;
  const char *path; /* "" at the top */
  JsonObject *object;
} Reader;

static gboolean
fail (const Reader *r, const char *member, GError **error, const char *problem)
{
  g_autofree char *place = *r->path && member ? g_strdup_printf ("%s.%s", r->path, member)
                                              : g_strdup (member ? member : r->path);
  g_autofree char *told = bv_text_clean (place);
  /* Translators: file name, place in the file ("blocks[2].lines[0].size"), what is wrong */
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
               _ ("The certificate template “%s” is damaged at %s: %s"), r->file,
               *told ? told : "{}", problem);
  return FALSE;
}

static gboolean
read_string (const Reader *r,
             const char *member,
             gboolean required,
             const char **value,
             GError **error)
{
  JsonNode *node = json_object_get_member (r->object, member);
  if (!node)
    return required ? fail (r, member, error, _ ("it is missing.")) : TRUE;
  /* An escape may stand for half a letter: the reader lets it pass. */
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
      || !g_utf8_validate (json_node_get_string (node), -1, NULL))
    return fail (r, member, error, _ ("a text is needed."));
  *value = json_node_get_string (node);
  return TRUE;
}

static gboolean
node_is_number (JsonNode *node)
{
  return node && JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_DOUBLE
             || json_node_get_value_type (node) == G_TYPE_INT64);
}

static gboolean
check_range (const Reader *r,
             const char *member,
             double value,
             double low,
             double high,
             GError **error)
{
  g_autofree char *problem = NULL;
  if (isfinite (value) && value >= low && value <= high)
    return TRUE;
  problem = g_strdup_printf (_ ("a number from %g to %g is needed."), low, high);
  return fail (r, member, error, problem);
}

static gboolean
read_number (const Reader *r,
             const char *member,
             double low,
             double high,
             double *value,
             GError **error)
{
  JsonNode *node = json_object_get_member (r->object, member);
  if (!node)
    return TRUE;
  if (!node_is_number (node))
    return check_range (r, member, NAN, low, high, error);
  *value = json_node_get_double (node);
  return check_range (r, member, *value, low, high, error);
}

static gboolean
read_boolean (const Reader *r, const char *member, gboolean *value, GError **error)
{
  JsonNode *node = json_object_get_member (r->object, member);
  if (!node)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail (r, member, error, _ ("true or false is needed."));
  *value = json_node_get_boolean (node);
  return TRUE;
}

/* One number, or two: [smallest, largest]. */
static gboolean
read_range (const Reader *r,
            const char *member,
            double low,
            double high,
            double *smallest,
            double *largest,
            GError **error)
{
  JsonNode *node = json_object_get_member (r->object, member);
  if (!node)
    return TRUE;
  if (node_is_number (node))
    *smallest = *largest = json_node_get_double (node);
  else if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 2
           && node_is_number (json_array_get_element (json_node_get_array (node), 0))
           && node_is_number (json_array_get_element (json_node_get_array (node), 1)))
    {
      *smallest = json_array_get_double_element (json_node_get_array (node), 0);
      *largest = json_array_get_double_element (json_node_get_array (node), 1);
    }
  else
    return fail (r, member, error, _ ("a number or [smallest, largest] is needed."));
  if (*smallest > *largest)
    return fail (r, member, error, _ ("the smallest is larger than the largest."));
  return check_range (r, member, *smallest, low, high, error)
         && check_range (r, member, *largest, low, high, error);
}

static gboolean
read_box (const Reader *r, const char *member, cairo_rectangle_t *box, GError **error)
{
  JsonNode *node = json_object_get_member (r->object, member);
  double v[4];
  if (!node || !JSON_NODE_HOLDS_ARRAY (node)
      || json_array_get_length (json_node_get_array (node)) != 4)
    return fail (r, member, error, _ ("[left, top, width, height] in millimetres is needed."));
  for (guint i = 0; i < 4; i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);
      if (!node_is_number (element))
        return fail (r, member, error, _ ("[left, top, width, height] in millimetres is needed."));
      v[i] = json_node_get_double (element);
    }
  if (!(v[0] >= 0 && v[1] >= 0 && v[2] > 0 && v[3] > 0
        && v[0] + v[2] <= BV_CERTIFICATE_DESIGN_WIDTH + 1e-9
        && v[1] + v[3] <= BV_CERTIFICATE_DESIGN_HEIGHT + 1e-9))
    return fail (r, member, error, _ ("the box does not lie on the sheet of 297 × 210 mm."));
  *box = (cairo_rectangle_t){ v[0], v[1], v[2], v[3] };
  return TRUE;
}

/* A word of a fixed set; -1 in @value stays when the member is absent. */
static gboolean
read_choice (const Reader *r,
             const char *member,
             const char *const *choices,
             int *value,
             GError **error)
{
  const char *text = NULL;
  g_autofree char *list = NULL;
  g_autofree char *problem = NULL;
  if (!read_string (r, member, FALSE, &text, error))
    return FALSE;
  if (!text)
    return TRUE;
  for (int i = 0; choices[i]; i++)
    if (strcmp (choices[i], text) == 0)
      {
        *value = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) choices);
  /* Translators: the word found, the words allowed */
  problem = g_strdup_printf (_ ("“%s” is none of: %s."), text, list);
  return fail (r, member, error, problem);
}

static gboolean
check_members (const Reader *r, const char *const *allowed, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (r->object);
  for (GList *l = members; l; l = l->next)
    if (!g_strv_contains (allowed, l->data))
      return fail (r, l->data, error, _ ("there is no such property."));
  return TRUE;
}

static gboolean
read_colour (const Reader *r, BvCertificateLine *line, GError **error)
{
  const char *text = NULL;
  guint64 rgb = 0;
  char *end = NULL;
  if (!read_string (r, "colour", FALSE, &text, error))
    return FALSE;
  if (!text)
    return TRUE;
  if (text[0] == '#' && strlen (text) == 7 && g_ascii_isxdigit (text[1]))
    rgb = g_ascii_strtoull (text + 1, &end, 16);
  if (!end || *end)
    return fail (r, "colour", error, _ ("a colour such as #c8102e is needed."));
  line->red = (double) ((rgb >> 16) & 0xff) / 255.0;
  line->green = (double) ((rgb >> 8) & 0xff) / 255.0;
  line->blue = (double) (rgb & 0xff) / 255.0;
  return TRUE;
}

/* ── Lines ───────────────────────────────────────────────────────────────────────────────── */

static void
add_piece (GArray *pieces, BvCertificateField field, const char *literal, gsize length)
{
  BvCertificatePiece piece = { field, field == BV_CERTIFICATE_FIELD_NONE
                                        ? g_strndup (literal, length)
                                        : NULL };
  g_array_append_val (pieces, piece);
}

static gboolean
parse_text (const Reader *r, const char *text, GArray *pieces, guint32 *fields, GError **error)
{
  const char *p = text;
  while (*p)
    {
      const char *open = strchr (p, '{');
      const char *close = open ? strchr (open, '}') : NULL;
      int field = -1;
      if (!open)
        {
          add_piece (pieces, BV_CERTIFICATE_FIELD_NONE, p, strlen (p));
          return TRUE;
        }
      if (open > p)
        add_piece (pieces, BV_CERTIFICATE_FIELD_NONE, p, (gsize) (open - p));
      for (int i = 0; close && i < BV_CERTIFICATE_N_FIELDS; i++)
        if (strlen (field_names[i]) == (gsize) (close - open - 1)
            && strncmp (field_names[i], open + 1, (gsize) (close - open - 1)) == 0)
          field = i;
      if (field < 0)
        {
          g_autofree char *word = g_strndup (open,
                                             close ? (gsize) (close - open + 1) : strlen (open));
          /* Translators: %s is a field in braces, as typed: {nam} */
          g_autofree char *problem = g_strdup_printf (_ ("there is no field “%s”."), word);
          return fail (r, "text", error, problem);
        }
      add_piece (pieces, (BvCertificateField) field, NULL, 0);
      *fields |= 1u << field;
      p = close + 1;
    }
  return TRUE;
}

static gboolean
read_weight (const Reader *r, BvCertificateSpan *span, GError **error)
{
  static const char *const weights[] = { "regular", "bold", NULL };
  int weight = span->bold;
  if (!read_choice (r, "weight", weights, &weight, error)
      || !read_boolean (r, "italic", &span->italic, error))
    return FALSE;
  span->bold = weight == 1;
  return TRUE;
}

static gboolean
read_span (const Reader *r,
           const BvCertificateSpan *line_style,
           BvCertificateLine *line,
           GError **error)
{
  static const char *const allowed[] = { "text", "weight", "italic", NULL };
  const char *text = NULL;
  BvCertificateSpan span = *line_style;
  if (!check_members (r, allowed, error) || !read_string (r, "text", TRUE, &text, error)
      || !read_weight (r, &span, error))
    return FALSE;
  span.pieces = new_array (sizeof (BvCertificatePiece), piece_clear);
  g_array_append_val (line->spans, span);
  return parse_text (r, text, span.pieces, &line->fields, error);
}

static gboolean
read_spans (const Reader *r, BvCertificateLine *line, GError **error)
{
  BvCertificateSpan style = { 0 };
  JsonNode *node = json_object_get_member (r->object, "text");
  if (!read_weight (r, &style, error))
    return FALSE;
  if (!node)
    return fail (r, "text", error, _ ("it is missing."));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      const char *text = NULL;
      if (!read_string (r, "text", TRUE, &text, error))
        return FALSE;
      style.pieces = new_array (sizeof (BvCertificatePiece), piece_clear);
      g_array_append_val (line->spans, style);
      return parse_text (r, text, style.pieces, &line->fields, error);
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);
      g_autofree char *path = g_strdup_printf ("%s.text[%u]", r->path, i);
      Reader inner = { r->file, path, NULL };
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail (&inner, NULL, error, _ ("an object { } is needed."));
      inner.object = json_node_get_object (element);
      if (!read_span (&inner, &style, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_rule (const Reader *r, BvCertificateLine *line, GError **error)
{
  static const char *const allowed[] = { "width", "share", "gap", NULL };
  JsonNode *node = json_object_get_member (r->object, "rule");
  g_autofree char *path = g_strdup_printf ("%s.rule", r->path);
  Reader inner = { r->file, path, NULL };
  if (!node)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (&inner, NULL, error, _ ("an object { } is needed."));
  inner.object = json_node_get_object (node);
  line->rule_width = 0.75;
  line->rule_share = 1.0;
  line->rule_gap = 1.0;
  return check_members (&inner, allowed, error)
         && read_number (&inner, "width", 0.1, 10.0, &line->rule_width, error)
         && read_number (&inner, "share", 0.05, 2.0, &line->rule_share, error)
         && read_number (&inner, "gap", 0.0, 20.0, &line->rule_gap, error);
}

static gboolean
read_line (const Reader *r, BvCertificateLine *line, GError **error)
{
  static const char *const allowed[] = { "text",    "font",  "size",     "weight",
                                         "italic",  "case",  "colour",   "tracking",
                                         "leading", "lines", "optional", "stock",
                                         "gap",     "rule",  "blank",    NULL };
  static const char *const fonts[] = { "serif", "sans", "display", NULL };
  static const char *const families[] = { BV_FONT_SERIF, BV_FONT_SANS, BV_FONT_DISPLAY };
  static const char *const cases[] = { "typed", "upper", NULL };
  int font = 0;
  int letter_case = 0;
  double lines = 1.0;

  line->path = g_strdup (r->path);
  line->spans = new_array (sizeof (BvCertificateSpan), span_clear);
  line->size_min = line->size_max = 14.0;
  line->leading = 1.2;
  if (!check_members (r, allowed, error)
      || !read_range (r, "gap", 0.0, 100.0, &line->gap_min, &line->gap_max, error)
      || !read_number (r, "blank", 1.0, 100.0, &line->blank, error))
    return FALSE;
  if (line->blank > 0.0)
    return TRUE;
  if (!read_spans (r, line, error) || !read_choice (r, "font", fonts, &font, error)
      || !read_range (r, "size", 4.0, 120.0, &line->size_min, &line->size_max, error)
      || !read_choice (r, "case", cases, &letter_case, error) || !read_colour (r, line, error)
      || !read_number (r, "tracking", -0.05, 0.095, &line->tracking, error)
      || !read_number (r, "leading", 1.0, 2.5, &line->leading, error)
      || !read_number (r, "lines", 1.0, 8.0, &lines, error)
      || !read_boolean (r, "optional", &line->optional, error)
      || !read_boolean (r, "stock", &line->stock, error) || !read_rule (r, line, error))
    return FALSE;
  line->family = families[font];
  line->upper = letter_case == 1;
  line->max_lines = (guint) lines;
  return TRUE;
}

/* ── Blocks and the whole ────────────────────────────────────────────────────────────────── */

/* Calls @read for each object of the array @member, with the path of that object. */
typedef gboolean (*ReadElement) (const Reader *r, gpointer owner, GError **error);

static gboolean
read_array (const Reader *r, const char *member, ReadElement read, gpointer owner, GError **error)
{
  JsonNode *node = json_object_get_member (r->object, member);
  JsonArray *array = NULL;
  if (!node || !JSON_NODE_HOLDS_ARRAY (node)
      || json_array_get_length (json_node_get_array (node)) == 0)
    return fail (r, member, error, _ ("a list [ ] with at least one element is needed."));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *path = *r->path ? g_strdup_printf ("%s.%s[%u]", r->path, member, i)
                                       : g_strdup_printf ("%s[%u]", member, i);
      Reader inner = { r->file, path, NULL };
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail (&inner, NULL, error, _ ("an object { } is needed."));
      inner.object = json_node_get_object (element);
      if (!read (&inner, owner, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_line_element (const Reader *r, gpointer owner, GError **error)
{
  BvCertificateBlock *block = owner;
  BvCertificateLine line = { 0 };
  gboolean ok = read_line (r, &line, error);
  block->fields |= line.fields;
  g_array_append_val (block->lines, line);
  return ok;
}

static gboolean
read_block_element (const Reader *r, gpointer owner, GError **error)
{
  static const char *const allowed[] = { "name", "box", "align", "valign", "lines", NULL };
  static const char *const aligns[] = { "left", "center", "right", NULL };
  static const char *const valigns[] = { "top", "middle", "bottom", NULL };
  BvCertificateTemplate *self = owner;
  BvCertificateBlock *block;
  const char *name = NULL;
  int align = BV_FIT_CENTER;
  int valign = BV_CERTIFICATE_TOP;
  gboolean ok = FALSE;

  g_array_set_size (self->blocks, self->blocks->len + 1);
  block = &g_array_index (self->blocks, BvCertificateBlock, self->blocks->len - 1);
  block->lines = new_array (sizeof (BvCertificateLine), line_clear);
  ok = check_members (r, allowed, error) && read_string (r, "name", TRUE, &name, error)
       && read_box (r, "box", &block->box, error) && read_choice (r, "align", aligns, &align, error)
       && read_choice (r, "valign", valigns, &valign, error)
       && read_array (r, "lines", read_line_element, block, error);
  block->name = g_strdup (name);
  block->align = (BvFitAlign) align;
  block->valign = (BvCertificateValign) valign;
  return ok;
}

static gboolean
read_emblem (const Reader *r, BvCertificateTemplate *self, GError **error)
{
  static const char *const allowed[] = { "file", "box", NULL };
  JsonNode *node = json_object_get_member (r->object, "emblem");
  Reader inner = { r->file, "emblem", NULL };
  const char *file = NULL;
  if (!node)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (&inner, NULL, error, _ ("an object { } is needed."));
  inner.object = json_node_get_object (node);
  if (!check_members (&inner, allowed, error) || !read_string (&inner, "file", TRUE, &file, error)
      || !read_box (&inner, "box", &self->emblem_box, error))
    return FALSE;
  self->emblem = g_strdup (file);
  return TRUE;
}

static gboolean
read_template (const Reader *r, BvCertificateTemplate *self, GError **error)
{
  static const char *const allowed[] = {
    "format", "id", "title", "frame", "emblem", "blocks", NULL
  };
  const char *id = NULL;
  const char *title = NULL;
  const char *frame = NULL;
  double format = 0.0;
  if (!check_members (r, allowed, error)
      || !read_number (r, "format", FORMAT, FORMAT, &format, error))
    return FALSE;
  if (format != FORMAT)
    return fail (r, "format", error, _ ("it is missing."));
  if (!read_string (r, "id", TRUE, &id, error) || !read_string (r, "title", TRUE, &title, error)
      || !read_string (r, "frame", FALSE, &frame, error) || !read_emblem (r, self, error))
    return FALSE;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->frame = g_strdup (frame);
  return read_array (r, "blocks", read_block_element, self, error);
}

BvCertificateTemplate *
bv_certificate_template_parse (const char *name, const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  g_autoptr (BvCertificateTemplate) self = NULL;
  Reader reader = { name, "", NULL };

  /* Of no bytes there is no address. */
  if (!json_parser_load_from_data (parser, length != 0 ? json : "", length, &local)
      || !json_parser_get_root (parser) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      /* The parser quotes single bytes. */
      g_autofree char *told = bv_text_clean (local ? local->message : "{}");

      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   /* Translators: file name, the words of the JSON reader */
                   _ ("The certificate template “%s” is not readable as JSON: %s"), name, told);
      return NULL;
    }
  self = g_new0 (BvCertificateTemplate, 1);
  g_atomic_ref_count_init (&self->references);
  self->blocks = new_array (sizeof (BvCertificateBlock), block_clear);
  reader.object = json_node_get_object (json_parser_get_root (parser));
  if (!read_template (&reader, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

BvCertificateTemplate *
bv_certificate_template_load (const char *path, GError **error)
{
  g_autofree char *content = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  if (!g_file_get_contents (path, &content, &length, &local))
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   _ ("The certificate template “%s” cannot be read: %s"), path, local->message);
      return NULL;
    }
  if (length > MAX_FILE_SIZE)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   _ ("The certificate template “%s” is larger than 256 kB: it is another kind of "
                      "file."),
                   path);
      return NULL;
    }
  return bv_certificate_template_parse (name, content, (gssize) length, error);
}

BvCertificateTemplate *
bv_certificate_template_built_in (const char *id, GError **error)
{
  g_autofree char *relative = NULL;
  g_autofree char *path = NULL;
  if (!id || (!g_strv_contains (built_in, id) && !g_strv_contains (others, id)))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) built_in);
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   /* Translators: what was asked for, the list of those that exist */
                   _ ("There is no certificate template “%s”. The program has: %s."), id ? id : "",
                   list);
      return NULL;
    }
  relative = g_strdup_printf ("certificates/%s.json", id);
  path = bv_data_path (relative);
  if (!path)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   _ ("The file “%s” of the program is missing: install the program again."),
                   relative);
      return NULL;
    }
  return bv_certificate_template_load (path, error);
}

const char *const *
bv_certificate_template_list (void)
{
  return built_in;
}
