// SPDX-License-Identifier: GPL-3.0-or-later
/* How long the public is asked: by whose rule, until which day, over holidays, and what the meter says of it. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-text.h"
#include "merit/bv-completeness.h"
#include "merit/bv-nomination.h"
#include "merit/bv-opinion.h"
#include "office/bv-setting.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 commune;
  gint64 teacher;
  BvDossier *dossier;
} Fixture;

static void
save (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  bv_dossier_save_act (f->store, f->dossier, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->commune = bv_test_office_add_unit (f->store, "Xã Thử Một", "commune", office, FALSE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Thử", "female", "Thái", office,
                                          "Chuyên viên", "direct");
  lease = bv_store_lease (f->store, &error);
  f->dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2024, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&f->dossier->title, "Đề nghị khen thưởng");
  bv_text_set (&f->dossier->received_on, "2025-01-06");
  f->dossier->level = BV_LEVEL_STATE;
  save (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_dossier_free (f->dossier);
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
ask (Fixture *f, const char *from, const char *to)
{
  bv_text_set (&f->dossier->opinion_from, from);
  if (to != NULL)
    bv_text_set (&f->dossier->opinion_to, to);
  else
    g_clear_pointer (&f->dossier->opinion_to, g_free);
  save (f);
}

/* "10 working days until 2025-01-17", or "none". */
static char *
tell (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  g_auto (BvOpinion) opinion = { 0 };
  g_autofree char *length = NULL;

  bv_opinion_of_dossier (bv_lease_connection (lease), regimes, f->dossier, &opinion, &error);
  g_assert_no_error (error);
  if (!opinion.is_needed)
    return g_strdup ("none");
  length = bv_opinion_format_length (&opinion);
  return g_strdup_printf ("%s until %s", length,
                          opinion.until != NULL ? opinion.until : "an unknown day");
}

#define assert_opinion(f, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *told = tell (f);                                                              \
    g_assert_cmpstr (told, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

/* What the meter says is missing: "" when the opinion is there, NULL when nobody need be asked. */
static char *
dup_missing (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvCompleteness)
    meter = bv_completeness_of_dossier (bv_lease_connection (lease), f->dossier->id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < meter->items->len; i++)
    {
      const BvCompletenessItem *item = g_ptr_array_index (meter->items, i);

      if (g_str_equal (item->key, "opinion"))
        {
          g_assert_cmpint (item->is_there, ==, *item->missing == '\0');
          g_assert_cmpstr (item->article, !=, "");
          return g_strdup (item->missing);
        }
    }
  return NULL;
}

#define assert_missing(f, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *missing = dup_missing (f);                                                    \
    g_assert_cmpstr (missing, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
nominate (Fixture *f, gint64 subject, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvNomination) nomination = bv_nomination_new ();

  nomination->dossier_id = f->dossier->id;
  nomination->subject_id = subject;
  bv_text_set (&nomination->form_code, code);
  bv_nomination_save_act (f->store, nomination, NULL, &error);
  g_assert_no_error (error);
}

static void
set_rule (Fixture *f, const char *value)
{
  g_autoptr (GError) error = NULL;

  bv_setting_save (f->store, BV_SETTING_RULE_OPINION_DAYS, value, NULL, &error);
  g_assert_no_error (error);
}

/* The day on which the notice is put up is the first. Mon 2 June 2025 and ten working days: Fri 13 June. */
static void
test_length (Fixture *f, gconstpointer data)
{
  assert_opinion (f, "10 working days until an unknown day");
  assert_missing (f, "Write from when until when the public was asked (10 working days).");
  ask (f, "2025-06-02", NULL);
  assert_opinion (f, "10 working days until 2025-06-13");
  assert_missing (f, "The public is asked for 10 working days: until 13/06/2025 at least.");
  ask (f, "2025-06-02", "2025-06-12");
  assert_missing (f, "The public is asked for 10 working days: until 13/06/2025 at least.");
  ask (f, "2025-06-02", "2025-06-13");
  assert_missing (f, "");
  ask (f, "2025-06-02", "2025-06-20");
  assert_missing (f, "");

  /* Put up on a Saturday, the days begin on Monday. */
  ask (f, "2025-05-31", NULL);
  assert_opinion (f, "10 working days until 2025-06-13");
}

/* Tết Ất Tỵ: nobody worked from Sat 25 January to Sun 2 February 2025. */
static void
test_holidays (Fixture *f, gconstpointer data)
{
  ask (f, "2025-01-20", NULL);
  assert_opinion (f, "10 working days until 2025-02-07");
  ask (f, "2025-01-20", "2025-02-06");
  assert_missing (f, "The public is asked for 10 working days: until 07/02/2025 at least.");
  ask (f, "2025-01-20", "2025-02-07");
  assert_missing (f, "");
}

/* The rule of the office takes the place of the days of the regime, and what was enough is not any more. */
static void
test_rule (Fixture *f, gconstpointer data)
{
  ask (f, "2025-06-02", "2025-06-13");
  assert_missing (f, "");
  set_rule (f, "11");
  assert_opinion (f, "11 working days until 2025-06-16");
  assert_missing (f, "The public is asked for 11 working days: until 16/06/2025 at least.");
  set_rule (f, "1");
  assert_opinion (f, "1 working day until 2025-06-02");
  assert_missing (f, "");
}

/* Who asks: awards of the State by the regime, a model commune by its own decree in days of the calendar; nobody in the
 * simplified procedure. */
static void
test_who (Fixture *f, gconstpointer data)
{
  f->dossier->is_simplified = TRUE;
  f->dossier->manner = BV_MANNER_SUDDEN;
  save (f);
  assert_opinion (f, "none");
  assert_missing (f, NULL);
  f->dossier->is_simplified = FALSE;
  f->dossier->manner = BV_MANNER_MERIT;
  f->dossier->level = BV_LEVEL_PROVINCE;
  save (f);
  assert_opinion (f, "none");
  nominate (f, f->teacher, "CSTDT");
  assert_opinion (f, "none");
  nominate (f, f->commune, "XPTTTB");
  assert_opinion (f, "10 days until an unknown day");

  /* Calendar days, over Tết as well; the rule of the office for the State's awards does not touch them. */
  set_rule (f, "15");
  ask (f, "2025-01-20", NULL);
  assert_opinion (f, "10 days until 2025-01-29");
  assert_missing (f, "The public is asked for 10 days: until 29/01/2025 at least.");
}

/* A form asks before anything is saved. */
static void
test_unsaved (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  g_autoptr (BvOpinionBasis) basis = bv_opinion_basis_load (bv_lease_connection (lease), 0, &error);
  g_autoptr (BvDossier) dossier = bv_dossier_copy (f->dossier);

  g_assert_no_error (error);
  bv_text_set (&dossier->opinion_from, "2025-06-02");
  for (int level = 0; level < BV_N_LEVELS; level++)
    {
      g_auto (BvOpinion) opinion = { 0 };

      dossier->level = level;
      bv_opinion_compute (basis, regimes, dossier, &opinion);
      g_assert_cmpint (opinion.is_needed, ==, level == BV_LEVEL_STATE);
      g_assert_cmpstr (opinion.until, ==, level == BV_LEVEL_STATE ? "2025-06-13" : NULL);
      g_assert_nonnull (opinion.article);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("BV_TODAY", "2025-07-15", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/opinion/length", Fixture, NULL, set_up, test_length, tear_down);
  g_test_add ("/opinion/holidays", Fixture, NULL, set_up, test_holidays, tear_down);
  g_test_add ("/opinion/rule", Fixture, NULL, set_up, test_rule, tear_down);
  g_test_add ("/opinion/who", Fixture, NULL, set_up, test_who, tear_down);
  g_test_add ("/opinion/unsaved", Fixture, NULL, set_up, test_unsaved, tear_down);
  return g_test_run ();
}
