// SPDX-License-Identifier: GPL-3.0-or-later
/* GtkFileChooserNative behind two calls, so that a later port to GtkFileDialog (GTK 4.10) happens in
 * this file alone. */

#define G_LOG_DOMAIN "bangvang"

#include "compat/bv-file-dialog.h"

#include <glib/gi18n.h>

static const struct
{
  BvFileKinds kind;
  const char *name;
  const char *ending;
} kinds_table[] = {
  { BV_FILE_OFFICE, N_ ("Bảng Vàng office files"), "bangvang" },
  { BV_FILE_PDF, N_ ("PDF documents"), "pdf" },
  { BV_FILE_ODT, N_ ("Text documents (ODT)"), "odt" },
  { BV_FILE_XLSX, N_ ("Excel workbooks"), "xlsx" },
  { BV_FILE_CSV, N_ ("Text tables (CSV)"), "csv" },
  { BV_FILE_PNG, N_ ("PNG pictures"), "png" },
  { BV_FILE_SVG, N_ ("SVG drawings"), "svg" },
  { BV_FILE_JSON, N_ ("Files of law (JSON)"), "json" },
};

typedef struct
{
  GWeakRef widget;
  BvFileChosenFunc chosen;
  gpointer user_data;
  BvFileKinds kinds;
} Request;

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->widget);
  g_free (request);
}

/* A name without one of the endings on offer gets the first. */
static char *
with_ending (const char *path, BvFileKinds kinds)
{
  const char *first = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    {
      if (!(kinds & kinds_table[i].kind))
        continue;
      g_autofree char *dotted = g_strconcat (".", kinds_table[i].ending, NULL);
      g_autofree char *lower = g_ascii_strdown (path, -1);
      if (g_str_has_suffix (lower, dotted))
        return g_strdup (path);
      if (first == NULL)
        first = kinds_table[i].ending;
    }
  return first != NULL ? g_strdup_printf ("%s.%s", path, first) : g_strdup (path);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Request *request = user_data;
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
      g_autoptr (GtkWidget) widget = g_weak_ref_get (&request->widget);
      if (path != NULL && widget != NULL)
        {
          g_autofree char *complete = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog))
                                          == GTK_FILE_CHOOSER_ACTION_SAVE
                                        ? with_ending (path, request->kinds)
                                        : g_strdup (path);
          request->chosen (widget, complete, request->user_data);
        }
    }
  g_object_unref (dialog);
}

static GtkFileChooserNative *
make (GtkWidget *widget,
      const char *title,
      GtkFileChooserAction action,
      BvFileKinds kinds,
      BvFileChosenFunc chosen,
      gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  guint n_kinds = 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    if (kinds & kinds_table[i].kind)
      {
        gtk_file_filter_add_suffix (all, kinds_table[i].ending);
        n_kinds++;
      }
  if (n_kinds > 1)
    {
      gtk_file_filter_set_name (all, _ ("All files that fit"));
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    if (kinds & kinds_table[i].kind)
      {
        g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
        gtk_file_filter_set_name (filter, _ (kinds_table[i].name));
        gtk_file_filter_add_suffix (filter, kinds_table[i].ending);
        gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      }
  Request *request = g_new0 (Request, 1);
  g_weak_ref_init (&request->widget, widget);
  request->chosen = chosen;
  request->user_data = user_data;
  request->kinds = kinds;
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request,
                         (GClosureNotify) (void (*) (void)) request_free, 0);
  return dialog;
}

void
bv_file_dialog_open (GtkWidget *widget,
                     const char *title,
                     BvFileKinds kinds,
                     BvFileChosenFunc chosen,
                     gpointer user_data)
{
  GtkFileChooserNative *dialog = make (widget, title, GTK_FILE_CHOOSER_ACTION_OPEN, kinds, chosen,
                                       user_data);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
bv_file_dialog_save (GtkWidget *widget,
                     const char *title,
                     const char *name,
                     BvFileKinds kinds,
                     BvFileChosenFunc chosen,
                     gpointer user_data)
{
  GtkFileChooserNative *dialog = make (widget, title, GTK_FILE_CHOOSER_ACTION_SAVE, kinds, chosen,
                                       user_data);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
bv_file_dialog_folder (GtkWidget *widget,
                       const char *title,
                       BvFileChosenFunc chosen,
                       gpointer user_data)
{
  GtkFileChooserNative *dialog = make (widget, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, 0,
                                       chosen, user_data);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
