// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Choosing a file, through the portal where there is one. Kept apart because GtkFileChooserNative is
 * all that GTK 4.8 has and GtkFileDialog what comes after it. */

/** What kinds of file are offered; more than one by |. */
typedef enum
{
  BV_FILE_OFFICE = 1 << 0, /* *.bangvang */
  BV_FILE_PDF = 1 << 1,
  BV_FILE_ODT = 1 << 2,
  BV_FILE_XLSX = 1 << 3,
  BV_FILE_CSV = 1 << 4,
  BV_FILE_PNG = 1 << 5,
  BV_FILE_SVG = 1 << 6,
  BV_FILE_JSON = 1 << 7,
} BvFileKinds;

/** BvFileChosenFunc: called with the path chosen; not called when the officer cancels or @widget is gone. */
typedef void (*BvFileChosenFunc) (GtkWidget *widget, const char *path, gpointer user_data);

/** bv_file_dialog_open: asks for an existing file. */
void bv_file_dialog_open (GtkWidget *widget,
                          const char *title,
                          BvFileKinds kinds,
                          BvFileChosenFunc chosen,
                          gpointer user_data);

/**
 * bv_file_dialog_save: asks for a place to write to. The ending of the first kind is added when the officer types
 * none.
 *
 * @name: the name proposed
 */
void bv_file_dialog_save (GtkWidget *widget,
                          const char *title,
                          const char *name,
                          BvFileKinds kinds,
                          BvFileChosenFunc chosen,
                          gpointer user_data);

/** bv_file_dialog_folder: asks for a folder. */
void bv_file_dialog_folder (GtkWidget *widget,
                            const char *title,
                            BvFileChosenFunc chosen,
                            gpointer user_data);

G_END_DECLS
