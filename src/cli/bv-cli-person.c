// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli person: one person of the register and the posts that the person held: what stands there now is added,
 * changed and ended here; records of earlier years keep the post of their day. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-register.h"
#include "office/bv-subject.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char *name;
  char *code;
  char *honorific;
  char *birth;
  char *sex;
  char *ethnic_group;
  char *party_since;
  char *worker_class;
  char *home;
  char *address;
  char *phone;
  char *note;
  char *unit;
  char *post;
  char *leader;
  char *from;
  char *to;
  gboolean is_party;
  gboolean is_no_party;
  gboolean is_second;
  gboolean is_main;
} Options;

static void
options_clear (Options *options)
{
  char **texts[] = {
    &options->name, &options->code,         &options->honorific,   &options->birth,
    &options->sex,  &options->ethnic_group, &options->party_since, &options->worker_class,
    &options->home, &options->address,      &options->phone,       &options->note,
    &options->unit, &options->post,         &options->leader,      &options->from,
    &options->to
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find (BvCli *cli, const char *text, gint64 *id, GError **error)
{
  return bv_cli_find_subject (cli, text, BV_SUBJECT_PERSON, id, error);
}

static BvPerson *
load (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 id;

  if (!find (cli, text, &id, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_person_load (bv_lease_connection (lease), id, error) : NULL;
}

/* (element-type BvMembership) (transfer full) */
static GPtrArray *
load_posts (BvCli *cli, gint64 person, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);

  return lease != NULL ? bv_membership_list (bv_lease_connection (lease), person, error) : NULL;
}

/* ── show ────────────────────────────────────────────────────────────────────────────────── */

static void
print_json (const BvPerson *person, GPtrArray *posts)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  bv_cli_json_int (builder, "person", person->id);
  bv_cli_json_text (builder, "name", person->name);
  bv_cli_json_text (builder, "code", person->code);
  bv_cli_json_text (builder, "honorific", person->honorific);
  bv_cli_json_text (builder, "birth", person->birth);
  bv_cli_json_text (builder, "sex", person->sex);
  bv_cli_json_text (builder, "ethnic_group", person->ethnic_group);
  bv_cli_json_int (builder, "is_party_member", person->is_party_member);
  bv_cli_json_text (builder, "party_since", person->party_since);
  bv_cli_json_text (builder, "worker_class", person->worker_class);
  bv_cli_json_text (builder, "home", person->home);
  bv_cli_json_text (builder, "address", person->address);
  bv_cli_json_text (builder, "phone", person->phone);
  bv_cli_json_text (builder, "note", person->note);
  json_builder_set_member_name (builder, "posts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < posts->len; i++)
    {
      const BvMembership *post = g_ptr_array_index (posts, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "post_id", post->id);
      bv_cli_json_int (builder, "unit_id", post->unit_id);
      bv_cli_json_text (builder, "unit", post->unit_name);
      bv_cli_json_text (builder, "post", post->post);
      bv_cli_json_text (builder, "leader_class", post->leader_class);
      bv_cli_json_text (builder, "from", post->from_date);
      bv_cli_json_text (builder, "to", post->to_date);
      bv_cli_json_int (builder, "is_main", post->is_primary);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

/* "1980" or "15/03/1980". */
static char *
format_birth (const char *birth)
{
  return birth != NULL && strlen (birth) > 4 ? bv_date_format_short (birth) : g_strdup (birth);
}

static void
print_fields (const BvPerson *person)
{
  g_autofree char *birth = format_birth (person->birth);
  g_autofree char *since = bv_date_format_short (person->party_since);
  const struct
  {
    const char *head;
    const char *value;
  } fields[] = {
    { _ ("Code"), person->code },
    { _ ("Born"), birth },
    { _ ("Sex"), *person->sex != '\0' ? bv_choice_label (bv_person_sexes, person->sex) : "" },
    { _ ("Ethnic group"), person->ethnic_group },
    { _ ("Party member"), !person->is_party_member ? ""
                          : *since != '\0'         ? since
                                                   : _ ("yes") },
    { _ ("Worker class"), *person->worker_class != '\0'
                            ? bv_choice_label (bv_person_worker_classes, person->worker_class)
                            : "" },
    { _ ("Home"), person->home },
    { _ ("Address"), person->address },
    { _ ("Phone"), person->phone },
    { _ ("Note"), person->note },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value != NULL && *fields[i].value != '\0')
      printf ("%s: %s\n", fields[i].head, fields[i].value);
}

static void
print_posts (GPtrArray *posts)
{
  const char *heads[] = { _ (">Id"),  _ ("Unit"), _ ("Post"), _ ("Class"),
                          _ ("From"), _ ("To"),   "",         NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  if (posts->len == 0)
    return;
  for (guint i = 0; i < posts->len; i++)
    {
      const BvMembership *post = g_ptr_array_index (posts, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, post->id);
      g_autofree char *from = bv_date_format_short (post->from_date);
      g_autofree char *to = bv_date_format_short (post->to_date);
      const char *cells[] = { id,
                              post->unit_name,
                              post->post,
                              bv_choice_label (bv_membership_leader_classes, post->leader_class),
                              from,
                              to,
                              post->is_primary ? "" : _ ("second post") };

      bv_cli_table_add (table, cells);
    }
  putchar ('\n');
  bv_cli_table_print (table);
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvPerson) person = load (cli, argv[0], &error);
  g_autoptr (GPtrArray) posts = NULL;

  if (person != NULL)
    posts = load_posts (cli, person->id, &error);
  if (posts == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    {
      print_json (person, posts);
      return BV_CLI_OK;
    }
  printf ("%s\n", person->name);
  print_fields (person);
  print_posts (posts);
  return BV_CLI_OK;
}

/* ── add, set, delete ────────────────────────────────────────────────────────────────────── */

/* The code of a choice that is written as code or label; %FALSE and a sentence when it is none. */
static gboolean
take_choice (BvCli *cli,
             const char *option,
             const BvChoice *choices,
             const char *text,
             char **place)
{
  const char *code = text == NULL ? NULL : *text == '\0' ? "" : bv_choice_find (choices, text);
  g_autoptr (GString) codes = NULL;

  if (text == NULL)
    return TRUE;
  if (code != NULL && bv_choice_has (choices, code))
    {
      bv_text_set (place, code);
      return TRUE;
    }
  codes = g_string_new (NULL);
  for (guint i = 0; choices[i].code != NULL; i++)
    if (*choices[i].code != '\0')
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", choices[i].code);
  bv_cli_usage (cli, _ ("--%s is one of: %s"), option, codes->str);
  return FALSE;
}

/* A date, or "" which takes away the one that stands there. */
static gboolean
take_date (BvCli *cli, const char *option, const char *text, char **place)
{
  g_autofree char *date = NULL;

  if (text == NULL)
    return TRUE;
  if (*text != '\0' && !bv_cli_read_date (cli, option, text, &date))
    return FALSE;
  bv_text_take (place, g_steal_pointer (&date));
  return TRUE;
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4;
}

/* Returns: an exit code, or -1 to go on. */
static int
take_person (BvCli *cli, BvPerson *person, const Options *options)
{
  if (options->is_party && options->is_no_party)
    return bv_cli_usage (cli, "%s", _ ("--party and --not-party contradict each other"));
  if (!take_choice (cli, "sex", bv_person_sexes, options->sex, &person->sex)
      || !take_choice (cli, "worker-class", bv_person_worker_classes, options->worker_class,
                       &person->worker_class)
      || !take_date (cli, "party-since", options->party_since, &person->party_since))
    return BV_CLI_USAGE;
  if (options->birth != NULL && is_year (options->birth))
    bv_text_set (&person->birth, options->birth);
  else if (!take_date (cli, "birth", options->birth, &person->birth))
    return BV_CLI_USAGE;
  if (options->is_party)
    person->is_party_member = TRUE;
  if (options->is_no_party)
    {
      person->is_party_member = FALSE;
      g_clear_pointer (&person->party_since, g_free);
    }
  bv_cli_set (&person->code, options->code);
  bv_cli_set (&person->honorific, options->honorific);
  bv_cli_set (&person->ethnic_group, options->ethnic_group);
  bv_cli_set (&person->home, options->home);
  bv_cli_set (&person->address, options->address);
  bv_cli_set (&person->phone, options->phone);
  bv_cli_set (&person->note, options->note);
  return -1;
}

/* Returns: an exit code, or -1 to go on. */
static int
take_post (BvCli *cli, BvMembership *post, const Options *options)
{
  if (options->is_main && options->is_second)
    return bv_cli_usage (cli, "%s", _ ("--main and --second contradict each other"));
  if (!take_choice (cli, "leader", bv_membership_leader_classes, options->leader,
                    &post->leader_class)
      || !take_date (cli, "from", options->from, &post->from_date)
      || !take_date (cli, "to", options->to, &post->to_date))
    return BV_CLI_USAGE;
  bv_cli_set (&post->post, options->post);
  if (options->is_main || options->is_second)
    post->is_primary = options->is_main;
  return -1;
}

/* Says who is there already under the same number, or the same name, birth and unit. */
static gboolean
warn_of_duplicate (BvCli *cli, const BvPerson *person, gint64 unit, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  gint64 other = 0;

  if (lease == NULL
      || !bv_person_find_duplicate (bv_lease_connection (lease), person, unit, &other, error))
    return FALSE;
  if (other != 0)
    bv_cli_warn (cli, _ ("%s may stand in the register twice: look at #%d and #%d"), person->name,
                 (int) other, (int) person->id);
  return other != 0;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvPerson) person = bv_person_new ();
  g_autoptr (BvMembership) post = bv_membership_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;
  gboolean is_twice;
  int exit_code = take_person (cli, person, options);

  post->is_primary = TRUE;
  if (exit_code < 0)
    exit_code = take_post (cli, post, options);
  if (exit_code >= 0)
    return exit_code;
  if (options->unit == NULL
      && (options->post != NULL || options->leader != NULL || options->from != NULL
          || options->to != NULL))
    return bv_cli_usage (cli, "%s", _ ("a post needs its unit: name it by --unit UNIT"));
  if (options->unit != NULL
      && !bv_cli_find_subject (cli, options->unit, BV_SUBJECT_UNIT, &post->unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_text_set (&person->name, argv[0]);
  if (options->unit != NULL ? !bv_register_save_person_in (cli->store, person, post, &act, &error)
                            : !bv_register_save_person (cli->store, person, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The person is #%d."), (int) person->id);
  bv_cli_say_act (cli, act, "person", person->id, text);
  is_twice = warn_of_duplicate (cli, person, post->unit_id, &error);
  if (error != NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return is_twice ? BV_CLI_FINDINGS : BV_CLI_OK;
}

static int
change (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvPerson) person = load (cli, argv[0], &error);
  gint64 act;
  int exit_code;

  if (person == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  exit_code = take_person (cli, person, options);
  if (exit_code >= 0)
    return exit_code;
  bv_cli_set (&person->name, options->name);
  if (!bv_register_save_person (cli->store, person, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "person", person->id, _ ("The person is changed."));
}

static int
remove_people (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  for (int i = 0; i < argc; i++)
    {
      gint64 id;

      if (!find (cli, argv[i], &id, &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_array_append_val (ids, id);
    }
  if (ids->len == 1
        ? !bv_register_delete_person (cli->store, g_array_index (ids, gint64, 0), &act, &error)
        : !bv_register_delete_people (cli->store, (const gint64 *) ids->data, ids->len, &act,
                                      &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (ngettext ("%u person deleted.", "%u people deleted.", ids->len),
                          ids->len);
  return bv_cli_say_act (cli, act, NULL, 0, text);
}

/* ── post add, set, transfer, end, delete ────────────────────────────────────────────────── */

/* The post of @person that "#12" names; without a number the main one that has not ended. (transfer full) */
static BvMembership *
find_post (BvCli *cli, gint64 person, const char *text, GError **error)
{
  g_autoptr (GPtrArray) posts = load_posts (cli, person, error);
  gint64 id = 0;

  if (posts == NULL || (text != NULL && !bv_cli_read_record_id (text, &id, error)))
    return NULL;
  for (guint i = 0; i < posts->len; i++)
    {
      const BvMembership *post = g_ptr_array_index (posts, i);

      if (id != 0 ? post->id == id : post->is_primary && post->to_date == NULL)
        return bv_membership_copy (post);
    }
  if (id != 0)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("the person has no post #%d; “bangvang-cli person show” lists them"), (int) id);
  else
    g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                         _ ("the person has no main post that goes on: name one by its #id"));
  return NULL;
}

/* A post of argv[0] in the unit argv[1] as the options say; %NULL with @exit_code. (transfer full) */
static BvMembership *
make_post (BvCli *cli, const Options *options, char **argv, int *exit_code)
{
  g_autoptr (BvMembership) post = bv_membership_new ();
  g_autoptr (GError) error = NULL;

  post->is_primary = TRUE;
  *exit_code = take_post (cli, post, options);
  if (*exit_code >= 0)
    return NULL;
  if (find (cli, argv[0], &post->person_id, &error)
      && bv_cli_find_subject (cli, argv[1], BV_SUBJECT_UNIT, &post->unit_id, &error))
    return g_steal_pointer (&post);
  *exit_code = bv_cli_fail (cli, g_steal_pointer (&error));
  return NULL;
}

static int
post_add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  int exit_code;
  g_autoptr (BvMembership) post = make_post (cli, options, argv, &exit_code);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  if (post == NULL)
    return exit_code;
  if (!bv_register_save_membership (cli->store, post, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The post is #%d."), (int) post->id);
  return bv_cli_say_act (cli, act, "post", post->id, text);
}

static int
post_transfer (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  int exit_code;
  g_autoptr (BvMembership) post = make_post (cli, options, argv, &exit_code);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;

  if (post == NULL)
    return exit_code;
  if (!bv_register_transfer_person (cli->store, post, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The new post is #%d; the one before ended the day before."),
                          (int) post->id);
  return bv_cli_say_act (cli, act, "post", post->id, text);
}

static int
save_post (BvCli *cli, BvMembership *post, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 act;

  if (!bv_register_save_membership (cli->store, post, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "post", post->id, text);
}

static int
post_set (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMembership) post = NULL;
  gint64 person;
  int exit_code;

  if (find (cli, argv[0], &person, &error))
    post = find_post (cli, person, argv[1], &error);
  if (post == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  exit_code = take_post (cli, post, options);
  if (exit_code >= 0)
    return exit_code;
  if (options->unit != NULL
      && !bv_cli_find_subject (cli, options->unit, BV_SUBJECT_UNIT, &post->unit_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return save_post (cli, post, _ ("The post is changed."));
}

static int
post_end (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMembership) post = NULL;
  g_autofree char *date = NULL;
  gint64 person;

  if (options->to == NULL || *options->to == '\0')
    return bv_cli_usage (cli, "%s", _ ("name the last day of the post by --to DATE"));
  if (!bv_cli_read_date (cli, "to", options->to, &date))
    return BV_CLI_USAGE;
  if (find (cli, argv[0], &person, &error))
    post = find_post (cli, person, argc > 1 ? argv[1] : NULL, &error);
  if (post == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_text_take (&post->to_date, g_steal_pointer (&date));
  return save_post (cli, post, _ ("The post has a last day."));
}

static int
post_delete (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvMembership) post = NULL;
  gint64 person;
  gint64 act;

  if (find (cli, argv[0], &person, &error))
    post = find_post (cli, person, argv[1], &error);
  if (post == NULL || !bv_register_delete_membership (cli->store, post->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "post", post->id, _ ("The post is deleted."));
}

/* ── The command ─────────────────────────────────────────────────────────────────────────── */

static const BvCliVerb verbs[] = {
  { "show", show, 1, 1, FALSE },
  { "add", add, 1, 1, TRUE },
  { "set", change, 1, 1, TRUE },
  { "delete", remove_people, 1, G_MAXINT, TRUE },
  { "post add", post_add, 2, 2, TRUE },
  { "post set", post_set, 2, 2, TRUE },
  { "post transfer", post_transfer, 2, 2, TRUE },
  { "post end", post_end, 1, 2, TRUE },
  { "post delete", post_delete, 2, 2, TRUE },
  { NULL },
};

int
bv_cli_person (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("set: the name"), N_ ("NAME") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code,
      N_ ("add, set: identity number, or a number of the office"), N_ ("CODE") },
    { "birth", 0, 0, G_OPTION_ARG_STRING, &options.birth, N_ ("add, set: day or year of birth"),
      N_ ("DATE") },
    { "sex", 0, 0, G_OPTION_ARG_STRING, &options.sex, N_ ("add, set: male or female"), N_ ("SEX") },
    { "honorific", 0, 0, G_OPTION_ARG_STRING, &options.honorific,
      N_ ("add, set: Ông, Bà, Đồng chí"), N_ ("TEXT") },
    { "ethnic-group", 0, 0, G_OPTION_ARG_STRING, &options.ethnic_group,
      N_ ("add, set: Kinh, Thái, Mông …"), N_ ("TEXT") },
    { "party", 0, 0, G_OPTION_ARG_NONE, &options.is_party, N_ ("add, set: a member of the Party"),
      NULL },
    { "not-party", 0, 0, G_OPTION_ARG_NONE, &options.is_no_party,
      N_ ("set: no member of the Party"), NULL },
    { "party-since", 0, 0, G_OPTION_ARG_STRING, &options.party_since,
      N_ ("add, set: the day of the official admission"), N_ ("DATE") },
    { "worker-class", 0, 0, G_OPTION_ARG_STRING, &options.worker_class,
      N_ ("add, set: the class of worker in the statistics"), N_ ("CLASS") },
    { "home", 0, 0, G_OPTION_ARG_STRING, &options.home, N_ ("add, set: the native place"),
      N_ ("TEXT") },
    { "address", 0, 0, G_OPTION_ARG_STRING, &options.address, N_ ("add, set: the address"),
      N_ ("TEXT") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &options.phone, N_ ("add, set: the telephone"),
      N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("add, set: a note"), N_ ("TEXT") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit, N_ ("add, post set: where the post is"),
      N_ ("UNIT") },
    { "post", 'p', 0, G_OPTION_ARG_STRING, &options.post,
      N_ ("add, post …: the post: Phó Trưởng phòng"), N_ ("TEXT") },
    { "leader", 0, 0, G_OPTION_ARG_STRING, &options.leader,
      N_ ("add, post …: the class of leader in the statistics"), N_ ("CLASS") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("add, post …: its first day"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("post …: its last day"), N_ ("DATE") },
    { "second", 0, 0, G_OPTION_ARG_NONE, &options.is_second,
      N_ ("post add, set: beside the main post"), NULL },
    { "main", 0, 0, G_OPTION_ARG_NONE, &options.is_main, N_ ("post set: the main post"), NULL },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB PERSON…"),
    _ ("People of the register and their posts. Papers and awards of earlier days keep the post of "
       "their day."),
    _ ("Verbs:\n"
       "  show PERSON                what is known, and the posts with their #id\n"
       "  add NAME                   a new person; with --unit in a post at once\n"
       "  set PERSON                 changes what options name; an empty text takes it away\n"
       "  delete PERSON…             who has no awards\n"
       "  post add PERSON UNIT       a post: --post, --leader, --from, --second\n"
       "  post set PERSON POST       changes what options name\n"
       "  post transfer PERSON UNIT  the new main post --from a day on; the old one ends before\n"
       "  post end PERSON [POST]     its last day is --to; the main post if none is named\n"
       "  post delete PERSON POST    one that was entered by mistake\n\n"
       "PERSON and UNIT are a name or #id; POST is its #id."),
    entries, 2, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
