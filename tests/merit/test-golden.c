// SPDX-License-Identifier: GPL-3.0-or-later
/* The golden set: cases written by hand from the law, never from the engine. Each line of fixtures/eligibility-golden.json
 * is a subject with its records, a question and the answer. One store holds all subjects, so that the cases also
 * prove that nobody's records leak into another's.
 *
 * A case: "year", "award", "manner" (CT), "date" of the judgement (20 January of the next year), "regime" chosen by
 * hand, "movement" [level, from, to], "achievement", "attested" (true: the minutes say yes to everything that no record
 * answers, but charity), "charity". "person" { class, at (kind of the unit), posts [[from, to, where]], awards ["CODE
 * YEAR [MANNER [date|revoked|- achievement]]"],
 * rated { "2020-2023": "HTT", "2026": "89.5" (points, by the rule of that year) }, initiatives ["scope year [kind [state]]"], discipline ["kind from [to [rejected]]"],
 * absences ["kind from to [result]"], proposed ["CODE [elsewhere|withdrawn|failed]"]: in the dossier of the question, in
 * another one, no more, or refused by the council }; "where": "old" is another unit, "merged" a commune that went up in
 * this one.
 * "household" { awards }.
 * "unit" { kind, since, merged_of, awards, rated, predecessors_rated, members [a person with "n", "from_merged"] }.
 * "under": the regime that must have answered.
 * "expect": met, not_met, cannot_tell, or unknown (no such award under the regime); "first_year"; "fails": kinds of
 * condition that must be among those not met. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "merit/bv-eligibility.h"
#include "merit/bv-rating-rule.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  JsonObject *object;
  gint64 subject_id;
  gint64 unit_id;       /* where the person is, or the unit itself */
  gint64 old_id;        /* another unit */
  gint64 merged_id;     /* a predecessor */
  gint64 nomination_id; /* bears the attestations */
  gint64 movement_id;
  GArray
    *proposed; /* (element-type Proposed): of the subject or its people; made with the nomination */
} Case;

typedef struct
{
  gint64 subject_id;
  char **words;
} Proposed;

typedef struct
{
  BvConnection *connection;
  GArray *cases; /* (element-type Case) */
  BvRegimeSet *regimes;
  gint64 office_id;
  int n_names;
} Loader;

#define RUN(...)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) run_error = NULL;                                                           \
    bv_connection_run (loader->connection, &run_error, __VA_ARGS__);                               \
    g_assert_no_error (run_error);                                                                 \
  }                                                                                                \
  G_STMT_END

static const char *
get (JsonObject *object, const char *name, const char *fallback)
{
  return json_object_get_string_member_with_default (object, name, fallback);
}

static guint
n_of (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name)
           ? json_array_get_length (json_object_get_array_member (object, name))
           : 0;
}

static char **
words_of (JsonObject *object, const char *name, guint i, int n_words)
{
  JsonArray *array = json_object_get_array_member (object, name);

  return g_strsplit (json_array_get_string_element (array, i), " ", n_words);
}

static gint64
add_subject (Loader *loader, int kind)
{
  g_autofree char *name = g_strdup_printf ("Trường hợp %05d", ++loader->n_names);
  g_autofree char *fold = g_strdup_printf ("truong hop %05d", loader->n_names);

  RUN ("INSERT INTO subject (kind, name, name_fold, sort_key) VALUES (?1, ?2, ?3, x'')", "iss",
       (gint64) kind, name, fold);
  return bv_connection_last_id (loader->connection);
}

static gint64
add_unit (Loader *loader, const char *kind, const char *from, const char *to)
{
  gint64 id = add_subject (loader, BV_SUBJECT_UNIT);

  RUN ("INSERT INTO unit (subject_id, parent_id, kind, from_date, to_date)"
       " VALUES (?1, ?2, ?3, ?4, ?5)",
       "iisss", id, loader->office_id, kind, from, to);
  return id;
}

static void
add_award (Loader *loader, gint64 subject_id, gint64 unit_id, char **words)
{
  guint n = g_strv_length (words);
  const char *manner = n > 2 ? words[2] : "CT";
  const char *more = n > 3 ? words[3] : "";
  g_autofree char *date = g_str_has_prefix (more, "20") ? g_strdup (more)
                                                        : g_strdup_printf ("%s-12-28", words[1]);
  g_autofree char *achievement = g_str_has_prefix (more, "- ")
                                   ? g_strdup (more + 2)
                                   : g_strdup_printf ("Thành tích %s năm %s", words[0], words[1]);
  gint64 year = atoi (words[1]);
  gint64 decision_id;

  RUN ("INSERT INTO decision (number, on_date, title, year, origin, level, issuer)"
       " VALUES ('1/QĐ', ?1, 'Khen thưởng', ?2, 'received', 'province', 'Cấp trên')",
       "si", date, year);
  decision_id = bv_connection_last_id (loader->connection);
  RUN ("INSERT INTO award (decision_id, subject_id, form_code, manner, year, achievement,"
       " name_printed, unit_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'Tên', ?7)",
       "iissisi", decision_id, subject_id, words[0], manner, year, achievement, unit_id);
  if (strcmp (more, "revoked") == 0)
    RUN ("INSERT INTO revocation (award_id, number, on_date, ground)"
         " VALUES (?1, '9/QĐ', ?2, 'fraud')",
         "is", bv_connection_last_id (loader->connection), date);
}

/* A grade as it stands, or the one that so many points of that year give. */
static const char *
grade_of (const char *text, int year)
{
  g_autoptr (GError) error = NULL;
  const BvRatingRule *rule;
  gint64 points;

  if (!g_ascii_isdigit (*text))
    return text;
  rule = bv_rating_rule_for_year (year, &error);
  g_assert_no_error (error);
  g_assert_true (bv_rating_rule_has_points (rule));
  bv_number_parse_hundredths (text, &points, &error);
  g_assert_no_error (error);
  return bv_grade_to_code (bv_rating_rule_grade_of_points (rule, points));
}

static void
add_ratings (Loader *loader, JsonObject *rated, gint64 subject_id, gint64 unit_id)
{
  g_autoptr (GList) names = json_object_get_members (rated);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *dash = strchr (l->data, '-');
      int last = atoi (dash != NULL ? dash + 1 : l->data);

      for (int year = atoi (l->data); year <= last; year++)
        if (unit_id != 0)
          RUN ("INSERT INTO rating (subject_id, year, grade, unit_id) VALUES (?1, ?2, ?3, ?4)",
               "iisi", subject_id, (gint64) year, grade_of (get (rated, l->data, ""), year),
               unit_id);
        else
          RUN ("INSERT INTO rating (subject_id, year, grade) VALUES (?1, ?2, ?3)", "iis",
               subject_id, (gint64) year, grade_of (get (rated, l->data, ""), year));
    }
}

static void
add_initiative (Loader *loader, gint64 person_id, char **words)
{
  guint n = g_strv_length (words);
  const char *state = n > 3 ? words[3] : "recognised";
  gboolean is_recognised = strcmp (state, "recognised") == 0;
  g_autofree char *date = g_strdup_printf ("%s-11-30", words[1]);

  RUN ("INSERT INTO initiative (title, title_fold, kind, year, state, scope, recognised_on)"
       " VALUES ('Giải pháp', 'giai phap', ?1, ?2, ?3, ?4, ?5)",
       "sisss", n > 2 ? words[2] : "initiative", (gint64) atoi (words[1]), state,
       is_recognised ? words[0] : "", is_recognised ? date : NULL);
  RUN ("INSERT INTO initiative_author (initiative_id, person_id, share) VALUES (?1, ?2, 10000)",
       "ii", bv_connection_last_id (loader->connection), person_id);
}

static void
add_discipline (Loader *loader, gint64 subject_id, char **words)
{
  guint n = g_strv_length (words);
  gboolean is_pending_kind = strcmp (words[0], "complaint") == 0
                             || strcmp (words[0], "investigation") == 0;

  RUN ("INSERT INTO discipline (subject_id, kind, on_date, until_date) VALUES (?1, ?2, ?3, ?4)",
       "isss", subject_id, words[0], words[1], n > 2 ? words[2] : NULL);
  if (is_pending_kind && n > 2)
    RUN ("UPDATE discipline SET is_upheld = ?2 WHERE id = ?1", "ii",
         bv_connection_last_id (loader->connection),
         (gint64) (n > 3 && strcmp (words[3], "rejected") == 0 ? 0 : 1));
}

static void
add_post (Loader *loader, gint64 person_id, gint64 unit_id, const char *from, const char *to)
{
  RUN ("INSERT INTO membership (person_id, unit_id, from_date, to_date) VALUES (?1, ?2, ?3, ?4)",
       "iiss", person_id, unit_id, from, to);
}

static void
add_posts (Loader *loader, Case *one, JsonObject *person, gint64 id)
{
  if (!json_object_has_member (person, "posts"))
    {
      gboolean is_merged = json_object_get_boolean_member_with_default (person, "from_merged",
                                                                        FALSE);

      if (is_merged)
        add_post (loader, id, one->merged_id, "2010-01-01", "2025-06-30");
      add_post (loader, id, one->unit_id, is_merged ? "2025-07-01" : "2010-01-01", NULL);
      return;
    }
  for (guint i = 0; i < n_of (person, "posts"); i++)
    {
      JsonArray *post = json_array_get_array_element (
        json_object_get_array_member (person, "posts"), i);
      const char *to = json_array_get_null_element (post, 1)
                         ? NULL
                         : json_array_get_string_element (post, 1);
      const char *where = json_array_get_length (post) > 2 ? json_array_get_string_element (post, 2)
                                                           : "";
      gint64 unit_id = strcmp (where, "old") == 0      ? one->old_id
                       : strcmp (where, "merged") == 0 ? one->merged_id
                                                       : one->unit_id;

      add_post (loader, id, unit_id, json_array_get_string_element (post, 0), to);
    }
}

static gint64
add_person (Loader *loader, Case *one, JsonObject *person)
{
  gint64 id = add_subject (loader, BV_SUBJECT_PERSON);

  RUN ("INSERT INTO person (subject_id, worker_class) VALUES (?1, ?2)", "is", id,
       get (person, "class", "civil_servant"));
  add_posts (loader, one, person, id);
  for (guint i = 0; i < n_of (person, "awards"); i++)
    {
      g_auto (GStrv) words = words_of (person, "awards", i, 4);
      add_award (loader, id, one->unit_id, words);
    }
  if (json_object_has_member (person, "rated"))
    add_ratings (loader, json_object_get_object_member (person, "rated"), id, one->unit_id);
  for (guint i = 0; i < n_of (person, "initiatives"); i++)
    {
      g_auto (GStrv) words = words_of (person, "initiatives", i, 4);
      add_initiative (loader, id, words);
    }
  for (guint i = 0; i < n_of (person, "discipline"); i++)
    {
      g_auto (GStrv) words = words_of (person, "discipline", i, 4);
      add_discipline (loader, id, words);
    }
  for (guint i = 0; i < n_of (person, "absences"); i++)
    {
      g_auto (GStrv) words = words_of (person, "absences", i, 4);
      RUN ("INSERT INTO absence (person_id, kind, from_date, to_date, study_result)"
           " VALUES (?1, ?2, ?3, ?4, ?5)",
           "issss", id, words[0], words[1], words[2], words[3] != NULL ? words[3] : "");
    }
  for (guint i = 0; i < n_of (person, "proposed"); i++)
    {
      Proposed proposed = { id, words_of (person, "proposed", i, 2) };
      if (one->proposed == NULL)
        one->proposed = g_array_new (FALSE, FALSE, sizeof (Proposed));
      g_array_append_val (one->proposed, proposed);
    }
  return id;
}

static void
add_predecessors (Loader *loader, Case *one, JsonObject *unit, int n)
{
  for (int i = 0; i < n; i++)
    {
      one->merged_id = add_unit (loader, "commune", "1990-01-01", "2025-06-30");
      if (unit != NULL && json_object_has_member (unit, "predecessors_rated"))
        add_ratings (loader, json_object_get_object_member (unit, "predecessors_rated"),
                     one->merged_id, 0);
      RUN ("INSERT INTO unit_succession (predecessor_id, successor_id, on_date, manner)"
           " VALUES (?1, ?2, '2025-07-01', 'merge')",
           "ii", one->merged_id, one->unit_id);
    }
}

static void
add_unit_case (Loader *loader, Case *one, JsonObject *unit)
{
  const char *since = json_object_has_member (unit, "since")
                        ? json_object_get_null_member (unit, "since")
                            ? NULL
                            : json_object_get_string_member (unit, "since")
                        : "2000-01-01";

  one->subject_id = one->unit_id = add_unit (loader, get (unit, "kind", "administration"), since,
                                             NULL);
  add_predecessors (loader, one, unit,
                    (int) json_object_get_int_member_with_default (unit, "merged_of", 0));
  for (guint i = 0; i < n_of (unit, "awards"); i++)
    {
      g_auto (GStrv) words = words_of (unit, "awards", i, 4);
      add_award (loader, one->unit_id, one->unit_id, words);
    }
  if (json_object_has_member (unit, "rated"))
    add_ratings (loader, json_object_get_object_member (unit, "rated"), one->unit_id, 0);
  for (guint i = 0; i < n_of (unit, "members"); i++)
    {
      JsonObject *member = json_array_get_object_element (
        json_object_get_array_member (unit, "members"), i);

      for (int k = (int) json_object_get_int_member (member, "n"); k > 0; k--)
        add_person (loader, one, member);
    }
}

static gboolean
has_merged_post (JsonObject *person)
{
  for (guint i = 0; i < n_of (person, "posts"); i++)
    {
      JsonArray *post = json_array_get_array_element (
        json_object_get_array_member (person, "posts"), i);
      if (json_array_get_length (post) > 2
          && strcmp (json_array_get_string_element (post, 2), "merged") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
attest (Loader *loader, gint64 nomination_id, gboolean charity, GPtrArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      attest (loader, nomination_id, charity, condition->of);
      if (condition->kind == BV_CONDITION_ATTESTED)
        /* Gifts and charity are a way of their own to the same awards: nobody here has gone it. */
        RUN ("INSERT OR IGNORE INTO attestation (nomination_id, key, holds, basis)"
             " VALUES (?1, ?2, ?3, 'Biên bản bình xét')",
             "isi", nomination_id, condition->key,
             (gint64) (charity || strcmp (condition->key, "charity") != 0));
    }
}

static char *
dup_date (JsonObject *object)
{
  if (json_object_has_member (object, "date"))
    return g_strdup (json_object_get_string_member (object, "date"));
  return g_strdup_printf ("%d-01-20", (int) json_object_get_int_member (object, "year") + 1);
}

static const BvRegime *
regime_of (BvRegimeSet *regimes, JsonObject *object)
{
  g_autofree char *date = dup_date (object);

  return json_object_has_member (object, "regime")
           ? bv_regime_set_get (regimes, json_object_get_string_member (object, "regime"))
           : bv_regime_set_for_date (regimes, date);
}

static gint64
add_dossier (Loader *loader, const Case *one)
{
  RUN ("INSERT INTO dossier (title, year, manner, level) VALUES ('Đợt', ?1, ?2, 'district')", "is",
       json_object_get_int_member (one->object, "year"), get (one->object, "manner", "CT"));
  return bv_connection_last_id (loader->connection);
}

/* A closed meeting of a council that had the nomination on its agenda and did not pass it. */
static void
refuse (Loader *loader, gint64 nomination_id)
{
  gint64 council_id;

  RUN ("INSERT INTO council (name) VALUES ('Hội đồng')", "");
  council_id = bv_connection_last_id (loader->connection);
  RUN ("INSERT INTO meeting (council_id, title, on_date, state) VALUES (?1, 'Họp',"
       " '2023-01-10', 'closed')",
       "i", council_id);
  RUN ("INSERT INTO agenda_item (meeting_id, nomination_id, result) VALUES (?1, ?2, 'failed')",
       "ii", bv_connection_last_id (loader->connection), nomination_id);
}

static void
add_proposed (Loader *loader, const Case *one, gint64 dossier_id)
{
  for (guint i = 0; one->proposed != NULL && i < one->proposed->len; i++)
    {
      Proposed *proposed = &g_array_index (one->proposed, Proposed, i);
      const char *how = proposed->words[1] != NULL ? proposed->words[1] : "";

      RUN ("INSERT INTO nomination (dossier_id, subject_id, form_code, state)"
           " VALUES (?1, ?2, ?3, ?4)",
           "iiss", strcmp (how, "elsewhere") == 0 ? add_dossier (loader, one) : dossier_id,
           proposed->subject_id, proposed->words[0],
           strcmp (how, "withdrawn") == 0 ? "withdrawn" : "proposed");
      if (strcmp (how, "failed") == 0)
        refuse (loader, bv_connection_last_id (loader->connection));
      g_strfreev (proposed->words);
    }
}

static void
add_nomination (Loader *loader, Case *one)
{
  const char *code = get (one->object, "award", "");
  const BvRegime *regime = regime_of (loader->regimes, one->object);
  const BvRegimeAward *award = regime != NULL ? bv_regime_find_award (regime, code) : NULL;
  gint64 dossier_id;

  if (award == NULL)
    return;
  dossier_id = add_dossier (loader, one);
  add_proposed (loader, one, dossier_id);
  RUN ("INSERT INTO nomination (dossier_id, subject_id, form_code, achievement)"
       " VALUES (?1, ?2, ?3, ?4)",
       "iiss", dossier_id, one->subject_id, code, get (one->object, "achievement", ""));
  one->nomination_id = bv_connection_last_id (loader->connection);
  if (json_object_get_boolean_member_with_default (one->object, "attested", TRUE))
    for (guint i = 0; i < award->paths->len; i++)
      attest (loader, one->nomination_id,
              json_object_get_boolean_member_with_default (one->object, "charity", FALSE),
              ((const BvPath *) g_ptr_array_index (award->paths, i))->conditions);
}

static void
add_case (Loader *loader, Case *one)
{
  JsonObject *object = one->object;

  if (json_object_has_member (object, "unit"))
    add_unit_case (loader, one, json_object_get_object_member (object, "unit"));
  else if (json_object_has_member (object, "person"))
    {
      JsonObject *person = json_object_get_object_member (object, "person");
      gboolean is_merged = has_merged_post (person);

      one->unit_id = add_unit (loader, get (person, "at", is_merged ? "commune" : "administration"),
                               is_merged ? "2025-07-01" : "1990-01-01", NULL);
      one->old_id = add_unit (loader, "school", "1990-01-01", NULL);
      add_predecessors (loader, one, NULL, is_merged ? 2 : 0);
      one->subject_id = add_person (loader, one, person);
    }
  else
    {
      one->unit_id = add_unit (loader, "village", "1990-01-01", NULL);
      one->subject_id = add_subject (loader, BV_SUBJECT_HOUSEHOLD);
      RUN ("INSERT INTO household (subject_id, unit_id) VALUES (?1, ?2)", "ii", one->subject_id,
           one->unit_id);
      for (guint i = 0; i < n_of (json_object_get_object_member (object, "household"), "awards");
           i++)
        {
          g_auto (GStrv)
            words = words_of (json_object_get_object_member (object, "household"), "awards", i, 4);
          add_award (loader, one->subject_id, one->unit_id, words);
        }
    }
  if (json_object_has_member (object, "movement"))
    {
      JsonArray *movement = json_object_get_array_member (object, "movement");

      RUN ("INSERT INTO movement (name, level, manner, from_date, to_date)"
           " VALUES ('Phong trào', ?1, 'thematic', ?2, ?3)",
           "sss", json_array_get_string_element (movement, 0),
           json_array_get_string_element (movement, 1),
           json_array_get_string_element (movement, 2));
      one->movement_id = bv_connection_last_id (loader->connection);
    }
  add_nomination (loader, one);
}

static gboolean
load_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Loader *loader = user_data;

  loader->connection = connection;
  for (guint i = 0; i < loader->cases->len; i++)
    add_case (loader, &g_array_index (loader->cases, Case, i));
  return TRUE;
}

/* ── Judging ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  Case *one;
  BvFacts *facts;
  BvRegimeSet *regimes;
} Run;

static gboolean
fails (GPtrArray *findings, BvConditionKind kind)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      if ((finding->kind == kind && finding->verdict == BV_VERDICT_NOT_MET)
          || fails (finding->of, kind))
        return TRUE;
    }
  return FALSE;
}

static void
describe (GPtrArray *findings, int depth)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%*s%s: %s [%s] %s %d", depth, "", bv_verdict_to_code (finding->verdict),
                      finding->requirement, finding->article, finding->explanation,
                      finding->first_year);
      describe (finding->of, depth + 2);
    }
}

static BvConditionKind
kind_from_name (const char *name)
{
  static const struct
  {
    const char *name;
    BvConditionKind kind;
  } kinds[] = {
    { "award", BV_CONDITION_AWARD },
    { "rating", BV_CONDITION_RATING },
    { "initiative", BV_CONDITION_INITIATIVE },
    { "member_share", BV_CONDITION_MEMBER_SHARE },
    { "member_count", BV_CONDITION_MEMBER_COUNT },
    { "member_rating", BV_CONDITION_MEMBER_RATING },
    { "members_undisciplined", BV_CONDITION_MEMBERS_UNDISCIPLINED },
    { "undisciplined", BV_CONDITION_UNDISCIPLINED },
    { "nothing_pending", BV_CONDITION_NOTHING_PENDING },
    { "months_in_post", BV_CONDITION_MONTHS_IN_POST },
    { "absence", BV_CONDITION_ABSENCE },
    { "movement", BV_CONDITION_MOVEMENT },
    { "span", BV_CONDITION_SPAN },
    { "years_of_existence", BV_CONDITION_YEARS_OF_EXISTENCE },
    { "years_of_service", BV_CONDITION_YEARS_OF_SERVICE },
    { "not_with", BV_CONDITION_NOT_WITH },
    { "not_same_achievement", BV_CONDITION_NOT_SAME_ACHIEVEMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return kinds[i].kind;
  g_error ("the golden set names an unknown kind of condition: %s", name);
}

static void
judge_case (gconstpointer data)
{
  const Run *run = data;
  JsonObject *object = run->one->object;
  const char *expect = json_object_get_string_member (object, "expect");
  g_autofree char *date = dup_date (object);
  BvEligibilityQuestion question = {
    .year = (int) json_object_get_int_member (object, "year"),
    .date = date,
    .regime_id = get (object, "regime", NULL),
    .achievement = get (object, "achievement", NULL),
    .movement_id = run->one->movement_id,
    .nomination_id = run->one->nomination_id,
  };
  g_autoptr (BvEligibility) answer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_manner_from_code (get (object, "manner", "CT"), &question.manner));
  answer = bv_eligibility_judge (run->facts, run->regimes, &question, run->one->subject_id,
                                 get (object, "award", ""), &error);
  if (strcmp (expect, "unknown") == 0)
    {
      g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
      return;
    }
  g_assert_no_error (error);
  g_test_message ("%s: path %s, %s %d", answer->regime->id,
                  answer->path != NULL ? answer->path->name : "-", answer->reason,
                  answer->first_year);
  describe (answer->findings, 2);
  g_assert_cmpstr (bv_verdict_to_code (answer->verdict), ==, expect);
  if (json_object_has_member (object, "under"))
    g_assert_cmpstr (answer->regime->id, ==, json_object_get_string_member (object, "under"));
  if (json_object_has_member (object, "first_year"))
    g_assert_cmpint (answer->first_year, ==, json_object_get_int_member (object, "first_year"));
  for (guint i = 0; i < n_of (object, "fails"); i++)
    g_assert_true (fails (answer->findings, kind_from_name (json_array_get_string_element (
                                              json_object_get_array_member (object, "fails"), i))));
}

int
main (int argc, char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) cases = g_array_new (FALSE, TRUE, sizeof (Case));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvFacts) facts = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree Run *runs = NULL;
  g_autoptr (BvStore) store = NULL;
  g_autoptr (BvLease) lease = NULL;
  Loader loader = { .cases = cases };
  JsonArray *array;
  int status;

  g_test_init (&argc, &argv, NULL);
  /* One run names every case that differs. */
  g_test_set_nonfatal_assertions ();
  path = g_test_build_filename (G_TEST_DIST, "fixtures", "eligibility-golden.json", NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      Case one = { .object = json_array_get_object_element (array, i) };
      g_array_append_val (cases, one);
    }
  g_assert_cmpuint (cases->len, >=, 340);

  folder = bv_test_folder_new ();
  store = bv_test_store_new (folder);
  loader.office_id = bv_test_office_set_up (store);
  regimes = loader.regimes = bv_regime_set_load (NULL, &error);
  g_assert_no_error (error);
  bv_store_act (store, "Golden set", BV_ACT_BULK, load_cb, &loader, NULL, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (store, &error);
  g_assert_no_error (error);
  facts = bv_facts_load (bv_lease_connection (lease), 0, &error);
  g_assert_no_error (error);

  runs = g_new0 (Run, cases->len);
  for (guint i = 0; i < cases->len; i++)
    {
      Case *one = &g_array_index (cases, Case, i);
      g_autofree char *name = g_strdup_printf ("/golden/%03u %s", i + 1,
                                               get (one->object, "case", ""));

      g_strdelimit (name + strlen ("/golden/"), "/", '-');
      runs[i] = (Run){ one, facts, regimes };
      g_test_add_data_func (name, &runs[i], judge_case);
    }
  status = g_test_run ();
  for (guint i = 0; i < cases->len; i++)
    g_clear_pointer (&g_array_index (cases, Case, i).proposed, g_array_unref);
  g_clear_pointer (&lease, bv_lease_free);
  bv_store_close (store);
  bv_test_folder_remove (folder);
  return status;
}
