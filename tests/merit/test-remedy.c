// SPDX-License-Identifier: GPL-3.0-or-later
/* Missing records over all awards of one subject: each said once, with how many awards it would decide. */

#include "eligibility-fixture.h"

#include "merit/bv-remedy.h"

static GPtrArray *
collect (Fixture *f)
{
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvFacts) facts = bv_facts_load (bv_lease_connection (lease), f->person, &error);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_no_error (error);
  list = bv_eligibility_judge_subject (facts, f->regimes, &question, f->person, &error);
  g_assert_no_error (error);
  return bv_remedy_collect (list);
}

static const BvRemedy *
get (GPtrArray *remedies, guint i)
{
  g_assert_cmpuint (i, <, remedies->len);
  return g_ptr_array_index (remedies, i);
}

static BvCondition *
good (void)
{
  BvCondition *condition_ = condition (BV_CONDITION_RATING, "Hoàn thành tốt");

  condition_->grade = BV_GRADE_GOOD;
  return condition_;
}

static void
ask_for_class (BvPath *path)
{
  path->worker_classes = g_strsplit ("civil_servant,cadre", ",", -1);
}

/* The kind of worker stands behind three awards, the rating behind two of them, and behind one alone. */
static void
test_two_records (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autofree char *line = NULL;
  g_autofree char *other = NULL;

  ask_for_class (set_path (f, "LDTT", NULL, NULL));
  ask_for_class (set_path (f, "CSTDCS", NULL, NULL));
  ask_for_class (set_path (f, "BKT", good (), NULL));
  set_path (f, "CSTDT", award_condition ("CSTDCS", 3, TRUE), NULL); /* not met: waits for nothing */
  both = collect (f);
  /* The rating is asked for by one award only: that award says it. */
  g_assert_cmpuint (both->len, ==, 1);
  g_assert_cmpstr (get (both, 0)->text, ==, "Record the kind of worker of Lò Thị Thử.");
  g_assert_cmpuint (get (both, 0)->n_awards, ==, 3);
  g_assert_cmpuint (get (both, 0)->n_decided, ==, 2);
  g_assert_true (get (both, 0)->is_of_record);
  line = bv_remedy_format (get (both, 0));
  g_assert_cmpstr (line, ==,
                   "Record the kind of worker of Lò Thị Thử: 2 awards can be judged then");

  set_path (f, "CSTDCS", good (), NULL);
  set_path (f, "LDTT", good (), NULL);
  g_clear_pointer (&both, g_ptr_array_unref);
  both = collect (f);
  g_assert_cmpuint (both->len, ==, 1);
  g_assert_cmpint (get (both, 0)->kind, ==, BV_CONDITION_RATING);
  g_assert_false (get (both, 0)->is_of_record);
  g_assert_cmpuint (get (both, 0)->n_awards, ==, 3);
  g_assert_cmpuint (get (both, 0)->n_decided, ==, 2);

  ask_for_class (set_path (f, "LDTT", good (), NULL));
  g_clear_pointer (&both, g_ptr_array_unref);
  both = collect (f);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpint (get (both, 0)->kind, ==, BV_CONDITION_RATING);
  g_assert_cmpuint (get (both, 0)->n_decided, ==, 1);
  g_assert_cmpuint (get (both, 1)->n_awards, ==, 2);
  g_assert_cmpuint (get (both, 1)->n_decided, ==, 0);
  other = bv_remedy_format (get (both, 1));
  g_assert_cmpstr (other, ==,
                   "Record the kind of worker of Lò Thị Thử: 2 awards need it, and other records");

  /* Once recorded, nothing waits for it any more. */
  sql (f, "UPDATE person SET worker_class = 'cadre'");
  add_rating (f, f->person, 2022, "HTT");
  rest = collect (f);
  g_assert_cmpuint (rest->len, ==, 0);
}

/* What the minutes must say is no record, and does not keep one from deciding; a condition inside a choice is found. */
static void
test_minutes_and_choices (Fixture *f, gconstpointer data)
{
  BvCondition *united = condition (BV_CONDITION_ATTESTED, "Đoàn kết, gương mẫu");
  BvCondition *again = condition (BV_CONDITION_ATTESTED, "Đoàn kết, gương mẫu");
  g_autoptr (GPtrArray) list = NULL;

  united->key = g_strdup ("united");
  again->key = g_strdup ("united");
  set_path (f, "LDTT", good (), united, NULL);
  set_path (f, "BKT", group (BV_CONDITION_ANY, good (), award_condition ("CSTDCS", 2, TRUE)), again,
            NULL);
  list = collect (f);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (get (list, 0)->n_awards, ==, 2);
  g_assert_cmpuint (get (list, 0)->n_decided, ==, 2);
}

/* Near awards first: what a commune decides stands above the orders of the state, whatever the regime's order. */
static void
test_order (Fixture *f, gconstpointer data)
{
  BvEligibilityQuestion question = { .year = 2022, .date = f->date };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvFacts) facts = bv_facts_load (bv_lease_connection (lease), f->person, &error);
  g_autoptr (GPtrArray) list = NULL;
  int level = BV_N_LEVELS;

  g_assert_no_error (error);
  set_path (f, "CSTDT", NULL, NULL);
  set_path (f, "LDTT", NULL, NULL);
  set_path (f, "BKT", NULL, NULL);
  list = bv_eligibility_judge_subject (facts, f->regimes, &question, f->person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < list->len; i++)
    {
      const BvEligibility *eligibility = g_ptr_array_index (list, i);

      g_assert_cmpint (bv_regime_award_get_level (eligibility->award), <=, level);
      level = (int) bv_regime_award_get_level (eligibility->award);
    }
  g_assert_cmpstr (((BvEligibility *) g_ptr_array_index (list, 0))->award->code, ==, "LDTT");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/remedy/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("two-records", test_two_records);
  ADD ("minutes-and-choices", test_minutes_and_choices);
  ADD ("near-first", test_order);
  return g_test_run ();
}
