// SPDX-License-Identifier: GPL-3.0-or-later
/* The rules of one award in a regime file: its paths with their conditions, its quota, the vote it needs and the forms
 * it asks for. Whether the codes named exist is for bv-regime-set.c to say, when all files are read. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"
#include "office/bv-membership.h"
#include "office/bv-person.h"
#include "office/bv-setting.h"
#include "office/bv-unit.h"

#include <glib/gi18n-lib.h>

#define DEEPEST 8

/* What a kind of condition reads besides text, article and verified. */
typedef enum
{
  OF = 1 << 0,
  AWARDS = 1 << 1,
  AFTER_AWARDS = 1 << 2,
  OR_AWARDS = 1 << 3,
  MANNERS = 1 << 4,
  COUNT = 1 << 5,
  WITHIN_YEARS = 1 << 6,
  CONSECUTIVE = 1 << 7,
  MIN_YEARS = 1 << 8,
  GRADE = 1 << 9,
  SCOPE = 1 << 10,
  SANCTION = 1 << 11,
  FRACTION = 1 << 12,
  RULE = 1 << 13,
  KINDS = 1 << 14,
  ABSENCES = 1 << 15,
  WORKER_CLASSES = 1 << 16,
  LEADER_CLASSES = 1 << 17,
  LEVELS = 1 << 18,
  KEY = 1 << 19,
  BELOW = 1 << 20,
} Part;

static const struct
{
  guint required;
  guint allowed; /* besides */
} parts[BV_N_CONDITION_KINDS] = {
  [BV_CONDITION_ALL] = { OF, 0 },
  [BV_CONDITION_ANY] = { OF, 0 },
  [BV_CONDITION_AWARD] = { AWARDS, COUNT | CONSECUTIVE | WITHIN_YEARS | MANNERS },
  [BV_CONDITION_RATING] = { GRADE, COUNT | CONSECUTIVE },
  [BV_CONDITION_SPAN] = { MIN_YEARS | GRADE, AFTER_AWARDS | OR_AWARDS | OF },
  [BV_CONDITION_INITIATIVE] = { SCOPE, COUNT | KINDS },
  [BV_CONDITION_MEMBER_SHARE] = { AWARDS | FRACTION, RULE },
  [BV_CONDITION_MEMBER_COUNT] = { AWARDS | COUNT, RULE },
  [BV_CONDITION_MEMBER_RATING] = { GRADE | FRACTION, RULE },
  [BV_CONDITION_MEMBERS_UNDISCIPLINED] = { SANCTION, 0 },
  [BV_CONDITION_UNDISCIPLINED] = { SANCTION, 0 },
  [BV_CONDITION_NOTHING_PENDING] = { 0, 0 },
  [BV_CONDITION_MONTHS_IN_POST] = { COUNT, ABSENCES | RULE },
  [BV_CONDITION_ABSENCE] = { COUNT | ABSENCES, RULE },
  [BV_CONDITION_YEARS_OF_EXISTENCE] = { COUNT, 0 },
  [BV_CONDITION_YEARS_OF_SERVICE] = { COUNT, BELOW | WORKER_CLASSES | LEADER_CLASSES },
  [BV_CONDITION_MOVEMENT] = { COUNT, LEVELS },
  [BV_CONDITION_NOT_WITH] = { AWARDS, MANNERS },
  [BV_CONDITION_NOT_SAME_ACHIEVEMENT] = { 0, 0 },
  [BV_CONDITION_ATTESTED] = { KEY, 0 },
};

static const struct
{
  const char *name;
  guint part;
} members[] = {
  { "of", OF },
  { "awards", AWARDS },
  { "after_awards", AFTER_AWARDS },
  { "or_awards", OR_AWARDS },
  { "manners", MANNERS },
  { "count", COUNT },
  { "within_years", WITHIN_YEARS },
  { "consecutive", CONSECUTIVE },
  { "include_year", CONSECUTIVE },
  { "min_years", MIN_YEARS },
  { "grade", GRADE },
  { "scope", SCOPE },
  { "sanction", SANCTION },
  { "fraction", FRACTION },
  { "rule", RULE },
  { "kinds", KINDS },
  { "absences", ABSENCES },
  { "worker_classes", WORKER_CLASSES },
  { "leader_classes", LEADER_CLASSES },
  { "levels", LEVELS },
  { "key", KEY },
  { "below", BELOW },
};

static const BvReaderWord manners[] = {
  { "CT", BV_MANNER_MERIT },      { "DX", BV_MANNER_SUDDEN },
  { "PT", BV_MANNER_MOVEMENT },   { "CH", BV_MANNER_DEDICATION },
  { "NH", BV_MANNER_SENIORITY },  { "DN", BV_MANNER_FOREIGN },
  { "KC", BV_MANNER_RESISTANCE }, { NULL, 0 },
};

/* KXL is no grade that one can reach. */
static const BvReaderWord grades[] = {
  { "HTXS", BV_GRADE_EXCELLENT },
  { "HTT", BV_GRADE_GOOD },
  { "HT", BV_GRADE_DONE },
  { NULL, 0 },
};

static const BvReaderWord scopes[] = {
  { "base", BV_SCOPE_BASE },
  { "province", BV_SCOPE_PROVINCE },
  { "national", BV_SCOPE_NATIONAL },
  { NULL, 0 },
};

static const BvReaderWord sanctions[] = {
  { "reprimand", BV_SANCTION_REPRIMAND },
  { "warning", BV_SANCTION_WARNING },
  { "salary", BV_SANCTION_SALARY },
  { "demotion", BV_SANCTION_DEMOTION },
  { "removal", BV_SANCTION_REMOVAL },
  { "dismissal", BV_SANCTION_DISMISSAL },
  { NULL, 0 },
};

static const BvReaderWord subjects[] = {
  { "person", BV_SUBJECT_PERSON },
  { "unit", BV_SUBJECT_UNIT },
  { "household", BV_SUBJECT_HOUSEHOLD },
  { NULL, 0 },
};

static const BvReaderWord vote_bases[] = {
  { "members", FALSE },
  { "present", TRUE },
  { NULL, 0 },
};

/* As in absence.kind, initiative.kind and movement.level of the schema. */
static const BvChoice absence_kinds[] = {
  { "maternity", "", NULL }, { "rescue", "", NULL }, { "study", "", NULL },
  { "course", "", NULL },    { "sick", "", NULL },   { "unpaid", "", NULL },
  { "seconded", "", NULL },  { "other", "", NULL },  { NULL, NULL, NULL },
};
static const BvChoice initiative_kinds[] = {
  { "initiative", "", NULL },     { "research", "", NULL }, { "scheme", "", NULL },
  { "legal_document", "", NULL }, { NULL, NULL, NULL },
};
static const BvChoice movement_levels[] = {
  { "central", "", NULL }, { "province", "", NULL }, { "district", "", NULL },
  { "commune", "", NULL }, { "bloc", "", NULL },     { "unit", "", NULL },
  { NULL, NULL, NULL },
};

static gboolean
read_grounds (BvReader *reader,
              JsonObject *object,
              char **text,
              char **article,
              gboolean *is_verified)
{
  return bv_reader_read_text (reader, object, "text", TRUE, text)
         && bv_reader_read_text (reader, object, "article", TRUE, article)
         && bv_reader_read_flag (reader, object, "verified", TRUE, is_verified);
}

/* A list of codes of awards, remembered with their places. */
static gboolean
read_award_codes (BvReader *reader,
                  JsonObject *object,
                  const char *member,
                  gboolean required,
                  char ***codes)
{
  if (!bv_reader_read_list (reader, object, member, required, codes))
    return FALSE;
  for (guint i = 0; *codes != NULL && (*codes)[i] != NULL; i++)
    {
      BvAwardReference *reference = g_new0 (BvAwardReference, 1);

      reference->place = g_strdup_printf ("%s, %s.%s[%u]", reader->file, reader->path->str, member,
                                          i);
      reference->code = g_strdup ((*codes)[i]);
      g_ptr_array_add (reader->references, reference);
    }
  return TRUE;
}

gboolean
bv_regime_read_rule (BvReader *reader, JsonObject *object, char **rule)
{
  const BvSetting *setting;

  if (!bv_reader_read_text (reader, object, "rule", FALSE, rule))
    return FALSE;
  if (*rule == NULL)
    return TRUE;
  setting = bv_setting_find (*rule);
  if (setting == NULL || setting->article == NULL)
    return bv_reader_fail_at (reader, "rule", _ ("the office has no rule of this name"));
  return TRUE;
}

/* Refuses what a condition of this kind does not read. */
static gboolean
check_parts (BvReader *reader, JsonObject *object, BvConditionKind kind)
{
  g_autoptr (GList) names = json_object_get_members (object);
  guint known = parts[kind].required | parts[kind].allowed;

  for (GList *l = names; l != NULL; l = l->next)
    {
      static const char *const common[] = { "kind", "text", "article", "verified", NULL };
      gboolean found = g_strv_contains (common, l->data);

      for (guint i = 0; !found && i < G_N_ELEMENTS (members); i++)
        found = (members[i].part & known) != 0 && g_str_equal (members[i].name, l->data);
      if (!found)
        return bv_reader_fail_at (reader, l->data,
                                  _ ("the member is not known to a condition of this kind"));
    }
  return TRUE;
}

static gboolean read_conditions (BvReader *reader,
                                 JsonObject *object,
                                 const char *member,
                                 int depth,
                                 GPtrArray *conditions);

static gboolean
read_numbers (BvReader *reader, JsonObject *object, BvCondition *self)
{
  guint required = parts[self->kind].required;
  guint known = required | parts[self->kind].allowed;
  int value = 0;

  if (!bv_reader_read_count (reader, object, "count", (required & COUNT) != 0, &self->count)
      || !bv_reader_read_count (reader, object, "within_years", FALSE, &self->within_years)
      || !bv_reader_read_count (reader, object, "min_years", (required & MIN_YEARS) != 0,
                                &self->min_years)
      || !bv_reader_read_count (reader, object, "below", FALSE, &self->below)
      || !bv_reader_read_flag (reader, object, "consecutive", FALSE, &self->is_consecutive)
      || !bv_reader_read_flag (reader, object, "include_year", FALSE, &self->include_year)
      || !bv_reader_read_fraction (reader, object, "fraction", (required & FRACTION) != 0,
                                   &self->fraction))
    return FALSE;
  if (self->below != 0 && self->below <= self->count)
    return bv_reader_fail_at (reader, "below", _ ("it must lie above “count”"));
  if ((known & COUNT) != 0 && self->count == 0)
    self->count = 1;
  if (!json_object_has_member (object, "include_year"))
    self->include_year = TRUE;
  if ((known & GRADE) != 0)
    {
      if (!bv_reader_read_word (reader, object, "grade", grades, &value))
        return FALSE;
      self->grade = value;
    }
  if ((known & SCOPE) != 0)
    {
      if (!bv_reader_read_word (reader, object, "scope", scopes, &value))
        return FALSE;
      self->scope = value;
    }
  if ((known & SANCTION) != 0)
    {
      if (!bv_reader_read_word (reader, object, "sanction", sanctions, &value))
        return FALSE;
      self->sanction = value;
    }
  return TRUE;
}

static gboolean
read_lists (BvReader *reader, JsonObject *object, BvCondition *self)
{
  guint required = parts[self->kind].required;

  return read_award_codes (reader, object, "awards", (required & AWARDS) != 0, &self->awards)
         && read_award_codes (reader, object, "after_awards", FALSE, &self->after_awards)
         && read_award_codes (reader, object, "or_awards", FALSE, &self->or_awards)
         && bv_reader_read_bits (reader, object, "manners", FALSE, manners, &self->manners)
         && bv_reader_read_codes (reader, object, "kinds", FALSE, initiative_kinds, &self->kinds)
         && bv_reader_read_codes (reader, object, "absences", (required & ABSENCES) != 0,
                                  absence_kinds, &self->absences)
         && bv_reader_read_codes (reader, object, "worker_classes", FALSE, bv_person_worker_classes,
                                  &self->worker_classes)
         && bv_reader_read_codes (reader, object, "leader_classes", FALSE,
                                  bv_membership_leader_classes, &self->leader_classes)
         && bv_reader_read_codes (reader, object, "levels", FALSE, movement_levels, &self->levels);
}

static BvCondition *
read_condition (BvReader *reader, JsonObject *object, int depth)
{
  g_autoptr (BvCondition) self = bv_condition_new ();
  g_autofree char *kind = NULL;

  if (!bv_reader_read_text (reader, object, "kind", TRUE, &kind))
    return NULL;
  if (!bv_condition_kind_from_code (kind, &self->kind))
    {
      g_autofree char *message = g_strdup_printf (_ ("no kind of condition is called “%s”"), kind);

      bv_reader_fail_at (reader, "kind", message);
      return NULL;
    }
  if (!check_parts (reader, object, self->kind)
      || !read_grounds (reader, object, &self->text, &self->article, &self->is_verified)
      || !read_numbers (reader, object, self) || !read_lists (reader, object, self)
      || !bv_regime_read_rule (reader, object, &self->rule)
      || !bv_reader_read_text (reader, object, "key", (parts[self->kind].required & KEY) != 0,
                               &self->key))
    return NULL;
  if ((parts[self->kind].required & OF) != 0 || json_object_has_member (object, "of"))
    {
      self->of = bv_condition_new_list ();
      if (!read_conditions (reader, object, "of", depth + 1, self->of))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
read_conditions (BvReader *reader,
                 JsonObject *object,
                 const char *member,
                 int depth,
                 GPtrArray *conditions)
{
  JsonArray *array;

  if (depth > DEEPEST)
    return bv_reader_fail_at (reader, member, _ ("conditions stand too deep in each other"));
  array = bv_reader_get_array (reader, object, member);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *element = bv_reader_enter (reader, array, member, i, &length);
      BvCondition *condition = element != NULL ? read_condition (reader, element, depth) : NULL;

      bv_reader_leave (reader, length);
      if (condition == NULL)
        return FALSE;
      g_ptr_array_add (conditions, condition);
    }
  return TRUE;
}

gboolean
bv_regime_read_codes (BvReader *reader, JsonObject *object, const char *member, char ***codes)
{
  return read_award_codes (reader, object, member, FALSE, codes);
}

/* The kinds of unit to which a way is open. An empty list says: to none that an office keeps (a province). */
static gboolean
read_unit_kinds (BvReader *reader, JsonObject *object, char ***kinds)
{
  JsonNode *node = json_object_get_member (object, "unit_kinds");

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node)
      || json_array_get_length (json_node_get_array (node)) > 0)
    return bv_reader_read_codes (reader, object, "unit_kinds", FALSE, bv_unit_kinds, kinds);
  *kinds = g_new0 (char *, 1);
  return TRUE;
}

static gboolean
read_path (BvReader *reader, JsonObject *object, BvPath *path)
{
  static const char *const known[] = { "name",       "subjects",       "manners",  "unit_kinds",
                                       "article",    "worker_classes", "verified", "simplified",
                                       "conditions", "workplaces",     NULL };

  if (!bv_reader_check_members (reader, object, known)
      || !bv_reader_read_text (reader, object, "name", TRUE, &path->name)
      || !bv_reader_read_bits (reader, object, "subjects", FALSE, subjects, &path->subjects)
      || !bv_reader_read_bits (reader, object, "manners", FALSE, manners, &path->manners)
      || !read_unit_kinds (reader, object, &path->unit_kinds)
      || !bv_reader_read_codes (reader, object, "workplaces", FALSE, bv_unit_kinds,
                                &path->workplaces)
      || !bv_reader_read_codes (reader, object, "worker_classes", FALSE, bv_person_worker_classes,
                                &path->worker_classes)
      || !bv_reader_read_text (reader, object, "article", TRUE, &path->article)
      || !bv_reader_read_flag (reader, object, "verified", TRUE, &path->is_verified)
      || !bv_reader_read_flag (reader, object, "simplified", FALSE, &path->is_simplified))
    return FALSE;
  /* An empty list says: no condition of the law; it must be said. */
  if (json_object_has_member (object, "conditions")
      && JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "conditions"))
      && json_array_get_length (json_object_get_array_member (object, "conditions")) == 0)
    return TRUE;
  return read_conditions (reader, object, "conditions", 0, path->conditions);
}

gboolean
bv_regime_read_paths (BvReader *reader, JsonObject *award, guint allowed, GPtrArray *paths)
{
  JsonArray *array;
  gboolean ok = TRUE;

  if (!json_object_has_member (award, "paths"))
    return TRUE;
  array = bv_reader_get_array (reader, award, "paths");
  for (guint i = 0; array != NULL && ok && i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *element = bv_reader_enter (reader, array, "paths", i, &length);
      BvPath *path = bv_path_new ();

      g_ptr_array_add (paths, path);
      ok = element != NULL && read_path (reader, element, path);
      if (ok && (path->subjects & ~allowed) != 0)
        ok = bv_reader_fail_at (reader, "subjects", _ ("the award itself does not go to them"));
      bv_reader_leave (reader, length);
    }
  return ok && array != NULL;
}

gboolean
bv_regime_read_manners (BvReader *reader, JsonObject *object, guint *bits)
{
  return bv_reader_read_bits (reader, object, "manners", TRUE, manners, bits);
}

gboolean
bv_regime_read_quota (BvReader *reader, JsonObject *award, BvQuota **quota)
{
  static const char *const known[] = { "fraction", "of_awards", "rule", "text",
                                       "article",  "verified",  NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  BvQuota *self;
  gboolean ok;

  if (!json_object_has_member (award, "quota"))
    return TRUE;
  object = bv_reader_get_object (reader, award, "quota");
  if (object == NULL)
    return FALSE;
  self = *quota = g_new0 (BvQuota, 1);
  g_string_append (reader->path, ".quota");
  /* Either the law has a figure, or the office's rule must have one. */
  ok = bv_reader_check_members (reader, object, known)
       && bv_reader_read_fraction (reader, object, "fraction",
                                   !json_object_has_member (object, "rule"), &self->fraction)
       && read_award_codes (reader, object, "of_awards", TRUE, &self->of_awards)
       && bv_regime_read_rule (reader, object, &self->rule)
       && read_grounds (reader, object, &self->text, &self->article, &self->is_verified);
  bv_reader_leave (reader, length);
  return ok;
}

gboolean
bv_regime_read_vote (BvReader *reader, JsonObject *parent, BvVoteRule **vote)
{
  static const char *const known[] = { "fraction", "base",    "secret",   "rule",
                                       "text",     "article", "verified", NULL };
  gsize length = reader->path->len;
  JsonObject *object;
  BvVoteRule *self;
  gboolean ok;

  if (!json_object_has_member (parent, "vote"))
    return TRUE;
  object = bv_reader_get_object (reader, parent, "vote");
  if (object == NULL)
    return FALSE;
  self = *vote = g_new0 (BvVoteRule, 1);
  g_string_append (reader->path, ".vote");
  ok = bv_reader_check_members (reader, object, known)
       && bv_reader_read_fraction (reader, object, "fraction", TRUE, &self->fraction)
       && bv_reader_read_word (reader, object, "base", vote_bases, &self->of_present)
       && bv_reader_read_flag (reader, object, "secret", FALSE, &self->is_secret)
       && bv_regime_read_rule (reader, object, &self->rule)
       && read_grounds (reader, object, &self->text, &self->article, &self->is_verified);
  bv_reader_leave (reader, length);
  return ok;
}

static gboolean
read_form (BvReader *reader, JsonObject *object, BvNamedForm *named)
{
  static const char *const known[] = { "id",      "number",   "title",   "subjects", "manners",
                                       "article", "verified", "unknown", NULL };
  BvPaperForm *form = named->form;

  return bv_reader_check_members (reader, object, known)
         && bv_reader_read_text (reader, object, "id", TRUE, &named->id)
         && bv_reader_read_text (reader, object, "number", TRUE, &form->number)
         && bv_reader_read_text (reader, object, "title", TRUE, &form->title)
         && bv_reader_read_bits (reader, object, "subjects", FALSE, subjects, &form->subjects)
         && bv_reader_read_bits (reader, object, "manners", FALSE, manners, &form->manners)
         && bv_reader_read_text (reader, object, "article", TRUE, &form->article)
         && bv_reader_read_flag (reader, object, "unknown", FALSE, &form->is_unknown)
         && bv_reader_read_flag (reader, object, "verified", TRUE, &form->is_verified)
         && (!form->is_unknown || !form->is_verified
             || bv_reader_fail_at (reader, "verified", _ ("what is not known was not verified")));
}

static const BvPaperForm *
find_form (BvReader *reader, const char *id)
{
  for (guint i = 0; i < reader->forms->len; i++)
    {
      const BvNamedForm *named = g_ptr_array_index (reader->forms, i);

      if (g_str_equal (named->id, id))
        return named->form;
    }
  return NULL;
}

gboolean
bv_regime_read_form_list (BvReader *reader, JsonObject *regime)
{
  JsonArray *array;
  gboolean ok = TRUE;

  if (!json_object_has_member (regime, "forms"))
    return TRUE;
  array = bv_reader_get_array (reader, regime, "forms");
  for (guint i = 0; array != NULL && ok && i < json_array_get_length (array); i++)
    {
      gsize length;
      JsonObject *element = bv_reader_enter (reader, array, "forms", i, &length);
      BvNamedForm *named = g_new0 (BvNamedForm, 1);

      named->form = g_new0 (BvPaperForm, 1);
      ok = element != NULL && read_form (reader, element, named);
      if (ok && find_form (reader, named->id) != NULL)
        ok = bv_reader_fail_at (reader, "id", _ ("the id stands twice in the file"));
      g_ptr_array_add (reader->forms, named);
      bv_reader_leave (reader, length);
    }
  return ok && array != NULL;
}

gboolean
bv_regime_read_forms (BvReader *reader, JsonObject *award, GPtrArray *forms)
{
  g_auto (GStrv) ids = NULL;

  if (!bv_reader_read_list (reader, award, "forms", FALSE, &ids))
    return FALSE;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const BvPaperForm *form = find_form (reader, ids[i]);
      g_autofree char *place = g_strdup_printf ("forms[%u]", i);
      g_autofree char *message = NULL;

      if (form == NULL)
        {
          message = g_strdup_printf (_ ("the file has no form “%s”"), ids[i]);
          return bv_reader_fail_at (reader, place, message);
        }
      g_ptr_array_add (forms, bv_paper_form_copy (form));
    }
  return TRUE;
}

void
bv_named_form_free (BvNamedForm *self)
{
  g_free (self->id);
  bv_paper_form_free (self->form);
  g_free (self);
}
