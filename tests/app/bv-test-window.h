// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* What tests of widgets share: a window of a given size, waiting for a condition, a picture. */

#include <adwaita.h>

G_BEGIN_DECLS

/** Replaces gtk_test_init(), which takes a locale that need not exist; also adw_init(). */
void bv_test_window_init (int *argc, char ***argv);

/** Shows @child in a window and waits until it was drawn. The window stays until destroyed. */
GtkWindow *bv_test_window_show (GtkWidget *child, int width, int height);

/** Iterates until @condition holds; fails after twenty seconds. */
typedef gboolean (*BvTestCondition) (gpointer data);
#define bv_test_wait(condition, data)                                                              \
  bv_test_wait_full ((BvTestCondition) (condition), (data), G_STRINGIFY (condition))
void bv_test_wait_full (BvTestCondition condition, gpointer data, const char *what);

/** What @widget looks like. (transfer full) */
GdkTexture *bv_test_picture (GtkWidget *widget);
/** Saves the picture as BV_TEST_PICTURES/@name.png for the eye, when that folder is named. */
void bv_test_save_picture (GtkWidget *widget, const char *name);
/** Share of the pixels of @texture that differ from its first one, 0 to 1. */
double bv_test_ink (GdkTexture *texture);

/** Gives the key to the key controllers of @widget, as if typed there. Whether it was taken. */
gboolean bv_test_key (GtkWidget *widget, guint key, GdkModifierType state);

G_END_DECLS
