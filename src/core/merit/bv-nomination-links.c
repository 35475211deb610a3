// SPDX-License-Identifier: GPL-3.0-or-later
/* What hangs on a nomination: initiatives that back it, what the unit's minutes say, and the parts of the achievement
 * report. All may change only while the nomination may. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-dossier-private.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-condition.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

/* ── Initiatives ─────────────────────────────────────────────────────────────────────────── */

void
bv_nomination_initiative_free (BvNominationInitiative *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->state);
  g_free (self->scope);
  g_free (self->number);
  g_free (self->used_for);
  g_free (self);
}

#define INITIATIVES_SQL                                                                            \
  "SELECT i.id, i.title, i.year, i.state, i.scope, i.recognition_number,"                          \
  " coalesce (a.share, 0), l.nomination_id IS NOT NULL FROM initiative i"                          \
  " LEFT JOIN initiative_author a ON a.initiative_id = i.id AND a.person_id = ?2"                  \
  " LEFT JOIN nomination_initiative l ON l.initiative_id = i.id AND l.nomination_id = ?1"          \
  " WHERE l.nomination_id IS NOT NULL OR (i.year = ?3 AND i.state <> 'refused'"                    \
  " AND (a.id IS NOT NULL OR i.unit_id = ?2)) ORDER BY i.year DESC, i.title_fold, i.id"

/* The other titles that the initiative backs. */
static gboolean
describe_use (BvConnection *connection,
              BvRegimeSet *regimes,
              BvNominationInitiative *self,
              gint64 nomination_id,
              GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT n.form_code, n.name_printed, d.year FROM nomination_initiative l"
    " JOIN nomination n ON n.id = l.nomination_id JOIN dossier d ON d.id = n.dossier_id"
    " WHERE l.initiative_id = ?1 AND n.id <> ?2 AND n.state = 'proposed' ORDER BY d.year, n.id",
    "ii", self->initiative_id, nomination_id);
  GString *text = g_string_new (NULL);
  gboolean has_row = TRUE;

  self->used_for = NULL;
  while (has_row)
    {
      const BvRegimeAward *award;
      const char *code;

      if (statement == NULL || !bv_statement_step (statement, &has_row, error))
        {
          self->used_for = g_string_free (text, FALSE);
          return FALSE;
        }
      if (!has_row)
        break;
      code = bv_statement_text (statement, 0);
      award = bv_regime_set_find_award (regimes, code, NULL);
      if (text->len > 0)
        g_string_append (text, "; ");
      /* TRANSLATORS: an award, whose it is, its year: “CSTĐCS” of Lò Văn A in 2022 */
      g_string_append_printf (
        text, _ ("“%s” of %s in %d"), award != NULL ? award->abbreviation : code,
        bv_statement_text (statement, 1), (int) bv_statement_int (statement, 2));
    }
  self->used_for = g_string_free (text, FALSE);
  return TRUE;
}

GPtrArray *
bv_nomination_list_initiatives (BvConnection *connection, gint64 nomination_id, GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_nomination_initiative_free);
  g_autoptr (BvNomination) nomination = bv_nomination_load (connection, nomination_id, error);
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row = TRUE;

  if (nomination == NULL)
    return NULL;
  dossier = bv_dossier_load (connection, nomination->dossier_id, error);
  regimes = dossier != NULL ? bv_regime_set_load (connection, error) : NULL;
  if (regimes == NULL)
    return NULL;
  statement = bv_connection_query (connection, error, INITIATIVES_SQL, "iii", nomination_id,
                                   nomination->subject_id, (gint64) dossier->year);
  if (statement == NULL)
    return NULL;
  while (has_row)
    {
      BvNominationInitiative *self;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      self = g_new0 (BvNominationInitiative, 1);
      g_ptr_array_add (list, self);
      self->initiative_id = bv_statement_int (statement, 0);
      self->title = g_strdup (bv_statement_text (statement, 1));
      self->year = (int) bv_statement_int (statement, 2);
      self->state = g_strdup (bv_statement_text (statement, 3));
      self->scope = g_strdup (bv_statement_text (statement, 4));
      self->number = g_strdup (bv_statement_text (statement, 5));
      self->share = bv_statement_int (statement, 6);
      self->is_linked = bv_statement_int (statement, 7) != 0;
    }
  for (guint i = 0; i < list->len; i++)
    if (!describe_use (connection, regimes, g_ptr_array_index (list, i), nomination_id, error))
      return NULL;
  return g_steal_pointer (&list);
}

gboolean
bv_nomination_count_shared (BvConnection *connection,
                            gint64 nomination_id,
                            guint *n,
                            GError **error)
{
  gint64 count = 0;
  gboolean ok = bv_connection_query_int (
    connection, &count, 0, error,
    "SELECT count (DISTINCT l.initiative_id) FROM nomination_initiative l"
    " JOIN nomination_initiative o ON o.initiative_id = l.initiative_id"
    " AND o.nomination_id <> l.nomination_id JOIN nomination n ON n.id = o.nomination_id"
    " WHERE l.nomination_id = ?1 AND n.state = 'proposed'",
    "i", nomination_id);

  *n = (guint) count;
  return ok;
}

gboolean
bv_nomination_link_initiative (BvConnection *connection,
                               gint64 nomination_id,
                               gint64 initiative_id,
                               gboolean is_linked,
                               GError **error)
{
  g_autoptr (BvNomination) nomination = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  g_autofree char *state = NULL;

  if (!bv_nomination_check_open (connection, nomination_id, &nomination, &dossier, error))
    return FALSE;
  if (!is_linked)
    return bv_connection_run (
      connection, error,
      "DELETE FROM nomination_initiative WHERE nomination_id = ?1 AND initiative_id = ?2", "ii",
      nomination_id, initiative_id);
  if (!bv_connection_query_text (connection, &state, error,
                                 "SELECT state FROM initiative WHERE id = ?1", "i", initiative_id))
    return FALSE;
  if (state == NULL || g_str_equal (state, "refused"))
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                           state == NULL
                             ? _ ("The initiative is no longer there.")
                             : _ ("The initiative was not recognised: it cannot back a title."));
      return FALSE;
    }
  return bv_connection_run (connection, error,
                            "INSERT INTO nomination_initiative (nomination_id, initiative_id)"
                            " VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                            "ii", nomination_id, initiative_id);
}

/* ── Attestations ────────────────────────────────────────────────────────────────────────── */

void
bv_attestation_free (BvAttestation *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->text);
  g_free (self->article);
  g_free (self->basis);
  g_free (self);
}

static void
add_attested (GPtrArray *list, GPtrArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);
      gboolean is_new = TRUE;
      BvAttestation *self;

      add_attested (list, condition->of);
      if (condition->kind != BV_CONDITION_ATTESTED)
        continue;
      for (guint k = 0; k < list->len; k++)
        is_new &= !g_str_equal (((BvAttestation *) g_ptr_array_index (list, k))->key,
                                condition->key);
      if (!is_new)
        continue;
      self = g_new0 (BvAttestation, 1);
      self->key = g_strdup (condition->key);
      self->text = g_strdup (condition->text);
      self->article = g_strdup (condition->article);
      self->is_verified = condition->is_verified;
      self->holds = -1;
      self->basis = g_strdup ("");
      g_ptr_array_add (list, self);
    }
}

/* @value: (nullable): not of that kind of subject; "": not on record */
static gboolean
fits (char **allowed, const char *value, gboolean with_unsure)
{
  return allowed == NULL || value == NULL || g_strv_contains ((const char *const *) allowed, value)
         || (with_unsure && *value == '\0');
}

GPtrArray *
bv_nomination_filter_paths (const BvRegimeAward *award,
                            const BvNomination *self,
                            const BvDossier *dossier,
                            const char *unit_kind,
                            const char *worker_class,
                            gboolean with_unsure)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; award != NULL && i < award->paths->len; i++)
    {
      BvPath *path = g_ptr_array_index (award->paths, i);

      if ((path->manners == 0 || (path->manners & (1u << dossier->manner)) != 0)
          && (path->subjects == 0 || (path->subjects & (1u << self->subject_kind)) != 0)
          && (!dossier->is_simplified || path->is_simplified)
          && fits (path->unit_kinds, unit_kind, with_unsure)
          && fits (path->worker_classes, worker_class, with_unsure))
        g_ptr_array_add (paths, path);
    }
  return paths;
}

/* Also the paths for some kinds of workers or units only, when the subject's kind is not on record: what the minutes
 * may have to say is shown before the register is complete. */
static GPtrArray *
list_possible_paths (BvConnection *connection,
                     BvRegimeSet *regimes,
                     const BvNomination *self,
                     const BvDossier *dossier,
                     GError **error)
{
  const BvRegime *regime = bv_dossier_get_regime (dossier, regimes);
  const BvRegimeAward *award = regime != NULL ? bv_regime_find_award (regime, self->form_code)
                                              : NULL;
  g_autofree char *unit_kind = NULL;
  g_autofree char *worker_class = NULL;

  if (!bv_connection_query_text (connection, &unit_kind, error,
                                 "SELECT kind FROM unit WHERE subject_id = ?1", "i",
                                 self->subject_id)
      || !bv_connection_query_text (connection, &worker_class, error,
                                    "SELECT worker_class FROM person WHERE subject_id = ?1", "i",
                                    self->subject_id))
    return NULL;
  return bv_nomination_filter_paths (award, self, dossier, unit_kind, worker_class, TRUE);
}

static gboolean
read_answers (BvConnection *connection, gint64 nomination_id, GPtrArray *list, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT key, holds, basis FROM attestation WHERE nomination_id = ?1", "i",
    nomination_id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      for (guint i = 0; i < list->len; i++)
        {
          BvAttestation *self = g_ptr_array_index (list, i);

          if (!g_str_equal (self->key, bv_statement_text (statement, 0)))
            continue;
          self->holds = bv_statement_int (statement, 1) != 0;
          bv_text_set (&self->basis, bv_statement_text (statement, 2));
        }
    }
  return FALSE;
}

GPtrArray *
bv_nomination_list_attestations (BvConnection *connection,
                                 BvRegimeSet *regimes,
                                 gint64 nomination_id,
                                 GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_attestation_free);
  g_autoptr (BvNomination) self = bv_nomination_load (connection, nomination_id, error);
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  if (self == NULL)
    return NULL;
  dossier = bv_dossier_load (connection, self->dossier_id, error);
  if (dossier == NULL)
    return NULL;
  paths = list_possible_paths (connection, regimes, self, dossier, error);
  if (paths == NULL)
    return NULL;
  for (guint i = 0; i < paths->len; i++)
    add_attested (list, ((BvPath *) g_ptr_array_index (paths, i))->conditions);
  return read_answers (connection, nomination_id, list, error) ? g_steal_pointer (&list) : NULL;
}

char *
bv_nomination_get_basis (BvConnection *connection, gint64 nomination_id, GError **error)
{
  char *basis = NULL;

  if (!bv_connection_query_text (
        connection, &basis, error,
        "SELECT a.basis FROM attestation a JOIN nomination n ON n.id = a.nomination_id"
        " WHERE a.basis <> '' AND n.dossier_id = (SELECT dossier_id FROM nomination WHERE id = ?1)"
        " GROUP BY a.basis ORDER BY max (n.id = ?1) DESC, count (*) DESC, a.basis LIMIT 1",
        "i", nomination_id))
    return NULL;
  return basis != NULL ? basis : g_strdup ("");
}

gboolean
bv_nomination_attest (BvConnection *connection,
                      gint64 nomination_id,
                      const char *key,
                      int holds,
                      const char *basis,
                      GError **error)
{
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *clean = bv_text_clean (basis);
  gboolean is_known = FALSE;

  if (!bv_nomination_check_open (connection, nomination_id, NULL, NULL, error))
    return FALSE;
  if (holds < 0)
    return bv_connection_run (connection, error,
                              "DELETE FROM attestation WHERE nomination_id = ?1 AND key = ?2", "is",
                              nomination_id, key);
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  list = bv_nomination_list_attestations (connection, regimes, nomination_id, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    is_known |= g_str_equal (((BvAttestation *) g_ptr_array_index (list, i))->key, key);
  if (!is_known)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("The law asks no attestation “%s” for this award."), key);
      return FALSE;
    }
  return bv_connection_run (connection, error,
                            "INSERT INTO attestation (nomination_id, key, holds, basis)"
                            " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (nomination_id, key)"
                            " DO UPDATE SET holds = excluded.holds, basis = excluded.basis",
                            "isis", nomination_id, key, (gint64) (holds != 0), clean);
}

gboolean
bv_nomination_attest_all (BvConnection *connection,
                          gint64 dossier_id,
                          const char *basis,
                          guint *n,
                          GError **error)
{
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  g_autoptr (GPtrArray) all = regimes != NULL ? bv_nomination_list (connection, dossier_id, error)
                                              : NULL;

  *n = 0;
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const BvNomination *self = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) list = NULL;

      if (self->state != BV_NOMINATION_PROPOSED)
        continue;
      list = bv_nomination_list_attestations (connection, regimes, self->id, error);
      if (list == NULL)
        return FALSE;
      for (guint k = 0; k < list->len; k++)
        {
          const BvAttestation *attestation = g_ptr_array_index (list, k);

          if (attestation->holds >= 0)
            continue;
          if (!bv_nomination_attest (connection, self->id, attestation->key, 1, basis, error))
            return FALSE;
          (*n)++;
        }
    }
  if (*n > 0)
    return TRUE;
  g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                       _ ("Every condition that the minutes can tell is answered already."));
  return FALSE;
}

/* ── Parts of the report ─────────────────────────────────────────────────────────────────── */

char *
bv_nomination_get_report_part (BvConnection *connection,
                               gint64 nomination_id,
                               const char *part,
                               GError **error)
{
  char *body = NULL;

  if (!bv_connection_query_text (
        connection, &body, error,
        "SELECT body FROM report_part WHERE nomination_id = ?1 AND part = ?2", "is", nomination_id,
        part))
    return NULL;
  return body != NULL ? body : g_strdup ("");
}

GPtrArray *
bv_nomination_list_report_parts (BvConnection *connection, gint64 nomination_id, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT part FROM report_part WHERE nomination_id = ?1 ORDER BY part", "i",
    nomination_id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&parts);
      g_ptr_array_add (parts, g_strdup (bv_statement_text (statement, 0)));
    }
  return NULL;
}

gboolean
bv_nomination_set_report_part (BvConnection *connection,
                               gint64 nomination_id,
                               const char *part,
                               const char *body,
                               GError **error)
{
  g_autofree char *clean = bv_text_clean_paragraphs (body);
  g_autofree char *name = bv_text_clean (part);

  if (!bv_nomination_check_open (connection, nomination_id, NULL, NULL, error)
      || !bv_record_is_short (clean, BV_RECORD_MAX_PAGES, error))
    return FALSE;
  if (*name == '\0')
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("The part of the report is missing."));
      return FALSE;
    }
  if (*clean == '\0')
    return bv_connection_run (connection, error,
                              "DELETE FROM report_part WHERE nomination_id = ?1 AND part = ?2",
                              "is", nomination_id, name);
  return bv_connection_run (connection, error,
                            "INSERT INTO report_part (nomination_id, part, body) VALUES (?1, ?2,"
                            " ?3) ON CONFLICT (nomination_id, part) DO UPDATE"
                            " SET body = excluded.body",
                            "iss", nomination_id, name, clean);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 nomination_id;
  gint64 initiative_id;
  const char *key;
  int holds;
  const char *text;
} Act;

static gboolean
link_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_nomination_link_initiative (connection, act->nomination_id, act->initiative_id,
                                        act->holds, error);
}

static gboolean
attest_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_nomination_attest (connection, act->nomination_id, act->key, act->holds, act->text,
                               error);
}

static gboolean
attest_all_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;
  guint n;

  return bv_nomination_attest_all (connection, act->nomination_id, act->text, &n, error);
}

static gboolean
part_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_nomination_set_report_part (connection, act->nomination_id, act->key, act->text, error);
}

static BvNomination *
load (BvStore *store, gint64 id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);

  return lease != NULL ? bv_nomination_load (bv_lease_connection (lease), id, error) : NULL;
}

gboolean
bv_nomination_link_initiative_act (BvStore *store,
                                   gint64 nomination_id,
                                   gint64 initiative_id,
                                   gboolean is_linked,
                                   gint64 *act_id,
                                   GError **error)
{
  Act act = { .nomination_id = nomination_id, .initiative_id = initiative_id, .holds = is_linked };
  g_autoptr (BvNomination) self = load (store, nomination_id, error);
  g_autofree char *title = NULL;

  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (is_linked ? _ ("Back the nomination of %s with an initiative")
                                     : _ ("Take an initiative from the nomination of %s"),
                           self->name_printed);
  return bv_store_act (store, title, BV_ACT_NONE, link_cb, &act, NULL, act_id, error);
}

gboolean
bv_nomination_attest_act (BvStore *store,
                          gint64 nomination_id,
                          const char *key,
                          int holds,
                          const char *basis,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .nomination_id = nomination_id, .key = key, .holds = holds, .text = basis };
  g_autoptr (BvNomination) self = load (store, nomination_id, error);
  g_autofree char *title = NULL;

  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Record what the minutes say of %s"), self->name_printed);
  return bv_store_act (store, title, BV_ACT_NONE, attest_cb, &act, NULL, act_id, error);
}

gboolean
bv_nomination_attest_all_act (BvStore *store,
                              gint64 dossier_id,
                              const char *basis,
                              gint64 *act_id,
                              GError **error)
{
  Act act = { .nomination_id = dossier_id, .text = basis };

  return bv_store_act (store, _ ("Record what the minutes say of a whole dossier"), BV_ACT_NONE,
                       attest_all_cb, &act, NULL, act_id, error);
}

gboolean
bv_nomination_set_report_part_act (BvStore *store,
                                   gint64 nomination_id,
                                   const char *part,
                                   const char *body,
                                   gint64 *act_id,
                                   GError **error)
{
  Act act = { .nomination_id = nomination_id, .key = part, .text = body };
  g_autoptr (BvNomination) self = load (store, nomination_id, error);
  g_autofree char *title = NULL;

  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Write the report of %s"), self->name_printed);
  return bv_store_act (store, title, BV_ACT_NONE, part_cb, &act, NULL, act_id, error);
}
