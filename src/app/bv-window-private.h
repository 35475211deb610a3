// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* The window's struct, for its sibling files: bv-window.c (the shell), bv-window-actions.c (undo,
 * redo, what the menu does), bv-window-file.c (the file behind it). */

#include "bv-page.h"
#include "bv-window.h"
#include "store/bv-store.h"

struct _BvWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  GtkStack *main_stack;
  GtkSpinner *opening_spinner;
  AdwStatusPage *problem_page;
  GtkWidget *problem_retry;
  GtkWidget *problem_restore;
  AdwLeaflet *leaflet;
  GtkLabel *year_label;
  GtkListBox *sidebar;
  GtkLabel *office_label;
  GtkWidget *content_box;
  GtkRevealer *read_only_revealer;
  GtkLabel *read_only_label;
  AdwToastOverlay *toast_overlay;
  GtkStack *page_stack;
  GMenu *recent_menu;
  GMenu *undo_section;

  /* Owned */
  BvStore *store;
  GCancellable *opening;
  char *path;    /* of the file being opened, or that could not be */
  char *page_id; /* of the page in front */

  /* State */
  gulong store_changed_handler;
  guint focus_id; /* an idle that looks after a focus that was lost */
  guint fit_id;   /* an idle that lays the sidebar out anew */
  int year;
};

void _bv_window_install_actions (GtkWidgetClass *widget_class);
void _bv_window_update_undo (BvWindow *self);
void _bv_window_accept_files (BvWindow *self);
void _bv_window_forward_keys (BvWindow *self);
void _bv_window_install_file_actions (GtkWidgetClass *widget_class);
void _bv_window_update_recent (BvWindow *self);
