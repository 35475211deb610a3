// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvActDoneFunc: called on the main thread when an act is through, or failed with @error. Not called
 * when the widget is gone: what @user_data holds then belongs to the widget, or bv_act_call_full() frees it.
 */
typedef void (*BvActDoneFunc) (GtkWidget *widget,
                               gint64 act_id,
                               const GError *error,
                               gpointer user_data);

/**
 * bv_act_run: an act of the officer, for @widget, without holding up its window. When it is done a
 * toast with "Undo" tells @title; when it failed and there is no @done, a dialog tells why.
 *
 * @title: the sentence for the history and the toast
 * @data: (transfer full): for @func, on the writer thread
 * @done: (nullable): given the error instead of the dialog
 */
void bv_act_run (GtkWidget *widget,
                 BvStore *store,
                 const char *title,
                 BvActFlags flags,
                 BvActFunc func,
                 gpointer data,
                 GDestroyNotify data_free,
                 BvActDoneFunc done,
                 gpointer user_data);

/**
 * BvActCallFunc: an act of the domain that waits for the writer, such as bv_register_save_person():
 * run on a worker thread, so that it may.
 */
typedef gboolean (*BvActCallFunc) (BvStore *store, gpointer data, gint64 *act_id, GError **error);

/**
 * bv_act_call: the same for an act that a domain function makes. @message is for the toast; %NULL takes
 * the title that the act has in the history; "" says nothing: for acts that follow each other faster than toasts go.
 */
void bv_act_call (GtkWidget *widget,
                  BvStore *store,
                  const char *message,
                  BvActCallFunc func,
                  gpointer data,
                  GDestroyNotify data_free,
                  BvActDoneFunc done,
                  gpointer user_data);

/**
 * bv_act_call_full: the same with @user_data that @done takes over.
 *
 * @user_data_free: frees @user_data when the widget is gone and @done is not called
 */
void bv_act_call_full (GtkWidget *widget,
                       BvStore *store,
                       const char *message,
                       BvActCallFunc func,
                       gpointer data,
                       GDestroyNotify data_free,
                       BvActDoneFunc done,
                       gpointer user_data,
                       GDestroyNotify user_data_free);

/**
 * bv_act_set_enabled: gtk_widget_action_set_enabled() for an action that changes the file: where @store (nullable) can
 * only be read it stays disabled, and its buttons in @widget say why.
 */
void
bv_act_set_enabled (GtkWidget *widget, BvStore *store, const char *action, gboolean is_enabled);

G_END_DECLS
