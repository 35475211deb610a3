// SPDX-License-Identifier: GPL-3.0-or-later
/* A subject's whole record in a window of its own. It is read on a worker into a BvSubjectRecord; building the rows is
 * all that the main thread does. The extract is made when it is first looked at. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-record-window.h"

#include "bv-read.h"
#include "documents/bv-subject-record-paper.h"
#include "merit/bv-subject-record.h"
#include "pages/bv-paper-buttons.h"
#include "pages/bv-paper-view.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

struct _BvRecordWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwViewStack *views;
  GtkBox *extract;
  GtkStack *timeline_stack;
  GtkStack *sections_stack;
  GtkBox *timeline;
  GtkBox *sections;
  AdwStatusPage *error_page;
  GtkCheckButton *awards_check;
  GtkDropDown *year_dropdown;
  BvPaperView *view;

  /* Owned */
  BvStore *store;
  BvSubjectRecord *record;
  GArray *years;
  GCancellable *reading;

  /* State */
  gint64 id;
  gboolean is_reading;
  gboolean is_stale; /* the extract is older than the record */
};

G_DEFINE_FINAL_TYPE (BvRecordWindow, bv_record_window, ADW_TYPE_WINDOW)

/* ── Rows ────────────────────────────────────────────────────────────────────────────────── */

/* What a line opens in the window below; NULL: nothing there. */
static const char *
get_kind (const BvRecordEntry *entry)
{
  if (entry->open_id == 0)
    return NULL;
  switch (entry->section)
    {
    case BV_RECORD_AWARDS:
      return "decision";
    case BV_RECORD_INITIATIVES:
      return "initiative";
    case BV_RECORD_NOMINATIONS:
      return "dossier";
    case BV_RECORD_REGISTRATIONS:
      return "registration";
    case BV_RECORD_POSTS:
    case BV_RECORD_PREDECESSORS:
      return "unit";
    case BV_RECORD_RATINGS:
    case BV_RECORD_DISCIPLINE:
    case BV_RECORD_ABSENCES:
    default:
      return NULL;
    }
}

static void
activated_cb (GtkWidget *row, BvRecordWindow *self)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  if (below == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (below), "win.open-record-in-year", "(sxi)", kind, id,
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "year")));
  gtk_window_present (below);
}

static GtkWidget *
make_row (BvRecordWindow *self, const BvRecordEntry *entry, gboolean with_section)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = bv_record_entry_get_title (entry);
  g_autofree char *detail = bv_record_entry_get_detail (entry);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  const char *kind = get_kind (entry);

  /* An award that was taken back stays in sight, struck out. */
  if (*entry->revoked_number != '\0')
    {
      g_autofree char *struck = g_strdup_printf ("<s>%s</s>", escaped);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), struck);
    }
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  {
    g_autofree char *subtitle = g_markup_escape_text (detail, -1);

    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  }
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (with_section)
    {
      GtkWidget *label = gtk_label_new (bv_record_section_get_label (entry->section));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
      gtk_widget_set_size_request (label, 124, -1);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
    }
  else if (entry->year != 0)
    {
      g_autofree char *year = g_strdup_printf ("%d", entry->year);
      GtkWidget *label = gtk_label_new (year);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
    }
  if (kind != NULL)
    {
      g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
      /* The register is of no year. */
      if (!g_str_equal (kind, "unit"))
        g_object_set_data (G_OBJECT (row), "year", GINT_TO_POINTER (entry->year));
      g_object_set_data_full (G_OBJECT (row), "id",
                              g_memdup2 (&entry->open_id, sizeof entry->open_id), g_free);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
    }
  return row;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_box_append (box, GTK_WIDGET (group));
  return group;
}

/* Who it is, over both lists. */
static void
add_head (BvRecordWindow *self, GtkBox *box)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = gtk_label_new (self->record->name);
  guint n = bv_subject_record_count_awards (self->record);
  /* TRANSLATORS: %u is how many awards count, of a person, unit or household. */
  g_autofree char *count = g_strdup_printf (ngettext ("%u award", "%u awards", n), n);
  g_autofree char *detail = *self->record->detail != '\0'
                              ? g_strdup_printf ("%s · %s", self->record->detail, count)
                              : g_strdup (count);
  GtkWidget *label = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_selectable (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "title-2");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (box, head);
}

static void
show_timeline (BvRecordWindow *self)
{
  clear (self->timeline);
  add_head (self, self->timeline);
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      g_autoptr (GPtrArray) entries = bv_subject_record_list_year (self->record, year);
      g_autofree char *title = year != 0 ? g_strdup_printf ("%d", year)
                                         : g_strdup (_ ("Without a year"));
      AdwPreferencesGroup *group = add_group (self->timeline, title);

      for (guint k = 0; k < entries->len; k++)
        adw_preferences_group_add (group, make_row (self, g_ptr_array_index (entries, k), TRUE));
    }
}

static void
show_sections (BvRecordWindow *self)
{
  clear (self->sections);
  add_head (self, self->sections);
  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    {
      GPtrArray *entries = self->record->sections[i];
      AdwPreferencesGroup *group;
      g_autofree char *title = NULL;

      if (entries->len == 0)
        continue;
      title = g_strdup_printf ("%s (%u)", bv_record_section_get_label ((BvRecordSection) i),
                               entries->len);
      group = add_group (self->sections, title);
      /* The newest first, as in the timeline; the paper begins with the oldest. */
      for (guint k = entries->len; k > 0; k--)
        adw_preferences_group_add (group,
                                   make_row (self, g_ptr_array_index (entries, k - 1), FALSE));
    }
}

/* ── The extract ─────────────────────────────────────────────────────────────────────────── */

/* What the extract shows: to be freed by g_free(). */
static BvSubjectRecordPaper *
create_paper (BvRecordWindow *self)
{
  BvSubjectRecordPaper *paper = g_new0 (BvSubjectRecordPaper, 1);
  guint selected = gtk_drop_down_get_selected (self->year_dropdown);

  paper->subject_id = self->id;
  paper->only_awards = gtk_check_button_get_active (self->awards_check);
  if (selected > 0 && self->years != NULL && selected - 1 < self->years->len)
    paper->from_year = g_array_index (self->years, int, selected - 1);
  return paper;
}

static BvDocument *
build (BvConnection *connection, gpointer data, GError **error)
{
  return bv_subject_record_paper_build (connection, data, error);
}

/* Only once it is looked at; what is asked for meanwhile is made then. */
static void
make (BvRecordWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  g_autofree char *name = NULL;

  self->is_stale = TRUE;
  if (self->record == NULL || g_strcmp0 (view, "extract") != 0)
    return;
  self->is_stale = FALSE;
  /* TRANSLATORS: file name of the extract of a subject's record, without its ending; %s is the subject's name. */
  name = g_strdup_printf (_ ("Extract %s"), self->record->name);
  bv_paper_view_set_paper (self->view, self->store, build, create_paper (self), g_free, name, 0);
}

static void
view_changed_cb (BvRecordWindow *self)
{
  if (self->is_stale)
    make (self);
}

static void
option_changed_cb (BvRecordWindow *self)
{
  if (self->record != NULL && !self->is_reading)
    make (self);
}

void
bv_record_window_save (BvRecordWindow *self, const char *path)
{
  g_return_if_fail (BV_IS_RECORD_WINDOW (self) && path != NULL);
  bv_paper_view_save (self->view, path);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static gpointer
read_record (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  return bv_subject_record_load (connection, *(gint64 *) user_data, error);
}

static void
fill_years (BvRecordWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_clear_pointer (&self->years, g_array_unref);
  self->years = bv_subject_record_list_years (self->record);
  gtk_string_list_append (list, _ ("All years"));
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      /* TRANSLATORS: %d is a year: what happened since then. */
      g_autofree char *label = g_strdup_printf (_ ("Since %d"), year);

      if (year != 0)
        gtk_string_list_append (list, label);
    }
  gtk_drop_down_set_model (self->year_dropdown, G_LIST_MODEL (list));
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvRecordWindow *self = owner;

  g_clear_pointer (&self->record, bv_subject_record_free);
  self->record = result;
  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->timeline_stack, "error");
      gtk_stack_set_visible_child_name (self->sections_stack, "nothing");
      self->is_reading = FALSE;
      return;
    }
  gtk_window_set_title (GTK_WINDOW (self), self->record->name);
  fill_years (self);
  show_timeline (self);
  show_sections (self);
  gtk_stack_set_visible_child_name (self->timeline_stack,
                                    self->years->len > 0 ? "record" : "nothing");
  gtk_stack_set_visible_child_name (self->sections_stack,
                                    self->years->len > 0 ? "record" : "nothing");
  self->is_reading = FALSE;
  make (self);
}

static void
start_reading (BvRecordWindow *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->is_reading = TRUE;
  bv_read_async (G_OBJECT (self), self->store, read_record, g_memdup2 (&self->id, sizeof self->id),
                 g_free, read_cb, (GDestroyNotify) bv_subject_record_free, self->reading);
}

static void
changed_cb (BvStore *store, const char *const *tables, BvRecordWindow *self)
{
  start_reading (self);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_record_window_dispose (GObject *object)
{
  BvRecordWindow *self = BV_RECORD_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->record, bv_subject_record_free);
  g_clear_pointer (&self->years, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_RECORD_WINDOW);
  G_OBJECT_CLASS (bv_record_window_parent_class)->dispose (object);
}

static void
bv_record_window_class_init (BvRecordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_record_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (BV_TYPE_PAPER_VIEW);
  g_type_ensure (BV_TYPE_PAPER_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-record-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, views);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, extract);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, timeline_stack);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, sections_stack);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, awards_check);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, year_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvRecordWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
}

static void
bv_record_window_init (BvRecordWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_paper_view_offer_actions (self->view, GTK_WIDGET (self->extract));
}

BvRecordWindow *
bv_record_window_present (GtkWindow *parent, BvStore *store, gint64 subject_id)
{
  BvRecordWindow *self;

  g_return_val_if_fail (BV_IS_STORE (store), NULL);
  self = g_object_new (BV_TYPE_RECORD_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
  self->store = g_object_ref (store);
  self->id = subject_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  start_reading (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
bv_record_window_show_view (BvRecordWindow *self, const char *view)
{
  g_return_if_fail (BV_IS_RECORD_WINDOW (self));
  adw_view_stack_set_visible_child_name (self->views, view);
}

gboolean
bv_record_window_is_settled (BvRecordWindow *self)
{
  g_return_val_if_fail (BV_IS_RECORD_WINDOW (self), TRUE);
  return !self->is_reading && bv_paper_view_is_settled (self->view);
}
