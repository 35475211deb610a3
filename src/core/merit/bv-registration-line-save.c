// SPDX-License-Identifier: GPL-3.0-or-later
/* Saving lines of registrations, one, many or a whole unit at once, inside an act and as acts of their own. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-registration-line.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-registration-private.h"
#include "merit/bv-regime.h"
#include "office/bv-register.h"
#include "office/bv-unit-order.h"
#include "office/bv-unit.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clean (char **text)
{
  bv_text_take (text, bv_text_clean (*text));
}

gboolean
bv_registration_line_insert (BvConnection *connection, BvRegistrationLine *self, GError **error)
{
  if (!bv_connection_run (
        connection, error,
        "INSERT INTO registration_line (registration_id, subject_id, form_code,"
        " initiative, note, override_reason, position)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1 + (SELECT coalesce (max (position), 0)"
        "  FROM registration_line WHERE registration_id = ?1))",
        "iissss", self->registration_id, self->subject_id, self->form_code, self->initiative,
        self->note, self->override_reason))
    return FALSE;
  self->id = bv_connection_last_id (connection);
  return TRUE;
}

gboolean
bv_registration_line_save_open (BvConnection *connection,
                                BvRegimeSet *regimes,
                                BvRegistrationLine *self,
                                GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  clean (&self->form_code);
  clean (&self->initiative);
  clean (&self->note);
  clean (&self->override_reason);
  problems = bv_registration_line_validate (connection, regimes, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  if (self->id == 0)
    return bv_registration_line_insert (connection, self, error);
  return bv_connection_run (connection, error,
                            "UPDATE registration_line SET subject_id = ?2, form_code = ?3,"
                            " initiative = ?4, note = ?5, override_reason = ?6 WHERE id = ?1",
                            "iissss", self->id, self->subject_id, self->form_code, self->initiative,
                            self->note, self->override_reason);
}

gboolean
bv_registration_line_save (BvConnection *connection, BvRegistrationLine *self, GError **error)
{
  g_autoptr (BvRegistration)
    sheet = bv_registration_load_open (connection, self->registration_id, error);

  return sheet != NULL && bv_registration_line_save_open (connection, NULL, self, error);
}

gboolean
bv_registration_line_remove (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvRegistrationLine) self = bv_registration_line_load (connection, id, error);
  g_autoptr (BvRegistration) sheet = NULL;

  if (self != NULL)
    sheet = bv_registration_load_open (connection, self->registration_id, error);
  return sheet != NULL
         && bv_connection_run (connection, error, "DELETE FROM registration_line WHERE id = ?1",
                               "i", id);
}

gboolean
bv_registration_add (BvConnection *connection,
                     gint64 registration_id,
                     const gint64 *subject_ids,
                     guint n_subjects,
                     const char *form_code,
                     const char *initiative,
                     const char *reason,
                     guint *n_added,
                     GError **error)
{
  g_autoptr (BvRegistration) sheet = bv_registration_load_open (connection, registration_id, error);
  g_autoptr (BvRegimeSet) regimes = NULL;

  *n_added = 0;
  if (sheet != NULL)
    regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr (BvRegistrationLine) line = bv_registration_line_new ();
      gint64 n;

      if (!bv_connection_query_int (connection, &n, 0, error,
                                    "SELECT count (*) FROM registration_line l"
                                    " JOIN registration r ON r.id = l.registration_id"
                                    " WHERE l.subject_id = ?1 AND l.form_code = ?2 AND r.year = ?3",
                                    "isi", subject_ids[i], form_code, (gint64) sheet->year))
        return FALSE;
      if (n > 0)
        continue;
      line->registration_id = registration_id;
      line->subject_id = subject_ids[i];
      bv_text_set (&line->form_code, form_code);
      bv_text_set (&line->initiative, initiative != NULL ? initiative : "");
      bv_text_set (&line->override_reason, reason != NULL ? reason : "");
      if (!bv_registration_line_save_open (connection, regimes, line, error))
        return FALSE;
      ++*n_added;
    }
  return TRUE;
}

/* Today, or the day of the year, and of the unit's life, that is nearest to it: ISO. */
static char *
find_day (const BvRegistration *sheet, const BvUnit *unit)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *first = g_strdup_printf ("%04d-01-01", sheet->year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", sheet->year);
  const char *from = unit->from_date != NULL && strcmp (unit->from_date, first) > 0
                       ? unit->from_date
                       : first;
  const char *to = unit->to_date != NULL && strcmp (unit->to_date, last) < 0 ? unit->to_date : last;

  return g_strdup (strcmp (today, from) < 0 ? from : strcmp (today, to) > 0 ? to : today);
}

/* Who has a post in the unit on that day: in the order of the organisation, leaders first, then by name. */
static GArray *
list_members (BvConnection *connection,
              const BvRegistration *sheet,
              gboolean with_below,
              GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvUnit) unit = bv_unit_load (connection, sheet->unit_id, error);
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *day = NULL;
  gboolean has_row;

  if (unit == NULL)
    return NULL;
  day = find_day (sheet, unit);
  statement = bv_connection_query (
    connection, error,
    "WITH RECURSIVE " BV_UNIT_ORDER_CTE
    " SELECT s.id FROM membership m JOIN subject s ON s.id = m.person_id"
    " JOIN ranked_unit k ON k.id = m.unit_id"
    " WHERE m.unit_id IN (SELECT ?1 UNION SELECT id FROM " BV_UNIT_BELOW_SQL (
      "?1") " WHERE ?3) AND (m.from_date IS NULL OR m.from_date <= ?2)"
            " AND (m.to_date IS NULL OR m.to_date >= ?2)"
            " GROUP BY s.id ORDER BY min (k.rank),"
            " min (CASE m.leader_class WHEN 'province' THEN 1 WHEN 'department' THEN 2"
            " WHEN 'business' THEN 3 WHEN 'leader' THEN 4 ELSE 5 END),"
            " min (m.post LIKE 'Phó%'), s.sort_key, s.id",
    "isi", sheet->unit_id, day, (gint64) with_below);
  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = bv_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

gboolean
bv_registration_add_members (BvConnection *connection,
                             gint64 registration_id,
                             const char *form_code,
                             gboolean with_below,
                             guint *n_added,
                             GError **error)
{
  g_autoptr (BvRegistration) sheet = bv_registration_load_open (connection, registration_id, error);
  g_autoptr (GArray) members = NULL;

  *n_added = 0;
  if (sheet != NULL)
    members = list_members (connection, sheet, with_below, error);
  if (members == NULL)
    return FALSE;
  if (members->len == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                   _ ("The register has nobody with a post in %s in %d: add the people there "
                      "first."),
                   sheet->unit_name, sheet->year);
      return FALSE;
    }
  return bv_registration_add (connection, registration_id, (const gint64 *) members->data,
                              members->len, form_code, NULL, NULL, n_added, error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvRegistrationLine *line;
  gint64 unit_id;
  int year;
  const gint64 *ids;
  guint n_ids;
  const char *form_code;
  const char *initiative;
  const char *reason;
  gboolean with_below;
  guint n_added;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_registration_line_save (connection, act->line, error);
}

static gboolean
remove_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  for (guint i = 0; i < act->n_ids; i++)
    if (!bv_registration_line_remove (connection, act->ids[i], error))
      return FALSE;
  return TRUE;
}

/* A sheet that was begun for lines of which none came is not left behind: the unit is still missing. */
static gboolean
drop_empty (BvConnection *connection, const Act *act, gint64 old_id, gint64 id, GError **error)
{
  return act->n_added > 0 || old_id != 0 || bv_registration_delete (connection, id, error);
}

static gboolean
add_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;
  gint64 old_id;
  gint64 id;

  return bv_registration_find (connection, act->unit_id, act->year, &old_id, error)
         && bv_registration_begin (connection, act->unit_id, act->year, &id, error)
         && bv_registration_add (connection, id, act->ids, act->n_ids, act->form_code,
                                 act->initiative, act->reason, &act->n_added, error)
         && drop_empty (connection, act, old_id, id, error);
}

static gboolean
add_members_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;
  gint64 old_id;
  gint64 id;

  return bv_registration_find (connection, act->unit_id, act->year, &old_id, error)
         && bv_registration_begin (connection, act->unit_id, act->year, &id, error)
         && bv_registration_add_members (connection, id, act->form_code, act->with_below,
                                         &act->n_added, error)
         && drop_empty (connection, act, old_id, id, error);
}

/* "Register Lò Thị Thử for “Lao động tiên tiến”, 2026": (transfer full), NULL with @error. */
static char *
make_add_title (BvStore *store, const Act *act, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autofree char *day = g_strdup_printf ("%04d-12-31", act->year);
  g_autoptr (GError) local = NULL;
  g_autofree char *name = NULL;
  const BvRegimeAward *award;
  const char *title;

  if (lease != NULL)
    regimes = bv_regime_set_load (bv_lease_connection (lease), error);
  if (regimes == NULL)
    return NULL;
  award = bv_regime_set_find_award (regimes, act->form_code, day);
  title = award != NULL ? award->name : act->form_code;
  if (act->n_ids != 1)
    return g_strdup_printf (ngettext ("Register %1$u subject for “%2$s”, %3$d",
                                      "Register %1$u subjects for “%2$s”, %3$d", act->n_ids),
                            act->n_ids, title, act->year);
  name = bv_register_subject_name (bv_lease_connection (lease), act->ids[0], NULL, &local);
  /* Who is not in the register is refused by the act itself, under its field. */
  if (g_error_matches (local, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
    return g_strdup (_ ("Add a line to a registration"));
  if (name == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* TRANSLATORS: title of an act: name of a person or collective, title striven for, year. */
  return g_strdup_printf (_ ("Register %1$s for “%2$s”, %3$d"), name, title, act->year);
}

gboolean
bv_registration_line_save_act (BvStore *store,
                               BvRegistrationLine *self,
                               gint64 *act_id,
                               GError **error)
{
  Act act = { .line = self };
  gint64 old_id = self->id;

  if (bv_store_act (store,
                    old_id == 0 ? _ ("Add a line to a registration")
                                : _ ("Change a line of a registration"),
                    BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_registration_line_remove_act (BvStore *store,
                                 const gint64 *ids,
                                 guint n_ids,
                                 gint64 *act_id,
                                 GError **error)
{
  Act act = { .ids = ids, .n_ids = n_ids };
  g_autofree char *title = g_strdup_printf (
    ngettext ("Remove %u line from a registration", "Remove %u lines from a registration", n_ids),
    n_ids);

  return bv_store_act (store, title, BV_ACT_NONE, remove_act, &act, NULL, act_id, error);
}

gboolean
bv_registration_add_act (BvStore *store,
                         gint64 unit_id,
                         int year,
                         const gint64 *subject_ids,
                         guint n_subjects,
                         const char *form_code,
                         const char *initiative,
                         const char *reason,
                         guint *n_added,
                         gint64 *act_id,
                         GError **error)
{
  Act act = {
    .unit_id = unit_id,
    .year = year,
    .ids = subject_ids,
    .n_ids = n_subjects,
    .form_code = form_code,
    .initiative = initiative,
    .reason = reason,
  };
  g_autofree char *title = make_add_title (store, &act, error);
  gboolean ok = title != NULL
                && bv_store_act (store, title, BV_ACT_NONE, add_act, &act, NULL, act_id, error);

  if (n_added != NULL)
    *n_added = ok ? act.n_added : 0;
  return ok;
}

gboolean
bv_registration_add_members_act (BvStore *store,
                                 gint64 unit_id,
                                 int year,
                                 const char *form_code,
                                 gboolean with_below,
                                 guint *n_added,
                                 gint64 *act_id,
                                 GError **error)
{
  Act act = {
    .unit_id = unit_id,
    .year = year,
    .form_code = form_code,
    .with_below = with_below,
  };
  g_autofree char *name = bv_registration_read_name (store, unit_id, error);
  g_autofree char *title = NULL;
  gboolean ok;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Register everybody in %s for %d"), name, year);
  ok = bv_store_act (store, title, BV_ACT_NONE, add_members_act, &act, NULL, act_id, error);
  if (n_added != NULL)
    *n_added = ok ? act.n_added : 0;
  return ok;
}
