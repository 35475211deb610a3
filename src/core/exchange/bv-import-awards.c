// SPDX-License-Identifier: GPL-3.0-or-later
/* The list of a decision: persons, collectives and households with the award they get. Whom the register
 * does not know is entered there; whom it knows is not changed. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "exchange/bv-import-household.h"
#include "exchange/bv-import-person.h"
#include "merit/bv-award.h"
#include "office/bv-unit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
bv_import_awards_prepare (BvImportPass *pass, GError **error)
{
  if (pass->settings->decision_id == 0)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("Choose the decision whose list the table is."));
      return FALSE;
    }
  pass->regimes = bv_regime_set_load (pass->connection, error);
  if (pass->regimes == NULL)
    return FALSE;
  pass->decision = bv_decision_load (pass->connection, pass->settings->decision_id, error);
  if (pass->decision == NULL)
    return FALSE;
  if (pass->decision->origin == BV_ORIGIN_MADE && bv_decision_is_issued (pass->decision))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   /* Translators: the number of a decision. */
                   _ ("Decision %s is issued: its list can no longer change. Take it back first."),
                   pass->decision->number);
      return FALSE;
    }
  pass->awards = bv_award_list (pass->connection, pass->decision->id, error);
  return pass->awards != NULL;
}

/* ── Whom ────────────────────────────────────────────────────────────────────────────────── */

static BvSubjectKind
read_kind (BvImportPass *pass, const char *name)
{
  const char *text = bv_import_pass_text (pass, "kind");
  g_autofree char *fold = bv_text_fold (text);
  g_autofree char *name_fold = bv_text_fold (name);
  gint64 id;

  if (strstr (fold, "ho gia dinh") != NULL || strcmp (fold, "ho") == 0)
    return BV_SUBJECT_HOUSEHOLD;
  if (strstr (fold, "tap the") != NULL || strcmp (fold, "don vi") == 0)
    return BV_SUBJECT_UNIT;
  if (strstr (fold, "ca nhan") != NULL)
    return BV_SUBJECT_PERSON;
  if (*fold != '\0')
    bv_import_pass_find (pass, "kind", BV_IMPORT_WARNING,
                         /* Translators: what stands in the cell. */
                         _ ("“%s” is neither person, collective nor household; the name decides."),
                         text);
  if (pass->section_kind != 0)
    return (BvSubjectKind) pass->section_kind;
  if (g_str_has_prefix (name_fold, "ho ong ") || g_str_has_prefix (name_fold, "ho ba ")
      || g_str_has_prefix (name_fold, "ho gia dinh") || g_str_has_prefix (name_fold, "gia dinh "))
    return BV_SUBJECT_HOUSEHOLD;
  if (bv_import_index_find_unit (pass->index, name, &id, NULL) == BV_IMPORT_UNIT_FOUND
      || bv_import_looks_like_unit (name))
    return BV_SUBJECT_UNIT;
  return BV_SUBJECT_PERSON;
}

static gboolean
find_person (BvImportPass *pass, BvImportPerson *self, gint64 *id, gboolean *is_new, GError **error)
{
  const char *unit_code = bv_import_pass_column (pass, "unit") >= 0 ? "unit" : "post_unit";
  gint64 unit_id;

  if (!bv_import_pass_unit (pass, unit_code, self->unit, 0, &unit_id, error))
    return FALSE;
  if (pass->has_error)
    return TRUE;
  bv_import_person_match (pass, self, unit_id, id);
  if (*id != 0 || pass->has_error)
    return TRUE;
  *is_new = TRUE;
  return bv_import_person_insert (pass, self, unit_id, id, error);
}

static gboolean
find_unit (BvImportPass *pass, const char *name, gint64 *id, GError **error)
{
  const char *parent = bv_import_pass_text (pass, "unit");
  gint64 parent_id = 0;

  if (bv_import_index_find_unit (pass->index, name, id, NULL) == BV_IMPORT_UNIT_FOUND)
    return TRUE;
  /* The unit above counts only for one that must be made. */
  if (*parent != '\0' && strcmp (parent, name) != 0
      && bv_import_index_find_unit (pass->index, parent, &parent_id, NULL) != BV_IMPORT_UNIT_FOUND)
    parent_id = 0;
  if (parent_id != 0)
    {
      *id = bv_import_index_find_child (pass->index, name, parent_id);
      if (*id != 0)
        return TRUE;
    }
  return bv_import_pass_unit (pass, "name", name, parent_id, id, error);
}

static gboolean
find_household (BvImportPass *pass, const char *name, gint64 *id, gboolean *is_new, GError **error)
{
  static const char *const places[] = { "unit", "post_unit", "address" };
  g_autoptr (BvHousehold) household = NULL;
  gint64 unit_id = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places) && unit_id == 0; i++)
    if (bv_import_index_find_unit (pass->index, bv_import_pass_text (pass, places[i]), &unit_id,
                                   NULL)
        != BV_IMPORT_UNIT_FOUND)
      unit_id = 0;
  if (!bv_import_household_find (pass, name, bv_import_pass_text (pass, "code"), unit_id, id,
                                 error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  household = bv_household_new ();
  g_free (household->name);
  household->name = g_strdup (name);
  household->unit_id = unit_id;
  for (guint i = G_N_ELEMENTS (places); i-- > 0 && *household->address == '\0';)
    {
      g_free (household->address);
      household->address = g_strdup (bv_import_pass_text (pass, places[i]));
    }
  *is_new = TRUE;
  return bv_import_household_insert (pass, household, id, error);
}

/* ── What ────────────────────────────────────────────────────────────────────────────────── */

static const BvRegimeAward *
read_form (BvImportPass *pass, BvSubjectKind kind)
{
  const char *text = bv_import_pass_text (pass, "form");
  const char *date = pass->decision->on_date;
  const BvRegimeAward *award = NULL;
  g_autofree char *message = NULL;

  if (*text != '\0')
    {
      award = bv_regime_set_match_award (pass->regimes, text, date, pass->decision->level);
      if (award == NULL)
        bv_import_pass_find (pass, "form", BV_IMPORT_ERROR,
                             /* Translators: what stands in the cell. */
                             _ ("No award is called “%s” under the law of the decision’s date."),
                             text);
    }
  else if (pass->settings->form_code != NULL)
    {
      award = bv_regime_set_find_award (pass->regimes, pass->settings->form_code, date);
      if (award == NULL)
        bv_import_pass_find (pass, "form", BV_IMPORT_ERROR,
                             _ ("No award is called “%s” under the law of the decision’s date."),
                             pass->settings->form_code);
    }
  else
    bv_import_pass_find (pass, "form", BV_IMPORT_ERROR, _ ("The award is missing."));
  if (award == NULL)
    return NULL;
  message = bv_award_check_for_decision (pass->regimes, pass->decision, award->code, kind,
                                         pass->decision->year);
  if (message != NULL)
    bv_import_pass_find (pass, "form", BV_IMPORT_ERROR, "%s", message);
  return message == NULL ? award : NULL;
}

static BvManner
read_manner (BvImportPass *pass)
{
  const char *text = bv_import_pass_text (pass, "manner");
  g_autofree char *fold = bv_text_fold (text);

  if (*text == '\0')
    return BV_MANNER_MERIT;
  for (int i = 0; i < BV_N_MANNERS; i++)
    {
      g_autofree char *label = bv_text_fold (bv_manner_get_label ((BvManner) i));

      if (g_ascii_strcasecmp (text, bv_manner_to_code ((BvManner) i)) == 0
          || strcmp (fold, label) == 0)
        return (BvManner) i;
    }
  static const struct
  {
    const char *word;
    BvManner manner;
  } words[] = { { "cong trang", BV_MANNER_MERIT },     { "thuong xuyen", BV_MANNER_MERIT },
                { "dot xuat", BV_MANNER_SUDDEN },      { "phong trao", BV_MANNER_MOVEMENT },
                { "chuyen de", BV_MANNER_MOVEMENT },   { "theo dot", BV_MANNER_MOVEMENT },
                { "cong hien", BV_MANNER_DEDICATION }, { "nien han", BV_MANNER_SENIORITY },
                { "doi ngoai", BV_MANNER_FOREIGN },    { "khang chien", BV_MANNER_RESISTANCE } };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (fold, words[i].word) != NULL)
      return words[i].manner;
  bv_import_pass_find (pass, "manner", BV_IMPORT_WARNING,
                       _ ("“%s” is none of the known kinds; it is taken for merit."), text);
  return BV_MANNER_MERIT;
}

/* đồng; -1: not said. */
static gint64
read_bonus (BvImportPass *pass)
{
  const char *text = bv_import_pass_text (pass, "bonus");
  g_autoptr (GError) error = NULL;
  gint64 bonus = -1;

  if (*text != '\0' && !bv_number_parse_money (text, &bonus, &error))
    bv_import_pass_find (pass, "bonus", BV_IMPORT_ERROR, "%s", error->message);
  return bonus;
}

static const char *
read_achievement (BvImportPass *pass)
{
  const char *text = bv_import_pass_text (pass, "achievement");

  return *text == '\0' && pass->settings->achievement != NULL ? pass->settings->achievement : text;
}

/* No column: not said, which is "no". */
static gboolean
read_posthumous (BvImportPass *pass, BvSubjectKind kind)
{
  gboolean is_posthumous = bv_import_pass_column (pass, "is_posthumous") >= 0
                           && bv_import_pass_mark (pass, "is_posthumous");

  if (is_posthumous && kind != BV_SUBJECT_PERSON)
    bv_import_pass_find (pass, "is_posthumous", BV_IMPORT_ERROR,
                         _ ("Only a person can be honoured posthumously."));
  return is_posthumous;
}

static BvAward *
find_award (BvImportPass *pass, gint64 subject_id, const char *form_code)
{
  for (guint i = 0; i < pass->awards->len; i++)
    {
      BvAward *award = pass->awards->pdata[i];

      if (award->subject_id == subject_id && strcmp (award->form_code, form_code) == 0)
        return award;
    }
  return NULL;
}

static gboolean
take (char **place, const char *text)
{
  if (text == NULL || *text == '\0' || g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

/* A bonus that the rule gives as well is no bonus "paid otherwise". */
static gboolean
take_bonus (BvAward *award, gint64 bonus)
{
  if (bonus < 0 || bonus == bv_award_get_bonus (award))
    return FALSE;
  award->bonus_paid = bonus == award->bonus_computed ? -1 : bonus;
  return TRUE;
}

static gboolean
update_award (BvImportPass *pass, const BvAward *listed, gint64 bonus, GError **error)
{
  g_autoptr (BvAward) award = bv_award_copy (listed);
  gboolean changed = take (&award->achievement, read_achievement (pass));

  changed |= take (&award->note, bv_import_pass_text (pass, "note"));
  changed |= take_bonus (award, bonus);
  changed = changed && pass->settings->update;
  bv_import_pass_set_status (pass, changed ? BV_IMPORT_ROW_UPDATED : BV_IMPORT_ROW_UNCHANGED);
  return !changed || !pass->is_writing || bv_award_save (pass->connection, award, error);
}

/* What the law has against the line is said; the list was drawn up elsewhere and stands, with that as the reason. */
static gboolean
check_rules (BvImportPass *pass,
             gint64 subject_id,
             const char *form_code,
             gboolean *needs_reason,
             GError **error)
{
  g_autoptr (BvAward) award = bv_award_new ();
  g_autoptr (GPtrArray) problems = bv_problems_new ();

  award->subject_id = subject_id;
  award->year = pass->decision->year;
  take (&award->form_code, form_code);
  take (&award->achievement, read_achievement (pass));
  if (!bv_award_check_rules (pass->connection, award, pass->decision->on_date, problems, error))
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    {
      const BvProblem *problem = g_ptr_array_index (problems, i);

      bv_import_pass_find (pass,
                           g_str_equal (problem->field, "achievement") ? "achievement" : "name",
                           BV_IMPORT_WARNING, "%s", problem->message);
    }
  *needs_reason = problems->len > 0;
  return TRUE;
}

static gboolean
insert_award (BvImportPass *pass,
              gint64 subject_id,
              const char *form_code,
              const BvImportPerson *person,
              gint64 bonus,
              gboolean is_posthumous,
              GError **error)
{
  g_autoptr (BvAward) award = NULL;
  BvManner manner = read_manner (pass);
  gboolean needs_reason = FALSE;

  if (subject_id > 0 && !check_rules (pass, subject_id, form_code, &needs_reason, error))
    return FALSE;

  bv_import_pass_set_status (pass, BV_IMPORT_ROW_NEW);
  if (!pass->is_writing)
    return TRUE;
  award = bv_award_propose (pass->connection, subject_id, form_code, manner, pass->decision->year,
                            pass->decision->on_date, error);
  if (award == NULL)
    return FALSE;
  award->decision_id = pass->decision->id;
  take (&award->achievement, read_achievement (pass));
  take (&award->note, bv_import_pass_text (pass, "note"));
  /* The list says how the paper is to name the person, the register may be ahead of it. */
  if (person != NULL && *person->detail != '\0')
    take (&award->detail_printed, person->detail);
  else if (person != NULL && *person->post != '\0' && *person->unit != '\0')
    {
      g_autofree char *detail = g_strdup_printf ("%s, %s", person->post, person->unit);
      take (&award->detail_printed, detail);
    }
  if (person != NULL && *person->leader_class != '\0')
    take (&award->leader_class, person->leader_class);
  award->is_posthumous = is_posthumous;
  if (needs_reason)
    take (&award->override_reason, "Ghi theo danh sách đã nhập");
  take_bonus (award, bonus);
  return bv_award_save (pass->connection, award, error);
}

gboolean
bv_import_awards_row (BvImportPass *pass, GError **error)
{
  g_autoptr (BvImportPerson) person = NULL;
  g_autofree char *name = NULL;
  gboolean is_new = FALSE;
  gint64 id = 0;

  name = g_strdup (bv_import_pass_text (pass, "name"));
  if (*name == '\0')
    {
      g_autofree char *joined = g_strdup_printf ("%s %s",
                                                 bv_import_pass_text (pass, "family_names"),
                                                 bv_import_pass_text (pass, "given_name"));
      g_free (name);
      name = bv_text_clean (joined);
    }
  if (*name == '\0')
    {
      bv_import_pass_find (pass, "name", BV_IMPORT_ERROR, _ ("The name is missing."));
      return TRUE;
    }
  bv_import_pass_check_letters (pass, "name", name);
  BvSubjectKind kind = read_kind (pass, name);
  const BvRegimeAward *form = read_form (pass, kind);
  gint64 bonus = read_bonus (pass);
  gboolean is_posthumous = read_posthumous (pass, kind);
  gboolean ok;

  if (kind == BV_SUBJECT_PERSON)
    person = bv_import_person_read (pass);
  if (pass->has_error)
    return TRUE;
  if (kind == BV_SUBJECT_PERSON)
    ok = find_person (pass, person, &id, &is_new, error);
  else if (kind == BV_SUBJECT_UNIT)
    ok = find_unit (pass, name, &id, error);
  else
    ok = find_household (pass, name, &id, &is_new, error);
  if (!ok || pass->has_error)
    return ok;

  g_autofree char *fold = bv_text_fold (name);
  /* A new household has no id in the index: its name tells a repetition. */
  g_autofree char *key = kind == BV_SUBJECT_HOUSEHOLD && id < 0
                           ? g_strdup_printf ("h|%s|%s|%s", fold,
                                              bv_import_pass_text (pass, "unit"), form->code)
                           : g_strdup_printf ("%" G_GINT64_FORMAT "|%s", id, form->code);
  if (bv_import_pass_is_repeated (pass, key))
    return TRUE;
  const BvAward *listed = id > 0 && !is_new ? find_award (pass, id, form->code) : NULL;
  if (listed != NULL)
    return update_award (pass, listed, bonus, error);
  return insert_award (pass, id, form->code, person, bonus, is_posthumous, error);
}
