// SPDX-License-Identifier: GPL-3.0-or-later
/* One subject's whole record. What it shows is gathered on a worker into plain lines, so that building
 * the widgets is all that the main thread does. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-subject-pane.h"

#include "base/bv-date.h"
#include "bv-read.h"
#include "dialogs/bv-editors.h"
#include "merit/bv-award.h"
#include "merit/bv-regime.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"
#include "compat/bv-widget.h"

#include <glib/gi18n.h>

#define MAX_AWARDS 200 /* rows of one record; more are in the roll of honour */

struct _BvSubjectPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *name_label;
  GtkLabel *detail_label;
  GtkWidget *record_button;
  GtkWidget *may_get_button;
  GtkWidget *transfer_button;
  GtkWidget *succeed_button;
  GtkBox *groups;
  GtkLabel *error_label;

  /* Owned */
  GCancellable *reading;
  BvStore *store;
  BvRowList *awards;
  BvRegimeSet *regimes;

  /* State */
  gint64 id;
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (BvSubjectPane, bv_subject_pane, GTK_TYPE_WIDGET)

/* ── The record, as lines ────────────────────────────────────────────────────────────────── */

/* What a line opens when it is no record of a page: the form of a post. */
#define POST "post"

typedef struct
{
  char *title;
  char *subtitle;   /* (nullable) */
  const char *open; /* kind of the record a click opens, (nullable) */
  int year;         /* in which it is listed; 0: in none */
  gint64 open_id;
} Line;

typedef struct
{
  char *title; /* (nullable) */
  char *empty; /* said when there are no lines, (nullable): then the group is left out */
  GPtrArray *lines;
} Group;

typedef struct
{
  gint64 id;
  int kind;
  char *name;
  char *detail;
  GPtrArray *groups;
  BvRegimeSet *regimes;
} Record;

static void
line_free (Line *line)
{
  g_free (line->title);
  g_free (line->subtitle);
  g_free (line);
}

static void
group_free (Group *group)
{
  g_free (group->title);
  g_free (group->empty);
  g_ptr_array_unref (group->lines);
  g_free (group);
}

static void
record_free (Record *record)
{
  g_free (record->name);
  g_free (record->detail);
  g_ptr_array_unref (record->groups);
  g_clear_pointer (&record->regimes, bv_regime_set_unref);
  g_free (record);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Record, record_free)

static Group *
add_group (Record *record, const char *title, const char *empty)
{
  Group *group = g_new0 (Group, 1);
  group->title = g_strdup (title);
  group->empty = g_strdup (empty);
  group->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_ptr_array_add (record->groups, group);
  return group;
}

/* @title, @subtitle: (transfer full) */
static Line *
add_line (Group *group, char *title, char *subtitle)
{
  Line *line = g_new0 (Line, 1);
  line->title = title;
  line->subtitle = subtitle;
  g_ptr_array_add (group->lines, line);
  return line;
}

/* A fact: its name small above, its value below; left out when there is no value. */
static void
add_fact (Group *group, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    add_line (group, g_strdup (name), g_strdup (value));
}

static char *
format_span (const char *from, const char *to)
{
  g_autofree char *first = bv_date_format_short (from);
  g_autofree char *last = bv_date_format_short (to);
  if (*first != '\0' && *last != '\0')
    return g_strdup_printf ("%s – %s", first, last);
  if (*first != '\0')
    /* TRANSLATORS: %s is a date. */
    return g_strdup_printf (_ ("since %s"), first);
  if (*last != '\0')
    /* TRANSLATORS: %s is a date. */
    return g_strdup_printf (_ ("until %s"), last);
  return NULL;
}

static char *
join (const char *a, const char *b)
{
  if (a == NULL || *a == '\0')
    return g_strdup (b != NULL ? b : "");
  if (b == NULL || *b == '\0')
    return g_strdup (a);
  return g_strdup_printf ("%s, %s", a, b);
}

static gboolean
read_person (Record *record, BvConnection *connection, GError **error)
{
  g_autoptr (BvPerson) person = bv_person_load (connection, record->id, error);
  if (person == NULL)
    return FALSE;
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvMembership) now = NULL;
  if (!bv_membership_on (connection, record->id, today, &now, error))
    return FALSE;
  g_autoptr (GPtrArray) posts = bv_membership_list (connection, record->id, error);
  if (posts == NULL)
    return FALSE;
  record->name = g_strdup (person->name);
  if (now != NULL)
    record->detail = join (now->post, now->unit_name);

  Group *facts = add_group (record, NULL, NULL);
  g_autofree char *birth = bv_date_format_short (person->birth);
  add_fact (facts, _ ("Born"), birth);
  if (*person->sex != '\0')
    add_fact (facts, _ ("Sex"), bv_choice_label (bv_person_sexes, person->sex));
  add_fact (facts, _ ("Ethnic group"), person->ethnic_group);
  add_fact (facts, _ ("Identity number"), person->code);
  if (person->is_party_member)
    {
      g_autofree char *since = bv_date_format_short (person->party_since);
      add_fact (facts, _ ("Member of the Party"), *since != '\0' ? since : _ ("yes"));
    }
  if (*person->worker_class != '\0')
    add_fact (facts, _ ("Kind of worker"),
              bv_choice_label (bv_person_worker_classes, person->worker_class));
  add_fact (facts, _ ("Home place"), person->home);
  add_fact (facts, _ ("Address"), person->address);
  add_fact (facts, _ ("Telephone"), person->phone);
  add_fact (facts, _ ("Note"), person->note);

  Group *history = add_group (record, _ ("Posts"), NULL);
  for (guint i = 0; i < posts->len; i++)
    {
      const BvMembership *post = g_ptr_array_index (posts, i);
      Line *line = add_line (history, join (post->post, post->unit_name),
                             format_span (post->from_date, post->to_date));
      line->open = POST;
      line->open_id = post->id;
    }
  Line *add = add_line (history, g_strdup (_ ("Add a post")), NULL);
  add->open = POST;
  return TRUE;
}

static gboolean
read_unit (Record *record, BvConnection *connection, GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_load (connection, record->id, error);
  if (unit == NULL)
    return FALSE;
  g_autoptr (GPtrArray) lineage = bv_unit_lineage (connection, record->id, error);
  if (lineage == NULL)
    return FALSE;
  record->name = g_strdup (unit->name);
  if (unit->parent_id != 0)
    {
      record->detail = bv_unit_path (connection, unit->parent_id, error);
      if (record->detail == NULL)
        return FALSE;
    }
  Group *facts = add_group (record, NULL, NULL);
  add_fact (facts, _ ("Kind"), bv_choice_label (bv_unit_kinds, unit->kind));
  if (unit->is_small)
    add_fact (facts, _ ("In the statistics"), _ ("small collective"));
  g_autofree char *span = format_span (unit->from_date, unit->to_date);
  add_fact (facts, _ ("Exists"), span);
  add_fact (facts, _ ("Abbreviation"), unit->abbreviation);
  add_fact (facts, _ ("Unit code"), unit->code);
  add_fact (facts, _ ("Address"), unit->address);
  add_fact (facts, _ ("Note"), unit->note);

  if (lineage->len > 1)
    {
      Group *line_of = add_group (record, _ ("Before and after"), NULL);
      for (guint i = 0; i < lineage->len; i++)
        {
          const BvLineageEntry *entry = g_ptr_array_index (lineage, i);
          if (entry->distance == 0)
            continue;
          Line *line = add_line (line_of, g_strdup (entry->name),
                                 format_span (entry->from_date, entry->to_date));
          line->open = "unit";
          line->open_id = entry->unit_id;
        }
    }
  return TRUE;
}

static gboolean
read_household (Record *record, BvConnection *connection, GError **error)
{
  g_autoptr (BvHousehold) household = bv_household_load (connection, record->id, error);
  if (household == NULL)
    return FALSE;
  record->name = g_strdup (household->name);
  record->detail = join (household->address, household->unit_name);
  Group *facts = add_group (record, NULL, NULL);
  if (household->head_id != 0)
    {
      Line *line = add_line (facts, g_strdup (_ ("Head of the household")),
                             g_strdup (household->head_name));
      line->open = "person";
      line->open_id = household->head_id;
    }
  add_fact (facts, _ ("Household code"), household->code);
  add_fact (facts, _ ("Note"), household->note);
  return TRUE;
}

static gpointer
read_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Record) record = g_new0 (Record, 1);
  record->id = *(gint64 *) user_data;
  record->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autofree char *name = bv_register_subject_name (connection, record->id, &record->kind, error);
  if (name == NULL)
    return NULL;
  gboolean ok = record->kind == BV_SUBJECT_PERSON ? read_person (record, connection, error)
                : record->kind == BV_SUBJECT_UNIT ? read_unit (record, connection, error)
                                                  : read_household (record, connection, error);
  if (!ok)
    return NULL;
  record->regimes = bv_regime_set_load (connection, error);
  if (record->regimes == NULL)
    return NULL;
  return g_steal_pointer (&record);
}

/* ── The record, as widgets ──────────────────────────────────────────────────────────────── */

static void
line_activated_cb (AdwActionRow *row, gpointer user_data)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");
  BvSubjectPane *self = BV_SUBJECT_PANE (
    gtk_widget_get_ancestor (GTK_WIDGET (row), BV_TYPE_SUBJECT_PANE));
  if (g_str_equal (kind, POST))
    {
      if (!bv_store_is_read_only (self->store))
        bv_membership_editor_present (GTK_WIDGET (self), self->store, self->id, id);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (row), "win.open-record-in-year", "(sxi)", kind, id,
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "year")));
}

static GtkWidget *
make_row (const Line *line, gboolean is_fact, gboolean may_write)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->title);
  if (line->subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (is_fact)
    gtk_widget_add_css_class (row, "bv-fact");
  /* Posts open to be edited. */
  if (line->open != NULL && (may_write || !g_str_equal (line->open, POST)))
    {
      g_object_set_data (G_OBJECT (row), "kind", (gpointer) line->open);
      g_object_set_data (G_OBJECT (row), "year", GINT_TO_POINTER (line->year));
      g_object_set_data_full (G_OBJECT (row), "id",
                              g_memdup2 (&line->open_id, sizeof line->open_id), g_free);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (line_activated_cb), NULL);
    }
  return row;
}

static void
show_group (BvSubjectPane *self, const Group *group)
{
  gboolean may_write = !bv_store_is_read_only (self->store);

  if (group->lines->len == 0 && group->empty == NULL)
    return;
  AdwPreferencesGroup *box = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (group->title != NULL)
    adw_preferences_group_set_title (box, group->title);
  if (group->lines->len == 0)
    adw_preferences_group_set_description (box, group->empty);
  for (guint i = 0; i < group->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (group->lines, i);

      if (may_write || g_strcmp0 (line->open, POST) != 0 || line->open_id != 0)
        adw_preferences_group_add (box, make_row (line, group->title == NULL, may_write));
    }
  gtk_box_append (self->groups, GTK_WIDGET (box));
}

static Line *
make_award_line (BvSubjectPane *self, Group *group, BvRow *row)
{
  const char *code = bv_row_get_text (row, BV_AWARD_COLUMN_FORM_CODE);
  const char *date = bv_row_get_text (row, BV_AWARD_COLUMN_DECISION_DATE);
  const char *number = bv_row_get_text (row, BV_AWARD_COLUMN_DECISION_NUMBER);
  const BvRegimeAward *form = bv_regime_set_find_award (self->regimes, code,
                                                        *date != '\0' ? date : NULL);
  g_autofree char *shown = bv_date_format_short (date);
  char *decision = *number == '\0'
                     ? g_strdup (_ ("draft"))
                     /* TRANSLATORS: %1$s is the number of a decision, %2$s its date. */
                     : g_strdup_printf (_ ("%1$s of %2$s"), number, shown);
  char *title = g_strdup_printf ("%s · %s", bv_row_get_text (row, BV_AWARD_COLUMN_YEAR),
                                 form != NULL ? form->name : code);
  /* An earlier unit's award bears its name of then; one that was taken back says so. */
  if (bv_row_get_int (row, BV_AWARD_COLUMN_SUBJECT_ID) != self->id)
    {
      char *named = g_strdup_printf (_ ("%s · as “%s”"), decision,
                                     bv_row_get_text (row, BV_AWARD_COLUMN_NAME));

      g_free (decision);
      decision = named;
    }
  if (!bv_row_is_null (row, BV_AWARD_COLUMN_REVOKED_ON))
    {
      char *struck = g_strdup_printf (_ ("%s · taken back by %s"), decision,
                                      bv_row_get_text (row, BV_AWARD_COLUMN_REVOKED_NUMBER));

      g_free (decision);
      decision = struck;
    }
  Line *line = add_line (group, title, decision);
  line->open = "decision";
  line->year = (int) bv_row_get_int (row, BV_AWARD_COLUMN_YEAR);
  line->open_id = bv_row_get_int (row, BV_AWARD_COLUMN_DECISION_ID);
  return line;
}

/* A list that is still reading outlives the pane's interest in it. */
static void
drop_awards (BvSubjectPane *self)
{
  if (self->awards != NULL)
    g_signal_handlers_disconnect_by_data (self->awards, self);
  g_clear_object (&self->awards);
}

static void
awards_loaded_cb (BvSubjectPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->awards));
  g_autoptr (Record) record = g_new0 (Record, 1);
  record->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  /* TRANSLATORS: %u is how many. */
  g_autofree char *title = g_strdup_printf (_ ("Awards (%u)"), n);
  Group *group = add_group (record, n > 0 ? title : _ ("Awards"), _ ("None on record yet."));
  for (guint i = 0; i < MIN (n, MAX_AWARDS); i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (self->awards), i);
      make_award_line (self, group, row);
    }
  show_group (self, group);
  self->is_loading = FALSE;
  drop_awards (self);
}

static void
awards_failed_cb (BvRowList *rows, GError *error, BvSubjectPane *self)
{
  self->is_loading = FALSE;
  gtk_label_set_text (self->error_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
show_record (BvSubjectPane *self, Record *record)
{
  gtk_label_set_text (self->name_label, record->name);
  gtk_label_set_text (self->detail_label, record->detail != NULL ? record->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label),
                          record->detail != NULL && *record->detail != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->record_button), "x", record->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->may_get_button), "x", record->id);
  gtk_widget_set_visible (self->transfer_button, record->kind == BV_SUBJECT_PERSON);
  gtk_widget_set_visible (self->succeed_button, record->kind == BV_SUBJECT_UNIT);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < record->groups->len; i++)
    show_group (self, g_ptr_array_index (record->groups, i));
  gtk_stack_set_visible_child_name (self->stack, "record");

  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  self->regimes = g_steal_pointer (&record->regimes);
  BvAwardFilter filter = BV_AWARD_FILTER_ALL;
  filter.subject_id = record->id;
  drop_awards (self);
  self->awards = bv_row_list_new (self->store, bv_award_source (&filter, BV_AWARD_ORDER_LIST));
  g_signal_connect_object (self->awards, "failed", G_CALLBACK (awards_failed_cb), self, 0);
  if (bv_row_list_is_loading (self->awards))
    g_signal_connect_object (self->awards, "loaded", G_CALLBACK (awards_loaded_cb), self,
                             G_CONNECT_SWAPPED);
  else
    awards_loaded_cb (self);
}

static void
read_done (gpointer owner, gpointer result, const GError *error)
{
  BvSubjectPane *self = owner;
  g_autoptr (Record) record = result;
  if (error != NULL)
    {
      self->is_loading = FALSE;
      gtk_label_set_text (self->error_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  if (record->id == self->id)
    show_record (self, record);
}

static void
bv_subject_pane_dispose (GObject *object)
{
  BvSubjectPane *self = BV_SUBJECT_PANE (object);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  drop_awards (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_SUBJECT_PANE);
  G_OBJECT_CLASS (bv_subject_pane_parent_class)->dispose (object);
}

static void
bv_subject_pane_class_init (BvSubjectPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_subject_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-subject-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, detail_label);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, record_button);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, may_get_button);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, transfer_button);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, succeed_button);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, groups);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectPane, error_label);
}

static void
bv_subject_pane_init (BvSubjectPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bv_subject_pane_show (BvSubjectPane *self, BvStore *store, gint64 id)
{
  g_return_if_fail (BV_IS_SUBJECT_PANE (self));
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  drop_awards (self);
  g_set_object (&self->store, store);
  self->id = store != NULL ? id : 0;
  self->is_loading = self->id != 0;
  if (self->id == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), store, read_thread, g_memdup2 (&id, sizeof id), g_free, read_done,
                 (GDestroyNotify) record_free, self->reading);
}

gboolean
bv_subject_pane_is_loading (BvSubjectPane *self)
{
  g_return_val_if_fail (BV_IS_SUBJECT_PANE (self), FALSE);
  return self->is_loading;
}
