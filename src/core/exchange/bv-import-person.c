// SPDX-License-Identifier: GPL-3.0-or-later
/* A row that tells of a person: read, checked, found again or made. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-person.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-membership.h"
#include "office/bv-subject.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

void
bv_import_person_free (BvImportPerson *self)
{
  if (self == NULL)
    return;
  bv_person_free (self->person);
  g_free (self->post);
  g_free (self->unit);
  g_free (self->leader_class);
  g_free (self->detail);
  g_free (self);
}

/* "Ông Lò Văn Ân", "Đ/c Lò Văn Ân": the form of address before the name. A family name "Ông" exists,
 * but is never followed by fewer than two words of which a form of address is. */
static void
split_honorific (BvPerson *person)
{
  static const struct
  {
    const char *begin;
    const char *honorific;
    const char *sex;
  } forms[] = { { "Ông (Bà) ", "", "" },         { "Ông/Bà ", "", "" },
                { "Ông ", "Ông", "male" },       { "Bà ", "Bà", "female" },
                { "Đồng chí ", "Đồng chí", "" }, { "Đ/c ", "Đồng chí", "" },
                { "Đ/C ", "Đồng chí", "" },      { "đ/c ", "Đồng chí", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *rest = person->name + strlen (forms[i].begin);

      if (!g_str_has_prefix (person->name, forms[i].begin) || strchr (rest, ' ') == NULL)
        continue;
      if (*person->honorific == '\0')
        bv_text_set (&person->honorific, forms[i].honorific);
      if (*person->sex == '\0')
        bv_text_set (&person->sex, forms[i].sex);
      char *name = g_strdup (rest);
      g_free (person->name);
      person->name = name;
      return;
    }
}

static void
read_name (BvImportPass *pass, BvPerson *person)
{
  const char *family = bv_import_pass_text (pass, "family_names");
  const char *given = bv_import_pass_text (pass, "given_name");
  g_autofree char *joined = NULL;

  bv_text_set (&person->name, bv_import_pass_text (pass, "name"));
  if (*person->name == '\0' && (*family != '\0' || *given != '\0'))
    {
      joined = g_strdup_printf ("%s %s", family, given);
      g_free (person->name);
      person->name = bv_text_clean (joined);
    }
  split_honorific (person);
  bv_import_pass_check_letters (pass, "name", person->name);
}

/* Numbers kept as numbers lose their leading zeros: every identity number of twelve digits begins with
 * a province's 0 (Circular 59/2021/TT-BCA), those of nine often do. */
static void
read_code (BvImportPass *pass, BvPerson *person)
{
  const char *text = bv_import_pass_text (pass, "code");
  g_autoptr (GString) code = g_string_new (NULL);
  gsize n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ' && *p != '.' && *p != '\'')
      {
        g_string_append_c (code, *p);
        n_digits += g_ascii_isdigit (*p);
      }
  if (code->len == 0)
    return;
  if (n_digits < code->len && n_digits >= 6)
    {
      bv_import_pass_find (pass, "code", BV_IMPORT_ERROR,
                           /* Translators: %s is what stands in the cell. */
                           _ ("“%s” is no identity number: it has other signs than digits."), text);
      return;
    }
  if (n_digits == code->len && (n_digits == 11 || n_digits == 8))
    {
      g_string_prepend_c (code, '0');
      bv_import_pass_find (pass, "code", BV_IMPORT_WARNING,
                           _ ("“%s” has lost its leading zero; it is read as %s."), text,
                           code->str);
    }
  bv_text_set (&person->code, code->str);
}

/* "05/1975": the month alone is not kept, the year is. */
static char *
parse_month_of_birth (const char *text)
{
  const char *slash = strpbrk (text, "/-.");

  if (slash == NULL || slash == text || slash - text > 2 || strlen (slash + 1) != 4
      || strspn (slash + 1, "0123456789") != 4 || atoi (text) < 1 || atoi (text) > 12)
    return NULL;
  return g_strdup (slash + 1);
}

static void
read_birth (BvImportPass *pass, BvPerson *person)
{
  const char *male = bv_import_pass_text (pass, "birth_male");
  const char *female = bv_import_pass_text (pass, "birth_female");
  const char *code = "birth", *text = bv_import_pass_text (pass, "birth");
  g_autoptr (GError) error = NULL;

  if (*text == '\0' && *male != '\0')
    {
      code = "birth_male";
      text = male;
      bv_text_set (&person->sex, "male");
    }
  else if (*text == '\0' && *female != '\0')
    {
      code = "birth_female";
      text = female;
      bv_text_set (&person->sex, "female");
    }
  if (*text == '\0')
    return;
  g_free (person->birth);
  person->birth = bv_date_parse_birth (text, &error);
  if (person->birth != NULL)
    return;
  person->birth = parse_month_of_birth (text);
  if (person->birth != NULL)
    bv_import_pass_find (pass, code, BV_IMPORT_WARNING,
                         /* Translators: what stands in the cell, and a year. */
                         _ ("“%s” has no day: only the year %s is kept."), text, person->birth);
  else
    bv_import_pass_find (pass, code, BV_IMPORT_ERROR, "%s", error->message);
}

static void
read_sex (BvImportPass *pass, BvPerson *person)
{
  const char *text = bv_import_pass_text (pass, "sex");
  g_autofree char *fold = bv_text_fold (text);

  if (bv_import_pass_column (pass, "is_female") >= 0 && bv_import_pass_mark (pass, "is_female"))
    bv_text_set (&person->sex, "female");
  else if (bv_import_pass_column (pass, "is_male") >= 0 && bv_import_pass_mark (pass, "is_male"))
    bv_text_set (&person->sex, "male");
  else if (bv_import_pass_column (pass, "is_female") >= 0
           && bv_import_pass_column (pass, "is_male") < 0
           && pass->settings->target == BV_IMPORT_PEOPLE && *person->sex == '\0')
    bv_text_set (&person->sex, "male"); /* of a column that marks women, the others are men */
  if (*text == '\0')
    return;
  if (g_strv_contains ((const char *const[]){ "nam", "male", "m", "trai", NULL }, fold))
    bv_text_set (&person->sex, "male");
  else if (g_strv_contains ((const char *const[]){ "nu", "female", "f", "gai", NULL }, fold))
    bv_text_set (&person->sex, "female");
  else
    bv_import_pass_find (pass, "sex", BV_IMPORT_WARNING,
                         _ ("“%s” is neither “Nam” nor “Nữ”; the sex is left open."), text);
}

/* The known spelling of an ethnic group by its folded form. */
static GHashTable *
known_ethnic_groups (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    {
      GHashTable *groups = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; bv_person_ethnic_groups[i] != NULL; i++)
        g_hash_table_insert (groups, bv_text_fold (bv_person_ethnic_groups[i]),
                             (gpointer) bv_person_ethnic_groups[i]);
      g_once_init_leave (&table, (gsize) groups);
    }
  return (GHashTable *) table;
}

static void
read_ethnic_group (BvImportPass *pass, BvPerson *person)
{
  const char *text = bv_import_pass_text (pass, "ethnic_group");
  const char *known;

  if (*text == '\0')
    return;
  g_autofree char *fold = bv_text_fold (text);
  known = g_hash_table_lookup (known_ethnic_groups (), fold);
  bv_text_set (&person->ethnic_group, known != NULL ? known : text);
}

static void
read_party (BvImportPass *pass, BvPerson *person)
{
  const char *mark = bv_import_pass_text (pass, "is_party_member");

  if (bv_import_pass_column (pass, "party_since") >= 0)
    person->party_since = bv_import_pass_date (pass, "party_since");
  if (g_ascii_isdigit (mark[0]) && strlen (mark) >= 8 && person->party_since == NULL)
    person->party_since = bv_import_pass_date (pass, "is_party_member");
  else if (bv_import_pass_column (pass, "is_party_member") >= 0)
    person->is_party_member = bv_import_pass_mark (pass, "is_party_member");
  if (person->party_since != NULL)
    person->is_party_member = TRUE;
}

/* A code of @choices by label or by the words of offices; a warning and "" when none. */
static char *
read_choice (BvImportPass *pass, const char *code, const BvChoice *choices)
{
  static const char *const words[][2] = { { "lanh dao", "leader" },
                                          { "lanh dao quan ly", "leader" },
                                          { "quan ly", "leader" },
                                          { "truc tiep", "direct" },
                                          { "lao dong truc tiep", "direct" },
                                          { "nguoi lao dong truc tiep", "direct" },
                                          { "doanh nhan", "business" },
                                          { "can bo", "cadre" },
                                          { "cong chuc", "civil_servant" },
                                          { "vien chuc", "public_employee" },
                                          { "hop dong", "contract_worker" },
                                          { "cong nhan", "worker" },
                                          { "nong dan", "farmer" },
                                          { "hoc sinh", "pupil" },
                                          { "sinh vien", "pupil" },
                                          { "nghi huu", "retired" },
                                          { "huu tri", "retired" },
                                          { "luc luong vu trang", "armed_forces" } };
  const char *text = bv_import_pass_text (pass, code);
  g_autofree char *fold = bv_import_fold_header (text);
  const char *found = *text != '\0' ? bv_choice_find (choices, text) : "";

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (fold, words[i][0]) == 0 && bv_choice_has (choices, words[i][1]))
      found = words[i][1];
  if (found == NULL)
    bv_import_pass_find (pass, code, BV_IMPORT_WARNING,
                         _ ("“%s” is none of the known kinds; it is left open."), text);
  return g_strdup (found != NULL ? found : "");
}

/* Leaders from deputy head upwards: DOMAIN 10.6. */
static const char *
class_of_post (const char *post)
{
  static const char *const begins[] = { "truong phong",
                                        "pho truong phong",
                                        "pho phong",
                                        "truong ban",
                                        "pho truong ban",
                                        "pho ban",
                                        "chu tich",
                                        "pho chu tich",
                                        "bi thu",
                                        "pho bi thu",
                                        "hieu truong",
                                        "pho hieu truong",
                                        "giam doc",
                                        "pho giam doc",
                                        "chanh van phong",
                                        "pho chanh van phong",
                                        "chanh thanh tra",
                                        "pho chanh thanh tra",
                                        "pho van phong",
                                        "truong cong an",
                                        "pho truong cong an",
                                        "chi huy truong",
                                        "pho chi huy truong",
                                        "tram truong",
                                        "pho tram truong" };
  g_autofree char *fold = bv_text_fold (post);

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_str_has_prefix (fold, begins[i]))
      {
        const char *rest = fold + strlen (begins[i]);

        /* "Bí thư chi bộ", "Chủ tịch công đoàn" of a small unit are no leaders of that row. */
        if (strncmp (rest, " chi bo", 7) == 0 || strncmp (rest, " chi doan", 9) == 0
            || strncmp (rest, " cong doan", 10) == 0)
          return "direct";
        return "leader";
      }
  return "";
}

/* Where the post ends and the unit begins: "Phó Trưởng phòng Kinh tế, Hạ tầng, Ủy ban nhân dân xã" is parted
 * at the last comma, the first one with a unit behind it. %NULL: no comma. */
static const char *
find_unit_comma (BvImportPass *pass, const char *both)
{
  const char *first = strpbrk (both, ",;");

  for (const char *comma = first; comma != NULL; comma = strpbrk (comma + 1, ",;"))
    {
      g_autofree char *rest = bv_text_clean (comma + 1);
      gint64 id;

      if (bv_import_looks_like_unit (rest)
          || bv_import_index_find_unit (pass->index, rest, &id, NULL) == BV_IMPORT_UNIT_FOUND)
        return comma;
    }
  return first;
}

static void
read_post (BvImportPass *pass, BvImportPerson *self)
{
  const char *both = bv_import_pass_text (pass, "post_unit");
  const char *comma = find_unit_comma (pass, both);

  self->detail = g_strdup (both);
  self->post = g_strdup (bv_import_pass_text (pass, "post"));
  self->unit = g_strdup (bv_import_pass_text (pass, "unit"));
  if (*both != '\0')
    {
      g_autofree char *head = comma != NULL ? g_strndup (both, (gsize) (comma - both))
                                            : g_strdup (both);

      if (*self->post == '\0' && (comma != NULL || !bv_import_looks_like_unit (both)))
        {
          g_free (self->post);
          self->post = bv_text_clean (head);
        }
      if (*self->unit == '\0' && comma != NULL)
        {
          g_free (self->unit);
          self->unit = bv_text_clean (comma + 1);
        }
      else if (*self->unit == '\0' && bv_import_looks_like_unit (both))
        {
          g_free (self->unit);
          self->unit = g_strdup (both);
        }
    }
  /* Rows below "I. Trường THCS Mường Bú" are of that school. */
  if (*self->unit == '\0' && pass->section != NULL && pass->section_kind == 0
      && bv_import_pass_column (pass, "unit") < 0)
    {
      g_free (self->unit);
      self->unit = g_strdup (pass->section);
    }
  self->leader_class = bv_import_pass_column (pass, "leader_class") >= 0
                         ? read_choice (pass, "leader_class", bv_membership_leader_classes)
                         : g_strdup ("");
  if (*self->leader_class == '\0')
    {
      g_free (self->leader_class);
      self->leader_class = g_strdup (class_of_post (self->post));
    }
}

static void
check (BvImportPass *pass, const BvPerson *person)
{
  g_autoptr (GPtrArray) problems = bv_person_validate (person);

  for (guint i = 0; i < problems->len; i++)
    {
      const BvProblem *problem = problems->pdata[i];
      const char *code = problem->field;

      if (strcmp (code, "birth") == 0 && bv_import_pass_column (pass, "birth") < 0)
        code = *person->sex == 'f' ? "birth_female" : "birth_male";
      bv_import_pass_find (pass, code, BV_IMPORT_ERROR, "%s", problem->message);
    }
  if (strpbrk (person->name, "0123456789") != NULL)
    bv_import_pass_find (pass, "name", BV_IMPORT_WARNING,
                         _ ("“%s” has figures in it: is it a name?"), person->name);
}

BvImportPerson *
bv_import_person_read (BvImportPass *pass)
{
  BvImportPerson *self = g_new0 (BvImportPerson, 1);

  self->person = bv_person_new ();
  read_name (pass, self->person);
  read_code (pass, self->person);
  read_birth (pass, self->person);
  read_sex (pass, self->person);
  read_ethnic_group (pass, self->person);
  read_party (pass, self->person);
  read_post (pass, self);
  if (*bv_import_pass_text (pass, "honorific") != '\0')
    bv_text_set (&self->person->honorific, bv_import_pass_text (pass, "honorific"));
  bv_text_set (&self->person->home, bv_import_pass_text (pass, "home"));
  bv_text_set (&self->person->address, bv_import_pass_text (pass, "address"));
  bv_text_set (&self->person->phone, bv_import_pass_text (pass, "phone"));
  bv_text_set (&self->person->note, pass->settings->target == BV_IMPORT_PEOPLE
                                      ? bv_import_pass_text (pass, "note")
                                      : "");
  if (bv_import_pass_column (pass, "worker_class") >= 0)
    {
      g_free (self->person->worker_class);
      self->person->worker_class = read_choice (pass, "worker_class", bv_person_worker_classes);
    }
  check (pass, self->person);
  return self;
}

/* A name may be mended by a table of people; a list of awards does not give them to somebody else. */
static void
tell_other_name (BvImportPass *pass, const BvImportPerson *self, gint64 id)
{
  g_autofree char *name = id > 0 ? bv_subject_name (pass->connection, id, BV_SUBJECT_PERSON, NULL)
                                 : NULL;

  bv_import_pass_find (
    pass, "code", pass->settings->target == BV_IMPORT_PEOPLE ? BV_IMPORT_WARNING : BV_IMPORT_ERROR,
    /* Translators: an identity number, then a name. */
    _ ("“%s” is the number of “%s”. Is it the same person?"), self->person->code,
    name != NULL ? name : "–");
}

void
bv_import_person_match (BvImportPass *pass, const BvImportPerson *self, gint64 unit_id, gint64 *id)
{
  g_autofree char *fold = bv_text_fold (self->person->name);

  switch (bv_import_index_find_person (pass->index, fold, self->person->code, self->person->birth,
                                       unit_id, id))
    {
    case BV_IMPORT_PERSON_AMBIGUOUS:
      bv_import_pass_find (pass, "name", BV_IMPORT_ERROR,
                           _ ("Several people of the register are called “%s”. Add the identity "
                              "number, the date of birth or the unit."),
                           self->person->name);
      break;
    case BV_IMPORT_PERSON_LIKELY:
      if (*id > 0)
        bv_import_pass_find (
          pass, "name", BV_IMPORT_WARNING,
          _ ("Taken for the only “%s” of the register; birth or unit are missing "
             "to be sure."),
          self->person->name);
      break;
    case BV_IMPORT_PERSON_MOVED:
      bv_import_pass_find (pass, "name", BV_IMPORT_WARNING,
                           _ ("Taken for the “%s” of the register born on the same day in another "
                              "unit. If they are two people, add their identity numbers."),
                           self->person->name);
      break;
    case BV_IMPORT_PERSON_RENAMED:
      tell_other_name (pass, self, *id);
      break;
    case BV_IMPORT_PERSON_NONE:
    case BV_IMPORT_PERSON_CODE:
    case BV_IMPORT_PERSON_SAME:
    default:
      break;
    }
}

gboolean
bv_import_person_insert (BvImportPass *pass,
                         BvImportPerson *self,
                         gint64 unit_id,
                         gint64 *id,
                         GError **error)
{
  g_autofree char *fold = bv_text_fold (self->person->name);

  *id = pass->next_id;
  if (pass->is_writing)
    {
      if (!bv_person_save (pass->connection, self->person, error))
        return FALSE;
      *id = self->person->id;
      if (unit_id != 0)
        {
          g_autoptr (BvMembership) membership = bv_membership_new ();

          membership->person_id = *id;
          membership->unit_id = unit_id;
          bv_text_set (&membership->post, self->post);
          if (*self->leader_class != '\0')
            bv_text_set (&membership->leader_class, self->leader_class);
          if (bv_import_pass_column (pass, "from_date") >= 0)
            membership->from_date = bv_import_pass_date (pass, "from_date");
          if (!bv_membership_save (pass->connection, membership, error))
            return FALSE;
        }
    }
  else
    pass->next_id--;
  bv_import_index_add_person (pass->index, *id, fold, self->person->code, self->person->birth,
                              unit_id);
  return TRUE;
}
