// SPDX-License-Identifier: GPL-3.0-or-later
/* Toasts with "Undo", and failures in words. Undo waits for the writer thread, so it runs on a
 * worker and reports when it is done. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-toast.h"

#include "bv-window.h"
#include "store/bv-store.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define UNDO "bv-undo-toast"
#define UNDONE "bv-undone-toast"

static BvWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  /* A dialog speaks through the window it belongs to. */
  while (window != NULL && !BV_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return (BvWindow *) window;
}

void
bv_toast_message (GtkWidget *widget, const char *message)
{
  BvWindow *window = window_of (widget);
  if (window == NULL)
    return;
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *before = g_object_get_data (G_OBJECT (window), "bv-message-toast");
  AdwToast *toast = adw_toast_new (escaped);
  /* Whoever undoes act after act reads what was undone just now, not what was a quarter of a minute ago. */
  if (before != NULL)
    adw_toast_dismiss (before);
  g_object_set_data_full (G_OBJECT (window), "bv-message-toast", g_object_ref (toast),
                          g_object_unref);
  bv_window_add_toast (window, toast);
}

/* A toast that waits behind one of eight seconds tells of an act when the next one is long done. */
static void
replace (BvWindow *window, const char *key, AdwToast *toast)
{
  AdwToast *before = g_object_get_data (G_OBJECT (window), key);

  if (before != NULL)
    adw_toast_dismiss (before);
  g_object_set_data_full (G_OBJECT (window), key, toast != NULL ? g_object_ref (toast) : NULL,
                          g_object_unref);
}

void
bv_toast_undone (GtkWidget *widget, const char *message)
{
  BvWindow *window = window_of (widget);
  if (window == NULL)
    return;
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);
  /* What offered to undo the act offers it no more. */
  replace (window, UNDO, NULL);
  replace (window, UNDONE, toast);
  bv_window_add_toast (window, toast);
}

void
bv_toast_done (GtkWidget *widget, BvStore *store, gint64 act_id, const char *message)
{
  BvWindow *window = window_of (widget);
  if (window == NULL || act_id <= 0)
    return;
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  /* The newest act is the one to take back: whoever rates person after person is not told of each in turn, seconds
   * later. The history has them all. Workers may report in another order than the acts happened in. */
  AdwToast *before = g_object_get_data (G_OBJECT (window), UNDO);
  if (before != NULL && g_variant_get_int64 (adw_toast_get_action_target_value (before)) > act_id)
    return;
  AdwToast *toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 8);
  adw_toast_set_action_name (toast, "win.undo-act");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (act_id));
  replace (window, UNDONE, NULL);
  replace (window, UNDO, toast);
  bv_window_add_toast (window, toast);
}

void
bv_toast_file (GtkWidget *widget, const char *message, const char *path)
{
  BvWindow *window = window_of (widget);
  if (window == NULL)
    return;
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_timeout (toast, 8);
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target_value (toast, g_variant_new_string (path));
  bv_window_add_toast (window, toast);
}

void
bv_toast_error (GtkWidget *widget, const char *heading, const GError *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
