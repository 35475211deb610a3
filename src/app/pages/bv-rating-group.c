// SPDX-License-Identifier: GPL-3.0-or-later
/* One group of similar tasks for many: as a rule everybody of a unit with the same post. */

#define G_LOG_DOMAIN "bangvang"

#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "office/bv-membership.h"
#include "pages/bv-rating-editors.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  gint64 person_id;
  int year;
  BvRating *rating;
  char *post;
  char **groups;
  /* What was chosen */
  char *group;
  gboolean of_post;
  gboolean of_one;
} Group;

static void
group_free (Group *group)
{
  g_clear_object (&group->store);
  g_clear_pointer (&group->rating, bv_rating_free);
  g_free (group->post);
  g_free (group->group);
  g_strfreev (group->groups);
  g_free (group);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Group, group_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Group *group = data;

  if (!group->of_one)
    return bv_rating_set_group_act (store, group->rating->unit_id, group->year,
                                    group->of_post ? group->post : NULL, group->group, NULL, act_id,
                                    error);
  bv_text_set (&group->rating->task_group, group->group);
  return bv_rating_save_act (store, group->rating, act_id, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Group *asked = user_data;
  Group *group = g_new0 (Group, 1);
  g_autofree char *whom = bv_form_get_text (form, "whom");

  group->rating = bv_rating_copy (asked->rating);
  group->post = g_strdup (asked->post);
  group->year = asked->year;
  group->group = bv_form_get_text (form, "task_group");
  group->of_post = g_str_equal (whom, "post");
  group->of_one = g_str_equal (whom, "one");
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), asked->store, NULL, save_thread, group,
               (GDestroyNotify) group_free, bv_form_window_act_done, NULL);
}

static gpointer
load_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Group *asked = user_data;
  g_autoptr (Group) group = g_new0 (Group, 1);
  g_autoptr (BvMembership) membership = NULL;
  g_autofree char *last = g_strdup_printf ("%04d-12-31", asked->year);

  group->store = g_object_ref (asked->store);
  group->person_id = asked->person_id;
  group->year = asked->year;
  group->rating = bv_rating_find (connection, asked->person_id, asked->year, error);
  if (group->rating == NULL
      || !bv_membership_on (connection, asked->person_id, last, &membership, error))
    return NULL;
  group->post = g_strdup (membership != NULL ? membership->post : "");
  group->groups = bv_rating_list_groups (connection, error);
  return group->groups != NULL ? g_steal_pointer (&group) : NULL;
}

static void
loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  Group *group = result;
  BvForm *form;
  g_autofree char *of_post = NULL;
  const char *codes[4] = { NULL };
  const char *labels[4] = { NULL };
  guint n = 0;

  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The rating could not be read"), error);
      return;
    }
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (
    form, group->rating->unit_name,
    _ ("The cap on “excellent” is counted for each group as well as for the unit. People who are "
       "not rated yet get their group with their rating."));
  bv_form_add_suggest (form, "task_group", _ ("Group of _similar tasks"),
                       (const char *const *) group->groups);
  if (*group->post != '\0')
    {
      /* Translators: a post: “Giáo viên”. */
      of_post = g_strdup_printf (_ ("Everybody of the unit with the post “%s”"), group->post);
      codes[n] = "post";
      labels[n++] = of_post;
    }
  codes[n] = "one";
  /* Translators: the group is for this person alone; a name. */
  labels[n++] = group->rating->subject_name;
  codes[n] = "unit";
  labels[n++] = _ ("Everybody of the unit");
  bv_form_add_combo (form, "whom", _ ("_Applies to"), codes, labels);
  bv_form_set_text (form, "task_group", group->rating->task_group);
  bv_form_set_text (form, "whom", codes[0]);
  bv_form_set_clean (form);
  bv_form_window_present (owner, _ ("Group of Similar Tasks"), form, NULL, save, group,
                          (GDestroyNotify) group_free);
}

void
bv_rating_group_present (GtkWidget *parent, BvStore *store, gint64 person_id, int year)
{
  Group *asked = g_new0 (Group, 1);

  asked->store = g_object_ref (store);
  asked->person_id = person_id;
  asked->year = year;
  bv_read_async (G_OBJECT (parent), store, load_thread, asked, (GDestroyNotify) group_free,
                 loaded_cb, (GDestroyNotify) group_free, NULL);
}
