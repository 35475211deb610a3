// SPDX-License-Identifier: GPL-3.0-or-later
/* Titles of the place, as members of the office's own regime file. The file may hold more than this record knows, and
 * keeps it. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-local-title.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "merit/bv-regime-private.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

const BvChoice bv_local_title_kinds[] = {
  /* TRANSLATORS: sorts of awards: danh hiệu */
  { "title", NC_ ("award kind", "Title"), "award kind" },
  /* TRANSLATORS: cờ thi đua */
  { "flag", NC_ ("award kind", "Flag"), "award kind" },
  /* TRANSLATORS: kỷ niệm chương, huy hiệu */
  { "commemorative", NC_ ("award kind", "Commemorative medal"), "award kind" },
  /* TRANSLATORS: bằng khen */
  { "merit", NC_ ("award kind", "Certificate of merit"), "award kind" },
  /* TRANSLATORS: giấy khen */
  { "praise", NC_ ("award kind", "Certificate of praise"), "award kind" },
  { NULL, NULL, NULL },
};

const BvChoice bv_local_title_levels[] = {
  { "province", NC_ ("level", "Province, ministry"), "level" },
  { "district", NC_ ("level", "District"), "level" },
  { "commune", NC_ ("level", "Commune"), "level" },
  { "unit", NC_ ("level", "Agency, unit"), "level" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvLocalTitle, code),
  BV_RECORD_TEXT (BvLocalTitle, name),
  BV_RECORD_TEXT (BvLocalTitle, abbreviation),
  BV_RECORD_TEXT (BvLocalTitle, kind),
  BV_RECORD_TEXT (BvLocalTitle, level),
  BV_RECORD_TEXT (BvLocalTitle, who),
  BV_RECORD_TEXT (BvLocalTitle, basis),
  BV_RECORD_TEXT_OR_NULL (BvLocalTitle, from_date),
  BV_RECORD_TEXT_OR_NULL (BvLocalTitle, to_date),
  BV_RECORD_TEXT (BvLocalTitle, certificate),
  BV_RECORD_TEXT (BvLocalTitle, coefficient),
};

BvLocalTitle *
bv_local_title_new (void)
{
  BvLocalTitle *self = bv_record_new (sizeof (BvLocalTitle), texts, G_N_ELEMENTS (texts));

  bv_text_set (&self->kind, "title");
  bv_text_set (&self->level, "district");
  self->to_persons = TRUE;
  return self;
}

BvLocalTitle *
bv_local_title_copy (const BvLocalTitle *self)
{
  return bv_record_copy (self, sizeof *self, texts, G_N_ELEMENTS (texts));
}

void
bv_local_title_free (BvLocalTitle *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

/* "0,30" → "0.30"; anything else stays as typed, for the check. */
static void
clean (BvLocalTitle *self)
{
  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  g_strdelimit (self->coefficient, ",", '.');
}

/* ── The file ────────────────────────────────────────────────────────────────────────────── */

static JsonNode *
new_document (void)
{
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *document = json_object_new ();

  json_object_set_int_member (document, "format", 2);
  json_object_set_array_member (document, "awards", json_array_new ());
  json_node_take_object (root, document);
  return root;
}

/* The document, a fresh one when there is no file. It is held against the format first, so that what is read from it
 * below is of its type; a damaged file is refused with its name and the place. */
static JsonNode *
load_document (BvConnection *connection, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (BvRegimeFileContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (!bv_connection_query_text (connection, &text, error,
                                 "SELECT CAST (content AS TEXT) FROM office_file WHERE name = ?1",
                                 "s", BV_LOCAL_TITLE_FILE))
    return NULL;
  if (text == NULL)
    return new_document ();
  bytes = g_bytes_new (text, strlen (text));
  content = bv_regime_read (BV_LOCAL_TITLE_FILE, bytes, TRUE, error);
  if (content == NULL || !json_parser_load_from_data (parser, text, -1, error))
    return NULL;
  return json_node_copy (json_parser_get_root (parser));
}

static JsonArray *
get_awards (JsonNode *document)
{
  return json_object_get_array_member (json_node_get_object (document), "awards");
}

static JsonObject *
find_award (JsonArray *awards, const char *code, guint *index)
{
  for (guint i = 0; code != NULL && i < json_array_get_length (awards); i++)
    {
      JsonObject *award = json_array_get_object_element (awards, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (award, "code", NULL), code) != 0)
        continue;
      if (index != NULL)
        *index = i;
      return award;
    }
  return NULL;
}

static void
take_text (JsonObject *object, const char *member, char **text)
{
  const char *value = json_object_get_string_member_with_default (object, member, NULL);

  if (value != NULL)
    bv_text_set (text, value);
}

static BvLocalTitle *
read_title (JsonObject *award)
{
  BvLocalTitle *self = bv_local_title_new ();
  JsonArray *deciders = json_object_get_array_member (award, "deciders");
  JsonArray *subjects = json_object_get_array_member (award, "subjects");

  take_text (award, "code", &self->code);
  take_text (award, "name", &self->name);
  take_text (award, "abbreviation", &self->abbreviation);
  take_text (award, "kind", &self->kind);
  take_text (award, "article", &self->basis);
  take_text (award, "from", &self->from_date);
  take_text (award, "to", &self->to_date);
  take_text (award, "certificate", &self->certificate);
  if (json_object_has_member (award, "bonus"))
    take_text (json_object_get_object_member (award, "bonus"), "coefficient", &self->coefficient);
  take_text (json_array_get_object_element (deciders, 0), "level", &self->level);
  take_text (json_array_get_object_element (deciders, 0), "who", &self->who);
  self->to_persons = FALSE;
  for (guint i = 0; i < json_array_get_length (subjects); i++)
    {
      const char *subject = json_array_get_string_element (subjects, i);

      self->to_persons = self->to_persons || g_str_equal (subject, "person");
      self->to_units = self->to_units || g_str_equal (subject, "unit");
      self->to_households = self->to_households || g_str_equal (subject, "household");
    }
  return self;
}

static void
set_or_remove (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, member, text);
  else
    json_object_remove_member (object, member);
}

static void
write_decider (JsonObject *award, const BvLocalTitle *self)
{
  JsonArray *deciders = json_array_new ();
  JsonObject *decider = json_object_new ();

  json_object_set_string_member (decider, "level", self->level);
  json_object_set_string_member (decider, "who", self->who);
  json_array_add_object_element (deciders, decider);
  json_object_set_array_member (award, "deciders", deciders);
}

static void
write_subjects (JsonObject *award, const BvLocalTitle *self)
{
  JsonArray *subjects = json_array_new ();

  if (self->to_persons)
    json_array_add_string_element (subjects, "person");
  if (self->to_units)
    json_array_add_string_element (subjects, "unit");
  if (self->to_households)
    json_array_add_string_element (subjects, "household");
  json_object_set_array_member (award, "subjects", subjects);
}

static void
write_title (JsonObject *award, const BvLocalTitle *self)
{
  json_object_set_string_member (award, "code", self->code);
  json_object_set_string_member (award, "name", self->name);
  json_object_set_string_member (award, "abbreviation", self->abbreviation);
  json_object_set_string_member (award, "kind", self->kind);
  write_subjects (award, self);
  write_decider (award, self);
  json_object_set_string_member (award, "article", self->basis);
  /* The office states its own rule: there is no other source to read. */
  json_object_set_boolean_member (award, "verified", TRUE);
  set_or_remove (award, "from", self->from_date);
  set_or_remove (award, "to", self->to_date);
  set_or_remove (award, "certificate", self->certificate);
  if (*self->coefficient == '\0')
    json_object_remove_member (award, "bonus");
  else
    {
      JsonObject *bonus = json_object_has_member (award, "bonus")
                            ? json_object_ref (json_object_get_object_member (award, "bonus"))
                            : json_object_new ();

      json_object_set_string_member (bonus, "coefficient", self->coefficient);
      json_object_set_string_member (bonus, "article", self->basis);
      json_object_set_boolean_member (bonus, "verified", TRUE);
      json_object_set_object_member (award, "bonus", bonus);
    }
}

/* Writes the document, or takes the file away when no title is left, and reads all regimes once more: nothing may be
 * stored that the next start refuses. */
static gboolean
store_document (BvConnection *connection, JsonNode *document, GError **error)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  gboolean ok;

  if (json_array_get_length (get_awards (document)) == 0)
    ok = bv_connection_run (connection, error, "DELETE FROM office_file WHERE name = ?1", "s",
                            BV_LOCAL_TITLE_FILE);
  else
    {
      json_generator_set_root (generator, document);
      json_generator_set_pretty (generator, TRUE);
      text = json_generator_to_data (generator, NULL);
      sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      ok = bv_connection_run (
        connection, error,
        "INSERT INTO office_file (name, media_type, content, sha256)"
        " VALUES (?1, 'application/json', CAST (?2 AS BLOB), ?3)"
        " ON CONFLICT (name) DO UPDATE SET content = excluded.content, sha256 = excluded.sha256",
        "sss", BV_LOCAL_TITLE_FILE, text, sum);
    }
  if (!ok)
    return FALSE;
  regimes = bv_regime_set_load (connection, error);
  return regimes != NULL;
}

GPtrArray *
bv_local_title_list (BvConnection *connection, GError **error)
{
  g_autoptr (JsonNode) document = load_document (connection, error);
  GPtrArray *list;

  if (document == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_local_title_free);
  for (guint i = 0; i < json_array_get_length (get_awards (document)); i++)
    g_ptr_array_add (list, read_title (json_array_get_object_element (get_awards (document), i)));
  return list;
}

/* ── Checks ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
touches (const BvLocalTitle *self, const BvRegime *regime)
{
  return (self->to_date == NULL || strcmp (regime->from_date, self->to_date) <= 0)
         && (self->from_date == NULL || regime->to_date == NULL
             || strcmp (self->from_date, regime->to_date) <= 0);
}

static void
check_code (GPtrArray *problems,
            const BvLocalTitle *self,
            const char *old_code,
            BvRegimeSet *regimes)
{
  GPtrArray *all = bv_regime_set_get_regimes (regimes);

  if (*self->code == '\0')
    {
      bv_problems_add (problems, "code", BV_VALUE_ERROR_EMPTY, _ ("The code is missing."));
      return;
    }
  for (const char *p = self->code; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '-')
      {
        bv_problems_add (problems, "code", BV_VALUE_ERROR_FORMAT,
                         _ ("A code is written with capital letters A to Z, digits and hyphens."));
        return;
      }
  if (g_strcmp0 (self->code, old_code) == 0)
    return;
  for (guint i = 0; i < all->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (all, i);
      const BvRegimeAward *award = bv_regime_find_award (regime, self->code);
      g_autofree char *message = NULL;

      if (award == NULL || (!award->is_own && !touches (self, regime)))
        continue;
      message = g_strdup_printf (_ ("The code %s is taken: %s."), self->code, award->name);
      bv_problems_add (problems, "code", BV_VALUE_ERROR_DUPLICATE, message);
      return;
    }
}

/* Digits, at most three decimals, above 0: as the regime files hold it. */
static gboolean
is_coefficient (const char *text)
{
  const char *dot = strchr (text, '.');
  gsize whole = dot != NULL ? (gsize) (dot - text) : strlen (text);

  if (whole < 1 || whole > 3 || (dot != NULL && (dot[1] == '\0' || strlen (dot + 1) > 3)))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && p != dot)
      return FALSE;
  return strpbrk (text, "123456789") != NULL;
}

GPtrArray *
bv_local_title_validate (const BvLocalTitle *self, const char *old_code, BvRegimeSet *regimes)
{
  GPtrArray *problems = bv_problems_new ();
  g_autofree char *coefficient = g_strdelimit (g_strdup (self->coefficient), ",", '.');

  check_code (problems, self, old_code, regimes);
  bv_record_check_name (problems, "name", self->name);
  if (bv_record_is_blank (self->abbreviation))
    bv_problems_add (problems, "abbreviation", BV_VALUE_ERROR_EMPTY,
                     _ ("The short form is missing."));
  bv_record_check_choice (problems, "kind", bv_local_title_kinds, self->kind);
  bv_record_check_choice (problems, "level", bv_local_title_levels, self->level);
  if (bv_record_is_blank (self->who))
    bv_problems_add (problems, "who", BV_VALUE_ERROR_EMPTY,
                     _ ("Say who decides, as it stands on the paper."));
  if (!self->to_persons && !self->to_units && !self->to_households)
    bv_problems_add (problems, "to_persons", BV_VALUE_ERROR_EMPTY,
                     _ ("Say to whom it may go: people, units or households."));
  if (bv_record_is_blank (self->basis))
    bv_problems_add (problems, "basis", BV_VALUE_ERROR_EMPTY,
                     _ ("Name the decision that set up the title."));
  if (*coefficient != '\0' && !is_coefficient (coefficient))
    bv_problems_add (problems, "coefficient", BV_VALUE_ERROR_FORMAT,
                     _ ("The bonus is a number of base salaries, such as 0,3."));
  bv_record_check_dates (problems, self->from_date, self->to_date);
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return problems;
}

/* What names an award by its code keeps it alive. */
static gboolean
check_unused (BvConnection *connection, const char *code, GError **error)
{
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT (SELECT count(*) FROM award WHERE form_code = ?1)"
                                " + (SELECT count(*) FROM nomination WHERE form_code = ?1)"
                                " + (SELECT count(*) FROM registration_line WHERE form_code = ?1)",
                                "s", code))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               g_dngettext (GETTEXT_PACKAGE,
                            "%s stands in %d award, nomination or registration: give it a last day "
                            "instead.",
                            "%s stands in %d awards, nominations or registrations: give it a last "
                            "day instead.",
                            (gulong) n),
               code, (int) n);
  return FALSE;
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
say_unknown (const char *code, GError **error)
{
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, _ ("There is no local title “%s”."),
               code);
  return FALSE;
}

gboolean
bv_local_title_save (BvConnection *connection,
                     BvLocalTitle *self,
                     const char *old_code,
                     GError **error)
{
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  JsonObject *award;

  if (regimes == NULL)
    return FALSE;
  clean (self);
  problems = bv_local_title_validate (self, old_code, regimes);
  if (!bv_problems_check (problems, error))
    return FALSE;
  if (old_code != NULL && !g_str_equal (old_code, self->code)
      && !check_unused (connection, old_code, error))
    return FALSE;
  document = load_document (connection, error);
  if (document == NULL)
    return FALSE;
  award = find_award (get_awards (document), old_code, NULL);
  if (award == NULL && old_code != NULL)
    return say_unknown (old_code, error);
  if (award == NULL)
    {
      award = json_object_new ();
      json_array_add_object_element (get_awards (document), award);
    }
  write_title (award, self);
  return store_document (connection, document, error);
}

gboolean
bv_local_title_delete (BvConnection *connection, const char *code, GError **error)
{
  g_autoptr (JsonNode) document = load_document (connection, error);
  guint index;

  if (document == NULL)
    return FALSE;
  if (find_award (get_awards (document), code, &index) == NULL)
    return say_unknown (code, error);
  if (!check_unused (connection, code, error))
    return FALSE;
  json_array_remove_element (get_awards (document), index);
  return store_document (connection, document, error);
}

typedef struct
{
  BvLocalTitle *title;
  const char *code;
} Arguments;

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const Arguments *arguments = user_data;

  return bv_local_title_save (connection, arguments->title, arguments->code, error);
}

static gboolean
delete_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_local_title_delete (connection, user_data, error);
}

gboolean
bv_local_title_save_act (BvStore *store,
                         BvLocalTitle *self,
                         const char *old_code,
                         gint64 *act_id,
                         GError **error)
{
  Arguments arguments = { self, old_code };
  g_autofree char *title = g_strdup_printf (
    old_code == NULL ? _ ("Add the local title %s") : _ ("Edit the local title %s"), self->name);

  return bv_store_act (store, title, BV_ACT_NONE, save_cb, &arguments, NULL, act_id, error);
}

gboolean
bv_local_title_delete_act (BvStore *store, const char *code, gint64 *act_id, GError **error)
{
  g_autofree char *title = g_strdup_printf (_ ("Delete the local title %s"), code);

  return bv_store_act (store, title, BV_ACT_NONE, delete_cb, (gpointer) code, NULL, act_id, error);
}
