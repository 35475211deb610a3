// SPDX-License-Identifier: GPL-3.0-or-later
/* The papers of a dossier in a window of their own: the list at the left tells what each waits for, the paper chosen is
 * in sight at the right. What can be made is read on a worker. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-papers-window.h"

#include "base/bv-date.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-file-dialog.h"
#include "dialogs/bv-work.h"
#include "merit/bv-decision.h"
#include "merit/bv-dossier.h"
#include "merit/bv-nomination.h"
#include "pages/bv-paper-buttons.h"
#include "pages/bv-paper-view.h"
#include "pages/bv-title-names.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

#define TYPING_PAUSE 450 /* ms until the paper is made anew */

/** What the list shows, read from one state of the file. */
typedef struct
{
  char *title;
  char *missing[BV_N_PAPERS]; /* (nullable): it can be made */
  char *names[BV_N_PAPERS];   /* of files; (nullable) */
  GPtrArray *nominations;     /* (element-type BvNomination): proposed */
  BvRegimeSet *regimes;       /* for their names; (nullable) without nominations */
} Papers;

struct _BvPapersWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkListBox *list;
  AdwComboRow *nomination_row;
  AdwEntryRow *number_row;
  AdwEntryRow *date_row;
  BvPaperView *view;

  /* Owned */
  BvStore *store;
  Papers *papers; /* (nullable): not read yet */
  GCancellable *reading;

  /* State */
  gint64 dossier_id;
  gint64 decision_id;
  gint64 nomination_id; /* wished for by bv_papers_window_show() */
  BvPaperKind kind;
  gboolean is_reading;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvPapersWindow, bv_papers_window, ADW_TYPE_WINDOW)

static void
papers_free (Papers *papers)
{
  g_free (papers->title);
  for (guint i = 0; i < BV_N_PAPERS; i++)
    {
      g_free (papers->missing[i]);
      g_free (papers->names[i]);
    }
  g_clear_pointer (&papers->nominations, g_ptr_array_unref);
  g_clear_pointer (&papers->regimes, bv_regime_set_unref);
  g_free (papers);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Papers, papers_free)

/* ── The paper ───────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvPaperKind kind;
  BvPaperOptions options; /* borrows from the members below */
  char *number;
  char *date;
} Ask;

static void
ask_free (Ask *ask)
{
  g_free (ask->number);
  g_free (ask->date);
  g_free (ask);
}

static BvDocument *
build_paper (BvConnection *connection, gpointer data, GError **error)
{
  const Ask *ask = data;

  return bv_dossier_paper_build (connection, ask->kind, &ask->options, error);
}

static gint64
get_nomination (BvPapersWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->nomination_row);
  const BvNomination *one;

  if (self->papers == NULL || self->papers->nominations == NULL
      || selected >= self->papers->nominations->len)
    return 0;
  one = g_ptr_array_index (self->papers->nominations, selected);
  return one->id;
}

/* An entry that is empty leaves the date to the file; one that is no date is marked. */
static char *
read_date (BvPapersWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date_row));
  char *date = *text != '\0' ? bv_date_parse (text, NULL) : NULL;

  if (*text != '\0' && date == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  return date;
}

static void
show_paper (BvPapersWindow *self, guint pause)
{
  const char *number = gtk_editable_get_text (GTK_EDITABLE (self->number_row));
  Ask *ask;

  if (self->papers == NULL)
    return;
  ask = g_new0 (Ask, 1);
  ask->kind = self->kind;
  ask->number = *number != '\0' ? g_strdup (number) : NULL;
  ask->date = read_date (self);
  ask->options.dossier_id = self->dossier_id;
  ask->options.decision_id = self->decision_id;
  ask->options.number = ask->number;
  ask->options.date = ask->date;
  if (bv_paper_kind_needs_nomination (self->kind))
    ask->options.nomination_id = get_nomination (self);
  bv_paper_view_set_paper (self->view, self->store, build_paper, ask, (GDestroyNotify) ask_free,
                           self->papers->names[self->kind] != NULL
                             ? self->papers->names[self->kind]
                             : bv_paper_kind_to_code (self->kind),
                           pause);
}

static void
choice_changed_cb (BvPapersWindow *self)
{
  if (!self->is_filling)
    show_paper (self, TYPING_PAUSE);
}

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
make_row (const Papers *papers, BvPaperKind kind)
{
  const char *label = bv_choice_label (bv_papers, bv_papers[kind].code);
  const char *missing = papers->missing[kind];
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (label);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (missing != NULL)
    {
      GtkWidget *why = gtk_label_new (missing);

      gtk_label_set_xalign (GTK_LABEL (why), 0);
      gtk_label_set_wrap (GTK_LABEL (why), TRUE);
      gtk_widget_add_css_class (why, "caption");
      gtk_widget_add_css_class (why, "dim-label");
      gtk_widget_add_css_class (title, "dim-label");
      gtk_box_append (GTK_BOX (box), why);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  missing != NULL ? missing : "", -1);
  return row;
}

static void
fill_nominations (BvPapersWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->nomination_row);

  if (self->papers->regimes != NULL)
    bv_title_names_fill (self->papers->regimes);
  for (guint i = 0; self->papers->nominations != NULL && i < self->papers->nominations->len; i++)
    {
      const BvNomination *one = g_ptr_array_index (self->papers->nominations, i);
      g_autofree char *name = g_strdup_printf ("%s · %s", one->name_printed,
                                               bv_title_names_get (one->form_code));

      gtk_string_list_append (names, name);
      if (one->id == self->nomination_id)
        selected = i;
    }
  self->nomination_id = 0;
  adw_combo_row_set_model (self->nomination_row, G_LIST_MODEL (names));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (names)))
    adw_combo_row_set_selected (self->nomination_row, selected);
}

static void
fill (BvPapersWindow *self)
{
  GtkWidget *child;

  self->is_filling = TRUE;
  adw_window_title_set_subtitle (self->title, self->papers->title);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint kind = 0; kind < BV_N_PAPERS; kind++)
    gtk_list_box_append (self->list, make_row (self->papers, kind));
  fill_nominations (self);
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (int) self->kind));
  self->is_filling = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.save-all", self->dossier_id != 0);
  show_paper (self, 0);
}

static void
row_selected_cb (BvPapersWindow *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  gtk_widget_set_visible (
    GTK_WIDGET (self->nomination_row),
    bv_paper_kind_needs_nomination ((BvPaperKind) gtk_list_box_row_get_index (row)));
  if (self->is_filling)
    return;
  self->kind = (BvPaperKind) gtk_list_box_row_get_index (row);
  /* A number and a day belong to one paper. */
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), "");
  self->is_filling = FALSE;
  show_paper (self, 0);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_nominations (BvConnection *connection, gint64 dossier_id, Papers *papers, GError **error)
{
  g_autoptr (BvDossier) dossier = bv_dossier_load (connection, dossier_id, error);

  if (dossier == NULL)
    return FALSE;
  papers->title = g_strdup (dossier->title);
  papers->regimes = bv_regime_set_load (connection, error);
  if (papers->regimes == NULL)
    return FALSE;
  papers->nominations = bv_nomination_list (connection, dossier_id, error);
  for (guint i = papers->nominations != NULL ? papers->nominations->len : 0; i > 0; i--)
    {
      const BvNomination *one = g_ptr_array_index (papers->nominations, i - 1);

      if (one->state != BV_NOMINATION_PROPOSED)
        g_ptr_array_remove_index (papers->nominations, i - 1);
    }
  return papers->nominations != NULL;
}

static gboolean
read_title (BvConnection *connection, gint64 decision_id, Papers *papers, GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);

  if (decision == NULL)
    return FALSE;
  papers->title = bv_decision_get_label (decision);
  return TRUE;
}

static gpointer
read_papers (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  BvPaperOptions *options = user_data;
  g_autoptr (Papers) papers = g_new0 (Papers, 1);
  gboolean is_read = options->dossier_id != 0
                       ? read_nominations (connection, options->dossier_id, papers, error)
                       : read_title (connection, options->decision_id, papers, error);

  for (guint kind = 0; is_read && kind < BV_N_PAPERS; kind++)
    {
      g_autoptr (GError) failure = NULL;

      options->nomination_id =
        bv_paper_kind_needs_nomination (kind) && papers->nominations != NULL
            && papers->nominations->len > 0
          ? ((const BvNomination *) g_ptr_array_index (papers->nominations, 0))->id
          : 0;
      papers->missing[kind] = bv_dossier_paper_get_missing (connection, kind, options, &failure);
      if (failure == NULL)
        papers->names[kind] = bv_dossier_paper_file_name (connection, kind, options, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          is_read = FALSE;
        }
    }
  return is_read ? g_steal_pointer (&papers) : NULL;
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvPapersWindow *self = owner;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      bv_preview_set_error (bv_paper_view_get_preview (self->view), error);
      return;
    }
  g_clear_pointer (&self->papers, papers_free);
  self->papers = result;
  fill (self);
}

static void
start_reading (BvPapersWindow *self)
{
  BvPaperOptions *options = g_new0 (BvPaperOptions, 1);

  options->dossier_id = self->dossier_id;
  options->decision_id = self->decision_id;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->is_reading = TRUE;
  bv_read_async (G_OBJECT (self), self->store, read_papers, options, g_free, read_cb,
                 (GDestroyNotify) papers_free, self->reading);
}

static void
changed_cb (BvStore *store, const char *const *tables, BvPapersWindow *self)
{
  start_reading (self);
}

/* ── All of them ─────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  BvPaperOptions options;
  char *folder;
  guint n_files;
} SaveAll;

static void
save_all_free (SaveAll *all)
{
  g_clear_object (&all->store);
  g_free (all->folder);
  g_free (all);
}

static gboolean
save_all_work (gpointer data,
               BvProgressFunc progress,
               gpointer progress_data,
               GCancellable *cancellable,
               GError **error)
{
  SaveAll *all = data;
  g_autoptr (GPtrArray) files = bv_dossier_papers_write_all (
    all->store, &all->options, all->folder,
    (1u << BV_DOCUMENT_FORMAT_PDF) | (1u << BV_DOCUMENT_FORMAT_ODT), NULL, progress, progress_data,
    cancellable, error);

  if (files == NULL)
    return FALSE;
  all->n_files = files->len;
  return TRUE;
}

static void
all_saved_cb (GtkWidget *widget, gpointer data, const GError *error)
{
  SaveAll *all = data;
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      bv_toast_error (widget, _ ("The papers could not be saved"), error);
      return;
    }
  /* TRANSLATORS: %u is a number of files. */
  message = g_strdup_printf (ngettext ("%u file is saved.", "%u files are saved.", all->n_files),
                             all->n_files);
  bv_toast_file (widget, message, all->folder);
}

void
bv_papers_window_save_all (BvPapersWindow *self, const char *folder)
{
  SaveAll *all;

  g_return_if_fail (BV_IS_PAPERS_WINDOW (self) && folder != NULL);

  all = g_new0 (SaveAll, 1);
  all->store = g_object_ref (self->store);
  all->options.dossier_id = self->dossier_id;
  all->options.decision_id = self->decision_id;
  all->folder = g_strdup (folder);
  bv_work_run (GTK_WIDGET (self), _ ("Saving the Papers"), save_all_work, all,
               (GDestroyNotify) save_all_free, all_saved_cb);
}

static void
folder_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_papers_window_save_all (BV_PAPERS_WINDOW (widget), path);
}

static void
save_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_file_dialog_folder (widget, _ ("A Folder for the Papers"), folder_chosen_cb, NULL);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_papers_window_dispose (GObject *object)
{
  BvPapersWindow *self = BV_PAPERS_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->papers, papers_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_PAPERS_WINDOW);

  G_OBJECT_CLASS (bv_papers_window_parent_class)->dispose (object);
}

static void
bv_papers_window_class_init (BvPapersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_papers_window_dispose;

  gtk_widget_class_install_action (widget_class, "papers.save-all", NULL, save_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (BV_TYPE_PAPER_VIEW);
  g_type_ensure (BV_TYPE_PAPER_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-papers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPapersWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BvPapersWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BvPapersWindow, nomination_row);
  gtk_widget_class_bind_template_child (widget_class, BvPapersWindow, number_row);
  gtk_widget_class_bind_template_child (widget_class, BvPapersWindow, date_row);
  gtk_widget_class_bind_template_child (widget_class, BvPapersWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
bv_papers_window_init (BvPapersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_paper_view_offer_actions (self->view, GTK_WIDGET (self));
}

BvPapersWindow *
bv_papers_window_present (GtkWindow *parent, BvStore *store, gint64 dossier_id, gint64 decision_id)
{
  BvPapersWindow *self;

  g_return_val_if_fail (BV_IS_STORE (store) && (dossier_id != 0 || decision_id != 0), NULL);

  self = g_object_new (BV_TYPE_PAPERS_WINDOW, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->dossier_id = dossier_id;
  self->decision_id = decision_id;
  self->kind = decision_id != 0 ? BV_PAPER_DECISION : BV_PAPER_PROPOSAL;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  start_reading (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
bv_papers_window_show (BvPapersWindow *self, BvPaperKind kind, gint64 nomination_id)
{
  g_return_if_fail (BV_IS_PAPERS_WINDOW (self) && kind < BV_N_PAPERS);

  self->kind = kind;
  self->nomination_id = nomination_id;
  if (self->papers != NULL)
    fill (self);
}

gboolean
bv_papers_window_is_settled (BvPapersWindow *self)
{
  g_return_val_if_fail (BV_IS_PAPERS_WINDOW (self), TRUE);
  return !self->is_reading && bv_paper_view_is_settled (self->view);
}
