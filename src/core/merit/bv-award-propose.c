// SPDX-License-Identifier: GPL-3.0-or-later
/* A line as the register and the regime of a day would have it: name, post and unit as printed, marks for
 * the statistics, and the bonus. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "office/bv-base-salary.h"
#include "office/bv-household.h"
#include "office/bv-membership.h"
#include "office/bv-person.h"
#include "office/bv-register.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

static void
set_text (char **place, char *value)
{
  g_free (*place);
  *place = value != NULL ? value : g_strdup ("");
}

/* "Bản Cang", but "Bí thư Chi bộ, bản Cang": the generic word in the name of a place is small inside a line. */
static char *
get_name_in_line (const BvUnit *unit, gboolean is_first)
{
  static const char *const places[] = { "commune", "ward", "town", "village", NULL };
  gunichar initial = g_utf8_get_char (unit->name);
  char small[6];
  int length;

  if (is_first || !g_strv_contains (places, unit->kind))
    return g_strdup (unit->name);
  length = g_unichar_to_utf8 (g_unichar_tolower (initial), small);
  return g_strdup_printf ("%.*s%s", length, small, g_utf8_next_char (unit->name));
}

/* "bản Cang, xã Mường Chùm": a small unit is not found without the one above it; the office itself, the
 * root, goes without saying. */
static char *
get_unit_in_words (BvConnection *connection, gint64 unit_id, gboolean is_first, GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_load (connection, unit_id, error);
  g_autoptr (BvUnit) parent = NULL;
  g_autofree char *name = NULL;
  g_autofree char *above = NULL;

  if (unit == NULL)
    return NULL;
  name = get_name_in_line (unit, is_first);
  if (!unit->is_small || unit->parent_id == 0)
    return g_steal_pointer (&name);
  parent = bv_unit_load (connection, unit->parent_id, error);
  if (parent == NULL)
    return NULL;
  if (parent->parent_id == 0)
    return g_steal_pointer (&name);
  above = get_name_in_line (parent, FALSE);
  return g_strdup_printf ("%s, %s", name, above);
}

static gboolean
take_person (BvConnection *connection, BvAward *self, const char *date, GError **error)
{
  g_autoptr (BvPerson) person = bv_person_load (connection, self->subject_id, error);
  g_autoptr (BvMembership) membership = NULL;
  g_autofree char *unit = NULL;

  if (person == NULL || !bv_membership_on (connection, self->subject_id, date, &membership, error))
    return FALSE;
  set_text (&self->name_printed, g_strdup (person->name));
  self->is_female = g_str_equal (person->sex, "female");
  self->is_minority = bv_person_is_minority (person);
  if (membership == NULL)
    {
      self->unit_id = 0;
      set_text (&self->leader_class, g_strdup ("direct"));
      set_text (&self->detail_printed, g_strdup (person->address));
      return TRUE;
    }
  unit = get_unit_in_words (connection, membership->unit_id, *membership->post == '\0', error);
  if (unit == NULL)
    return FALSE;
  self->unit_id = membership->unit_id;
  set_text (&self->leader_class, g_strdup (membership->leader_class));
  if (*membership->post == '\0')
    set_text (&self->detail_printed, g_steal_pointer (&unit));
  else
    set_text (&self->detail_printed, bv_unit_name_post (membership->post, unit));
  return TRUE;
}

static gboolean
take_unit (BvConnection *connection, BvAward *self, GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_load (connection, self->subject_id, error);
  g_autoptr (BvUnit) parent = NULL;

  if (unit == NULL)
    return FALSE;
  set_text (&self->name_printed, g_strdup (unit->name));
  set_text (&self->leader_class, NULL);
  self->is_female = self->is_minority = FALSE;
  self->unit_id = unit->parent_id;
  if (*unit->address != '\0' || unit->parent_id == 0)
    {
      set_text (&self->detail_printed, g_strdup (unit->address));
      return TRUE;
    }
  parent = bv_unit_load (connection, unit->parent_id, error);
  if (parent == NULL)
    return FALSE;
  set_text (&self->detail_printed, parent->parent_id == 0 ? NULL : g_strdup (parent->name));
  return TRUE;
}

static gboolean
take_household (BvConnection *connection, BvAward *self, GError **error)
{
  g_autoptr (BvHousehold) household = bv_household_load (connection, self->subject_id, error);

  if (household == NULL)
    return FALSE;
  set_text (&self->name_printed, g_strdup (household->name));
  set_text (&self->leader_class, NULL);
  self->is_female = self->is_minority = FALSE;
  self->unit_id = household->unit_id;
  if (*household->address != '\0' || household->unit_id == 0)
    set_text (&self->detail_printed, g_strdup (household->address));
  else
    {
      char *unit = get_unit_in_words (connection, household->unit_id, TRUE, error);

      if (unit == NULL)
        return FALSE;
      set_text (&self->detail_printed, unit);
    }
  return TRUE;
}

gboolean
bv_award_take_snapshot (BvConnection *connection, BvAward *self, const char *date, GError **error)
{
  int kind;
  g_autofree char *name = bv_register_subject_name (connection, self->subject_id, &kind, error);

  if (name == NULL)
    return FALSE;
  self->subject_kind = (BvSubjectKind) kind;
  switch (self->subject_kind)
    {
    case BV_SUBJECT_UNIT:
      return take_unit (connection, self, error);
    case BV_SUBJECT_HOUSEHOLD:
      return take_household (connection, self, error);
    case BV_SUBJECT_PERSON:
    default:
      return take_person (connection, self, date, error);
    }
}

gboolean
bv_award_compute_bonus (BvConnection *connection,
                        BvRegimeSet *regimes,
                        BvAward *self,
                        const char *date,
                        GError **error)
{
  return bv_award_compute_bonus_under (connection, bv_regime_set_for_date (regimes, date), self,
                                       date, error);
}

gboolean
bv_award_compute_bonus_under (BvConnection *connection,
                              const BvRegime *regime,
                              BvAward *self,
                              const char *date,
                              GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BvBaseSalary) salary = bv_base_salary_on (connection, date, &local);
  g_auto (BvBonus) bonus = { 0 };

  if (salary == NULL && !g_error_matches (local, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  bv_bonus_compute (regime, self->form_code, self->subject_kind,
                    salary != NULL ? salary->amount : 0, &bonus);
  self->bonus_computed = bonus.amount;
  /* An announced salary that is not yet enacted must not pass for law. */
  if (bonus.amount >= 0 && !salary->is_verified)
    set_text (&self->bonus_basis, g_strdup_printf ("%s (lương cơ sở chưa xác minh)", bonus.basis));
  else
    set_text (&self->bonus_basis, g_strdup (bonus.basis));
  return TRUE;
}

BvAward *
bv_award_propose (BvConnection *connection,
                  gint64 subject_id,
                  const char *form_code,
                  BvManner manner,
                  int year,
                  const char *date,
                  GError **error)
{
  g_autoptr (BvAward) self = bv_award_new ();
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  g_autofree char *today = bv_date_today ();

  if (regimes == NULL)
    return NULL;
  if (date == NULL)
    date = today;
  self->subject_id = subject_id;
  set_text (&self->form_code, g_strdup (form_code));
  self->manner = manner;
  self->year = year;
  if (!bv_award_take_snapshot (connection, self, date, error)
      || !bv_award_compute_bonus (connection, regimes, self, date, error))
    return NULL;
  return g_steal_pointer (&self);
}
