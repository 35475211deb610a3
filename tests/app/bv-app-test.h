// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-page.h"
#include "bv-window.h"
#include "store/bv-store.h"

#include <adwaita.h>

/* What the tests of the program share: GTK in the process, a file of a small office, waiting without
 * sleeping, finding widgets, pictures for eyes. */

/** bv_app_test_init: in place of g_test_init(). */
void bv_app_test_init (int *argc, char ***argv);

/** A new file in a folder of its own, removed with the store by bv_app_test_drop_store(). */
BvStore *bv_app_test_new_store (void);
/** The same with an office, three units, three people and a household. */
BvStore *bv_app_test_new_office (void);
void bv_app_test_drop_store (BvStore *store);

/** A window on the screen that shows @store (nullable). */
BvWindow *bv_app_test_new_window (BvStore *store);

/** Runs the main loop until @condition holds; aborts the test after 20 seconds. */
#define bv_app_test_wait(condition)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 bv_until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;                           \
    while (!(condition))                                                                           \
      {                                                                                            \
        bv_app_test_turn ();                                                                       \
        if (g_get_monotonic_time () > bv_until)                                                    \
          g_error ("%s:%d: waited too long for: %s", __FILE__, __LINE__, #condition);              \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

/** One turn of the main loop, that does not block for long. */
void bv_app_test_turn (void);
/** Runs the main loop until every worker has reported, every page is settled, and nothing is left to do for a moment. */
void bv_app_test_settle (void);

/** The @nth widget of @type at or below @root, in the order of the tree; %NULL when there is none. */
GtkWidget *bv_app_test_find (GtkWidget *root, GType type, guint nth);
/** The row (an AdwPreferencesRow) with this title, without regard to mnemonics; %NULL when there is none. */
GtkWidget *bv_app_test_find_row (GtkWidget *root, const char *title);
/** The button that has this label, or this action; %NULL when there is none. */
GtkWidget *bv_app_test_find_button (GtkWidget *root, const char *label_or_action);
/** The label whose text holds @part; %NULL when there is none. */
GtkWidget *bv_app_test_find_label (GtkWidget *root, const char *part);
/** The newest toplevel of @type; waits for it. */
GtkWidget *bv_app_test_wait_toplevel (GType type);
guint bv_app_test_count_toplevels (GType type);

/** Saves a picture of the window of @widget into the folder BV_TEST_PICTURES, if that is set. */
void bv_app_test_picture (GtkWidget *widget, const char *name);
